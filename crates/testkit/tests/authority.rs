//! An officer reads and does exactly what role, unit, grade and date allow: the desk against a naive oracle, in random
//! worlds of units, officers, roles and records.

use std::collections::{BTreeMap, BTreeSet};

use desk::{ActError, Search, Vocabulary};
use domain::{Grade, OfficerId};
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};
use serde_json::json;
use store::Filter;
use testkit::{Post, Seeded, seed, unit};

const GRADES: [Grade; 4] = [Grade::Open, Grade::Internal, Grade::Restricted, Grade::Protected];
const ROLES: [&str; 8] =
    ["observer", "officer", "shift-lead", "commander", "protection-officer", "liaison", "auditor", "keeper"];

/// What the oracle knows of a role held.
struct Held {
    role: &'static str,
    unit: String,
    subtree: bool,
    ceiling: usize,
    from: Date,
    until: Option<Date>,
}

/// What the oracle knows of a record.
struct Kept {
    noun: &'static str,
    id: String,
    unit: String,
    grade: usize,
}

/// The oracle: written from the text of the rules, not from the code of the desk.
#[derive(Default)]
struct Oracle {
    parent: BTreeMap<String, String>,
    officers: Vec<(OfficerId, Vec<Held>)>,
    records: Vec<Kept>,
}

impl Oracle {
    fn is_below(&self, unit: &str, above: &str) -> bool {
        let mut here = unit;
        loop {
            if here == above {
                return true;
            }
            match self.parent.get(here) {
                Some(next) => here = next,
                None => return false,
            }
        }
    }

    /// Keepers administer and auditors audit, and neither does anything else; observers read; commanders decide;
    /// all others read and record.
    fn role_gives(role: &str, right: &str) -> bool {
        match role {
            "keeper" => right == "administer",
            "auditor" => right == "audit",
            "observer" => right == "read",
            "commander" => ["read", "record", "decide"].contains(&right),
            _ => ["read", "record"].contains(&right),
        }
    }

    fn holds(held: &Held, today: Date) -> bool {
        held.from <= today && held.until.is_none_or(|until| today < until)
    }

    fn permits(&self, roles: &[Held], right: &str, of: &str, grade: usize, today: Date) -> bool {
        roles.iter().any(|held| {
            Self::holds(held, today)
                && Self::role_gives(held.role, right)
                && grade <= held.ceiling
                && if held.subtree { self.is_below(of, &held.unit) } else { of == held.unit }
        })
    }

    fn reads(&self, roles: &[Held], record: &Kept, today: Date) -> bool {
        let any_role = roles.iter().any(|held| Self::holds(held, today));
        (record.grade == 0 && any_role) || self.permits(roles, "read", &record.unit, record.grade, today)
    }

    fn depth(&self, unit: &str) -> usize {
        self.parent.get(unit).map_or(0, |above| 1 + self.depth(above))
    }
}

/// What came of an attempt, as far as authority is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Missing,
    Forbidden,
    Through,
}

fn outcome<T>(attempt: &Result<T, ActError>) -> Outcome {
    match attempt {
        Err(ActError::NotFound) => Outcome::Missing,
        Err(ActError::NotAllowed { .. }) => Outcome::Forbidden,
        Err(ActError::Failure(failure)) => panic!("{failure}"),
        Err(ActError::Bad(text)) => panic!("{text}"),
        Err(ActError::KeyUsed) => panic!("a key was used twice"),
        Ok(_) | Err(ActError::Refused(_) | ActError::Conflict(_)) => Outcome::Through,
    }
}

fn set_day(post: &Post, day: Date) {
    let noon = day.at(12, 0, 0, 0).to_zoned(post.desk.zone().clone());
    post.clock.set(noon.map(|zoned| zoned.timestamp()).unwrap_or(Timestamp::UNIX_EPOCH));
}

