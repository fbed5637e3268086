//! A record: what it says, whose it is, what can be done with it now, its links, and everything that happened to it.

use axum::response::Response;
use desk::{RecordView, Row};
use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::fault::Fault;
use crate::frame::{Frame, html};
use crate::shown::{self, Chip, Clocked, Facts, Line, Piece};
use crate::visit::Visit;
use crate::written::read_day;

/// How long a list may be that the history shows.
const LIST_MOST: usize = 12;

/// The record as it stood on a day that is asked for.
pub struct PastDay {
    /// The address of the page.
    pub action: String,
    /// The day, as it was typed; blank before one is asked for.
    pub day: String,
    /// True when what was typed is no day.
    pub bad: bool,
    /// What is said for the day; none before one is asked for.
    pub told: Option<Facts>,
}

/// An act that is offered.
pub struct Offer {
    /// Where it leads.
    pub href: String,
    /// What it is called.
    pub label: String,
}

/// Links of one meaning.
pub struct LinkGroup {
    /// What they mean.
    pub role: String,
    /// The other records: address, name, language, state.
    pub to: Vec<(String, String, String, String)>,
}

/// One thing that happened.
pub struct HistoryEntry {
    /// Who.
    pub officer: String,
    /// When it was recorded.
    pub recorded: Vec<Clocked>,
    /// When it happened, where that is another time.
    pub happened: Vec<Clocked>,
    /// What.
    pub fact: String,
    /// With which fields.
    pub details: Facts,
}

/// What the page of a record with dated versions asks for and says: who held it and what was known of it on a day.
fn past(visit: &Visit, noun: &str, id: &str) -> Result<Option<PastDay>, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let typed = visit.asked("on").unwrap_or_default().to_owned();
    let asked = read_day(&typed);
    let day = asked.unwrap_or_else(|| visit.app.desk.today());
    let Some(past) = visit.app.desk.on_day(officer, noun, id, day)? else { return Ok(None) };
    let told = asked.map(|_| {
        let mut facts = shown::facts(visit, noun, &Value::Null, &Value::Object(past.state), &past.titles);
        let holders = past.holders.iter().map(|held| {
            let (text, lang) = shown::named(visit, &past.titles, held.unit.as_str());
            Piece::Link { href: format!("/unit-section/{}", held.section), text, lang }
        });
        let holders: Vec<Piece> = holders.collect();
        if !holders.is_empty() {
            facts.lines.insert(0, Line { label: visit.t("link-held-by"), value: Piece::Many(holders) });
        }
        facts
    });
    let bad = asked.is_none() && !typed.is_empty();
    Ok(Some(PastDay { action: format!("/{noun}/{id}"), day: typed, bad, told }))
}

/// What the head of a record says.
pub struct Head {
    /// Its number.
    pub number: String,
    /// What it is called.
    pub title: String,
    /// The language of the title.
    pub lang: String,
    /// Its state.
    pub chip: Chip,
    /// When it is due.
    pub due: String,
    /// Whose it is.
    pub unit: String,
    /// Whose turn it is, while it is open.
    pub turn: String,
    /// True when it is the own side's turn.
    pub own_turn: bool,
    /// Who sees it.
    pub grade: String,
    /// True for data of an exercise.
    pub exercise: bool,
}

#[derive(askama::Template)]
#[template(path = "record.html")]
struct RecordPage {
    frame: Frame,
    head: Head,
    sent: bool,
    offers: Vec<Offer>,
    facts: Facts,
    past: Option<PastDay>,
    links: Vec<LinkGroup>,
    history: Vec<HistoryEntry>,
    version: u64,
    id: String,
    list: String,
    list_name: String,
}

/// The page of a record; reports and documents have pages of their own.
pub fn show(visit: &Visit) -> Result<Response, Fault> {
    let (noun, id) = (visit.param("noun"), visit.param("id"));
    if noun == "report" {
        return crate::report::show(visit);
    }
    if noun == "document" {
        return crate::document::show(visit);
    }
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let view = visit.app.desk.record(officer, noun, id)?;
    let schema = &visit.app.schemas.get(noun).ok_or(Fault::NotFound)?.state;
    let facts = shown::facts(visit, noun, schema, &view.row.state, &view.titles);
    let head = head(visit, &view);
    let title = if head.number.is_empty() { head.title.clone() } else { format!("{} {}", head.number, head.title) };
    html(&RecordPage {
        sent: visit.asked("sent").is_some(),
        past: past(visit, noun, id)?,
        offers: offers(visit, &view),
        links: links(visit, &view),
        history: history(visit, &view),
        version: view.row.version,
        id: view.row.id.clone(),
        list: format!("/{noun}"),
        list_name: visit.t(&format!("{noun}-many")),
        frame: Frame::titled(visit, title, noun),
        head,
        facts,
    })
}

