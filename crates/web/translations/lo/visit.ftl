# to be confirmed by a native speaker
visit = ການຢ້ຽມຢາມ
visit-many = ການຢ້ຽມຢາມ
visit-about = ຝ່າຍໜຶ່ງໄປຢາມອີກຝ່າຍໜຶ່ງໂດຍບໍ່ມີວາລະ, ເພື່ອມາລະຍາດ, ໃນວັນບຸນ ຫຼື ເພື່ອສະແດງຄວາມເສົ້າສະຫຼົດໃຈ; ແຈ້ງກ່ອນ ຫຼື ບັນທຶກພາຍຫຼັງ.

visit-state-recorded = ບັນທຶກແລ້ວ
visit-state-announced = ແຈ້ງແລ້ວ
visit-state-answered = ຕົກລົງວັນທີແລ້ວ
visit-state-postponed = ເລື່ອນແລ້ວ
visit-state-held = ຈັດແລ້ວ
visit-state-declined = ປະຕິເສດແລ້ວ
visit-state-cancelled = ຍົກເລີກແລ້ວ

visit-command-record = ບັນທຶກການຢ້ຽມຢາມ
visit-command-announce = ແຈ້ງການຢ້ຽມຢາມ
visit-command-record-announcement = ບັນທຶກການແຈ້ງຂອງຝ່າຍເພື່ອນ
visit-command-answer = ຕອບການແຈ້ງ
visit-command-record-answer = ບັນທຶກຄຳຕອບຂອງຝ່າຍເພື່ອນ
visit-command-record-held = ບັນທຶກວ່າໄດ້ຢ້ຽມຢາມແລ້ວ
visit-command-postpone = ເລື່ອນການຢ້ຽມຢາມ
visit-command-record-new-day = ບັນທຶກວັນທີໃໝ່
visit-command-correct = ແກ້ໄຂການຢ້ຽມຢາມ
visit-command-cancel = ຍົກເລີກການຢ້ຽມຢາມ

visit-fact-recorded = ໄດ້ບັນທຶກການຢ້ຽມຢາມ
visit-fact-announced = ໄດ້ແຈ້ງການຢ້ຽມຢາມ
visit-fact-other-date-proposed = ໄດ້ສະເໜີວັນທີອື່ນ
visit-fact-answered = ໄດ້ຕົກລົງວັນທີ
visit-fact-declined = ໄດ້ປະຕິເສດການຢ້ຽມຢາມ
visit-fact-held = ໄດ້ຢ້ຽມຢາມ
visit-fact-postponed = ໄດ້ເລື່ອນການຢ້ຽມຢາມ
visit-fact-new-day-recorded = ໄດ້ກຳນົດວັນທີໃໝ່
visit-fact-corrected = ໄດ້ແກ້ໄຂການຢ້ຽມຢາມ
visit-fact-cancelled = ໄດ້ຍົກເລີກການຢ້ຽມຢາມ

