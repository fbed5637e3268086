//! A document as an officer reads it: exactly the words that both sides have, and what he may do with it now.

use domain::contact::document::{DocumentState, SaidKind};
use domain::{OfficerId, RecordId, Right};
use serde::Serialize;

use super::gate::Drawn;
use super::release::Found;
use super::round::comparable;
use super::shown::Shown;
use super::{DocumentError, hash_of};
use crate::Desk;
use crate::courier::{Opened, cover_of, opened};

/// What can be said of a document that is out, in the order in which it is offered.
const SAYINGS: [SaidKind; 7] = [
    SaidKind::Sign,
    SaidKind::Refuse,
    SaidKind::LetGo,
    SaidKind::Withdraw,
    SaidKind::Acknowledge,
    SaidKind::Contest,
    SaidKind::Terminate,
];

/// A document as an officer reads it.
#[derive(Clone, Debug, Serialize)]
pub struct PaperView {
    /// The record's version.
    pub version: u64,
    /// True for data of an exercise.
    pub exercise: bool,
    /// The record as it stands.
    pub state: DocumentState,
    /// What the other side sees of it; empty where the words were erased or have not come.
    #[serde(flatten)]
    pub shown: Shown,
    /// True where the words are here.
    pub is_here: bool,
    /// True where this officer may look at what would leave and give it out.
    pub may_release: bool,
    /// True where a draft of the other side has come that can be laid beside the own text now.
    pub may_compare: bool,
    /// What this officer may say of it now.
    pub may_say: Vec<SaidKind>,
    /// True where there is something to be proven to others.
    pub has_proof: bool,
    /// What was signed together with other documents: with how many, for each statement by its log and place.
    pub together: Vec<Together>,
}

/// A statement that was signed together with others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Together {
    /// The log.
    pub origin: String,
    /// Its place there.
    pub place: u64,
    /// How many others the signature covers.
    pub others: u64,
}

impl Desk {
    /// The document of a record, as far as this officer may read it.
    pub fn paper(&self, officer: &OfficerId, record: &RecordId) -> Result<PaperView, DocumentError> {
        self.store.read(|view| {
            let found = self.found_document(view, officer, record, Right::Read)?;
            let Found { who, row, state, .. } = &found;
            let document = match state.document.as_deref().and_then(hash_of) {
                Some(digest) => here(view, &digest)?,
                None if state.content.has_no_words() => {
                    match state.latest_of_other().and_then(|one| hash_of(&one.document)) {
                        Some(digest) => here(view, &digest)?,
                        None => None,
                    }
                }
                None => {
                    let drawn = Drawn::of(view, self.own().as_str(), state, row.exercise, 1);
                    drawn.ok().map(|drawn| drawn.document().clone())
                }
            };
            let own = self.own().as_str();
            let decides = who.may(Right::Decide, &row.unit, row.grade);
            let now = self.now();
            let may_say = SAYINGS.into_iter().filter(|kind| decides && state.may_say(*kind, now).is_ok());
            let shown = document.as_ref().map(|document| Shown::of(document, own)).unwrap_or_default();
            Ok(PaperView {
                version: row.version,
                exercise: row.exercise,
                shown: shown.completed(view, &found, &self.store.files())?,
                is_here: document.is_some(),
                may_release: decides && state.is_draft(),
                may_compare: comparable(state, None).is_ok(),
                may_say: may_say.collect(),
                has_proof: state.document.is_some(),
                together: together(view, state)?,
                state: state.clone(),
            })
        })
    }
}

fn together(view: &store::View<'_>, state: &DocumentState) -> Result<Vec<Together>, store::Failure> {
    let mut together = Vec::new();
    for one in &state.said {
        let entry = view.log_entries(&one.origin, one.place, 1, usize::MAX)?.into_iter().next();
        let cover = entry.map(|entry| cover_of(view, &one.origin, one.place, &entry)).transpose()?.flatten();
        if let Some((_, _, cover)) = cover {
            together.push(Together { origin: one.origin.clone(), place: one.place, others: cover.count - 1 });
        }
    }
    Ok(together)
}

/// The document of a digest, where its words are here.
fn here(view: &store::View<'_>, digest: &journal::Hash) -> Result<Option<journal::Document>, store::Failure> {
    Ok(match opened(view, digest)? {
        Opened::Here(document) => Some(*document),
        Opened::Erased | Opened::Missing => None,
    })
}
