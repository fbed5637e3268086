//! What a request may ask for beside its address: the fields after the question mark, the kinds of answer it takes, and
//! its body. Everything is declared once, by the route; a field that is not declared is refused, not passed over.

use axum::http::{HeaderMap, header};
use domain::{RecordId, UnitId};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

use super::fit::{is_day, matches, misfits};
use super::problem::{Place, Problem, Wrong};
use crate::fault::Fault;
use crate::visit::Visit;

/// A field after the question mark.
#[derive(Clone, Copy, Debug)]
pub struct Param {
    /// Its name.
    pub name: &'static str,
    /// What it does.
    pub says: &'static str,
    /// What it may be.
    pub is: Is,
    /// True where the request makes no sense without it.
    pub needed: bool,
}

/// What a field after the question mark may be.
#[derive(Clone, Copy, Debug)]
pub enum Is {
    /// A whole number between two.
    Number(u32, u32),
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// `true` or `false`.
    Flag,
    /// A civil day.
    Day,
    /// A month, `2026-02`.
    Month,
    /// The identity of a record.
    Record,
    /// A word in kebab case, such as the name of a state.
    Word,
    /// Letters, digits and hyphens: a period or a cursor.
    Code,
    /// Any text up to so many characters.
    Text(usize),
}

const ID: &str = "^[a-z0-9-]{1,64}$";
const CODE: &str = "^[A-Za-z0-9-]{1,200}$";
const MONTH: &str = "^[0-9]{4}-[0-9]{2}$";

impl Is {
    /// The JSON Schema of the field.
    pub fn schema(self) -> Value {
        match self {
            Self::Number(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
            Self::OneOf(words) => json!({ "type": "string", "enum": words }),
            Self::Flag => json!({ "type": "boolean" }),
            Self::Day => json!({ "type": "string", "format": "date" }),
            Self::Month => json!({ "type": "string", "pattern": MONTH }),
            Self::Record | Self::Word => json!({ "type": "string", "pattern": ID }),
            Self::Code => json!({ "type": "string", "pattern": CODE }),
            Self::Text(most) => json!({ "type": "string", "minLength": 1, "maxLength": most }),
        }
    }

    fn takes(self, text: &str) -> bool {
        match self {
            Self::Number(least, most) => {
                text.bytes().all(|byte| byte.is_ascii_digit())
                    && text.parse::<u32>().is_ok_and(|number| (least..=most).contains(&number))
            }
            Self::OneOf(words) => words.contains(&text),
            Self::Flag => matches!(text, "true" | "false"),
            Self::Day => is_day(text),
            Self::Month => is_day(&format!("{text}-01")),
            Self::Record | Self::Word => matches(ID, text),
            Self::Code => matches(CODE, text),
            Self::Text(most) => (1..=most).contains(&text.chars().count()),
        }
    }

    fn told(self) -> String {
        match self {
            Self::Number(least, most) => format!("must be a whole number between {least} and {most}"),
            Self::OneOf(words) => format!("must be one of {}", words.join(", ")),
            Self::Flag => "must be true or false".to_owned(),
            Self::Day => "must be a day like 2026-02-14".to_owned(),
            Self::Month => "must be a month like 2026-02".to_owned(),
            Self::Record => "must be the identity of a record".to_owned(),
            Self::Word => "must be a word in kebab case".to_owned(),
            Self::Code => "must have letters, digits and hyphens".to_owned(),
            Self::Text(most) => format!("must have 1 to {most} characters"),
        }
    }
}

/// Refuses fields after the question mark that are not declared, stand twice or do not fit.
pub fn check_query(visit: &Visit, params: &[&[Param]]) -> Result<(), Fault> {
    let params = || params.iter().flat_map(|group| group.iter());
    let mut wrong = Vec::new();
    let mut no = |name: &str, detail: String| wrong.push(Wrong { place: Place::Query(name.to_owned()), detail });
    for (place, (name, value)) in visit.query.iter().enumerate() {
        match params().find(|param| param.name == name) {
            None => no(name, "is not known here".to_owned()),
            Some(_) if visit.query.iter().take(place).any(|(before, _)| before == name) => {
                no(name, "stands twice".to_owned());
            }
            Some(param) if !param.is.takes(value) => no(name, param.is.told()),
            Some(_) => {}
        }
    }
    for param in params().filter(|param| param.needed) {
        if !visit.query.iter().any(|(name, _)| name == param.name) {
            no(param.name, "is missing".to_owned());
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(Problem::bad(wrong).into()) }
}

/// True when the request takes an answer of one of these kinds (RFC 9110, section 12.5.1; weights of 0 are a no).
pub fn takes(headers: &HeaderMap, kinds: &[&str]) -> bool {
    let accepted: Vec<&str> = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok()).collect();
    if accepted.iter().all(|line| line.trim().is_empty()) {
        return true;
    }
    let ranges = accepted.iter().flat_map(|line| line.split(',')).filter_map(|range| {
        let mut parts = range.split(';').map(str::trim);
        let range = parts.next()?.to_ascii_lowercase();
        let weight = parts.find_map(|part| part.strip_prefix("q=")).and_then(|weight| weight.parse::<f32>().ok());
        (weight.unwrap_or(1.0) > 0.0).then_some(range)
    });
    let ranges: Vec<String> = ranges.collect();
    kinds.iter().any(|kind| {
        let kind = kind.split(';').next().unwrap_or_default().trim();
        let whole = kind.split('/').next().unwrap_or_default();
        ranges.iter().any(|range| range == "*/*" || range == kind || *range == format!("{whole}/*"))
    })
}

/// The body as JSON that fits a schema.
pub fn body(visit: &Visit, schema: impl FnOnce(&Value) -> Value) -> Result<Value, Fault> {
    let kind = visit.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/json") {
        return Err(Problem::of("media-type").told("the body is application/json").into());
    }
    let value: Value = serde_json::from_slice(&visit.body).map_err(|fault| {
        Problem::bad(vec![Wrong { place: Place::Body(String::new()), detail: format!("cannot be read: {fault}") }])
    })?;
    let wrong = misfits(&schema(&value), &value, "");
    if wrong.is_empty() { Ok(value) } else { Err(Problem::bad(wrong).into()) }
}

