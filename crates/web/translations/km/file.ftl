# to be confirmed by a native speaker
form-hint-file = PDF រូបភាព (JPEG, PNG, WebP, TIFF, HEIC) DOCX, XLSX, ODT, ODS, TXT, CSV ឬ GPX យ៉ាងច្រើន 25 MB
file-refusal-not-here = ឯកសារ “{ $name }” មិននៅទីនេះទេ ឬមន្ត្រីផ្សេងបានផ្ញើ។ សូមជ្រើសឯកសារម្តងទៀត។
file-refusal-too-large = ឯកសារធំជាង 25 MB។ សូមស្កេនដោយកម្រិតច្បាស់ទាបជាង ឬចែកជាផ្នែក។
file-refusal-empty = ឯកសារទទេ។ សូមជ្រើសឯកសារផ្សេង។
file-refusal-kind = មិនរក្សាទុកឯកសារប្រភេទនេះទេ។ អាចរក្សាទុក៖ PDF រូបភាព (JPEG, PNG, WebP, TIFF, HEIC) DOCX, XLSX, ODT, ODS, TXT, CSV និង GPX។
file-refusal-not-allowed = អ្នកគ្មានសិទ្ធិកត់ត្រា ដូច្នេះមិនអាចផ្ញើឯកសារបានទេ។
paper-file-not-here = មិននៅទីនេះ
problem-file = ឯកសារទទេ ឬជាប្រភេទដែលមិនរក្សាទុក។
