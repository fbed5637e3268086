//! The end of a course: every line is whole, every program runs, and what was said has had time to arrive. Now both
//! sides must have come to the same, and a stranger must find it too.

use std::collections::{BTreeMap, BTreeSet};

use desk::courier::Line;
use domain::RecordId;
use domain::contact::document::{DocumentState, SaidKind, Standing};
use journal::{Hash, Said, Statement};

use super::copy::Copies;
use super::member::{Member, Outcome};
use super::{Course, Held, Violation, holds};

/// How often pouches go to and fro until nothing is new; never so often in an honest course.
const ROUNDS: usize = 40;

impl Course {
    /// Mends everything, lets everything arrive, and looks at what it came to.
    pub(super) fn ended(&mut self) -> Held {
        let step = self.plan.steps;
        self.cut_off.clear();
        self.under_way.clear();
        for at in 0..self.members.len() {
            if !self.is_hostile(at) {
                self.members[at].recovers();
                self.members[at].sets_clock_right();
                self.asks_until_answered(step, at)?;
            }
        }
        let honest: Vec<[usize; 2]> =
            self.pairs.iter().copied().filter(|pair| !pair.iter().any(|at| self.is_hostile(*at))).collect();
        for pair in &honest {
            self.settle(step, *pair)?;
        }
        for at in 0..self.members.len() {
            if !self.is_hostile(at) {
                self.members[at].keeps_what_was_told()?;
                self.witness.stands(&self.members[at])?;
                self.said_once(at)?;
            }
        }
        for pair in honest {
            self.agree(pair)?;
        }
        self.nothing_forged_counts()?;
        self.proofs_against_harm()?;
        self.proofs_stay()?;
        if !self.weather.bad_clock {
            let put_back = self.members.iter().filter(|member| member.was_put_back);
            self.witness.times_go_forward(&put_back.map(|member| member.half().name.to_string()).collect())?;
        }
        self.nothing_comes_twice()
    }

    /// Officers repeat what they do not know to be done.
    fn asks_until_answered(&mut self, step: usize, at: usize) -> Held {
        while let Some(request) = self.members[at].unsure.pop() {
            let outcome = self.members[at].ask_again(request);
            self.note(step, format!("{at}: asks again at the end"));
            holds("I24", !matches!(outcome, Outcome::Broke), || format!("{at} is well and does not answer"))?;
        }
        Ok(())
    }

    /// Carries pouches to and fro until neither brings anything.
    fn settle(&mut self, step: usize, [one, other]: [usize; 2]) -> Held {
        if self.weather.copies == Copies::Unnoticed {
            for _ in 0..ROUNDS {
                let there = self.calls(step, [one, other], 0)?;
                if self.calls(step, [other, one], 0)? && there {
                    return Ok(());
                }
            }
            return Err(Violation { invariant: "I17", what: format!("{one} and {other} go on calling each other") });
        }
        for _ in 0..ROUNDS {
            let mut is_quiet = true;
            for way in [[one, other], [other, one]] {
                let packed = self.packed_for(way[0], way[1], Line::None)?;
                let packed = packed.ok_or_else(|| Violation { invariant: "I17", what: "a sound disk fails".into() })?;
                let taken = self.members[way[1]].half().take_in(&packed);
                self.note(step, format!("{way:?} at the end: {taken:?}"));
                let failed = |error| Violation { invariant: "I17", what: format!("{way:?} at the end: {error}") };
                let taken = taken.map_err(failed)?;
                is_quiet &= taken.entries + taken.openings + taken.regained == 0;
                is_quiet &= taken.held.is_none() && !taken.asked;
            }
            if is_quiet {
                return Ok(());
            }
        }
        Err(Violation { invariant: "I17", what: format!("pouches between {one} and {other} go on bringing things") })
    }

    /// Every request that was answered stands in a log once, and nothing else does; and nobody signed two texts in one
    /// place.
    fn said_once(&self, at: usize) -> Held {
        let member = &self.members[at];
        let mut said = 0;
        for other in (0..self.members.len()).filter(|other| *other != at) {
            let mut signed: BTreeMap<([u8; 16], u64), BTreeSet<Hash>> = BTreeMap::new();
            for entry in self.entries(member, &self.members[other]) {
                let read = Statement::read(&entry, "");
                let unread =
                    |fault| Violation { invariant: "I7", what: format!("{at} said what nobody reads: {fault}") };
                let (statement, _, _) = read.map_err(unread)?;
                said += usize::from(!statement.said.is_of_the_post());
                if let Said::Propose { slot, .. } | Said::Sign { slot, .. } = &statement.said {
                    signed.entry((slot.series, slot.revision)).or_default().insert(slot.document);
                }
            }
            let twice = signed.values().any(|texts| texts.len() > 1);
            holds("I7", !twice, || format!("{at} signed two texts in one place of a series"))?;
        }
        let [asked, answered] = member.asked;
        // What never left before a copy was put back is gone.
        holds("I24", member.was_put_back || said >= answered, || {
            format!("{at}: {answered} requests were answered, {said} stand in the logs")
        })?;
        holds("I14", said <= asked, || format!("{at}: {asked} requests were made, {said} stand in the logs"))
    }

