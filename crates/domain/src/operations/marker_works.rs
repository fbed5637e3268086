//! Marker works: what is done about one finding at a marker, from the day it was found to the record of both sides
//! (VI việc khôi phục mốc, ZH 界碑修复; domain vocabulary C.4, scenario D4; agreement of 18 November 2009, Articles 4, 5).
//! Before the joint check nothing is said to have moved, and nothing here says whose doing it was or where the line runs.

mod rules;
mod shape;
mod state;
#[cfg(test)]
mod tests;

use jiff::SignedDuration;
use jiff::civil::Date;

use rules::{announce, carry_out, check, find, happened, notify, settle, sign, told_to_marker};
pub use shape::*;
pub use state::*;

use crate::territory::marker::{Condition, RegisteredPosition};
use crate::{
    Basis, CounterpartId, Decision, Due, Figure, Header, Link, MarkerId, MarkerNumber, Noun, Right, Setting, SideId,
    Stamp, Wing, Words,
};

/// Hours after a finding within which the written notice is due, unless the works say otherwise; proposed default (D4).
pub const NOTIFY_HOURS: u32 = 24;
/// Days from the delivery of a notice of works to the first day of works, unless the works say otherwise (Article 5).
pub const NOTICE_DAYS: u32 = 10;
/// Originals of the record, unless it says otherwise: one for each side (Article 5).
pub const ORIGINALS: u32 = 2;

/// The noun.
pub struct MarkerWorks;

impl Noun for MarkerWorks {
    const NAME: &'static str = "marker-works";
    const WING: Wing = Wing::Operations;
    type State = MarkerWorksState;
    type Command = MarkerWorksCommand;
    type Fact = MarkerWorksFact;
    type Refusal = MarkerWorksRefusal;

    fn decide(
        state: Option<&MarkerWorksState>,
        command: MarkerWorksCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<MarkerWorksFact>, MarkerWorksRefusal> {
        let facts = match state {
            None => find(setting, command)?,
            Some(works) => act(works, command, setting)?,
        };
        let stamp = setting.stamp();
        let after = facts.iter().cloned().fold(state.cloned(), |state, fact| Some(Self::apply(state, fact, &stamp)));
        let told = after.and_then(|after| told_to_marker(&after, setting));
        Ok(Decision { facts, consequences: told.into_iter().collect() })
    }

    fn apply(state: Option<MarkerWorksState>, fact: MarkerWorksFact, stamp: &Stamp) -> MarkerWorksState {
        use MarkerWorksFact as F;
        use MarkerWorksStage as S;
        let mut works = state.unwrap_or_else(|| MarkerWorksState::blank(stamp));
        works.stage = match fact {
            F::Found {
                marker,
                number,
                title,
                counterpart,
                other_side,
                subject,
                found_by,
                found_at,
                found_on,
                patrol,
                notify_hours,
                notice_days,
                responsible,
            } => {
                works = MarkerWorksState {
                    marker,
                    number,
                    title,
                    counterpart,
                    other_side,
                    subject,
                    found_by,
                    found_at,
                    found_on,
                    patrol,
                    notify_hours,
                    notice_days,
                    responsible,
                    ..MarkerWorksState::blank(stamp)
                };
                S::Found
            }
            F::Noted { noted } => {
                works.noted = Some(noted);
                if works.notices.is_empty() { S::Noted } else { S::Notified }
            }
            F::Notified { notice } => {
                works.notices.push(notice);
                S::Notified
            }
            F::JointCheckAgreed { check_on } => {
                works.check_on = Some(check_on);
                S::Notified
            }
            F::JointlyChecked { check } => {
                works.check = Some(check);
                S::JointlyChecked
            }
            F::FactsAgreed { facts, responsible } => {
                (works.facts, works.responsible) = (Some(facts), responsible);
                S::FactsAgreed
            }
            F::FactsNotAgreed { facts, responsible } => {
                (works.facts, works.responsible) = (Some(facts), responsible);
                S::FactsNotAgreed
            }
            F::WorksAnnounced { announcement } => {
                works.announcements.push(announcement);
                S::Announced
            }
            F::RepresentativeNamed { representative } => {
                works.representative = Some(representative);
                S::Announced
            }
            F::WorksCarriedOut { carried_out } => {
                works.carried_out = Some(carried_out);
                S::CarriedOut
            }
            F::Restored { record } => {
                works.record = Some(record);
                S::Restored
            }
            F::ReSited { record } => {
                works.record = Some(record);
                S::ReSited
            }
            F::ReferredToCommittee { referred_on, reason } => {
                works.committee = Some(Committee { referred_on, reason, decision: None });
                S::WithCommittee
            }
            F::DecisionRecorded { decision } => {
                if let Some(committee) = works.committee.as_mut() {
                    committee.decision = Some(decision);
                }
                S::Decided
            }
            F::Closed { on, reason } => S::Closed { on, reason },
        };
        works
    }

    fn header(works: &MarkerWorksState) -> Header {
        let open = works.is_open();
        let (turn, due) = if open { works.waiting() } else { (None, None) };
        Header {
            status: works.stage.status(),
            title: works.title.clone(),
            open,
            turn,
            counterpart: Some(works.counterpart.clone()),
            held_on: Some(works.day()),
            due,
            links: works.links(),
            figures: works.figures(),
            ..Header::default()
        }
    }

    fn offers(state: Option<&MarkerWorksState>) -> Vec<&'static str> {
        use MarkerWorksStage as S;
        let Some(works) = state else { return vec!["record-finding"] };
        match &works.stage {
            S::Found => vec!["note", "notify", "close"],
            S::Noted => vec!["notify", "note", "close"],
            S::Notified if works.owes_letter() => {
                vec!["notify", "agree-joint-check", "record-joint-check", "note", "close"]
            }
            S::Notified => vec!["record-joint-check", "agree-joint-check", "notify", "note", "close"],
            S::JointlyChecked => vec!["agree-facts", "record-differing-facts", "close"],
            S::FactsAgreed | S::FactsNotAgreed => vec!["announce-works", "refer-to-committee", "close"],
            S::Announced => vec!["record-works", "name-representative", "announce-works", "refer-to-committee"],
            S::CarriedOut => vec!["sign-record", "refer-to-committee"],
            S::WithCommittee => vec!["record-decision"],
            S::Decided if works.gets_new_place() => vec!["record-works", "announce-works"],
            S::Decided => vec!["announce-works"],
            S::Restored | S::ReSited | S::Closed { .. } => vec![],
        }
    }

