//! What the program already knows when a form is opened: nobody types twice what was said before.

use serde_json::{Map, Value, json};

use crate::visit::Visit;

/// The values with which a form begins, and what the rows of its repeated groups are about.
#[derive(Default)]
pub struct Prefill {
    /// Values by field.
    pub values: Map<String, Value>,
    /// Captions of rows, by the name of the group.
    pub captions: Vec<(String, Vec<String>)>,
}

/// What is known for a command on a record in this state; `schema` is the command's.
pub fn known(visit: &Visit, noun: &str, command: &str, schema: &Value, state: Option<&Value>) -> Prefill {
    let mut prefill = Prefill::default();
    for (field, property) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
        if let Some(text) = visit.asked(field) {
            prefill.values.insert(field.clone(), Value::from(text));
        } else if let Some(value) = state.and_then(|state| standing(state, field)) {
            prefill.values.insert(field.clone(), value.clone());
        } else if property.get("format").and_then(Value::as_str) == Some("date") && told_today(field) {
            prefill.values.insert(field.clone(), Value::from(visit.app.desk.today().to_string()));
        }
    }
    if let (("talks", "record-held"), Some(state)) = ((noun, command), state) {
        talks_held(state, &mut prefill);
    }
    prefill
}

/// A field of the state with the same name, at its top or one step down.
fn standing<'s>(state: &'s Value, field: &str) -> Option<&'s Value> {
    if let Some(value) = state.get(field).filter(|value| !value.is_null()) {
        return Some(value);
    }
    ["told", "delegations", "members", "stage"]
        .iter()
        .find_map(|part| state.get(part)?.get(field))
        .filter(|value| !value.is_null())
}

/// Days that are almost always today.
fn told_today(field: &str) -> bool {
    matches!(
        field,
        "sent_on"
            | "signed_on"
            | "received_on"
            | "delivered_on"
            | "held_on"
            | "agreed_on"
            | "notified_on"
            | "approved_on"
    )
}

/// The agenda stands in the form: one row for each item, and what the delegations said of their numbers.
fn talks_held(state: &Value, prefill: &mut Prefill) {
    let agenda = state.get("agenda").and_then(Value::as_array).cloned().unwrap_or_default();
    let rows: Vec<Value> = (1..=agenda.len()).map(|item| json!({ "item": item })).collect();
    let titles = agenda.iter().enumerate().map(|(place, item)| {
        let title = item.get("title").and_then(Value::as_str).unwrap_or_default();
        format!("{}. {title}", place + 1)
    });
    prefill.captions.push(("results".to_owned(), titles.collect()));
    prefill.values.insert("results".to_owned(), Value::Array(rows));
    let take = |from: &str| state.get("delegations").and_then(|named| named.get(from)).cloned();
    for (field, from) in [("own_participants", "own_members"), ("other_participants", "other_members")] {
        if let Some(count) = take(from) {
            prefill.values.insert(field.to_owned(), count);
        }
    }
    if let Some(planned) = state.get("planned_on") {
        prefill.values.insert("held_on".to_owned(), planned.clone());
    }
}
