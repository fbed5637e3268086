//! Twinning: a signed, lasting pairing of stations, forces, villages or authorities across the line, with one or more
//! members on each side (VI kết nghĩa, ZH 结对; domain vocabulary C.4).

mod rules;
mod shape;
mod state;

use jiff::civil::Date;

pub(crate) use rules::member_changed;
use rules::{amend_members, approve, continued, in_order, not_ahead, propose, review, sign, started, take_over};
pub use shape::*;
pub use state::*;

use crate::{Basis, Decision, Due, Figure, Header, Link, Noun, RecordId, Right, Setting, SideId, Stamp, Wing, Words};

/// The noun.
pub struct Twinning;

impl Noun for Twinning {
    const NAME: &'static str = "twinning";
    const WING: Wing = Wing::Territory;
    type State = TwinningState;
    type Command = TwinningCommand;
    type Fact = TwinningFact;
    type Refusal = TwinningRefusal;

    fn decide(
        state: Option<&TwinningState>,
        command: TwinningCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<TwinningFact>, TwinningRefusal> {
        use TwinningCommand as C;
        use TwinningStage as S;
        let Some(twinning) = state else {
            return match command {
                C::TakeOver { predecessor, members, from, note_signed_on } => {
                    take_over(setting, predecessor, members, from, note_signed_on)
                }
                command => propose(setting, command),
            };
        };
        match (&twinning.stage, command) {
            (S::Proposed, C::Approve { unit, approved_on, paper }) => {
                approve(twinning, setting, unit, approved_on, paper)
            }
            (S::Proposed, C::RecordApproval { authority, approved_on, paper }) => {
                if twinning.other_approval.is_some() {
                    return Err(TwinningRefusal::AlreadyApproved);
                }
                not_ahead(setting, approved_on)?;
                let other_approval = Approval { on: approved_on, unit: None, authority: Some(authority), paper };
                Ok(Decision::fact(TwinningFact::OtherApproved { other_approval }))
            }
            (S::Proposed | S::Approved, C::Sign { signed_on, in_force_on }) => {
                sign(twinning, setting, signed_on, in_force_on)
            }
            (S::Proposed | S::Approved, C::Withdraw { remark }) => {
                Ok(Decision::fact(TwinningFact::Withdrawn { remark }))
            }
            (S::Signed, C::Start { in_force_on }) => {
                not_ahead(setting, in_force_on)?;
                twinning.signed_on.map_or(Ok(()), |signed| in_order(signed, in_force_on))?;
                Ok(Decision::fact(started(twinning, in_force_on)))
            }
            (S::Active | S::Reviewed { .. } | S::Renewed { .. }, C::Review { reviewed_on, result, review_months }) => {
                review(twinning, setting, reviewed_on, result, review_months)
            }
            (S::Active | S::Reviewed { .. } | S::Renewed { .. }, C::MarkDormant { from, remark }) => {
                twinning.in_course(setting, from)?;
                Ok(Decision::fact(TwinningFact::Dormant { from, remark }))
            }
            (S::Dormant { from, .. }, C::Renew { renewed_on }) => {
                not_ahead(setting, renewed_on)?;
                in_order(*from, renewed_on)?;
                let next_review_on = rules::after_months(renewed_on, twinning.review_months);
                Ok(Decision::fact(TwinningFact::Renewed { renewed_on, next_review_on }))
            }
            (_, command @ C::AmendMembers { .. }) if twinning.is_standing() => {
                let (members, _, note_signed_on) = TwinningMembers::named(command);
                amend_members(twinning, setting, members, note_signed_on)
            }
            (_, command @ C::Continue { .. }) if twinning.is_standing() && twinning.signed_on.is_some() => {
                let (members, from, note_signed_on) = TwinningMembers::named(command);
                continued(twinning, setting, members, from.unwrap_or(setting.today), note_signed_on)
            }
            (_, C::End { ended_on, remark }) if twinning.is_standing() && twinning.signed_on.is_some() => {
                twinning.in_course(setting, ended_on)?;
                Ok(Decision::fact(TwinningFact::Ended { ended_on, remark }))
            }
            (_, C::NoteMemberChange { member, on }) if twinning.is_standing() && twinning.members.has(&member) => {
                Ok(Decision::fact(TwinningFact::MemberChangeNoted { member, on }))
            }
            _ => Err(TwinningRefusal::NotNow { status: twinning.stage.status().to_owned() }),
        }
    }

    fn apply(state: Option<TwinningState>, fact: TwinningFact, stamp: &Stamp) -> TwinningState {
        use TwinningFact as F;
        use TwinningStage as S;
        let mut twinning = state.unwrap_or_else(|| TwinningState::blank(stamp));
        match fact {
            begun @ (F::Proposed { .. } | F::TakenOver { .. }) => twinning = TwinningState::begun(begun, stamp),
            F::Approved { own_approval } => twinning.approved(|all| all.own_approval = Some(own_approval)),
            F::OtherApproved { other_approval } => twinning.approved(|all| all.other_approval = Some(other_approval)),
            F::Signed { signed_on, in_force_on } => {
                (twinning.signed_on, twinning.in_force_on) = (Some(signed_on), Some(in_force_on));
                twinning.stage = S::Signed;
            }
            F::Started { in_force_on, next_review_on } => {
                (twinning.in_force_on, twinning.next_review_on) = (Some(in_force_on), next_review_on);
                twinning.count_from(in_force_on);
                twinning.stage = S::Active;
            }
            F::Reviewed { reviewed_on, result, review_months, next_review_on } => {
                let number = u32::try_from(twinning.reviews.len()).unwrap_or(u32::MAX).saturating_add(1);
                twinning.reviews.push(TwinningReview { number, on: reviewed_on, result });
                (twinning.review_months, twinning.next_review_on) = (review_months, next_review_on);
                twinning.stage = S::Reviewed { number };
            }
            F::Dormant { from, remark } => {
                twinning.count_until(from);
                twinning.next_review_on = None;
                twinning.stage = S::Dormant { from, remark };
            }
            F::Renewed { renewed_on, next_review_on } => {
                twinning.count_from(renewed_on);
                twinning.next_review_on = next_review_on;
                twinning.stage = S::Renewed { from: renewed_on };
            }
            F::MembersAmended { members, title, note_signed_on } => {
                twinning.changed_members.retain(|change| members.has(&change.member));
                (twinning.members, twinning.title) = (members, title);
                match note_signed_on.filter(|_| twinning.signed_on.is_some()) {
                    Some(on) if twinning.is_counted() => {
                        twinning.count_until(on);
                        twinning.count_from(on);
                    }
                    Some(_) => {}
                    None => {
                        (twinning.own_approval, twinning.other_approval) = (None, None);
                        twinning.stage = S::Proposed;
                    }
                }
            }
            F::Continued { successor, from, .. } => {
                twinning.count_until(from);
                twinning.next_review_on = None;
                twinning.stage = S::Continued { successor, until: from };
            }
            F::Ended { ended_on, remark } => {
                twinning.count_until(ended_on);
                twinning.next_review_on = None;
                twinning.stage = S::Ended { until: ended_on, remark };
            }
            F::Withdrawn { remark } => twinning.stage = S::Withdrawn { remark },
            F::MemberChangeNoted { member, on } => twinning.changed_members.push(MemberChange { member, on }),
        }
        twinning
    }

    fn header(twinning: &TwinningState) -> Header {
        let due = twinning.due();
        let mut links: Vec<Link> =
            twinning.members.own().map(|member| Link { role: "own-member", to: member.clone() }).collect();
        links.extend(twinning.members.other().map(|member| Link { role: "other-member", to: member.clone() }));
        links.extend(twinning.counterpart.iter().map(|with| Link { role: "with", to: with.0.clone() }));
        links.extend(twinning.agreement.iter().map(|text| Link { role: "under", to: text.0.clone() }));
        links.extend(twinning.predecessor.iter().map(|before| Link { role: "continues", to: before.0.clone() }));
        let unsigned =
            matches!(twinning.stage, TwinningStage::Proposed | TwinningStage::Approved | TwinningStage::Signed);
        Header {
            status: twinning.stage.status(),
            title: twinning.title.clone(),
            open: unsigned || due.is_some(),
            turn: twinning.turn(),
            counterpart: twinning.counterpart.clone(),
            due: due.map(Due::On),
            links,
            figures: twinning.figures(),
            ..Header::default()
        }
    }

    fn offers(state: Option<&TwinningState>) -> Vec<&'static str> {
        use TwinningStage as S;
        let Some(twinning) = state else { return vec!["propose"] };
        match twinning.stage {
            S::Proposed => vec!["approve", "record-approval", "amend-members", "withdraw"],
            S::Approved => vec!["sign", "amend-members", "withdraw"],
            S::Signed => vec!["start", "amend-members", "continue", "end"],
            S::Active | S::Reviewed { .. } | S::Renewed { .. } if !twinning.changed_members.is_empty() => {
                vec!["continue", "amend-members", "review", "mark-dormant", "end"]
            }
            S::Active | S::Reviewed { .. } | S::Renewed { .. } => {
                vec!["review", "amend-members", "mark-dormant", "continue", "end"]
            }
            S::Dormant { .. } => vec!["renew", "end", "continue", "amend-members"],
            S::Ended { .. } | S::Continued { .. } | S::Withdrawn { .. } => vec![],
        }
    }

