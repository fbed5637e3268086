//! What an officer may not see makes no difference to any answer: two posts that differ only in hidden records answer
//! alike, and a hidden record answers as one that does not exist.

use desk::script::{Script, Stage};
use desk::{ActError, Desk, FeedAbout, Search, Vocabulary};
use domain::{Grade, OfficerId, RecordId, Right};
use jiff::civil::date;
use serde_json::{Value, json};
use store::{Filter, Order};
use testkit::{Post, act, instant, quarter_script, unit};

const GATE: &str = "vn-bg-laocai-gate";
const BATXAT: &str = "vn-bg-batxat";
const PROVINCE: &str = "vn-bg-laocai";
const LAST_DAY: &str = "2026-04-30T10:00:00Z";

/// Hidden acts done while the script plays: where, and up to which grade.
struct Hidden {
    unit: &'static str,
    grade: Grade,
    /// From which act of the script on.
    from: usize,
}

/// The act after the one by which the gate station's report is signed.
fn signed() -> usize {
    let place = quarter_script().acts.iter().position(|act| act.by == "gate-chief" && act.command == "report sign");
    place.unwrap_or_else(|| panic!("nobody signs the report")) + 2
}

/// A post on which the script was played, with hidden acts between its acts. Everything visible is the same in each:
/// chance begins anew before each act of the script.
fn played<'p>(post: &'p Post, script: &Script, hidden: &[Hidden]) -> Stage<'p> {
    let maker = post.enlist("maker", "vn-bg", "commander", "subtree", "protected");
    let other = post.enlist("other-maker", "vn-bg", "commander", "subtree", "protected");
    let mut stage = post.stage(script, "2026-Q1");
    let outcome = stage.play(script, instant(LAST_DAY), |_, number| {
        for (place, hidden) in hidden.iter().enumerate().filter(|(_, hidden)| number >= hidden.from) {
            post.chance.reseed(apart(1_000_000 + number * 100 + place));
            hide(post, [&maker, &other], hidden, number);
        }
        post.chance.reseed(apart(number));
    });
    outcome.unwrap_or_else(|fault| panic!("{fault}"));
    post.clock.set(instant(LAST_DAY));
    stage
}

/// A seed far from that of any other number.
fn apart(number: usize) -> u64 {
    (number as u64 + 1).wrapping_mul(0xd1b5_4a32_d192_ed03)
}

/// One hidden record, of a kind that goes with the number.
fn hide(post: &Post, makers: [&OfficerId; 2], hidden: &Hidden, number: usize) {
    let counterpart = if hidden.unit == GATE { "cp-laocai-gate-talks" } else { "cp-batxat-hekou" };
    let today = post.desk.today();
    let (noun, command) = match number % 4 {
        0 => (
            "visit",
            json!({ "command": "record", "counterpart": counterpart, "held_on": date(2026, 1, 1), "purpose": "zebra visit", "own_participants": 3, "other_participants": 3, "place": "zebra" }),
        ),
        1 => (
            "task",
            json!({ "command": "open", "title": "zebra task", "matter": "patrol-schedule", "counterpart": counterpart, "side": "cn", "due_on": today, "opened_by": GATE }),
        ),
        2 => (
            "letter",
            json!({ "command": "draft", "counterpart": counterpart, "subject": "zebra letter", "text": null, "answers": null, "answer_due_on": today }),
        ),
        _ => (
            "hotline-call",
            json!({ "command": "record-attempt", "counterpart": counterpart, "caller": "other", "at": post.desk.now(), "outcome": "connected", "urgency": "urgent", "subject": "zebra call", "promised": "zebra", "own_duty": "zebra" }),
        ),
    };
    let begun = post.begin(makers[0], noun, &unit(hidden.unit), hidden.grade, command);
    let begun = begun.unwrap_or_else(|error| panic!("{noun}: {error:?}"));
    if noun == "letter" && hidden.unit != GATE {
        post.act(makers[1], "letter", Some(&begun.record), json!({ "command": "approve" }));
        post.act(makers[0], "letter", Some(&begun.record), json!({ "command": "send", "sent_on": today }));
    }
}

