# to be confirmed by a native speaker
obligation = កាតព្វកិច្ច
obligation-many = កាតព្វកិច្ច
obligation-about = អ្វីមួយដែលកិច្ចព្រមព្រៀងតម្រូវឱ្យអង្គភាពធ្វើជាប្រចាំ។ ភារកិច្ចមានកាលបរិច្ឆេទកើតចេញពីវា។

obligation-state-active = កំពុងអនុវត្ត
obligation-state-ended = បានបញ្ចប់

obligation-command-register = ចុះបញ្ជីកាតព្វកិច្ច
obligation-command-schedule = កំណត់ពេលភារកិច្ច
obligation-command-end = បញ្ចប់កាតព្វកិច្ច

obligation-fact-registered = បានចុះបញ្ជីកាតព្វកិច្ច
obligation-fact-scheduled = បានកំណត់ពេលភារកិច្ច
obligation-fact-ended = បានបញ្ចប់កាតព្វកិច្ច

obligation-refusal-not-now = សកម្មភាពនេះមិនត្រូវនឹងស្ថានភាពបច្ចុប្បន្នរបស់កាតព្វកិច្ចទេ។ សូមបើកកំណត់ត្រាម្តងទៀត ដើម្បីមើលអ្វីដែលអាចធ្វើបានឥឡូវនេះ។
obligation-refusal-no-name = កាតព្វកិច្ចគ្មានឈ្មោះ។ សូមសរសេរឈ្មោះយ៉ាងតិចជាភាសាមួយ។
obligation-refusal-no-agreement = គ្មានកិច្ចព្រមព្រៀងនេះទេ។ សូមជ្រើសរើសកិច្ចព្រមព្រៀងដែលបានចុះបញ្ជី ឬឱ្យគេចុះបញ្ជីវាជាមុនសិន។
obligation-refusal-no-unit = គ្មានអង្គភាព { $unit } ទេ។ សូមជ្រើសរើសអង្គភាពដែលបានចុះបញ្ជី ឬឱ្យគេចុះបញ្ជីវាជាមុនសិន។
obligation-refusal-no-counterpart = ទំនាក់ទំនងដៃគូនេះមិនមាន ឬបានបញ្ចប់ហើយ។ សូមជ្រើសរើសមួយទៀត។
obligation-refusal-counterpart-of-other-unit = ទំនាក់ទំនងដៃគូនេះជារបស់អង្គភាព { $unit }។ សូមជ្រើសរើសអង្គភាពនោះ ឬទំនាក់ទំនងផ្សេង។
obligation-refusal-no-first-host = ភាគីទាំងពីរធ្វើម្ចាស់ផ្ទះឆ្លាស់វេនគ្នា ប៉ុន្តែខ្វះភាគីដែលធ្វើម្ចាស់ផ្ទះដំបូង។ សូមជ្រើសរើសភាគីនោះ។
obligation-refusal-host-not-involved = { $host } មិនមែនជាភាគីមួយក្នុងចំណោមភាគីទាំងពីរនៃទំនាក់ទំនងនេះទេ។ សូមជ្រើសរើសភាគីណាមួយជាម្ចាស់ផ្ទះដំបូង។
obligation-refusal-nothing-new = រាល់រយៈពេលដែលចាប់ផ្តើមមុនថ្ងៃ { $until } មានភារកិច្ចរួចហើយ។ សូមជ្រើសរើសថ្ងៃក្រោយទៀត ដើម្បីកំណត់ពេលបន្ថែម។
obligation-refusal-not-in-force = គ្មានកំណែណាមួយនៃកិច្ចព្រមព្រៀងជាធរមាន នៅដើមរយៈពេលចាប់ពីថ្ងៃ { $from } ទេ។ សូមកត់ត្រាការចូលជាធរមានជាមុនសិន ឬជ្រើសរើសថ្ងៃក្រោយទៀត។

obligation-field-periods = រយៈពេលដែលបានកំណត់
obligation-field-index = លំដាប់ រាប់ពី 0

activity-talks = ការចរចា
activity-meeting = ជំនួប
activity-bilateral-patrol = ល្បាតទ្វេភាគី
activity-law-enforcement-patrol = ល្បាតរួមអនុវត្តច្បាប់
activity-letter = លិខិត
activity-visit = ទស្សនកិច្ច
activity-outreach = ការផ្សព្វផ្សាយ និងផ្លាស់ប្តូរ
activity-training = ការបណ្តុះបណ្តាល

hosts-alternate = ភាគីទាំងពីរឆ្លាស់វេនគ្នា
hosts-own = ភាគីយើងជានិច្ច
hosts-other = ភាគីម្ខាងទៀតជានិច្ច
hosts-any = ភាគីណាក៏បាន
