# to be confirmed by a native speaker
marker = បង្គោលព្រំដែន
marker-many = បង្គោលព្រំដែន
marker-about = បង្គោលនៅទីតាំងមានលេខ ជាមួយទីតាំងតាមឯកសារ និងអ្វីដែលបានសង្កេតឃើញ។ ការសង្កេតមិនផ្លាស់ប្តូរទីតាំងដែលបានចុះបញ្ជីទេ។

marker-state-registered = បានចុះបញ្ជី មិនទាន់កត់ត្រាស្ថានភាព
marker-state-intact = ល្អឥតខូច
marker-state-damaged = ខូចខាត
marker-state-seriously-damaged = ខូចខាតធ្ងន់ធ្ងរ
marker-state-suspected-displaced = សង្ស័យថាឃ្លាតទីតាំង
marker-state-displaced = ឃ្លាតទីតាំង ភាគីទាំងពីរបានបញ្ជាក់
marker-state-destroyed = បំផ្លាញអស់
marker-state-missing = រកមិនឃើញ
marker-state-restored = បានជួសជុលឡើងវិញ
marker-state-re-sited = បានដាក់នៅទីតាំងថ្មី ខ្សែព្រំដែនមិនប្រែប្រួល
marker-state-withdrawn = លែងមានក្នុងបញ្ជី

marker-command-register = ចុះបញ្ជីបង្គោល
marker-command-observe = កត់ត្រាការសង្កេត
marker-command-register-position = ចុះបញ្ជីទីតាំងតាមឯកសារ
marker-command-amend = កែប្រែតាមឯកសារ
marker-command-follow-works = ទទួលព័ត៌មានពីការងារជួសជុល
marker-command-withdraw = ដកចេញពីបញ្ជី

marker-fact-registered = បានចុះបញ្ជីបង្គោល
marker-fact-observed = បានសង្កេតបង្គោល
marker-fact-position-registered = បានចុះបញ្ជីទីតាំងតាមឯកសារ
marker-fact-amended = បានកែប្រែបញ្ជី
marker-fact-works-followed = បានទទួលព័ត៌មានពីការងារជួសជុល
marker-fact-withdrawn = បានដកចេញពីបញ្ជី

marker-refusal-not-now = ពេលនេះមិនអាចធ្វើបែបនេះចំពោះបង្គោលបានទេ ({ $status })។
marker-refusal-no-place = គ្មានទីតាំងបង្គោលនេះទេ ឬត្រូវបានដកចេញ។ សូមជ្រើសរើសពីបញ្ជី។
marker-refusal-no-number = “{ $number }” មិនមែនជាលេខបង្គោលព្រំដែនទេ។ សូមសរសេរដូចដែលមានលើបង្គោល៖ 87, 171(1), 230/11 ឬ T10។
marker-refusal-other-place = { $number } មិននៅទីតាំង { $place } ទេ។ សូមពិនិត្យលេខ ឬជ្រើសរើសទីតាំងរបស់វា។
marker-refusal-number-taken = ខ្សែព្រំដែនមានបង្គោល { $number } រួចហើយ។ សូមបើកបង្គោលនោះ។
marker-refusal-no-side = គ្មានភាគី { $side } ទេ។ សូមជ្រើសរើសពីបញ្ជី។
marker-refusal-no-document = ទីតាំងដែលចុះបញ្ជីត្រូវយោងតាមឯកសារ។ សូមបញ្ជាក់ ឬទុកទីតាំងឱ្យនៅទទេ។
marker-refusal-no-agreement = គ្មានកិច្ចព្រមព្រៀង { $agreement } ទេ។ សូមជ្រើសរើសពីបញ្ជី។
marker-refusal-no-coordinates = ខ្វះកូអរដោនេ ឬខ្វះរយៈទទឹង ឬរយៈបណ្តោយ។ សូមដាក់ទាំងពីរ ឬសរសេរតាមឯកសារ។
marker-refusal-off-the-globe = ដឺក្រេលើសដែនកំណត់។ រយៈទទឹងមិនលើស 90 រយៈបណ្តោយមិនលើស 180។
marker-refusal-no-system = សូមបញ្ជាក់ប្រព័ន្ធកូអរដោនេ ដូចជា WGS 84។ បើគ្មាន ទីតាំងគ្មានន័យ។
marker-refusal-no-length = “{ $text }” មិនមែនជាប្រវែងគិតជាម៉ែត្រទេ។ សូមសរសេរដូចជា 5 ឬ 0.03។
marker-refusal-in-the-future = អ្វីដែលបានសង្កេតត្រូវកើតឡើងរួច។ សូមដាក់ថ្ងៃមិនលើសថ្ងៃនេះ។
marker-refusal-not-later = អ្វីដែលនៅជាធរមានចាប់ផ្តើមពី { $from }។ សូមដាក់ថ្ងៃក្រោយពីនោះ។
marker-refusal-no-works = គ្មានការងារជួសជុលនេះលើបង្គោលនេះទេ។ សូមជ្រើសរើសការងារដែលបញ្ជាក់បង្គោលនេះ។
marker-refusal-nothing-changed = ការងារជួសជុលគ្មានព័ត៌មានថ្មីទេ។

marker-kind-main = បង្គោលមេ
marker-kind-auxiliary = បង្គោលបន្ទាប់បន្សំ
marker-kind-stake = បង្គោលស្នាម

comparison-no-difference = គ្មានភាពខុសគ្នា៖ ក្នុងកម្រិតលម្អៀងរួម
comparison-differs = ទីតាំងសង្កេតខុសពីទីតាំងដែលបានចុះបញ្ជី
comparison-not-registered = មិនអាចប្រៀបធៀប៖ គ្មានទីតាំងដែលបានចុះបញ្ជី
comparison-other-system = មិនអាចប្រៀបធៀប៖ ប្រព័ន្ធកូអរដោនេខុសគ្នា
comparison-no-degrees = មិនអាចប្រៀបធៀប៖ ទីតាំងមិនគិតជាដឺក្រេ
comparison-no-accuracy = មិនអាចប្រៀបធៀប៖ មិនបានបញ្ជាក់ភាពត្រឹមត្រូវ

marker-field-place = ទីតាំងបង្គោល
marker-field-remarks = កំណត់សម្គាល់
