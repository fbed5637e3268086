# to be confirmed by a native speaker
obligation = ພັນທະ
obligation-many = ພັນທະ
obligation-about = ສິ່ງໜຶ່ງທີ່ສັນຍາກຳນົດໃຫ້ໜ່ວຍງານປະຕິບັດຊ້ຳເປັນປະຈຳ; ຈາກນັ້ນເກີດເປັນໜ້າທີ່ທີ່ມີກຳນົດວັນ.

obligation-state-active = ຍັງມີຜົນ
obligation-state-ended = ສິ້ນສຸດແລ້ວ

obligation-command-register = ລົງທະບຽນພັນທະ
obligation-command-schedule = ກຳນົດໜ້າທີ່
obligation-command-end = ຢຸດເຊົາພັນທະ

obligation-fact-registered = ໄດ້ລົງທະບຽນພັນທະ
obligation-fact-scheduled = ໄດ້ກຳນົດໜ້າທີ່
obligation-fact-ended = ພັນທະສິ້ນສຸດ

obligation-refusal-not-now = ການກະທຳນີ້ບໍ່ເໝາະກັບສະຖານະປັດຈຸບັນຂອງພັນທະ. ຈົ່ງເປີດລາຍການຄືນໃໝ່ ເພື່ອເບິ່ງວ່າດຽວນີ້ເຮັດຫຍັງໄດ້.
obligation-refusal-no-name = ພັນທະນີ້ບໍ່ມີຊື່. ຈົ່ງຂຽນຊື່ຢ່າງໜ້ອຍໜຶ່ງພາສາ.
obligation-refusal-no-agreement = ບໍ່ມີສັນຍາດັ່ງກ່າວ. ຈົ່ງເລືອກສັນຍາທີ່ລົງທະບຽນແລ້ວ ຫຼື ໃຫ້ລົງທະບຽນກ່ອນ.
obligation-refusal-no-unit = ບໍ່ມີໜ່ວຍງານ { $unit }. ຈົ່ງເລືອກໜ່ວຍງານທີ່ລົງທະບຽນແລ້ວ ຫຼື ໃຫ້ລົງທະບຽນກ່ອນ.
obligation-refusal-no-counterpart = ສາຍພົວພັນນີ້ບໍ່ມີ ຫຼື ສິ້ນສຸດແລ້ວ. ຈົ່ງເລືອກອັນອື່ນ.
obligation-refusal-counterpart-of-other-unit = ສາຍພົວພັນນີ້ເປັນຂອງໜ່ວຍງານ { $unit }. ຈົ່ງເລືອກໜ່ວຍງານນັ້ນ ຫຼື ເລືອກສາຍພົວພັນອື່ນ.
obligation-refusal-no-first-host = ສອງຝ່າຍຜັດປ່ຽນກັນເປັນເຈົ້າພາບ ແຕ່ຍັງຂາດຝ່າຍທີ່ເປັນເຈົ້າພາບກ່ອນ. ຈົ່ງເລືອກຝ່າຍນັ້ນ.
obligation-refusal-host-not-involved = { $host } ບໍ່ແມ່ນຝ່າຍໜຶ່ງໃນສອງຝ່າຍຂອງສາຍພົວພັນນີ້. ຈົ່ງເລືອກຝ່າຍໜຶ່ງໃນນັ້ນເປັນເຈົ້າພາບທຳອິດ.
obligation-refusal-nothing-new = ທຸກໄລຍະທີ່ເລີ່ມກ່ອນວັນທີ { $until } ມີໜ້າທີ່ແລ້ວ. ຈົ່ງເລືອກວັນທີຊ້າກວ່ານັ້ນ ເພື່ອກຳນົດຕື່ມ.
obligation-refusal-not-in-force = ບໍ່ມີສະບັບໃດຂອງສັນຍາມີຜົນບັງຄັບໃຊ້ ໃນຕົ້ນໄລຍະນັບແຕ່ວັນທີ { $from } ເປັນຕົ້ນໄປ. ຈົ່ງບັນທຶກການມີຜົນບັງຄັບໃຊ້ກ່ອນ ຫຼື ເລືອກວັນທີຊ້າກວ່ານັ້ນ.

obligation-field-periods = ໄລຍະທີ່ກຳນົດ
obligation-field-index = ລຳດັບ, ນັບແຕ່ 0

activity-talks = ການເຈລະຈາ
activity-meeting = ການພົບປະ
activity-bilateral-patrol = ລາດຕະເວນສອງຝ່າຍ
activity-law-enforcement-patrol = ລາດຕະເວນຮ່ວມບັງຄັບໃຊ້ກົດໝາຍ
activity-letter = ໜັງສື
activity-visit = ການຢ້ຽມຢາມ
activity-outreach = ການໂຄສະນາ ແລະ ແລກປ່ຽນ
activity-training = ການຝຶກອົບຮົມ

hosts-alternate = ສອງຝ່າຍຜັດປ່ຽນກັນ
hosts-own = ຝ່າຍເຮົາຕະຫຼອດ
hosts-other = ຝ່າຍເພື່ອນຕະຫຼອດ
hosts-any = ຝ່າຍໃດກໍໄດ້
