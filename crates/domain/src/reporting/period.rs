//! Period: a month, quarter, half-year or year that the whole side counts by, from open to frozen
//! (VI kỳ báo cáo, ZH 报告期; domain vocabulary C.2). What comes late changes a frozen period only by a restatement.

use jiff::ToSpan;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Decision, Due, Grade, Header, Noun, Right, Setting, Stamp, Wanted, Wing, Words};

/// How often something recurs: the length of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "every"))]
pub enum Every {
    /// Each month: `2026-03`.
    Month,
    /// Each quarter: `2026-Q1`.
    Quarter,
    /// Each half-year: `2026-H1`.
    HalfYear,
    /// Each year: `2026`.
    Year,
}

/// A stretch of the calendar with its label. Spans of one length tile the calendar without gap or overlap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PeriodSpan {
    /// The label: `2026-Q1`, `2026-03`, `2026-H1` or `2026`.
    pub label: String,
    /// The first day.
    pub from: Date,
    /// The first day after it.
    pub until: Date,
}

impl Every {
    /// All lengths, the shortest first.
    pub const ALL: [Self; 4] = [Self::Month, Self::Quarter, Self::HalfYear, Self::Year];

    /// How many such periods a year has.
    pub const fn per_year(self) -> i32 {
        match self {
            Self::Month => 12,
            Self::Quarter => 4,
            Self::HalfYear => 2,
            Self::Year => 1,
        }
    }

    /// The number of the period in which a day lies, counted without a break from the year 0.
    pub fn number_of(self, day: Date) -> i32 {
        let months = 12 / self.per_year();
        i32::from(day.year()) * self.per_year() + (i32::from(day.month()) - 1) / months
    }

    /// The period with that number.
    pub fn span_at(self, number: i32) -> PeriodSpan {
        let (year, place) = (number.div_euclid(self.per_year()), number.rem_euclid(self.per_year()));
        let label = match self {
            Self::Month => format!("{year:04}-{:02}", place + 1),
            Self::Quarter => format!("{year:04}-Q{}", place + 1),
            Self::HalfYear => format!("{year:04}-H{}", place + 1),
            Self::Year => format!("{year:04}"),
        };
        PeriodSpan { label, from: self.begin_of(number), until: self.begin_of(number.saturating_add(1)) }
    }

    /// The period in which a day lies.
    pub fn span_of(self, day: Date) -> PeriodSpan {
        self.span_at(self.number_of(day))
    }

    /// The first day of the period with that number; beyond the calendar its last or first day.
    fn begin_of(self, number: i32) -> Date {
        let months = 12 / self.per_year();
        let (year, place) = (number.div_euclid(self.per_year()), number.rem_euclid(self.per_year()));
        let month = i8::try_from(place * months + 1).unwrap_or(1);
        let begin = i16::try_from(year).ok().and_then(|year| Date::new(year, month, 1).ok());
        begin.unwrap_or(if year < 0 { Date::MIN } else { Date::MAX })
    }
}

impl PeriodSpan {
    /// The span with this label, if the text is the label of one.
    pub fn parse(label: &str) -> Option<Self> {
        let (year, rest) = label.split_once('-').map_or((label, None), |(year, rest)| (year, Some(rest)));
        let year = digits(year, 4).filter(|year| (1..=9998).contains(year))?;
        let (every, place) = match rest {
            None => (Every::Year, 1),
            Some(rest) => match rest.as_bytes().first()? {
                b'Q' => (Every::Quarter, digits(rest.get(1..)?, 1)?),
                b'H' => (Every::HalfYear, digits(rest.get(1..)?, 1)?),
                _ => (Every::Month, digits(rest, 2)?),
            },
        };
        let fits = (1..=every.per_year()).contains(&place);
        fits.then(|| every.span_at(year * every.per_year() + place - 1))
    }

    /// The last day that belongs to it.
    pub fn last_day(&self) -> Date {
        self.until.saturating_sub(1.day())
    }

    /// True when the day belongs to it.
    pub fn contains(&self, day: Date) -> bool {
        self.from <= day && day < self.until
    }
}

