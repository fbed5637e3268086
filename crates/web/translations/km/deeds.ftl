# to be confirmed by a native speaker
field-postponements = ការលើកពេល
field-programme = កម្មវិធីរយៈពេលវែង
qualifier-exact = គត់
qualifier-about = ប្រហែល
qualifier-more-than = ច្រើនជាង
qualifier-nearly = ជិត
link-programme = ស្ថិតក្រោមកម្មវិធី
link-among = ជាមួយប្រជាពលរដ្ឋនៃ
link-delegation = គណៈប្រតិភូ
