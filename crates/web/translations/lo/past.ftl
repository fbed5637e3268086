# to be confirmed by a native speaker
past-heading = ໃນວັນໜຶ່ງ
past-day = ວັນທີ
past-show = ເບິ່ງ
past-told = ສະພາບໃນວັນທີ { $day }
past-nothing = ບໍ່ມີການບັນທຶກສຳລັບວັນນີ້.
