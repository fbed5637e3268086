# to be confirmed by a native speaker
letter = ໜັງສື
letter-many = ໜັງສື
letter-about = ສິ່ງທີ່ໜ່ວຍງານໜຶ່ງຂຽນເຖິງຄູ່ປະສານງານ, ລົງເລກທີໃນປຶ້ມທະບຽນໜັງສືຂາອອກ ຫຼື ຂາເຂົ້າ.

letter-state-draft = ຮ່າງ
letter-state-approved = ອະນຸມັດແລ້ວ
letter-state-sent = ສົ່ງແລ້ວ
letter-state-delivered = ສົ່ງຮອດແລ້ວ
letter-state-acknowledged = ຢືນຢັນການຮັບແລ້ວ
letter-state-received = ໄດ້ຮັບແລ້ວ
letter-state-answered = ຕອບແລ້ວ
letter-state-closed = ປິດແລ້ວ

letter-command-draft = ຮ່າງໜັງສື
letter-command-record-received = ບັນທຶກໜັງສືທີ່ໄດ້ຮັບ
letter-command-amend = ແກ້ໄຂຮ່າງ
letter-command-approve = ອະນຸມັດຮ່າງ
letter-command-send = ສົ່ງໜັງສື
letter-command-record-delivery = ບັນທຶກການສົ່ງຮອດ
letter-command-acknowledge = ບັນທຶກການຢືນຢັນຮັບຂອງຝ່າຍເພື່ອນ
letter-command-record-answered = ບັນທຶກໜັງສືຕອບ
letter-command-close = ປິດໜັງສື

letter-fact-drafted = ໄດ້ຮ່າງໜັງສື
letter-fact-amended = ໄດ້ແກ້ໄຂຮ່າງ
letter-fact-approved = ໄດ້ອະນຸມັດຮ່າງ
letter-fact-sent = ໄດ້ສົ່ງໜັງສື
letter-fact-delivered = ໜັງສືສົ່ງຮອດແລ້ວ
letter-fact-acknowledged = ຝ່າຍເພື່ອນຢືນຢັນການຮັບໜັງສື
letter-fact-received = ໄດ້ຮັບໜັງສື
letter-fact-answered = ໄດ້ຕອບໜັງສື
letter-fact-closed = ໄດ້ປິດໜັງສື

letter-refusal-not-now = ການກະທຳນີ້ບໍ່ເໝາະກັບສະຖານະປັດຈຸບັນຂອງໜັງສື. ຈົ່ງເປີດລາຍການຄືນໃໝ່ ເພື່ອເບິ່ງວ່າດຽວນີ້ເຮັດຫຍັງໄດ້.
letter-refusal-no-counterpart = ບໍ່ມີສາຍພົວພັນກັບຄູ່ປະສານງານດັ່ງກ່າວ. ຈົ່ງເລືອກສາຍພົວພັນທີ່ລົງທະບຽນແລ້ວ.
letter-refusal-no-letter = ບໍ່ມີໜັງສື { $letter }. ຈົ່ງເລືອກຈາກປຶ້ມທະບຽນ.
letter-refusal-not-yet-sent = ໜັງສື { $letter } ຍັງບໍ່ໄດ້ສົ່ງ, ສະນັ້ນຈຶ່ງຕອບບໍ່ໄດ້. ຈົ່ງເລືອກໜັງສືທີ່ສົ່ງແລ້ວ ຫຼື ໄດ້ຮັບແລ້ວ.
letter-refusal-same-direction = ໜັງສື { $letter } ໄປທິດທາງດຽວກັນ. ໜັງສືຂາອອກຕອບໜັງສືຂາເຂົ້າ ແລະ ໜັງສືຂາເຂົ້າຕອບໜັງສືຂາອອກ.
letter-refusal-not-a-draft = ແກ້ໄຂໄດ້ສະເພາະຮ່າງ. ຈົ່ງປິດໜັງສືນີ້ພ້ອມເຫດຜົນ ແລ້ວຮ່າງສະບັບໃໝ່.
letter-refusal-nothing-to-amend = ຍັງບໍ່ໄດ້ຕື່ມຫຍັງ. ຈົ່ງຕື່ມສິ່ງທີ່ຕ້ອງການແກ້ໄຂ.
letter-refusal-own-draft = ບໍ່ມີໃຜອະນຸມັດຖ້ອຍຄຳຂອງຕົນເອງໄດ້. ຈົ່ງຂໍໃຫ້ເຈົ້າໜ້າທີ່ຄົນອື່ນອະນຸມັດໜັງສື.
letter-refusal-not-approved = ຮ່າງນີ້ຍັງບໍ່ໄດ້ຮັບການອະນຸມັດ. ຈົ່ງໃຫ້ເຈົ້າໜ້າທີ່ຄົນອື່ນອະນຸມັດກ່ອນ.
letter-refusal-due-too-early = ກຳນົດວັນຕອບຈະຢູ່ກ່ອນວັນທີ { $day } ບໍ່ໄດ້. ຈົ່ງລະບຸວັນນັ້ນ ຫຼື ວັນຫຼັງຈາກນັ້ນ.
letter-refusal-before-sent = ໜັງສືນີ້ໄດ້ສົ່ງວັນທີ { $sent_on }. ຈົ່ງລະບຸວັນນັ້ນ ຫຼື ວັນຫຼັງຈາກນັ້ນ.
letter-refusal-before-written = ໜັງສືນີ້ໄດ້ຂຽນວັນທີ { $written_on }. ຈົ່ງລະບຸວັນນັ້ນ ຫຼື ວັນຫຼັງຈາກນັ້ນ ເປັນວັນທີໄດ້ຮັບ.
letter-refusal-in-the-future = ວັນທີນີ້ຍັງມາບໍ່ຮອດ. ຈົ່ງບັນທຶກເມື່ອຮອດວັນນັ້ນແລ້ວ.
letter-refusal-needs-reason = ຍັງລໍຖ້າຄຳຕອບຮອດວັນທີ { $due_on }. ຈົ່ງບອກເຫດຜົນທີ່ປິດໜັງສືໂດຍບໍ່ມີຄຳຕອບ.

register-out = ໜັງສືຂາອອກ
register-in = ໜັງສືຂາເຂົ້າ
