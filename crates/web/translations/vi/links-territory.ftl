# Quan hệ giữa bản ghi này với bản ghi khác: vai trò của các liên kết của đường biên giới, mốc và việc sửa chữa mốc.
link-announced-by = được thông báo bằng
link-at-marker = tại mốc
link-at-place = tại vị trí mốc
link-between = giữa các bên
link-erected-by = bên cắm mốc
link-fixed-by = được xác định bằng
link-found-on = phát hiện khi
link-from-place = bắt đầu từ
link-held-before-by = trước do đơn vị phụ trách
link-held-by = do đơn vị phụ trách
link-maintained-by = bên duy tu
link-notified-by = được thông báo bằng
link-on-line = trên đường biên giới
link-to-place = kết thúc tại
