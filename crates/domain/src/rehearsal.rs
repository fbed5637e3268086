//! A rehearsal: the records of an invented line in memory, on which the tests of the rules let officers act.
//!
//! Side `v` has the Command `vc`, under it the province `vp1`, under that the stations `vs1` and `vs2`; side `n`
//! has the station `nt1`. `vs1-nt1` and `vs2-nt1` are counterparts. Stations may agree to the matter `upkeep`
//! and to nothing else. It is 10 o'clock on 2 February 2026 at `v`; officer `duty` of `vs1` acts for `vs1`.

use std::cell::Cell;
use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use serde_json::Value;

use crate::organisation::counterpart::{Counterpart, CounterpartCommand, CounterpartKind};
use crate::organisation::level::{Level, LevelCommand, TALKS_SCHEME};
use crate::organisation::matter::{Matter, MatterCommand};
use crate::organisation::side::{Side, SideCommand};
use crate::organisation::unit::{Force, Unit, UnitCommand, UnitState};
use crate::reporting::report::STANDING;
use crate::territory::line::{Line, LineCommand, Medium};
use crate::territory::marker::{Marker, MarkerCommand, MarkerKind, Position};
use crate::territory::marker_place::{Arrangement, MarkerPlace, MarkerPlaceCommand};
use crate::{
    Around, Basis, Counted, Declared, Found, Header, LineId, MarkerPlaceId, MatterId, Noun, Obstacle, OfficerId,
    RecordId, Right, Setting, SideId, Stamp, Undoing, UnitId, Wanted, Words,
};

/// The identity with this text.
pub(crate) fn id(text: &str) -> RecordId {
    RecordId::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault}"))
}

/// The side with this code.
pub(crate) fn side(code: &str) -> SideId {
    SideId(id(code))
}

/// The unit with this identity.
pub(crate) fn unit(name: &str) -> UnitId {
    UnitId(id(name))
}

/// The instant written like `2026-02-02T03:00:00Z`.
pub(crate) fn instant(text: &str) -> Timestamp {
    text.parse().unwrap_or_else(|fault| panic!("{text}: {fault}"))
}

/// The position with these coordinates in WGS 84.
pub(crate) fn at(coordinates: &str) -> Position {
    let coordinates = Some(coordinates.to_owned());
    Position { coordinate_system: "WGS 84".into(), coordinates, lat_e7: None, lon_e7: None, height: None }
}

/// One record kept.
#[derive(Clone)]
struct Kept {
    noun: &'static Declared,
    id: RecordId,
    unit: UnitId,
    state: Value,
}

impl Kept {
    fn header(&self) -> Header {
        self.noun.header(&self.state).unwrap_or_else(|fault| panic!("{fault}"))
    }

    fn found(&self) -> Found {
        Found { id: self.id.clone(), unit: self.unit.clone(), state: self.state.clone() }
    }
}

/// The records, the clock and the officer who acts.
pub(crate) struct Rehearsal {
    kept: Vec<Kept>,
    now: Timestamp,
    officer: OfficerId,
    posted: UnitId,
    acts_for: UnitId,
    given: Cell<u64>,
    /// Records that stand there by name only, for rules that ask no more than whether they exist.
    named: Vec<(&'static str, RecordId)>,
    /// The act by which a table is taken in.
    pub(crate) importing: Option<String>,
    /// What keeps an act from being taken back.
    pub(crate) undoing: Undoing,
}

impl Rehearsal {
    /// The line as described at the top of this file.
    pub(crate) fn new() -> Self {
        let mut line = Self {
            kept: Vec::new(),
            now: instant("2026-02-02T03:00:00Z"),
            officer: OfficerId(id("duty")),
            posted: unit("vs1"),
            acts_for: unit("vs1"),
            given: Cell::new(0),
            named: Vec::new(),
            importing: None,
            undoing: Undoing::default(),
        };
        for (code, zone) in [("v", "Asia/Bangkok"), ("n", "Asia/Shanghai")] {
            let (name, letter) = (Words::plain(code.to_uppercase()), code.to_uppercase());
            line.act::<Side>(code, SideCommand::Register { name, letter, zone: zone.into(), languages: vec![] });
        }
        for matter in ["upkeep", "opening", "follow-up"] {
            line.act::<Matter>(matter, MatterCommand::Register { name: Words::plain(matter) });
        }
        let station = LevelCommand::Register {
            scheme: TALKS_SCHEME.into(),
            code: "station".into(),
            rank: 3,
            name: Words::plain("Station"),
            may_agree: vec![MatterId(id("upkeep"))],
        };
        line.act::<Level>("talks-station", station);
        for (name, of, parent) in
            [("vc", "v", None), ("vp1", "v", Some("vc")), ("vs1", "v", Some("vp1")), ("vs2", "v", Some("vp1"))]
        {
            line.register(name, of, parent);
        }
        line.register("nt1", "n", None);
        line.pair("vs1");
        line.pair("vs2");
        line
    }

