//! Community: a village or residential group on one side, known only by counts of the whole: households, people,
//! languages, on the line or not (VI cụm dân cư, thôn, bản; ZH 居民群、村寨; domain vocabulary C.4). No personal data.

mod shape;

use jiff::civil::Date;

pub use shape::*;

use crate::organisation::side::Side;
use crate::organisation::unit::{DatedName, Unit};
use crate::territory::twinning;
use crate::{Decision, Grade, Header, Link, Noun, Qualifier, Setting, Stamp, UnitId, Wing, Words};

/// The noun.
pub struct Community;

impl Noun for Community {
    const NAME: &'static str = "community";
    const WING: Wing = Wing::Territory;
    const GRADE: Grade = Grade::Open;
    type State = CommunityState;
    type Command = CommunityCommand;
    type Fact = CommunityFact;
    type Refusal = CommunityRefusal;

    fn decide(
        state: Option<&CommunityState>,
        command: CommunityCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<CommunityFact>, CommunityRefusal> {
        use CommunityCommand as C;
        let there = state.filter(|community| community.stage == CommunityStage::Active);
        match (state, there, command) {
            (None, _, command @ C::Register { .. }) => register(setting, command),
            (
                _,
                Some(_),
                C::RecordVersion { as_of, administrative_unit, households, people, languages, on_line, source },
            ) => {
                let version =
                    CommunityVersion { as_of, administrative_unit, households, people, languages, on_line, source };
                Ok(Decision::fact(CommunityFact::VersionRecorded { version: checked(setting, version)? }))
            }
            (_, Some(_), C::Rename { name, from, basis }) => {
                Ok(Decision::fact(CommunityFact::Renamed { name: named(name, Some(from), basis)? }))
            }
            (_, Some(community), C::Merge { into, merged_on, basis }) => {
                let follows = setting.load::<Community>(&into.0).filter(|next| next.stage == CommunityStage::Active);
                let follows = follows.filter(|next| next.side == community.side && into.0 != setting.record);
                follows.ok_or(CommunityRefusal::NoSuccessor)?;
                let noted = twinning::member_changed(setting, merged_on);
                Ok(Decision::fact(CommunityFact::Merged { into, merged_on, basis }).and_all(noted))
            }
            (_, Some(_), C::Dissolve { dissolved_on, remark }) => {
                let noted = twinning::member_changed(setting, dissolved_on);
                Ok(Decision::fact(CommunityFact::Dissolved { dissolved_on, remark }).and_all(noted))
            }
            (state, ..) => {
                let status = state.map_or("none", |community| community.stage.status()).to_owned();
                Err(CommunityRefusal::NotNow { status })
            }
        }
    }

    fn apply(state: Option<CommunityState>, fact: CommunityFact, stamp: &Stamp) -> CommunityState {
        let mut community = state.unwrap_or_else(|| CommunityState {
            side: stamp.side.clone(),
            names: Vec::new(),
            line: None,
            near: None,
            area_of: None,
            versions: Vec::new(),
            stage: CommunityStage::Active,
        });
        match fact {
            CommunityFact::Registered { side, name, line, near, area_of, version } => {
                let (names, versions) = (vec![name], vec![version]);
                community =
                    CommunityState { side, names, line, near, area_of, versions, stage: CommunityStage::Active };
            }
            CommunityFact::VersionRecorded { version } => {
                community.versions.push(version);
                community.versions.sort_by_key(|version| version.as_of);
            }
            CommunityFact::Renamed { name } => community.names.push(name),
            CommunityFact::Merged { into, merged_on, .. } => {
                community.stage = CommunityStage::Merged { into, on: merged_on };
            }
            CommunityFact::Dissolved { dissolved_on, remark } => {
                community.stage = CommunityStage::Dissolved { on: dissolved_on, remark };
            }
        }
        community
    }

    fn header(community: &CommunityState) -> Header {
        let mut links = Vec::new();
        links.extend(community.line.iter().map(|line| Link { role: "along", to: line.0.clone() }));
        links.extend(community.near.iter().map(|place| Link { role: "near", to: place.0.clone() }));
        links.extend(community.area_of.iter().map(|unit| Link { role: "in-area-of", to: unit.0.clone() }));
        if let CommunityStage::Merged { into, .. } = &community.stage {
            links.push(Link { role: "successor", to: into.0.clone() });
        }
        Header {
            status: community.stage.status(),
            title: community.name_on(Date::MAX),
            side: Some(community.side.clone()),
            links,
            ..Header::default()
        }
    }

    fn offers(state: Option<&CommunityState>) -> Vec<&'static str> {
        match state.map(|community| &community.stage) {
            None => vec!["register"],
            Some(CommunityStage::Active) => vec!["record-version", "rename", "merge", "dissolve"],
            Some(_) => vec![],
        }
    }
}

