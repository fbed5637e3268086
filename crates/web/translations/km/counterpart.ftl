# to be confirmed by a native speaker
counterpart = អង្គភាពដៃគូ
counterpart-many = អង្គភាពដៃគូ
counterpart-about = អង្គភាពណានៃភាគីយើង ទាក់ទងជាមួយអង្គភាពណានៃភាគីម្ខាងទៀត អំពីរឿងអ្វី និងចាប់ពីពេលណាដល់ពេលណា។

counterpart-state-proposed = បានស្នើ
counterpart-state-notified = បានជូនដំណឹងភាគីម្ខាងទៀត
counterpart-state-in-force = ជាធរមាន
counterpart-state-unconfirmed = ត្រូវបញ្ជាក់ឡើងវិញ
counterpart-state-ended = បានបញ្ចប់

counterpart-command-register = ចុះបញ្ជីអង្គភាពដៃគូ
counterpart-command-notify = កត់ត្រាថាបានជូនដំណឹងភាគីម្ខាងទៀត
counterpart-command-confirm = បញ្ជាក់អង្គភាពដៃគូ
counterpart-command-mark-unconfirmed = កត់សម្គាល់ថាអង្គភាពបានផ្លាស់ប្តូរ
counterpart-command-close = បញ្ចប់ទំនាក់ទំនង

counterpart-fact-registered = បានចុះបញ្ជីទំនាក់ទំនង
counterpart-fact-notified = បានជូនដំណឹងភាគីម្ខាងទៀត
counterpart-fact-confirmed = បានបញ្ជាក់ទំនាក់ទំនង
counterpart-fact-unconfirmed = អង្គភាពបានផ្លាស់ប្តូរ ត្រូវបញ្ជាក់ឡើងវិញ
counterpart-fact-closed = បានបញ្ចប់ទំនាក់ទំនង

counterpart-refusal-not-now = សកម្មភាពនេះមិនត្រូវនឹងស្ថានភាពបច្ចុប្បន្នរបស់ទំនាក់ទំនងទេ។ សូមបើកកំណត់ត្រាម្តងទៀត ដើម្បីមើលអ្វីដែលអាចធ្វើបានឥឡូវនេះ។
counterpart-refusal-no-unit = គ្មានអង្គភាព { $unit } ទេ។ សូមជ្រើសរើសអង្គភាពដែលបានចុះបញ្ជី ឬឱ្យគេចុះបញ្ជីវាជាមុនសិន។
counterpart-refusal-not-across-the-line = ទំនាក់ទំនងភ្ជាប់អង្គភាពមួយនៃភាគីយើង ជាមួយអង្គភាពមួយនៃភាគីម្ខាងទៀត។ សូមជ្រើសរើសពីភាគីនីមួយៗ។

counterpart-kind-talks = ការចរចា ជំនួប លិខិត
counterpart-kind-bilateral-patrol = ល្បាតទ្វេភាគី
counterpart-kind-law-enforcement-patrol = ល្បាតរួមអនុវត្តច្បាប់
counterpart-kind-gate = កិច្ចការច្រកទ្វារព្រំដែន
counterpart-kind-civil-authority = អាជ្ញាធរស៊ីវិល
