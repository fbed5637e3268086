//! Agreement: a text that binds two or more units of both sides, with versions that rule from their entry into force
//! (VI hiệp định, thỏa thuận, quy chế; ZH 协定、协议; domain vocabulary C.2). Signed is not in force.

mod shape;

use std::collections::BTreeSet;

use jiff::civil::Date;

pub use shape::*;

use crate::organisation::unit::Unit;
use crate::{Decision, Grade, Header, Link, Noun, Right, Setting, Stamp, Wing, Words};

/// The noun.
pub struct Agreement;

impl Noun for Agreement {
    const NAME: &'static str = "agreement";
    const WING: Wing = Wing::Basis;
    const GRADE: Grade = Grade::Open;
    type State = AgreementState;
    type Command = AgreementCommand;
    type Fact = AgreementFact;
    type Refusal = AgreementRefusal;

    fn decide(
        state: Option<&AgreementState>,
        command: AgreementCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<AgreementFact>, AgreementRefusal> {
        use AgreementCommand as C;
        use AgreementStage as S;
        let Some(text) = state else {
            return match command {
                C::Register { .. } => register(setting, command),
                _ => Err(AgreementRefusal::NotNow { status: "none".to_owned() }),
            };
        };
        let fact = match (&text.stage, command) {
            (S::Denounced { .. } | S::Expired { .. }, _) | (_, C::Register { .. }) => return Err(text.not_now()),
            (_, C::AddVersion { number, signed_on, note, source }) => {
                if text.versions.iter().any(|version| version.number == number) {
                    return Err(AgreementRefusal::VersionExists { number });
                }
                not_ahead(setting, signed_on)?;
                AgreementFact::VersionAdded { number, signed_on, note: note.map(Words::tidied), source }
            }
            (_, C::RecordSignature { number, signed_on }) => {
                if let Some(signed_on) = text.version(number)?.signed_on {
                    return Err(AgreementRefusal::AlreadySigned { number, signed_on });
                }
                not_ahead(setting, Some(signed_on))?;
                AgreementFact::VersionSigned { number, signed_on }
            }
            (_, C::RecordEntryIntoForce { number, on, basis }) => {
                may_enter(text.version(number)?, on)?;
                AgreementFact::EntryIntoForceRecorded { number, on, basis }
            }
            (S::InForce, C::Suspend { on, reason }) => AgreementFact::Suspended { on, reason },
            (S::Suspended { from, .. }, C::Resume { on }) if on < *from => {
                return Err(AgreementRefusal::BeforeSuspension { from: *from });
            }
            (S::Suspended { .. }, C::Resume { on }) => AgreementFact::Resumed { on },
            (S::InForce | S::Suspended { .. }, C::Denounce { on, reason }) => AgreementFact::Denounced { on, reason },
            (_, C::Close { on, reason }) => AgreementFact::Closed { on, reason },
            _ => return Err(text.not_now()),
        };
        Ok(Decision::fact(fact))
    }

    fn apply(state: Option<AgreementState>, fact: AgreementFact, _: &Stamp) -> AgreementState {
        let mut text = state.unwrap_or_else(AgreementState::blank);
        match fact {
            AgreementFact::Registered { kind, name, parties, parent, source } => {
                text = AgreementState { kind, name, parties, parent, source, ..AgreementState::blank() };
            }
            AgreementFact::VersionAdded { number, signed_on, note, source } => {
                text.versions.push(Version {
                    number,
                    signed_on,
                    in_force_on: None,
                    in_force_basis: None,
                    note,
                    source,
                });
                text.stage = text.advanced();
            }
            AgreementFact::VersionSigned { number, signed_on } => {
                text.change(number, |version| version.signed_on = Some(signed_on));
            }
            AgreementFact::EntryIntoForceRecorded { number, on, basis } => {
                text.change(number, |version| (version.in_force_on, version.in_force_basis) = (Some(on), basis));
            }
            AgreementFact::Suspended { on, reason } => {
                text.suspensions.push(Suspension { from: on, until: None, reason: reason.clone() });
                text.stage = AgreementStage::Suspended { from: on, reason };
            }
            AgreementFact::Resumed { on } => {
                if let Some(suspension) = text.suspensions.last_mut() {
                    suspension.until = Some(on);
                }
                text.stage = AgreementStage::InForce;
            }
            AgreementFact::Denounced { on, reason } => text.stage = AgreementStage::Denounced { on, reason },
            AgreementFact::Closed { on, reason } => text.stage = AgreementStage::Expired { on, reason },
        }
        text
    }

    fn header(text: &AgreementState) -> Header {
        let mut links: Vec<Link> =
            text.parties.iter().map(|party| Link { role: "party", to: party.0.clone() }).collect();
        links.extend(text.parent.iter().map(|above| Link { role: "under", to: above.0.clone() }));
        Header {
            status: text.stage.status(),
            title: text.name.clone(),
            open: matches!(text.stage, AgreementStage::Drafting | AgreementStage::Signed),
            links,
            ..Header::default()
        }
    }

    fn offers(state: Option<&AgreementState>) -> Vec<&'static str> {
        use AgreementStage as S;
        let Some(text) = state else { return vec!["register"] };
        let mut offers = Vec::new();
        if matches!(text.stage, S::Denounced { .. } | S::Expired { .. }) {
            return offers;
        }
        if text.versions.iter().any(|version| version.signed_on.is_some() && version.in_force_on.is_none()) {
            offers.push("record-entry-into-force");
        }
        if text.versions.iter().any(|version| version.signed_on.is_none()) {
            offers.push("record-signature");
        }
        offers.push("add-version");
        match text.stage {
            S::InForce => offers.extend(["suspend", "denounce", "close"]),
            S::Suspended { .. } => offers.extend(["resume", "denounce", "close"]),
            _ => offers.push("close"),
        }
        offers
    }