/// Every answer that an officer can get, as text, each under its name.
fn answers(desk: &Desk, officer: &OfficerId, ids: &[String]) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut add = |name: String, answer: String| out.push((name, answer));
    for noun in domain::NOUNS {
        for order in [Order::Changed, Order::Due] {
            let filter = Filter { nouns: vec![noun.name.to_owned()], order, ..Filter::default() };
            add(format!("list {} {order:?}", noun.name), format!("{:?}", desk.list(officer, &filter, 1)));
        }
        add(format!("choices {}", noun.name), format!("{:?}", desk.choices(officer, noun.name)));
        add(format!("beginnings {}", noun.name), format!("{:?}", desk.beginnings(officer, noun.name)));
    }
    for filter in filters() {
        let name = format!("{filter:?}");
        add(format!("rows {name}"), format!("{:?}", desk.rows(officer, &filter, 1000)));
        add(
            format!("count {name}"),
            format!("{:?}", desk.list(officer, &filter, 2).map(|page| (page.total, page.states))),
        );
    }
    for text in
        ["zebra", "zeb", "2026", "Hekou", "河口 2026", "Lào Cai", "97", "14.02.2026", "ferry -landing", "nowhere zebra"]
    {
        let name = format!("search {text}");
        add(name.clone(), searched(desk, officer, &Search { text, noun: None, period: None, after: None, limit: 100 }));
        let narrowed = Search { text, noun: Some("letter"), period: Some("2026-Q1"), after: None, limit: 3 };
        add(format!("{name} narrowed"), searched(desk, officer, &narrowed));
        add(format!("{name} completed"), format!("{:?}", desk.completions(officer, text)));
    }
    let visible = desk.rows(officer, &Filter::default(), 100_000).unwrap_or_else(|error| panic!("{error}"));
    // Of the directory, which everybody with a role reads, a sample.
    let sampled = visible.iter().enumerate().filter(|(place, row)| row.grade != Grade::Open || place % 10 == 0);
    for (_, row) in sampled {
        add(format!("record {} {}", row.noun, row.id), format!("{:?}", desk.record(officer, &row.noun, &row.id)));
        if row.noun == "report" {
            add(format!("report {}", row.id), format!("{:?}", desk.report(officer, &row.id)));
            for figure in domain::reporting::report::FIGURES {
                add(format!("figure {figure}"), format!("{:?}", desk.figure_records(officer, &row.id, figure, None)));
                add(
                    format!("figure {figure} below"),
                    format!("{:?}", desk.figure_records(officer, &row.id, figure, Some(BATXAT))),
                );
            }
        }
    }
    add("today".into(), format!("{:?}", desk.today_of(officer)));
    for month in 1..=5 {
        add(format!("calendar {month}"), format!("{:?}", desk.calendar(officer, date(2026, month, 1))));
    }
    // Around one place only: drawing the whole line takes most of the time of this test.
    add("map around".into(), format!("{:?}", desk.map(officer, Some(BATXAT)).map(|map| map.places)));
    add("units".into(), format!("{:?}", desk.units_to_act_for(officer, Right::Record)));
    add("names".into(), format!("{:?}", desk.names(officer, ids.iter().map(String::as_str))));
    add("refusals".into(), format!("{:?}", desk.refusals(officer)));
    let records = |id: &str| RecordId::parse(id).unwrap_or_else(|fault| panic!("{fault}"));
    let with = ["cp-laocai-gate-talks", "cp-batxat-hekou"].map(|id| FeedAbout::Counterpart(records(id)));
    let of = [BATXAT, PROVINCE, GATE].map(|id| FeedAbout::Unit(records(id)));
    for about in with.into_iter().chain(of).chain([FeedAbout::Officer]) {
        add(format!("feed {about:?}"), format!("{:?}", desk.feed(officer, &about)));
    }
    for latest_first in [false, true] {
        let (mut after, mut steps): (Option<String>, Vec<String>) = (None, Vec::new());
        while steps.len() < 10 {
            let step = desk.rows_from(officer, &Filter::default(), after.as_deref(), latest_first, 40);
            after = step.as_ref().ok().and_then(|step| step.after.clone());
            steps.push(format!("{step:?}"));
            if after.is_none() {
                break;
            }
        }
        add(format!("steps {latest_first}"), steps.join("\n"));
    }
    out
}

