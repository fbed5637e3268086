# to be confirmed by a native speaker
visit = ການຢ້ຽມຢາມ
visit-many = ການຢ້ຽມຢາມ
visit-about = ໜ່ວຍງານໜຶ່ງໄປຢາມຄູ່ປະສານງານໂດຍບໍ່ມີວາລະ, ເພື່ອມາລະຍາດ ຫຼື ໃນວັນບຸນ.

visit-state-recorded = ບັນທຶກແລ້ວ

visit-command-record = ບັນທຶກການຢ້ຽມຢາມ
visit-command-correct = ແກ້ໄຂຈຸດປະສົງ

visit-fact-recorded = ໄດ້ບັນທຶກການຢ້ຽມຢາມ
visit-fact-corrected = ໄດ້ແກ້ໄຂຈຸດປະສົງ

visit-refusal-not-now = ການກະທຳນີ້ບໍ່ເໝາະກັບສະຖານະປັດຈຸບັນຂອງການຢ້ຽມຢາມ. ຈົ່ງເປີດລາຍການຄືນໃໝ່ ເພື່ອເບິ່ງວ່າດຽວນີ້ເຮັດຫຍັງໄດ້.
visit-refusal-no-counterpart = ບໍ່ມີສາຍພົວພັນກັບຄູ່ປະສານງານດັ່ງກ່າວ. ຈົ່ງເລືອກສາຍພົວພັນທີ່ລົງທະບຽນແລ້ວ.
visit-refusal-in-the-future = ວັນທີນີ້ຍັງມາບໍ່ຮອດ. ຈົ່ງບັນທຶກການຢ້ຽມຢາມເມື່ອໄດ້ຈັດແລ້ວ.
