//! Document: a paper that crosses the border, of one side or signed by both, from the draft to what it binds to
//! (VI văn bản, ZH 文件; domain vocabulary C.3). What the sides say of it are signed statements, and only the post records
//! those; the words that leave are its content and nothing else.

mod comparison;
mod content;
mod refusal;
mod regain;
mod round;
mod rules;
mod shape;
mod standing;
mod statement;

use jiff::Timestamp;

pub use comparison::*;
pub use content::*;
pub use refusal::*;
use regain::{regain, regain_word, unsay};
pub use round::*;
use round::{has_place, is_draft_at, offered, share, take_in_draft, take_over};
use rules::{Named, fits, has_matter, is_about, may_name, other_side};
pub use shape::*;
pub use statement::*;

use crate::organisation::counterpart::Counterpart;
use crate::{
    Attached, Consequence, CounterpartId, Decision, DocumentId, Header, Link, Noun, Right, Setting, SideId, Stamp, Wing,
};

/// The noun.
pub struct Document;

type Decided = Result<Decision<DocumentFact>, DocumentRefusal>;

impl Noun for Document {
    const NAME: &'static str = "document";
    const WING: Wing = Wing::Contact;
    type State = DocumentState;
    type Command = DocumentCommand;
    type Fact = DocumentFact;
    type Refusal = DocumentRefusal;

    fn decide(state: Option<&DocumentState>, command: DocumentCommand, setting: &Setting<'_>) -> Decided {
        use DocumentCommand as C;
        match (state, command) {
            (None, draft @ C::Draft { .. }) => begin(setting, draft),
            (None, arrived @ C::Arrive { .. }) => arrive(setting, arrived),
            (document, draft @ C::TakeInDraft { .. }) => take_in_draft(document, setting, draft),
            (document, regained @ C::Regain { .. }) => regain(document, setting, regained),
            (Some(document), offer @ C::Arrive { .. }) => offered(document, offer),
            (Some(document), draft @ C::Share { .. }) => share(document, setting, draft),
            (None, _) => Err(DocumentRefusal::NotNow { status: "none".into() }),
            (Some(document), C::Amend { content, matters }) => amend(document, setting, content, matters),
            (Some(document), C::TakeOver { document: draft, content }) => take_over(document, setting, draft, content),
            (Some(document), C::GiveUp { reason }) if document.is_draft() => {
                Ok(Decision::fact(DocumentFact::GivenUp { reason }))
            }
            (Some(document), C::RecordPaperSignature { name, office, signed_on, scan }) => {
                let (side, seen_by) = (document.other_side.clone(), setting.officer.clone());
                see(document, setting, PaperSignature { side, name, office, signed_on, seen_by, scan })
            }
            (Some(_), C::Note { remark }) => {
                let remark = Some(remark).filter(|remark| !remark.trim().is_empty());
                Ok(Decision::fact(DocumentFact::Noted { remark }))
            }
            (Some(document), C::Close { reason }) => close(document, reason),
            (Some(document), release @ C::Release { .. }) => give_out(document, setting, release),
            (Some(document), C::Say { statement }) => say(document, setting, statement),
            (Some(document), C::Hear { statement }) => hear(document, statement),
            (Some(document), C::RegainWord { statement }) => regain_word(document, setting, statement),
            (Some(document), C::Unsay { origin, from }) => unsay(document, origin, from),
            (Some(document), C::Send { origin, size }) => {
                let is_new = |one: &Utterance| !one.sent && one.is_within(&origin, size);
                new_if(document.own_words().any(is_new), DocumentFact::Sent { origin: origin.clone(), size })
            }
            (Some(document), C::Hold { origin, size, at }) => {
                let is_new = |one: &Utterance| one.is_within(&origin, size) && one.held.is_none_or(|held| at < held);
                new_if(document.said.iter().any(is_new), DocumentFact::Held { origin: origin.clone(), size, at })
            }
            (Some(document), C::Stand { standing, until }) if document.is_joint_and_out() => {
                let is_new = document.standing != Some(standing) || document.until != until;
                new_if(is_new, DocumentFact::Stood { standing, until })
            }
            (Some(document), C::Lapse) => lapse(document, setting.now),
            (Some(document), C::RecordAnswered { by }) if document.can_be_answered() => {
                Ok(Decision::fact(DocumentFact::Answered { by }))
            }
            (Some(document), _) => Err(document.not_now()),
        }
    }

