//! Story D1, an ordinary quarter from the obligations to the consolidated report, played by the script that the
//! demonstration plays, with every line of its "must hold" (domain scenario D1).

use std::collections::BTreeMap;

use desk::script::{Script, Stage};
use desk::{ActError, ReportView};
use domain::contact::referral::ReferralState;
use domain::contact::talks::TalksState;
use domain::reporting::report::ReportState;
use domain::{Basis, OfficerId};
use serde_json::{Value, json};
use store::Row;
use testkit::{Post, instant, quarter_script, unit};

const QUARTER: &str = "2026-Q1";
const REPORTS: [(&str, &str); 4] = [
    ("gate-report", "vn-bg-laocai-gate"),
    ("batxat-report", "vn-bg-batxat"),
    ("province-report", "vn-bg-laocai"),
    ("command-report", "vn-bg"),
];

/// The quarter played until the Command has signed and the period is frozen, or to the end of the script.
fn played<'p>(post: &'p Post, script: &Script, until: &str) -> Stage<'p> {
    let mut stage = post.stage(script, QUARTER);
    let outcome = stage.play(script, instant(until), |_, _| {});
    outcome.unwrap_or_else(|fault| panic!("{fault}"));
    stage
}

fn closed<'p>(post: &'p Post, script: &Script) -> Stage<'p> {
    played(post, script, "2026-04-21T16:59:59Z")
}

fn officer(stage: &Stage<'_>, login: &str) -> OfficerId {
    stage.officer(login).unwrap_or_else(|| panic!("{login}")).clone()
}

fn record<'s>(stage: &'s Stage<'_>, name: &str) -> &'s str {
    stage.records.get(name).unwrap_or_else(|| panic!("no ${name}"))
}

fn report(post: &Post, stage: &Stage<'_>, login: &str, name: &str) -> ReportView {
    let found = post.desk.report(&officer(stage, login), record(stage, name));
    found.unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// What a row counts under a figure between two days: own and joint, read off the row's state anew.
fn counted(row: &Row, figure: &str, report: &ReportState) -> (i64, i64) {
    let noun = domain::noun(&row.noun).unwrap_or_else(|| panic!("{}", row.noun));
    let header = noun.header(&row.state).unwrap_or_else(|fault| panic!("{fault}"));
    let figures = header.figures.into_iter().filter(|found| found.code == figure);
    // A count of what stands takes in what began before the period.
    let stands = figure.starts_with("twinning") && !matches!(figure, "twinnings-signed" | "twinning-reviews");
    let inside = figures.filter(|found| (stands || report.from <= found.on) && found.on < report.until);
    inside.fold((0, 0), |(own, joint), found| match found.basis {
        Basis::Own => (own + found.quantity, joint),
        Basis::Joint => (own, joint + found.quantity),
    })
}

/// Every total of a report is the sum of what its listed records count.
fn opens_to_its_records(post: &Post, reader: &OfficerId, id: &str) {
    let view = post.desk.report(reader, id).unwrap_or_else(|error| panic!("{error}"));
    assert!(!view.lines.is_empty());
    for line in &view.lines {
        let listed = |of: Option<&str>| {
            let found = post.desk.figure_records(reader, id, &line.figure, of);
            let (state, rows) = found.unwrap_or_else(|error| panic!("{}: {error}", line.figure));
            assert!(!rows.is_empty() || line.own + line.joint == 0, "{} opens to nothing", line.figure);
            rows.iter().map(|row| counted(row, &line.figure, &state)).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1))
        };
        assert_eq!(listed(None), (line.own, line.joint), "{id}: {}", line.figure);
        let mut parts: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
        for part in &line.parts {
            let sum = parts.entry(part.unit.as_str()).or_default();
            *sum = (sum.0 + part.own, sum.1 + part.joint);
        }
        for (of, sum) in parts {
            assert_eq!(listed(Some(of)), sum, "{id}: {} of {of}", line.figure);
        }
    }
}

fn totals(view: &ReportView) -> BTreeMap<&str, (i64, i64)> {
    view.lines.iter().map(|line| (line.figure.as_str(), (line.own, line.joint))).collect()
}

