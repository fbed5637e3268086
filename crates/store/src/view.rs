//! Reading: records, lists, entries, links, figures and search, all inside one state of the database.

use domain::Grade;
use journal::{Class, Entry};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, Row as SqlRow, params, params_from_iter};

use crate::{Failure, FigureRow, Filter, KeptBy, LinkRow, Row, Scope, Searcher, StoredEntry};

/// Reads that all see the same state.
#[derive(Clone, Copy)]
pub struct View<'c> {
    pub(crate) connection: &'c Connection,
    pub(crate) kept: &'c KeptBy,
}

const RECORD_COLUMNS: &str = "r.id, r.noun, r.unit, r.side, r.status, r.open, r.turn, r.holder, r.counterpart, r.held_on, \
     r.due, r.period, r.series, r.ordinal, r.number, r.title, r.grade, r.exercise, r.version, r.begun_ms, r.changed_ms, \
     r.changed_by, r.state";
const ENTRY_COLUMNS: &str =
    "seq, id, act, class, noun, record, side, unit, officer, happened_ms, recorded_ms, grade, exercise, body";

impl View<'_> {
    /// The record with this identity, whoever may see it: for the desk, which asks the scope before it shows anything.
    pub fn record(&self, id: &str) -> Result<Option<Row>, Failure> {
        let sql = format!("SELECT {RECORD_COLUMNS} FROM records AS r WHERE r.id = ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        statement.query_row([id], read_row).optional()?.transpose()
    }

    /// The record at a place.
    pub(crate) fn at(&self, place: i64) -> Result<Option<Row>, Failure> {
        let sql = format!("SELECT {RECORD_COLUMNS} FROM records AS r WHERE r.place = ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        statement.query_row([place], read_row).optional()?.transpose()
    }

    /// One page of a list.
    pub fn list(&self, scope: &Scope, filter: &Filter, limit: u32, offset: u32) -> Result<Vec<Row>, Failure> {
        let (from, condition, mut values) = self.condition(scope, filter)?;
        values.push(Sql::from(limit));
        values.push(Sql::from(offset));
        let order = filter.order.sql();
        let sql = format!("SELECT {RECORD_COLUMNS} FROM {from} WHERE {condition} ORDER BY {order} LIMIT ? OFFSET ?");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(values), read_row)?;
        rows.map(|row| row?).collect()
    }

    /// The rows that follow a record in the order in which records were begun, the other way round with `latest_first`;
    /// without one, from the beginning. A row keeps its place for ever, so that rows which come meanwhile move none.
    pub fn list_from(
        &self,
        scope: &Scope,
        filter: &Filter,
        after: Option<&str>,
        latest_first: bool,
        limit: u32,
    ) -> Result<Vec<Row>, Failure> {
        let (from, mut condition, mut values) = self.condition(scope, filter)?;
        let (follows, order) = if latest_first { ("<", "DESC") } else { (">", "ASC") };
        if let Some(after) = after {
            condition.push_str(&format!(" AND r.place {follows} (SELECT place FROM records WHERE id = ?)"));
            values.push(Sql::from(after.to_owned()));
        }
        values.push(Sql::from(limit));
        let sql = format!("SELECT {RECORD_COLUMNS} FROM {from} WHERE {condition} ORDER BY r.place {order} LIMIT ?");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(values), read_row)?;
        rows.map(|row| row?).collect()
    }

    /// How many records a list has.
    pub fn count(&self, scope: &Scope, filter: &Filter) -> Result<u64, Failure> {
        let (from, condition, values) = self.condition(scope, filter)?;
        let sql = format!("SELECT count(*) FROM {from} WHERE {condition}");
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row(params_from_iter(values), |row| row.get::<_, i64>(0))?.unsigned_abs())
    }

    /// How many records there are in each state of a list.
    pub fn states(&self, scope: &Scope, filter: &Filter) -> Result<Vec<(String, u64)>, Failure> {
        let (from, condition, values) = self.condition(scope, filter)?;
        let sql =
            format!("SELECT r.status, count(*) FROM {from} WHERE {condition} GROUP BY r.status ORDER BY r.status");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement
            .query_map(params_from_iter(values), |row| Ok((row.get(0)?, row.get::<_, i64>(1)?.unsigned_abs())))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The entries of a record, the oldest first.
    pub fn history(&self, id: &str) -> Result<Vec<StoredEntry>, Failure> {
        let sql = format!("SELECT {ENTRY_COLUMNS} FROM journal WHERE record = ?1 ORDER BY seq");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([id], read_entry)?;
        rows.map(|row| row?).collect()
    }

    /// Entries after a place in the journal, in order.
    pub fn entries_after(&self, seq: i64, limit: u32) -> Result<Vec<StoredEntry>, Failure> {
        let sql = format!("SELECT {ENTRY_COLUMNS} FROM journal WHERE seq > ?1 ORDER BY seq LIMIT ?2");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params![seq, limit], read_entry)?;
        rows.map(|row| row?).collect()
    }

    /// The refused acts of units in reach, the latest first.
    pub fn refusals(&self, units: &[String], limit: u32) -> Result<Vec<StoredEntry>, Failure> {
        let sql = format!(
            "SELECT {ENTRY_COLUMNS} FROM journal WHERE class = 1 AND unit IN (SELECT value FROM json_each(?1)) \
             ORDER BY seq DESC LIMIT ?2"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params![as_list(units), limit], read_entry)?;
        rows.map(|row| row?).collect()
    }

    /// The entries of an act, in order; empty when the act was never recorded.
    pub fn act(&self, act: &journal::Id) -> Result<Vec<StoredEntry>, Failure> {
        let sql = format!("SELECT {ENTRY_COLUMNS} FROM journal WHERE act = ?1 ORDER BY seq");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([act], read_entry)?;
        rows.map(|row| row?).collect()
    }

    /// How many entries the journal has.
    pub fn journal_length(&self) -> Result<i64, Failure> {
        Ok(self.connection.query_row("SELECT coalesce(max(seq), 0) FROM journal", [], |row| row.get(0))?)
    }

    /// The links that a record names.
    pub fn links_from(&self, id: &str) -> Result<Vec<LinkRow>, Failure> {
        self.links("SELECT origin, role, target FROM links WHERE origin = ?1 ORDER BY role, target", id)
    }

    /// The links that name a record.
    pub fn links_to(&self, id: &str) -> Result<Vec<LinkRow>, Failure> {
        self.links("SELECT origin, role, target FROM links WHERE target = ?1 ORDER BY role, origin", id)
    }

    /// The records from which links of a role lead to this one, over any number of steps.
    pub fn leading_to(&self, id: &str, role: &str) -> Result<Vec<String>, Failure> {
        self.led(
            "WITH RECURSIVE led (id) AS (SELECT origin FROM links WHERE target = ?1 AND role = ?2 \
             UNION SELECT l.origin FROM links AS l JOIN led ON l.target = led.id WHERE l.role = ?2) SELECT id FROM led ORDER BY id",
            id,
            role,
        )
    }

    /// The records to which links of a role lead from this one, the nearest first.
    pub fn led_to(&self, id: &str, role: &str) -> Result<Vec<String>, Failure> {
        self.led(
            "WITH RECURSIVE led (id, steps) AS (SELECT target, 1 FROM links WHERE origin = ?1 AND role = ?2 \
             UNION SELECT l.target, steps + 1 FROM links AS l JOIN led ON l.origin = led.id WHERE l.role = ?2 AND steps < 16) \
             SELECT id FROM led ORDER BY steps, id",
            id,
            role,
        )
    }

    fn led(&self, sql: &str, id: &str, role: &str) -> Result<Vec<String>, Failure> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([id, role], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn links(&self, sql: &str, id: &str) -> Result<Vec<LinkRow>, Failure> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement
            .query_map([id], |row| Ok(LinkRow { origin: row.get(0)?, role: row.get(1)?, target: row.get(2)? }))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The figures of records kept by these units, counted from one day (included) until another (excluded).
    /// Data of exercises are never among them.
    pub fn figures(&self, units: &[String], from: &str, until: &str) -> Result<Vec<FigureRow>, Failure> {
        let mut statement = self.connection.prepare_cached(
            "SELECT f.record, f.code, f.basis, f.unit, f.counterpart, f.counted_on, f.quantity FROM figures AS f \
             JOIN records AS r ON r.id = f.record \
             WHERE f.counted_on >= ?2 AND f.counted_on < ?3 AND r.exercise = 0 \
             AND f.unit IN (SELECT value FROM json_each(?1)) ORDER BY f.record, f.code, f.basis",
        )?;
        let rows = statement.query_map(params![as_list(units), from, until], read_figure)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The figures with one of these codes of records kept by these units, counted before a day (excluded).
    /// Data of exercises are never among them.
    pub fn figures_before(&self, units: &[String], codes: &[&str], until: &str) -> Result<Vec<FigureRow>, Failure> {
        let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
        let mut statement = self.connection.prepare_cached(
            "SELECT f.record, f.code, f.basis, f.unit, f.counterpart, f.counted_on, f.quantity FROM figures AS f \
             JOIN records AS r ON r.id = f.record \
             WHERE f.code IN (SELECT value FROM json_each(?2)) AND f.counted_on < ?3 AND r.exercise = 0 \
             AND f.unit IN (SELECT value FROM json_each(?1)) ORDER BY f.record, f.code, f.basis",
        )?;
        let rows = statement.query_map(params![as_list(units), as_list(&codes), until], read_figure)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The figures kept of a record, in the order of code, basis and day.
    pub fn figures_of(&self, record: &str) -> Result<Vec<FigureRow>, Failure> {
        let mut statement = self.connection.prepare_cached(
            "SELECT record, code, basis, unit, counterpart, counted_on, quantity FROM figures WHERE record = ?1 \
             ORDER BY code, basis, counted_on",
        )?;
        let rows = statement.query_map([record], read_figure)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many rows the folded tables have: records, links, figures, search texts.
    pub fn folded_lengths(&self) -> Result<[i64; 5], Failure> {
        let sql = "SELECT (SELECT count(*) FROM records), (SELECT count(*) FROM links), (SELECT count(*) FROM figures), \
                   (SELECT count(*) FROM search), (SELECT count(*) FROM attached)";
        Ok(self
            .connection
            .query_row(sql, [], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?]))?)
    }

    /// The files that a record names: their SHA-256 and size, in the order of the first.
    pub fn attached_to(&self, record: &str) -> Result<Vec<(String, u64)>, Failure> {
        let sql = "SELECT sha256, size FROM attached WHERE record = ?1 ORDER BY sha256";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([record], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?.unsigned_abs())))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The records that name the file with this SHA-256.
    pub fn naming_file(&self, sha256: &str) -> Result<Vec<String>, Failure> {
        let mut statement =
            self.connection.prepare_cached("SELECT record FROM attached WHERE sha256 = ?1 ORDER BY record")?;
        let rows = statement.query_map([sha256], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Whether an entry recorded since then, in milliseconds, names the file with this SHA-256, though no record may name
    /// it any more. Reads all entries since then.
    pub fn was_named(&self, sha256: &str, since_ms: i64) -> Result<bool, Failure> {
        let sql = "SELECT EXISTS (SELECT 1 FROM journal WHERE recorded_ms >= ?2 AND instr(body, ?1) > 0)";
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row(params![sha256.as_bytes(), since_ms], |row| row.get(0))?)
    }

    /// Every file that a record names, once: its SHA-256 and size.
    pub fn files_named(&self) -> Result<Vec<(String, u64)>, Failure> {
        let mut statement = self.connection.prepare("SELECT DISTINCT sha256, size FROM attached ORDER BY sha256")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?.unsigned_abs())))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The last place taken in a series; 0 when none is.
    pub fn last_ordinal(&self, series: &str) -> Result<u32, Failure> {
        let mut statement =
            self.connection.prepare_cached("SELECT coalesce(max(ordinal), 0) FROM records WHERE series = ?1")?;
        Ok(statement.query_row([series], |row| row.get(0))?)
    }

    /// From what a list is read, its condition and its values. A list with a text begins at what has the text within the
    /// scope, not at everything.
    fn condition(&self, scope: &Scope, filter: &Filter) -> Result<(&'static str, String, Vec<Sql>), Failure> {
        let (mut condition, mut values) = condition(scope, filter);
        let Some(text) = &filter.text else { return Ok(("records AS r", condition, values)) };
        condition.push_str(" AND r.place = s.rowid AND s.search MATCH ?");
        values.push(Sql::from(Searcher::of(self, scope)?.matching(text)?));
        Ok(("search AS s CROSS JOIN records AS r", condition, values))
    }
}

