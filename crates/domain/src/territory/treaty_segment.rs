//! Treaty segment: a numbered stretch of a line as a treaty divides it, for which border representatives are appointed
//! (VI đoạn biên giới theo hiệp định, ZH 边界地段; domain vocabulary C.4). Never mixed with the sections that units hold.

mod shape;

pub use shape::*;

use crate::basis::agreement::Agreement;
use crate::territory::line::{Medium, Stretch, StretchFault, stretch};
use crate::{Decision, Grade, Header, Link, Noun, Right, Setting, Stamp, TreatySegmentId, Wanted, Wing, Words};

/// The noun.
pub struct TreatySegment;

impl Noun for TreatySegment {
    const NAME: &'static str = "treaty-segment";
    const WING: Wing = Wing::Territory;
    const GRADE: Grade = Grade::Open;
    type State = TreatySegmentState;
    type Command = TreatySegmentCommand;
    type Fact = TreatySegmentFact;
    type Refusal = TreatySegmentRefusal;

    fn decide(
        state: Option<&TreatySegmentState>,
        command: TreatySegmentCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<TreatySegmentFact>, TreatySegmentRefusal> {
        use TreatySegmentCommand as C;
        let running = state.filter(|segment| !segment.is_ended());
        match (state, running, command) {
            (None, _, command @ C::Register { .. }) => register(setting, command),
            (_, Some(segment), command @ C::Amend { .. }) => amend(setting, segment, command),
            (_, Some(_), C::Close { on, document }) => Ok(Decision::fact(TreatySegmentFact::Closed { on, document })),
            _ => Err(not_now(state)),
        }
    }

    fn apply(state: Option<TreatySegmentState>, fact: TreatySegmentFact, stamp: &Stamp) -> TreatySegmentState {
        let mut segment = state.unwrap_or_else(|| TreatySegmentState::blank(stamp));
        match fact {
            TreatySegmentFact::Registered { number, line_name, text } => {
                let versions = vec![SegmentVersion { from: None, text: text.clone() }];
                let stage = TreatySegmentStage::InForce;
                segment = TreatySegmentState { number, line_name, text, versions, stage };
            }
            TreatySegmentFact::Amended { version } => {
                segment.text = version.text.clone();
                segment.versions.push(version);
            }
            TreatySegmentFact::Closed { on, document } => segment.stage = TreatySegmentStage::Ended { on, document },
        }
        segment
    }

    fn header(segment: &TreatySegmentState) -> Header {
        let mut links = segment.text.stretch.links();
        links.extend(segment.text.agreement.iter().map(|text| Link { role: "fixed-by", to: text.0.clone() }));
        Header {
            status: segment.status(),
            title: stretch::on_line(&segment.text.stretch.told(), &segment.line_name),
            number: Some(segment.number.to_string()),
            links,
            ..Header::default()
        }
    }

    fn offers(state: Option<&TreatySegmentState>) -> Vec<&'static str> {
        match state.map(TreatySegmentState::is_ended) {
            None => vec!["register"],
            Some(false) => vec!["amend", "close"],
            Some(true) => vec![],
        }
    }

    fn right(_: &str) -> Right {
        Right::Administer
    }
}

fn not_now(state: Option<&TreatySegmentState>) -> TreatySegmentRefusal {
    TreatySegmentRefusal::NotNow { status: state.map_or("none", TreatySegmentState::status).to_owned() }
}

fn register(
    setting: &Setting<'_>,
    command: TreatySegmentCommand,
) -> Result<Decision<TreatySegmentFact>, TreatySegmentRefusal> {
    let TreatySegmentCommand::Register {
        line,
        number,
        from_place,
        to_place,
        medium,
        document,
        documented_length_m,
        length_source,
        agreement,
    } = command
    else {
        return Err(not_now(None));
    };
    let (stretch, line_name) = Stretch::between(setting, line, from_place, to_place)?;
    let text = SegmentText { stretch, medium, document, documented_length_m, length_source, agreement };
    let others = others(setting, &text.stretch);
    if others.iter().any(|(_, other)| other.number == number) {
        return Err(TreatySegmentRefusal::NumberTaken { number });
    }
    let text = checked(setting, text, &others)?;
    Ok(Decision::fact(TreatySegmentFact::Registered { number, line_name, text }))
}

