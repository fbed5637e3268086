form-hint-file = PDF, picture (JPEG, PNG, WebP, TIFF, HEIC), DOCX, XLSX, ODT, ODS, TXT, CSV or GPX; at most 25 MB
file-refusal-not-here = “{ $name }” is not here, or another officer sent it. Choose the file again.
file-refusal-too-large = The file has more than 25 MB. Scan it with fewer dots per inch, or in parts.
file-refusal-empty = The file is empty. Choose another one.
file-refusal-kind = This kind of file is not kept. Kept are PDF, pictures (JPEG, PNG, WebP, TIFF, HEIC), DOCX, XLSX, ODT, ODS, TXT, CSV and GPX.
file-refusal-not-allowed = You may not record anything, so you cannot send files either.
paper-file-not-here = not here
problem-file = The file is empty or of a kind that is not kept.
