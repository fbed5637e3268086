# Cụm dân cư: tên gọi, trạng thái, thao tác, sự kiện và lý do từ chối.
community = Cụm dân cư
community-many = Cụm dân cư, thôn, bản
community-about = Thôn, bản hoặc cụm dân cư của một bên, chỉ ghi số liệu chung. Không có dữ liệu cá nhân.

community-state-active = hiện có
community-state-merged = đã hợp nhất
community-state-dissolved = không còn

community-command-register = Đăng ký cụm dân cư
community-command-record-version = Ghi số liệu của ngày khác
community-command-rename = Đổi tên
community-command-merge = Ghi nhận hợp nhất vào cụm khác
community-command-dissolve = Ghi nhận không còn

community-fact-registered = đã đăng ký cụm dân cư
community-fact-version-recorded = đã ghi số liệu của ngày khác
community-fact-renamed = cụm dân cư đã đổi tên
community-fact-merged = cụm dân cư đã hợp nhất vào cụm khác
community-fact-dissolved = cụm dân cư không còn

community-refusal-not-now = Hiện chưa thực hiện được việc này với cụm dân cư ({ $status }).
community-refusal-no-name = Hãy ghi tên bằng ít nhất một ngôn ngữ.
community-refusal-no-side = Không có bên này. Hãy chọn trong danh sách.
community-refusal-no-line = Không có đường biên giới này. Hãy chọn trong danh sách, hoặc để trống.
community-refusal-no-marker-place = Không có vị trí mốc này. Hãy chọn trong danh sách, hoặc để trống.
community-refusal-no-unit = Cụm dân cư nằm trong địa bàn của một đơn vị cùng bên. Hãy chọn đơn vị như vậy, hoặc để trống.
community-refusal-in-the-future = Số liệu phải của ngày đã đến. Hãy kiểm tra ngày.
community-refusal-fewer-people-than-households = Số người ít hơn số hộ dù cả hai đều là số chính xác. Hãy kiểm tra hai số liệu.
community-refusal-no-successor = Cụm dân cư kế thừa phải cùng bên, hiện còn và là cụm khác. Hãy chọn cụm như vậy.


community-field-line = Gần đường biên giới
community-field-near = Vị trí mốc gần nhất
community-field-area-of = Thuộc địa bàn của đơn vị
community-field-as-of = Tính đến ngày
community-field-administrative-unit = Đơn vị hành chính
community-field-households = Số hộ
community-field-people = Số người
community-field-qualifier = Mức chính xác
community-field-languages = Ngôn ngữ sử dụng
community-field-on-line = Nằm sát đường biên giới
community-field-into = Hợp nhất vào cụm dân cư
community-field-merged-on = Ngày hợp nhất
community-field-dissolved-on = Không còn từ ngày
