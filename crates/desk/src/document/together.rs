//! Many documents of one side signed at once: an officer looks at all of them, signs with one passphrase and one
//! signature, and all of them are given out or acknowledged, or none is. Each is asked the same as where it is signed by
//! itself.

use std::collections::{BTreeMap, BTreeSet};

use domain::contact::document::{
    Document as DocumentNoun, DocumentCommand, DocumentRefusal, DocumentState, SaidKind, Utterance,
};
use domain::{Noun, OfficerId, RecordId, Refused, Right, Words};
use jiff::Timestamp;
use journal::{COVER_MOST, Hash, Said, hex, sha256};
use serde::Serialize;
use store::{Failure, Filter, Order, Row, StoredEntry, View};

use super::release::{Found, Leaving, Signing, in_version};
use super::shown::Shown;
use super::{DocumentError, hash_of, post_of};
use crate::Desk;
use crate::act::{ActError, Receipt};
use crate::authority::Who;
use crate::courier::{Logbook, Opened, known, opened};
use crate::keys::Passphrase;

/// How many documents are signed at once at most.
pub const TOGETHER_MOST: usize = COVER_MOST as usize;
/// How many documents are looked at to find those that can be signed together.
const LOOKED_AT: u32 = 500;

/// What is said of many documents at once. What binds two sides is always signed by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TogetherKind {
    /// They are given out.
    Issue,
    /// They have come, and note of them is taken.
    Acknowledge,
}

/// What an officer orders when he signs many documents at once.
#[derive(Clone, Debug)]
pub struct TogetherOrder {
    /// The key of the request: the same key again gives the first answers again.
    pub act: journal::Id,
    /// What is said of them.
    pub kind: TogetherKind,
    /// The documents, none twice.
    pub documents: Vec<TogetherOne>,
    /// The post of the other side to which they go; it is not asked where they came from there.
    pub post: Option<journal::PostName>,
    /// Until when an answer to each is asked for.
    pub until: Option<Timestamp>,
}

/// One of the documents that are signed at once.
#[derive(Clone, Debug)]
pub struct TogetherOne {
    /// The record.
    pub record: RecordId,
    /// The version that the officer looked at.
    pub version: u64,
    /// What the officer was shown ([`TogetherLine::seen`]).
    pub seen: Hash,
}

/// A document that cannot be signed with the others, and why.
#[derive(Debug)]
pub struct Stopped {
    /// The record.
    pub record: RecordId,
    /// Why.
    pub error: DocumentError,
}

/// What exactly would be signed at once.
#[derive(Clone, Debug, Serialize)]
pub struct TogetherView {
    /// The documents, in the order in which they were named.
    pub documents: Vec<TogetherLine>,
    /// The posts of the other side to which all of them can go; of what came, none.
    pub posts: Vec<String>,
    /// SHA-256 over what was shown of each, with record and version.
    pub seen: String,
}

/// One document among those that would be signed at once.
#[derive(Clone, Debug, Serialize)]
pub struct TogetherLine {
    /// The record.
    pub record: String,
    /// How it is called.
    pub title: Words,
    /// Its version.
    pub version: u64,
    /// True for data of an exercise.
    pub exercise: bool,
    /// The kind.
    pub kind: &'static str,
    /// The words and all that goes along.
    #[serde(flatten)]
    pub shown: Shown,
    /// What the officer is shown: of what leaves, SHA-256 over its parts; of what came, its digest.
    pub seen: String,
    /// What stands against it, as reasons of the noun `document` with what they name.
    pub against: Option<Refused>,
}

/// A document about which something can be said, before it is said.
struct Ready {
    record: RecordId,
    post: journal::PostName,
    said: Said,
    statement: Box<dyn FnOnce(Utterance) -> DocumentCommand>,
}

impl TogetherKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Issue, Self::Acknowledge];

    /// What each of the statements is.
    pub const fn said(self) -> SaidKind {
        match self {
            Self::Issue => SaidKind::Issue,
            Self::Acknowledge => SaidKind::Acknowledge,
        }
    }

    /// The word in addresses and on the command line.
    pub fn code(self) -> &'static str {
        self.said().code()
    }

    /// The one with this word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether it may be said of a document of this kind at all.
    fn fits(self, state: &DocumentState) -> Result<(), DocumentRefusal> {
        if state.kind.is_joint() { Err(DocumentRefusal::NotThisStatement) } else { Ok(()) }
    }
}

