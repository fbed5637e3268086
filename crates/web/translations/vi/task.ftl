# Nhiệm vụ: tên gọi, trạng thái, thao tác, sự kiện và lý do từ chối.
task = Nhiệm vụ
task-many = Nhiệm vụ
task-about = Việc mà cuộc hội đàm, gặp gỡ hoặc tuần tra giao cho một bên thực hiện, có thời hạn.

task-state-open = cần thực hiện
task-state-closed = đã xong
task-state-cancelled = đã hủy

task-command-open = Mở nhiệm vụ
task-command-close = Hoàn thành nhiệm vụ
task-command-postpone = Hoãn nhiệm vụ
task-command-cancel = Hủy nhiệm vụ

task-fact-opened = đã mở nhiệm vụ
task-fact-closed = nhiệm vụ đã xong
task-fact-postponed = đã hoãn nhiệm vụ
task-fact-cancelled = đã hủy nhiệm vụ

task-refusal-not-now = Thao tác này không phù hợp với trạng thái hiện tại của nhiệm vụ. Hãy mở lại bản ghi để xem các thao tác có thể thực hiện.
task-refusal-no-counterpart = Không có quan hệ với đơn vị đối diện này. Hãy chọn quan hệ đã đăng ký.
task-refusal-not-a-side = { $side } không thuộc hai bên của quan hệ này. Hãy giao nhiệm vụ cho một trong hai bên.
task-refusal-not-later = Thời hạn của nhiệm vụ đã là ngày { $due_on }. Hãy ghi ngày muộn hơn.