/// A random world on a post, and the oracle that knows it.
fn world(post: &Post, chance: &Seeded) -> Oracle {
    let mut oracle = Oracle::default();
    let mut units = vec!["vn-bg".to_owned()];
    for number in 0..6 + chance.below(6) {
        let above = loop {
            let above = chance.pick(&units).clone();
            if oracle.depth(&above) < 4 {
                break above;
            }
        };
        let register = json!({
            "command": "register", "side": "vn", "force": "border-guard", "name": { "en": format!("Unit {number}") },
            "from": null, "parent": above, "levels": {}, "place": null, "source": null,
        });
        let id = post.act(&post.keeper, "unit", None, register).record;
        oracle.records.push(Kept { noun: "unit", id: id.clone(), unit: "vn-bg".into(), grade: 0 });
        oracle.parent.insert(id.clone(), above);
        units.push(id);
    }
    let maker = post.enlist("maker", "vn-bg", "commander", "subtree", "protected");
    for number in 0..18 {
        let (of, grade) = (chance.pick(&units).clone(), chance.below(4));
        let (noun, command) = if number % 2 == 0 {
            ("visit", visit())
        } else {
            (
                "letter",
                json!({ "command": "draft", "counterpart": "cp-laocai-gate-talks", "subject": "A letter", "text": null, "answers": null, "answer_due_on": null }),
            )
        };
        let begun = post.begin(&maker, noun, &unit(&of), GRADES[grade], command);
        let id = begun.unwrap_or_else(|error| panic!("{error:?}")).record;
        oracle.records.push(Kept { noun, id, unit: of, grade });
    }
    for number in 0..7 {
        let officer = post.register(&format!("officer-{number}"), &units[chance.below(units.len())]);
        let roles = (0..chance.below(4)).map(|_| held(chance, &units)).collect::<Vec<_>>();
        for held in &roles {
            let assign = json!({
                "command": "assign", "role": held.role, "unit": held.unit, "reach": if held.subtree { "subtree" } else { "unit" },
                "ceiling": GRADES[held.ceiling], "from": held.from, "until": held.until,
            });
            post.act(&post.keeper, "officer", Some(officer.as_str()), assign);
        }
        oracle.officers.push((officer, roles));
    }
    oracle
}

fn visit() -> serde_json::Value {
    json!({
        "command": "record", "counterpart": "cp-laocai-gate-talks", "held_on": "2025-12-01", "purpose": "A visit",
        "own_participants": 2, "other_participants": 2, "place": "Here",
    })
}

fn held(chance: &Seeded, units: &[String]) -> Held {
    let from = date(2026, 1, 1).saturating_add((chance.below(60) as i64 - 30).days());
    let until = (chance.below(3) == 0).then(|| from.saturating_add((1 + chance.below(30) as i64).days()));
    let ceiling = chance.below(4);
    Held {
        role: ROLES[chance.below(ROLES.len())],
        unit: chance.pick(units).clone(),
        subtree: chance.below(2) == 0,
        ceiling,
        from,
        until,
    }
}

/// Which visits and letters an officer finds, page by page.
fn found(post: &Post, officer: &OfficerId, text: &str) -> BTreeSet<String> {
    let (mut found, mut after) = (BTreeSet::new(), None);
    loop {
        let search = Search { text, noun: None, period: None, after: after.as_deref(), limit: 3 };
        let page = post.desk.search(officer, &search, &Vocabulary::default()).unwrap_or_else(|error| panic!("{error}"));
        let rows =
            page.hits.into_iter().map(|hit| hit.row).filter(|row| ["visit", "letter"].contains(&row.noun.as_str()));
        found.extend(rows.map(|row| row.id));
        after = page.next;
        if after.is_none() {
            return found;
        }
    }
}

/// Tries everything on one day; gives how many decisions were compared.
fn compare(post: &Post, oracle: &Oracle, today: Date) -> usize {
    let mut decisions = 0;
    for (officer, roles) in &oracle.officers {
        let who = || format!("{officer} on {today}");
        let everything = post.desk.rows(officer, &Filter::default(), 100_000).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(found(post, officer, "Here OR letter"), BTreeSet::new(), "{} is understood by the engine", who());
        let mut found: BTreeSet<String> =
            ["Here", "letter"].iter().flat_map(|text| found(post, officer, text)).collect();
        assert!(
            found.iter().all(|id| everything.iter().any(|row| row.id == *id)),
            "{} finds what is not listed",
            who()
        );
        // What officers began while they were tried is not known to the oracle.
        found.retain(|id| oracle.records.iter().any(|record| record.id == *id));
        let read = oracle.records.iter().filter(|record| record.noun != "unit" && oracle.reads(roles, record, today));
        assert_eq!(found, read.map(|record| record.id.clone()).collect(), "{} searches", who());
        for record in &oracle.records {
            let reads = oracle.reads(roles, record, today);
            let shown = post.desk.record(officer, record.noun, &record.id);
            assert_eq!(shown.is_ok(), reads, "{} reads {} {} of grade {}", who(), record.noun, record.id, record.grade);
            assert_eq!(everything.iter().any(|row| row.id == record.id), reads, "{} lists {}", who(), record.id);
            let (right, command) = match record.noun {
                "unit" => (
                    "administer",
                    json!({ "command": "record-successor", "successor": { "unit": null, "kind": "renamed", "on": "2026-01-01", "basis": null } }),
                ),
                "visit" => ("record", json!({ "command": "correct", "purpose": "Corrected" })),
                _ => ("decide", json!({ "command": "approve" })),
            };
            let permitted = oracle.permits(roles, right, &record.unit, record.grade, today);
            let expected = match (reads, permitted) {
                (false, _) => Outcome::Missing,
                (true, false) => Outcome::Forbidden,
                (true, true) => Outcome::Through,
            };
            let attempt = post.try_act(officer, record.noun, Some(&record.id), command);
            assert_eq!(outcome(&attempt), expected, "{} acts on {} {}: {attempt:?}", who(), record.noun, record.id);
            if let Ok(view) = shown {
                let offered = view.offers.iter().any(|offer| {
                    domain::noun(record.noun)
                        .is_some_and(|noun| format!("{:?}", noun.right(offer)).to_lowercase() == right)
                });
                assert!(permitted || !offered, "{} is offered what is forbidden", who());
            }
            decisions += 3;
        }
        for (of, grade) in oracle.parent.keys().zip([0, 1, 2, 3].into_iter().cycle()).take(6) {
            let attempt = post.begin(officer, "visit", &unit(of), GRADES[grade], visit());
            let permitted = oracle.permits(roles, "record", of, grade, today);
            let expected = if permitted { Outcome::Through } else { Outcome::Forbidden };
            assert_eq!(outcome(&attempt), expected, "{} begins a visit in {of} of grade {grade}", who());
            decisions += 1;
        }
    }
    decisions
}

