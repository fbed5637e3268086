# Cửa khẩu: tên gọi, trạng thái, thao tác, sự kiện, lý do từ chối và các lựa chọn.
gate = Cửa khẩu
gate-many = Cửa khẩu, lối mở
gate-about = Cửa khẩu hoặc lối mở được phép qua lại: luôn là một cặp, mỗi bên một tên gọi, kèm loại, giờ mở cửa và các hạn chế theo ngày.

gate-state-agreed = đã thống nhất, chưa mở
gate-state-open = đang mở
gate-state-restricted = mở có hạn chế
gate-state-closed-for-a-time = tạm đóng
gate-state-upgraded = đang mở, đã nâng cấp
gate-state-closed = đã đóng hẳn

gate-command-register = Đăng ký cửa khẩu
gate-command-open = Ghi nhận mở cửa khẩu
gate-command-set-hours = Đặt giờ mở cửa
gate-command-change-class = Đổi loại cửa khẩu
gate-command-rename = Đổi tên cửa khẩu
gate-command-restrict = Ghi nhận hạn chế
gate-command-record-told = Ghi nhận đã thông báo cho bên kia
gate-command-record-begun = Ghi nhận hạn chế bắt đầu áp dụng
gate-command-extend = Đổi thời hạn hạn chế
gate-command-lift = Bãi bỏ hạn chế
gate-command-close = Đóng hẳn cửa khẩu

gate-fact-registered = đã đăng ký cửa khẩu
gate-fact-opened = cửa khẩu đã mở
gate-fact-hours-set = đã đặt giờ mở cửa
gate-fact-upgraded = cửa khẩu đã được nâng cấp
gate-fact-downgraded = cửa khẩu đã chuyển xuống loại thấp hơn
gate-fact-renamed = cửa khẩu đã đổi tên
gate-fact-restricted = đã ghi nhận hạn chế
gate-fact-told = đã thông báo hạn chế cho bên kia
gate-fact-begun = hạn chế đã bắt đầu áp dụng
gate-fact-extended = đã đổi thời hạn hạn chế
gate-fact-lifted = đã bãi bỏ hạn chế
gate-fact-closed = cửa khẩu đã đóng hẳn

gate-refusal-not-now = Hiện chưa thực hiện được việc này với cửa khẩu ({ $status }).
gate-refusal-no-name = Cửa khẩu là một cặp. Hãy ghi tên gọi ở mỗi bên bằng ít nhất một ngôn ngữ.
gate-refusal-no-other-side = Bên kia đường biên giới chưa được đăng ký, hoặc là bên ta. Hãy chọn phía bạn.
gate-refusal-no-line = Không có đường biên giới này. Hãy chọn trong danh sách.
gate-refusal-no-marker-place = Không có vị trí mốc này. Hãy chọn trong danh sách, hoặc để trống.
gate-refusal-no-counterpart = Không có quan hệ với đơn vị đối diện này. Hãy chọn trong danh sách, hoặc để trống.
gate-refusal-no-agreement = Không có thỏa thuận này. Hãy chọn trong danh sách, hoặc để trống.
gate-refusal-no-letter = Không có thư này. Hãy chọn trong sổ đăng ký, hoặc để trống.
gate-refusal-no-time = “{ $time }” không phải là giờ hợp lệ, hoặc sớm hơn giờ mở. Hãy ghi giờ như 07:00 và 22:00.
gate-refusal-no-clock = Giờ mở cửa tính theo đồng hồ của một trong hai bên của cửa khẩu. Hãy chọn bên đó.
gate-refusal-in-the-future = Việc cần ghi chưa diễn ra. Hãy ghi nhận sau khi đã diễn ra.
gate-refusal-wrong-order = Ngày { $later } sớm hơn ngày { $earlier }, không đúng thứ tự. Hãy kiểm tra các ngày.
gate-refusal-same-class = Cửa khẩu đã thuộc loại này. Hãy chọn loại khác hoặc ngày khác.
gate-refusal-not-of-this-gate = Chỉ một trong hai bên của cửa khẩu này được hạn chế qua lại. Hãy chọn bên đó.
gate-refusal-which-restriction = Có { $count } hạn chế phù hợp. Hãy ghi số của hạn chế cần chọn như trong bản ghi.
gate-refusal-already-begun = Hạn chế này đã được áp dụng. Không cần ghi thêm gì ở đây.

gate-class-temporary-passage = lối qua lại tạm thời
gate-class-opening = lối mở
gate-class-secondary = cửa khẩu phụ
gate-class-main = cửa khẩu chính (song phương)
gate-class-international = cửa khẩu quốc tế

gate-days-every-day = hằng ngày
gate-days-monday-to-friday = thứ Hai đến thứ Sáu
gate-days-saturday-and-sunday = thứ Bảy và Chủ nhật
gate-days-holidays = ngày lễ
gate-days-market-days = ngày chợ phiên

gate-traffic-all = người và hàng hóa
gate-traffic-persons = người
gate-traffic-goods = hàng hóa

restriction-extent-everything = đóng hoàn toàn
restriction-extent-persons = không cho người qua
restriction-extent-goods = không cho hàng hóa qua
restriction-extent-vehicles = không cho phương tiện qua
restriction-extent-hours = rút ngắn giờ mở cửa
restriction-extent-other = hạn chế khác

restriction-reason-epidemic = dịch bệnh
restriction-reason-weather = thời tiết, lũ lụt hoặc sạt lở
restriction-reason-works = thi công
restriction-reason-security = an ninh
restriction-reason-holiday = ngày lễ
restriction-reason-other = lý do khác

gate-standing-agreed = đã thống nhất, chưa mở
gate-standing-open = mở
gate-standing-restricted = mở có hạn chế
gate-standing-closed-for-a-time = tạm đóng
gate-standing-closed = đóng hẳn

gate-field-line = Đường biên giới
gate-field-near = Gần vị trí mốc
gate-field-name = Tên gọi bên ta
gate-field-other-name = Tên gọi phía bạn
gate-field-was-opened = Đã từng mở
gate-field-opened-on = Ngày mở
gate-field-planned-on = Ngày dự kiến mở
gate-field-already-open = Đã mở
gate-field-restriction = Hạn chế
gate-field-restrictions = Các hạn chế
gate-field-timeline = Tình trạng theo ngày
gate-field-class = Loại
gate-field-hours = Giờ mở cửa
gate-field-days = Các ngày
gate-field-traffic = Đối tượng
gate-field-opens = Giờ mở
gate-field-closes = Giờ đóng
gate-field-clock = Theo giờ của bên
gate-field-by = Bên hạn chế
gate-field-extent = Phạm vi hạn chế
gate-field-begun = Đã áp dụng
gate-field-lifted-on = Ngày bãi bỏ
gate-field-standing = Tình trạng
gate-field-restricted-by = Hạn chế đang áp dụng
gate-field-closed-on = Đóng từ ngày
gate-field-until = Đến ngày (ngày đầu không còn)
