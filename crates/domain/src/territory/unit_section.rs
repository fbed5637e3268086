//! Unit section: the stretch of a line that a unit holds for a time, and who held it before
//! (VI đoạn biên giới do đơn vị phụ trách, ZH 单位管段; domain vocabulary C.4). Units change, places do not: the section
//! stays and is handed on, so that "who held T44(2) on 30 June" has an answer (D6). Never mixed with treaty segments.

mod shape;

use jiff::civil::Date;

pub use shape::*;

use crate::organisation::unit::{Unit, UnitStage, UnitState};
use crate::territory::line::{Stretch, StretchFault, stretch};
use crate::{
    Decision, Grade, Header, LineId, Link, Noun, Right, Setting, Stamp, UnitId, UnitSectionId, Wanted, Wing, Words,
};

/// How many steps upward a chain of superiors is followed.
const STEPS_UP: usize = 16;

/// The noun.
pub struct UnitSection;

impl Noun for UnitSection {
    const NAME: &'static str = "unit-section";
    const WING: Wing = Wing::Territory;
    const GRADE: Grade = Grade::Open;
    type State = UnitSectionState;
    type Command = UnitSectionCommand;
    type Fact = UnitSectionFact;
    type Refusal = UnitSectionRefusal;

    fn decide(
        state: Option<&UnitSectionState>,
        command: UnitSectionCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<UnitSectionFact>, UnitSectionRefusal> {
        use UnitSectionCommand as C;
        let held = state.and_then(|section| Some((section, section.present()?)));
        match (state, held, command) {
            (None, _, C::Register { unit, line, from_place, to_place, from, document, shared_reason }) => {
                let (stretch, line_name) = Stretch::between(setting, line, from_place, to_place)?;
                let taker = able(setting, &unit, from)?;
                let holding = holding(setting, &unit, &taker, from, document);
                let overlaps = overlaps(setting, &stretch, &taker, &holding, shared_reason)?;
                let registered = UnitSectionFact::Registered { side: taker.side, stretch, line_name, holding };
                Ok(Decision { facts: [registered].into_iter().chain(overlaps).collect(), consequences: Vec::new() })
            }
            (_, Some((section, present)), C::HandOver { to, on, document, shared_reason }) => {
                let taker = able(setting, &to, Some(on))?;
                if taker.side != section.side {
                    return Err(UnitSectionRefusal::OtherSide { unit: to });
                }
                if to == present.unit {
                    return Err(UnitSectionRefusal::SameUnit { unit: to });
                }
                after(present, on)?;
                let holding = holding(setting, &to, &taker, Some(on), document);
                let overlaps = overlaps(setting, &section.stretch, &taker, &holding, shared_reason)?;
                let handed = UnitSectionFact::HandedOver { holding };
                Ok(Decision { facts: [handed].into_iter().chain(overlaps).collect(), consequences: Vec::new() })
            }
            (_, Some((_, present)), C::Close { on, reason }) => {
                after(present, on)?;
                Ok(Decision::fact(UnitSectionFact::Closed { on, reason }))
            }
            _ => Err(UnitSectionRefusal::NotNow { status: state.map_or("none", UnitSectionState::status).to_owned() }),
        }
    }

    fn apply(state: Option<UnitSectionState>, fact: UnitSectionFact, stamp: &Stamp) -> UnitSectionState {
        let mut section = state.unwrap_or_else(|| UnitSectionState::blank(stamp));
        match fact {
            UnitSectionFact::Registered { side, stretch, line_name, holding } => {
                let (holdings, shared, stage) = (vec![holding], Vec::new(), UnitSectionStage::Held);
                section = UnitSectionState { side, stretch, line_name, holdings, shared, stage };
            }
            UnitSectionFact::HandedOver { holding } => {
                section.end_present(holding.from);
                section.holdings.push(holding);
            }
            UnitSectionFact::OverlapNoted { shared } => section.shared.push(shared),
            UnitSectionFact::Closed { on, reason } => {
                section.end_present(Some(on));
                section.stage = UnitSectionStage::Ended { on, reason };
            }
        }
        section
    }

    fn header(section: &UnitSectionState) -> Header {
        let mut links = section.stretch.links();
        if let Some(present) = section.present() {
            links.push(Link { role: "held-by", to: present.unit.0.clone() });
        }
        let before = section.holdings.iter().filter(|holding| holding.until.is_some());
        links.extend(before.map(|holding| Link { role: "held-before-by", to: holding.unit.0.clone() }));
        Header {
            status: section.status(),
            title: section.title(),
            side: Some(section.side.clone()),
            links,
            ..Header::default()
        }
    }

    fn offers(state: Option<&UnitSectionState>) -> Vec<&'static str> {
        match state.map(|section| &section.stage) {
            None => vec!["register"],
            Some(UnitSectionStage::Held) => vec!["hand-over", "close"],
            Some(UnitSectionStage::Ended { .. }) => vec![],
        }
    }