    fn apply(state: Option<DocumentState>, fact: DocumentFact, stamp: &Stamp) -> DocumentState {
        let mut document = state.unwrap_or_else(|| DocumentState::blank(stamp));
        document.take(fact, stamp);
        document.restage();
        document
    }

    fn header(document: &DocumentState) -> Header {
        let (open, turn, due) = document.waiting();
        let mut links = vec![Link { role: "with", to: document.counterpart.0.clone() }];
        links.extend(document.about.iter().map(|to| Link { role: "about", to: to.clone() }));
        links.extend(document.answers.iter().map(|to| Link { role: "answers", to: to.0.clone() }));
        links.extend(document.supersedes.iter().map(|to| Link { role: "supersedes", to: to.0.clone() }));
        links.extend(document.supplements.iter().map(|to| Link { role: "supplements", to: to.0.clone() }));
        if let DocumentStage::Answered { by } = &document.stage {
            links.push(Link { role: "answered-by", to: by.0.clone() });
        }
        Header {
            status: document.stage.name(),
            title: document.content.title(),
            open,
            turn,
            counterpart: Some(document.counterpart.clone()),
            held_on: document.content.held_on,
            due,
            links,
            files: document.files(),
            ..Header::default()
        }
    }

    fn offers(state: Option<&DocumentState>) -> Vec<&'static str> {
        use DocumentStage as S;
        let Some(document) = state else { return vec!["draft"] };
        match &document.stage {
            _ if document.is_draft() => vec!["amend", "note", "give-up"],
            S::Proposed | S::Lapsed if document.is_own() => vec!["record-paper-signature", "note"],
            _ if document.can_be_closed() => vec!["close", "note"],
            _ => vec!["note"],
        }
    }

    fn right(command: &str) -> Right {
        match command {
            "take-over" | "share" | "release" | "say" | "arrive" | "take-in-draft" | "hear" | "send" | "hold"
            | "stand" | "lapse" | "record-answered" | "regain" | "regain-word" | "unsay" => Right::Post,
            "record-paper-signature" => Right::Decide,
            _ => Right::Record,
        }
    }
}

fn new_if(is_new: bool, fact: DocumentFact) -> Decided {
    if is_new { Ok(Decision::fact(fact)) } else { Err(DocumentRefusal::NothingNew) }
}

fn begin(setting: &Setting<'_>, command: DocumentCommand) -> Decided {
    let DocumentCommand::Draft { kind, counterpart, content, matters, about, answers, supersedes, supplements, remark } =
        command
    else {
        return Err(DocumentRefusal::NotNow { status: "none".into() });
    };
    let other_side = other_side(setting, &counterpart)?;
    is_about(setting, about.as_ref())?;
    fits(&content, kind, [&setting.own, &other_side])?;
    has_matter(kind, &matters)?;
    let (answered, replaced, extended) = (answers.as_ref(), supersedes.as_ref(), supplements.as_ref());
    let named = Named { answers: answered, supersedes: replaced, supplements: extended };
    may_name(setting, kind, &other_side, &named)?;
    Ok(Decision::fact(DocumentFact::Drafted {
        kind,
        counterpart,
        other_side,
        content,
        matters,
        about,
        answers,
        supersedes,
        supplements,
        remark,
    }))
}

fn amend(
    document: &DocumentState,
    setting: &Setting<'_>,
    content: Content,
    matters: Option<Vec<crate::MatterId>>,
) -> Decided {
    if !document.is_draft() {
        return Err(document.not_now());
    }
    fits(&content, document.kind, [&setting.own, &document.other_side])?;
    // Of what the other side began, the own side says which matters it settles before it offers it.
    if document.is_own() || matters.is_some() {
        has_matter(document.kind, matters.as_ref().unwrap_or(&document.matters))?;
    }
    Ok(Decision::fact(DocumentFact::Amended { content, matters }))
}

