//! The line on a real post: a marker found at another place than registered (domain scenario D4), and who held it before
//! and after units were merged (D6), with the tables that are folded from it.

use desk::{ActError, Past};
use domain::{Grade, OfficerId};
use jiff::civil::{Date, date};
use serde_json::{Value, json};
use store::Filter;
use testkit::{Post, instant, unit};

const GATE: &str = "vn-bg-laocai-gate";
const OTHER: &str = "vn-bg-batxat";
const REGISTERED: &str = "22.5000000, 103.9000000";

/// The records of an invented line on a post, and a commander of the station that holds it.
struct Line {
    post: Post,
    commander: OfficerId,
    line: String,
    place: String,
    marker: String,
}

impl Line {
    fn on_post(seed: u64) -> Self {
        let post = Post::founded(seed);
        post.clock.set(instant("2026-02-02T03:00:00Z"));
        let commander = post.enlist("gate-chief", GATE, "commander", "unit", "internal");
        let register = json!({ "command": "register", "name": { "en": "Line T" }, "sides": ["vn", "cn"] });
        let line = post.act(&post.keeper, "line", None, register).record;
        let place = placed(&post, &line, "T44");
        let marker = json!({
            "command": "register", "place": place, "number": "T44(2)", "kind": "main", "erected_by": "cn",
            "maintained_by": "cn", "document": "Protocol, annex 4",
            "position": { "coordinate_system": "WGS 84", "coordinates": REGISTERED },
        });
        let kept = post.begin(&post.keeper, "marker", &unit(GATE), Grade::Open, marker);
        let marker = kept.unwrap_or_else(|error| panic!("{error}")).record;
        Self { post, commander, line, place, marker }
    }

    fn day(&self, day: i8) {
        self.post.clock.set(instant(&format!("2026-02-{day:02}T03:00:00Z")));
    }

    fn status(&self, noun: &str, id: &str) -> String {
        let view = self.post.desk.record(&self.commander, noun, id);
        view.unwrap_or_else(|error| panic!("{noun} {id}: {error}")).row.status
    }

    fn works(&self, works: &str, command: Value) {
        self.post.act(&self.commander, "marker-works", Some(works), command);
    }

    fn on(&self, noun: &str, id: &str, day: Date) -> Past {
        let past = self.post.desk.on_day(&self.commander, noun, id, day);
        past.unwrap_or_else(|error| panic!("{error}")).unwrap_or_else(|| panic!("{noun} has no past"))
    }

    fn holders(&self, day: Date) -> Vec<String> {
        self.on("marker", &self.marker, day).holders.into_iter().map(|held| held.unit.to_string()).collect()
    }
}

fn placed(post: &Post, line: &str, number: &str) -> String {
    let place =
        json!({ "command": "register", "line": line, "number": number, "arrangement": "double", "medium": "river" });
    post.act(&post.keeper, "marker-place", None, place).record
}

fn finding(marker: &str) -> Value {
    json!({
        "command": "record-finding", "marker": marker, "counterpart": "cp-laocai-gate-talks",
        "subject": "Leaning, foot washed out", "found_at": "2026-02-02T02:10:00Z", "condition": "suspected-displaced",
    })
}

#[test]
fn a_marker_found_displaced_is_restored_and_the_tables_are_folded_from_it() {
    let line = Line::on_post(1);
    let post = &line.post;
    let works = post.act(&line.commander, "marker-works", None, finding(&line.marker));
    assert_eq!(works.followed.iter().map(|other| other.noun.as_str()).collect::<Vec<_>>(), ["marker"]);
    let works = works.record;
    assert_eq!(line.status("marker", &line.marker), "suspected-displaced");
    line.works(&works, json!({ "command": "notify", "notified_at": "2026-02-02T02:40:00Z", "remark": "paper note" }));
    line.day(7);
    let survey = json!({ "coordinate_system": "WGS 84", "coordinates": "22.5000126, 103.9000000" });
    line.works(
        &works,
        json!({ "command": "record-joint-check", "held_on": "2026-02-07", "position": survey, "accuracy_m": "0,03" }),
    );
    let facts = json!({ "command": "agree-facts", "signed_on": "2026-02-07", "condition": "displaced", "agreed_text": "1.4 m" });
    line.works(&works, facts);
    assert_eq!(line.status("marker", &line.marker), "displaced");
    line.day(14);
    let notice = |delivered: &str, start: &str| json!({ "command": "announce-works", "side": "cn", "delivered_on": delivered, "start_on": start });
    line.works(&works, notice("2026-02-14", "2026-02-26"));
    line.day(15);
    let refused =
        post.try_act(&line.commander, "marker-works", Some(&works), notice("2026-02-15", "2026-02-23")).unwrap_err();
    assert!(matches!(&refused, ActError::Refused(refused) if refused.reason == "too-short"), "{refused:?}");
    let today = post.desk.today_of(&line.commander).unwrap_or_else(|error| panic!("{error}"));
    assert!(today.waiting.iter().any(|row| row.id == works), "the works wait for the side that maintains the marker");
    line.day(26);
    line.works(
        &works,
        json!({ "command": "record-works", "held_on": "2026-02-26", "present": "Deputy head of station" }),
    );
    let here = json!({ "coordinate_system": "WGS 84", "coordinates": REGISTERED });
    let sign = json!({
        "command": "sign-record", "signed_on": "2026-02-26", "photo": "joint/2026/3", "position": here, "accuracy_m": "0.02",
    });
    line.works(&works, sign);
    assert_eq!(line.status("marker-works", &works), "restored");
    assert_eq!(line.status("marker", &line.marker), "restored");
    let condition = |day| line.on("marker", &line.marker, day).state["condition"]["condition"].clone();
    assert_eq!(condition(date(2026, 2, 6)), "suspected-displaced");
    assert_eq!(condition(date(2026, 2, 7)), "displaced");
    assert_eq!(condition(date(2026, 2, 26)), "restored");
    let before = post.desk.dump().unwrap_or_else(|failure| panic!("{failure}"));
    post.desk.rebuild(|_, _| {}).unwrap_or_else(|failure| panic!("{failure}"));
    assert_eq!(post.desk.dump().unwrap_or_else(|failure| panic!("{failure}")), before);
}

