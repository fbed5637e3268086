# Chuyến thăm: tên gọi, trạng thái, thao tác, sự kiện và lý do từ chối.
visit = Chuyến thăm
visit-many = Chuyến thăm
visit-about = Một đơn vị đến thăm đơn vị đối diện, không có nghị trình, theo lễ nghi hoặc nhân ngày lễ.

visit-state-recorded = đã ghi

visit-command-record = Ghi chuyến thăm
visit-command-correct = Sửa mục đích

visit-fact-recorded = đã ghi chuyến thăm
visit-fact-corrected = đã sửa mục đích

visit-refusal-not-now = Thao tác này không phù hợp với trạng thái hiện tại của chuyến thăm. Hãy mở lại bản ghi để xem các thao tác có thể thực hiện.
visit-refusal-no-counterpart = Không có quan hệ với đơn vị đối diện này. Hãy chọn quan hệ đã đăng ký.
visit-refusal-in-the-future = Ngày này chưa đến. Hãy ghi chuyến thăm sau khi đã diễn ra.
