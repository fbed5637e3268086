# to be confirmed by a native speaker
agreement = ສັນຍາ
agreement-many = ສັນຍາ ແລະ ຂໍ້ຕົກລົງ
agreement-about = ເອກະສານທີ່ຜູກພັນໜ່ວຍງານຂອງທັງສອງຝ່າຍ; ແຕ່ລະສະບັບໃຊ້ໄດ້ນັບແຕ່ວັນມີຜົນບັງຄັບໃຊ້ ບໍ່ແມ່ນນັບແຕ່ວັນລົງນາມ.

agreement-state-drafting = ກຳລັງຮ່າງ
agreement-state-signed = ລົງນາມແລ້ວ, ຍັງບໍ່ມີຜົນບັງຄັບໃຊ້
agreement-state-in-force = ມີຜົນບັງຄັບໃຊ້ນັບແຕ່ວັນທີກຳນົດ
agreement-state-suspended = ໂຈະໄວ້
agreement-state-denounced = ບອກເລີກແລ້ວ
agreement-state-expired = ສິ້ນສຸດແລ້ວ

agreement-command-register = ລົງທະບຽນສັນຍາ
agreement-command-add-version = ເພີ່ມສະບັບ
agreement-command-record-signature = ບັນທຶກການລົງນາມ
agreement-command-record-entry-into-force = ບັນທຶກການມີຜົນບັງຄັບໃຊ້
agreement-command-suspend = ໂຈະສັນຍາ
agreement-command-resume = ບັນທຶກວ່າສັນຍາໃຊ້ໄດ້ຄືນ
agreement-command-denounce = ບັນທຶກການບອກເລີກ
agreement-command-close = ຢຸດເຊົາສັນຍາ

agreement-fact-registered = ໄດ້ລົງທະບຽນສັນຍາ
agreement-fact-version-added = ໄດ້ເພີ່ມສະບັບ
agreement-fact-version-signed = ໄດ້ລົງນາມສະບັບ
agreement-fact-entry-into-force-recorded = ໄດ້ບັນທຶກການມີຜົນບັງຄັບໃຊ້
agreement-fact-suspended = ໄດ້ໂຈະສັນຍາ
agreement-fact-resumed = ສັນຍາໃຊ້ໄດ້ຄືນ
agreement-fact-denounced = ໄດ້ບອກເລີກສັນຍາ
agreement-fact-closed = ສັນຍາສິ້ນສຸດ

agreement-refusal-not-now = ການກະທຳນີ້ບໍ່ເໝາະກັບສະຖານະປັດຈຸບັນຂອງສັນຍາ. ຈົ່ງເປີດລາຍການຄືນໃໝ່ ເພື່ອເບິ່ງວ່າດຽວນີ້ເຮັດຫຍັງໄດ້.
agreement-refusal-no-name = ສັນຍານີ້ບໍ່ມີຊື່. ຈົ່ງຂຽນຊື່ຢ່າງໜ້ອຍໜຶ່ງພາສາ.
agreement-refusal-few-parties = ສັນຍາຜູກພັນຢ່າງໜ້ອຍສອງໜ່ວຍງານ. ຈົ່ງເລືອກໜ່ວຍງານຂອງທັງສອງຝ່າຍ.
agreement-refusal-no-unit = ບໍ່ມີໜ່ວຍງານ { $unit }. ຈົ່ງເລືອກໜ່ວຍງານທີ່ລົງທະບຽນແລ້ວ ຫຼື ໃຫ້ລົງທະບຽນກ່ອນ.
agreement-refusal-no-parent = ບໍ່ມີສັນຍາ { $parent }. ຈົ່ງເລືອກສັນຍາທີ່ລົງທະບຽນແລ້ວເປັນເອກະສານຂັ້ນເທິງ ຫຼື ປະຊ່ອງໄວ້ຫວ່າງ.
agreement-refusal-version-exists = ສະບັບທີ { $number } ມີຢູ່ແລ້ວ. ຈົ່ງໃຫ້ເລກອື່ນແກ່ສະບັບໃໝ່.
agreement-refusal-no-version = ບໍ່ມີສະບັບທີ { $number }. ຈົ່ງເພີ່ມກ່ອນ ຫຼື ເລືອກສະບັບທີ່ມີຢູ່.
agreement-refusal-already-signed = ສະບັບທີ { $number } ໄດ້ລົງນາມວັນທີ { $signed_on } ແລ້ວ. ບໍ່ມີຫຍັງຕ້ອງເຮັດຕື່ມຢູ່ນີ້.
agreement-refusal-not-signed = ສະບັບທີ { $number } ຍັງບໍ່ໄດ້ລົງນາມ. ຈົ່ງບັນທຶກການລົງນາມກ່ອນ.
agreement-refusal-before-signature = ສະບັບທີ { $number } ໄດ້ລົງນາມວັນທີ { $signed_on } ແລະ ບໍ່ສາມາດໃຊ້ໄດ້ກ່ອນວັນນັ້ນ. ຈົ່ງກວດເບິ່ງວັນທີມີຜົນບັງຄັບໃຊ້.
agreement-refusal-already-in-force = ສະບັບທີ { $number } ໄດ້ບັນທຶກວັນທີມີຜົນບັງຄັບໃຊ້ { $in_force_on } ໄວ້ແລ້ວ. ຈົ່ງກວດເບິ່ງເລກຂອງສະບັບ.
agreement-refusal-before-suspension = ສັນຍານີ້ຖືກໂຈະແຕ່ວັນທີ { $from }. ຈົ່ງລະບຸວັນນັ້ນ ຫຼື ວັນຫຼັງຈາກນັ້ນ.
agreement-refusal-in-the-future = ວັນທີລົງນາມຍັງມາບໍ່ຮອດ. ຈົ່ງບັນທຶກການລົງນາມເມື່ອໄດ້ລົງນາມແລ້ວ.

agreement-kind-treaty = ສົນທິສັນຍາລະຫວ່າງລັດ
agreement-kind-inter-ministry = ສັນຍາລະຫວ່າງກະຊວງ
agreement-kind-command-protocol = ອະນຸສັນຍາລະຫວ່າງກອງບັນຊາການ
agreement-kind-provincial-arrangement = ຂໍ້ຕົກລົງລະຫວ່າງແຂວງ
agreement-kind-station-arrangement = ຂໍ້ຕົກລົງລະຫວ່າງປ້ອມຊາຍແດນ
agreement-kind-commune-memorandum = ບົດບັນທຶກຄວາມເຂົ້າໃຈລະຫວ່າງຕາແສງ
agreement-kind-twinning-regulation = ລະບຽບການຜູກສ່ຽວ
