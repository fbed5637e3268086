//! Task: a thing to do that minutes, a patrol record or a meeting gave to one of the two sides, with a day until which
//! (domain vocabulary C.3: tasks are copied from the minutes to a list, and the next meeting opens with it).

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::contact::talks::{PostponeReason, TaskGiven};
use crate::organisation::counterpart::Counterpart;
use crate::{
    Consequence, CounterpartId, Decision, Due, Header, Link, MatterId, Noun, RecordId, Setting, SideId, Stamp, Wing,
    Words,
};

/// The matter of a task that was given in passing, without an agenda item of its own. Every profile has it.
pub const FOLLOW_UP: &str = "follow-up";

/// The noun.
pub struct Task;

/// A task as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct TaskState {
    /// What is to be done.
    pub title: String,
    /// The subject matter.
    pub matter: MatterId,
    /// The counterpart relation within which it was given.
    pub counterpart: CounterpartId,
    /// Which side has to do it.
    pub side: SideId,
    /// Until which day.
    pub due_on: Date,
    /// The talks, meeting or patrol that gave it.
    pub opened_by: RecordId,
    /// What came of it.
    pub result: Option<String>,
    /// How far it has come.
    pub stage: TaskStage,
}

/// How far a task has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum TaskStage {
    /// To be done.
    Open,
    /// Done, or settled by both sides.
    Closed {
        /// The day.
        on: Date,
    },
    /// Given up.
    Cancelled {
        /// Why.
        reason: String,
    },
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum TaskCommand {
    /// Open a task; mostly a consequence of talks, a meeting or a patrol.
    Open {
        /// What is to be done.
        #[schemars(length(min = 1, max = 300))]
        title: String,
        /// The subject matter.
        matter: MatterId,
        /// The counterpart relation within which it was given.
        counterpart: CounterpartId,
        /// Which side has to do it.
        side: SideId,
        /// Until which day.
        due_on: Date,
        /// The talks, meeting or patrol that gave it.
        opened_by: RecordId,
    },
    /// Close the task: it was done.
    Close {
        /// What came of it.
        #[schemars(length(max = 2000))]
        result: Option<String>,
    },
    /// Give it a later day.
    Postpone {
        /// The new day.
        due_on: Date,
        /// Why.
        reason: PostponeReason,
    },
    /// Give the task up.
    Cancel {
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum TaskFact {
    /// The task was opened.
    Opened {
        /// What is to be done.
        title: String,
        /// The subject matter.
        matter: MatterId,
        /// The counterpart relation.
        counterpart: CounterpartId,
        /// Which side has to do it.
        side: SideId,
        /// Until which day.
        due_on: Date,
        /// The record that gave it.
        opened_by: RecordId,
    },
    /// It was done.
    Closed {
        /// The day.
        on: Date,
        /// What came of it.
        result: Option<String>,
    },
    /// It got a later day.
    Postponed {
        /// The new day.
        due_on: Date,
        /// Why.
        reason: PostponeReason,
    },
    /// It was given up.
    Cancelled {
        /// Why.
        reason: String,
    },
}

/// Why an act on a task is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum TaskRefusal {
    /// The task is open already, or not yet, or settled.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// There is no such counterpart relation.
    NoCounterpart,
    /// A task is given to one of the two sides of the relation.
    NotASide {
        /// The side that was named.
        side: SideId,
    },
    /// A task is postponed to a later day than the present one.
    NotLater {
        /// The present day.
        due_on: Date,
    },
}

impl Noun for Task {
    const NAME: &'static str = "task";
    const WING: Wing = Wing::Contact;
    type State = TaskState;
    type Command = TaskCommand;
    type Fact = TaskFact;
    type Refusal = TaskRefusal;

    fn decide(
        state: Option<&TaskState>,
        command: TaskCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<TaskFact>, TaskRefusal> {
        use TaskCommand as C;
        let open = state.filter(|task| task.stage == TaskStage::Open);
        match (state, open, command) {
            (None, _, C::Open { title, matter, counterpart, side, due_on, opened_by }) => {
                let relation = setting.load::<Counterpart>(&counterpart.0).ok_or(TaskRefusal::NoCounterpart)?;
                if side != setting.own && side != relation.other_side {
                    return Err(TaskRefusal::NotASide { side });
                }
                Ok(Decision::fact(TaskFact::Opened { title, matter, counterpart, side, due_on, opened_by }))
            }
            (_, Some(_), C::Close { result }) => {
                Ok(Decision::fact(TaskFact::Closed { on: setting.happened_on(), result }))
            }
            (_, Some(task), C::Postpone { due_on, .. }) if due_on <= task.due_on => {
                Err(TaskRefusal::NotLater { due_on: task.due_on })
            }
            (_, Some(_), C::Postpone { due_on, reason }) => Ok(Decision::fact(TaskFact::Postponed { due_on, reason })),
            (_, Some(_), C::Cancel { reason }) => Ok(Decision::fact(TaskFact::Cancelled { reason })),
            (state, ..) => {
                Err(TaskRefusal::NotNow { status: state.map_or("none", |task| task.stage.status()).to_owned() })
            }
        }
    }

    fn apply(state: Option<TaskState>, fact: TaskFact, stamp: &Stamp) -> TaskState {
        let mut task = state.unwrap_or_else(|| TaskState::blank(stamp));
        match fact {
            TaskFact::Opened { title, matter, counterpart, side, due_on, opened_by } => {
                let stage = TaskStage::Open;
                task = TaskState { title, matter, counterpart, side, due_on, opened_by, result: None, stage };
            }
            TaskFact::Closed { on, result } => {
                task.result = result;
                task.stage = TaskStage::Closed { on };
            }
            TaskFact::Postponed { due_on, .. } => task.due_on = due_on,
            TaskFact::Cancelled { reason } => task.stage = TaskStage::Cancelled { reason },
        }
        task
    }

    fn header(task: &TaskState) -> Header {
        let open = task.stage == TaskStage::Open;
        Header {
            status: task.stage.status(),
            title: Words::plain(&task.title),
            open,
            turn: open.then(|| task.side.clone()),
            counterpart: Some(task.counterpart.clone()),
            due: open.then_some(Due::On(task.due_on)),
            links: vec![
                Link { role: "with", to: task.counterpart.0.clone() },
                Link { role: "opened-by", to: task.opened_by.clone() },
            ],
            ..Header::default()
        }
    }

    fn offers(state: Option<&TaskState>) -> Vec<&'static str> {
        match state.map(|task| &task.stage) {
            None => vec!["open"],
            Some(TaskStage::Open) => vec!["close", "postpone", "cancel"],
            Some(TaskStage::Closed { .. } | TaskStage::Cancelled { .. }) => vec![],
        }
    }
}

/// What follows when the record of the present act gives a side something to do: a new task.
pub fn given(setting: &Setting<'_>, counterpart: &CounterpartId, task: TaskGiven) -> Consequence {
    let matter = RecordId::parse(FOLLOW_UP).unwrap_or_else(|_| setting.record.clone());
    let open = TaskCommand::Open {
        title: task.title,
        matter: MatterId(matter),
        counterpart: counterpart.clone(),
        side: task.side,
        due_on: task.due_on,
        opened_by: setting.record.clone(),
    };
    Consequence::of::<Task>(setting.around.fresh_id(), setting.unit.clone(), &open)
}

impl TaskStage {
    fn status(&self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed { .. } => "closed",
            Self::Cancelled { .. } => "cancelled",
        }
    }
}

