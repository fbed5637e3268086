# to be confirmed by a native speaker
patrol = ການລາດຕະເວນ
patrol-many = ການລາດຕະເວນ
patrol-about = ທັງສອງຝ່າຍລາດຕະເວນຊ່ວງທີ່ຕົກລົງກັນ ໃນເວລາທີ່ຕົກລົງກັນ ແລະ ລົງນາມບົດບັນທຶກ.

patrol-state-planned = ວາງແຜນແລ້ວ
patrol-state-agreed = ຕົກລົງວັນທີແລ້ວ
patrol-state-approved = ອະນຸມັດແລ້ວ
patrol-state-teams-named = ແຕ່ງຕັ້ງຊຸດແລ້ວ
patrol-state-under-way = ກຳລັງດຳເນີນ
patrol-state-finished = ສຳເລັດແລ້ວ
patrol-state-interrupted = ຢຸດກາງຄັນ
patrol-state-signed = ລົງນາມບົດບັນທຶກແລ້ວ
patrol-state-postponed = ເລື່ອນແລ້ວ
patrol-state-cancelled = ຍົກເລີກແລ້ວ

patrol-command-plan = ວາງແຜນລາດຕະເວນ
patrol-command-record-agreement = ບັນທຶກວ່າທັງສອງຝ່າຍຕົກລົງ
patrol-command-record-other-date = ບັນທຶກວັນທີອື່ນ
patrol-command-approve = ອະນຸມັດການລາດຕະເວນ
patrol-command-name-teams = ແຕ່ງຕັ້ງຊຸດ
patrol-command-start = ບັນທຶກການເລີ່ມ
patrol-command-record-finished = ບັນທຶກການສິ້ນສຸດລາດຕະເວນ
patrol-command-sign-record = ບັນທຶກການລົງນາມບົດບັນທຶກ
patrol-command-postpone = ເລື່ອນການລາດຕະເວນ
patrol-command-cancel = ຍົກເລີກການລາດຕະເວນ

patrol-fact-planned = ໄດ້ວາງແຜນລາດຕະເວນ
patrol-fact-other-date-recorded = ຝ່າຍເພື່ອນລະບຸວັນທີອື່ນ
patrol-fact-agreed = ທັງສອງຝ່າຍຕົກລົງວັນທີ
patrol-fact-approved = ໄດ້ອະນຸມັດການລາດຕະເວນ
patrol-fact-teams-named = ໄດ້ແຕ່ງຕັ້ງຊຸດ
patrol-fact-started = ການລາດຕະເວນເລີ່ມແລ້ວ
patrol-fact-finished = ການລາດຕະເວນສຳເລັດ
patrol-fact-interrupted = ການລາດຕະເວນຢຸດກາງຄັນ
patrol-fact-record-signed = ທັງສອງຝ່າຍໄດ້ລົງນາມບົດບັນທຶກ
patrol-fact-postponed = ໄດ້ເລື່ອນການລາດຕະເວນ
patrol-fact-cancelled = ໄດ້ຍົກເລີກການລາດຕະເວນ

patrol-refusal-not-now = ການກະທຳນີ້ບໍ່ເໝາະກັບສະຖານະປັດຈຸບັນຂອງການລາດຕະເວນ. ຈົ່ງເປີດລາຍການຄືນໃໝ່ ເພື່ອເບິ່ງວ່າດຽວນີ້ເຮັດຫຍັງໄດ້.
patrol-refusal-no-counterpart = ສາຍພົວພັນນີ້ບໍ່ມີ ຫຼື ບໍ່ມີຜົນບັງຄັບໃຊ້. ຈົ່ງເລືອກອັນທີ່ມີຜົນບັງຄັບໃຊ້ ຫຼື ໃຫ້ຢືນຢັນກ່ອນ.
patrol-refusal-no-marker = “{ $marker }” ບໍ່ແມ່ນເລກຫຼັກໝາຍຊາຍແດນ. ຈົ່ງຂຽນຕາມທີ່ມີຢູ່ຫຼັກໝາຍ: 87, 171(1), 230/11, T10 ຫຼື 342A.
patrol-refusal-in-the-past = ວັນທີນີ້ກາຍມາແລ້ວ. ຈົ່ງເລືອກວັນທີ່ຍັງມາບໍ່ຮອດ.
patrol-refusal-in-the-future = ສິ່ງທີ່ບັນທຶກຍັງບໍ່ທັນເກີດຂຶ້ນ. ຈົ່ງບັນທຶກເມື່ອເກີດຂຶ້ນແລ້ວ.
patrol-refusal-other-host = ໃນໄລຍະນີ້ເຈົ້າພາບແມ່ນ { $host }. ຈົ່ງລະບຸຝ່າຍນັ້ນເປັນປະທານ ຫຼື ເລືອກໜ້າທີ່ອື່ນ.
patrol-refusal-no-occurrence = ໜ້າທີ່ນີ້ບໍ່ມີ ຫຼື ສຳເລັດແລ້ວ. ຈົ່ງເລືອກໜ້າທີ່ທີ່ຍັງຄ້າງ ຫຼື ປະຊ່ອງໄວ້ຫວ່າງ.
patrol-refusal-other-activity = ໜ້າທີ່ນີ້ຕ້ອງການກິດຈະກຳປະເພດອື່ນ. ຈົ່ງເລືອກໜ້າທີ່ທີ່ເໝາະກັບການລາດຕະເວນປະເພດນີ້.
patrol-refusal-no-date = ການລາດຕະເວນຖືກເລື່ອນໂດຍບໍ່ມີວັນໃໝ່. ຈົ່ງບັນທຶກວັນໃໝ່ກ່ອນ.
patrol-refusal-own-plan = ທ່ານເປັນຜູ້ວາງແຜນລາດຕະເວນນີ້. ຜູ້ບັນຊາການຄົນອື່ນຕ້ອງເປັນຜູ້ອະນຸມັດ.
patrol-refusal-no-liaison = ສອງຝ່າຍຍັງບໍ່ໄດ້ແລກປ່ຽນເຈົ້າໜ້າທີ່ປະສານງານ. ຈົ່ງລະບຸເຈົ້າໜ້າທີ່ທີ່ແຕ່ລະຝ່າຍສົ່ງໄປ ແລ້ວບັນທຶກການເລີ່ມ.
patrol-refusal-wrong-order = { $later } ຈະຢູ່ຫຼັງ { $earlier } ບໍ່ໄດ້. ຈົ່ງກວດເບິ່ງວັນທີ.
patrol-refusal-not-finished = ບົດບັນທຶກລົງນາມຫຼັງມື້ສຸດທ້າຍຂອງການລາດຕະເວນ. ຈົ່ງບັນທຶກການສິ້ນສຸດລາດຕະເວນກ່ອນ ແລະ ກວດເບິ່ງວັນທີລົງນາມ.

patrol-kind-bilateral = ລາດຕະເວນສອງຝ່າຍ
patrol-kind-law-enforcement = ລາດຕະເວນຮ່ວມບັງຄັບໃຊ້ກົດໝາຍ
patrol-kind-parallel = ລາດຕະເວນຂະໜານກັນ
patrol-kind-three-party = ລາດຕະເວນສາມຝ່າຍ

patrol-mode-foot = ຍ່າງ
patrol-mode-vehicle = ລົດ
patrol-mode-boat = ເຮືອ
