# to be confirmed by a native speaker
gate = ច្រកទ្វារព្រំដែន
gate-many = ច្រកទ្វារព្រំដែន
gate-about = ច្រក ឬផ្លូវដែលអនុញ្ញាតឱ្យឆ្លងកាត់៖ តែងតែជាគូ ភាគីនីមួយៗមានឈ្មោះរបស់ខ្លួន ព្រមទាំងថ្នាក់ ម៉ោងបើក និងការដាក់កំហិតតាមកាលបរិច្ឆេទ។

gate-state-agreed = បានព្រមព្រៀង មិនទាន់បើក
gate-state-open = បើក
gate-state-restricted = បើកដោយមានកំហិត
gate-state-closed-for-a-time = បិទជាបណ្តោះអាសន្ន
gate-state-upgraded = បើក បានដំឡើងថ្នាក់
gate-state-closed = បិទជាអចិន្ត្រៃយ៍

gate-command-register = ចុះបញ្ជីច្រក
gate-command-open = កត់ត្រាការបើកច្រក
gate-command-set-hours = កំណត់ម៉ោងបើក
gate-command-change-class = ផ្លាស់ប្តូរថ្នាក់ច្រក
gate-command-rename = ប្តូរឈ្មោះច្រក
gate-command-restrict = កត់ត្រាការដាក់កំហិត
gate-command-record-told = កត់ត្រាថាបានជូនដំណឹងភាគីម្ខាងទៀត
gate-command-record-begun = កត់ត្រាថាការដាក់កំហិតចាប់អនុវត្ត
gate-command-extend = ផ្លាស់ប្តូរថ្ងៃបញ្ចប់នៃការដាក់កំហិត
gate-command-lift = លើកកំហិតចេញ
gate-command-close = បិទច្រកជាអចិន្ត្រៃយ៍

gate-fact-registered = បានចុះបញ្ជីច្រក
gate-fact-opened = បានបើកច្រក
gate-fact-hours-set = បានកំណត់ម៉ោងបើក
gate-fact-upgraded = បានដំឡើងថ្នាក់ច្រក
gate-fact-downgraded = បានបន្ថយថ្នាក់ច្រក
gate-fact-renamed = ច្រកបានឈ្មោះថ្មី
gate-fact-restricted = បានកត់ត្រាការដាក់កំហិត
gate-fact-told = បានជូនដំណឹងអំពីកំហិតដល់ភាគីម្ខាងទៀត
gate-fact-begun = ការដាក់កំហិតបានចាប់អនុវត្ត
gate-fact-extended = បានផ្លាស់ប្តូរថ្ងៃបញ្ចប់នៃការដាក់កំហិត
gate-fact-lifted = បានលើកកំហិតចេញ
gate-fact-closed = បានបិទច្រកជាអចិន្ត្រៃយ៍

gate-refusal-not-now = មិនអាចធ្វើការនេះលើច្រកឥឡូវនេះបានទេ ({ $status })។
gate-refusal-no-name = ច្រកជាគូ។ សូមសរសេរឈ្មោះនៃភាគីនីមួយៗ យ៉ាងតិចជាភាសាមួយ។
gate-refusal-no-other-side = មិនស្គាល់ភាគីនៅម្ខាងទៀតនៃខ្សែព្រំដែន ឬជាភាគីយើង។ សូមជ្រើសរើសភាគីម្ខាងទៀត។
gate-refusal-no-line = គ្មានខ្សែព្រំដែននេះទេ។ សូមជ្រើសរើសពីបញ្ជី។
gate-refusal-no-marker-place = គ្មានទីតាំងបង្គោលនេះទេ។ សូមជ្រើសរើសពីបញ្ជី ឬទុកឱ្យនៅទទេ។
gate-refusal-no-counterpart = គ្មានទំនាក់ទំនងដៃគូនេះទេ។ សូមជ្រើសរើសពីបញ្ជី ឬទុកឱ្យនៅទទេ។
gate-refusal-no-agreement = គ្មានកិច្ចព្រមព្រៀងនេះទេ។ សូមជ្រើសរើសពីបញ្ជី ឬទុកឱ្យនៅទទេ។
gate-refusal-no-letter = គ្មានលិខិតនេះទេ។ សូមជ្រើសរើសពីបញ្ជីលិខិត ឬទុកឱ្យនៅទទេ។
gate-refusal-no-time = មិនអាចអាន “{ $time }” ជាម៉ោងបានទេ ឬនៅមុនម៉ោងបើក។ សូមសរសេរម៉ោងដូចជា 07:00 និង 22:00។
gate-refusal-no-clock = ម៉ោងបើកគិតតាមនាឡិកានៃភាគីមួយក្នុងចំណោមភាគីទាំងពីរនៃច្រក។ សូមជ្រើសរើសភាគីនោះ។
gate-refusal-in-the-future = អ្វីដែលកំពុងកត់ត្រាមិនទាន់កើតឡើងទេ។ សូមកត់ត្រា ពេលវាបានកើតឡើង។
gate-refusal-wrong-order = { $later } នៅមុន { $earlier }។ សូមពិនិត្យកាលបរិច្ឆេទទាំងពីរ។
gate-refusal-same-class = ច្រកស្ថិតក្នុងថ្នាក់នេះរួចហើយ។ សូមជ្រើសរើសថ្នាក់ផ្សេង ឬថ្ងៃផ្សេង។
gate-refusal-not-of-this-gate = មានតែភាគីមួយក្នុងចំណោមភាគីទាំងពីរនៃច្រកនេះទេ ដែលអាចដាក់កំហិតបាន។ សូមជ្រើសរើសភាគីនោះ។
gate-refusal-which-restriction = មានកំហិតចំនួន { $count } ដែលអាចសំដៅដល់។ សូមសរសេរលេខនៃកំហិតដែលចង់សំដៅ ដូចមានក្នុងកំណត់ត្រា។
gate-refusal-already-begun = កំហិតនេះកំពុងអនុវត្តរួចហើយ។ គ្មានអ្វីត្រូវកត់ត្រាទៀតទេ។

