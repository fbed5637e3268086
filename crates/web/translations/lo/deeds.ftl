# to be confirmed by a native speaker
field-postponements = ການເລື່ອນ
field-programme = ໂຄງການໄລຍະຍາວ
link-programme = ພາຍໃຕ້ໂຄງການ
link-among = ກັບປະຊາຊົນຂອງ
link-delegation = ຄະນະຜູ້ແທນ
