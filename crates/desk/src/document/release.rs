//! Giving a document out: an officer looks at exactly what would leave, and signs that and nothing else.

use domain::contact::document::{
    Document as DocumentNoun, DocumentCommand, DocumentRefusal, DocumentState, SaidKind, Utterance,
};
use domain::{Noun, OfficerId, RecordId, Right, Setting};
use jiff::Timestamp;
use journal::{Hash, PostName, Said, Series, Slot, hex, revisions};
use store::{Failure, Row, Transaction, View};

use super::gate::{Drawn, Preview};
use super::shown::Shown;
use super::{DocumentError, series_of};
use crate::Desk;
use crate::act::{Act, ActError, Receipt};
use crate::authority::{Grant, Who};
use crate::courier::{Logbook, StoredHeads, heard_of_series, known, may_say};
use crate::fold::declared;
use crate::keys::{Passphrase, PostSealer, Signer};

/// What an officer orders when he gives a document out.
#[derive(Clone, Debug)]
pub struct ReleaseOrder {
    /// The key of the request: the same key again gives the first answer again.
    pub act: journal::Id,
    /// The record.
    pub record: RecordId,
    /// The version that the officer looked at.
    pub version: u64,
    /// What the officer was shown ([`Preview::seen`]).
    pub seen: Hash,
    /// The post of the other side.
    pub post: PostName,
    /// Until when the offer is open or an answer asked for.
    pub until: Option<Timestamp>,
}

/// A document that was found, with leave to do something with it.
pub(super) struct Found {
    pub who: Who,
    pub row: Row,
    pub grant: Grant,
    pub state: DocumentState,
}

/// With what an officer signs: both keys open, inside the transaction that writes.
pub(super) struct Signing<'a> {
    pub tx: &'a Transaction<'a>,
    pub act: &'a Act,
    pub signer: &'a Signer,
    pub sealer: &'a PostSealer,
    pub now_ms: i64,
}

/// What leaves, and its place in a series.
pub(super) struct Leaving {
    pub drawn: Drawn,
    pub revision: u64,
    pub series: Option<Series>,
}

impl Desk {
    /// What exactly would leave if the document were given out now, and what stands against it.
    pub fn preview_release(&self, officer: &OfficerId, record: &RecordId) -> Result<Preview, DocumentError> {
        self.store.read(|view| Ok(self.previewed(view, officer, record)?.1))
    }

    /// The document that was found, and what exactly would leave.
    pub(super) fn previewed(
        &self,
        view: &View<'_>,
        officer: &OfficerId,
        record: &RecordId,
    ) -> Result<(Found, Preview), DocumentError> {
        let found = self.found_document(view, officer, record, Right::Read)?;
        let (revision, _) = revision_of(view, &found.state)?;
        let drawn = Drawn::of(view, self.own().as_str(), &found.state, found.row.exercise, revision)?;
        let (seen, bytes) = drawn.seen()?;
        let head = &drawn.document().head;
        let against = self.against(*view, &found, DocumentState::may_release)?;
        let against = against.or(self.unsettled(view, &found.state)?);
        let against_sharing = self.against(*view, &found, DocumentState::may_share)?;
        let posts = view.peers()?.into_iter().filter(|row| row.frozen.is_none()).map(|row| row.name);
        let side = format!("{}.", found.state.other_side);
        let shown = Shown::of(drawn.document(), self.own().as_str());
        let preview = Preview {
            record: record.to_string(),
            version: found.row.version,
            exercise: found.row.exercise,
            kind: found.state.kind.code(),
            sides: head.sides.clone(),
            languages: head.languages.clone(),
            shown: shown.completed(view, &found, &self.store.files())?,
            seen: hex(&seen),
            bytes,
            posts: posts.filter(|post| post.starts_with(&side)).collect(),
            against,
            against_sharing,
        };
        Ok((found, preview))
    }

