//! The gate: the one place where something becomes a document of the other side. What passes is made of the content of
//! a record and of nothing else, and only what has passed is taken into a log.

use domain::contact::document::{Content, DocumentKind, DocumentState, TextIn};
use journal::{Attachment, Document, DocumentHead, Hash, Series, Signer as NamedSigner, Text, item_of, sha256};
use serde::Serialize;
use serde_json::{Map, Value, json};
use store::{Failure, Transaction, View};

use super::shown::Shown;
use super::{DocumentError, hash_of};
use crate::courier::WORDS;
use crate::{ActError, Desk};

/// A document that has passed the gate: it may enter a log, and its words may travel.
#[derive(Debug)]
pub struct Released {
    document: Document,
    digest: Hash,
    opening: Vec<u8>,
}

/// What exactly would leave.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Preview {
    /// The record.
    pub record: String,
    /// Its version.
    pub version: u64,
    /// True for data of an exercise.
    pub exercise: bool,
    /// The kind.
    pub kind: &'static str,
    /// The sides that sign, ascending; of a document of one side, that side.
    pub sides: Vec<String>,
    /// The languages whose texts are equally authentic.
    pub languages: Vec<String>,
    /// What the other side will see.
    #[serde(flatten)]
    pub shown: Shown,
    /// SHA-256 over the bytes of all parts: what the officer was shown.
    pub seen: String,
    /// How many bytes leave, without the salt.
    pub bytes: u64,
    /// The posts of the other side to which it can go.
    pub posts: Vec<String>,
    /// What stands against it, as reasons of the noun `document` with what they name.
    pub against: Option<domain::Refused>,
    /// What stands against giving it to the other side as a draft that binds nobody.
    pub against_sharing: Option<domain::Refused>,
}

/// A document without its seed and series: made from what a record says, the same bytes each time.
pub(super) struct Drawn(Document);

impl Drawn {
    /// What the content of a record makes. Nothing else of the record is looked at but its kind and place in a series.
    pub fn of(
        view: &View<'_>,
        own: &str,
        state: &DocumentState,
        exercise: bool,
        revision: u64,
    ) -> Result<Self, DocumentError> {
        let named = |of: &Option<domain::DocumentId>| -> Result<Option<Hash>, Failure> {
            let Some(id) = of else { return Ok(None) };
            let row = view.record(id.0.as_str())?;
            Ok(row.and_then(|row| hash_of(row.state.get("document")?.as_str()?)))
        };
        let mut sides = vec![own.to_owned()];
        if state.kind.is_joint() {
            sides.push(state.other_side.to_string());
            sides.sort();
        }
        let head = DocumentHead {
            kind: state.kind.code().to_owned(),
            sides,
            languages: languages(&state.content.texts),
            joint: state.kind.is_joint().then_some((Series::default(), revision)),
            supersedes: named(&state.supersedes)?,
            supplements: named(&state.supplements)?,
        };
        Ok(Self(drawn(head, &state.content, exercise)?))
    }

    /// The words of a statement: a reason, a reservation, what is contested.
    pub fn words(own: &str, words: &[TextIn]) -> Result<Self, DocumentError> {
        let head = DocumentHead {
            kind: WORDS.to_owned(),
            sides: vec![own.to_owned()],
            languages: languages(words),
            ..DocumentHead::default()
        };
        let content = Content { texts: words.to_vec(), ..Content::default() };
        Ok(Self(drawn(head, &content, false)?))
    }

    /// SHA-256 over the opening with a seed of zeros: what an officer is shown and what he gives out are the same.
    pub fn seen(&self) -> Result<(Hash, u64), DocumentError> {
        let opening = self.0.opening().map_err(unfit)?;
        Ok((sha256(&[&opening]), opening.len() as u64))
    }

    pub fn document(&self) -> &Document {
        &self.0
    }

