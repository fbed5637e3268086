# to be confirmed by a native speaker
figure = ຕົວເລກທີ່ເຜີຍແຜ່
figure-many = ຕົວເລກທີ່ເຜີຍແຜ່
figure-about = ຕົວເລກທີ່ເອກະສານໄດ້ເຜີຍແຜ່ ພ້ອມດ້ວຍສິ່ງທີ່ນັບ, ຄວາມໝາຍຂອງຕົວເລກ, ຊາຍແດນ, ໜ່ວຍງານ ແລະ ເວລາທີ່ກ່ຽວຂ້ອງ, ວັນທີ ແລະ ແຫຼ່ງທີ່ມາ. ຕົວເລກທີ່ມີຂອບເຂດຕ່າງກັນບໍ່ນຳມາບວກກັນຈັກເທື່ອ.

figure-state-recorded = ບັນທຶກແລ້ວ
figure-state-corrected = ແກ້ໄຂແລ້ວ
figure-state-withdrawn = ຖອນແລ້ວ

figure-command-record = ບັນທຶກຕົວເລກທີ່ເຜີຍແຜ່
figure-command-correct = ແກ້ໄຂຕົວເລກ
figure-command-withdraw = ຖອນຕົວເລກ

figure-fact-recorded = ໄດ້ບັນທຶກຕົວເລກ
figure-fact-corrected = ໄດ້ແກ້ໄຂຕົວເລກ
figure-fact-withdrawn = ໄດ້ຖອນຕົວເລກ

figure-refusal-not-now = ດຽວນີ້ເຮັດສິ່ງນີ້ກັບຕົວເລກບໍ່ໄດ້ ({ $status }). ຈົ່ງເປີດລາຍການຄືນໃໝ່ ເພື່ອເບິ່ງວ່າດຽວນີ້ເຮັດຫຍັງໄດ້.
figure-refusal-bad-code = “{ $code }” ບໍ່ແມ່ນລະຫັດ. ລະຫັດມີ 1 ຫາ 64 ຕົວ ຂອງ a-z, 0-9 ແລະ -.
figure-refusal-no-label = ລະຫັດ { $code } ບໍ່ມີຄຳອະທິບາຍ. ຈົ່ງຂຽນຢ່າງໜ້ອຍໃນພາສາໜຶ່ງ.
figure-refusal-no-scope = ບໍ່ໄດ້ບອກວ່າຕົວເລກໃຊ້ກັບຂອບເຂດໃດ. ຈົ່ງບອກຊາຍແດນ, ພື້ນທີ່ ຫຼື ໜ່ວຍງານ.
figure-refusal-no-unit = ບໍ່ມີໜ່ວຍງານ { $unit }. ຈົ່ງເລືອກໜ່ວຍງານທີ່ລົງທະບຽນແລ້ວ.
figure-refusal-no-level = ບໍ່ມີຂັ້ນ { $level }. ຈົ່ງເລືອກຂັ້ນທີ່ລົງທະບຽນແລ້ວ.
figure-refusal-bad-period = ໄລຍະທີ່ນັບຕ້ອງມີມື້ທຳອິດ ແລະ ມື້ທຳອິດຫຼັງຈາກນັ້ນ. ຈົ່ງຂຽນທັງສອງ, ຫຼື ປະຫວ່າງທັງສອງ ຖ້າເປັນສະພາບໃນມື້ໃດໜຶ່ງ.
figure-refusal-in-the-future = ວັນທີຂອງຕົວເລກ ຫຼື ວັນທີເຜີຍແຜ່ຍັງມາບໍ່ຮອດ.
figure-refusal-no-source = ບໍ່ໄດ້ບອກວ່າຕົວເລກເຜີຍແຜ່ຢູ່ໃສ. ຈົ່ງບອກຊື່ເອກະສານ.
figure-refusal-nothing-changed = ຕົວເລກເປັນແນວນີ້ຢູ່ແລ້ວ. ບໍ່ມີຫຍັງຕ້ອງແກ້ໄຂ.

