//! Nothing that stands in a text is missed: a hundred thousand records in five languages, a kept set of words with and
//! without marks, two-character Chinese, Lao and Khmer in the middle of sentences, held against looking through every
//! text by brute force.

use std::collections::BTreeSet;

use domain::Grade;
use memchr::memmem;
use store::{Failure, Found, Narrowed, Query, Row, Scope, Searcher, Store, Vocabulary};
use testkit::crowd::words::{EN, KM, LO, VI, VI_PLAIN, ZH};
use testkit::crowd::{Crowd, Spread};

const RECORDS: usize = 100_000;
const UNITS: usize = 12;
/// Of each list of words every so many-th is looked for.
const EVERY: usize = 4;

/// A text in one form, made by other means than the program's: every letter by a table, Lao in one order of its signs.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push(' ');
    for c in text.replace("\u{200b}", "").replace("ໍ້າ", "້ຳ").to_lowercase().chars() {
        out.push(unmarked(c));
    }
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
        ' '..='~' => c,
        _ => LETTERS.iter().find(|(marked, _)| marked.contains(c)).map_or(c, |(_, letter)| *letter),
    }
}

/// A record that the searcher may read: its identity, and all its texts in one form.
struct Seen {
    id: String,
    text: String,
}

fn texts(value: &serde_json::Value, out: &mut String) {
    match value {
        serde_json::Value::String(text) => {
            out.push_str(text);
            out.push_str(" \u{1} ");
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| texts(item, out)),
        serde_json::Value::Object(map) => map.values().for_each(|item| texts(item, out)),
        _ => {}
    }
}

/// A word as it is looked for by brute force.
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
            let is_whole = !is_letter(at - 1) && (self.goes_on || !is_letter(at + self.word.len()));
            !self.is_spaced || is_whole
        })
    }
}

#[test]
fn every_word_of_the_kept_set_is_found_wherever_it_stands_and_nowhere_else() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("crowd.db")).unwrap();
    let units: Vec<String> = (0..UNITS).map(|number| format!("unit-{number}")).collect();
    let counterparts = (0..UNITS).map(|number| format!("pair-{number}")).collect();
    let scope = Scope::of(true, units[..UNITS / 2].iter().map(|unit| (unit.clone(), Grade::Restricted)));
    let mut seen: Vec<Seen> = Vec::with_capacity(RECORDS);
    let mut crowd = Crowd::new("crowd", 24, Spread { units, counterparts, restricted_every: 10 });
    let see = |row: &Row| {
        if scope.sees(&row.unit, row.grade) {
            let mut text = String::new();
            texts(&row.state, &mut text);
            seen.push(Seen { id: row.id.clone(), text: plain(&text) });
        }
    };
    crowd.settle(&store, RECORDS, see).unwrap();
    assert!((RECORDS / 3..RECORDS * 2 / 3).contains(&seen.len()), "{} records can be read", seen.len());
    let lists: [&[&str]; 6] = [VI, VI_PLAIN, ZH, LO, KM, EN];
    let kept: Vec<&str> = lists.iter().flat_map(|list| list.iter().step_by(EVERY)).copied().collect();
    let mut found_in_all = 0;
    for word in &kept {
        let found = store.read(|view| {
            let query = Query::read(word, &Vocabulary::default());
            Searcher::of(view, &scope)?.find(&query, &Narrowed::default(), None, RECORDS)
        });
        let found: Found = found.unwrap_or_else(|failure: Failure| panic!("{word}: {failure}"));
        let needles: Vec<Needle> = word.split(' ').map(Needle::of).collect();
        let truth = seen.iter().filter(|seen| needles.iter().all(|needle| needle.stands_in(&seen.text)));
        let truth: BTreeSet<&str> = truth.map(|seen| seen.id.as_str()).collect();
        let found: BTreeSet<&str> = found.hits.iter().map(|(row, _)| row.id.as_str()).collect();
        let missed: Vec<_> = truth.difference(&found).take(3).collect();
        let extra: Vec<_> = found.difference(&truth).take(3).collect();
        assert!(missed.is_empty() && extra.is_empty(), "{word}: missed {missed:?}, extra {extra:?}");
        assert!(!truth.is_empty(), "{word} stands nowhere");
        found_in_all += truth.len();
    }
    assert!(kept.len() > 100 && found_in_all > RECORDS, "{} words, {found_in_all} records", kept.len());
}
