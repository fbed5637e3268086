# to be confirmed by a native speaker
link-with = ກັບ
link-meets = ປະຕິບັດ
link-follows = ສືບຕໍ່ຈາກ
link-opened-by = ເປີດໂດຍ
link-answers = ຕອບ
link-answered-by = ຕອບໂດຍ
link-confirmed-by = ຢືນຢັນໂດຍ
link-own-unit = ໜ່ວຍງານຝ່າຍເຮົາ
link-other-unit = ໜ່ວຍງານຝ່າຍເພື່ອນ
link-under = ພາຍໃຕ້
