# to be confirmed by a native speaker
link-announced-by = ແຈ້ງໂດຍ
link-at-marker = ຢູ່ຫຼັກໝາຍ
link-at-place = ຢູ່ຈຸດຕັ້ງຫຼັກ
link-between = ລະຫວ່າງ
link-erected-by = ປັກໂດຍ
link-fixed-by = ກຳນົດໂດຍ
link-found-on = ພົບໃນ
link-from-place = ເລີ່ມຢູ່
link-held-before-by = ກ່ອນໜ້າຮັບຜິດຊອບໂດຍ
link-held-by = ຮັບຜິດຊອບໂດຍ
link-maintained-by = ຮັກສາໂດຍ
link-notified-by = ແຈ້ງໂດຍ
link-on-line = ຢູ່ເສັ້ນຊາຍແດນ
link-to-place = ສິ້ນສຸດຢູ່
