//! What a post that was put back from an old copy learns again: its neighbour gives back what it had said, and the record
//! has it as before. Nobody decides anything here: it was said.

use super::round::Round;
use super::rules::other_side;
use super::{
    Decided, DocumentCommand, DocumentFact, DocumentRefusal, DocumentState, SaidKind, Utterance, answered, begins,
    is_draft_at, is_new, is_word_of,
};
use crate::{Decision, Setting};

/// An own document or draft comes back: a new record of it, or the draft here that it was made from.
pub(super) fn regain(draft: Option<&DocumentState>, setting: &Setting<'_>, command: DocumentCommand) -> Decided {
    let DocumentCommand::Regain {
        kind,
        counterpart,
        content,
        document,
        series,
        revision,
        post,
        answers,
        supersedes,
        supplements,
        parents,
        statement,
    } = command
    else {
        return Err(DocumentRefusal::NotNow { status: "none".into() });
    };
    is_word_of(&setting.own, &statement)?;
    let mut facts = Vec::new();
    let consequence = answered(setting, answers.as_ref());
    match draft {
        Some(draft) => {
            let is_open = draft.document.is_none() && draft.round(&document).is_none();
            if draft.kind != kind || !is_open {
                return Err(draft.not_now());
            }
            is_new(draft, &statement)?;
            // What was written here last may be older than what left.
            if draft.content != content {
                facts.push(DocumentFact::Amended { content, matters: None });
            }
        }
        None => facts.push(DocumentFact::Drafted {
            kind,
            other_side: other_side(setting, &counterpart)?,
            counterpart,
            content,
            matters: Vec::new(),
            about: None,
            answers,
            supersedes,
            supplements,
            remark: None,
        }),
    }
    if statement.kind == SaidKind::Draft {
        let (Some(series), Some(revision)) = (series, revision) else { return Err(DocumentRefusal::NoPlaceInSeries) };
        is_draft_at(kind, &statement, &document, (&series, revision))?;
        let round = Round::of(&statement, document, parents, true);
        facts.push(DocumentFact::Shared { series, revision, post, round, statement });
        return Ok(Decision { facts, consequences: Vec::new() });
    }
    let until = statement.until;
    begins(kind, &statement, until, series.as_deref(), revision, &document)?;
    facts.push(DocumentFact::Released { document, series, revision, post, until, statement });
    Ok(Decision { facts, consequences: Vec::new() }.and_all(consequence))
}

/// Something that the own side had said of a document comes back.
pub(super) fn regain_word(document: &DocumentState, setting: &Setting<'_>, statement: Utterance) -> Decided {
    is_word_of(&setting.own, &statement)?;
    if document.document.is_none() {
        return Err(document.not_now());
    }
    is_new(document, &statement)?;
    Ok(Decision::fact(DocumentFact::Said { statement }))
}

/// What was signed here stands in no log: it is as if it had not been said.
pub(super) fn unsay(document: &DocumentState, origin: String, from: u64) -> Decided {
    if document.own_words().any(|one| one.stands_from(&origin, from)) {
        Ok(Decision::fact(DocumentFact::Unsaid { origin, from }))
    } else {
        Err(DocumentRefusal::NothingNew)
    }
}

impl DocumentState {
    /// Takes back what the own side said in a log from a place on; what it had given out there is a draft again.
    pub(super) fn take_unsaid(&mut self, origin: &str, from: u64) {
        let own = self.own_side.clone();
        let is_unsaid = |one: &Utterance| one.side == own && one.stands_from(origin, from);
        let gives_out = |one: &Utterance| matches!(one.kind, SaidKind::Propose | SaidKind::Issue);
        if self.said.iter().any(|one| is_unsaid(one) && gives_out(one)) {
            (self.document, self.standing, self.until) = (None, None, None);
        }
        let drafts = self.said.iter().filter(|one| is_unsaid(one) && one.kind == SaidKind::Draft).count();
        // The own drafts stand in the order in which they were said.
        for _ in 0..drafts {
            if let Some(last) = self.rounds.iter().rposition(|round| round.side == own) {
                self.rounds.remove(last);
            }
        }
        self.said.retain(|one| !is_unsaid(one));
        if self.document.is_none() && self.rounds.is_empty() {
            (self.series, self.revision, self.post) = (None, None, None);
        }
    }
}
