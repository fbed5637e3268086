form-hint-file = PDF、图片（JPEG、PNG、WebP、TIFF、HEIC）、DOCX、XLSX、ODT、ODS、TXT、CSV 或 GPX；最大 25 MB
file-refusal-not-here = 此处没有文件“{ $name }”，或由其他人员上传。请重新选择文件。
file-refusal-too-large = 文件超过 25 MB。请降低扫描分辨率，或分成几部分。
file-refusal-empty = 文件没有内容。请另选文件。
file-refusal-kind = 不保存此类文件。可保存：PDF、图片（JPEG、PNG、WebP、TIFF、HEIC）、DOCX、XLSX、ODT、ODS、TXT、CSV、GPX。
file-refusal-not-allowed = 您没有记录权限，因此不能上传文件。
paper-file-not-here = 此处没有
problem-file = 文件没有内容，或属于不保存的类型。
