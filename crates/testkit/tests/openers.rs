//! Tokens for programs and addresses for calendars: what they give is asked at each use, of the officer of that moment,
//! and it is never more than the officer has.

use desk::{FeedAbout, OpenerError, Standing, Token, TokenReach, TokenScope};
use domain::{Grade, OfficerId, RecordId};
use jiff::civil::{Date, date};
use serde_json::json;
use testkit::{Post, instant, unit};

const GATE: &str = "vn-bg-laocai-gate";
const TALKS: &str = "cp-laocai-gate-talks";

fn reads() -> TokenReach {
    TokenReach { scope: TokenScope::Read, nouns: Vec::new() }
}

fn until() -> Date {
    date(2026, 3, 1)
}

fn post() -> Post {
    let post = Post::founded(21);
    post.clock.set(instant("2026-01-20T01:00:00Z"));
    post
}

fn about(id: &str) -> RecordId {
    RecordId::parse(id).unwrap_or_else(|fault| panic!("{id}: {fault}"))
}

#[test]
fn a_token_stands_until_the_end_of_its_last_day_on_the_own_clock() {
    let post = post();
    let officer = post.enlist("duty", GATE, "officer", "unit", "internal");
    let (token, view) = post.desk.make_token(&officer, "Roster", &reads(), date(2026, 1, 20)).unwrap();
    assert_eq!(view.ends_at, instant("2026-01-20T17:00:00Z"), "midnight in Viet Nam");
    let pass = post.desk.pass(&token).unwrap().unwrap();
    assert_eq!((pass.officer, pass.id), (officer.clone(), view.id));
    assert_eq!(post.desk.tokens(&officer).unwrap()[0].used_on, Some(date(2026, 1, 20)));
    post.clock.set(instant("2026-01-20T16:59:59Z"));
    assert!(post.desk.pass(&token).unwrap().is_some());
    post.clock.set(instant("2026-01-20T17:00:00Z"));
    assert!(post.desk.pass(&token).unwrap().is_none());
    assert!(post.desk.tokens(&officer).unwrap().is_empty());
}

#[test]
fn a_token_needs_a_name_a_last_day_and_nouns_that_there_are() {
    let post = post();
    let officer = post.enlist("duty", GATE, "officer", "unit", "internal");
    let make = |name: &str, reach: &TokenReach, until| post.desk.make_token(&officer, name, reach, until).map(drop);
    assert!(matches!(make(" ", &reads(), until()), Err(OpenerError::Name)));
    assert!(matches!(make(&"x".repeat(61), &reads(), until()), Err(OpenerError::Name)));
    assert!(matches!(make("a", &reads(), date(2026, 1, 19)), Err(OpenerError::Until)));
    assert!(matches!(make("a", &reads(), date(2027, 1, 22)), Err(OpenerError::Until)));
    assert!(make("a", &reads(), date(2027, 1, 21)).is_ok());
    let unknown = TokenReach { scope: TokenScope::Read, nouns: vec!["dance".into()] };
    assert!(matches!(make("a", &unknown, until()), Err(OpenerError::Noun(noun)) if noun == "dance"));
    for _ in 1..20 {
        assert!(make("a", &reads(), until()).is_ok());
    }
    assert!(matches!(make("a", &reads(), until()), Err(OpenerError::TooMany)));
}

#[test]
fn a_new_password_and_leaving_the_service_end_tokens_and_calendar_addresses() {
    let post = post();
    let officer = post.enlist("duty", GATE, "officer", "unit", "internal");
    let make = || {
        let (token, _) = post.desk.make_token(&officer, "Roster", &reads(), until()).unwrap();
        let (secret, _) = post.desk.make_feed(&officer, "Telephone", &FeedAbout::Officer, until()).unwrap();
        (token, secret)
    };
    let opens = |(token, secret): &(Token, Token)| {
        (post.desk.pass(token).unwrap().is_some(), post.desk.feed_of(secret).unwrap().is_some())
    };
    let before = make();
    assert_eq!(opens(&before), (true, true));
    assert_eq!(opens(&(before.1.clone(), before.0.clone())), (false, false), "neither opens the other's door");
    post.desk.set_password(&officer, "a long enough password").unwrap();
    assert_eq!(opens(&before), (false, false));
    let after = make();
    let leaving = json!({ "command": "record-leaving", "on": "2026-01-20" });
    post.act(&post.keeper, "officer", Some(officer.as_str()), leaving);
    assert_eq!(opens(&after), (false, false));
}

#[test]
fn nobody_ends_what_another_made() {
    let post = post();
    let officer = post.enlist("duty", GATE, "officer", "unit", "internal");
    let other = post.enlist("chief", GATE, "commander", "unit", "internal");
    let (token, view) = post.desk.make_token(&officer, "Roster", &reads(), until()).unwrap();
    assert!(matches!(post.desk.revoke_token(&other, &view.id), Err(OpenerError::NotFound)));
    assert!(matches!(post.desk.revoke_feed(&officer, &view.id), Err(OpenerError::NotFound)));
    post.desk.revoke_token(&officer, &view.id).unwrap();
    assert!(post.desk.pass(&token).unwrap().is_none());
    assert!(matches!(post.desk.revoke_token(&officer, &view.id), Err(OpenerError::NotFound)));
}

