//! Forms and what they send: a command on a new record or on a standing one, with drafts, faults and conflicts shown
//! in place, so that nothing typed is ever lost.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use desk::{Act, ActError, Conflict};
use domain::{Grade, RecordId, UnitId};
use jiff::Timestamp;
use serde_json::Value;

use crate::fault::Fault;
use crate::form::{Choice, Entry, Field, FieldFault, Filled, FormMaker, FormReader, asks_for_files};
use crate::frame::{Frame, go, html};
use crate::prefill;
use crate::shown;
use crate::visit::Visit;
use crate::written::read_instant;

/// A form with one command.
#[derive(askama::Template)]
#[template(path = "form.html")]
struct FormPage {
    frame: Frame,
    about: String,
    action: String,
    back: String,
    draft: String,
    key: String,
    version: String,
    command: String,
    fields: Vec<Field>,
    units: Vec<Choice>,
    grades: Vec<Choice>,
    happened: String,
    is_new: bool,
    faults: Vec<(String, String)>,
    refused: String,
    changes: Vec<String>,
    with_files: bool,
}

/// The ways to begin a record.
#[derive(askama::Template)]
#[template(path = "choose.html")]
struct ChoosePage {
    frame: Frame,
    about: String,
    commands: Vec<(String, String)>,
}

/// A form as it is to be shown.
struct Shown<'v> {
    noun: &'v str,
    id: Option<&'v str>,
    command: &'v str,
    typed: bool,
    faults: Vec<FieldFault>,
    refused: String,
    conflict: Option<Box<Conflict>>,
}

/// A new record: its one form, or the ways to begin it.
pub fn choose(visit: &Visit) -> Result<Response, Fault> {
    let noun = visit.param("noun");
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let commands = visit.app.desk.beginnings(officer, noun)?;
    let asked = visit.asked("command").or(if commands.len() == 1 { commands.first().copied() } else { None });
    match asked {
        Some(command) if commands.contains(&command) => show(visit, plain(noun, None, command)),
        Some(_) => Err(Fault::NotFound),
        None if commands.is_empty() => Err(Fault::NotAllowed),
        None => {
            let link = |command: &&str| {
                (format!("/{noun}/new?command={command}"), visit.t(&format!("{noun}-command-{command}")))
            };
            let page = ChoosePage {
                frame: Frame::titled(visit, visit.t(noun), noun),
                about: visit.t(&format!("{noun}-about")),
                commands: commands.iter().map(link).collect(),
            };
            html(&page)
        }
    }
}

/// The form of a command on a standing record.
pub fn form(visit: &Visit) -> Result<Response, Fault> {
    let (noun, id, command) = (visit.param("noun"), visit.param("id"), visit.param("command"));
    show(visit, plain(noun, Some(id), command))
}

/// Begins a record.
pub fn begin(visit: &Visit) -> Result<Response, Fault> {
    let command = visit.sent("command").ok_or(Fault::NotFound)?.to_owned();
    send(visit, visit.param("noun"), None, &command)
}

/// Acts on a standing record.
pub fn act(visit: &Visit) -> Result<Response, Fault> {
    send(visit, visit.param("noun"), Some(visit.param("id")), visit.param("command"))
}

fn plain<'v>(noun: &'v str, id: Option<&'v str>, command: &'v str) -> Shown<'v> {
    Shown { noun, id, command, typed: false, faults: Vec::new(), refused: String::new(), conflict: None }
}

fn schema<'v>(visit: &'v Visit, noun: &str, command: &str) -> Result<&'v Value, Fault> {
    let schemas = visit.app.schemas.get(noun).ok_or(Fault::NotFound)?;
    schemas.commands.iter().find(|(name, _)| name == command).map(|(_, schema)| schema).ok_or(Fault::NotFound)
}

