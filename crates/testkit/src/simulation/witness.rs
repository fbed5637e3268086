//! Somebody who sees everything that leaves any post and forgets nothing: which heads were sealed, which were cosigned,
//! what stood in the pouches, which papers were ever proven to bind.

use std::collections::{BTreeMap, BTreeSet};

use journal::{Checkpoint, Growing, Hash, PostName, Pouch, Statement, digest_of, hex, sha256, verify};

use super::member::Member;
use super::{Held, Violation, holds};

/// What stands in everything that is never to leave.
pub(crate) const INTERNAL: &str = "Internal-7c41";

/// Sizes of a log with the root and the time that somebody put a key under.
type Heads = BTreeMap<u64, (Hash, u64)>;

/// Who sees everything.
#[derive(Default)]
pub(crate) struct Witness {
    /// Of each log, the heads that its keeper sealed.
    sealed: BTreeMap<String, Heads>,
    /// Of each post and log, the heads that it cosigned.
    cosigned: BTreeMap<(String, String), Heads>,
    /// Everything that left, with its way.
    pub left: Vec<([usize; 2], Vec<u8>)>,
    /// Papers that were proven to bind, with the proof.
    pub proven: Vec<(Hash, Vec<u8>)>,
    /// Papers that both sides took back.
    pub withdrawn: BTreeSet<Hash>,
    /// What was proven to bind in each place of a series.
    pub bound: BTreeMap<(String, u64), Hash>,
}

impl Witness {
    /// A digest over everything that left, in order.
    pub fn transcript(&self) -> String {
        let parts: Vec<Hash> = self.left.iter().map(|(_, bytes)| sha256(&[bytes])).collect();
        hex(&sha256(&parts.iter().map(Hash::as_slice).collect::<Vec<_>>()))
    }

    /// Looks at a pouch that leaves an honest post.
    pub fn leaves(&mut self, member: &Member, [at, other]: [usize; 2], packed: &[u8]) -> Held {
        let form =
            |fault: journal::Fault| Violation { invariant: "I20", what: format!("{at} packs no pouch: {fault}") };
        let pouch = Pouch::unpack(packed).map_err(form)?;
        let plain = journal::unpacked(packed).map_err(form)?;
        let internal = INTERNAL.as_bytes();
        let leaks = plain.windows(internal.len()).any(|part| part == internal);
        holds("I13", !leaks, || format!("something internal of {at} is in a pouch for {other}"))?;
        if let Some(run) = &pouch.run {
            let checkpoint = Checkpoint::from_text(&run.checkpoint, "").map_err(form)?;
            holds("I2", pouch.ask.is_none(), || format!("{at} asks {other} and goes on speaking"))?;
            self.seals(member, &checkpoint)?;
            holds("I27", checkpoint.head.origin.reader == pouch.to, || {
                format!("{at} gives {other} a log that is for {}", checkpoint.head.origin.reader)
            })?;
        }
        if let Some(reply) = &pouch.reply {
            self.renews(member, &pouch.to, reply);
        }
        for receipt in &pouch.receipts {
            let checkpoint = Checkpoint::from_text(receipt, "").map_err(form)?;
            self.cosigns(member, &checkpoint)?;
        }
        speaks_of_all(member, &pouch)?;
        self.left.push(([at, other], packed.to_vec()));
        Ok(())
    }

    /// Once an honest post has replied to one that had forgotten what it said, it takes in nothing more of what that one
    /// had packed before: what got lost under way has never been heard by anybody.
    fn renews(&mut self, member: &Member, asker: &PostName, reply: &journal::Reply) {
        let name = asker.to_string();
        let renewal = member.look(|view| view.renewal(&name, Some(&reply.nonce)));
        if renewal == store::Renewal::Latest {
            let origin = journal::Origin::first(asker.clone(), member.half().name.clone()).to_string();
            if let Some(heads) = self.sealed.get_mut(&origin) {
                heads.retain(|size, _| *size <= reply.size);
            }
        }
    }

