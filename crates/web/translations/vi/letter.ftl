# Thư trao đổi: tên gọi, trạng thái, thao tác, sự kiện, lý do từ chối và sổ đăng ký.
letter = Thư trao đổi
letter-many = Thư trao đổi
letter-about = Văn bản của một đơn vị gửi đơn vị đối diện, được vào sổ thư đi hoặc thư đến theo số.

letter-state-draft = dự thảo
letter-state-approved = đã phê duyệt
letter-state-sent = đã gửi
letter-state-delivered = đã giao
letter-state-acknowledged = phía bạn đã báo nhận
letter-state-received = đã nhận
letter-state-answered = đã trả lời
letter-state-closed = đã kết thúc

letter-command-draft = Soạn thư
letter-command-record-received = Ghi thư đến
letter-command-amend = Sửa dự thảo
letter-command-approve = Phê duyệt dự thảo
letter-command-send = Gửi thư
letter-command-record-delivery = Ghi nhận việc giao thư
letter-command-acknowledge = Ghi nhận phía bạn báo nhận
letter-command-record-answered = Ghi thư trả lời
letter-command-close = Kết thúc thư

letter-fact-drafted = đã soạn thư
letter-fact-amended = đã sửa dự thảo
letter-fact-approved = đã phê duyệt dự thảo
letter-fact-sent = đã gửi thư
letter-fact-delivered = đã giao thư
letter-fact-acknowledged = phía bạn đã báo nhận thư
letter-fact-received = đã nhận thư
letter-fact-answered = thư đã được trả lời
letter-fact-closed = thư đã kết thúc

letter-refusal-not-now = Thao tác này không phù hợp với trạng thái hiện tại của thư. Hãy mở lại bản ghi để xem các thao tác có thể thực hiện.
letter-refusal-no-counterpart = Không có quan hệ với đơn vị đối diện này. Hãy chọn quan hệ đã đăng ký.
letter-refusal-no-letter = Không có thư { $letter }. Hãy chọn thư trong sổ đăng ký.
letter-refusal-not-yet-sent = Thư { $letter } chưa được gửi nên chưa thể trả lời. Hãy chọn thư đã gửi hoặc đã nhận.
letter-refusal-same-direction = Thư { $letter } cùng chiều với thư này. Thư đi trả lời thư đến, thư đến trả lời thư đi.
letter-refusal-not-a-draft = Chỉ sửa được dự thảo. Hãy kết thúc thư này, nêu lý do, và soạn thư mới.
letter-refusal-nothing-to-amend = Chưa điền mục nào. Hãy điền nội dung cần sửa.
letter-refusal-own-draft = Không ai tự phê duyệt nội dung do mình soạn. Hãy nhờ cán bộ khác phê duyệt thư.
letter-refusal-not-approved = Dự thảo chưa được phê duyệt. Hãy trình cán bộ khác phê duyệt trước.
letter-refusal-due-too-early = Hạn trả lời không thể trước ngày { $day }. Hãy ghi ngày đó hoặc ngày sau đó.
letter-refusal-before-sent = Thư được gửi ngày { $sent_on }. Hãy ghi ngày đó hoặc ngày sau đó.
letter-refusal-before-written = Thư được viết ngày { $written_on }. Hãy ghi ngày nhận là ngày đó hoặc ngày sau đó.
letter-refusal-in-the-future = Ngày này chưa đến. Hãy ghi nhận khi đã đến ngày.
letter-refusal-needs-reason = Thư đang chờ trả lời đến ngày { $due_on }. Hãy nêu lý do kết thúc thư khi chưa có trả lời.

register-out = thư đi
register-in = thư đến