    fn right(command: &str) -> Right {
        match command {
            "agree-facts" | "record-differing-facts" | "sign-record" | "refer-to-committee" | "close" => Right::Decide,
            _ => Right::Record,
        }
    }
}

/// The facts of an act on works that were begun.
fn act(
    works: &MarkerWorksState,
    command: MarkerWorksCommand,
    setting: &Setting<'_>,
) -> Result<Vec<MarkerWorksFact>, MarkerWorksRefusal> {
    use MarkerWorksCommand as C;
    use MarkerWorksStage as S;
    let fact = match (&works.stage, command) {
        (S::Found | S::Noted | S::Notified, C::Note { condition, text, photo }) => {
            let on = setting.happened_on();
            happened(setting, works.found_on, on)?;
            MarkerWorksFact::Noted { noted: Noted { on, condition, text, photo } }
        }
        (S::Found | S::Noted | S::Notified, C::Notify { notified_at, call, letter, remark }) => {
            return notify(works, setting, FindingNotice { at: notified_at, call, letter, remark });
        }
        (S::Notified, C::AgreeJointCheck { check_on }) if check_on < setting.happened_on() => {
            return Err(MarkerWorksRefusal::InThePast);
        }
        (S::Notified, C::AgreeJointCheck { check_on }) => MarkerWorksFact::JointCheckAgreed { check_on },
        (S::Notified, command @ C::RecordJointCheck { .. }) => return check(works, setting, command),
        (S::JointlyChecked, command @ (C::AgreeFacts { .. } | C::RecordDifferingFacts { .. })) => {
            return settle(works, setting, command);
        }
        (S::Found | S::Noted | S::Notified, C::AgreeFacts { .. } | C::RecordDifferingFacts { .. }) => {
            return Err(MarkerWorksRefusal::NoJointCheck);
        }
        (
            S::FactsAgreed | S::FactsNotAgreed | S::Announced | S::Decided,
            C::AnnounceWorks { side, delivered_on, start_on, letter, earlier_start_letter },
        ) => {
            let notice = WorksNotice { side, delivered_on, start_on, letter, earlier_start_letter };
            return announce(works, setting, notice);
        }
        (S::Announced, C::NameRepresentative { office }) => {
            let (recorded_by, on) = (setting.officer_unit(), setting.happened_on());
            MarkerWorksFact::RepresentativeNamed { representative: Representative { office, recorded_by, on } }
        }
        (S::Announced, command @ C::RecordWorks { .. }) => return carry_out(works, setting, command),
        // What the Joint Committee decided, both sides may set up together without a notice of one to the other.
        (S::Decided, command @ C::RecordWorks { .. }) if works.gets_new_place() => {
            return carry_out(works, setting, command);
        }
        (S::CarriedOut, command @ C::SignRecord { .. }) => return sign(works, setting, command),
        (
            S::FactsAgreed | S::FactsNotAgreed | S::Announced | S::CarriedOut,
            C::ReferToCommittee { referred_on, reason },
        ) => {
            happened(setting, works.found_on, referred_on)?;
            MarkerWorksFact::ReferredToCommittee { referred_on, reason }
        }
        (S::WithCommittee, C::RecordDecision { decided_on, document, text, in_place }) => {
            let referred_on = works.committee.as_ref().map_or(works.found_on, |committee| committee.referred_on);
            happened(setting, referred_on, decided_on)?;
            let decision = CommitteeDecision { decided_on, document, in_place, text };
            MarkerWorksFact::DecisionRecorded { decision }
        }
        (
            S::Found | S::Noted | S::Notified | S::JointlyChecked | S::FactsAgreed | S::FactsNotAgreed,
            C::Close { reason },
        ) => MarkerWorksFact::Closed { on: setting.happened_on(), reason },
        _ => return Err(works.not_now()),
    };
    Ok(vec![fact])
}

