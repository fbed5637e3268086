//! Documents on pages: the words as both sides have them, exactly what would leave before it does, signing and all else
//! that can be said, and the file that proves it to others.

mod draft;
pub mod together;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use desk::courier::CourierError;
use desk::document::{
    DocumentError, PaperView, Preview, ReleaseOrder, Saying, Shown, ShownDocument, ShownFile, ShownSigner, ShownText,
};
use desk::keys::{KeyError, Passphrase, ungrouped};
use desk::{ActError, RecordView};
use domain::RecordId;
use domain::contact::document::{SaidKind, TextIn, Utterance};
use serde_json::Value;

pub use self::draft::{compare_form, share, take_over};
use crate::act::{read_key, refusal};
use crate::endonym::endonym;
use crate::fault::Fault;
use crate::frame::{Frame, go, html};
use crate::record::{self, Head, HistoryEntry, LinkGroup, Offer};
use crate::shown::{self, Clocked, Facts};
use crate::visit::Visit;
use crate::written::read_instant;

/// Days for which an offer is open unless somebody writes another time.
const OPEN_DAYS: i64 = 14;

/// The words of a document, paragraph beside paragraph.
pub struct Paper {
    /// By language: its code, its name and the title.
    pub titles: Vec<(String, String, String)>,
    /// For each paragraph, its text in every language, with the code of the language.
    pub paragraphs: Vec<Vec<(String, String)>>,
    /// What goes along: name and value.
    pub lines: Vec<(String, String)>,
    /// Who is named to sign: the letter of the side, whether it is the own one, name, office.
    pub signers: Vec<(String, bool, String, String)>,
    /// The files that belong to it.
    pub files: Vec<PaperFile>,
    /// Other documents that it names: how, the title or digest, and where it can be looked at.
    pub named: Vec<(String, String, String)>,
    /// True for data of an exercise.
    pub exercise: bool,
}

/// A file that belongs to a document.
pub struct PaperFile {
    /// Its name.
    pub name: String,
    /// How large it is.
    pub size: String,
    /// Its SHA-256.
    pub sha256: String,
    /// Where it can be had; blank where it is not here.
    pub href: String,
}

/// Something that a side has said.
pub struct SaidLine {
    /// The letter of the side.
    pub side: String,
    /// True for the own side.
    pub own: bool,
    /// What, in words.
    pub what: String,
    /// In which office.
    pub office: String,
    /// For which unit, by its code.
    pub unit: String,
    /// When.
    pub at: Vec<Clocked>,
    /// Since when the other side provably has it.
    pub held: Vec<Clocked>,
    /// With how many others it was signed, in words; blank where by itself.
    pub together: String,
    /// Its words, with the language.
    pub words: Vec<(String, String)>,
}

#[derive(askama::Template)]
#[template(path = "paper.html")]
struct PaperPage {
    frame: Frame,
    head: Head,
    sent: bool,
    /// True where what was sent was not done, because the document has changed meanwhile.
    changed: bool,
    offers: Vec<Offer>,
    paper: Option<Paper>,
    said: Vec<SaidLine>,
    digest: String,
    bundle: String,
    facts: Facts,
    links: Vec<LinkGroup>,
    history: Vec<HistoryEntry>,
}

#[derive(askama::Template)]
#[template(path = "release.html")]
struct ReleasePage {
    frame: Frame,
    back: String,
    action: String,
    key: String,
    paper: Paper,
    preview: Preview,
    sides: String,
    posts: Vec<(String, bool)>,
    until: String,
    joint: bool,
    against: String,
    /// Where a draft can go to the other side as it stands: the address for that.
    share: String,
    /// Why the draft cannot be given to the other side as a draft, where something else stands against that.
    unshared: String,
    refused: String,
    locked: bool,
}