fn amend(
    setting: &Setting<'_>,
    segment: &TreatySegmentState,
    command: TreatySegmentCommand,
) -> Result<Decision<TreatySegmentFact>, TreatySegmentRefusal> {
    let TreatySegmentCommand::Amend {
        document,
        from,
        from_place,
        to_place,
        medium,
        documented_length_m,
        length_source,
        agreement,
    } = command
    else {
        return Err(segment.not_now());
    };
    if let Some(before) = segment.versions.last().and_then(|version| version.from).filter(|before| from <= *before) {
        return Err(TreatySegmentRefusal::NotLater { from: before });
    }
    let old = segment.text.clone();
    let (from_place, to_place) =
        (from_place.unwrap_or(old.stretch.from_place), to_place.unwrap_or(old.stretch.to_place));
    let (stretch, _) = Stretch::between(setting, old.stretch.line, from_place, to_place)?;
    // A new length does not inherit the source of the old one.
    let (documented_length_m, length_source) = match documented_length_m {
        Some(length) if Some(length) != old.documented_length_m => (Some(length), length_source),
        _ => (old.documented_length_m, length_source.or(old.length_source)),
    };
    let text = SegmentText {
        stretch,
        medium: medium.unwrap_or(old.medium),
        document,
        documented_length_m,
        length_source,
        agreement: agreement.or(old.agreement),
    };
    let others = others(setting, &text.stretch);
    let version = SegmentVersion { from: Some(from), text: checked(setting, text, &others)? };
    Ok(Decision::fact(TreatySegmentFact::Amended { version }))
}

/// The other segments of the line that are in force.
fn others(setting: &Setting<'_>, stretch: &Stretch) -> Vec<(TreatySegmentId, TreatySegmentState)> {
    let wanted = Wanted { linked: Some(("on-line", stretch.line.0.clone())), ..Wanted::default() };
    let found = setting.find::<TreatySegment>(&wanted).into_iter();
    let found = found.filter(|(found, segment)| found.id != setting.record && !segment.is_ended());
    found.map(|(found, segment)| (TreatySegmentId(found.id), segment)).collect()
}

fn checked(
    setting: &Setting<'_>,
    text: SegmentText,
    others: &[(TreatySegmentId, TreatySegmentState)],
) -> Result<SegmentText, TreatySegmentRefusal> {
    if let Some((segment, _)) = others.iter().find(|(_, other)| other.text.stretch.overlaps(&text.stretch)) {
        return Err(TreatySegmentRefusal::Overlap { segment: segment.clone() });
    }
    if text.documented_length_m.is_some() && text.length_source.as_ref().is_none_or(|source| source.trim().is_empty()) {
        return Err(TreatySegmentRefusal::NoSource);
    }
    if let Some(missing) = text.agreement.iter().find(|found| setting.load::<Agreement>(&found.0).is_none()) {
        return Err(TreatySegmentRefusal::NoAgreement { agreement: missing.to_string() });
    }
    Ok(text)
}

impl From<StretchFault> for TreatySegmentRefusal {
    fn from(fault: StretchFault) -> Self {
        match fault {
            StretchFault::NoLine => Self::NoLine,
            StretchFault::NoPlace(place) => Self::NoPlace { place },
            StretchFault::OtherLine(number) => Self::OtherLine { number: number.to_string() },
            StretchFault::WrongOrder => Self::WrongOrder,
        }
    }
}

impl TreatySegmentState {
    fn is_ended(&self) -> bool {
        matches!(self.stage, TreatySegmentStage::Ended { .. })
    }

    fn not_now(&self) -> TreatySegmentRefusal {
        not_now(Some(self))
    }

