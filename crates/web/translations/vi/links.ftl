# Quan hệ giữa bản ghi này với bản ghi khác: vai trò của các liên kết.
link-with = phối hợp với
link-meets = thực hiện
link-follows = tiếp nối
link-opened-by = phát sinh từ
link-answers = trả lời
link-answered-by = được trả lời bằng
link-confirmed-by = được xác nhận bằng
link-own-unit = đơn vị bên ta
link-other-unit = đơn vị phía bạn
link-under = căn cứ theo