#[derive(askama::Template)]
#[template(path = "say.html")]
struct SayPage {
    frame: Frame,
    back: String,
    action: String,
    key: String,
    version: u64,
    about: String,
    paper: Paper,
    /// By language: its code, its name and what was typed.
    words: Vec<(String, String, String)>,
    needs_words: bool,
    refused: String,
    locked: bool,
}

/// The page of a document.
pub fn show(visit: &Visit) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let id = visit.param("id");
    let view = visit.app.desk.record(officer, "document", id)?;
    let paper = visit.app.desk.paper(officer, &record_id(id)?)?;
    let mut state = view.row.state.clone();
    if let Some(fields) = state.as_object_mut() {
        fields.retain(|name, _| !matches!(name.as_str(), "content" | "own_text" | "said" | "document" | "rounds"));
    }
    let schema = &visit.app.schemas.get("document").ok_or(Fault::NotFound)?.state;
    let head = record::head(visit, &view);
    html(&PaperPage {
        sent: visit.asked("sent").is_some(),
        changed: visit.asked("changed").is_some(),
        offers: offers(visit, &view, &paper),
        paper: paper.is_here.then(|| words(visit, id, &paper.shown, paper.exercise)),
        said: paper.state.said.iter().map(|one| said(visit, one, &paper)).collect(),
        digest: paper.state.document.clone().unwrap_or_default(),
        bundle: if paper.has_proof { format!("/document/{id}/bundle.twp") } else { String::new() },
        facts: shown::facts(visit, "document", schema, &state, &view.titles),
        links: record::links(visit, &view),
        history: record::history(visit, &view),
        frame: Frame::titled(visit, head.title.clone(), "document"),
        head,
    })
}

/// What this officer may do: giving out and answering first, what undoes or disputes last.
fn offers(visit: &Visit, view: &RecordView, paper: &PaperView) -> Vec<Offer> {
    let id = &view.row.id;
    let mut offers = Vec::new();
    if paper.may_release {
        offers.push(Offer { href: format!("/document/{id}/release"), label: visit.t("release-look") });
    }
    let say = |kind: &SaidKind| Offer {
        href: format!("/document/{id}/say/{}", kind.code()),
        label: visit.t(&format!("say-{}", kind.code())),
    };
    let answers = |kind: &&SaidKind| matches!(kind, SaidKind::Sign | SaidKind::Refuse | SaidKind::Acknowledge);
    offers.extend(paper.may_say.iter().filter(answers).map(say));
    if paper.may_compare {
        offers.push(Offer { href: format!("/document/{id}/compare"), label: visit.t("compare-look") });
    }
    offers.extend(record::offers(visit, view));
    offers.extend(paper.may_say.iter().filter(|kind| !answers(kind)).map(say));
    offers
}

/// The words for a page.
fn words(visit: &Visit, id: &str, shown: &Shown, exercise: bool) -> Paper {
    let most = shown.texts.iter().map(|text| text.paragraphs.len()).max().unwrap_or_default();
    let paragraphs = (0..most).map(|at| {
        let of = |text: &ShownText| (text.language.clone(), text.paragraphs.get(at).cloned().unwrap_or_default());
        shown.texts.iter().map(of).collect()
    });
    let own = visit.app.desk.own().as_str();
    let signer = |signer: &ShownSigner| {
        (letter(visit, &signer.side), signer.side == own, signer.name.clone(), signer.office.clone())
    };
    let file = |file: &ShownFile| PaperFile {
        name: file.name.clone(),
        size: shown::size(file.size),
        sha256: file.sha256.clone(),
        href: if file.here { format!("/document/{id}/file/{}", file.sha256) } else { String::new() },
    };
    let titled = |text: &ShownText| (text.language.clone(), endonym(&text.language).to_owned(), text.title.clone());
    Paper {
        titles: shown.texts.iter().map(titled).collect(),
        paragraphs: paragraphs.collect(),
        lines: lines(visit, &shown.data),
        signers: shown.signers.iter().map(signer).collect(),
        files: shown.attachments.iter().map(file).collect(),
        named: [("supersedes", &shown.supersedes), ("supplements", &shown.supplements)]
            .into_iter()
            .filter_map(|(field, document)| Some(named_document(visit, field, document.as_ref()?)))
            .collect(),
        exercise,
    }
}