#[test]
fn every_total_of_every_report_equals_a_recount_and_opens_to_its_records() {
    let (post, script) = (Post::founded(1), quarter_script());
    let stage = closed(&post, &script);
    let reader = officer(&stage, "command-chief");
    for (name, keeper) in REPORTS {
        let view = report(&post, &stage, "command-chief", name);
        assert_eq!(view.report.unit, unit(keeper));
        let again = post.desk.recount(&view.report).unwrap_or_else(|failure| panic!("{failure}"));
        assert_eq!(view.report.counts, again, "{name}");
        assert!(view.late.is_empty(), "{name}: {:?}", view.late);
        opens_to_its_records(&post, &reader, record(&stage, name));
    }
}

#[test]
fn the_report_of_the_station_counts_what_the_story_tells() {
    let (post, script) = (Post::founded(1), quarter_script());
    let stage = closed(&post, &script);
    let view = report(&post, &stage, "gate-chief", "gate-report");
    let told = [
        ("talks-held", (1, 1)),
        ("talks-participants", (5, 0)),
        ("items-agreed", (3, 0)),
        ("items-beyond-authority", (1, 0)),
        ("items-not-discussed", (1, 0)),
        ("meetings-held", (1, 1)),
        ("meeting-participants", (2, 0)),
        ("letters-sent", (2, 0)),
        ("letters-received", (2, 0)),
        ("calls-connected", (1, 0)),
        ("calls-failed", (1, 0)),
        ("patrols-bilateral", (1, 1)),
        ("patrol-participants", (12, 0)),
        ("patrol-markers", (5, 0)),
        ("patrol-residents", (14, 0)),
        ("patrol-leaflets", (30, 0)),
        ("patrol-talks", (2, 0)),
        ("visits", (1, 0)),
        ("visit-participants", (6, 0)),
        ("obligations-due", (3, 0)),
        ("obligations-met", (2, 0)),
        ("obligations-postponed", (1, 0)),
    ];
    assert_eq!(totals(&view), BTreeMap::from(told));
}

#[test]
fn the_province_adds_two_stations_and_the_command_adds_the_province() {
    let (post, script) = (Post::founded(1), quarter_script());
    let stage = closed(&post, &script);
    let of = |name| report(&post, &stage, "command-chief", name);
    let (gate, batxat, province, command) =
        (of("gate-report"), of("batxat-report"), of("province-report"), of("command-report"));
    let (gate_totals, batxat_totals) = (totals(&gate), totals(&batxat));
    assert!(batxat_totals.len() > 4);
    for (figure, sum) in totals(&province) {
        let (a, b) = (
            gate_totals.get(figure).copied().unwrap_or_default(),
            batxat_totals.get(figure).copied().unwrap_or_default(),
        );
        assert_eq!(sum, (a.0 + b.0, a.1 + b.1), "{figure}");
    }
    assert_eq!(totals(&province), totals(&command));
    let below = |view: &ReportView| view.report.below.len();
    assert_eq!((below(&province), below(&command)), (2, 1));
    assert_eq!(province.record.row.status, "consolidated");
    assert_eq!(gate.record.row.status, "consolidated");
}

#[test]
fn the_reports_are_there_on_the_days_on_which_they_are_due() {
    let (post, script) = (Post::founded(1), quarter_script());
    let stage = closed(&post, &script);
    let due = |name| report(&post, &stage, "command-chief", name).report.due_on.to_string();
    assert_eq!(due("gate-report"), "2026-04-05");
    assert_eq!(due("province-report"), "2026-04-10");
    assert_eq!(due("command-report"), "2026-04-20");
    for (name, _) in REPORTS {
        let view = report(&post, &stage, "command-chief", name);
        let signed = view.record.history.iter().find(|line| line.fact["fact"] == "signed");
        let signed = signed.unwrap_or_else(|| panic!("{name} is not signed"));
        let at = jiff::Timestamp::from_millisecond(signed.recorded_ms).unwrap_or_default();
        assert!(at.to_zoned(post.desk.zone().clone()).date() <= view.report.due_on, "{name}");
    }
}

#[test]
fn both_counts_are_shown_where_the_two_sides_differ() {
    let (post, script) = (Post::founded(1), quarter_script());
    let stage = closed(&post, &script);
    let view = report(&post, &stage, "gate-duty", "gate-report");
    let line = |figure: &str| {
        let found = view.lines.iter().find(|line| line.figure == figure);
        found.unwrap_or_else(|| panic!("no line {figure}"))
    };
    let calls = line("calls-connected");
    assert!(calls.differs);
    assert_eq!((calls.own, calls.stated.len(), calls.stated[0].count), (1, 1, 2));
    assert_eq!(calls.stated[0].side.as_str(), "cn");
    let talks = line("talks-held");
    assert!(!talks.differs);
    assert_eq!((talks.own, talks.joint, talks.stated[0].count), (1, 1, 1));
    assert!(!line("patrols-bilateral").differs);
}

