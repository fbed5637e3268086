//! Deed: what neighbours do for and with each other beside talks and patrols: outreach, aid, training, visits.
//! What their rules share stands here: with whom, on which day, under which programme, and how one is put off.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::basis::obligation::Activity;
use crate::basis::occurrence::{Occurrence, OccurrenceCommand, OccurrenceState};
use crate::basis::standing_programme::StandingProgramme;
use crate::contact::talks::PostponeReason;
use crate::organisation::counterpart::{Counterpart, CounterpartState};
use crate::{
    CommunityId, Consequence, CounterpartId, DelegationId, Link, OccurrenceId, Setting, SideId, StandingProgrammeId,
};

/// One time that a deed was put off: who asked, why, and the day before and after (domain vocabulary C.3). A record keeps
/// all of them, so that the history of its days can be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Postponement {
    /// Which side asked; none where a partner asked who is neither of the two sides.
    pub asked_by: Option<SideId>,
    /// Why.
    pub reason: PostponeReason,
    /// The day that was planned until then.
    pub planned_on: Option<Date>,
    /// The new day; none leaves it open.
    pub new_date: Option<Date>,
}

/// Why a duty cannot be met by a deed.
pub(crate) enum UnfitDuty {
    /// It does not exist or is settled.
    NoOccurrence,
    /// It asks for another kind of activity.
    OtherActivity,
    /// It names another host.
    OtherHost(SideId),
}

/// The relation with the other side while it works: in force, or to be confirmed again.
pub(crate) fn relation(setting: &Setting<'_>, counterpart: &CounterpartId) -> Option<CounterpartState> {
    setting.load::<Counterpart>(&counterpart.0).filter(CounterpartState::is_in_force)
}

/// True for the own side and, where the deed has a counterpart, for the side of that relation.
pub(crate) fn is_involved(setting: &Setting<'_>, counterpart: Option<&CounterpartId>, side: &SideId) -> bool {
    let other = || setting.load::<Counterpart>(&counterpart?.0).map(|relation| relation.other_side);
    *side == setting.own || other().as_ref() == Some(side)
}

/// True for a day before the one on which it is named.
pub(crate) fn is_past(setting: &Setting<'_>, day: Date) -> bool {
    day < setting.happened_on()
}

/// True for a day that has not come.
pub(crate) fn is_ahead(setting: &Setting<'_>, day: Date) -> bool {
    day > setting.today
}

/// The first community that is not registered.
pub(crate) fn unknown_community(setting: &Setting<'_>, communities: &[CommunityId]) -> Option<CommunityId> {
    communities.iter().find(|community| setting.around.record("community", &community.0).is_none()).cloned()
}

/// True when the delegation is registered.
pub(crate) fn has_delegation(setting: &Setting<'_>, delegation: &DelegationId) -> bool {
    setting.around.record("delegation", &delegation.0).is_some()
}

/// True when the programme exists and was not closed before that day.
pub(crate) fn takes_part(setting: &Setting<'_>, programme: Option<&StandingProgrammeId>, on: Date) -> bool {
    let runs = |programme: &StandingProgrammeId| {
        setting.load::<StandingProgramme>(&programme.0).is_some_and(|programme| programme.takes(on))
    };
    programme.is_none_or(runs)
}

/// The period covered by the duty that a deed is to meet, when the duty is open and asks for just this.
pub(crate) fn period_owed(
    setting: &Setting<'_>,
    occurrence: Option<&OccurrenceId>,
    activity: Activity,
    host: Option<&SideId>,
) -> Result<Option<String>, UnfitDuty> {
    let Some(occurrence) = occurrence else { return Ok(None) };
    let due = setting.load::<Occurrence>(&occurrence.0).filter(OccurrenceState::is_open);
    let due = due.ok_or(UnfitDuty::NoOccurrence)?;
    if due.activity != activity {
        return Err(UnfitDuty::OtherActivity);
    }
    match due.host.filter(|owed| host != Some(owed)) {
        Some(host) => Err(UnfitDuty::OtherHost(host)),
        None => Ok(Some(due.period)),
    }
}

/// What was held meets its duty.
pub(crate) fn met(setting: &Setting<'_>, occurrence: Option<&OccurrenceId>, held_on: Date) -> Option<Consequence> {
    let meet = OccurrenceCommand::Meet { held_on, by: setting.record.clone() };
    occurrence.map(|due| Consequence::of::<Occurrence>(due.0.clone(), setting.unit.clone(), &meet))
}

/// A duty follows the deed that was put off beyond its last day (domain vocabulary C.3).
pub(crate) fn put_off(
    setting: &Setting<'_>,
    occurrence: Option<&OccurrenceId>,
    asked_by: Option<&SideId>,
    reason: PostponeReason,
    new_date: Option<Date>,
) -> Option<Consequence> {
    let (occurrence, asked_by, due_on) = (occurrence?, asked_by?.clone(), new_date?);
    let duty = setting.load::<Occurrence>(&occurrence.0).filter(OccurrenceState::is_open)?;
    let postpone = OccurrenceCommand::Postpone { asked_by, due_on, agreed_by_letter: None, reason };
    let is_beyond = due_on > duty.due_on;
    is_beyond.then(|| Consequence::of::<Occurrence>(occurrence.0.clone(), setting.unit.clone(), &postpone))
}

/// The side that put a deed off last without naming a day: it is to name one.
pub(crate) fn names_next_day(postponements: &[Postponement]) -> Option<SideId> {
    let last = postponements.last().filter(|last| last.new_date.is_none())?;
    last.asked_by.clone()
}

/// The links of a deed: with whom, under which programme, which duty it meets, with which communities.
pub(crate) fn links(
    counterpart: Option<&CounterpartId>,
    programme: Option<&StandingProgrammeId>,
    occurrence: Option<&OccurrenceId>,
    communities: &[CommunityId],
) -> Vec<Link> {
    let with = counterpart.map(|to| Link { role: "with", to: to.0.clone() });
    let under = programme.map(|to| Link { role: "programme", to: to.0.clone() });
    let meets = occurrence.map(|to| Link { role: "meets", to: to.0.clone() });
    let among = communities.iter().map(|to| Link { role: "among", to: to.0.clone() });
    with.into_iter().chain(under).chain(meets).chain(among).collect()
}
