# to be confirmed by a native speaker
agreement = កិច្ចព្រមព្រៀង
agreement-many = កិច្ចព្រមព្រៀង
agreement-about = អត្ថបទដែលចងកាតព្វកិច្ចអង្គភាពនៃភាគីទាំងពីរ។ កំណែនីមួយៗមានអានុភាពចាប់ពីថ្ងៃចូលជាធរមាន មិនមែនពីថ្ងៃចុះហត្ថលេខាទេ។

agreement-state-drafting = កំពុងព្រាង
agreement-state-signed = បានចុះហត្ថលេខា មិនទាន់ជាធរមាន
agreement-state-in-force = ជាធរមានចាប់ពីថ្ងៃកំណត់
agreement-state-suspended = បានផ្អាក
agreement-state-denounced = បានប្រកាសរំលាយ
agreement-state-expired = បានបញ្ចប់

agreement-command-register = ចុះបញ្ជីកិច្ចព្រមព្រៀង
agreement-command-add-version = បន្ថែមកំណែ
agreement-command-record-signature = កត់ត្រាការចុះហត្ថលេខា
agreement-command-record-entry-into-force = កត់ត្រាការចូលជាធរមាន
agreement-command-suspend = ផ្អាកកិច្ចព្រមព្រៀង
agreement-command-resume = កត់ត្រាថាជាធរមានឡើងវិញ
agreement-command-denounce = កត់ត្រាការប្រកាសរំលាយ
agreement-command-close = បញ្ចប់កិច្ចព្រមព្រៀង

agreement-fact-registered = បានចុះបញ្ជីកិច្ចព្រមព្រៀង
agreement-fact-version-added = បានបន្ថែមកំណែ
agreement-fact-version-signed = បានចុះហត្ថលេខាលើកំណែ
agreement-fact-entry-into-force-recorded = បានកត់ត្រាការចូលជាធរមាន
agreement-fact-suspended = បានផ្អាកកិច្ចព្រមព្រៀង
agreement-fact-resumed = កិច្ចព្រមព្រៀងជាធរមានឡើងវិញ
agreement-fact-denounced = បានប្រកាសរំលាយកិច្ចព្រមព្រៀង
agreement-fact-closed = បានបញ្ចប់កិច្ចព្រមព្រៀង

agreement-refusal-not-now = សកម្មភាពនេះមិនត្រូវនឹងស្ថានភាពបច្ចុប្បន្នរបស់កិច្ចព្រមព្រៀងទេ។ សូមបើកកំណត់ត្រាម្តងទៀត ដើម្បីមើលអ្វីដែលអាចធ្វើបានឥឡូវនេះ។
agreement-refusal-no-name = កិច្ចព្រមព្រៀងគ្មានឈ្មោះ។ សូមសរសេរឈ្មោះយ៉ាងតិចជាភាសាមួយ។
agreement-refusal-few-parties = កិច្ចព្រមព្រៀងត្រូវចងអង្គភាពយ៉ាងតិចពីរ។ សូមជ្រើសរើសអង្គភាពនៃភាគីទាំងពីរ។
agreement-refusal-no-unit = គ្មានអង្គភាព { $unit } ទេ។ សូមជ្រើសរើសអង្គភាពដែលបានចុះបញ្ជី ឬឱ្យគេចុះបញ្ជីវាជាមុនសិន។
agreement-refusal-no-parent = គ្មានកិច្ចព្រមព្រៀង { $parent } ទេ។ សូមជ្រើសរើសកិច្ចព្រមព្រៀងដែលបានចុះបញ្ជីជាអត្ថបទថ្នាក់លើ ឬទុកប្រអប់នេះឱ្យនៅទទេ។
agreement-refusal-version-exists = កំណែ { $number } មានរួចហើយ។ សូមដាក់លេខផ្សេងឱ្យកំណែថ្មី។
agreement-refusal-no-version = គ្មានកំណែ { $number } ទេ។ សូមបន្ថែមវាជាមុនសិន ឬជ្រើសរើសកំណែដែលមាន។
agreement-refusal-already-signed = កំណែ { $number } បានចុះហត្ថលេខានៅថ្ងៃ { $signed_on }។ គ្មានអ្វីត្រូវធ្វើទៀតនៅទីនេះទេ។
agreement-refusal-not-signed = កំណែ { $number } មិនទាន់បានចុះហត្ថលេខាទេ។ សូមកត់ត្រាការចុះហត្ថលេខាជាមុនសិន។
agreement-refusal-before-signature = កំណែ { $number } បានចុះហត្ថលេខានៅថ្ងៃ { $signed_on } ហើយមិនអាចជាធរមានមុនថ្ងៃនោះទេ។ សូមពិនិត្យថ្ងៃចូលជាធរមាន។
agreement-refusal-already-in-force = សម្រាប់កំណែ { $number } ការចូលជាធរមាននៅថ្ងៃ { $in_force_on } បានកត់ត្រារួចហើយ។ សូមពិនិត្យលេខកំណែ។
agreement-refusal-before-suspension = កិច្ចព្រមព្រៀងត្រូវបានផ្អាកចាប់ពីថ្ងៃ { $from }។ សូមបញ្ជាក់ថ្ងៃនោះ ឬថ្ងៃក្រោយទៀត។
agreement-refusal-in-the-future = ថ្ងៃចុះហត្ថលេខាស្ថិតនៅអនាគត។ សូមកត់ត្រាការចុះហត្ថលេខា ពេលដែលបានចុះរួច។

agreement-kind-treaty = សន្ធិសញ្ញារវាងរដ្ឋ
agreement-kind-inter-ministry = កិច្ចព្រមព្រៀងរវាងក្រសួង
agreement-kind-command-protocol = ពិធីសាររវាងបញ្ជាការដ្ឋាន
agreement-kind-provincial-arrangement = ការរៀបចំរួមរវាងខេត្ត
agreement-kind-station-arrangement = ការរៀបចំរួមរវាងប៉ុស្តិ៍
agreement-kind-commune-memorandum = អនុស្សរណៈរវាងឃុំ
agreement-kind-twinning-regulation = បទបញ្ជាស្តីពីការចងសម្ព័ន្ធភាព