/// The number written with exactly so many ASCII digits.
fn digits(text: &str, count: usize) -> Option<i32> {
    let fits = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}

/// The noun.
pub struct Period;

/// A period as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct PeriodState {
    /// The label, as `2026-Q1`.
    pub label: String,
    /// The first day.
    pub from: Date,
    /// The first day after it.
    pub until: Date,
    /// Every restatement since it was frozen, the oldest first.
    pub restatements: Vec<Restatement>,
    /// How far it has come.
    pub stage: PeriodStage,
}

/// That the figures of a frozen period were stated anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Restatement {
    /// The day.
    pub on: Date,
    /// Why.
    pub reason: String,
}

/// How far a period has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum PeriodStage {
    /// Things are recorded in it.
    Open,
    /// Units bring in what is missing.
    Closing,
    /// Its figures stand.
    Frozen {
        /// Since which day.
        on: Date,
    },
    /// Its figures were stated anew after they stood; the earlier ones are kept.
    Restated {
        /// The day of the last restatement.
        on: Date,
    },
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum PeriodCommand {
    /// Register a period; the label decides its days.
    Register {
        /// The label, as `2026-Q1`, `2026-03`, `2026-H1` or `2026`.
        #[schemars(length(min = 4, max = 7))]
        label: String,
    },
    /// Begin to close it: units bring in what is missing.
    BeginClosing,
    /// Freeze its figures.
    Freeze,
    /// State the figures anew because something came late or was wrong.
    Restate {
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum PeriodFact {
    /// The period was registered.
    Registered {
        /// Its days.
        span: PeriodSpan,
    },
    /// Closing began.
    ClosingBegun {
        /// The day.
        on: Date,
    },
    /// Its figures were frozen.
    Frozen {
        /// The day.
        on: Date,
    },
    /// Its figures were stated anew.
    Restated {
        /// The day.
        on: Date,
        /// Why.
        reason: String,
    },
}

/// Why an act on a period is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum PeriodRefusal {
    /// The period is not in a state for this.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// The text is not the label of a period.
    NoPeriod {
        /// The text that was given.
        label: String,
    },
    /// A period with this label is registered already.
    AlreadyRegistered {
        /// The label.
        label: String,
    },
    /// A period is closed only once it has begun.
    NotBegun {
        /// Its first day.
        from: Date,
    },
    /// A period is frozen only after its last day.
    NotOver {
        /// Its last day.
        last_day: Date,
    },
}

impl Noun for Period {
    const NAME: &'static str = "period";
    const WING: Wing = Wing::Reporting;
    const GRADE: Grade = Grade::Open;
    type State = PeriodState;
    type Command = PeriodCommand;
    type Fact = PeriodFact;
    type Refusal = PeriodRefusal;

    fn decide(
        state: Option<&PeriodState>,
        command: PeriodCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<PeriodFact>, PeriodRefusal> {
        use PeriodCommand as C;
        use PeriodStage as S;
        let Some(period) = state else {
            let C::Register { label } = command else {
                return Err(PeriodRefusal::NotNow { status: "none".to_owned() });
            };
            return register(setting, label);
        };
        let on = setting.happened_on();
        match (&period.stage, command) {
            (S::Open, C::BeginClosing) if setting.today < period.from => {
                Err(PeriodRefusal::NotBegun { from: period.from })
            }
            (S::Open, C::BeginClosing) => Ok(Decision::fact(PeriodFact::ClosingBegun { on })),
            (S::Closing, C::Freeze) if setting.today < period.until => {
                Err(PeriodRefusal::NotOver { last_day: period.span().last_day() })
            }
            (S::Closing, C::Freeze) => Ok(Decision::fact(PeriodFact::Frozen { on })),
            (S::Frozen { .. } | S::Restated { .. }, C::Restate { reason }) => {
                Ok(Decision::fact(PeriodFact::Restated { on, reason }))
            }
            (stage, _) => Err(PeriodRefusal::NotNow { status: stage.status().to_owned() }),
        }
    }

    fn apply(state: Option<PeriodState>, fact: PeriodFact, _: &Stamp) -> PeriodState {
        let mut period = state.unwrap_or_else(PeriodState::blank);
        match fact {
            PeriodFact::Registered { span } => {
                let PeriodSpan { label, from, until } = span;
                period = PeriodState { label, from, until, restatements: Vec::new(), stage: PeriodStage::Open };
            }
            PeriodFact::ClosingBegun { .. } => period.stage = PeriodStage::Closing,
            PeriodFact::Frozen { on } => period.stage = PeriodStage::Frozen { on },
            PeriodFact::Restated { on, reason } => {
                period.restatements.push(Restatement { on, reason });
                period.stage = PeriodStage::Restated { on };
            }
        }
        period
    }

    fn header(period: &PeriodState) -> Header {
        let open = !period.is_frozen();
        Header {
            status: period.stage.status(),
            title: Words::plain(period.label.clone()),
            open,
            due: open.then(|| Due::On(period.span().last_day())),
            period: Some(period.label.clone()),
            ..Header::default()
        }
    }

    fn offers(state: Option<&PeriodState>) -> Vec<&'static str> {
        match state.map(|period| &period.stage) {
            None => vec!["register"],
            Some(PeriodStage::Open) => vec!["begin-closing"],
            Some(PeriodStage::Closing) => vec!["freeze"],
            Some(PeriodStage::Frozen { .. } | PeriodStage::Restated { .. }) => vec!["restate"],
        }
    }

    fn right(command: &str) -> Right {
        if matches!(command, "freeze" | "restate") { Right::Decide } else { Right::Record }
    }
}

fn register(setting: &Setting<'_>, label: String) -> Result<Decision<PeriodFact>, PeriodRefusal> {
    let Some(span) = PeriodSpan::parse(&label) else { return Err(PeriodRefusal::NoPeriod { label }) };
    let known = setting.find::<Period>(&Wanted::default());
    if known.iter().any(|(_, period)| period.label == span.label) {
        return Err(PeriodRefusal::AlreadyRegistered { label });
    }
    Ok(Decision::fact(PeriodFact::Registered { span }))
}

impl PeriodStage {
    fn status(&self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closing => "closing",
            Self::Frozen { .. } => "frozen",
            Self::Restated { .. } => "restated",
        }
    }
}