fn see(document: &DocumentState, setting: &Setting<'_>, signature: PaperSignature) -> Decided {
    if !document.is_own() || !matches!(document.stage, DocumentStage::Proposed | DocumentStage::Lapsed) {
        return Err(document.not_now());
    }
    let has_answered = document.other_words().any(|one| one.kind == SaidKind::Propose || one.kind.is_answer());
    if has_answered {
        return Err(DocumentRefusal::SaidBefore);
    }
    if signature.signed_on > setting.today {
        return Err(DocumentRefusal::InTheFuture);
    }
    let offered = document.own_words().find(|one| one.kind == SaidKind::Propose);
    let offered_on = offered.map(|offered| setting.day_of(offered.at));
    if let Some(offered_on) = offered_on.filter(|offered_on| signature.signed_on < *offered_on) {
        return Err(DocumentRefusal::BeforeOffer { offered_on });
    }
    if !signature.scan.has_digest() {
        return Err(DocumentRefusal::NoDigest { name: signature.scan.name });
    }
    Ok(Decision::fact(DocumentFact::PaperSignatureRecorded { signature }))
}

fn close(document: &DocumentState, reason: Option<String>) -> Decided {
    if !document.can_be_closed() {
        return Err(document.not_now());
    }
    let reason = reason.filter(|reason| !reason.trim().is_empty());
    match document.until {
        Some(until) if document.can_be_answered() && reason.is_none() => Err(DocumentRefusal::NeedsReason { until }),
        _ => Ok(Decision::fact(DocumentFact::Closed { reason })),
    }
}

fn give_out(draft: &DocumentState, setting: &Setting<'_>, command: DocumentCommand) -> Decided {
    let DocumentCommand::Release { document, series, revision, post, until, statement } = command else {
        return Err(draft.not_now());
    };
    draft.may_release(setting)?;
    is_word_of(&setting.own, &statement)?;
    begins(draft.kind, &statement, until, series.as_deref(), revision, &document)?;
    if let (Some(series), Some(revision)) = (&series, revision) {
        has_place(draft, series, revision)?;
    }
    let consequence = answered(setting, draft.answers.as_ref());
    let fact = DocumentFact::Released { document, series, revision, post, until, statement };
    Ok(Decision::fact(fact).and_all(consequence))
}

/// A document is given out with its digest and the one statement that fits its kind; what both sign has a place in a
/// series and a time until which it can be signed.
fn begins(
    kind: DocumentKind,
    statement: &Utterance,
    until: Option<Timestamp>,
    series: Option<&str>,
    revision: Option<u64>,
    document: &str,
) -> Result<(), DocumentRefusal> {
    let fitting = if kind.is_joint() { SaidKind::Propose } else { SaidKind::Issue };
    if statement.kind != fitting {
        return Err(DocumentRefusal::NotThisStatement);
    }
    if !is_hexadecimal(document, 64) {
        return Err(DocumentRefusal::NoDigest { name: document.to_owned() });
    }
    let has_place = series.is_some_and(|series| is_hexadecimal(series, 32)) && revision.is_some_and(|one| one >= 1);
    let is_bare = series.is_none() && revision.is_none();
    if (kind.is_joint() && (!has_place || until.is_none())) || (!kind.is_joint() && !is_bare) {
        return Err(DocumentRefusal::NoPlaceInSeries);
    }
    match until.filter(|until| *until <= statement.at) {
        Some(until) => Err(DocumentRefusal::OverBefore { until }),
        None => Ok(()),
    }
}

fn is_word_of(side: &SideId, statement: &Utterance) -> Result<(), DocumentRefusal> {
    if statement.side == *side { Ok(()) } else { Err(DocumentRefusal::NotTheirWord { side: statement.side.clone() }) }
}

fn say(document: &DocumentState, setting: &Setting<'_>, statement: Utterance) -> Decided {
    is_word_of(&setting.own, &statement)?;
    if !statement.kind.is_said_by_hand() {
        return Err(DocumentRefusal::NotThisStatement);
    }
    document.may_say(statement.kind, statement.at)?;
    if statement.kind.needs_words() && statement.words.iter().all(|words| words.text.trim().is_empty()) {
        return Err(DocumentRefusal::NeedsWords);
    }
    is_new(document, &statement)?;
    Ok(Decision::fact(DocumentFact::Said { statement }))
}

