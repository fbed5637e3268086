# Đường biên giới: tên gọi, trạng thái, thao tác, sự kiện và lý do từ chối.
line = Đường biên giới
line-many = Đường biên giới
line-about = Đường biên giới giữa các nước láng giềng: tên gọi, chiều dài theo văn kiện và các văn kiện xác định đường biên giới đó. Hướng đi của đường biên giới do các văn kiện đó quy định, không do phần mềm này.

line-state-registered = đã đăng ký

line-command-register = Đăng ký đường biên giới
line-command-amend = Ghi phiên bản mới

line-fact-registered = đã đăng ký đường biên giới
line-fact-amended = đã ghi phiên bản mới

line-refusal-not-now = Đường biên giới này đã được đăng ký, hoặc chưa được đăng ký.
line-refusal-no-name = Hãy ghi tên bằng ít nhất một ngôn ngữ.
line-refusal-few-sides = Đường biên giới nằm giữa ít nhất hai bên. Hãy chọn các bên.
line-refusal-no-side = Không có bên { $side }. Hãy chọn trong danh sách.
line-refusal-no-agreement = Không có thỏa thuận { $agreement }. Hãy chọn trong danh sách.
line-refusal-no-source = Chiều dài phải theo một văn kiện. Hãy ghi cả văn kiện đó.
line-refusal-not-a-file-name = “{ $drawing }” không phải là tên tệp hình vẽ. Hãy ghi tên một tệp .geojson của hồ sơ, không kèm thư mục.
line-refusal-not-later = Phiên bản hiện hành bắt đầu từ ngày { $from }. Hãy ghi ngày muộn hơn.

medium-land = trên đất liền
medium-river = trên sông, suối
medium-mixed = trên đất liền và sông, suối
