# to be confirmed by a native speaker
treaty-segment = កំណាត់ព្រំដែនតាមសន្ធិសញ្ញា
treaty-segment-many = កំណាត់ព្រំដែនតាមសន្ធិសញ្ញា
treaty-segment-about = កំណាត់ខ្សែព្រំដែនមានលេខរៀងតាមសន្ធិសញ្ញា ដែលមានតំណាងព្រំដែន។ មិនមែនជាកំណាត់ដែលអង្គភាពទទួលបន្ទុកទេ។

treaty-segment-state-in-force = ជាធរមាន
treaty-segment-state-ended = បានបញ្ចប់

treaty-segment-command-register = ចុះបញ្ជីកំណាត់ព្រំដែន
treaty-segment-command-amend = កត់ត្រាកំណែថ្មី
treaty-segment-command-close = បញ្ចប់កំណាត់ព្រំដែន

treaty-segment-fact-registered = បានចុះបញ្ជីកំណាត់ព្រំដែន
treaty-segment-fact-amended = បានកត់ត្រាកំណែថ្មី
treaty-segment-fact-closed = បានបញ្ចប់កំណាត់ព្រំដែន

treaty-segment-refusal-not-now = ពេលនេះមិនអាចធ្វើបែបនេះចំពោះកំណាត់ព្រំដែនបានទេ ({ $status })។
treaty-segment-refusal-no-line = គ្មានខ្សែព្រំដែននេះទេ។ សូមជ្រើសរើសពីបញ្ជី។
treaty-segment-refusal-no-place = គ្មានទីតាំងបង្គោលព្រំដែននេះទេ ឬត្រូវបានដកចេញ៖ { $place }។ សូមជ្រើសរើសពីបញ្ជី។
treaty-segment-refusal-other-line = { $number } ស្ថិតនៅលើខ្សែព្រំដែនផ្សេង។ សូមជ្រើសរើសទីតាំងនៃខ្សែនេះ។
treaty-segment-refusal-wrong-order = ទីតាំងដំបូងត្រូវនៅមុនទីតាំងចុងក្រោយតាមខ្សែព្រំដែន។ សូមប្តូរទីតាំងទាំងពីរ។
treaty-segment-refusal-number-taken = ខ្សែព្រំដែនមានកំណាត់លេខ { $number } រួចហើយ។ សូមដាក់លេខផ្សេង។
treaty-segment-refusal-overlap = ផ្នែកមួយនៃកំណាត់នេះជារបស់ { $segment }។ កំណាត់ជាប់គ្នានៅទីតាំងបង្គោល ហើយមិនត្រួតគ្នាទេ។
treaty-segment-refusal-no-source = ប្រវែងត្រូវយោងតាមឯកសារ។ សូមបញ្ជាក់ឯកសារនោះផង។
treaty-segment-refusal-no-agreement = គ្មានកិច្ចព្រមព្រៀង { $agreement } ទេ។ សូមជ្រើសរើសពីបញ្ជី។
treaty-segment-refusal-not-later = កំណែបច្ចុប្បន្នចាប់ផ្តើមពី { $from }។ សូមដាក់ថ្ងៃក្រោយពីនោះ។
