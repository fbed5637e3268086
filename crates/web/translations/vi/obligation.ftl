# Nghĩa vụ: tên gọi, trạng thái, thao tác, sự kiện và lý do từ chối; hoạt động, bên chủ trì.
obligation = Nghĩa vụ
obligation-many = Nghĩa vụ
obligation-about = Một nội dung cam kết mà thỏa thuận yêu cầu đơn vị thực hiện lặp lại; từ đó phát sinh các việc phải thực hiện có thời hạn.

obligation-state-active = đang áp dụng
obligation-state-ended = đã kết thúc

obligation-command-register = Đăng ký nghĩa vụ
obligation-command-schedule = Lập lịch việc phải thực hiện
obligation-command-end = Kết thúc nghĩa vụ

obligation-fact-registered = đã đăng ký nghĩa vụ
obligation-fact-scheduled = đã lập lịch việc phải thực hiện
obligation-fact-ended = nghĩa vụ đã kết thúc

obligation-refusal-not-now = Thao tác này không phù hợp với trạng thái hiện tại của nghĩa vụ. Hãy mở lại bản ghi để xem các thao tác có thể thực hiện.
obligation-refusal-no-name = Nghĩa vụ chưa có tên. Hãy ghi tên bằng ít nhất một ngôn ngữ.
obligation-refusal-no-agreement = Không có thỏa thuận này. Hãy chọn thỏa thuận đã đăng ký, hoặc đăng ký thỏa thuận trước.
obligation-refusal-no-unit = Không có đơn vị { $unit }. Hãy chọn đơn vị đã đăng ký, hoặc đăng ký đơn vị trước.
obligation-refusal-no-counterpart = Quan hệ với đơn vị đối diện này không tồn tại hoặc đã kết thúc. Hãy chọn quan hệ khác.
obligation-refusal-counterpart-of-other-unit = Quan hệ này là của đơn vị { $unit }. Hãy chọn đơn vị đó, hoặc chọn quan hệ khác.
obligation-refusal-no-first-host = Hai bên luân phiên chủ trì nhưng chưa có bên chủ trì đầu tiên. Hãy chọn bên đó.
obligation-refusal-host-not-involved = { $host } không thuộc hai bên của quan hệ này. Hãy chọn một trong hai bên làm bên chủ trì đầu tiên.
obligation-refusal-nothing-new = Mọi kỳ bắt đầu trước ngày { $until } đều đã có việc phải thực hiện. Hãy chọn ngày muộn hơn để lập lịch thêm.
obligation-refusal-not-in-force = Không có phiên bản thỏa thuận nào có hiệu lực khi bắt đầu các kỳ từ ngày { $from }. Hãy ghi nhận ngày có hiệu lực trước, hoặc chọn ngày muộn hơn.

obligation-field-periods = Các kỳ đã lập lịch
obligation-field-index = Thứ tự, tính từ 0

activity-talks = hội đàm
activity-meeting = gặp gỡ
activity-bilateral-patrol = tuần tra song phương
activity-law-enforcement-patrol = tuần tra liên hợp chấp pháp
activity-letter = thư trao đổi
activity-visit = thăm nhau
activity-outreach = tuyên truyền, giao lưu
activity-training = tập huấn, trao đổi

hosts-alternate = hai bên luân phiên
hosts-own = luôn là bên ta
hosts-other = luôn là phía bạn
hosts-any = bên nào cũng được
