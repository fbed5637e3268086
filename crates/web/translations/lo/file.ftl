# to be confirmed by a native speaker
form-hint-file = PDF, ຮູບພາບ (JPEG, PNG, WebP, TIFF, HEIC), DOCX, XLSX, ODT, ODS, TXT, CSV ຫຼື GPX; ບໍ່ເກີນ 25 MB
file-refusal-not-here = ໄຟລ໌ “{ $name }” ບໍ່ມີຢູ່ນີ້ ຫຼື ພະນັກງານອື່ນເປັນຜູ້ສົ່ງ. ກະລຸນາເລືອກໄຟລ໌ໃໝ່.
file-refusal-too-large = ໄຟລ໌ໃຫຍ່ກວ່າ 25 MB. ກະລຸນາສະແກນໃຫ້ລະອຽດໜ້ອຍລົງ ຫຼື ແບ່ງເປັນຫຼາຍສ່ວນ.
file-refusal-empty = ໄຟລ໌ບໍ່ມີເນື້ອໃນ. ກະລຸນາເລືອກໄຟລ໌ອື່ນ.
file-refusal-kind = ບໍ່ເກັບໄຟລ໌ປະເພດນີ້. ທີ່ເກັບໄດ້: PDF, ຮູບພາບ (JPEG, PNG, WebP, TIFF, HEIC), DOCX, XLSX, ODT, ODS, TXT, CSV ແລະ GPX.
file-refusal-not-allowed = ທ່ານບໍ່ມີສິດບັນທຶກ ຈຶ່ງສົ່ງໄຟລ໌ບໍ່ໄດ້.
paper-file-not-here = ບໍ່ມີຢູ່ນີ້
problem-file = ໄຟລ໌ບໍ່ມີເນື້ອໃນ ຫຼື ເປັນປະເພດທີ່ບໍ່ເກັບ.
