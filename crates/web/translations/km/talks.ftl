# to be confirmed by a native speaker
talks = ការចរចា
talks-many = ការចរចា
talks-about = កិច្ចសន្ទនាផ្លូវការរវាងគណៈប្រតិភូពីរ ដោយមានរបៀបវារៈ និងកំណត់ហេតុដែលប្រធានទាំងពីរចុះហត្ថលេខា។

talks-state-proposed = បានស្នើ
talks-state-agreed = បានព្រមព្រៀងកាលបរិច្ឆេទ
talks-state-held = បានធ្វើ
talks-state-signed = បានចុះហត្ថលេខាលើកំណត់ហេតុ
talks-state-postponed = បានលើកពេល
talks-state-declined = បានបដិសេធ
talks-state-cancelled = បានលុបចោល

talks-command-propose = ស្នើការចរចា
talks-command-record-proposal = កត់ត្រាសំណើរបស់ភាគីម្ខាងទៀត
talks-command-answer = ឆ្លើយតបសំណើ
talks-command-record-answer = កត់ត្រាចម្លើយរបស់ភាគីម្ខាងទៀត
talks-command-record-delegations = កំណត់គណៈប្រតិភូ
talks-command-record-held = កត់ត្រាថាការចរចាបានធ្វើ
talks-command-sign-minutes = កត់ត្រាកំណត់ហេតុដែលបានចុះហត្ថលេខា
talks-command-postpone = លើកពេលការចរចា
talks-command-cancel = លុបចោលការចរចា

talks-fact-proposed = បានស្នើការចរចា
talks-fact-other-date-proposed = បានស្នើកាលបរិច្ឆេទផ្សេង
talks-fact-agreed = បានព្រមព្រៀងកាលបរិច្ឆេទ
talks-fact-declined = បានបដិសេធសំណើ
talks-fact-delegations-recorded = បានកំណត់គណៈប្រតិភូ
talks-fact-held = បានធ្វើការចរចា
talks-fact-minutes-signed = ប្រធានទាំងពីរបានចុះហត្ថលេខាលើកំណត់ហេតុ
talks-fact-postponed = បានលើកពេលការចរចា
talks-fact-cancelled = បានលុបចោលការចរចា

talks-refusal-not-now = សកម្មភាពនេះមិនត្រូវនឹងស្ថានភាពបច្ចុប្បន្នរបស់ការចរចាទេ។ សូមបើកកំណត់ត្រាម្តងទៀត ដើម្បីមើលអ្វីដែលអាចធ្វើបានឥឡូវនេះ។
talks-refusal-no-counterpart = ទំនាក់ទំនងដៃគូនេះមិនមាន ឬមិនជាធរមានទេ។ សូមជ្រើសរើសមួយដែលជាធរមាន ឬឱ្យគេបញ្ជាក់វាជាមុនសិន។
talks-refusal-too-late = នៅសល់ { $days } ថ្ងៃពេញរហូតដល់ថ្ងៃដែលបានស្នើ ប៉ុន្តែត្រូវការ { $needed } ថ្ងៃ។ សូមស្នើថ្ងៃក្រោយទៀត ឬសម្គាល់ការចរចាថាបន្ទាន់។
talks-refusal-in-the-past = ថ្ងៃដែលបានស្នើបានកន្លងផុតហើយ។ សូមជ្រើសរើសថ្ងៃខាងមុខ។
talks-refusal-other-host = ក្នុងរយៈពេលនេះ ម្ចាស់ផ្ទះគឺ { $host }។ សូមកំណត់ភាគីនោះជាម្ចាស់ផ្ទះ ឬជ្រើសរើសភារកិច្ចផ្សេង។
talks-refusal-no-occurrence = ភារកិច្ចនេះមិនមាន ឬបានដោះស្រាយរួចហើយ។ សូមជ្រើសរើសភារកិច្ចដែលនៅបើក ឬទុកប្រអប់នេះឱ្យនៅទទេ។
talks-refusal-empty-agenda = របៀបវារៈគ្មានចំណុចណាមួយទេ។ សូមបញ្ជាក់យ៉ាងតិចមួយ។
talks-refusal-not-your-turn = ចម្លើយត្រូវមកពី { $turn }។ សូមកត់ត្រាចម្លើយរបស់ភាគីនោះ។
talks-refusal-no-date = បានជ្រើសរើសកាលបរិច្ឆេទផ្សេង ប៉ុន្តែមិនបានបញ្ជាក់ទេ។ សូមបញ្ជាក់ថ្ងៃ និងម៉ោង។
talks-refusal-no-interpreter = រាល់ទំនាក់ទំនងត្រូវធ្វើតាមរយៈអ្នកបកប្រែ (អនុក្រឹត្យ 89/2009 មាត្រា 8)។ សូមបញ្ជាក់ម្នាក់តាមតួនាទី។
talks-refusal-no-delegations = គណៈប្រតិភូមិនទាន់បានកំណត់ទេ។ សូមកំណត់ជាមុនសិន។
talks-refusal-item-without-result = ចំណុច { $item } នៃរបៀបវារៈត្រូវមានលទ្ធផលតែមួយគត់។ សូមផ្តល់លទ្ធផលមួយ ឬ “មិនបានពិភាក្សា”។
talks-refusal-beyond-authority = អង្គភាពមិនអាចព្រមព្រៀងលើចំណុច { $item } ({ $matter }) ដោយខ្លួនឯងបានទេ។ សូមជ្រើសរើស “លើសសិទ្ធិអំណាច”៖ ចំណុចនេះត្រូវកត់សម្គាល់ និងលើកជូនអង្គភាពថ្នាក់លើ។
talks-refusal-no-superior = គ្មានអង្គភាពថ្នាក់លើដែលបានចុះបញ្ជី ដើម្បីលើកចំណុចនេះជូនទេ។ សូមស្នើអ្នកកាន់បញ្ជីអង្គភាពឱ្យចុះបញ្ជី។
talks-refusal-not-held = កំណត់ហេតុត្រូវចុះហត្ថលេខានៅថ្ងៃចរចា ឬក្រោយថ្ងៃនោះ។ សូមកត់ត្រាជាមុនថាការចរចាបានធ្វើ រួចពិនិត្យថ្ងៃចុះហត្ថលេខា។
talks-refusal-in-the-future = កាលបរិច្ឆេទនេះស្ថិតនៅអនាគត។ សូមកត់ត្រា ពេលដល់ថ្ងៃនោះ។

item-result-agreed = បានព្រមព្រៀង
item-result-noted = បានកត់សម្គាល់
item-result-beyond-authority = លើសសិទ្ធិអំណាច
item-result-reserved = បានរក្សាទុកយោបល់
item-result-not-discussed = មិនបានពិភាក្សា

postpone-reason-epidemic = ជំងឺរាតត្បាត
postpone-reason-weather = អាកាសធាតុ ឬទឹកជំនន់
postpone-reason-absence = មន្ត្រីអវត្តមាន
postpone-reason-security = សន្តិសុខ
postpone-reason-unit-change = អង្គភាពបានផ្លាស់ប្តូរ
postpone-reason-other = មូលហេតុផ្សេង

answer-accept = យល់ព្រមកាលបរិច្ឆេទ
answer-other-date = កាលបរិច្ឆេទផ្សេង
answer-decline = បដិសេធ
