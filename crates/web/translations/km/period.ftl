# to be confirmed by a native speaker
period = រយៈពេលរបាយការណ៍
period-many = រយៈពេលរបាយការណ៍
period-about = ខែ ត្រីមាស ឆមាស ឬឆ្នាំ ដែលភាគីទាំងមូលប្រើសម្រាប់រាប់ ពីពេលបើករហូតដល់ពេលចាក់សោ។

period-state-open = នៅបើក
period-state-closing = កំពុងបិទ
period-state-frozen = បានចាក់សោ
period-state-restated = បានកែតម្រូវតួលេខ

period-command-register = ចុះបញ្ជីរយៈពេលរបាយការណ៍
period-command-begin-closing = ចាប់ផ្តើមបិទរយៈពេល
period-command-freeze = ចាក់សោរយៈពេល
period-command-restate = កែតម្រូវតួលេខនៃរយៈពេល

period-fact-registered = បានចុះបញ្ជីរយៈពេល
period-fact-closing-begun = បានចាប់ផ្តើមបិទ
period-fact-frozen = បានចាក់សោរយៈពេល
period-fact-restated = បានកែតម្រូវតួលេខនៃរយៈពេល

period-refusal-not-now = សកម្មភាពនេះមិនត្រូវនឹងស្ថានភាពបច្ចុប្បន្នរបស់រយៈពេលទេ។ សូមបើកកំណត់ត្រាម្តងទៀត ដើម្បីមើលអ្វីដែលអាចធ្វើបានឥឡូវនេះ។
period-refusal-no-period = “{ $label }” មិនមែនជារយៈពេលទេ។ សូមសរសេរ 2026-Q1, 2026-03, 2026-H1 ឬ 2026។
period-refusal-already-registered = រយៈពេល { $label } បានចុះបញ្ជីរួចហើយ។ សូមបើករយៈពេលនោះ។
period-refusal-not-begun = រយៈពេលចាប់ផ្តើមនៅថ្ងៃ { $from }។ សូមបិទវាក្រោយថ្ងៃនោះ។
period-refusal-not-over = ថ្ងៃចុងក្រោយនៃរយៈពេលគឺ { $last_day }។ សូមចាក់សោវាក្រោយថ្ងៃនោះ។

period-field-span = ចន្លោះពេល

every-month = រៀងរាល់ខែ
every-quarter = រៀងរាល់ត្រីមាស
every-half-year = រៀងរាល់ឆមាស
every-year = រៀងរាល់ឆ្នាំ
