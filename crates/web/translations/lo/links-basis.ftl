# to be confirmed by a native speaker
link-party = ຄູ່ສັນຍາ
link-met-by = ປະຕິບັດໂດຍ
link-replaced-by = ແທນໂດຍ
link-agreed-by = ຕົກລົງໂດຍ
link-held-again = ຈັດເພີ່ມອີກ
