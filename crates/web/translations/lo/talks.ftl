# to be confirmed by a native speaker
talks = ການເຈລະຈາ
talks-many = ການເຈລະຈາ
talks-about = ການສົນທະນາທາງການຂອງສອງຄະນະຜູ້ແທນ, ມີວາລະ ແລະ ບົດບັນທຶກທີ່ຫົວໜ້າທັງສອງລົງນາມ.

talks-state-proposed = ສະເໜີແລ້ວ
talks-state-agreed = ຕົກລົງວັນທີແລ້ວ
talks-state-held = ຈັດແລ້ວ
talks-state-signed = ລົງນາມບົດບັນທຶກແລ້ວ
talks-state-postponed = ເລື່ອນແລ້ວ
talks-state-declined = ປະຕິເສດແລ້ວ
talks-state-cancelled = ຍົກເລີກແລ້ວ

talks-command-propose = ສະເໜີການເຈລະຈາ
talks-command-record-proposal = ບັນທຶກຂໍ້ສະເໜີຂອງຝ່າຍເພື່ອນ
talks-command-answer = ຕອບຂໍ້ສະເໜີ
talks-command-record-answer = ບັນທຶກຄຳຕອບຂອງຝ່າຍເພື່ອນ
talks-command-record-delegations = ລະບຸຄະນະຜູ້ແທນ
talks-command-record-held = ບັນທຶກວ່າໄດ້ຈັດການເຈລະຈາ
talks-command-sign-minutes = ບັນທຶກການລົງນາມບົດບັນທຶກ
talks-command-postpone = ເລື່ອນການເຈລະຈາ
talks-command-cancel = ຍົກເລີກການເຈລະຈາ

talks-fact-proposed = ໄດ້ສະເໜີການເຈລະຈາ
talks-fact-other-date-proposed = ໄດ້ສະເໜີວັນທີອື່ນ
talks-fact-agreed = ໄດ້ຕົກລົງວັນທີ
talks-fact-declined = ໄດ້ປະຕິເສດຂໍ້ສະເໜີ
talks-fact-delegations-recorded = ໄດ້ລະບຸຄະນະຜູ້ແທນ
talks-fact-held = ໄດ້ຈັດການເຈລະຈາ
talks-fact-minutes-signed = ຫົວໜ້າທັງສອງໄດ້ລົງນາມບົດບັນທຶກ
talks-fact-postponed = ໄດ້ເລື່ອນການເຈລະຈາ
talks-fact-cancelled = ໄດ້ຍົກເລີກການເຈລະຈາ

