//! The list of mechanisms and their places, as the profile keeps it, and the page that is made from it.

use std::fmt::Write;

use serde::Deserialize;
use testkit::{profile_folder, workspace};

/// The whole list.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The parts, in the order of their numbers.
    #[serde(rename = "part")]
    pub parts: Vec<Part>,
}

/// Mechanisms that belong together.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// What they are.
    pub title: String,
    /// The mechanisms.
    #[serde(rename = "mechanism")]
    pub mechanisms: Vec<Mechanism>,
}

/// One mechanism, and where it is held.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mechanism {
    /// Its number, from 1.
    pub number: u16,
    /// What it is called in English.
    pub name: String,
    /// What the documents call it.
    pub term: String,
    /// Where it is held.
    pub places: Vec<Place>,
    /// How it is held, where the places do not say it.
    #[serde(default)]
    pub note: String,
}

/// A place in the program: what is said of it tells which it is.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub enum Place {
    /// A record in which a field has one of its values; the field step by step from the state or from a command.
    Kind { noun: String, field: String, value: String },
    /// A field of a record.
    Field { noun: String, field: String },
    /// Something that an officer does.
    Command { noun: String, command: String },
    /// A record of this profile.
    Record { noun: String, record: String },
    /// A kind of record.
    Noun { noun: String },
    /// What reports count.
    Counted { counted: String },
    /// A kind of agreement.
    Agreement { agreement: String },
    /// A part of a report that is told in words.
    Report { report: String },
    /// A page.
    Page { page: String },
    /// A document of this house, by its path.
    Document { document: String },
}

impl List {
    /// The list of the profile.
    pub fn read() -> Self {
        let path = profile_folder().join("coverage.toml");
        let text = std::fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
        toml::from_str(&text).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
    }

    /// All mechanisms, in their order.
    pub fn mechanisms(&self) -> impl Iterator<Item = &Mechanism> {
        self.parts.iter().flat_map(|part| &part.mechanisms)
    }

    /// The page.
    pub fn page(&self) -> String {
        let source = profile_folder().join("coverage.toml");
        let source = source.strip_prefix(workspace()).unwrap_or(&source).display().to_string();
        let mut page = HEAD.replace("{source}", &source);
        for part in &self.parts {
            // Writing to a text cannot fail.
            let _ = write!(
                page,
                "\n## {}\n\n| No. | Mechanism | In the documents | Where it is held | How |\n|---|---|---|---|---|\n",
                part.title
            );
            for one in &part.mechanisms {
                let places: Vec<String> = one.places.iter().map(Place::told).collect();
                let cells = [&one.name, &one.term, &places.join("; "), &one.note].map(|cell| cell.replace('|', "\\|"));
                let _ = writeln!(page, "| A{:03} | {} |", one.number, cells.join(" | "));
            }
        }
        page
    }
}

const HEAD: &str = "# Coverage\n\n\
    Five public documents of 2014 to 2025 describe how the border guard of one country works with its neighbours. They \
    name 141 mechanisms, from the hotline to the friendship year. This page says of each where it is held in Twinpost. \
    It names them as the documents do and takes no position on any of them.\n\n\
    The page is made from `{source}`; `crates/testkit/tests/coverage/main.rs` holds every place against what the program \
    declares, and this page against its source. Do not edit it by hand: change the list, then run \
    `TWINPOST_BLESS=1 cargo test -p testkit --test coverage`.\n\n\
    A *noun* is a kind of record with its list, pages and commands. *Counted* is what reports add up from records. A \
    *record* named by its code stands in the border profile that comes with the program; the codes `fig-...` are \
    published figures with scope, day and source.\n";

impl Place {
    /// The place in words.
    fn told(&self) -> String {
        match self {
            Self::Noun { noun } => format!("noun `{noun}`"),
            Self::Kind { noun, field, value } => format!("`{noun}` with `{field}` = `{value}`"),
            Self::Field { noun, field } => format!("`{field}` of `{noun}`"),
            Self::Command { noun, command } => format!("`{noun} {command}`"),
            Self::Counted { counted } => format!("counted `{counted}`"),
            Self::Record { noun, record } => format!("{noun} `{record}`"),
            Self::Agreement { agreement } => format!("agreement of kind `{agreement}`"),
            Self::Report { report } => format!("{report} of a report"),
            Self::Page { page } => format!("page `{page}`"),
            Self::Document { document } => {
                let from_docs = document.strip_prefix("docs/").map_or_else(|| format!("../{document}"), str::to_owned);
                format!("[{document}]({from_docs})")
            }
        }
    }
}
