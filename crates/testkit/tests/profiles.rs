//! Every border profile that comes with the program: it founds a post, its line stays as it is in the data, and the
//! ordinary quarter is the same story on every border that has one.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use desk::Row;
use desk::profile::Profile;
use desk::script::{Script, ScriptAct};
use domain::OfficerId;
use domain::contact::talks::TalksState;
use domain::reporting::report::ReportState;
use serde_json::{Value, json};
use testkit::{Post, instant, profile_folders, script_of};

const END: &str = "2030-01-01T00:00:00Z";

fn name(folder: &Path) -> String {
    folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn folder(wanted: &str) -> PathBuf {
    let found = profile_folders().into_iter().find(|folder| name(folder) == wanted);
    found.unwrap_or_else(|| panic!("no profile {wanted}"))
}

/// The profiles that have a quarter to play.
fn with_quarter() -> Vec<PathBuf> {
    let folders: Vec<PathBuf> =
        profile_folders().into_iter().filter(|folder| folder.join("quarter.toml").is_file()).collect();
    assert!(folders.len() >= 2, "one border proves nothing");
    folders
}

fn read(folder: &Path) -> Profile {
    Profile::read(folder).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

#[test]
fn every_profile_founds_a_post_with_its_sides_and_its_line() {
    let folders = profile_folders();
    assert!(folders.len() >= 3);
    for folder in folders {
        let (profile, post) = (read(&folder), Post::founded_from(&folder, 7));
        assert_eq!(profile.main.name, name(&folder), "a profile is called like its folder");
        let sides = post.desk.sides().unwrap_or_else(|failure| panic!("{failure}"));
        assert_eq!(sides.len(), profile.main.sides.len());
        assert_eq!(sides[0].code.as_str(), profile.main.own.get_ref());
        let checkup = post.desk.checkup().unwrap_or_else(|failure| panic!("{failure}"));
        assert!(checkup.findings.iter().all(|finding| finding.well), "{:?}", checkup.findings);
        assert!(!profile.main.lines.is_empty() && folder.join("README.md").is_file());
    }
}

/// The parts of a line as they stand in the data.
fn parts_in(folder: &Path) -> Vec<Vec<(f64, f64)>> {
    let text = std::fs::read_to_string(folder.join("line.geojson")).unwrap_or_else(|fault| panic!("{fault}"));
    let json: Value = serde_json::from_str(&text).unwrap_or_else(|fault| panic!("{fault}"));
    let parts = json["geometry"]["coordinates"].as_array().cloned().unwrap_or_default();
    let position = |at: &Value| Some((at[0].as_f64()?, at[1].as_f64()?));
    parts.iter().map(|part| part.as_array().into_iter().flatten().filter_map(position).collect()).collect()
}

fn km(one: (f64, f64), other: (f64, f64)) -> f64 {
    let narrow = ((one.1 + other.1).to_radians() / 2.0).cos();
    111.2 * ((other.0 - one.0) * narrow).hypot(other.1 - one.1)
}

#[test]
fn the_map_shows_every_line_in_the_parts_of_its_data() {
    for folder in profile_folders() {
        let post = Post::founded_from(&folder, 7);
        let map = post.desk.map(&post.keeper, None).unwrap_or_else(|error| panic!("{error}"));
        let data = parts_in(&folder);
        assert_eq!((map.parts.len(), map.pieces.len()), (data.len(), data.len()), "{}", name(&folder));
        for (part, data) in map.parts.iter().zip(&data) {
            let along: f64 = data.windows(2).map(|two| km(two[0], two[1])).sum();
            assert!((part.length_m / 1000.0 - along).abs() < 0.01 * along + 0.01, "{part:?}: {along}");
        }
        assert!(map.pieces.iter().map(Vec::len).sum::<usize>() <= 700, "the page stays small");
        let again = post.desk.map(&post.keeper, None).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!((map.pieces, map.bounds), (again.pieces, again.bounds), "the second drawing is the first");
    }
}

#[test]
fn a_gap_in_the_line_stays_a_gap_on_the_map() {
    let folder = folder("fr-es");
    let (post, data) = (Post::founded_from(&folder, 7), parts_in(&folder));
    assert_eq!(data.len(), 6);
    let (before, beyond) = (data[2][data[2].len() - 1], data[3][0]);
    let gap = km(before, beyond);
    assert!(gap > 25.0, "the data have the gap");
    let map = post.desk.map(&post.keeper, None).unwrap_or_else(|error| panic!("{error}"));
    for two in map.pieces.iter().flat_map(|piece| piece.windows(2)) {
        let (from, to) = (two[0], two[1]);
        assert!(km(from, to) < gap / 2.0, "{from:?} to {to:?} is as long as the gap");
        let between = |a: f64, b: f64| a.min(b)..a.max(b);
        let inside = between(before.0, beyond.0).contains(&((from.0 + to.0) / 2.0))
            && between(before.1, beyond.1).contains(&((from.1 + to.1) / 2.0));
        assert!(!inside, "{from:?} to {to:?} lies in the gap");
    }
    let sum: f64 = map.parts.iter().map(|part| part.length_m).sum();
    let joined: f64 = data.concat().windows(2).map(|two| km(two[0], two[1])).sum();
    assert!(sum / 1000.0 + gap < joined, "no part carries a gap: {sum} {joined}");
}

#[test]
fn the_surroundings_of_a_unit_far_back_still_show_the_line() {
    for (profile, unit) in [("no-fi", "fi-bg-ivalo"), ("fr-es", "es-llivia")] {
        let post = Post::founded_from(&folder(profile), 7);
        let map = post.desk.map(&post.keeper, Some(unit)).unwrap_or_else(|error| panic!("{error}"));
        assert!(!map.pieces.is_empty(), "{unit}");
        let steepness = map.bounds.steepness();
        assert!((steepness - 28.0 / 36.0).abs() < 1e-6, "{unit}: {steepness}");
    }
}

/// What an act is, without the border on which it is played.
fn kind(act: &ScriptAct) -> (String, String, Option<String>, Vec<String>) {
    (act.on.clone(), act.command.clone(), act.refused.clone(), act.with.keys().cloned().collect())
}

fn roles(script: &Script) -> BTreeMap<&str, (String, String)> {
    let role = |officer: &desk::script::ScriptOfficer| (format!("{:?}", officer.role), format!("{:?}", officer.reach));
    script.officers.iter().map(|officer| (officer.login.as_str(), role(officer))).collect()
}

/// The roles of the officers at the neighbour's post, in order.
fn neighbours(script: &Script) -> Vec<String> {
    let neighbour = script.neighbour.as_ref().unwrap_or_else(|| panic!("{} has no neighbour", script.title));
    neighbour.officers.iter().map(|officer| format!("{:?} {:?}", officer.role, officer.reach)).collect()
}

#[test]
fn the_quarter_is_the_same_story_on_every_border() {
    let scripts: Vec<Script> = with_quarter().iter().map(|folder| script_of(folder)).collect();
    let first = &scripts[0];
    for script in &scripts[1..] {
        let kinds = |script: &Script| script.acts.iter().map(kind).collect::<Vec<_>>();
        assert_eq!(kinds(script), kinds(first), "{}", script.title);
        assert_eq!(neighbours(script), neighbours(first), "{}", script.title);
        let (roles, of_first) = (roles(script), roles(first));
        for (act, other) in script.acts.iter().zip(&first.acts) {
            assert_eq!(roles.get(act.by.as_str()), of_first.get(other.by.as_str()), "{}: {}", script.title, act.say);
        }
    }
}

/// The reports of a played quarter in the order in which they were drafted, with an officer who sees all of them.
fn reports(post: &Post, script: &Script, quarter: &str) -> (OfficerId, Vec<Row>) {
    let freeze = script.acts.iter().position(|act| act.command == "period freeze");
    let (officers, acts, neighbour) = (script.officers.clone(), script.acts.clone(), script.neighbour.clone());
    let mut script = Script { title: script.title.clone(), officers, acts, neighbour };
    script.acts.truncate(freeze.unwrap_or_else(|| panic!("{} never freezes", script.title)) + 1);
    let mut stage = post.stage(&script, quarter);
    let outcome = stage.play(&script, instant(END), |_, _| {});
    outcome.unwrap_or_else(|fault| panic!("{quarter}: {fault}"));
    let drafted = script.acts.iter().filter(|act| act.command == "report draft").filter_map(|act| act.alias.clone());
    let last = script.officers.iter().rfind(|officer| format!("{:?}", officer.role) == "Commander");
    let reader =
        last.and_then(|officer| stage.officer(&officer.login)).unwrap_or_else(|| panic!("no commander")).clone();
    let row = |alias: String| {
        let id = stage.records.get(&alias).unwrap_or_else(|| panic!("no ${alias}"));
        post.desk.record(&reader, "report", id).unwrap_or_else(|error| panic!("{alias}: {error}")).row
    };
    let rows = drafted.map(row).collect();
    (reader, rows)
}

#[test]
fn every_report_of_every_border_equals_a_recount_and_they_count_the_same() {
    let mut told: Vec<Vec<BTreeMap<String, (i64, i64)>>> = Vec::new();
    for folder in with_quarter() {
        let (post, script) = (Post::founded_from(&folder, 3), script_of(&folder));
        let (reader, rows) = reports(&post, &script, "2026-Q1");
        assert_eq!(rows.len(), 4, "{}", script.title);
        let mut totals = Vec::new();
        for row in rows {
            let view = post.desk.report(&reader, &row.id).unwrap_or_else(|error| panic!("{error}"));
            let again = post.desk.recount(&view.report).unwrap_or_else(|failure| panic!("{failure}"));
            assert_eq!(view.report.counts, again, "{}", script.title);
            assert!(view.late.is_empty(), "{:?}", view.late);
            let lines = view.lines.iter().map(|line| (line.figure.clone(), (line.own, line.joint)));
            let of_report: BTreeMap<String, (i64, i64)> = lines.collect();
            for (figure, (own, joint)) in &of_report {
                let (state, rows) = post
                    .desk
                    .figure_records(&reader, &row.id, figure, None)
                    .unwrap_or_else(|error| panic!("{figure}: {error}"));
                assert_eq!(counted(&rows, figure, &state), (*own, *joint), "{figure} opens to its records");
            }
            totals.push(of_report);
        }
        assert!(totals[2].len() > 20 && totals[2] == totals[3], "{}", script.title);
        told.push(totals);
    }
    assert!(told.windows(2).all(|two| two[0] == two[1]), "one story, one count: {told:#?}");
}

/// What rows count under a figure within a report, read off their states anew.
fn counted(rows: &[Row], figure: &str, report: &ReportState) -> (i64, i64) {
    let of_row = |row: &Row| {
        let noun = domain::noun(&row.noun).unwrap_or_else(|| panic!("{}", row.noun));
        let header = noun.header(&row.state).unwrap_or_else(|fault| panic!("{fault}"));
        header
            .figures
            .into_iter()
            .filter(|found| found.code == figure && report.from <= found.on && found.on < report.until)
    };
    rows.iter().flat_map(of_row).fold((0, 0), |(own, joint), found| match found.basis {
        domain::Basis::Own => (own + found.quantity, joint),
        domain::Basis::Joint => (own, joint + found.quantity),
    })
}

#[test]
fn the_quarter_plays_in_any_quarter_of_a_border_whose_clocks_are_set_forward_and_back() {
    let folder = folder("no-fi");
    let script = script_of(&folder);
    for quarter in ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2027-Q1", "2028-Q1"] {
        let post = Post::founded_from(&folder, 5);
        let mut stage = post.stage(&script, quarter);
        let outcome = stage.play(&script, instant(END), |_, _| {});
        outcome.unwrap_or_else(|fault| panic!("{quarter}: {fault}"));
    }
}

#[test]
fn talks_keep_their_hour_when_the_clocks_are_set_between_two_quarters() {
    let folder = folder("no-fi");
    let (post, script) = (Post::founded_from(&folder, 5), script_of(&folder));
    let mut stage = post.stage(&script, "2026-Q1");
    stage.play(&script, instant(END), |_, _| {}).unwrap_or_else(|fault| panic!("{fault}"));
    let duty = stage.officer(&script.officers[0].login).unwrap_or_else(|| panic!("nobody")).clone();
    let planned = |alias: &str| {
        let id = stage.records.get(alias).unwrap_or_else(|| panic!("no ${alias}"));
        let row = post.desk.record(&duty, "talks", id).unwrap_or_else(|error| panic!("{error}")).row;
        let talks: TalksState = serde_json::from_value(row.state).unwrap_or_else(|fault| panic!("{fault}"));
        talks.planned_at
    };
    let (winter, summer) = (planned("talks"), planned("next-talks"));
    let told = |at: jiff::Timestamp| desk::hour::hour_of(at, post.desk.zone());
    assert_eq!((told(winter).as_str(), told(summer).as_str()), ("08:30", "08:30"));
    assert_eq!((winter.to_string().get(11..16), summer.to_string().get(11..16)), (Some("06:30"), Some("05:30")));
}

#[test]
fn what_is_due_at_an_hour_falls_on_the_own_day_and_is_overdue_from_that_hour() {
    let post = Post::founded_from(&folder("no-fi"), 5);
    let duty = post.enlist("duty", "fi-bg-ivalo", "officer", "unit", "internal");
    // Half past midnight on 28 March at the post is still the 27th in UTC; the answer is due a day later, in the night
    // in which the clocks are set forward.
    post.clock.set(instant("2026-03-27T22:40:00Z"));
    let call = json!({
        "command": "record-attempt", "counterpart": "cp-ivalo-varanger-talks", "caller": "own",
        "at": "2026-03-27T22:30:00Z", "outcome": "connected", "urgency": "urgent", "subject": "Smoke",
        "own_duty": "Duty officer", "other_duty": "Duty officer", "carries_notification": true,
    });
    let id = post.act(&duty, "hotline-call", None, call).record;
    let row = post.desk.record(&duty, "hotline-call", &id).unwrap_or_else(|error| panic!("{error}")).row;
    assert_eq!(row.due.as_deref(), Some("2026-03-28T22:30:00Z"));
    let weeks = post.desk.calendar(&duty, jiff::civil::date(2026, 3, 1)).unwrap_or_else(|error| panic!("{error}"));
    let days = weeks.iter().flatten().filter(|day| day.items.iter().any(|item| item.due && item.row.id == id));
    assert_eq!(days.map(|day| day.day.to_string()).collect::<Vec<_>>(), ["2026-03-29"], "the own day, not that of UTC");
    let overdue = |now: &str| {
        post.clock.set(instant(now));
        let due_before = Some((post.desk.today().to_string(), post.desk.now().to_string()));
        let filter = desk::Filter { nouns: vec!["hotline-call".into()], due_before, ..desk::Filter::default() };
        post.desk.list(&duty, &filter, 1).unwrap_or_else(|error| panic!("{error}")).rows.len()
    };
    assert_eq!(overdue("2026-03-28T22:10:00Z"), 0, "the day has begun, the hour has not come");
    assert_eq!(overdue("2026-03-28T22:31:00Z"), 1);
}

#[test]
fn a_day_of_twenty_three_or_twenty_five_hours_is_one_day() {
    let post = Post::founded_from(&folder("no-fi"), 5);
    for (day, hours) in [("2026-03-29", 23), ("2026-10-25", 25), ("2026-06-01", 24)] {
        let day: jiff::civil::Date = day.parse().unwrap_or_else(|fault| panic!("{fault}"));
        let next = day.tomorrow().unwrap_or_else(|fault| panic!("{fault}"));
        let (begun, over) = (post.desk.begin_of(day), post.desk.begin_of(next));
        assert_eq!(over.as_second() - begun.as_second(), hours * 3600, "{day}");
        post.clock.set(begun);
        assert_eq!(post.desk.today(), day);
        post.clock.set(instant(&(over - jiff::SignedDuration::from_secs(1)).to_string()));
        assert_eq!(post.desk.today(), day, "until its last second");
    }
}