impl PeriodState {
    fn blank() -> Self {
        let PeriodSpan { label, from, until } = Every::Year.span_of(Date::ZERO);
        Self { label, from, until, restatements: Vec::new(), stage: PeriodStage::Open }
    }

    /// Its days and label.
    pub fn span(&self) -> PeriodSpan {
        PeriodSpan { label: self.label.clone(), from: self.from, until: self.until }
    }

    /// True when its figures stand, stated anew or not.
    pub fn is_frozen(&self) -> bool {
        matches!(self.stage, PeriodStage::Frozen { .. } | PeriodStage::Restated { .. })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::rehearsal::Rehearsal;

    fn any_day() -> impl Strategy<Value = Date> {
        (0..150_000i64).prop_map(|days| date(1800, 1, 1).saturating_add(days.days()))
    }

    fn every() -> impl Strategy<Value = Every> {
        prop::sample::select(Every::ALL.to_vec())
    }

    fn quarter(line: &mut Rehearsal) {
        line.act::<Period>("p1", PeriodCommand::Register { label: "2026-Q1".into() });
    }

    proptest! {
        #[test]
        fn spans_tile_the_calendar_without_gap_or_overlap(day in any_day(), every in every()) {
            let span = every.span_of(day);
            prop_assert!(span.from < span.until && span.contains(day));
            prop_assert!(!span.contains(span.until) && span.contains(span.last_day()));
            let next = every.span_of(span.until);
            prop_assert_eq!(next.from, span.until);
            prop_assert_eq!(every.number_of(next.from), every.number_of(day) + 1);
        }

        #[test]
        fn the_label_of_a_span_leads_back_to_it(day in any_day(), every in every()) {
            let span = every.span_of(day);
            prop_assert_eq!(PeriodSpan::parse(&span.label), Some(span));
        }

        #[test]
        fn a_shorter_span_lies_within_the_longer_one(day in any_day()) {
            for (short, long) in Every::ALL.iter().zip(&Every::ALL[1..]) {
                let (short, long) = (short.span_of(day), long.span_of(day));
                prop_assert!(long.from <= short.from && short.until <= long.until);
            }
        }

        #[test]
        fn no_text_breaks_the_reading_of_a_label(text in "\\PC{0,9}|[0-9]{4}-[QH]?[0-9]{1,2}") {
            if let Some(span) = PeriodSpan::parse(&text) {
                prop_assert_eq!(span.label, text);
            }
        }
    }

    #[test]
    fn labels_have_their_days() {
        let days = |label| PeriodSpan::parse(label).map(|span| (span.from, span.last_day()));
        assert_eq!(days("2026-Q1"), Some((date(2026, 1, 1), date(2026, 3, 31))));
        assert_eq!(days("2028-02"), Some((date(2028, 2, 1), date(2028, 2, 29))));
        assert_eq!(days("2026-H2"), Some((date(2026, 7, 1), date(2026, 12, 31))));
        assert_eq!(days("2026"), Some((date(2026, 1, 1), date(2026, 12, 31))));
        for label in
            ["", "26", "2026-", "2026-Q0", "2026-Q5", "2026-H3", "2026-13", "2026-00", "2026-3", "2026-q1", "-001"]
        {
            assert_eq!(days(label), None, "{label}");
        }
    }

    #[test]
    fn a_span_at_the_end_of_the_calendar_does_not_break() {
        for every in Every::ALL {
            assert!(every.span_of(Date::MAX).from <= Date::MAX && every.span_of(Date::MIN).from == Date::MIN);
            assert_eq!(every.span_at(i32::MAX).from, Date::MAX);
        }
    }

    #[test]
    fn a_period_is_registered_once() {
        let mut line = Rehearsal::new();
        quarter(&mut line);
        assert_eq!(
            line.refused::<Period>("p2", PeriodCommand::Register { label: "2026-Q1".into() }),
            "already-registered"
        );
        assert_eq!(line.refused::<Period>("p2", PeriodCommand::Register { label: "spring".into() }), "no-period");
    }

    #[test]
    fn a_period_is_not_frozen_before_its_last_day_is_over() {
        let mut line = Rehearsal::new();
        quarter(&mut line);
        assert_eq!(line.refused::<Period>("p1", PeriodCommand::Freeze), "not-now");
        line.now("2026-03-31T03:00:00Z");
        line.act::<Period>("p1", PeriodCommand::BeginClosing);
        assert_eq!(line.refused::<Period>("p1", PeriodCommand::Freeze), "not-over");
        line.now("2026-03-31T17:00:00Z");
        line.act::<Period>("p1", PeriodCommand::Freeze);
        assert!(line.state::<Period>("p1").is_frozen());
    }

    #[test]
    fn a_period_that_has_not_begun_is_not_closed() {
        let mut line = Rehearsal::new();
        line.act::<Period>("p1", PeriodCommand::Register { label: "2026-Q2".into() });
        assert_eq!(line.refused::<Period>("p1", PeriodCommand::BeginClosing), "not-begun");
    }

    #[test]
    fn only_a_frozen_period_is_restated_and_each_restatement_is_kept() {
        let mut line = Rehearsal::new();
        quarter(&mut line);
        let restate = |reason: &str| PeriodCommand::Restate { reason: reason.into() };
        assert_eq!(line.refused::<Period>("p1", restate("a late letter")), "not-now");
        line.now("2026-04-20T03:00:00Z");
        line.act::<Period>("p1", PeriodCommand::BeginClosing);
        line.act::<Period>("p1", PeriodCommand::Freeze);
        line.act::<Period>("p1", restate("a late letter"));
        line.act::<Period>("p1", restate("a late patrol"));
        assert_eq!(line.state::<Period>("p1").restatements.len(), 2);
        assert_eq!(line.header::<Period>("p1").status, "restated");
    }
}