/// The head of a record.
pub fn head(visit: &Visit, view: &RecordView) -> Head {
    let row = &view.row;
    let (title, lang) = shown::title(visit, row);
    let own = visit.app.desk.own().as_str();
    let turn = row.turn.clone().unwrap_or_else(|| own.to_owned());
    let turn_name = match (row.open, &row.holder) {
        (false, _) => String::new(),
        (true, Some(holder)) => shown::named(visit, &view.titles, holder).0,
        (true, None) => side_name(visit, &turn),
    };
    Head {
        number: shown::number_before(row.number.as_deref().unwrap_or_default(), &title).to_owned(),
        title,
        lang,
        chip: shown::chip(visit, row),
        due: if row.open { shown::due(visit, row) } else { String::new() },
        unit: shown::named(visit, &view.titles, &row.unit).0,
        turn: turn_name,
        own_turn: turn == own,
        grade: visit.t(&format!("grade-{}", row.grade.code())),
        exercise: row.exercise,
    }
}

fn side_name(visit: &Visit, code: &str) -> String {
    let side = visit.app.sides.iter().find(|side| side.code.as_str() == code);
    side.map_or_else(|| code.to_owned(), |side| shown::name(visit, &side.name).0)
}

/// The acts that are offered; a duty offers the activity that meets it first.
pub fn offers(visit: &Visit, view: &RecordView) -> Vec<Offer> {
    let row = &view.row;
    let offer = |command: &&'static str| Offer {
        href: format!("/{}/{}/{command}", row.noun, row.id),
        label: visit.t(&format!("{}-command-{command}", row.noun)),
    };
    let mut offers: Vec<Offer> = meeting_act(visit, row).into_iter().chain(next_record(visit, row)).collect();
    // What only follows from other acts is not offered by hand.
    let by_hand = view.offers.iter().filter(|command| {
        !matches!((row.noun.as_str(), **command), ("occurrence", "meet") | ("report", "consolidate"))
    });
    offers.extend(by_hand.map(offer));
    offers
}

/// From an open duty to the form of the activity that meets it, filled in as far as the duty says.
fn meeting_act(visit: &Visit, row: &Row) -> Option<Offer> {
    if row.noun != "occurrence" || !row.open {
        return None;
    }
    let text = |field: &str| row.state.get(field).and_then(Value::as_str);
    let (noun, command) = match text("activity")? {
        "talks" => ("talks", "propose"),
        "bilateral-patrol" | "law-enforcement-patrol" => ("patrol", "plan"),
        // The host of a visit is called on: where the own side hosts, the other side announces it.
        "visit" if text("host") == Some(visit.app.desk.own().as_str()) => ("visit", "record-announcement"),
        "visit" => ("visit", "announce"),
        "outreach" => ("outreach", "plan"),
        "training" => ("training", "plan"),
        _ => return None,
    };
    let officer = visit.officer()?;
    if !visit.app.desk.beginnings(officer, noun).ok()?.contains(&command) {
        return None;
    }
    let kind = text("activity")
        .filter(|_| noun == "patrol")
        .map(|activity| activity.trim_end_matches("-patrol"))
        .unwrap_or_default();
    let host = text("host").unwrap_or_default();
    let (host_field, kind_pair) =
        if noun == "patrol" { ("chair", format!("&kind={kind}")) } else { ("host", String::new()) };
    let counterpart = row.counterpart.as_deref().unwrap_or_default();
    Some(Offer {
        href: format!(
            "/{noun}/new?command={command}&occurrence={}&counterpart={counterpart}&{host_field}={host}{kind_pair}",
            row.id
        ),
        label: visit.t(&format!("{noun}-command-{command}")),
    })
}

