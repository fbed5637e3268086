# to be confirmed by a native speaker
meeting = ການພົບປະ
meeting-many = ການພົບປະ
meeting-about = ການຕິດຕໍ່ວຽກງານຢູ່ເສັ້ນຊາຍແດນ ຫຼື ຢູ່ດ່ານ, ຝ່າຍເຮົາຈົດບັນທຶກເອງ ແລະ ເຮັດບົດບັນທຶກຮ່ວມ ຖ້າມີສິ່ງທີ່ຕົກລົງກັນ.

meeting-state-recorded = ບັນທຶກແລ້ວ
meeting-state-signed = ລົງນາມບົດບັນທຶກຮ່ວມແລ້ວ

meeting-command-record = ບັນທຶກການພົບປະ
meeting-command-correct = ແກ້ໄຂຂໍ້ຄວາມ
meeting-command-sign-record = ບັນທຶກການລົງນາມບົດບັນທຶກຮ່ວມ

meeting-fact-recorded = ໄດ້ບັນທຶກການພົບປະ
meeting-fact-corrected = ໄດ້ແກ້ໄຂຂໍ້ຄວາມ
meeting-fact-record-signed = ທັງສອງຝ່າຍໄດ້ລົງນາມບົດບັນທຶກຮ່ວມ

meeting-refusal-not-now = ການກະທຳນີ້ບໍ່ເໝາະກັບສະຖານະປັດຈຸບັນຂອງການພົບປະ. ຈົ່ງເປີດລາຍການຄືນໃໝ່ ເພື່ອເບິ່ງວ່າດຽວນີ້ເຮັດຫຍັງໄດ້.
meeting-refusal-no-counterpart = ບໍ່ມີສາຍພົວພັນກັບຄູ່ປະສານງານດັ່ງກ່າວ. ຈົ່ງເລືອກສາຍພົວພັນທີ່ລົງທະບຽນແລ້ວ.
meeting-refusal-in-the-future = ວັນທີນີ້ຍັງມາບໍ່ຮອດ. ຈົ່ງບັນທຶກເມື່ອຮອດວັນນັ້ນແລ້ວ.
meeting-refusal-nothing-to-correct = ຍັງບໍ່ໄດ້ຕື່ມຫຍັງ. ຈົ່ງຕື່ມສິ່ງທີ່ຕ້ອງການແກ້ໄຂ.
meeting-refusal-signed-already = ທັງສອງຝ່າຍໄດ້ລົງນາມວັນທີ { $on } ແລະ ສິ່ງທີ່ລົງນາມແລ້ວບໍ່ປ່ຽນແປງ. ຈົ່ງຂຽນຂໍ້ແຕກຕ່າງໄວ້ໃນການພົບປະໃໝ່ ຫຼື ໃນໜັງສື.
meeting-refusal-nothing-agreed = ລົງນາມບົດບັນທຶກຮ່ວມສະເພາະເມື່ອມີສິ່ງທີ່ຕົກລົງກັນ. ຈົ່ງແກ້ໄຂຂໍ້ຄວາມກ່ອນ ແລະ ຂຽນສິ່ງທີ່ຕົກລົງກັນ.
meeting-refusal-not-held = ການພົບປະຈັດວັນທີ { $held_on }. ຈົ່ງລະບຸວັນນັ້ນ ຫຼື ວັນຫຼັງຈາກນັ້ນ.
