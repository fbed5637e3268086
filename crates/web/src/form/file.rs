//! Files in forms: a field takes new ones, and shows those that stand as boxes that are ticked. What was sent stays with
//! the form while something else in it is mended.

use domain::Attached;
use serde_json::Value;

use super::{FieldFault, Filled, FormMaker, FormReader, at};
use crate::shown;
use crate::written::Wrong;

/// The end of the name of a field in which a file comes.
pub const FILE_SENT: &str = ".file";
/// The end of the name under which stands what is wrong with a file that came.
pub const FILE_FAULT: &str = ".file-fault";
/// The end of the name of the boxes of files that stay.
const FILE_KEPT: &str = ".file-kept";

/// How files are entered.
pub struct FileInput {
    /// The name of the field for new ones.
    pub sent: String,
    /// The name of the boxes.
    pub kept: String,
    /// The files that stand.
    pub standing: Vec<StandingFile>,
    /// True where there can be several.
    pub many: bool,
    /// The endings of the kinds that are kept, as a browser takes them.
    pub accept: String,
}

/// A file that stands in a form.
pub struct StandingFile {
    /// What is sent back when its box is ticked.
    pub value: String,
    /// Its name.
    pub name: String,
    /// How large it is.
    pub size: String,
}

/// True for the schema of a file.
pub fn is_file(schema: &Value) -> bool {
    schema.get("x-file").is_some()
}

/// True where a file is asked for somewhere in the schema.
pub fn asks_for_files(schema: &Value) -> bool {
    match schema {
        Value::Object(map) => is_file(schema) || map.values().any(asks_for_files),
        Value::Array(items) => items.iter().any(asks_for_files),
        _ => false,
    }
}

impl FormMaker<'_> {
    pub(super) fn files(&self, path: &str, many: bool) -> FileInput {
        let standing: Vec<Attached> = match &self.filled {
            Filled::Values(values) => {
                let found = at(values, path);
                let items = found.and_then(Value::as_array).into_iter().flatten();
                let one = found.filter(|value| value.is_object());
                items.chain(one).filter_map(|value| serde_json::from_value(value.clone()).ok()).collect()
            }
            Filled::Typed(pairs, _) => {
                sent(pairs, path, many).filter_map(|text| serde_json::from_str(text).ok()).collect()
            }
        };
        let shown = standing.into_iter().map(|file| StandingFile {
            value: serde_json::json!(file).to_string(),
            size: shown::size(file.size),
            name: file.name,
        });
        let accept: Vec<String> = desk::FILE_KINDS.iter().map(|(ending, _)| format!(".{ending}")).collect();
        FileInput {
            sent: format!("{path}{FILE_SENT}"),
            kept: format!("{path}{FILE_KEPT}"),
            standing: shown.collect(),
            many,
            accept: accept.join(","),
        }
    }
}

impl FormReader<'_> {
    /// The file of a field; a new one takes the place of one that stands.
    pub(super) fn file(&mut self, path: &str) -> Option<Value> {
        self.files(path, false).into_iter().next()
    }

    /// The files of a field.
    pub(super) fn files(&mut self, path: &str, many: bool) -> Vec<Value> {
        let wrong = self.pairs.iter().find(|(name, _)| name.strip_suffix(FILE_FAULT) == Some(path));
        if let Some((_, code)) = wrong {
            self.faults.push(FieldFault { name: path.to_owned(), wrong: Wrong::plain(key_of(code)) });
        }
        sent(self.pairs, path, many).filter_map(|text| serde_json::from_str(text).ok()).collect()
    }
}

/// The text of what is wrong with a file.
fn key_of(code: &str) -> &'static str {
    match code {
        "too-large" => "file-refusal-too-large",
        "empty" => "file-refusal-empty",
        "not-here" => "file-refusal-not-here",
        "not-allowed" => "file-refusal-not-allowed",
        _ => "file-refusal-kind",
    }
}

/// The files that came back with a form: those that stay, then the new ones; of one alone the newest.
fn sent<'p>(pairs: &'p [(String, String)], path: &str, many: bool) -> impl Iterator<Item = &'p str> {
    let under = |end: &str| {
        let wanted = format!("{path}{end}");
        pairs.iter().filter(move |(name, _)| *name == wanted).map(|(_, text)| text.as_str())
    };
    let all: Vec<&str> = under(FILE_KEPT).chain(under(FILE_SENT)).collect();
    let skipped = if many { 0 } else { all.len().saturating_sub(1) };
    all.into_iter().skip(skipped)
}