/// All that is shown of a search, with every page after the first.
fn searched(desk: &Desk, officer: &OfficerId, search: &Search<'_>) -> String {
    let (mut out, mut after) = (String::new(), None);
    loop {
        let found = desk.search(officer, &Search { after: after.as_deref(), ..search.clone() }, &Vocabulary::default());
        let found = found.unwrap_or_else(|error| panic!("{}: {error}", search.text));
        let shown = (&found.hits, found.total, found.has_more, &found.nouns, &found.next, &found.titles);
        out.push_str(&format!("{shown:?} {:?} {:?}\n", found.fewer, found.completions));
        after = found.next;
        if after.is_none() {
            return out;
        }
    }
}

fn filters() -> Vec<Filter> {
    let mut filters: Vec<Filter> = ["zebra", "z", "marker", "talks", "2026", "会谈", "duong"]
        .map(|text| Filter { text: Some(text.to_owned()), ..Filter::default() })
        .into();
    filters.extend([BATXAT, PROVINCE, GATE].map(|of| Filter { units: vec![of.to_owned()], ..Filter::default() }));
    filters
        .extend([BATXAT, PROVINCE, GATE].map(|of| Filter { acting: Some(vec![of.to_owned()]), ..Filter::default() }));
    filters.extend(
        ["cp-laocai-gate-talks", "cp-batxat-hekou"]
            .map(|of| Filter { counterpart: Some(of.to_owned()), ..Filter::default() }),
    );
    filters.push(Filter { linked: Some((String::new(), "cp-laocai-gate-talks".to_owned())), ..Filter::default() });
    filters.push(Filter {
        counted: Some(("visits".into(), "2026-01-01".into(), "2026-04-01".into())),
        ..Filter::default()
    });
    filters.push(Filter {
        open: Some(true),
        due_before: Some(("2026-12-31".into(), "2026-12-31T00:00:00Z".into())),
        order: Order::Due,
        ..Filter::default()
    });
    filters.push(Filter { turn: Some("cn".into()), ..Filter::default() });
    filters
}

fn officer(stage: &Stage<'_>, login: &str) -> OfficerId {
    stage.officer(login).unwrap_or_else(|| panic!("{login}")).clone()
}

/// Plays two posts and compares every answer to each of the officers.
fn compare(logins: &[&str], hidden: &[Hidden]) {
    let script = quarter_script();
    let (plain, more) = (Post::founded(11), Post::founded(11));
    let (plain_stage, more_stage) = (played(&plain, &script, &[]), played(&more, &script, hidden));
    let length = |post: &Post| post.desk.dump().map(|dump| dump.len()).unwrap_or_default();
    assert!(length(&more) > length(&plain) + 10_000, "nothing was hidden");
    let ids: Vec<String> = plain_stage.records.values().chain(more_stage.records.values()).cloned().collect();
    for login in logins {
        let a = answers(&plain.desk, &officer(&plain_stage, login), &ids);
        let b = answers(&more.desk, &officer(&more_stage, login), &ids);
        assert!(a.len() > 100);
        for ((name, one), (other_name, other)) in a.iter().zip(&b) {
            assert_eq!(name, other_name, "{login}");
            if one != other {
                let at = one.bytes().zip(other.bytes()).position(|(a, b)| a != b).unwrap_or(0);
                let around = |text: &str| {
                    text.bytes().skip(at.saturating_sub(200)).take(500).map(char::from).collect::<String>()
                };
                panic!("{login} sees a difference in {name}:\n{}\n----\n{}", around(one), around(other));
            }
        }
        assert_eq!(a.len(), b.len(), "{login}");
    }
}

#[test]
fn records_of_other_units_and_of_higher_grades_make_no_difference_to_a_station() {
    let hidden = [
        Hidden { unit: BATXAT, grade: Grade::Internal, from: 10 },
        Hidden { unit: PROVINCE, grade: Grade::Internal, from: 10 },
        Hidden { unit: "vn-bg", grade: Grade::Protected, from: 10 },
        // From the signature of the station's report on: what a report counts is part of the report.
        Hidden { unit: GATE, grade: Grade::Restricted, from: signed() },
        Hidden { unit: GATE, grade: Grade::Protected, from: signed() },
    ];
    compare(&["gate-duty", "gate-chief"], &hidden);
}

