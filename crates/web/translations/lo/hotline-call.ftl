# to be confirmed by a native speaker
hotline-call = ການໂທສາຍດ່ວນ
hotline-call-many = ການໂທສາຍດ່ວນ
hotline-call-about = ການໂທຜ່ານສາຍທີ່ຕົກລົງກັນ, ມີຜູ້ຮັບ ຫຼື ບໍ່ມີ; ແຕ່ລະຝ່າຍຈົດບັນທຶກຂອງຕົນ.

hotline-call-state-attempted = ບໍ່ມີຜູ້ຮັບ
hotline-call-state-noted = ຈົດໄວ້ແລ້ວ
hotline-call-state-read-back = ອ່ານທວນແລ້ວ
hotline-call-state-confirmed = ຢືນຢັນເປັນລາຍລັກອັກສອນແລ້ວ
hotline-call-state-closed = ປິດແລ້ວ

hotline-call-command-record-attempt = ບັນທຶກການໂທ
hotline-call-command-read-back = ບັນທຶກວ່າໄດ້ອ່ານທວນ
hotline-call-command-confirm-in-writing = ລະບຸໜັງສືຢືນຢັນການໂທ
hotline-call-command-close = ປິດການໂທ

hotline-call-fact-recorded = ໄດ້ບັນທຶກການໂທ
hotline-call-fact-read-back = ໄດ້ອ່ານທວນຂໍ້ຄວາມ
hotline-call-fact-confirmed-in-writing = ໄດ້ຢືນຢັນການໂທດ້ວຍໜັງສື
hotline-call-fact-closed = ໄດ້ປິດການໂທ

hotline-call-refusal-not-now = ການກະທຳນີ້ບໍ່ເໝາະກັບສະຖານະປັດຈຸບັນຂອງການໂທ. ຈົ່ງເປີດລາຍການຄືນໃໝ່ ເພື່ອເບິ່ງວ່າດຽວນີ້ເຮັດຫຍັງໄດ້.
hotline-call-refusal-no-counterpart = ບໍ່ມີສາຍພົວພັນກັບຄູ່ປະສານງານດັ່ງກ່າວ. ຈົ່ງເລືອກສາຍພົວພັນທີ່ລົງທະບຽນແລ້ວ.
hotline-call-refusal-in-the-future = ເວລາຂອງການໂທຍັງມາບໍ່ຮອດ. ຈົ່ງກວດເບິ່ງວັນທີ ແລະ ເວລາ.
hotline-call-refusal-nothing-was-said = ບໍ່ມີຜູ້ຮັບສາຍ, ສະນັ້ນຈຶ່ງບໍ່ມີການແຈ້ງ ຫຼື ຄຳໝັ້ນໃດໆ. ຈົ່ງປະທັງສອງຊ່ອງໄວ້ຫວ່າງ ຫຼື ບັນທຶກວ່າມີຜູ້ຮັບສາຍ.
hotline-call-refusal-not-connected = ການໂທນີ້ບໍ່ມີຜູ້ຮັບ. ຈົ່ງບັນທຶກການໂທຄັ້ງຕໍ່ໄປເປັນລາຍການຕ່າງຫາກ ທີ່ສືບຕໍ່ຈາກລາຍການນີ້.
hotline-call-refusal-no-earlier-call = ບໍ່ມີການໂທຄັ້ງກ່ອນດັ່ງກ່າວ. ຈົ່ງເລືອກການໂທທີ່ບັນທຶກໄວ້ ຫຼື ປະຊ່ອງໄວ້ຫວ່າງ.
hotline-call-refusal-needs-letter = ການໂທນີ້ມີການແຈ້ງການ ເຊິ່ງຕ້ອງຢືນຢັນດ້ວຍໜັງສືພາຍໃນ { $hours } ຊົ່ວໂມງ. ຈົ່ງລະບຸໜັງສືກ່ອນ.
hotline-call-refusal-no-letter = ບໍ່ມີໜັງສື { $letter }. ຈົ່ງເລືອກຈາກປຶ້ມທະບຽນ.
hotline-call-refusal-letter-not-sent = ໜັງສື { $letter } ຍັງບໍ່ໄດ້ສົ່ງ. ຈົ່ງສົ່ງກ່ອນ.
hotline-call-refusal-letter-before-call = ໜັງສື { $letter } ມີມາກ່ອນການໂທ. ຈົ່ງເລືອກໜັງສືທີ່ຢືນຢັນການໂທນີ້.

caller-own = ຝ່າຍເຮົາ
caller-other = ຝ່າຍເພື່ອນ

call-outcome-no-answer = ບໍ່ມີຜູ້ຮັບ
call-outcome-connected = ມີຜູ້ຮັບ

urgency-ordinary = ທຳມະດາ
urgency-urgent = ດ່ວນ