    fn right(_: &str) -> Right {
        Right::Administer
    }
}

/// Who held a place on a day, and by which section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldBy {
    /// The unit.
    pub unit: UnitId,
    /// The section.
    pub section: UnitSectionId,
}

/// The units that held a place on a day, the one with the narrowest section first: station before province. A place at
/// which two sections meet is held by both.
pub fn held_on(
    sections: impl IntoIterator<Item = (UnitSectionId, UnitSectionState)>,
    line: &LineId,
    along: u32,
    day: Date,
) -> Vec<HeldBy> {
    let on_it = |section: &UnitSectionState| section.stretch.line == *line && section.stretch.holds(along);
    let mut sections: Vec<_> = sections.into_iter().filter(|(_, section)| on_it(section)).collect();
    sections.sort_by_key(|(_, section)| section.stretch.reach());
    let held = sections.into_iter();
    held.filter_map(|(id, section)| Some(HeldBy { unit: section.holder_on(day)?.clone(), section: id })).collect()
}

fn on_line(setting: &Setting<'_>, line: &LineId) -> Vec<(UnitSectionId, UnitSectionState)> {
    let wanted = Wanted { linked: Some(("on-line", line.0.clone())), ..Wanted::default() };
    let found = setting.find::<UnitSection>(&wanted).into_iter();
    found.map(|(found, section)| (UnitSectionId(found.id), section)).collect()
}

/// The unit, if it can hold a section from that day on.
fn able(setting: &Setting<'_>, unit: &UnitId, from: Option<Date>) -> Result<UnitState, UnitSectionRefusal> {
    let found = setting.load::<Unit>(&unit.0);
    let found = found.ok_or_else(|| UnitSectionRefusal::NoUnit { unit: unit.to_string() })?;
    match found.stage {
        UnitStage::Dissolved { on } if from.is_some_and(|from| on <= from) => {
            Err(UnitSectionRefusal::Dissolved { unit: unit.clone(), on })
        }
        _ => Ok(found),
    }
}

fn holding(
    setting: &Setting<'_>,
    unit: &UnitId,
    taker: &UnitState,
    from: Option<Date>,
    document: Option<String>,
) -> Holding {
    let unit_name = taker.name_on(from.unwrap_or(setting.today));
    Holding { unit: unit.clone(), unit_name, from, until: None, document }
}

fn after(present: &Holding, on: Date) -> Result<(), UnitSectionRefusal> {
    match present.from.filter(|from| on <= *from) {
        Some(from) => Err(UnitSectionRefusal::NotLater { from }),
        None => Ok(()),
    }
}

/// The overlaps with what other units hold in the same time, each to be noted with the reason; without one, the refusal.
/// A superior and those below it hold the same ground, and so do two forces of one side: that is no overlap.
fn overlaps(
    setting: &Setting<'_>,
    stretch: &Stretch,
    taker: &UnitState,
    holding: &Holding,
    reason: Option<String>,
) -> Result<Vec<UnitSectionFact>, UnitSectionRefusal> {
    let reason = reason.filter(|reason| !reason.trim().is_empty());
    let mut noted = Vec::new();
    for (section, other) in on_line(setting, &stretch.line) {
        if section.0 == setting.record || !other.stretch.overlaps(stretch) {
            continue;
        }
        let at_once = other.holdings.iter().filter(|there| there.overlaps(holding));
        for there in at_once.filter(|there| rivals(setting, taker, holding, there)) {
            let Some(reason) = reason.clone() else {
                return Err(UnitSectionRefusal::Overlap { unit: there.unit.clone(), stretch: other.stretch.told() });
            };
            let shared = Shared { section: section.clone(), unit: there.unit.clone(), reason };
            noted.push(UnitSectionFact::OverlapNoted { shared });
        }
    }
    Ok(noted)
}

/// True when two units of one side and force hold ground beside one another, neither being above the other.
fn rivals(setting: &Setting<'_>, taker: &UnitState, holding: &Holding, there: &Holding) -> bool {
    let Some(other) = setting.load::<Unit>(&there.unit.0) else { return false };
    let day = holding.from.max(there.from).unwrap_or(setting.today);
    let is_above = |above: &UnitId, below: &UnitState| superiors_on(setting, below, day).contains(above);
    other.side == taker.side
        && other.force == taker.force
        && !is_above(&there.unit, taker)
        && !is_above(&holding.unit, &other)
}

