# to be confirmed by a native speaker
meeting = ជំនួប
meeting-many = ជំនួប
meeting-about = ទំនាក់ទំនងការងារនៅខ្សែព្រំដែន ឬនៅច្រកទ្វារព្រំដែន ដោយមានកំណត់សម្គាល់រៀងខ្លួន និងមានកំណត់ហេតុរួម ប្រសិនបើបានព្រមព្រៀងអ្វីមួយ។

meeting-state-recorded = បានកត់ត្រា
meeting-state-signed = បានចុះហត្ថលេខាលើកំណត់ហេតុរួម

meeting-command-record = កត់ត្រាជំនួប
meeting-command-correct = កែតម្រូវកំណត់សម្គាល់
meeting-command-sign-record = កត់ត្រាកំណត់ហេតុរួមដែលបានចុះហត្ថលេខា

meeting-fact-recorded = បានកត់ត្រាជំនួប
meeting-fact-corrected = បានកែតម្រូវកំណត់សម្គាល់
meeting-fact-record-signed = ភាគីទាំងពីរបានចុះហត្ថលេខាលើកំណត់ហេតុរួម

meeting-refusal-not-now = សកម្មភាពនេះមិនត្រូវនឹងស្ថានភាពបច្ចុប្បន្នរបស់ជំនួបទេ។ សូមបើកកំណត់ត្រាម្តងទៀត ដើម្បីមើលអ្វីដែលអាចធ្វើបានឥឡូវនេះ។
meeting-refusal-no-counterpart = គ្មានទំនាក់ទំនងដៃគូនេះទេ។ សូមជ្រើសរើសមួយដែលបានចុះបញ្ជី។
meeting-refusal-in-the-future = កាលបរិច្ឆេទនេះស្ថិតនៅអនាគត។ សូមកត់ត្រា ពេលដល់ថ្ងៃនោះ។
meeting-refusal-nothing-to-correct = គ្មានអ្វីត្រូវបានបំពេញទេ។ សូមបំពេញអ្វីដែលត្រូវកែតម្រូវ។
meeting-refusal-signed-already = ភាគីទាំងពីរបានចុះហត្ថលេខានៅថ្ងៃ { $on } ហើយអ្វីដែលបានចុះហត្ថលេខាមិនត្រូវកែប្រែទេ។ សូមសរសេរចំណុចខុសគ្នាក្នុងជំនួបថ្មី ឬក្នុងលិខិត។
meeting-refusal-nothing-agreed = កំណត់ហេតុរួមត្រូវចុះហត្ថលេខា លុះត្រាតែបានព្រមព្រៀងអ្វីមួយ។ សូមកែតម្រូវកំណត់សម្គាល់ជាមុនសិន រួចសរសេរអ្វីដែលបានព្រមព្រៀង។
meeting-refusal-not-held = ជំនួបបានធ្វើនៅថ្ងៃ { $held_on }។ សូមបញ្ជាក់ថ្ងៃនោះ ឬថ្ងៃក្រោយទៀត។
