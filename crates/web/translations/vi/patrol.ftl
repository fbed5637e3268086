# Tuần tra: tên gọi, trạng thái, thao tác, sự kiện, lý do từ chối, loại và phương thức.
patrol = Tuần tra
patrol-many = Tuần tra
patrol-about = Hai bên tuần tra một đoạn biên giới trong thời gian đã thống nhất và ký biên bản.

patrol-state-planned = dự kiến
patrol-state-agreed = đã thống nhất ngày
patrol-state-approved = đã phê duyệt
patrol-state-teams-named = đã cử các tổ
patrol-state-under-way = đang tuần tra
patrol-state-finished = đã kết thúc
patrol-state-interrupted = bị gián đoạn
patrol-state-signed = đã ký biên bản
patrol-state-postponed = đã hoãn
patrol-state-cancelled = đã hủy

patrol-command-plan = Lập kế hoạch tuần tra
patrol-command-record-agreement = Ghi nhận hai bên thống nhất
patrol-command-record-other-date = Ghi ngày khác
patrol-command-approve = Phê duyệt tuần tra
patrol-command-name-teams = Cử các tổ
patrol-command-start = Ghi nhận bắt đầu
patrol-command-record-finished = Ghi nhận kết thúc tuần tra
patrol-command-sign-record = Ghi nhận biên bản đã ký
patrol-command-postpone = Hoãn tuần tra
patrol-command-cancel = Hủy tuần tra

patrol-fact-planned = đã lập kế hoạch tuần tra
patrol-fact-other-date-recorded = phía bạn đã nêu ngày khác
patrol-fact-agreed = hai bên đã thống nhất ngày
patrol-fact-approved = đã phê duyệt tuần tra
patrol-fact-teams-named = đã cử các tổ
patrol-fact-started = đã bắt đầu tuần tra
patrol-fact-finished = đã kết thúc tuần tra
patrol-fact-interrupted = tuần tra bị gián đoạn
patrol-fact-record-signed = hai bên đã ký biên bản
patrol-fact-postponed = đã hoãn tuần tra
patrol-fact-cancelled = đã hủy tuần tra

patrol-refusal-not-now = Thao tác này không phù hợp với trạng thái hiện tại của cuộc tuần tra. Hãy mở lại bản ghi để xem các thao tác có thể thực hiện.
patrol-refusal-no-counterpart = Quan hệ với đơn vị đối diện này không tồn tại hoặc không có hiệu lực. Hãy chọn quan hệ đang có hiệu lực, hoặc xác nhận quan hệ trước.
patrol-refusal-no-marker = “{ $marker }” không phải là số hiệu mốc. Hãy ghi như trên mốc: 87, 171(1), 230/11, T10 hoặc 342A.
patrol-refusal-in-the-past = Ngày này đã qua. Hãy chọn một ngày sắp tới.
patrol-refusal-in-the-future = Việc cần ghi chưa diễn ra. Hãy ghi nhận sau khi đã diễn ra.
patrol-refusal-other-host = Trong kỳ này bên chủ trì là { $host }. Hãy ghi bên đó chủ trì, hoặc chọn việc phải thực hiện khác.
patrol-refusal-no-occurrence = Việc phải thực hiện này không tồn tại hoặc đã xong. Hãy chọn việc chưa xong, hoặc để trống.
patrol-refusal-other-activity = Việc này yêu cầu loại hoạt động khác. Hãy chọn việc phù hợp với loại tuần tra này.
patrol-refusal-no-date = Cuộc tuần tra đã hoãn mà chưa có ngày mới. Hãy ghi ngày mới trước.
patrol-refusal-own-plan = Cuộc tuần tra này do chính người đang thao tác lập kế hoạch. Việc phê duyệt do một chỉ huy khác thực hiện.
patrol-refusal-no-liaison = Hai bên chưa trao đổi sĩ quan liên lạc. Hãy ghi sĩ quan do mỗi bên cử, rồi ghi nhận bắt đầu.
patrol-refusal-wrong-order = Ngày { $later } sớm hơn ngày { $earlier }, không đúng thứ tự. Hãy kiểm tra các ngày.
patrol-refusal-not-finished = Biên bản được ký sau ngày cuối của cuộc tuần tra. Hãy ghi nhận kết thúc tuần tra trước, và kiểm tra ngày ký.

patrol-kind-bilateral = tuần tra song phương
patrol-kind-law-enforcement = tuần tra liên hợp chấp pháp
patrol-kind-parallel = tuần tra song song
patrol-kind-three-party = tuần tra ba bên

patrol-mode-foot = đi bộ
patrol-mode-vehicle = bằng xe
patrol-mode-boat = bằng tàu, xuồng
