//! From a profile to the acts that found a post with it: the same commands that an officer would give.

use std::collections::{BTreeMap, BTreeSet};

use domain::basis::agreement::{Agreement, AgreementCommand};
use domain::basis::obligation::{Obligation, ObligationCommand};
use domain::organisation::counterpart::{Counterpart, CounterpartCommand};
use domain::organisation::level::{Level, LevelCommand};
use domain::organisation::matter::{Matter, MatterCommand};
use domain::organisation::side::{Side, SideCommand};
use domain::organisation::unit::{Place, Successor, Unit, UnitCommand};
use domain::territory::line::{Line, LineCommand};
use domain::{AgreementId, CounterpartId, MatterId, Noun, RecordId, RecordIdFault, SideId, UnitId, Words};
use jiff::Timestamp;
use serde_json::Value;
use serde_spanned::Spanned;

use super::files::{AgreementEntry, LineEntry, UnitEntry};
use super::{Origin, Profile};

/// A command of the founding on a record with a given identity.
#[derive(Debug)]
pub(crate) struct FoundingAct {
    pub noun: &'static str,
    pub record: RecordId,
    pub command: Value,
    /// The unit that keeps the record; none is the keeper of the directory.
    pub unit: Option<UnitId>,
    /// When it happened; none is the founding itself.
    pub happened: Option<Timestamp>,
    /// Where it stands in the profile.
    pub origin: Origin,
}

type Acts = Result<Vec<FoundingAct>, RecordIdFault>;

fn act<N: Noun>(record: &str, unit: Option<UnitId>, command: &N::Command) -> Result<FoundingAct, RecordIdFault> {
    let command = serde_json::to_value(command).unwrap_or_default();
    let (record, origin) = (RecordId::parse(record)?, Origin::default());
    Ok(FoundingAct { noun: N::NAME, record, command, unit, happened: None, origin })
}

impl Profile {
    /// The acts that bring the profile into an empty post, in an order in which each finds what it needs.
    pub(crate) fn acts(&self) -> Acts {
        let mut acts = Vec::new();
        for side in &self.main.sides {
            let register = SideCommand::Register {
                name: side.name.clone(),
                letter: side.letter.clone(),
                zone: side.zone.get_ref().clone(),
                languages: side.languages.clone(),
            };
            acts.push(act::<Side>(side.code.get_ref(), None, &register)?);
        }
        for matter in &self.main.matters {
            let register = MatterCommand::Register { name: matter.name.clone() };
            acts.push(act::<Matter>(matter.code.get_ref(), None, &register)?);
        }
        for level in &self.main.levels {
            let may_agree =
                level.may_agree.iter().map(|code| MatterId::parse(code.get_ref())).collect::<Result<_, _>>()?;
            let (scheme, code) = (level.scheme.get_ref().clone(), level.code.get_ref().clone());
            let id = format!("{scheme}-{code}");
            let register =
                LevelCommand::Register { scheme, code, rank: level.rank, name: level.name.clone(), may_agree };
            acts.push(act::<Level>(&id, None, &register)?);
        }
        for unit in self.superiors_first() {
            acts.extend(unit_acts(unit, &self.main.sources)?);
        }
        for unit in &self.units.units {
            acts.extend(successor_acts(unit)?);
        }
        for text in self.agreements.agreements.iter() {
            acts.extend(agreement_acts(text)?);
        }
        for relation in &self.counterparts.counterparts {
            let agreement = relation.agreement.as_ref().map(|code| AgreementId::parse(code.get_ref())).transpose()?;
            let register = CounterpartCommand::Register {
                own: UnitId::parse(relation.own.get_ref())?,
                other: UnitId::parse(relation.other.get_ref())?,
                kind: relation.kind,
                agreement,
                in_force: true,
                from: relation.from,
            };
            acts.push(act::<Counterpart>(relation.code.get_ref(), None, &register)?);
        }
        for text in &self.agreements.agreements {
            acts.extend(obligation_acts(text)?);
        }
        for line in &self.main.lines {
            acts.push(self.line_act(line)?);
        }
        for act in &mut acts {
            act.origin = self.places.get(act.record.as_str()).cloned().unwrap_or_default();
        }
        acts.extend(self.register_acts());
        Ok(acts)
    }

