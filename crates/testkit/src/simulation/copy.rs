//! Copies of a post: its folder is copied, and later put back in the place of what it has become. Either somebody says so,
//! and the post asks before it speaks; or nobody notices, as when a whole disk is turned back, and the post asks on each
//! line before it says anything.

use desk::courier::{Line, Resumption};
use desk::keys::By;

use super::{Course, Held};
use crate::pair::Half;

/// Whether copies are put back in a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Copies {
    /// Never.
    None,
    /// And somebody says so.
    Told,
    /// And nobody notices; all pouches go over lines.
    Unnoticed,
}

/// A copy of the folder of a post, with what its officers had been told when it was made.
pub(crate) struct Copy {
    pub half: Half,
    pub told: Vec<(String, u64)>,
}

impl Course {
    /// The folder of a post is copied, or an earlier copy is put in its place.
    pub(super) fn copied_or_put_back(&mut self, step: usize, at: usize) {
        // What only two posts knew that both forgot it, nobody can bring back: one post of a course is put back.
        let is_its = self.plan.seed % self.members.len() as u64 == at as u64;
        if self.weather.copies == Copies::None || !is_its || self.chance.below(10) != 0 {
            return;
        }
        // A program does not begin by a clock by which its keys do not hold.
        if self.members[at].disk.is_struck() || self.weather.bad_clock {
            return;
        }
        let Some(copy) = self.members[at].copy.take() else {
            // Chance goes on differently in the copy, as in every program that begins.
            let seed = self.plan.seed.wrapping_mul(1_000) + 8 * step as u64 + at as u64;
            self.members[at].copies(&self.shelf, seed);
            self.note(step, format!("{at}: its folder is copied"));
            self.count("copied");
            return;
        };
        let number = self.plan.seed.wrapping_add(step as u64);
        self.members[at].puts_back(copy);
        if self.weather.copies == Copies::Told {
            let desk = &self.members[at].half().post.desk;
            let told = desk.resume(By::Console, &number.to_string(), Resumption::PutBack);
            told.unwrap_or_else(|error| panic!("{error}"));
        }
        self.note(step, format!("{at}: the copy is put back"));
        self.count("put back");
    }

    /// One post calls another: pouches go to and fro on one line, which may break after each.
    pub(super) fn calls(
        &mut self,
        step: usize,
        [at, other]: [usize; 2],
        breaks: usize,
    ) -> Result<bool, super::Violation> {
        let pair = [at.min(other), at.max(other)];
        if self.cut_off.contains(&pair) {
            return Ok(true);
        }
        let (mut known, mut is_quiet) = ([Line::Opened; 2], true);
        for _ in 0..2 {
            let mut goes_on = false;
            for (turn, way) in [[at, other], [other, at]].into_iter().enumerate() {
                // What a line loses nobody else has.
                if self.chance.below(100) < breaks {
                    let (half, peer) = (self.members[way[0]].half(), self.members[way[1]].half());
                    let _lost = half.post.desk.pack_for(&half.sealer(), &peer.name, known[turn]);
                    self.note(step, format!("{way:?}: the line breaks"));
                    self.count("line broke");
                    return Ok(false);
                }
                let Some(bytes) = self.packed_for(way[0], way[1], known[turn])? else { return Ok(false) };
                let struck = self.members[way[1]].disk.is_struck();
                let outcome = self.members[way[1]].half().take_in(&bytes);
                self.note(step, format!("{way:?} on a line: {outcome:?}"));
                if let Ok(taken) = &outcome {
                    if taken.confirmed {
                        known[1 - turn] = Line::Confirmed;
                    }
                    goes_on |= taken.confirmed || taken.asked || taken.regained > 0;
                    is_quiet &= taken.entries + taken.openings + taken.regained == 0;
                    is_quiet &= taken.held.is_none() && !taken.asked;
                }
                let is_over = outcome.is_err();
                if is_over {
                    let origin = self.members[way[0]].log_for(&self.members[way[1]]);
                    let has = self.members[way[1]].leaves(&origin).len() as u64;
                    self.witness.lost(&origin.to_string(), has);
                }
                self.judged_on_line(way, struck, outcome, &bytes)?;
                if is_over {
                    return Ok(false);
                }
            }
            if !goes_on {
                break;
            }
        }
        self.count("called");
        Ok(is_quiet)
    }

    /// What must still hold of a post whose program began again.
    pub(super) fn stands(&self, at: usize) -> Held {
        self.members[at].keeps_what_was_told()?;
        // What it has forgotten comes back once it has asked.
        if self.members[at].was_put_back { Ok(()) } else { self.witness.stands(&self.members[at]) }
    }
}