impl TaskState {
    fn blank(stamp: &Stamp) -> Self {
        Self {
            title: String::new(),
            matter: MatterId(stamp.record.clone()),
            counterpart: CounterpartId(stamp.record.clone()),
            side: stamp.side.clone(),
            due_on: Date::ZERO,
            opened_by: stamp.record.clone(),
            result: None,
            stage: TaskStage::Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::rehearsal::{Rehearsal, id, side};

    fn opened(title: &str, who: &str) -> TaskCommand {
        TaskCommand::Open {
            title: title.into(),
            matter: MatterId(id(FOLLOW_UP)),
            counterpart: CounterpartId(id("vs1-nt1")),
            side: side(who),
            due_on: date(2026, 3, 31),
            opened_by: id("talks-1"),
        }
    }

    #[test]
    fn an_open_task_waits_for_the_side_it_was_given_to() {
        let mut line = Rehearsal::new();
        line.act::<Task>("t1", opened("Repair the path to T12", "n"));
        let header = line.header::<Task>("t1");
        assert_eq!((header.status, header.open, header.turn), ("open", true, Some(side("n"))));
        assert_eq!(header.due, Some(Due::On(date(2026, 3, 31))));
        assert!(header.links.contains(&Link { role: "opened-by", to: id("talks-1") }));
    }

    #[test]
    fn a_task_is_given_to_one_of_the_two_sides() {
        let mut line = Rehearsal::new();
        assert_eq!(line.refused::<Task>("t1", opened("Repair the path", "third")), "not-a-side");
    }

    #[test]
    fn a_task_is_postponed_to_a_later_day_only() {
        let mut line = Rehearsal::new();
        line.act::<Task>("t1", opened("Repair the path", "v"));
        let to = |due_on| TaskCommand::Postpone { due_on, reason: PostponeReason::Weather };
        assert_eq!(line.refused::<Task>("t1", to(date(2026, 3, 31))), "not-later");
        line.act::<Task>("t1", to(date(2026, 4, 30)));
        assert_eq!(line.header::<Task>("t1").due, Some(Due::On(date(2026, 4, 30))));
    }

    #[test]
    fn a_closed_task_waits_for_nobody_and_stays_closed() {
        let mut line = Rehearsal::new();
        line.act::<Task>("t1", opened("Repair the path", "v"));
        line.act::<Task>("t1", TaskCommand::Close { result: Some("Path repaired".into()) });
        let header = line.header::<Task>("t1");
        assert_eq!((header.status, header.open, header.turn, header.due), ("closed", false, None, None));
        assert_eq!(line.refused::<Task>("t1", TaskCommand::Cancel { reason: "late".into() }), "not-now");
    }
}
