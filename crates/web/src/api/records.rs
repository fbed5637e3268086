//! Records of any noun: lists in steps, one record with what can be done now, its history, and the commands on it.

use desk::{Act, ActError, Filter, Row};
use domain::{Declared, RecordId, Right};
use serde_json::{Value, json};

use super::answer::Answer;
use super::problem::{Place, Problem, Wrong};
use super::question::{Asked, Match, body, idempotency_key, if_match, read, record};
use super::shape;
use crate::fault::Fault;
use crate::visit::Visit;

/// Rows of a step where the program does not say how many.
pub const USUAL_STEP: u32 = 50;

/// The noun of the address.
pub fn noun(visit: &Visit) -> Result<&'static Declared, Fault> {
    visit.path.split('/').nth(3).and_then(domain::noun).ok_or(Fault::NotFound)
}

/// The schemas of a noun.
pub fn schema(visit: &Visit) -> Result<Answer, Fault> {
    let noun = noun(visit)?;
    let schemas = visit.app.schemas.get(noun.name).ok_or(Fault::NotFound)?;
    let commands: serde_json::Map<String, Value> = schemas.commands.iter().cloned().collect();
    Ok(Answer::json(&json!({
        "state": schemas.state, "commands": commands, "facts": schemas.fact_names().collect::<Vec<_>>(),
        "refusals": schemas.refusals,
    })))
}

/// One step of a list.
pub fn list(visit: &Visit) -> Result<Answer, Fault> {
    let noun = noun(visit)?;
    step(visit, &asked(visit, vec![noun.name.to_owned()]))
}

/// One step of what is found by words, in any noun that the officer sees and the token knows.
pub fn search(visit: &Visit) -> Result<Answer, Fault> {
    let filter = asked(visit, nouns_known(visit));
    step(visit, &Filter { text: visit.asked("q").map(str::to_owned), ..filter })
}

/// The nouns to which a token is narrowed; none is every noun.
fn nouns_known(visit: &Visit) -> Vec<String> {
    visit.pass.as_ref().map(|pass| pass.reach.nouns.clone()).unwrap_or_default()
}

/// The filter that the fields after the question mark ask for.
pub fn asked(visit: &Visit, nouns: Vec<String>) -> Filter {
    let text = |name: &str| visit.asked(name).map(str::to_owned);
    let flag = |name: &str| visit.asked(name).map(|value| value == "true");
    let overdue = flag("overdue") == Some(true);
    let until = visit.asked("until").and_then(|day| day.parse::<jiff::civil::Date>().ok());
    Filter {
        nouns,
        units: text("unit").into_iter().collect(),
        status: text("status"),
        open: if overdue { Some(true) } else { flag("open") },
        due_before: overdue.then(|| (visit.app.desk.today().to_string(), visit.app.desk.now().to_string())),
        counterpart: text("counterpart"),
        held_from: text("from"),
        held_until: until.and_then(|day| day.tomorrow().ok()).map(|day| day.to_string()),
        period: text("period"),
        exercise: flag("exercise"),
        text: text("text"),
        ..Filter::default()
    }
}

fn step(visit: &Visit, filter: &Filter) -> Result<Answer, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let after = after(visit)?;
    let latest_first = visit.asked("order") == Some("latest");
    let found = visit.app.desk.rows_from(officer, filter, after.as_deref(), latest_first, limit(visit))?;
    let next = found.after.map(|after| visit.app.desk.cursor(officer, &context(visit), &after)).transpose()?;
    let rows: Vec<Value> = found.items.iter().map(row_json).collect();
    Ok(Answer::json(&json!({ "records": rows, "next": next })))
}

fn limit(visit: &Visit) -> u32 {
    visit.asked("limit").and_then(|limit| limit.parse().ok()).unwrap_or(USUAL_STEP)
}

/// After what the step begins, as the cursor says.
fn after(visit: &Visit) -> Result<Option<String>, Fault> {
    let Some(cursor) = visit.asked("cursor") else { return Ok(None) };
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    match visit.app.desk.after(officer, &context(visit), cursor)? {
        Some(after) => Ok(Some(after)),
        None => Err(Problem::bad(vec![Wrong {
            place: Place::Query("cursor".to_owned()),
            detail: "was not given out for this list; begin again without it".to_owned(),
        }])
        .into()),
    }
}

/// The question to which a cursor belongs: the address with its filters, without the place and the number of rows.
fn context(visit: &Visit) -> String {
    let mut fields: Vec<&(String, String)> =
        visit.query.iter().filter(|(name, _)| !matches!(name.as_str(), "cursor" | "limit")).collect();
    fields.sort();
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    format!("{}?{query}", visit.path)
}

