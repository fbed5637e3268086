# 一条记录与另一条记录的关系：协定、义务和履约事项的关联作用。
link-party = 参加单位
link-met-by = 由其履行
link-replaced-by = 由其代替
link-agreed-by = 由其商定
link-held-again = 另次举行
