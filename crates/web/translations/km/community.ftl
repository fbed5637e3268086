# to be confirmed by a native speaker
community = ភូមិ
community-many = ភូមិ
community-about = ភូមិ ឬក្រុមលំនៅឋាននៃភាគីមួយ ដែលដឹងតែតាមតួលេខរួម។ គ្មានទិន្នន័យបុគ្គលទេ។

community-state-active = មាន
community-state-merged = បានរួមបញ្ចូល
community-state-dissolved = លែងមាន

community-command-register = ចុះបញ្ជីភូមិ
community-command-record-version = កត់ត្រាតួលេខនៃថ្ងៃផ្សេង
community-command-rename = ប្តូរឈ្មោះ
community-command-merge = កត់ត្រាថាបានរួមចូលភូមិផ្សេង
community-command-dissolve = កត់ត្រាថាលែងមាន

community-fact-registered = បានចុះបញ្ជីភូមិ
community-fact-version-recorded = បានកត់ត្រាតួលេខនៃថ្ងៃផ្សេង
community-fact-renamed = ភូមិបានឈ្មោះថ្មី
community-fact-merged = ភូមិបានរួមចូលភូមិផ្សេង
community-fact-dissolved = ភូមិលែងមាន

community-refusal-not-now = មិនអាចធ្វើការនេះលើភូមិឥឡូវនេះបានទេ ({ $status })។
community-refusal-no-name = សូមសរសេរឈ្មោះយ៉ាងតិចជាភាសាមួយ។
community-refusal-no-side = គ្មានភាគីនេះទេ។ សូមជ្រើសរើសពីបញ្ជី។
community-refusal-no-line = គ្មានខ្សែព្រំដែននេះទេ។ សូមជ្រើសរើសពីបញ្ជី ឬទុកឱ្យនៅទទេ។
community-refusal-no-marker-place = គ្មានទីតាំងបង្គោលនេះទេ។ សូមជ្រើសរើសពីបញ្ជី ឬទុកឱ្យនៅទទេ។
community-refusal-no-unit = ភូមិស្ថិតក្នុងតំបន់នៃអង្គភាពភាគីដូចគ្នា។ សូមជ្រើសរើសអង្គភាពបែបនោះ ឬទុកឱ្យនៅទទេ។
community-refusal-in-the-future = តួលេខត្រូវជារបស់ថ្ងៃដែលបានមកដល់។ សូមពិនិត្យកាលបរិច្ឆេទ។
community-refusal-fewer-people-than-households = ចំនួនមនុស្សតិចជាងចំនួនគ្រួសារ ទោះបីតួលេខទាំងពីរជាក់លាក់។ សូមពិនិត្យតួលេខទាំងពីរ។
community-refusal-no-successor = ភូមិបន្តវេនត្រូវជារបស់ភាគីដូចគ្នា នៅមាន និងជាភូមិផ្សេង។ សូមជ្រើសរើសភូមិបែបនោះ។


community-field-line = ជិតខ្សែព្រំដែន
community-field-near = ទីតាំងបង្គោលជិតបំផុត
community-field-area-of = ក្នុងតំបន់នៃអង្គភាព
community-field-as-of = គិតត្រឹមថ្ងៃ
community-field-administrative-unit = អង្គភាពរដ្ឋបាល
community-field-households = គ្រួសារ
community-field-people = មនុស្ស
community-field-qualifier = ភាពជាក់លាក់
community-field-languages = ភាសាដែលនិយាយ
community-field-on-line = នៅជាប់ខ្សែព្រំដែន
community-field-into = រួមចូលភូមិ
community-field-merged-on = ថ្ងៃរួមបញ្ចូល
community-field-dissolved-on = លែងមានចាប់ពីថ្ងៃ
