//! What each act on a patrol needs before it is allowed, from the plan to the signed record.

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Course, Finding, PatrolCommand, PatrolFact, PatrolRefusal, PatrolStage, PatrolState, Teams};
use crate::basis::occurrence::{Occurrence, OccurrenceCommand};
use crate::contact::task;
use crate::organisation::counterpart::{Counterpart, CounterpartState};
use crate::{Consequence, Decision, MarkerNumber, Setting};

/// Plans a patrol with a counterpart in force, on a section from marker to marker, under the host of its occurrence.
pub(super) fn plan(setting: &Setting<'_>, command: PatrolCommand) -> Result<Decision<PatrolFact>, PatrolRefusal> {
    let PatrolCommand::Plan {
        counterpart,
        kind,
        planned_on,
        from_marker,
        to_marker,
        chair,
        mode,
        night,
        own_teams,
        own_strength,
        occurrence,
    } = command
    else {
        return Err(PatrolRefusal::NotNow { status: "none".to_owned() });
    };
    let relation = setting.load::<Counterpart>(&counterpart.0).filter(CounterpartState::is_in_force);
    let turn = relation.ok_or(PatrolRefusal::NoCounterpart)?.other_side;
    not_past(setting, planned_on)?;
    let (from_marker, to_marker) = (marker(&from_marker)?, marker(&to_marker)?);
    let mut period = None;
    if let Some(occurrence) = &occurrence {
        let due = setting.load::<Occurrence>(&occurrence.0).filter(|due| due.is_open());
        let due = due.ok_or(PatrolRefusal::NoOccurrence)?;
        if !kind.meets(due.activity) {
            return Err(PatrolRefusal::OtherActivity);
        }
        if let Some(host) = due.host.filter(|host| *host != chair) {
            return Err(PatrolRefusal::OtherHost { host });
        }
        period = Some(due.period);
    }
    Ok(Decision::fact(PatrolFact::Planned {
        counterpart,
        kind,
        planned_on,
        from_marker,
        to_marker,
        chair,
        mode,
        night,
        own_teams,
        own_strength,
        occurrence,
        period,
        turn,
    }))
}

fn marker(text: &str) -> Result<String, PatrolRefusal> {
    let read = MarkerNumber::parse(text.trim());
    read.map(|number| number.to_string()).ok_or_else(|| PatrolRefusal::NoMarker { marker: text.to_owned() })
}

fn marker_if_named(text: Option<String>) -> Result<Option<String>, PatrolRefusal> {
    text.filter(|text| !text.trim().is_empty()).map(|text| marker(&text)).transpose()
}

/// A day that is named must not lie before the day on which it is named.
pub(super) fn not_past(setting: &Setting<'_>, day: Date) -> Result<(), PatrolRefusal> {
    if day < setting.happened_on() { Err(PatrolRefusal::InThePast) } else { Ok(()) }
}

fn not_ahead(setting: &Setting<'_>, day: Date) -> Result<(), PatrolRefusal> {
    if day > setting.today { Err(PatrolRefusal::InTheFuture) } else { Ok(()) }
}

/// Both sides agree to the day, which must be named.
pub(super) fn agree(
    patrol: &PatrolState,
    setting: &Setting<'_>,
    on: Date,
) -> Result<Decision<PatrolFact>, PatrolRefusal> {
    if matches!(patrol.stage, PatrolStage::Postponed { new_date: None, .. }) {
        return Err(PatrolRefusal::NoDate);
    }
    not_ahead(setting, on)?;
    Ok(Decision::fact(PatrolFact::Agreed { on }))
}

/// Names the teams of both sides.
pub(super) fn name_teams(patrol: &PatrolState, command: PatrolCommand) -> Result<Decision<PatrolFact>, PatrolRefusal> {
    let PatrolCommand::NameTeams {
        own_lead,
        other_lead,
        liaison_out,
        liaison_in,
        own_teams,
        own_strength,
        other_strength,
    } = command
    else {
        return Err(patrol.not_now());
    };
    let teams = Teams { own_lead, other_lead, liaison_out, liaison_in, other_strength };
    Ok(Decision::fact(PatrolFact::TeamsNamed { teams, own_teams, own_strength }))
}

/// The teams set out, once each side named its liaison officer.
pub(super) fn start(
    patrol: &PatrolState,
    setting: &Setting<'_>,
    at: Timestamp,
) -> Result<Decision<PatrolFact>, PatrolRefusal> {
    if at > setting.now {
        return Err(PatrolRefusal::InTheFuture);
    }
    if !patrol.teams.as_ref().is_some_and(Teams::exchanged_liaison) {
        return Err(PatrolRefusal::NoLiaison);
    }
    Ok(Decision::fact(PatrolFact::Started { at }))
}

/// The patrol is finished and meets its occurrence, or it was broken off; its tasks are opened.
pub(super) fn finish(
    patrol: &PatrolState,
    setting: &Setting<'_>,
    started_on: Date,
    command: PatrolCommand,
) -> Result<Decision<PatrolFact>, PatrolRefusal> {
    let PatrolCommand::RecordFinished {
        held_on,
        until_on,
        markers_checked,
        residents_met,
        leaflets,
        talks_on_the_spot,
        findings,
        interrupted,
        next_on,
        tasks,
    } = command
    else {
        return Err(patrol.not_now());
    };
    let until_on = until_on.unwrap_or(held_on);
    for (earlier, later) in [(started_on, held_on), (held_on, until_on)] {
        if later < earlier {
            return Err(PatrolRefusal::WrongOrder { earlier, later });
        }
    }
    not_ahead(setting, until_on)?;
    let checked = |finding: Finding| Ok(Finding { marker: marker_if_named(finding.marker)?, text: finding.text });
    let findings = findings.into_iter().map(checked).collect::<Result<_, PatrolRefusal>>()?;
    let course =
        Course { held_on, until_on, markers_checked, residents_met, leaflets, talks_on_the_spot, findings, next_on };
    let opened = tasks.into_iter().map(|task| task::given(setting, &patrol.counterpart, task));
    if interrupted {
        return Ok(Decision::fact(PatrolFact::Interrupted { course }).and_all(opened));
    }
    let meet = OccurrenceCommand::Meet { held_on, by: setting.record.clone() };
    let met = patrol
        .occurrence
        .iter()
        .map(|occurrence| Consequence::of::<Occurrence>(occurrence.0.clone(), setting.unit.clone(), &meet));
    Ok(Decision::fact(PatrolFact::Finished { course }).and_all(opened).and_all(met))
}

/// Both sides sign the record of a patrol that is over.
pub(super) fn sign(
    patrol: &PatrolState,
    setting: &Setting<'_>,
    on: Date,
    at_marker: Option<String>,
) -> Result<Decision<PatrolFact>, PatrolRefusal> {
    if patrol.course.as_ref().is_none_or(|course| on < course.until_on) {
        return Err(PatrolRefusal::NotFinished);
    }
    not_ahead(setting, on)?;
    Ok(Decision::fact(PatrolFact::RecordSigned { on, at_marker: marker_if_named(at_marker)? }))
}