    /// The line as a record. Its drawing is named; what the documents say of it comes from its fields alone.
    fn line_act(&self, line: &LineEntry) -> Result<FoundingAct, RecordIdFault> {
        let codes: Vec<&String> = match line.sides.as_slice() {
            [] => self.main.sides.iter().map(|side| side.code.get_ref()).collect(),
            named => named.iter().map(Spanned::get_ref).collect(),
        };
        let source = line.length_source.as_ref().map(|code| {
            let cited = self.main.sources.iter().find(|source| source.id.get_ref() == code.get_ref());
            cited.map_or_else(|| code.get_ref().clone(), |source| source.title.clone())
        });
        let register = LineCommand::Register {
            name: line.name.clone(),
            sides: codes.into_iter().map(|code| SideId::parse(code)).collect::<Result<_, _>>()?,
            documented_length_m: line.documented_length_m,
            length_source: source,
            drawing: Some(line.file.get_ref().clone()),
            attribution: Some(line.attribution.clone()),
            licence: Some(line.licence.clone()),
            agreements: Vec::new(),
        };
        act::<Line>(line.code.get_ref(), None, &register)
    }

    /// The acts of the registers, in the order in which they stand. A record is kept by the unit that its table names,
    /// where that is an own unit: whoever founds a post across the line keeps the records of this side himself.
    fn register_acts(&self) -> impl Iterator<Item = FoundingAct> {
        let own = self.main.own.get_ref();
        let units = self.units.units.iter().filter(move |unit| unit.side.get_ref() == own);
        let own_units: BTreeSet<&str> = units.map(|unit| unit.code.get_ref().as_str()).collect();
        self.registers.iter().flat_map(move |record| {
            let unit = record.unit.clone().filter(|unit| own_units.contains(unit.as_str()));
            record.acts.iter().map(move |act| FoundingAct {
                noun: record.noun,
                record: record.code.clone(),
                command: self.seen_from_here(&act.command),
                unit: unit.clone(),
                happened: act.happened,
                origin: act.origin.clone(),
            })
        })
    }

    /// A command as this side would give it. One that names this side as the other one is told from across the line:
    /// the side there is the other one, and what is own and what is the other's changes places.
    fn seen_from_here(&self, command: &Value) -> Value {
        let own = self.main.own.get_ref();
        let across = self.main.sides.iter().map(|side| side.code.get_ref()).find(|side| *side != own);
        let (Some(fields), Some(across)) = (command.as_object(), across) else { return command.clone() };
        if fields.get("other_side").and_then(Value::as_str) != Some(own.as_str()) {
            return command.clone();
        }
        let has = |name: &str| fields.contains_key(name);
        let mirrored = fields.iter().map(|(name, value)| {
            let plain = name.strip_prefix("other_").unwrap_or(name);
            let plain = plain.strip_prefix("own_").unwrap_or(plain);
            let (mine, theirs) = (format!("own_{plain}"), format!("other_{plain}"));
            let name = match name {
                name if *name == theirs && has(&mine) => mine,
                name if *name == theirs && has(plain) => plain.to_owned(),
                name if (*name == mine || name == plain) && has(&theirs) => theirs,
                name => name.clone(),
            };
            let value = if name == "other_side" { Value::from(across.as_str()) } else { value.clone() };
            (name, value)
        });
        Value::Object(mirrored.collect())
    }

    /// The units so that each comes after its superiors.
    fn superiors_first(&self) -> Vec<&UnitEntry> {
        let by_code: BTreeMap<&str, &UnitEntry> =
            self.units.units.iter().map(|unit| (unit.code.get_ref().as_str(), unit)).collect();
        let mut placed = BTreeSet::new();
        let mut order = Vec::new();
        for unit in &self.units.units {
            place(unit, &by_code, &mut placed, &mut order);
        }
        order
    }
}

fn place<'p>(
    unit: &'p UnitEntry,
    by_code: &BTreeMap<&str, &'p UnitEntry>,
    placed: &mut BTreeSet<&'p str>,
    order: &mut Vec<&'p UnitEntry>,
) {
    if !placed.insert(unit.code.get_ref()) {
        return;
    }
    for parent in &unit.parents {
        if let Some(above) = by_code.get(parent.unit.get_ref().as_str()) {
            place(above, by_code, placed, order);
        }
    }
    order.push(unit);
}

