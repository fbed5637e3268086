# to be confirmed by a native speaker
letter = លិខិត
letter-many = លិខិត
letter-about = អ្វីដែលអង្គភាពមួយសរសេរជូនអង្គភាពដៃគូ ដោយចុះលេខក្នុងបញ្ជីលិខិតចេញ ឬលិខិតចូល។

letter-state-draft = សេចក្តីព្រាង
letter-state-approved = បានអនុម័ត
letter-state-sent = បានផ្ញើ
letter-state-delivered = បានប្រគល់ជូន
letter-state-acknowledged = បានបញ្ជាក់ការទទួល
letter-state-received = បានទទួល
letter-state-answered = បានឆ្លើយតប
letter-state-closed = បានបិទ

letter-command-draft = ព្រាងលិខិត
letter-command-record-received = កត់ត្រាលិខិតចូល
letter-command-amend = កែសម្រួលសេចក្តីព្រាង
letter-command-approve = អនុម័តសេចក្តីព្រាង
letter-command-send = ផ្ញើលិខិត
letter-command-record-delivery = កត់ត្រាការប្រគល់ជូន
letter-command-acknowledge = កត់ត្រាការបញ្ជាក់ទទួលរបស់ភាគីម្ខាងទៀត
letter-command-record-answered = កត់ត្រាលិខិតឆ្លើយតប
letter-command-close = បិទលិខិត

letter-fact-drafted = បានព្រាងលិខិត
letter-fact-amended = បានកែសម្រួលសេចក្តីព្រាង
letter-fact-approved = បានអនុម័តសេចក្តីព្រាង
letter-fact-sent = បានផ្ញើលិខិត
letter-fact-delivered = បានប្រគល់លិខិតជូន
letter-fact-acknowledged = ភាគីម្ខាងទៀតបានបញ្ជាក់ការទទួលលិខិត
letter-fact-received = បានទទួលលិខិត
letter-fact-answered = បានឆ្លើយតបលិខិត
letter-fact-closed = បានបិទលិខិត

letter-refusal-not-now = សកម្មភាពនេះមិនត្រូវនឹងស្ថានភាពបច្ចុប្បន្នរបស់លិខិតទេ។ សូមបើកកំណត់ត្រាម្តងទៀត ដើម្បីមើលអ្វីដែលអាចធ្វើបានឥឡូវនេះ។
letter-refusal-no-counterpart = គ្មានទំនាក់ទំនងដៃគូនេះទេ។ សូមជ្រើសរើសមួយដែលបានចុះបញ្ជី។
letter-refusal-no-letter = គ្មានលិខិត { $letter } ទេ។ សូមជ្រើសរើសមួយពីបញ្ជីលិខិត។
letter-refusal-not-yet-sent = លិខិត { $letter } មិនទាន់បានផ្ញើទេ ដូច្នេះមិនអាចឆ្លើយតបបានទេ។ សូមជ្រើសរើសលិខិតដែលបានផ្ញើ ឬបានទទួល។
letter-refusal-same-direction = លិខិត { $letter } មានទិសដៅដូចគ្នា។ លិខិតចេញឆ្លើយតបលិខិតចូល ហើយលិខិតចូលឆ្លើយតបលិខិតចេញ។
letter-refusal-not-a-draft = មានតែសេចក្តីព្រាងទេដែលអាចកែសម្រួលបាន។ សូមបិទលិខិតនេះដោយបញ្ជាក់មូលហេតុ រួចព្រាងលិខិតថ្មី។
letter-refusal-nothing-to-amend = គ្មានអ្វីត្រូវបានបំពេញទេ។ សូមបំពេញអ្វីដែលត្រូវកែសម្រួល។
letter-refusal-own-draft = គ្មាននរណាអនុម័តអត្ថបទរបស់ខ្លួនឯងទេ។ សូមស្នើមន្ត្រីម្នាក់ទៀតឱ្យអនុម័តលិខិត។
letter-refusal-not-approved = សេចក្តីព្រាងមិនទាន់បានអនុម័តទេ។ សូមឱ្យមន្ត្រីម្នាក់ទៀតអនុម័តជាមុនសិន។
letter-refusal-due-too-early = ថ្ងៃកំណត់ឆ្លើយតបមិនអាចមុនថ្ងៃ { $day } ទេ។ សូមបញ្ជាក់ថ្ងៃនោះ ឬថ្ងៃក្រោយទៀត។
letter-refusal-before-sent = លិខិតបានផ្ញើនៅថ្ងៃ { $sent_on }។ សូមបញ្ជាក់ថ្ងៃនោះ ឬថ្ងៃក្រោយទៀត។
letter-refusal-before-written = លិខិតបានសរសេរនៅថ្ងៃ { $written_on }។ សូមបញ្ជាក់ថ្ងៃនោះ ឬថ្ងៃក្រោយទៀត ជាថ្ងៃទទួល។
letter-refusal-in-the-future = កាលបរិច្ឆេទនេះស្ថិតនៅអនាគត។ សូមកត់ត្រា ពេលដល់ថ្ងៃនោះ។
letter-refusal-needs-reason = កំពុងរង់ចាំចម្លើយរហូតដល់ថ្ងៃ { $due_on }។ សូមប្រាប់មូលហេតុដែលបិទលិខិតដោយគ្មានចម្លើយ។

register-out = លិខិតចេញ
register-in = លិខិតចូល
