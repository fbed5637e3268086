//! Hotline call: a call on the agreed line, or the attempt at one; each side keeps its own note of it
//! (VI điện thoại đường dây nóng, ZH 热线电话; domain vocabulary C.3).

mod shape;

use jiff::SignedDuration;

pub use shape::*;

use crate::contact::letter::Letter;
use crate::organisation::counterpart::Counterpart;
use crate::{Basis, CounterpartId, Decision, Due, Figure, Header, LetterId, Link, Noun, Setting, Stamp, Wing, Words};

/// Hours within which a notification given by call is confirmed by letter; proposed default (domain C.3).
pub const CONFIRM_HOURS: i64 = 24;

/// The noun.
pub struct HotlineCall;

impl Noun for HotlineCall {
    const NAME: &'static str = "hotline-call";
    const WING: Wing = Wing::Contact;
    type State = HotlineCallState;
    type Command = HotlineCallCommand;
    type Fact = HotlineCallFact;
    type Refusal = HotlineCallRefusal;

    fn decide(
        state: Option<&HotlineCallState>,
        command: HotlineCallCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<HotlineCallFact>, HotlineCallRefusal> {
        use CallStage as S;
        use HotlineCallCommand as C;
        match (state.map(|call| (call, &call.stage)), command) {
            (None, attempt @ C::RecordAttempt { .. }) => record(setting, attempt),
            (Some((_, S::Noted)), C::ReadBack { by }) => Ok(Decision::fact(HotlineCallFact::ReadBack { by })),
            (Some((call, S::Noted | S::ReadBack { .. })), C::ConfirmInWriting { letter }) => {
                confirm(call, setting, letter)
            }
            (Some((call, S::Noted | S::ReadBack { .. })), C::Close) if call.carries_notification => {
                Err(HotlineCallRefusal::NeedsLetter { hours: CONFIRM_HOURS })
            }
            (Some((_, S::Noted | S::ReadBack { .. } | S::Confirmed { .. })), C::Close) => {
                Ok(Decision::fact(HotlineCallFact::Closed))
            }
            (Some((_, S::Attempted)), _) => Err(HotlineCallRefusal::NotConnected),
            (state, _) => {
                let status = state.map_or("none", |(_, stage)| stage.status()).to_owned();
                Err(HotlineCallRefusal::NotNow { status })
            }
        }
    }

    fn apply(state: Option<HotlineCallState>, fact: HotlineCallFact, stamp: &Stamp) -> HotlineCallState {
        let mut call = state.unwrap_or_else(|| HotlineCallState::blank(stamp));
        match fact {
            HotlineCallFact::Recorded {
                counterpart,
                other_side,
                caller,
                at,
                on,
                outcome,
                urgency,
                subject,
                note,
                promised,
                own_duty,
                other_duty,
                carries_notification,
                follows,
            } => {
                call = HotlineCallState {
                    counterpart,
                    other_side,
                    caller,
                    at,
                    on,
                    outcome,
                    urgency,
                    subject,
                    note,
                    promised,
                    own_duty,
                    other_duty,
                    carries_notification,
                    follows,
                    letter: None,
                    stage: match outcome {
                        CallOutcome::NoAnswer => CallStage::Attempted,
                        CallOutcome::Connected => CallStage::Noted,
                    },
                };
            }
            HotlineCallFact::ReadBack { by } => call.stage = CallStage::ReadBack { by },
            HotlineCallFact::ConfirmedInWriting { letter, on } => {
                call.letter = Some(letter);
                call.stage = CallStage::Confirmed { on };
            }
            HotlineCallFact::Closed => call.stage = CallStage::Closed,
        }
        call
    }

    fn header(call: &HotlineCallState) -> Header {
        let owed = call.owes_letter();
        let mut links = vec![Link { role: "with", to: call.counterpart.0.clone() }];
        links.extend(call.follows.iter().map(|earlier| Link { role: "follows", to: earlier.clone() }));
        links.extend(call.letter.iter().map(|letter| Link { role: "confirmed-by", to: letter.0.clone() }));
        Header {
            status: call.stage.status(),
            title: Words::plain(&call.subject),
            open: owed || call.owes_promise(),
            turn: (owed && call.caller == Caller::Other).then(|| call.other_side.clone()),
            counterpart: Some(call.counterpart.clone()),
            held_on: Some(call.on),
            due: owed.then(|| call.letter_due()),
            links,
            figures: vec![call.figure()],
            ..Header::default()
        }
    }

    fn offers(state: Option<&HotlineCallState>) -> Vec<&'static str> {
        match state.map(|call| (&call.stage, call.owes_letter())) {
            None => vec!["record-attempt"],
            Some((CallStage::Noted, true)) => vec!["read-back", "confirm-in-writing"],
            Some((CallStage::Noted, false)) => vec!["read-back", "confirm-in-writing", "close"],
            Some((CallStage::ReadBack { .. }, true)) => vec!["confirm-in-writing"],
            Some((CallStage::ReadBack { .. }, false)) => vec!["confirm-in-writing", "close"],
            Some((CallStage::Confirmed { .. }, _)) => vec!["close"],
            Some((CallStage::Attempted | CallStage::Closed, _)) => vec![],
        }
    }
}