    /// The same with line `line-t` between the two sides, the double marker places `t40`, `t44`, `t50` and `t60` on its
    /// river, and at `t44` the markers `t44-1` of side `v` and `t44-2` of side `n`, whose position is registered.
    pub(crate) fn surveyed() -> Self {
        let mut line = Self::new();
        let name = Words(BTreeMap::from([("en".into(), "Line T".into()), ("vi".into(), "Tuyến T".into())]));
        let register = LineCommand::Register {
            name,
            sides: vec![side("v"), side("n")],
            documented_length_m: None,
            length_source: None,
            drawing: None,
            attribution: None,
            licence: None,
            agreements: vec![],
        };
        line.act::<Line>("line-t", register);
        for number in ["T40", "T44", "T50", "T60"] {
            let place = MarkerPlaceCommand::Register {
                line: LineId(id("line-t")),
                number: number.into(),
                along: None,
                arrangement: Arrangement::Double,
                medium: Medium::River,
                remarks: None,
                document: None,
            };
            line.act::<MarkerPlace>(&number.to_lowercase(), place);
        }
        for (name, number, erected_by) in [("t44-1", "T44(1)", "v"), ("t44-2", "T44(2)", "n")] {
            let marker = MarkerCommand::Register {
                place: MarkerPlaceId(id("t44")),
                number: number.into(),
                kind: MarkerKind::Main,
                design: None,
                erected_by: Some(side(erected_by)),
                maintained_by: Some(side(erected_by)),
                position: Some(at("22.5000000, 103.9000000")),
                accuracy_m: None,
                document: Some("Protocol of 2009, annex 4".into()),
                remarks: None,
            };
            line.act::<Marker>(name, marker);
        }
        line
    }

    fn register(&mut self, name: &str, of: &str, parent: Option<&str>) {
        let levels = BTreeMap::from([(TALKS_SCHEME.to_owned(), "station".to_owned())]);
        let unit = UnitCommand::Register {
            side: side(of),
            force: Force::BorderGuard,
            name: Words::plain(name.to_uppercase()),
            from: None,
            parent: parent.map(unit),
            levels,
            place: None,
            source: None,
        };
        self.act::<Unit>(name, unit);
    }

    fn pair(&mut self, own: &str) {
        let relation = CounterpartCommand::Register {
            own: unit(own),
            other: unit("nt1"),
            kind: CounterpartKind::Talks,
            agreement: None,
            in_force: true,
            from: None,
        };
        self.act::<Counterpart>(&format!("{own}-nt1"), relation);
    }

    /// Lets a record of a noun stand there by name only.
    pub(crate) fn name_record(&mut self, noun: &'static str, name: &str) {
        self.named.push((noun, id(name)));
    }

    /// Sets the clock.
    pub(crate) fn now(&mut self, text: &str) {
        self.now = instant(text);
    }

    /// Lets another officer act, whose role reaches that unit and those below it.
    pub(crate) fn officer_of(&mut self, name: &str, posted: &str) {
        (self.officer, self.posted) = (OfficerId(id(name)), unit(posted));
    }

    /// Sets the unit for which the officer acts: the keeper of new records.
    pub(crate) fn act_for(&mut self, name: &str) {
        self.acts_for = unit(name);
    }

    /// Gives a command that the rules allow, with all that follows from it.
    pub(crate) fn act<N: Noun>(&mut self, name: &str, command: N::Command) {
        if let Err(obstacle) = self.attempt::<N>(name, &command) {
            panic!("{} {name}: {obstacle:?}", N::NAME);
        }
    }