/// Another document that a document names: how, its title or digest, and where it can be looked at.
fn named_document(visit: &Visit, field: &str, document: &ShownDocument) -> (String, String, String) {
    let title = document.title.as_ref().map(|title| shown::name(visit, title).0);
    let href = document.record.as_ref().map(|record| format!("/document/{record}")).unwrap_or_default();
    (visit.label("document", field), title.unwrap_or_else(|| document.digest.clone()), href)
}

/// What goes along with the words, line by line.
fn lines(visit: &Visit, data: &Value) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    for (name, value) in data.as_object().into_iter().flatten() {
        match (name.as_str(), value) {
            ("facts", Value::Array(facts)) => {
                let line = |fact: &Value| Some((text(fact.get("name")?), text(fact.get("value")?)));
                lines.extend(facts.iter().filter_map(line));
            }
            // The record says whether it is an exercise, and every page of it shows that.
            ("exercise", Value::Bool(_)) => {}
            (name, value) => lines.push((visit.label("document", name), text(value))),
        }
    }
    lines
}

fn said(visit: &Visit, one: &Utterance, paper: &PaperView) -> SaidLine {
    let clocks = |at| shown::clocks(visit, at);
    let together = paper.together.iter().find(|it| it.origin == one.origin && it.place == one.place);
    let others = together.map(|it| it.others).filter(|others| *others > 0);
    SaidLine {
        side: letter(visit, one.side.as_str()),
        own: one.side == *visit.app.desk.own(),
        what: visit.t(&format!("said-kind-{}", one.kind.code())),
        office: one.office.clone(),
        unit: one.unit.clone(),
        at: clocks(one.at),
        held: one.held.map(clocks).unwrap_or_default(),
        together: others
            .map(|others| visit.tv("together-others", &[("others", &others.to_string())]))
            .unwrap_or_default(),
        words: one.words.iter().map(|text| (text.language.clone(), text.text.clone())).collect(),
    }
}

fn letter(visit: &Visit, side: &str) -> String {
    let known = visit.app.sides.iter().find(|known| known.code.as_str() == side);
    known.map_or_else(|| side.to_owned(), |known| known.letter.clone())
}

/// A side by its letter and name.
fn named(visit: &Visit, side: &str) -> String {
    let known = visit.app.sides.iter().find(|known| known.code.as_str() == side);
    known.map_or_else(|| side.to_owned(), |known| format!("{} {}", known.letter, shown::name(visit, &known.name).0))
}

/// What exactly would leave, and the form by which it does.
pub fn release_form(visit: &Visit) -> Result<Response, Fault> {
    release_page(visit, String::new())
}

fn release_page(visit: &Visit, refused: String) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let id = visit.param("id");
    let desk = &visit.app.desk;
    if !desk.paper(officer, &record_id(id)?)?.may_release {
        return not_any_more(id, &refused);
    }
    let preview = desk.preview_release(officer, &record_id(id)?)?;
    let joint = preview.sides.len() > 1;
    let until = desk.now().checked_add(jiff::Span::new().hours(24 * OPEN_DAYS)).ok().filter(|_| joint);
    let until = until.map(|at| at.to_zoned(desk.zone().clone()).strftime("%Y-%m-%d %H:%M").to_string());
    let chosen = visit.sent("post").unwrap_or_default();
    let sides: Vec<String> = preview.sides.iter().map(|side| named(visit, side)).collect();
    let told =
        |refused: &Option<domain::Refused>| refused.as_ref().map(|refused| refusal(visit, refused)).unwrap_or_default();
    let against = told(&preview.against);
    let unshared = Some(told(&preview.against_sharing)).filter(|told| joint && *told != against).unwrap_or_default();
    html(&ReleasePage {
        back: format!("/document/{id}"),
        action: format!("/document/{id}/release"),
        key: journal_key(&desk.fresh_act()),
        paper: words(visit, id, &preview.shown, preview.exercise),
        sides: sides.join(", "),
        posts: preview.posts.iter().map(|post| (post.clone(), post == chosen)).collect(),
        until: visit.sent("until").map(str::to_owned).or(until).unwrap_or_default(),
        joint,
        against,
        unshared,
        share: if preview.against_sharing.is_none() { format!("/document/{id}/share") } else { String::new() },
        refused,
        locked: desk.sealer().is_none(),
        preview,
        frame: Frame::of(visit, "release-title", "document"),
    })
}

