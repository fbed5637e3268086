# to be confirmed by a native speaker
marker-place = ទីតាំងបង្គោលព្រំដែន
marker-place-many = ទីតាំងបង្គោលព្រំដែន
marker-place-about = ទីតាំងមានលេខលើខ្សែព្រំដែន ដែលមានបង្គោលមួយ ពីរ ឬបី។ ទីតាំង 97 មិនមែនជាបង្គោល 97(1) ទេ។

marker-place-state-registered = បានចុះបញ្ជី
marker-place-state-withdrawn = បានដកចេញ

marker-place-command-register = ចុះបញ្ជីទីតាំងបង្គោល
marker-place-command-amend = កែប្រែទីតាំងបង្គោល
marker-place-command-withdraw = ដកចេញពីបញ្ជី

marker-place-fact-registered = បានចុះបញ្ជីទីតាំងបង្គោល
marker-place-fact-amended = បានកែប្រែទីតាំងបង្គោល
marker-place-fact-withdrawn = បានដកចេញពីបញ្ជី

marker-place-refusal-not-now = ពេលនេះមិនអាចធ្វើបែបនេះចំពោះទីតាំងបង្គោលបានទេ ({ $status })។
marker-place-refusal-no-line = គ្មានខ្សែព្រំដែននេះទេ។ សូមជ្រើសរើសពីបញ្ជី។
marker-place-refusal-no-number = “{ $number }” មិនមែនជាលេខទីតាំងបង្គោលទេ។ សូមសរសេរដូចជា 87, 230/11 ឬ T10។
marker-place-refusal-names-a-marker = នេះជាលេខបង្គោលមួយក្នុងចំណោមបង្គោលច្រើន។ ទីតាំងមានលេខ { $number }។
marker-place-refusal-number-taken = ខ្សែព្រំដែនមានទីតាំង { $number } រួចហើយ។ សូមបើកទីតាំងនោះ។

marker-place-field-remarks = កំណត់សម្គាល់
arrangement-single = បង្គោលទោល
arrangement-double = បង្គោលពីរ
arrangement-triple = បង្គោលបី
