//! What a person looks for, read from one line: words that must all be there, `"a phrase"`, `-without this`.
//!
//! Numbers, markers and dates are recognised in it, and words that name a kind of record or a state. Everything else that
//! was typed is only text: nothing of it reaches the engine but the tokens it was broken into.

use super::dates::{Dated, dates};
use super::tokens::{Token, exact, is_dense, smooth, tokens};
use super::vocabulary::{Meaning, Vocabulary};

const CHARACTERS: usize = 200;
const CLAUSES: usize = 12;
const WITHOUT: usize = 6;
/// An English word of so many letters is also found as the beginning of a longer one.
const BEGINNING: usize = 4;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Each of these must match.
    pub(super) clauses: Vec<Clause>,
    /// None of these may stand in the text.
    pub(super) without: Vec<Vec<String>>,
    /// The whole line as one name or number.
    pub(super) whole: Option<String>,
    /// The numbers in one piece among the words, such as `97(1)`.
    pub(super) numbers: Vec<String>,
    /// All words in their order, as they were written.
    pub(super) phrase: Vec<Token>,
}

/// One thing that must match: words of the text, or what they name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Clause {
    /// Phrases that must all stand in the text.
    pub(super) phrases: Vec<Phrase>,
    /// Or a day, a month or a year: `2026-02-14`, `2026-02`, `2026`.
    pub(super) days: Vec<String>,
    /// Or one of these kinds.
    pub(super) nouns: Vec<String>,
    /// Or one of these states.
    pub(super) statuses: Vec<String>,
    /// Or the code of a record, which finds what is linked with it.
    pub(super) code: Option<String>,
    /// Or a link to one of these records, whose names have the words, each with the compartments where it is named.
    pub(super) linked: Vec<(String, Vec<char>)>,
    /// True for a plain word, which may be part of a name.
    pub(super) is_plain: bool,
    /// How it was typed, in small letters.
    typed: String,
}

/// Words that stand together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Phrase {
    /// The words without marks.
    pub(super) folded: Vec<String>,
    /// The words as written, where just these are wanted.
    pub(super) written: Option<Vec<String>>,
    /// True when the last word may go on.
    pub(super) begins: bool,
}

impl Phrase {
    fn of(tokens: &[Token]) -> Self {
        let last = tokens.last().map(|token| (token.folded.as_str(), &token.written));
        let begins = last.is_some_and(|(word, written)| {
            written.is_none() && word.len() >= BEGINNING && word.bytes().all(|byte| byte.is_ascii_alphabetic())
        });
        Self { folded: folded(tokens), written: None, begins }
    }

    fn quoted(tokens: &[Token]) -> Self {
        let is_marked = tokens.iter().any(|token| token.written.is_some());
        let written = is_marked.then(|| tokens.iter().map(|token| token.written().to_owned()).collect());
        Self { folded: folded(tokens), written, begins: false }
    }
}

fn folded(tokens: &[Token]) -> Vec<String> {
    tokens.iter().map(|token| token.folded.clone()).collect()
}

/// A stretch of the line without spaces, or in quotes.
#[derive(Clone)]
struct Chunk {
    tokens: Vec<Token>,
    typed: String,
}

impl Chunk {
    fn of(typed: &str) -> Self {
        Self { tokens: tokens(typed), typed: typed.to_owned() }
    }
}

/// What a stretch of the line is.
enum Part {
    Words(Chunk),
    Quoted(Chunk),
    Date(Chunk, Dated),
    Without(Chunk),
}

