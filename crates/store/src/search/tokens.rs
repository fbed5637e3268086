//! Breaking text: words for scripts that have spaces, single clusters for Chinese, Lao, Khmer and their neighbours.
//!
//! The database's own word breaker finds nothing inside a Chinese sentence and drops Lao and Khmer vowel signs, so the
//! program breaks the text itself, and breaks what is looked for in the same way. A number that is written with `/` or
//! `(…)` stays in one piece: `97(1)` and `97/2` are markers of their own, not a `97`.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use icu_segmenter::GraphemeClusterSegmenter;

/// What a word is known by: a longer one is known by its beginning.
const WORD_CHARACTERS: usize = 60;
/// A stone at a place has at most this many digits between its brackets.
const STONE_DIGITS: usize = 3;

/// A piece of a smoothed text as the index takes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// In small letters, without marks, `đ` as `d` and `ø` as `o`.
    pub folded: String,
    /// In small letters as it was written; none where that is the same.
    pub written: Option<String>,
    /// Where it begins in the smoothed text, in bytes.
    pub from: usize,
    /// Where it ends in the smoothed text, in bytes.
    pub to: usize,
}

impl Token {
    /// As it was written, in small letters.
    pub fn written(&self) -> &str {
        self.written.as_deref().unwrap_or(&self.folded)
    }
}

/// The text in one form: NFKC (so full-width letters become plain), small letters, digits of every script as `0` to `9`,
/// no invisible breaks, and the Lao and Khmer spellings that look alike made alike.
pub fn smooth(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let normal = ComposingNormalizerBorrowed::new_nfkc().normalize(text);
    let mut out = String::with_capacity(normal.len());
    for c in normal.chars() {
        match c {
            _ if is_invisible(c) => {}
            // Lao AM is typed before or after the tone: the tone goes first.
            '\u{0ec8}'..='\u{0ecb}' if out.ends_with('\u{0ecd}') => swap(&mut out, &[c, '\u{0ecd}']),
            // Khmer vowels that go around their consonant are typed whole or in two halves.
            '\u{17b6}' if out.ends_with('\u{17c1}') => swap(&mut out, &['\u{17c4}']),
            '\u{17b8}' if out.ends_with('\u{17c1}') => swap(&mut out, &['\u{17be}']),
            _ => match digit(c) {
                Some(digit) => out.push(digit),
                None => out.extend(c.to_lowercase()),
            },
        }
    }
    out
}

/// The smoothed text, and for each of its bytes and its end the place in the text as it was given.
pub fn smooth_placed(text: &str) -> (String, Vec<usize>) {
    let (mut out, mut places) = (String::with_capacity(text.len()), Vec::with_capacity(text.len()));
    let mut bounds = GraphemeClusterSegmenter::new().segment_str(text);
    let mut start = bounds.next().unwrap_or(0);
    for end in bounds {
        let cluster = smooth(&text[start..end]);
        places.extend(std::iter::repeat_n(start, cluster.len()));
        out.push_str(&cluster);
        start = end;
    }
    places.push(text.len());
    (out, places)
}

fn swap(out: &mut String, instead: &[char]) {
    out.pop();
    out.extend(instead);
}

/// Soft hyphens, joiners, the invisible word breaks of Lao and Khmer, and variants of a sign.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// The plain digit for a Thai, Lao, Myanmar or Khmer one.
fn digit(c: char) -> Option<char> {
    let zero = match c {
        '\u{0e50}'..='\u{0e59}' => 0x0e50,
        '\u{0ed0}'..='\u{0ed9}' => 0x0ed0,
        '\u{1040}'..='\u{1049}' => 0x1040,
        '\u{17e0}'..='\u{17e9}' => 0x17e0,
        _ => return None,
    };
    char::from_digit(u32::from(c).saturating_sub(zero), 10)
}

/// Scripts without spaces whose letters are clusters of several characters: Thai, Lao, Myanmar, Khmer.
const fn is_clustered(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{19e0}'..='\u{19ff}')
}

/// Scripts without spaces whose letters are single characters: Chinese and Japanese.
const fn is_ideographic(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// True for scripts written without spaces between words.
pub const fn is_dense(c: char) -> bool {
    is_clustered(c) || is_ideographic(c)
}

const fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}')
}

fn is_of_word(c: char) -> bool {
    !is_dense(c) && (c.is_alphanumeric() || is_mark(c))
}

/// The tokens of a smoothed text, in order.
pub fn tokens(smooth: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(smooth.len() / 5);
    let mut at = 0;
    while let Some(c) = smooth.get(at..).and_then(|rest| rest.chars().next()) {
        if is_clustered(c) {
            let run = run(&smooth[at..], is_clustered);
            clusters(&smooth[at..at + run], at, &mut out);
            at += run;
        } else if is_ideographic(c) {
            out.push(Token { folded: c.into(), written: None, from: at, to: at + c.len_utf8() });
            at += c.len_utf8();
        } else if c.is_alphanumeric() && !is_mark(c) {
            let end = at + word(&smooth[at..]);
            out.push(worded(&smooth[at..end], at, end));
            at = end;
        } else {
            at += c.len_utf8();
        }
    }
    out
}

