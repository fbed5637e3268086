//! What this post had said and forgotten is told to its records again, from its own log and from the words that the other
//! post gave back; and what it signed that stands in no log is taken back from them.

use domain::contact::document::{
    Content, Document as DocumentNoun, DocumentCommand, DocumentKind, DocumentState, Line, SignerNamed, TextIn,
};
use domain::organisation::counterpart::CounterpartState;
use domain::{Attached, Noun, SideId};
use journal::{Document, Hash, PostName, Said, hex};
use serde_json::Value;
use store::{Awaited, Failure, Filter, Row, Scope, Transaction, View};

use super::gate::{kind_of, texts_of};
use super::release::state_of;
use super::round::drafted;
use super::tell::{Place, Untold, named, relation, utterance};
use crate::Desk;
use crate::courier::Full;

/// How many drafts are looked at for the one from which a document was made.
const DRAFTS: u32 = 500;

type Told = Result<(), Untold>;

impl Desk {
    /// Tells the record of an own statement that came back.
    pub(crate) fn regain(&self, tx: &Transaction<'_>, peer: &PostName, full: &Full) -> Result<Told, Failure> {
        let view = tx.view();
        let record = view.record_of_document(&full.digest)?;
        let row = record.map(|record| view.record(&record)).transpose()?.flatten();
        let gives = matches!(full.statement.said, Said::Draft { .. } | Said::Propose { .. } | Said::Issue { .. });
        let Some(row) = row else {
            return if gives { self.given_again(tx, peer, full, None) } else { Ok(Err(Untold::Waits(Awaited::Offer))) };
        };
        let state = state_of(&row)?;
        let is_out = state.document.as_deref() == Some(hex(&full.digest).as_str());
        if !is_out {
            return match &full.statement.said {
                // A draft that the record knows.
                Said::Draft { .. } => Ok(Ok(())),
                Said::Propose { .. } => self.given_again(tx, peer, full, Some((row, state))),
                _ => Ok(Err(Untold::Waits(Awaited::Offer))),
            };
        }
        let Some(statement) = utterance(&view, full, None)? else { return Ok(Ok(())) };
        let told = self.as_post(tx, Place::Known(Box::new(row)), &DocumentCommand::RegainWord { statement })?;
        Ok(told.map_err(Untold::Void))
    }

    /// An own document or draft comes back: to the draft from which it was made, or as a record of its own.
    fn given_again(
        &self,
        tx: &Transaction<'_>,
        peer: &PostName,
        full: &Full,
        known: Option<(Row, DocumentState)>,
    ) -> Result<Told, Failure> {
        let view = tx.view();
        let void = |reason: &str| Ok(Err(Untold::Void(reason.to_owned())));
        let (Some(statement), Some(kind)) = (utterance(&view, full, None)?, kind_of(&full.document)) else {
            return void("statement-document");
        };
        let data = journal::value_of(full.document.data.clone()).unwrap_or_default();
        let exercise = data.get("exercise").and_then(Value::as_bool).unwrap_or_default();
        let fits = |state: &CounterpartState| state.own.as_str() == full.officer.unit;
        let Some((counterpart, unit)) = relation(&view, &peer.side, kind, exercise, fits)? else {
            return Ok(Err(Untold::Waits(Awaited::Relation)));
        };
        let head = &full.document.head;
        let named = |digest: Option<Hash>| named(&view, peer, exercise, digest);
        let (answers, parents) = match &full.statement.said {
            Said::Issue { answers, .. } => (named(*answers)?, Vec::new()),
            Said::Draft { parents, .. } => (None, parents.iter().map(|one| hex(one)).collect()),
            _ => (None, Vec::new()),
        };
        let content = content_again(&full.document);
        let before = match known {
            Some(known) => Some(known),
            None => drafted(&view, peer, &full.document)?,
        };
        let before = before.filter(|(row, state)| row.exercise == exercise && state.is_draft());
        let before = match before {
            Some(before) => Some(before),
            None => draft_with(&view, kind, &counterpart.0.to_string(), &content, exercise)?,
        };
        let (record, place) = match before {
            Some((row, _)) => (row.id.clone(), Place::Known(Box::new(row))),
            None => {
                let record = self.fresh_id();
                (record.to_string(), Place::New { record, unit, exercise })
            }
        };
        let command = DocumentCommand::Regain {
            kind,
            counterpart,
            content,
            document: hex(&full.digest),
            series: head.joint.map(|(series, _)| hex(&series)),
            revision: head.joint.map(|(_, revision)| revision),
            post: peer.to_string(),
            answers,
            supersedes: named(head.supersedes)?,
            supplements: named(head.supplements)?,
            parents,
            statement,
        };
        let told = self.as_post(tx, place, &command)?;
        if told.is_ok() {
            tx.keep_document_record(&full.digest, &record)?;
        }
        Ok(told.map_err(Untold::Void))
    }

    /// Takes back from the record of a document what was signed here and stands in the log no more.
    pub(crate) fn unsay_of(&self, tx: &Transaction<'_>, digest: &Hash, origin: &str, from: u64) -> Result<(), Failure> {
        let Some(record) = tx.view().record_of_document(digest)? else { return Ok(()) };
        let Some(row) = tx.view().record(&record)? else { return Ok(()) };
        let command = DocumentCommand::Unsay { origin: origin.to_owned(), from };
        // It may have been taken back with another statement of the same document.
        self.as_post(tx, Place::Known(Box::new(row)), &command).map(drop)
    }
}

/// An own draft that says just this and was not given out, as far as is known here.
fn draft_with(
    view: &View<'_>,
    kind: DocumentKind,
    counterpart: &str,
    content: &Content,
    exercise: bool,
) -> Result<Option<(Row, DocumentState)>, Failure> {
    let filter = Filter {
        nouns: vec![DocumentNoun::NAME.to_owned()],
        status: Some("draft".to_owned()),
        counterpart: Some(counterpart.to_owned()),
        exercise: Some(exercise),
        ..Filter::default()
    };
    for row in view.list(&Scope::whole(), &filter, DRAFTS, 0)? {
        let state = state_of(&row)?;
        if state.kind == kind && state.is_draft() && state.is_own() && state.content == *content {
            return Ok(Some((row, state)));
        }
    }
    Ok(None)
}

/// The content from which a document of the own side was made.
fn content_again(document: &Document) -> Content {
    let data = journal::value_of(document.data.clone()).unwrap_or_default();
    let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let lines = data.get("facts").and_then(Value::as_array).cloned().unwrap_or_default();
    let signer = |signer: &journal::Signer| {
        let side = SideId::parse(&signer.side).ok()?;
        Some(SignerNamed { side, name: signer.name.clone(), office: signer.office.clone() })
    };
    let texts: Vec<TextIn> = texts_of(document);
    Content {
        place: data.get("place").and_then(Value::as_str).map(str::to_owned),
        held_on: data.get("held-on").and_then(Value::as_str).and_then(|day| day.parse().ok()),
        texts,
        facts: lines.iter().map(|line| Line { name: text(line, "name"), value: text(line, "value") }).collect(),
        signers: document.signers.iter().filter_map(signer).collect(),
        attachments: document
            .attachments
            .iter()
            .map(|file| Attached {
                name: file.name.clone(),
                media_type: file.media_type.clone(),
                size: file.size,
                sha256: hex(&file.sha256),
            })
            .collect(),
    }
}