impl Query {
    /// Reads what was typed; a line without a word looks for nothing.
    pub fn read(line: &str, words: &Vocabulary) -> Self {
        let short: String = line.chars().take(CHARACTERS).collect();
        let line = stones(&smooth(&short));
        let mut query = Self::default();
        let mut plain: Vec<Chunk> = Vec::new();
        let parts = parts(&line);
        let is_bare = parts.iter().all(|part| !matches!(part, Part::Without(_) | Part::Quoted(_)));
        for part in parts {
            if !matches!(part, Part::Words(_)) {
                query.add_words(&std::mem::take(&mut plain), words);
            }
            match part {
                Part::Words(chunk) => plain.extend(parted(chunk, words)),
                Part::Quoted(Chunk { tokens, typed }) => {
                    let (phrases, typed) = (vec![Phrase::quoted(&tokens)], format!("\"{typed}\""));
                    query.add(Clause { phrases, typed, ..Clause::default() }, tokens);
                }
                Part::Date(Chunk { tokens, typed }, dated) => {
                    let phrases = vec![Phrase::of(&tokens)];
                    query.add(Clause { phrases, days: vec![dated.text()], typed, ..Clause::default() }, tokens);
                }
                Part::Without(chunk) if query.without.len() < WITHOUT => query.without.push(folded(&chunk.tokens)),
                Part::Without(_) => {}
            }
        }
        query.add_words(&plain, words);
        query.whole = exact(&line).filter(|_| is_bare);
        let is_number = |word: &&Token| word.folded.contains(['/', '(']) && word.folded.contains(char::is_numeric);
        query.numbers = query.phrase.iter().filter(is_number).map(|token| token.folded.clone()).collect();
        query
    }

    /// True when nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    /// The line without one of its words or phrases.
    pub fn line_without(&self, place: usize) -> String {
        let kept =
            self.clauses.iter().enumerate().filter(|(at, _)| *at != place).map(|(_, clause)| clause.typed.clone());
        let without = self.without.iter().map(|words| format!("-\"{}\"", words.join(" ")));
        kept.chain(without).collect::<Vec<_>>().join(" ")
    }

    /// The same query without one of its words, for saying which word is too much.
    pub(super) fn without_clause(&self, place: usize) -> Self {
        let mut less = self.clone();
        less.clauses.remove(place);
        less
    }

    fn add(&mut self, clause: Clause, tokens: Vec<Token>) {
        if self.clauses.len() < CLAUSES {
            self.clauses.push(clause);
            self.phrase.extend(tokens);
        }
    }

    /// Plain words; those that together name a kind or a state become one clause.
    fn add_words(&mut self, chunks: &[Chunk], words: &Vocabulary) {
        let mut at = 0;
        while at < chunks.len() {
            let longest = words.longest().min(chunks.len() - at).max(1);
            let named = (1..=longest).rev().find_map(|count| {
                let tokens =
                    chunks[at..at + count].iter().flat_map(|chunk| &chunk.tokens).map(|token| token.folded.as_str());
                words.meaning(tokens).map(|meanings| (count, meanings))
            });
            let count = named.map_or(1, |(count, _)| count);
            let taken = &chunks[at..at + count];
            let mut clause = Clause { is_plain: named.is_none(), ..Clause::default() };
            clause.phrases = taken.iter().map(|chunk| Phrase::of(&chunk.tokens)).collect();
            clause.typed = taken.iter().map(|chunk| chunk.typed.as_str()).collect::<Vec<_>>().join(" ");
            for meaning in named.iter().flat_map(|(_, meanings)| meanings.iter()) {
                match meaning {
                    Meaning::Noun(noun) => clause.nouns.push(noun.clone()),
                    Meaning::Status(status) => clause.statuses.push(status.clone()),
                }
            }
            clause.days.extend(year(taken));
            clause.code = code(taken).filter(|_| clause.is_plain);
            self.add(clause, taken.iter().flat_map(|chunk| chunk.tokens.clone()).collect());
            at += count;
        }
    }
}

/// The year, for a word that is one.
fn year(taken: &[Chunk]) -> Option<String> {
    let [chunk] = taken else { return None };
    let [token] = chunk.tokens.as_slice() else { return None };
    let is_year = token.folded.len() == 4 && token.folded.parse().is_ok_and(|year: u32| (1900..2200).contains(&year));
    is_year.then(|| token.folded.clone())
}