#[test]
fn who_held_a_marker_on_a_past_day_is_answered_after_the_section_changed_hands() {
    let line = Line::on_post(2);
    let post = &line.post;
    let (first, last) = (placed(post, &line.line, "T40"), placed(post, &line.line, "T60"));
    let section = json!({
        "command": "register", "unit": GATE, "line": line.line, "from_place": first, "to_place": last, "from": "2020-01-01",
    });
    let section = post.act(&post.keeper, "unit-section", None, section).record;
    let hand_over = json!({ "command": "hand-over", "to": OTHER, "on": "2026-07-01", "document": "Order of 15 June" });
    post.act(&post.keeper, "unit-section", Some(&section), hand_over);
    assert_eq!(line.holders(date(2026, 6, 30)), [GATE]);
    assert_eq!(line.holders(date(2026, 7, 2)), [OTHER]);
    let at_place = line.on("marker-place", &line.place, date(2026, 6, 30)).holders;
    assert_eq!(at_place[0].section.as_str(), section);
    assert!(post.desk.on_day(&line.commander, "talks", "none", date(2026, 7, 2)).is_err());
}

#[test]
fn a_station_records_on_the_markers_it_keeps_and_sees_those_of_others() {
    let line = Line::on_post(3);
    let post = &line.post;
    let observe = json!({ "command": "observe", "observed_on": "2026-02-02", "condition": "intact" });
    let other = post.enlist("batxat-officer", OTHER, "officer", "unit", "internal");
    let denied = post.try_act(&other, "marker", Some(&line.marker), observe.clone()).unwrap_err();
    assert!(matches!(denied, ActError::NotAllowed { .. }), "{denied:?}");
    let seen = post.desk.record(&other, "marker", &line.marker).unwrap_or_else(|error| panic!("{error}"));
    assert!(seen.offers.is_empty());
    let own = post.enlist("gate-officer", GATE, "officer", "unit", "internal");
    post.act(&own, "marker", Some(&line.marker), observe);
    let marker = post.desk.record(&own, "marker", &line.marker).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(marker.row.state["observations"][0]["unit"], GATE);
    let moved = json!({
        "command": "register-position", "document": "A letter", "from": "2026-03-01",
        "position": { "coordinate_system": "WGS 84", "coordinates": "22.6, 103.9" },
    });
    let denied = post.try_act(&own, "marker", Some(&line.marker), moved).unwrap_err();
    assert!(matches!(denied, ActError::NotAllowed { .. }), "{denied:?}");
}

#[test]
fn a_marker_is_found_by_its_number_and_a_number_stands_once_among_many() {
    let line = Line::on_post(4);
    let post = &line.post;
    let found = |text: &str| {
        let filter = Filter { nouns: vec!["marker".into()], text: Some(text.into()), ..Filter::default() };
        post.desk.rows(&line.commander, &filter, 10).unwrap_or_else(|error| panic!("{error}")).len()
    };
    assert_eq!((found("T44(2)"), found("t44"), found("T45")), (1, 1, 0));
    let places = || post.desk.choices(&line.commander, "marker-place").unwrap_or_else(|error| panic!("{error}"));
    let before = places().len();
    // More places than a decision finds at once.
    for number in 1000..1510 {
        placed(post, &line.line, &number.to_string());
    }
    let again = json!({ "command": "register", "line": line.line, "number": "1509", "arrangement": "single", "medium": "land" });
    let refused = post.try_act(&post.keeper, "marker-place", None, again).unwrap_err();
    assert!(matches!(&refused, ActError::Refused(refused) if refused.reason == "number-taken"), "{refused:?}");
    let choices = places();
    assert_eq!(choices.len(), before + 510);
    let thousands = choices.iter().filter(|choice| choice.title.pick("en").1.starts_with("100"));
    let titles: Vec<&str> = thousands.take(2).map(|choice| choice.title.pick("en").1).collect();
    assert_eq!(titles, ["1000 · Line T", "1001 · Line T"]);
}
