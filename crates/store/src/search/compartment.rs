//! Compartments: the words of each unit and grade stand apart in the index, so that a search neither touches nor counts
//! what the searcher may not read, and takes no longer for it.
//!
//! A compartment has a number, and every token in it begins with the one character of that number. What is open to all
//! is one compartment. What is not stands in the compartment of its unit and grade, and once more in one compartment for
//! each unit above, up to the one that keeps the directory: who reaches a unit with all below it looks into one
//! compartment a grade, not into a hundred. See `docs/decisions/0012-search-without-leaks.md`.

use std::collections::{BTreeMap, HashMap};

use domain::Grade;
use rusqlite::{OptionalExtension, params};

use crate::{Failure, Scope, Transaction, View};

/// The role of the link by which a unit names its superior.
pub const SUPERIOR: &str = "superior";
/// The first number beyond the private characters of three bytes, which every post but the largest gets along with.
const SHORT: u32 = 6_400;
const MOST: u32 = SHORT + 65_000;
/// Up to so many compartments, each is looked into by itself.
const FEW: usize = 4;

/// The compartments that a transaction has met, by unit, grade and whether a named record was put into them.
pub(crate) type Met = HashMap<(String, u8, bool), Vec<(u32, char)>>;

/// What a searcher may look into.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Compartments {
    /// The characters of all of them.
    pub(crate) all: Vec<char>,
    /// Those among them that hold records by whose name others are found.
    pub(crate) named: Vec<char>,
}

/// The character before every token of a compartment.
fn character(number: u32) -> Result<char, Failure> {
    let code = if number < SHORT { 0xe000 + number } else { 0xf_0000 + number.saturating_sub(SHORT) };
    let found = char::from_u32(code).filter(|_| number < MOST);
    found.ok_or_else(|| Failure::Unfit(format!("{number} compartments of search are too many")))
}

/// The number of a compartment by its character.
pub(super) fn number(character: char) -> u32 {
    let code = u32::from(character);
    if code < 0xf_0000 { code.saturating_sub(0xe000) } else { code - 0xf_0000 + SHORT }
}

/// The unit under which a record stands in the index: none for what is open to all.
fn standing(unit: &str, grade: Grade) -> &str {
    if grade == Grade::Open { "" } else { unit }
}

impl Transaction<'_> {
    /// The numbers and characters of the compartments in which a record of this unit and grade stands; made where there
    /// are none.
    pub(crate) fn compartments_of(&self, unit: &str, grade: Grade, is_name: bool) -> Result<Vec<(u32, char)>, Failure> {
        let unit = standing(unit, grade);
        let key = (unit.to_owned(), grade as u8, is_name);
        if let Some(known) = self.compartments.borrow().get(&key) {
            return Ok(known.clone());
        }
        let kept = self.view().compartments_kept(unit, grade)?;
        let kept = if kept.is_empty() { self.make(unit, grade)? } else { kept };
        for (number, _) in kept.iter().filter(|_| is_name) {
            let sql = "UPDATE compartments SET named = 1 WHERE number = ?1 AND named = 0";
            self.connection.prepare_cached(sql)?.execute([number])?;
        }
        self.compartments.borrow_mut().insert(key, kept.clone());
        Ok(kept)
    }

    fn make(&self, unit: &str, grade: Grade) -> Result<Vec<(u32, char)>, Failure> {
        let own = self.number_of(unit, grade, false)?;
        for above in self.above(unit)? {
            let above = self.number_of(&above, grade, true)?;
            self.connection.execute("INSERT INTO within VALUES (?1, ?2)", [own, above])?;
        }
        self.view().compartments_kept(unit, grade)
    }

    fn number_of(&self, unit: &str, grade: Grade, below: bool) -> Result<u32, Failure> {
        let find = "SELECT number FROM compartments WHERE unit = ?1 AND grade = ?2 AND below = ?3";
        let found = self.connection.query_row(find, params![unit, grade as u8, below], |row| row.get(0)).optional()?;
        if let Some(number) = found {
            return Ok(number);
        }
        let next = "SELECT coalesce(max(number) + 1, 0) FROM compartments";
        let number: u32 = self.connection.query_row(next, [], |row| row.get(0))?;
        let made = "INSERT INTO compartments VALUES (?1, ?2, ?3, ?4, 0)";
        self.connection.execute(made, params![number, unit, grade as u8, below])?;
        Ok(number)
    }

    /// The units with a compartment for all below them in which this unit stands: itself where units are below it, and
    /// its superiors up to the unit that keeps the directory. None for a unit that is not under that one.
    fn above(&self, unit: &str) -> Result<Vec<String>, Failure> {
        let (view, top) = (self.view(), self.kept.top.as_str());
        let mut above = view.led_to(unit, SUPERIOR)?;
        let end = above.iter().position(|above| above == top).map(|place| place + 1);
        above.truncate(if unit == top { 0 } else { end.unwrap_or(0) });
        if (unit == top || end.is_some()) && !view.leading_to(unit, SUPERIOR)?.is_empty() {
            above.push(unit.to_owned());
        }
        Ok(above)
    }
}