    fn entries(&self, keeper: &Member, reader: &Member) -> Vec<Vec<u8>> {
        let origin = keeper.log_for(reader).to_string();
        keeper.look(|view| view.log_entries(&origin, 0, usize::MAX, usize::MAX))
    }

    /// Of papers with a hostile neighbour nothing binds that the own side has not signed.
    fn proofs_against_harm(&mut self) -> Held {
        if self.hostile.is_none() {
            return Ok(());
        }
        let half = self.members[0].half();
        let fingerprints = [half.fingerprint, self.members[1].half().fingerprint];
        let harmful = self.members[1].half().name.to_string();
        for (record, state) in self.members[0].papers() {
            let half = self.members[0].half();
            if state.post.as_ref() != Some(&harmful) {
                continue;
            }
            let Ok(bytes) = half.post.desk.bundle(&half.head, &record) else { continue };
            let standing = self.witness.proves(&bytes, &fingerprints, [3, 4])?;
            if matches!(standing, "bound" | "superseded" | "terminated") {
                self.has_signed(0, 1, &state)?;
            }
            self.count(standing);
        }
        Ok(())
    }

    /// Both sides have the same logs and come to the same standing of every paper, and so does a stranger.
    fn agree(&mut self, [one, other]: [usize; 2]) -> Held {
        for [keeper, reader] in [[one, other], [other, one]] {
            let (keeper, reader) = (&self.members[keeper], &self.members[reader]);
            let origin = keeper.log_for(reader);
            let (kept, came) = (keeper.leaves(&origin), reader.leaves(&origin));
            holds("I17", kept == came, || format!("{origin}: {} kept, {} came", kept.len(), came.len()))?;
            let cosigned = self.witness.cosigned_at_most(&reader.half().name, &origin.to_string());
            let overview = keeper.half().post.desk.courier_overview().unwrap_or_else(|fault| panic!("{fault}"));
            let view = overview.iter().find(|view| view.name == reader.half().name.to_string());
            let received = view.map_or(0, |view| view.received);
            holds("I26", received <= cosigned, || format!("{origin}: {received} shown as held, {cosigned} cosigned"))?;
            holds("I17", view.is_some_and(|view| view.waiting == 0 && view.refused.is_empty()), || {
                format!("{origin}: between honest posts something waits or is refused: {view:?}")
            })?;
        }
        for [here, there] in [[one, other], [other, one]] {
            for (record, state) in self.members[here].papers() {
                if let Some(digest) = &state.document
                    && state.post.as_deref() == Some(self.members[there].half().name.to_string().as_str())
                {
                    let twin = self.members[there].paper_of(digest);
                    let missing = || Violation { invariant: "I17", what: format!("{record} has not come") };
                    self.alike([here, there], (&record, &state), &twin.ok_or_else(missing)?)?;
                }
            }
        }
        Ok(())
    }

    fn alike(
        &mut self,
        [here, there]: [usize; 2],
        (record, state): (&RecordId, &DocumentState),
        (twin, other): &(RecordId, DocumentState),
    ) -> Held {
        let (own, far) = (self.members[here].half(), self.members[there].half());
        holds("I17", state.standing == other.standing, || {
            format!("{record}: {:?} here, {:?} there", state.standing, other.standing)
        })?;
        // Where both offered what they had drafted together, the drafts stand with one of the two.
        let count = |state: &DocumentState| state.said.iter().filter(|one| one.kind != SaidKind::Draft).count();
        holds("I17", count(state) == count(other), || {
            format!("{record}: {} said here, {} there", count(state), count(other))
        })?;
        holds("I26", state.said.iter().all(|one| one.held.is_some()), || format!("{record}: not proven to be held"))?;
        let fingerprints = [own.fingerprint, far.fingerprint];
        let bundles = [own.post.desk.bundle(&own.head, record), far.post.desk.bundle(&far.head, twin)];
        let mut found = Vec::new();
        for bundle in bundles {
            let fault = |error| Violation { invariant: "I9", what: format!("{record} has no bundle: {error}") };
            let bytes = bundle.map_err(fault)?;
            let flips = [self.chance.next() as usize, self.chance.next() as usize];
            found.push(self.witness.proves(&bytes, &fingerprints, flips)?);
        }
        holds("I17", found[0] == found[1], || format!("{record}: strangers find {found:?}"))?;
        if let Some(standing) = state.standing {
            // A file about one text cannot show the other one that crosses it or stands in its place now.
            let shows_less = match standing {
                Standing::Crossed => !matches!(found[0], "bound" | "superseded" | "terminated"),
                Standing::Superseded => found[0] == "bound",
                _ => false,
            };
            holds("I9", shows_less || found[0] == standing.code(), || {
                format!("{record}: {standing:?}, a stranger finds {}", found[0])
            })?;
            if matches!(standing, Standing::Bound | Standing::Superseded | Standing::Terminated) {
                self.consented([here, there], state)?;
            }
            self.count(standing.code());
        }
        self.superseded_once(here, record, state)
    }

