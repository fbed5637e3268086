//! Letter: what one unit writes to its counterpart, entered by number in a register of letters sent or received
//! (VI thư trao đổi, công hàm; ZH 信函; domain vocabulary C.3).

mod shape;

use jiff::civil::Date;

pub use shape::*;

use crate::organisation::counterpart::Counterpart;
use crate::{
    Basis, Consequence, CounterpartId, Decision, Due, Figure, Header, LetterId, Link, Noun, Right, Setting, SideId,
    Stamp, UnitId, Wing, Words,
};

/// The noun.
pub struct Letter;

impl Noun for Letter {
    const NAME: &'static str = "letter";
    const WING: Wing = Wing::Contact;
    type State = LetterState;
    type Command = LetterCommand;
    type Fact = LetterFact;
    type Refusal = LetterRefusal;

    fn decide(
        state: Option<&LetterState>,
        command: LetterCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<LetterFact>, LetterRefusal> {
        use LetterCommand as C;
        match (state, command) {
            (None, C::Draft { counterpart, subject, text, answers, answer_due_on }) => {
                let other_side = other_side(setting, &counterpart)?;
                may_answer(setting, answers.as_ref(), Register::Out)?;
                due_after(answer_due_on, setting.happened_on())?;
                let fact = LetterFact::Drafted { counterpart, other_side, subject, text, answers, answer_due_on };
                Ok(Decision::fact(fact))
            }
            (None, received @ C::RecordReceived { .. }) => receive(setting, received),
            (Some(letter), C::Amend { subject, text, answer_due_on }) => {
                letter.is_draft().then_some(()).ok_or(LetterRefusal::NotADraft)?;
                if subject.as_ref().or(text.as_ref()).is_none() && answer_due_on.is_none() {
                    return Err(LetterRefusal::NothingToAmend);
                }
                due_after(answer_due_on, setting.happened_on())?;
                Ok(Decision::fact(LetterFact::Amended { subject, text, answer_due_on }))
            }
            (Some(letter), C::Approve) if letter.is_draft() => {
                if letter.drafted_by.contains(&setting.officer) {
                    return Err(LetterRefusal::OwnDraft);
                }
                let (by, on) = (setting.officer.clone(), setting.happened_on());
                Ok(Decision::fact(LetterFact::Approved { by, on }))
            }
            (Some(letter), C::Send { sent_on }) => send(letter, setting, sent_on),
            (Some(letter), C::RecordDelivery { delivered_on, receipt }) => {
                deliver(letter, setting, Delivery { on: delivered_on, receipt })
            }
            (Some(letter), C::Acknowledge) if matches!(letter.stage, LetterStage::Sent | LetterStage::Delivered) => {
                Ok(Decision::fact(LetterFact::Acknowledged { on: setting.happened_on() }))
            }
            (Some(letter), C::RecordAnswered { by }) if letter.can_be_answered() => {
                Ok(Decision::fact(LetterFact::Answered { by }))
            }
            (Some(letter), C::Close { reason }) => close(letter, reason),
            (state, _) => {
                Err(LetterRefusal::NotNow { status: state.map_or("none", |letter| letter.standing().0).to_owned() })
            }
        }
    }

    fn apply(state: Option<LetterState>, fact: LetterFact, stamp: &Stamp) -> LetterState {
        let mut letter = state.unwrap_or_else(|| LetterState::blank(stamp));
        match fact {
            LetterFact::Drafted { counterpart, other_side, subject, text, answers, answer_due_on } => {
                let drafted_by = vec![stamp.officer.clone()];
                let blank = LetterState::blank(stamp);
                letter =
                    LetterState { counterpart, other_side, subject, text, answers, answer_due_on, drafted_by, ..blank };
            }
            LetterFact::Amended { subject, text, answer_due_on } => {
                letter.subject = subject.unwrap_or(letter.subject);
                letter.text = text.or(letter.text);
                letter.answer_due_on = answer_due_on.or(letter.answer_due_on);
                if !letter.drafted_by.contains(&stamp.officer) {
                    letter.drafted_by.push(stamp.officer.clone());
                }
            }
            LetterFact::Approved { by, on } => letter.stage = LetterStage::Approved { by, on },
            LetterFact::Sent { entry } => {
                letter.entry = Some(entry);
                letter.stage = LetterStage::Sent;
            }
            LetterFact::Delivered { delivery } => {
                letter.delivery = Some(delivery);
                letter.stage = LetterStage::Delivered;
            }
            LetterFact::Acknowledged { on } => letter.stage = LetterStage::Acknowledged { on },
            LetterFact::Received {
                counterpart,
                other_side,
                subject,
                text,
                other_number,
                written_on,
                entry,
                answers,
                answer_due_on,
            } => {
                letter = LetterState {
                    counterpart,
                    other_side,
                    unit: entry.unit.clone(),
                    subject,
                    text,
                    answers,
                    answer_due_on,
                    drafted_by: Vec::new(),
                    entry: Some(entry),
                    other_number,
                    written_on,
                    delivery: None,
                    stage: LetterStage::Received,
                };
            }
            LetterFact::Answered { by } => letter.stage = LetterStage::Answered { by },
            LetterFact::Closed { reason } => letter.stage = LetterStage::Closed { reason },
        }
        letter
    }

    fn header(letter: &LetterState) -> Header {
        let (status, open, turn) = letter.standing();
        let mut links = vec![Link { role: "with", to: letter.counterpart.0.clone() }];
        links.extend(letter.answers.iter().map(|answered| Link { role: "answers", to: answered.0.clone() }));
        if let LetterStage::Answered { by } = &letter.stage {
            links.push(Link { role: "answered-by", to: by.0.clone() });
        }
        let entry = letter.entry.as_ref();
        Header {
            status,
            title: Words::plain(&letter.subject),
            number: letter.number(),
            series: entry.map(|entry| series(entry.register, &entry.unit, entry.year)),
            ordinal: entry.map(|entry| entry.ordinal),
            open,
            turn,
            counterpart: Some(letter.counterpart.clone()),
            held_on: entry.map(|entry| entry.on),
            due: if open && entry.is_some() { letter.answer_due_on.map(Due::On) } else { None },
            links,
            figures: entry.map(figure).into_iter().collect(),
            ..Header::default()
        }
    }

    fn offers(state: Option<&LetterState>) -> Vec<&'static str> {
        match state.map(|letter| &letter.stage) {
            None => vec!["draft", "record-received"],
            Some(LetterStage::Draft) => vec!["approve", "amend", "close"],
            Some(LetterStage::Approved { .. }) => vec!["send", "close"],
            Some(LetterStage::Sent) => vec!["record-delivery", "acknowledge", "record-answered", "close"],
            Some(LetterStage::Delivered) => vec!["acknowledge", "record-answered", "close"],
            Some(LetterStage::Acknowledged { .. } | LetterStage::Received) => vec!["record-answered", "close"],
            Some(LetterStage::Answered { .. }) => vec!["close"],
            Some(LetterStage::Closed { .. }) => vec![],
        }
    }

