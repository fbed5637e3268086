//! A neighbour who means harm. He has the real keys of his post and certifies whatever officers he likes; he keeps
//! several histories of his log, forges, replays, withholds, floods, lies about the time and about what he has.

use std::collections::BTreeMap;
use std::sync::Arc;

use desk::keys::PostSealer;
use domain::contact::document::DocumentKind;
use journal::{
    Checkpoint, Document, DocumentHead, Growing, Hash, Head, Item, Label, OfficerKey, Origin, Pouch, Run, Said,
    SecretKey, Slot, Statement, Text, leaf_hash,
};

use super::member::Member;
use super::road::Parcel;
use super::{Course, Held, holds};
use crate::Seeded;
use crate::evidence::crafted_by;

const DAY_MS: u64 = 86_400_000;

/// A post in hostile hands.
pub(crate) struct Hostile {
    /// Which of those that take part.
    pub at: usize,
    origin: Origin,
    sealer: Arc<PostSealer>,
    unit: String,
    /// The officers' keys that he has certified, the first of which is in order.
    keys: Vec<SecretKey>,
    /// His histories of the log; all of them begin alike.
    histories: Vec<Vec<Vec<u8>>>,
    /// What no reader may count, with the invariant that it would break.
    forged: BTreeMap<Hash, &'static str>,
    openings: Vec<Vec<u8>>,
    slots: Vec<(Slot, u64)>,
    letters: Vec<Hash>,
    /// What he has stored of the other log.
    stored: Vec<Vec<u8>>,
    /// The latest head of the other log that he was shown.
    shown: Option<Checkpoint>,
    sent: Vec<Vec<u8>>,
    at_ms: u64,
    number: u64,
}

impl Hostile {
    /// The second of those that take part, against the first.
    pub fn of(members: &[Member], seed: u64) -> Self {
        let (own, victim) = (members[1].half(), members[0].half());
        let at_ms = own.post.desk.now().as_millisecond().unsigned_abs();
        let keys = (1..=3_u8).map(|number| {
            let mut secret = [number; 32];
            secret[..8].copy_from_slice(&seed.to_be_bytes());
            SecretKey::new(&secret)
        });
        let mut hostile = Self {
            at: 1,
            origin: members[1].log_for(&members[0]),
            sealer: own.sealer(),
            unit: "cn-hekou-talks".to_owned(),
            keys: keys.collect(),
            histories: vec![Vec::new()],
            forged: BTreeMap::new(),
            openings: Vec::new(),
            slots: Vec::new(),
            letters: Vec::new(),
            stored: Vec::new(),
            shown: None,
            sent: Vec::new(),
            at_ms,
            number: seed,
        };
        assert_eq!(hostile.origin.reader, victim.name, "the first one has met the second");
        hostile.certifies(0);
        hostile
    }

    fn seed(&mut self) -> [u8; 16] {
        self.number = self.number.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut seed = [9; 16];
        seed[..8].copy_from_slice(&self.number.to_be_bytes());
        seed
    }

    /// Names the key of one of his officers in all his histories.
    fn certifies(&mut self, which: usize) {
        let officer = OfficerKey {
            post: self.origin.keeper.clone(),
            officer: format!("o-{which}"),
            unit: self.unit.clone(),
            office: "Head of station".to_owned(),
            key: *self.keys[which].public().bytes(),
            rights: rights(),
            from_ms: self.at_ms,
            until_ms: self.at_ms + 300 * DAY_MS,
        };
        let said = Said::Officer(self.sealer.certify(&officer).to_bytes());
        let statement = self.statement(said);
        let entry = self.sealer.say(&statement);
        self.histories.iter_mut().for_each(|history| history.push(entry.clone()));
    }

    fn statement(&self, said: Said) -> Statement {
        Statement { origin: self.origin.clone(), unit: None, at_ms: self.at_ms + 60_000, said }
    }

    fn signed(&self, which: usize, said: Said) -> Vec<u8> {
        Statement { unit: Some(self.unit.clone()), ..self.statement(said) }.sign(&self.keys[which])
    }

    /// A document of his own making.
    fn document(&mut self, joint: bool, kind: &str) -> (Hash, Option<Slot>) {
        let (own, other) = (self.origin.keeper.side.clone(), self.origin.reader.side.clone());
        let mut sides = if joint { vec![own, other] } else { vec![own] };
        sides.sort();
        let series = self.seed();
        let head = DocumentHead {
            kind: kind.to_owned(),
            sides,
            languages: vec!["vi".to_owned(), "zh".to_owned()],
            joint: joint.then_some((series, 1)),
            ..DocumentHead::default()
        };
        let text = Text { title: format!("His {}", self.number), paragraphs: vec!["Words.".to_owned()] };
        let texts = head.languages.iter().map(|language| (language.clone(), text.clone())).collect();
        let seed = self.seed();
        let document = Document { seed, head, texts, data: Item::Null, attachments: Vec::new(), signers: Vec::new() };
        let opening = document.opening().unwrap_or_else(|fault| panic!("{fault}"));
        self.openings.push(opening);
        let digest = document.digest().unwrap_or_else(|fault| panic!("{fault}"));
        (digest, joint.then_some(Slot { series, revision: 1, document: digest }))
    }

