//! Where each mechanism of border cooperation that public documents name is held in this program: the noun, kind, field,
//! command, figure, part of a report, record of the profile, page or document. A test holds every place against what the
//! program declares, so that nothing is claimed that is not there.

mod actors;
mod dealings;
mod leading;
mod together;

use std::fmt::Write;

/// One mechanism, and where it is held.
#[derive(Clone, Copy, Debug)]
pub struct Mechanism {
    /// Its number, from 1.
    pub number: u16,
    /// What it is called in English.
    pub name: &'static str,
    /// What the documents call it.
    pub term: &'static str,
    /// Where it is held.
    pub places: &'static [Place],
    /// How it is held, where the places do not say it; blank otherwise.
    pub note: &'static str,
}

/// Mechanisms that belong together.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// What they are.
    pub title: &'static str,
    /// The mechanisms.
    pub mechanisms: &'static [Mechanism],
}

/// A place in the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A kind of record.
    Noun(&'static str),
    /// A record in which a field has one of its values.
    Kind {
        /// The noun.
        noun: &'static str,
        /// The field, step by step from the state or from a command.
        field: &'static str,
        /// The value.
        value: &'static str,
    },
    /// A field of a record.
    Field {
        /// The noun.
        noun: &'static str,
        /// The field, step by step from the state or from a command.
        path: &'static str,
    },
    /// Something that an officer does.
    Command {
        /// The noun.
        noun: &'static str,
        /// The command.
        command: &'static str,
    },
    /// A figure that reports count.
    Figure(&'static str),
    /// A record of the border profile that comes with the program.
    Record {
        /// The noun.
        noun: &'static str,
        /// Its code.
        code: &'static str,
    },
    /// A kind of agreement.
    Agreement(&'static str),
    /// A part of a report that is told in words.
    Report(&'static str),
    /// A page.
    Page(&'static str),
    /// A document of this house, by its path.
    Document(&'static str),
}

const fn mechanism(
    number: u16,
    name: &'static str,
    term: &'static str,
    places: &'static [Place],
    note: &'static str,
) -> Mechanism {
    Mechanism { number, name, term, places, note }
}

/// All parts, in the order of their numbers.
pub fn parts() -> impl Iterator<Item = &'static Part> {
    [leading::PARTS, actors::PARTS, dealings::PARTS, together::PARTS].into_iter().flatten()
}

/// All mechanisms, in the order of their numbers.
pub fn mechanisms() -> impl Iterator<Item = &'static Mechanism> {
    parts().flat_map(|part| part.mechanisms)
}

/// The page `docs/coverage.md`.
pub fn page() -> String {
    let mut page = String::from(HEAD);
    for part in parts() {
        // Writing to a text cannot fail.
        let _ = write!(
            page,
            "\n## {}\n\n| No. | Mechanism | In the documents | Where it is held | How |\n|---|---|---|---|---|\n",
            part.title
        );
        for one in part.mechanisms {
            let places: Vec<String> = one.places.iter().map(|place| place.told()).collect();
            let cells = [one.name, one.term, &places.join("; "), one.note].map(|cell| cell.replace('|', "\\|"));
            let _ = writeln!(page, "| A{:03} | {} |", one.number, cells.join(" | "));
        }
    }
    page
}

const HEAD: &str = "# Coverage\n\n\
    Five public documents of 2014 to 2025 describe how the border guard of one country works with its neighbours. They \
    name 141 mechanisms, from the hotline to the friendship year. This page says of each where it is held in Twinpost. \
    It names them as the documents do and takes no position on any of them.\n\n\
    The page is made from `crates/domain/src/coverage.rs` and its folder; `crates/testkit/tests/coverage.rs` holds every \
    place against what the program declares, and this page against its source. Do not edit it by hand: change the table, \
    then run `TWINPOST_BLESS=1 cargo test -p testkit --test coverage`.\n\n\
    A *noun* is a kind of record with its list, pages and commands. *Counted* is a figure that reports add up from \
    records. A *record* named by its code stands in the border profile that comes with the program; the codes `fig-...` \
    are published figures with scope, day and source.\n";

impl Place {
    /// The place in words.
    fn told(&self) -> String {
        match self {
            Self::Noun(noun) => format!("noun `{noun}`"),
            Self::Kind { noun, field, value } => format!("`{noun}` with `{field}` = `{value}`"),
            Self::Field { noun, path } => format!("`{path}` of `{noun}`"),
            Self::Command { noun, command } => format!("`{noun} {command}`"),
            Self::Figure(code) => format!("counted `{code}`"),
            Self::Record { noun, code } => format!("{noun} `{code}`"),
            Self::Agreement(kind) => format!("agreement of kind `{kind}`"),
            Self::Report(part) => format!("{part} of a report"),
            Self::Page(path) => format!("page `{path}`"),
            Self::Document(path) => {
                let from_docs = path.strip_prefix("docs/").map_or_else(|| format!("../{path}"), str::to_owned);
                format!("[{path}]({from_docs})")
            }
        }
    }
}
