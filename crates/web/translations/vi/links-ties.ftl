# Quan hệ giữa các bản ghi: vai trò liên kết của địa điểm, kết nghĩa và người giữ chức vụ.
link-attached-to = được cử đến
link-continues = tiếp nối
link-credential-of = giấy ủy nhiệm ghi tên
link-handed-over = đã bàn giao
link-handled = đã giải quyết
link-head-of = đơn vị của trưởng đoàn
link-in-area-of = thuộc địa bàn của
link-mandated-by = được ủy quyền bởi
link-named-for = được cử cho
link-near = gần
link-along = dọc đường biên giới
link-on-segment = cho đoạn biên giới
link-other-member = thành viên phía bạn
link-own-member = thành viên bên ta
link-received-by = do đơn vị tiếp đón
link-through = qua cửa khẩu
link-told-by = thông báo bằng thư