    /// What was lost on a line is nowhere: of a log, its reader has no more than so many entries.
    pub fn lost(&mut self, origin: &str, size: u64) {
        if let Some(heads) = self.sealed.get_mut(origin) {
            heads.retain(|sealed, _| *sealed <= size);
        }
    }

    /// A keeper never seals two histories, and only what it keeps.
    fn seals(&mut self, member: &Member, checkpoint: &Checkpoint) -> Held {
        let head = &checkpoint.head;
        let origin = head.origin.to_string();
        let before = self.sealed.entry(origin.clone()).or_default().insert(head.size, (head.root, 0));
        let same = before.is_none_or(|(root, _)| root == head.root);
        holds("I2", same, || format!("{origin} was sealed with two heads of {} entries", head.size))?;
        let kept = root_at(&member.leaves(&head.origin), head.size) == Some(head.root);
        holds("I2", kept, || format!("{origin} of {} entries was sealed and is not kept", head.size))
    }

    /// A mirror cosigns only what it keeps, and never two histories.
    fn cosigns(&mut self, member: &Member, checkpoint: &Checkpoint) -> Held {
        let head = &checkpoint.head;
        let (origin, name) = (head.origin.to_string(), member.half().name.clone());
        let line = checkpoint.cosignatures.iter().find(|line| line.name == name.mirror());
        let Some(line) = line else {
            return holds("I4", false, || format!("{name} packs a receipt without its cosignature"));
        };
        let seconds = line.seconds;
        let heads = self.cosigned.entry((name.to_string(), origin.clone())).or_default();
        let before = heads.get(&head.size).copied();
        // The earliest time counts, whatever a post that was put back from a copy says later.
        let earliest = before.map_or(seconds, |(_, known)| known.min(seconds));
        heads.insert(head.size, (head.root, if member.was_put_back { earliest } else { seconds }));
        let same = before.is_none_or(|(root, _)| root == head.root);
        holds("I1", same, || format!("{name} cosigned two heads of {origin} with {} entries", head.size))?;
        let kept = root_at(&member.leaves(&head.origin), head.size) == Some(head.root);
        holds("I4", kept, || format!("{name} cosigned {} entries of {origin} and does not keep them", head.size))
    }

    /// Whether everything that a post ever sealed or cosigned is still what it keeps.
    pub fn stands(&self, member: &Member) -> Held {
        let name = member.half().name.to_string();
        let own = self.sealed.iter().filter(|(origin, _)| keeper(origin) == name);
        let others = self.cosigned.iter().filter(|((mirror, _), _)| *mirror == name);
        let others = others.map(|((_, origin), heads)| (origin, heads));
        for (invariant, (origin, heads)) in own.map(|one| ("I2", one)).chain(others.map(|one| ("I4", one))) {
            let leaves = origin.parse().map(|origin| member.leaves(&origin)).unwrap_or_default();
            for (size, (root, _)) in heads {
                holds(invariant, root_at(&leaves, *size).as_ref() == Some(root), || {
                    format!("{name} no longer keeps {size} entries of {origin} that it put a key under")
                })?;
            }
        }
        Ok(())
    }

    /// How many entries of a log somebody has cosigned at most.
    pub fn cosigned_at_most(&self, mirror: &PostName, origin: &str) -> u64 {
        let heads = self.cosigned.get(&(mirror.to_string(), origin.to_owned()));
        heads.and_then(|heads| heads.keys().next_back().copied()).unwrap_or(0)
    }

    /// Whether cosignatures of one post on one log go forward in time as the log grows.
    pub fn times_go_forward(&self, put_back: &BTreeSet<String>) -> Held {
        for ((mirror, origin), heads) in self.cosigned.iter().filter(|((mirror, _), _)| !put_back.contains(mirror)) {
            let times: Vec<u64> = heads.values().map(|(_, seconds)| *seconds).collect();
            holds("I23", times.is_sorted(), || format!("{mirror} cosigned longer heads of {origin} earlier"))?;
        }
        Ok(())
    }