fn send(visit: &Visit, noun: &str, id: Option<&str>, command: &str) -> Result<Response, Fault> {
    let schema = schema(visit, noun, command)?;
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let desk = &visit.app.desk;
    let mut reader = FormReader { zone: desk.zone(), pairs: &visit.form, faults: Vec::new() };
    let mut fields = reader.object(schema);
    let mut faults = reader.faults;
    let happened = happened(visit, &mut faults);
    if !faults.is_empty() {
        return show(visit, Shown { typed: true, faults, ..plain(noun, id, command) });
    }
    fields.insert("command".to_owned(), Value::from(command));
    let asked = Act {
        id: visit.sent("key").and_then(read_key).unwrap_or_else(|| desk.fresh_act()),
        noun: noun.to_owned(),
        record: id.map(|id| RecordId::parse(id).map_err(|_| Fault::NotFound)).transpose()?,
        version: visit.sent("version").and_then(|text| text.parse().ok()),
        command: Value::Object(fields),
        unit: visit.sent("unit-keeps").and_then(|text| UnitId::parse(text).ok()),
        happened,
        grade: visit.sent("grade-kept").and_then(Grade::from_code),
        exercise: visit.sent("exercise").is_some(),
    };
    match desk.act(officer, &asked) {
        Ok(receipt) => done(visit, noun, &receipt.record, draft_key(noun, id, command)),
        Err(ActError::Refused(refused)) => {
            let text = refusal(visit, &refused);
            show(visit, Shown { typed: true, refused: text, ..plain(noun, id, command) })
        }
        Err(ActError::Bad(text)) => show(visit, Shown { typed: true, refused: text, ..plain(noun, id, command) }),
        Err(ActError::KeyUsed) => {
            show(visit, Shown { typed: true, refused: visit.t("problem-key-used"), ..plain(noun, id, command) })
        }
        Err(ActError::Conflict(conflict)) => {
            show(visit, Shown { typed: true, conflict: Some(conflict), ..plain(noun, id, command) })
        }
        Err(other) => Err(other.into()),
    }
}

/// A rule's no, in words.
pub fn refusal(visit: &Visit, refused: &domain::Refused) -> String {
    let names = names_in(visit, &Value::Object(refused.details.clone()));
    let key = format!("{}-refusal-{}", refused.noun, refused.reason);
    let in_words = |text: &str| told(visit, &refused.noun, &names, text);
    visit.app.texts.with_details(visit.language, &key, &refused.details, in_words)
}

/// A value of a refusal in words: a record by name, a state in words, a day in order.
fn told(visit: &Visit, noun: &str, names: &shown::Names, text: &str) -> String {
    let state = format!("{noun}-state-{text}");
    if names.contains_key(text) {
        return shown::named(visit, names, text).0;
    }
    if visit.app.texts.has(visit.language, &state) {
        return visit.t(&state);
    }
    text.parse().map_or_else(|_| text.to_owned(), |on| shown::day(visit.language, on))
}

fn names_in(visit: &Visit, value: &Value) -> shown::Names {
    let texts: Vec<&str> = value.as_object().into_iter().flatten().filter_map(|(_, value)| value.as_str()).collect();
    let Some(officer) = visit.officer() else { return shown::Names::new() };
    visit.app.desk.names(officer, texts.into_iter().filter(|text| RecordId::parse(text).is_ok())).unwrap_or_default()
}

fn happened(visit: &Visit, faults: &mut Vec<FieldFault>) -> Option<Timestamp> {
    let text = visit.sent("happened-at")?;
    match read_instant(text, visit.app.desk.zone()) {
        Ok(at) => Some(at),
        Err(wrong) => {
            faults.push(FieldFault { name: "happened-at".into(), wrong });
            None
        }
    }
}

