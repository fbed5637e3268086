# to be confirmed by a native speaker
occurrence = ភារកិច្ច
occurrence-many = ភារកិច្ច
occurrence-about = ភារកិច្ចមានកាលបរិច្ឆេទមួយតាមកិច្ចព្រមព្រៀង៖ អ្វីត្រូវធ្វើសម្រាប់រយៈពេលមួយ រហូតដល់ថ្ងៃណា និងលទ្ធផលយ៉ាងណា។

occurrence-state-scheduled = បានកំណត់ពេល
occurrence-state-met = បានបំពេញ
occurrence-state-met-late = បានបំពេញយឺត
occurrence-state-postponed = លើកពេលដោយព្រមព្រៀង
occurrence-state-waived = លើកលែងដោយព្រមព្រៀង
occurrence-state-replaced = ជំនួសដោយលិខិត ឬការហៅ
occurrence-state-missed = មិនបានធ្វើ
occurrence-state-lapsed = លែងត្រូវបំពេញ

occurrence-command-schedule = កំណត់ពេលភារកិច្ច
occurrence-command-meet = បញ្ជាក់កំណត់ត្រាដែលបានបំពេញភារកិច្ច
occurrence-command-postpone = កត់ត្រាការលើកពេលដោយព្រមព្រៀង
occurrence-command-waive = កត់ត្រាថាភាគីទាំងពីរលើកលែងភារកិច្ច
occurrence-command-replace = កត់ត្រាលិខិត ឬការហៅដែលជំនួសភារកិច្ច
occurrence-command-miss = កត់ត្រាថាមិនបានធ្វើភារកិច្ច
occurrence-command-lapse = កត់ត្រាថាភារកិច្ចលែងត្រូវបំពេញ

occurrence-fact-scheduled = បានកំណត់ពេលភារកិច្ច
occurrence-fact-met = បានបំពេញភារកិច្ច
occurrence-fact-met-late = បានបំពេញភារកិច្ចយឺត
occurrence-fact-held-again = បានធ្វើម្តងទៀត
occurrence-fact-postponed = បានព្រមព្រៀងលើកពេល
occurrence-fact-waived = ភាគីទាំងពីរបានលើកលែងភារកិច្ច
occurrence-fact-replaced = បានជំនួសភារកិច្ចដោយលិខិត ឬការហៅ
occurrence-fact-missed = មិនបានធ្វើភារកិច្ច
occurrence-fact-lapsed = ភារកិច្ចលែងត្រូវបំពេញ

occurrence-refusal-not-now = សកម្មភាពនេះមិនត្រូវនឹងស្ថានភាពបច្ចុប្បន្នរបស់ភារកិច្ចទេ។ សូមបើកកំណត់ត្រាម្តងទៀត ដើម្បីមើលអ្វីដែលអាចធ្វើបានឥឡូវនេះ។
occurrence-refusal-already-scheduled = ភារកិច្ចសម្រាប់ { $period } មានរួចហើយ។ សូមបើកភារកិច្ចនោះ។
occurrence-refusal-in-the-future = កាលបរិច្ឆេទនេះស្ថិតនៅអនាគត។ សូមកត់ត្រា ពេលដល់ថ្ងៃនោះ។
occurrence-refusal-not-later = ថ្ងៃចុងក្រោយបច្ចុប្បន្នគឺ { $due_on }។ ការលើកពេលត្រូវបញ្ជាក់ថ្ងៃក្រោយជាងនេះ។
occurrence-refusal-no-letter = គ្មានលិខិតនេះទេ។ សូមជ្រើសរើសលិខិតដែលបានចុះបញ្ជី ឬទុកប្រអប់នេះឱ្យនៅទទេ។
occurrence-refusal-no-replacement = មានតែលិខិត ឬការហៅតាមខ្សែបន្ទាន់ទេដែលអាចជំនួសភារកិច្ច។ សូមជ្រើសរើសមួយដែលបានចុះបញ្ជី។
occurrence-refusal-not-yet-due = នៅមានពេលរហូតដល់ថ្ងៃ { $due_on }។ សូមកត់ត្រាថាមិនបានធ្វើភារកិច្ច ក្រោយថ្ងៃនោះ។
