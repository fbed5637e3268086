# to be confirmed by a native speaker
hotline-call = ការហៅតាមខ្សែបន្ទាន់
hotline-call-many = ការហៅតាមខ្សែបន្ទាន់
hotline-call-about = ការហៅតាមខ្សែដែលបានព្រមព្រៀង មានអ្នកទទួលឬគ្មាន។ ភាគីនីមួយៗរក្សាកំណត់សម្គាល់រៀងខ្លួន។

hotline-call-state-attempted = គ្មានអ្នកទទួល
hotline-call-state-noted = បានកត់សម្គាល់
hotline-call-state-read-back = បានអានផ្ទៀងផ្ទាត់
hotline-call-state-confirmed = បានបញ្ជាក់ជាលាយលក្ខណ៍អក្សរ
hotline-call-state-closed = បានបិទ

hotline-call-command-record-attempt = កត់ត្រាការហៅ
hotline-call-command-read-back = កត់ត្រាការអានផ្ទៀងផ្ទាត់
hotline-call-command-confirm-in-writing = ជ្រើសរើសលិខិតបញ្ជាក់ការហៅ
hotline-call-command-close = បិទការហៅ

hotline-call-fact-recorded = បានកត់ត្រាការហៅ
hotline-call-fact-read-back = បានអានកំណត់សម្គាល់ផ្ទៀងផ្ទាត់
hotline-call-fact-confirmed-in-writing = បានបញ្ជាក់ការហៅដោយលិខិត
hotline-call-fact-closed = បានបិទការហៅ

hotline-call-refusal-not-now = សកម្មភាពនេះមិនត្រូវនឹងស្ថានភាពបច្ចុប្បន្នរបស់ការហៅទេ។ សូមបើកកំណត់ត្រាម្តងទៀត ដើម្បីមើលអ្វីដែលអាចធ្វើបានឥឡូវនេះ។
hotline-call-refusal-no-counterpart = គ្មានទំនាក់ទំនងដៃគូនេះទេ។ សូមជ្រើសរើសមួយដែលបានចុះបញ្ជី។
hotline-call-refusal-in-the-future = ពេលវេលានៃការហៅស្ថិតនៅអនាគត។ សូមពិនិត្យថ្ងៃ និងម៉ោង។
hotline-call-refusal-nothing-was-said = គ្មានអ្នកទទួលទេ ដូច្នេះគ្មានការជូនដំណឹង ឬការសន្យាទេ។ សូមទុកទាំងពីរឱ្យនៅទទេ ឬកត់ត្រាថាមានអ្នកទទួល។
hotline-call-refusal-not-connected = គ្មានអ្នកទទួលការហៅនេះទេ។ សូមកត់ត្រាការហៅលើកក្រោយ ជាការហៅដោយឡែកដែលបន្តពីការហៅនេះ។
hotline-call-refusal-no-earlier-call = គ្មានការហៅមុននេះទេ។ សូមជ្រើសរើសការហៅដែលបានកត់ត្រា ឬទុកប្រអប់នេះឱ្យនៅទទេ។
hotline-call-refusal-needs-letter = ការហៅនេះមានការជូនដំណឹង ដែលត្រូវបញ្ជាក់ដោយលិខិតក្នុងរយៈពេល { $hours } ម៉ោង។ សូមបញ្ជាក់លិខិតជាមុនសិន។
hotline-call-refusal-no-letter = គ្មានលិខិត { $letter } ទេ។ សូមជ្រើសរើសមួយពីបញ្ជីលិខិត។
hotline-call-refusal-letter-not-sent = លិខិត { $letter } មិនទាន់បានផ្ញើទេ។ សូមផ្ញើវាជាមុនសិន។
hotline-call-refusal-letter-before-call = លិខិត { $letter } ចាស់ជាងការហៅ។ សូមជ្រើសរើសលិខិតដែលបញ្ជាក់ការហៅនេះ។

caller-own = ភាគីយើង
caller-other = ភាគីម្ខាងទៀត

call-outcome-no-answer = គ្មានអ្នកទទួល
call-outcome-connected = មានអ្នកទទួល

urgency-ordinary = ធម្មតា
urgency-urgent = បន្ទាន់