#[test]
fn records_of_the_neighbour_make_no_difference_to_a_station_or_to_officers_without_content() {
    let hidden = [
        Hidden { unit: GATE, grade: Grade::Restricted, from: signed() },
        Hidden { unit: PROVINCE, grade: Grade::Internal, from: 10 },
    ];
    compare(&["batxat-duty", "batxat-chief", "auditor", "keeper"], &hidden);
}

#[test]
fn a_province_does_not_see_what_the_command_keeps_to_itself() {
    let hidden = [Hidden { unit: "vn-bg", grade: Grade::Internal, from: 10 }];
    compare(&["province-staff", "province-chief", "gate-duty"], &hidden);
}

/// Text of an answer without the identity that was asked for.
fn without(answer: &Result<desk::Receipt, ActError>, id: &str) -> String {
    format!("{answer:?}").replace(id, "ID")
}

#[test]
fn a_hidden_record_answers_as_one_that_does_not_exist() {
    let (post, script) = (Post::founded(12), quarter_script());
    let stage = played(&post, &script, &[]);
    let missing = "00000000000000000000000000";
    let stranger = officer(&stage, "batxat-chief");
    let nobody = post.register("nobody", BATXAT);
    let names = [
        ("talks", "talks"),
        ("letter", "letter-fire"),
        ("hotline-call", "call"),
        ("patrol", "patrol"),
        ("visit", "visit"),
        ("task", "talks-held.task"),
        ("referral", "talks-held.referral"),
        ("report", "gate-report"),
        ("meeting", "meeting"),
    ];
    for (noun, name) in names {
        let hidden = stage.records.get(name).unwrap_or_else(|| panic!("{name}"));
        for who in [&stranger, &nobody] {
            let read = |id: &str| format!("{:?}", post.desk.record(who, noun, id).map(drop));
            assert_eq!(read(hidden), read(missing), "{noun}");
            let report = |id: &str| format!("{:?}", post.desk.report(who, id).map(drop));
            assert_eq!(report(hidden), report(missing), "{noun}");
            let figures = |id: &str| format!("{:?}", post.desk.figure_records(who, id, "visits", None).map(drop));
            assert_eq!(figures(hidden), figures(missing), "{noun}");
            for (command, _) in &domain::noun(noun).unwrap_or_else(|| panic!("{noun}")).schemas().commands {
                for version in [None, Some(1)] {
                    let attempt = |id: &str| {
                        let plain = act(&post.desk, noun, Some(id), json!({ "command": command }));
                        without(&post.desk.act(who, &desk::Act { version, ..plain }), id)
                    };
                    assert_eq!(attempt(hidden), attempt(missing), "{noun} {command}");
                }
            }
            for field in ["counterpart", "linked", "acting", "units", "changed_by"] {
                let list = |id: &str| format!("{:?}", post.desk.list(who, &filter_by(field, id), 1)).replace(id, "ID");
                assert_eq!(list(hidden), list(missing), "{noun} by {field}");
            }
            let search = |text: &str| {
                format!("{:?}", post.desk.list(who, &Filter { text: Some(text.to_owned()), ..Filter::default() }, 1))
            };
            assert_eq!(search(hidden), search(missing));
        }
    }
    let search = |text: &str| {
        post.desk
            .list(&stranger, &Filter { text: Some(text.to_owned()), ..Filter::default() }, 1)
            .map(|page| page.total)
            .ok()
    };
    assert_eq!((search("goods lane"), search("nothing at all like this")), (Some(0), Some(0)));
    assert_eq!(search("ferry landing").map(|total| total > 0), Some(true));
}

fn filter_by(field: &str, id: &str) -> Filter {
    let id = id.to_owned();
    match field {
        "counterpart" => Filter { counterpart: Some(id), ..Filter::default() },
        "linked" => Filter { linked: Some((String::new(), id)), ..Filter::default() },
        "acting" => Filter { acting: Some(vec![id]), ..Filter::default() },
        "units" => Filter { units: vec![id], ..Filter::default() },
        _ => Filter { changed_by: Some(id), ..Filter::default() },
    }
}