    fn right(command: &str) -> Right {
        if matches!(command, "approve" | "sign" | "end" | "continue") { Right::Decide } else { Right::Record }
    }
}

impl TwinningStage {
    fn status(&self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Approved => "approved",
            Self::Signed => "signed",
            Self::Active => "active",
            Self::Reviewed { .. } => "reviewed",
            Self::Dormant { .. } => "dormant",
            Self::Renewed { .. } => "renewed",
            Self::Ended { .. } => "ended",
            Self::Continued { .. } => "continued",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }
}

impl TwinningKind {
    fn figure(self) -> &'static str {
        match self {
            Self::Station => "twinnings-station",
            Self::Force => "twinnings-force",
            Self::Community => "twinnings-community",
            Self::Administration => "twinnings-administration",
        }
    }
}

impl TwinningMembers {
    /// Own units and communities.
    pub fn own(&self) -> impl Iterator<Item = &RecordId> {
        self.own_units.iter().map(|unit| &unit.0).chain(self.own_communities.iter().map(|community| &community.0))
    }

    /// Units and communities of the other side, as far as there are records of them.
    pub fn other(&self) -> impl Iterator<Item = &RecordId> {
        self.other_units.iter().map(|unit| &unit.0).chain(self.other_communities.iter().map(|community| &community.0))
    }

