//! How far a document has come, read off what was said of it; and what may be said of it now.

use jiff::Timestamp;

use super::{DocumentRefusal, DocumentStage, DocumentState, SaidKind, Standing, Utterance};
use crate::{Due, SideId};

impl DocumentState {
    /// True when the own side wrote it, or, where both drafted it, offered it.
    pub fn is_own(&self) -> bool {
        self.begun_by == self.own_side
    }

    /// True while it is being written, by one side or by both in turn, and nobody has offered or issued it.
    pub fn is_draft(&self) -> bool {
        self.document.is_none() && self.stage == DocumentStage::Draft
    }

    /// True while it binds, contested or not.
    pub fn is_bound(&self) -> bool {
        matches!(self.stage, DocumentStage::Bound | DocumentStage::Contested)
    }

    /// True of one side's document that is out and that no other settles yet.
    pub fn can_be_answered(&self) -> bool {
        use DocumentStage as S;
        let is_out = matches!(self.stage, S::Queued | S::Sent | S::Received | S::Arrived | S::Acknowledged);
        !self.kind.is_joint() && is_out
    }

    /// Whether the own side may make a statement of this kind now; the desk asks before an officer signs it. Whether the
    /// words of a draft may go out is asked besides, with [`DocumentState::may_release`].
    pub fn may_say(&self, kind: SaidKind, now: Timestamp) -> Result<(), DocumentRefusal> {
        use DocumentStage as S;
        use SaidKind as K;
        let is_joint = self.kind.is_joint();
        let is_offer = self.stage == S::Proposed;
        let is_possible = match kind {
            K::Draft | K::Propose => is_joint && self.is_draft(),
            K::Issue => !is_joint && self.is_draft(),
            K::Sign | K::Refuse | K::LetGo => is_offer && !self.is_own(),
            K::Withdraw => is_offer && self.is_own(),
            K::Contest | K::Terminate => self.is_bound(),
            K::Acknowledge => !is_joint && !self.is_own() && !matches!(self.stage, S::Closed { .. }),
        };
        let has_said = |fits: &dyn Fn(SaidKind) -> bool| self.own_words().any(|one| fits(one.kind));
        let said_before = match kind {
            K::Sign | K::Refuse | K::LetGo => has_said(&SaidKind::is_answer),
            K::Withdraw | K::Terminate | K::Acknowledge => has_said(&|said| said == kind),
            _ => false,
        };
        if said_before {
            return Err(DocumentRefusal::SaidBefore);
        }
        if !is_possible {
            return Err(self.not_now());
        }
        match self.until.filter(|until| is_offer && now >= *until) {
            Some(until) => Err(DocumentRefusal::TooLate { until }),
            None if kind == K::LetGo && !self.has_other_said(K::Withdraw) => Err(DocumentRefusal::NotWithdrawn),
            None => Ok(()),
        }
    }

    pub(super) fn not_now(&self) -> DocumentRefusal {
        DocumentRefusal::NotNow { status: self.stage.name().to_owned() }
    }

    /// What the own side said.
    pub fn own_words(&self) -> impl Iterator<Item = &Utterance> {
        self.said.iter().filter(|one| one.side == self.own_side)
    }

    /// What the other side said.
    pub fn other_words(&self) -> impl Iterator<Item = &Utterance> {
        self.said.iter().filter(|one| one.side == self.other_side)
    }

    fn has_own_said(&self, kind: SaidKind) -> bool {
        self.own_words().any(|one| one.kind == kind)
    }

    fn has_other_said(&self, kind: SaidKind) -> bool {
        self.other_words().any(|one| one.kind == kind)
    }

    /// Reads the stage off everything else. What an officer or another document ended stays ended.
    pub(super) fn restage(&mut self) {
        use DocumentStage as S;
        if matches!(self.stage, S::Answered { .. } | S::Closed { .. } | S::GivenUp { .. }) {
            return;
        }
        self.stage = if self.document.is_none() {
            S::Draft
        } else if self.kind.is_joint() {
            self.joint_stage()
        } else if self.is_own() {
            self.sent_stage()
        } else if self.has_own_said(SaidKind::Acknowledge) {
            S::Acknowledged
        } else {
            S::Arrived
        };
    }

    fn joint_stage(&self) -> DocumentStage {
        use DocumentStage as S;
        match self.standing.unwrap_or(Standing::Proposed) {
            Standing::Draft => S::Draft,
            Standing::Proposed if !self.paper.is_empty() => S::SignedOnPaper,
            Standing::Proposed | Standing::Signed if self.lapsed => S::Lapsed,
            Standing::Proposed => S::Proposed,
            Standing::Signed => S::Signed,
            Standing::Bound if self.said.iter().any(|one| one.kind == SaidKind::Contest) => S::Contested,
            Standing::Bound => S::Bound,
            Standing::Refused => S::Refused,
            Standing::Withdrawn => S::Withdrawn,
            Standing::Crossed => S::Crossed,
            Standing::Terminated => S::Terminated,
            Standing::Superseded => S::Superseded,
        }
    }

    fn sent_stage(&self) -> DocumentStage {
        let issued = || self.own_words().filter(|one| one.kind == SaidKind::Issue);
        if self.has_other_said(SaidKind::Acknowledge) {
            DocumentStage::Acknowledged
        } else if issued().any(|one| one.held.is_some()) {
            DocumentStage::Received
        } else if issued().any(|one| one.sent) {
            DocumentStage::Sent
        } else {
            DocumentStage::Queued
        }
    }

    /// Whether somebody must act, whose turn it is, and until when.
    pub(super) fn waiting(&self) -> (bool, Option<SideId>, Option<Due>) {
        use DocumentStage as S;
        let (own, other) = (Some(self.own_side.clone()), Some(self.other_side.clone()));
        let reader = if self.is_own() { other.clone() } else { own.clone() };
        let due = self.until.map(Due::At);
        match &self.stage {
            S::Draft => {
                let turn = self.rounds.last().map(|last| if last.side == self.own_side { other } else { own });
                (true, turn.flatten(), None)
            }
            S::Queued | S::Sent | S::Signed => (true, other, due),
            S::Received | S::Arrived | S::Proposed => (true, reader, due),
            S::Acknowledged => (due.is_some(), due.and(reader), due),
            S::Contested => {
                let last = self.said.iter().rfind(|one| one.kind == SaidKind::Contest);
                (true, if last.is_some_and(|last| last.side == self.other_side) { own } else { other }, None)
            }
            S::Bound => match (self.has_own_said(SaidKind::Terminate), self.has_other_said(SaidKind::Terminate)) {
                (true, false) => (true, other, None),
                (false, true) => (true, own, None),
                _ => (false, None, None),
            },
            _ => (false, None, None),
        }
    }
}

impl DocumentStage {
    /// The stage as a list shows it.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Queued => "queued",
            Self::Sent => "sent",
            Self::Received => "received",
            Self::Arrived => "arrived",
            Self::Acknowledged => "acknowledged",
            Self::Answered { .. } => "answered",
            Self::Closed { .. } => "closed",
            Self::GivenUp { .. } => "given-up",
            Self::Proposed => "proposed",
            Self::Signed => "signed",
            Self::Bound => "bound",
            Self::Contested => "contested",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
            Self::Crossed => "crossed",
            Self::Terminated => "terminated",
            Self::Superseded => "superseded",
            Self::Lapsed => "lapsed",
            Self::SignedOnPaper => "signed-on-paper",
        }
    }
}
