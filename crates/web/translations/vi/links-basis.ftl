# Quan hệ giữa bản ghi này với bản ghi khác: vai trò của các liên kết của thỏa thuận, nghĩa vụ và việc phải thực hiện.
link-party = đơn vị tham gia
link-met-by = được thực hiện bằng
link-replaced-by = được thay thế bằng
link-agreed-by = được thống nhất bằng
link-held-again = tổ chức thêm