/// What cannot be done now: where it was tried and refused, the document has changed meanwhile, and its page shows how it
/// stands.
fn not_any_more(id: &str, refused: &str) -> Result<Response, Fault> {
    if refused.is_empty() { Err(Fault::NotAllowed) } else { go(&format!("/document/{id}?changed=1")) }
}

/// Gives a document out.
pub fn release(visit: &Visit) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let desk = &visit.app.desk;
    let id = visit.param("id");
    let until = match visit.sent("until").map(str::trim).filter(|text| !text.is_empty()) {
        None => None,
        Some(text) => match read_instant(text, desk.zone()) {
            Ok(at) => Some(at),
            Err(_) => return release_page(visit, visit.t("release-bad-until")),
        },
    };
    let Ok(post) = visit.sent("post").unwrap_or_default().parse() else {
        return release_page(visit, visit.t("release-no-post"));
    };
    let order = ReleaseOrder {
        act: visit.sent("key").and_then(read_key).unwrap_or_else(|| desk.fresh_act()),
        record: record_id(id)?,
        version: visit.sent("version").and_then(|text| text.parse().ok()).unwrap_or_default(),
        seen: visit.sent("seen").and_then(ungrouped).ok_or(Fault::NotFound)?,
        post,
        until,
    };
    match desk.release(officer, &pin(visit), &order) {
        Ok(_) => go(&format!("/document/{id}?sent=1")),
        Err(error) => release_page(visit, told(visit, error)?),
    }
}

/// The form by which something is said of a document.
pub fn say_form(visit: &Visit) -> Result<Response, Fault> {
    say_page(visit, String::new())
}

fn say_page(visit: &Visit, refused: String) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let (id, kind) = (visit.param("id"), saying(visit)?);
    let desk = &visit.app.desk;
    let view = desk.paper(officer, &record_id(id)?)?;
    if !view.may_say.contains(&kind) {
        return not_any_more(id, &refused);
    }
    let has_words = matches!(kind, SaidKind::Sign | SaidKind::Refuse | SaidKind::Contest);
    let typed = |language: &str| visit.sent(&format!("words-{language}")).unwrap_or_default().to_owned();
    let languages = view.shown.texts.iter().filter(|_| has_words).map(|text| &text.language);
    html(&SayPage {
        back: format!("/document/{id}"),
        action: format!("/document/{id}/say/{}", kind.code()),
        key: journal_key(&desk.fresh_act()),
        version: view.version,
        about: visit.t(&format!("say-{}-about", kind.code())),
        paper: words(visit, id, &view.shown, view.exercise),
        words: languages.map(|language| (language.clone(), endonym(language).to_owned(), typed(language))).collect(),
        needs_words: kind.needs_words(),
        refused,
        locked: desk.sealer().is_none(),
        frame: Frame::of(visit, &format!("say-{}", kind.code()), "document"),
    })
}

