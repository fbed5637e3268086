//! Words that name a kind of record or a state, in whatever language: who writes `hội đàm` or `会谈` means talks, also
//! those in whose text the word does not stand. The words come from whoever translates; none stand here.

use std::collections::{BTreeSet, HashMap};

use super::tokens::{Token, smooth, tokens};

/// What a word of the interface names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meaning {
    /// A kind of record.
    Noun(String),
    /// A state of records.
    Status(String),
}

/// The words of the interface by what they mean.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    meanings: HashMap<String, BTreeSet<Meaning>>,
    longest: usize,
}

impl Vocabulary {
    /// The vocabulary of these words.
    pub fn of<W: AsRef<str>>(words: impl IntoIterator<Item = (W, Meaning)>) -> Self {
        let mut made = Self::default();
        for (word, meaning) in words {
            let key = tokens(&smooth(word.as_ref()));
            if !key.is_empty() {
                made.longest = made.longest.max(key.len());
                made.meanings.entry(joined(key.iter().map(|token| token.folded.as_str()))).or_default().insert(meaning);
            }
        }
        made
    }

    /// How many tokens the longest word has.
    pub(super) fn longest(&self) -> usize {
        self.longest
    }

    /// What these tokens together mean; nothing for most.
    pub(super) fn meaning<'t>(&self, tokens: impl IntoIterator<Item = &'t str>) -> Option<&BTreeSet<Meaning>> {
        if self.meanings.is_empty() { None } else { self.meanings.get(&joined(tokens)) }
    }

    /// Where a chunk without spaces begins or ends with a word of this vocabulary: the place that parts it in two.
    pub(super) fn parting(&self, chunk: &[Token]) -> Option<usize> {
        let means = |part: &[Token]| self.meaning(part.iter().map(|token| token.folded.as_str())).is_some();
        let places = 1..chunk.len();
        places.rev().find(|place| means(&chunk[..*place]) || means(&chunk[*place..]))
    }
}

fn joined<'t>(tokens: impl IntoIterator<Item = &'t str>) -> String {
    let mut out = String::new();
    for token in tokens {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(token);
    }
    out
}
