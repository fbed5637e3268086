//! Drafts that go to and fro: each names those from which it was made, so that both sides know what a change is
//! measured against. A draft binds nobody.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rules::fits;
use super::{
    Content, Decided, DocumentCommand, DocumentFact, DocumentKind, DocumentRefusal, DocumentStage, DocumentState,
    SaidKind, Utterance, begins, is_hexadecimal, is_new, is_word_of,
};
use crate::organisation::counterpart::Counterpart;
use crate::{Decision, Setting, SideId};

/// How many earlier drafts a draft names at most (`docs/formats/evidence.md`, section 3).
pub const PARENTS_MOST: usize = 8;
/// How many drafts of one document each side can give.
const ROUNDS_MOST: u32 = 64;

/// A draft as it left or came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// Which side wrote it.
    pub side: SideId,
    /// Its digest, in 64 hexadecimal digits; the post keeps the words.
    pub document: String,
    /// The digests of the drafts from which it was made.
    pub parents: Vec<String>,
    /// True when the own draft was made from it: an own one, or one that was taken over.
    #[serde(default)]
    pub taken: bool,
}

impl Round {
    pub(super) fn of(statement: &Utterance, document: String, parents: Vec<String>, taken: bool) -> Self {
        Self { side: statement.side.clone(), document, parents, taken }
    }
}

impl DocumentState {
    /// The draft that went or came with this digest.
    pub fn round(&self, document: &str) -> Option<&Round> {
        self.rounds.iter().find(|round| round.document == document)
    }

    /// The latest draft of the other side.
    pub fn latest_of_other(&self) -> Option<&Round> {
        self.rounds.iter().rfind(|round| round.side == self.other_side)
    }

    /// The digest of the other side's offer, where there is an own text that it can be laid beside.
    pub fn offer_of_other(&self) -> Option<&str> {
        self.own_text.as_ref().and(self.document.as_deref())
    }

    /// Whether a draft of the other side can be laid beside the own text now: any that came while it is drafted; once it
    /// is offered, one that came after the offer, or the other side's offer itself, as long as nothing is agreed.
    pub fn may_compare(&self) -> Result<(), DocumentRefusal> {
        use DocumentStage as S;
        let drafted = self.said.iter().rposition(|one| one.kind == SaidKind::Draft && one.side == self.other_side);
        let offered = self.said.iter().rposition(|one| one.kind == SaidKind::Propose);
        let is_undecided = matches!(self.stage, S::Proposed | S::Lapsed | S::Refused | S::Withdrawn);
        let is_new = drafted > offered || self.offer_of_other().is_some();
        if self.is_draft() || (is_undecided && is_new) { Ok(()) } else { Err(self.not_now()) }
    }

    /// Whether a side can give one more draft: the drafts of one side leave room for those of the other.
    pub(super) fn has_room_for_draft(&self, side: &SideId) -> Result<(), DocumentRefusal> {
        let given = self.rounds.iter().filter(|round| round.side == *side).count();
        let is_full = u32::try_from(given).is_ok_and(|given| given >= ROUNDS_MOST);
        let refusal = || DocumentRefusal::TooManyDrafts { side: side.clone(), most: ROUNDS_MOST };
        if is_full { Err(refusal()) } else { Ok(()) }
    }

    /// The drafts from which the own one was made and that stand behind no later one of them: the newest, at most eight.
    pub fn parents(&self) -> Vec<String> {
        let taken: Vec<&Round> = self.rounds.iter().filter(|round| round.taken).collect();
        let behind: BTreeSet<&str> = taken.iter().flat_map(|round| round.parents.iter().map(String::as_str)).collect();
        let open = taken.iter().filter(|round| !behind.contains(round.document.as_str()));
        let open: Vec<String> = open.map(|round| round.document.clone()).collect();
        let surplus = open.len().saturating_sub(PARENTS_MOST);
        open.into_iter().skip(surplus).collect()
    }

    /// The latest draft from which both the own text and a draft of the other side were made; none where they began
    /// apart.
    pub fn common_before(&self, document: &str) -> Option<&Round> {
        let taken = self.rounds.iter().filter(|round| round.taken).map(|round| round.document.as_str());
        let own = self.with_all_before(taken);
        let other = self.with_all_before(std::iter::once(document));
        self.rounds.iter().rfind(|round| {
            let digest = round.document.as_str();
            own.contains(digest) && other.contains(digest)
        })
    }

    /// Drafts with all that stand behind them.
    fn with_all_before<'s>(&'s self, documents: impl Iterator<Item = &'s str>) -> BTreeSet<&'s str> {
        let mut open: Vec<&str> = documents.collect();
        let mut found = BTreeSet::new();
        while let Some(document) = open.pop() {
            if found.insert(document) {
                open.extend(
                    self.round(document).into_iter().flat_map(|round| round.parents.iter().map(String::as_str)),
                );
            }
        }
        found
    }
}

