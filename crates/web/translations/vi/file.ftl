form-hint-file = PDF, ảnh (JPEG, PNG, WebP, TIFF, HEIC), DOCX, XLSX, ODT, ODS, TXT, CSV hoặc GPX; tối đa 25 MB
file-refusal-not-here = Không có tệp “{ $name }” ở đây, hoặc tệp do cán bộ khác gửi lên. Hãy chọn lại tệp.
file-refusal-too-large = Tệp lớn hơn 25 MB. Hãy quét với độ phân giải thấp hơn hoặc chia thành nhiều phần.
file-refusal-empty = Tệp không có nội dung. Hãy chọn tệp khác.
file-refusal-kind = Không lưu loại tệp này. Các loại được lưu: PDF, ảnh (JPEG, PNG, WebP, TIFF, HEIC), DOCX, XLSX, ODT, ODS, TXT, CSV và GPX.
file-refusal-not-allowed = Đồng chí không có quyền ghi nhận nên không gửi tệp lên được.
paper-file-not-here = không có ở đây
problem-file = Tệp không có nội dung hoặc thuộc loại không được lưu.
