# Vị trí mốc: tên gọi, trạng thái, thao tác, sự kiện và lý do từ chối.
marker-place = Vị trí mốc
marker-place-many = Vị trí mốc
marker-place-about = Vị trí có số hiệu trên đường biên giới, tại đó có một, hai hoặc ba mốc. Vị trí 97 khác với mốc 97(1).

marker-place-state-registered = đã đăng ký
marker-place-state-withdrawn = đã rút khỏi sổ đăng ký

marker-place-command-register = Đăng ký vị trí mốc
marker-place-command-amend = Sửa đổi vị trí mốc
marker-place-command-withdraw = Rút khỏi sổ đăng ký

marker-place-fact-registered = đã đăng ký vị trí mốc
marker-place-fact-amended = đã sửa đổi vị trí mốc
marker-place-fact-withdrawn = đã rút khỏi sổ đăng ký

marker-place-refusal-not-now = Hiện chưa thực hiện được việc này với vị trí mốc ({ $status }).
marker-place-refusal-no-line = Không có đường biên giới này. Hãy chọn trong danh sách.
marker-place-refusal-no-number = “{ $number }” không phải là số hiệu vị trí mốc. Hãy ghi như 87, 230/11 hoặc T10.
marker-place-refusal-names-a-marker = Đây là số hiệu của một trong nhiều mốc. Vị trí mốc có số hiệu { $number }.
marker-place-refusal-number-taken = Đường biên giới đã có vị trí mốc { $number }. Hãy mở vị trí đó.

marker-place-field-remarks = Ghi chú
arrangement-single = mốc đơn
arrangement-double = mốc đôi
arrangement-triple = mốc ba
