# to be confirmed by a native speaker
line = ខ្សែព្រំដែន
line-many = ខ្សែព្រំដែន
line-about = ខ្សែព្រំដែនរវាងប្រទេសជិតខាង៖ ឈ្មោះ ប្រវែងតាមឯកសារ និងឯកសារដែលកំណត់ខ្សែព្រំដែន។ ខ្សែព្រំដែនឆ្លងកាត់ត្រង់ណា គឺឯកសារទាំងនោះជាអ្នកកំណត់ មិនមែនកម្មវិធីនេះទេ។

line-state-registered = បានចុះបញ្ជី

line-command-register = ចុះបញ្ជីខ្សែព្រំដែន
line-command-amend = កត់ត្រាកំណែថ្មី

line-fact-registered = បានចុះបញ្ជីខ្សែព្រំដែន
line-fact-amended = បានកត់ត្រាកំណែថ្មី

line-refusal-not-now = ខ្សែព្រំដែននេះបានចុះបញ្ជីរួចហើយ ឬមិនទាន់ចុះបញ្ជី។
line-refusal-no-name = សូមសរសេរឈ្មោះយ៉ាងហោចណាស់ជាភាសាមួយ។
line-refusal-few-sides = ខ្សែព្រំដែនស្ថិតនៅចន្លោះយ៉ាងហោចណាស់ពីរភាគី។ សូមជ្រើសរើស។
line-refusal-no-side = គ្មានភាគី { $side } ទេ។ សូមជ្រើសរើសពីបញ្ជី។
line-refusal-no-agreement = គ្មានកិច្ចព្រមព្រៀង { $agreement } ទេ។ សូមជ្រើសរើសពីបញ្ជី។
line-refusal-no-source = ប្រវែងត្រូវយោងតាមឯកសារ។ សូមបញ្ជាក់ឯកសារនោះផង។
line-refusal-not-a-file-name = “{ $drawing }” មិនមែនជាឈ្មោះឯកសារគំនូរទេ។ សូមបញ្ជាក់ឯកសារ .geojson របស់ប្រវត្តិរូប ដោយគ្មានថត។
line-refusal-not-later = កំណែបច្ចុប្បន្នចាប់ផ្តើមពី { $from }។ សូមដាក់ថ្ងៃក្រោយពីនោះ។

medium-land = លើគោក
medium-river = លើទឹក
medium-mixed = លើគោក និងលើទឹក
