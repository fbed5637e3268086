# to be confirmed by a native speaker
visit = ទស្សនកិច្ច
visit-many = ទស្សនកិច្ច
visit-about = ភាគីមួយទៅសួរសុខទុក្ខភាគីម្ខាងទៀតដោយគ្មានរបៀបវារៈ ដើម្បីសម្តែងការគួរសម ក្នុងឱកាសបុណ្យ ឬចូលរួមរំលែកទុក្ខ ដោយជូនដំណឹងមុន ឬកត់ត្រាក្រោយ។

visit-state-recorded = បានកត់ត្រា
visit-state-announced = បានជូនដំណឹង
visit-state-answered = បានព្រមព្រៀងកាលបរិច្ឆេទ
visit-state-postponed = បានលើកពេល
visit-state-held = បានធ្វើ
visit-state-declined = បានបដិសេធ
visit-state-cancelled = បានលុបចោល

visit-command-record = កត់ត្រាទស្សនកិច្ច
visit-command-announce = ជូនដំណឹងទស្សនកិច្ច
visit-command-record-announcement = កត់ត្រាការជូនដំណឹងរបស់ភាគីម្ខាងទៀត
visit-command-answer = ឆ្លើយតបការជូនដំណឹង
visit-command-record-answer = កត់ត្រាចម្លើយរបស់ភាគីម្ខាងទៀត
visit-command-record-held = កត់ត្រាថាបានធ្វើទស្សនកិច្ច
visit-command-postpone = លើកពេលទស្សនកិច្ច
visit-command-record-new-day = កត់ត្រាថ្ងៃថ្មី
visit-command-correct = កែតម្រូវទស្សនកិច្ច
visit-command-cancel = លុបចោលទស្សនកិច្ច

visit-fact-recorded = បានកត់ត្រាទស្សនកិច្ច
visit-fact-announced = បានជូនដំណឹងទស្សនកិច្ច
visit-fact-other-date-proposed = បានស្នើកាលបរិច្ឆេទផ្សេង
visit-fact-answered = បានព្រមព្រៀងកាលបរិច្ឆេទ
visit-fact-declined = បានបដិសេធទស្សនកិច្ច
visit-fact-held = បានធ្វើទស្សនកិច្ច
visit-fact-postponed = បានលើកពេលទស្សនកិច្ច
visit-fact-new-day-recorded = បានកំណត់ថ្ងៃថ្មី
visit-fact-corrected = បានកែតម្រូវទស្សនកិច្ច
visit-fact-cancelled = បានលុបចោលទស្សនកិច្ច

visit-refusal-not-now = សកម្មភាពនេះមិនត្រូវនឹងស្ថានភាពបច្ចុប្បន្នរបស់ទស្សនកិច្ចទេ។ សូមបើកកំណត់ត្រាម្តងទៀត ដើម្បីមើលអ្វីដែលអាចធ្វើបានឥឡូវនេះ។
visit-refusal-no-counterpart = គ្មានទំនាក់ទំនងដៃគូនេះ ឬវាមិនជាធរមានទេ។ សូមជ្រើសរើសមួយដែលបានចុះបញ្ជី។ ទស្សនកិច្ចខាងមុខត្រូវមានទំនាក់ទំនងដែលជាធរមាន។
visit-refusal-not-a-side = { $side } មិនមែនជាភាគីមួយក្នុងចំណោមភាគីទាំងពីរនៃទំនាក់ទំនងនេះទេ។ សូមជ្រើសរើសភាគីណាមួយ។
visit-refusal-no-delegation = គ្មានគណៈប្រតិភូនេះទេ។ សូមជ្រើសរើសមួយដែលបានចុះបញ្ជី ឬទុកប្រអប់នេះឱ្យនៅទទេ។
visit-refusal-no-occurrence = ភារកិច្ចនេះមិនមាន ឬបានដោះស្រាយរួចហើយ។ សូមជ្រើសរើសភារកិច្ចដែលនៅបើក ឬទុកប្រអប់នេះឱ្យនៅទទេ។
visit-refusal-other-activity = ភារកិច្ចនេះតម្រូវសកម្មភាពប្រភេទផ្សេង។ សូមជ្រើសរើសភារកិច្ចអំពីទស្សនកិច្ច។
visit-refusal-other-host = ក្នុងរយៈពេលនេះ ម្ចាស់ផ្ទះគឺ { $host }។ សូមឱ្យភាគីម្ខាងទៀតជាភ្ញៀវ ឬជ្រើសរើសភារកិច្ចផ្សេង។
visit-refusal-not-your-turn = ចម្លើយត្រូវមកពី { $turn }។ សូមកត់ត្រាចម្លើយរបស់ភាគីនោះ។
visit-refusal-no-date = បានជ្រើសរើសកាលបរិច្ឆេទផ្សេង ប៉ុន្តែមិនបានបញ្ជាក់ទេ។ សូមបញ្ជាក់ថ្ងៃ។
visit-refusal-in-the-past = កាលបរិច្ឆេទនេះបានកន្លងផុតហើយ។ សូមជ្រើសរើសថ្ងៃខាងមុខ។
visit-refusal-in-the-future = កាលបរិច្ឆេទនេះស្ថិតនៅអនាគត។ សូមកត់ត្រាទស្សនកិច្ច ពេលវាបានធ្វើរួច។
visit-refusal-nothing-changed = គ្មានអ្វីខុសពីអ្វីដែលមានស្រាប់ទេ។ សូមបំពេញអ្វីដែលត្រូវកែតម្រូវ។

visit-occasion-holiday = ថ្ងៃបុណ្យ
visit-occasion-courtesy = ទស្សនកិច្ចគួរសម
visit-occasion-working-visit = ទស្សនកិច្ចការងារ
visit-occasion-anniversary = ខួប
visit-occasion-condolence = ចូលរួមរំលែកទុក្ខ

visit-field-visit = ទស្សនកិច្ច
visit-field-guest = ភាគីដែលមកទស្សនកិច្ច
visit-field-occasion = ឱកាស
visit-field-own-head = ប្រធានក្រុមនៃភាគីយើង
visit-field-gifts = អំណោយ
visit-field-delegation = គណៈប្រតិភូ
visit-field-corrections = មុនការកែតម្រូវ
visit-field-corrected-at = បានកែតម្រូវនៅពេល
visit-field-declined-by = ភាគីដែលបដិសេធ
hint-guest = ភាគីដែលទៅទស្សនកិច្ច។ ទុកឱ្យនៅទទេ ប្រសិនបើជាភាគីដែលជូនដំណឹង។
hint-gifts = អ្វីដែលភាគីទាំងពីរបានជូនគ្នា។