    /// What binds, every side has signed in its own log.
    fn consented(&self, [one, other]: [usize; 2], state: &DocumentState) -> Held {
        self.has_signed(one, other, state)?;
        self.has_signed(other, one, state)
    }

    fn has_signed(&self, keeper: usize, reader: usize, state: &DocumentState) -> Held {
        let digest = state.document.clone().unwrap_or_default();
        let entries = self.entries(&self.members[keeper], &self.members[reader]);
        let signed = entries.iter().filter_map(|entry| Statement::read(entry, "").ok()).any(|(statement, _, _)| {
            matches!(&statement.said, Said::Propose { slot, .. } | Said::Sign { slot, .. }
                if journal::hex(&slot.document) == digest)
        });
        holds("I5", signed, || format!("{digest} binds, and {keeper} has not signed it"))
    }

    /// At most one document that binds stands in the place of another.
    fn superseded_once(&self, here: usize, record: &RecordId, state: &DocumentState) -> Held {
        if !matches!(state.standing, Some(Standing::Bound | Standing::Superseded | Standing::Terminated)) {
            return Ok(());
        }
        let papers = self.members[here].papers();
        let binds = |state: &DocumentState| {
            matches!(state.standing, Some(Standing::Bound | Standing::Superseded | Standing::Terminated))
        };
        let after =
            papers.iter().filter(|(_, next)| binds(next) && next.supersedes.as_ref().is_some_and(|id| id.0 == *record));
        let count = after.count();
        holds("I11", count <= 1, || format!("{count} documents that bind stand in the place of {record}"))?;
        let is_left = count == 1 && state.standing == Some(Standing::Bound);
        holds("I11", !is_left, || format!("{record} binds beside the document that stands in its place"))
    }

    /// What was proven to bind once is proven for ever, and still stands so at its sides.
    fn proofs_stay(&mut self) -> Held {
        for (digest, bytes) in std::mem::take(&mut self.witness.proven) {
            let fingerprints: Vec<Hash> = self.members.iter().map(|member| member.half().fingerprint).collect();
            let standing = self.witness.proves(&bytes, &fingerprints, [1, 2])?;
            holds("I8", standing == "bound", || format!("what was proven to bind is {standing} now"))?;
            for at in (0..self.members.len()).filter(|at| !self.is_hostile(*at)) {
                let Some((record, state)) = self.members[at].paper_of(&journal::hex(&digest)) else { continue };
                let now = state.standing;
                let stays = matches!(now, Some(Standing::Bound | Standing::Superseded | Standing::Terminated));
                holds("I8", stays, || format!("{record} was proven to bind and is {now:?} at {at}"))?;
            }
        }
        Ok(())
    }

    /// Everything that ever left an honest post comes once more, and nothing changes.
    fn nothing_comes_twice(&self) -> Held {
        if !self.plan.seed.is_multiple_of(4) {
            return Ok(());
        }
        let look = |at: usize| -> (Vec<usize>, Vec<usize>) {
            let member = &self.members[at];
            let others = self.members.iter().enumerate().filter(|(other, _)| *other != at);
            let logs = others.flat_map(|(_, other)| [member.log_for(other), other.log_for(member)]);
            let papers = member.papers();
            let lengths = logs.map(|origin| member.leaves(&origin).len()).collect();
            (lengths, papers.iter().map(|(_, state)| state.said.len()).collect())
        };
        for ([_, to], bytes) in &self.witness.left {
            if self.is_hostile(*to) {
                continue;
            }
            let before = look(*to);
            let _refused_or_empty = self.members[*to].half().take_in(bytes);
            holds("I19", look(*to) == before, || format!("an old pouch changes something at {to}"))?;
        }
        Ok(())
    }
}
