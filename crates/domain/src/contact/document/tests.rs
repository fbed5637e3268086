//! The rules of documents, tried on the invented line: side `v` writes and reads, side `n` answers.

use jiff::civil::date;

use super::*;
use crate::Attached;
use crate::contact::referral::{Referral, ReferralCommand};
use crate::organisation::counterpart::CounterpartCommand;
use crate::rehearsal::{Rehearsal, id, instant, side, unit};
use crate::{Due, MatterId};

mod comparing;
mod joint;
mod rounds;

const OWN_LOG: &str = "v.one/n.one/1";
const OTHER_LOG: &str = "n.one/v.one/1";

fn text(language: &str, text: &str) -> TextIn {
    TextIn { language: language.into(), title: format!("Path at T12 ({language})"), text: text.into() }
}

fn signer(of: &str) -> SignerNamed {
    SignerNamed { side: side(of), name: format!("Signer of {of}"), office: "Head of station".into() }
}

fn file(digit: &str) -> Attached {
    Attached { name: "scan.pdf".into(), media_type: "application/pdf".into(), size: 9, sha256: digit.repeat(64) }
}

fn content() -> Content {
    let texts = vec![text("vi", "một\n\nhai"), text("zh", "一\n\n二")];
    Content { texts, signers: vec![signer("v"), signer("n")], ..Content::default() }
}

struct Draft {
    kind: DocumentKind,
    content: Content,
    matters: Vec<&'static str>,
    about: Option<&'static str>,
    answers: Option<&'static str>,
    supersedes: Option<&'static str>,
    supplements: Option<&'static str>,
}

fn document(name: &str) -> DocumentId {
    DocumentId(id(name))
}

fn draft(kind: DocumentKind) -> Draft {
    let matters = if kind.is_joint() { vec!["upkeep"] } else { vec![] };
    Draft { kind, content: content(), matters, about: None, answers: None, supersedes: None, supplements: None }
}

impl From<Draft> for DocumentCommand {
    fn from(draft: Draft) -> Self {
        Self::Draft {
            kind: draft.kind,
            counterpart: CounterpartId(id("vs1-nt1")),
            content: draft.content,
            matters: draft.matters.into_iter().map(|matter| MatterId(id(matter))).collect(),
            about: draft.about.map(id),
            answers: draft.answers.map(document),
            supersedes: draft.supersedes.map(document),
            supplements: draft.supplements.map(document),
            remark: None,
        }
    }
}

fn minutes() -> DocumentCommand {
    draft(DocumentKind::Minutes).into()
}

fn letter() -> DocumentCommand {
    draft(DocumentKind::Letter).into()
}

fn said(by: &str, kind: SaidKind, place: u64) -> Utterance {
    let words = if kind.needs_words() { vec![text("vi", "vì sao")] } else { vec![] };
    Utterance {
        side: side(by),
        kind,
        officer: "0123".into(),
        office: "Head of station".into(),
        unit: "station".into(),
        at: instant("2026-02-02T03:00:00Z"),
        words,
        cut: false,
        origin: if by == "v" { OWN_LOG } else { OTHER_LOG }.into(),
        place,
        until: matches!(kind, SaidKind::Propose).then(|| instant("2026-02-09T03:00:00Z")),
        held: None,
        sent: false,
    }
}

fn release(kind: SaidKind) -> DocumentCommand {
    let statement = said("v", kind, 0);
    let is_joint = kind == SaidKind::Propose;
    DocumentCommand::Release {
        document: "a".repeat(64),
        series: is_joint.then(|| "b".repeat(32)),
        revision: is_joint.then_some(1),
        post: "n.one".into(),
        until: statement.until,
        statement,
    }
}

fn arrive(kind: DocumentKind, answers: Option<&str>) -> DocumentCommand {
    let is_joint = kind.is_joint();
    let how = if is_joint { SaidKind::Propose } else { SaidKind::Issue };
    DocumentCommand::Arrive {
        kind,
        counterpart: CounterpartId(id("vs1-nt1")),
        content: content(),
        document: "c".repeat(64),
        series: is_joint.then(|| "d".repeat(32)),
        revision: is_joint.then_some(1),
        post: "n.one".into(),
        answers: answers.map(document),
        supersedes: None,
        supplements: None,
        statement: said("n", how, 0),
    }
}

