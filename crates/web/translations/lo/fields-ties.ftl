# to be confirmed by a native speaker
field-absence = ເຫດຜົນທີ່ບໍ່ຢູ່
field-accepts = ຮັບເອົາ
field-authority = ອົງການທີ່ມີສິດອຳນາດ
field-ended-on = ວັນທີສິ້ນສຸດ
field-notified-on = ວັນທີແຈ້ງອີກຝ່າຍ
field-person = ຜູ້ດຳລົງຕຳແໜ່ງ
field-told-on = ວັນທີແຈ້ງອີກຝ່າຍ
field-what = ແມ່ນຫຍັງ

hint-accepts = ບໍ່ໝາຍ ຖ້າບໍ່ຮັບເອົາ, ແລ້ວບອກເຫດຜົນ.
hint-told-on = ປະໄວ້ຫວ່າງຈົນກວ່າຈະໄດ້ແຈ້ງ; ກ່ອນນັ້ນລາຍການຍັງຄ້າງຢູ່.
hint-other-names = ແຖວລະໜຶ່ງຊື່ ສຳລັບຜູ້ທີ່ບໍ່ມີລາຍການ.
hint-points = ແຖວລະໜຶ່ງຂໍ້; ຈະໃສ່ເລກຕາມລຳດັບນີ້.
hint-note-signed-on = ຕ້ອງໃສ່ເມື່ອການຜູກສ່ຽວລົງນາມແລ້ວ; ສະມາຊິກໃໝ່ນັບແຕ່ວັນນີ້.
hint-clock = ຝ່າຍທີ່ໃຊ້ໂມງຂອງຕົນ.
hint-opens = ຂຽນເຊັ່ນ 07:00.
hint-host-unit = ປະໄວ້ຫວ່າງ ຖ້າແມ່ນໜ່ວຍງານຂອງສາຍພົວພັນ.
hint-persons = ລວມທັງຫົວໜ້າ ແລະ ຜູ້ແປພາສາ.
