# to be confirmed by a native speaker
training = ການຝຶກອົບຮົມ
training-many = ການຝຶກອົບຮົມ
training-about = ຝ່າຍໜຶ່ງຝຶກອົບຮົມໃຫ້ອີກຝ່າຍໜຶ່ງ ຫຼື ສອງຝ່າຍແລກປ່ຽນບົດຮຽນກັນ; ລວມທັງກັບປະເທດທີສາມ ຫຼື ອົງການສາກົນ.

training-state-planned = ວາງແຜນແລ້ວ
training-state-postponed = ເລື່ອນແລ້ວ
training-state-held = ຈັດແລ້ວ
training-state-evaluated = ປະເມີນແລ້ວ
training-state-cancelled = ຍົກເລີກແລ້ວ

training-command-plan = ວາງແຜນການຝຶກອົບຮົມ
training-command-amend = ແກ້ໄຂແຜນ
training-command-postpone = ເລື່ອນການຝຶກອົບຮົມ
training-command-record-new-day = ບັນທຶກວັນທີໃໝ່
training-command-record-held = ບັນທຶກວ່າໄດ້ຈັດແລ້ວ
training-command-correct = ແກ້ໄຂຈຳນວນມື້ ແລະ ຈຳນວນຄົນ
training-command-record-evaluation = ບັນທຶກການປະເມີນ
training-command-cancel = ຍົກເລີກການຝຶກອົບຮົມ

training-fact-planned = ໄດ້ວາງແຜນການຝຶກອົບຮົມ
training-fact-amended = ໄດ້ແກ້ໄຂແຜນ
training-fact-postponed = ໄດ້ເລື່ອນການຝຶກອົບຮົມ
training-fact-new-day-recorded = ໄດ້ກຳນົດວັນທີໃໝ່
training-fact-held = ໄດ້ຈັດການຝຶກອົບຮົມ
training-fact-corrected = ໄດ້ແກ້ໄຂຈຳນວນມື້ ແລະ ຈຳນວນຄົນ
training-fact-evaluated = ໄດ້ປະເມີນການຝຶກອົບຮົມ
training-fact-cancelled = ໄດ້ຍົກເລີກການຝຶກອົບຮົມ