/// An act as a program asks for it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// The command: an object with the tag `command` and its fields.
    pub command: Value,
    /// The version on which the program looked.
    pub version: Option<u64>,
    /// The unit that is to keep a new record.
    pub unit: Option<UnitId>,
    /// When it happened.
    pub happened: Option<Timestamp>,
    /// The grade of a new record.
    pub grade: Option<domain::Grade>,
    /// True for data of an exercise.
    #[serde(default)]
    pub exercise: bool,
}

/// A body as a type, after it was found to fit its schema.
pub fn read<T: for<'de> Deserialize<'de>>(value: Value) -> Result<T, Fault> {
    serde_json::from_value(value).map_err(|fault| {
        Problem::bad(vec![Wrong { place: Place::Body(String::new()), detail: fault.to_string() }]).into()
    })
}

/// The record of the address; what cannot be an identity is the identity of nothing.
pub fn record(visit: &Visit) -> Result<RecordId, Fault> {
    RecordId::parse(visit.param("id")).map_err(|_| Fault::NotFound)
}

/// What an `If-Match` asks for (RFC 9110, section 13.1.1): the version before the dot of an entity tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    /// No such header.
    None,
    /// Whatever stands.
    Any,
    /// This version.
    Version(u64),
}

/// Reads `If-Match`. Of several tags the first counts; a tag that was not made here matches nothing.
pub fn if_match(headers: &HeaderMap) -> Result<Match, Fault> {
    let Some(value) = headers.get(header::IF_MATCH) else { return Ok(Match::None) };
    let text = value.to_str().unwrap_or_default().trim();
    if text == "*" {
        return Ok(Match::Any);
    }
    let first = text.split(',').next().unwrap_or_default().trim();
    let tag = first.strip_prefix("W/").unwrap_or(first);
    let Some(tag) = tag.strip_prefix('"').and_then(|tag| tag.strip_suffix('"')) else {
        return Err(Problem::bad_header("If-Match", "must be an entity tag like \"3\", or *").into());
    };
    let version = tag.split('.').next().unwrap_or_default();
    let digits = !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit());
    Ok(Match::Version(if digits { version.parse().unwrap_or(u64::MAX) } else { u64::MAX }))
}

/// Reads the key of a request: 32 hexadecimal digits or a UUID, also between double quotes.
pub fn idempotency_key(headers: &HeaderMap) -> Result<Option<[u8; 16]>, Fault> {
    let Some(value) = headers.get("idempotency-key") else { return Ok(None) };
    let text = value.to_str().unwrap_or_default().trim().trim_matches('"');
    let places = [8, 13, 18, 23];
    let is_uuid =
        text.len() == 36 && text.bytes().enumerate().all(|(place, byte)| (byte == b'-') == places.contains(&place));
    let digits = if is_uuid { text.replace('-', "") } else { text.to_owned() };
    let key = Some(&digits).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
    match key.and_then(|digits| crate::act::read_key(digits)) {
        Some(key) => Ok(Some(key)),
        None => Err(Problem::bad_header("Idempotency-Key", "must have 32 hexadecimal digits, or be a UUID").into()),
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderName, HeaderValue};

    use super::*;

    fn with(name: &'static str, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(HeaderName::from_static(name), HeaderValue::from_str(value).unwrap())])
    }

    #[test]
    fn a_key_is_hexadecimal_or_a_uuid() {
        let key = |text: &str| idempotency_key(&with("idempotency-key", text)).ok().flatten();
        let plain = key("8e03978e40d543e8bc936894a57f9324");
        assert!(plain.is_some());
        assert_eq!(key("8E03978E-40D5-43E8-BC93-6894A57F9324"), plain);
        assert_eq!(key("\"8e03978e-40d5-43e8-bc93-6894a57f9324\""), plain);
        for no in ["", "8e03978e-40d543e8-bc93-6894a57f93240", "+e03978e40d543e8bc936894a57f9324", "8e03"] {
            assert_eq!(key(no), None, "{no}");
        }
        assert!(idempotency_key(&HeaderMap::new()).is_ok_and(|key| key.is_none()));
    }

    #[test]
    fn a_tag_names_a_version() {
        let of = |text: &str| if_match(&with("if-match", text));
        assert!(matches!(of("\"3\""), Ok(Match::Version(3))));
        assert!(matches!(of("\"3.0af1\", \"4\""), Ok(Match::Version(3))));
        assert!(matches!(of("W/\"3.0af1\""), Ok(Match::Version(3))));
        assert!(matches!(of("*"), Ok(Match::Any)));
        assert!(matches!(of("\"elsewhere\""), Ok(Match::Version(u64::MAX))));
        assert!(of("3").is_err());
        assert!(matches!(if_match(&HeaderMap::new()), Ok(Match::None)));
    }

    #[test]
    fn what_a_request_takes_is_read_from_ranges_and_weights() {
        let takes = |text: &str| takes(&with("accept", text), &["application/json", "application/problem+json"]);
        for yes in ["*/*", "application/*", "text/html, application/json;q=0.1", "", "Application/JSON"] {
            assert!(takes(yes), "{yes}");
        }
        for no in ["text/html", "application/json;q=0", "image/*"] {
            assert!(!takes(no), "{no}");
        }
    }
}
