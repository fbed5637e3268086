//! Finding: one page of records, how many there are of which kind, and what to try when there are none.
//!
//! Everything is asked of the compartments that the searcher may look into and of nothing else: results, counts, kinds,
//! names that lead on, and completions. A page is found from the last record of the page before, never by counting on.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{OptionalExtension, params};

use super::compartment::{Compartments, number};
use super::document;
use super::expression::{Nearness, but, over};
use super::query::Query;
use super::tokens::{smooth, tokens};
use super::vocabulary::Vocabulary;
use crate::{Failure, Row, Scope, View};

/// Records are counted up to this number; beyond it there are "more".
pub const COUNTED: usize = 1000;
/// A word that more names have is too common to lead to what they are linked with.
const NAMES: usize = 24;
/// So many words together are looked at as names; a longer line is a sentence.
const NAMED_WORDS: usize = 8;
/// So many words are left out one by one when nothing has them all.
const LEFT_OUT: usize = 5;

/// To what a search is narrowed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrowed {
    /// Only this kind.
    pub noun: Option<String>,
    /// Only these months and years of the record's own day, as `2026-02` or `2026`; empty is any.
    pub months: Vec<String>,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// One page, the nearest first and the latest begun first among equals.
    pub hits: Vec<(Row, Nearness)>,
    /// How many there are, at most [`COUNTED`].
    pub total: usize,
    /// True when there are more than were counted.
    pub has_more: bool,
    /// How many of which kind, the most first; of the latest [`COUNTED`] where there are more.
    pub nouns: Vec<(String, usize)>,
    /// From where the next page goes on; none on the last.
    pub next: Option<String>,
}

/// What there is with one word less.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fewer {
    /// Which clause of the query was left out, from 0.
    pub clause: usize,
    /// How many records have the others, at most [`COUNTED`].
    pub total: usize,
}

/// Somebody who searches: the records of one state of the database, as far as a scope sees them.
pub struct Searcher<'v> {
    pub(super) view: &'v View<'v>,
    scope: &'v Scope,
    pub(super) compartments: Compartments,
}

impl<'v> Searcher<'v> {
    /// Somebody who sees what this scope sees.
    pub fn of(view: &'v View<'v>, scope: &'v Scope) -> Result<Self, Failure> {
        Ok(Self { view, scope, compartments: view.compartments(scope)? })
    }

