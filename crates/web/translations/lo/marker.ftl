# to be confirmed by a native speaker
marker = ຫຼັກໝາຍຊາຍແດນ
marker-many = ຫຼັກໝາຍຊາຍແດນ
marker-about = ຫຼັກໝາຍຢູ່ຈຸດທີ່ມີເລກໝາຍ ພ້ອມຕຳແໜ່ງຕາມເອກະສານ ແລະ ສິ່ງທີ່ສັງເກດເຫັນ. ການສັງເກດບໍ່ປ່ຽນຕຳແໜ່ງທີ່ລົງທະບຽນ.

marker-state-registered = ລົງທະບຽນແລ້ວ, ຍັງບໍ່ໄດ້ບັນທຶກສະພາບ
marker-state-intact = ສົມບູນ
marker-state-damaged = ເປ່ເພ
marker-state-seriously-damaged = ເປ່ເພໜັກ
marker-state-suspected-displaced = ສົງໄສວ່າເຄື່ອນທີ່
marker-state-displaced = ເຄື່ອນທີ່, ສອງຝ່າຍຢືນຢັນແລ້ວ
marker-state-destroyed = ຖືກທຳລາຍ
marker-state-missing = ບໍ່ພົບເຫັນ
marker-state-restored = ສ້ອມແປງຄືນແລ້ວ
marker-state-re-sited = ຍ້າຍໄປຕັ້ງບ່ອນໃໝ່, ເສັ້ນຊາຍແດນບໍ່ປ່ຽນ
marker-state-withdrawn = ບໍ່ຢູ່ໃນທະບຽນແລ້ວ

marker-command-register = ລົງທະບຽນຫຼັກໝາຍ
marker-command-observe = ບັນທຶກການສັງເກດ
marker-command-register-position = ລົງທະບຽນຕຳແໜ່ງຕາມເອກະສານ
marker-command-amend = ດັດແກ້ຕາມເອກະສານ
marker-command-follow-works = ຮັບຂໍ້ມູນຈາກການສ້ອມແປງ
marker-command-withdraw = ຖອນອອກຈາກທະບຽນ

marker-fact-registered = ໄດ້ລົງທະບຽນຫຼັກໝາຍ
marker-fact-observed = ໄດ້ສັງເກດຫຼັກໝາຍ
marker-fact-position-registered = ໄດ້ລົງທະບຽນຕຳແໜ່ງຕາມເອກະສານ
marker-fact-amended = ໄດ້ດັດແກ້ທະບຽນ
marker-fact-works-followed = ໄດ້ຮັບຂໍ້ມູນຈາກການສ້ອມແປງ
marker-fact-withdrawn = ໄດ້ຖອນອອກຈາກທະບຽນ

marker-refusal-not-now = ດຽວນີ້ເຮັດສິ່ງນີ້ກັບຫຼັກໝາຍບໍ່ໄດ້ ({ $status }).
marker-refusal-no-place = ບໍ່ມີຈຸດຕັ້ງຫຼັກໝາຍນີ້ ຫຼື ຖືກຖອນອອກແລ້ວ. ຈົ່ງເລືອກຈາກລາຍການ.
marker-refusal-no-number = “{ $number }” ບໍ່ແມ່ນເລກຫຼັກໝາຍຊາຍແດນ. ຈົ່ງຂຽນຕາມທີ່ມີຢູ່ຫຼັກໝາຍ: 87, 171(1), 230/11 ຫຼື T10.
marker-refusal-other-place = { $number } ບໍ່ຢູ່ຈຸດ { $place }. ຈົ່ງກວດເລກ ຫຼື ເລືອກຈຸດຂອງມັນ.
marker-refusal-number-taken = ເສັ້ນຊາຍແດນມີຫຼັກໝາຍ { $number } ແລ້ວ. ຈົ່ງເປີດຫຼັກນັ້ນ.
marker-refusal-no-side = ບໍ່ມີຝ່າຍ { $side }. ຈົ່ງເລືອກຈາກລາຍການ.
marker-refusal-no-document = ຕຳແໜ່ງທີ່ລົງທະບຽນຕ້ອງອີງໃສ່ເອກະສານ. ຈົ່ງລະບຸ ຫຼື ປະຕຳແໜ່ງໄວ້ຫວ່າງ.
marker-refusal-no-agreement = ບໍ່ມີສັນຍາ { $agreement }. ຈົ່ງເລືອກຈາກລາຍການ.
marker-refusal-no-coordinates = ຂາດຕົວປະສານ ຫຼື ຂາດເສັ້ນຂະໜານ ຫຼື ເສັ້ນແວງ. ຈົ່ງໃສ່ທັງສອງ ຫຼື ຂຽນຕາມເອກະສານ.
marker-refusal-off-the-globe = ອົງສາເກີນຂອບເຂດ. ເສັ້ນຂະໜານບໍ່ເກີນ 90, ເສັ້ນແວງບໍ່ເກີນ 180.
marker-refusal-no-system = ຈົ່ງລະບຸລະບົບຕົວປະສານ ເຊັ່ນ WGS 84. ຖ້າບໍ່ມີ ຕຳແໜ່ງບໍ່ມີຄວາມໝາຍ.
marker-refusal-no-length = “{ $text }” ບໍ່ແມ່ນຄວາມຍາວເປັນແມັດ. ຈົ່ງຂຽນຄື 5 ຫຼື 0.03.
marker-refusal-in-the-future = ສິ່ງທີ່ສັງເກດຕ້ອງເກີດຂຶ້ນແລ້ວ. ຈົ່ງໃສ່ວັນທີທີ່ບໍ່ເກີນມື້ນີ້.
marker-refusal-not-later = ສິ່ງທີ່ໃຊ້ຢູ່ປັດຈຸບັນເລີ່ມແຕ່ { $from }. ຈົ່ງໃສ່ວັນທີຫຼັງຈາກນັ້ນ.
marker-refusal-no-works = ບໍ່ມີການສ້ອມແປງນີ້ຢູ່ຫຼັກໝາຍນີ້. ຈົ່ງເລືອກການສ້ອມແປງທີ່ລະບຸຫຼັກນີ້.
marker-refusal-nothing-changed = ການສ້ອມແປງບໍ່ມີຂໍ້ມູນໃໝ່.

marker-kind-main = ຫຼັກໝາຍຫຼັກ
marker-kind-auxiliary = ຫຼັກໝາຍຊ່ວຍ
marker-kind-stake = ຫຼັກເຂດ

comparison-no-difference = ບໍ່ມີຄວາມແຕກຕ່າງ: ຢູ່ໃນຂອບເຂດຄວາມຄາດເຄື່ອນລວມ
comparison-differs = ຕຳແໜ່ງທີ່ສັງເກດຕ່າງຈາກຕຳແໜ່ງທີ່ລົງທະບຽນ
comparison-not-registered = ທຽບບໍ່ໄດ້: ບໍ່ມີຕຳແໜ່ງທີ່ລົງທະບຽນ
comparison-other-system = ທຽບບໍ່ໄດ້: ລະບົບຕົວປະສານຕ່າງກັນ
comparison-no-degrees = ທຽບບໍ່ໄດ້: ຕຳແໜ່ງບໍ່ເປັນອົງສາ
comparison-no-accuracy = ທຽບບໍ່ໄດ້: ບໍ່ໄດ້ລະບຸຄວາມຊັດເຈນ

marker-field-place = ຈຸດຕັ້ງຫຼັກໝາຍ
marker-field-remarks = ໝາຍເຫດ
