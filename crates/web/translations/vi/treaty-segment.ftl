# Đoạn biên giới theo hiệp định: tên gọi, trạng thái, thao tác, sự kiện và lý do từ chối.
treaty-segment = Đoạn biên giới theo hiệp định
treaty-segment-many = Đoạn biên giới theo hiệp định
treaty-segment-about = Một đoạn biên giới có số thứ tự theo hiệp định, có đại diện biên giới phụ trách. Khác với đoạn do đơn vị phụ trách.

treaty-segment-state-in-force = đang có hiệu lực
treaty-segment-state-ended = đã kết thúc

treaty-segment-command-register = Đăng ký đoạn biên giới
treaty-segment-command-amend = Ghi phiên bản mới
treaty-segment-command-close = Kết thúc đoạn biên giới

treaty-segment-fact-registered = đã đăng ký đoạn biên giới
treaty-segment-fact-amended = đã ghi phiên bản mới
treaty-segment-fact-closed = đã kết thúc đoạn biên giới

treaty-segment-refusal-not-now = Hiện chưa thực hiện được việc này với đoạn biên giới ({ $status }).
treaty-segment-refusal-no-line = Không có đường biên giới này. Hãy chọn trong danh sách.
treaty-segment-refusal-no-place = Không có vị trí mốc { $place }, hoặc đã rút khỏi sổ đăng ký. Hãy chọn trong danh sách.
treaty-segment-refusal-other-line = { $number } nằm trên đường biên giới khác. Hãy chọn các vị trí mốc của đường này.
treaty-segment-refusal-wrong-order = Vị trí đầu phải đứng trước vị trí cuối dọc theo đường biên giới. Hãy đổi lại hai vị trí.
treaty-segment-refusal-number-taken = Đường biên giới đã có đoạn số { $number }. Hãy ghi số khác.
treaty-segment-refusal-overlap = Một phần đoạn này thuộc { $segment }. Các đoạn tiếp giáp nhau tại một vị trí mốc và không chồng lên nhau.
treaty-segment-refusal-no-source = Chiều dài phải theo một văn kiện. Hãy ghi cả văn kiện đó.
treaty-segment-refusal-no-agreement = Không có thỏa thuận { $agreement }. Hãy chọn trong danh sách.
treaty-segment-refusal-not-later = Phiên bản hiện hành bắt đầu từ ngày { $from }. Hãy ghi ngày muộn hơn.
