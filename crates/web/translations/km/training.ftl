# to be confirmed by a native speaker
training = ការបណ្តុះបណ្តាល
training-many = ការបណ្តុះបណ្តាល
training-about = ភាគីមួយបណ្តុះបណ្តាលភាគីម្ខាងទៀត ឬភាគីទាំងពីរផ្លាស់ប្តូរបទពិសោធន៍ រួមទាំងជាមួយប្រទេសទីបី ឬអង្គការអន្តរជាតិ។

training-state-planned = បានរៀបចំផែនការ
training-state-postponed = បានលើកពេល
training-state-held = បានធ្វើ
training-state-evaluated = បានវាយតម្លៃ
training-state-cancelled = បានលុបចោល

training-command-plan = រៀបចំផែនការបណ្តុះបណ្តាល
training-command-amend = កែសម្រួលផែនការ
training-command-postpone = លើកពេលការបណ្តុះបណ្តាល
training-command-record-new-day = កត់ត្រាថ្ងៃថ្មី
training-command-record-held = កត់ត្រាថាបានធ្វើ
training-command-correct = កែតម្រូវចំនួនថ្ងៃ និងចំនួនអ្នកចូលរួម
training-command-record-evaluation = កត់ត្រាការវាយតម្លៃ
training-command-cancel = លុបចោលការបណ្តុះបណ្តាល

training-fact-planned = បានរៀបចំផែនការបណ្តុះបណ្តាល
training-fact-amended = បានកែសម្រួលផែនការ
training-fact-postponed = បានលើកពេលការបណ្តុះបណ្តាល
training-fact-new-day-recorded = បានកំណត់ថ្ងៃថ្មី
training-fact-held = បានធ្វើការបណ្តុះបណ្តាល
training-fact-corrected = បានកែតម្រូវចំនួនថ្ងៃ និងចំនួនអ្នកចូលរួម
training-fact-evaluated = បានវាយតម្លៃការបណ្តុះបណ្តាល
training-fact-cancelled = បានលុបចោលការបណ្តុះបណ្តាល

training-refusal-not-now = សកម្មភាពនេះមិនត្រូវនឹងស្ថានភាពបច្ចុប្បន្នរបស់ការបណ្តុះបណ្តាលទេ។ សូមបើកកំណត់ត្រាម្តងទៀត ដើម្បីមើលអ្វីដែលអាចធ្វើបានឥឡូវនេះ។
training-refusal-no-counterpart = ទំនាក់ទំនងដៃគូនេះមិនមាន ឬមិនជាធរមានទេ។ សូមជ្រើសរើសមួយដែលជាធរមាន ឬឱ្យគេបញ្ជាក់វាជាមុនសិន។
training-refusal-no-partner = ការបណ្តុះបណ្តាលត្រូវមានដៃគូ។ សូមជ្រើសរើសអង្គភាពដៃគូ ឬបញ្ជាក់ប្រទេសទីបី ឬអង្គការអន្តរជាតិ។
training-refusal-nobody-asked = ការលើកពេលត្រូវប្រាប់ថាអ្នកណាស្នើ។ សូមជ្រើសរើសភាគីណាមួយក្នុងចំណោមភាគីទាំងពីរ។
training-refusal-no-host = បើគ្មានដៃគូពីប្រទេសទីបី ភាគីមួយក្នុងចំណោមភាគីទាំងពីរធ្វើម្ចាស់ផ្ទះ។ សូមជ្រើសរើសម្ចាស់ផ្ទះ។
training-refusal-host-not-involved = { $host } មិនចូលរួមទេ។ សូមជ្រើសរើសភាគីយើង ឬភាគីរបស់អង្គភាពដៃគូ ជាម្ចាស់ផ្ទះ។
training-refusal-not-a-side = { $side } មិនចូលរួមទេ។ សូមជ្រើសរើសភាគីយើង ឬភាគីរបស់អង្គភាពដៃគូ។
training-refusal-no-programme = កម្មវិធីរយៈពេលវែងនេះមិនមាន ឬបានបិទមុនថ្ងៃនោះ។ សូមជ្រើសរើសមួយទៀត ឬទុកប្រអប់នេះឱ្យនៅទទេ។
training-refusal-no-occurrence = ភារកិច្ចនេះមិនមាន ឬបានដោះស្រាយរួចហើយ។ សូមជ្រើសរើសភារកិច្ចដែលនៅបើក ឬទុកប្រអប់នេះឱ្យនៅទទេ។
training-refusal-other-activity = ភារកិច្ចនេះតម្រូវសកម្មភាពប្រភេទផ្សេង។ សូមជ្រើសរើសភារកិច្ចអំពីការបណ្តុះបណ្តាល។
training-refusal-other-host = ក្នុងរយៈពេលនេះ ម្ចាស់ផ្ទះគឺ { $host }។ សូមកំណត់ភាគីនោះជាម្ចាស់ផ្ទះ ឬជ្រើសរើសភារកិច្ចផ្សេង។
training-refusal-days-do-not-fit = ការបណ្តុះបណ្តាល { $days } ថ្ងៃមិនត្រូវទេ។ សូមបញ្ជាក់យ៉ាងតិចមួយថ្ងៃ និងមិនលើសចំនួនថ្ងៃពីថ្ងៃដំបូងដល់ថ្ងៃចុងក្រោយ។
training-refusal-in-the-past = កាលបរិច្ឆេទនេះបានកន្លងផុតហើយ។ សូមជ្រើសរើសថ្ងៃខាងមុខ។
training-refusal-in-the-future = អ្វីដែលកំពុងកត់ត្រាមិនទាន់កើតឡើងទេ។ សូមកត់ត្រា ពេលវាបានកើតឡើង។
training-refusal-wrong-order = { $later } មុន { $earlier }។ សូមពិនិត្យកាលបរិច្ឆេទទាំងពីរ។
training-refusal-too-many-passed = មានអ្នកចូលរួម { $participants } នាក់។ អ្នកបញ្ចប់មិនអាចលើសចំនួននេះទេ។
training-refusal-nothing-changed = គ្មានអ្វីខុសពីអ្វីដែលមានស្រាប់ទេ។ សូមបំពេញអ្វីដែលត្រូវផ្លាស់ប្តូរ។

training-kind-training = បណ្តុះបណ្តាល
training-kind-professional-exchange = ផ្លាស់ប្តូរជំនាញ
training-kind-political-work-exchange = ផ្លាស់ប្តូរការងារនយោបាយ
training-kind-patrol-experience = ផ្លាស់ប្តូរបទពិសោធន៍ល្បាត
training-kind-grass-roots-experience = ផ្លាស់ប្តូរបទពិសោធន៍ការងារមូលដ្ឋាន
training-kind-young-officers-exchange = ផ្លាស់ប្តូរនាយទាហានវ័យក្មេង

training-field-partner = ដៃគូពីប្រទេសទីបី
training-field-days = ចំនួនថ្ងៃបណ្តុះបណ្តាល
training-field-evaluated-on = បានវាយតម្លៃនៅថ្ងៃ
training-field-passed = ចំនួនអ្នកបញ្ចប់
hint-partner = ប្រទេសទីបី ឬអង្គការអន្តរជាតិ។ ទុកឱ្យនៅទទេ ប្រសិនបើមានតែភាគីទាំងពីរ។
hint-passed = ជាចំនួនប៉ុណ្ណោះ មិនសរសេរឈ្មោះទេ។