impl Desk {
    /// Documents about which it can be said by this officer now, the oldest first; more may be there than are looked at.
    pub fn together_candidates(&self, officer: &OfficerId, kind: TogetherKind) -> Result<Vec<Row>, DocumentError> {
        let status = match kind {
            TogetherKind::Issue => "draft",
            TogetherKind::Acknowledge => "arrived",
        };
        let filter = Filter {
            nouns: vec![DocumentNoun::NAME.to_owned()],
            status: Some(status.to_owned()),
            order: Order::Begun,
            ..Filter::default()
        };
        self.store.read(|view| {
            let who = Who::read(view, officer, self.today())?;
            let mut rows = view.list(&who.scope(), &filter, LOOKED_AT, 0)?;
            let now = self.now();
            rows.retain(|row| {
                who.may(Right::Decide, &row.unit, row.grade)
                    && super::release::state_of(row).is_ok_and(|state| state.may_say(kind.said(), now).is_ok())
            });
            Ok(rows)
        })
    }

    /// What exactly would be signed if it were said of these documents now, and what stands against each.
    pub fn preview_together(
        &self,
        officer: &OfficerId,
        kind: TogetherKind,
        records: &[RecordId],
    ) -> Result<TogetherView, DocumentError> {
        within_bounds(records)?;
        self.store.read(|view| {
            let (mut documents, mut parts, mut posts) = (Vec::new(), Vec::new(), None::<BTreeSet<String>>);
            for record in records {
                let (line, to) = match kind {
                    TogetherKind::Issue => self.line_of_draft(view, officer, record)?,
                    TogetherKind::Acknowledge => self.line_of_arrival(view, officer, record)?,
                };
                parts.push(format!("{} {} {}\n", line.record, line.version, line.seen));
                posts = Some(match posts {
                    None => to.into_iter().collect(),
                    Some(posts) => posts.into_iter().filter(|post| to.contains(post)).collect(),
                });
                documents.push(line);
            }
            let seen = hex(&sha256(&[parts.concat().as_bytes()]));
            Ok(TogetherView { documents, posts: posts.unwrap_or_default().into_iter().collect(), seen })
        })
    }

    fn line_of_draft(
        &self,
        view: &View<'_>,
        officer: &OfficerId,
        record: &RecordId,
    ) -> Result<(TogetherLine, Vec<String>), DocumentError> {
        let (found, preview) = self.previewed(view, officer, record)?;
        let unfit = TogetherKind::Issue.fits(&found.state).err();
        let against = unfit.map(|refusal| domain::refused::<DocumentNoun>(&refusal)).or(preview.against);
        let line = TogetherLine { seen: preview.seen, shown: preview.shown, against, ..line_of(&found)? };
        Ok((line, preview.posts))
    }

    fn line_of_arrival(
        &self,
        view: &View<'_>,
        officer: &OfficerId,
        record: &RecordId,
    ) -> Result<(TogetherLine, Vec<String>), DocumentError> {
        let found = self.found_document(view, officer, record, Right::Read)?;
        let kind = TogetherKind::Acknowledge;
        let may = kind.fits(&found.state).and_then(|()| found.state.may_say(kind.said(), self.now()));
        let digest = found.state.document.clone().unwrap_or_default();
        let shown = match hash_of(&digest).map(|digest| opened(view, &digest)).transpose()? {
            Some(Opened::Here(document)) => Shown::of(&document, self.own().as_str()),
            _ => Shown::default(),
        };
        let shown = shown.completed(view, &found, &self.store.files())?;
        let against = may.err().map(|refusal| domain::refused::<DocumentNoun>(&refusal));
        Ok((TogetherLine { seen: digest, shown, against, ..line_of(&found)? }, Vec::new()))
    }

    /// Says it of all of them: signs once with the officer's key, stores each in the log for its post, and records each.
    /// Where one cannot be signed, none is, and every one that cannot is named.
    pub fn sign_together(
        &self,
        officer: &OfficerId,
        pin: &Passphrase,
        order: &TogetherOrder,
    ) -> Result<Vec<Receipt>, DocumentError> {
        let records: Vec<RecordId> = order.documents.iter().map(|one| one.record.clone()).collect();
        within_bounds(&records)?;
        let sealer = self.sealer().ok_or(DocumentError::PostLocked)?;
        if let Some(answers) = self.answered_together(officer, order)? {
            return Ok(answers);
        }
        let signer = self.unlock(officer, pin)?;
        let done = self.store.write(|tx| {
            let act = self.act_on(order.act, &records[0], None, order.command());
            let signing = Signing { tx, act: &act, signer: &signer, sealer: &sealer, now_ms: self.now_ms() };
            let ready = self.all_ready(&signing, officer, order)?;
            self.said_together(&signing, officer, order, ready)
        });
        if let Err(DocumentError::Together(stopped)) = &done {
            for Stopped { record, error } in stopped {
                if let DocumentError::Act(error) = error {
                    self.trace(officer, &self.act_on(order.act, record, None, order.command()), error)?;
                }
            }
        }
        done
    }