/// What was sent is done: the draft is forgotten, and the record's page says so.
fn done(visit: &Visit, noun: &str, record: &str, draft: String) -> Result<Response, Fault> {
    if let Some(officer) = visit.officer() {
        visit.app.desk.drop_draft(officer, &draft)?;
    }
    let mut response = go(&format!("/{noun}/{record}?sent=1"))?;
    let cookie = format!("tp-sent={draft}; Path=/; Max-Age=60; SameSite=Strict");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// The name under which a form's draft is kept.
fn draft_key(noun: &str, id: Option<&str>, command: &str) -> String {
    format!("{noun}_{}_{command}", id.unwrap_or("new"))
}

fn show(visit: &Visit, shown: Shown<'_>) -> Result<Response, Fault> {
    let Shown { noun, id, command, .. } = shown;
    let schema = schema(visit, noun, command)?;
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let record = id.map(|id| visit.app.desk.record(officer, noun, id)).transpose()?;
    if let Some(record) = &record
        && !record.offers.contains(&command)
        && !shown.typed
    {
        return Err(Fault::NotAllowed);
    }
    let known = prefill::known(visit, noun, command, schema, record.as_ref().map(|record| &record.row.state));
    let values = Value::Object(known.values);
    let filled = if shown.typed { Filled::Typed(&visit.form, &shown.faults) } else { Filled::Values(&values) };
    let maker = FormMaker { visit, noun, filled, captions: known.captions };
    let fields = maker.fields(schema)?;
    let is_new = id.is_none();
    let version = match (&shown.conflict, &record) {
        (Some(conflict), _) => conflict.version.to_string(),
        (None, Some(_)) if shown.typed => visit.sent("version").unwrap_or_default().to_owned(),
        (None, Some(record)) => record.row.version.to_string(),
        (None, None) => String::new(),
    };
    let right = domain::noun(noun).map(|noun| noun.right(command)).ok_or(Fault::NotFound)?;
    let title = visit.t(&format!("{noun}-command-{command}"));
    let back = id.map_or_else(|| format!("/{noun}"), |id| format!("/{noun}/{id}"));
    let page = FormPage {
        about: record
            .as_ref()
            .map(|record| shown::title(visit, &record.row).0)
            .unwrap_or_else(|| visit.t(&format!("{noun}-about"))),
        action: id.map_or_else(|| format!("/{noun}/new"), |id| format!("/{noun}/{id}/{command}")),
        back,
        draft: draft_key(noun, id, command),
        key: visit.sent("key").map_or_else(|| write_key(&visit.app.desk.fresh_act()), str::to_owned),
        version,
        command: command.to_owned(),
        units: if is_new { units(visit, right)? } else { Vec::new() },
        grades: if is_new { grades(visit, noun) } else { Vec::new() },
        happened: visit.sent("happened-at").unwrap_or_default().to_owned(),
        is_new,
        faults: faults(visit, noun, &shown.faults),
        refused: shown.refused,
        changes: shown.conflict.map(|conflict| changes(visit, noun, &conflict)).unwrap_or_default(),
        fields,
        with_files: asks_for_files(schema),
        frame: Frame::titled(visit, title, noun),
    };
    let mut response = html(&page)?;
    if !page.changes.is_empty() {
        *response.status_mut() = StatusCode::CONFLICT;
    } else if !page.refused.is_empty() || !page.faults.is_empty() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

/// The faults for the summary: where each is, and what is wrong.
fn faults(visit: &Visit, noun: &str, faults: &[FieldFault]) -> Vec<(String, String)> {
    let line = |fault: &FieldFault| {
        let field = fault.name.rsplit('.').next().unwrap_or_default();
        let plain: String =
            fault.name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }).collect();
        (format!("f-{plain}"), format!("{}: {}", visit.label(noun, field), fault.wrong.told(visit)))
    };
    faults.iter().map(line).collect()
}

/// What others did since the form was opened.
fn changes(visit: &Visit, noun: &str, conflict: &Conflict) -> Vec<String> {
    let officers: Vec<&str> = conflict.changes.iter().map(|change| change.officer.as_str()).collect();
    let names = visit.officer().and_then(|officer| visit.app.desk.names(officer, officers).ok()).unwrap_or_default();
    let line = |change: &desk::Change| {
        let fact = change.fact.get("fact").and_then(Value::as_str).unwrap_or_default();
        let at = Timestamp::from_millisecond(change.recorded_ms).unwrap_or_default();
        let at = shown::instant(visit.language, at, visit.app.desk.zone());
        format!(
            "{at} · {} · {}",
            shown::named(visit, &names, &change.officer).0,
            visit.t(&format!("{noun}-fact-{fact}"))
        )
    };
    conflict.changes.iter().map(line).collect()
}

fn units(visit: &Visit, right: domain::Right) -> Result<Vec<Choice>, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let asked = visit.sent("unit-keeps");
    let units = visit.app.desk.units_to_act_for(officer, right)?;
    if units.len() < 2 {
        return Ok(Vec::new());
    }
    let choice = |(place, unit): (usize, desk::Choice)| {
        let (text, lang) = shown::name(visit, &unit.title);
        Choice { chosen: asked.map_or(place == 0, |asked| asked == unit.id), value: unit.id, text, lang }
    };
    Ok(units.into_iter().enumerate().map(choice).collect())
}

fn grades(visit: &Visit, noun: &str) -> Vec<Choice> {
    let standing = domain::noun(noun).map_or(Grade::Internal, |noun| noun.grade);
    if standing == Grade::Open {
        return Vec::new();
    }
    let asked = visit.sent("grade-kept").and_then(Grade::from_code).unwrap_or(standing);
    let choice = |grade: Grade| Choice {
        value: grade.code().to_owned(),
        text: visit.t(&format!("grade-{}", grade.code())),
        lang: String::new(),
        chosen: grade == asked,
    };
    [Grade::Internal, Grade::Restricted].into_iter().map(choice).collect()
}

/// The key of a request, as a form carries it.
pub fn write_key(key: &[u8; 16]) -> String {
    key.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The key that a form carried.
pub fn read_key(text: &str) -> Option<[u8; 16]> {
    if text.len() != 32 || !text.is_ascii() {
        return None;
    }
    let mut key = [0; 16];
    for (place, byte) in key.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(place * 2..place * 2 + 2)?, 16).ok()?;
    }
    Some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_was_written() {
        let key = [7; 16];
        assert_eq!(read_key(&write_key(&key)), Some(key));
        assert_eq!(read_key("zz"), None);
        assert_eq!(read_key(&"đ".repeat(16)), None);
    }
}
