# Đơn vị đối diện: tên gọi, trạng thái, thao tác, sự kiện, lý do từ chối và loại.
counterpart = Đơn vị đối diện
counterpart-many = Đơn vị đối diện
counterpart-about = Đơn vị nào của bên ta phối hợp với đơn vị nào phía bạn, về việc gì, từ khi nào đến khi nào.

counterpart-state-proposed = đã đề xuất
counterpart-state-notified = đã thông báo phía bạn
counterpart-state-in-force = có hiệu lực
counterpart-state-unconfirmed = cần xác nhận lại
counterpart-state-ended = đã kết thúc

counterpart-command-register = Đăng ký đơn vị đối diện
counterpart-command-notify = Ghi nhận đã thông báo phía bạn
counterpart-command-confirm = Xác nhận đơn vị đối diện
counterpart-command-mark-unconfirmed = Ghi nhận đơn vị có thay đổi
counterpart-command-close = Kết thúc quan hệ

counterpart-fact-registered = đã đăng ký quan hệ
counterpart-fact-notified = đã thông báo phía bạn
counterpart-fact-confirmed = đã xác nhận quan hệ
counterpart-fact-unconfirmed = đơn vị có thay đổi; cần xác nhận lại
counterpart-fact-closed = quan hệ đã kết thúc

counterpart-refusal-not-now = Thao tác này không phù hợp với trạng thái hiện tại của quan hệ. Hãy mở lại bản ghi để xem các thao tác có thể thực hiện.
counterpart-refusal-no-unit = Không có đơn vị { $unit }. Hãy chọn đơn vị đã đăng ký, hoặc đăng ký đơn vị trước.
counterpart-refusal-not-across-the-line = Một quan hệ nối một đơn vị bên ta với một đơn vị phía bạn. Hãy chọn mỗi bên một đơn vị.

counterpart-kind-talks = hội đàm, gặp gỡ, thư trao đổi
counterpart-kind-bilateral-patrol = tuần tra song phương
counterpart-kind-law-enforcement-patrol = tuần tra liên hợp chấp pháp
counterpart-kind-gate = công việc cửa khẩu
counterpart-kind-civil-authority = chính quyền địa phương