    /// Looks at each document as where it is signed by itself; all that cannot be signed are named.
    fn all_ready(
        &self,
        signing: &Signing<'_>,
        officer: &OfficerId,
        order: &TogetherOrder,
    ) -> Result<Vec<Ready>, DocumentError> {
        let (mut ready, mut stopped) = (Vec::new(), Vec::new());
        for one in &order.documents {
            match self.ready(signing, officer, order, one) {
                Ok(one) => ready.push(one),
                Err(error) => stopped.push(stop(&one.record, error)?),
            }
        }
        if stopped.is_empty() { Ok(ready) } else { Err(DocumentError::Together(stopped)) }
    }

    fn ready(
        &self,
        signing: &Signing<'_>,
        officer: &OfficerId,
        order: &TogetherOrder,
        one: &TogetherOne,
    ) -> Result<Ready, DocumentError> {
        let found = self.found_document(&signing.tx.view(), officer, &one.record, Right::Decide)?;
        in_version(one.version, &found.row)?;
        order.kind.fits(&found.state).map_err(refused)?;
        match order.kind {
            TogetherKind::Issue => self.ready_to_issue(signing, &found, order, one),
            TogetherKind::Acknowledge => self.ready_to_acknowledge(signing, &found, one),
        }
    }

    fn ready_to_issue(
        &self,
        signing: &Signing<'_>,
        found: &Found,
        order: &TogetherOrder,
        one: &TogetherOne,
    ) -> Result<Ready, DocumentError> {
        let tx = signing.tx;
        let no_post = || DocumentError::NoPost(found.state.other_side.to_string());
        let post = order.post.clone().ok_or_else(no_post)?;
        let leaving = self.leaving(signing, found, (&post, &one.seen), DocumentState::may_release)?;
        let Leaving { drawn, .. } = leaving;
        let released = drawn.pass(self, None)?;
        released.keep(tx)?;
        let document = *released.digest();
        tx.keep_document_record(&document, one.record.as_str())?;
        let until_ms = order.until.map(|until| until.as_millisecond().unsigned_abs());
        let said = Said::Issue { document, answers: self.answers(&tx.view(), &found.state)?, until_ms };
        let (until, to) = (order.until, post.to_string());
        let statement = move |statement| DocumentCommand::Release {
            document: hex(&document),
            series: None,
            revision: None,
            post: to,
            until,
            statement: Utterance { until, ..statement },
        };
        Ok(Ready { record: one.record.clone(), post, said, statement: Box::new(statement) })
    }

    fn ready_to_acknowledge(
        &self,
        signing: &Signing<'_>,
        found: &Found,
        one: &TogetherOne,
    ) -> Result<Ready, DocumentError> {
        let (view, state) = (signing.tx.view(), &found.state);
        state.may_say(SaidKind::Acknowledge, self.now()).map_err(refused)?;
        self.fits_key(signing.signer, state, signing.now_ms)?;
        let post = post_of(state.post.as_deref().unwrap_or_default())?;
        known(&view, &post)?;
        let document = state.document.as_deref().and_then(hash_of).ok_or(DocumentError::NothingSaid)?;
        if document != one.seen {
            return Err(DocumentError::NotAsShown);
        }
        if !matches!(opened(&view, &document)?, Opened::Here(_)) {
            return Err(DocumentError::NoWords);
        }
        let statement = Box::new(|statement| DocumentCommand::Say { statement });
        Ok(Ready { record: one.record.clone(), post, said: Said::Acknowledge { document }, statement })
    }

