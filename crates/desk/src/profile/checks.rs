//! What a profile must hold beyond its form: every code once, every reference found, no circle of superiors.

use std::collections::{BTreeMap, BTreeSet};

use domain::RecordId;
use domain::contact::task::FOLLOW_UP;
use domain::organisation::level::TALKS_SCHEME;
use serde_spanned::Spanned;

use super::files::{AgreementFile, CounterpartFile, Opening, ProfileFile, UnitFile};
use super::registers::Written;
use super::{Origin, ProfileFault, names};

/// The side of joint bodies, which is nobody's own.
const JOINT: &str = "joint";

/// Adds every fault found. Gives the place of every record in the files, by its identity.
pub(super) fn check(
    main: &Opening<ProfileFile>,
    units: &Opening<UnitFile>,
    counterparts: &Opening<CounterpartFile>,
    agreements: &Opening<AgreementFile>,
    registers: &[Opening<Vec<Written>>],
    faults: &mut Vec<ProfileFault>,
) -> BTreeMap<String, Origin> {
    let mut codes = Codes { seen: BTreeMap::new(), places: BTreeMap::new(), faults };
    for side in &main.value.sides {
        codes.add("side", main, &side.code);
        if jiff::tz::TimeZone::get(side.zone.get_ref()).is_err() {
            let problem = format!("no time zone is called {}", side.zone.get_ref());
            codes.faults.push(main.fault(&side.zone.span(), "side.zone", problem));
        }
    }
    main.value.sources.iter().for_each(|source| codes.add("source", main, &source.id));
    main.value.matters.iter().for_each(|matter| codes.add("matter", main, &matter.code));
    units.value.units.iter().for_each(|unit| codes.add("unit", units, &unit.code));
    main.value.lines.iter().for_each(|line| codes.add("line", main, &line.code));
    agreements.value.agreements.iter().for_each(|text| codes.add("agreement", agreements, &text.code));
    counterparts.value.counterparts.iter().for_each(|relation| codes.add("counterpart", counterparts, &relation.code));
    for obligation in agreements.value.agreements.iter().flat_map(|text| &text.obligations) {
        codes.add("obligation", agreements, &obligation.code);
    }
    for level in &main.value.levels {
        let identity = format!("{}-{}", level.scheme.get_ref(), level.code.get_ref());
        // A level that stands twice in its scheme is told as such below.
        if !codes.has("level", &identity) {
            codes.add("level", main, &Spanned::new(level.code.span(), identity));
        }
    }
    for file in registers {
        file.value.iter().for_each(|record| codes.add(record.noun, file, &record.code));
    }
    check_main(main, &mut codes);
    check_lines(main, &mut codes);
    check_units(main, units, &mut codes);
    check_counterparts(main, units, counterparts, &mut codes);
    check_agreements(agreements, &mut codes);
    registers.iter().for_each(|file| check_register(file, &mut codes));
    names::check(main, units, counterparts, agreements, codes.faults);
    codes.places
}

/// The codes seen, each kind with its set, and where each record stands.
struct Codes<'f> {
    seen: BTreeMap<&'static str, BTreeSet<String>>,
    places: BTreeMap<String, Origin>,
    faults: &'f mut Vec<ProfileFault>,
}

impl Codes<'_> {
    fn add<T>(&mut self, kind: &'static str, file: &Opening<T>, code: &Spanned<String>) {
        let text = code.get_ref();
        // A source is only cited and never becomes a record: a version number may stand in its name.
        let read = if kind == "source" { text.replace('.', "-") } else { text.clone() };
        if RecordId::parse(&read).is_err() {
            let problem = format!("\"{text}\": a code has 1 to 64 characters of a-z, 0-9 and -");
            self.faults.push(file.fault(&code.span(), &format!("{kind}.code"), problem));
        }
        // Identities are one space for all kinds of record; sources are not records.
        let others =
            self.seen.iter().any(|(other, seen)| (*other == "source") == (kind == "source") && seen.contains(text));
        if others {
            let problem = format!("\"{text}\" is used twice; every code is used once");
            self.faults.push(file.fault(&code.span(), &format!("{kind}.code"), problem));
        }
        self.seen.entry(kind).or_default().insert(text.clone());
        if kind != "source" {
            let origin =
                Origin { file: file.file.clone(), line: file.line(&code.span()), field: format!("{kind}.code") };
            self.places.entry(text.clone()).or_insert(origin);
        }
    }

    fn has(&self, kind: &str, code: &str) -> bool {
        self.seen.get(kind).is_some_and(|seen| seen.contains(code))
    }

    /// True when some record has the code, whatever its noun.
    fn has_record(&self, code: &str) -> bool {
        self.seen.iter().any(|(kind, seen)| *kind != "source" && seen.contains(code))
    }

    fn find<T>(&mut self, kind: &str, file: &Opening<T>, field: &str, code: &Spanned<String>) {
        if !self.has(kind, code.get_ref()) {
            let problem = format!("no {kind} has the code \"{}\"", code.get_ref());
            self.faults.push(file.fault(&code.span(), field, problem));
        }
    }

    fn find_all<'c, T>(
        &mut self,
        kind: &'static str,
        file: &Opening<T>,
        field: &str,
        codes: impl IntoIterator<Item = &'c Spanned<String>>,
    ) {
        codes.into_iter().for_each(|code| self.find(kind, file, field, code));
    }
}

