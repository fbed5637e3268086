//! Many posts of several sides in one process, each with its real store, desk and keys, and everything that may happen
//! to them: roads that drop, delay, repeat, reorder, cut and damage; programs that end in the middle of an act; full
//! disks; clocks that jump; and a neighbour who means harm. All of it follows from a seed, and what must always hold is
//! looked at while it happens and at the end.
//!
//! The invariants are named after the list in `docs/invariants.md`.

mod act;
mod copy;
mod disk;
mod end;
mod hostile;
mod member;
mod road;
mod witness;

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::Seeded;
use crate::pair::{Half, met_two};

use copy::Copies;
use hostile::Hostile;
use member::Member;
use road::Parcel;
use witness::Witness;

/// What must always hold did not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// Which of the invariants, as `I7`.
    pub invariant: &'static str,
    /// What was found.
    pub what: String,
}

/// A course in which something did not hold.
#[derive(Clone, Debug)]
pub struct Failed {
    /// From which the course follows.
    pub seed: u64,
    /// What did not hold.
    pub violation: Violation,
    /// What happened until then.
    pub trace: Vec<String>,
}

impl std::fmt::Display for Failed {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Violation { invariant, what } = &self.violation;
        write!(out, "{}\nseed {}: {invariant}: {what}", self.trace.join("\n"), self.seed)
    }
}

/// How many things happen in a course, unless something else is said.
pub const STEPS: usize = 60;

type Held = Result<(), Violation>;

fn holds(invariant: &'static str, is: bool, what: impl FnOnce() -> String) -> Held {
    if is { Ok(()) } else { Err(Violation { invariant, what: what() }) }
}

/// The posts with which every course begins, founded once: one of the own side, and two of the neighbour's, each of
/// which the first has met.
pub struct Ground {
    halves: [Half; 3],
    shelf: PathBuf,
}

impl Ground {
    /// Founds the posts. Copies of them are made where the disk is memory, if there is such a place.
    pub fn founded() -> Self {
        let memory = Path::new("/dev/shm");
        let shelf = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
        Self { halves: met_two(20_260_120), shelf }
    }
}

/// What takes part in a course and what may happen in it; read off its seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Weather {
    /// How many posts take part.
    posts: usize,
    /// Whether the second one is in the hands of somebody who means harm.
    hostile: bool,
    /// Of a hundred pouches, how many have a bad way.
    bad_road: usize,
    /// Of a hundred steps, in how many a program ends or a disk is full.
    bad_disk: usize,
    /// Whether clocks jump.
    bad_clock: bool,
    /// Whether old copies of posts are put back. A neighbour who means harm would lie to a post that has forgotten
    /// what it said, and nobody can help it.
    copies: Copies,
}

impl Weather {
    fn of(chance: &Seeded) -> Self {
        let posts = if chance.below(4) == 0 { 3 } else { 2 };
        let hostile = chance.below(3) == 0;
        let copies = *chance.pick(&[Copies::None, Copies::None, Copies::Told, Copies::Unnoticed]);
        Self {
            posts,
            hostile,
            bad_road: *chance.pick(&[0, 20, 50]),
            bad_disk: *chance.pick(&[0, 4, 15]),
            bad_clock: chance.below(4) == 0,
            copies: if hostile { Copies::None } else { copies },
        }
    }
}

/// What is tried.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// From which everything follows.
    pub seed: u64,
    /// How many things happen.
    pub steps: usize,
    /// From which what never leaves a side is made up: two courses that differ in nothing else must look alike from
    /// outside.
    pub internal: u64,
}

/// What a course came to.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// How often each thing happened.
    pub done: BTreeMap<String, u64>,
    /// A digest over everything that left any post, in order.
    pub transcript: String,
    /// What happened, step by step.
    pub trace: Vec<String>,
}

/// One course.
pub(crate) struct Course {
    plan: Plan,
    shelf: PathBuf,
    weather: Weather,
    chance: Seeded,
    members: Vec<Member>,
    hostile: Option<Hostile>,
    pairs: Vec<[usize; 2]>,
    under_way: Vec<Parcel>,
    cut_off: BTreeSet<[usize; 2]>,
    witness: Witness,
    done: BTreeMap<String, u64>,
    trace: Vec<String>,
}

/// Lets a course run and looks whether everything held.
pub fn run(ground: &Ground, plan: Plan) -> Result<Report, Failed> {
    let mut course = Course::begun(ground, plan);
    let went = catch_unwind(AssertUnwindSafe(|| {
        (0..plan.steps).try_for_each(|step| course.step(step)).and_then(|()| course.ended())
    }));
    let violation = match went {
        Ok(Ok(())) => {
            let transcript = course.witness.transcript();
            return Ok(Report { done: course.done, transcript, trace: course.trace });
        }
        Ok(Err(violation)) => violation,
        Err(panic) => Violation { invariant: "I20", what: format!("something panicked: {}", said(panic.as_ref())) },
    };
    Err(Failed { seed: plan.seed, violation, trace: course.trace })
}

fn said(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(ToString::to_string)).unwrap_or_default()
}

/// Many courses, one for each seed.
#[derive(Clone, Copy, Debug)]
pub struct Courses {
    /// The first seed.
    pub from: u64,
    /// How many.
    pub count: u64,
    /// How many things happen in each.
    pub steps: usize,
}

