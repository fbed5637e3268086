//! Lists in steps: each standing row once and none left out, whatever comes or changes between the steps, for every
//! officer only what he may see; and a cursor that nobody makes up.

use std::collections::BTreeSet;

use desk::Filter;
use domain::{Grade, OfficerId};
use serde_json::json;
use testkit::{Post, seed, unit};

const GATE: &str = "vn-bg-laocai-gate";
const BATXAT: &str = "vn-bg-batxat";

fn visit(post: &Post, officer: &OfficerId, at: &str, grade: Grade) -> String {
    let command = json!({
        "command": "record", "counterpart": "cp-laocai-gate-talks", "held_on": "2025-12-01", "purpose": "Courtesy",
        "own_participants": 1, "other_participants": 1, "place": "Gate",
    });
    let begun = post.begin(officer, "visit", &unit(at), grade, command);
    begun.unwrap_or_else(|error| panic!("{error:?}")).record
}

#[test]
fn every_standing_row_comes_once_while_rows_come_and_change() {
    let seed = seed(31);
    println!("TWINPOST_SEED={seed}");
    let post = Post::founded(seed);
    let chief = post.enlist("chief", "vn-bg", "commander", "subtree", "protected");
    let duty = post.enlist("duty", GATE, "officer", "unit", "internal");
    let pick = |places: &[(&'static str, Grade)]| *post.chance.pick(places);
    let seen = (GATE, Grade::Internal);
    let places = [seen, seen, (GATE, Grade::Restricted), (BATXAT, Grade::Internal)];
    let filter = Filter { nouns: vec!["visit".into()], ..Filter::default() };
    for _ in 0..14 {
        let (at, grade) = pick(&places);
        visit(&post, &chief, at, grade);
    }
    for round in 0..12 {
        let standing: Vec<String> =
            post.desk.rows(&duty, &filter, 10_000).unwrap().into_iter().map(|row| row.id).collect();
        let (latest_first, limit) = (round % 2 == 0, 1 + post.chance.below(4) as u32);
        let (mut found, mut after): (Vec<String>, Option<String>) = (Vec::new(), None);
        loop {
            let step = post.desk.rows_from(&duty, &filter, after.as_deref(), latest_first, limit).unwrap();
            assert!(step.items.len() <= limit as usize);
            assert!(step.items.iter().all(|row| row.unit == GATE && row.grade <= Grade::Internal), "only what is seen");
            found.extend(step.items.into_iter().map(|row| row.id));
            // Rows come, seen and hidden, and rows that were given change. Fewer come than are given, so that it ends.
            if post.chance.below(3) == 0 || standing.is_empty() {
                let (at, grade) = pick(&places);
                visit(&post, &chief, at, grade);
            }
            if let Some(id) = found.last() {
                post.act(
                    &chief,
                    "visit",
                    Some(id),
                    json!({ "command": "correct", "purpose": format!("Round {round}") }),
                );
            }
            after = step.after;
            if after.is_none() {
                break;
            }
        }
        let once: BTreeSet<&String> = found.iter().collect();
        assert_eq!(once.len(), found.len(), "a row came twice");
        assert!(standing.iter().all(|id| once.contains(id)), "a row was left out");
    }
    assert!(post.desk.rows(&duty, &filter, 10_000).unwrap().len() > 5);
}

#[test]
fn a_cursor_is_read_by_whom_and_for_what_it_was_made() {
    let post = Post::founded(32);
    let (one, other) = (post.register("one", GATE), post.register("other", GATE));
    let cursor = post.desk.cursor(&one, "visits", "01jabc").unwrap();
    let read = |officer: &OfficerId, context: &str, cursor: &str| post.desk.after(officer, context, cursor).unwrap();
    assert_eq!(read(&one, "visits", &cursor).as_deref(), Some("01jabc"));
    assert_eq!(read(&other, "visits", &cursor), None);
    assert_eq!(read(&one, "talks", &cursor), None);
    for place in 0..cursor.len() {
        let mut made_up: Vec<char> = cursor.chars().collect();
        made_up[place] = if made_up[place] == '0' { '1' } else { '0' };
        assert_eq!(read(&one, "visits", &made_up.into_iter().collect::<String>()), None, "place {place}");
    }
    for odd in ["", "x", &cursor[1..], &cursor[..cursor.len() - 1], &cursor.to_uppercase(), &"đ".repeat(40)] {
        assert_eq!(read(&one, "visits", odd), None, "{odd}");
    }
}

#[test]
fn a_cursor_holds_after_the_program_was_started_again_and_the_tables_made_anew() {
    let post = Post::founded(33);
    let chief = post.enlist("chief", GATE, "commander", "unit", "internal");
    let ids: Vec<String> = (0..5).map(|_| visit(&post, &chief, GATE, Grade::Internal)).collect();
    let filter = Filter { nouns: vec!["visit".into()], ..Filter::default() };
    let step = post.desk.rows_from(&chief, &filter, None, false, 2).unwrap();
    let cursor = post.desk.cursor(&chief, "visits", &step.after.unwrap()).unwrap();
    post.desk.rebuild(|_, _| {}).unwrap();
    let again = desk::Desk::open(post.folder(), post.clock.clone(), post.chance.clone()).unwrap();
    let after = again.after(&chief, "visits", &cursor).unwrap();
    let rest = again.rows_from(&chief, &filter, after.as_deref(), false, 10).unwrap();
    let rest: Vec<String> = rest.items.into_iter().map(|row| row.id).collect();
    assert_eq!(rest, ids[2..]);
}

#[test]
fn a_history_comes_in_steps_to_those_who_see_the_record() {
    let post = Post::founded(34);
    let chief = post.enlist("chief", GATE, "commander", "unit", "internal");
    let stranger = post.enlist("stranger", BATXAT, "commander", "unit", "internal");
    let id = visit(&post, &chief, GATE, Grade::Internal);
    for number in 0..3 {
        post.act(&chief, "visit", Some(&id), json!({ "command": "correct", "purpose": format!("Purpose {number}") }));
    }
    let step = |after| post.desk.history_from(&chief, "visit", &id, after, 2).unwrap();
    let versions = |after| step(after).items.iter().map(|line| line.version).collect::<Vec<_>>();
    assert_eq!((versions(0), step(0).after.as_deref()), (vec![1, 2], Some("2")));
    assert_eq!((versions(2), step(2).after), (vec![3, 4], None));
    let none = |id: &str| format!("{:?}", post.desk.history_from(&stranger, "visit", id, 0, 2).map(drop));
    assert_eq!(none(&id), none("01j00000000000000000000000"));
}
