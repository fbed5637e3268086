//! Ties across the line on a whole post: what stands is counted in every later report, what waits is on Today, and a unit
//! that is dissolved is noted where its name stands.

use desk::ReportView;
use domain::{OfficerId, Right};
use serde_json::{Value, json};
use store::Filter;
use testkit::{Post, instant};

const GATE: &str = "vn-bg-laocai-gate";
const BATXAT: &str = "vn-bg-batxat";
const PROVINCE: &str = "vn-bg-laocai";
const RELATION: &str = "cp-laocai-gate-talks";

/// A station, its commander, and the commander above.
struct Staff {
    duty: OfficerId,
    head: OfficerId,
    above: OfficerId,
}

fn staffed(post: &Post) -> Staff {
    Staff {
        duty: post.enlist("duty", GATE, "officer", "unit", "internal"),
        head: post.enlist("head", GATE, "commander", "unit", "internal"),
        above: post.enlist("above", PROVINCE, "commander", "subtree", "internal"),
    }
}

/// One own station with one registered partner and two more by name, signed and in force on the day of founding.
fn twinned(post: &Post, staff: &Staff, own: &[&str]) -> String {
    let (relation, today) = (partner(post, staff), post.desk.today());
    let propose = json!({
        "command": "propose", "kind": "station", "other_side": "cn", "counterpart": RELATION,
        "own_units": own, "other_units": [relation], "other_names": ["Second post", "Third post"],
        "points": ["Talks every quarter"], "review_months": 36
    });
    let record = post.act(&staff.duty, "twinning", None, propose).record;
    let act = |by: &OfficerId, command: Value| post.act(by, "twinning", Some(&record), command);
    act(&staff.above, json!({ "command": "approve", "unit": PROVINCE, "approved_on": today }));
    act(&staff.duty, json!({ "command": "record-approval", "authority": "Detachment", "approved_on": today }));
    act(&staff.head, json!({ "command": "sign", "signed_on": today }));
    record
}

/// The unit of the other side in the relation.
fn partner(post: &Post, staff: &Staff) -> String {
    let relation = post.desk.record(&staff.duty, "counterpart", RELATION).unwrap_or_else(|error| panic!("{error}"));
    relation.row.state["other"].as_str().map(str::to_owned).unwrap_or_else(|| panic!("no unit"))
}

fn drafted(post: &Post, by: &OfficerId, period: &str) -> ReportView {
    let record = post.act(by, "report", None, json!({ "command": "draft", "period": period })).record;
    post.desk.report(by, &record).unwrap_or_else(|error| panic!("{error}"))
}

fn own(view: &ReportView, figure: &str) -> Option<i64> {
    view.lines.iter().find(|line| line.figure == figure).map(|line| line.own)
}

fn opened(post: &Post, by: &OfficerId, view: &ReportView, figure: &str) -> Vec<String> {
    let found = post.desk.figure_records(by, &view.record.row.id, figure, None);
    let (_, rows) = found.unwrap_or_else(|error| panic!("{error}"));
    rows.into_iter().map(|row| row.id).collect()
}

#[test]
fn what_stands_counts_in_every_later_report_until_it_ends() {
    let post = Post::founded(1);
    let staff = staffed(&post);
    let record = twinned(&post, &staff, &[GATE]);
    post.clock.set(instant("2026-04-02T01:00:00Z"));
    let first = drafted(&post, &staff.above, "2026-Q1");
    assert_eq!(own(&first, "twinnings-station"), Some(1));
    assert_eq!(own(&first, "twinning-partners"), Some(3));
    assert_eq!(own(&first, "twinnings-signed"), None, "it was signed in the year before");
    assert_eq!(opened(&post, &staff.above, &first, "twinnings-station"), [record.as_str()]);
    let recount = post.desk.recount(&first.report).unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!(recount, first.report.counts);
    let end = json!({ "command": "end", "ended_on": "2026-04-02", "remark": "Both agree" });
    post.act(&staff.head, "twinning", Some(&record), end);
    post.clock.set(instant("2026-07-02T01:00:00Z"));
    let second = drafted(&post, &staff.above, "2026-Q2");
    assert_eq!(own(&second, "twinnings-station"), None);
    assert!(opened(&post, &staff.above, &second, "twinnings-station").is_empty());
    let before = post.desk.report(&staff.above, &first.record.row.id).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(own(&before, "twinnings-station"), Some(1), "what was counted stays");
    assert!(before.late.is_empty(), "the end lies after the period: {:?}", before.late);
    assert!(post.desk.checkup().unwrap_or_else(|fault| panic!("{fault}")).is_well());
}