/// The condition of a list and its values, but for its text; the first is the scope's.
fn condition(scope: &Scope, filter: &Filter) -> (String, Vec<Sql>) {
    let mut condition = scope.condition();
    let mut values = vec![Sql::from(scope.parameter())];
    let mut and = |sql: &str, value: Sql| {
        condition.push_str(" AND ");
        condition.push_str(sql);
        values.push(value);
    };
    let list = |items: &[String]| Sql::from(as_list(items));
    if !filter.nouns.is_empty() {
        and("r.noun IN (SELECT value FROM json_each(?))", list(&filter.nouns));
    }
    if !filter.units.is_empty() {
        and("r.unit IN (SELECT value FROM json_each(?))", list(&filter.units));
    }
    if let Some(acting) = &filter.acting {
        and("coalesce(r.holder, r.unit) IN (SELECT value FROM json_each(?))", list(acting));
    }
    if let Some(open) = filter.open {
        and("r.open = ?", Sql::from(open));
    }
    if let Some(exercise) = filter.exercise {
        and("r.exercise = ?", Sql::from(exercise));
    }
    let texts = [
        ("r.status = ?", &filter.status),
        ("coalesce(r.turn, '') = ?", &filter.turn),
        ("r.counterpart = ?", &filter.counterpart),
        ("r.side = ?", &filter.side),
        ("r.held_on >= ?", &filter.held_from),
        ("r.held_on < ?", &filter.held_until),
        ("r.period = ?", &filter.period),
        ("r.number = ?", &filter.number),
        ("r.changed_by = ?", &filter.changed_by),
    ];
    for (sql, value) in texts {
        if let Some(value) = value {
            and(sql, Sql::from(value.clone()));
        }
    }
    if let Some((role, target)) = &filter.linked {
        and("EXISTS (SELECT 1 FROM links AS l WHERE l.origin = r.id AND l.target = ?", Sql::from(target.clone()));
        condition.push_str(" AND (? = '' OR l.role = ?))");
        values.extend([Sql::from(role.clone()), Sql::from(role.clone())]);
    }
    if let Some((day, instant)) = &filter.due_before {
        condition.push_str(" AND r.due < ? AND r.due < CASE length(r.due) WHEN 10 THEN ? ELSE ? END");
        values.extend([day.max(instant), day, instant].map(|text| Sql::from(text.clone())));
    }
    if let Some((code, from, until)) = &filter.counted {
        condition.push_str(
            " AND EXISTS (SELECT 1 FROM figures AS f WHERE f.record = r.id AND (? = '' OR f.code = ?) AND f.counted_on >= ? AND f.counted_on < ?)",
        );
        values.extend([code, code, from, until].map(|text| Sql::from(text.clone())));
    }
    if let Some(act) = &filter.act {
        condition.push_str(" AND r.id IN (SELECT record FROM journal WHERE act = ?)");
        values.push(Sql::from(act.to_vec()));
    }
    (condition, values)
}