    /// Something that he may say, whether it makes sense or not.
    fn said(&mut self, chance: &Seeded) -> Said {
        let fresh = self.slots.is_empty() || chance.below(4) == 0;
        if fresh && chance.below(3) == 0 {
            let (document, _) = self.document(false, "letter");
            return Said::Issue { document, answers: self.letters.first().copied(), until_ms: None };
        }
        if fresh && let (_, Some(slot)) = self.document(true, "minutes") {
            let until_ms = self.at_ms + *chance.pick(&[1_000, DAY_MS, 30 * DAY_MS]);
            self.slots.push((slot, until_ms));
            return Said::Propose { slot, until_ms, words: None };
        }
        let (slot, until_ms) = *chance.pick(&self.slots);
        let (words, _) = self.document(false, "words");
        match chance.below(9) {
            0 => Said::Refuse { slot, words },
            1 => Said::Withdraw { slot },
            2 => Said::LetGo { slot },
            3 => Said::Contest { slot, words },
            4 => Said::Terminate { slot },
            5 => Said::Draft { series: slot.series, document: slot.document, parents: vec![words] },
            // The same place of the series with another text.
            6 => Said::Sign { slot: Slot { document: words, ..slot }, words: None },
            7 => Said::Propose { slot, until_ms, words: None },
            _ => Said::Sign { slot, words: None },
        }
    }

    /// Adds something to one of his histories; what, in words.
    fn says(&mut self, chance: &Seeded) -> &'static str {
        let which = chance.below(self.histories.len());
        let said = self.said(chance);
        let (what, entry, breaks) = match chance.below(16) {
            0 => ("by a key that nobody named", self.signed(2, said), Some("I5")),
            1 => {
                let mut entry = self.signed(0, said);
                if let Some(last) = entry.last_mut() {
                    *last ^= 1;
                }
                ("with a false signature", entry, Some("I5"))
            }
            2 => {
                let entry = self.signed(0, said);
                ("with a signature for some", crafted_by(&entry, Label::Statement, &self.keys[0]), Some("I9"))
            }
            3 => {
                let elsewhere = Origin { epoch: 2, ..self.origin.clone() };
                let statement = Statement { origin: elsewhere, unit: Some(self.unit.clone()), ..self.statement(said) };
                ("for another log", statement.sign(&self.keys[0]), Some("I27"))
            }
            4 => ("rubbish", vec![0xff; 1 + chance.below(200)], Some("I20")),
            5 => {
                let statement = self.statement(said);
                let entry = Statement { unit: Some("cn-other".to_owned()), ..statement }.sign(&self.keys[0]);
                ("for another unit", entry, Some("I5"))
            }
            6 => {
                let statement =
                    Statement { at_ms: self.at_ms - 1, unit: Some(self.unit.clone()), ..self.statement(said) };
                ("before the key began", statement.sign(&self.keys[0]), Some("I5"))
            }
            7 => {
                let statement = Statement { unit: Some(self.unit.clone()), ..self.statement(said) };
                ("as the post", self.sealer.say(&statement), Some("I5"))
            }
            _ => ("as it should be", self.signed(0, said), None),
        };
        if let Some(invariant) = breaks {
            self.forged.insert(leaf_hash(&entry), invariant);
        }
        self.histories[which].push(entry);
        what
    }

    /// A head of one of his histories, under his real seal.
    fn sealed(&self, entries: &[Vec<u8>]) -> String {
        let tree = Growing::of(entries.iter().map(|entry| leaf_hash(entry)));
        let head = Head { origin: self.origin.clone(), size: entries.len() as u64, root: tree.root() };
        self.sealer.seal(head).to_text()
    }

    /// A pouch; perhaps not quite what he should pack.
    fn packs(&mut self, chance: &Seeded) -> Vec<u8> {
        let which = if chance.below(4) == 0 { chance.below(self.histories.len()) } else { 0 };
        let entries = self.histories[which].clone();
        let end = if chance.below(4) == 0 { chance.below(entries.len() + 1) } else { entries.len() };
        let start = if chance.below(3) == 0 { chance.below(end + 1) } else { 0 };
        let (from, to) = (self.origin.keeper.clone(), self.origin.reader.clone());
        let have = if chance.below(6) == 0 { chance.next() >> 20 } else { self.stored.len() as u64 };
        let mut pouch = Pouch::empty(from, to, self.at_ms, have);
        let checkpoint = self.sealed(&entries[..end]);
        pouch.run = Some(Run { start: start as u64, entries: entries[start..end].to_vec(), checkpoint });
        // What is not given is withheld.
        if chance.below(4) != 0 {
            pouch.openings = self.openings.iter().rev().take(200).cloned().collect();
        }
        if let Some(mut receipt) = self.shown.clone().filter(|_| chance.below(3) != 0) {
            receipt.cosignatures.clear();
            let seconds = match chance.below(4) {
                0 => 1,
                1 => 9_000_000_000,
                _ => self.at_ms / 1_000,
            };
            self.sealer.cosign(&mut receipt, seconds);
            pouch.receipts = vec![receipt.to_text()];
        }
        if chance.below(10) == 0 {
            pouch.wants = (0..2_000_u64).map(|number| journal::sha256(&[&number.to_be_bytes()])).collect();
        }
        if chance.below(12) == 0 {
            pouch.openings.extend((0..300_u16).map(|number| vec![(number % 251) as u8; 100]));
        }
        pouch.pack(1).unwrap_or_else(|fault| panic!("{fault}"))
    }

    /// What he learns from a pouch that reached him.
    fn learns(&mut self, packed: &[u8]) {
        let Ok(pouch) = Pouch::unpack(packed) else { return };
        let Some(run) = pouch.run else { return };
        if run.start as usize > self.stored.len() {
            return;
        }
        self.stored.truncate(run.start as usize);
        for entry in &run.entries {
            if let Ok((statement, _, _)) = Statement::read(entry, "") {
                match statement.said {
                    Said::Propose { slot, until_ms, .. } => self.slots.push((slot, until_ms)),
                    Said::Issue { document, .. } => self.letters.push(document),
                    _ => {}
                }
            }
        }
        self.stored.extend(run.entries);
        self.shown = Checkpoint::from_text(&run.checkpoint, "").ok();
    }
}

