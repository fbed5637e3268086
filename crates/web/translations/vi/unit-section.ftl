# Đoạn đơn vị phụ trách: tên gọi, trạng thái, thao tác, sự kiện và lý do từ chối.
unit-section = Đoạn đơn vị phụ trách
unit-section-many = Đoạn đơn vị phụ trách
unit-section-about = Đoạn biên giới do một đơn vị phụ trách trong một thời gian, và các đơn vị phụ trách trước đó. Khác với đoạn biên giới theo hiệp định.

unit-section-state-held = đang phụ trách
unit-section-state-ended = đã kết thúc

unit-section-command-register = Đăng ký đoạn phụ trách
unit-section-command-hand-over = Bàn giao cho đơn vị khác
unit-section-command-close = Kết thúc đoạn phụ trách

unit-section-fact-registered = đã đăng ký đoạn phụ trách
unit-section-fact-handed-over = đã bàn giao cho đơn vị khác
unit-section-fact-overlap-noted = đơn vị khác cũng phụ trách một phần
unit-section-fact-closed = đã kết thúc đoạn phụ trách

unit-section-refusal-not-now = Hiện chưa thực hiện được việc này với đoạn phụ trách ({ $status }).
unit-section-refusal-no-unit = Không có đơn vị { $unit }. Hãy chọn trong danh sách.
unit-section-refusal-dissolved = { $unit } giải thể từ ngày { $on }. Hãy chọn đơn vị kế thừa.
unit-section-refusal-other-side = { $unit } thuộc bên khác. Đoạn phụ trách chỉ bàn giao cho đơn vị cùng một bên.
unit-section-refusal-same-unit = { $unit } đang phụ trách đoạn này. Hãy chọn đơn vị khác.
unit-section-refusal-no-line = Không có đường biên giới này. Hãy chọn trong danh sách.
unit-section-refusal-no-place = Không có vị trí mốc { $place }, hoặc đã rút khỏi sổ đăng ký. Hãy chọn trong danh sách.
unit-section-refusal-other-line = { $number } nằm trên đường biên giới khác. Hãy chọn các vị trí mốc của đường này.
unit-section-refusal-wrong-order = Vị trí đầu phải đứng trước vị trí cuối dọc theo đường biên giới. Hãy đổi lại hai vị trí.
unit-section-refusal-overlap = Cùng thời gian đó { $unit } phụ trách đoạn { $stretch }. Hãy đổi vị trí hoặc ngày, hoặc ghi lý do cả hai cùng phụ trách.
unit-section-refusal-not-later = Đơn vị hiện nay phụ trách từ ngày { $from }. Hãy ghi ngày muộn hơn.
