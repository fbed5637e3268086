# to be confirmed by a native speaker
visit = ទស្សនកិច្ច
visit-many = ទស្សនកិច្ច
visit-about = អង្គភាពមួយបានទៅសួរសុខទុក្ខអង្គភាពដៃគូដោយគ្មានរបៀបវារៈ ដើម្បីសម្តែងការគួរសម ឬក្នុងឱកាសបុណ្យ។

visit-state-recorded = បានកត់ត្រា

visit-command-record = កត់ត្រាទស្សនកិច្ច
visit-command-correct = កែតម្រូវគោលបំណង

visit-fact-recorded = បានកត់ត្រាទស្សនកិច្ច
visit-fact-corrected = បានកែតម្រូវគោលបំណង

visit-refusal-not-now = សកម្មភាពនេះមិនត្រូវនឹងស្ថានភាពបច្ចុប្បន្នរបស់ទស្សនកិច្ចទេ។ សូមបើកកំណត់ត្រាម្តងទៀត ដើម្បីមើលអ្វីដែលអាចធ្វើបានឥឡូវនេះ។
visit-refusal-no-counterpart = គ្មានទំនាក់ទំនងដៃគូនេះទេ។ សូមជ្រើសរើសមួយដែលបានចុះបញ្ជី។
visit-refusal-in-the-future = កាលបរិច្ឆេទនេះស្ថិតនៅអនាគត។ សូមកត់ត្រាទស្សនកិច្ច ពេលវាបានធ្វើរួច។