    fn right(_: &str) -> Right {
        Right::Administer
    }
}

fn register(setting: &Setting<'_>, command: AgreementCommand) -> Result<Decision<AgreementFact>, AgreementRefusal> {
    let AgreementCommand::Register { kind, name, parties, parent, source } = command else {
        return Err(AgreementRefusal::NotNow { status: "none".to_owned() });
    };
    let name = name.tidied();
    if name.is_empty() {
        return Err(AgreementRefusal::NoName);
    }
    if parties.iter().collect::<BTreeSet<_>>().len() < 2 {
        return Err(AgreementRefusal::FewParties);
    }
    if let Some(unit) = parties.iter().find(|party| setting.load::<Unit>(&party.0).is_none()) {
        return Err(AgreementRefusal::NoUnit { unit: unit.to_string() });
    }
    if let Some(above) = parent.iter().find(|above| setting.load::<Agreement>(&above.0).is_none()) {
        return Err(AgreementRefusal::NoParent { parent: above.to_string() });
    }
    Ok(Decision::fact(AgreementFact::Registered { kind, name, parties, parent, source }))
}

fn not_ahead(setting: &Setting<'_>, day: Option<Date>) -> Result<(), AgreementRefusal> {
    if day.is_some_and(|day| day > setting.today) { Err(AgreementRefusal::InTheFuture) } else { Ok(()) }
}

fn may_enter(version: &Version, on: Date) -> Result<(), AgreementRefusal> {
    let number = version.number;
    if let Some(in_force_on) = version.in_force_on {
        return Err(AgreementRefusal::AlreadyInForce { number, in_force_on });
    }
    match version.signed_on {
        None => Err(AgreementRefusal::NotSigned { number }),
        Some(signed_on) if on < signed_on => Err(AgreementRefusal::BeforeSignature { number, signed_on }),
        Some(_) => Ok(()),
    }
}

impl AgreementStage {
    fn status(&self) -> &'static str {
        match self {
            Self::Drafting => "drafting",
            Self::Signed => "signed",
            Self::InForce => "in-force",
            Self::Suspended { .. } => "suspended",
            Self::Denounced { .. } => "denounced",
            Self::Expired { .. } => "expired",
        }
    }
}

impl AgreementState {
    fn blank() -> Self {
        Self {
            kind: AgreementKind::StationArrangement,
            name: Words::default(),
            parties: Vec::new(),
            parent: None,
            source: None,
            versions: Vec::new(),
            suspensions: Vec::new(),
            stage: AgreementStage::Drafting,
        }
    }

    fn not_now(&self) -> AgreementRefusal {
        AgreementRefusal::NotNow { status: self.stage.status().to_owned() }
    }

    fn version(&self, number: u32) -> Result<&Version, AgreementRefusal> {
        let found = self.versions.iter().find(|version| version.number == number);
        found.ok_or(AgreementRefusal::NoVersion { number })
    }

