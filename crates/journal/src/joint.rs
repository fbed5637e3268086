//! The state of a joint document: a pure function of what the sides have said of it, whatever came first.

use std::collections::{BTreeMap, BTreeSet};

use crate::origin::Origin;
use crate::statement::{Said, Slot};
use crate::tree::Hash;

/// A statement as it was heard: where it stands, and since when another side provably holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// The log it stands in; its keeper is the one who says it.
    pub origin: Origin,
    /// Its place in that log.
    pub index: u64,
    /// When it was said, by the clock of the one who says it, in milliseconds since 1970 UTC.
    pub at_ms: u64,
    /// The earliest time at which another side cosigned a head of the log that holds it, in milliseconds.
    pub held_ms: Option<u64>,
    /// What was said.
    pub said: Said,
}

impl Heard {
    fn side(&self) -> &str {
        &self.origin.keeper.side
    }
}

/// How one revision stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Nobody has proposed it.
    Draft,
    /// One side has signed it as a firm offer.
    Proposed,
    /// Every side has signed the same document, but it is not proven of each that the others held it in time.
    Signed,
    /// It binds: every side has signed the same document, and each signature was held by another side in time.
    Bound,
    /// A side refused to sign.
    Refused,
    /// It was taken back, and the other side let it go.
    Withdrawn,
    /// The sides signed different documents as the same revision: neither can bind.
    Crossed,
    /// It was binding and ended by agreement of all.
    Terminated,
    /// It was binding, and a document that stands in its place binds now.
    Superseded,
}

impl Standing {
    /// The word as it is written.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Proposed => "proposed",
            Self::Signed => "signed",
            Self::Bound => "bound",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
            Self::Crossed => "crossed",
            Self::Terminated => "terminated",
            Self::Superseded => "superseded",
        }
    }

    /// Whether it binds or once did.
    pub const fn has_bound(self) -> bool {
        matches!(self, Self::Bound | Self::Terminated | Self::Superseded)
    }
}

/// The first answer of one side to a revision; later ones by the same side change nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The statement.
    pub heard: Heard,
}

impl Answer {
    /// The document that was signed, where it was signed.
    pub const fn signed(&self) -> Option<&Hash> {
        match &self.heard.said {
            Said::Propose { slot, .. } | Said::Sign { slot, .. } => Some(&slot.document),
            _ => None,
        }
    }
}

/// One revision of a joint document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// How it stands.
    pub standing: Standing,
    /// What is proposed or signed; of crossed documents, the one proposed by the first side.
    pub document: Option<Hash>,
    /// Until when the offer can be signed, in milliseconds since 1970 UTC: the earliest of what was offered.
    pub until_ms: Option<u64>,
    /// The first answer of each side.
    pub answers: BTreeMap<String, Answer>,
    /// Who asked to take the offer back.
    pub withdrawing: BTreeSet<String>,
    /// What was contested after signing.
    pub contested: Vec<Heard>,
    /// Who asked to end it.
    pub ending: BTreeSet<String>,
    /// Who said two things where only one is possible.
    pub double: BTreeSet<String>,
}

/// What is known of a document beside the statements: the sides that sign it and what it stands in place of.
pub trait Heads {
    /// The sides that must sign a document, where its opening is known.
    fn sides(&self, document: &Hash) -> Option<Vec<String>>;
    /// The document in whose place it stands.
    fn supersedes(&self, document: &Hash) -> Option<Hash>;
}

/// Every revision of one series, from all that was heard of it by the sides that sign it. The order of `heard` does not
/// matter.
pub fn revisions(heard: &[Heard], heads: &impl Heads) -> BTreeMap<u64, Revision> {
    let mut ordered: Vec<&Heard> = heard.iter().filter(|one| one.said.slot().is_some()).collect();
    ordered.sort_by(|one, other| (&one.origin, one.index).cmp(&(&other.origin, other.index)));
    ordered.dedup_by(|one, other| (&one.origin, one.index) == (&other.origin, other.index));
    let mut revisions: BTreeMap<u64, Revision> = BTreeMap::new();
    for one in ordered {
        let Some(slot) = one.said.slot() else { continue };
        revisions.entry(slot.revision).or_insert_with(Revision::empty).hear(one, slot);
    }
    for revision in revisions.values_mut() {
        revision.settle(heads);
    }
    let in_place: BTreeSet<Hash> = revisions
        .values()
        .filter(|revision| revision.standing == Standing::Bound)
        .filter_map(|revision| heads.supersedes(revision.document.as_ref()?))
        .collect();
    for revision in revisions.values_mut() {
        if revision.standing == Standing::Bound && revision.document.is_some_and(|own| in_place.contains(&own)) {
            revision.standing = Standing::Superseded;
        }
    }
    revisions
}

