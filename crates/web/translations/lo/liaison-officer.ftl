# to be confirmed by a native speaker
liaison-officer = ເຈົ້າໜ້າທີ່ປະສານງານ
liaison-officer-many = ເຈົ້າໜ້າທີ່ປະສານງານ
liaison-officer-about = ເຈົ້າໜ້າທີ່ທີ່ແນະນຳໃຫ້ອີກຝ່າຍ: ປະຈຳ ເພື່ອສົ່ງໜັງສື ແລະ ຈັດການພົບປະ, ຫຼື ສຳລັບການລາດຕະເວນຄັ້ງໜຶ່ງ.

liaison-officer-state-appointed = ແຕ່ງຕັ້ງແລ້ວ
liaison-officer-state-notified = ແຈ້ງອີກຝ່າຍແລ້ວ
liaison-officer-state-accepted = ຮັບເອົາແລ້ວ
liaison-officer-state-available = ພ້ອມແລ້ວ
liaison-officer-state-attached = ໄປປະຈຳຢູ່
liaison-officer-state-returned = ກັບມາແລ້ວ
liaison-officer-state-ended = ສິ້ນສຸດແລ້ວ
liaison-officer-state-declined = ບໍ່ຮັບເອົາ

liaison-officer-command-appoint = ແຕ່ງຕັ້ງເຈົ້າໜ້າທີ່ປະສານງານ
liaison-officer-command-record-notified = ບັນທຶກເຈົ້າໜ້າທີ່ທີ່ຝ່າຍເພື່ອນແຕ່ງຕັ້ງ
liaison-officer-command-notify = ບັນທຶກວ່າໄດ້ແຈ້ງຝ່າຍເພື່ອນ
liaison-officer-command-answer = ຕອບຝ່າຍເພື່ອນ
liaison-officer-command-record-answer = ບັນທຶກຄຳຕອບຂອງຝ່າຍເພື່ອນ
liaison-officer-command-make-available = ບັນທຶກວ່າພ້ອມແລ້ວ
liaison-officer-command-attach = ສົ່ງໄປກັບການລາດຕະເວນ ຫຼື ກິດຈະກຳ
liaison-officer-command-record-return = ບັນທຶກການກັບມາ
liaison-officer-command-record-handed-over = ບັນທຶກສິ່ງທີ່ສົ່ງມອບ
liaison-officer-command-end = ຢຸດເຊົາການແຕ່ງຕັ້ງ

liaison-officer-fact-appointed = ໄດ້ແຕ່ງຕັ້ງເຈົ້າໜ້າທີ່ປະສານງານ
liaison-officer-fact-notified = ໄດ້ແຈ້ງອີກຝ່າຍ
liaison-officer-fact-accepted = ໄດ້ຮັບເອົາ
liaison-officer-fact-declined = ບໍ່ຮັບເອົາ
liaison-officer-fact-made-available = ເຈົ້າໜ້າທີ່ພ້ອມແລ້ວ
liaison-officer-fact-attached = ໄດ້ສົ່ງໄປກັບກິດຈະກຳ
liaison-officer-fact-returned = ເຈົ້າໜ້າທີ່ກັບມາແລ້ວ
liaison-officer-fact-handed-over = ໄດ້ສົ່ງມອບສິ່ງຂອງ
liaison-officer-fact-ended = ການແຕ່ງຕັ້ງສິ້ນສຸດ

