# to be confirmed by a native speaker
outreach = ການໂຄສະນາ ແລະ ແລກປ່ຽນ
outreach-many = ການໂຄສະນາ ແລະ ແລກປ່ຽນ
outreach-about = ສິ່ງທີ່ໜ່ວຍງານເຮັດກັບປະຊາຊົນຊາຍແດນ, ເຮັດເອງ ຫຼື ຮ່ວມກັບຝ່າຍເພື່ອນ: ໂຄສະນາກົດໝາຍ, ພົບປະນາຍບ້ານ, ວັດທະນະທຳ ແລະ ກິລາ, ປູກຕົ້ນໄມ້.

outreach-state-planned = ວາງແຜນແລ້ວ
outreach-state-postponed = ເລື່ອນແລ້ວ
outreach-state-held = ຈັດແລ້ວ
outreach-state-cancelled = ຍົກເລີກແລ້ວ

outreach-command-plan = ວາງແຜນການໂຄສະນາ ແລະ ແລກປ່ຽນ
outreach-command-record = ບັນທຶກກິດຈະກຳນອກແຜນ
outreach-command-amend = ແກ້ໄຂແຜນ
outreach-command-postpone = ເລື່ອນກິດຈະກຳ
outreach-command-record-new-day = ບັນທຶກວັນທີໃໝ່
outreach-command-record-held = ບັນທຶກວ່າໄດ້ຈັດແລ້ວ
outreach-command-correct = ແກ້ໄຂຜົນທີ່ບັນທຶກໄວ້
outreach-command-cancel = ຍົກເລີກກິດຈະກຳ

outreach-fact-planned = ໄດ້ວາງແຜນການໂຄສະນາ ແລະ ແລກປ່ຽນ
outreach-fact-amended = ໄດ້ແກ້ໄຂແຜນ
outreach-fact-postponed = ໄດ້ເລື່ອນກິດຈະກຳ
outreach-fact-new-day-recorded = ໄດ້ກຳນົດວັນທີໃໝ່
outreach-fact-held = ໄດ້ຈັດກິດຈະກຳ
outreach-fact-corrected = ໄດ້ແກ້ໄຂຜົນ
outreach-fact-cancelled = ໄດ້ຍົກເລີກກິດຈະກຳ

outreach-refusal-not-now = ການກະທຳນີ້ບໍ່ເໝາະກັບສະຖານະປັດຈຸບັນຂອງກິດຈະກຳ. ຈົ່ງເປີດລາຍການຄືນໃໝ່ ເພື່ອເບິ່ງວ່າດຽວນີ້ເຮັດຫຍັງໄດ້.
outreach-refusal-no-counterpart = ສາຍພົວພັນນີ້ບໍ່ມີ ຫຼື ບໍ່ມີຜົນບັງຄັບໃຊ້. ຈົ່ງເລືອກອັນທີ່ມີຜົນບັງຄັບໃຊ້ ຫຼື ໃຫ້ຢືນຢັນກ່ອນ.
outreach-refusal-no-partner = ສິ່ງທີ່ສອງຝ່າຍເຮັດຮ່ວມກັນຕ້ອງມີຄູ່ປະສານງານ. ຈົ່ງເລືອກສາຍພົວພັນກັບຄູ່ປະສານງານ.
outreach-refusal-host-not-involved = { $host } ບໍ່ໄດ້ເຂົ້າຮ່ວມ. ຈົ່ງເລືອກຝ່າຍເຮົາ ຫຼື ຝ່າຍຂອງຄູ່ປະສານງານເປັນເຈົ້າພາບ.
outreach-refusal-not-a-side = { $side } ບໍ່ໄດ້ເຂົ້າຮ່ວມ. ຈົ່ງເລືອກຝ່າຍເຮົາ ຫຼື ຝ່າຍຂອງຄູ່ປະສານງານ.
outreach-refusal-no-community = ບໍ່ມີກຸ່ມບ້ານ { $community }. ຈົ່ງເລືອກກຸ່ມບ້ານທີ່ລົງທະບຽນແລ້ວ ຫຼື ໃຫ້ລົງທະບຽນກ່ອນ.
outreach-refusal-no-programme = ໂຄງການໄລຍະຍາວນີ້ບໍ່ມີ ຫຼື ໄດ້ປິດກ່ອນວັນນັ້ນ. ຈົ່ງເລືອກອັນອື່ນ ຫຼື ປະຊ່ອງໄວ້ຫວ່າງ.
outreach-refusal-no-occurrence = ໜ້າທີ່ນີ້ບໍ່ມີ ຫຼື ສຳເລັດແລ້ວ. ຈົ່ງເລືອກໜ້າທີ່ທີ່ຍັງຄ້າງ ຫຼື ປະຊ່ອງໄວ້ຫວ່າງ.
outreach-refusal-other-activity = ໜ້າທີ່ນີ້ຕ້ອງການກິດຈະກຳປະເພດອື່ນ. ຈົ່ງເລືອກໜ້າທີ່ກ່ຽວກັບການໂຄສະນາ ແລະ ແລກປ່ຽນ.
outreach-refusal-other-host = ໃນໄລຍະນີ້ເຈົ້າພາບແມ່ນ { $host }. ຈົ່ງລະບຸຝ່າຍນັ້ນເປັນເຈົ້າພາບ ຫຼື ເລືອກໜ້າທີ່ອື່ນ.
outreach-refusal-in-the-past = ວັນທີນີ້ກາຍມາແລ້ວ. ຈົ່ງເລືອກວັນທີ່ຍັງມາບໍ່ຮອດ.
outreach-refusal-in-the-future = ສິ່ງທີ່ບັນທຶກຍັງບໍ່ທັນເກີດຂຶ້ນ. ຈົ່ງບັນທຶກເມື່ອເກີດຂຶ້ນແລ້ວ.
outreach-refusal-wrong-order = { $later } ຢູ່ກ່ອນ { $earlier }. ຈົ່ງກວດເບິ່ງວັນທີທັງສອງ.
outreach-refusal-nothing-changed = ບໍ່ມີຫຍັງແຕກຕ່າງຈາກສິ່ງທີ່ມີຢູ່. ຈົ່ງຕື່ມສິ່ງທີ່ຕ້ອງການປ່ຽນ.