    fn has(&self, member: &RecordId) -> bool {
        self.own().chain(self.other()).any(|known| known == member)
    }

    /// The members that a command names, the first day and the day of the note.
    fn named(command: TwinningCommand) -> (Self, Option<Date>, Option<Date>) {
        match command {
            TwinningCommand::AmendMembers {
                own_units,
                own_communities,
                other_units,
                other_communities,
                other_names,
                note_signed_on,
            } => {
                let members = Self { own_units, own_communities, other_units, other_communities, other_names };
                (members, None, note_signed_on)
            }
            TwinningCommand::Continue {
                own_units,
                own_communities,
                other_units,
                other_communities,
                other_names,
                from,
                note_signed_on,
            } => {
                let members = Self { own_units, own_communities, other_units, other_communities, other_names };
                (members, Some(from), note_signed_on)
            }
            _ => (Self::default(), None, None),
        }
    }
}

impl TwinningState {
    fn blank(stamp: &Stamp) -> Self {
        Self {
            kind: TwinningKind::Station,
            model: None,
            title: Words::default(),
            side: stamp.side.clone(),
            other_side: stamp.side.clone(),
            counterpart: None,
            members: TwinningMembers::default(),
            agreement: None,
            points: Vec::new(),
            meets_every: None,
            review_months: None,
            proposed_by: stamp.officer.clone(),
            own_approval: None,
            other_approval: None,
            signed_on: None,
            in_force_on: None,
            reviews: Vec::new(),
            next_review_on: None,
            counted: Vec::new(),
            changed_members: Vec::new(),
            predecessor: None,
            stage: TwinningStage::Proposed,
        }
    }

    fn begun(fact: TwinningFact, stamp: &Stamp) -> Self {
        let blank = Self::blank(stamp);
        match fact {
            TwinningFact::Proposed {
                kind,
                model,
                title,
                other_side,
                counterpart,
                members,
                agreement,
                points,
                meets_every,
                review_months,
            } => Self {
                kind,
                model,
                title,
                other_side,
                counterpart,
                members,
                agreement,
                points,
                meets_every,
                review_months,
                ..blank
            },
            TwinningFact::TakenOver {
                predecessor,
                kind,
                model,
                title,
                other_side,
                counterpart,
                members,
                agreement,
                points,
                meets_every,
                review_months,
                from,
                note_signed_on,
                next_review_on,
            } => {
                let mut twinning = Self {
                    kind,
                    model,
                    title,
                    other_side,
                    counterpart,
                    members,
                    agreement,
                    points,
                    meets_every,
                    review_months,
                    signed_on: Some(note_signed_on),
                    in_force_on: Some(from),
                    next_review_on,
                    predecessor: Some(predecessor),
                    stage: TwinningStage::Active,
                    ..blank
                };
                twinning.count_from(from);
                twinning
            }
            _ => blank,
        }
    }