fn register(setting: &Setting<'_>, command: CommunityCommand) -> Result<Decision<CommunityFact>, CommunityRefusal> {
    let CommunityCommand::Register {
        side,
        name,
        line,
        near,
        area_of,
        as_of,
        administrative_unit,
        households,
        people,
        languages,
        on_line,
        source,
    } = command
    else {
        return Err(CommunityRefusal::NotNow { status: "none".to_owned() });
    };
    setting.load::<Side>(&side.0).ok_or(CommunityRefusal::NoSide)?;
    let name = named(name, None, None)?;
    if line.as_ref().is_some_and(|line| setting.around.record("line", &line.0).is_none()) {
        return Err(CommunityRefusal::NoLine);
    }
    if near.as_ref().is_some_and(|place| setting.around.record("marker-place", &place.0).is_none()) {
        return Err(CommunityRefusal::NoMarkerPlace);
    }
    let of_side = |unit: &UnitId| setting.load::<Unit>(&unit.0).is_some_and(|unit| unit.side == side);
    if area_of.as_ref().is_some_and(|unit| !of_side(unit)) {
        return Err(CommunityRefusal::NoUnit);
    }
    let version = CommunityVersion { as_of, administrative_unit, households, people, languages, on_line, source };
    let version = checked(setting, version)?;
    Ok(Decision::fact(CommunityFact::Registered { side, name, line, near, area_of, version }))
}

/// What is known of a day is known on that day or later, and no household is empty.
fn checked(setting: &Setting<'_>, version: CommunityVersion) -> Result<CommunityVersion, CommunityRefusal> {
    if version.as_of > setting.today {
        return Err(CommunityRefusal::InTheFuture);
    }
    let exact = |count: &Option<CommunityCount>| {
        count.as_ref().filter(|count| count.qualifier == Qualifier::Exact).map(|count| count.count)
    };
    match (exact(&version.households), exact(&version.people)) {
        (Some(households), Some(people)) if people < households => Err(CommunityRefusal::FewerPeopleThanHouseholds),
        _ => Ok(version),
    }
}

fn named(name: Words, from: Option<Date>, basis: Option<String>) -> Result<DatedName, CommunityRefusal> {
    let name = name.tidied();
    if name.is_empty() { Err(CommunityRefusal::NoName) } else { Ok(DatedName { from, name, basis }) }
}

impl CommunityStage {
    fn status(&self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Merged { .. } => "merged",
            Self::Dissolved { .. } => "dissolved",
        }
    }
}

impl CommunityState {
    /// The name that holds on a day: the last whose first day is not after it, else the oldest.
    pub fn name_on(&self, day: Date) -> Words {
        let valid = self.names.iter().filter(|name| name.from.is_none_or(|from| from <= day));
        let found = valid.max_by_key(|name| name.from.unwrap_or(Date::MIN)).or(self.names.first());
        found.map(|name| name.name.clone()).unwrap_or_default()
    }

    /// What was known of it on a day: the last version that is not younger, else nothing.
    pub fn version_on(&self, day: Date) -> Option<&CommunityVersion> {
        self.versions.iter().rev().find(|version| version.as_of <= day)
    }