    /// Gives a command that a rule forbids, and returns the reason; nothing is kept of it.
    pub(crate) fn refused<N: Noun>(&mut self, name: &str, command: N::Command) -> String {
        match self.attempt::<N>(name, &command) {
            Err(Obstacle::Refused(refused)) => refused.reason,
            Err(obstacle) => panic!("{} {name}: {obstacle:?}", N::NAME),
            Ok(()) => panic!("{} {name}: allowed", N::NAME),
        }
    }

    /// The state of a record.
    pub(crate) fn state<N: Noun>(&self, name: &str) -> N::State {
        self.setting(&id(name)).load::<N>(&id(name)).unwrap_or_else(|| panic!("no {} {name}", N::NAME))
    }

    /// The columns of a record.
    pub(crate) fn header<N: Noun>(&self, name: &str) -> Header {
        N::header(&self.state::<N>(name))
    }

    /// The figures of a record: code, basis and quantity.
    pub(crate) fn figures<N: Noun>(&self, name: &str) -> Vec<(&'static str, &'static str, i64)> {
        let figures = self.header::<N>(name).figures.into_iter();
        figures.map(|figure| (figure.code, basis(figure.basis), figure.quantity)).collect()
    }

    /// The states of all records of a noun, oldest first.
    pub(crate) fn all<N: Noun>(&self) -> Vec<N::State> {
        self.identities::<N>().iter().map(|id| self.state::<N>(id.as_str())).collect()
    }

    /// The identities of all records of a noun, oldest first.
    pub(crate) fn identities<N: Noun>(&self) -> Vec<RecordId> {
        self.kept.iter().filter(|kept| kept.noun.name == N::NAME).map(|kept| kept.id.clone()).collect()
    }

    /// The circumstances of an act on a record.
    pub(crate) fn setting(&self, record: &RecordId) -> Setting<'_> {
        let zone = TimeZone::fixed(Offset::constant(7));
        Setting {
            record: record.clone(),
            happened: self.now,
            now: self.now,
            today: self.now.to_zoned(zone.clone()).date(),
            zone,
            own: side("v"),
            officer: self.officer.clone(),
            unit: self.acts_for.clone(),
            around: self,
        }
    }

    fn attempt<N: Noun>(&mut self, name: &str, command: &N::Command) -> Result<(), Obstacle> {
        let before = self.kept.clone();
        let command = serde_json::to_value(command).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        let outcome = self.carry_out(N::NAME, id(name), self.acts_for.clone(), command);
        if outcome.is_err() {
            self.kept = before;
        }
        outcome
    }

    /// Decides a command, keeps the state after its facts, then does the same with each consequence.
    fn carry_out(&mut self, noun: &str, record: RecordId, keeper: UnitId, command: Value) -> Result<(), Obstacle> {
        let noun = crate::noun(noun).unwrap_or_else(|| panic!("no noun {noun}"));
        let place = self.kept.iter().position(|kept| kept.noun.name == noun.name && kept.id == record);
        let before = place.and_then(|place| self.kept.get(place)).cloned();
        let keeper = before.as_ref().map_or(keeper, |kept| kept.unit.clone());
        let mut state = before.map(|kept| kept.state);
        let decided = noun.decide(state.as_ref(), command, &self.setting(&record))?;
        let stamp = Stamp {
            record: record.clone(),
            side: side("v"),
            unit: keeper.clone(),
            officer: self.officer.clone(),
            happened: self.now,
            recorded: self.now,
        };
        for fact in decided.facts {
            state = Some(noun.apply(state, fact, &stamp).map_err(Obstacle::Fault)?);
        }
        let Some(state) = state else { return Ok(()) };
        let kept = Kept { noun, id: record, unit: keeper, state };
        match place.and_then(|place| self.kept.get_mut(place)) {
            Some(present) => *present = kept,
            None => self.kept.push(kept),
        }
        for next in decided.consequences {
            self.carry_out(next.noun, next.record, next.unit, next.command)?;
        }
        Ok(())
    }
}

fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Own => "own",
        Basis::Joint => "joint",
    }
}

impl Around for Rehearsal {
    fn record(&self, noun: &str, id: &RecordId) -> Option<Found> {
        let kept = self.kept.iter().find(|kept| kept.noun.name == noun && kept.id == *id).map(Kept::found);
        let named = || self.named.iter().find(|(of, named)| *of == noun && named == id);
        kept.or_else(|| named().map(|(_, id)| Found { id: id.clone(), unit: unit("vc"), state: Value::Null }))
    }

