# Sĩ quan liên lạc: tên gọi, trạng thái, thao tác, sự kiện, lý do từ chối và các loại.
liaison-officer = Sĩ quan liên lạc
liaison-officer-many = Sĩ quan liên lạc
liaison-officer-about = Sĩ quan được giới thiệu với bên kia: thường trực để chuyển thư và sắp xếp các cuộc gặp, hoặc cho một cuộc tuần tra.

liaison-officer-state-appointed = đã cử
liaison-officer-state-notified = đã thông báo cho bên kia
liaison-officer-state-accepted = đã được chấp nhận
liaison-officer-state-available = sẵn sàng
liaison-officer-state-attached = đang được cử đi
liaison-officer-state-returned = đã trở về
liaison-officer-state-ended = đã kết thúc
liaison-officer-state-declined = không được chấp nhận

liaison-officer-command-appoint = Cử sĩ quan liên lạc
liaison-officer-command-record-notified = Ghi nhận sĩ quan do phía bạn cử
liaison-officer-command-notify = Ghi nhận đã thông báo cho phía bạn
liaison-officer-command-answer = Trả lời phía bạn
liaison-officer-command-record-answer = Ghi trả lời của phía bạn
liaison-officer-command-make-available = Ghi nhận đã sẵn sàng
liaison-officer-command-attach = Cử đến cuộc tuần tra hoặc hoạt động
liaison-officer-command-record-return = Ghi nhận trở về
liaison-officer-command-record-handed-over = Ghi nhận đã bàn giao
liaison-officer-command-end = Kết thúc nhiệm vụ liên lạc

liaison-officer-fact-appointed = đã cử sĩ quan liên lạc
liaison-officer-fact-notified = đã thông báo cho bên kia
liaison-officer-fact-accepted = đã được chấp nhận
liaison-officer-fact-declined = không được chấp nhận
liaison-officer-fact-made-available = sĩ quan đã sẵn sàng
liaison-officer-fact-attached = đã cử đến hoạt động
liaison-officer-fact-returned = sĩ quan đã trở về
liaison-officer-fact-handed-over = đã bàn giao
liaison-officer-fact-ended = nhiệm vụ liên lạc đã kết thúc

liaison-officer-refusal-not-now = Hiện chưa thực hiện được việc này với sĩ quan liên lạc ({ $status }).
liaison-officer-refusal-no-counterpart = Quan hệ với đơn vị đối diện này không tồn tại hoặc không có hiệu lực. Hãy chọn quan hệ đang có hiệu lực.
liaison-officer-refusal-no-patrol = Sĩ quan cho một cuộc tuần tra cần có cuộc tuần tra đã ghi. Hãy chọn trong danh sách.
liaison-officer-refusal-no-unit = Bên cử sĩ quan không có đơn vị này. Hãy chọn trong danh sách.
liaison-officer-refusal-no-letter = Không có thư này. Hãy chọn trong sổ đăng ký, hoặc để trống.
liaison-officer-refusal-no-record = Không có bản ghi này. Hãy chọn trong danh sách.
liaison-officer-refusal-other-patrol = Sĩ quan này được cử cho cuộc tuần tra { $patrol } và chỉ đi cùng cuộc đó.
liaison-officer-refusal-other-side-answers = Bên được thông báo tự trả lời. Hãy dùng thao tác trả lời còn lại.
liaison-officer-refusal-no-remark = Không chấp nhận thì cần nêu lý do. Hãy ghi lý do.
liaison-officer-refusal-not-persons = Việc bàn giao người do đại diện biên giới, phó đại diện hoặc trợ lý trực tiếp thực hiện, không qua sĩ quan liên lạc.
liaison-officer-refusal-still-attached = Sĩ quan đang được cử đi. Hãy ghi nhận trở về trước.
liaison-officer-refusal-in-the-future = Việc cần ghi chưa diễn ra. Hãy ghi nhận sau khi đã diễn ra.
liaison-officer-refusal-wrong-order = Ngày { $later } sớm hơn ngày { $earlier }, không đúng thứ tự. Hãy kiểm tra các ngày.

liaison-kind-standing = thường trực
liaison-kind-one-patrol = cho một cuộc tuần tra

thing-handed-over-letter = thư
thing-handed-over-animal = gia súc, động vật
thing-handed-over-property = tài sản
thing-handed-over-person = người

liaison-officer-field-name = Họ và tên
liaison-officer-field-rank = Cấp bậc
liaison-officer-field-unit = Công tác tại đơn vị
liaison-officer-field-appointed-on = Ngày cử
liaison-officer-field-attachment = Lần được cử đi
liaison-officer-field-attachments = Các lần được cử đi
liaison-officer-field-to = Đến cuộc tuần tra hoặc bản ghi
liaison-officer-field-until-on = Ngày dự kiến trở về
liaison-officer-field-returned-on = Ngày trở về
liaison-officer-field-handed-over = Đã bàn giao
liaison-officer-field-handed-on = Ngày bàn giao
liaison-officer-field-thing = Loại
liaison-officer-field-office = Chức vụ
liaison-officer-field-record = Bản ghi
liaison-officer-field-patrol = Cuộc tuần tra