fn say(kind: SaidKind) -> DocumentCommand {
    DocumentCommand::Say { statement: said("v", kind, 7) }
}

fn hear(kind: SaidKind, place: u64) -> DocumentCommand {
    DocumentCommand::Hear { statement: said("n", kind, place) }
}

fn stand(standing: Standing) -> DocumentCommand {
    DocumentCommand::Stand { standing, until: Some(instant("2026-02-09T03:00:00Z")) }
}

fn status(line: &Rehearsal, name: &str) -> &'static str {
    line.header::<Document>(name).status
}

/// Own minutes that are proposed to the other side.
fn proposed(line: &mut Rehearsal, name: &str) {
    line.act::<Document>(name, minutes());
    line.act::<Document>(name, release(SaidKind::Propose));
}

/// Own minutes that bind.
fn bound(line: &mut Rehearsal, name: &str) {
    proposed(line, name);
    line.act::<Document>(name, hear(SaidKind::Sign, 0));
    line.act::<Document>(name, stand(Standing::Bound));
}

#[test]
fn a_draft_needs_a_relation_in_force() {
    let mut line = Rehearsal::new();
    let end = CounterpartCommand::Close { on: date(2026, 2, 1), reason: "ended".into() };
    line.act::<Counterpart>("vs1-nt1", end);
    assert_eq!(line.refused::<Document>("d1", minutes()), "no-counterpart");
}

#[test]
fn a_draft_is_about_a_record_that_exists() {
    let mut line = Rehearsal::new();
    let of = |about| Draft { about: Some(about), ..draft(DocumentKind::Letter) };
    assert_eq!(line.refused::<Document>("d1", of("nothing").into()), "no-record");
    line.act::<Document>("d1", of("vs1").into());
    let header = line.header::<Document>("d1");
    assert!(header.links.contains(&Link { role: "about", to: id("vs1") }));
}

#[test]
fn every_text_has_a_language_of_its_own_and_words() {
    let mut line = Rehearsal::new();
    let with = |texts| Draft { content: Content { texts, ..content() }, ..draft(DocumentKind::Letter) };
    let mut refused = |texts| line.refused::<Document>("d1", with(texts).into());
    assert_eq!(refused(vec![]), "no-text");
    assert_eq!(refused(vec![text("vi", "a"), text("vi", "b")]), "language-twice");
    assert_eq!(refused(vec![text("VI", "a")]), "not-a-language");
    assert_eq!(refused(vec![text("vi", " \n\n ")]), "empty-text");
}

#[test]
fn texts_that_both_sides_sign_have_the_same_paragraphs_in_every_language() {
    let mut line = Rehearsal::new();
    let texts = || vec![text("vi", "một\n\nhai"), text("zh", "一")];
    let of = |kind| Draft { content: Content { texts: texts(), ..content() }, ..draft(kind) };
    assert_eq!(line.refused::<Document>("d1", of(DocumentKind::Minutes).into()), "texts-differ");
    line.act::<Document>("d1", of(DocumentKind::Letter).into());
    line.act::<Document>("d2", minutes());
    let amend = DocumentCommand::Amend { content: Content { texts: texts(), ..content() }, matters: None };
    assert_eq!(line.refused::<Document>("d2", amend), "texts-differ");
}

#[test]
fn what_both_sign_names_a_signer_of_each_side_and_of_no_other() {
    let mut line = Rehearsal::new();
    let with = |signers| Draft { content: Content { signers, ..content() }, ..draft(DocumentKind::Minutes) };
    assert_eq!(line.refused::<Document>("d1", with(vec![signer("v")]).into()), "no-signer");
    let stranger = vec![signer("v"), signer("n"), signer("x")];
    assert_eq!(line.refused::<Document>("d1", with(stranger).into()), "not-a-party");
}

