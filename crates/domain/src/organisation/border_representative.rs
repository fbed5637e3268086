//! Border representative: a person appointed by one side for one treaty segment to handle border events, with deputies
//! and assistants (VI đại diện biên giới, ZH 边界代表; domain vocabulary C.1, practice B.2).

mod rules;
mod shape;
mod state;

use jiff::civil::Date;

pub(crate) use rules::credential_flags;
use rules::{
    answer, appoint, begin, give_mandate, handle, in_order, meant, not_ahead, notify, renew, represents, take_office,
};
pub use shape::*;
pub use state::*;

use crate::{Decision, Due, Header, Link, Noun, Right, Setting, Stamp, TreatySegmentId, Wing, Words};

/// The noun.
pub struct BorderRepresentative;

impl Noun for BorderRepresentative {
    const NAME: &'static str = "border-representative";
    const WING: Wing = Wing::Organisation;
    type State = BorderRepresentativeState;
    type Command = BorderRepresentativeCommand;
    type Fact = BorderRepresentativeFact;
    type Refusal = BorderRepresentativeRefusal;

    fn decide(
        state: Option<&BorderRepresentativeState>,
        command: BorderRepresentativeCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<BorderRepresentativeFact>, BorderRepresentativeRefusal> {
        use BorderRepresentativeCommand as C;
        use BorderRepresentativeFact as F;
        use RepresentativeStage as S;
        let Some(person) = state else { return begin(setting, command) };
        match (&person.stage, command) {
            (
                S::Proposed,
                C::Appoint { authority, credential_number, signed_by, signed_on, credential_unit, from, until },
            ) => {
                let credential = Credential { number: credential_number, signed_by, signed_on, unit: credential_unit };
                appoint(setting, &person.side, authority, credential, from, until)
            }
            (S::Appointed, C::Notify { notified_on, letter }) => {
                let signed = person.credential.as_ref().map(|credential| credential.signed_on);
                signed.map_or(Ok(()), |signed| in_order(signed, notified_on))?;
                notify(setting, notified_on, letter)
            }
            (S::Notified, C::Answer { accepts, remark }) => answer(person, setting, true, accepts, remark),
            (S::Notified, C::RecordAnswer { accepts, remark }) => answer(person, setting, false, accepts, remark),
            (S::Accepted, C::TakeOffice { from, replaces }) => take_office(person, setting, from, replaces),
            (S::Active, C::GiveMandate { by, mandate_from, mandate_until, absence, told_on }) => {
                let mandate = Mandate { number: 0, by, from: mandate_from, until: mandate_until, absence, told_on };
                give_mandate(person, setting, mandate)
            }
            (S::Active, C::RecordTold { number, told_on }) => {
                not_ahead(setting, told_on)?;
                let mandate = meant(&person.mandates, number, |one| one.number, |one| one.told_on.is_none())?;
                Ok(Decision::fact(F::Told { number: mandate.number, told_on }))
            }
            (S::Active, C::EndMandate { number, ended_on }) => {
                let mandate = meant(&person.mandates, number, |one| one.number, |one| ended_on < one.until)?;
                Ok(Decision::fact(F::MandateEnded { number: mandate.number, ended_on: ended_on.max(mandate.from) }))
            }
            (S::Active | S::Replaced { .. }, C::RecordHandled { handled_on, what, record }) => {
                handle(person, setting, handled_on, what, record)
            }
            (S::Active | S::Replaced { .. }, C::ConfirmHandled { number, by }) => {
                let waits = |event: &HandledEvent| person.needs_confirmation() && event.confirmed_by.is_none();
                let event = meant(&person.handled, number, |one| one.number, waits)?;
                represents(person, setting, &by)?;
                Ok(Decision::fact(F::EventConfirmed { number: event.number, by }))
            }
            (
                S::Appointed | S::Notified | S::Accepted | S::Active,
                C::RenewCredential { credential_number, signed_by, signed_on, credential_unit },
            ) => {
                let credential = Credential { number: credential_number, signed_by, signed_on, unit: credential_unit };
                renew(person, setting, credential)
            }
            (S::Appointed | S::Notified | S::Accepted | S::Active, C::FlagCredential { unit, on }) => {
                Ok(Decision::fact(F::CredentialFlagged { outdated: OutdatedCredential { unit, on } }))
            }
            (S::Active, C::Replace { replaced_on, successor, remark }) => {
                not_ahead(setting, replaced_on)?;
                person.from.map_or(Ok(()), |from| in_order(from, replaced_on))?;
                Ok(Decision::fact(F::Replaced { replaced_on, successor, remark }))
            }
            (S::Proposed | S::Appointed | S::Notified | S::Accepted, C::Withdraw { remark }) => {
                Ok(Decision::fact(F::Withdrawn { remark }))
            }
            _ => Err(BorderRepresentativeRefusal::NotNow { status: person.stage.status().to_owned() }),
        }
    }

    fn apply(
        state: Option<BorderRepresentativeState>,
        fact: BorderRepresentativeFact,
        stamp: &Stamp,
    ) -> BorderRepresentativeState {
        use BorderRepresentativeFact as F;
        use RepresentativeStage as S;
        let mut person = state.unwrap_or_else(|| BorderRepresentativeState::blank(stamp));
        match fact {
            F::Proposed { side, other_side, segment, role, person: named, unit } => {
                let blank = BorderRepresentativeState::blank(stamp);
                person = BorderRepresentativeState { side, other_side, segment, role, person: named, unit, ..blank };
            }
            F::Appointed { authority, credential, from, until } => {
                (person.authority, person.credential) = (Some(authority), Some(credential));
                (person.from, person.until) = (Some(from), until);
                person.stage = S::Appointed;
            }
            F::Notified { notified_on, letter } => {
                (person.notified_on, person.letter) = (Some(notified_on), letter);
                person.stage = S::Notified;
            }
            F::Accepted => person.stage = S::Accepted,
            F::Declined { remark } => person.stage = S::Declined { remark },
            F::OfficeTaken { from } => {
                person.from = Some(from);
                person.stage = S::Active;
            }
            F::MandateGiven { mandate } => person.mandates.push(mandate),
            F::Told { number, told_on } => person.change_mandate(number, |one| one.told_on = Some(told_on)),
            F::MandateEnded { number, ended_on } => person.change_mandate(number, |one| one.until = ended_on),
            F::EventHandled { event } => person.handled.push(event),
            F::EventConfirmed { number, by } => {
                let event = person.handled.iter_mut().find(|event| event.number == number);
                event.into_iter().for_each(|event| event.confirmed_by = Some(by.clone()));
            }
            F::CredentialRenewed { credential } => {
                (person.credential, person.outdated) = (Some(credential), None);
            }
            F::CredentialFlagged { outdated } => person.outdated = Some(outdated),
            F::Replaced { replaced_on, successor, remark } => {
                person.outdated = None;
                person.stage = S::Replaced { until: replaced_on, successor, remark };
            }
            F::Withdrawn { remark } => {
                person.outdated = None;
                person.stage = S::Withdrawn { remark };
            }
        }
        person
    }

    fn header(person: &BorderRepresentativeState) -> Header {
        use RepresentativeStage as S;
        let due = person.due();
        let waits = matches!(person.stage, S::Proposed | S::Appointed | S::Notified | S::Accepted);
        let open = waits || due.is_some() || person.has_unconfirmed();
        let turn = if person.stage == S::Notified { &person.other_side } else { &person.side };
        Header {
            status: person.stage.status(),
            title: person.person.title(),
            number: person.credential.as_ref().map(|credential| credential.number.clone()),
            open,
            turn: open.then(|| turn.clone()),
            side: Some(person.side.clone()),
            due: due.map(Due::On),
            links: person.links(),
            ..Header::default()
        }
    }

    fn offers(state: Option<&BorderRepresentativeState>) -> Vec<&'static str> {
        use RepresentativeStage as S;
        let Some(person) = state else { return vec!["propose", "record-notified"] };
        let mut offers = Vec::new();
        if person.outdated.is_some() {
            offers.push("renew-credential");
        }
        if person.has_unconfirmed() {
            offers.push("confirm-handled");
        }
        match person.stage {
            S::Proposed => offers.extend(["appoint", "withdraw"]),
            S::Appointed => offers.extend(["notify", "withdraw"]),
            S::Notified => offers.extend(["answer", "record-answer", "withdraw"]),
            S::Accepted => offers.extend(["take-office", "withdraw"]),
            S::Active => {
                if person.mandates.iter().any(|one| one.told_on.is_none()) {
                    offers.push("record-told");
                }
                if person.role == RepresentativeRole::Deputy {
                    offers.push("give-mandate");
                }
                offers.push("record-handled");
                if !person.mandates.is_empty() {
                    offers.push("end-mandate");
                }
                if person.outdated.is_none() {
                    offers.push("renew-credential");
                }
                offers.push("replace");
            }
            S::Replaced { .. } => offers.push("record-handled"),
            S::Declined { .. } | S::Withdrawn { .. } => {}
        }
        offers
    }

