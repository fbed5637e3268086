# to be confirmed by a native speaker
link-attached-to = ភ្ជាប់ទៅ
link-continues = បន្ត
link-credential-of = លិខិតតែងតាំងបញ្ជាក់
link-handed-over = បានប្រគល់
link-handled = បានដោះស្រាយ
link-head-of = អង្គភាពនៃប្រធាន
link-in-area-of = ក្នុងតំបន់នៃ
link-mandated-by = ប្រគល់សិទ្ធិដោយ
link-named-for = តែងតាំងសម្រាប់
link-near = ជិត
link-along = តាមខ្សែព្រំដែន
link-on-segment = សម្រាប់ផ្នែកព្រំដែន
link-other-member = សមាជិកភាគីម្ខាងទៀត
link-own-member = សមាជិកភាគីយើង
link-received-by = ទទួលដោយ
link-through = តាមច្រក
link-told-by = ជូនដំណឹងដោយលិខិត
