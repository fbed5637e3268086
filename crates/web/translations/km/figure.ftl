# to be confirmed by a native speaker
figure = តួលេខដែលបានផ្សព្វផ្សាយ
figure-many = តួលេខដែលបានផ្សព្វផ្សាយ
figure-about = តួលេខដែលឯកសារបានផ្សព្វផ្សាយ រួមជាមួយអ្វីដែលបានរាប់ អត្ថន័យនៃតួលេខ ព្រំដែន អង្គភាព និងពេលវេលាដែលពាក់ព័ន្ធ កាលបរិច្ឆេទ និងប្រភព។ តួលេខដែលមានវិសាលភាពខុសគ្នា មិនត្រូវបូកបញ្ចូលគ្នាឡើយ។

figure-state-recorded = បានកត់ត្រា
figure-state-corrected = បានកែតម្រូវ
figure-state-withdrawn = បានដកចេញ

figure-command-record = កត់ត្រាតួលេខដែលបានផ្សព្វផ្សាយ
figure-command-correct = កែតម្រូវតួលេខ
figure-command-withdraw = ដកតួលេខចេញ

figure-fact-recorded = បានកត់ត្រាតួលេខ
figure-fact-corrected = បានកែតម្រូវតួលេខ
figure-fact-withdrawn = បានដកតួលេខចេញ

figure-refusal-not-now = ឥឡូវនេះមិនអាចធ្វើសកម្មភាពនេះលើតួលេខបានទេ ({ $status })។ សូមបើកកំណត់ត្រាម្តងទៀត ដើម្បីមើលអ្វីដែលអាចធ្វើបានឥឡូវនេះ។
figure-refusal-bad-code = “{ $code }” មិនមែនជាកូដទេ។ កូដមាន 1 ដល់ 64 តួអក្សរ a-z, 0-9 និង -។
figure-refusal-no-label = កូដ { $code } គ្មានពាក្យពន្យល់ទេ។ សូមសរសេរយ៉ាងហោចណាស់ជាភាសាមួយ។
figure-refusal-no-scope = មិនបានបញ្ជាក់ថាតួលេខប្រើសម្រាប់វិសាលភាពណាទេ។ សូមបញ្ជាក់ព្រំដែន តំបន់ ឬអង្គភាព។
figure-refusal-no-unit = គ្មានអង្គភាព { $unit } ទេ។ សូមជ្រើសរើសអង្គភាពដែលបានចុះបញ្ជី។
figure-refusal-no-level = គ្មានថ្នាក់ { $level } ទេ។ សូមជ្រើសរើសថ្នាក់ដែលបានចុះបញ្ជី។
figure-refusal-bad-period = រយៈពេលដែលបានរាប់ ត្រូវមានថ្ងៃដំបូង និងថ្ងៃដំបូងបន្ទាប់ពីរយៈពេលនោះ។ សូមបំពេញទាំងពីរ ឬទុកទទេទាំងពីរ ប្រសិនបើជាស្ថានភាពនៅថ្ងៃណាមួយ។
figure-refusal-in-the-future = កាលបរិច្ឆេទនៃតួលេខ ឬថ្ងៃផ្សព្វផ្សាយ ស្ថិតនៅអនាគត។
figure-refusal-no-source = មិនបានបញ្ជាក់ថាតួលេខផ្សព្វផ្សាយនៅឯណាទេ។ សូមបញ្ជាក់ឯកសារ។
figure-refusal-nothing-changed = តួលេខបាននិយាយដូច្នេះរួចហើយ។ គ្មានអ្វីត្រូវកែតម្រូវទេ។

figure-field-quantity = អ្វីដែលបានរាប់
figure-field-code = កូដ
figure-field-label = ពាក្យពន្យល់
figure-field-value = តួលេខ
figure-field-qualifier = អត្ថន័យនៃតួលេខ
figure-field-measure = ឯកតា
figure-field-scope = វិសាលភាព
figure-field-borders = ព្រំដែន
figure-field-areas = តំបន់
figure-field-units = អង្គភាព
figure-field-level = ថ្នាក់
figure-field-part = ផ្នែកនៃទាំងមូល
figure-field-as-of = គិតត្រឹម
figure-field-certainty = អ្វីដែលដឹងអំពីថ្ងៃ
figure-field-document = ឯកសារ
figure-field-publisher = អ្នកផ្សព្វផ្សាយ
figure-field-published-on = ថ្ងៃផ្សព្វផ្សាយ
figure-field-quoted = ពាក្យដកស្រង់
figure-field-earlier = អ្វីដែលបានសរសេរពីមុន

hint-borders = មួយបន្ទាត់មួយ តាមកូដនៃប្រទេសទាំងពីរ៖ aa-bb។
hint-part = សម្រាប់តែពេលដែលប្រភពបែងចែកទាំងមូលជាផ្នែកៗ ផ្នែកទាំងនោះអាចបូកបញ្ចូលគ្នាបាន។
hint-quoted = ពាក្យរបស់ឯកសារ ជាភាសារបស់វា។
hint-value = 2500 ឬ 18.6 ដោយគ្មានសញ្ញាបែងចែក។

qualifier-exact = គត់
qualifier-about = ប្រហែល
qualifier-more-than = ជាង
qualifier-nearly = ជិត
qualifier-at-least = យ៉ាងតិច
qualifier-up-to = មិនលើស
certainty-day = ដឹងថ្ងៃ
certainty-month = ដឹងតែខែ
certainty-year = ដឹងតែឆ្នាំ

figure-told-exact = { $value }
figure-told-about = ប្រហែល { $value }
figure-told-more-than = ជាង { $value }
figure-told-nearly = ជិត { $value }
figure-told-at-least = យ៉ាងតិច { $value }
figure-told-up-to = មិនលើស { $value }
figure-shown = { $what }៖ { $value } { $measure }

figure-sum-few = សូមបញ្ជាក់យ៉ាងតិចតួលេខពីរដែលត្រូវបូក។
figure-sum-withdrawn = { $figure } បានដកចេញហើយ មិនត្រូវបូកទេ។
figure-sum-differ = មិនបូក { $first } និង { $second } ទេ ព្រោះវាខុសគ្នា។ { $differences }
figure-sum-same-part = មិនបូក { $first } និង { $second } ទេ៖ ទាំងពីរអាចរាប់វត្ថុតែមួយ។ អាចបូកបានតែផ្នែកផ្សេងៗគ្នាដែលប្រភពបែងចែកចេញពីទាំងមូលតែមួយ។
figure-sum-qualifiers = មិនបូក “{ $first }” និង “{ $second }” ទេ៖ គ្មានពាក្យណាបញ្ជាក់អត្ថន័យនៃផលបូកឲ្យត្រឹមត្រូវបានទេ។
figure-sum-too-large = ផលបូកធំពេក។
figure-difference = { $aspect }៖ { $first } ធៀបនឹង { $second }។
figure-unsaid = (មិនបានបញ្ជាក់)
figure-aspect-quantity = អ្វីដែលបានរាប់
figure-aspect-measure = ឯកតា
figure-aspect-kind = ប្រភេទ
figure-aspect-borders = ព្រំដែន
figure-aspect-areas = តំបន់
figure-aspect-units = អង្គភាព
figure-aspect-level = ថ្នាក់
figure-aspect-period = រយៈពេលដែលបានរាប់
figure-aspect-as-of = គិតត្រឹម
figure-kind-state = ស្ថានភាពនៅថ្ងៃណាមួយ
figure-kind-period = ការរាប់ក្នុងរយៈពេលមួយ