fn superiors_on(setting: &Setting<'_>, unit: &UnitState, day: Date) -> Vec<UnitId> {
    let next = |above: &UnitId| setting.load::<Unit>(&above.0)?.parent_on(day).cloned();
    std::iter::successors(unit.parent_on(day).cloned(), next).take(STEPS_UP).collect()
}

impl From<StretchFault> for UnitSectionRefusal {
    fn from(fault: StretchFault) -> Self {
        match fault {
            StretchFault::NoLine => Self::NoLine,
            StretchFault::NoPlace(place) => Self::NoPlace { place },
            StretchFault::OtherLine(number) => Self::OtherLine { number: number.to_string() },
            StretchFault::WrongOrder => Self::WrongOrder,
        }
    }
}

impl Holding {
    /// True on the days from the first until the last before the next unit.
    pub fn is_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }

    fn overlaps(&self, other: &Self) -> bool {
        let begins_before = |one: &Self, two: &Self| match (one.from, two.until) {
            (Some(from), Some(until)) => from < until,
            _ => true,
        };
        begins_before(self, other) && begins_before(other, self)
    }
}

impl UnitSectionState {
    /// The unit that held the section on a day.
    pub fn holder_on(&self, day: Date) -> Option<&UnitId> {
        self.holdings.iter().rev().find(|holding| holding.is_on(day)).map(|holding| &holding.unit)
    }

    /// The holding that has no last day yet.
    fn present(&self) -> Option<&Holding> {
        self.holdings.last().filter(|holding| holding.until.is_none())
    }

    fn end_present(&mut self, on: Option<Date>) {
        if let Some(present) = self.holdings.last_mut() {
            present.until = on;
        }
    }