visit-refusal-not-now = ການກະທຳນີ້ບໍ່ເໝາະກັບສະຖານະປັດຈຸບັນຂອງການຢ້ຽມຢາມ. ຈົ່ງເປີດລາຍການຄືນໃໝ່ ເພື່ອເບິ່ງວ່າດຽວນີ້ເຮັດຫຍັງໄດ້.
visit-refusal-no-counterpart = ບໍ່ມີສາຍພົວພັນກັບຄູ່ປະສານງານດັ່ງກ່າວ ຫຼື ບໍ່ມີຜົນບັງຄັບໃຊ້. ຈົ່ງເລືອກສາຍພົວພັນທີ່ລົງທະບຽນແລ້ວ; ການຢ້ຽມຢາມທີ່ຈະມາຕ້ອງມີສາຍພົວພັນທີ່ມີຜົນບັງຄັບໃຊ້.
visit-refusal-not-a-side = { $side } ບໍ່ແມ່ນຝ່າຍໜຶ່ງໃນສອງຝ່າຍຂອງສາຍພົວພັນນີ້. ຈົ່ງເລືອກຝ່າຍໜຶ່ງໃນນັ້ນ.
visit-refusal-no-delegation = ບໍ່ມີຄະນະຜູ້ແທນດັ່ງກ່າວ. ຈົ່ງເລືອກຄະນະທີ່ລົງທະບຽນແລ້ວ ຫຼື ປະຊ່ອງໄວ້ຫວ່າງ.
visit-refusal-no-occurrence = ໜ້າທີ່ນີ້ບໍ່ມີ ຫຼື ສຳເລັດແລ້ວ. ຈົ່ງເລືອກໜ້າທີ່ທີ່ຍັງຄ້າງ ຫຼື ປະຊ່ອງໄວ້ຫວ່າງ.
visit-refusal-other-activity = ໜ້າທີ່ນີ້ຕ້ອງການກິດຈະກຳປະເພດອື່ນ. ຈົ່ງເລືອກໜ້າທີ່ກ່ຽວກັບການຢ້ຽມຢາມ.
visit-refusal-other-host = ໃນໄລຍະນີ້ເຈົ້າພາບແມ່ນ { $host }. ຈົ່ງໃຫ້ອີກຝ່າຍໜຶ່ງເປັນແຂກ ຫຼື ເລືອກໜ້າທີ່ອື່ນ.
visit-refusal-not-your-turn = ຄຳຕອບຕ້ອງມາຈາກ { $turn }. ຈົ່ງບັນທຶກຄຳຕອບຂອງຝ່າຍນັ້ນ.
visit-refusal-no-date = ໄດ້ເລືອກວັນທີອື່ນ ແຕ່ບໍ່ໄດ້ລະບຸ. ຈົ່ງລະບຸວັນທີ.
visit-refusal-in-the-past = ວັນທີນີ້ກາຍມາແລ້ວ. ຈົ່ງເລືອກວັນທີ່ຍັງມາບໍ່ຮອດ.
visit-refusal-in-the-future = ວັນທີນີ້ຍັງມາບໍ່ຮອດ. ຈົ່ງບັນທຶກການຢ້ຽມຢາມເມື່ອໄດ້ຈັດແລ້ວ.
visit-refusal-nothing-changed = ບໍ່ມີຫຍັງແຕກຕ່າງຈາກສິ່ງທີ່ມີຢູ່. ຈົ່ງຕື່ມສິ່ງທີ່ຕ້ອງການແກ້ໄຂ.

visit-occasion-holiday = ວັນບຸນ
visit-occasion-courtesy = ຢ້ຽມຢາມຕາມມາລະຍາດ
visit-occasion-working-visit = ຢ້ຽມຢາມເຮັດວຽກ
visit-occasion-anniversary = ວັນຄົບຮອບ
visit-occasion-condolence = ສະແດງຄວາມເສົ້າສະຫຼົດໃຈ

visit-field-visit = ການຢ້ຽມຢາມ
visit-field-guest = ຝ່າຍທີ່ມາຢາມ
visit-field-occasion = ໂອກາດ
visit-field-own-head = ຫົວໜ້າຄະນະຝ່າຍເຮົາ
visit-field-gifts = ຂອງຂວັນ
visit-field-delegation = ຄະນະຜູ້ແທນ
visit-field-corrections = ກ່ອນການແກ້ໄຂ
visit-field-corrected-at = ເວລາແກ້ໄຂ
visit-field-declined-by = ຝ່າຍທີ່ປະຕິເສດ
hint-guest = ຝ່າຍທີ່ໄປຢາມ. ປະໄວ້ຫວ່າງ ຖ້າແມ່ນຝ່າຍທີ່ແຈ້ງ.
hint-gifts = ສິ່ງທີ່ມອບໃຫ້ກັນ, ທັງສອງຝ່າຍ.