fn as_list(items: &[String]) -> String {
    serde_json::to_string(items).unwrap_or_else(|_| "[]".to_owned())
}

type Read<T> = rusqlite::Result<Result<T, Failure>>;

fn read_row(row: &SqlRow<'_>) -> Read<Row> {
    let state: String = row.get(22)?;
    let state = match serde_json::from_str(&state) {
        Ok(state) => state,
        Err(fault) => return Ok(Err(Failure::Unreadable(fault.to_string()))),
    };
    Ok(Ok(Row {
        id: row.get(0)?,
        noun: row.get(1)?,
        unit: row.get(2)?,
        side: row.get(3)?,
        status: row.get(4)?,
        open: row.get(5)?,
        turn: row.get(6)?,
        holder: row.get(7)?,
        counterpart: row.get(8)?,
        held_on: row.get(9)?,
        due: row.get(10)?,
        period: row.get(11)?,
        series: row.get(12)?,
        ordinal: row.get(13)?,
        number: row.get(14)?,
        title: row.get(15)?,
        grade: grade(row.get(16)?),
        exercise: row.get(17)?,
        version: row.get::<_, i64>(18)?.unsigned_abs(),
        begun_ms: row.get(19)?,
        changed_ms: row.get(20)?,
        changed_by: row.get(21)?,
        state,
    }))
}