/// What the other side said, it said: nothing but its place keeps it from being recorded.
fn hear(document: &DocumentState, statement: Utterance) -> Decided {
    is_word_of(&document.other_side, &statement)?;
    if document.document.is_none() {
        return Err(document.not_now());
    }
    is_new(document, &statement)?;
    Ok(Decision::fact(DocumentFact::Heard { statement }))
}

fn is_new(document: &DocumentState, statement: &Utterance) -> Result<(), DocumentRefusal> {
    let is_known = document.said.iter().any(|one| one.stands_at(&statement.origin, statement.place));
    if is_known { Err(DocumentRefusal::HeardBefore) } else { Ok(()) }
}

fn arrive(setting: &Setting<'_>, command: DocumentCommand) -> Decided {
    let DocumentCommand::Arrive {
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
        statement,
    } = command
    else {
        return Err(DocumentRefusal::NotNow { status: "none".into() });
    };
    let relation = setting.load::<Counterpart>(&counterpart.0).ok_or(DocumentRefusal::NoCounterpart)?;
    is_word_of(&relation.other_side, &statement)?;
    begins(kind, &statement, statement.until, series.as_deref(), revision, &document)?;
    let consequence = answered(setting, answers.as_ref());
    let fact = DocumentFact::Arrived {
        kind,
        counterpart,
        other_side: relation.other_side,
        content: content.titles_only(),
        document,
        series,
        revision,
        post,
        answers,
        supersedes,
        supplements,
        statement,
    };
    Ok(Decision::fact(fact).and_all(consequence))
}

/// What follows for the document that is answered, unless it was answered or closed before.
fn answered(setting: &Setting<'_>, answers: Option<&DocumentId>) -> Option<Consequence> {
    let answered = answers?;
    let document = setting.load::<Document>(&answered.0)?;
    let command = DocumentCommand::RecordAnswered { by: DocumentId(setting.record.clone()) };
    let unit = document.unit.clone();
    document.can_be_answered().then(|| Consequence::of::<Document>(answered.0.clone(), unit, &command))
}

fn lapse(document: &DocumentState, now: Timestamp) -> Decided {
    if !matches!(document.stage, DocumentStage::Proposed | DocumentStage::Signed | DocumentStage::SignedOnPaper) {
        return Err(document.not_now());
    }
    let until = document.until.ok_or_else(|| document.not_now())?;
    if now <= until {
        return Err(DocumentRefusal::NotYetOver { until });
    }
    new_if(!document.lapsed, DocumentFact::Lapsed)
}

impl DocumentState {
    fn blank(stamp: &Stamp) -> Self {
        Self {
            kind: DocumentKind::Letter,
            counterpart: CounterpartId(stamp.record.clone()),
            own_side: stamp.side.clone(),
            other_side: stamp.side.clone(),
            begun_by: stamp.side.clone(),
            unit: stamp.unit.clone(),
            about: None,
            matters: Vec::new(),
            remark: None,
            content: Content::default(),
            own_text: None,
            series: None,
            revision: None,
            document: None,
            post: None,
            until: None,
            answers: None,
            supersedes: None,
            supplements: None,
            rounds: Vec::new(),
            said: Vec::new(),
            standing: None,
            lapsed: false,
            paper: Vec::new(),
            stage: DocumentStage::Draft,
        }
    }

    fn is_joint_and_out(&self) -> bool {
        self.kind.is_joint() && self.document.is_some()
    }

    /// True of one side's document that has left, or that came and was acknowledged.
    fn can_be_closed(&self) -> bool {
        use DocumentStage as S;
        !self.kind.is_joint() && matches!(self.stage, S::Sent | S::Received | S::Acknowledged | S::Answered { .. })
    }

    /// The files that are kept with it: what belongs to the own words, and the pictures of signed papers.
    fn files(&self) -> Vec<Attached> {
        let texts = [Some(&self.content), self.own_text.as_ref()].into_iter().flatten();
        let scans = self.paper.iter().map(|signature| &signature.scan);
        texts.flat_map(|text| &text.attachments).chain(scans).cloned().collect()
    }