fn check_main(main: &Opening<ProfileFile>, codes: &mut Codes<'_>) {
    let file = &main.value;
    if *file.format.get_ref() != 1 {
        codes.faults.push(main.fault(&file.format.span(), "format", "this program reads format 1"));
    }
    codes.find("side", main, "own", &file.own);
    codes.find("unit", main, "keeper", &file.keeper);
    codes.find_all(
        "source",
        main,
        "line.length_source",
        file.lines.iter().filter_map(|line| line.length_source.as_ref()),
    );
    if !file.matters.iter().any(|matter| matter.code.get_ref() == FOLLOW_UP) {
        let problem = format!("a matter with the code \"{FOLLOW_UP}\" is needed: tasks given in passing belong to it");
        codes.faults.push(main.unplaced("matter", problem));
    }
    if !file.levels.iter().any(|level| level.scheme.get_ref() == TALKS_SCHEME) {
        let problem = format!("a level of the scheme \"{TALKS_SCHEME}\" is needed: units of it hold talks and report");
        codes.faults.push(main.unplaced("level", problem));
    }
    codes.find_all("matter", main, "level.may_agree", file.levels.iter().flat_map(|level| &level.may_agree));
    let mut levels = BTreeSet::new();
    for level in &file.levels {
        if !levels.insert((level.scheme.get_ref(), level.code.get_ref())) {
            codes.faults.push(main.fault(&level.code.span(), "level.code", "this level stands twice in its scheme"));
        }
    }
}

/// A line runs between two sides; where there are more, it says which.
fn check_lines(main: &Opening<ProfileFile>, codes: &mut Codes<'_>) {
    for line in &main.value.lines {
        codes.find_all("side", main, "line.sides", &line.sides);
        let problem = match line.sides.as_slice() {
            [] if main.value.sides.len() == 2 => continue,
            [one, other] if one.get_ref() != other.get_ref() => continue,
            [] => "name the two sides between which the line runs",
            _ => "a line runs between two sides, each named once",
        };
        codes.faults.push(main.fault(&line.code.span(), "line.sides", problem));
    }
}

fn check_units(main: &Opening<ProfileFile>, units: &Opening<UnitFile>, codes: &mut Codes<'_>) {
    let levels: BTreeSet<(&str, &str)> = main
        .value
        .levels
        .iter()
        .map(|level| (level.scheme.get_ref().as_str(), level.code.get_ref().as_str()))
        .collect();
    let sides: BTreeMap<&str, &str> =
        units.value.units.iter().map(|unit| (unit.code.get_ref().as_str(), unit.side.get_ref().as_str())).collect();
    for unit in &units.value.units {
        if unit.side.get_ref() != JOINT {
            codes.find("side", units, "unit.side", &unit.side);
        }
        codes.find_all("source", units, "unit.source", &unit.source);
        codes.find_all("unit", units, "unit.parent.unit", unit.parents.iter().map(|parent| &parent.unit));
        codes.find_all(
            "unit",
            units,
            "unit.successor.unit",
            unit.successors.iter().filter_map(|next| next.unit.as_ref()),
        );
        for (scheme, level) in &unit.levels {
            if !levels.contains(&(scheme.as_str(), level.get_ref().as_str())) {
                let problem = format!("scheme {scheme} has no level \"{}\"", level.get_ref());
                codes.faults.push(units.fault(&level.span(), "unit.levels", problem));
            }
        }
        if unit.names.is_empty() {
            codes.faults.push(units.fault(&unit.code.span(), "unit.name", "a unit needs a name"));
        }
        for parent in &unit.parents {
            if sides.get(parent.unit.get_ref().as_str()).is_some_and(|side| side != unit.side.get_ref()) {
                codes.faults.push(units.fault(
                    &parent.unit.span(),
                    "unit.parent.unit",
                    "the superior belongs to another side",
                ));
            }
        }
    }
    check_circles(units, codes);
}

