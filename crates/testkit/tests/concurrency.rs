//! Many officers at once: nobody's act is lost, nobody overwrites what he has not seen, no number is given twice.

use std::collections::BTreeSet;
use std::sync::Arc;

use desk::{Act, ActError, Desk, Receipt};
use domain::OfficerId;
use serde_json::{Value, json};
use store::Filter;
use testkit::{Post, Seeded, act, instant};

const GATE: &str = "vn-bg-laocai-gate";
const THREADS: usize = 8;
const ACTS: usize = 50;

fn post(seed: u64) -> (Post, Vec<OfficerId>) {
    let post = Post::founded(seed);
    post.clock.set(instant("2026-01-10T02:00:00Z"));
    let officers =
        (0..THREADS).map(|number| post.enlist(&format!("officer-{number}"), GATE, "commander", "unit", "internal"));
    let officers = officers.collect();
    (post, officers)
}

fn visit(purpose: &str) -> Value {
    json!({
        "command": "record", "counterpart": "cp-laocai-gate-talks", "held_on": "2026-01-10", "purpose": purpose,
        "own_participants": 2, "other_participants": 2, "place": "Gate",
    })
}

fn letter(subject: &str) -> Value {
    json!({ "command": "record-received", "counterpart": "cp-laocai-gate-talks", "subject": subject, "received_on": "2026-01-10" })
}

fn total(desk: &Desk, officer: &OfficerId, noun: &str) -> usize {
    let filter = Filter { nouns: vec![noun.to_owned()], ..Filter::default() };
    desk.rows(officer, &filter, 100_000).unwrap_or_else(|error| panic!("{error}")).len()
}

fn is_well(desk: &Desk) -> bool {
    desk.checkup().unwrap_or_else(|failure| panic!("{failure}")).is_well()
}

/// Runs the work on every thread at once, on the desks in turn.
fn at_once<T: Send>(desks: &[&Desk], work: impl Fn(&Desk, usize) -> T + Sync) -> Vec<T> {
    std::thread::scope(|scope| {
        let work = &work;
        let threads: Vec<_> =
            (0..THREADS).map(|number| scope.spawn(move || work(desks[number % desks.len()], number))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or_else(|_| panic!("a thread died"))).collect()
    })
}

#[test]
fn the_second_from_the_same_version_gets_the_first_ones_change() {
    let (post, officers) = post(1);
    let begun = post.act(&officers[0], "visit", None, visit("New Year"));
    let from = |version, purpose: &str| Act {
        version: Some(version),
        ..act(&post.desk, "visit", Some(&begun.record), json!({ "command": "correct", "purpose": purpose }))
    };
    let first = post.desk.act(&officers[0], &from(begun.version, "First")).unwrap_or_else(|error| panic!("{error}"));
    match post.desk.act(&officers[1], &from(begun.version, "Second")) {
        Err(ActError::Conflict(conflict)) => {
            assert_eq!((conflict.version, conflict.changes.len()), (first.version, 1));
            assert_eq!(conflict.changes[0].officer, officers[0].to_string());
            assert_eq!(conflict.changes[0].fact["purpose"], "First");
        }
        other => panic!("{other:?}"),
    }
    let view = post.desk.record(&officers[1], "visit", &begun.record).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((view.row.version, view.history.len(), &view.row.state["purpose"]), (2, 2, &json!("First")));
    let again = post.desk.act(&officers[1], &from(first.version, "Second")).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(again.version, 3);
}

#[test]
fn of_many_from_the_same_version_exactly_one_goes_through() {
    let (post, officers) = post(2);
    let begun = post.act(&officers[0], "visit", None, visit("New Year"));
    let outcomes = at_once(&[&post.desk], |desk, number| {
        let correct = json!({ "command": "correct", "purpose": format!("By {number}") });
        desk.act(&officers[number], &Act { version: Some(1), ..act(desk, "visit", Some(&begun.record), correct) })
    });
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    assert!(outcomes.iter().all(|outcome| matches!(outcome, Ok(_) | Err(ActError::Conflict(_)))));
    let view = post.desk.record(&officers[0], "visit", &begun.record).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(view.row.version, 2);
}

#[test]
fn acts_of_eight_threads_all_land() {
    let (post, officers) = post(3);
    let shared = post.act(&officers[0], "visit", None, visit("Shared")).record;
    at_once(&[&post.desk], |desk, number| {
        for turn in 0..ACTS {
            let outcome = if turn % 5 == 0 {
                let correct = json!({ "command": "correct", "purpose": format!("{number}-{turn}") });
                desk.act(&officers[number], &act(desk, "visit", Some(&shared), correct))
            } else {
                desk.act(&officers[number], &act(desk, "visit", None, visit(&format!("{number}-{turn}"))))
            };
            outcome.unwrap_or_else(|error| panic!("{number}-{turn}: {error}"));
        }
    });
    let corrections = THREADS * ACTS / 5;
    assert_eq!(total(&post.desk, &officers[0], "visit"), 1 + THREADS * ACTS - corrections);
    let view = post.desk.record(&officers[0], "visit", &shared).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(view.row.version, 1 + corrections as u64);
    let purposes: BTreeSet<String> = view.history.iter().map(|line| line.fact["purpose"].to_string()).collect();
    assert_eq!(purposes.len(), 1 + corrections);
    assert!(is_well(&post.desk));
}

