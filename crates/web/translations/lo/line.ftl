# to be confirmed by a native speaker
line = ເສັ້ນຊາຍແດນ
line-many = ເສັ້ນຊາຍແດນ
line-about = ເສັ້ນຊາຍແດນລະຫວ່າງເພື່ອນບ້ານ: ຊື່, ຄວາມຍາວຕາມເອກະສານ ແລະ ເອກະສານທີ່ກຳນົດເສັ້ນຊາຍແດນ. ເສັ້ນຊາຍແດນຜ່ານໃສ ແມ່ນເອກະສານເຫຼົ່ານັ້ນເປັນຜູ້ກຳນົດ, ບໍ່ແມ່ນໂປຣແກຣມນີ້.

line-state-registered = ລົງທະບຽນແລ້ວ

line-command-register = ລົງທະບຽນເສັ້ນຊາຍແດນ
line-command-amend = ບັນທຶກສະບັບໃໝ່

line-fact-registered = ໄດ້ລົງທະບຽນເສັ້ນຊາຍແດນ
line-fact-amended = ໄດ້ບັນທຶກສະບັບໃໝ່

line-refusal-not-now = ເສັ້ນຊາຍແດນນີ້ລົງທະບຽນແລ້ວ ຫຼື ຍັງບໍ່ທັນລົງທະບຽນ.
line-refusal-no-name = ຈົ່ງຂຽນຊື່ຢ່າງໜ້ອຍໜຶ່ງພາສາ.
line-refusal-few-sides = ເສັ້ນຊາຍແດນຢູ່ລະຫວ່າງຢ່າງໜ້ອຍສອງຝ່າຍ. ຈົ່ງເລືອກ.
line-refusal-no-side = ບໍ່ມີຝ່າຍ { $side }. ຈົ່ງເລືອກຈາກລາຍການ.
line-refusal-no-agreement = ບໍ່ມີສັນຍາ { $agreement }. ຈົ່ງເລືອກຈາກລາຍການ.
line-refusal-no-source = ຄວາມຍາວຕ້ອງອີງໃສ່ເອກະສານ. ຈົ່ງລະບຸເອກະສານນຳ.
line-refusal-not-a-file-name = “{ $drawing }” ບໍ່ແມ່ນຊື່ໄຟລ໌ຮູບແຕ້ມ. ຈົ່ງລະບຸໄຟລ໌ .geojson ຂອງໂປຣໄຟລ໌ ໂດຍບໍ່ມີໂຟນເດີ.
line-refusal-not-later = ສະບັບປັດຈຸບັນເລີ່ມແຕ່ { $from }. ຈົ່ງໃສ່ວັນທີຫຼັງຈາກນັ້ນ.

medium-land = ທາງບົກ
medium-river = ທາງນ້ຳ
medium-mixed = ທາງບົກ ແລະ ທາງນ້ຳ
