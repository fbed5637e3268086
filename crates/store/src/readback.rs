//! Reading the folded tables back, to hold them against the journal: the index of search word by word, and all tables as
//! text.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use domain::Header;
use rusqlite::params;

use crate::fold::standing;
use crate::search::document::{document, named_in};
use crate::{Failure, Row, View};

/// What the index has of each record, in short: equal for equal words at equal places.
#[derive(Debug, Default)]
pub struct Indexed(BTreeMap<String, u64>);

impl Indexed {
    /// How many records the index has words of.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True when it has words of none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl View<'_> {
    /// What the index has. Reads every word of it, which takes seconds for a hundred thousand records.
    pub fn indexed(&self) -> Result<Indexed, Failure> {
        let mut digests: BTreeMap<i64, u64> = BTreeMap::new();
        let mut statement = self.connection.prepare("SELECT doc, term, \"offset\" FROM search_words")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let word = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
            let digest = digests.entry(row.get(0)?).or_default();
            *digest = digest.wrapping_add(digest_of(word, row.get(2)?));
        }
        let mut indexed = BTreeMap::new();
        let mut find = self.connection.prepare("SELECT id FROM records WHERE place = ?1")?;
        for (place, digest) in digests {
            let id = find.query_row([place], |row| row.get(0)).unwrap_or_else(|_| format!("place {place}"));
            indexed.insert(id, digest);
        }
        Ok(Indexed(indexed))
    }

    /// True when the index has of this record what is to be there.
    pub fn is_indexed(&self, indexed: &Indexed, row: &Row, header: &Header) -> Result<bool, Failure> {
        let compartments = self.compartments_kept(&row.unit, row.grade)?;
        let tokens = document(row, header, &self.kept.zone);
        let mut find =
            self.connection.prepare_cached("SELECT 1 FROM named_in WHERE target = ?1 AND compartment = ?2")?;
        for (number, _) in &compartments {
            for id in named_in(&tokens) {
                if !find.exists(params![id, number])? {
                    return Ok(false);
                }
            }
        }
        let text = standing(&tokens, &compartments);
        let words = text.split_whitespace().zip(0i64..);
        let digest = words.fold(0u64, |sum, (word, place)| sum.wrapping_add(digest_of(word, place)));
        Ok(indexed.0.get(&row.id) == Some(&digest))
    }

    /// The content of every table that is folded from the journal, as text: two stores with one journal are equal. A
    /// compartment without a record is left out: what was taken back may have made it. Those in which records stand once
    /// more for a unit above are told by the words in them.
    pub fn dump(&self) -> Result<String, Failure> {
        let mut text = String::new();
        for sql in [
            "SELECT id, noun, unit, side, status, open, turn, holder, counterpart, held_on, due, period, series, ordinal, \
             number, title, grade, exercise, version, begun_ms, changed_ms, changed_by, state FROM records ORDER BY id",
            "SELECT origin, role, target FROM links ORDER BY origin, role, target",
            "SELECT record, code, basis, unit, counterpart, counted_on, quantity FROM figures ORDER BY record, code, basis, counted_on",
            "SELECT record, sha256, size FROM attached ORDER BY record, sha256",
            "SELECT unit, grade, named FROM compartments AS c WHERE below = 0 AND EXISTS (SELECT 1 FROM records AS r WHERE \
             r.grade = c.grade AND (r.unit = c.unit OR c.unit = '')) ORDER BY unit, grade",
        ] {
            let mut statement = self.connection.prepare(sql)?;
            let width = statement.column_count();
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                for column in 0..width {
                    text.push_str(&format!("{:?}|", row.get_ref(column)?));
                }
                text.push('\n');
            }
        }
        for (id, words) in self.words_by_record()? {
            text.push_str(&format!("{id}|{}\n", words.join(" ")));
        }
        Ok(text)
    }

    /// The words of the index by record and in order, each compartment by its name: its number may differ.
    fn words_by_record(&self) -> Result<BTreeMap<String, Vec<String>>, Failure> {
        let names: BTreeMap<char, String> = self.compartment_names()?.into_iter().collect();
        let mut statement = self.connection.prepare(
            "SELECT r.id, w.term, w.\"offset\" FROM search_words AS w CROSS JOIN records AS r ON r.place = w.doc",
        )?;
        let mut rows = statement.query([])?;
        let mut found: BTreeMap<String, Vec<(i64, String)>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let term: String = row.get(1)?;
            let mut rest = term.chars();
            let Some(name) = rest.next().and_then(|compartment| names.get(&compartment)) else { continue };
            found.entry(row.get(0)?).or_default().push((row.get(2)?, format!("{name}:{}", rest.as_str())));
        }
        let in_order = |mut words: Vec<(i64, String)>| {
            words.sort_unstable();
            words.into_iter().map(|(_, word)| word).collect()
        };
        Ok(found.into_iter().map(|(id, words)| (id, in_order(words))).collect())
    }
}

fn digest_of(word: &str, place: i64) -> u64 {
    let mut hasher = DefaultHasher::new();
    (word, place).hash(&mut hasher);
    hasher.finish()
}