    fn right(command: &str) -> Right {
        if command == "approve" { Right::Decide } else { Right::Record }
    }
}

fn other_side(setting: &Setting<'_>, counterpart: &CounterpartId) -> Result<SideId, LetterRefusal> {
    let relation = setting.load::<Counterpart>(&counterpart.0).ok_or(LetterRefusal::NoCounterpart)?;
    Ok(relation.other_side)
}

/// A letter of one register answers only a letter that stands in the other.
fn may_answer(setting: &Setting<'_>, answers: Option<&LetterId>, mine: Register) -> Result<(), LetterRefusal> {
    let Some(answered) = answers else { return Ok(()) };
    let letter = answered.clone();
    match setting.load::<Letter>(&answered.0).map(|found| found.entry) {
        None => Err(LetterRefusal::NoLetter { letter }),
        Some(None) => Err(LetterRefusal::NotYetSent { letter }),
        Some(Some(entry)) if entry.register == mine => Err(LetterRefusal::SameDirection { letter }),
        Some(Some(_)) => Ok(()),
    }
}

/// What follows for the letter that is answered, unless it was answered or closed before.
fn answered(setting: &Setting<'_>, answers: Option<&LetterId>) -> Option<Consequence> {
    let answered = answers?;
    let letter = setting.load::<Letter>(&answered.0)?;
    let command = LetterCommand::RecordAnswered { by: LetterId(setting.record.clone()) };
    letter.can_be_answered().then(|| Consequence::of::<Letter>(answered.0.clone(), setting.unit.clone(), &command))
}

fn due_after(due_on: Option<Date>, day: Date) -> Result<(), LetterRefusal> {
    if due_on.is_some_and(|due_on| due_on < day) { Err(LetterRefusal::DueTooEarly { day }) } else { Ok(()) }
}