impl Revision {
    const fn empty() -> Self {
        Self {
            standing: Standing::Draft,
            document: None,
            until_ms: None,
            answers: BTreeMap::new(),
            withdrawing: BTreeSet::new(),
            contested: Vec::new(),
            ending: BTreeSet::new(),
            double: BTreeSet::new(),
        }
    }

    /// Takes in one statement; those of one log come in their order.
    fn hear(&mut self, heard: &Heard, slot: &Slot) {
        let side = heard.side().to_owned();
        match &heard.said {
            Said::Withdraw { .. } => drop(self.withdrawing.insert(side)),
            Said::Terminate { .. } => drop(self.ending.insert(side)),
            Said::Contest { .. } => self.contested.push(heard.clone()),
            said => {
                match self.answers.get(&side) {
                    None => {
                        if let Said::Propose { until_ms, .. } = said {
                            self.until_ms = Some(self.until_ms.map_or(*until_ms, |until| until.min(*until_ms)));
                        }
                        self.document = self.document.or_else(|| said.words_of_offer(slot));
                        self.answers.insert(side, Answer { heard: heard.clone() });
                    }
                    // The same signature in the log for a third side is the same answer; another one is a second.
                    Some(answer) if answer.heard.said != *said => drop(self.double.insert(side)),
                    Some(_) => {}
                }
            }
        }
    }

    fn settle(&mut self, heads: &impl Heads) {
        let signed: BTreeSet<&Hash> = self.answers.values().filter_map(Answer::signed).collect();
        let document = match signed.len() {
            0 => return,
            1 => signed.first().copied().copied(),
            _ => {
                self.standing = Standing::Crossed;
                return;
            }
        };
        self.document = document;
        self.standing = Standing::Proposed;
        let let_go = |answer: &Answer| matches!(answer.heard.said, Said::LetGo { .. });
        if self.answers.values().any(|answer| matches!(answer.heard.said, Said::Refuse { .. })) {
            self.standing = Standing::Refused;
        } else if !self.withdrawing.is_empty() && self.answers.values().any(let_go) {
            self.standing = Standing::Withdrawn;
        } else if let Some(sides) = document.and_then(|document| heads.sides(&document)) {
            let answers: Option<Vec<&Answer>> = sides.iter().map(|side| self.answers.get(side)).collect();
            let all = answers.filter(|answers| answers.iter().all(|answer| answer.signed().is_some()));
            let Some(answers) = all else { return };
            self.standing = Standing::Signed;
            let in_time = |answer: &&Answer| match (answer.heard.held_ms, self.until_ms) {
                (Some(held), Some(until)) => held <= until,
                _ => false,
            };
            if answers.iter().all(in_time) {
                self.standing = if sides.iter().all(|side| self.ending.contains(side)) {
                    Standing::Terminated
                } else {
                    Standing::Bound
                };
            }
        }
    }

    /// Whether an offer that nobody has answered is past its time.
    pub fn has_lapsed(&self, now_ms: u64) -> bool {
        matches!(self.standing, Standing::Proposed | Standing::Signed)
            && self.until_ms.is_some_and(|until| until < now_ms)
    }

    /// Whether it may still come to bind: it is offered and its time is not over, or all have signed it and the proof
    /// for one of them has not come yet.
    pub fn is_open(&self, now_ms: u64) -> bool {
        match self.standing {
            Standing::Proposed => !self.has_lapsed(now_ms),
            Standing::Signed => self.answers.values().any(|answer| answer.heard.held_ms.is_none()),
            _ => false,
        }
    }
}

