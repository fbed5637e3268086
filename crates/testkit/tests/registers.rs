//! Registers of a profile: tables of any noun become records by the commands of the noun, and whatever is wrong with one
//! is named by file, line and field before anything is founded.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use std::fs;
use std::path::Path;
use std::sync::Arc;

use desk::profile::Profile;
use desk::script::SetClock;
use desk::{ActError, Desk, Filter};
use serde_json::{Value, json};
use testkit::{Post, Seeded, instant, profile_folder};

/// The profile that comes with the program, with registers of its own.
struct Copy(tempfile::TempDir);

impl Copy {
    /// A copy of the profile whose registers are these files.
    fn with(registers: &[(&str, &str)]) -> Self {
        let copy = Self(tempfile::tempdir().unwrap());
        for file in fs::read_dir(profile_folder()).unwrap().map(Result::unwrap).filter(|file| file.path().is_file()) {
            fs::copy(file.path(), copy.0.path().join(file.file_name())).unwrap();
        }
        let main = fs::read_to_string(copy.0.path().join("profile.toml")).unwrap();
        let named: Vec<String> = registers.iter().map(|(name, _)| format!("{name:?}")).collect();
        let line = format!("registers = [{}]", named.join(", "));
        let lines: Vec<&str> =
            main.lines().map(|old| if old.starts_with("registers = ") { line.as_str() } else { old }).collect();
        fs::write(copy.0.path().join("profile.toml"), lines.join("\n")).unwrap();
        registers.iter().for_each(|(name, text)| fs::write(copy.0.path().join(name), text).unwrap());
        copy
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn read(&self) -> Profile {
        Profile::read(self.path()).unwrap_or_else(|faults| panic!("{faults:#?}"))
    }

    /// The faults of reading, one line each.
    fn faults(&self) -> Vec<String> {
        match Profile::read(self.path()) {
            Ok(_) => panic!("no fault was found"),
            Err(faults) => faults.iter().map(ToString::to_string).collect(),
        }
    }
}

/// A figure as a register writes it; `more` are further lines.
fn figure(code: &str, more: &str) -> String {
    format!(
        "[[figure]]\ncode = \"{code}\"\n\
         quantity = {{ code = \"markers\", label = {{ en = \"Markers\" }} }}\n\
         value = 127\nqualifier = \"exact\"\n\
         measure = {{ code = \"markers\", label = {{ en = \"markers\" }} }}\n\
         as_of = {{ on = \"2025-05-09\", certainty = \"day\" }}\n\
         scope = {{ borders = [\"vn-cn\"], units = [\"vn-bg-batxat\"] }}\n\
         source = {{ document = \"a.txt\" }}\n{more}\n"
    )
}

fn state(post: &Post, noun: &str, id: &str) -> Value {
    let reader = post.enlist("reader", "vn-bg", "observer", "subtree", "internal");
    post.desk.record(&reader, noun, id).unwrap_or_else(|error| panic!("{noun} {id}: {error}")).row.state
}

#[test]
fn a_table_becomes_a_record_by_the_commands_that_it_names() {
    let then = "unit = \"vn-bg-laocai\"\nhappened = \"2025-06-01T02:00:00Z\"\n\
                then = [{ command = \"withdraw\", reason = \"counted anew\", happened = \"2025-07-01T02:00:00Z\" }]";
    let copy = Copy::with(&[("more.toml", &figure("fig-a", then))]);
    let post = Post::founded_from(copy.path(), 1);
    let reader = post.enlist("reader", "vn-bg", "observer", "subtree", "internal");
    let view = post.desk.record(&reader, "figure", "fig-a").unwrap();
    assert_eq!((view.row.unit.as_str(), view.row.status.as_str()), ("vn-bg-laocai", "withdrawn"));
    assert_eq!(view.row.state["value"], json!(127));
    assert_eq!(view.row.state["stage"]["on"], json!("2025-07-01"));
    let happened: Vec<i64> = view.history.iter().rev().map(|line| line.happened_ms).collect();
    let told = ["2025-06-01T02:00:00Z", "2025-07-01T02:00:00Z"].map(|text| instant(text).as_millisecond());
    assert_eq!(happened, told);
}

#[test]
fn a_register_holds_records_of_any_noun_in_the_order_in_which_they_stand() {
    let both = "[[matter]]\ncode = \"vista\"\nname = { en = \"Vista\" }\n\
                [[level]]\ncode = \"station\"\nscheme = \"vista\"\nrank = 1\nname = { en = \"Station\" }\n\
                may_agree = [\"vista\"]\n[[matter]]\ncode = \"vista-2\"\nname = { en = \"Vista again\" }\n";
    let copy = Copy::with(&[("more.toml", both)]);
    let codes: Vec<String> = copy.read().registers.iter().map(|record| record.code.to_string()).collect();
    assert_eq!(codes, ["vista", "station", "vista-2"]);
    let post = Post::founded_from(copy.path(), 1);
    let level = state(&post, "level", "station");
    assert_eq!(
        (&level["code"], &level["scheme"]),
        (&json!("station"), &json!("vista")),
        "a key that is a field fills it"
    );
}

#[test]
fn what_a_profile_brings_is_the_same_in_memory_and_at_a_post() {
    let post = Post::founded(1);
    let profile = Profile::read(&profile_folder()).unwrap();
    let trial = profile.trial(instant("2025-12-20T01:00:00Z")).unwrap();
    let reader = post.enlist("reader", "vn-bg", "observer", "subtree", "internal");
    let mut compared = 0;
    for noun in domain::NOUNS.iter().filter(|noun| noun.name != "officer") {
        let filter = Filter { nouns: vec![noun.name.to_owned()], ..Filter::default() };
        let mut rows = post.desk.rows(&reader, &filter, 20_000).unwrap();
        rows.retain(|row| trial.get(&row.id).is_some());
        for row in rows {
            let tried = trial.get(&row.id).unwrap();
            assert_eq!((tried.noun, &tried.state), (noun.name, &row.state), "{}", row.id);
            compared += 1;
        }
    }
    assert_eq!(compared, trial.count(), "every record of the trial stands at the post");
}

#[test]
fn every_fault_of_a_register_is_named_with_file_line_and_field_in_one_pass() {
    let text = [
        "[[figure]]",                                                             // 1
        "code = \"Fig A\"",                                                       // 2
        "quantity = { code = \"markers\", label = { en = \"Markers\" } }",        // 3
        "value = 18.6",                                                           // 4
        "qualifier = \"some\"",                                                   // 5
        "measure = { code = \"km\", label = { en = \"km\" }, size = 1 }",         // 6
        "as_of = { on = \"2025-02-30\", certainty = \"day\" }",                   // 7
        "scope = { units = [\"vn-bg\", \"vn-nobody\"], level = \"talks-moon\" }", // 8
        "colour = \"red\"",                                                       // 9
        "[[figure]]",                                                             // 10
        "code = \"fig-b\"",                                                       // 11
        "unit = \"vn-nowhere\"",                                                  // 12
        "command = \"publish\"",                                                  // 13
        "[[figure]]",                                                             // 14
        "value = 3",                                                              // 15
        "[[figures]]",                                                            // 16
        "code = \"fig-c\"",                                                       // 17
        "[matter]",                                                               // 18
        "code = \"m\"",                                                           // 19
    ];
    let second = figure("vn-bg", "happened = \"today\"\nthen = [{ reason = \"x\" }, { command = \"withdraw\" }]");
    let copy = Copy::with(&[("one.toml", &text.join("\n")), ("two.toml", &second)]);
    let faults = copy.faults();
    for wanted in [
        "one.toml:2: figure.code: \"Fig A\": a code has 1 to 64 characters of a-z, 0-9 and -",
        "one.toml:4: figure.value: write a number with decimals as text, such as \"18.6\"",
        "one.toml:5: figure.qualifier: choose one of: exact, about, more-than, nearly, at-least, up-to",
        "one.toml:6: figure.measure.size: there is no field size; the fields are: code, label",
        "one.toml:7: figure.as_of.on: \"2025-02-30\" is no day; write a day like 2026-01-31",
        "one.toml:8: figure.scope.units[1]: no unit has the code \"vn-nobody\"",
        "one.toml:8: figure.scope.level: no level has the code \"talks-moon\"",
        "one.toml:1: figure.source: this field is missing",
        "one.toml:12: figure.unit: no unit has the code \"vn-nowhere\"",
        "one.toml:13: figure.command: figure has no command publish; there are: record, correct, withdraw",
        "one.toml:14: figure.code: this field is missing: every record has a permanent code",
        "one.toml:18: matter: write each record as a table [[matter]]",
        "two.toml:2: figure.code: \"vn-bg\" is used twice; every code is used once",
        "two.toml:10: figure.happened: \"today\" is no instant; write one like 2026-01-31T01:30:00Z",
        "two.toml:11: figure.then[0].command: this field is missing",
        "two.toml:11: figure.then[1].reason: this field is missing",
    ] {
        assert!(faults.iter().any(|fault| fault == wanted), "{wanted}\nis not among\n{}", faults.join("\n"));
    }
    let begins = |start: &str| faults.iter().any(|fault| fault.starts_with(start));
    assert!(
        begins("one.toml:9: figure.colour: there is no field colour; the fields are: quantity, value,"),
        "{faults:#?}"
    );
    assert!(begins("one.toml:16: figures: no noun is called figures; there are: side, "), "{faults:#?}");
}

#[test]
fn a_register_that_is_no_file_of_its_own_is_a_fault_of_the_profile() {
    let copy = Copy::with(&[("a.toml", "")]);
    let main = copy.path().join("profile.toml");
    let told = fs::read_to_string(&main).unwrap();
    let line = told.lines().position(|line| line.starts_with("registers")).unwrap() + 1;
    let named = r#"registers = ["../a.toml", "units.toml", "a.json", "a.toml", "a.toml", "b.toml"]"#;
    fs::write(&main, told.replace(r#"registers = ["a.toml"]"#, named)).unwrap();
    let own = format!("profile.toml:{line}: registers: name a .toml file of its own beside this one");
    let faults = copy.faults();
    assert_eq!(faults.iter().filter(|fault| **fault == own).count(), 3, "{faults:#?}");
    assert!(faults.contains(&format!("profile.toml:{line}: registers: \"a.toml\" stands twice")), "{faults:#?}");
    assert!(faults.iter().any(|fault| fault.starts_with("b.toml: cannot be read")), "{faults:#?}");
}

#[test]
fn what_is_no_toml_is_told_with_its_line() {
    let faults = Copy::with(&[("a.toml", "[[figure]]\ncode = \"a\"\nvalue = \nqualifier = = 3\n")]).faults();
    assert!(faults.iter().any(|fault| fault.starts_with("a.toml:3: ")), "{faults:#?}");
    assert!(faults.iter().any(|fault| fault.starts_with("a.toml:4: ")), "{faults:#?}");
}

#[test]
fn every_refusal_is_known_with_file_and_line_before_anything_is_founded() {
    let text = format!(
        "{}{}{}",
        figure(
            "fig-a",
            "then = [{ command = \"withdraw\", reason = \"x\" },\n  { command = \"withdraw\", reason = \"y\" }]"
        ),
        figure("fig-b", "").replace("2025-05-09", "2035-05-09"),
        figure("fig-c", "")
    );
    let copy = Copy::with(&[("more.toml", &text)]);
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("post");
    let clock = Arc::new(SetClock::at(instant("2025-12-20T01:00:00Z")));
    let founded = Desk::found(&place, &copy.read(), ("keeper", "Keeper"), clock, Arc::new(Seeded::new(1)));
    let Err(ActError::Bad(told)) = founded.map(|_| ()) else { panic!("a post was founded") };
    assert!(
        told.contains("more.toml:11: figure.then[1]: figure fig-a: refused: not-now {\"status\":\"withdrawn\"}"),
        "{told}"
    );
    assert!(told.contains("more.toml:12: figure: figure fig-b: refused: in-the-future"), "{told}");
    assert!(!told.contains("fig-c"), "{told}");
    assert!(!place.exists(), "nothing is written when a rule says no");
}

#[test]
fn the_number_of_records_has_a_bound() {
    let many: String =
        (0..=20_000).map(|n| format!("[[matter]]\ncode = \"m-{n}\"\nname = {{ en = \"M\" }}\n")).collect();
    let faults = Copy::with(&[("many.toml", &many)]).faults();
    assert_eq!(faults, ["many.toml: 20001 records; a profile brings at most 20000 in its registers"]);
}

#[test]
fn whoever_founds_across_the_line_keeps_the_records_of_this_side_himself() {
    let copy = Copy::with(&[("more.toml", &figure("fig-a", "unit = \"vn-bg-laocai\""))]);
    let mut profile = copy.read();
    "cn".clone_into(profile.main.own.get_mut());
    "cn-nia".clone_into(profile.main.keeper.get_mut());
    profile.counterparts.counterparts.clear();
    profile.agreements.agreements.clear();
    let trial = profile.trial(instant("2025-12-20T01:00:00Z")).unwrap();
    assert_eq!(trial.get("fig-a").unwrap().unit.as_str(), "cn-nia");
}