    fn right(command: &str) -> Right {
        if matches!(command, "appoint" | "answer" | "give-mandate" | "confirm-handled") {
            Right::Decide
        } else {
            Right::Record
        }
    }
}

impl RepresentativeStage {
    fn status(&self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Appointed => "appointed",
            Self::Notified => "notified",
            Self::Accepted => "accepted",
            Self::Active => "active",
            Self::Replaced { .. } => "replaced",
            Self::Declined { .. } => "declined",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }
}

impl PersonInOffice {
    /// Name, rank and office as a list shows them.
    pub fn title(&self) -> Words {
        let rank = self.rank.as_deref().filter(|rank| !rank.trim().is_empty());
        let named = rank.map_or_else(|| self.name.clone(), |rank| format!("{} {rank}", self.name));
        Words::plain(format!("{named} · {}", self.office))
    }
}

impl BorderRepresentativeState {
    fn blank(stamp: &Stamp) -> Self {
        Self {
            side: stamp.side.clone(),
            other_side: stamp.side.clone(),
            segment: TreatySegmentId(stamp.record.clone()),
            role: RepresentativeRole::Representative,
            person: PersonInOffice { name: String::new(), rank: None, office: String::new() },
            unit: None,
            authority: None,
            credential: None,
            from: None,
            until: None,
            notified_on: None,
            letter: None,
            mandates: Vec::new(),
            handled: Vec::new(),
            outdated: None,
            stage: RepresentativeStage::Proposed,
        }
    }