liaison-officer-refusal-not-now = ດຽວນີ້ເຮັດສິ່ງນີ້ກັບເຈົ້າໜ້າທີ່ປະສານງານບໍ່ໄດ້ ({ $status }).
liaison-officer-refusal-no-counterpart = ສາຍພົວພັນນີ້ບໍ່ມີ ຫຼື ບໍ່ມີຜົນບັງຄັບໃຊ້. ຈົ່ງເລືອກອັນທີ່ມີຜົນບັງຄັບໃຊ້.
liaison-officer-refusal-no-patrol = ເຈົ້າໜ້າທີ່ສຳລັບການລາດຕະເວນຄັ້ງດຽວຕ້ອງມີການລາດຕະເວນທີ່ບັນທຶກໄວ້. ຈົ່ງເລືອກຈາກບັນຊີ.
liaison-officer-refusal-no-unit = ຝ່າຍທີ່ແຕ່ງຕັ້ງບໍ່ມີໜ່ວຍງານດັ່ງກ່າວ. ຈົ່ງເລືອກຈາກບັນຊີ.
liaison-officer-refusal-no-letter = ບໍ່ມີໜັງສືດັ່ງກ່າວ. ຈົ່ງເລືອກຈາກປຶ້ມທະບຽນ ຫຼື ປະຊ່ອງໄວ້ຫວ່າງ.
liaison-officer-refusal-no-record = ບໍ່ມີລາຍການດັ່ງກ່າວ. ຈົ່ງເລືອກຈາກບັນຊີ.
liaison-officer-refusal-other-patrol = ເຈົ້າໜ້າທີ່ນີ້ຖືກແຕ່ງຕັ້ງສຳລັບການລາດຕະເວນ { $patrol } ແລະ ໄປກັບອັນນັ້ນເທົ່ານັ້ນ.
liaison-officer-refusal-other-side-answers = ຝ່າຍທີ່ຖືກແຈ້ງຕອບດ້ວຍຕົນເອງ. ຈົ່ງໃຊ້ຄຳຕອບອີກອັນໜຶ່ງ.
liaison-officer-refusal-no-remark = ຜູ້ທີ່ບໍ່ຮັບເອົາຕ້ອງບອກເຫດຜົນ. ຈົ່ງຂຽນເຫດຜົນ.
liaison-officer-refusal-not-persons = ການມອບໂຕບຸກຄົນຕ້ອງເຮັດໂດຍຜູ້ຕາງໜ້າຊາຍແດນ, ຮອງ ຫຼື ຜູ້ຊ່ວຍດ້ວຍຕົນເອງ, ບໍ່ແມ່ນໂດຍເຈົ້າໜ້າທີ່ປະສານງານ.
liaison-officer-refusal-still-attached = ເຈົ້າໜ້າທີ່ຍັງຢູ່ກັບກິດຈະກຳ. ຈົ່ງບັນທຶກການກັບມາກ່ອນ.
liaison-officer-refusal-in-the-future = ສິ່ງທີ່ບັນທຶກຍັງບໍ່ທັນເກີດຂຶ້ນ. ຈົ່ງບັນທຶກເມື່ອເກີດຂຶ້ນແລ້ວ.
liaison-officer-refusal-wrong-order = { $later } ຢູ່ກ່ອນ { $earlier }. ຈົ່ງກວດເບິ່ງວັນທີທັງສອງ.

liaison-kind-standing = ປະຈຳ
liaison-kind-one-patrol = ສຳລັບການລາດຕະເວນຄັ້ງດຽວ

thing-handed-over-letter = ໜັງສື
thing-handed-over-animal = ສັດ
thing-handed-over-property = ຊັບສິນ
thing-handed-over-person = ບຸກຄົນ

liaison-officer-field-name = ຊື່ ແລະ ນາມສະກຸນ
liaison-officer-field-rank = ຊັ້ນ
liaison-officer-field-unit = ປະຈຳຢູ່ໜ່ວຍງານ
liaison-officer-field-appointed-on = ວັນທີແຕ່ງຕັ້ງ
liaison-officer-field-attachment = ການສົ່ງໄປ
liaison-officer-field-attachments = ການສົ່ງໄປປະຈຳ
liaison-officer-field-to = ໄປກັບການລາດຕະເວນ ຫຼື ລາຍການ
liaison-officer-field-until-on = ວັນທີທີ່ຕ້ອງກັບ
liaison-officer-field-returned-on = ວັນທີກັບມາ
liaison-officer-field-handed-over = ສິ່ງທີ່ສົ່ງມອບ
liaison-officer-field-handed-on = ວັນທີສົ່ງມອບ
liaison-officer-field-thing = ປະເພດສິ່ງຂອງ
liaison-officer-field-office = ຕຳແໜ່ງ
liaison-officer-field-record = ລາຍການ
liaison-officer-field-patrol = ການລາດຕະເວນ