/// The code of a record, for a chunk that has the form of one: `aa-bg-north`.
fn code(taken: &[Chunk]) -> Option<String> {
    let [Chunk { tokens, .. }] = taken else { return None };
    let is_plain = |token: &Token| token.folded.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (tokens.len() > 1 && tokens.iter().all(is_plain)).then(|| folded(tokens).join("-"))
}

/// A chunk without spaces that begins or ends with a word of the interface is two words.
fn parted(chunk: Chunk, words: &Vocabulary) -> Vec<Chunk> {
    let is_dense = chunk.tokens.iter().all(|token| token.folded.starts_with(is_dense));
    match words.parting(&chunk.tokens).filter(|_| is_dense) {
        Some(place) => {
            let (first, second) = chunk.typed.split_at(chunk.tokens[place].from);
            vec![Chunk::of(first), Chunk::of(second)]
        }
        None => vec![chunk],
    }
}

/// A marker with a space in it is written without: `97 (1)` is `97(1)`.
fn stones(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find(" (") {
        let (before, after) = (&rest[..at], &rest[at + 2..]);
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        let is_stone = (1..=3).contains(&digits)
            && after.as_bytes().get(digits) == Some(&b')')
            && before.ends_with(|c: char| c.is_ascii_digit());
        out.push_str(before);
        out.push_str(if is_stone { "(" } else { " (" });
        rest = after;
    }
    out.push_str(rest);
    out
}

const fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' | '『' | '』')
}

