//! What a document says: its kind, its texts in each language, facts, signers and attachments; what may leave the side.

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Attached, SideId, Words};

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "document-kind"))]
pub enum DocumentKind {
    /// A letter of one side.
    Letter,
    /// A statement that one side owes the other.
    Notification,
    /// One side proposes something.
    Proposal,
    /// One side answers.
    Answer,
    /// The joint record of talks or of a meeting.
    Minutes,
    /// The joint record of a patrol.
    PatrolRecord,
    /// The joint record of a handover.
    HandoverRecord,
    /// The joint record of a check or of works at a marker.
    MarkerRecord,
    /// What two twinned units agree for their relation.
    TwinningRegulation,
    /// The text of an agreement.
    AgreementText,
    /// One side tells how its units changed.
    UnitChanges,
    /// A joint addition to a document that binds.
    Supplement,
    /// A joint correction of a document that binds.
    Correction,
}

impl DocumentKind {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Letter,
        Self::Notification,
        Self::Proposal,
        Self::Answer,
        Self::Minutes,
        Self::PatrolRecord,
        Self::HandoverRecord,
        Self::MarkerRecord,
        Self::TwinningRegulation,
        Self::AgreementText,
        Self::UnitChanges,
        Self::Supplement,
        Self::Correction,
    ];

    /// The kind as it stands in the head of a document.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::Notification => "notification",
            Self::Proposal => "proposal",
            Self::Answer => "answer",
            Self::Minutes => "minutes",
            Self::PatrolRecord => "patrol-record",
            Self::HandoverRecord => "handover-record",
            Self::MarkerRecord => "marker-record",
            Self::TwinningRegulation => "twinning-regulation",
            Self::AgreementText => "agreement-text",
            Self::UnitChanges => "unit-changes",
            Self::Supplement => "supplement",
            Self::Correction => "correction",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// True where both sides sign; the others are of one side.
    pub const fn is_joint(self) -> bool {
        !matches!(self, Self::Letter | Self::Notification | Self::Proposal | Self::Answer | Self::UnitChanges)
    }

    /// True where it adds to a document that binds, and names it.
    pub const fn adds_to_another(self) -> bool {
        matches!(self, Self::Supplement | Self::Correction)
    }
}

/// What may leave the side, and nothing else of a document does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// Where it was held or is signed.
    #[schemars(length(max = 200))]
    pub place: Option<String>,
    /// The day on which what it records was held.
    pub held_on: Option<Date>,
    /// The texts, one for each language, all equally authentic.
    #[schemars(length(min = 1, max = 8))]
    pub texts: Vec<TextIn>,
    /// Names with values: numbers, markers, times.
    #[serde(default)]
    #[schemars(length(max = 200))]
    pub facts: Vec<Line>,
    /// Who signs, for which side, by office.
    #[serde(default)]
    #[schemars(length(max = 8))]
    pub signers: Vec<SignerNamed>,
    /// The files that belong to it.
    #[serde(default)]
    #[schemars(length(max = 200))]
    pub attachments: Vec<Attached>,
}

/// The text in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TextIn {
    /// The code of the language: `vi`, `zh`, `en`, `lo`, `km`, or another.
    #[schemars(length(min = 2, max = 32), regex(pattern = "^[a-z][a-z0-9-]*$"))]
    pub language: String,
    /// The title.
    #[schemars(length(min = 1, max = 300))]
    pub title: String,
    /// The text; a blank line parts the paragraphs.
    #[serde(default)]
    #[schemars(length(max = 100_000), extend("x-long" = true))]
    pub text: String,
}

/// A name with its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// What is told.
    #[schemars(length(min = 1, max = 200))]
    pub name: String,
    /// In which words or number.
    #[schemars(length(max = 2000))]
    pub value: String,
}

/// Somebody who signs for a side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignerNamed {
    /// For which side.
    pub side: SideId,
    /// The name, as it stands under the signature.
    #[schemars(length(min = 1, max = 200))]
    pub name: String,
    /// The office.
    #[schemars(length(min = 1, max = 200))]
    pub office: String,
}