fn rights() -> Vec<String> {
    let mut rights: Vec<String> = DocumentKind::ALL.iter().map(|kind| kind.code().to_owned()).collect();
    rights.sort();
    rights
}

impl Course {
    /// The hostile post does something.
    pub(super) fn means_harm(&mut self, step: usize, victim: usize) -> Held {
        let Some(mut hostile) = self.hostile.take() else { return Ok(()) };
        let at = hostile.at;
        let mut under_way = Vec::new();
        for parcel in std::mem::take(&mut self.under_way) {
            if parcel.way == [victim, at] { hostile.learns(&parcel.bytes) } else { under_way.push(parcel) }
        }
        self.under_way = under_way;
        let (what, parcel) = match self.chance.below(16) {
            0 => {
                let cut = self.chance.below(hostile.histories[0].len() + 1);
                let another = hostile.histories[0][..cut.max(1)].to_vec();
                if hostile.histories.len() < 3 {
                    hostile.histories.push(another);
                }
                ("begins another history", None)
            }
            1 if !hostile.sent.is_empty() => ("replays", Some(self.chance.pick(&hostile.sent).clone())),
            2 => {
                let key = *hostile.keys[0].public().bytes();
                if self.chance.below(8) == 0 {
                    let said = hostile.statement(Said::Revoke { key, reason: "left".to_owned() });
                    let entry = hostile.sealer.say(&said);
                    hostile.histories[0].push(entry);
                }
                ("ends a key and goes on with it", None)
            }
            3 => ("gives the own pouch back", self.witness.left.last().map(|(_, bytes)| bytes.clone())),
            4..=9 => (hostile.says(&self.chance), None),
            _ => ("packs", Some(hostile.packs(&self.chance))),
        };
        self.note(step, format!("{at} means harm: {what}"));
        self.count("harm");
        if let Some(bytes) = parcel {
            hostile.sent.push(bytes.clone());
            self.under_way.push(Parcel { way: [at, victim], bytes });
        }
        self.hostile = Some(hostile);
        Ok(())
    }

    /// Whatever the hostile post said that no honest program says, it counts for nothing.
    pub(super) fn nothing_forged_counts(&self) -> Held {
        let Some(hostile) = &self.hostile else { return Ok(()) };
        let victim = &self.members[0];
        let origin = hostile.origin.to_string();
        let (leaves, rows) =
            victim.look(|view| Ok((view.leaves(&origin)?, view.statements_between(&origin, 0, u64::MAX >> 1)?)));
        for (leaf, row) in leaves.iter().zip(&rows) {
            if let Some(invariant) = hostile.forged.get(leaf) {
                let is_refused = matches!(row.state, store::StatementState::Refused(_));
                holds(invariant, is_refused, || format!("entry {} of {origin} counts: {:?}", row.place, row.state))?;
            }
        }
        Ok(())
    }
}