    fn status(&self) -> &'static str {
        match self.stage {
            UnitSectionStage::Held => "held",
            UnitSectionStage::Ended { .. } => "ended",
        }
    }

    /// The unit that holds it last, and from marker to marker, in every language in which the unit is named.
    fn title(&self) -> Words {
        let told = self.stretch.told();
        let names = self.holdings.last().map(|holding| holding.unit_name.clone()).unwrap_or_default();
        if names.is_empty() {
            return stretch::on_line(&told, &self.line_name);
        }
        Words(names.0.into_iter().map(|(code, name)| (code, format!("{name}: {told}"))).collect())
    }

    /// What a fold starts from when the first fact is missing; never seen, because the first fact replaces it.
    fn blank(stamp: &Stamp) -> Self {
        Self {
            side: stamp.side.clone(),
            stretch: Stretch::blank(&stamp.record),
            line_name: Words::default(),
            holdings: Vec::new(),
            shared: Vec::new(),
            stage: UnitSectionStage::Held,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::date;

    use super::*;
    use crate::MarkerPlaceId;
    use crate::organisation::unit::{Force, UnitCommand};
    use crate::rehearsal::{Rehearsal, id, side, unit};

    fn section(holder: &str, from_place: &str, to_place: &str, reason: Option<&str>) -> UnitSectionCommand {
        UnitSectionCommand::Register {
            unit: unit(holder),
            line: LineId(id("line-t")),
            from_place: MarkerPlaceId(id(from_place)),
            to_place: MarkerPlaceId(id(to_place)),
            from: Some(date(2020, 1, 1)),
            document: None,
            shared_reason: reason.map(str::to_owned),
        }
    }

    fn handed(to: &str, on: Date) -> UnitSectionCommand {
        UnitSectionCommand::HandOver {
            to: unit(to),
            on,
            document: Some("Order of 15 June".into()),
            shared_reason: None,
        }
    }

    fn province(line: &mut Rehearsal, name: &str) {
        let register = UnitCommand::Register {
            side: side("v"),
            force: Force::BorderGuard,
            name: Words::plain(name.to_uppercase()),
            from: None,
            parent: Some(unit("vc")),
            levels: BTreeMap::new(),
            place: None,
            source: None,
        };
        line.act::<Unit>(name, register);
    }

    /// The units that held T44(2) on a day.
    fn holders(line: &Rehearsal, day: Date) -> Vec<String> {
        let along = line.state::<crate::territory::marker_place::MarkerPlace>("t44").along;
        let sections = line.identities::<UnitSection>().into_iter().map(UnitSectionId);
        let sections = sections.zip(line.all::<UnitSection>());
        held_on(sections, &LineId(id("line-t")), along, day).into_iter().map(|held| held.unit.to_string()).collect()
    }

    #[test]
    fn who_held_a_marker_before_and_after_a_merger_is_answered_by_the_day() {
        let mut line = Rehearsal::surveyed();
        province(&mut line, "vp2");
        province(&mut line, "vp3");
        line.act::<UnitSection>("p1", section("vp1", "t40", "t50", None));
        line.act::<UnitSection>("p2", section("vp2", "t50", "t60", None));
        line.act::<UnitSection>("p1", handed("vp3", date(2026, 7, 1)));
        line.act::<UnitSection>("p2", handed("vp3", date(2026, 7, 1)));
        assert_eq!(holders(&line, date(2026, 6, 30)), ["vp1"]);
        assert_eq!(holders(&line, date(2026, 7, 2)), ["vp3"]);
        assert_eq!(holders(&line, date(2019, 12, 31)), [""; 0]);
        let header = line.header::<UnitSection>("p1");
        assert!(header.links.contains(&Link { role: "held-by", to: id("vp3") }));
        assert!(header.links.contains(&Link { role: "held-before-by", to: id("vp1") }));
        assert_eq!(header.title.pick("en").1, "VP3: T40 – T50");
    }

    #[test]
    fn a_section_changes_hands_without_a_gap_and_without_two_holders() {
        let mut line = Rehearsal::surveyed();
        line.act::<UnitSection>("s1", section("vs1", "t40", "t50", None));
        assert_eq!(line.refused::<UnitSection>("s1", handed("vs1", date(2026, 7, 1))), "same-unit");
        assert_eq!(line.refused::<UnitSection>("s1", handed("nt1", date(2026, 7, 1))), "other-side");
        assert_eq!(line.refused::<UnitSection>("s1", handed("vs2", date(2020, 1, 1))), "not-later");
        line.act::<UnitSection>("s1", handed("vs2", date(2026, 7, 1)));
        let state = line.state::<UnitSection>("s1");
        let on = |day| state.holdings.iter().filter(|holding| holding.is_on(day)).count();
        assert_eq!([on(date(2026, 6, 30)), on(date(2026, 7, 1))], [1, 1]);
    }

    #[test]
    fn two_units_beside_one_another_do_not_hold_the_same_ground_without_a_reason() {
        let mut line = Rehearsal::surveyed();
        line.act::<UnitSection>("s1", section("vs1", "t40", "t50", None));
        assert_eq!(line.refused::<UnitSection>("s2", section("vs2", "t44", "t60", None)), "overlap");
        assert_eq!(line.refused::<UnitSection>("s2", section("vs2", "t44", "t60", Some(" "))), "overlap");
        line.act::<UnitSection>("s2", section("vs2", "t44", "t60", Some("Joint post at T44 until the bridge stands")));
        let shared = line.state::<UnitSection>("s2").shared;
        assert_eq!(shared.len(), 1);
        assert_eq!(shared[0].unit, unit("vs1"));
    }

    #[test]
    fn a_superior_holds_the_ground_of_those_below_it_and_sections_meet_at_a_place() {
        let mut line = Rehearsal::surveyed();
        line.act::<UnitSection>("s1", section("vs1", "t40", "t50", None));
        line.act::<UnitSection>("p1", section("vp1", "t40", "t60", None));
        line.act::<UnitSection>("s2", section("vs2", "t50", "t60", None));
        assert_eq!(holders(&line, date(2026, 2, 2)), ["vs1", "vp1"]);
    }

    #[test]
    fn the_other_side_s_sections_are_its_own() {
        let mut line = Rehearsal::surveyed();
        line.act::<UnitSection>("s1", section("vs1", "t40", "t50", None));
        line.act::<UnitSection>("n1", section("nt1", "t40", "t60", None));
        assert_eq!(line.header::<UnitSection>("n1").side, Some(side("n")));
    }

    #[test]
    fn a_dissolved_unit_takes_no_section_and_a_closed_section_changes_no_hands() {
        let mut line = Rehearsal::surveyed();
        line.act::<UnitSection>("s1", section("vs1", "t40", "t50", None));
        let dissolve = UnitCommand::Dissolve { on: date(2026, 7, 1), successor: Some(unit("vs1")), basis: None };
        line.act::<Unit>("vs2", dissolve);
        assert_eq!(line.refused::<UnitSection>("s1", handed("vs2", date(2026, 7, 1))), "dissolved");
        let close = UnitSectionCommand::Close { on: date(2026, 8, 1), reason: "New limits".into() };
        line.act::<UnitSection>("s1", close);
        assert_eq!(line.refused::<UnitSection>("s1", handed("vp1", date(2026, 9, 1))), "not-now");
        assert_eq!(holders(&line, date(2026, 7, 31)), ["vs1"]);
        assert_eq!(holders(&line, date(2026, 8, 1)), [""; 0]);
    }
}