#[test]
fn the_desk_and_the_oracle_agree_in_random_worlds() {
    let seed = seed(20_260_101);
    println!("seed {seed}");
    let chance = Seeded::new(seed);
    let (mut decisions, mut worlds) = (0, 0);
    while decisions < 5_000 {
        worlds += 1;
        let post = Post::founded(chance.next());
        set_day(&post, date(2025, 12, 21));
        let mut oracle = world(&post, &chance);
        for day in [date(2025, 12, 25), date(2026, 1, 5), date(2026, 2, 1)] {
            set_day(&post, day);
            decisions += compare(&post, &oracle, day);
            change(&post, &chance, &mut oracle, day);
        }
    }
    println!("{decisions} decisions in {worlds} worlds");
}

/// A unit comes under another superior, and an officer leaves or loses a role.
fn change(post: &Post, chance: &Seeded, oracle: &mut Oracle, today: Date) {
    let units: Vec<String> = oracle.parent.keys().cloned().collect();
    let (moved, above) = (chance.pick(&units).clone(), chance.pick(&units).clone());
    let command = json!({ "command": "resubordinate", "parent": above, "from": today, "basis": null });
    let done = post.try_act(&post.keeper, "unit", Some(&moved), command);
    match (&done, oracle.is_below(&above, &moved)) {
        (Ok(_), false) => drop(oracle.parent.insert(moved, above)),
        (Err(ActError::Refused(_)), true) => {}
        other => panic!("{other:?}"),
    }
    let place = chance.below(oracle.officers.len());
    let (officer, roles) = &mut oracle.officers[place];
    if chance.below(2) == 0 {
        let leaving = json!({ "command": "record-leaving", "on": today });
        if post.try_act(&post.keeper, "officer", Some(officer.as_str()), leaving).is_ok() {
            roles
                .iter_mut()
                .filter(|held| held.until.is_none_or(|until| until > today))
                .for_each(|held| held.until = Some(today));
        }
    }
}

#[test]
fn nobody_gives_a_role_to_himself_or_beyond_his_reach() {
    let post = Post::founded(5);
    let assign = |unit: &str| json!({ "command": "assign", "role": "commander", "unit": unit, "reach": "subtree", "ceiling": "protected", "from": "2025-01-01", "until": null });
    let own = post.try_act(&post.keeper, "officer", Some(post.keeper.as_str()), assign("vn-bg"));
    assert!(matches!(own, Err(ActError::Refused(refused)) if refused.reason == "own-role"));
    let local = post.enlist("local-keeper", "vn-bg-laocai", "keeper", "subtree", "internal");
    let other = post.enlist("other", "vn-bg-laocai-gate", "officer", "unit", "internal");
    let beyond = post.try_act(&local, "officer", Some(other.as_str()), assign("vn-bg-langson"));
    assert!(beyond.is_err(), "{beyond:?}");
}

#[test]
fn a_role_that_begins_tomorrow_gives_nothing_today() {
    let post = Post::founded(6);
    set_day(&post, date(2026, 1, 10));
    let late = post.register("late", "vn-bg-laocai-gate");
    let assign = json!({ "command": "assign", "role": "officer", "unit": "vn-bg-laocai-gate", "reach": "unit", "ceiling": "internal", "from": "2026-01-11", "until": "2026-01-12" });
    post.act(&post.keeper, "officer", Some(late.as_str()), assign);
    for (day, expected) in [(10, Outcome::Forbidden), (11, Outcome::Through), (12, Outcome::Forbidden)] {
        set_day(&post, date(2026, 1, day));
        assert_eq!(
            outcome(&post.begin(&late, "visit", &unit("vn-bg-laocai-gate"), Grade::Internal, visit())),
            expected,
            "{day}"
        );
        assert_eq!(
            post.desk.rows(&late, &Filter::default(), 10).map(|rows| rows.is_empty()).ok(),
            Some(expected != Outcome::Through)
        );
    }
}
