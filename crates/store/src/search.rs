//! Searchable text: words for languages that have spaces, single clusters for Chinese, Lao and Khmer.
//!
//! The database's own word breaker finds nothing inside a Chinese sentence and drops Lao and Khmer vowel signs.
//! So the program breaks the text itself and gives the database tokens with spaces between them; a query is broken
//! in the same way and asked as a phrase. Latin letters are folded on both sides: marks fall away, and a letter that is
//! no plain letter with a mark, such as `đ` or `ø`, is found under the plain one.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use icu_segmenter::GraphemeClusterSegmenter;

const QUERY_CHARACTERS: usize = 200;

/// The tokens of a text, with spaces between them.
pub fn tokens(text: &str) -> String {
    let normal = ComposingNormalizerBorrowed::new_nfkc().normalize(text).to_lowercase();
    let mut out = String::with_capacity(normal.len());
    let mut word = String::new();
    let mut bounds = GraphemeClusterSegmenter::new().segment_str(&normal);
    let mut start = bounds.next().unwrap_or(0);
    for end in bounds {
        let cluster = &normal[start..end];
        start = end;
        let Some(first) = cluster.chars().next() else { continue };
        if is_dense(first) {
            flush(&mut word, &mut out);
            push(cluster, &mut out);
        } else if first.is_alphanumeric() {
            word.push_str(cluster);
        } else {
            flush(&mut word, &mut out);
        }
    }
    flush(&mut word, &mut out);
    out
}

/// The query that finds records containing the text: all its words as phrases, the last one as a beginning.
pub(crate) fn query(text: &str) -> String {
    let short: String = text.chars().take(QUERY_CHARACTERS).collect();
    let phrases: Vec<String> = short.split_whitespace().map(tokens).filter(|phrase| !phrase.is_empty()).collect();
    if phrases.is_empty() {
        return "\"\"".to_owned();
    }
    let phrases: Vec<String> = phrases.iter().map(|phrase| format!("\"{phrase}\"*")).collect();
    phrases.join(" AND ")
}

/// True for scripts written without spaces between words.
fn is_dense(c: char) -> bool {
    matches!(c,
        '\u{0e00}'..='\u{0eff}' // Thai, Lao
        | '\u{1000}'..='\u{109f}' // Myanmar
        | '\u{1780}'..='\u{17ff}' | '\u{19e0}'..='\u{19ff}' // Khmer
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn flush(word: &mut String, out: &mut String) {
    if !word.is_empty() {
        push(&folded(word), out);
        word.clear();
    }
}

fn push(token: &str, out: &mut String) {
    if !out.is_empty() {
        out.push(' ');
    }
    out.push_str(token);
}

/// The word without marks, and with plain letters for those that no mark makes out of a plain one.
fn folded(word: &str) -> String {
    let apart = DecomposingNormalizerBorrowed::new_nfd().normalize(word);
    let mut plain = String::with_capacity(apart.len());
    for c in apart.chars() {
        match c {
            '\u{0300}'..='\u{036f}' => {}
            'đ' | 'ð' => plain.push('d'),
            'ø' => plain.push('o'),
            'ł' => plain.push('l'),
            'ħ' => plain.push('h'),
            'ŧ' => plain.push('t'),
            'ŋ' => plain.push('n'),
            'ı' => plain.push('i'),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'þ' => plain.push_str("th"),
            'ß' => plain.push_str("ss"),
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_is_found_with_and_without_marks() {
        assert_eq!(tokens("Đường tuần tra song phương"), "duong tuan tra song phuong");
        assert_eq!(tokens("ĐẤU"), "dau");
    }

    #[test]
    fn letters_of_other_alphabets_are_found_under_the_plain_ones() {
        assert_eq!(tokens("Sør-Varanger"), "sor varanger");
        assert_eq!(tokens("Näätämö Kárášjohka Óđinn"), "naatamo karasjohka odinn");
        assert_eq!(tokens("Œuvre façade Straße Łódź Þingvellir"), "oeuvre facade strasse lodz thingvellir");
        assert_eq!(tokens("Llívia España"), "llivia espana");
    }

    #[test]
    fn chinese_lao_and_khmer_are_broken_into_clusters() {
        assert_eq!(tokens("河口会谈"), "河 口 会 谈");
        assert_eq!(tokens("mốc 97(1)会"), "moc 97 1 会");
        assert!(tokens("ព្រំដែន").contains(' '));
    }

    #[test]
    fn a_query_cannot_carry_the_engine_s_own_language() {
        assert_eq!(query("\" OR 1"), "\"or\"* AND \"1\"*");
        assert_eq!(query("  \"() "), "\"\"");
    }
}
