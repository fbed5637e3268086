# to be confirmed by a native speaker
counterpart = ຄູ່ປະສານງານ
counterpart-many = ຄູ່ປະສານງານ
counterpart-about = ໜ່ວຍງານໃດຂອງຝ່າຍເຮົາພົວພັນກັບໜ່ວຍງານໃດຂອງຝ່າຍເພື່ອນ, ໃນເລື່ອງຫຍັງ, ແຕ່ເມື່ອໃດຮອດເມື່ອໃດ.

counterpart-state-proposed = ສະເໜີແລ້ວ
counterpart-state-notified = ແຈ້ງຝ່າຍເພື່ອນແລ້ວ
counterpart-state-in-force = ມີຜົນບັງຄັບໃຊ້
counterpart-state-unconfirmed = ຕ້ອງຢືນຢັນຄືນ
counterpart-state-ended = ສິ້ນສຸດແລ້ວ

counterpart-command-register = ລົງທະບຽນຄູ່ປະສານງານ
counterpart-command-notify = ບັນທຶກວ່າໄດ້ແຈ້ງຝ່າຍເພື່ອນ
counterpart-command-confirm = ຢືນຢັນຄູ່ປະສານງານ
counterpart-command-mark-unconfirmed = ໝາຍວ່າໜ່ວຍງານມີການປ່ຽນແປງ
counterpart-command-close = ຢຸດເຊົາສາຍພົວພັນ

counterpart-fact-registered = ໄດ້ລົງທະບຽນສາຍພົວພັນ
counterpart-fact-notified = ໄດ້ແຈ້ງຝ່າຍເພື່ອນ
counterpart-fact-confirmed = ໄດ້ຢືນຢັນສາຍພົວພັນ
counterpart-fact-unconfirmed = ໜ່ວຍງານມີການປ່ຽນແປງ; ຕ້ອງຢືນຢັນຄືນ
counterpart-fact-closed = ສາຍພົວພັນສິ້ນສຸດ

counterpart-refusal-not-now = ການກະທຳນີ້ບໍ່ເໝາະກັບສະຖານະປັດຈຸບັນຂອງສາຍພົວພັນ. ຈົ່ງເປີດລາຍການຄືນໃໝ່ ເພື່ອເບິ່ງວ່າດຽວນີ້ເຮັດຫຍັງໄດ້.
counterpart-refusal-no-unit = ບໍ່ມີໜ່ວຍງານ { $unit }. ຈົ່ງເລືອກໜ່ວຍງານທີ່ລົງທະບຽນແລ້ວ ຫຼື ໃຫ້ລົງທະບຽນກ່ອນ.
counterpart-refusal-not-across-the-line = ສາຍພົວພັນເຊື່ອມໜ່ວຍງານຂອງຝ່າຍເຮົາກັບໜ່ວຍງານຂອງຝ່າຍເພື່ອນ. ຈົ່ງເລືອກຝ່າຍລະໜຶ່ງໜ່ວຍງານ.

counterpart-kind-talks = ການເຈລະຈາ, ການພົບປະ, ໜັງສື
counterpart-kind-bilateral-patrol = ລາດຕະເວນສອງຝ່າຍ
counterpart-kind-law-enforcement-patrol = ລາດຕະເວນຮ່ວມບັງຄັບໃຊ້ກົດໝາຍ
counterpart-kind-gate = ວຽກງານດ່ານຊາຍແດນ
counterpart-kind-civil-authority = ອົງການປົກຄອງ