impl From<ConfirmedCondition> for Condition {
    fn from(confirmed: ConfirmedCondition) -> Self {
        match confirmed {
            ConfirmedCondition::Intact => Self::Intact,
            ConfirmedCondition::Damaged => Self::Damaged,
            ConfirmedCondition::SeriouslyDamaged => Self::SeriouslyDamaged,
            ConfirmedCondition::Displaced => Self::Displaced,
            ConfirmedCondition::Destroyed => Self::Destroyed,
            ConfirmedCondition::Missing => Self::Missing,
        }
    }
}

impl MarkerWorksStage {
    fn status(&self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::Noted => "noted",
            Self::Notified => "notified",
            Self::JointlyChecked => "jointly-checked",
            Self::FactsAgreed => "facts-agreed",
            Self::FactsNotAgreed => "facts-not-agreed",
            Self::Announced => "announced",
            Self::CarriedOut => "carried-out",
            Self::WithCommittee => "with-committee",
            Self::Decided => "decided",
            Self::Restored => "restored",
            Self::ReSited => "re-sited",
            Self::Closed { .. } => "closed",
        }
    }
}

impl MarkerWorksState {
    /// True until the marker is restored or re-sited, or the works are closed.
    pub fn is_open(&self) -> bool {
        use MarkerWorksStage as S;
        !matches!(self.stage, S::Restored | S::ReSited | S::Closed { .. })
    }

    /// What the works say of the condition: since when, which, and whether both sides confirmed it. Before both sides
    /// confirmed anything it is only what the own side saw.
    pub fn condition(&self) -> Option<(Date, Condition, bool)> {
        let signed_on = self.record.as_ref().map(|record| record.signed_on);
        match (&self.stage, signed_on) {
            (MarkerWorksStage::Restored, Some(on)) => return Some((on, Condition::Restored, true)),
            (MarkerWorksStage::ReSited, Some(on)) => return Some((on, Condition::ReSited, true)),
            _ => {}
        }
        let checked_on = self.check.as_ref().map(|check| check.held_on);
        let confirmed = self.facts.as_ref().and_then(|facts| facts.condition);
        let seen = self.noted.as_ref().map(|noted| (noted.on, noted.condition.into(), false));
        checked_on.zip(confirmed).map(|(on, condition)| (on, condition, true)).or(seen)
    }

    /// The position that the Joint Committee fixed, once the marker stands there and both sides signed the record.
    pub fn new_position(&self) -> Option<RegisteredPosition> {
        let record = self.record.as_ref().filter(|_| self.stage == MarkerWorksStage::ReSited)?;
        Some(RegisteredPosition {
            from: Some(record.signed_on),
            position: record.position.clone(),
            accuracy_m: record.accuracy_m,
            document: self.decision()?.document.clone(),
            agreement: None,
        })
    }

    fn decision(&self) -> Option<&CommitteeDecision> {
        self.committee.as_ref()?.decision.as_ref()
    }

    /// True once the Joint Committee decided on another place.
    fn gets_new_place(&self) -> bool {
        self.decision().is_some_and(|decision| !decision.in_place)
    }

    /// True while the finding was not yet told in writing.
    fn owes_letter(&self) -> bool {
        !self.notices.iter().any(|notice| notice.letter.is_some())
    }

    fn not_now(&self) -> MarkerWorksRefusal {
        MarkerWorksRefusal::NotNow { status: self.stage.status().to_owned() }
    }