#[test]
fn what_is_beyond_authority_stays_open_at_the_province_until_it_is_answered() {
    let (post, script) = (Post::founded(1), quarter_script());
    let stage = played(&post, &script, "2026-12-31T00:00:00Z");
    let referral = record(&stage, "talks-held.referral");
    let chief = officer(&stage, "province-chief");
    let view = post.desk.record(&chief, "referral", referral).unwrap_or_else(|error| panic!("{error}"));
    let state: ReferralState = serde_json::from_value(view.row.state).unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!((view.row.open, view.row.holder.as_deref()), (true, Some("vn-bg-laocai")));
    assert_eq!((state.matter.as_str(), state.opened_by.as_str()), ("new-mechanism", record(&stage, "talks")));
    let today = post.desk.today_of(&chief).unwrap_or_else(|error| panic!("{error}"));
    assert!(today.needs_me.iter().any(|row| row.id == referral), "the province is not told");
    let by_station = post.try_act(
        &officer(&stage, "gate-chief"),
        "referral",
        Some(referral),
        json!({
            "command": "answer", "direction": "Agreed", "may_agree": true
        }),
    );
    assert!(matches!(by_station, Err(ActError::Refused(refused)) if refused.reason == "not-addressee"));
    let answer = json!({ "command": "answer", "direction": "Agree to one meeting a quarter", "may_agree": true });
    post.act(&chief, "referral", Some(referral), answer);
    let view = post.desk.record(&chief, "referral", referral).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((view.row.status.as_str(), view.row.holder), ("answered", None));
}

fn talks(post: &Post, stage: &Stage<'_>, name: &str) -> TalksState {
    let found = post.desk.record(&officer(stage, "gate-duty"), "talks", record(stage, name));
    let row = found.unwrap_or_else(|error| panic!("{error}")).row;
    serde_json::from_value(row.state).unwrap_or_else(|fault| panic!("{fault}"))
}

#[test]
fn the_next_talks_begin_with_what_was_left_open_and_are_hosted_by_the_other_side() {
    let (post, script) = (Post::founded(1), quarter_script());
    let stage = closed(&post, &script);
    let next = talks(&post, &stage, "next-talks");
    let follows: Vec<Option<&str>> =
        next.agenda.iter().map(|item| item.follows.as_ref().map(domain::RecordId::as_str)).collect();
    assert_eq!(follows.len(), 4);
    assert_eq!(follows[1], Some(record(&stage, "talks-held.referral")));
    assert_eq!(follows[2..], [None, None]);
    let taken_up = next.agenda.first().map(|item| (item.title.as_str(), item.matter.as_str()));
    assert_eq!(taken_up, Some(("Mend the lamp at the meeting place", "follow-up")));
    assert_ne!(follows[0], Some(record(&stage, "talks-held.task")), "the own task was closed before");
    assert_eq!((talks(&post, &stage, "talks").host.as_str(), next.host.as_str()), ("vn", "cn"));
}

