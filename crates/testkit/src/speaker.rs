//! A counterpart who says what no honest program would: entries signed with a real officer's key, or with none that
//! holds, in a log under a real seal, with whatever openings he likes.

use std::sync::Arc;

use desk::keys::{Passphrase, PostSealer, Signer};
use journal::{
    Cover, Document, DocumentHead, Hash, Head, Item, Origin, Pouch, Run, Said, SecretKey, Series, Slot, Statement,
    Text, leaf_hash, root,
};

use crate::pair::{Half, PIN};

/// A commander with a key, his post's keys, and the log that he keeps for another post.
pub struct Speaker {
    /// The officer's key.
    pub signer: Signer,
    /// The keys of the post.
    pub sealer: Arc<PostSealer>,
    /// The log.
    pub origin: Origin,
    /// Its entries.
    pub entries: Vec<Vec<u8>>,
    /// By his clock, in milliseconds since 1970 UTC.
    pub at_ms: u64,
    number: u64,
}

impl Speaker {
    /// The commander of a post, before anything was said to the other one; the officer's key is named first.
    pub fn of(half: &Half, other: &Half) -> Self {
        let signer = half.post.desk.unlock(&half.head, &Passphrase::new(PIN));
        let signer = signer.unwrap_or_else(|error| panic!("{error}"));
        let origin = Origin::first(half.name.clone(), other.name.clone());
        let at_ms = half.post.desk.now().as_millisecond().unsigned_abs();
        let mut speaker = Self { signer, sealer: half.sealer(), origin, entries: Vec::new(), at_ms, number: 0 };
        let named = Said::Officer(speaker.signer.certificate().to_bytes());
        speaker.say_as_post(named);
        speaker
    }

    /// What the officer says, signed with the officer's key.
    pub fn say(&mut self, said: Said) {
        let statement = self.statement(said);
        self.entries.push(self.signer.sign(&statement));
    }

    /// What the post says.
    pub fn say_as_post(&mut self, said: Said) {
        let statement = self.statement(said);
        self.entries.push(self.sealer.say(&statement));
    }

    /// What somebody else says in the officer's name, with a key that nobody certified.
    pub fn say_with(&mut self, key: &SecretKey, said: Said) {
        let statement = self.statement(said);
        let unit = Some(self.signer.certified().unit.clone());
        self.entries.push(Statement { unit, ..statement }.sign(key));
    }

    /// What the officer says, with a signature in which one bit is turned.
    pub fn say_forged(&mut self, said: Said) {
        self.say(said);
        if let Some(last) = self.entries.last_mut().and_then(|entry| entry.last_mut()) {
            *last ^= 1;
        }
    }

    /// What the officer says without a signature of its own, whatever covers it.
    pub fn say_bare(&mut self, said: Said) {
        let statement = self.statement(said);
        self.entries.push(self.signer.covered(&statement).to_bytes());
    }

    /// The officer's signature over the entries from a place on.
    pub fn cover(&mut self, from: usize) {
        let covered = self.entries.get(from..).unwrap_or_default();
        self.say(Said::Cover(Cover::over(from as u64, covered)));
    }

    /// A statement in the log, before anybody has signed it.
    pub fn statement(&self, said: Said) -> Statement {
        Statement { origin: self.origin.clone(), unit: None, at_ms: self.at_ms, said }
    }

    /// A document of both sides, and where it stands.
    pub fn minutes(&mut self, title: &str) -> (Slot, Vec<u8>) {
        let series = self.seed();
        self.in_series(series, 1, title)
    }

    /// Another document of both sides in a series.
    pub fn revision(&mut self, series: Series, revision: u64) -> (Slot, Vec<u8>) {
        self.in_series(series, revision, &format!("Minutes {revision}"))
    }

    fn in_series(&mut self, series: Series, revision: u64, title: &str) -> (Slot, Vec<u8>) {
        let mut sides = vec![self.origin.keeper.side.clone(), self.origin.reader.side.clone()];
        sides.sort();
        let head = DocumentHead { kind: "minutes".into(), sides, joint: Some((series, revision)), ..head() };
        let (document, opening) = self.document(head, Item::Null, title, "Words.");
        (Slot { series, revision, document }, opening)
    }

    /// A letter of this side.
    pub fn letter(&mut self, title: &str, data: Item) -> (Hash, Vec<u8>) {
        let head = DocumentHead { kind: "letter".into(), sides: vec![self.origin.keeper.side.clone()], ..head() };
        self.document(head, data, title, "Words.")
    }

    /// Words that go with a statement.
    pub fn words(&mut self, text: &str) -> (Hash, Vec<u8>) {
        let head = DocumentHead { kind: "words".into(), sides: vec![self.origin.keeper.side.clone()], ..head() };
        self.document(head, Item::Null, "Words", text)
    }

    /// A document whatever it says; its paragraphs are as long as they may be.
    pub fn document(&mut self, head: DocumentHead, data: Item, title: &str, text: &str) -> (Hash, Vec<u8>) {
        let characters: Vec<char> = text.chars().collect();
        let paragraphs = characters.chunks(25_000).map(|part| part.iter().collect()).collect();
        let texts = head.languages.iter().map(|language| {
            let text = Text { title: title.to_owned(), paragraphs: Vec::clone(&paragraphs) };
            (language.clone(), text)
        });
        let seed = self.seed();
        let texts = texts.collect();
        let document = Document { seed, head, texts, data, attachments: Vec::new(), signers: Vec::new() };
        let done = |fault: journal::Fault| -> ! { panic!("{fault}") };
        let opening = document.opening().unwrap_or_else(|fault| done(fault));
        (document.digest().unwrap_or_else(|fault| done(fault)), opening)
    }

    /// A pouch with the whole log under its seal, and these openings.
    pub fn pouch(&self, openings: &[Vec<u8>]) -> Pouch {
        let leaves: Vec<Hash> = self.entries.iter().map(|entry| leaf_hash(entry)).collect();
        let head = Head { origin: self.origin.clone(), size: leaves.len() as u64, root: root(&leaves) };
        let checkpoint = self.sealer.seal(head).to_text();
        let mut pouch = Pouch::empty(self.origin.keeper.clone(), self.origin.reader.clone(), self.at_ms, 0);
        pouch.run = Some(Run { start: 0, entries: self.entries.clone(), checkpoint });
        pouch.openings = openings.to_vec();
        pouch
    }

    /// The same, packed.
    pub fn packed(&self, openings: &[Vec<u8>]) -> Vec<u8> {
        self.pouch(openings).pack(1).unwrap_or_else(|fault| panic!("{fault}"))
    }

    fn seed(&mut self) -> [u8; 16] {
        self.number += 1;
        let mut seed = [7; 16];
        seed[..8].copy_from_slice(&self.number.to_be_bytes());
        seed
    }
}

fn head() -> DocumentHead {
    DocumentHead { languages: vec!["vi".to_owned(), "zh".to_owned()], ..DocumentHead::default() }
}
