# to be confirmed by a native speaker
field-postponements = ການເລື່ອນ
field-programme = ໂຄງການໄລຍະຍາວ
qualifier-exact = ພໍດີ
qualifier-about = ປະມານ
qualifier-more-than = ຫຼາຍກວ່າ
qualifier-nearly = ເກືອບ
link-programme = ພາຍໃຕ້ໂຄງການ
link-among = ກັບປະຊາຊົນຂອງ
link-delegation = ຄະນະຜູ້ແທນ
