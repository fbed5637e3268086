# to be confirmed by a native speaker
gate = ດ່ານຊາຍແດນ
gate-many = ດ່ານຊາຍແດນ
gate-about = ດ່ານ ຫຼື ຊ່ອງທາງທີ່ອະນຸຍາດໃຫ້ຜ່ານ: ເປັນຄູ່ສະເໝີ ແຕ່ລະຝ່າຍມີຊື່ຂອງຕົນ, ພ້ອມປະເພດ, ໂມງເປີດ ແລະ ຂໍ້ຈຳກັດຕາມວັນທີ.

gate-state-agreed = ຕົກລົງແລ້ວ, ຍັງບໍ່ເປີດ
gate-state-open = ເປີດຢູ່
gate-state-restricted = ເປີດແບບມີຂໍ້ຈຳກັດ
gate-state-closed-for-a-time = ປິດຊົ່ວຄາວ
gate-state-upgraded = ເປີດຢູ່, ຍົກລະດັບແລ້ວ
gate-state-closed = ປິດຖາວອນ

gate-command-register = ລົງທະບຽນດ່ານ
gate-command-open = ບັນທຶກການເປີດດ່ານ
gate-command-set-hours = ກຳນົດໂມງເປີດ
gate-command-change-class = ປ່ຽນປະເພດດ່ານ
gate-command-rename = ປ່ຽນຊື່ດ່ານ
gate-command-restrict = ບັນທຶກຂໍ້ຈຳກັດ
gate-command-record-told = ບັນທຶກວ່າໄດ້ແຈ້ງອີກຝ່າຍແລ້ວ
gate-command-record-begun = ບັນທຶກວ່າຂໍ້ຈຳກັດເລີ່ມໃຊ້
gate-command-extend = ປ່ຽນກຳນົດສິ້ນສຸດຂອງຂໍ້ຈຳກັດ
gate-command-lift = ຍົກເລີກຂໍ້ຈຳກັດ
gate-command-close = ປິດດ່ານຖາວອນ

gate-fact-registered = ໄດ້ລົງທະບຽນດ່ານ
gate-fact-opened = ໄດ້ເປີດດ່ານ
gate-fact-hours-set = ໄດ້ກຳນົດໂມງເປີດ
gate-fact-upgraded = ໄດ້ຍົກລະດັບດ່ານ
gate-fact-downgraded = ໄດ້ຫຼຸດລະດັບດ່ານ
gate-fact-renamed = ດ່ານໄດ້ຊື່ໃໝ່
gate-fact-restricted = ໄດ້ບັນທຶກຂໍ້ຈຳກັດ
gate-fact-told = ໄດ້ແຈ້ງຂໍ້ຈຳກັດໃຫ້ອີກຝ່າຍ
gate-fact-begun = ຂໍ້ຈຳກັດເລີ່ມໃຊ້ແລ້ວ
gate-fact-extended = ໄດ້ປ່ຽນກຳນົດສິ້ນສຸດຂອງຂໍ້ຈຳກັດ
gate-fact-lifted = ໄດ້ຍົກເລີກຂໍ້ຈຳກັດ
gate-fact-closed = ໄດ້ປິດດ່ານຖາວອນ

gate-refusal-not-now = ດຽວນີ້ເຮັດສິ່ງນີ້ກັບດ່ານບໍ່ໄດ້ ({ $status }).
gate-refusal-no-name = ດ່ານເປັນຄູ່. ຈົ່ງຂຽນຊື່ຂອງແຕ່ລະຝ່າຍ ຢ່າງໜ້ອຍໜຶ່ງພາສາ.
gate-refusal-no-other-side = ບໍ່ຮູ້ຈັກຝ່າຍທີ່ຢູ່ອີກຟາກຂອງເສັ້ນຊາຍແດນ ຫຼື ແມ່ນຝ່າຍເຮົາ. ຈົ່ງເລືອກຝ່າຍເພື່ອນ.
gate-refusal-no-line = ບໍ່ມີເສັ້ນຊາຍແດນດັ່ງກ່າວ. ຈົ່ງເລືອກຈາກບັນຊີ.
gate-refusal-no-marker-place = ບໍ່ມີຈຸດຫຼັກໝາຍດັ່ງກ່າວ. ຈົ່ງເລືອກຈາກບັນຊີ ຫຼື ປະຊ່ອງໄວ້ຫວ່າງ.
gate-refusal-no-counterpart = ບໍ່ມີສາຍພົວພັນກັບຄູ່ປະສານງານດັ່ງກ່າວ. ຈົ່ງເລືອກຈາກບັນຊີ ຫຼື ປະຊ່ອງໄວ້ຫວ່າງ.
gate-refusal-no-agreement = ບໍ່ມີສັນຍາດັ່ງກ່າວ. ຈົ່ງເລືອກຈາກບັນຊີ ຫຼື ປະຊ່ອງໄວ້ຫວ່າງ.
gate-refusal-no-letter = ບໍ່ມີໜັງສືດັ່ງກ່າວ. ຈົ່ງເລືອກຈາກປຶ້ມທະບຽນ ຫຼື ປະຊ່ອງໄວ້ຫວ່າງ.
gate-refusal-no-time = ອ່ານ “{ $time }” ເປັນເວລາບໍ່ໄດ້ ຫຼື ຢູ່ກ່ອນໂມງເປີດ. ຈົ່ງຂຽນເວລາເຊັ່ນ 07:00 ແລະ 22:00.
gate-refusal-no-clock = ໂມງເປີດນັບຕາມໂມງຂອງຝ່າຍໃດຝ່າຍໜຶ່ງຂອງດ່ານ. ຈົ່ງເລືອກຝ່າຍນັ້ນ.
gate-refusal-in-the-future = ສິ່ງທີ່ບັນທຶກຍັງບໍ່ທັນເກີດຂຶ້ນ. ຈົ່ງບັນທຶກເມື່ອເກີດຂຶ້ນແລ້ວ.
gate-refusal-wrong-order = { $later } ຢູ່ກ່ອນ { $earlier }. ຈົ່ງກວດເບິ່ງວັນທີທັງສອງ.
gate-refusal-same-class = ດ່ານຢູ່ໃນປະເພດນີ້ແລ້ວ. ຈົ່ງເລືອກປະເພດອື່ນ ຫຼື ວັນອື່ນ.
gate-refusal-not-of-this-gate = ມີແຕ່ຝ່າຍໃດຝ່າຍໜຶ່ງຂອງດ່ານນີ້ເທົ່ານັ້ນທີ່ວາງຂໍ້ຈຳກັດໄດ້. ຈົ່ງເລືອກຝ່າຍນັ້ນ.
gate-refusal-which-restriction = ມີ { $count } ຂໍ້ຈຳກັດທີ່ອາດໝາຍເຖິງ. ຈົ່ງຂຽນເລກທີຂອງຂໍ້ທີ່ໝາຍເຖິງ ຕາມທີ່ມີໃນລາຍການ.
gate-refusal-already-begun = ຂໍ້ຈຳກັດນີ້ໃຊ້ຢູ່ແລ້ວ. ບໍ່ມີຫຍັງຕ້ອງບັນທຶກຕື່ມ.

