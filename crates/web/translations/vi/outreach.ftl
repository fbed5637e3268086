# Tuyên truyền, giao lưu: tên gọi, trạng thái, thao tác, sự kiện, lý do từ chối, loại, vật phẩm và các trường.
outreach = Hoạt động tuyên truyền, giao lưu
outreach-many = Tuyên truyền, giao lưu
outreach-about = Việc đơn vị làm với người dân biên giới, tự tổ chức hoặc cùng phía bạn: tuyên truyền pháp luật, gặp trưởng bản, văn hóa, thể thao, trồng cây.

outreach-state-planned = dự kiến
outreach-state-postponed = đã hoãn
outreach-state-held = đã tổ chức
outreach-state-cancelled = đã hủy

outreach-command-plan = Lập kế hoạch tuyên truyền, giao lưu
outreach-command-record = Ghi hoạt động không có kế hoạch
outreach-command-amend = Sửa kế hoạch
outreach-command-postpone = Hoãn hoạt động
outreach-command-record-new-day = Ghi ngày mới
outreach-command-record-held = Ghi nhận đã tổ chức
outreach-command-correct = Sửa kết quả đã ghi
outreach-command-cancel = Hủy hoạt động

outreach-fact-planned = đã lập kế hoạch tuyên truyền, giao lưu
outreach-fact-amended = đã sửa kế hoạch
outreach-fact-postponed = đã hoãn hoạt động
outreach-fact-new-day-recorded = đã có ngày mới
outreach-fact-held = đã tổ chức hoạt động
outreach-fact-corrected = đã sửa kết quả
outreach-fact-cancelled = đã hủy hoạt động

outreach-refusal-not-now = Thao tác này không phù hợp với trạng thái hiện tại của hoạt động. Hãy mở lại bản ghi để xem các thao tác có thể thực hiện.
outreach-refusal-no-counterpart = Quan hệ với đơn vị đối diện này không tồn tại hoặc không có hiệu lực. Hãy chọn quan hệ đang có hiệu lực, hoặc xác nhận quan hệ trước.
outreach-refusal-no-partner = Hoạt động hai bên cùng làm phải có đơn vị đối diện. Hãy chọn quan hệ với đơn vị đối diện.
outreach-refusal-host-not-involved = { $host } không tham gia hoạt động này. Hãy chọn bên ta hoặc bên của đơn vị đối diện làm bên chủ trì.
outreach-refusal-not-a-side = { $side } không tham gia hoạt động này. Hãy chọn bên ta hoặc bên của đơn vị đối diện.
outreach-refusal-no-community = Không có cụm dân cư { $community }. Hãy chọn cụm dân cư đã đăng ký, hoặc đăng ký trước.
outreach-refusal-no-programme = Chương trình dài hạn này không tồn tại hoặc đã kết thúc trước ngày đó. Hãy chọn chương trình khác, hoặc để trống.
outreach-refusal-no-occurrence = Việc phải thực hiện này không tồn tại hoặc đã xong. Hãy chọn việc chưa xong, hoặc để trống.
outreach-refusal-other-activity = Việc này yêu cầu loại hoạt động khác. Hãy chọn việc về tuyên truyền, giao lưu.
outreach-refusal-other-host = Trong kỳ này bên chủ trì là { $host }. Hãy ghi bên đó chủ trì, hoặc chọn việc phải thực hiện khác.
outreach-refusal-in-the-past = Ngày này đã qua. Hãy chọn một ngày sắp tới.
outreach-refusal-in-the-future = Việc cần ghi chưa diễn ra. Hãy ghi nhận sau khi đã diễn ra.
outreach-refusal-wrong-order = Ngày { $later } sớm hơn ngày { $earlier }, không đúng thứ tự. Hãy kiểm tra các ngày.
outreach-refusal-nothing-changed = Không có gì khác với nội dung hiện có. Hãy điền nội dung cần thay đổi.

outreach-kind-legal-publicity = tuyên truyền pháp luật
outreach-kind-joint-publicity-day = ngày tuyên truyền chung
outreach-kind-law-day = ngày pháp luật
outreach-kind-external-information = thông tin đối ngoại
outreach-kind-news = tin, bài, phóng sự
outreach-kind-chiefs-meeting = gặp trưởng bản, tộc trưởng
outreach-kind-cultural-exchange = giao lưu văn hóa, văn nghệ của người dân
outreach-kind-sports-exchange = giao lưu thể thao
outreach-kind-livelihood-exchange = trao đổi kinh nghiệm sản xuất, buôn bán
outreach-kind-festival = vui lễ, tết cùng người dân
outreach-kind-tree-planting = trồng cây, rừng hữu nghị

material-kind-leaflet = tờ rơi
material-kind-booklet = sách, tài liệu
material-kind-poster = áp phích, băng rôn, bảng tin
material-kind-broadcast = buổi phát thanh
material-kind-recording = băng, đĩa, phim
material-kind-tree = cây đã trồng
material-kind-other = vật phẩm khác

outreach-field-together = Cùng phía bạn tổ chức
outreach-field-communities = Cụm dân cư hướng tới
outreach-field-audience = Số người tham dự
outreach-field-materials = Đã phát, trưng bày hoặc trồng
hint-audience = Số người được tiếp cận. Chỉ ghi số, không ghi tên.