figure-field-quantity = ສິ່ງທີ່ນັບ
figure-field-code = ລະຫັດ
figure-field-label = ຄຳອະທິບາຍ
figure-field-value = ຕົວເລກ
figure-field-qualifier = ຄວາມໝາຍຂອງຕົວເລກ
figure-field-measure = ຫົວໜ່ວຍ
figure-field-scope = ຂອບເຂດ
figure-field-borders = ຊາຍແດນ
figure-field-areas = ພື້ນທີ່
figure-field-units = ໜ່ວຍງານ
figure-field-level = ຂັ້ນ
figure-field-part = ສ່ວນຂອງທັງໝົດ
figure-field-as-of = ນັບເຖິງ
figure-field-certainty = ຮູ້ວັນທີເທົ່າໃດ
figure-field-document = ເອກະສານ
figure-field-publisher = ຜູ້ເຜີຍແຜ່
figure-field-published-on = ວັນທີເຜີຍແຜ່
figure-field-quoted = ຂໍ້ຄວາມຕົ້ນສະບັບ
figure-field-earlier = ສິ່ງທີ່ຂຽນໄວ້ກ່ອນ

hint-borders = ແຖວລະໜຶ່ງ, ໃຊ້ລະຫັດຂອງສອງປະເທດ: aa-bb.
hint-part = ຂຽນເມື່ອແຫຼ່ງທີ່ມາແບ່ງທັງໝົດອອກເປັນສ່ວນເທົ່ານັ້ນ; ສ່ວນເຫຼົ່ານັ້ນບວກກັນໄດ້.
hint-quoted = ຂໍ້ຄວາມຂອງເອກະສານ ໃນພາສາຂອງມັນ.
hint-value = 2500 ຫຼື 18.6, ບໍ່ໃຊ້ເຄື່ອງໝາຍແບ່ງ.

qualifier-exact = ພໍດີ
qualifier-about = ປະມານ
qualifier-more-than = ຫຼາຍກວ່າ
qualifier-nearly = ເກືອບ
qualifier-at-least = ຢ່າງໜ້ອຍ
qualifier-up-to = ບໍ່ເກີນ
certainty-day = ຮູ້ວັນທີ
certainty-month = ຮູ້ແຕ່ເດືອນ
certainty-year = ຮູ້ແຕ່ປີ

figure-told-exact = { $value }
figure-told-about = ປະມານ { $value }
figure-told-more-than = ຫຼາຍກວ່າ { $value }
figure-told-nearly = ເກືອບ { $value }
figure-told-at-least = ຢ່າງໜ້ອຍ { $value }
figure-told-up-to = ບໍ່ເກີນ { $value }
figure-shown = { $what }: { $value } { $measure }

figure-sum-few = ຈົ່ງບອກຢ່າງໜ້ອຍສອງຕົວເລກທີ່ຈະບວກ.
figure-sum-withdrawn = { $figure } ຖອນແລ້ວ ແລະ ບໍ່ບວກ.
figure-sum-differ = ບໍ່ບວກ { $first } ກັບ { $second } ເພາະວ່າຕ່າງກັນ. { $differences }
figure-sum-same-part = ບໍ່ບວກ { $first } ກັບ { $second }: ທັງສອງອາດນັບສິ່ງດຽວກັນ. ບວກໄດ້ແຕ່ສ່ວນຕ່າງໆ ທີ່ແຫຼ່ງທີ່ມາແບ່ງອອກຈາກທັງໝົດອັນດຽວ.
figure-sum-qualifiers = ບໍ່ບວກ “{ $first }” ກັບ “{ $second }”: ບໍ່ມີຄຳໃດບອກຄວາມໝາຍຂອງຜົນບວກໄດ້ຢ່າງຖືກຕ້ອງ.
figure-sum-too-large = ຜົນບວກໃຫຍ່ເກີນໄປ.
figure-difference = { $aspect }: { $first } ທຽບກັບ { $second }.
figure-unsaid = (ບໍ່ໄດ້ບອກ)
figure-aspect-quantity = ສິ່ງທີ່ນັບ
figure-aspect-measure = ຫົວໜ່ວຍ
figure-aspect-kind = ປະເພດ
figure-aspect-borders = ຊາຍແດນ
figure-aspect-areas = ພື້ນທີ່
figure-aspect-units = ໜ່ວຍງານ
figure-aspect-level = ຂັ້ນ
figure-aspect-period = ໄລຍະທີ່ນັບ
figure-aspect-as-of = ນັບເຖິງ
figure-kind-state = ສະພາບໃນມື້ໃດໜຶ່ງ
figure-kind-period = ການນັບໃນໄລຍະໜຶ່ງ