    /// Gives the document out: signs it with the officer's key, stores it in the log for the other post, and records it.
    /// The next pouch carries it.
    pub fn release(
        &self,
        officer: &OfficerId,
        pin: &Passphrase,
        order: &ReleaseOrder,
    ) -> Result<Receipt, DocumentError> {
        let act = self.act_on(order.act, &order.record, Some(order.version), "release");
        self.signed(officer, pin, act, &order.record, |signing, found| self.released(signing, found, order))
    }

    fn released(&self, signing: &Signing<'_>, found: Found, order: &ReleaseOrder) -> Result<Receipt, DocumentError> {
        let Signing { tx, act, signer, sealer, now_ms } = *signing;
        let (state, view) = (&found.state, tx.view());
        if let Some(refused) = self.unsettled(&view, state)? {
            return Err(ActError::Refused(refused).into());
        }
        let leaving = self.leaving(signing, &found, (&order.post, &order.seen), DocumentState::may_release)?;
        let Leaving { drawn, revision, series } = leaving;
        let series = state.kind.is_joint().then(|| series.unwrap_or_else(|| self.fresh_act()));
        let released = drawn.pass(self, series)?;
        released.keep(tx)?;
        let digest = *released.digest();
        let until_ms = order.until.map(|until| until.as_millisecond().unsigned_abs());
        let said = match series {
            Some(series) => {
                let slot = Slot { series, revision, document: digest };
                Said::Propose { slot, until_ms: until_ms.unwrap_or_default(), words: None }
            }
            None => Said::Issue { document: digest, answers: self.answers(&view, state)?, until_ms },
        };
        let kind = if series.is_some() { SaidKind::Propose } else { SaidKind::Issue };
        let mut log = Logbook::open(tx, sealer, &order.post, now_ms)?;
        let place = log.say(signer, said)?;
        let statement =
            Utterance { until: order.until, ..self.utterance(signer, kind, log.origin().to_string(), place, now_ms) };
        log.close()?;
        tx.keep_document_record(&digest, order.record.as_str())?;
        let command = DocumentCommand::Release {
            document: hex(&digest),
            series: series.as_ref().map(|series| hex(series)),
            revision: series.map(|_| revision),
            post: order.post.to_string(),
            until: order.until,
            statement,
        };
        self.record_document(tx, found, act, &command)
    }

