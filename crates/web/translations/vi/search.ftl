# Tìm kiếm.
search-form-label = Tìm theo loại và kỳ
search-kind = Loại bản ghi
search-period = Kỳ
search-kinds = Các loại tìm thấy
search-any-kind = Tất cả các loại
search-more = Tìm thấy hơn { $total } bản ghi.
search-more-kinds = Số theo loại được đếm trong các bản ghi mới nhất.
search-next = Xem thêm kết quả
search-first = Về kết quả đầu
search-nothing = Không có bản ghi nào thuộc quyền xem của bạn có đủ các từ này.
search-fewer = Bớt một từ
search-names = Tên bắt đầu như vậy
search-how = Cách tìm
help-search-title = Tìm kiếm
help-search = Mọi từ đều phải khớp; có thể gõ không dấu, nhưng chữ viết đúng dấu được xếp trước. "Cụm từ trong ngoặc kép" phải đứng liền nhau; dấu trừ để loại bỏ: cháy -diễn. Số được tìm đúng như đã viết: 97 không phải là 97(1) hay 97/2. Ngày có thể viết 14.02.2026, 2026-02-14, tháng 2 năm 2026. Tên đơn vị, địa điểm hoặc cán bộ cũng tìm ra những gì liên quan; tên loại hoặc trạng thái, như hội đàm, bản nháp, tìm ra các bản ghi đó. Xếp trước là số và tên khớp hoàn toàn, rồi đến cụm từ đứng liền nhau, sau đó là mới nhất.
