# Gặp gỡ: tên gọi, trạng thái, thao tác, sự kiện và lý do từ chối.
meeting = Cuộc gặp gỡ
meeting-many = Gặp gỡ
meeting-about = Tiếp xúc công việc trên đường biên giới hoặc tại cửa khẩu; bên ta tự ghi chép, lập biên bản chung nếu có nội dung thống nhất.

meeting-state-recorded = đã ghi
meeting-state-signed = đã ký biên bản chung

meeting-command-record = Ghi cuộc gặp gỡ
meeting-command-correct = Sửa ghi chép
meeting-command-sign-record = Ghi nhận biên bản chung đã ký

meeting-fact-recorded = đã ghi cuộc gặp gỡ
meeting-fact-corrected = đã sửa ghi chép
meeting-fact-record-signed = hai bên đã ký biên bản chung

meeting-refusal-not-now = Thao tác này không phù hợp với trạng thái hiện tại của cuộc gặp gỡ. Hãy mở lại bản ghi để xem các thao tác có thể thực hiện.
meeting-refusal-no-counterpart = Không có quan hệ với đơn vị đối diện này. Hãy chọn quan hệ đã đăng ký.
meeting-refusal-in-the-future = Ngày này chưa đến. Hãy ghi nhận khi đã đến ngày.
meeting-refusal-nothing-to-correct = Chưa điền mục nào. Hãy điền nội dung cần sửa.
meeting-refusal-signed-already = Hai bên đã ký ngày { $on }; văn bản đã ký không thay đổi. Hãy ghi điểm khác biệt vào một cuộc gặp gỡ mới hoặc một thư trao đổi.
meeting-refusal-nothing-agreed = Chỉ ký biên bản chung khi có nội dung thống nhất. Hãy sửa ghi chép trước và ghi rõ nội dung đã thống nhất.
meeting-refusal-not-held = Cuộc gặp gỡ diễn ra ngày { $held_on }. Hãy ghi ngày đó hoặc ngày sau đó.
