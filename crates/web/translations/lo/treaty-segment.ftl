# to be confirmed by a native speaker
treaty-segment = ຊ່ວງຊາຍແດນຕາມສັນຍາ
treaty-segment-many = ຊ່ວງຊາຍແດນຕາມສັນຍາ
treaty-segment-about = ຊ່ວງຂອງເສັ້ນຊາຍແດນທີ່ມີເລກລຳດັບຕາມສັນຍາ ເຊິ່ງມີຜູ້ຕາງໜ້າຊາຍແດນ. ບໍ່ແມ່ນຊ່ວງທີ່ໜ່ວຍງານຮັບຜິດຊອບ.

treaty-segment-state-in-force = ມີຜົນບັງຄັບໃຊ້
treaty-segment-state-ended = ສິ້ນສຸດແລ້ວ

treaty-segment-command-register = ລົງທະບຽນຊ່ວງຊາຍແດນ
treaty-segment-command-amend = ບັນທຶກສະບັບໃໝ່
treaty-segment-command-close = ສິ້ນສຸດຊ່ວງຊາຍແດນ

treaty-segment-fact-registered = ໄດ້ລົງທະບຽນຊ່ວງຊາຍແດນ
treaty-segment-fact-amended = ໄດ້ບັນທຶກສະບັບໃໝ່
treaty-segment-fact-closed = ຊ່ວງຊາຍແດນສິ້ນສຸດແລ້ວ

treaty-segment-refusal-not-now = ດຽວນີ້ເຮັດສິ່ງນີ້ກັບຊ່ວງຊາຍແດນບໍ່ໄດ້ ({ $status }).
treaty-segment-refusal-no-line = ບໍ່ມີເສັ້ນຊາຍແດນນີ້. ຈົ່ງເລືອກຈາກລາຍການ.
treaty-segment-refusal-no-place = ບໍ່ມີຈຸດຕັ້ງຫຼັກໝາຍນີ້ ຫຼື ຖືກຖອນອອກແລ້ວ: { $place }. ຈົ່ງເລືອກຈາກລາຍການ.
treaty-segment-refusal-other-line = { $number } ຢູ່ເສັ້ນຊາຍແດນອື່ນ. ຈົ່ງເລືອກຈຸດຂອງເສັ້ນນີ້.
treaty-segment-refusal-wrong-order = ຈຸດທຳອິດຕ້ອງຢູ່ກ່ອນຈຸດສຸດທ້າຍຕາມເສັ້ນຊາຍແດນ. ຈົ່ງສັບປ່ຽນສອງຈຸດ.
treaty-segment-refusal-number-taken = ເສັ້ນຊາຍແດນມີຊ່ວງທີ { $number } ແລ້ວ. ຈົ່ງໃສ່ເລກອື່ນ.
treaty-segment-refusal-overlap = ສ່ວນໜຶ່ງຂອງຊ່ວງນີ້ເປັນຂອງ { $segment }. ຊ່ວງຕ່າງໆຕິດກັນຢູ່ຈຸດຕັ້ງຫຼັກໝາຍ ແລະ ບໍ່ຊ້ອນກັນ.
treaty-segment-refusal-no-source = ຄວາມຍາວຕ້ອງອີງໃສ່ເອກະສານ. ຈົ່ງລະບຸເອກະສານນຳ.
treaty-segment-refusal-no-agreement = ບໍ່ມີສັນຍາ { $agreement }. ຈົ່ງເລືອກຈາກລາຍການ.
treaty-segment-refusal-not-later = ສະບັບປັດຈຸບັນເລີ່ມແຕ່ { $from }. ຈົ່ງໃສ່ວັນທີຫຼັງຈາກນັ້ນ.
