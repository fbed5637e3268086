# Xin ý kiến cấp trên: tên gọi, trạng thái, thao tác, sự kiện và lý do từ chối.
referral = Việc xin ý kiến
referral-many = Xin ý kiến cấp trên
referral-about = Vấn đề vượt thẩm quyền của đơn vị, được ghi nhận và báo cáo đơn vị cấp trên để xin chỉ đạo.

referral-state-open = chờ trả lời
referral-state-answered = đã trả lời
referral-state-closed = đã kết thúc

referral-command-open = Xin ý kiến cấp trên
referral-command-answer = Trả lời việc xin ý kiến
referral-command-forward = Chuyển lên cấp trên tiếp theo
referral-command-close = Kết thúc việc xin ý kiến

referral-fact-opened = đã xin ý kiến đơn vị cấp trên
referral-fact-answered = đơn vị cấp trên đã trả lời
referral-fact-forwarded = đã chuyển lên cấp trên tiếp theo
referral-fact-closed = việc xin ý kiến đã kết thúc

referral-refusal-not-now = Thao tác này không phù hợp với trạng thái hiện tại của việc xin ý kiến. Hãy mở lại bản ghi để xem các thao tác có thể thực hiện.
referral-refusal-no-counterpart = Không có quan hệ với đơn vị đối diện này. Hãy chọn quan hệ đã đăng ký.
referral-refusal-not-superior = { $to } không phải là cấp trên của đơn vị đang giữ vấn đề. Hãy chọn đơn vị cấp trên.
referral-refusal-not-addressee = Vấn đề đang ở { $to }. Cán bộ của đơn vị đó hoặc đơn vị cấp trên của đơn vị đó xử lý.
referral-refusal-not-answered = { $to } chưa trả lời. Hãy kết thúc việc xin ý kiến sau khi đã thực hiện ý kiến trả lời.