    /// Where something was frozen, the proof is kept, and it is the pouch that came.
    pub fn has_proof(&self, member: &Member, against: &Member, bytes: &[u8]) -> Held {
        let name = against.half().name.to_string();
        let kept = member.look(|view| view.grievances(usize::MAX));
        holds("I3", kept.iter().any(|one| one.peer == name && one.bytes == bytes), || {
            format!("no proof against {name} is kept")
        })
    }

    /// Looks at a bundle: what a stranger finds in it now, he finds at any time, and no damage passes.
    pub fn proves(
        &mut self,
        bytes: &[u8],
        fingerprints: &[Hash],
        flips: [usize; 2],
    ) -> Result<&'static str, Violation> {
        let fault =
            |fault: journal::Fault| Violation { invariant: "I9", what: format!("a bundle does not hold: {fault}") };
        let verdict = verify(bytes, fingerprints).map_err(fault)?;
        for flip in flips {
            let mut damaged = bytes.to_vec();
            damaged[flip % bytes.len()] ^= 1 << (flip % 8);
            let passes = verify(&damaged, fingerprints).is_ok();
            holds("I9", !passes, || format!("bit {} of byte {} may be flipped", flip % 8, flip % bytes.len()))?;
        }
        if let (Some((series, revision)), "bound" | "superseded" | "terminated") =
            (verdict.document.head.joint, verdict.standing)
        {
            let slot = (hex(&series), revision);
            let before = *self.bound.entry(slot).or_insert(verdict.digest);
            holds("I6", before == verdict.digest, || format!("two texts bind as revision {revision}"))?;
            holds("I10", !self.withdrawn.contains(&verdict.digest), || "what was taken back binds".to_owned())?;
            let until = verdict.until_ms;
            for one in verdict.said.iter().filter(|one| matches!(one.kind, "propose" | "sign")) {
                let in_time = one.held.iter().any(|(_, at)| until.is_none_or(|until| *at <= until));
                let first = verdict.said.iter().any(|other| {
                    other.side == one.side && other.held.iter().any(|(_, at)| until.is_none_or(|until| *at <= until))
                });
                holds("I10", in_time || first, || format!("{} signed when the time was over, and it binds", one.side))?;
            }
        }
        Ok(verdict.standing)
    }
}

/// Only that opens in a pouch of which the log for that reader speaks.
fn speaks_of_all(member: &Member, pouch: &Pouch) -> Held {
    if pouch.openings.is_empty() {
        return Ok(());
    }
    let origin = journal::Origin::first(pouch.from.clone(), pouch.to.clone()).to_string();
    let entries = member.look(|view| view.log_entries(&origin, 0, usize::MAX, usize::MAX));
    let mut spoken = BTreeSet::new();
    for entry in &entries {
        let Ok((statement, _, _)) = Statement::read(entry, "") else { continue };
        spoken.extend(statement.said.document().into_iter().chain(statement.said.words()).copied());
    }
    // And what that reader had given itself, and may have lost.
    let theirs = journal::Origin::first(pouch.to.clone(), pouch.from.clone()).to_string();
    for entry in &member.look(|view| view.log_entries(&theirs, 0, usize::MAX, usize::MAX)) {
        let Ok((statement, _, _)) = Statement::read(entry, "") else { continue };
        spoken.extend(statement.said.document().into_iter().chain(statement.said.words()).copied());
    }
    for opening in &pouch.openings {
        let digest = digest_of(opening, "").unwrap_or_default();
        holds("I14", spoken.contains(&digest), || format!("{} leaves, and nobody gave it out", hex(&digest)))?;
    }
    Ok(())
}

fn keeper(origin: &str) -> &str {
    origin.split('/').next().unwrap_or_default()
}

fn root_at(leaves: &[Hash], size: u64) -> Option<Hash> {
    let leaves = leaves.get(..usize::try_from(size).ok()?)?;
    Some(Growing::of(leaves.iter().copied()).root())
}
