# to be confirmed by a native speaker
unit-section = ຊ່ວງທີ່ໜ່ວຍງານຮັບຜິດຊອບ
unit-section-many = ຊ່ວງທີ່ໜ່ວຍງານຮັບຜິດຊອບ
unit-section-about = ຊ່ວງຂອງເສັ້ນຊາຍແດນທີ່ໜ່ວຍງານໜຶ່ງຮັບຜິດຊອບໃນໄລຍະໜຶ່ງ ແລະ ຜູ້ຮັບຜິດຊອບກ່ອນໜ້ານັ້ນ. ບໍ່ແມ່ນຊ່ວງຊາຍແດນຕາມສັນຍາ.

unit-section-state-held = ກຳລັງຮັບຜິດຊອບ
unit-section-state-ended = ສິ້ນສຸດແລ້ວ

unit-section-command-register = ລົງທະບຽນຊ່ວງຮັບຜິດຊອບ
unit-section-command-hand-over = ມອບໃຫ້ໜ່ວຍງານອື່ນ
unit-section-command-close = ສິ້ນສຸດຊ່ວງຮັບຜິດຊອບ

unit-section-fact-registered = ໄດ້ລົງທະບຽນຊ່ວງຮັບຜິດຊອບ
unit-section-fact-handed-over = ໄດ້ມອບໃຫ້ໜ່ວຍງານອື່ນ
unit-section-fact-overlap-noted = ໜ່ວຍງານອື່ນກໍຮັບຜິດຊອບສ່ວນໜຶ່ງ
unit-section-fact-closed = ຊ່ວງຮັບຜິດຊອບສິ້ນສຸດແລ້ວ

unit-section-refusal-not-now = ດຽວນີ້ເຮັດສິ່ງນີ້ກັບຊ່ວງຮັບຜິດຊອບບໍ່ໄດ້ ({ $status }).
unit-section-refusal-no-unit = ບໍ່ມີໜ່ວຍງານ { $unit }. ຈົ່ງເລືອກຈາກລາຍການ.
unit-section-refusal-dissolved = { $unit } ຖືກຍຸບແຕ່ { $on }. ຈົ່ງເລືອກໜ່ວຍງານທີ່ສືບທອດ.
unit-section-refusal-other-side = { $unit } ເປັນຂອງຝ່າຍອື່ນ. ຊ່ວງຮັບຜິດຊອບມອບໃຫ້ໜ່ວຍງານຝ່າຍດຽວກັນ.
unit-section-refusal-same-unit = { $unit } ຮັບຜິດຊອບຊ່ວງນີ້ຢູ່ແລ້ວ. ຈົ່ງເລືອກໜ່ວຍງານອື່ນ.
unit-section-refusal-no-line = ບໍ່ມີເສັ້ນຊາຍແດນນີ້. ຈົ່ງເລືອກຈາກລາຍການ.
unit-section-refusal-no-place = ບໍ່ມີຈຸດຕັ້ງຫຼັກໝາຍນີ້ ຫຼື ຖືກຖອນອອກແລ້ວ: { $place }. ຈົ່ງເລືອກຈາກລາຍການ.
unit-section-refusal-other-line = { $number } ຢູ່ເສັ້ນຊາຍແດນອື່ນ. ຈົ່ງເລືອກຈຸດຂອງເສັ້ນນີ້.
unit-section-refusal-wrong-order = ຈຸດທຳອິດຕ້ອງຢູ່ກ່ອນຈຸດສຸດທ້າຍຕາມເສັ້ນຊາຍແດນ. ຈົ່ງສັບປ່ຽນສອງຈຸດ.
unit-section-refusal-overlap = ໃນເວລາດຽວກັນ { $unit } ຮັບຜິດຊອບ { $stretch }. ຈົ່ງປ່ຽນຈຸດ ຫຼື ວັນທີ ຫຼື ບອກເຫດຜົນທີ່ທັງສອງຮັບຜິດຊອບ.
unit-section-refusal-not-later = ໜ່ວຍງານປັດຈຸບັນຮັບຜິດຊອບແຕ່ { $from }. ຈົ່ງໃສ່ວັນທີຫຼັງຈາກນັ້ນ.