talks-refusal-not-now = ການກະທຳນີ້ບໍ່ເໝາະກັບສະຖານະປັດຈຸບັນຂອງການເຈລະຈາ. ຈົ່ງເປີດລາຍການຄືນໃໝ່ ເພື່ອເບິ່ງວ່າດຽວນີ້ເຮັດຫຍັງໄດ້.
talks-refusal-no-counterpart = ສາຍພົວພັນນີ້ບໍ່ມີ ຫຼື ບໍ່ມີຜົນບັງຄັບໃຊ້. ຈົ່ງເລືອກອັນທີ່ມີຜົນບັງຄັບໃຊ້ ຫຼື ໃຫ້ຢືນຢັນກ່ອນ.
talks-refusal-too-late = ຍັງເຫຼືອ { $days } ມື້ເຕັມຈະຮອດວັນທີສະເໜີ; ຕ້ອງມີ { $needed } ມື້. ຈົ່ງສະເໜີວັນທີຊ້າກວ່ານັ້ນ ຫຼື ໝາຍວ່າເປັນການເຈລະຈາດ່ວນ.
talks-refusal-in-the-past = ວັນທີສະເໜີກາຍມາແລ້ວ. ຈົ່ງເລືອກວັນທີ່ຍັງມາບໍ່ຮອດ.
talks-refusal-other-host = ໃນໄລຍະນີ້ເຈົ້າພາບແມ່ນ { $host }. ຈົ່ງລະບຸຝ່າຍນັ້ນເປັນເຈົ້າພາບ ຫຼື ເລືອກໜ້າທີ່ອື່ນ.
talks-refusal-no-occurrence = ໜ້າທີ່ນີ້ບໍ່ມີ ຫຼື ສຳເລັດແລ້ວ. ຈົ່ງເລືອກໜ້າທີ່ທີ່ຍັງຄ້າງ ຫຼື ປະຊ່ອງໄວ້ຫວ່າງ.
talks-refusal-empty-agenda = ວາລະຍັງບໍ່ມີຂໍ້ໃດ. ຈົ່ງໃສ່ຢ່າງໜ້ອຍໜຶ່ງຂໍ້.
talks-refusal-not-your-turn = ຄຳຕອບຕ້ອງມາຈາກ { $turn }. ຈົ່ງບັນທຶກຄຳຕອບຂອງຝ່າຍນັ້ນ.
talks-refusal-no-date = ໄດ້ເລືອກວັນທີອື່ນ ແຕ່ບໍ່ໄດ້ລະບຸ. ຈົ່ງລະບຸວັນທີ ແລະ ເວລາ.
talks-refusal-no-interpreter = ການຕິດຕໍ່ທຸກຄັ້ງຕ້ອງຜ່ານຜູ້ແປພາສາ (ດຳລັດ 89/2009, ມາດຕາ 8). ຈົ່ງລະບຸຜູ້ແປພາສາດ້ວຍຕຳແໜ່ງ.
talks-refusal-no-delegations = ຍັງບໍ່ໄດ້ລະບຸຄະນະຜູ້ແທນ. ຈົ່ງລະບຸກ່ອນ.
talks-refusal-item-without-result = ຂໍ້ { $item } ຂອງວາລະຕ້ອງມີຜົນພຽງອັນດຽວ. ຈົ່ງໃສ່ຜົນ ຫຼື “ບໍ່ໄດ້ປຶກສາ”.
talks-refusal-beyond-authority = ໜ່ວຍງານບໍ່ສາມາດຕົກລົງຂໍ້ { $item } ({ $matter }) ເອງໄດ້. ຈົ່ງເລືອກ “ເກີນສິດອຳນາດ”: ຂໍ້ນີ້ຈະຖືກຈົດໄວ້ ແລະ ສະເໜີຕໍ່ໜ່ວຍງານຂັ້ນເທິງ.
talks-refusal-no-superior = ບໍ່ມີໜ່ວຍງານຂັ້ນເທິງທີ່ລົງທະບຽນໄວ້ ເພື່ອສະເໜີຂໍ້ນີ້. ຈົ່ງຂໍໃຫ້ຜູ້ຮັກສາທະບຽນລົງທະບຽນ.
talks-refusal-not-held = ບົດບັນທຶກລົງນາມໃນວັນເຈລະຈາ ຫຼື ຫຼັງຈາກນັ້ນ. ຈົ່ງບັນທຶກກ່ອນວ່າໄດ້ຈັດການເຈລະຈາ ແລ້ວກວດເບິ່ງວັນທີລົງນາມ.
talks-refusal-in-the-future = ວັນທີນີ້ຍັງມາບໍ່ຮອດ. ຈົ່ງບັນທຶກເມື່ອຮອດວັນນັ້ນແລ້ວ.

item-result-agreed = ຕົກລົງກັນ
item-result-noted = ຮັບຊາບ
item-result-beyond-authority = ເກີນສິດອຳນາດ
item-result-reserved = ສະຫງວນຄວາມເຫັນ
item-result-not-discussed = ບໍ່ໄດ້ປຶກສາ

postpone-reason-epidemic = ໂລກລະບາດ
postpone-reason-weather = ດິນຟ້າອາກາດ ຫຼື ນ້ຳຖ້ວມ
postpone-reason-absence = ເຈົ້າໜ້າທີ່ບໍ່ຢູ່
postpone-reason-security = ຄວາມປອດໄພ
postpone-reason-unit-change = ໜ່ວຍງານມີການປ່ຽນແປງ
postpone-reason-other = ເຫດຜົນອື່ນ

answer-accept = ເຫັນດີກັບວັນທີ
answer-other-date = ວັນທີອື່ນ
answer-decline = ປະຕິເສດ