    /// Puts all of it into the logs, with one signature in each, and records each.
    fn said_together(
        &self,
        signing: &Signing<'_>,
        officer: &OfficerId,
        order: &TogetherOrder,
        ready: Vec<Ready>,
    ) -> Result<Vec<Receipt>, DocumentError> {
        let Signing { tx, signer, sealer, now_ms, .. } = *signing;
        let mut by_post: BTreeMap<String, Vec<&Ready>> = BTreeMap::new();
        for one in &ready {
            by_post.entry(one.post.to_string()).or_default().push(one);
        }
        let mut places: BTreeMap<RecordId, (String, u64)> = BTreeMap::new();
        for ready in by_post.into_values() {
            let Some(first) = ready.first() else { continue };
            let mut log = Logbook::open(tx, sealer, &first.post, now_ms)?;
            let said: Vec<Said> = ready.iter().map(|one| one.said.clone()).collect();
            let origin = log.origin().to_string();
            for (one, place) in ready.iter().zip(log.say_together(signer, &said)?) {
                places.insert(one.record.clone(), (origin.clone(), place));
            }
            log.close()?;
        }
        let mut receipts = Vec::new();
        for Ready { record, statement, .. } in ready {
            let (origin, place) = places.remove(&record).ok_or(DocumentError::NothingSaid)?;
            let statement = statement(self.utterance(signer, order.kind.said(), origin, place, now_ms));
            // What was recorded before it may have changed it: it is looked at as it stands now.
            let found = self.found_document(&tx.view(), officer, &record, Right::Decide)?;
            let act = self.act_on(order.act, &record, None, order.command());
            match self.record_document(tx, found, &act, &statement) {
                Ok(receipt) => receipts.push(receipt),
                Err(error) => return Err(DocumentError::Together(vec![stop(&record, error)?])),
            }
        }
        Ok(receipts)
    }

    /// The first answers, where the request had been answered before.
    fn answered_together(
        &self,
        officer: &OfficerId,
        order: &TogetherOrder,
    ) -> Result<Option<Vec<Receipt>>, DocumentError> {
        self.store.write(|tx| {
            let before = tx.view().act(&order.act)?;
            if before.is_empty() {
                return Ok(None);
            }
            let who = Who::read(&tx.view(), officer, self.today())?;
            let mut by_record: BTreeMap<String, Vec<StoredEntry>> = BTreeMap::new();
            for stored in before {
                by_record.entry(stored.entry.record.clone()).or_default().push(stored);
            }
            let answer = |one: &TogetherOne| {
                let of_record = by_record.get(one.record.as_str()).ok_or(ActError::KeyUsed)?;
                let act = self.act_on(order.act, &one.record, None, order.command());
                Ok(self.answer_again(tx, &who, &act, of_record)?)
            };
            Ok(Some(order.documents.iter().map(answer).collect::<Result<_, DocumentError>>()?))
        })
    }
}

impl TogetherOrder {
    /// What refusals are traced as: the same as where one document is signed by itself.
    const fn command(&self) -> &'static str {
        match self.kind {
            TogetherKind::Issue => "release",
            TogetherKind::Acknowledge => "say",
        }
    }
}

fn line_of(found: &Found) -> Result<TogetherLine, DocumentError> {
    let title = serde_json::from_str(&found.row.title).map_err(|fault| Failure::Unreadable(fault.to_string()))?;
    Ok(TogetherLine {
        record: found.row.id.clone(),
        title,
        version: found.row.version,
        exercise: found.row.exercise,
        kind: found.state.kind.code(),
        shown: Shown::default(),
        seen: String::new(),
        against: None,
    })
}

fn refused(refusal: DocumentRefusal) -> DocumentError {
    ActError::Refused(domain::refused::<DocumentNoun>(&refusal)).into()
}

/// Why a document cannot be signed; what broke is not its fault.
fn stop(record: &RecordId, error: DocumentError) -> Result<Stopped, DocumentError> {
    match error {
        DocumentError::Act(ActError::Failure(failure)) => Err(failure.into()),
        error => Ok(Stopped { record: record.clone(), error }),
    }
}

/// At least one document, not too many, none twice.
fn within_bounds(records: &[RecordId]) -> Result<(), DocumentError> {
    let bad = |text: String| Err(DocumentError::from(ActError::Bad(text)));
    if records.is_empty() || records.len() > TOGETHER_MOST {
        return bad(format!("documents: from 1 to {TOGETHER_MOST} are signed at once"));
    }
    let mut seen = BTreeSet::new();
    match records.iter().find(|record| !seen.insert(record.as_str())) {
        Some(twice) => bad(format!("documents: {twice} is named twice")),
        None => Ok(()),
    }
}
