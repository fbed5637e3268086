# Mốc quốc giới: tên gọi, tình trạng, thao tác, sự kiện và lý do từ chối.
marker = Mốc quốc giới
marker-many = Mốc quốc giới
marker-about = Mốc tại một vị trí có số hiệu, với tọa độ theo văn kiện và những gì đã quan sát. Kết quả quan sát không làm thay đổi vị trí đã đăng ký.

marker-state-registered = đã đăng ký, chưa ghi tình trạng
marker-state-intact = nguyên vẹn
marker-state-damaged = hư hỏng
marker-state-seriously-damaged = hư hỏng nặng
marker-state-suspected-displaced = nghi xê dịch
marker-state-displaced = xê dịch, hai bên đã xác nhận
marker-state-destroyed = bị phá hủy
marker-state-missing = không tìm thấy
marker-state-restored = đã khôi phục
marker-state-re-sited = đã đặt tại vị trí khác, đường biên giới không đổi
marker-state-withdrawn = không còn trong sổ đăng ký

marker-command-register = Đăng ký mốc
marker-command-observe = Ghi kết quả quan sát
marker-command-register-position = Đăng ký vị trí theo văn kiện
marker-command-amend = Sửa đổi theo văn kiện
marker-command-follow-works = Cập nhật theo việc sửa chữa mốc
marker-command-withdraw = Rút khỏi sổ đăng ký

marker-fact-registered = đã đăng ký mốc
marker-fact-observed = đã quan sát mốc
marker-fact-position-registered = đã đăng ký vị trí theo văn kiện
marker-fact-amended = đã sửa đổi sổ đăng ký
marker-fact-works-followed = đã cập nhật theo việc sửa chữa mốc
marker-fact-withdrawn = đã rút khỏi sổ đăng ký

marker-refusal-not-now = Hiện chưa thực hiện được việc này với mốc ({ $status }).
marker-refusal-no-place = Không có vị trí mốc này, hoặc đã rút khỏi sổ đăng ký. Hãy chọn trong danh sách.
marker-refusal-no-number = “{ $number }” không phải là số hiệu mốc. Hãy ghi như trên mốc: 87, 171(1), 230/11 hoặc T10.
marker-refusal-other-place = Mốc { $number } không ở vị trí { $place }. Hãy kiểm tra số hiệu, hoặc chọn đúng vị trí.
marker-refusal-number-taken = Đường biên giới đã có mốc { $number }. Hãy mở mốc đó.
marker-refusal-no-side = Không có bên { $side }. Hãy chọn trong danh sách.
marker-refusal-no-document = Vị trí đăng ký phải theo văn kiện. Hãy ghi văn kiện, hoặc để trống vị trí.
marker-refusal-no-agreement = Không có thỏa thuận { $agreement }. Hãy chọn trong danh sách.
marker-refusal-no-coordinates = Thiếu tọa độ, hoặc thiếu vĩ độ hay kinh độ. Hãy ghi đủ cả hai, hoặc ghi nguyên văn theo văn kiện.
marker-refusal-off-the-globe = Tọa độ nằm ngoài phạm vi. Vĩ độ không quá 90, kinh độ không quá 180.
marker-refusal-no-system = Hãy ghi hệ tọa độ, ví dụ WGS 84. Không có hệ tọa độ thì tọa độ không có nghĩa.
marker-refusal-no-length = “{ $text }” không phải là độ dài tính bằng mét. Hãy ghi như 5 hoặc 0,03.
marker-refusal-in-the-future = Chỉ ghi điều đã quan sát. Hãy ghi ngày không muộn hơn hôm nay.
marker-refusal-not-later = Nội dung hiện hành bắt đầu từ ngày { $from }. Hãy ghi ngày muộn hơn.
marker-refusal-no-works = Không có việc sửa chữa này đối với mốc. Hãy chọn việc có ghi mốc này.
marker-refusal-nothing-changed = Việc sửa chữa không có gì mới so với hồ sơ mốc.

marker-kind-main = mốc chính
marker-kind-auxiliary = mốc phụ
marker-kind-stake = cọc dấu

comparison-no-difference = không khác biệt: trong phạm vi sai số tổng hợp
comparison-differs = vị trí quan sát khác vị trí đã đăng ký
comparison-not-registered = không so sánh được: chưa có vị trí đăng ký
comparison-other-system = không so sánh được: khác hệ tọa độ
comparison-no-degrees = không so sánh được: tọa độ không tính bằng độ
comparison-no-accuracy = không so sánh được: chưa ghi độ chính xác

marker-field-place = Vị trí mốc
marker-field-remarks = Ghi chú
