# Chuyến thăm: tên gọi, trạng thái, thao tác, sự kiện, lý do từ chối, dịp thăm và các trường.
visit = Chuyến thăm
visit-many = Chuyến thăm
visit-about = Một bên đến thăm bên kia, không có nghị trình, theo lễ nghi, nhân ngày lễ hoặc để chia buồn; báo trước, hoặc ghi lại sau.

visit-state-recorded = đã ghi
visit-state-announced = đã báo trước
visit-state-answered = đã thống nhất ngày
visit-state-postponed = đã hoãn
visit-state-held = đã diễn ra
visit-state-declined = đã từ chối
visit-state-cancelled = đã hủy

visit-command-record = Ghi chuyến thăm
visit-command-announce = Báo trước chuyến thăm
visit-command-record-announcement = Ghi thông báo của phía bạn
visit-command-answer = Trả lời thông báo
visit-command-record-answer = Ghi trả lời của phía bạn
visit-command-record-held = Ghi nhận chuyến thăm đã diễn ra
visit-command-postpone = Hoãn chuyến thăm
visit-command-record-new-day = Ghi ngày mới
visit-command-correct = Sửa chuyến thăm
visit-command-cancel = Hủy chuyến thăm

visit-fact-recorded = đã ghi chuyến thăm
visit-fact-announced = đã báo trước chuyến thăm
visit-fact-other-date-proposed = đã đề xuất ngày khác
visit-fact-answered = đã thống nhất ngày
visit-fact-declined = đã từ chối chuyến thăm
visit-fact-held = chuyến thăm đã diễn ra
visit-fact-postponed = đã hoãn chuyến thăm
visit-fact-new-day-recorded = đã có ngày mới
visit-fact-corrected = đã sửa chuyến thăm
visit-fact-cancelled = đã hủy chuyến thăm

visit-refusal-not-now = Thao tác này không phù hợp với trạng thái hiện tại của chuyến thăm. Hãy mở lại bản ghi để xem các thao tác có thể thực hiện.
visit-refusal-no-counterpart = Không có quan hệ với đơn vị đối diện này, hoặc quan hệ không có hiệu lực. Hãy chọn quan hệ đã đăng ký; chuyến thăm sắp tới cần quan hệ đang có hiệu lực.
visit-refusal-not-a-side = { $side } không thuộc hai bên của quan hệ này. Hãy chọn một trong hai bên.
visit-refusal-no-delegation = Không có đoàn đại biểu này. Hãy chọn đoàn đã đăng ký, hoặc để trống.
visit-refusal-no-occurrence = Việc phải thực hiện này không tồn tại hoặc đã xong. Hãy chọn việc chưa xong, hoặc để trống.
visit-refusal-other-activity = Việc này yêu cầu loại hoạt động khác. Hãy chọn việc về thăm nhau.
visit-refusal-other-host = Trong kỳ này bên chủ trì là { $host }. Hãy để bên kia làm khách, hoặc chọn việc phải thực hiện khác.
visit-refusal-not-your-turn = Đang chờ trả lời của { $turn }. Hãy ghi trả lời của bên đó.
visit-refusal-no-date = Đã chọn ngày khác nhưng chưa ghi ngày. Hãy ghi ngày.
visit-refusal-in-the-past = Ngày này đã qua. Hãy chọn một ngày sắp tới.
visit-refusal-in-the-future = Ngày này chưa đến. Hãy ghi chuyến thăm sau khi đã diễn ra.
visit-refusal-nothing-changed = Không có gì khác với nội dung hiện có. Hãy điền nội dung cần sửa.

visit-occasion-holiday = ngày lễ
visit-occasion-courtesy = thăm xã giao
visit-occasion-working-visit = thăm làm việc
visit-occasion-anniversary = ngày kỷ niệm
visit-occasion-condolence = chia buồn

visit-field-visit = Chuyến thăm
visit-field-guest = Bên đến thăm
visit-field-occasion = Dịp thăm
visit-field-own-head = Trưởng đoàn bên ta
visit-field-gifts = Quà tặng
visit-field-delegation = Đoàn đại biểu
visit-field-corrections = Nội dung trước khi sửa
visit-field-corrected-at = Thời điểm sửa
visit-field-declined-by = Bên từ chối
hint-guest = Bên đến thăm. Để trống nếu đó là bên báo trước.
hint-gifts = Quà hai bên tặng nhau.
