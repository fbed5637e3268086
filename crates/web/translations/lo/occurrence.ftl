# to be confirmed by a native speaker
occurrence = ໜ້າທີ່
occurrence-many = ໜ້າທີ່
occurrence-about = ໜ້າທີ່ຕາມສັນຍາທີ່ມີກຳນົດວັນ: ຕ້ອງເຮັດຫຍັງໃນໄລຍະໜຶ່ງ, ຮອດເມື່ອໃດ ແລະ ຜົນເປັນແນວໃດ.

occurrence-state-scheduled = ກຳນົດແລ້ວ
occurrence-state-met = ປະຕິບັດແລ້ວ
occurrence-state-met-late = ປະຕິບັດຊ້າ
occurrence-state-postponed = ຕົກລົງເລື່ອນແລ້ວ
occurrence-state-waived = ຕົກລົງຍົກເວັ້ນແລ້ວ
occurrence-state-replaced = ແທນດ້ວຍໜັງສື ຫຼື ການໂທ
occurrence-state-missed = ບໍ່ໄດ້ຈັດ
occurrence-state-lapsed = ບໍ່ຕ້ອງປະຕິບັດອີກ

occurrence-command-schedule = ກຳນົດໜ້າທີ່
occurrence-command-meet = ລະບຸລາຍການທີ່ປະຕິບັດໜ້າທີ່
occurrence-command-postpone = ບັນທຶກການຕົກລົງເລື່ອນ
occurrence-command-waive = ບັນທຶກວ່າສອງຝ່າຍຍົກເວັ້ນໜ້າທີ່
occurrence-command-replace = ບັນທຶກໜັງສື ຫຼື ການໂທທີ່ແທນໜ້າທີ່
occurrence-command-miss = ບັນທຶກວ່າບໍ່ໄດ້ຈັດ
occurrence-command-lapse = ບັນທຶກວ່າບໍ່ຕ້ອງປະຕິບັດອີກ

occurrence-fact-scheduled = ໄດ້ກຳນົດໜ້າທີ່
occurrence-fact-met = ໄດ້ປະຕິບັດໜ້າທີ່
occurrence-fact-met-late = ໄດ້ປະຕິບັດໜ້າທີ່ຊ້າ
occurrence-fact-held-again = ໄດ້ຈັດເພີ່ມອີກ
occurrence-fact-postponed = ໄດ້ຕົກລົງເລື່ອນ
occurrence-fact-waived = ທັງສອງຝ່າຍໄດ້ຍົກເວັ້ນໜ້າທີ່
occurrence-fact-replaced = ໜ້າທີ່ຖືກແທນດ້ວຍໜັງສື ຫຼື ການໂທ
occurrence-fact-missed = ໜ້າທີ່ບໍ່ໄດ້ຈັດ
occurrence-fact-lapsed = ໜ້າທີ່ບໍ່ຕ້ອງປະຕິບັດອີກ

occurrence-refusal-not-now = ການກະທຳນີ້ບໍ່ເໝາະກັບສະຖານະປັດຈຸບັນຂອງໜ້າທີ່. ຈົ່ງເປີດລາຍການຄືນໃໝ່ ເພື່ອເບິ່ງວ່າດຽວນີ້ເຮັດຫຍັງໄດ້.
occurrence-refusal-already-scheduled = ໜ້າທີ່ຂອງໄລຍະ { $period } ມີຢູ່ແລ້ວ. ຈົ່ງເປີດອັນນັ້ນ.
occurrence-refusal-in-the-future = ວັນທີນີ້ຍັງມາບໍ່ຮອດ. ຈົ່ງບັນທຶກເມື່ອຮອດວັນນັ້ນແລ້ວ.
occurrence-refusal-not-later = ມື້ສຸດທ້າຍໃນປັດຈຸບັນແມ່ນ { $due_on }. ການເລື່ອນຕ້ອງລະບຸວັນຊ້າກວ່ານັ້ນ.
occurrence-refusal-no-letter = ບໍ່ມີໜັງສືດັ່ງກ່າວ. ຈົ່ງເລືອກໜັງສືທີ່ລົງທະບຽນແລ້ວ ຫຼື ປະຊ່ອງໄວ້ຫວ່າງ.
occurrence-refusal-no-replacement = ມີແຕ່ໜັງສື ຫຼື ການໂທສາຍດ່ວນເທົ່ານັ້ນທີ່ແທນໜ້າທີ່ໄດ້. ຈົ່ງເລືອກອັນທີ່ລົງທະບຽນແລ້ວ.
occurrence-refusal-not-yet-due = ຍັງມີເວລາຮອດວັນທີ { $due_on }. ຈົ່ງບັນທຶກວ່າບໍ່ໄດ້ຈັດ ຫຼັງຈາກວັນນັ້ນ.
