# to be confirmed by a native speaker
referral = ເລື່ອງສະເໜີຂັ້ນເທິງ
referral-many = ເລື່ອງສະເໜີຂັ້ນເທິງ
referral-about = ເລື່ອງທີ່ເກີນສິດອຳນາດຂອງໜ່ວຍງານ, ຈົດໄວ້ ແລະ ລາຍງານຕໍ່ໜ່ວຍງານຂັ້ນເທິງເພື່ອຂໍຄຳຊີ້ນຳ.

referral-state-open = ລໍຖ້າຄຳຕອບ
referral-state-answered = ຕອບແລ້ວ
referral-state-closed = ປິດແລ້ວ

referral-command-open = ສະເໜີເລື່ອງຕໍ່ຂັ້ນເທິງ
referral-command-answer = ຕອບເລື່ອງທີ່ສະເໜີ
referral-command-forward = ສະເໜີຕໍ່ຂຶ້ນໄປອີກຂັ້ນ
referral-command-close = ປິດເລື່ອງທີ່ສະເໜີ

referral-fact-opened = ໄດ້ສະເໜີເລື່ອງຕໍ່ໜ່ວຍງານຂັ້ນເທິງ
referral-fact-answered = ໜ່ວຍງານຂັ້ນເທິງໄດ້ຕອບ
referral-fact-forwarded = ໄດ້ສະເໜີເລື່ອງຕໍ່ຂຶ້ນໄປອີກຂັ້ນ
referral-fact-closed = ໄດ້ປິດເລື່ອງທີ່ສະເໜີ

referral-refusal-not-now = ການກະທຳນີ້ບໍ່ເໝາະກັບສະຖານະປັດຈຸບັນຂອງເລື່ອງທີ່ສະເໜີ. ຈົ່ງເປີດລາຍການຄືນໃໝ່ ເພື່ອເບິ່ງວ່າດຽວນີ້ເຮັດຫຍັງໄດ້.
referral-refusal-no-counterpart = ບໍ່ມີສາຍພົວພັນກັບຄູ່ປະສານງານດັ່ງກ່າວ. ຈົ່ງເລືອກສາຍພົວພັນທີ່ລົງທະບຽນແລ້ວ.
referral-refusal-not-superior = { $to } ບໍ່ຢູ່ເໜືອໜ່ວຍງານທີ່ຖືເລື່ອງນີ້ຢູ່. ຈົ່ງເລືອກໜ່ວຍງານຂັ້ນເທິງ.
referral-refusal-not-addressee = ເລື່ອງນີ້ຢູ່ນຳ { $to }. ເຈົ້າໜ້າທີ່ຂອງໜ່ວຍງານນັ້ນ ຫຼື ຂອງໜ່ວຍງານຂັ້ນເທິງຂຶ້ນໄປເປັນຜູ້ດຳເນີນການ.
referral-refusal-not-answered = { $to } ຍັງບໍ່ໄດ້ຕອບ. ຈົ່ງປິດເລື່ອງທີ່ສະເໜີຫຼັງຈາກໄດ້ໃຊ້ຄຳຕອບແລ້ວ.