/// A record with what can be done now.
pub fn show(visit: &Visit) -> Result<Answer, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let noun = noun(visit)?;
    let view = visit.app.desk.record(officer, noun.name, record(visit)?.as_str())?;
    let allowed = |right: Right, noun: &str| visit.pass.as_ref().is_none_or(|pass| pass.allows(right, noun));
    let links = view.links.iter().filter(|link| allowed(Right::Read, &link.to.noun));
    let links =
        links.map(|link| json!({ "role": link.role, "inward": link.inward, "noun": link.to.noun, "id": link.to.id }));
    let links: Vec<Value> = links.collect();
    let offers: Vec<&str> =
        view.offers.iter().copied().filter(|command| allowed(noun.right(command), noun.name)).collect();
    let body = json!({ "record": row_json(&view.row), "offers": offers, "links": links });
    Ok(Answer::json(&body).at(view.row.version))
}

/// What happened to a record, in steps, the oldest first.
pub fn history(visit: &Visit) -> Result<Answer, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let (noun, id) = (noun(visit)?, record(visit)?);
    let after = after(visit)?.and_then(|version| version.parse().ok()).unwrap_or(0);
    let found = visit.app.desk.history_from(officer, noun.name, id.as_str(), after, limit(visit))?;
    let next = found.after.map(|after| visit.app.desk.cursor(officer, &context(visit), &after)).transpose()?;
    let lines = found.items.iter().map(|line| {
        json!({
            "version": line.version, "fact": line.fact, "officer": line.officer,
            "happened": instant(line.happened_ms), "recorded": instant(line.recorded_ms),
        })
    });
    Ok(Answer::json(&json!({ "history": lines.collect::<Vec<_>>(), "next": next })))
}

/// Begins a record.
pub fn begin(visit: &Visit) -> Result<Answer, Fault> {
    let noun = noun(visit)?;
    send(visit, noun, None, Match::Any)
}

/// Acts on a standing record.
pub fn act(visit: &Visit) -> Result<Answer, Fault> {
    let (noun, id) = (noun(visit)?, record(visit)?);
    send(visit, noun, Some(id), if_match(&visit.headers)?)
}

fn send(visit: &Visit, noun: &'static Declared, id: Option<RecordId>, looked_at: Match) -> Result<Answer, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let schemas = visit.app.schemas.get(noun.name).ok_or(Fault::NotFound)?;
    let is_new = id.is_none();
    let key = idempotency_key(&visit.headers)?;
    let asked: Asked = read(body(visit, |body| shape::act_as_sent(noun, schemas, is_new, body))?)?;
    let command = asked.command.get("command").and_then(Value::as_str).unwrap_or_default();
    if visit.pass.as_ref().is_some_and(|pass| !pass.allows(noun.right(command), noun.name)) {
        return Err(Problem::of("token-scope").into());
    }
    let version = match looked_at {
        Match::Version(version) => Some(version),
        Match::Any => asked.version,
        Match::None if asked.version.is_some() => asked.version,
        Match::None => return Err(Problem::of("version-needed").into()),
    };
    let act = Act {
        id: key.unwrap_or_else(|| visit.app.desk.fresh_act()),
        noun: noun.name.to_owned(),
        record: id,
        version,
        command: asked.command,
        unit: asked.unit,
        happened: asked.happened,
        grade: asked.grade,
        exercise: asked.exercise,
    };
    match visit.app.desk.act(officer, &act) {
        Ok(mut receipt) => {
            // What followed for others is told only as far as the officer may see it.
            let ids = receipt.followed.iter().map(|followed| followed.record.as_str());
            let seen = visit.app.desk.names(officer, ids)?;
            let knows = |noun: &str| visit.pass.as_ref().is_none_or(|pass| pass.knows(noun));
            receipt.followed.retain(|followed| seen.contains_key(&followed.record) && knows(&followed.noun));
            let answer = Answer::json(&json!(receipt)).at(receipt.version);
            let location = format!("/api/v1/{}/{}", receipt.noun, receipt.record);
            Ok(if is_new && !receipt.repeated { answer.made(location) } else { answer })
        }
        Err(ActError::Conflict(conflict)) => {
            let code = if matches!(looked_at, Match::Version(_)) { "changed" } else { "conflict" };
            Err(Problem::changed(code, &conflict).into())
        }
        Err(other) => Err(other.into()),
    }
}

/// A row as the interface gives it.
pub fn row_json(row: &Row) -> Value {
    json!({
        "id": row.id, "noun": row.noun, "unit": row.unit, "side": row.side, "status": row.status, "open": row.open,
        "turn": row.turn, "holder": row.holder, "counterpart": row.counterpart, "held_on": row.held_on, "due": row.due,
        "period": row.period, "number": row.number, "title": serde_json::from_str::<Value>(&row.title).unwrap_or_default(),
        "grade": row.grade.code(), "exercise": row.exercise, "version": row.version,
        "begun": instant(row.begun_ms), "changed": instant(row.changed_ms), "state": row.state,
    })
}

/// An instant in UTC.
pub fn instant(ms: i64) -> String {
    jiff::Timestamp::from_millisecond(ms).map(|instant| instant.to_string()).unwrap_or_default()
}