fn unit_acts(unit: &UnitEntry, sources: &[super::files::SourceEntry]) -> Acts {
    let code = unit.code.get_ref();
    let mut names = unit.names.iter();
    let first = names.next();
    let cited = unit.source.as_ref().and_then(|id| sources.iter().find(|source| source.id.get_ref() == id.get_ref()));
    let source = cited.map(|source| {
        let published = source.published_on.map(|on| format!(", {on}")).unwrap_or_default();
        format!("{}, {}{published}", source.publisher, source.title)
    });
    let mut parents = unit.parents.iter();
    let register = UnitCommand::Register {
        side: SideId::parse(unit.side.get_ref())?,
        force: unit.force,
        name: Words(first.map(|name| name.words.clone()).unwrap_or_default()),
        from: first.and_then(|name| name.from),
        parent: parents.next().map(|parent| UnitId::parse(parent.unit.get_ref())).transpose()?,
        levels: unit.levels.iter().map(|(scheme, level)| (scheme.clone(), level.get_ref().clone())).collect(),
        place: unit.place.as_ref().map(|place| Place {
            lat_e7: place.lat_e7,
            lon_e7: place.lon_e7,
            note: place.note.clone(),
        }),
        source,
    };
    let mut acts = vec![act::<Unit>(code, None, &register)?];
    for name in names {
        let from = name.from.unwrap_or(jiff::civil::Date::MIN);
        let rename = UnitCommand::Rename { name: Words(name.words.clone()), from, basis: name.basis.clone() };
        acts.push(act::<Unit>(code, None, &rename)?);
    }
    for parent in parents {
        let from = parent.from.unwrap_or(jiff::civil::Date::MIN);
        let resubordinate = UnitCommand::Resubordinate {
            parent: UnitId::parse(parent.unit.get_ref())?,
            from,
            basis: parent.basis.clone(),
        };
        acts.push(act::<Unit>(code, None, &resubordinate)?);
    }
    Ok(acts)
}

fn successor_acts(unit: &UnitEntry) -> Acts {
    let acts = unit.successors.iter().map(|next| {
        let follows = next.unit.as_ref().map(|code| UnitId::parse(code.get_ref())).transpose()?;
        let successor = Successor { unit: follows, kind: next.kind, on: next.on, basis: next.basis.clone() };
        act::<Unit>(unit.code.get_ref(), None, &UnitCommand::RecordSuccessor { successor })
    });
    acts.collect()
}

fn agreement_acts(text: &AgreementEntry) -> Acts {
    let code = text.code.get_ref();
    let register = AgreementCommand::Register {
        kind: text.kind,
        name: text.name.clone(),
        parties: text.parties.iter().map(|party| UnitId::parse(party.get_ref())).collect::<Result<_, _>>()?,
        parent: text.parent.as_ref().map(|code| AgreementId::parse(code.get_ref())).transpose()?,
        source: text.source.as_ref().map(|source| source.get_ref().clone()),
    };
    let mut acts = vec![act::<Agreement>(code, None, &register)?];
    for version in &text.versions {
        let add = AgreementCommand::AddVersion {
            number: version.number,
            signed_on: version.signed_on,
            note: version.note.clone(),
            source: version.source.as_ref().map(|source| source.get_ref().clone()),
        };
        acts.push(act::<Agreement>(code, None, &add)?);
        if let Some(on) = version.in_force_on {
            let enter = AgreementCommand::RecordEntryIntoForce { number: version.number, on, basis: None };
            acts.push(act::<Agreement>(code, None, &enter)?);
        }
    }
    Ok(acts)
}

fn obligation_acts(text: &AgreementEntry) -> Acts {
    let acts = text.obligations.iter().map(|owed| {
        let unit = UnitId::parse(owed.unit.get_ref())?;
        let register = ObligationCommand::Register {
            agreement: AgreementId::parse(text.code.get_ref())?,
            name: owed.name.clone(),
            clause: owed.clause.clone(),
            unit: unit.clone(),
            counterpart: CounterpartId::parse(owed.counterpart.get_ref())?,
            activity: owed.activity,
            every: owed.every,
            hosts: owed.hosts,
            first_host: owed.first_host.as_ref().map(|side| SideId::parse(side.get_ref())).transpose()?,
            from: owed.from,
            grace_days: owed.grace_days,
        };
        act::<Obligation>(owed.code.get_ref(), Some(unit), &register)
    });
    acts.collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use serde_json::json;

    use super::super::Profile;

    #[test]
    fn a_gate_that_one_side_wrote_is_turned_round_where_the_other_side_founds_the_post() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../profiles/no-fi");
        let mut profile = Profile::read(&folder).unwrap_or_else(|faults| panic!("{faults:#?}"));
        let gate =
            json!({ "other_side": "no", "name": "Näätämö", "other_name": "Neiden", "own_class": 1, "other_class": 2 });
        assert_eq!(profile.seen_from_here(&gate), gate, "it was written by this side");
        "no".clone_into(profile.main.own.get_mut());
        let turned =
            json!({ "other_side": "fi", "name": "Neiden", "other_name": "Näätämö", "own_class": 2, "other_class": 1 });
        assert_eq!(profile.seen_from_here(&gate), turned);
    }
}
