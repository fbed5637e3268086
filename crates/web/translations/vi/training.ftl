# Tập huấn: tên gọi, trạng thái, thao tác, sự kiện, lý do từ chối, loại và các trường.
training = Tập huấn, trao đổi
training-many = Tập huấn, trao đổi
training-about = Một bên tập huấn cho bên kia, hoặc hai bên trao đổi kinh nghiệm; cả với nước thứ ba hoặc tổ chức quốc tế.

training-state-planned = dự kiến
training-state-postponed = đã hoãn
training-state-held = đã tổ chức
training-state-evaluated = đã đánh giá
training-state-cancelled = đã hủy

training-command-plan = Lập kế hoạch tập huấn
training-command-amend = Sửa kế hoạch
training-command-postpone = Hoãn tập huấn
training-command-record-new-day = Ghi ngày mới
training-command-record-held = Ghi nhận đã tổ chức
training-command-correct = Sửa số ngày và số người
training-command-record-evaluation = Ghi đánh giá kết quả
training-command-cancel = Hủy tập huấn

training-fact-planned = đã lập kế hoạch tập huấn
training-fact-amended = đã sửa kế hoạch
training-fact-postponed = đã hoãn tập huấn
training-fact-new-day-recorded = đã có ngày mới
training-fact-held = đã tổ chức tập huấn
training-fact-corrected = đã sửa số ngày và số người
training-fact-evaluated = đã đánh giá kết quả
training-fact-cancelled = đã hủy tập huấn

training-refusal-not-now = Thao tác này không phù hợp với trạng thái hiện tại của đợt tập huấn. Hãy mở lại bản ghi để xem các thao tác có thể thực hiện.
training-refusal-no-counterpart = Quan hệ với đơn vị đối diện này không tồn tại hoặc không có hiệu lực. Hãy chọn quan hệ đang có hiệu lực, hoặc xác nhận quan hệ trước.
training-refusal-no-partner = Tập huấn phải có đối tác. Hãy chọn đơn vị đối diện, hoặc ghi nước thứ ba, tổ chức quốc tế.
training-refusal-nobody-asked = Khi hoãn phải ghi bên đề nghị. Hãy chọn một trong hai bên.
training-refusal-no-host = Khi không có đối tác nước thứ ba, một trong hai bên chủ trì. Hãy chọn bên chủ trì.
training-refusal-host-not-involved = { $host } không tham gia hoạt động này. Hãy chọn bên ta hoặc bên của đơn vị đối diện làm bên chủ trì.
training-refusal-not-a-side = { $side } không tham gia hoạt động này. Hãy chọn bên ta hoặc bên của đơn vị đối diện.
training-refusal-no-programme = Chương trình dài hạn này không tồn tại hoặc đã kết thúc trước ngày đó. Hãy chọn chương trình khác, hoặc để trống.
training-refusal-no-occurrence = Việc phải thực hiện này không tồn tại hoặc đã xong. Hãy chọn việc chưa xong, hoặc để trống.
training-refusal-other-activity = Việc này yêu cầu loại hoạt động khác. Hãy chọn việc về tập huấn.
training-refusal-other-host = Trong kỳ này bên chủ trì là { $host }. Hãy ghi bên đó chủ trì, hoặc chọn việc phải thực hiện khác.
training-refusal-days-do-not-fit = { $days } ngày tập huấn là không phù hợp. Hãy ghi ít nhất một ngày, và không nhiều hơn số ngày từ ngày đầu đến ngày cuối.
training-refusal-in-the-past = Ngày này đã qua. Hãy chọn một ngày sắp tới.
training-refusal-in-the-future = Việc cần ghi chưa diễn ra. Hãy ghi nhận sau khi đã diễn ra.
training-refusal-wrong-order = Ngày { $later } sớm hơn ngày { $earlier }, không đúng thứ tự. Hãy kiểm tra các ngày.
training-refusal-too-many-passed = Có { $participants } người tham gia. Số người hoàn thành không thể nhiều hơn.
training-refusal-nothing-changed = Không có gì khác với nội dung hiện có. Hãy điền nội dung cần thay đổi.

training-kind-training = tập huấn
training-kind-professional-exchange = trao đổi nghiệp vụ
training-kind-political-work-exchange = giao lưu công tác chính trị
training-kind-patrol-experience = trao đổi kinh nghiệm tuần tra
training-kind-grass-roots-experience = trao đổi kinh nghiệm công tác cơ sở
training-kind-young-officers-exchange = giao lưu sĩ quan trẻ

training-field-partner = Đối tác nước thứ ba
training-field-days = Số ngày tập huấn
training-field-evaluated-on = Ngày đánh giá
training-field-passed = Số người hoàn thành
hint-partner = Nước thứ ba hoặc tổ chức quốc tế. Để trống nếu chỉ có hai bên.
hint-passed = Chỉ ghi số, không ghi tên.