fn record(setting: &Setting<'_>, command: HotlineCallCommand) -> Result<Decision<HotlineCallFact>, HotlineCallRefusal> {
    let HotlineCallCommand::RecordAttempt {
        counterpart,
        caller,
        at,
        outcome,
        urgency,
        subject,
        note,
        promised,
        own_duty,
        other_duty,
        carries_notification,
        follows,
    } = command
    else {
        return Err(HotlineCallRefusal::NotNow { status: "none".into() });
    };
    let relation = setting.load::<Counterpart>(&counterpart.0).ok_or(HotlineCallRefusal::NoCounterpart)?;
    if at > setting.now {
        return Err(HotlineCallRefusal::InTheFuture);
    }
    if outcome == CallOutcome::NoAnswer && (carries_notification || promised.is_some()) {
        return Err(HotlineCallRefusal::NothingWasSaid);
    }
    if let Some(earlier) = &follows {
        setting.load::<HotlineCall>(earlier).ok_or(HotlineCallRefusal::NoEarlierCall)?;
    }
    Ok(Decision::fact(HotlineCallFact::Recorded {
        counterpart,
        other_side: relation.other_side,
        caller,
        at,
        on: setting.day_of(at),
        outcome,
        urgency,
        subject,
        note,
        promised,
        own_duty,
        other_duty,
        carries_notification,
        follows,
    }))
}

fn confirm(
    call: &HotlineCallState,
    setting: &Setting<'_>,
    letter: LetterId,
) -> Result<Decision<HotlineCallFact>, HotlineCallRefusal> {
    let Some(found) = setting.load::<Letter>(&letter.0) else { return Err(HotlineCallRefusal::NoLetter { letter }) };
    let Some(entry) = found.entry else { return Err(HotlineCallRefusal::LetterNotSent { letter }) };
    if entry.on < call.on {
        return Err(HotlineCallRefusal::LetterBeforeCall { letter });
    }
    Ok(Decision::fact(HotlineCallFact::ConfirmedInWriting { letter, on: entry.on }))
}

impl CallStage {
    fn status(&self) -> &'static str {
        match self {
            Self::Attempted => "attempted",
            Self::Noted => "noted",
            Self::ReadBack { .. } => "read-back",
            Self::Confirmed { .. } => "confirmed",
            Self::Closed => "closed",
        }
    }
}

impl HotlineCallState {
    fn blank(stamp: &Stamp) -> Self {
        Self {
            counterpart: CounterpartId(stamp.record.clone()),
            other_side: stamp.side.clone(),
            caller: Caller::Own,
            at: stamp.happened,
            on: jiff::civil::Date::ZERO,
            outcome: CallOutcome::NoAnswer,
            urgency: Urgency::Ordinary,
            subject: String::new(),
            note: None,
            promised: None,
            own_duty: String::new(),
            other_duty: None,
            carries_notification: false,
            follows: None,
            letter: None,
            stage: CallStage::Attempted,
        }
    }

