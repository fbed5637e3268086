# What one record is to another: the roles of links of agreements, obligations and duties.
link-party = party
link-met-by = met by
link-replaced-by = replaced by
link-agreed-by = agreed by
link-held-again = held once more