gate-class-temporary-passage = ផ្លូវឆ្លងបណ្តោះអាសន្ន
gate-class-opening = ច្រករបៀង
gate-class-secondary = ច្រករង
gate-class-main = ច្រកទ្វេភាគី
gate-class-international = ច្រកអន្តរជាតិ

gate-days-every-day = រាល់ថ្ងៃ
gate-days-monday-to-friday = ថ្ងៃចន្ទ ដល់ថ្ងៃសុក្រ
gate-days-saturday-and-sunday = ថ្ងៃសៅរ៍ និងថ្ងៃអាទិត្យ
gate-days-holidays = ថ្ងៃឈប់សម្រាកសាធារណៈ
gate-days-market-days = ថ្ងៃផ្សារ

gate-traffic-all = មនុស្ស និងទំនិញ
gate-traffic-persons = មនុស្ស
gate-traffic-goods = ទំនិញ

restriction-extent-everything = មិនអនុញ្ញាតឱ្យអ្វីឆ្លងកាត់
restriction-extent-persons = មិនអនុញ្ញាតឱ្យមនុស្សឆ្លងកាត់
restriction-extent-goods = មិនអនុញ្ញាតឱ្យទំនិញឆ្លងកាត់
restriction-extent-vehicles = មិនអនុញ្ញាតឱ្យយានយន្តឆ្លងកាត់
restriction-extent-hours = បន្ថយម៉ោងបើក
restriction-extent-other = កំហិតផ្សេង

restriction-reason-epidemic = ជំងឺរាតត្បាត
restriction-reason-weather = អាកាសធាតុ ទឹកជំនន់ ឬបាក់ដី
restriction-reason-works = ការសាងសង់
restriction-reason-security = សន្តិសុខ
restriction-reason-holiday = ថ្ងៃឈប់សម្រាក
restriction-reason-other = មូលហេតុផ្សេង

gate-standing-agreed = បានព្រមព្រៀង មិនបើក
gate-standing-open = បើក
gate-standing-restricted = បើកដោយមានកំហិត
gate-standing-closed-for-a-time = បិទជាបណ្តោះអាសន្ន
gate-standing-closed = បិទជាអចិន្ត្រៃយ៍

gate-field-line = ខ្សែព្រំដែន
gate-field-near = ជិតទីតាំងបង្គោល
gate-field-name = ឈ្មោះនៃភាគីយើង
gate-field-other-name = ឈ្មោះនៃភាគីម្ខាងទៀត
gate-field-was-opened = ធ្លាប់បើក
gate-field-opened-on = ថ្ងៃបើក
gate-field-planned-on = ថ្ងៃគ្រោងបើក
gate-field-already-open = បើករួចហើយ
gate-field-restriction = ការដាក់កំហិត
gate-field-restrictions = ការដាក់កំហិត
gate-field-timeline = ស្ថានភាពតាមកាលបរិច្ឆេទ
gate-field-class = ថ្នាក់
gate-field-hours = ម៉ោងបើក
gate-field-days = ថ្ងៃ
gate-field-traffic = សម្រាប់អ្វី
gate-field-opens = ម៉ោងបើក
gate-field-closes = ម៉ោងបិទ
gate-field-clock = តាមម៉ោងនៃភាគី
gate-field-by = ភាគីដាក់កំហិត
gate-field-extent = វិសាលភាពកំហិត
gate-field-begun = បានអនុវត្ត
gate-field-lifted-on = ថ្ងៃលើកកំហិត
gate-field-standing = ស្ថានភាព
gate-field-restricted-by = កំហិតដែលអនុវត្ត
gate-field-closed-on = បិទចាប់ពីថ្ងៃ
gate-field-until = រហូតដល់ (ថ្ងៃដំបូងដែលគ្មាន)