impl View<'_> {
    /// The numbers and characters of the compartments of a record, its own first; none where there are none yet.
    pub(crate) fn compartments_kept(&self, unit: &str, grade: Grade) -> Result<Vec<(u32, char)>, Failure> {
        let own = "SELECT number FROM compartments WHERE unit = ?1 AND grade = ?2 AND below = 0";
        let mut own = self.connection.prepare_cached(own)?;
        let own: Option<u32> =
            own.query_row(params![standing(unit, grade), grade as u8], |row| row.get(0)).optional()?;
        let Some(own) = own else { return Ok(Vec::new()) };
        let mut kept = vec![(own, character(own)?)];
        let mut within = self.connection.prepare_cached("SELECT above FROM within WHERE own = ?1 ORDER BY above")?;
        let mut rows = within.query([own])?;
        while let Some(row) = rows.next()? {
            let number = row.get(0)?;
            kept.push((number, character(number)?));
        }
        Ok(kept)
    }

    /// Which compartment each character stands for, as `unit/grade`; those of all below a unit, which only repeat, are
    /// left out.
    pub(crate) fn compartment_names(&self) -> Result<Vec<(char, String)>, Failure> {
        let sql = "SELECT number, unit, grade FROM compartments WHERE below = 0";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut names = Vec::new();
        while let Some(row) = rows.next()? {
            let (unit, grade): (String, u8) = (row.get(1)?, row.get(2)?);
            names.push((character(row.get(0)?)?, format!("{unit}/{grade}")));
        }
        Ok(names)
    }

    /// What somebody with this scope may look into, as few as hold all of it and nothing else.
    pub(crate) fn compartments(&self, scope: &Scope) -> Result<Compartments, Failure> {
        let mut left = self.seen(scope)?;
        let mut named: BTreeMap<u32, bool> = BTreeMap::new();
        if left.len() > FEW && !scope.is_whole() {
            for (above, is_named) in self.holding_many(&left)? {
                let mut within = self.connection.prepare_cached("SELECT own FROM within WHERE above = ?1")?;
                let within = within.query_map([above], |row| row.get::<_, u32>(0))?.collect::<Result<Vec<_>, _>>()?;
                let adds = within.iter().filter(|own| left.contains_key(own)).count() > 1;
                if adds && self.reaches_all_below(scope, above, &within)? {
                    left.retain(|own, _| !within.contains(own));
                    named.insert(above, is_named);
                }
            }
        }
        named.extend(left);
        let mut seen = Compartments::default();
        for (number, is_named) in named {
            let character = character(number)?;
            seen.all.push(character);
            seen.named.extend(is_named.then_some(character));
        }
        Ok(seen)
    }

    /// The compartments of units and grades that the scope reaches; only their rows are read.
    fn seen(&self, scope: &Scope) -> Result<BTreeMap<u32, bool>, Failure> {
        let sql = if scope.is_whole() {
            "SELECT number, named FROM compartments WHERE below = 0 AND ?1 <> '' AND ?2 >= 0"
        } else {
            "SELECT number, named FROM compartments WHERE unit = '' AND grade = 0 AND ?2 = 1 UNION ALL \
             SELECT c.number, c.named FROM json_each(?1) AS s CROSS JOIN compartments AS c \
             ON c.unit = s.key AND c.grade BETWEEN 1 AND s.value AND c.below = 0"
        };
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows =
            statement.query_map(params![scope.parameter(), scope.sees_open()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The compartments for all below a unit in which these stand, those of the highest units first.
    fn holding_many(&self, own: &BTreeMap<u32, bool>) -> Result<Vec<(u32, bool)>, Failure> {
        let numbers = serde_json::to_string(&own.keys().collect::<Vec<_>>()).unwrap_or_default();
        let mut statement = self.connection.prepare_cached(
            "SELECT w.above, c.named FROM json_each(?1) AS s CROSS JOIN within AS w ON w.own = s.value \
             CROSS JOIN compartments AS c ON c.number = w.above GROUP BY w.above ORDER BY count(*) DESC, w.above",
        )?;
        let rows = statement.query_map([numbers], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// True when the scope reaches all units that the directory has below the unit of a compartment, whether they keep
    /// anything or not, and all that stood below it once.
    fn reaches_all_below(&self, scope: &Scope, above: u32, within: &[u32]) -> Result<bool, Failure> {
        let unit_of = "SELECT unit, grade FROM compartments WHERE number = ?1";
        let mut unit_of = self.connection.prepare_cached(unit_of)?;
        let mut read =
            |number: u32| unit_of.query_row([number], |row| Ok((row.get::<_, String>(0)?, row.get::<_, u8>(1)?)));
        let (unit, grade) = read(above)?;
        let reaches = |unit: &str| scope.reached().get(unit).is_some_and(|ceiling| *ceiling >= grade);
        if !reaches(&unit) || !self.leading_to(&unit, SUPERIOR)?.iter().all(|below| reaches(below)) {
            return Ok(false);
        }
        for own in within {
            if !reaches(&read(*own)?.0) {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
