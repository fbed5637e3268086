# Việc phải thực hiện: một việc có thời hạn; trạng thái, thao tác, sự kiện và lý do từ chối.
occurrence = Việc phải thực hiện
occurrence-many = Việc phải thực hiện
occurrence-about = Một việc có thời hạn theo thỏa thuận: phải làm gì trong một kỳ, đến khi nào và kết quả ra sao.

occurrence-state-scheduled = đã lập lịch
occurrence-state-met = đã thực hiện
occurrence-state-met-late = đã thực hiện muộn
occurrence-state-postponed = hai bên thống nhất hoãn
occurrence-state-waived = hai bên thống nhất miễn
occurrence-state-replaced = thay bằng thư hoặc cuộc gọi
occurrence-state-missed = không tổ chức
occurrence-state-lapsed = không còn phải thực hiện

occurrence-command-schedule = Lập lịch việc
occurrence-command-meet = Ghi bản ghi đã thực hiện việc
occurrence-command-postpone = Ghi nhận hai bên thống nhất hoãn
occurrence-command-waive = Ghi nhận hai bên thống nhất miễn
occurrence-command-replace = Ghi thư hoặc cuộc gọi thay thế
occurrence-command-miss = Ghi nhận không tổ chức
occurrence-command-lapse = Ghi nhận không còn phải thực hiện

occurrence-fact-scheduled = đã lập lịch việc
occurrence-fact-met = việc đã thực hiện
occurrence-fact-met-late = việc đã thực hiện muộn
occurrence-fact-held-again = đã tổ chức thêm
occurrence-fact-postponed = đã thống nhất hoãn
occurrence-fact-waived = hai bên đã thống nhất miễn
occurrence-fact-replaced = đã thay bằng thư hoặc cuộc gọi
occurrence-fact-missed = việc không tổ chức
occurrence-fact-lapsed = việc không còn phải thực hiện

occurrence-refusal-not-now = Thao tác này không phù hợp với trạng thái hiện tại của việc. Hãy mở lại bản ghi để xem các thao tác có thể thực hiện.
occurrence-refusal-already-scheduled = Đã có việc phải thực hiện của kỳ { $period }. Hãy mở việc đó.
occurrence-refusal-in-the-future = Ngày này chưa đến. Hãy ghi nhận khi đã đến ngày.
occurrence-refusal-not-later = Thời hạn hiện nay là ngày { $due_on }. Khi hoãn phải ghi ngày muộn hơn.
occurrence-refusal-no-letter = Không có thư này. Hãy chọn thư đã đăng ký, hoặc để trống.
occurrence-refusal-no-replacement = Chỉ thư hoặc cuộc gọi đường dây nóng mới thay thế được việc này. Hãy chọn bản ghi đã đăng ký.
occurrence-refusal-not-yet-due = Còn thời hạn đến ngày { $due_on }. Hãy ghi nhận không tổ chức sau ngày đó.
