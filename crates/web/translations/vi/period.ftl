# Kỳ báo cáo: tên gọi, trạng thái, thao tác, sự kiện và lý do từ chối; độ dài của kỳ.
period = Kỳ báo cáo
period-many = Kỳ báo cáo
period-about = Tháng, quý, nửa năm hoặc năm mà toàn bên ta dùng để tính số liệu, từ khi mở đến khi khóa.

period-state-open = đang mở
period-state-closing = đang chốt
period-state-frozen = đã khóa
period-state-restated = đã đính chính

period-command-register = Đăng ký kỳ báo cáo
period-command-begin-closing = Bắt đầu chốt kỳ
period-command-freeze = Khóa kỳ
period-command-restate = Đính chính kỳ

period-fact-registered = đã đăng ký kỳ
period-fact-closing-begun = đã bắt đầu chốt
period-fact-frozen = đã khóa kỳ
period-fact-restated = đã đính chính kỳ

period-refusal-not-now = Thao tác này không phù hợp với trạng thái hiện tại của kỳ. Hãy mở lại bản ghi để xem các thao tác có thể thực hiện.
period-refusal-no-period = “{ $label }” không phải là ký hiệu kỳ. Hãy ghi 2026-Q1, 2026-03, 2026-H1 hoặc 2026.
period-refusal-already-registered = Kỳ { $label } đã được đăng ký. Hãy mở kỳ đó.
period-refusal-not-begun = Kỳ bắt đầu ngày { $from }. Hãy chốt kỳ sau ngày đó.
period-refusal-not-over = Ngày cuối của kỳ là { $last_day }. Hãy khóa kỳ sau ngày đó.

period-field-span = Khoảng thời gian

every-month = hằng tháng
every-quarter = hằng quý
every-half-year = sáu tháng một lần
every-year = hằng năm
