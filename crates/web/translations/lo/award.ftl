# to be confirmed by a native speaker
award = ການຍ້ອງຍໍ
award-many = ການຍ້ອງຍໍ
award-about = ການລົງຄະແນນ, ການຄັດເລືອກ ຫຼື ການຍ້ອງຍໍທີ່ໃຫ້ກຽດໜ່ວຍງານ ຫຼື ຕຳແໜ່ງ, ແລະ ແບບຢ່າງທີ່ຜູ້ອື່ນນຳໄປໃຊ້.

award-state-recorded = ບັນທຶກແລ້ວ

award-command-record = ບັນທຶກການຍ້ອງຍໍ
award-command-correct = ແກ້ໄຂນາມມະຍົດ

award-fact-recorded = ໄດ້ບັນທຶກການຍ້ອງຍໍ
award-fact-corrected = ໄດ້ແກ້ໄຂນາມມະຍົດ

award-refusal-not-now = ການກະທຳນີ້ບໍ່ເໝາະກັບສະຖານະປັດຈຸບັນຂອງການຍ້ອງຍໍ. ຈົ່ງເປີດລາຍການຄືນໃໝ່ ເພື່ອເບິ່ງວ່າດຽວນີ້ເຮັດຫຍັງໄດ້.
award-refusal-no-counterpart = ສາຍພົວພັນນີ້ບໍ່ມີ ຫຼື ບໍ່ມີຜົນບັງຄັບໃຊ້. ຈົ່ງເລືອກອັນທີ່ມີຜົນບັງຄັບໃຊ້ ຫຼື ປະຊ່ອງໄວ້ຫວ່າງ.
award-refusal-no-programme = ໂຄງການໄລຍະຍາວນີ້ບໍ່ມີ ຫຼື ໄດ້ປິດກ່ອນວັນນັ້ນ. ຈົ່ງເລືອກອັນອື່ນ ຫຼື ປະຊ່ອງໄວ້ຫວ່າງ.
award-refusal-in-the-future = ວັນທີນີ້ຍັງມາບໍ່ຮອດ. ຈົ່ງບັນທຶກການຍ້ອງຍໍເມື່ອໄດ້ມອບແລ້ວ.
award-refusal-not-published = ລະບຸຊື່ບຸກຄົນໄດ້ສະເພາະຊື່ທີ່ປະກາດຢ່າງເປັນທາງການ. ຈົ່ງລະບຸແຫຼ່ງທີ່ມາ ຫຼື ບໍ່ໃສ່ຊື່ບຸກຄົນ.

award-kind-vote = ການລົງຄະແນນ
award-kind-selection = ການຄັດເລືອກ
award-kind-recognition = ຂັ້ນເທິງຍ້ອງຍໍ
award-kind-model = ແບບຢ່າງທີ່ໄດ້ຮັບການຍ້ອງຍໍ ແລະ ນຳໄປໃຊ້ຢ່າງກວ້າງຂວາງ

award-field-counterpart = ມອບຮ່ວມກັບ
award-field-given-by = ຜູ້ມອບ
award-field-given-on = ວັນທີມອບ
award-field-recipient = ຜູ້ໄດ້ຮັບ
award-field-person = ຜູ້ດຳລົງຕຳແໜ່ງນັ້ນ
hint-recipient = ໜ່ວຍງານ ຫຼື ຕຳແໜ່ງ.
hint-person = ສະເພາະຊື່ທີ່ປະກາດຢ່າງເປັນທາງການ; ລະບຸແຫຼ່ງທີ່ມານຳ.
