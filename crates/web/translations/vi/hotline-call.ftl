# Cuộc gọi đường dây nóng: tên gọi, trạng thái, thao tác, sự kiện, lý do từ chối và lựa chọn.
hotline-call = Cuộc gọi đường dây nóng
hotline-call-many = Điện thoại đường dây nóng
hotline-call-about = Cuộc gọi qua đường dây đã thống nhất, có trả lời hoặc không; mỗi bên tự ghi chép.

hotline-call-state-attempted = không trả lời
hotline-call-state-noted = đã ghi chép
hotline-call-state-read-back = đã đọc lại
hotline-call-state-confirmed = đã xác nhận bằng văn bản
hotline-call-state-closed = đã kết thúc

hotline-call-command-record-attempt = Ghi cuộc gọi
hotline-call-command-read-back = Ghi nhận đã đọc lại
hotline-call-command-confirm-in-writing = Ghi thư xác nhận cuộc gọi
hotline-call-command-close = Kết thúc cuộc gọi

hotline-call-fact-recorded = đã ghi cuộc gọi
hotline-call-fact-read-back = đã đọc lại nội dung ghi chép
hotline-call-fact-confirmed-in-writing = cuộc gọi đã được xác nhận bằng thư
hotline-call-fact-closed = cuộc gọi đã kết thúc

hotline-call-refusal-not-now = Thao tác này không phù hợp với trạng thái hiện tại của cuộc gọi. Hãy mở lại bản ghi để xem các thao tác có thể thực hiện.
hotline-call-refusal-no-counterpart = Không có quan hệ với đơn vị đối diện này. Hãy chọn quan hệ đã đăng ký.
hotline-call-refusal-in-the-future = Thời điểm gọi chưa đến. Hãy kiểm tra ngày và giờ.
hotline-call-refusal-nothing-was-said = Không có người trả lời nên không có nội dung thông báo hoặc lời hứa. Hãy để trống cả hai mục, hoặc ghi là cuộc gọi có trả lời.
hotline-call-refusal-not-connected = Cuộc gọi này không có người trả lời. Hãy ghi lần gọi tiếp theo thành một cuộc gọi riêng, tiếp nối cuộc gọi này.
hotline-call-refusal-no-earlier-call = Không có cuộc gọi trước như vậy. Hãy chọn cuộc gọi đã ghi, hoặc để trống.
hotline-call-refusal-needs-letter = Cuộc gọi có nội dung thông báo, phải được xác nhận bằng thư trong vòng { $hours } giờ. Hãy ghi thư đó trước.
hotline-call-refusal-no-letter = Không có thư { $letter }. Hãy chọn thư trong sổ đăng ký.
hotline-call-refusal-letter-not-sent = Thư { $letter } chưa được gửi. Hãy gửi thư trước.
hotline-call-refusal-letter-before-call = Thư { $letter } có trước cuộc gọi. Hãy chọn thư xác nhận cuộc gọi.

caller-own = bên ta
caller-other = phía bạn

call-outcome-no-answer = không trả lời
call-outcome-connected = có trả lời

urgency-ordinary = thường
urgency-urgent = khẩn