pub(super) fn take_over(document: &DocumentState, setting: &Setting<'_>, draft: String, content: Content) -> Decided {
    if !document.is_draft() {
        return Err(document.not_now());
    }
    let round = document.round(&draft).filter(|round| round.side == document.other_side);
    let round = round.ok_or_else(|| DocumentRefusal::NoSuchDraft { draft: draft.clone() })?;
    if round.taken && content == document.content {
        return Err(DocumentRefusal::NothingNew);
    }
    fits(&content, document.kind, [&setting.own, &document.other_side])?;
    Ok(Decision::fact(DocumentFact::TakenOver { document: draft, content }))
}

pub(super) fn share(draft: &DocumentState, setting: &Setting<'_>, command: DocumentCommand) -> Decided {
    let DocumentCommand::Share { document, series, revision, post, parents, statement } = command else {
        return Err(draft.not_now());
    };
    draft.may_share(setting)?;
    is_word_of(&setting.own, &statement)?;
    is_draft_at(draft.kind, &statement, &document, (&series, revision))?;
    has_place(draft, &series, revision)?;
    is_new(draft, &statement)?;
    let round = Round::of(&statement, document, parents, true);
    Ok(Decision::fact(DocumentFact::Shared { series, revision, post, round, statement }))
}

/// A draft stands in a series like what both sign, and is said to be one.
pub(super) fn is_draft_at(
    kind: DocumentKind,
    statement: &Utterance,
    document: &str,
    (series, revision): (&str, u64),
) -> Result<(), DocumentRefusal> {
    if statement.kind != SaidKind::Draft {
        return Err(DocumentRefusal::NotThisStatement);
    }
    if !is_hexadecimal(document, 64) {
        return Err(DocumentRefusal::NoDigest { name: document.to_owned() });
    }
    let fits = kind.is_joint() && is_hexadecimal(series, 32) && revision >= 1;
    if fits { Ok(()) } else { Err(DocumentRefusal::NoPlaceInSeries) }
}

/// What went to and fro before stands in one place of one series.
pub(super) fn has_place(draft: &DocumentState, series: &str, revision: u64) -> Result<(), DocumentRefusal> {
    let is_there = draft.series.as_deref().is_none_or(|before| before == series)
        && draft.revision.is_none_or(|before| before == revision);
    if is_there { Ok(()) } else { Err(DocumentRefusal::NoPlaceInSeries) }
}

pub(super) fn take_in_draft(draft: Option<&DocumentState>, setting: &Setting<'_>, command: DocumentCommand) -> Decided {
    let DocumentCommand::TakeInDraft {
        kind,
        counterpart,
        content,
        document,
        series,
        revision,
        post,
        supersedes,
        supplements,
        parents,
        statement,
    } = command
    else {
        return Err(DocumentRefusal::NotNow { status: "none".into() });
    };
    is_draft_at(kind, &statement, &document, (&series, revision))?;
    let round = Round::of(&statement, document, parents, false);
    if let Some(draft) = draft {
        is_word_of(&draft.other_side, &statement)?;
        is_new(draft, &statement)?;
        let is_place = draft.kind == kind && (&draft.series, draft.revision) == (&Some(series), Some(revision));
        if !is_place || draft.round(&round.document).is_some() {
            return Err(DocumentRefusal::NoPlaceInSeries);
        }
        draft.has_room_for_draft(&draft.other_side)?;
        // Until words of the own side stand here, lists show the latest titles of the other.
        let is_bare = draft.is_draft() && draft.content.has_no_words();
        let content = is_bare.then(|| content.titles_only());
        return Ok(Decision::fact(DocumentFact::DraftHeard { content, round, statement }));
    }
    let relation = setting.load::<Counterpart>(&counterpart.0).ok_or(DocumentRefusal::NoCounterpart)?;
    let other_side = relation.other_side;
    is_word_of(&other_side, &statement)?;
    let content = content.titles_only();
    Ok(Decision::fact(DocumentFact::DraftArrived {
        kind,
        counterpart,
        other_side,
        content,
        series,
        revision,
        post,
        supersedes,
        supplements,
        round,
        statement,
    }))
}

/// An offer of the other side, of what was drafted before. What it stands in place of or adds to, it says itself.
pub(super) fn offered(draft: &DocumentState, offer: DocumentCommand) -> Decided {
    let DocumentCommand::Arrive {
        kind,
        content,
        document: digest,
        series,
        revision,
        supersedes,
        supplements,
        statement,
        ..
    } = offer
    else {
        return Err(draft.not_now());
    };
    is_word_of(&draft.other_side, &statement)?;
    if !draft.is_draft() {
        return Err(draft.not_now());
    }
    begins(kind, &statement, statement.until, series.as_deref(), revision, &digest)?;
    if kind != draft.kind || series != draft.series || revision != draft.revision || series.is_none() {
        return Err(DocumentRefusal::NoPlaceInSeries);
    }
    is_new(draft, &statement)?;
    let content = content.titles_only();
    Ok(Decision::fact(DocumentFact::Offered { content, document: digest, supersedes, supplements, statement }))
}