    fn find(&self, wanted: &Wanted) -> Vec<Found> {
        let fits = |kept: &&Kept| {
            let header = kept.header();
            kept.noun.name == wanted.noun
                && wanted.unit.as_ref().is_none_or(|unit| kept.unit == *unit)
                && wanted.counterpart.as_ref().is_none_or(|with| header.counterpart.as_ref() == Some(with))
                && (header.open || !wanted.open)
                && (wanted.number.is_none() || header.number == wanted.number)
                && wanted
                    .linked
                    .as_ref()
                    .is_none_or(|(role, to)| header.links.iter().any(|link| link.role == *role && link.to == *to))
        };
        self.kept.iter().filter(fits).take(500).map(Kept::found).collect()
    }

    fn last_ordinal(&self, series: &str) -> u32 {
        let headers = self.kept.iter().map(Kept::header);
        headers
            .filter(|header| header.series.as_deref() == Some(series))
            .filter_map(|header| header.ordinal)
            .max()
            .unwrap_or(0)
    }

    fn superiors(&self, unit: &UnitId) -> Vec<UnitId> {
        let parent = |unit: &UnitId| {
            let found = self.record(Unit::NAME, &unit.0)?;
            let state: UnitState = serde_json::from_value(found.state).ok()?;
            state.parent_on(Date::MAX).cloned()
        };
        std::iter::successors(parent(unit), parent).collect()
    }

    fn may(&self, _: Right, unit: &UnitId) -> bool {
        *unit == self.posted || self.superiors(unit).contains(&self.posted)
    }

    fn figures(&self, unit: &UnitId, from: Date, until: Date) -> Vec<Counted> {
        let below = |kept: &&Kept| kept.unit == *unit || self.superiors(&kept.unit).contains(unit);
        let counted = self.kept.iter().filter(below).flat_map(|kept| {
            let header = kept.header();
            let counterpart = header.counterpart.clone();
            header.figures.into_iter().map(move |figure| Counted {
                record: kept.id.clone(),
                unit: kept.unit.clone(),
                code: figure.code.to_owned(),
                basis: basis(figure.basis).to_owned(),
                counterpart: counterpart.clone(),
                on: figure.on,
                quantity: figure.quantity,
            })
        });
        counted.filter(|counted| from <= counted.on && counted.on < until).collect()
    }

    fn standing(&self, unit: &UnitId, before: Date) -> Vec<Counted> {
        let all = Around::figures(self, unit, Date::MIN, before).into_iter();
        all.filter(|counted| STANDING.contains(&counted.code.as_str())).collect()
    }

    fn fresh_id(&self) -> RecordId {
        self.given.set(self.given.get() + 1);
        RecordId::from_parts(self.given.get(), [0; 10])
    }

    fn importing(&self) -> Option<String> {
        self.importing.clone()
    }

    fn undoing(&self, _: &str) -> Undoing {
        self.undoing.clone()
    }
}

#[test]
fn every_noun_has_readable_schemas_and_offers_only_commands_it_has_to_begin_with() {
    for noun in crate::NOUNS {
        let schemas = noun.schemas();
        let names: Vec<&str> = schemas.commands.iter().map(|(name, _)| name.as_str()).collect();
        assert!(!names.is_empty() && !schemas.facts.is_empty() && !schemas.refusals.is_empty(), "{}", noun.name);
        for offered in noun.offers(None).unwrap_or_else(|fault| panic!("{fault}")) {
            assert!(names.contains(&offered), "{} offers {offered}", noun.name);
        }
        for fact in schemas.fact_names() {
            let declared = schemas.fact(fact).and_then(|schema| schema.get("type"));
            assert_eq!(declared, Some(&"object".into()), "{} {fact}", noun.name);
        }
        assert_eq!(schemas.fact("act-taken-back"), None, "{}: this fact belongs to no noun", noun.name);
    }
}

#[test]
fn what_a_rule_forbids_leaves_nothing_behind() {
    let mut line = Rehearsal::new();
    let before = line.identities::<Unit>();
    let own = UnitCommand::Resubordinate { parent: unit("vs1"), from: Date::ZERO, basis: None };
    assert_eq!(line.refused::<Unit>("vp1", own), "circle");
    assert_eq!(line.identities::<Unit>(), before);
}