/// The grade of a rank; anything unknown is the strictest.
fn grade(rank: u8) -> Grade {
    [Grade::Open, Grade::Internal, Grade::Restricted].get(usize::from(rank)).copied().unwrap_or(Grade::Protected)
}

fn read_figure(row: &SqlRow<'_>) -> rusqlite::Result<FigureRow> {
    Ok(FigureRow {
        record: row.get(0)?,
        code: row.get(1)?,
        basis: row.get(2)?,
        unit: row.get(3)?,
        counterpart: row.get(4)?,
        counted_on: row.get(5)?,
        quantity: row.get(6)?,
    })
}

fn read_entry(row: &SqlRow<'_>) -> Read<StoredEntry> {
    let Some(class) = Class::from_code(row.get(3)?) else {
        return Ok(Err(Failure::Unreadable("an entry of an unknown class".into())));
    };
    Ok(Ok(StoredEntry {
        seq: row.get(0)?,
        entry: Entry {
            id: row.get(1)?,
            act: row.get(2)?,
            class,
            noun: row.get(4)?,
            record: row.get(5)?,
            side: row.get(6)?,
            unit: row.get(7)?,
            officer: row.get(8)?,
            happened_ms: row.get(9)?,
            recorded_ms: row.get(10)?,
            grade: row.get(11)?,
            exercise: row.get(12)?,
            body: row.get(13)?,
        },
    }))
}
