# to be confirmed by a native speaker
link-with = ជាមួយ
link-meets = បំពេញ
link-follows = បន្តពី
link-opened-by = បើកដោយ
link-answers = ឆ្លើយតប
link-answered-by = ឆ្លើយតបដោយ
link-confirmed-by = បញ្ជាក់ដោយ
link-own-unit = អង្គភាពនៃភាគីយើង
link-other-unit = អង្គភាពនៃភាគីម្ខាងទៀត
link-under = ស្ថិតក្រោម
