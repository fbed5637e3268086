# Bản ghi tại một ngày trong quá khứ.
past-heading = Tại một ngày
past-day = Ngày
past-show = Xem
past-told = Tình hình ngày { $day }
past-nothing = Chưa có dữ liệu cho ngày này.