    /// Does what an officer signs for, once: with his key and those of the post open, on the version that he looked at.
    pub(super) fn signed(
        &self,
        officer: &OfficerId,
        pin: &Passphrase,
        act: Act,
        record: &RecordId,
        work: impl FnOnce(&Signing<'_>, Found) -> Result<Receipt, DocumentError>,
    ) -> Result<Receipt, DocumentError> {
        let sealer = self.sealer().ok_or(DocumentError::PostLocked)?;
        if let Some(answer) = self.answered_before(officer, &act)? {
            return Ok(answer);
        }
        let signer = self.unlock(officer, pin)?;
        let done = self.store.write(|tx| {
            let found = self.found_document(&tx.view(), officer, record, Right::Decide)?;
            in_version(act.version.unwrap_or_default(), &found.row)?;
            let now_ms = self.now_ms();
            work(&Signing { tx, act: &act, signer: &signer, sealer: &sealer, now_ms }, found)
        });
        self.traced(officer, &act, done)
    }

    /// What leaves, if no rule stands against it, the key may sign it, it goes to a post with which it is exchanged, and
    /// it is what the officer was shown.
    pub(super) fn leaving(
        &self,
        signing: &Signing<'_>,
        found: &Found,
        (post, seen): (&PostName, &Hash),
        rule: fn(&DocumentState, &Setting<'_>) -> Result<(), DocumentRefusal>,
    ) -> Result<Leaving, DocumentError> {
        let Found { state, row, .. } = found;
        let view = signing.tx.view();
        if let Some(refused) = self.against(view, found, rule)? {
            return Err(ActError::Refused(refused).into());
        }
        self.fits_key(signing.signer, state, signing.now_ms)?;
        known(&view, post)?;
        may_say(&view, post)?;
        let is_same_post = state.post.as_deref().is_none_or(|kept| kept == post.to_string());
        // What stands in the place of a paper goes to the post that has the paper.
        let before = state.supersedes.as_ref().map(|before| view.record(before.0.as_str())).transpose()?.flatten();
        let before = before.map(|row| state_of(&row)).transpose()?.and_then(|before| before.post);
        let is_same_post = is_same_post && before.is_none_or(|kept| kept == post.to_string());
        if post.side != state.other_side.as_str() || !is_same_post {
            return Err(DocumentError::NoPost(state.other_side.to_string()));
        }
        let (revision, series) = revision_of(&view, state)?;
        let drawn = Drawn::of(&view, self.own().as_str(), state, row.exercise, revision)?;
        if drawn.seen()?.0 != *seen {
            return Err(DocumentError::NotAsShown);
        }
        Ok(Leaving { drawn, revision, series })
    }

    /// What stands against another offer in a series: one that may still come to bind. Two would bind in one place.
    fn unsettled(&self, view: &View<'_>, state: &DocumentState) -> Result<Option<domain::Refused>, Failure> {
        let (_, Some(series)) = revision_of(view, state)? else { return Ok(None) };
        let revisions = revisions(&heard_of_series(view, &series)?, &StoredHeads(view));
        let now_ms = self.now().as_millisecond().unsigned_abs();
        let open = revisions.into_iter().find(|(_, revision)| revision.is_open(now_ms));
        Ok(open.map(|(revision, _)| domain::refused::<DocumentNoun>(&DocumentRefusal::OfferOpen { revision })))
    }

    /// The digest of the document that it answers.
    pub(super) fn answers(&self, view: &View<'_>, state: &DocumentState) -> Result<Option<Hash>, Failure> {
        let Some(answers) = &state.answers else { return Ok(None) };
        let row = view.record(answers.0.as_str())?;
        Ok(row.and_then(|row| super::hash_of(row.state.get("document")?.as_str()?)))
    }

    /// What stands against giving the draft out, by a rule of the noun.
    pub(super) fn against(
        &self,
        view: View<'_>,
        found: &Found,
        rule: impl Fn(&DocumentState, &domain::Setting<'_>) -> Result<(), DocumentRefusal>,
    ) -> Result<Option<domain::Refused>, DocumentError> {
        let around = crate::around::Surroundings::new(self, view, &found.who, found.row.exercise, None);
        let setting = domain::Setting {
            record: found.grant.record.clone(),
            happened: self.now(),
            now: self.now(),
            today: self.today(),
            zone: self.zone().clone(),
            own: self.own().clone(),
            officer: found.who.officer.clone(),
            unit: found.grant.unit.clone(),
            around: &around,
        };
        let refusal = rule(&found.state, &setting).err();
        around.failure()?;
        Ok(refusal.map(|refusal| domain::refused::<DocumentNoun>(&refusal)))
    }

    /// The record with its state, and leave to do something with it.
    pub(super) fn found_document(
        &self,
        view: &View<'_>,
        officer: &OfficerId,
        record: &RecordId,
        right: Right,
    ) -> Result<Found, DocumentError> {
        let who = Who::read(view, officer, self.today())?;
        let row = view.record(record.as_str())?;
        let row = row.filter(|row| row.noun == DocumentNoun::NAME && who.sees(row)).ok_or(ActError::NotFound)?;
        let grant = who.authorize(right, &row).ok_or(ActError::NotAllowed { right })?;
        let state = state_of(&row)?;
        Ok(Found { who, row, grant, state })
    }

    /// Whether the officer's key may sign a document of this kind now.
    pub(super) fn fits_key(&self, signer: &Signer, state: &DocumentState, now_ms: i64) -> Result<(), DocumentError> {
        let may = signer.may_sign(state.kind.code(), now_ms.unsigned_abs());
        may.then_some(()).ok_or(DocumentError::NotThisKind(state.kind))
    }

    /// What an own officer says, as the record writes it.
    pub(super) fn utterance(
        &self,
        signer: &Signer,
        kind: SaidKind,
        origin: String,
        place: u64,
        now_ms: i64,
    ) -> Utterance {
        let certified = signer.certified();
        Utterance {
            side: self.own().clone(),
            kind,
            officer: certified.officer.clone(),
            office: certified.office.clone(),
            unit: certified.unit.clone(),
            at: Timestamp::from_millisecond(now_ms).unwrap_or_default(),
            words: Vec::new(),
            cut: false,
            origin,
            place,
            until: None,
            held: None,
            sent: false,
        }
    }

    /// Records what was said, in the name of the officer who signed.
    pub(super) fn record_document(
        &self,
        tx: &Transaction<'_>,
        found: Found,
        act: &Act,
        command: &DocumentCommand,
    ) -> Result<Receipt, DocumentError> {
        let Found { who, row, grant, .. } = found;
        let command = serde_json::to_value(command).map_err(|fault| Failure::Unfit(fault.to_string()))?;
        let entry = self.blank_entry(&who, act, &grant)?;
        let mut work = crate::act::Work::new(self, tx, &who, entry);
        work.decide(declared(DocumentNoun::NAME)?, &grant, Some(row), command)?;
        work.follow()?;
        Ok(work.receipt(&grant.record)?)
    }

    /// The act as the journal traces it.
    pub(super) fn act_on(&self, id: journal::Id, record: &RecordId, version: Option<u64>, command: &str) -> Act {
        Act {
            id,
            noun: DocumentNoun::NAME.to_owned(),
            record: Some(record.clone()),
            version,
            command: serde_json::json!({ "command": command }),
            unit: None,
            happened: None,
            grade: None,
            exercise: false,
        }
    }

    /// The first answer, where the request had been answered before.
    pub(super) fn answered_before(&self, officer: &OfficerId, act: &Act) -> Result<Option<Receipt>, DocumentError> {
        self.store.write(|tx| {
            let before = tx.view().act(&act.id)?;
            if before.is_empty() {
                return Ok(None);
            }
            let who = Who::read(&tx.view(), officer, self.today())?;
            Ok(Some(self.answer_again(tx, &who, act, &before)?))
        })
    }

    /// The outcome, and where an officer was refused, the trace of it.
    pub(super) fn traced<T>(
        &self,
        officer: &OfficerId,
        act: &Act,
        done: Result<T, DocumentError>,
    ) -> Result<T, DocumentError> {
        if let Err(DocumentError::Act(error)) = &done {
            self.trace(officer, act, error)?;
        }
        done
    }
}

pub(super) fn state_of(row: &Row) -> Result<DocumentState, Failure> {
    serde_json::from_value(row.state.clone()).map_err(|fault| Failure::Unreadable(fault.to_string()))
}

/// The officer looked at the version that stands.
pub(super) fn in_version(seen: u64, row: &Row) -> Result<(), DocumentError> {
    if seen == row.version {
        return Ok(());
    }
    let conflict = crate::Conflict { version: row.version, changes: Vec::new() };
    Err(ActError::Conflict(Box::new(conflict)).into())
}

/// The place in a series: that of the drafts that went to and fro, after the revision in whose place it is to stand, else
/// the first of a new series. Where somebody has offered another text in that place, the next one that is free: nobody
/// signs two texts in one place.
pub(super) fn revision_of(view: &View<'_>, state: &DocumentState) -> Result<(u64, Option<Series>), Failure> {
    let (revision, series) = match (state.series.as_deref().and_then(series_of), state.revision) {
        (Some(series), Some(revision)) => (revision, Some(series)),
        _ => {
            let Some(before) = &state.supersedes else { return Ok((1, None)) };
            let Some(row) = view.record(before.0.as_str())? else { return Ok((1, None)) };
            let before = state_of(&row)?;
            (before.revision.unwrap_or(1) + 1, before.series.as_deref().and_then(series_of))
        }
    };
    let Some(known) = &series else { return Ok((revision, None)) };
    let heard = heard_of_series(view, known)?;
    let taken = heard.iter().filter_map(|one| match &one.said {
        Said::Propose { slot, .. } | Said::Sign { slot, .. } => Some(slot.revision),
        _ => None,
    });
    Ok((taken.max().map_or(revision, |last| revision.max(last.saturating_add(1))), series))
}
