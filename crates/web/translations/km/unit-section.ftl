# to be confirmed by a native speaker
unit-section = កំណាត់ទទួលបន្ទុករបស់អង្គភាព
unit-section-many = កំណាត់ទទួលបន្ទុករបស់អង្គភាព
unit-section-about = កំណាត់ខ្សែព្រំដែនដែលអង្គភាពមួយទទួលបន្ទុកក្នុងរយៈពេលមួយ និងអ្នកទទួលបន្ទុកពីមុន។ មិនមែនជាកំណាត់តាមសន្ធិសញ្ញាទេ។

unit-section-state-held = កំពុងទទួលបន្ទុក
unit-section-state-ended = បានបញ្ចប់

unit-section-command-register = ចុះបញ្ជីកំណាត់ទទួលបន្ទុក
unit-section-command-hand-over = ប្រគល់ឱ្យអង្គភាពផ្សេង
unit-section-command-close = បញ្ចប់កំណាត់ទទួលបន្ទុក

unit-section-fact-registered = បានចុះបញ្ជីកំណាត់ទទួលបន្ទុក
unit-section-fact-handed-over = បានប្រគល់ឱ្យអង្គភាពផ្សេង
unit-section-fact-overlap-noted = អង្គភាពផ្សេងក៏ទទួលបន្ទុកផ្នែកមួយដែរ
unit-section-fact-closed = បានបញ្ចប់កំណាត់ទទួលបន្ទុក

unit-section-refusal-not-now = ពេលនេះមិនអាចធ្វើបែបនេះចំពោះកំណាត់ទទួលបន្ទុកបានទេ ({ $status })។
unit-section-refusal-no-unit = គ្មានអង្គភាព { $unit } ទេ។ សូមជ្រើសរើសពីបញ្ជី។
unit-section-refusal-dissolved = { $unit } ត្រូវបានរំលាយពី { $on }។ សូមជ្រើសរើសអង្គភាពបន្ត។
unit-section-refusal-other-side = { $unit } ជារបស់ភាគីផ្សេង។ កំណាត់ត្រូវប្រគល់ឱ្យអង្គភាពនៃភាគីតែមួយ។
unit-section-refusal-same-unit = { $unit } ទទួលបន្ទុកកំណាត់នេះរួចហើយ។ សូមជ្រើសរើសអង្គភាពផ្សេង។
unit-section-refusal-no-line = គ្មានខ្សែព្រំដែននេះទេ។ សូមជ្រើសរើសពីបញ្ជី។
unit-section-refusal-no-place = គ្មានទីតាំងបង្គោលព្រំដែននេះទេ ឬត្រូវបានដកចេញ៖ { $place }។ សូមជ្រើសរើសពីបញ្ជី។
unit-section-refusal-other-line = { $number } ស្ថិតនៅលើខ្សែព្រំដែនផ្សេង។ សូមជ្រើសរើសទីតាំងនៃខ្សែនេះ។
unit-section-refusal-wrong-order = ទីតាំងដំបូងត្រូវនៅមុនទីតាំងចុងក្រោយតាមខ្សែព្រំដែន។ សូមប្តូរទីតាំងទាំងពីរ។
unit-section-refusal-overlap = ក្នុងពេលតែមួយ { $unit } ទទួលបន្ទុក { $stretch }។ សូមប្តូរទីតាំង ឬថ្ងៃ ឬបញ្ជាក់មូលហេតុដែលទាំងពីរទទួលបន្ទុក។
unit-section-refusal-not-later = អង្គភាពបច្ចុប្បន្នទទួលបន្ទុកពី { $from }។ សូមដាក់ថ្ងៃក្រោយពីនោះ។