/// Says something of a document.
pub fn say(visit: &Visit) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let desk = &visit.app.desk;
    let (id, kind) = (visit.param("id"), saying(visit)?);
    let words = visit.form.iter().filter_map(|(name, text)| {
        let language = name.strip_prefix("words-")?.to_owned();
        Some(TextIn { language, title: String::new(), text: text.clone() })
    });
    let saying = Saying {
        act: visit.sent("key").and_then(read_key).unwrap_or_else(|| desk.fresh_act()),
        record: record_id(id)?,
        version: visit.sent("version").and_then(|text| text.parse().ok()).unwrap_or_default(),
        kind,
        words: words.collect(),
    };
    match desk.say(officer, &pin(visit), &saying) {
        Ok(_) => go(&format!("/document/{id}?sent=1")),
        Err(error) => say_page(visit, told(visit, error)?),
    }
}

/// The file by which anyone can check how the document stands.
pub fn bundle(visit: &Visit) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let id = visit.param("id");
    let bytes = visit.app.desk.bundle(officer, &record_id(id)?)?;
    let kept = format!("attachment; filename=\"{id}.twp\"");
    let headers = [(header::CONTENT_TYPE, "application/octet-stream"), (header::CONTENT_DISPOSITION, kept.as_str())];
    Ok((StatusCode::OK, headers, bytes).into_response())
}

fn saying(visit: &Visit) -> Result<SaidKind, Fault> {
    let code = visit.param("kind");
    let kind = SaidKind::ALL.into_iter().find(|kind| kind.code() == code);
    kind.filter(|kind| kind.is_said_by_hand()).ok_or(Fault::NotFound)
}

fn pin(visit: &Visit) -> Passphrase {
    Passphrase::new(visit.sent("pin").unwrap_or_default())
}

fn record_id(id: &str) -> Result<RecordId, Fault> {
    RecordId::parse(id).map_err(|_| Fault::NotFound)
}

fn journal_key(key: &[u8; 16]) -> String {
    key.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What kept a document from being given out or signed, in words; a failure is a page of its own.
fn told(visit: &Visit, error: DocumentError) -> Result<String, Fault> {
    let plain = |key: &str| Ok(visit.t(key));
    match error {
        DocumentError::Act(ActError::Refused(refused)) => Ok(refusal(visit, &refused)),
        DocumentError::Act(ActError::Conflict(_)) | DocumentError::NotAsShown => plain("sign-not-as-shown"),
        DocumentError::Act(ActError::Bad(text)) => Ok(text),
        DocumentError::Act(error) => Err(error.into()),
        DocumentError::Key(KeyError::Failure(failure)) => Err(failure.into()),
        DocumentError::Key(KeyError::Wait { seconds }) => {
            Ok(visit.tv("sign-key-wait", &[("seconds", &seconds.to_string())]))
        }
        DocumentError::Key(KeyError::Passphrase) => plain("sign-key-passphrase"),
        DocumentError::Key(KeyError::NoKey) => plain("sign-key-none"),
        DocumentError::Key(KeyError::OutOfTime | KeyError::Ended) => plain("sign-key-ended"),
        DocumentError::Key(other) => Ok(other.to_string()),
        DocumentError::PostLocked => plain("sign-post-locked"),
        DocumentError::NotThisKind(_) => plain("sign-not-this-kind"),
        DocumentError::NoPost(_) => plain("release-no-post"),
        DocumentError::NoWords => plain("sign-no-words"),
        DocumentError::NoDraft => plain("compare-no-draft"),
        DocumentError::NothingSaid | DocumentError::NotSaid(_) => Err(Fault::NotFound),
        error @ DocumentError::Together(_) => Ok(error.to_string()),
        DocumentError::Courier(CourierError::Failure(failure)) => Err(failure.into()),
        DocumentError::Courier(CourierError::Moved) => plain("sign-post-moved"),
        DocumentError::Courier(CourierError::Unsure(_)) => plain("sign-post-unsure"),
        DocumentError::Courier(error) => Ok(visit.tv("sign-post-frozen", &[("code", error.code())])),
    }
}