#[test]
fn a_calendar_of_what_may_not_be_read_cannot_be_made() {
    let post = post();
    let officer = post.enlist("duty", GATE, "officer", "unit", "internal");
    let nobody = post.register("nobody", GATE);
    let make = |officer: &OfficerId, about| post.desk.make_feed(officer, "x", &about, until()).map(drop);
    assert!(make(&officer, FeedAbout::Unit(about(GATE))).is_ok());
    assert!(make(&officer, FeedAbout::Counterpart(about(TALKS))).is_ok());
    let elsewhere =
        [FeedAbout::Unit(about("vn-bg-batxat")), FeedAbout::Unit(about("no-such")), FeedAbout::Unit(about(TALKS))];
    for about in elsewhere.into_iter().chain([FeedAbout::Counterpart(about(GATE))]) {
        assert!(matches!(make(&officer, about.clone()), Err(OpenerError::About)), "{about:?}");
    }
    assert!(matches!(make(&nobody, FeedAbout::Counterpart(about(TALKS))), Err(OpenerError::About)));
}

/// Talks and a visit of a grade, and what a calendar shows of them.
fn task(post: &Post, officer: &OfficerId, grade: Grade, title: &str) {
    let command = json!({
        "command": "open", "title": title, "matter": "follow-up", "counterpart": TALKS, "side": "vn",
        "due_on": "2026-02-10", "opened_by": GATE,
    });
    let begun = post.begin(officer, "task", &unit(GATE), grade, command);
    assert!(begun.is_ok(), "{begun:?}");
}

#[test]
fn a_calendar_shows_nothing_above_internal_whatever_its_officer_reads() {
    let post = post();
    let officer = post.enlist("chief", GATE, "commander", "unit", "protected");
    for grade in [Grade::Internal, Grade::Restricted, Grade::Protected] {
        task(&post, &officer, grade, &format!("Task of the grade {}", grade.code()));
    }
    for about in [FeedAbout::Officer, FeedAbout::Unit(about(GATE)), FeedAbout::Counterpart(about(TALKS))] {
        let (items, _) = post.desk.feed(&officer, &about).unwrap();
        let grades: Vec<Grade> =
            items.iter().filter(|item| item.row.noun == "task").map(|item| item.row.grade).collect();
        assert_eq!(grades, [Grade::Internal], "{about:?}");
    }
}

#[test]
fn a_role_that_ends_empties_the_calendar() {
    let post = post();
    let officer = post.enlist("chief", GATE, "commander", "unit", "internal");
    task(&post, &officer, Grade::Internal, "Mend the lamp");
    let shown = || post.desk.feed(&officer, &FeedAbout::Officer).unwrap().0.len();
    assert!(shown() > 0);
    let end = json!({ "command": "end-role", "role": "commander", "unit": GATE, "until": "2026-01-25" });
    post.act(&post.keeper, "officer", Some(officer.as_str()), end);
    post.clock.set(instant("2026-01-24T16:59:00Z"));
    assert!(shown() > 0, "the role holds until its last day is over");
    post.clock.set(instant("2026-01-24T17:00:00Z"));
    assert_eq!(shown(), 0);
}

#[test]
fn talks_stand_in_the_calendar_at_their_hour_and_as_firm_as_they_are() {
    let post = post();
    let officer = post.enlist("chief", GATE, "commander", "unit", "internal");
    let propose = json!({
        "command": "propose", "counterpart": TALKS, "planned_at": "2026-02-12T01:30:00Z", "place": "Hall", "host": "vn",
        "agenda": [{ "title": "Lamps", "matter": "follow-up" }],
    });
    let id = post.act(&officer, "talks", None, propose).record;
    let stands = || {
        let (items, _) = post.desk.feed(&officer, &FeedAbout::Officer).unwrap();
        items.into_iter().find(|item| item.row.id == id).map(|item| (item.when, item.standing)).unwrap()
    };
    let at = |text: &str| desk::Appointment::At(instant(text));
    let first = at("2026-02-12T01:30:00Z");
    assert_eq!(stands(), (first, Standing::Tentative));
    post.act(&officer, "talks", Some(&id), json!({ "command": "record-answer", "answer": "accept" }));
    assert_eq!(stands(), (first, Standing::Confirmed));
    let postpone = |planned_at: Option<&str>| json!({ "command": "postpone", "asked_by": "cn", "reason": "weather", "planned_at": planned_at });
    post.act(&officer, "talks", Some(&id), postpone(Some("2026-02-20T02:00:00Z")));
    assert_eq!(stands(), (at("2026-02-20T02:00:00Z"), Standing::Tentative));
    post.act(&officer, "talks", Some(&id), postpone(None));
    assert_eq!(stands().1, Standing::Cancelled, "put off without a new day");
    post.act(&officer, "talks", Some(&id), json!({ "command": "cancel", "reason": "Flood" }));
    assert_eq!(stands().1, Standing::Cancelled);
}