    fn status(&self) -> &'static str {
        match self.stage {
            TreatySegmentStage::InForce => "in-force",
            TreatySegmentStage::Ended { .. } => "ended",
        }
    }

    /// What the documents said of the segment for a day; nothing from the day it ended.
    pub fn on(&self, day: jiff::civil::Date) -> Option<&SegmentText> {
        if matches!(self.stage, TreatySegmentStage::Ended { on, .. } if on <= day) {
            return None;
        }
        let begun = self.versions.iter().rev().find(|version| version.from.is_none_or(|from| from <= day));
        begun.map(|version| &version.text)
    }

    /// What a fold starts from when the first fact is missing; never seen, because the first fact replaces it.
    fn blank(stamp: &Stamp) -> Self {
        let text = SegmentText {
            stretch: Stretch::blank(&stamp.record),
            medium: Medium::Land,
            document: String::new(),
            documented_length_m: None,
            length_source: None,
            agreement: None,
        };
        let stage = TreatySegmentStage::InForce;
        Self { number: 0, line_name: Words::default(), text, versions: Vec::new(), stage }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::rehearsal::{Rehearsal, id};
    use crate::{LineId, MarkerPlaceId};

    fn place(name: &str) -> MarkerPlaceId {
        MarkerPlaceId(id(name))
    }

    fn segment(number: u32, from: &str, to: &str) -> TreatySegmentCommand {
        TreatySegmentCommand::Register {
            line: LineId(id("line-t")),
            number,
            from_place: place(from),
            to_place: place(to),
            medium: Medium::Mixed,
            document: "Agreement on border management, annex 3".into(),
            documented_length_m: Some(18_600),
            length_source: Some("Protocol, Article 2".into()),
            agreement: None,
        }
    }

    fn amended(from: jiff::civil::Date, to_place: &str) -> TreatySegmentCommand {
        TreatySegmentCommand::Amend {
            document: "Exchange of letters of 2030".into(),
            from,
            from_place: None,
            to_place: Some(place(to_place)),
            medium: None,
            documented_length_m: None,
            length_source: None,
            agreement: None,
        }
    }

    #[test]
    fn a_segment_runs_between_two_places_of_its_line_in_order() {
        let mut line = Rehearsal::surveyed();
        assert_eq!(line.refused::<TreatySegment>("s3", segment(3, "t60", "t40")), "wrong-order");
        assert_eq!(line.refused::<TreatySegment>("s3", segment(3, "t40", "t40")), "wrong-order");
        assert_eq!(line.refused::<TreatySegment>("s3", segment(3, "t40", "t99")), "no-place");
        line.act::<TreatySegment>("s3", segment(3, "t40", "t50"));
        let header = line.header::<TreatySegment>("s3");
        assert_eq!((header.title.pick("en").1, header.number.as_deref()), ("T40 – T50 · Line T", Some("3")));
        assert!(header.links.contains(&Link { role: "from-place", to: id("t40") }));
    }

    #[test]
    fn segments_of_a_line_meet_at_a_place_and_never_overlap() {
        let mut line = Rehearsal::surveyed();
        line.act::<TreatySegment>("s3", segment(3, "t40", "t50"));
        assert_eq!(line.refused::<TreatySegment>("s4", segment(4, "t44", "t60")), "overlap");
        assert_eq!(line.refused::<TreatySegment>("s4", segment(3, "t50", "t60")), "number-taken");
        line.act::<TreatySegment>("s4", segment(4, "t50", "t60"));
    }

    #[test]
    fn a_document_changes_a_segment_from_its_day_on() {
        let mut line = Rehearsal::surveyed();
        line.act::<TreatySegment>("s3", segment(3, "t40", "t50"));
        line.act::<TreatySegment>("s3", amended(date(2030, 1, 1), "t44"));
        let state = line.state::<TreatySegment>("s3");
        let ends = |day| state.on(day).map(|text| text.stretch.to_number.to_string());
        assert_eq!(ends(date(2029, 12, 31)).as_deref(), Some("T50"));
        assert_eq!(ends(date(2030, 1, 1)).as_deref(), Some("T44"));
        assert_eq!(line.refused::<TreatySegment>("s3", amended(date(2029, 1, 1), "t60")), "not-later");
        let close = TreatySegmentCommand::Close { on: date(2031, 1, 1), document: "Protocol of 2031".into() };
        line.act::<TreatySegment>("s3", close.clone());
        assert_eq!(line.state::<TreatySegment>("s3").on(date(2031, 1, 1)), None);
        assert_eq!(line.refused::<TreatySegment>("s3", close), "not-now");
    }

    #[test]
    fn a_length_of_a_segment_names_its_source() {
        let mut command = segment(3, "t40", "t50");
        if let TreatySegmentCommand::Register { length_source, .. } = &mut command {
            *length_source = None;
        }
        assert_eq!(Rehearsal::surveyed().refused::<TreatySegment>("s3", command), "no-source");
    }
}
