//! How much of the index a search goes through: for showing that it is the same whatever the searcher may not read.

use super::expression::over;
use super::find::{Narrowed, Searcher};
use super::query::Query;
use crate::Failure;

/// What a search goes through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effort {
    /// How many compartments are looked into.
    pub compartments: usize,
    /// How many words are looked up in them, each as often as it is asked for.
    pub words: usize,
    /// How many entries of the index stand under those words: one for each time a word stands in a record.
    pub entries: usize,
}

impl Searcher<'_> {
    /// What a search for everything that matches goes through. Reads the index back word by word, which takes much longer
    /// than the search.
    pub fn effort(&self, query: &Query, narrowed: &Narrowed) -> Result<Effort, Failure> {
        let expression = over(&self.compartments.all, |at| at.all(query, narrowed)).unwrap_or_default();
        let mut effort = Effort { compartments: self.compartments.all.len(), ..Effort::default() };
        let sql = "SELECT count(*) FROM search_words WHERE term >= ?1 AND term <= ?2";
        let mut count = self.view.connection.prepare_cached(sql)?;
        // Every second piece between quotes is a phrase; a star behind it lets its last word go on.
        let pieces: Vec<&str> = expression.split('"').collect();
        for two in pieces.get(1..).unwrap_or_default().chunks(2) {
            let goes_on = two.get(1).is_some_and(|after| after.starts_with(" *"));
            let words: Vec<&str> = two[0].split(' ').filter(|word| !word.is_empty()).collect();
            for (place, word) in words.iter().enumerate() {
                let last =
                    if goes_on && place + 1 == words.len() { format!("{word}\u{10ffff}") } else { (*word).to_owned() };
                let entries: i64 = count.query_row([*word, last.as_str()], |row| row.get(0))?;
                effort.words += 1;
                effort.entries += usize::try_from(entries).unwrap_or(0);
            }
        }
        Ok(effort)
    }
}
