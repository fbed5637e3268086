//! By what a record is found: every text of its state without marks and as written, its title, number, links, kind,
//! state and days, each as tokens of its own sort, so that a word never meets a link by chance.

use std::collections::HashSet;

use domain::organisation::counterpart::Counterpart;
use domain::{Grade, Header, Noun, Wing};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::Value;

use super::dates::dates;
use super::tokens::{exact, loose, smooth, stone, tokens};
use crate::Row;

/// Between two texts, so that no phrase reaches from one into the next.
pub(super) const GAP: &str = "|";
/// Before a word as it was written, in texts with marks.
pub(super) const WRITTEN: char = '~';
/// Before a word of the title.
pub(super) const TITLE: char = '^';
/// Before a whole name or number.
pub(super) const EXACT: char = '=';
/// Before the identity of a record that is linked.
pub(super) const LINKED: char = '@';
/// Before the kind.
pub(super) const NOUN: char = '#';
/// Before the state.
pub(super) const STATUS: char = '!';
/// Before a day, month or year that the record or a text of it names.
pub(super) const DAY: char = '%';
/// Before the month and the year of the record itself.
pub(super) const OWN: char = '$';
/// A record whose name other records are found by.
pub(super) const NAME: &str = "&name";

/// The kind that joins two units: what is linked with it is linked with both.
pub(super) const RELATION: &str = Counterpart::NAME;

/// Keys of the state that repeat what stands elsewhere.
const PASSED_OVER: [&str; 3] = ["status", "fact", "command"];
/// Keys of the state under which the names of a named record stand.
const NAMES: [&str; 3] = ["name", "names", "title"];

/// The tokens of a record, in order, before they are put into its compartments.
pub(crate) fn document(row: &Row, header: &Header, zone: &TimeZone) -> Vec<String> {
    let linked = linked(row, header);
    let title: Value = serde_json::from_str(&row.title).unwrap_or_default();
    let mut gathered = Gathered::new(zone, &linked);
    gathered.take(&title);
    [Some(&row.id), row.number.as_ref(), row.period.as_ref()]
        .into_iter()
        .flatten()
        .for_each(|text| gathered.text(text));
    gathered.take(&row.state);
    let mut out = Out::default();
    let texts = std::mem::take(&mut gathered.texts);
    let mut written = Vec::new();
    let mut loosely = Vec::new();
    for text in &texts {
        let smoothed = smooth(text);
        gathered.days.extend(dates(&smoothed).iter().map(super::dates::Dated::text));
        let broken = tokens(&smoothed);
        for (place, token) in broken.iter().enumerate() {
            loosely.extend(loose(&token.folded));
            loosely.extend(broken.get(place + 1).and_then(|next| stone(&smoothed, token, next)));
        }
        if broken.iter().any(|token| token.written.is_some()) {
            written.push(broken.iter().map(|token| format!("{WRITTEN}{}", token.written())).collect::<Vec<_>>());
        }
        out.text(broken.into_iter().map(|token| token.folded));
    }
    written.into_iter().for_each(|text| out.text(text));
    loosely.sort();
    loosely.dedup();
    loosely.into_iter().for_each(|token| out.text([token]));
    let names = names(row, &title);
    for name in &names {
        out.text(tokens(&smooth(name)).into_iter().map(|token| format!("{TITLE}{}", token.folded)));
    }
    // A letter received has two numbers: ours, and theirs in brackets.
    let numbers = row.number.iter().flat_map(|number| number.split(" (").map(|part| part.trim_end_matches(')')));
    let wholes = names.iter().map(String::as_str).chain([row.id.as_str()]).chain(numbers).chain(row.number.as_deref());
    let mut wholes: Vec<String> = wholes.filter_map(exact).map(|whole| format!("{EXACT}{whole}")).collect();
    wholes.sort();
    wholes.dedup();
    out.all(wholes);
    out.all(linked.iter().map(|id| format!("{LINKED}{id}")));
    out.all([format!("{NOUN}{}", row.noun), format!("{STATUS}{}", row.status)]);
    out.all(is_name(&row.noun).then(|| NAME.to_owned()));
    let own = own_day(row, zone);
    for text in [row.held_on.as_deref(), row.due.as_deref()].into_iter().flatten() {
        gathered.days.extend(day(text, zone).map(|on| on.to_string()));
    }
    out.all(with_month_and_year(gathered.days).into_iter().map(|day| format!("{DAY}{day}")));
    out.all(
        with_month_and_year([own.to_string()])
            .into_iter()
            .filter(|day| day.len() < 10)
            .map(|day| format!("{OWN}{day}")),
    );
    out.0
}