    fn change_mandate(&mut self, number: u32, change: impl FnOnce(&mut Mandate)) {
        if let Some(mandate) = self.mandates.iter_mut().find(|mandate| mandate.number == number) {
            change(mandate);
        }
    }

    /// True until the office is left or the appointment is given up.
    pub fn is_standing(&self) -> bool {
        use RepresentativeStage as S;
        matches!(self.stage, S::Appointed | S::Notified | S::Accepted | S::Active)
    }

    /// True when the person held the office on a day. A letter of credence that names a dissolved unit changes nothing.
    pub fn in_office_on(&self, day: Date) -> bool {
        let left = match &self.stage {
            RepresentativeStage::Active => self.until,
            RepresentativeStage::Replaced { until, .. } => Some(*until),
            _ => return false,
        };
        self.from.is_some_and(|from| from <= day) && left.is_none_or(|left| day < left)
    }

    /// True when the person could act for the side on a day: a deputy only under a mandate of that day.
    pub fn may_act_on(&self, day: Date) -> bool {
        let mandated = || self.mandates.iter().any(|mandate| mandate.from <= day && day < mandate.until);
        self.in_office_on(day) && (self.role != RepresentativeRole::Deputy || mandated())
    }

    /// What an assistant does takes effect only after the representative confirms it (model rule B.7).
    fn needs_confirmation(&self) -> bool {
        self.role == RepresentativeRole::Assistant
    }

    fn has_unconfirmed(&self) -> bool {
        self.needs_confirmation() && self.handled.iter().any(|event| event.confirmed_by.is_none())
    }

    /// A new letter of credence from the day of the dissolution on; telling the other side of a mandate by its first day;
    /// the end of a term.
    fn due(&self) -> Option<Date> {
        let mandates = self.mandates.iter().filter(|mandate| mandate.told_on.is_none() && mandate.from < mandate.until);
        let told = mandates.map(|mandate| mandate.from).filter(|_| self.stage == RepresentativeStage::Active);
        let term = self.until.filter(|_| self.stage == RepresentativeStage::Active);
        told.chain(self.outdated.as_ref().map(|outdated| outdated.on)).chain(term).min()
    }

    fn links(&self) -> Vec<Link> {
        let mut links = vec![Link { role: "on-segment", to: self.segment.0.clone() }];
        links.extend(self.unit.iter().map(|unit| Link { role: "serves-in", to: unit.0.clone() }));
        links.extend(
            self.credential.iter().map(|credential| Link { role: "credential-of", to: credential.unit.0.clone() }),
        );
        links.extend(self.letter.iter().map(|letter| Link { role: "told-by", to: letter.0.clone() }));
        links.extend(self.mandates.iter().map(|mandate| Link { role: "mandated-by", to: mandate.by.0.clone() }));
        let records = self.handled.iter().filter_map(|event| event.record.clone());
        links.extend(records.map(|to| Link { role: "handled", to }));
        if let RepresentativeStage::Replaced { successor: Some(successor), .. } = &self.stage {
            links.push(Link { role: "successor", to: successor.0.clone() });
        }
        links
    }
}

#[cfg(test)]
mod tests;