/// From a marker to a finding at it, from a place to a marker there: the new record names this one already.
fn next_record(visit: &Visit, row: &Row) -> Option<Offer> {
    let (noun, command, field) = match row.noun.as_str() {
        "marker" => ("marker-works", "record-finding", "marker"),
        "marker-place" => ("marker", "register", "place"),
        _ => return None,
    };
    let may = visit.app.desk.beginnings(visit.officer()?, noun).ok()?.contains(&command);
    (may && row.status != "withdrawn").then(|| Offer {
        href: format!("/{noun}/new?command={command}&{field}={}", row.id),
        label: visit.t(&format!("{noun}-command-{command}")),
    })
}

/// The links of a record, by meaning.
pub fn links(visit: &Visit, view: &RecordView) -> Vec<LinkGroup> {
    let mut groups: Vec<LinkGroup> = Vec::new();
    for link in &view.links {
        let key = format!("link-{}", link.role);
        let role = if link.inward { visit.tv("link-inward", &[("role", &visit.t(&key))]) } else { visit.t(&key) };
        let (name, lang) = shown::name(visit, &link.to.title);
        let number = shown::number_before(link.to.number.as_deref().unwrap_or_default(), &name);
        let gap = if number.is_empty() { "" } else { " " };
        let text = format!("{} {number}{gap}{name}", visit.t(&link.to.noun));
        let state = visit.t(&format!("{}-state-{}", link.to.noun, link.to.status));
        let entry = (format!("/{}/{}", link.to.noun, link.to.id), text, lang, state);
        match groups.iter_mut().find(|group| group.role == role) {
            Some(group) if group.to.len() < 30 => group.to.push(entry),
            Some(_) => {}
            None => groups.push(LinkGroup { role, to: vec![entry] }),
        }
    }
    groups
}

/// What happened to a record, the latest first.
pub fn history(visit: &Visit, view: &RecordView) -> Vec<HistoryEntry> {
    let noun = &view.row.noun;
    let line = |line: &desk::HistoryLine| {
        let fact = line.fact.get("fact").and_then(Value::as_str).unwrap_or_default();
        let recorded = Timestamp::from_millisecond(line.recorded_ms).unwrap_or_default();
        let happened = Timestamp::from_millisecond(line.happened_ms).unwrap_or_default();
        HistoryEntry {
            officer: shown::named(visit, &view.titles, &line.officer).0,
            recorded: shown::clocks(visit, recorded),
            happened: if line.happened_ms == line.recorded_ms { Vec::new() } else { shown::clocks(visit, happened) },
            fact: visit.t(&format!("{noun}-fact-{fact}")),
            details: details(visit, noun, &line.fact, &view.titles),
        }
    };
    view.history.iter().take(40).map(line).collect()
}

/// What a fact says, by its own schema. One that belongs to no noun has none and is shown by the form of its values.
fn details(visit: &Visit, noun: &str, fact: &Value, names: &shown::Names) -> Facts {
    let name = fact.get("fact").and_then(Value::as_str).unwrap_or_default();
    let schema = visit.app.schemas.get(noun).and_then(|schemas| schemas.fact(name)).unwrap_or(&Value::Null);
    let mut fields = fact.as_object().cloned().unwrap_or_default();
    fields.shift_remove("fact");
    let mut lines = Vec::new();
    // A fact that holds the record as a whole is told field by field.
    if let Some(Value::Object(whole)) = fields.get(noun).cloned() {
        fields.shift_remove(noun);
        let schema = shown::property(schema, noun).unwrap_or(&Value::Null);
        lines.extend(shown::facts(visit, noun, schema, &short(whole), names).lines);
    }
    lines.extend(shown::facts(visit, noun, schema, &short(fields), names).lines);
    Facts { lines }
}

/// Fields without long lists: those stand in the record itself, and the history says that they changed.
fn short(mut fields: Map<String, Value>) -> Value {
    fields.retain(|_, value| value.as_array().is_none_or(|items| items.len() <= LIST_MOST));
    Value::Object(fields)
}

/// Instants shown on both clocks, for a template.
pub fn on_clocks(clocks: &[Clocked]) -> String {
    let again =
        clocks.iter().map(|clock| Clocked { letter: clock.letter.clone(), text: clock.text.clone(), own: clock.own });
    Piece::Clocks(again.collect()).html()
}