    /// One page of what matches. `after` is [`Found::next`] of the page before.
    pub fn find(
        &self,
        query: &Query,
        narrowed: &Narrowed,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Found, Failure> {
        let broad = Narrowed { noun: None, ..narrowed.clone() };
        let Some(everything) = over(&self.compartments.all, |at| at.all(query, &broad)) else {
            return Ok(Found::default());
        };
        let counted = self.places(&everything, None, COUNTED + 1)?;
        let kinds = self.kinds(&counted[..counted.len().min(COUNTED)])?;
        let mut nouns: BTreeMap<&str, usize> = BTreeMap::new();
        kinds.iter().for_each(|(_, noun)| *nouns.entry(noun).or_default() += 1);
        let mut nouns: Vec<(String, usize)> = nouns.into_iter().map(|(noun, count)| (noun.to_owned(), count)).collect();
        nouns.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let of_kind = |noun: &str| narrowed.noun.as_deref().is_none_or(|wanted| wanted == noun);
        let after = after.map(|after| self.place_after(after)).transpose()?.flatten();
        let asked = Asked { query, narrowed, limit };
        let (total, has_more, mut places) = if counted.len() <= COUNTED {
            let complete: Vec<i64> = kinds.iter().filter(|(_, noun)| of_kind(noun)).map(|(place, _)| *place).collect();
            (complete.len(), false, self.ordered(&asked, &complete, after)?)
        } else {
            let all = over(&self.compartments.all, |at| at.all(query, narrowed)).unwrap_or_default();
            let count =
                if narrowed.noun.is_some() { self.places(&all, None, COUNTED + 1)?.len() } else { counted.len() };
            (count.min(COUNTED), count > COUNTED, self.stepped(&asked, &all, after)?)
        };
        let goes_on = places.len() > limit;
        places.truncate(limit);
        let mut hits = Vec::with_capacity(places.len());
        for (nearness, place) in places {
            let row = self.shown(place)?;
            hits.extend(row.map(|row| (row, nearness)));
        }
        let next = hits.last().filter(|_| goes_on).map(|(row, nearness)| format!("{}-{}", nearness.code(), row.id));
        Ok(Found { hits, total, has_more, nouns, next })
    }

    /// The expression of a list's filter by text; one that matches nothing where there is nothing to look for.
    pub(crate) fn matching(&self, text: &str) -> Result<String, Failure> {
        let query = self.linked(Query::read(text, &Vocabulary::default()))?;
        let all = over(&self.compartments.all, |at| at.all(&query, &Narrowed::default()));
        Ok(all.unwrap_or_else(|| "\"\"".to_owned()))
    }

    /// The query with links: a word that stands in the name of a unit, a place or an officer also finds what is linked
    /// with it, and through a relation of two units what is linked with the relation. Names are read as they are now, so
    /// a unit that was renamed is found by its new name and by those it had.
    pub fn linked(&self, mut query: Query) -> Result<Query, Failure> {
        let mut led = self.leads(&query)?;
        for (clause, ids) in query.clauses.iter_mut().zip(&mut led) {
            ids.extend(clause.code.clone());
            if !ids.is_empty() {
                let names: Vec<String> = ids.iter().cloned().collect();
                let through = over(&self.compartments.named, |at| at.naming(&[document::RELATION], &names));
                let through = through.map(|through| self.places(&through, None, NAMES * 2)).transpose()?;
                for place in through.unwrap_or_default() {
                    ids.extend(self.id_at(place)?);
                }
            }
            for id in ids.iter() {
                let named_in = self.named_in(id)?;
                clause.linked.extend((!named_in.is_empty()).then(|| (id.clone(), named_in)));
            }
        }
        Ok(query)
    }

    /// To which named records the words of each clause lead. Two words that stand in one name lead there and nowhere else.
    fn leads(&self, query: &Query) -> Result<Vec<BTreeSet<String>>, Failure> {
        let mut led: Vec<BTreeSet<String>> = vec![BTreeSet::new(); query.clauses.len()];
        let plain = query.clauses.iter().enumerate().filter(|(_, clause)| clause.is_plain);
        let words: Vec<(usize, &[String])> = plain
            .flat_map(|(place, clause)| clause.phrases.iter().map(move |phrase| (place, phrase.folded.as_slice())))
            .collect();
        if words.len() > NAMED_WORDS {
            return Ok(led);
        }
        for two in words.windows(2).filter(|two| two[0].0 + 1 == two[1].0) {
            let ids = self.named(&[two[0].1, two[1].1].concat())?;
            [two[0].0, two[1].0].into_iter().for_each(|place| led[place].extend(ids.iter().cloned()));
        }
        for (place, word) in words {
            if led[place].is_empty() {
                led[place].extend(self.named(word)?);
            }
        }
        Ok(led)
    }

    /// In which of these compartments a record is named by others.
    fn named_in(&self, id: &str) -> Result<Vec<char>, Failure> {
        let sql = "SELECT 1 FROM named_in WHERE target = ?1 AND compartment = ?2";
        let mut find = self.view.connection.prepare_cached(sql)?;
        let mut found = Vec::new();
        for character in &self.compartments.all {
            if find.exists(params![id, number(*character)])? {
                found.push(*character);
            }
        }
        Ok(found)
    }

    /// The identities of what has these words together in its name; none when the words are too common.
    fn named(&self, words: &[String]) -> Result<Vec<String>, Failure> {
        let phrase = vec![words.iter().map(String::as_str).collect()];
        let Some(expression) = over(&self.compartments.named, |at| at.named(&phrase)) else { return Ok(Vec::new()) };
        let places = self.places(&expression, None, NAMES + 1)?;
        if places.len() > NAMES {
            return Ok(Vec::new());
        }
        places.into_iter().filter_map(|place| self.id_at(place).transpose()).collect()
    }

    /// What there is with one word less, the most first, for a query that nothing matches.
    pub fn fewer(&self, query: &Query, narrowed: &Narrowed) -> Result<Vec<Fewer>, Failure> {
        if query.clauses.len() < 2 || query.clauses.len() > LEFT_OUT {
            return Ok(Vec::new());
        }
        let mut fewer = Vec::new();
        for clause in 0..query.clauses.len() {
            let less = query.without_clause(clause);
            let expression = over(&self.compartments.all, |at| at.all(&less, narrowed)).unwrap_or_default();
            let total = self.places(&expression, None, COUNTED)?.len();
            fewer.extend((total > 0).then_some(Fewer { clause, total }));
        }
        fewer.sort_by_key(|fewer| std::cmp::Reverse(fewer.total));
        Ok(fewer)
    }

    /// Records whose title has the words, the last of which may go on: for completing what is being typed.
    pub fn completions(&self, text: &str, limit: usize) -> Result<Vec<Row>, Failure> {
        const SHORTEST: usize = 2;
        let broken = tokens(&smooth(&text.chars().take(60).collect::<String>()));
        let words: Vec<&str> = broken.iter().map(|token| token.folded.as_str()).collect();
        let is_short = words.iter().map(|word| word.len()).sum::<usize>() < SHORTEST;
        let expression = over(&self.compartments.all, |at| at.titled(&words)).filter(|_| !is_short);
        let Some(expression) = expression else { return Ok(Vec::new()) };
        let (mut rows, mut seen): (Vec<Row>, BTreeSet<String>) = (Vec::new(), BTreeSet::new());
        for place in self.places(&expression, None, limit * 8)? {
            if rows.len() == limit {
                break;
            }
            let row = self.shown(place)?;
            rows.extend(row.filter(|row| seen.insert(row.title.clone())));
        }
        Ok(rows)
    }

    /// The places that match, the latest first; below a place, where one is given.
    fn places(&self, expression: &str, below: Option<i64>, limit: usize) -> Result<Vec<i64>, Failure> {
        if expression.is_empty() {
            return Ok(Vec::new());
        }
        let sql = "SELECT rowid FROM search WHERE search MATCH ?1 AND rowid < ?2 ORDER BY rowid DESC LIMIT ?3";
        let mut statement = self.view.connection.prepare_cached(sql)?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows = statement.query_map(params![expression, below.unwrap_or(i64::MAX), limit], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The kind of each place, in their order.
    fn kinds(&self, places: &[i64]) -> Result<Vec<(i64, String)>, Failure> {
        let mut statement =
            self.view.connection.prepare_cached("SELECT noun FROM records INDEXED BY records_kind WHERE place = ?1")?;
        let kind =
            |place: &i64| Ok(statement.query_row([place], |row| row.get(0)).optional()?.map(|noun| (*place, noun)));
        places.iter().map(kind).filter_map(Result::transpose).collect()
    }

    fn id_at(&self, place: i64) -> Result<Option<String>, Failure> {
        let mut statement = self.view.connection.prepare_cached("SELECT id FROM records WHERE place = ?1")?;
        Ok(statement.query_row([place], |row| row.get(0)).optional()?)
    }

    /// Where a page goes on: the nearness and place of the record that was last on the page before.
    fn place_after(&self, after: &str) -> Result<Option<(Nearness, i64)>, Failure> {
        let Some((nearness, id)) = after.split_once('-') else { return Ok(None) };
        let Some(nearness) = Nearness::from_code(nearness) else { return Ok(None) };
        let row = self.view.record(id)?.filter(|row| self.scope.sees(&row.unit, row.grade));
        let Some(row) = row else { return Ok(None) };
        let mut statement = self.view.connection.prepare_cached("SELECT place FROM records WHERE id = ?1")?;
        Ok(Some((nearness, statement.query_row([&row.id], |row| row.get(0))?)))
    }

    /// The expressions of what is nearer than having all words somewhere.
    fn nearer(&self, asked: &Asked<'_>) -> [Option<String>; 2] {
        let all = &self.compartments.all;
        [
            over(all, |at| at.exactly(asked.query, asked.narrowed)),
            over(all, |at| at.together(asked.query, asked.narrowed)),
        ]
    }

    /// The record at a place. The compartments hold nothing that the scope hides; were one wrong, its row would still
    /// not be shown.
    fn shown(&self, place: i64) -> Result<Option<Row>, Failure> {
        Ok(self.view.at(place)?.filter(|row| self.scope.sees(&row.unit, row.grade)))
    }

    /// The page after a place out of everything there is.
    fn ordered(
        &self,
        asked: &Asked<'_>,
        all: &[i64],
        after: Option<(Nearness, i64)>,
    ) -> Result<Vec<(Nearness, i64)>, Failure> {
        let [exactly, together] = self.nearer(asked);
        let set = |expression: Option<String>| -> Result<BTreeSet<i64>, Failure> {
            Ok(self.places(&expression.unwrap_or_default(), None, COUNTED + 1)?.into_iter().collect())
        };
        let (exactly, together) = (set(exactly)?, set(together)?);
        let near = |place: &i64| {
            let nearness = if exactly.contains(place) {
                Nearness::Exact
            } else if together.contains(place) {
                Nearness::Phrase
            } else {
                Nearness::Words
            };
            (nearness, std::cmp::Reverse(*place))
        };
        let mut order: Vec<_> = all.iter().map(near).collect();
        order.sort_unstable();
        let after = after.map(|(nearness, place)| (nearness, std::cmp::Reverse(place)));
        let rest = order.into_iter().filter(|at| after.is_none_or(|after| *at > after));
        Ok(rest.take(asked.limit + 1).map(|(nearness, place)| (nearness, place.0)).collect())
    }

    /// The page after a place where there is too much to look at all of it: nearness by nearness, each from the latest on.
    fn stepped(
        &self,
        asked: &Asked<'_>,
        all: &str,
        after: Option<(Nearness, i64)>,
    ) -> Result<Vec<(Nearness, i64)>, Failure> {
        let [exactly, together] = self.nearer(asked);
        let steps = [(Nearness::Exact, exactly), (Nearness::Phrase, together), (Nearness::Words, Some(all.to_owned()))];
        let (mut page, mut nearer): (Vec<(Nearness, i64)>, Vec<String>) = (Vec::new(), Vec::new());
        for (nearness, expression) in steps {
            let Some(expression) = expression else { continue };
            let is_passed = after.is_some_and(|(reached, _)| nearness < reached);
            let wanted = (asked.limit + 1).saturating_sub(page.len());
            if !is_passed && wanted > 0 {
                let below = after.filter(|(reached, _)| nearness == *reached).map(|(_, place)| place);
                let only = but(&expression, &nearer.iter().collect::<Vec<_>>());
                page.extend(self.places(&only, below, wanted)?.into_iter().map(|place| (nearness, place)));
            }
            nearer.push(expression);
        }
        Ok(page)
    }
}

/// What a page is asked by.
struct Asked<'a> {
    query: &'a Query,
    narrowed: &'a Narrowed,
    limit: usize,
}