fn ordinals(desk: &Desk, officer: &OfficerId) -> Vec<u32> {
    let filter = Filter { nouns: vec!["letter".to_owned()], ..Filter::default() };
    let rows = desk.rows(officer, &filter, 100_000).unwrap_or_else(|error| panic!("{error}"));
    let mut ordinals: Vec<u32> = rows.iter().filter_map(|row| row.ordinal).collect();
    ordinals.sort_unstable();
    ordinals
}

#[test]
fn no_letter_number_is_given_twice_and_none_is_left_out() {
    let (post, officers) = post(4);
    at_once(&[&post.desk], |desk, number| {
        for turn in 0..ACTS {
            let outcome = desk.act(&officers[number], &act(desk, "letter", None, letter(&format!("{number}-{turn}"))));
            outcome.unwrap_or_else(|error| panic!("{error}"));
        }
    });
    assert_eq!(ordinals(&post.desk, &officers[0]), (1..=(THREADS * ACTS) as u32).collect::<Vec<_>>());
}

#[test]
fn two_programs_on_one_file_share_numbers_and_versions() {
    let (post, officers) = post(5);
    let second = Desk::open(post.folder(), post.clock.clone(), Arc::new(Seeded::new(99)));
    let second = second.unwrap_or_else(|failure| panic!("{failure}"));
    let shared = post.act(&officers[0], "visit", None, visit("Shared")).record;
    at_once(&[&post.desk, &second], |desk, number| {
        for turn in 0..20 {
            let outcome = desk.act(&officers[number], &act(desk, "letter", None, letter(&format!("{number}-{turn}"))));
            outcome.unwrap_or_else(|error| panic!("{error}"));
            let correct = json!({ "command": "correct", "purpose": format!("{number}-{turn}") });
            let outcome = desk.act(&officers[number], &act(desk, "visit", Some(&shared), correct));
            outcome.unwrap_or_else(|error| panic!("{error}"));
        }
    });
    let expected = (THREADS * 20) as u32;
    assert_eq!(ordinals(&second, &officers[0]), (1..=expected).collect::<Vec<_>>());
    let view = second.record(&officers[0], "visit", &shared).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(view.row.version, 1 + u64::from(expected));
    assert!(is_well(&post.desk) && is_well(&second));
}

#[test]
fn a_repeated_request_gets_the_first_answer_and_makes_no_second_record() {
    let (post, officers) = post(6);
    let asked = act(&post.desk, "letter", None, letter("Once"));
    let first = post.desk.act(&officers[0], &asked).unwrap_or_else(|error| panic!("{error}"));
    let again = post.desk.act(&officers[0], &asked).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((first.repeated, again.repeated), (false, true));
    assert_eq!(Receipt { repeated: false, ..again }, first);
    assert_eq!(total(&post.desk, &officers[0], "letter"), 1);
    let by_another = post.desk.act(&officers[1], &asked);
    assert!(matches!(by_another, Err(ActError::KeyUsed)), "{by_another:?}");
}

#[test]
fn a_request_repeated_on_all_threads_at_once_is_done_once() {
    let (post, officers) = post(7);
    let asked = act(&post.desk, "letter", None, letter("Once"));
    let receipts =
        at_once(&[&post.desk], |desk, _| desk.act(&officers[0], &asked).unwrap_or_else(|error| panic!("{error}")));
    assert_eq!(receipts.iter().filter(|receipt| !receipt.repeated).count(), 1);
    let records: BTreeSet<&str> = receipts.iter().map(|receipt| receipt.record.as_str()).collect();
    assert_eq!((records.len(), total(&post.desk, &officers[0], "letter")), (1, 1));
}

#[test]
fn a_repeated_request_answers_with_the_state_of_its_own_time() {
    let (post, officers) = post(8);
    let asked = act(&post.desk, "visit", None, visit("First"));
    let first = post.desk.act(&officers[0], &asked).unwrap_or_else(|error| panic!("{error}"));
    post.act(&officers[1], "visit", Some(&first.record), json!({ "command": "correct", "purpose": "Later" }));
    let again = post.desk.act(&officers[0], &asked).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(Receipt { repeated: false, ..again }, first);
}