gate-class-temporary-passage = ທາງຜ່ານຊົ່ວຄາວ
gate-class-opening = ດ່ານປະເພນີ
gate-class-secondary = ດ່ານທ້ອງຖິ່ນ
gate-class-main = ດ່ານສອງຝ່າຍ
gate-class-international = ດ່ານສາກົນ

gate-days-every-day = ທຸກມື້
gate-days-monday-to-friday = ວັນຈັນ ຫາ ວັນສຸກ
gate-days-saturday-and-sunday = ວັນເສົາ ແລະ ວັນອາທິດ
gate-days-holidays = ວັນພັກລັດຖະການ
gate-days-market-days = ວັນຕະຫຼາດນັດ

gate-traffic-all = ຄົນ ແລະ ສິນຄ້າ
gate-traffic-persons = ຄົນ
gate-traffic-goods = ສິນຄ້າ

restriction-extent-everything = ບໍ່ໃຫ້ໃຜ ແລະ ສິ່ງໃດຜ່ານ
restriction-extent-persons = ບໍ່ໃຫ້ຄົນຜ່ານ
restriction-extent-goods = ບໍ່ໃຫ້ສິນຄ້າຜ່ານ
restriction-extent-vehicles = ບໍ່ໃຫ້ພາຫະນະຜ່ານ
restriction-extent-hours = ຫຼຸດໂມງເປີດ
restriction-extent-other = ຂໍ້ຈຳກັດອື່ນ

restriction-reason-epidemic = ໂລກລະບາດ
restriction-reason-weather = ດິນຟ້າອາກາດ, ນ້ຳຖ້ວມ ຫຼື ດິນເຈື່ອນ
restriction-reason-works = ການກໍ່ສ້າງ
restriction-reason-security = ຄວາມປອດໄພ
restriction-reason-holiday = ວັນພັກ
restriction-reason-other = ເຫດຜົນອື່ນ

gate-standing-agreed = ຕົກລົງແລ້ວ, ບໍ່ເປີດ
gate-standing-open = ເປີດ
gate-standing-restricted = ເປີດແບບມີຂໍ້ຈຳກັດ
gate-standing-closed-for-a-time = ປິດຊົ່ວຄາວ
gate-standing-closed = ປິດຖາວອນ

gate-field-line = ເສັ້ນຊາຍແດນ
gate-field-near = ໃກ້ຈຸດຫຼັກໝາຍ
gate-field-name = ຊື່ຝ່າຍເຮົາ
gate-field-other-name = ຊື່ຝ່າຍເພື່ອນ
gate-field-was-opened = ເຄີຍເປີດ
gate-field-opened-on = ວັນທີເປີດ
gate-field-planned-on = ວັນທີທີ່ຈະເປີດ
gate-field-already-open = ເປີດຢູ່ແລ້ວ
gate-field-restriction = ຂໍ້ຈຳກັດ
gate-field-restrictions = ຂໍ້ຈຳກັດ
gate-field-timeline = ສະພາບຕາມວັນທີ
gate-field-class = ປະເພດ
gate-field-hours = ໂມງເປີດ
gate-field-days = ມື້
gate-field-traffic = ສຳລັບໃຜ
gate-field-opens = ໂມງເປີດ
gate-field-closes = ໂມງປິດ
gate-field-clock = ຕາມໂມງຂອງຝ່າຍ
gate-field-by = ຝ່າຍທີ່ວາງຂໍ້ຈຳກັດ
gate-field-extent = ສິ່ງທີ່ບໍ່ໃຫ້ຜ່ານ
gate-field-begun = ໃຊ້ແລ້ວ
gate-field-lifted-on = ວັນທີຍົກເລີກ
gate-field-standing = ສະພາບ
gate-field-restricted-by = ຂໍ້ຈຳກັດທີ່ໃຊ້ຢູ່
gate-field-closed-on = ປິດແຕ່ວັນທີ
gate-field-until = ຮອດ (ມື້ທຳອິດທີ່ບໍ່ມີ)
