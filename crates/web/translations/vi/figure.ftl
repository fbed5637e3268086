# Số liệu công bố: tên gọi, trạng thái, thao tác, sự kiện, lý do từ chối, trường và lựa chọn; lời về phép cộng.
figure = Số liệu công bố
figure-many = Số liệu công bố
figure-about = Một con số mà tài liệu đã công bố, kèm nội dung được đếm, cách hiểu con số, tuyến biên giới, đơn vị và thời gian áp dụng, thời điểm và nguồn. Số liệu khác phạm vi không bao giờ được cộng với nhau.

figure-state-recorded = đã ghi
figure-state-corrected = đã sửa
figure-state-withdrawn = đã rút

figure-command-record = Ghi số liệu công bố
figure-command-correct = Sửa số liệu
figure-command-withdraw = Rút số liệu

figure-fact-recorded = đã ghi số liệu
figure-fact-corrected = đã sửa số liệu
figure-fact-withdrawn = đã rút số liệu

figure-refusal-not-now = Lúc này không thực hiện được thao tác này với số liệu ({ $status }). Hãy mở lại bản ghi để xem các thao tác có thể thực hiện.
figure-refusal-bad-code = “{ $code }” không phải là mã. Mã gồm 1 đến 64 ký tự a-z, 0-9 và -.
figure-refusal-no-label = Mã { $code } chưa có lời. Hãy ghi ít nhất bằng một ngôn ngữ.
figure-refusal-no-scope = Chưa nêu số liệu áp dụng cho phạm vi nào. Hãy nêu tuyến biên giới, địa bàn hoặc đơn vị.
figure-refusal-no-unit = Không có đơn vị { $unit }. Hãy chọn đơn vị đã đăng ký.
figure-refusal-no-level = Không có cấp { $level }. Hãy chọn cấp đã đăng ký.
figure-refusal-bad-period = Khoảng thời gian được đếm cần có ngày đầu và ngày đầu tiên sau khoảng đó. Hãy ghi cả hai, hoặc để trống cả hai nếu là số liệu tại một thời điểm.
figure-refusal-in-the-future = Thời điểm của số liệu hoặc ngày công bố chưa đến.
figure-refusal-no-source = Chưa nêu số liệu được công bố ở đâu. Hãy ghi tên tài liệu.
figure-refusal-nothing-changed = Số liệu đã ghi như vậy. Không có gì để sửa.

figure-field-quantity = Nội dung được đếm
figure-field-code = Mã
figure-field-label = Lời
figure-field-value = Con số
figure-field-qualifier = Cách hiểu con số
figure-field-measure = Đơn vị tính
figure-field-scope = Phạm vi
figure-field-borders = Tuyến biên giới
figure-field-areas = Địa bàn
figure-field-units = Đơn vị
figure-field-level = Cấp
figure-field-part = Phần của tổng thể
figure-field-as-of = Thời điểm
figure-field-certainty = Mức biết về ngày
figure-field-document = Tài liệu
figure-field-publisher = Nơi công bố
figure-field-published-on = Ngày công bố
figure-field-quoted = Trích nguyên văn
figure-field-earlier = Nội dung trước đó

hint-borders = Mỗi dòng một tuyến, theo mã của hai nước: aa-bb.
hint-part = Chỉ ghi khi nguồn chia một tổng thể thành các phần; các phần đó có thể cộng với nhau.
hint-quoted = Lời của tài liệu, bằng ngôn ngữ của tài liệu.
hint-value = 2500 hoặc 18.6, không dùng dấu phân cách hàng nghìn.

qualifier-exact = đúng
qualifier-about = khoảng
qualifier-more-than = hơn
qualifier-nearly = gần
qualifier-at-least = ít nhất
qualifier-up-to = tối đa
certainty-day = biết ngày
certainty-month = chỉ biết tháng
certainty-year = chỉ biết năm

figure-told-exact = { $value }
figure-told-about = khoảng { $value }
figure-told-more-than = hơn { $value }
figure-told-nearly = gần { $value }
figure-told-at-least = ít nhất { $value }
figure-told-up-to = tối đa { $value }
figure-shown = { $what }: { $value } { $measure }

figure-sum-few = Hãy nêu ít nhất hai số liệu để cộng.
figure-sum-withdrawn = { $figure } đã được rút nên không cộng.
figure-sum-differ = Không cộng { $first } với { $second } vì khác nhau. { $differences }
figure-sum-same-part = Không cộng { $first } với { $second }: cả hai có thể đếm cùng một đối tượng. Chỉ cộng các phần riêng biệt mà nguồn chia ra từ một tổng thể.
figure-sum-qualifiers = Không cộng “{ $first }” với “{ $second }”: không có từ nào nói đúng cách hiểu của tổng.
figure-sum-too-large = Tổng quá lớn.
figure-difference = { $aspect }: { $first } so với { $second }.
figure-unsaid = (không nêu)
figure-aspect-quantity = Nội dung được đếm
figure-aspect-measure = Đơn vị tính
figure-aspect-kind = Loại
figure-aspect-borders = Tuyến biên giới
figure-aspect-areas = Địa bàn
figure-aspect-units = Đơn vị
figure-aspect-level = Cấp
figure-aspect-period = Thời gian được đếm
figure-aspect-as-of = Thời điểm
figure-kind-state = số liệu tại một thời điểm
figure-kind-period = số liệu trong một khoảng thời gian
