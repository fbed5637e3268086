# Phần dùng chung của tuyên truyền, hỗ trợ, tập huấn, khen thưởng và chuyến thăm: trường, liên kết, mức chính xác của con số.
field-postponements = Các lần hoãn
field-programme = Chương trình dài hạn
link-programme = thuộc chương trình
link-among = với người dân
link-delegation = đoàn đại biểu