    /// The community on a day: its name then and what was known of it; none before anything was, and once it is gone.
    pub fn on(&self, day: Date) -> Option<CommunityDay<'_>> {
        let there = self.gone_on().is_none_or(|gone| day < gone);
        let version = self.version_on(day).filter(|_| there)?;
        Some(CommunityDay { name: self.name_on(day), version })
    }

    /// The day from which it is no longer there by itself, once it was merged or dissolved.
    pub fn gone_on(&self) -> Option<Date> {
        match &self.stage {
            CommunityStage::Active => None,
            CommunityStage::Merged { on, .. } | CommunityStage::Dissolved { on, .. } => Some(*on),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::rehearsal::{Rehearsal, id, side, unit};
    use crate::{CommunityId, LineId};

    fn registered(of: &str, households: u32, people: u32) -> CommunityCommand {
        let exact = |count| Some(CommunityCount { count, qualifier: Qualifier::Exact });
        CommunityCommand::Register {
            side: side(of),
            name: Words::plain("Upper village"),
            line: None,
            near: None,
            area_of: (of == "v").then(|| unit("vs1")),
            as_of: date(2025, 12, 31),
            administrative_unit: "Commune V-a".into(),
            households: exact(households),
            people: exact(people),
            languages: vec!["Vietnamese".into(), "Hmong".into()],
            on_line: true,
            source: "Station's yearly count 2025".into(),
        }
    }

    fn version(as_of: Date, commune: &str) -> CommunityCommand {
        CommunityCommand::RecordVersion {
            as_of,
            administrative_unit: commune.into(),
            households: None,
            people: Some(CommunityCount { count: 400, qualifier: Qualifier::MoreThan }),
            languages: vec![],
            on_line: true,
            source: "Press, January 2026".into(),
        }
    }

    #[test]
    fn a_community_is_known_by_counts_each_with_day_and_source() {
        let mut line = Rehearsal::new();
        line.act::<Community>("c1", registered("v", 80, 350));
        line.act::<Community>("c1", version(date(2026, 1, 20), "Commune V-ab"));
        let community = line.state::<Community>("c1");
        let commune = |day| community.version_on(day).map(|version| version.administrative_unit.as_str());
        assert_eq!(commune(date(2025, 12, 30)), None);
        assert_eq!(commune(date(2026, 1, 19)), Some("Commune V-a"));
        assert_eq!(commune(date(2026, 1, 20)), Some("Commune V-ab"));
    }

    #[test]
    fn a_version_that_comes_late_takes_its_place_by_its_day() {
        let mut line = Rehearsal::new();
        line.act::<Community>("c1", registered("v", 80, 350));
        line.act::<Community>("c1", version(date(2024, 6, 30), "Commune V-old"));
        let community = line.state::<Community>("c1");
        assert_eq!(community.versions[0].administrative_unit, "Commune V-old");
    }

    #[test]
    fn a_count_of_a_day_to_come_is_refused() {
        let mut line = Rehearsal::new();
        line.act::<Community>("c1", registered("v", 80, 350));
        assert_eq!(line.refused::<Community>("c1", version(date(2026, 2, 3), "Commune V-a")), "in-the-future");
    }

    #[test]
    fn no_household_is_empty_where_both_counts_are_exact() {
        let mut line = Rehearsal::new();
        assert_eq!(line.refused::<Community>("c1", registered("v", 80, 79)), "fewer-people-than-households");
    }

    #[test]
    fn a_community_lies_near_a_line_and_in_the_area_of_a_unit_of_its_side() {
        let mut line = Rehearsal::new();
        let mut elsewhere = registered("n", 10, 40);
        if let CommunityCommand::Register { area_of, .. } = &mut elsewhere {
            *area_of = Some(unit("vs1"));
        }
        assert_eq!(line.refused::<Community>("c1", elsewhere), "no-unit");
        let mut unknown = registered("v", 10, 40);
        if let CommunityCommand::Register { line, .. } = &mut unknown {
            *line = Some(LineId(id("line-t")));
        }
        assert_eq!(line.refused::<Community>("c1", unknown), "no-line");
        assert_eq!(line.refused::<Community>("c1", registered("x", 10, 40)), "no-side");
    }

    #[test]
    fn a_village_that_merged_names_the_one_that_follows_and_takes_no_new_version() {
        let mut line = Rehearsal::new();
        for name in ["c1", "c2"] {
            line.act::<Community>(name, registered("v", 80, 350));
        }
        line.act::<Community>("c9", registered("n", 20, 90));
        let merge = |into: &str| CommunityCommand::Merge {
            into: CommunityId(id(into)),
            merged_on: date(2026, 7, 1),
            basis: Some("Resolution of 12 June".into()),
        };
        assert_eq!(line.refused::<Community>("c1", merge("c1")), "no-successor");
        assert_eq!(line.refused::<Community>("c1", merge("c9")), "no-successor");
        line.act::<Community>("c1", merge("c2"));
        let merged = line.state::<Community>("c1");
        assert!(merged.on(date(2026, 6, 30)).is_some() && merged.on(date(2026, 7, 1)).is_none());
        assert!(line.header::<Community>("c1").links.contains(&Link { role: "successor", to: id("c2") }));
        assert_eq!(line.refused::<Community>("c1", version(date(2026, 2, 1), "Commune V-a")), "not-now");
        assert_eq!(line.refused::<Community>("c2", merge("c1")), "no-successor");
    }

    #[test]
    fn a_name_holds_from_its_day_and_the_old_one_before() {
        let mut line = Rehearsal::new();
        line.act::<Community>("c1", registered("v", 80, 350));
        let name = CommunityCommand::Rename { name: Words::plain("New village"), from: date(2026, 7, 1), basis: None };
        line.act::<Community>("c1", name);
        let community = line.state::<Community>("c1");
        assert_eq!(community.on(date(2026, 6, 30)).map(|then| then.name), Some(Words::plain("Upper village")));
        assert!(community.on(date(2025, 12, 30)).is_none(), "nothing was known of it");
        assert_eq!(community.name_on(date(2026, 7, 1)), Words::plain("New village"));
    }
}
