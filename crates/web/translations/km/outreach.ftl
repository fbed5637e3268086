# to be confirmed by a native speaker
outreach = ការផ្សព្វផ្សាយ និងផ្លាស់ប្តូរ
outreach-many = ការផ្សព្វផ្សាយ និងផ្លាស់ប្តូរ
outreach-about = អ្វីដែលអង្គភាពធ្វើជាមួយប្រជាពលរដ្ឋព្រំដែន តែឯង ឬរួមជាមួយភាគីម្ខាងទៀត៖ ផ្សព្វផ្សាយច្បាប់ ជួបប្រធានភូមិ វប្បធម៌ និងកីឡា ដាំដើមឈើ។

outreach-state-planned = បានរៀបចំផែនការ
outreach-state-postponed = បានលើកពេល
outreach-state-held = បានធ្វើ
outreach-state-cancelled = បានលុបចោល

outreach-command-plan = រៀបចំផែនការផ្សព្វផ្សាយ និងផ្លាស់ប្តូរ
outreach-command-record = កត់ត្រាសកម្មភាពក្រៅផែនការ
outreach-command-amend = កែសម្រួលផែនការ
outreach-command-postpone = លើកពេលសកម្មភាព
outreach-command-record-new-day = កត់ត្រាថ្ងៃថ្មី
outreach-command-record-held = កត់ត្រាថាបានធ្វើ
outreach-command-correct = កែតម្រូវលទ្ធផលដែលបានកត់ត្រា
outreach-command-cancel = លុបចោលសកម្មភាព

outreach-fact-planned = បានរៀបចំផែនការផ្សព្វផ្សាយ និងផ្លាស់ប្តូរ
outreach-fact-amended = បានកែសម្រួលផែនការ
outreach-fact-postponed = បានលើកពេលសកម្មភាព
outreach-fact-new-day-recorded = បានកំណត់ថ្ងៃថ្មី
outreach-fact-held = បានធ្វើសកម្មភាព
outreach-fact-corrected = បានកែតម្រូវលទ្ធផល
outreach-fact-cancelled = បានលុបចោលសកម្មភាព

outreach-refusal-not-now = សកម្មភាពនេះមិនត្រូវនឹងស្ថានភាពបច្ចុប្បន្នរបស់សកម្មភាពផ្សព្វផ្សាយទេ។ សូមបើកកំណត់ត្រាម្តងទៀត ដើម្បីមើលអ្វីដែលអាចធ្វើបានឥឡូវនេះ។
outreach-refusal-no-counterpart = ទំនាក់ទំនងដៃគូនេះមិនមាន ឬមិនជាធរមានទេ។ សូមជ្រើសរើសមួយដែលជាធរមាន ឬឱ្យគេបញ្ជាក់វាជាមុនសិន។
outreach-refusal-no-partner = អ្វីដែលភាគីទាំងពីរធ្វើរួមគ្នា ត្រូវមានអង្គភាពដៃគូ។ សូមជ្រើសរើសទំនាក់ទំនងដៃគូ។
outreach-refusal-host-not-involved = { $host } មិនចូលរួមទេ។ សូមជ្រើសរើសភាគីយើង ឬភាគីរបស់អង្គភាពដៃគូ ជាម្ចាស់ផ្ទះ។
outreach-refusal-not-a-side = { $side } មិនចូលរួមទេ។ សូមជ្រើសរើសភាគីយើង ឬភាគីរបស់អង្គភាពដៃគូ។
outreach-refusal-no-community = គ្មានភូមិ { $community } ទេ។ សូមជ្រើសរើសមួយដែលបានចុះបញ្ជី ឬឱ្យគេចុះបញ្ជីវាជាមុនសិន។
outreach-refusal-no-programme = កម្មវិធីរយៈពេលវែងនេះមិនមាន ឬបានបិទមុនថ្ងៃនោះ។ សូមជ្រើសរើសមួយទៀត ឬទុកប្រអប់នេះឱ្យនៅទទេ។
outreach-refusal-no-occurrence = ភារកិច្ចនេះមិនមាន ឬបានដោះស្រាយរួចហើយ។ សូមជ្រើសរើសភារកិច្ចដែលនៅបើក ឬទុកប្រអប់នេះឱ្យនៅទទេ។
outreach-refusal-other-activity = ភារកិច្ចនេះតម្រូវសកម្មភាពប្រភេទផ្សេង។ សូមជ្រើសរើសភារកិច្ចអំពីការផ្សព្វផ្សាយ។
outreach-refusal-other-host = ក្នុងរយៈពេលនេះ ម្ចាស់ផ្ទះគឺ { $host }។ សូមកំណត់ភាគីនោះជាម្ចាស់ផ្ទះ ឬជ្រើសរើសភារកិច្ចផ្សេង។
outreach-refusal-in-the-past = កាលបរិច្ឆេទនេះបានកន្លងផុតហើយ។ សូមជ្រើសរើសថ្ងៃខាងមុខ។
outreach-refusal-in-the-future = អ្វីដែលកំពុងកត់ត្រាមិនទាន់កើតឡើងទេ។ សូមកត់ត្រា ពេលវាបានកើតឡើង។
outreach-refusal-wrong-order = { $later } មុន { $earlier }។ សូមពិនិត្យកាលបរិច្ឆេទទាំងពីរ។
outreach-refusal-nothing-changed = គ្មានអ្វីខុសពីអ្វីដែលមានស្រាប់ទេ។ សូមបំពេញអ្វីដែលត្រូវផ្លាស់ប្តូរ។

outreach-kind-legal-publicity = ផ្សព្វផ្សាយច្បាប់
outreach-kind-joint-publicity-day = ទិវាផ្សព្វផ្សាយរួម
outreach-kind-law-day = ទិវាច្បាប់
outreach-kind-external-information = ព័ត៌មានការបរទេស
outreach-kind-news = ព័ត៌មាន និងអត្ថបទ
outreach-kind-chiefs-meeting = ជួបប្រធានភូមិ ឬចាស់ទុំ
outreach-kind-cultural-exchange = ផ្លាស់ប្តូរវប្បធម៌របស់ប្រជាពលរដ្ឋ
outreach-kind-sports-exchange = ផ្លាស់ប្តូរកីឡា
outreach-kind-livelihood-exchange = ផ្លាស់ប្តូរបទពិសោធន៍ផលិតកម្ម និងជំនួញ
outreach-kind-festival = បុណ្យជាមួយប្រជាពលរដ្ឋ
outreach-kind-tree-planting = ដាំដើមឈើ ព្រៃមិត្តភាព

material-kind-leaflet = ខិត្តប័ណ្ណ
material-kind-booklet = កូនសៀវភៅ និងសៀវភៅ
material-kind-poster = ផ្ទាំងរូបភាព បដា ក្តារព័ត៌មាន
material-kind-broadcast = ការផ្សាយ
material-kind-recording = សំឡេង ឬរូបភាពថត
material-kind-tree = ដើមឈើដែលបានដាំ
material-kind-other = វត្ថុផ្សេង

outreach-field-together = រួមជាមួយភាគីម្ខាងទៀត
outreach-field-communities = ភូមិគោលដៅ
outreach-field-audience = ចំនួនអ្នកចូលរួមស្តាប់
outreach-field-materials = អ្វីដែលបានចែក បង្ហាញ ឬដាំ
hint-audience = ចំនួនមនុស្សដែលបានទទួល។ ជាចំនួនប៉ុណ្ណោះ មិនសរសេរឈ្មោះទេ។
