//! Does search find everything that stands in a text: the index held against reading every text through, by other means
//! than those of the index.

use std::collections::BTreeSet;

use memchr::memmem;
use serde_json::Value;
use store::{Failure, Narrowed, Query, Row, Scope, Searcher, Store, Vocabulary};

use super::words::{EN, KM, LO, VI, VI_PLAIN, ZH};

/// Of each list of words every so many-th is in the kept set: it is looked for.
pub const KEPT: usize = 4;
/// How many faults are told by name.
const TOLD: usize = 5;
/// More than any post has: a word is looked for in all pages at once.
const EVERYTHING: usize = 1 << 32;

/// The lists by language; Vietnamese also as it is typed without marks.
const LISTS: [(&str, &[&str]); 6] =
    [("vi", VI), ("vi without marks", VI_PLAIN), ("zh", ZH), ("lo", LO), ("km", KM), ("en", EN)];

/// The texts of the records that a searcher may read, in one form.
#[derive(Debug, Default)]
pub struct ReadThrough {
    records: Vec<(String, String)>,
}

impl ReadThrough {
    /// Takes the texts of a record.
    pub fn take(&mut self, row: &Row) {
        let mut text = String::new();
        gather(&row.state, &mut text);
        self.records.push((row.id.clone(), plain(&text)));
    }

    /// How many records were taken.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// True when none was taken.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The records in which all of these words stand.
    fn having(&self, words: &str) -> BTreeSet<&str> {
        let needles: Vec<Needle> = words.split(' ').map(Needle::of).collect();
        let having = self.records.iter().filter(|(_, text)| needles.iter().all(|needle| needle.stands_in(text)));
        having.map(|(id, _)| id.as_str()).collect()
    }
}

/// What was found of what there is, for the words of one language.
#[derive(Clone, Debug)]
pub struct Recall {
    /// The code of the language, with "without marks" where they were left out.
    pub language: &'static str,
    /// How many words were looked for.
    pub words: usize,
    /// Of these, how many have two characters: words of Chinese that other indexes miss.
    pub of_two_characters: usize,
    /// How many times a word stands in a record.
    pub there: usize,
    /// How many of those were found.
    pub found: usize,
    /// How many were found in which the word does not stand: by the name of what they are linked with, or wrongly.
    pub beyond: usize,
    /// The first words that were missed in a record, or stand nowhere, which would try nothing.
    pub faults: Vec<String>,
    /// The first words that found records in which they do not stand.
    pub beyond_words: Vec<String>,
}

/// Looks for every word of the kept set, of each list every `every`-th, as a searcher who sees this scope; `texts` are those
/// of the records in it.
pub fn recall(store: &Store, scope: &Scope, texts: &ReadThrough, every: usize) -> Result<Vec<Recall>, Failure> {
    let mut all = Vec::new();
    for (language, words) in LISTS {
        let mut told = Recall::of(language);
        for word in words.iter().step_by(every.max(1)) {
            let found = store.read(|view| {
                let query = Query::read(word, &Vocabulary::default());
                Searcher::of(view, scope)?.find(&query, &Narrowed::default(), None, EVERYTHING)
            })?;
            let found = found.hits.iter().map(|(row, _)| row.id.as_str()).collect();
            told.compare(word, &texts.having(word), &found);
        }
        all.push(told);
    }
    Ok(all)
}

impl Recall {
    fn of(language: &'static str) -> Self {
        let (faults, beyond_words) = (Vec::new(), Vec::new());
        Self { language, words: 0, of_two_characters: 0, there: 0, found: 0, beyond: 0, faults, beyond_words }
    }

    fn compare(&mut self, word: &str, there: &BTreeSet<&str>, found: &BTreeSet<&str>) {
        self.words += 1;
        self.of_two_characters += usize::from(word.chars().count() == 2);
        self.there += there.len();
        self.found += there.intersection(found).count();
        self.beyond += found.difference(there).count();
        let (missed, beyond) = (there.difference(found).next(), found.difference(there).next());
        if (missed.is_some() || there.is_empty()) && self.faults.len() < TOLD {
            self.faults.push(format!("{word}: in {} records, missed {missed:?}", there.len()));
        }
        if let Some(id) = beyond.filter(|_| self.beyond_words.len() < TOLD) {
            self.beyond_words.push(format!("{word}: does not stand in {id}"));
        }
    }
}

/// A text in one form, made by other means than those of the index: every letter by a table, Lao in one order of its signs.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push(' ');
    out.extend(text.replace('\u{200b}', "").replace("ໍ້າ", "້ຳ").to_lowercase().chars().map(unmarked));
    out.push(' ');
    out
}

/// The letter without its marks.
fn unmarked(c: char) -> char {
    const LETTERS: [(&str, char); 7] = [
        ("àáảãạăằắẳẵặâầấẩẫậ", 'a'),
        ("èéẻẽẹêềếểễệ", 'e'),
        ("ìíỉĩị", 'i'),
        ("òóỏõọôồốổỗộơờớởỡợ", 'o'),
        ("ùúủũụưừứửữự", 'u'),
        ("ỳýỷỹỵ", 'y'),
        ("đ", 'd'),
    ];
    match c {
        // Latin letters without marks, and Lao, Khmer and Chinese.
        ' '..='~' | '\u{0e80}'..='\u{1dff}' | '\u{2000}'.. => c,
        _ => LETTERS.iter().find(|(marked, _)| marked.contains(c)).map_or(c, |(_, letter)| *letter),
    }
}

fn gather(value: &Value, out: &mut String) {
    match value {
        Value::String(text) => {
            out.push_str(text);
            out.push_str(" \u{1} ");
        }
        Value::Array(items) => items.iter().for_each(|item| gather(item, out)),
        Value::Object(map) => map.values().for_each(|item| gather(item, out)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A word as it is looked for in a text.
struct Needle {
    word: String,
    finder: memmem::Finder<'static>,
    /// Of a script with spaces: found as a whole word only.
    is_spaced: bool,
    /// Four letters or more of plain English: found as the beginning of a longer word as well.
    goes_on: bool,
}

impl Needle {
    fn of(word: &str) -> Self {
        let folded = plain(word).trim().to_owned();
        let finder = memmem::Finder::new(folded.as_bytes()).into_owned();
        Self { is_spaced: folded.is_ascii(), goes_on: word.is_ascii() && word.len() >= 4, word: folded, finder }
    }

    fn stands_in(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let is_letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
        self.finder.find_iter(bytes).any(|at| {
            let is_whole =
                !at.checked_sub(1).is_some_and(is_letter) && (self.goes_on || !is_letter(at + self.word.len()));
            !self.is_spaced || is_whole
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stands_in_a_text_with_or_without_its_marks_and_as_a_whole() {
        let text = plain("Tuần tra song phương tại mốc 97(1), markers 双方会谈");
        for (word, stands) in [
            ("tuần", true),
            ("tuan", true),
            ("phuong", true),
            ("phươn", false),
            ("mark", true),
            ("song", true),
            ("ong", false),
            ("会谈", true),
            ("谈会", false),
        ] {
            assert_eq!(Needle::of(word).stands_in(&text), stands, "{word}");
        }
        assert!(Needle::of("ແມ່ນ້ຳ").stands_in(&plain("ຢູ່ແມ່ນໍ້າຂອງ")));
    }
}