    fn take(&mut self, fact: DocumentFact, stamp: &Stamp) {
        use DocumentFact as F;
        match fact {
            begun @ (F::Drafted { .. } | F::Arrived { .. } | F::DraftArrived { .. }) => {
                *self = Self::begun(begun, stamp)
            }
            F::TakenOver { document, content } => {
                self.content = content;
                self.rounds.iter_mut().filter(|round| round.document == document).for_each(|round| round.taken = true);
            }
            F::Shared { series, revision, post, round, statement } => {
                (self.series, self.revision, self.post) = (Some(series), Some(revision), Some(post));
                self.rounds.push(round);
                self.said.push(statement);
            }
            F::DraftHeard { content, round, statement } => {
                self.content = content.unwrap_or_else(|| std::mem::take(&mut self.content));
                self.rounds.push(round);
                self.said.push(statement);
            }
            F::Offered { content, document, supersedes, supplements, statement } => {
                (self.supersedes, self.supplements) = (supersedes, supplements);
                self.begun_by = self.other_side.clone();
                // The words are the other side's; what was written here stays beside them.
                let own = std::mem::replace(&mut self.content, content);
                self.own_text = Some(own).filter(|own| !own.has_no_words());
                (self.document, self.until) = (Some(document), statement.until);
                self.standing = Some(Standing::Proposed);
                self.said.push(statement);
            }
            F::Amended { content, matters } => {
                self.content = content;
                self.matters = matters.unwrap_or_else(|| std::mem::take(&mut self.matters));
            }
            F::GivenUp { reason } => self.stage = DocumentStage::GivenUp { reason },
            F::PaperSignatureRecorded { signature } => self.paper.push(signature),
            F::Noted { remark } => self.remark = remark,
            F::Closed { reason } => self.stage = DocumentStage::Closed { reason },
            F::Released { document, series, revision, post, until, statement } => {
                self.begun_by = self.own_side.clone();
                (self.document, self.series, self.revision) = (Some(document), series, revision);
                (self.post, self.until) = (Some(post), until);
                self.standing = self.kind.is_joint().then_some(Standing::Proposed);
                self.said.push(statement);
            }
            F::Said { statement } | F::Heard { statement } => self.said.push(statement),
            F::Sent { origin, size } => {
                let own = self.own_side.clone();
                let left = self.said.iter_mut().filter(|one| one.side == own && one.is_within(&origin, size));
                left.for_each(|one| one.sent = true);
            }
            F::Held { origin, size, at } => {
                let held = self.said.iter_mut().filter(|one| one.is_within(&origin, size));
                held.for_each(|one| one.held = Some(one.held.map_or(at, |held| held.min(at))));
            }
            F::Stood { standing, until } => (self.standing, self.until) = (Some(standing), until),
            F::Lapsed => self.lapsed = true,
            F::Unsaid { origin, from } => self.take_unsaid(&origin, from),
            F::Answered { by } => self.stage = DocumentStage::Answered { by },
        }
    }

    fn begun(fact: DocumentFact, stamp: &Stamp) -> Self {
        let blank = Self::blank(stamp);
        match fact {
            DocumentFact::Drafted {
                kind,
                counterpart,
                other_side,
                content,
                matters,
                about,
                answers,
                supersedes,
                supplements,
                remark,
            } => Self {
                kind,
                counterpart,
                other_side,
                content,
                matters,
                about,
                answers,
                supersedes,
                supplements,
                remark,
                ..blank
            },
            DocumentFact::Arrived {
                kind,
                counterpart,
                other_side,
                content,
                document,
                series,
                revision,
                post,
                answers,
                supersedes,
                supplements,
                statement,
            } => Self {
                kind,
                counterpart,
                begun_by: other_side.clone(),
                other_side,
                content,
                document: Some(document),
                series,
                revision,
                post: Some(post),
                until: statement.until,
                answers,
                supersedes,
                supplements,
                said: vec![statement],
                standing: kind.is_joint().then_some(Standing::Proposed),
                ..blank
            },
            DocumentFact::DraftArrived {
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
            } => Self {
                kind,
                counterpart,
                begun_by: other_side.clone(),
                other_side,
                content,
                series: Some(series),
                revision: Some(revision),
                post: Some(post),
                supersedes,
                supplements,
                rounds: vec![round],
                said: vec![statement],
                ..blank
            },
            _ => blank,
        }
    }
}

#[cfg(test)]
mod tests;