impl Said {
    fn words_of_offer(&self, slot: &Slot) -> Option<Hash> {
        matches!(self, Self::Propose { .. } | Self::Sign { .. }).then_some(slot.document)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SERIES: [u8; 16] = [1; 16];
    const UNTIL: u64 = 1_000;

    struct Two;

    impl Heads for Two {
        fn sides(&self, _: &Hash) -> Option<Vec<String>> {
            Some(vec!["cn".to_owned(), "vn".to_owned()])
        }
        fn supersedes(&self, document: &Hash) -> Option<Hash> {
            (document[0] > 1).then(|| [document[0] - 1; 32])
        }
    }

    fn slot(revision: u64, document: u8) -> Slot {
        Slot { series: SERIES, revision, document: [document; 32] }
    }

    fn heard(side: &str, index: u64, held_ms: impl Into<Option<u64>>, said: Said) -> Heard {
        let log = if side == "vn" { "vn.a/cn.b/1" } else { "cn.b/vn.a/1" };
        Heard { origin: log.parse().unwrap(), index, at_ms: index, held_ms: held_ms.into(), said }
    }

    fn propose(document: u8) -> Said {
        Said::Propose { slot: slot(1, document), until_ms: UNTIL, words: None }
    }

    fn sign(document: u8) -> Said {
        Said::Sign { slot: slot(1, document), words: None }
    }

    fn standing(heard: &[Heard]) -> Standing {
        revisions(heard, &Two)[&1].standing
    }

    #[test]
    fn it_binds_once_both_have_signed_the_same_and_each_was_held_in_time() {
        let proposed = heard("vn", 0, 10, propose(1));
        assert_eq!(standing(std::slice::from_ref(&proposed)), Standing::Proposed);
        let signed = heard("cn", 0, None, sign(1));
        assert_eq!(standing(&[proposed.clone(), signed.clone()]), Standing::Signed, "not yet held");
        let held = Heard { held_ms: Some(UNTIL), ..signed.clone() };
        assert_eq!(standing(&[proposed.clone(), held]), Standing::Bound);
        let late = Heard { held_ms: Some(UNTIL + 1), ..signed };
        assert_eq!(standing(&[proposed, late]), Standing::Signed, "too late");
    }

    #[test]
    fn two_offers_for_one_revision_cross_and_neither_binds() {
        let crossed = [heard("vn", 0, 1, propose(1)), heard("cn", 0, 1, propose(2))];
        assert_eq!(standing(&crossed), Standing::Crossed);
    }

    #[test]
    fn the_first_answer_of_a_side_counts_and_a_second_is_seen() {
        let said = [
            heard("vn", 0, 1, propose(1)),
            heard("cn", 3, 1, Said::Refuse { slot: slot(1, 1), words: [9; 32] }),
            heard("cn", 4, 1, sign(1)),
        ];
        let revision = &revisions(&said, &Two)[&1];
        assert_eq!(revision.standing, Standing::Refused);
        assert_eq!(revision.double.iter().collect::<Vec<_>>(), ["cn"]);
        let other = [said[0].clone(), heard("cn", 2, 1, sign(1)), said[1].clone()];
        assert_eq!(standing(&other), Standing::Bound);
    }

    #[test]
    fn a_withdrawal_needs_that_the_other_side_lets_go() {
        let mut said = vec![heard("vn", 0, 1, propose(1)), heard("vn", 1, 1, Said::Withdraw { slot: slot(1, 1) })];
        assert_eq!(standing(&said), Standing::Proposed);
        let signed = [said.clone(), vec![heard("cn", 0, 1, sign(1))]].concat();
        assert_eq!(standing(&signed), Standing::Bound, "the signature came first in its log");
        said.push(heard("cn", 0, 1, Said::LetGo { slot: slot(1, 1) }));
        said.push(heard("cn", 1, 1, sign(1)));
        assert_eq!(standing(&said), Standing::Withdrawn);
    }

    #[test]
    fn what_binds_is_contested_ended_by_both_or_superseded_and_never_undone() {
        let bound = vec![heard("vn", 0, 1, propose(1)), heard("cn", 0, 1, sign(1))];
        let contest = heard("cn", 1, 1, Said::Contest { slot: slot(1, 1), words: [9; 32] });
        let contested = [bound.clone(), vec![contest]].concat();
        assert_eq!(standing(&contested), Standing::Bound);
        assert_eq!(revisions(&contested, &Two)[&1].contested.len(), 1);
        let end = |side, index| heard(side, index, 1, Said::Terminate { slot: slot(1, 1) });
        assert_eq!(standing(&[bound.clone(), vec![end("vn", 1)]].concat()), Standing::Bound);
        assert_eq!(standing(&[bound.clone(), vec![end("vn", 1), end("cn", 2)]].concat()), Standing::Terminated);
        let next = vec![
            heard("cn", 5, 1, Said::Propose { slot: slot(2, 2), until_ms: UNTIL, words: None }),
            heard("vn", 5, 1, Said::Sign { slot: slot(2, 2), words: None }),
        ];
        let both = revisions(&[bound, next].concat(), &Two);
        assert_eq!((both[&1].standing, both[&2].standing), (Standing::Superseded, Standing::Bound));
    }

    #[test]
    fn an_offer_lapses_by_the_clock_and_may_still_turn_out_to_be_bound() {
        let offer = revisions(&[heard("vn", 0, 1, propose(1))], &Two);
        assert!(!offer[&1].has_lapsed(UNTIL));
        assert!(offer[&1].has_lapsed(UNTIL + 1));
    }

    fn any_said() -> impl Strategy<Value = Said> {
        let any_slot = (1..3_u64, 1..3_u8).prop_map(|(revision, document)| slot(revision, document));
        (any_slot, 0..7, UNTIL / 2..UNTIL).prop_map(|(slot, kind, until_ms)| match kind {
            0 => Said::Propose { slot, until_ms, words: None },
            1 => Said::Sign { slot, words: None },
            2 => Said::Refuse { slot, words: [9; 32] },
            3 => Said::Withdraw { slot },
            4 => Said::LetGo { slot },
            5 => Said::Contest { slot, words: [9; 32] },
            _ => Said::Terminate { slot },
        })
    }

    fn any_course() -> impl Strategy<Value = Vec<Heard>> {
        prop::collection::vec((any::<bool>(), any_said(), prop::option::of(0..2 * UNTIL)), 0..10).prop_map(|course| {
            let one = |(index, (vn, said, held)): (usize, (bool, Said, Option<u64>))| {
                heard(if vn { "vn" } else { "cn" }, index as u64, held, said)
            };
            course.into_iter().enumerate().map(one).collect()
        })
    }

    proptest! {
        #[test]
        fn the_order_in_which_it_is_heard_makes_no_difference(course in any_course(), seed in any::<u64>()) {
            let mut other = course.clone();
            let mut turn = seed;
            for index in (1..other.len()).rev() {
                turn = turn.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                other.swap(index, (turn >> 33) as usize % (index + 1));
            }
            other.extend(course.first().cloned());
            prop_assert_eq!(revisions(&course, &Two), revisions(&other, &Two));
        }

        #[test]
        fn what_has_bound_stays_so_whatever_is_said_later(course in any_course(), more in any_course()) {
            let later = more.into_iter().map(|one| Heard { index: one.index + 100, ..one });
            let longer: Vec<Heard> = course.iter().cloned().chain(later).collect();
            let (before, after) = (revisions(&course, &Two), revisions(&longer, &Two));
            for (number, revision) in before.iter().filter(|(_, revision)| revision.standing.has_bound()) {
                prop_assert!(after[number].standing.has_bound());
                prop_assert_eq!(after[number].document, revision.document);
            }
        }

        #[test]
        fn nothing_binds_without_a_signature_of_each_side_over_it(course in any_course()) {
            for revision in revisions(&course, &Two).values().filter(|revision| revision.standing.has_bound()) {
                for side in ["vn", "cn"] {
                    let signed = course.iter().any(|one| {
                        one.side() == side
                            && matches!(one.said, Said::Propose { .. } | Said::Sign { .. })
                            && one.said.slot().map(|slot| slot.document) == revision.document
                    });
                    prop_assert!(signed);
                }
            }
        }
    }
}
