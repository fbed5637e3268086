# to be confirmed by a native speaker
link-announced-by = ប្រកាសដោយ
link-at-marker = នៅបង្គោល
link-at-place = នៅទីតាំងបង្គោល
link-between = រវាង
link-erected-by = បោះដោយ
link-fixed-by = កំណត់ដោយ
link-found-on = រកឃើញក្នុង
link-from-place = ចាប់ផ្តើមនៅ
link-held-before-by = ពីមុនទទួលបន្ទុកដោយ
link-held-by = ទទួលបន្ទុកដោយ
link-maintained-by = ថែទាំដោយ
link-notified-by = ជូនដំណឹងដោយ
link-on-line = លើខ្សែព្រំដែន
link-to-place = បញ្ចប់នៅ
