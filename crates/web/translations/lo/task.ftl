# to be confirmed by a native speaker
task = ໜ້າວຽກ
task-many = ໜ້າວຽກ
task-about = ສິ່ງທີ່ການເຈລະຈາ, ການພົບປະ ຫຼື ການລາດຕະເວນມອບໃຫ້ຝ່າຍໜຶ່ງເຮັດ, ມີກຳນົດວັນ.

task-state-open = ຕ້ອງເຮັດ
task-state-closed = ເຮັດແລ້ວ
task-state-cancelled = ຍົກເລີກແລ້ວ

task-command-open = ເປີດໜ້າວຽກ
task-command-close = ປິດໜ້າວຽກ
task-command-postpone = ເລື່ອນໜ້າວຽກ
task-command-cancel = ຍົກເລີກໜ້າວຽກ

task-fact-opened = ໄດ້ເປີດໜ້າວຽກ
task-fact-closed = ໄດ້ເຮັດໜ້າວຽກແລ້ວ
task-fact-postponed = ໄດ້ເລື່ອນໜ້າວຽກ
task-fact-cancelled = ໄດ້ຍົກເລີກໜ້າວຽກ

task-refusal-not-now = ການກະທຳນີ້ບໍ່ເໝາະກັບສະຖານະປັດຈຸບັນຂອງໜ້າວຽກ. ຈົ່ງເປີດລາຍການຄືນໃໝ່ ເພື່ອເບິ່ງວ່າດຽວນີ້ເຮັດຫຍັງໄດ້.
task-refusal-no-counterpart = ບໍ່ມີສາຍພົວພັນກັບຄູ່ປະສານງານດັ່ງກ່າວ. ຈົ່ງເລືອກສາຍພົວພັນທີ່ລົງທະບຽນແລ້ວ.
task-refusal-not-a-side = { $side } ບໍ່ແມ່ນຝ່າຍໜຶ່ງໃນສອງຝ່າຍຂອງສາຍພົວພັນນີ້. ຈົ່ງມອບໜ້າວຽກໃຫ້ຝ່າຍໜຶ່ງໃນນັ້ນ.
task-refusal-not-later = ໜ້າວຽກນີ້ມີກຳນົດວັນທີ { $due_on } ຢູ່ແລ້ວ. ຈົ່ງລະບຸວັນຊ້າກວ່ານັ້ນ.