outreach-kind-legal-publicity = ໂຄສະນາກົດໝາຍ
outreach-kind-joint-publicity-day = ວັນໂຄສະນາຮ່ວມ
outreach-kind-law-day = ວັນກົດໝາຍ
outreach-kind-external-information = ຂໍ້ມູນຂ່າວສານຕໍ່ຕ່າງປະເທດ
outreach-kind-news = ຂ່າວ ແລະ ບົດລາຍງານຂ່າວ
outreach-kind-chiefs-meeting = ພົບປະນາຍບ້ານ ຫຼື ເຖົ້າແກ່ແນວໂຮມ
outreach-kind-cultural-exchange = ແລກປ່ຽນວັດທະນະທຳຂອງປະຊາຊົນ
outreach-kind-sports-exchange = ແລກປ່ຽນກິລາ
outreach-kind-livelihood-exchange = ແລກປ່ຽນບົດຮຽນການຜະລິດ ແລະ ຄ້າຂາຍ
outreach-kind-festival = ບຸນປະເພນີຮ່ວມກັບປະຊາຊົນ
outreach-kind-tree-planting = ປູກຕົ້ນໄມ້, ປ່າມິດຕະພາບ

material-kind-leaflet = ໃບປິວ
material-kind-booklet = ປຶ້ມ ແລະ ເອກະສານ
material-kind-poster = ປ້າຍໂຄສະນາ
material-kind-broadcast = ການກະຈາຍສຽງ
material-kind-recording = ສຽງ ຫຼື ພາບບັນທຶກ
material-kind-tree = ຕົ້ນໄມ້ທີ່ປູກ
material-kind-other = ສິ່ງອື່ນ

outreach-field-together = ຮ່ວມກັບຝ່າຍເພື່ອນ
outreach-field-communities = ກຸ່ມບ້ານເປົ້າໝາຍ
outreach-field-audience = ຈຳນວນຜູ້ເຂົ້າຟັງ
outreach-field-materials = ສິ່ງທີ່ແຈກຢາຍ, ສະແດງ ຫຼື ປູກ
hint-audience = ຈຳນວນຄົນທີ່ເຂົ້າເຖິງ. ຕົວເລກເທົ່ານັ້ນ, ບໍ່ລະບຸຊື່.
