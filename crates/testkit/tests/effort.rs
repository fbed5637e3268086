//! What a searcher may not read takes no time: two sets of tables, one with the records that somebody may read and one
//! with several times as many beside them, are gone through entry by entry in the same way. No clock is read for it.

use std::path::Path;

use desk::crowd::words::{EN, KM, LO, VI, ZH};
use desk::crowd::{Crowd, Spread};
use domain::{Grade, Header, Link, RecordId, Words};
use serde_json::json;
use store::{Effort, KeptBy, Narrowed, Query, Row, SUPERIOR, Scope, Searcher, Store, Vocabulary};

const RECORDS: usize = 4_000;
const TOP: &str = "vn-bg";
/// Each unit, and the one above it.
const UNITS: &[(&str, &str)] = &[
    ("vn-bg-a", TOP),
    ("vn-bg-a-1", "vn-bg-a"),
    ("vn-bg-a-2", "vn-bg-a"),
    ("vn-bg-b", TOP),
    ("vn-bg-b-1", "vn-bg-b"),
    ("vn-bg-b-2", "vn-bg-b"),
    ("vn-bg-b-3", "vn-bg-b"),
];
/// A word that only records of the other units have, and one that none has.
const HIDDEN: [&str; 2] = ["okapi", "tapir"];

fn done<T, E: std::fmt::Display>(outcome: Result<T, E>) -> T {
    outcome.unwrap_or_else(|fault| panic!("{fault}"))
}

fn units(store: &Store) {
    let named = |id: &str, above: Option<&str>| {
        let links = above.and_then(|above| RecordId::parse(above).ok()).map(|to| Link { role: SUPERIOR, to });
        let header = Header {
            status: "active",
            title: Words::plain(format!("Station {id}")),
            links: links.into_iter().collect(),
            ..Header::default()
        };
        let row = Crowd::blank("unit", id, TOP, Grade::Open, json!({ "code": id })).with_header(&header, "vn");
        done(store.write(|tx| tx.put(&row, 0, &header)));
    };
    named(TOP, None);
    UNITS.iter().for_each(|(id, above)| named(id, Some(above)));
}

/// Tables with the units and those records of the crowd that are wanted, merged into one part, so that their steps can be
/// compared.
fn filled(file: &Path, wanted: impl Fn(&Row) -> bool) -> Store {
    let mut store = done(Store::open(file));
    store.keep_for(KeptBy { zone: jiff::tz::TimeZone::UTC, top: TOP.to_owned() });
    units(&store);
    let spread = Spread {
        units: UNITS.iter().map(|(unit, _)| (*unit).to_owned()).collect(),
        counterparts: vec!["pair-1".to_owned(), "pair-2".to_owned()],
        restricted_every: 5,
    };
    let mut crowd = Crowd::new("crowd", 61, spread);
    done(store.write(|tx| {
        for _ in 0..RECORDS {
            let (mut row, header) = crowd.record();
            if row.unit.starts_with("vn-bg-b") {
                row.state["remark"] = json!(HIDDEN[0]);
            }
            if wanted(&row) {
                tx.put(&row, 0, &header)?;
            }
        }
        Ok::<_, store::Failure>(())
    }));
    let connection = done(rusqlite::Connection::open(file));
    done(connection.execute("INSERT INTO search (search) VALUES ('optimize')", []));
    store
}

/// Everything that is shown of a search, what it goes through, and the steps that the engine takes for it.
fn looked(store: &Store, scope: &Scope, line: &str) -> (String, Effort, u64) {
    let narrowed = Narrowed::default();
    let shown = |view: &store::View<'_>| {
        let searcher = Searcher::of(view, scope)?;
        let query = searcher.linked(Query::read(line, &Vocabulary::default()))?;
        let found = searcher.find(&query, &narrowed, None, 20)?;
        let hits: Vec<_> = found.hits.iter().map(|(row, nearness)| (&row.id, nearness)).collect();
        let completions: Vec<_> = searcher.completions(line, 8)?.into_iter().map(|row| row.id).collect();
        let fewer = searcher.fewer(&query, &narrowed)?;
        let text = format!("{hits:?} {} {} {:?} {fewer:?}", found.total, found.has_more, found.nouns);
        Ok::<_, store::Failure>((format!("{text} {completions:?}"), query))
    };
    let ((text, query), steps) = done(store.read_counting(shown));
    let effort = done(store.read(|view| Searcher::of(view, scope)?.effort(&query, &narrowed)));
    (text, effort, steps)
}

fn lines() -> Vec<String> {
    let lists: [&[&str]; 5] = [VI, ZH, LO, KM, EN];
    let mut lines: Vec<String> =
        lists.iter().flat_map(|list| list.iter().step_by(20)).map(|word| (*word).to_owned()).collect();
    lines.extend(
        ["Station", "Hekou nowhere", "biên giới -hội", "\"biên giới\"", "97(1)", "12/2020/CV", "14.02.2020", "2020"]
            .map(str::to_owned),
    );
    lines.extend(HIDDEN.map(str::to_owned));
    lines
}

/// How far steps may lie apart: where a page of the index ends, and which other units have kept anything at all, moves
/// them by some tens, never by what a hidden record would take. The entries are the same to the last.
fn band(steps: u64) -> u64 {
    80 + steps / 50
}

#[test]
fn a_search_goes_through_the_same_entries_whatever_else_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let station = Scope::of(true, [("vn-bg-a-1".to_owned(), Grade::Internal)]);
    let below_a = ["vn-bg-a", "vn-bg-a-1", "vn-bg-a-2"].map(|unit| (unit.to_owned(), Grade::Restricted));
    let province = Scope::of(true, below_a);
    for (name, scope) in [("station", station), ("province", province)] {
        let all = filled(&folder.path().join(format!("{name}-all.db")), |_| true);
        let seen = filled(&folder.path().join(format!("{name}-seen.db")), |row| scope.sees(&row.unit, row.grade));
        let (mut there, mut hidden) = (0, 0);
        for line in lines() {
            let (text, effort, steps) = looked(&seen, &scope, &line);
            let (text_of_all, effort_of_all, steps_of_all) = looked(&all, &scope, &line);
            assert_eq!(text, text_of_all, "{name}: {line}");
            assert_eq!(effort, effort_of_all, "{name}: {line}");
            assert!(steps.abs_diff(steps_of_all) <= band(steps), "{name}: {line}: {steps} and {steps_of_all} steps");
            let everything = looked(&all, &Scope::whole(), &line).1;
            there += usize::from(effort.entries > 0);
            hidden += usize::from(everything.entries > effort.entries);
        }
        assert!(there > 12 && hidden > 12, "{name}: {there} lines find something, {hidden} hide something");
    }
}

#[test]
fn a_word_of_hidden_records_is_gone_through_as_a_word_that_nobody_wrote() {
    let folder = tempfile::tempdir().unwrap();
    let all = filled(&folder.path().join("all.db"), |_| true);
    let station = Scope::of(true, [("vn-bg-a-1".to_owned(), Grade::Internal)]);
    let [hidden, nobody] = HIDDEN.map(|word| looked(&all, &station, word));
    assert_eq!(hidden, nobody);
    assert_eq!(hidden.1.entries, 0);
    assert!(looked(&all, &Scope::whole(), HIDDEN[0]).1.entries > 1000);
}
