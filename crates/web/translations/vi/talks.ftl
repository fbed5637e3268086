# Hội đàm: tên gọi, trạng thái, thao tác, trường, sự kiện, liên kết và lý do từ chối.
talks = Hội đàm
talks-many = Hội đàm
talks-about = Cuộc trao đổi chính thức giữa hai đoàn đại biểu, có nghị trình và biên bản do hai trưởng đoàn ký.

talks-state-proposed = đã đề xuất
talks-state-agreed = đã thống nhất ngày
talks-state-held = đã tổ chức
talks-state-signed = đã ký biên bản
talks-state-postponed = đã hoãn
talks-state-declined = đã từ chối
talks-state-cancelled = đã hủy

talks-command-propose = Đề xuất hội đàm
talks-command-record-proposal = Ghi đề xuất của phía bạn
talks-command-answer = Trả lời đề xuất
talks-command-record-answer = Ghi trả lời của phía bạn
talks-command-record-delegations = Ghi thành phần đoàn
talks-command-record-held = Ghi nhận đã hội đàm
talks-command-sign-minutes = Ghi nhận biên bản đã ký
talks-command-postpone = Hoãn hội đàm
talks-command-cancel = Hủy hội đàm

talks-fact-proposed = đã đề xuất hội đàm
talks-fact-other-date-proposed = đã đề xuất ngày khác
talks-fact-agreed = đã thống nhất ngày
talks-fact-declined = đã từ chối đề xuất
talks-fact-delegations-recorded = đã ghi thành phần đoàn
talks-fact-held = đã tổ chức hội đàm
talks-fact-minutes-signed = hai trưởng đoàn đã ký biên bản
talks-fact-postponed = đã hoãn hội đàm
talks-fact-cancelled = đã hủy hội đàm

talks-refusal-not-now = Thao tác này không phù hợp với trạng thái hiện tại của cuộc hội đàm. Hãy mở lại bản ghi để xem các thao tác có thể thực hiện.
talks-refusal-no-counterpart = Quan hệ với đơn vị đối diện này không tồn tại hoặc không có hiệu lực. Hãy chọn quan hệ đang có hiệu lực, hoặc xác nhận quan hệ trước.
talks-refusal-too-late = Chỉ còn đủ { $days } ngày đến ngày đề xuất; cần { $needed } ngày. Hãy đề xuất ngày muộn hơn, hoặc đánh dấu hội đàm khẩn.
talks-refusal-in-the-past = Ngày đề xuất đã qua. Hãy chọn một ngày sắp tới.
talks-refusal-other-host = Trong kỳ này bên chủ trì là { $host }. Hãy ghi bên đó chủ trì, hoặc chọn việc phải thực hiện khác.
talks-refusal-no-occurrence = Việc phải thực hiện này không tồn tại hoặc đã xong. Hãy chọn việc chưa xong, hoặc để trống.
talks-refusal-empty-agenda = Nghị trình chưa có nội dung. Hãy ghi ít nhất một nội dung.
talks-refusal-not-your-turn = Đang chờ trả lời của { $turn }. Hãy ghi trả lời của bên đó.
talks-refusal-no-date = Đã chọn ngày khác nhưng chưa ghi ngày. Hãy ghi ngày và giờ.
talks-refusal-no-interpreter = Mọi tiếp xúc đều qua phiên dịch (Nghị định 89/2009, Điều 8). Hãy ghi phiên dịch theo chức vụ.
talks-refusal-no-delegations = Chưa ghi thành phần hai đoàn. Hãy ghi thành phần đoàn trước.
talks-refusal-item-without-result = Nội dung { $item } của nghị trình cần đúng một kết quả. Hãy ghi kết quả, hoặc “chưa thảo luận”.
talks-refusal-beyond-authority = Đơn vị không được tự thống nhất nội dung { $item } ({ $matter }). Hãy chọn “vượt thẩm quyền”: nội dung được ghi nhận và báo cáo xin ý kiến đơn vị cấp trên.
talks-refusal-no-superior = Chưa đăng ký đơn vị cấp trên để xin ý kiến về nội dung này. Hãy nhờ người quản lý danh bạ đăng ký.
talks-refusal-not-held = Biên bản được ký trong ngày hội đàm hoặc sau đó. Hãy ghi nhận đã hội đàm trước, rồi kiểm tra ngày ký.
talks-refusal-in-the-future = Ngày này chưa đến. Hãy ghi nhận khi đã đến ngày.

item-result-agreed = thống nhất
item-result-noted = ghi nhận
item-result-beyond-authority = vượt thẩm quyền
item-result-reserved = bảo lưu ý kiến
item-result-not-discussed = chưa thảo luận

postpone-reason-epidemic = dịch bệnh
postpone-reason-weather = thời tiết hoặc lũ lụt
postpone-reason-absence = cán bộ vắng mặt
postpone-reason-security = an ninh
postpone-reason-unit-change = đơn vị có thay đổi
postpone-reason-other = lý do khác

answer-accept = đồng ý ngày đề xuất
answer-other-date = ngày khác
answer-decline = từ chối