#[test]
fn an_attachment_has_a_digest() {
    let mut line = Rehearsal::new();
    let with = |digit| Draft {
        content: Content { attachments: vec![file(digit)], ..content() },
        ..draft(DocumentKind::Letter)
    };
    assert_eq!(line.refused::<Document>("d1", with("z").into()), "no-digest");
    line.act::<Document>("d1", with("0").into());
}

#[test]
fn open_alternatives_stand_in_a_draft_and_do_not_go_out() {
    let mut line = Rehearsal::new();
    let texts = vec![text("vi", "[vn: đường] [cn: lối]")];
    let open = Draft { content: Content { texts, ..content() }, ..draft(DocumentKind::Letter) };
    line.act::<Document>("d1", open.into());
    assert_eq!(line.refused::<Document>("d1", release(SaidKind::Issue)), "open-alternatives");
    line.act::<Document>("d1", DocumentCommand::Amend { content: content(), matters: None });
    line.act::<Document>("d1", release(SaidKind::Issue));
    let amend = DocumentCommand::Amend { content: content(), matters: None };
    assert_eq!(line.refused::<Document>("d1", amend), "not-now");
}

#[test]
fn what_the_level_may_not_agree_to_does_not_go_out() {
    let mut line = Rehearsal::new();
    let without = Draft { matters: vec![], ..draft(DocumentKind::Minutes) };
    assert_eq!(line.refused::<Document>("d1", without.into()), "no-matter");
    let beyond = Draft { matters: vec!["upkeep", "opening"], ..draft(DocumentKind::Minutes) };
    line.act::<Document>("d1", beyond.into());
    assert_eq!(line.refused::<Document>("d1", release(SaidKind::Propose)), "beyond-authority");
    let amend = DocumentCommand::Amend { content: content(), matters: Some(vec![MatterId(id("upkeep"))]) };
    line.act::<Document>("d1", amend);
    line.act::<Document>("d1", release(SaidKind::Propose));
}

#[test]
fn what_the_superior_gave_leave_for_goes_out() {
    let mut line = Rehearsal::new();
    let open = ReferralCommand::Open {
        title: "A path".into(),
        matter: MatterId(id("opening")),
        counterpart: CounterpartId(id("vs1-nt1")),
        to: unit("vp1"),
        opened_by: id("vs1"),
        remark: None,
    };
    line.act::<Referral>("r1", open);
    let beyond = Draft { matters: vec!["opening"], about: Some("r1"), ..draft(DocumentKind::Minutes) };
    line.act::<Document>("d1", beyond.into());
    assert_eq!(line.refused::<Document>("d1", release(SaidKind::Propose)), "beyond-authority");
    line.officer_of("chief", "vp1");
    line.act::<Referral>("r1", ReferralCommand::Answer { direction: "Agree".into(), may_agree: true });
    line.act::<Document>("d1", release(SaidKind::Propose));
}

#[test]
fn what_goes_out_has_the_statement_digest_and_place_of_its_kind() {
    let mut line = Rehearsal::new();
    line.act::<Document>("d1", minutes());
    assert_eq!(line.refused::<Document>("d1", release(SaidKind::Issue)), "not-this-statement");
    let changed = |change: &dyn Fn(&mut DocumentCommand)| {
        let mut command = release(SaidKind::Propose);
        change(&mut command);
        command
    };
    let bad = [
        (
            "no-digest",
            changed(&|c| {
                if let DocumentCommand::Release { document, .. } = c {
                    document.pop();
                }
            }),
        ),
        (
            "no-place-in-series",
            changed(&|c| {
                if let DocumentCommand::Release { series, .. } = c {
                    *series = None
                }
            }),
        ),
        (
            "no-place-in-series",
            changed(&|c| {
                if let DocumentCommand::Release { revision, .. } = c {
                    *revision = Some(0)
                }
            }),
        ),
        (
            "no-place-in-series",
            changed(&|c| {
                if let DocumentCommand::Release { until, .. } = c {
                    *until = None
                }
            }),
        ),
        (
            "over-before",
            changed(&|c| {
                if let DocumentCommand::Release { until, statement, .. } = c {
                    *until = Some(statement.at)
                }
            }),
        ),
        (
            "not-their-word",
            changed(&|c| {
                if let DocumentCommand::Release { statement, .. } = c {
                    statement.side = side("n")
                }
            }),
        ),
    ];
    for (reason, command) in bad {
        assert_eq!(line.refused::<Document>("d1", command), reason);
    }
    line.act::<Document>("d1", release(SaidKind::Propose));
    assert_eq!(line.refused::<Document>("d1", release(SaidKind::Propose)), "not-now");
}

