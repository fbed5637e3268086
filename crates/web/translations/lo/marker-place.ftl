# to be confirmed by a native speaker
marker-place = ຈຸດຕັ້ງຫຼັກໝາຍ
marker-place-many = ຈຸດຕັ້ງຫຼັກໝາຍ
marker-place-about = ຈຸດທີ່ມີເລກໝາຍຢູ່ເສັ້ນຊາຍແດນ ເຊິ່ງມີໜຶ່ງ, ສອງ ຫຼື ສາມຫຼັກໝາຍ. ຈຸດ 97 ບໍ່ແມ່ນຫຼັກໝາຍ 97(1).

marker-place-state-registered = ລົງທະບຽນແລ້ວ
marker-place-state-withdrawn = ຖອນອອກແລ້ວ

marker-place-command-register = ລົງທະບຽນຈຸດຕັ້ງຫຼັກໝາຍ
marker-place-command-amend = ດັດແກ້ຈຸດຕັ້ງຫຼັກໝາຍ
marker-place-command-withdraw = ຖອນອອກຈາກທະບຽນ

marker-place-fact-registered = ໄດ້ລົງທະບຽນຈຸດຕັ້ງຫຼັກໝາຍ
marker-place-fact-amended = ໄດ້ດັດແກ້ຈຸດຕັ້ງຫຼັກໝາຍ
marker-place-fact-withdrawn = ໄດ້ຖອນອອກຈາກທະບຽນ

marker-place-refusal-not-now = ດຽວນີ້ເຮັດສິ່ງນີ້ກັບຈຸດຕັ້ງຫຼັກໝາຍບໍ່ໄດ້ ({ $status }).
marker-place-refusal-no-line = ບໍ່ມີເສັ້ນຊາຍແດນນີ້. ຈົ່ງເລືອກຈາກລາຍການ.
marker-place-refusal-no-number = “{ $number }” ບໍ່ແມ່ນເລກຂອງຈຸດຕັ້ງຫຼັກໝາຍ. ຈົ່ງຂຽນຄື 87, 230/11 ຫຼື T10.
marker-place-refusal-names-a-marker = ນີ້ແມ່ນເລກຂອງຫຼັກໝາຍໜຶ່ງໃນຫຼາຍຫຼັກ. ຈຸດຕັ້ງມີເລກ { $number }.
marker-place-refusal-number-taken = ເສັ້ນຊາຍແດນມີຈຸດ { $number } ແລ້ວ. ຈົ່ງເປີດຈຸດນັ້ນ.

marker-place-field-remarks = ໝາຍເຫດ
arrangement-single = ຫຼັກດ່ຽວ
arrangement-double = ຫຼັກຄູ່
arrangement-triple = ຫຼັກສາມ