#[test]
fn what_ends_late_in_a_period_already_reported_is_shown_as_a_difference() {
    let post = Post::founded(1);
    let staff = staffed(&post);
    let record = twinned(&post, &staff, &[GATE]);
    post.clock.set(instant("2026-04-02T01:00:00Z"));
    let view = drafted(&post, &staff.above, "2026-Q1");
    let end = json!({ "command": "end", "ended_on": "2026-03-20", "remark": "Recorded late" });
    post.act(&staff.head, "twinning", Some(&record), end);
    let again = post.desk.report(&staff.above, &view.record.row.id).unwrap_or_else(|error| panic!("{error}"));
    assert!(again.late.contains(&("twinnings-station".to_owned(), 1, 0)), "{:?}", again.late);
}

#[test]
fn two_stations_of_a_province_count_their_own_twinnings_and_the_province_both() {
    let post = Post::founded(1);
    let staff = staffed(&post);
    twinned(&post, &staff, &[GATE]);
    twinned(&post, &staff, &[GATE, BATXAT]);
    post.clock.set(instant("2026-04-02T01:00:00Z"));
    assert_eq!(own(&drafted(&post, &staff.head, "2026-Q1"), "twinnings-station"), Some(2));
    let province = drafted(&post, &staff.above, "2026-Q1");
    assert_eq!(own(&province, "twinnings-station"), Some(2));
    assert_eq!(own(&province, "twinning-own-members"), Some(3));
    assert_eq!(own(&province, "twinning-partners"), Some(6));
}

#[test]
fn a_list_that_waits_for_the_other_side_and_one_that_waits_for_the_own_stand_on_today() {
    let post = Post::founded(1);
    let staff = staffed(&post);
    let today = post.desk.today();
    let propose = |side: &str| {
        json!({
            "command": "propose", "counterpart": RELATION, "side": side, "activity": "visit", "occasion": "New Year",
            "name": "A. Head", "office": "Head of station", "interpreter": "Interpreter of the station",
            "members": [{ "office": "Staff officer", "count": 2 }], "enters_on": "2025-12-29", "leaves_on": "2025-12-29"
        })
    };
    let ours = post.act(&staff.duty, "delegation", None, propose("vn")).record;
    let theirs = post.act(&staff.duty, "delegation", None, propose("cn")).record;
    post.act(&staff.head, "delegation", Some(&ours), json!({ "command": "send-list", "sent_on": today }));
    post.act(&staff.duty, "delegation", Some(&theirs), json!({ "command": "record-list", "received_on": today }));
    let page = post.desk.today_of(&staff.duty).unwrap_or_else(|error| panic!("{error}"));
    let ids = |rows: &[desk::Row]| rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>();
    assert!(ids(&page.waiting).contains(&ours) && !ids(&page.needs_me).contains(&ours));
    assert!(ids(&page.needs_me).contains(&theirs));
    assert!(ids(&page.next).contains(&ours), "what is to be held in the next days");
    let by_duty =
        post.try_act(&staff.duty, "delegation", Some(&theirs), json!({ "command": "answer", "accepts": true }));
    assert!(matches!(by_duty, Err(desk::ActError::NotAllowed { right: Right::Decide })), "{by_duty:?}");
}

#[test]
fn a_review_that_is_far_off_is_not_on_today_and_a_dissolved_member_is() {
    let post = Post::founded(1);
    let staff = staffed(&post);
    let record = twinned(&post, &staff, &[GATE, BATXAT]);
    let on_today = |post: &Post| {
        let page = post.desk.today_of(&staff.duty).unwrap_or_else(|error| panic!("{error}"));
        page.needs_me.iter().any(|row| row.id == record)
    };
    assert!(!on_today(&post), "the review is due in three years");
    post.act(&post.keeper, "unit", Some(BATXAT), json!({ "command": "dissolve", "on": "2026-01-01" }));
    assert!(on_today(&post));
    let filter = Filter { nouns: vec!["twinning".into()], ..Filter::default() };
    let rows = post.desk.rows(&staff.duty, &filter, 10).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(rows[0].state["changed_members"][0]["member"], json!(BATXAT));
}
