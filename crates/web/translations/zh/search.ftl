# 搜索。
search-form-label = 按类别和时期搜索
search-kind = 记录类别
search-period = 时期
search-kinds = 搜索结果的类别
search-any-kind = 全部类别
search-more = 找到超过 { $total } 条。
search-more-kinds = 类别数只统计其中最新的记录。
search-next = 更多结果
search-first = 返回最前的结果
search-nothing = 在您有权查看的记录中，没有一条包含全部这些词语。
search-fewer = 减少一个词
search-names = 以此开头的名称
search-how = 搜索方法
help-search-title = 搜索
help-search = 所有词语都必须符合；声调符号可以省略，写法完全一致的排在前面。"引号中的词语"须连在一起；减号表示排除：火灾 -演练。编号只找完全相同的：97 不等于 97(1) 或 97/2。日期可写作 14.02.2026、2026-02-14、2026年2月14日。单位、地点或人员的名称也会找到与其相关的记录；类别或状态的名称（如会谈、草稿）会找到这类记录。编号和名称完全相同的排在最前，其次是词语相连的，然后按时间从新到旧排列。