training-refusal-not-now = ການກະທຳນີ້ບໍ່ເໝາະກັບສະຖານະປັດຈຸບັນຂອງການຝຶກອົບຮົມ. ຈົ່ງເປີດລາຍການຄືນໃໝ່ ເພື່ອເບິ່ງວ່າດຽວນີ້ເຮັດຫຍັງໄດ້.
training-refusal-no-counterpart = ສາຍພົວພັນນີ້ບໍ່ມີ ຫຼື ບໍ່ມີຜົນບັງຄັບໃຊ້. ຈົ່ງເລືອກອັນທີ່ມີຜົນບັງຄັບໃຊ້ ຫຼື ໃຫ້ຢືນຢັນກ່ອນ.
training-refusal-no-partner = ການຝຶກອົບຮົມຕ້ອງມີຄູ່ຮ່ວມ. ຈົ່ງເລືອກຄູ່ປະສານງານ ຫຼື ລະບຸປະເທດທີສາມ ຫຼື ອົງການສາກົນ.
training-refusal-nobody-asked = ການເລື່ອນຕ້ອງບອກວ່າໃຜຂໍ. ຈົ່ງເລືອກຝ່າຍໜຶ່ງໃນສອງຝ່າຍ.
training-refusal-no-host = ຖ້າບໍ່ມີຄູ່ຮ່ວມຈາກປະເທດທີສາມ ຝ່າຍໜຶ່ງໃນສອງຝ່າຍເປັນເຈົ້າພາບ. ຈົ່ງເລືອກເຈົ້າພາບ.
training-refusal-host-not-involved = { $host } ບໍ່ໄດ້ເຂົ້າຮ່ວມ. ຈົ່ງເລືອກຝ່າຍເຮົາ ຫຼື ຝ່າຍຂອງຄູ່ປະສານງານເປັນເຈົ້າພາບ.
training-refusal-not-a-side = { $side } ບໍ່ໄດ້ເຂົ້າຮ່ວມ. ຈົ່ງເລືອກຝ່າຍເຮົາ ຫຼື ຝ່າຍຂອງຄູ່ປະສານງານ.
training-refusal-no-programme = ໂຄງການໄລຍະຍາວນີ້ບໍ່ມີ ຫຼື ໄດ້ປິດກ່ອນວັນນັ້ນ. ຈົ່ງເລືອກອັນອື່ນ ຫຼື ປະຊ່ອງໄວ້ຫວ່າງ.
training-refusal-no-occurrence = ໜ້າທີ່ນີ້ບໍ່ມີ ຫຼື ສຳເລັດແລ້ວ. ຈົ່ງເລືອກໜ້າທີ່ທີ່ຍັງຄ້າງ ຫຼື ປະຊ່ອງໄວ້ຫວ່າງ.
training-refusal-other-activity = ໜ້າທີ່ນີ້ຕ້ອງການກິດຈະກຳປະເພດອື່ນ. ຈົ່ງເລືອກໜ້າທີ່ກ່ຽວກັບການຝຶກອົບຮົມ.
training-refusal-other-host = ໃນໄລຍະນີ້ເຈົ້າພາບແມ່ນ { $host }. ຈົ່ງລະບຸຝ່າຍນັ້ນເປັນເຈົ້າພາບ ຫຼື ເລືອກໜ້າທີ່ອື່ນ.
training-refusal-days-do-not-fit = ການຝຶກອົບຮົມ { $days } ມື້ບໍ່ເໝາະ. ຈົ່ງໃສ່ຢ່າງໜ້ອຍໜຶ່ງມື້ ແລະ ບໍ່ຫຼາຍກວ່າຈຳນວນມື້ແຕ່ມື້ທຳອິດຮອດມື້ສຸດທ້າຍ.
training-refusal-in-the-past = ວັນທີນີ້ກາຍມາແລ້ວ. ຈົ່ງເລືອກວັນທີ່ຍັງມາບໍ່ຮອດ.
training-refusal-in-the-future = ສິ່ງທີ່ບັນທຶກຍັງບໍ່ທັນເກີດຂຶ້ນ. ຈົ່ງບັນທຶກເມື່ອເກີດຂຶ້ນແລ້ວ.
training-refusal-wrong-order = { $later } ຢູ່ກ່ອນ { $earlier }. ຈົ່ງກວດເບິ່ງວັນທີທັງສອງ.
training-refusal-too-many-passed = ມີຜູ້ເຂົ້າຮ່ວມ { $participants } ຄົນ. ຜູ້ຮຽນຈົບຈະຫຼາຍກວ່ານັ້ນບໍ່ໄດ້.
training-refusal-nothing-changed = ບໍ່ມີຫຍັງແຕກຕ່າງຈາກສິ່ງທີ່ມີຢູ່. ຈົ່ງຕື່ມສິ່ງທີ່ຕ້ອງການປ່ຽນ.

training-kind-training = ຝຶກອົບຮົມ
training-kind-professional-exchange = ແລກປ່ຽນວິຊາສະເພາະ
training-kind-political-work-exchange = ແລກປ່ຽນວຽກງານການເມືອງ
training-kind-patrol-experience = ແລກປ່ຽນບົດຮຽນການລາດຕະເວນ
training-kind-grass-roots-experience = ແລກປ່ຽນບົດຮຽນວຽກງານຮາກຖານ
training-kind-young-officers-exchange = ແລກປ່ຽນນາຍທະຫານໜຸ່ມ

training-field-partner = ຄູ່ຮ່ວມຈາກປະເທດທີສາມ
training-field-days = ຈຳນວນມື້ຝຶກອົບຮົມ
training-field-evaluated-on = ວັນທີປະເມີນ
training-field-passed = ຈຳນວນຜູ້ຮຽນຈົບ
hint-partner = ປະເທດທີສາມ ຫຼື ອົງການສາກົນ. ປະໄວ້ຫວ່າງ ຖ້າມີແຕ່ສອງຝ່າຍ.
hint-passed = ຕົວເລກເທົ່ານັ້ນ, ບໍ່ລະບຸຊື່.