/// True for a record by whose name others are found: units, counterparts, officers, places, agreements.
pub(crate) fn is_name(noun: &str) -> bool {
    domain::noun(noun)
        .is_some_and(|noun| matches!(noun.wing, Wing::Organisation | Wing::Territory) || noun.grade == Grade::Open)
}

/// The records that these tokens name.
pub(crate) fn named_in(tokens: &[String]) -> impl Iterator<Item = &str> {
    tokens.iter().filter_map(|token| token.strip_prefix(LINKED))
}

/// The names by which a record is looked for: its title, and for what others are named by every name it had.
fn names(row: &Row, title: &Value) -> Vec<String> {
    let mut names = Vec::new();
    texts(title, &mut names);
    if is_name(&row.noun) {
        NAMES.iter().filter_map(|key| row.state.get(*key)).for_each(|value| named(value, &mut names));
    }
    let mut seen = HashSet::new();
    names.retain(|name| seen.insert(name.clone()));
    names
}

/// The texts of a name: a text, a text by language, or dated names, of which only the name is one.
fn named(value: &Value, names: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| named(item.get("name").unwrap_or(item), names)),
        value => texts(value, names),
    }
}

fn texts(value: &Value, out: &mut Vec<String>) {
    match value {
        Value::String(text) => out.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, out)),
        Value::Object(map) => map.values().for_each(|item| texts(item, out)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The records that this one names: links, counterpart, keeper and holder.
fn linked(row: &Row, header: &Header) -> Vec<String> {
    let links = header.links.iter().map(|link| link.to.as_str());
    let columns = [Some(row.unit.as_str()), row.counterpart.as_deref(), row.holder.as_deref()];
    let mut linked: Vec<String> = links.chain(columns.into_iter().flatten()).map(str::to_owned).collect();
    linked.sort();
    linked.dedup();
    linked
}

/// What was gathered from a state.
struct Gathered<'r> {
    texts: Vec<String>,
    seen: HashSet<String>,
    days: Vec<String>,
    linked: &'r [String],
    zone: &'r TimeZone,
}

impl<'r> Gathered<'r> {
    fn new(zone: &'r TimeZone, linked: &'r [String]) -> Self {
        Self { texts: Vec::new(), seen: HashSet::new(), days: Vec::new(), linked, zone }
    }

    fn text(&mut self, text: &str) {
        if self.seen.insert(text.to_owned()) {
            self.texts.push(text.to_owned());
        }
    }

    /// Texts are kept, days become days; identities of other records are links and no words.
    fn take(&mut self, value: &Value) {
        match value {
            Value::String(text) => match day(text, self.zone) {
                Some(on) => self.days.push(on.to_string()),
                None if is_identity(text) || self.linked.contains(text) => {}
                None => self.text(text),
            },
            Value::Array(items) => items.iter().for_each(|item| self.take(item)),
            Value::Object(map) => {
                map.iter()
                    .filter(|(key, _)| !PASSED_OVER.contains(&key.as_str()))
                    .for_each(|(_, item)| self.take(item));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

/// The day of a text that is a day or an instant and nothing else, on the calendar of the own side.
fn day(text: &str, zone: &TimeZone) -> Option<Date> {
    let is_day = text.len() >= 10 && text.as_bytes().get(4) == Some(&b'-') && text.as_bytes()[0].is_ascii_digit();
    if !is_day {
        return None;
    }
    if text.len() == 10 {
        return text.parse().ok();
    }
    text.parse::<Timestamp>().ok().map(|at| at.to_zoned(zone.clone()).date())
}

/// True for an identity made from an instant and chance: nobody looks for it as a word.
fn is_identity(text: &str) -> bool {
    text.len() == 26 && text.starts_with('0') && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
}

/// The day by which a record stands in time: when it is held, else due, else when it was begun.
fn own_day(row: &Row, zone: &TimeZone) -> Date {
    let told = [row.held_on.as_deref(), row.due.as_deref()].into_iter().flatten().find_map(|text| day(text, zone));
    told.unwrap_or_else(|| {
        let begun = Timestamp::from_millisecond(row.begun_ms).unwrap_or(Timestamp::UNIX_EPOCH);
        begun.to_zoned(zone.clone()).date()
    })
}

/// Days or months with their months and years, in order and each once.
fn with_month_and_year(days: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for day in days {
        all.extend([4, 7].into_iter().filter_map(|length| day.get(..length).map(str::to_owned)));
        all.push(day);
    }
    all.sort();
    all.dedup();
    all
}

#[derive(Default)]
struct Out(Vec<String>);

impl Out {
    /// The tokens of a text, and a gap behind it.
    fn text(&mut self, tokens: impl IntoIterator<Item = String>) {
        self.0.extend(tokens);
        self.0.push(GAP.to_owned());
    }

    fn all(&mut self, tokens: impl IntoIterator<Item = String>) {
        self.0.extend(tokens);
    }
}