/// True for a text of just so many lower-case hexadecimal digits.
pub(crate) fn is_hexadecimal(text: &str, digits: usize) -> bool {
    text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

impl TextIn {
    /// The paragraphs: what blank lines part, without blanks at the ends.
    pub fn paragraphs(&self) -> Vec<String> {
        let mut found = vec![Vec::new()];
        for line in self.text.lines().map(str::trim_end) {
            match (line.trim().is_empty(), found.last_mut()) {
                (true, _) => found.push(Vec::new()),
                (false, Some(last)) => last.push(line),
                (false, None) => {}
            }
        }
        found.into_iter().filter(|lines| !lines.is_empty()).map(|lines| lines.join("\n")).collect()
    }

    /// True for a code that the head of a document can hold: 2 to 32 of `a-z`, `0-9` and `-`, beginning with a letter.
    pub fn has_language(&self) -> bool {
        (2..=32).contains(&self.language.len())
            && self.language.starts_with(|first: char| first.is_ascii_lowercase())
            && self.language.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    }

    /// True while words of two sides stand beside one another in it, as `[vn: …] [cn: …]`.
    pub fn is_open(&self) -> bool {
        is_open(&self.title) || is_open(&self.text)
    }
}

/// True where a bracket opens with a code and a colon.
fn is_open(text: &str) -> bool {
    text.split('[').skip(1).any(|rest| {
        let Some((code, _)) = rest.split_once([':', '：']) else { return false };
        let code = code.trim();
        (1..=32).contains(&code.len())
            && code.starts_with(|first: char| first.is_ascii_lowercase())
            && code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    })
}

impl Content {
    /// The titles in all languages.
    pub fn title(&self) -> Words {
        Words(self.texts.iter().map(|text| (text.language.clone(), text.title.clone())).collect::<BTreeMap<_, _>>())
            .tidied()
    }

    /// True while words of two sides stand beside one another anywhere in it.
    pub fn is_open(&self) -> bool {
        let facts = self.facts.iter().flat_map(|line| [&line.name, &line.value]);
        let signers = self.signers.iter().flat_map(|signer| [&signer.name, &signer.office]);
        let files = self.attachments.iter().map(|file| &file.name);
        self.texts.iter().any(TextIn::is_open)
            || self.place.iter().chain(facts).chain(signers).chain(files).any(|text| is_open(text))
    }

    /// True where a record has no words of its own yet: the other side began it.
    pub fn has_no_words(&self) -> bool {
        self.texts.iter().all(|text| text.text.trim().is_empty())
    }

    /// The same with nothing but languages and titles: what a record keeps of a document of the other side.
    pub fn titles_only(&self) -> Self {
        let bare = |text: &TextIn| TextIn { text: String::new(), ..text.clone() };
        Self { texts: self.texts.iter().map(bare).collect(), ..Self::default() }
    }

    /// The signers in the order of the alternat: in the original of a side its own come first. Among those of one side
    /// the order stays.
    pub fn in_order_of_alternat(&self, own: &SideId) -> Vec<&SignerNamed> {
        let (first, then): (Vec<_>, Vec<_>) = self.signers.iter().partition(|signer| signer.side == *own);
        first.into_iter().chain(then).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rehearsal::side;

    fn text(text: &str) -> TextIn {
        TextIn { language: "en".into(), title: "Minutes".into(), text: text.into() }
    }

    #[test]
    fn blank_lines_part_paragraphs_and_are_none_themselves() {
        assert_eq!(text("\n\none\ntwo  \n \n\nthree\n").paragraphs(), ["one\ntwo", "three"]);
        assert_eq!(text("one\r\n\r\ntwo").paragraphs(), ["one", "two"]);
        assert!(text(" \n").paragraphs().is_empty());
    }

    #[test]
    fn a_bracket_with_the_code_of_a_side_is_an_open_alternative() {
        for open in ["The path [vn: is cleared] [cn: will be cleared].", "[ x-1 : a]", "[vn： 路]"] {
            assert!(text(open).is_open(), "{open}");
        }
        for closed in ["none", "[see annex 2]", "[Annex: map]", "[:]", "at 9:30 [sic]"] {
            assert!(!text(closed).is_open(), "{closed}");
        }
    }

    #[test]
    fn words_of_two_sides_are_found_wherever_they_stand() {
        let open = || "[vn: 2] [cn: 3]".to_owned();
        let signer = |name: String, office: String| SignerNamed { side: side("v"), name, office };
        let file = Attached { name: open(), media_type: "text/plain".into(), size: 1, sha256: String::new() };
        let all = [
            Content { place: Some(open()), ..Content::default() },
            Content { texts: vec![TextIn { title: open(), ..text("") }], ..Content::default() },
            Content { texts: vec![text(""), text(&open())], ..Content::default() },
            Content { facts: vec![Line { name: open(), value: String::new() }], ..Content::default() },
            Content { facts: vec![Line { name: String::new(), value: open() }], ..Content::default() },
            Content { signers: vec![signer(open(), String::new())], ..Content::default() },
            Content { signers: vec![signer(String::new(), open())], ..Content::default() },
            Content { attachments: vec![file], ..Content::default() },
        ];
        assert!(all.iter().all(Content::is_open));
        assert!(!Content { place: Some("Gate".into()), texts: vec![text("words")], ..Content::default() }.is_open());
    }

    #[test]
    fn every_kind_is_found_again_by_its_code_and_is_written_so() {
        for kind in DocumentKind::ALL {
            assert_eq!(DocumentKind::from_code(kind.code()), Some(kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.code());
        }
        assert_eq!(DocumentKind::from_code("words"), None);
        assert_eq!(DocumentKind::ALL.into_iter().filter(|kind| !kind.is_joint()).count(), 5);
    }

    #[test]
    fn in_the_original_of_each_side_its_own_signers_come_first() {
        let signer = |of: &str, name: &str| SignerNamed { side: side(of), name: name.into(), office: "Head".into() };
        let signers = vec![signer("n", "a"), signer("v", "b"), signer("n", "c"), signer("v", "d")];
        let content = Content { signers, ..Content::default() };
        let names = |own: &str| -> String {
            content.in_order_of_alternat(&side(own)).into_iter().map(|signer| signer.name.as_str()).collect()
        };
        assert_eq!((names("v"), names("n")), ("bdac".to_owned(), "acbd".to_owned()));
    }

    #[test]
    fn of_a_document_of_the_other_side_only_languages_and_titles_are_kept() {
        let facts = vec![Line { name: "Length".into(), value: "2 km".into() }];
        let whole = Content { place: Some("Gate".into()), texts: vec![text("words")], facts, ..Content::default() };
        assert_eq!(whole.titles_only(), Content { texts: vec![text("")], ..Content::default() });
    }
}