#[test]
fn a_letter_goes_from_draft_to_closed_by_what_the_post_sees() {
    let mut line = Rehearsal::new();
    line.act::<Document>("d1", letter());
    assert_eq!(status(&line, "d1"), "draft");
    line.act::<Document>("d1", release(SaidKind::Issue));
    assert_eq!(status(&line, "d1"), "queued");
    let send = |size| DocumentCommand::Send { origin: OWN_LOG.into(), size };
    assert_eq!(line.refused::<Document>("d1", send(0)), "nothing-new");
    line.act::<Document>("d1", send(1));
    assert_eq!((status(&line, "d1"), line.header::<Document>("d1").turn), ("sent", Some(side("n"))));
    assert_eq!(line.refused::<Document>("d1", send(1)), "nothing-new");
    let hold = DocumentCommand::Hold { origin: OWN_LOG.into(), size: 1, at: instant("2026-02-02T04:00:00Z") };
    line.act::<Document>("d1", hold);
    assert_eq!(status(&line, "d1"), "received");
    line.act::<Document>("d1", hear(SaidKind::Acknowledge, 0));
    let header = line.header::<Document>("d1");
    assert_eq!((header.status, header.open, header.turn), ("acknowledged", false, None));
    line.act::<Document>("d1", DocumentCommand::Close { reason: None });
    assert_eq!(status(&line, "d1"), "closed");
}

#[test]
fn a_receipt_keeps_the_earliest_time_at_which_the_other_side_had_it() {
    let mut line = Rehearsal::new();
    line.act::<Document>("d1", letter());
    line.act::<Document>("d1", release(SaidKind::Issue));
    let hold = |at| DocumentCommand::Hold { origin: OWN_LOG.into(), size: 1, at: instant(at) };
    line.act::<Document>("d1", hold("2026-02-02T05:00:00Z"));
    assert_eq!(line.refused::<Document>("d1", hold("2026-02-02T06:00:00Z")), "nothing-new");
    line.act::<Document>("d1", hold("2026-02-02T04:00:00Z"));
    assert_eq!(line.state::<Document>("d1").said[0].held, Some(instant("2026-02-02T04:00:00Z")));
}

#[test]
fn an_answer_that_arrives_settles_the_letter_it_answers() {
    let mut line = Rehearsal::new();
    line.act::<Document>("d1", letter());
    line.act::<Document>("d1", release(SaidKind::Issue));
    line.act::<Document>("d2", arrive(DocumentKind::Answer, Some("d1")));
    let header = line.header::<Document>("d1");
    assert_eq!((header.status, header.open), ("answered", false));
    assert!(header.links.contains(&Link { role: "answered-by", to: id("d2") }));
}

#[test]
fn a_letter_that_arrived_is_acknowledged_once_and_answered_when_the_answer_goes_out() {
    let mut line = Rehearsal::new();
    line.act::<Document>("d1", arrive(DocumentKind::Letter, None));
    let header = line.header::<Document>("d1");
    assert_eq!((header.status, header.turn), ("arrived", Some(side("v"))));
    let kept = line.state::<Document>("d1").content;
    assert_eq!(kept, content().titles_only(), "the words stay in the opening");
    assert_eq!(line.refused::<Document>("d1", DocumentCommand::Close { reason: None }), "not-now");
    line.act::<Document>("d1", say(SaidKind::Acknowledge));
    assert_eq!(status(&line, "d1"), "acknowledged");
    assert_eq!(line.refused::<Document>("d1", say(SaidKind::Acknowledge)), "said-before");
    let answer = Draft { answers: Some("d1"), ..draft(DocumentKind::Answer) };
    line.act::<Document>("d2", answer.into());
    assert_eq!(status(&line, "d1"), "acknowledged", "a draft answers nothing");
    line.act::<Document>("d2", release(SaidKind::Issue));
    assert_eq!(status(&line, "d1"), "answered");
    let again = Draft { answers: Some("d2"), ..draft(DocumentKind::Answer) };
    assert_eq!(line.refused::<Document>("d3", again.into()), "not-answerable");
}

