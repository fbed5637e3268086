# to be confirmed by a native speaker
period = ໄລຍະລາຍງານ
period-many = ໄລຍະລາຍງານ
period-about = ເດືອນ, ໄຕມາດ, ເຄິ່ງປີ ຫຼື ປີ ທີ່ທົ່ວຝ່າຍໃຊ້ນັບ, ນັບແຕ່ເປີດຈົນຮອດປິດຕົວເລກ.

period-state-open = ເປີດຢູ່
period-state-closing = ກຳລັງກຽມປິດ
period-state-frozen = ປິດຕົວເລກແລ້ວ
period-state-restated = ປັບຕົວເລກຄືນແລ້ວ

period-command-register = ລົງທະບຽນໄລຍະລາຍງານ
period-command-begin-closing = ເລີ່ມກຽມປິດໄລຍະ
period-command-freeze = ປິດຕົວເລກຂອງໄລຍະ
period-command-restate = ປັບຕົວເລກຂອງໄລຍະຄືນ

period-fact-registered = ໄດ້ລົງທະບຽນໄລຍະ
period-fact-closing-begun = ໄດ້ເລີ່ມກຽມປິດ
period-fact-frozen = ໄດ້ປິດຕົວເລກຂອງໄລຍະ
period-fact-restated = ໄດ້ປັບຕົວເລກຂອງໄລຍະຄືນ

period-refusal-not-now = ການກະທຳນີ້ບໍ່ເໝາະກັບສະຖານະປັດຈຸບັນຂອງໄລຍະ. ຈົ່ງເປີດລາຍການຄືນໃໝ່ ເພື່ອເບິ່ງວ່າດຽວນີ້ເຮັດຫຍັງໄດ້.
period-refusal-no-period = “{ $label }” ບໍ່ແມ່ນໄລຍະ. ຈົ່ງຂຽນ 2026-Q1, 2026-03, 2026-H1 ຫຼື 2026.
period-refusal-already-registered = ໄລຍະ { $label } ລົງທະບຽນແລ້ວ. ຈົ່ງເປີດອັນນັ້ນ.
period-refusal-not-begun = ໄລຍະນີ້ເລີ່ມວັນທີ { $from }. ຈົ່ງກຽມປິດຫຼັງຈາກວັນນັ້ນ.
period-refusal-not-over = ມື້ສຸດທ້າຍຂອງໄລຍະແມ່ນ { $last_day }. ຈົ່ງປິດຕົວເລກຫຼັງຈາກວັນນັ້ນ.

period-field-span = ໄລຍະເວລາ

every-month = ທຸກເດືອນ
every-quarter = ທຸກໄຕມາດ
every-half-year = ທຸກເຄິ່ງປີ
every-year = ທຸກປີ
