# to be confirmed by a native speaker
referral = ការលើកជូនថ្នាក់លើ
referral-many = ការលើកជូនថ្នាក់លើ
referral-about = បញ្ហាដែលលើសសិទ្ធិអំណាចរបស់អង្គភាព ត្រូវបានកត់សម្គាល់ និងរាយការណ៍ជូនអង្គភាពថ្នាក់លើ ដើម្បីសុំការណែនាំ។

referral-state-open = រង់ចាំចម្លើយ
referral-state-answered = បានឆ្លើយតប
referral-state-closed = បានបិទ

referral-command-open = លើកបញ្ហាជូនថ្នាក់លើ
referral-command-answer = ឆ្លើយតបការលើកជូន
referral-command-forward = លើកបញ្ហាជូនថ្នាក់ខ្ពស់ជាងនេះ
referral-command-close = បិទការលើកជូន

referral-fact-opened = បានលើកបញ្ហាជូនអង្គភាពថ្នាក់លើ
referral-fact-answered = អង្គភាពថ្នាក់លើបានឆ្លើយតប
referral-fact-forwarded = បានលើកបញ្ហាជូនថ្នាក់ខ្ពស់ជាងនេះ
referral-fact-closed = បានបិទការលើកជូន

referral-refusal-not-now = សកម្មភាពនេះមិនត្រូវនឹងស្ថានភាពបច្ចុប្បន្នរបស់ការលើកជូនទេ។ សូមបើកកំណត់ត្រាម្តងទៀត ដើម្បីមើលអ្វីដែលអាចធ្វើបានឥឡូវនេះ។
referral-refusal-no-counterpart = គ្មានទំនាក់ទំនងដៃគូនេះទេ។ សូមជ្រើសរើសមួយដែលបានចុះបញ្ជី។
referral-refusal-not-superior = { $to } មិនមែនជាថ្នាក់លើនៃអង្គភាពដែលកំពុងកាន់បញ្ហានេះទេ។ សូមជ្រើសរើសអង្គភាពថ្នាក់លើ។
referral-refusal-not-addressee = បញ្ហានេះស្ថិតនៅ { $to }។ មន្ត្រីនៃអង្គភាពនោះ ឬអង្គភាពថ្នាក់លើរបស់វា ជាអ្នកចាត់ការ។
referral-refusal-not-answered = { $to } មិនទាន់បានឆ្លើយតបទេ។ សូមបិទការលើកជូន ក្រោយពេលបានប្រើចម្លើយរួច។
