# to be confirmed by a native speaker
patrol = ល្បាត
patrol-many = ល្បាត
patrol-about = ភាគីទាំងពីរល្បាតក្នុងផ្នែកដែលបានព្រមព្រៀង តាមពេលដែលបានព្រមព្រៀង ហើយចុះហត្ថលេខាលើកំណត់ហេតុ។

patrol-state-planned = បានរៀបចំផែនការ
patrol-state-agreed = បានព្រមព្រៀងកាលបរិច្ឆេទ
patrol-state-approved = បានអនុម័ត
patrol-state-teams-named = បានកំណត់ក្រុម
patrol-state-under-way = កំពុងដំណើរការ
patrol-state-finished = បានបញ្ចប់
patrol-state-interrupted = បានផ្អាកកណ្តាលទី
patrol-state-signed = បានចុះហត្ថលេខាលើកំណត់ហេតុ
patrol-state-postponed = បានលើកពេល
patrol-state-cancelled = បានលុបចោល

patrol-command-plan = រៀបចំផែនការល្បាត
patrol-command-record-agreement = កត់ត្រាថាភាគីទាំងពីរព្រមព្រៀង
patrol-command-record-other-date = កត់ត្រាកាលបរិច្ឆេទផ្សេង
patrol-command-approve = អនុម័តល្បាត
patrol-command-name-teams = កំណត់ក្រុម
patrol-command-start = កត់ត្រាការចាប់ផ្តើម
patrol-command-record-finished = កត់ត្រាការបញ្ចប់ល្បាត
patrol-command-sign-record = កត់ត្រាកំណត់ហេតុដែលបានចុះហត្ថលេខា
patrol-command-postpone = លើកពេលល្បាត
patrol-command-cancel = លុបចោលល្បាត

patrol-fact-planned = បានរៀបចំផែនការល្បាត
patrol-fact-other-date-recorded = ភាគីម្ខាងទៀតបានស្នើកាលបរិច្ឆេទផ្សេង
patrol-fact-agreed = ភាគីទាំងពីរបានព្រមព្រៀងកាលបរិច្ឆេទ
patrol-fact-approved = បានអនុម័តល្បាត
patrol-fact-teams-named = បានកំណត់ក្រុម
patrol-fact-started = បានចាប់ផ្តើមល្បាត
patrol-fact-finished = បានបញ្ចប់ល្បាត
patrol-fact-interrupted = បានផ្អាកល្បាតកណ្តាលទី
patrol-fact-record-signed = ភាគីទាំងពីរបានចុះហត្ថលេខាលើកំណត់ហេតុ
patrol-fact-postponed = បានលើកពេលល្បាត
patrol-fact-cancelled = បានលុបចោលល្បាត

patrol-refusal-not-now = សកម្មភាពនេះមិនត្រូវនឹងស្ថានភាពបច្ចុប្បន្នរបស់ល្បាតទេ។ សូមបើកកំណត់ត្រាម្តងទៀត ដើម្បីមើលអ្វីដែលអាចធ្វើបានឥឡូវនេះ។
patrol-refusal-no-counterpart = ទំនាក់ទំនងដៃគូនេះមិនមាន ឬមិនជាធរមានទេ។ សូមជ្រើសរើសមួយដែលជាធរមាន ឬឱ្យគេបញ្ជាក់វាជាមុនសិន។
patrol-refusal-no-marker = “{ $marker }” មិនមែនជាលេខបង្គោលព្រំដែនទេ។ សូមសរសេរដូចដែលមានលើបង្គោលព្រំដែន៖ 87, 171(1), 230/11, T10 ឬ 342A។
patrol-refusal-in-the-past = កាលបរិច្ឆេទនេះបានកន្លងផុតហើយ។ សូមជ្រើសរើសថ្ងៃខាងមុខ។
patrol-refusal-in-the-future = អ្វីដែលកំពុងកត់ត្រាមិនទាន់កើតឡើងទេ។ សូមកត់ត្រា ពេលវាបានកើតឡើង។
patrol-refusal-other-host = ក្នុងរយៈពេលនេះ ម្ចាស់ផ្ទះគឺ { $host }។ សូមកំណត់ភាគីនោះជាប្រធាន ឬជ្រើសរើសភារកិច្ចផ្សេង។
patrol-refusal-no-occurrence = ភារកិច្ចនេះមិនមាន ឬបានដោះស្រាយរួចហើយ។ សូមជ្រើសរើសភារកិច្ចដែលនៅបើក ឬទុកប្រអប់នេះឱ្យនៅទទេ។
patrol-refusal-other-activity = ភារកិច្ចនេះតម្រូវសកម្មភាពប្រភេទផ្សេង។ សូមជ្រើសរើសភារកិច្ចដែលត្រូវនឹងប្រភេទល្បាតនេះ។
patrol-refusal-no-date = ល្បាតត្រូវបានលើកពេលដោយគ្មានថ្ងៃថ្មី។ សូមកត់ត្រាថ្ងៃថ្មីជាមុនសិន។
patrol-refusal-own-plan = អ្នកបានរៀបចំផែនការល្បាតនេះ។ ត្រូវឱ្យមេបញ្ជាការម្នាក់ទៀតអនុម័ត។
patrol-refusal-no-liaison = ភាគីទាំងពីរមិនទាន់បានផ្លាស់ប្តូរមន្ត្រីទំនាក់ទំនងទេ។ សូមបញ្ជាក់មន្ត្រីដែលភាគីនីមួយៗបញ្ជូន រួចកត់ត្រាការចាប់ផ្តើម។
patrol-refusal-wrong-order = { $later } មិនអាចនៅក្រោយ { $earlier } ទេ។ សូមពិនិត្យកាលបរិច្ឆេទ។
patrol-refusal-not-finished = កំណត់ហេតុត្រូវចុះហត្ថលេខាក្រោយថ្ងៃចុងក្រោយនៃល្បាត។ សូមកត់ត្រាការបញ្ចប់ល្បាតជាមុនសិន រួចពិនិត្យថ្ងៃចុះហត្ថលេខា។

patrol-kind-bilateral = ល្បាតទ្វេភាគី
patrol-kind-law-enforcement = ល្បាតរួមអនុវត្តច្បាប់
patrol-kind-parallel = ល្បាតស្របគ្នា
patrol-kind-three-party = ល្បាតត្រីភាគី

patrol-mode-foot = ថ្មើរជើង
patrol-mode-vehicle = យានយន្ត
patrol-mode-boat = ទូក
