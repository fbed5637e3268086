# to be confirmed by a native speaker
standing-programme = ໂຄງການໄລຍະຍາວ
standing-programme-many = ໂຄງການໄລຍະຍາວ
standing-programme-about = ສິ່ງທີ່ດຳເນີນຫຼາຍປີ ແລະ ລວມເອົາຫຼາຍກິດຈະກຳ: ປີມິດຕະພາບ, ຊ່ວຍເດັກໄປໂຮງຮຽນ, ໂຄສະນາກົດໝາຍ, ການຊ່ວຍເຫຼືອ. ຜູ້ໄດ້ຮັບຜົນປະໂຫຍດເກັບໄວ້ເປັນຕົວເລກເທົ່ານັ້ນ.

standing-programme-state-proposed = ສະເໜີແລ້ວ
standing-programme-state-running = ກຳລັງດຳເນີນ
standing-programme-state-suspended = ໂຈະໄວ້
standing-programme-state-closed = ປິດແລ້ວ

standing-programme-command-propose = ສະເໜີໂຄງການ
standing-programme-command-amend = ແກ້ໄຂໂຄງການ
standing-programme-command-start = ເລີ່ມໂຄງການ
standing-programme-command-record-beneficiaries = ບັນທຶກຈຳນວນຜູ້ໄດ້ຮັບຜົນປະໂຫຍດ
standing-programme-command-record-review = ບັນທຶກການທົບທວນ
standing-programme-command-suspend = ໂຈະໂຄງການ
standing-programme-command-resume = ດຳເນີນໂຄງການຄືນ
standing-programme-command-close = ປິດໂຄງການ

standing-programme-fact-proposed = ໄດ້ສະເໜີໂຄງການ
standing-programme-fact-amended = ໄດ້ແກ້ໄຂໂຄງການ
standing-programme-fact-started = ໂຄງການເລີ່ມແລ້ວ
standing-programme-fact-beneficiaries-recorded = ໄດ້ບັນທຶກຈຳນວນຜູ້ໄດ້ຮັບຜົນປະໂຫຍດ
standing-programme-fact-reviewed = ໄດ້ທົບທວນໂຄງການ
standing-programme-fact-suspended = ໄດ້ໂຈະໂຄງການ
standing-programme-fact-resumed = ໂຄງການດຳເນີນຄືນ
standing-programme-fact-closed = ໄດ້ປິດໂຄງການ

standing-programme-refusal-not-now = ການກະທຳນີ້ບໍ່ເໝາະກັບສະຖານະປັດຈຸບັນຂອງໂຄງການ. ຈົ່ງເປີດລາຍການຄືນໃໝ່ ເພື່ອເບິ່ງວ່າດຽວນີ້ເຮັດຫຍັງໄດ້.
standing-programme-refusal-no-name = ໂຄງການນີ້ບໍ່ມີຊື່. ຈົ່ງຂຽນຊື່ຢ່າງໜ້ອຍໜຶ່ງພາສາ.
standing-programme-refusal-no-agreement = ບໍ່ມີສັນຍາດັ່ງກ່າວ. ຈົ່ງເລືອກສັນຍາທີ່ລົງທະບຽນແລ້ວ ຫຼື ປະຊ່ອງໄວ້ຫວ່າງ.
standing-programme-refusal-no-counterpart = ມີສາຍພົວພັນທີ່ບໍ່ມີຢູ່ ຫຼື ບໍ່ມີຜົນບັງຄັບໃຊ້. ຈົ່ງເລືອກສາຍພົວພັນທີ່ມີຜົນບັງຄັບໃຊ້.
standing-programme-refusal-no-community = ບໍ່ມີກຸ່ມບ້ານ { $community }. ຈົ່ງເລືອກກຸ່ມບ້ານທີ່ລົງທະບຽນແລ້ວ ຫຼື ໃຫ້ລົງທະບຽນກ່ອນ.
standing-programme-refusal-no-side = ບໍ່ມີຝ່າຍ { $side }. ຈົ່ງເລືອກຝ່າຍທີ່ລົງທະບຽນແລ້ວ.
standing-programme-refusal-in-the-future = ສິ່ງທີ່ບັນທຶກຍັງບໍ່ທັນເກີດຂຶ້ນ. ຈົ່ງບັນທຶກເມື່ອເກີດຂຶ້ນແລ້ວ.
standing-programme-refusal-wrong-order = { $later } ບໍ່ໄດ້ຢູ່ຫຼັງ { $earlier }. ຈົ່ງກວດເບິ່ງວັນທີທັງສອງ.
standing-programme-refusal-nothing-changed = ບໍ່ມີຫຍັງແຕກຕ່າງຈາກສິ່ງທີ່ມີຢູ່. ຈົ່ງຕື່ມສິ່ງທີ່ຕ້ອງການປ່ຽນ.

standing-programme-kind-friendship-year = ປີມິດຕະພາບ
standing-programme-kind-child-sponsorship = ຊ່ວຍເດັກໄປໂຮງຮຽນ
standing-programme-kind-law-publicity = ຂະບວນການໂຄສະນາກົດໝາຍ
standing-programme-kind-aid = ໂຄງການຊ່ວຍເຫຼືອ
standing-programme-kind-model-border = ຊາຍແດນຕົວແບບ

beneficiary-group-children = ເດັກນ້ອຍ
beneficiary-group-households = ຄົວເຮືອນ
beneficiary-group-residents = ປະຊາຊົນ
beneficiary-group-communities = ບ້ານ ແລະ ກຸ່ມບ້ານ

standing-programme-field-counterparts = ຄູ່ປະສານງານ
standing-programme-field-communities = ເພື່ອກຸ່ມບ້ານ
standing-programme-field-started-on = ວັນທີເລີ່ມ
standing-programme-field-beneficiaries = ຜູ້ໄດ້ຮັບຜົນປະໂຫຍດ
standing-programme-field-group = ກຸ່ມຄົນ
standing-programme-field-qualifier = ຄວາມແນ່ນອນ
standing-programme-field-as-of-on = ຮອດວັນທີ
standing-programme-field-reviews = ການທົບທວນ
standing-programme-field-reviewed-on = ວັນທີທົບທວນ
standing-programme-field-next-review-on = ວັນທີທົບທວນຄັ້ງຕໍ່ໄປ
standing-programme-field-next-on = ວັນທີທົບທວນຄັ້ງຕໍ່ໄປ
standing-programme-field-suspended-on = ໂຈະແຕ່ວັນທີ
standing-programme-field-resumed-on = ດຳເນີນຄືນແຕ່ວັນທີ
standing-programme-field-closed-on = ມື້ສຸດທ້າຍ
hint-group = ເກັບຮັກສາຕົວເລກເທົ່ານັ້ນ. ຢ່າຂຽນຊື່ເດັກ.