#[test]
fn nobody_takes_the_other_sides_turn_as_host() {
    let (post, script) = (Post::founded(1), quarter_script());
    let stage = played(&post, &script, "2026-04-10T00:00:00Z");
    let duty = officer(&stage, "gate-duty");
    let filter = store::Filter {
        nouns: vec!["occurrence".into()],
        linked: Some(("under".into(), "ob-laocai-talks".into())),
        period: Some("2026-Q2".into()),
        ..store::Filter::default()
    };
    let next = post.desk.list(&duty, &filter, 1).unwrap_or_else(|error| panic!("{error}"));
    let occurrence = next.rows.first().unwrap_or_else(|| panic!("no occurrence"));
    assert_eq!(occurrence.turn.as_deref(), Some("cn"));
    let propose = json!({
        "command": "propose", "counterpart": "cp-laocai-gate-talks", "planned_at": "2026-05-11T01:30:00Z",
        "place": "Here", "host": "vn", "occurrence": occurrence.id, "agenda": [],
    });
    match post.try_act(&duty, "talks", None, propose) {
        Err(ActError::Refused(refused)) => {
            assert_eq!(refused.reason, "other-host");
            assert_eq!(serde_json::to_value(&refused.details).unwrap_or_default()["host"], "cn");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_auditor_sees_every_refused_act_and_nobody_else_does() {
    let (post, script) = (Post::founded(1), quarter_script());
    let stage = closed(&post, &script);
    let traces = post.desk.refusals(&officer(&stage, "auditor")).unwrap_or_else(|error| panic!("{error}"));
    let mut seen: Vec<(String, String)> =
        traces.iter().map(|line| (text(&line.fact["command"]), text(&line.fact["reason"]))).collect();
    seen.sort();
    let refused =
        script.acts.iter().filter_map(|act| Some((act.command.split_once(' ')?.1.to_owned(), act.refused.clone()?)));
    let mut told: Vec<(String, String)> = refused.collect();
    told.sort();
    assert_eq!(seen, told);
    assert!(told.len() >= 6);
    assert!(traces.iter().all(
        |line| line.recorded_ms > 0 && stage.officer("gate-duty").is_some_and(|duty| duty.as_str() == line.officer)
    ));
    for login in ["gate-chief", "province-chief", "command-chief", "keeper"] {
        assert!(post.desk.refusals(&officer(&stage, login)).is_err(), "{login}");
    }
    let content = post.desk.record(&officer(&stage, "auditor"), "talks", record(&stage, "talks"));
    assert!(content.is_err(), "an auditor reads no content");
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_station_does_not_see_its_neighbour_or_its_superiors() {
    let (post, script) = (Post::founded(1), quarter_script());
    let stage = closed(&post, &script);
    for (login, name, seen) in [
        ("gate-duty", "gate-report", true),
        ("gate-duty", "batxat-report", false),
        ("gate-duty", "province-report", false),
        ("province-staff", "batxat-report", true),
        ("province-staff", "command-report", false),
    ] {
        let found = post.desk.report(&officer(&stage, login), record(&stage, name));
        assert_eq!(found.is_ok(), seen, "{login} {name}");
    }
}

#[test]
fn today_is_alive_at_the_end_of_the_course() {
    let (post, script) = (Post::founded(1), quarter_script());
    let stage = played(&post, &script, "2026-12-31T00:00:00Z");
    let duty = post.desk.today_of(&officer(&stage, "gate-duty")).unwrap_or_else(|error| panic!("{error}"));
    let has = |rows: &[Row], name: &str| rows.iter().any(|row| row.id == record(&stage, name));
    for name in ["letter-pipe", "call-cable", "letter-pipe-answer", "joint-patrol"] {
        assert!(has(&duty.needs_me, name), "{name} needs nobody");
    }
    for name in ["extra-talks", "next-joint-patrol"] {
        assert!(has(&duty.waiting, name), "{name} waits for nobody");
        assert!(has(&duty.next, name), "{name} is not ahead");
    }
    let province = post.desk.today_of(&officer(&stage, "province-staff")).unwrap_or_else(|error| panic!("{error}"));
    assert!(has(&province.below, "batxat-signs"));
}

#[test]
fn the_course_plays_in_any_quarter() {
    let script = quarter_script();
    for quarter in ["2026-Q2", "2026-Q3", "2026-Q4", "2028-Q1"] {
        let post = Post::founded(2);
        let mut stage = post.stage(&script, quarter);
        let outcome = stage.play(&script, instant("2030-01-01T00:00:00Z"), |_, _| {});
        outcome.unwrap_or_else(|fault| panic!("{quarter}: {fault}"));
    }
}

#[test]
fn a_fault_in_a_script_names_the_act() {
    let post = Post::founded(3);
    let mut script = quarter_script();
    script.acts.truncate(6);
    script.acts[5].record = Some("$nobody".to_owned());
    let mut stage = post.stage(&script, QUARTER);
    let outcome = stage.play(&script, instant("2027-01-01T00:00:00Z"), |_, _| {});
    let fault = outcome.err().unwrap_or_else(|| panic!("played"));
    assert_eq!((fault.number, fault.on.as_str()), (6, "Q+8 15:20"));
    assert!(fault.problem.contains("$nobody"), "{fault}");
}