#[test]
fn an_awaited_answer_needs_a_reason_to_close_without_it() {
    let mut line = Rehearsal::new();
    line.act::<Document>("d1", letter());
    let mut command = release(SaidKind::Issue);
    let due = instant("2026-02-12T03:00:00Z");
    if let DocumentCommand::Release { until, .. } = &mut command {
        *until = Some(due);
    }
    line.act::<Document>("d1", command);
    line.act::<Document>("d1", hear(SaidKind::Acknowledge, 0));
    let header = line.header::<Document>("d1");
    assert_eq!((header.open, header.turn, header.due), (true, Some(side("n")), Some(Due::At(due))));
    let close = |reason: Option<&str>| DocumentCommand::Close { reason: reason.map(str::to_owned) };
    assert_eq!(line.refused::<Document>("d1", close(Some(" "))), "needs-reason");
    line.act::<Document>("d1", close(Some("settled by call")));
}

#[test]
fn a_draft_is_given_up_with_a_reason_and_a_document_that_is_out_is_not() {
    let mut line = Rehearsal::new();
    let give_up = || DocumentCommand::GiveUp { reason: "settled by call".into() };
    line.act::<Document>("d1", letter());
    line.act::<Document>("d1", give_up());
    assert_eq!(status(&line, "d1"), "given-up");
    assert_eq!(line.refused::<Document>("d1", release(SaidKind::Issue)), "not-now");
    line.act::<Document>("d2", letter());
    line.act::<Document>("d2", release(SaidKind::Issue));
    assert_eq!(line.refused::<Document>("d2", give_up()), "not-now");
}

#[test]
fn a_note_stays_inside_and_can_be_taken_away() {
    let mut line = Rehearsal::new();
    line.act::<Document>("d1", letter());
    let note = |text: &str| DocumentCommand::Note { remark: text.into() };
    line.act::<Document>("d1", note("ask the province"));
    let state = line.state::<Document>("d1");
    assert_eq!(state.remark.as_deref(), Some("ask the province"));
    assert!(!serde_json::to_string(&state.content).unwrap().contains("province"));
    line.act::<Document>("d1", note(" "));
    assert_eq!(line.state::<Document>("d1").remark, None);
}

#[test]
fn what_only_the_post_records_is_in_no_schema_and_offered_to_nobody() {
    let declared = crate::noun(Document::NAME).unwrap();
    let for_people: Vec<String> = declared.schemas().commands.into_iter().map(|(name, _)| name).collect();
    assert_eq!(for_people, ["draft", "amend", "give-up", "record-paper-signature", "note", "close"]);
    let of_post: Vec<String> = declared.commands_of_post().into_iter().map(|(name, _)| name).collect();
    let drafting = ["take-over", "share", "take-in-draft"];
    let said = ["release", "say", "arrive", "hear", "regain", "regain-word", "unsay", "send", "hold", "stand"];
    let over = ["lapse", "record-answered"];
    let expected: Vec<&str> = drafting.into_iter().chain(said).chain(over).collect();
    assert_eq!(of_post, expected);
    assert!(expected.iter().all(|command| declared.is_of_post(command)));
    let mut line = Rehearsal::new();
    bound(&mut line, "d1");
    line.act::<Document>("d2", arrive(DocumentKind::Letter, None));
    for name in ["d1", "d2"] {
        let offered = Document::offers(Some(&line.state::<Document>(name)));
        assert!(offered.iter().all(|command| for_people.iter().any(|known| known == command)), "{offered:?}");
    }
}
