# to be confirmed by a native speaker
liaison-officer = មន្ត្រីទំនាក់ទំនង
liaison-officer-many = មន្ត្រីទំនាក់ទំនង
liaison-officer-about = មន្ត្រីដែលណែនាំដល់ភាគីម្ខាងទៀត៖ អចិន្ត្រៃយ៍ ដើម្បីបញ្ជូនលិខិត និងរៀបចំជំនួប ឬសម្រាប់ល្បាតមួយលើក។

liaison-officer-state-appointed = បានតែងតាំង
liaison-officer-state-notified = បានជូនដំណឹងភាគីម្ខាងទៀត
liaison-officer-state-accepted = បានទទួលយក
liaison-officer-state-available = ត្រៀមរួច
liaison-officer-state-attached = កំពុងភ្ជាប់
liaison-officer-state-returned = បានត្រឡប់
liaison-officer-state-ended = បានបញ្ចប់
liaison-officer-state-declined = មិនបានទទួលយក

liaison-officer-command-appoint = តែងតាំងមន្ត្រីទំនាក់ទំនង
liaison-officer-command-record-notified = កត់ត្រាមន្ត្រីដែលភាគីម្ខាងទៀតបានតែងតាំង
liaison-officer-command-notify = កត់ត្រាថាបានជូនដំណឹងភាគីម្ខាងទៀត
liaison-officer-command-answer = ឆ្លើយតបភាគីម្ខាងទៀត
liaison-officer-command-record-answer = កត់ត្រាចម្លើយរបស់ភាគីម្ខាងទៀត
liaison-officer-command-make-available = កត់ត្រាថាត្រៀមរួច
liaison-officer-command-attach = ភ្ជាប់ទៅល្បាត ឬសកម្មភាព
liaison-officer-command-record-return = កត់ត្រាការត្រឡប់
liaison-officer-command-record-handed-over = កត់ត្រារបស់ដែលបានប្រគល់
liaison-officer-command-end = បញ្ចប់ការតែងតាំង

liaison-officer-fact-appointed = បានតែងតាំងមន្ត្រីទំនាក់ទំនង
liaison-officer-fact-notified = បានជូនដំណឹងភាគីម្ខាងទៀត
liaison-officer-fact-accepted = បានទទួលយក
liaison-officer-fact-declined = មិនបានទទួលយក
liaison-officer-fact-made-available = មន្ត្រីត្រៀមរួច
liaison-officer-fact-attached = បានភ្ជាប់ទៅសកម្មភាព
liaison-officer-fact-returned = មន្ត្រីបានត្រឡប់
liaison-officer-fact-handed-over = បានប្រគល់របស់
liaison-officer-fact-ended = ការតែងតាំងបានបញ្ចប់

liaison-officer-refusal-not-now = មិនអាចធ្វើការនេះលើមន្ត្រីទំនាក់ទំនងឥឡូវនេះបានទេ ({ $status })។
liaison-officer-refusal-no-counterpart = ទំនាក់ទំនងដៃគូនេះមិនមាន ឬមិនជាធរមានទេ។ សូមជ្រើសរើសមួយដែលជាធរមាន។
liaison-officer-refusal-no-patrol = មន្ត្រីសម្រាប់ល្បាតមួយលើកត្រូវមានល្បាតដែលបានកត់ត្រា។ សូមជ្រើសរើសពីបញ្ជី។
liaison-officer-refusal-no-unit = ភាគីដែលតែងតាំងគ្មានអង្គភាពនេះទេ។ សូមជ្រើសរើសពីបញ្ជី។
liaison-officer-refusal-no-letter = គ្មានលិខិតនេះទេ។ សូមជ្រើសរើសពីបញ្ជីលិខិត ឬទុកឱ្យនៅទទេ។
liaison-officer-refusal-no-record = គ្មានកំណត់ត្រានេះទេ។ សូមជ្រើសរើសពីបញ្ជី។
liaison-officer-refusal-other-patrol = មន្ត្រីនេះត្រូវបានតែងតាំងសម្រាប់ល្បាត { $patrol } ហើយទៅជាមួយល្បាតនោះតែប៉ុណ្ណោះ។
liaison-officer-refusal-other-side-answers = ភាគីដែលបានទទួលដំណឹងឆ្លើយដោយខ្លួនឯង។ សូមប្រើចម្លើយមួយទៀត។
liaison-officer-refusal-no-remark = អ្នកដែលមិនទទួលយកត្រូវបញ្ជាក់មូលហេតុ។ សូមសរសេរមូលហេតុ។
liaison-officer-refusal-not-persons = ការប្រគល់មនុស្សត្រូវធ្វើដោយតំណាងព្រំដែន អនុតំណាង ឬជំនួយការផ្ទាល់ មិនមែនដោយមន្ត្រីទំនាក់ទំនងទេ។
liaison-officer-refusal-still-attached = មន្ត្រីកំពុងនៅជាមួយសកម្មភាព។ សូមកត់ត្រាការត្រឡប់ជាមុនសិន។
liaison-officer-refusal-in-the-future = អ្វីដែលកំពុងកត់ត្រាមិនទាន់កើតឡើងទេ។ សូមកត់ត្រា ពេលវាបានកើតឡើង។
liaison-officer-refusal-wrong-order = { $later } នៅមុន { $earlier }។ សូមពិនិត្យកាលបរិច្ឆេទទាំងពីរ។

liaison-kind-standing = អចិន្ត្រៃយ៍
liaison-kind-one-patrol = សម្រាប់ល្បាតមួយលើក

thing-handed-over-letter = លិខិត
thing-handed-over-animal = សត្វ
thing-handed-over-property = ទ្រព្យសម្បត្តិ
thing-handed-over-person = មនុស្ស

liaison-officer-field-name = ឈ្មោះ
liaison-officer-field-rank = ឋានន្តរស័ក្តិ
liaison-officer-field-unit = បម្រើការក្នុងអង្គភាព
liaison-officer-field-appointed-on = ថ្ងៃតែងតាំង
liaison-officer-field-attachment = ការភ្ជាប់ទៅ
liaison-officer-field-attachments = ការភ្ជាប់
liaison-officer-field-to = ទៅល្បាត ឬកំណត់ត្រា
liaison-officer-field-until-on = ថ្ងៃត្រូវត្រឡប់
liaison-officer-field-returned-on = ថ្ងៃត្រឡប់
liaison-officer-field-handed-over = បានប្រគល់
liaison-officer-field-handed-on = ថ្ងៃប្រគល់
liaison-officer-field-thing = ប្រភេទរបស់
liaison-officer-field-office = មុខតំណែង
liaison-officer-field-record = កំណត់ត្រា
liaison-officer-field-patrol = ល្បាត
