# to be confirmed by a native speaker
award = ការលើកសរសើរ
award-many = ការលើកសរសើរ
award-about = ការបោះឆ្នោត ការជ្រើសរើស ឬការទទួលស្គាល់ ដែលលើកកិត្តិយសអង្គភាព ឬតួនាទី និងគំរូដែលអ្នកដទៃយកតាម។

award-state-recorded = បានកត់ត្រា

award-command-record = កត់ត្រាការលើកសរសើរ
award-command-correct = កែតម្រូវឋានន្តរនាម

award-fact-recorded = បានកត់ត្រាការលើកសរសើរ
award-fact-corrected = បានកែតម្រូវឋានន្តរនាម

award-refusal-not-now = សកម្មភាពនេះមិនត្រូវនឹងស្ថានភាពបច្ចុប្បន្នរបស់ការលើកសរសើរទេ។ សូមបើកកំណត់ត្រាម្តងទៀត ដើម្បីមើលអ្វីដែលអាចធ្វើបានឥឡូវនេះ។
award-refusal-no-counterpart = ទំនាក់ទំនងដៃគូនេះមិនមាន ឬមិនជាធរមានទេ។ សូមជ្រើសរើសមួយដែលជាធរមាន ឬទុកប្រអប់នេះឱ្យនៅទទេ។
award-refusal-no-programme = កម្មវិធីរយៈពេលវែងនេះមិនមាន ឬបានបិទមុនថ្ងៃនោះ។ សូមជ្រើសរើសមួយទៀត ឬទុកប្រអប់នេះឱ្យនៅទទេ។
award-refusal-in-the-future = កាលបរិច្ឆេទនេះស្ថិតនៅអនាគត។ សូមកត់ត្រាការលើកសរសើរ ពេលវាបានប្រគល់រួច។
award-refusal-not-published = ឈ្មោះបុគ្គលសរសេរបាន លុះត្រាតែបានផ្សាយជាផ្លូវការ។ សូមបញ្ជាក់ប្រភព ឬកុំសរសេរឈ្មោះបុគ្គល។

award-kind-vote = ការបោះឆ្នោត
award-kind-selection = ការជ្រើសរើស
award-kind-recognition = ថ្នាក់លើទទួលស្គាល់
award-kind-model = គំរូដែលបានទទួលស្គាល់ និងយកតាម

award-field-counterpart = ប្រគល់រួមជាមួយ
award-field-given-by = ប្រគល់ដោយ
award-field-given-on = បានប្រគល់នៅថ្ងៃ
award-field-recipient = អ្នកទទួល
award-field-person = បុគ្គលកាន់តួនាទីនោះ
hint-recipient = អង្គភាព ឬតួនាទី។
hint-person = លុះត្រាតែឈ្មោះបានផ្សាយជាផ្លូវការ។ សូមបញ្ជាក់ប្រភពផង។