/// What many courses came to.
#[derive(Clone, Debug, Default)]
pub struct Tried {
    /// How many ran.
    pub courses: u64,
    /// How often each thing happened.
    pub done: BTreeMap<String, u64>,
    /// Those in which something did not hold; after the first few no more are tried.
    pub failed: Vec<Failed>,
}

/// After how many courses that failed no more are tried.
const FAILURES: usize = 5;

impl Courses {
    /// Lets them run on all processors.
    pub fn run(self, ground: &Ground, progress: impl Fn(u64) + Sync) -> Tried {
        let (next, tried) = (AtomicU64::new(0), Mutex::new(Tried::default()));
        let held = || tried.lock().unwrap_or_else(PoisonError::into_inner);
        let work = || {
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= self.count || held().failed.len() >= FAILURES {
                    return;
                }
                let seed = self.from + number;
                let outcome = run(ground, Plan { seed, steps: self.steps, internal: 1 });
                let mut tried = held();
                tried.courses += 1;
                match outcome {
                    Ok(report) => {
                        report.done.into_iter().for_each(|(what, count)| *tried.done.entry(what).or_default() += count);
                    }
                    Err(failed) => tried.failed.push(failed),
                }
                progress(tried.courses);
            }
        };
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        std::thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));
        tried.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Course {
    fn begun(ground: &Ground, plan: Plan) -> Self {
        let chance = Seeded::new(plan.seed);
        let weather = Weather::of(&chance);
        let internal = Seeded::new(plan.internal);
        let copies = ground.halves.iter().take(weather.posts).zip(1..);
        let copies = copies.map(|(half, number)| half.copied_under(&ground.shelf, plan.seed.wrapping_mul(8) + number));
        let members: Vec<Member> = copies.map(|half| Member::of(half, &ground.shelf, internal.next())).collect();
        let hostile = weather.hostile.then(|| Hostile::of(&members, plan.seed));
        let pairs = (1..weather.posts).map(|other| [0, other]).collect();
        Self {
            plan,
            shelf: ground.shelf.clone(),
            weather,
            chance,
            members,
            hostile,
            pairs,
            under_way: Vec::new(),
            cut_off: BTreeSet::new(),
            witness: Witness::default(),
            done: BTreeMap::new(),
            trace: Vec::new(),
        }
    }

    fn count(&mut self, what: &str) {
        *self.done.entry(what.to_owned()).or_default() += 1;
    }

    /// Notes what happens, for whoever reads the trace of a course that failed.
    fn note(&mut self, step: usize, what: impl std::fmt::Display) {
        self.trace.push(format!("{step:>4} {what}"));
    }

    /// Whether a post is in hostile hands.
    fn is_hostile(&self, at: usize) -> bool {
        self.hostile.as_ref().is_some_and(|hostile| hostile.at == at)
    }

    /// Two posts that have met, the acting one first.
    fn pair(&mut self) -> [usize; 2] {
        let pair = *self.chance.pick(&self.pairs);
        if self.chance.below(2) == 0 { pair } else { [pair[1], pair[0]] }
    }

    fn step(&mut self, step: usize) -> Held {
        let [at, other] = self.pair();
        if self.is_hostile(at) {
            return self.means_harm(step, other);
        }
        self.weather_strikes(step, at);
        self.copied_or_put_back(step, at);
        match self.chance.below(20) {
            0..=2 => self.writes(step, at, other)?,
            3..=7 => self.answers(step, at, other)?,
            8..=18 if self.weather.copies == Copies::Unnoticed => {
                self.calls(step, [at, other], self.weather.bad_road / 3)?;
            }
            8..=12 => self.packs(step, at, other)?,
            13..=18 => self.arrives(step, [other, at])?,
            _ => self.time_passes(step, at),
        }
        self.comes_back(step, at)
    }

    /// Ends programs, fills disks and cuts lines, as often as the weather says.
    fn weather_strikes(&mut self, step: usize, at: usize) {
        if self.chance.below(100) < self.weather.bad_disk {
            let what = self.members[at].disk.strike(&self.chance);
            self.note(step, format!("{at}: {what}"));
            self.count(what);
        }
        if self.chance.below(100) < self.weather.bad_road / 4 {
            let pair = *self.chance.pick(&self.pairs);
            let what = if self.cut_off.remove(&pair) { "line back" } else { "line cut" };
            if what == "line cut" {
                self.cut_off.insert(pair);
            }
            self.note(step, format!("{pair:?}: {what}"));
            self.count(what);
        }
    }

    /// A program that ended begins again, after a while; a disk has room again.
    fn comes_back(&mut self, step: usize, at: usize) -> Held {
        let member = &mut self.members[at];
        if !member.disk.is_struck() || self.chance.below(3) != 0 {
            return Ok(());
        }
        let what = member.recovers();
        self.note(step, format!("{at}: {what}"));
        self.count(what);
        self.stands(at)
    }

    fn time_passes(&mut self, step: usize, at: usize) {
        let minutes = if self.weather.bad_clock && self.chance.below(4) == 0 {
            let days = *self.chance.pick(&[-400_i64, -20, 20, 400]);
            self.count("clock stepped");
            days * 24 * 60
        } else {
            *self.chance.pick(&[1, 7, 60, 24 * 60])
        };
        self.note(step, format!("{at}: {minutes} minutes pass"));
        self.members[at].wait(minutes);
    }
}
