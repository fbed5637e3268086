# to be confirmed by a native speaker
field-absence = មូលហេតុអវត្តមាន
field-accepts = ទទួលយក
field-authority = អាជ្ញាធរមានសមត្ថកិច្ច
field-ended-on = ថ្ងៃបញ្ចប់
field-notified-on = ថ្ងៃជូនដំណឹងភាគីម្ខាងទៀត
field-person = អ្នកកាន់តំណែង
field-told-on = ថ្ងៃជូនដំណឹងភាគីម្ខាងទៀត
field-what = អ្វី

hint-accepts = ទុកមិនធីក ប្រសិនបើមិនទទួលយក ហើយបញ្ជាក់មូលហេតុ។
hint-told-on = ទុកឱ្យនៅទទេរហូតដល់បានជូនដំណឹង មុននោះកំណត់ត្រានៅតែត្រូវធ្វើ។
hint-other-names = មួយបន្ទាត់មួយឈ្មោះ សម្រាប់អ្នកដែលគ្មានកំណត់ត្រា។
hint-points = មួយបន្ទាត់មួយចំណុច ហើយដាក់លេខតាមលំដាប់នេះ។
hint-note-signed-on = ត្រូវបំពេញក្រោយចុះហត្ថលេខាលើការចងសម្ព័ន្ធភាព សមាជិកថ្មីរាប់ពីថ្ងៃនេះ។
hint-clock = ភាគីដែលម៉ោងគិតតាម។
hint-opens = សរសេរដូចជា 07:00។
hint-host-unit = ទុកឱ្យនៅទទេ ប្រសិនបើជាអង្គភាពនៃទំនាក់ទំនងដៃគូ។
hint-persons = រាប់បញ្ចូលប្រធាន និងអ្នកបកប្រែ។
