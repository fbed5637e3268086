# Các trường dùng chung của cửa khẩu, kết nghĩa và người giữ chức vụ; và gợi ý cho các trường khó.
field-absence = Lý do vắng mặt
field-accepts = Chấp nhận
field-authority = Cơ quan có thẩm quyền
field-ended-on = Ngày kết thúc
field-notified-on = Ngày thông báo cho bên kia
field-person = Người giữ chức vụ
field-told-on = Ngày thông báo cho bên kia
field-what = Nội dung

hint-accepts = Để trống nếu không chấp nhận, và ghi lý do.
hint-told-on = Để trống đến khi đã thông báo; cho đến lúc đó bản ghi vẫn còn hạn phải làm.
hint-other-names = Mỗi dòng một tên, nếu chưa có bản ghi.
hint-points = Mỗi dòng một điểm; các điểm được đánh số theo thứ tự này.
hint-note-signed-on = Cần ghi khi đã ký kết nghĩa; thành viên mới được tính từ ngày này.
hint-clock = Bên mà giờ được tính theo.
hint-opens = Ghi như 07:00.
hint-host-unit = Để trống nếu là đơn vị trong quan hệ đối diện.
hint-persons = Tính cả trưởng đoàn và phiên dịch.