fn check_circles(units: &Opening<UnitFile>, codes: &mut Codes<'_>) {
    let above: BTreeMap<&str, &str> = units
        .value
        .units
        .iter()
        .filter_map(|unit| Some((unit.code.get_ref().as_str(), unit.parents.last()?.unit.get_ref().as_str())))
        .collect();
    for unit in &units.value.units {
        let mut at = unit.code.get_ref().as_str();
        for _ in 0..=above.len() {
            match above.get(at) {
                Some(next) if *next == unit.code.get_ref() => {
                    codes.faults.push(units.fault(&unit.code.span(), "unit.parent", "the unit is its own superior"));
                    break;
                }
                Some(next) => at = next,
                None => break,
            }
        }
    }
}

fn check_counterparts(
    main: &Opening<ProfileFile>,
    units: &Opening<UnitFile>,
    counterparts: &Opening<CounterpartFile>,
    codes: &mut Codes<'_>,
) {
    let own = main.value.own.get_ref();
    for relation in &counterparts.value.counterparts {
        codes.find("unit", counterparts, "counterpart.own", &relation.own);
        codes.find("unit", counterparts, "counterpart.other", &relation.other);
        codes.find_all("agreement", counterparts, "counterpart.agreement", &relation.agreement);
        codes.find_all("source", counterparts, "counterpart.source", &relation.source);
        let side = |code: &str| {
            units.value.units.iter().find(|unit| unit.code.get_ref() == code).map(|unit| unit.side.get_ref())
        };
        if side(relation.own.get_ref()).is_some_and(|side| side != own) {
            let problem = format!("\"own\" names a unit of side {own}");
            codes.faults.push(counterparts.fault(&relation.own.span(), "counterpart.own", problem));
        }
        if side(relation.other.get_ref()).is_some_and(|side| side == own) {
            codes.faults.push(counterparts.fault(
                &relation.other.span(),
                "counterpart.other",
                "\"other\" names a unit of the other side",
            ));
        }
    }
}

fn check_agreements(agreements: &Opening<AgreementFile>, codes: &mut Codes<'_>) {
    for text in &agreements.value.agreements {
        codes.find_all("unit", agreements, "agreement.parties", &text.parties);
        codes.find_all("agreement", agreements, "agreement.parent", &text.parent);
        codes.find_all("source", agreements, "agreement.source", &text.source);
        codes.find_all(
            "source",
            agreements,
            "version.source",
            text.versions.iter().filter_map(|version| version.source.as_ref()),
        );
        for version in &text.versions {
            if let (Some(signed), Some(in_force)) = (version.signed_on, version.in_force_on)
                && in_force < signed
            {
                let problem = format!("version {} enters into force before it is signed", version.number);
                codes.faults.push(agreements.fault(&text.code.span(), "version.in_force_on", problem));
            }
            if version.signed_on.is_none() && version.in_force_on.is_some() {
                let problem = format!("version {} is in force, so say when it was signed", version.number);
                codes.faults.push(agreements.fault(&text.code.span(), "version.signed_on", problem));
            }
        }
        for obligation in &text.obligations {
            codes.find("unit", agreements, "obligation.unit", &obligation.unit);
            codes.find("counterpart", agreements, "obligation.counterpart", &obligation.counterpart);
            codes.find_all("side", agreements, "obligation.first_host", &obligation.first_host);
            codes.find_all("source", agreements, "obligation.source", &obligation.source);
        }
    }
}

fn check_register(file: &Opening<Vec<Written>>, codes: &mut Codes<'_>) {
    for record in &file.value {
        if let Some(unit) = &record.unit {
            codes.find("unit", file, &format!("{}.unit", record.noun), unit);
        }
        for named in &record.references {
            if !named.noun.is_empty() {
                codes.find(&named.noun, file, &named.field, &named.code);
            } else if !codes.has_record(named.code.get_ref()) {
                let problem = format!("no record has the code \"{}\"", named.code.get_ref());
                codes.faults.push(file.fault(&named.code.span(), &named.field, problem));
            }
        }
    }
}
