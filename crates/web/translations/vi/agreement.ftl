# Thỏa thuận: tên gọi, trạng thái, thao tác, sự kiện, lý do từ chối và loại.
agreement = Thỏa thuận
agreement-many = Thỏa thuận
agreement-about = Văn bản ràng buộc các đơn vị của hai bên; mỗi phiên bản áp dụng từ ngày có hiệu lực, không phải từ ngày ký.

agreement-state-drafting = đang soạn thảo
agreement-state-signed = đã ký, chưa có hiệu lực
agreement-state-in-force = có hiệu lực từ ngày quy định
agreement-state-suspended = tạm đình chỉ
agreement-state-denounced = đã tuyên bố chấm dứt
agreement-state-expired = đã kết thúc

agreement-command-register = Đăng ký thỏa thuận
agreement-command-add-version = Thêm phiên bản
agreement-command-record-signature = Ghi nhận việc ký
agreement-command-record-entry-into-force = Ghi nhận ngày có hiệu lực
agreement-command-suspend = Tạm đình chỉ thỏa thuận
agreement-command-resume = Ghi nhận có hiệu lực trở lại
agreement-command-denounce = Ghi nhận tuyên bố chấm dứt
agreement-command-close = Kết thúc thỏa thuận

agreement-fact-registered = đã đăng ký thỏa thuận
agreement-fact-version-added = đã thêm phiên bản
agreement-fact-version-signed = phiên bản đã được ký
agreement-fact-entry-into-force-recorded = đã ghi nhận ngày có hiệu lực
agreement-fact-suspended = thỏa thuận tạm đình chỉ
agreement-fact-resumed = thỏa thuận có hiệu lực trở lại
agreement-fact-denounced = thỏa thuận đã được tuyên bố chấm dứt
agreement-fact-closed = thỏa thuận đã kết thúc

agreement-refusal-not-now = Thao tác này không phù hợp với trạng thái hiện tại của thỏa thuận. Hãy mở lại bản ghi để xem các thao tác có thể thực hiện.
agreement-refusal-no-name = Thỏa thuận chưa có tên. Hãy ghi tên bằng ít nhất một ngôn ngữ.
agreement-refusal-few-parties = Một thỏa thuận ràng buộc ít nhất hai đơn vị. Hãy chọn đơn vị của cả hai bên.
agreement-refusal-no-unit = Không có đơn vị { $unit }. Hãy chọn đơn vị đã đăng ký, hoặc đăng ký đơn vị trước.
agreement-refusal-no-parent = Không có thỏa thuận { $parent }. Hãy chọn một thỏa thuận đã đăng ký làm văn bản cấp trên, hoặc để trống.
agreement-refusal-version-exists = Đã có phiên bản { $number }. Hãy đặt số khác cho phiên bản mới.
agreement-refusal-no-version = Không có phiên bản { $number }. Hãy thêm phiên bản đó trước, hoặc chọn phiên bản đã có.
agreement-refusal-already-signed = Phiên bản { $number } đã được ký ngày { $signed_on }. Không cần làm gì thêm.
agreement-refusal-not-signed = Phiên bản { $number } chưa được ký. Hãy ghi nhận việc ký trước.
agreement-refusal-before-signature = Phiên bản { $number } được ký ngày { $signed_on } và không thể có hiệu lực trước ngày đó. Hãy kiểm tra ngày có hiệu lực.
agreement-refusal-already-in-force = Phiên bản { $number } đã được ghi nhận có hiệu lực từ ngày { $in_force_on }. Hãy kiểm tra số phiên bản.
agreement-refusal-before-suspension = Thỏa thuận tạm đình chỉ từ ngày { $from }. Hãy ghi ngày đó hoặc ngày sau đó.
agreement-refusal-in-the-future = Ngày ký chưa đến. Hãy ghi nhận việc ký sau khi đã ký.

agreement-kind-treaty = điều ước giữa các nhà nước
agreement-kind-inter-ministry = hiệp định, thỏa thuận giữa hai bộ
agreement-kind-command-protocol = nghị định thư giữa hai bộ tư lệnh
agreement-kind-provincial-arrangement = thỏa thuận cấp tỉnh
agreement-kind-station-arrangement = thỏa thuận cấp đồn, trạm
agreement-kind-commune-memorandum = bản ghi nhớ cấp xã
agreement-kind-twinning-regulation = quy chế kết nghĩa
