# Chương trình dài hạn: tên gọi, trạng thái, thao tác, sự kiện, lý do từ chối, loại và các trường.
standing-programme = Chương trình dài hạn
standing-programme-many = Chương trình dài hạn
standing-programme-about = Việc kéo dài nhiều năm, gồm nhiều hoạt động: năm hữu nghị, nâng bước em đến trường, tuyên truyền pháp luật, hỗ trợ. Người thụ hưởng chỉ được ghi bằng số.

standing-programme-state-proposed = đã đề xuất
standing-programme-state-running = đang thực hiện
standing-programme-state-suspended = tạm dừng
standing-programme-state-closed = đã kết thúc

standing-programme-command-propose = Đề xuất chương trình
standing-programme-command-amend = Sửa chương trình
standing-programme-command-start = Bắt đầu chương trình
standing-programme-command-record-beneficiaries = Ghi số người thụ hưởng
standing-programme-command-record-review = Ghi kết quả rà soát
standing-programme-command-suspend = Tạm dừng chương trình
standing-programme-command-resume = Tiếp tục chương trình
standing-programme-command-close = Kết thúc chương trình

standing-programme-fact-proposed = đã đề xuất chương trình
standing-programme-fact-amended = đã sửa chương trình
standing-programme-fact-started = chương trình đã bắt đầu
standing-programme-fact-beneficiaries-recorded = đã ghi số người thụ hưởng
standing-programme-fact-reviewed = đã rà soát chương trình
standing-programme-fact-suspended = đã tạm dừng chương trình
standing-programme-fact-resumed = chương trình được tiếp tục
standing-programme-fact-closed = đã kết thúc chương trình

standing-programme-refusal-not-now = Thao tác này không phù hợp với trạng thái hiện tại của chương trình. Hãy mở lại bản ghi để xem các thao tác có thể thực hiện.
standing-programme-refusal-no-name = Chương trình chưa có tên. Hãy ghi tên bằng ít nhất một ngôn ngữ.
standing-programme-refusal-no-agreement = Không có thỏa thuận này. Hãy chọn thỏa thuận đã đăng ký, hoặc để trống.
standing-programme-refusal-no-counterpart = Có quan hệ với đơn vị đối diện không tồn tại hoặc không có hiệu lực. Hãy chọn các quan hệ đang có hiệu lực.
standing-programme-refusal-no-community = Không có cụm dân cư { $community }. Hãy chọn cụm dân cư đã đăng ký, hoặc đăng ký trước.
standing-programme-refusal-no-side = Không có bên { $side }. Hãy chọn bên đã đăng ký.
standing-programme-refusal-in-the-future = Việc cần ghi chưa diễn ra. Hãy ghi nhận sau khi đã diễn ra.
standing-programme-refusal-wrong-order = Ngày { $later } không sau ngày { $earlier }. Hãy kiểm tra các ngày.
standing-programme-refusal-nothing-changed = Không có gì khác với nội dung hiện có. Hãy điền nội dung cần thay đổi.

standing-programme-kind-friendship-year = năm hữu nghị
standing-programme-kind-child-sponsorship = nâng bước em đến trường
standing-programme-kind-law-publicity = đợt tuyên truyền pháp luật
standing-programme-kind-aid = chương trình hỗ trợ
standing-programme-kind-model-border = biên giới kiểu mẫu

beneficiary-group-children = trẻ em
beneficiary-group-households = hộ gia đình
beneficiary-group-residents = người dân
beneficiary-group-communities = thôn bản, cụm dân cư

standing-programme-field-counterparts = Các đơn vị đối diện
standing-programme-field-communities = Dành cho cụm dân cư
standing-programme-field-started-on = Ngày bắt đầu
standing-programme-field-beneficiaries = Người thụ hưởng
standing-programme-field-group = Đối tượng
standing-programme-field-qualifier = Mức chính xác
standing-programme-field-as-of-on = Tính đến ngày
standing-programme-field-reviews = Các lần rà soát
standing-programme-field-reviewed-on = Ngày rà soát
standing-programme-field-next-review-on = Ngày rà soát tới
standing-programme-field-next-on = Ngày rà soát tới
standing-programme-field-suspended-on = Tạm dừng từ ngày
standing-programme-field-resumed-on = Tiếp tục từ ngày
standing-programme-field-closed-on = Ngày cuối
hint-group = Chỉ lưu con số. Không bao giờ ghi tên trẻ em.