#[test]
fn naming_a_hidden_record_in_a_command_tells_nothing_and_changes_nothing() {
    let (post, script) = (Post::founded(13), quarter_script());
    let stage = played(&post, &script, &[]);
    let missing = "00000000000000000000000000";
    let stranger = officer(&stage, "batxat-duty");
    let hidden = |name: &str| stage.records.get(name).unwrap_or_else(|| panic!("{name}")).clone();
    let duty = officer(&stage, "gate-duty");
    let occurrence = post.desk.choices(&duty, "occurrence").ok().and_then(|choices| choices.into_iter().next());
    let occurrence = occurrence.unwrap_or_else(|| panic!("no occurrence")).id;
    let own_call = stage.records.get("batxat-call").unwrap_or_else(|| panic!("no call")).clone();
    let before = |post: &Post| format!("{:?}", post.desk.rows(&duty, &Filter::default(), 10_000));
    let stood = before(&post);
    type Command = Box<dyn Fn(&str) -> Value>;
    let cases: Vec<(&str, Option<&str>, String, Command)> = vec![
        (
            "letter",
            None,
            hidden("letter-phones"),
            Box::new(
                |id| json!({ "command": "draft", "counterpart": "cp-batxat-hekou", "subject": "S", "answers": id }),
            ),
        ),
        (
            "letter",
            None,
            hidden("letter-fire"),
            Box::new(
                |id| json!({ "command": "record-received", "counterpart": "cp-batxat-hekou", "subject": "S", "received_on": "2026-04-30", "answers": id }),
            ),
        ),
        (
            "hotline-call",
            None,
            hidden("call"),
            Box::new(
                |id| json!({ "command": "record-attempt", "counterpart": "cp-batxat-hekou", "caller": "own", "at": "2026-04-30T01:00:00Z", "outcome": "connected", "urgency": "ordinary", "subject": "S", "own_duty": "D", "follows": id }),
            ),
        ),
        (
            "hotline-call",
            Some(&own_call),
            hidden("letter-fire"),
            Box::new(|id| json!({ "command": "confirm-in-writing", "letter": id })),
        ),
        (
            "talks",
            None,
            occurrence.clone(),
            Box::new(
                |id| json!({ "command": "propose", "counterpart": "cp-batxat-hekou", "planned_at": "2026-05-20T01:00:00Z", "place": "P", "host": "cn", "occurrence": id, "agenda": [] }),
            ),
        ),
        (
            "patrol",
            None,
            occurrence,
            Box::new(
                |id| json!({ "command": "plan", "counterpart": "cp-batxat-hekou", "kind": "bilateral", "planned_on": "2026-05-20", "from_marker": "97", "to_marker": "98", "chair": "vn", "mode": "foot", "own_teams": 1, "own_strength": 4, "occurrence": id }),
            ),
        ),
    ];
    for (noun, record, id, command) in cases {
        let attempt = |id: &str| without(&post.try_act(&stranger, noun, record, command(id)), id);
        let answer = attempt(&id);
        assert_eq!(answer, attempt(missing), "{noun} {}", command("ID")["command"]);
        assert!(answer.starts_with("Err"), "{noun}: {answer}");
    }
    assert_eq!(before(&post), stood, "something hidden was changed");
}

#[test]
fn a_try_on_a_hidden_record_leaves_a_trace_for_the_auditor() {
    let (post, script) = (Post::founded(14), quarter_script());
    let stage = played(&post, &script, &[]);
    let auditor = officer(&stage, "auditor");
    let count = || post.desk.refusals(&auditor).map(|lines| lines.len()).unwrap_or_default();
    let before = count();
    let hidden = stage.records.get("talks").unwrap_or_else(|| panic!("no talks"));
    for odd in [
        json!({ "command": "cancel", "reason": "x" }),
        json!({ "command": 1.5 }),
        json!([]),
        json!({ "command": "x".repeat(100_000) }),
    ] {
        let attempt = post.try_act(&officer(&stage, "batxat-duty"), "talks", Some(hidden), odd);
        assert!(matches!(attempt, Err(ActError::NotFound)), "{attempt:?}");
    }
    assert_eq!(count(), before + 4);
}