    /// Lets it pass, with a seed of its own so that nobody can guess words from the digest, and in its series.
    pub fn pass(self, desk: &Desk, series: Option<Series>) -> Result<Released, DocumentError> {
        let mut document = self.0;
        desk.chance.fill(&mut document.seed);
        document.head.joint = document.head.joint.zip(series).map(|((_, revision), series)| (series, revision));
        let opening = document.opening().map_err(unfit)?;
        // What others will read is read here first.
        Document::from_opening(&opening, "document").map_err(unfit)?;
        let digest = document.digest().map_err(unfit)?;
        Ok(Released { document, digest, opening })
    }
}

impl Released {
    /// Its digest.
    pub const fn digest(&self) -> &Hash {
        &self.digest
    }

    /// The document.
    pub const fn document(&self) -> &Document {
        &self.document
    }

    /// How many bytes it has.
    pub(super) fn size(&self) -> usize {
        self.opening.len()
    }

    /// Keeps its words, so that they can travel.
    pub(super) fn keep(&self, tx: &Transaction<'_>) -> Result<(), Failure> {
        tx.keep_opening(&self.digest, &self.opening)
    }
}

fn unfit(fault: journal::Fault) -> DocumentError {
    DocumentError::Act(ActError::Bad(format!("{}: this is too long or has no fit form ({fault})", fault.place)))
}

fn languages(texts: &[TextIn]) -> Vec<String> {
    let mut languages: Vec<String> = texts.iter().map(|text| text.language.clone()).collect();
    languages.sort();
    languages.dedup();
    languages
}

fn drawn(head: DocumentHead, content: &Content, exercise: bool) -> Result<Document, DocumentError> {
    let mut texts: Vec<(String, Text)> = content
        .texts
        .iter()
        .map(|text| (text.language.clone(), Text { title: text.title.clone(), paragraphs: text.paragraphs() }))
        .collect();
    texts.sort_by(|one, other| one.0.cmp(&other.0));
    let attachments = content.attachments.iter().map(|file| {
        let sha256 = hash_of(&file.sha256)
            .ok_or_else(|| ActError::Bad(format!("{}: its SHA-256 has no form of one", file.name)))?;
        let (name, media_type) = (file.name.clone(), file.media_type.clone());
        Ok(Attachment { name, media_type, size: file.size, sha256 })
    });
    let attachments = attachments.collect::<Result<_, ActError>>()?;
    let signers = content.signers.iter().map(|signer| NamedSigner {
        side: signer.side.to_string(),
        name: signer.name.clone(),
        office: signer.office.clone(),
    });
    let data = data(content, exercise);
    let data = item_of(&data, 0).map_err(|fault| ActError::Bad(fault.to_string()))?;
    Ok(Document { seed: [0; 16], head, texts, data, attachments, signers: signers.collect() })
}

/// The fields that go along: where, when, names with values, and whether it is an exercise.
fn data(content: &Content, exercise: bool) -> Value {
    let mut data = Map::new();
    if let Some(place) = &content.place {
        data.insert("place".to_owned(), json!(place));
    }
    if let Some(on) = content.held_on {
        data.insert("held-on".to_owned(), json!(on));
    }
    if !content.facts.is_empty() {
        let facts = content.facts.iter().map(|line| json!({ "name": line.name, "value": line.value }));
        data.insert("facts".to_owned(), facts.collect());
    }
    if exercise {
        data.insert("exercise".to_owned(), json!(true));
    }
    if data.is_empty() { Value::Null } else { Value::Object(data) }
}

/// The content of a document that came, as a record writes it: languages and titles, and what its lists need.
pub(super) fn content_of(document: &Document) -> Content {
    let texts = document.texts.iter().map(|(language, text)| TextIn {
        language: language.clone(),
        title: text.title.clone(),
        text: String::new(),
    });
    Content { texts: texts.collect(), ..Content::default() }
}

/// The texts of words, as a record writes them.
pub(super) fn texts_of(document: &Document) -> Vec<TextIn> {
    let text = |(language, text): &(String, Text)| TextIn {
        language: language.clone(),
        title: text.title.clone(),
        text: text.paragraphs.join("\n\n"),
    };
    document.texts.iter().map(text).collect()
}

/// The kind of a document that a person can have drafted; none for words and for what a later version may know.
pub(super) fn kind_of(document: &Document) -> Option<DocumentKind> {
    DocumentKind::from_code(&document.head.kind)
}
