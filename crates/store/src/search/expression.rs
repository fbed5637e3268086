//! From what is looked for to the engine's expression, one branch for each compartment. Every word stands in quotes and
//! has been broken by this program, so nothing that was typed can be read as the engine's own language.

use super::Narrowed;
use super::document::{DAY, EXACT, LINKED, NAME, NOUN, OWN, STATUS, TITLE, WRITTEN};
use super::query::{Clause, Phrase, Query};
use super::tokens::Token;

/// How near a record is to what was looked for, the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// Its number, code or name is what was typed, or a number in it.
    Exact,
    /// All words stand together in its text, as they were written.
    Phrase,
    /// All words are in it or in the names it is linked with.
    Words,
}

impl Nearness {
    /// All, the nearest first.
    pub const ALL: [Self; 3] = [Self::Exact, Self::Phrase, Self::Words];

    /// `0`, `1` or `2`: its place in an address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Exact => "0",
            Self::Phrase => "1",
            Self::Words => "2",
        }
    }

    /// The nearness with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|nearness| nearness.code() == code)
    }
}

/// One branch a compartment, joined by OR; nothing where there is no compartment or nothing to match.
pub(super) fn over(compartments: &[char], branch: impl Fn(At) -> Option<String>) -> Option<String> {
    let branches: Vec<String> = compartments.iter().filter_map(|c| branch(At(*c))).collect();
    (!branches.is_empty()).then(|| branches.join(" OR "))
}

/// A compartment in an expression.
#[derive(Clone, Copy)]
pub(super) struct At(char);

impl At {
    /// Everything that matches the query.
    pub(super) fn all(self, query: &Query, narrowed: &Narrowed) -> Option<String> {
        let clauses: Vec<String> = query.clauses.iter().map(|clause| self.clause(clause)).collect();
        if clauses.is_empty() { None } else { Some(self.narrow(clauses.join(" AND "), query, narrowed)) }
    }

    /// What matches the query and is exactly what was typed, or has a number of it as its own.
    pub(super) fn exactly(self, query: &Query, narrowed: &Narrowed) -> Option<String> {
        let mut ways = Vec::new();
        if !query.numbers.is_empty() && query.clauses.len() > 1 {
            let numbers: Vec<String> = query.numbers.iter().map(|number| self.one(EXACT, number)).collect();
            let clauses: Vec<String> = query.clauses.iter().map(|clause| self.clause(clause)).collect();
            ways.push(format!("({} AND ({}))", clauses.join(" AND "), numbers.join(" OR ")));
        }
        ways.extend(query.whole.iter().map(|whole| self.one(EXACT, whole)));
        (!ways.is_empty()).then(|| self.narrow(format!("({})", ways.join(" OR ")), query, narrowed))
    }

    /// What has all words together, as they were written.
    pub(super) fn together(self, query: &Query, narrowed: &Narrowed) -> Option<String> {
        if query.phrase.is_empty() {
            return None;
        }
        let is_marked = query.phrase.iter().any(|token| token.written.is_some());
        let phrase = if is_marked {
            self.phrase(Some(WRITTEN), query.phrase.iter().map(Token::written))
        } else {
            self.phrase(None, query.phrase.iter().map(|token| token.folded.as_str()))
        };
        Some(self.narrow(phrase, query, narrowed))
    }

    /// Named records whose name has one of these phrases.
    pub(super) fn named(self, phrases: &[Vec<&str>]) -> Option<String> {
        let phrases: Vec<String> =
            phrases.iter().map(|phrase| self.phrase(Some(TITLE), phrase.iter().copied())).collect();
        (!phrases.is_empty()).then(|| format!("(({}) AND {})", phrases.join(" OR "), self.word(NAME)))
    }

    /// Records of these kinds that name one of these records.
    pub(super) fn naming(self, nouns: &[&str], ids: &[String]) -> Option<String> {
        let nouns: Vec<String> = nouns.iter().map(|noun| self.one(NOUN, noun)).collect();
        let ids: Vec<String> = ids.iter().map(|id| self.one(LINKED, id)).collect();
        let both = !nouns.is_empty() && !ids.is_empty();
        both.then(|| format!("(({}) AND ({}))", nouns.join(" OR "), ids.join(" OR ")))
    }

    /// Records whose title has these words together, the last of which may go on.
    pub(super) fn titled(self, words: &[&str]) -> Option<String> {
        (!words.is_empty()).then(|| format!("{} *", self.phrase(Some(TITLE), words.iter().copied())))
    }

    fn clause(self, clause: &Clause) -> String {
        let words: Vec<String> = clause.phrases.iter().map(|phrase| self.words(phrase)).collect();
        let mut ways = vec![if words.len() == 1 { words.concat() } else { format!("({})", words.join(" AND ")) }];
        ways.extend(clause.days.iter().map(|day| self.one(DAY, day)));
        ways.extend(clause.nouns.iter().map(|noun| self.one(NOUN, noun)));
        ways.extend(clause.statuses.iter().map(|status| self.one(STATUS, status)));
        let here = clause.linked.iter().filter(|(_, compartments)| compartments.contains(&self.0));
        ways.extend(here.map(|(id, _)| self.one(LINKED, id)));
        format!("({})", ways.join(" OR "))
    }

    fn words(self, phrase: &Phrase) -> String {
        match &phrase.written {
            Some(written) => self.phrase(Some(WRITTEN), written.iter().map(String::as_str)),
            None => {
                let end = if phrase.begins { " *" } else { "" };
                format!("{}{end}", self.phrase(None, phrase.folded.iter().map(String::as_str)))
            }
        }
    }

    fn narrow(self, found: String, query: &Query, narrowed: &Narrowed) -> String {
        let mut all = found;
        if let Some(noun) = &narrowed.noun {
            all = format!("{all} AND {}", self.one(NOUN, noun));
        }
        if !narrowed.months.is_empty() {
            let months: Vec<String> = narrowed.months.iter().map(|month| self.one(OWN, month)).collect();
            all = format!("{all} AND ({})", months.join(" OR "));
        }
        if !query.without.is_empty() {
            let without: Vec<String> =
                query.without.iter().map(|words| self.phrase(None, words.iter().map(String::as_str))).collect();
            all = format!("({all}) NOT ({})", without.join(" OR "));
        }
        format!("({all})")
    }

    fn phrase<'w>(self, sort: Option<char>, words: impl Iterator<Item = &'w str>) -> String {
        let mut out = String::from("\"");
        for (place, word) in words.enumerate() {
            if place > 0 {
                out.push(' ');
            }
            out.push(self.0);
            out.extend(sort);
            out.extend(word.chars().filter(|c| is_plain(*c)));
        }
        out.push('"');
        out
    }

    fn one(self, sort: char, word: &str) -> String {
        self.phrase(Some(sort), std::iter::once(word))
    }

    fn word(self, word: &str) -> String {
        self.phrase(None, std::iter::once(word))
    }
}

/// False for what would end the quotes, part the word or name another compartment. No token has any of it; a kind or a
/// period that was written into an address may.
fn is_plain(c: char) -> bool {
    let is_private = matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
    c != '"' && !c.is_whitespace() && !c.is_control() && !is_private
}

/// What is in one and not in the others, all over the same compartments.
pub(super) fn but(found: &str, without: &[&String]) -> String {
    if without.is_empty() {
        return found.to_owned();
    }
    let without: Vec<String> = without.iter().map(|without| format!("({without})")).collect();
    format!("({found}) NOT ({})", without.join(" OR "))
}
