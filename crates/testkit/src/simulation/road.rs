//! The roads between posts: what is packed leaves, and comes out at the other end once, several times, late, in another
//! order, cut, damaged, or never.

use desk::courier::{CourierError, Line, Taken};
use journal::RunFault;

use super::member::Member;
use super::{Course, Held, Violation, holds};

/// A pouch under way.
pub(crate) struct Parcel {
    /// Who packed it, and for whom.
    pub way: [usize; 2],
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What is known of a pouch and of the disk of the post that takes it in.
#[derive(Clone, Copy)]
struct Sort {
    whole: bool,
    hostile: bool,
    struck: bool,
}

impl Course {
    /// A post packs what another one does not have yet.
    pub(super) fn packs(&mut self, step: usize, at: usize, other: usize) -> Held {
        let Some(bytes) = self.packed_for(at, other, Line::None)? else {
            self.note(step, format!("{at}: packing broke"));
            return Ok(());
        };
        self.note(step, format!("{at}: packs {} bytes for {other}", bytes.len()));
        self.count("packed");
        self.under_way.push(Parcel { way: [at, other], bytes });
        Ok(())
    }

    /// A pouch of one post for another one, noted as having left, whether the note lands or not.
    pub(super) fn packed_for(&mut self, at: usize, other: usize, line: Line) -> Result<Option<Vec<u8>>, Violation> {
        let (member, peer) = (&self.members[at], &self.members[other]);
        let (half, struck) = (member.half(), member.disk.is_struck());
        let packed = match half.post.desk.pack_for(&half.sealer(), &peer.half().name, line) {
            Ok(packed) => packed,
            Err(CourierError::Failure(_)) if struck => return Ok(None),
            Err(CourierError::Frozen { .. }) if self.is_hostile(other) => return Ok(None),
            Err(error) => return Err(Violation { invariant: "I17", what: format!("{at} cannot pack: {error}") }),
        };
        self.witness.leaves(member, [at, other], &packed)?;
        let _may_fail = half.post.desk.note_sent(&peer.half().name, &packed);
        Ok(Some(packed))
    }

    /// Something comes out at the other end of a road, or does not.
    pub(super) fn arrives(&mut self, step: usize, way: [usize; 2]) -> Held {
        let pair = [way[0].min(way[1]), way[0].max(way[1])];
        let waiting: Vec<usize> = (0..self.under_way.len()).filter(|at| self.under_way[*at].way == way).collect();
        if waiting.is_empty() || self.cut_off.contains(&pair) {
            return Ok(());
        }
        let is_bad = self.chance.below(100) < self.weather.bad_road;
        // On a good road what left first comes first.
        let which = if is_bad { *self.chance.pick(&waiting) } else { waiting[0] };
        let parcel = self.under_way.remove(which);
        let hostile = self.is_hostile(way[0]);
        let (what, bytes) = if is_bad { self.mishap(parcel) } else { ("arrived", parcel.bytes) };
        if what == "dropped" {
            self.count(what);
            return Ok(());
        }
        let struck = self.members[way[1]].disk.is_struck();
        let outcome = self.members[way[1]].half().take_in(&bytes);
        let how = outcome.as_ref().map_or_else(ToString::to_string, |taken| format!("{} new", taken.entries));
        self.note(step, format!("{} to {}: {what}: {how}", way[0], way[1]));
        self.count(what);
        let sort = Sort { whole: what == "arrived" || what == "repeated", hostile, struck };
        self.judged(way, sort, outcome, &bytes)
    }

    fn mishap(&mut self, parcel: Parcel) -> (&'static str, Vec<u8>) {
        let bytes = parcel.bytes;
        match self.chance.below(4) {
            0 => ("dropped", bytes),
            1 => {
                self.under_way.push(Parcel { way: parcel.way, bytes: bytes.clone() });
                ("repeated", bytes)
            }
            2 => ("cut short", bytes[..self.chance.below(bytes.len())].to_vec()),
            _ => {
                let mut damaged = bytes;
                let at = self.chance.below(damaged.len());
                damaged[at] ^= 1 << self.chance.below(8);
                ("damaged", damaged)
            }
        }
    }

    /// Whether what became of a pouch is what should become of it.
    fn judged(
        &mut self,
        [from, to]: [usize; 2],
        sort: Sort,
        outcome: Result<Taken, CourierError>,
        bytes: &[u8],
    ) -> Held {
        let Sort { whole, hostile, struck } = sort;
        let member = &self.members[to];
        match outcome {
            Ok(_) => {
                if !struck && !member.disk.is_struck() && self.chance.below(6) == 0 {
                    brings_nothing_twice(member, bytes)?;
                }
            }
            Err(CourierError::Failure(_)) if struck || self.is_hostile(from) => {}
            Err(error) if hostile => {
                if error.freezes() {
                    self.count("frozen");
                    self.witness.has_proof(&self.members[to], &self.members[from], bytes)?;
                }
            }
            // A pouch that overtook another one says so, and changes nothing.
            Err(CourierError::Run(RunFault::Gap { .. })) => {}
            Err(error) => {
                holds("I3", !error.freezes(), || format!("{to} has a proof against {from}, who is honest: {error}"))?;
                holds("I17", !whole, || format!("{to} does not take in what {from} packed: {error}"))?;
            }
        }
        // An officer does not serve yet on a clock that has gone far back.
        if self.chance.below(8) == 0 && !self.weather.bad_clock {
            self.works(to)?;
        }
        Ok(())
    }

    /// The same of a pouch that came over a line.
    pub(super) fn judged_on_line(
        &mut self,
        way: [usize; 2],
        struck: bool,
        outcome: Result<Taken, CourierError>,
        bytes: &[u8],
    ) -> Held {
        let hostile = self.is_hostile(way[0]);
        self.judged(way, Sort { whole: true, hostile, struck }, outcome, bytes)
    }

    /// Whatever came, ordinary work goes on.
    fn works(&mut self, at: usize) -> Held {
        let member = &mut self.members[at];
        if member.disk.is_struck() {
            return Ok(());
        }
        let half = member.half();
        let content = half.content("Domestic", "Words.");
        let command = serde_json::json!({
            "command": "draft", "kind": "letter", "counterpart": half.relation, "content": content, "matters": [],
        });
        let done = half.post.try_act(&half.head, "document", None, command);
        let (is_done, what) = (done.is_ok(), format!("{:?}", done.as_ref().err()));
        if let Ok(receipt) = done {
            member.told.push((receipt.record, receipt.version));
        }
        holds("I20", is_done, || format!("{at} cannot do its own work: {what}"))
    }
}

/// A pouch that was just taken in brings nothing when it comes once more.
fn brings_nothing_twice(member: &Member, bytes: &[u8]) -> Held {
    let again = member.half().take_in(bytes);
    let taken = again.map_err(|error| Violation { invariant: "I19", what: format!("taken in twice: {error}") })?;
    let news = [taken.entries, taken.openings, taken.held.unwrap_or(0), taken.heard, taken.refused];
    holds("I19", news == [0; 5], || format!("a pouch that comes twice brings {taken:?}"))
}
