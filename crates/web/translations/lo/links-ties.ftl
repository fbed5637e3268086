# to be confirmed by a native speaker
link-attached-to = ປະຈຳຢູ່ກັບ
link-continues = ສືບຕໍ່
link-credential-of = ໜັງສືແຕ່ງຕັ້ງລະບຸ
link-handed-over = ໄດ້ສົ່ງມອບ
link-handled = ໄດ້ແກ້ໄຂ
link-head-of = ໜ່ວຍງານຂອງຫົວໜ້າ
link-in-area-of = ຢູ່ໃນເຂດຂອງ
link-mandated-by = ໄດ້ຮັບມອບສິດຈາກ
link-named-for = ແຕ່ງຕັ້ງສຳລັບ
link-near = ໃກ້
link-along = ຕາມເສັ້ນຊາຍແດນ
link-on-segment = ສຳລັບຊ່ວງຊາຍແດນ
link-other-member = ສະມາຊິກຝ່າຍເພື່ອນ
link-own-member = ສະມາຊິກຝ່າຍເຮົາ
link-received-by = ຕ້ອນຮັບໂດຍ
link-through = ຜ່ານດ່ານ
link-told-by = ແຈ້ງດ້ວຍໜັງສື
