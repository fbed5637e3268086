# to be confirmed by a native speaker
past-heading = នៅថ្ងៃណាមួយ
past-day = ថ្ងៃ
past-show = បង្ហាញ
past-told = ស្ថានភាពនៅថ្ងៃ { $day }
past-nothing = គ្មានកំណត់ត្រាសម្រាប់ថ្ងៃនេះទេ។