    fn approved(&mut self, approve: impl FnOnce(&mut Self)) {
        approve(self);
        if self.own_approval.is_some() && self.other_approval.is_some() {
            self.stage = TwinningStage::Approved;
        }
    }

    /// True until it ended, was continued by another or was given up.
    pub fn is_standing(&self) -> bool {
        use TwinningStage as S;
        !matches!(self.stage, S::Ended { .. } | S::Continued { .. } | S::Withdrawn { .. })
    }

    /// True while it is signed and active, and so counts.
    pub fn is_counted(&self) -> bool {
        self.counted.last().is_some_and(|span| span.until.is_none())
    }

    fn notes(&self, member: &RecordId) -> bool {
        self.changed_members.iter().any(|change| change.member == *member)
    }

    /// The last day from which something counts: nothing that follows lies before it.
    fn last_day(&self) -> Option<Date> {
        let span = self.counted.last().map(|span| span.until.unwrap_or(span.from));
        span.or(self.in_force_on).or(self.signed_on)
    }

    /// A day that is over, and not before what was recorded last.
    fn in_course(&self, setting: &Setting<'_>, day: Date) -> Result<(), TwinningRefusal> {
        not_ahead(setting, day)?;
        self.last_day().map_or(Ok(()), |last| in_order(last, day))
    }

    fn count_from(&mut self, from: Date) {
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let own_members = number(self.members.own().count());
        let partners = number(self.members.other().count() + self.members.other_names.len());
        self.counted.push(CountedSpan { from, until: None, own_members, partners });
    }

    fn count_until(&mut self, until: Date) {
        if let Some(span) = self.counted.last_mut().filter(|span| span.until.is_none()) {
            span.until = Some(until.max(span.from));
        }
    }

    /// A note on changed members first, then the entry into force, then the next review.
    fn due(&self) -> Option<Date> {
        let changed = self.changed_members.iter().map(|change| change.on).min().filter(|_| self.is_standing());
        let entry = self.in_force_on.filter(|_| self.stage == TwinningStage::Signed);
        changed.or(entry).or(self.next_review_on)
    }

    /// The side whose superior has still to approve, the own one first; otherwise both act together.
    fn turn(&self) -> Option<SideId> {
        match (&self.stage, &self.own_approval, &self.other_approval) {
            (TwinningStage::Proposed, None, _) => Some(self.side.clone()),
            (TwinningStage::Proposed, Some(_), None) => Some(self.other_side.clone()),
            _ => None,
        }
    }

    /// Standing counts rise when it becomes active and fall when it no longer is: one relation, its own members, its
    /// partners. Signature and reviews count on their days.
    fn figures(&self) -> Vec<Figure> {
        let mut figures: Vec<Figure> = Vec::new();
        let mut add = |code: &'static str, on: Date, quantity: i64| {
            for basis in [Basis::Own, Basis::Joint] {
                let same = |figure: &&mut Figure| (figure.code, figure.on, figure.basis) == (code, on, basis);
                match figures.iter_mut().find(same) {
                    Some(figure) => figure.quantity += quantity,
                    None => figures.push(Figure { code, on, quantity, basis }),
                }
            }
        };
        for span in &self.counted {
            for (day, sign) in [(Some(span.from), 1), (span.until, -1)] {
                let Some(day) = day else { continue };
                add(self.kind.figure(), day, sign);
                add("twinning-own-members", day, sign * i64::from(span.own_members));
                add("twinning-partners", day, sign * i64::from(span.partners));
            }
        }
        if let Some(signed) = self.signed_on.filter(|_| self.predecessor.is_none()) {
            add("twinnings-signed", signed, 1);
        }
        for review in &self.reviews {
            add("twinning-reviews", review.on, 1);
        }
        figures.retain(|figure| figure.quantity != 0);
        figures
    }
}

#[cfg(test)]
mod tests;
