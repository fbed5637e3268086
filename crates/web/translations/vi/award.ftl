# Khen thưởng: tên gọi, trạng thái, thao tác, sự kiện, lý do từ chối, loại và các trường.
award = Khen thưởng
award-many = Khen thưởng
award-about = Cuộc bình chọn, xét chọn hoặc ghi nhận tôn vinh một đơn vị hay chức vụ, và mô hình được nhân rộng.

award-state-recorded = đã ghi

award-command-record = Ghi khen thưởng
award-command-correct = Sửa danh hiệu

award-fact-recorded = đã ghi khen thưởng
award-fact-corrected = đã sửa danh hiệu

award-refusal-not-now = Thao tác này không phù hợp với trạng thái hiện tại của khen thưởng. Hãy mở lại bản ghi để xem các thao tác có thể thực hiện.
award-refusal-no-counterpart = Quan hệ với đơn vị đối diện này không tồn tại hoặc không có hiệu lực. Hãy chọn quan hệ đang có hiệu lực, hoặc để trống.
award-refusal-no-programme = Chương trình dài hạn này không tồn tại hoặc đã kết thúc trước ngày đó. Hãy chọn chương trình khác, hoặc để trống.
award-refusal-in-the-future = Ngày này chưa đến. Hãy ghi khen thưởng sau khi đã trao.
award-refusal-not-published = Chỉ ghi tên người khi đã được công bố chính thức. Hãy ghi nguồn công bố, hoặc bỏ trống tên người.

award-kind-vote = bình chọn
award-kind-selection = xét chọn
award-kind-recognition = cấp trên ghi nhận
award-kind-model = mô hình được ghi nhận và nhân rộng

award-field-counterpart = Cùng trao với
award-field-given-by = Đơn vị trao
award-field-given-on = Ngày trao
award-field-recipient = Đơn vị, chức vụ được khen
award-field-person = Người giữ chức vụ đó
hint-recipient = Một đơn vị hoặc một chức vụ.
hint-person = Chỉ ghi khi tên đã được công bố chính thức; ghi cả nguồn.