/// The length of the beginning whose characters are all of a kind.
fn run(text: &str, of_kind: impl Fn(char) -> bool) -> usize {
    text.find(|c| !of_kind(c)).unwrap_or(text.len())
}

fn clusters(run: &str, at: usize, out: &mut Vec<Token>) {
    let mut bounds = GraphemeClusterSegmenter::new().segment_str(run);
    let mut start = bounds.next().unwrap_or(0);
    for end in bounds {
        let cluster = &run[start..end];
        // The Lao vowel AE is often typed as two E.
        let twice = cluster == "ເ" && out.last().is_some_and(|last| last.folded == "ເ" && last.to == at + start);
        if twice && let Some(last) = out.last_mut() {
            (last.folded, last.to) = ("ແ".into(), at + end);
        } else if cluster.chars().next().is_some_and(char::is_alphanumeric) {
            out.push(Token { folded: cluster.into(), written: None, from: at + start, to: at + end });
        }
        start = end;
    }
}

/// The length of the word that a text begins with; a number takes `/` and a bracketed stone into itself.
fn word(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut has_digit) = (0, false);
    while let Some(c) = text[at..].chars().next() {
        let after = bytes.get(at + 1).copied();
        if is_of_word(c) {
            has_digit |= c.is_ascii_digit();
            at += c.len_utf8();
        } else if c == '/' && joins(&text[at + 1..], has_digit) {
            at += 1;
        } else if c == '(' && has_digit && after.is_some_and(|byte| byte.is_ascii_digit()) {
            let digits = run(&text[at + 1..], |c| c.is_ascii_digit());
            if digits > STONE_DIGITS || bytes.get(at + 1 + digits) != Some(&b')') {
                break;
            }
            at += digits + 2;
        } else {
            break;
        }
    }
    at
}

/// True when what follows a `/` belongs to the same number.
fn joins(after: &str, has_digit: bool) -> bool {
    after.chars().next().is_some_and(|next| is_of_word(next) && (has_digit || next.is_ascii_digit()))
}

fn worded(word: &str, from: usize, to: usize) -> Token {
    let word = word.char_indices().nth(WORD_CHARACTERS).map_or(word, |(end, _)| &word[..end]);
    let folded = folded(word);
    let written = (folded != word).then(|| word.to_owned());
    Token { folded, written, from, to }
}

