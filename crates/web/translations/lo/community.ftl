# to be confirmed by a native speaker
community = ກຸ່ມບ້ານ
community-many = ບ້ານ, ກຸ່ມບ້ານ
community-about = ບ້ານ ຫຼື ກຸ່ມທີ່ຢູ່ອາໄສຂອງຝ່າຍໜຶ່ງ, ມີແຕ່ຕົວເລກລວມ. ບໍ່ມີຂໍ້ມູນສ່ວນບຸກຄົນ.

community-state-active = ຍັງມີຢູ່
community-state-merged = ໂຮມເຂົ້າກັນແລ້ວ
community-state-dissolved = ບໍ່ມີແລ້ວ

community-command-register = ລົງທະບຽນກຸ່ມບ້ານ
community-command-record-version = ບັນທຶກຕົວເລກຂອງວັນອື່ນ
community-command-rename = ປ່ຽນຊື່
community-command-merge = ບັນທຶກວ່າໂຮມເຂົ້າກັບກຸ່ມບ້ານອື່ນ
community-command-dissolve = ບັນທຶກວ່າບໍ່ມີແລ້ວ

community-fact-registered = ໄດ້ລົງທະບຽນກຸ່ມບ້ານ
community-fact-version-recorded = ໄດ້ບັນທຶກຕົວເລກຂອງວັນອື່ນ
community-fact-renamed = ກຸ່ມບ້ານໄດ້ຊື່ໃໝ່
community-fact-merged = ກຸ່ມບ້ານໂຮມເຂົ້າກັບກຸ່ມບ້ານອື່ນ
community-fact-dissolved = ກຸ່ມບ້ານບໍ່ມີແລ້ວ

community-refusal-not-now = ດຽວນີ້ເຮັດສິ່ງນີ້ກັບກຸ່ມບ້ານບໍ່ໄດ້ ({ $status }).
community-refusal-no-name = ຈົ່ງຂຽນຊື່ຢ່າງໜ້ອຍໜຶ່ງພາສາ.
community-refusal-no-side = ບໍ່ມີຝ່າຍດັ່ງກ່າວ. ຈົ່ງເລືອກຈາກບັນຊີ.
community-refusal-no-line = ບໍ່ມີເສັ້ນຊາຍແດນດັ່ງກ່າວ. ຈົ່ງເລືອກຈາກບັນຊີ ຫຼື ປະຊ່ອງໄວ້ຫວ່າງ.
community-refusal-no-marker-place = ບໍ່ມີຈຸດຫຼັກໝາຍດັ່ງກ່າວ. ຈົ່ງເລືອກຈາກບັນຊີ ຫຼື ປະຊ່ອງໄວ້ຫວ່າງ.
community-refusal-no-unit = ກຸ່ມບ້ານຢູ່ໃນເຂດຂອງໜ່ວຍງານຝ່າຍດຽວກັນ. ຈົ່ງເລືອກໜ່ວຍງານແບບນັ້ນ ຫຼື ປະຊ່ອງໄວ້ຫວ່າງ.
community-refusal-in-the-future = ຕົວເລກຕ້ອງເປັນຂອງວັນທີ່ມາຮອດແລ້ວ. ຈົ່ງກວດເບິ່ງວັນທີ.
community-refusal-fewer-people-than-households = ຈຳນວນຄົນໜ້ອຍກວ່າຈຳນວນຄອບຄົວ ທັງທີ່ເປັນຕົວເລກແນ່ນອນ. ຈົ່ງກວດເບິ່ງທັງສອງຕົວເລກ.
community-refusal-no-successor = ກຸ່ມບ້ານທີ່ສືບຕໍ່ຕ້ອງເປັນຂອງຝ່າຍດຽວກັນ, ຍັງມີຢູ່ ແລະ ເປັນກຸ່ມອື່ນ. ຈົ່ງເລືອກໃໝ່.


community-field-line = ໃກ້ເສັ້ນຊາຍແດນ
community-field-near = ຈຸດຫຼັກໝາຍທີ່ໃກ້ທີ່ສຸດ
community-field-area-of = ຢູ່ໃນເຂດຂອງໜ່ວຍງານ
community-field-as-of = ນັບຮອດວັນທີ
community-field-administrative-unit = ໜ່ວຍການປົກຄອງ
community-field-households = ຄອບຄົວ
community-field-people = ຄົນ
community-field-qualifier = ຄວາມແນ່ນອນ
community-field-languages = ພາສາທີ່ໃຊ້
community-field-on-line = ຢູ່ຕິດເສັ້ນຊາຍແດນ
community-field-into = ໂຮມເຂົ້າກັບກຸ່ມບ້ານ
community-field-merged-on = ວັນທີໂຮມ
community-field-dissolved-on = ບໍ່ມີແຕ່ວັນທີ