fn parts(line: &str) -> Vec<Part> {
    let mut dated = dates(line).into_iter().peekable();
    let (mut out, mut at) = (Vec::new(), 0);
    while let Some(c) = line[at..].chars().next() {
        if let Some(date) = dated.next_if(|date| date.from <= at) {
            if date.from == at {
                out.push(Part::Date(Chunk::of(&line[at..date.to]), date));
                at = date.to;
            }
            continue;
        }
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let starts = line[..at].chars().next_back().is_none_or(char::is_whitespace);
        let is_without = starts && c == '-' && line[at + 1..].starts_with(|c: char| is_quote(c) || c.is_alphanumeric());
        at += usize::from(is_without);
        let rest = &line[at..];
        let quoted = rest.chars().next().filter(|c| is_quote(*c)).map(char::len_utf8);
        let closed = quoted.and_then(|open| Some((open, rest[open..].find(is_quote)?)));
        let (taken, length) = if let Some((open, length)) = closed {
            let close = rest[open + length..].chars().next().map_or(0, char::len_utf8);
            (&rest[open..open + length], open + length + close)
        } else {
            let open = quoted.unwrap_or(0);
            let until =
                dated.peek().filter(|date| !is_without && date.from > at).map_or(rest.len(), |date| date.from - at);
            let end =
                rest[open..].find(|c: char| c.is_whitespace() || is_quote(c)).map_or(rest.len(), |end| open + end);
            let end = end.min(until).max(open);
            (&rest[open..end], end)
        };
        let chunk = Chunk::of(taken);
        if !chunk.tokens.is_empty() {
            out.push(match (is_without, closed.is_some()) {
                (true, _) => Part::Without(chunk),
                (false, true) => Part::Quoted(chunk),
                (false, false) => Part::Words(chunk),
            });
        }
        at += length;
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(line: &str) -> Query {
        Query::read(line, &Vocabulary::default())
    }

    fn words(query: &Query) -> Vec<String> {
        query
            .clauses
            .iter()
            .map(|clause| clause.phrases.iter().map(|phrase| phrase.folded.join(" ")).collect::<Vec<_>>().join(" + "))
            .collect()
    }

    #[test]
    fn words_phrases_and_exclusions_are_told_apart() {
        let query = read("mốc  \"song phương\" -cháy tuần-tra -\"hai bên\" – 97");
        assert_eq!(words(&query), ["moc", "song phuong", "tuan tra", "97"]);
        assert_eq!(query.without, [vec!["chay".to_owned()], vec!["hai".to_owned(), "ben".to_owned()]]);
        assert_eq!(query.clauses[1].phrases[0].written.as_deref(), Some(&["song".to_owned(), "phương".to_owned()][..]));
        assert_eq!(query.clauses[0].phrases[0].written, None);
    }

    #[test]
    fn an_open_quote_is_no_quote() {
        assert_eq!(words(&read("\"song phương")), ["song", "phuong"]);
        assert_eq!(words(&read("a\"b\"c")), ["a", "b", "c"]);
        assert_eq!(words(&read("“河口 会谈” 97")), ["河 口 会 谈", "97"]);
    }

    #[test]
    fn only_words_of_four_english_letters_go_on() {
        let begins = |line: &str| read(line).clauses[0].phrases[0].begins;
        assert!(begins("mark") && begins("Marker"));
        assert!(!begins("gap") && !begins("đoàn") && !begins("2026") && !begins("\"mark\"") && !begins("t44"));
    }

    #[test]
    fn numbers_dates_and_years_are_recognised() {
        assert_eq!(read("mốc 97 (1)").numbers, ["97(1)"]);
        assert_eq!(read("12/2026/CV").whole.as_deref(), Some("12/2026/cv"));
        assert_eq!(read("họp 14.02.2026").clauses[1].days, ["2026-02-14"]);
        assert_eq!(read("tháng 2 năm 2026").clauses[0].days, ["2026-02"]);
        assert_eq!(read("(2026年2月14日)").clauses[0].days, ["2026-02-14"]);
        assert_eq!(read("2026").clauses[0].days, ["2026"]);
        assert_eq!(read("97").whole.as_deref(), Some("97"));
        assert_eq!(read("97 -98").whole, None);
    }

    #[test]
    fn words_of_the_interface_name_kinds_and_states() {
        let noun = |noun: &str| Meaning::Noun(noun.to_owned());
        let vocabulary = Vocabulary::of([
            ("Hội đàm", noun("talks")),
            ("会谈", noun("talks")),
            ("nháp", Meaning::Status("draft".into())),
        ]);
        let query = Query::read("hoi dam Hà Khẩu nháp", &vocabulary);
        assert_eq!(words(&query), ["hoi + dam", "ha", "khau", "nhap"]);
        assert_eq!(
            (query.clauses[0].nouns.clone(), query.clauses[3].statuses.clone()),
            (vec!["talks".into()], vec!["draft".into()])
        );
        assert!(!query.clauses[0].is_plain && query.clauses[1].is_plain);
        let query = Query::read("河口会谈", &vocabulary);
        assert_eq!(words(&query), ["河 口", "会 谈"]);
        assert_eq!(query.clauses[1].nouns, ["talks"]);
        assert_eq!(Query::read("\"hội đàm\"", &vocabulary).clauses[0].nouns, Vec::<String>::new());
    }

    #[test]
    fn a_line_can_be_said_with_one_word_less() {
        let query = read("Mốc \"song phương\" 14.02.2026 河口 -cháy");
        assert_eq!(query.line_without(0), "\"song phương\" 14.02.2026 河口 -\"chay\"");
        assert_eq!(query.line_without(1), "mốc 14.02.2026 河口 -\"chay\"");
        assert_eq!(words(&read(&query.line_without(1))), ["moc", "14 02 2026", "河 口"]);
    }

    #[test]
    fn a_line_without_a_word_looks_for_nothing() {
        for line in ["", "  ", "\"", "\"() ", "-", "- -", "…", "\"\"", "-\"", "*", "NOT()"] {
            assert_eq!(read(line).is_empty(), line != "NOT()", "{line}");
        }
    }

    proptest! {
        #[test]
        fn every_line_is_read(line in any::<String>()) {
            let query = read(&line);
            prop_assert!(query.clauses.len() <= CLAUSES && query.without.len() <= WITHOUT);
        }

        #[test]
        fn odd_lines_are_read(line in "[a-z0-9\"“”() /.年月-]{0,40}") {
            for clause in read(&line).clauses {
                prop_assert!(clause.phrases.iter().all(|phrase| !phrase.folded.is_empty()));
            }
        }
    }
}