    fn change(&mut self, number: u32, change: impl FnOnce(&mut Version)) {
        if let Some(version) = self.versions.iter_mut().find(|version| version.number == number) {
            change(version);
        }
        self.stage = self.advanced();
    }

    /// The stage that follows from the versions, while the agreement is neither suspended nor ended.
    fn advanced(&self) -> AgreementStage {
        match &self.stage {
            AgreementStage::Drafting | AgreementStage::Signed | AgreementStage::InForce => {
                if self.versions.iter().any(|version| version.in_force_on.is_some()) {
                    AgreementStage::InForce
                } else if self.versions.iter().any(|version| version.signed_on.is_some()) {
                    AgreementStage::Signed
                } else {
                    AgreementStage::Drafting
                }
            }
            stage => stage.clone(),
        }
    }

    /// The version that rules on a day: the last to enter into force until then. The old version rules until the
    /// new one enters into force; none rules while the agreement is suspended, or from the day it ended (D9).
    pub fn version_on(&self, day: Date) -> Option<&Version> {
        let ended = match self.stage {
            AgreementStage::Denounced { on, .. } | AgreementStage::Expired { on, .. } => on <= day,
            _ => false,
        };
        let suspended =
            self.suspensions.iter().any(|pause| pause.from <= day && pause.until.is_none_or(|end| day < end));
        if ended || suspended {
            return None;
        }
        let entered = self.versions.iter().filter(|version| version.in_force_on.is_some_and(|on| on <= day));
        entered.max_by_key(|version| (version.in_force_on, version.number))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::rehearsal::{Rehearsal, id, unit};
    use crate::{AgreementId, UnitId};

    fn registered(parties: &[&str]) -> AgreementCommand {
        AgreementCommand::Register {
            kind: AgreementKind::StationArrangement,
            name: Words::plain("Station arrangement"),
            parties: parties.iter().map(|party| unit(party)).collect::<Vec<UnitId>>(),
            parent: None,
            source: None,
        }
    }

    fn version(number: u32, signed_on: Option<Date>) -> AgreementCommand {
        AgreementCommand::AddVersion { number, signed_on, note: None, source: None }
    }

    fn entry(number: u32, on: Date) -> AgreementCommand {
        AgreementCommand::RecordEntryIntoForce { number, on, basis: None }
    }

    /// D9: version 1 rules since 2024; version 2 is signed on 24 May 2026 and in force from 9 October 2026.
    fn amended() -> Rehearsal {
        let mut line = Rehearsal::new();
        line.now("2026-09-20T03:00:00Z");
        line.act::<Agreement>("a1", registered(&["vs1", "nt1"]));
        line.act::<Agreement>("a1", version(1, Some(date(2023, 12, 10))));
        line.act::<Agreement>("a1", entry(1, date(2024, 1, 1)));
        line.act::<Agreement>("a1", version(2, Some(date(2026, 5, 24))));
        line
    }

    fn ruling(line: &Rehearsal, day: Date) -> Option<u32> {
        line.state::<Agreement>("a1").version_on(day).map(|version| version.number)
    }

    #[test]
    fn a_signed_agreement_is_not_in_force() {
        let mut line = Rehearsal::new();
        line.act::<Agreement>("a1", registered(&["vs1", "nt1"]));
        assert_eq!(line.header::<Agreement>("a1").status, "drafting");
        line.act::<Agreement>("a1", version(1, Some(date(2026, 1, 10))));
        assert_eq!(line.header::<Agreement>("a1").status, "signed");
        assert_eq!(ruling(&line, date(2026, 12, 31)), None);
        line.act::<Agreement>("a1", entry(1, date(2026, 3, 1)));
        assert_eq!(line.header::<Agreement>("a1").status, "in-force");
        assert_eq!((ruling(&line, date(2026, 2, 28)), ruling(&line, date(2026, 3, 1))), (None, Some(1)));
    }

    #[test]
    fn the_old_version_rules_until_the_new_one_enters_into_force() {
        let mut line = amended();
        assert_eq!(ruling(&line, date(2026, 12, 31)), Some(1));
        line.act::<Agreement>("a1", entry(2, date(2026, 10, 9)));
        assert_eq!((ruling(&line, date(2026, 10, 8)), ruling(&line, date(2026, 10, 9))), (Some(1), Some(2)));
    }

    #[test]
    fn a_version_enters_into_force_after_its_signature_and_once() {
        let mut line = amended();
        assert_eq!(line.refused::<Agreement>("a1", entry(2, date(2026, 5, 23))), "before-signature");
        assert_eq!(line.refused::<Agreement>("a1", entry(1, date(2025, 1, 1))), "already-in-force");
        assert_eq!(line.refused::<Agreement>("a1", entry(3, date(2027, 1, 1))), "no-version");
        line.act::<Agreement>("a1", version(3, None));
        assert_eq!(line.refused::<Agreement>("a1", entry(3, date(2027, 1, 1))), "not-signed");
        let signature = AgreementCommand::RecordSignature { number: 3, signed_on: date(2026, 9, 1) };
        line.act::<Agreement>("a1", signature.clone());
        assert_eq!(line.refused::<Agreement>("a1", signature), "already-signed");
        line.act::<Agreement>("a1", entry(3, date(2027, 1, 1)));
        assert_eq!(ruling(&line, date(2027, 1, 1)), Some(3));
    }

    #[test]
    fn a_signature_does_not_lie_in_the_future_and_a_number_is_given_once() {
        let mut line = amended();
        assert_eq!(line.refused::<Agreement>("a1", version(3, Some(date(2026, 9, 21)))), "in-the-future");
        assert_eq!(line.refused::<Agreement>("a1", version(2, None)), "version-exists");
    }

    #[test]
    fn no_version_rules_while_the_agreement_is_suspended() {
        let mut line = amended();
        let suspend = AgreementCommand::Suspend { on: date(2026, 2, 1), reason: "epidemic".into() };
        line.act::<Agreement>("a1", suspend);
        assert_eq!(ruling(&line, date(2026, 8, 1)), None);
        let resume = |on| AgreementCommand::Resume { on };
        assert_eq!(line.refused::<Agreement>("a1", resume(date(2026, 1, 1))), "before-suspension");
        line.act::<Agreement>("a1", resume(date(2026, 9, 1)));
        let days = [date(2026, 1, 31), date(2026, 2, 1), date(2026, 8, 31), date(2026, 9, 1)];
        assert_eq!(days.map(|day| ruling(&line, day)), [Some(1), None, None, Some(1)]);
    }

    #[test]
    fn a_denounced_agreement_rules_until_its_last_day_and_takes_no_act() {
        let mut line = amended();
        let denounce = AgreementCommand::Denounce { on: date(2027, 1, 1), reason: "denounced by a party".into() };
        line.act::<Agreement>("a1", denounce);
        assert_eq!((ruling(&line, date(2026, 12, 31)), ruling(&line, date(2027, 1, 1))), (Some(1), None));
        assert_eq!(line.refused::<Agreement>("a1", version(3, None)), "not-now");
    }

    #[test]
    fn an_agreement_binds_at_least_two_known_units() {
        let mut line = Rehearsal::new();
        assert_eq!(line.refused::<Agreement>("a1", registered(&["vs1", "vs1"])), "few-parties");
        assert_eq!(line.refused::<Agreement>("a1", registered(&["vs1", "nt9"])), "no-unit");
        let AgreementCommand::Register { kind, name, parties, source, .. } = registered(&["vs1", "nt1"]) else {
            return;
        };
        let parent = Some(AgreementId(id("a9")));
        let under = AgreementCommand::Register { kind, name, parties, parent, source };
        assert_eq!(line.refused::<Agreement>("a1", under), "no-parent");
    }

    proptest! {
        #[test]
        fn the_version_that_rules_never_has_its_entry_ahead(days in prop::collection::vec(0..900i16, 1..6), asked in 0..1000i16) {
            let day = |offset: i16| date(2024, 1, 1).saturating_add(jiff::ToSpan::days(offset));
            let mut text = AgreementState::blank();
            for (place, offset) in days.iter().enumerate() {
                let number = place as u32 + 1;
                let (in_force_on, signed_on) = (Some(day(*offset)), Some(date(2023, 1, 1)));
                text.versions.push(Version { number, signed_on, in_force_on, in_force_basis: None, note: None, source: None });
            }
            let last = days.iter().filter(|offset| **offset <= asked).max().map(|offset| day(*offset));
            prop_assert_eq!(text.version_on(day(asked)).and_then(|version| version.in_force_on), last);
        }
    }
}