    /// Whose turn it is, where that is not the keeper's own; and until when.
    fn waiting(&self) -> (Option<SideId>, Option<Due>) {
        use MarkerWorksStage as S;
        let of_finder = Some(self.found_by.clone());
        match &self.stage {
            S::Found | S::Noted => (of_finder, self.notice_due()),
            S::Notified if self.owes_letter() => (of_finder, self.notice_due()),
            S::Notified => match self.check_on {
                Some(day) => (None, Some(Due::On(day))),
                // Who was told is to come and look; nobody says until when.
                None if self.found_by == self.other_side => (None, None),
                None => (Some(self.other_side.clone()), None),
            },
            S::FactsAgreed | S::FactsNotAgreed | S::Decided => (self.responsible.clone(), None),
            S::Announced => {
                let notice = self.announcements.last();
                (notice.map(|notice| notice.side.clone()), notice.map(|notice| Due::On(notice.start_on)))
            }
            S::JointlyChecked | S::CarriedOut | S::WithCommittee => (None, None),
            S::Restored | S::ReSited | S::Closed { .. } => (None, None),
        }
    }

    /// The instant until which the finding is to be told in writing.
    fn notice_due(&self) -> Option<Due> {
        let hours = SignedDuration::from_hours(i64::from(self.notify_hours));
        self.found_at.checked_add(hours).ok().map(Due::At)
    }

    /// The day on which it was or is to be held: of the works, of the joint check, or of the finding.
    fn day(&self) -> Date {
        let works = self.carried_out.as_ref().map(|done| done.held_on);
        let announced = self.announcements.last().map(|notice| notice.start_on);
        let check = self.check.as_ref().map(|check| check.held_on).or(self.check_on);
        works.or(announced).or(check).unwrap_or(self.found_on)
    }

    fn links(&self) -> Vec<Link> {
        let mut links = vec![
            Link { role: "at-marker", to: self.marker.0.clone() },
            Link { role: "with", to: self.counterpart.0.clone() },
        ];
        links.extend(self.patrol.iter().map(|patrol| Link { role: "found-on", to: patrol.0.clone() }));
        for notice in &self.notices {
            links.extend(notice.call.iter().map(|call| Link { role: "notified-by", to: call.clone() }));
            links.extend(notice.letter.iter().map(|letter| Link { role: "notified-by", to: letter.0.clone() }));
        }
        for notice in &self.announcements {
            links.extend(notice.letter.iter().map(|letter| Link { role: "announced-by", to: letter.0.clone() }));
            links.extend(
                notice.earlier_start_letter.iter().map(|letter| Link { role: "agreed-by", to: letter.0.clone() }),
            );
        }
        links
    }

    /// The finding on its day; the joint check and the works on theirs, joint once both sides signed a record on them.
    /// What was closed before both sides looked counts nowhere: it was told in error.
    fn figures(&self) -> Vec<Figure> {
        if matches!(self.stage, MarkerWorksStage::Closed { .. }) && self.check.is_none() {
            return Vec::new();
        }
        let figure = |code, on, basis| Figure { code, on, quantity: 1, basis };
        let mut figures = vec![figure("marker-findings", self.found_on, Basis::Own)];
        if let Some(check) = &self.check {
            figures.push(figure("marker-checks", check.held_on, Basis::Own));
            figures.extend(self.facts.iter().map(|_| figure("marker-checks", check.held_on, Basis::Joint)));
        }
        if let Some(done) = &self.carried_out {
            figures.push(figure("marker-works", done.held_on, Basis::Own));
            figures.extend(self.record.iter().map(|_| figure("marker-works", done.held_on, Basis::Joint)));
        }
        figures
    }

    /// What a fold starts from when the first fact is missing; never seen, because the first fact replaces it.
    fn blank(stamp: &Stamp) -> Self {
        Self {
            marker: MarkerId(stamp.record.clone()),
            number: MarkerNumber::blank(),
            title: Words::default(),
            counterpart: CounterpartId(stamp.record.clone()),
            other_side: stamp.side.clone(),
            subject: String::new(),
            found_by: stamp.side.clone(),
            found_at: stamp.happened,
            found_on: Date::ZERO,
            patrol: None,
            notify_hours: NOTIFY_HOURS,
            notice_days: NOTICE_DAYS,
            noted: None,
            notices: Vec::new(),
            check_on: None,
            check: None,
            facts: None,
            responsible: None,
            announcements: Vec::new(),
            representative: None,
            carried_out: None,
            committee: None,
            record: None,
            stage: MarkerWorksStage::Found,
        }
    }
}