/// The word without marks, and with plain letters for those that no mark makes out of a plain one, such as `đ` or `ø`.
fn folded(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    let apart = DecomposingNormalizerBorrowed::new_nfd().normalize(word);
    let mut plain = String::with_capacity(apart.len());
    for c in apart.chars().filter(|c| !is_mark(*c)) {
        match c {
            // Old fonts wrote the Icelandic letter for the Vietnamese one.
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

/// What a number in one piece is also found by: the beginning of a longer one (`12/2026` of `12/2026/cv`), and its words.
pub fn loose(token: &str) -> Vec<String> {
    if !token.contains('/') {
        return Vec::new();
    }
    let parts: Vec<&str> = token.split('/').collect();
    let beginnings = (2..parts.len()).map(|count| parts[..count].join("/"));
    let words = parts.iter().filter(|part| !part.contains(|c: char| c.is_ascii_digit())).map(|part| (*part).to_owned());
    beginnings.chain(words).collect()
}

/// The marker that two tokens make when a space was put into it: `97 (1)` is `97(1)`.
pub fn stone(smooth: &str, number: &Token, stone: &Token) -> Option<String> {
    let between = smooth.get(number.to..stone.from)?;
    let is_stone = (1..=STONE_DIGITS).contains(&stone.folded.len()) && stone.folded.bytes().all(|b| b.is_ascii_digit());
    let fits = is_stone
        && between.trim() == "("
        && smooth[stone.to..].starts_with(')')
        && number.folded.ends_with(|c: char| c.is_ascii_digit());
    fits.then(|| format!("{}({})", number.folded, stone.folded))
}

/// A whole name or number as one piece, for finding exactly it; none where it is long.
pub fn exact(text: &str) -> Option<String> {
    const LONGEST: usize = 120;
    let mut out = String::new();
    for token in tokens(&smooth(text)) {
        if !out.is_empty() {
            out.push('-');
        }
        out.push_str(&token.folded);
    }
    (!out.is_empty() && out.len() <= LONGEST).then_some(out)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn broken(text: &str) -> String {
        tokens(&smooth(text)).into_iter().map(|token| token.folded).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn vietnamese_is_folded_and_kept_as_written() {
        assert_eq!(broken("Đường tuần tra song phương"), "duong tuan tra song phuong");
        let words = tokens(&smooth("ĐẤU Giang"));
        assert_eq!((words[0].folded.as_str(), words[0].written()), ("dau", "đấu"));
        assert_eq!((words[1].folded.as_str(), words[1].written.as_deref()), ("giang", None));
        // The same word in separate characters.
        assert_eq!(tokens(&smooth("d\u{323}"))[0], tokens(&smooth("\u{1e0d}"))[0]);
    }

    #[test]
    fn letters_that_no_mark_makes_are_found_under_plain_ones() {
        assert_eq!(broken("Storskog på Jakobselv, Øvre Pasvik"), "storskog pa jakobselv ovre pasvik");
        // A mark without a letter, which Unicode counts among the letters, is no word.
        assert_eq!(broken("\u{37a} a"), "a");
        assert_eq!(broken("Kárášjohka, Deatnu, Ŋuorggan, straße, œuvre"), "karasjohka deatnu nuorggan strasse oeuvre");
    }

    #[test]
    fn chinese_lao_and_khmer_are_broken_into_clusters() {
        assert_eq!(broken("河口会谈"), "河 口 会 谈");
        assert_eq!(broken("mốc 97(1)会"), "moc 97(1) 会");
        assert!(broken("ព្រំដែន").contains(' '));
        assert_eq!(broken("ນ້ຳ").split(' ').count(), broken("ນໍ້າ").split(' ').count());
    }

    #[test]
    fn spellings_that_look_alike_are_alike() {
        // Lao water: the tone before AM, after the first half of AM, and before both halves.
        assert_eq!(broken("ນ້ຳ"), broken("ນ\u{0ecd}\u{0ec9}\u{0eb2}"));
        assert_eq!(broken("ນ້ຳ"), broken("ນ\u{0ec9}\u{0ecd}\u{0eb2}"));
        assert_eq!(broken("ເເຂວງ"), broken("ແຂວງ"));
        assert_eq!(broken("ក\u{17c1}\u{17b6}"), broken("ក\u{17c4}"));
        assert_eq!(broken("ព្រំ\u{200b}ដែន"), broken("ព្រំដែន"));
        assert_eq!(broken("９７（１）"), "97(1)");
        assert_eq!(broken("ປີ ໒໐໒໖"), broken("ປີ 2026"));
        assert_eq!(broken("ឆ្នាំ ២០២៦"), broken("ឆ្នាំ 2026"));
    }

    #[test]
    fn a_number_stays_in_one_piece() {
        for (text, pieces) in [
            ("mốc 97, 97(1) và 97/2", "moc 97 97(1) va 97/2"),
            ("T44(2)-T45", "t44(2) t45"),
            ("1000/2(1).", "1000/2(1)"),
            ("Số 12/2026/CV-BP", "so 12/2026/cv bp"),
            ("và/hoặc", "va hoac"),
            ("TT/2026", "tt/2026"),
            ("3 (ba)", "3 ba"),
            ("97(", "97"),
            ("97/", "97"),
            ("97(1", "97 1"),
        ] {
            assert_eq!(broken(text), pieces, "{text}");
        }
        assert_eq!(loose("12/2026/cv"), ["12/2026", "cv"]);
        assert_eq!(loose("97/2"), Vec::<String>::new());
    }

    #[test]
    fn a_marker_with_a_space_in_it_is_that_marker() {
        let text = smooth("mốc 97 (1) và 98 (hai)");
        let words = tokens(&text);
        assert_eq!(stone(&text, &words[1], &words[2]), Some("97(1)".into()));
        assert_eq!(stone(&text, &words[4], &words[5]), None);
    }

    #[test]
    fn a_whole_name_is_one_piece() {
        assert_eq!(exact("Số 12/2026/CV-BP").as_deref(), Some("so-12/2026/cv-bp"));
        assert_eq!(exact("  "), None);
        assert_eq!(exact(&"name ".repeat(40)), None);
    }

    proptest! {
        #[test]
        fn every_text_is_broken_at_its_characters(text in any::<String>()) {
            let smoothed = smooth(&text);
            let mut end = 0;
            for token in tokens(&smoothed) {
                prop_assert!(token.from >= end && token.to > token.from && smoothed.is_char_boundary(token.to));
                prop_assert!(!token.folded.is_empty() && !token.folded.contains([' ', '"']));
                end = token.to;
            }
        }

        #[test]
        fn places_lead_back_to_characters(text in "\\PC{0,60}") {
            let (smoothed, places) = smooth_placed(&text);
            prop_assert_eq!(places.len(), smoothed.len() + 1);
            prop_assert!(places.iter().all(|place| text.is_char_boundary(*place)));
            prop_assert!(places.windows(2).all(|two| two[0] <= two[1]));
        }
    }
}