fn not_ahead(setting: &Setting<'_>, day: Date) -> Result<(), LetterRefusal> {
    if day > setting.today { Err(LetterRefusal::InTheFuture) } else { Ok(()) }
}

/// The series in which a register's numbers of one year run.
fn series(register: Register, unit: &UnitId, year: i16) -> String {
    let register = match register {
        Register::Out => "out",
        Register::In => "in",
    };
    format!("letter/{unit}/{register}/{year}")
}

/// The next place in a register of the unit.
fn next_entry(setting: &Setting<'_>, register: Register, unit: UnitId, on: Date) -> Entry {
    let year = on.year();
    let ordinal = setting.around.last_ordinal(&series(register, &unit, year)).saturating_add(1);
    Entry { register, unit, year, ordinal, on }
}

fn receive(setting: &Setting<'_>, command: LetterCommand) -> Result<Decision<LetterFact>, LetterRefusal> {
    let LetterCommand::RecordReceived {
        counterpart,
        subject,
        text,
        other_number,
        written_on,
        received_on,
        answers,
        answer_due_on,
    } = command
    else {
        return Err(LetterRefusal::NotNow { status: "none".into() });
    };
    let other_side = other_side(setting, &counterpart)?;
    not_ahead(setting, received_on)?;
    if let Some(written_on) = written_on.filter(|written_on| *written_on > received_on) {
        return Err(LetterRefusal::BeforeWritten { written_on });
    }
    due_after(answer_due_on, received_on)?;
    may_answer(setting, answers.as_ref(), Register::In)?;
    let consequence = answered(setting, answers.as_ref());
    let fact = LetterFact::Received {
        counterpart,
        other_side,
        subject,
        text,
        other_number,
        written_on,
        entry: next_entry(setting, Register::In, setting.unit.clone(), received_on),
        answers,
        answer_due_on,
    };
    Ok(Decision::fact(fact).and_all(consequence))
}

fn send(letter: &LetterState, setting: &Setting<'_>, on: Date) -> Result<Decision<LetterFact>, LetterRefusal> {
    match letter.stage {
        LetterStage::Approved { .. } => {}
        LetterStage::Draft => return Err(LetterRefusal::NotApproved),
        _ => return Err(LetterRefusal::NotNow { status: letter.standing().0.to_owned() }),
    }
    not_ahead(setting, on)?;
    let entry = next_entry(setting, Register::Out, letter.unit.clone(), on);
    Ok(Decision::fact(LetterFact::Sent { entry }).and_all(answered(setting, letter.answers.as_ref())))
}

fn deliver(
    letter: &LetterState,
    setting: &Setting<'_>,
    delivery: Delivery,
) -> Result<Decision<LetterFact>, LetterRefusal> {
    let (LetterStage::Sent, Some(entry)) = (&letter.stage, &letter.entry) else {
        return Err(LetterRefusal::NotNow { status: letter.standing().0.to_owned() });
    };
    if delivery.on < entry.on {
        return Err(LetterRefusal::BeforeSent { sent_on: entry.on });
    }
    not_ahead(setting, delivery.on)?;
    Ok(Decision::fact(LetterFact::Delivered { delivery }))
}

fn close(letter: &LetterState, reason: Option<String>) -> Result<Decision<LetterFact>, LetterRefusal> {
    if matches!(letter.stage, LetterStage::Closed { .. }) {
        return Err(LetterRefusal::NotNow { status: "closed".into() });
    }
    let reason = reason.filter(|reason| !reason.trim().is_empty());
    match letter.answer_due_on {
        Some(due_on) if letter.can_be_answered() && reason.is_none() => Err(LetterRefusal::NeedsReason { due_on }),
        _ => Ok(Decision::fact(LetterFact::Closed { reason })),
    }
}

fn figure(entry: &Entry) -> Figure {
    let code = match entry.register {
        Register::Out => "letters-sent",
        Register::In => "letters-received",
    };
    Figure { code, on: entry.on, quantity: 1, basis: Basis::Own }
}

impl LetterState {
    fn blank(stamp: &Stamp) -> Self {
        Self {
            counterpart: CounterpartId(stamp.record.clone()),
            other_side: stamp.side.clone(),
            unit: stamp.unit.clone(),
            subject: String::new(),
            text: None,
            answers: None,
            answer_due_on: None,
            drafted_by: Vec::new(),
            entry: None,
            other_number: None,
            written_on: None,
            delivery: None,
            stage: LetterStage::Draft,
        }
    }

