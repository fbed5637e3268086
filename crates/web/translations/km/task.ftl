# to be confirmed by a native speaker
task = កិច្ចការ
task-many = កិច្ចការ
task-about = អ្វីមួយដែលការចរចា ជំនួប ឬល្បាតបានដាក់ឱ្យភាគីមួយធ្វើ ដោយមានថ្ងៃកំណត់។

task-state-open = ត្រូវធ្វើ
task-state-closed = បានធ្វើរួច
task-state-cancelled = បានលុបចោល

task-command-open = បើកកិច្ចការ
task-command-close = បិទកិច្ចការ
task-command-postpone = លើកពេលកិច្ចការ
task-command-cancel = លុបចោលកិច្ចការ

task-fact-opened = បានបើកកិច្ចការ
task-fact-closed = បានធ្វើកិច្ចការរួច
task-fact-postponed = បានលើកពេលកិច្ចការ
task-fact-cancelled = បានលុបចោលកិច្ចការ

task-refusal-not-now = សកម្មភាពនេះមិនត្រូវនឹងស្ថានភាពបច្ចុប្បន្នរបស់កិច្ចការទេ។ សូមបើកកំណត់ត្រាម្តងទៀត ដើម្បីមើលអ្វីដែលអាចធ្វើបានឥឡូវនេះ។
task-refusal-no-counterpart = គ្មានទំនាក់ទំនងដៃគូនេះទេ។ សូមជ្រើសរើសមួយដែលបានចុះបញ្ជី។
task-refusal-not-a-side = { $side } មិនមែនជាភាគីមួយក្នុងចំណោមភាគីទាំងពីរនៃទំនាក់ទំនងនេះទេ។ សូមដាក់កិច្ចការឱ្យភាគីណាមួយ។
task-refusal-not-later = កិច្ចការមានថ្ងៃកំណត់ { $due_on } រួចហើយ។ សូមបញ្ជាក់ថ្ងៃក្រោយជាងនេះ។
