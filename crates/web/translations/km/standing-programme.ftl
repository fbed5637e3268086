# to be confirmed by a native speaker
standing-programme = កម្មវិធីរយៈពេលវែង
standing-programme-many = កម្មវិធីរយៈពេលវែង
standing-programme-about = អ្វីដែលដំណើរការច្រើនឆ្នាំ និងរួមបញ្ចូលសកម្មភាពជាច្រើន៖ ឆ្នាំមិត្តភាព ជួយកុមារទៅសាលា ផ្សព្វផ្សាយច្បាប់ ជំនួយ។ អ្នកទទួលផលត្រូវរក្សាទុកជាចំនួនប៉ុណ្ណោះ។

standing-programme-state-proposed = បានស្នើ
standing-programme-state-running = កំពុងដំណើរការ
standing-programme-state-suspended = បានផ្អាក
standing-programme-state-closed = បានបិទ

standing-programme-command-propose = ស្នើកម្មវិធី
standing-programme-command-amend = កែសម្រួលកម្មវិធី
standing-programme-command-start = ចាប់ផ្តើមកម្មវិធី
standing-programme-command-record-beneficiaries = កត់ត្រាចំនួនអ្នកទទួលផល
standing-programme-command-record-review = កត់ត្រាការត្រួតពិនិត្យ
standing-programme-command-suspend = ផ្អាកកម្មវិធី
standing-programme-command-resume = ដំណើរការកម្មវិធីឡើងវិញ
standing-programme-command-close = បិទកម្មវិធី

standing-programme-fact-proposed = បានស្នើកម្មវិធី
standing-programme-fact-amended = បានកែសម្រួលកម្មវិធី
standing-programme-fact-started = បានចាប់ផ្តើមកម្មវិធី
standing-programme-fact-beneficiaries-recorded = បានកត់ត្រាចំនួនអ្នកទទួលផល
standing-programme-fact-reviewed = បានត្រួតពិនិត្យកម្មវិធី
standing-programme-fact-suspended = បានផ្អាកកម្មវិធី
standing-programme-fact-resumed = កម្មវិធីដំណើរការឡើងវិញ
standing-programme-fact-closed = បានបិទកម្មវិធី

standing-programme-refusal-not-now = សកម្មភាពនេះមិនត្រូវនឹងស្ថានភាពបច្ចុប្បន្នរបស់កម្មវិធីទេ។ សូមបើកកំណត់ត្រាម្តងទៀត ដើម្បីមើលអ្វីដែលអាចធ្វើបានឥឡូវនេះ។
standing-programme-refusal-no-name = កម្មវិធីគ្មានឈ្មោះ។ សូមសរសេរឈ្មោះយ៉ាងតិចជាភាសាមួយ។
standing-programme-refusal-no-agreement = គ្មានកិច្ចព្រមព្រៀងនេះទេ។ សូមជ្រើសរើសកិច្ចព្រមព្រៀងដែលបានចុះបញ្ជី ឬទុកប្រអប់នេះឱ្យនៅទទេ។
standing-programme-refusal-no-counterpart = មានទំនាក់ទំនងដៃគូដែលមិនមាន ឬមិនជាធរមាន។ សូមជ្រើសរើសទំនាក់ទំនងដែលជាធរមាន។
standing-programme-refusal-no-community = គ្មានភូមិ { $community } ទេ។ សូមជ្រើសរើសមួយដែលបានចុះបញ្ជី ឬឱ្យគេចុះបញ្ជីវាជាមុនសិន។
standing-programme-refusal-no-side = គ្មានភាគី { $side } ទេ។ សូមជ្រើសរើសភាគីដែលបានចុះបញ្ជី។
standing-programme-refusal-in-the-future = អ្វីដែលកំពុងកត់ត្រាមិនទាន់កើតឡើងទេ។ សូមកត់ត្រា ពេលវាបានកើតឡើង។
standing-programme-refusal-wrong-order = { $later } មិនក្រោយ { $earlier } ទេ។ សូមពិនិត្យកាលបរិច្ឆេទទាំងពីរ។
standing-programme-refusal-nothing-changed = គ្មានអ្វីខុសពីអ្វីដែលមានស្រាប់ទេ។ សូមបំពេញអ្វីដែលត្រូវផ្លាស់ប្តូរ។

standing-programme-kind-friendship-year = ឆ្នាំមិត្តភាព
standing-programme-kind-child-sponsorship = ជួយកុមារទៅសាលា
standing-programme-kind-law-publicity = យុទ្ធនាការផ្សព្វផ្សាយច្បាប់
standing-programme-kind-aid = កម្មវិធីជំនួយ
standing-programme-kind-model-border = ព្រំដែនគំរូ

beneficiary-group-children = កុមារ
beneficiary-group-households = គ្រួសារ
beneficiary-group-residents = ប្រជាពលរដ្ឋ
beneficiary-group-communities = ភូមិ និងក្រុមប្រជាពលរដ្ឋ

standing-programme-field-counterparts = អង្គភាពដៃគូ
standing-programme-field-communities = សម្រាប់ភូមិ
standing-programme-field-started-on = បានចាប់ផ្តើមនៅថ្ងៃ
standing-programme-field-beneficiaries = អ្នកទទួលផល
standing-programme-field-group = ក្រុម
standing-programme-field-qualifier = កម្រិតច្បាស់លាស់
standing-programme-field-as-of-on = គិតត្រឹមថ្ងៃ
standing-programme-field-reviews = ការត្រួតពិនិត្យ
standing-programme-field-reviewed-on = បានត្រួតពិនិត្យនៅថ្ងៃ
standing-programme-field-next-review-on = ថ្ងៃត្រួតពិនិត្យបន្ទាប់
standing-programme-field-next-on = ថ្ងៃត្រួតពិនិត្យបន្ទាប់
standing-programme-field-suspended-on = ផ្អាកចាប់ពីថ្ងៃ
standing-programme-field-resumed-on = ដំណើរការឡើងវិញចាប់ពីថ្ងៃ
standing-programme-field-closed-on = ថ្ងៃចុងក្រោយ
hint-group = រក្សាទុកតែចំនួនប៉ុណ្ណោះ។ កុំសរសេរឈ្មោះកុមារ។