    /// True while the side that called still has to confirm a notification by letter.
    pub fn owes_letter(&self) -> bool {
        self.carries_notification && matches!(self.stage, CallStage::Noted | CallStage::ReadBack { .. })
    }

    /// True while something was promised and the call is not closed.
    fn owes_promise(&self) -> bool {
        self.promised.is_some() && self.stage != CallStage::Closed
    }

    /// The instant until which the letter is due.
    fn letter_due(&self) -> Due {
        let hours = SignedDuration::from_hours(CONFIRM_HOURS);
        Due::At(self.at.saturating_add(hours).unwrap_or(self.at))
    }

    fn figure(&self) -> Figure {
        let code = match self.outcome {
            CallOutcome::Connected => "calls-connected",
            CallOutcome::NoAnswer => "calls-failed",
        };
        Figure { code, on: self.on, quantity: 1, basis: Basis::Own }
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::date;

    use super::*;
    use crate::contact::letter::LetterCommand;
    use crate::rehearsal::{Rehearsal, id, instant, side};

    fn called(at: Timestamp, outcome: CallOutcome, notification: bool) -> HotlineCallCommand {
        HotlineCallCommand::RecordAttempt {
            counterpart: CounterpartId(id("vs1-nt1")),
            caller: Caller::Own,
            at,
            outcome,
            urgency: Urgency::Urgent,
            subject: "Flood at T11".into(),
            note: None,
            promised: None,
            own_duty: "Duty officer VS1".into(),
            other_duty: None,
            carries_notification: notification,
            follows: None,
        }
    }

    fn nine_o_clock() -> Timestamp {
        instant("2026-02-02T02:00:00Z")
    }

    fn confirmed_by(letter: &str) -> HotlineCallCommand {
        HotlineCallCommand::ConfirmInWriting { letter: LetterId(id(letter)) }
    }

    /// A letter received on the given day of February 2026.
    fn letter(line: &mut Rehearsal, name: &str, day: i8) {
        let received = LetterCommand::RecordReceived {
            counterpart: CounterpartId(id("vs1-nt1")),
            subject: "Flood at T11".into(),
            text: None,
            other_number: None,
            written_on: None,
            received_on: date(2026, 2, day),
            answers: None,
            answer_due_on: None,
        };
        line.act::<Letter>(name, received);
    }

    #[test]
    fn a_failed_attempt_is_kept_and_waits_for_nobody() {
        let mut line = Rehearsal::new();
        line.act::<HotlineCall>("c1", called(nine_o_clock(), CallOutcome::NoAnswer, false));
        let header = line.header::<HotlineCall>("c1");
        assert_eq!((header.status, header.open), ("attempted", false));
        assert_eq!(line.figures::<HotlineCall>("c1"), [("calls-failed", "own", 1)]);
        assert_eq!(line.refused::<HotlineCall>("c1", HotlineCallCommand::Close), "not-connected");
    }

    #[test]
    fn a_call_without_answer_carries_no_notification() {
        let mut line = Rehearsal::new();
        let attempt = called(nine_o_clock(), CallOutcome::NoAnswer, true);
        assert_eq!(line.refused::<HotlineCall>("c1", attempt), "nothing-was-said");
    }

    #[test]
    fn a_later_call_names_the_failed_attempt_it_follows() {
        let mut line = Rehearsal::new();
        let again = |earlier: &str| {
            let mut command = called(nine_o_clock(), CallOutcome::Connected, false);
            if let HotlineCallCommand::RecordAttempt { follows, .. } = &mut command {
                *follows = Some(id(earlier));
            }
            command
        };
        assert_eq!(line.refused::<HotlineCall>("c2", again("c1")), "no-earlier-call");
        line.act::<HotlineCall>("c1", called(nine_o_clock(), CallOutcome::NoAnswer, false));
        line.act::<HotlineCall>("c2", again("c1"));
        assert!(line.header::<HotlineCall>("c2").links.contains(&Link { role: "follows", to: id("c1") }));
    }

    #[test]
    fn a_call_that_carries_a_notification_needs_a_letter_within_a_day() {
        let mut line = Rehearsal::new();
        line.act::<HotlineCall>("c1", called(nine_o_clock(), CallOutcome::Connected, true));
        let header = line.header::<HotlineCall>("c1");
        assert_eq!((header.open, header.turn), (true, None));
        assert_eq!(header.due, Some(Due::At(instant("2026-02-03T02:00:00Z"))));
        letter(&mut line, "l1", 2);
        line.act::<HotlineCall>("c1", confirmed_by("l1"));
        let header = line.header::<HotlineCall>("c1");
        assert_eq!((header.status, header.open, header.due), ("confirmed", false, None));
    }

    #[test]
    fn a_call_that_carries_a_notification_cannot_be_closed_without_a_letter() {
        let mut line = Rehearsal::new();
        line.act::<HotlineCall>("c1", called(nine_o_clock(), CallOutcome::Connected, true));
        assert_eq!(line.refused::<HotlineCall>("c1", HotlineCallCommand::Close), "needs-letter");
        line.act::<HotlineCall>("c1", HotlineCallCommand::ReadBack { by: "Duty officer NT1".into() });
        assert_eq!(line.refused::<HotlineCall>("c1", HotlineCallCommand::Close), "needs-letter");
        letter(&mut line, "l1", 2);
        line.act::<HotlineCall>("c1", confirmed_by("l1"));
        line.act::<HotlineCall>("c1", HotlineCallCommand::Close);
    }

    #[test]
    fn a_letter_from_before_the_call_or_none_at_all_confirms_nothing() {
        let mut line = Rehearsal::new();
        line.act::<HotlineCall>("c1", called(nine_o_clock(), CallOutcome::Connected, true));
        assert_eq!(line.refused::<HotlineCall>("c1", confirmed_by("l1")), "no-letter");
        letter(&mut line, "l1", 1);
        assert_eq!(line.refused::<HotlineCall>("c1", confirmed_by("l1")), "letter-before-call");
        let draft = LetterCommand::Draft {
            counterpart: CounterpartId(id("vs1-nt1")),
            subject: "Flood at T11".into(),
            text: None,
            answers: None,
            answer_due_on: None,
        };
        line.act::<Letter>("l2", draft);
        assert_eq!(line.refused::<HotlineCall>("c1", confirmed_by("l2")), "letter-not-sent");
    }

    #[test]
    fn a_notification_that_came_by_call_waits_for_the_other_sides_letter() {
        let mut line = Rehearsal::new();
        let mut command = called(nine_o_clock(), CallOutcome::Connected, true);
        if let HotlineCallCommand::RecordAttempt { caller, .. } = &mut command {
            *caller = Caller::Other;
        }
        line.act::<HotlineCall>("c1", command);
        assert_eq!(line.header::<HotlineCall>("c1").turn, Some(side("n")));
    }

    #[test]
    fn an_ordinary_call_is_closed_without_a_letter() {
        let mut line = Rehearsal::new();
        line.act::<HotlineCall>("c1", called(nine_o_clock(), CallOutcome::Connected, false));
        line.act::<HotlineCall>("c1", HotlineCallCommand::Close);
        assert_eq!(line.figures::<HotlineCall>("c1"), [("calls-connected", "own", 1)]);
    }

    #[test]
    fn a_call_cannot_be_recorded_before_it_was_made() {
        let mut line = Rehearsal::new();
        let later = instant("2026-02-02T03:00:01Z");
        assert_eq!(line.refused::<HotlineCall>("c1", called(later, CallOutcome::Connected, false)), "in-the-future");
    }
}