    fn is_draft(&self) -> bool {
        self.stage == LetterStage::Draft
    }

    /// True once it went out or came in and while no answer settles it.
    fn can_be_answered(&self) -> bool {
        use LetterStage as S;
        matches!(self.stage, S::Sent | S::Delivered | S::Acknowledged { .. } | S::Received)
    }

    /// The number printed: of the own register, and of the other side for a letter received.
    pub fn number(&self) -> Option<String> {
        let entry = self.entry.as_ref()?;
        let own = format!("{}/{}", entry.ordinal, entry.year);
        Some(match &self.other_number {
            Some(other) => format!("{own} ({other})"),
            None => own,
        })
    }

    /// Name of the stage, whether somebody must act, whose turn it is.
    fn standing(&self) -> (&'static str, bool, Option<SideId>) {
        let awaits = self.answer_due_on.is_some();
        let turn = awaits.then(|| self.other_side.clone());
        match self.stage {
            LetterStage::Draft => ("draft", true, None),
            LetterStage::Approved { .. } => ("approved", true, None),
            LetterStage::Sent => ("sent", true, turn),
            LetterStage::Delivered => ("delivered", awaits, turn),
            LetterStage::Acknowledged { .. } => ("acknowledged", awaits, turn),
            LetterStage::Received => ("received", awaits, None),
            LetterStage::Answered { .. } => ("answered", false, None),
            LetterStage::Closed { .. } => ("closed", false, None),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::rehearsal::{Rehearsal, id, side};

    fn letter(name: &str) -> LetterId {
        LetterId(id(name))
    }

    fn draft(answers: Option<&str>, answer_due_on: Option<Date>) -> LetterCommand {
        LetterCommand::Draft {
            counterpart: CounterpartId(id("vs1-nt1")),
            subject: "Works on the path at T12".into(),
            text: None,
            answers: answers.map(letter),
            answer_due_on,
        }
    }

    fn received(received_on: Date, answers: Option<&str>) -> LetterCommand {
        LetterCommand::RecordReceived {
            counterpart: CounterpartId(id("vs1-nt1")),
            subject: "Path at T12".into(),
            text: None,
            other_number: Some("45-NT1".into()),
            written_on: Some(date(2026, 1, 28)),
            received_on,
            answers: answers.map(letter),
            answer_due_on: None,
        }
    }

    const SEND: LetterCommand = LetterCommand::Send { sent_on: date(2026, 2, 2) };

    /// A letter drafted by one officer, approved by another, and sent on 2 February 2026.
    fn sent(line: &mut Rehearsal, name: &str, drafted: LetterCommand) {
        line.officer_of("clerk", "vs1");
        line.act::<Letter>(name, drafted);
        line.officer_of("chief", "vs1");
        line.act::<Letter>(name, LetterCommand::Approve);
        line.act::<Letter>(name, SEND);
    }

    #[test]
    fn nobody_approves_words_of_their_own() {
        let mut line = Rehearsal::new();
        line.officer_of("clerk", "vs1");
        line.act::<Letter>("l1", draft(None, None));
        assert_eq!(line.refused::<Letter>("l1", LetterCommand::Approve), "own-draft");
        line.officer_of("chief", "vs1");
        let amend = LetterCommand::Amend { subject: Some("Path at T12".into()), text: None, answer_due_on: None };
        line.act::<Letter>("l1", amend);
        assert_eq!(line.refused::<Letter>("l1", LetterCommand::Approve), "own-draft");
        line.officer_of("deputy", "vs1");
        line.act::<Letter>("l1", LetterCommand::Approve);
        assert_eq!(Letter::right("approve"), Right::Decide);
    }

    #[test]
    fn a_letter_is_sent_only_after_it_was_approved_and_keeps_its_words() {
        let mut line = Rehearsal::new();
        line.act::<Letter>("l1", draft(None, None));
        assert_eq!(line.refused::<Letter>("l1", SEND), "not-approved");
        line.officer_of("chief", "vs1");
        line.act::<Letter>("l1", LetterCommand::Approve);
        let amend = LetterCommand::Amend { subject: Some("Other".into()), text: None, answer_due_on: None };
        assert_eq!(line.refused::<Letter>("l1", amend), "not-a-draft");
    }

    #[test]
    fn numbers_run_by_unit_register_and_year() {
        let mut line = Rehearsal::new();
        sent(&mut line, "l1", draft(None, None));
        sent(&mut line, "l2", draft(None, None));
        line.act::<Letter>("l3", received(date(2026, 2, 1), None));
        line.act_for("vs2");
        sent(&mut line, "l4", draft(None, None));
        let numbers = ["l1", "l2", "l3", "l4"].map(|name| line.header::<Letter>(name).number.unwrap_or_default());
        assert_eq!(numbers, ["1/2026", "2/2026", "1/2026 (45-NT1)", "1/2026"]);
        line.now("2027-01-02T03:00:00Z");
        line.act::<Letter>("l5", received(date(2027, 1, 2), None));
        assert_eq!(line.header::<Letter>("l5").series.as_deref(), Some("letter/vs2/in/2027"));
    }

    #[test]
    fn the_day_of_receipt_counts_and_not_the_day_of_writing() {
        let mut line = Rehearsal::new();
        assert_eq!(line.refused::<Letter>("l1", received(date(2026, 1, 27), None)), "before-written");
        line.act::<Letter>("l1", received(date(2026, 2, 1), None));
        assert_eq!(line.header::<Letter>("l1").held_on, Some(date(2026, 2, 1)));
        assert_eq!(line.figures::<Letter>("l1"), [("letters-received", "own", 1)]);
    }

    #[test]
    fn a_sent_letter_that_asks_for_an_answer_waits_for_the_other_side() {
        let mut line = Rehearsal::new();
        sent(&mut line, "l1", draft(None, Some(date(2026, 2, 12))));
        let delivered = |delivered_on| LetterCommand::RecordDelivery { delivered_on, receipt: None };
        assert_eq!(line.refused::<Letter>("l1", delivered(date(2026, 2, 1))), "before-sent");
        line.act::<Letter>("l1", delivered(date(2026, 2, 2)));
        let header = line.header::<Letter>("l1");
        assert_eq!((header.status, header.turn), ("delivered", Some(side("n"))));
        assert_eq!(header.due, Some(Due::On(date(2026, 2, 12))));
        line.act::<Letter>("l1", LetterCommand::Acknowledge);
        assert_eq!(line.refused::<Letter>("l1", LetterCommand::Close { reason: None }), "needs-reason");
    }

    #[test]
    fn a_received_answer_settles_the_letter_it_answers() {
        let mut line = Rehearsal::new();
        sent(&mut line, "l1", draft(None, Some(date(2026, 2, 12))));
        line.act::<Letter>("l2", received(date(2026, 2, 2), Some("l1")));
        let header = line.header::<Letter>("l1");
        assert_eq!((header.status, header.open, header.due), ("answered", false, None));
        assert!(header.links.contains(&Link { role: "answered-by", to: id("l2") }));
        line.act::<Letter>("l3", received(date(2026, 2, 2), Some("l1")));
        assert!(line.header::<Letter>("l1").links.contains(&Link { role: "answered-by", to: id("l2") }));
    }

    #[test]
    fn a_received_letter_is_answered_when_the_answer_is_sent_and_not_before() {
        let mut line = Rehearsal::new();
        line.act::<Letter>("l1", received(date(2026, 2, 1), None));
        sent(&mut line, "l2", draft(Some("l1"), None));
        assert_eq!(line.header::<Letter>("l1").status, "answered");
        line.act::<Letter>("l3", received(date(2026, 2, 1), None));
        line.act::<Letter>("l4", draft(Some("l3"), None));
        assert_eq!(line.header::<Letter>("l3").status, "received");
    }

    #[test]
    fn a_letter_answers_only_one_of_the_other_direction_that_exists() {
        let mut line = Rehearsal::new();
        sent(&mut line, "l1", draft(None, None));
        line.act::<Letter>("l2", draft(None, None));
        assert_eq!(line.refused::<Letter>("l9", draft(Some("l1"), None)), "same-direction");
        assert_eq!(line.refused::<Letter>("l9", draft(Some("l2"), None)), "not-yet-sent");
        assert_eq!(line.refused::<Letter>("l9", draft(Some("l8"), None)), "no-letter");
    }

    #[test]
    fn an_answer_cannot_be_due_before_the_letter() {
        let mut line = Rehearsal::new();
        assert_eq!(line.refused::<Letter>("l1", draft(None, Some(date(2026, 2, 1)))), "due-too-early");
    }
}
