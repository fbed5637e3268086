//! A bundle before anything is signed.

use std::collections::BTreeMap;

use journal::{
    Bundle, BundledCover, BundledLog, BundledSide, BundledStatement, Checkpoint, Cover, Covered, Document,
    DocumentHead, Envelope, Growing, Hash, Head, Item, Label, OfficerKey, Origin, PostKeys, PostName, Root, Said,
    SecretKey, Signer, Slot, Statement, Text, consistency, inclusion, leaf_hash, sha256,
};

/// The key with this number.
pub fn key(number: u64) -> SecretKey {
    SecretKey::new(&sha256(&[b"a key of the tests", &number.to_be_bytes()]))
}

fn public(number: u64) -> [u8; 32] {
    *key(number).public().bytes()
}

/// A root and the numbers of the keys that sign it.
#[derive(Clone, Debug)]
pub struct RootRecipe {
    /// The root.
    pub root: Root,
    /// Who signs.
    pub signers: Vec<u64>,
}

/// A post and the numbers of the keys that sign it.
#[derive(Clone, Debug)]
pub struct PostRecipe {
    /// The keys.
    pub keys: PostKeys,
    /// Who signs.
    pub signers: Vec<u64>,
}

/// An officer and the number of the key that certifies.
#[derive(Clone, Debug)]
pub struct OfficerRecipe {
    /// The key.
    pub key: OfficerKey,
    /// Who signs.
    pub signer: u64,
}

/// One side.
#[derive(Clone, Debug)]
pub struct SideRecipe {
    /// Its code.
    pub side: String,
    /// Its roots.
    pub roots: Vec<RootRecipe>,
    /// Its posts.
    pub posts: Vec<PostRecipe>,
    /// Its officers.
    pub officers: Vec<OfficerRecipe>,
}

/// One log.
#[derive(Clone, Debug)]
pub struct LogRecipe {
    /// Which.
    pub origin: Origin,
    /// The number of the key that seals.
    pub seal: u64,
    /// How many entries stand before the first statement and after each.
    pub between: u64,
    /// The statements and the numbers of the keys that sign them.
    pub statements: Vec<(Statement, u64)>,
    /// Which of the statements are covered, by their number.
    pub covers: BTreeMap<usize, CoverRecipe>,
    /// Who cosigns: the name, the number of the key, the seconds.
    pub cosigners: Vec<Cosigner>,
    /// Checkpoints before that one: how many of the statements each has, and who cosigns it.
    pub earlier: Vec<(usize, Vec<Cosigner>)>,
}

/// Who cosigns: the name, the number of the key, the seconds.
pub type Cosigner = (String, u64, u64);

/// What covers a statement, and how many others are covered with it.
#[derive(Clone, Debug)]
pub struct CoverRecipe {
    /// How many others stand before it and behind it.
    pub others: [usize; 2],
    /// The number of the key that signs.
    pub signer: u64,
    /// For which unit.
    pub unit: Option<String>,
    /// When, in milliseconds since 1970 UTC.
    pub at_ms: u64,
    /// In which log it says that it stands, where that is another one.
    pub origin: Option<Origin>,
    /// What it says in place of that it covers.
    pub said: fn(Cover) -> Said,
}

/// Where a statement stands among the entries of a log, and the cover with all that it covers from a place on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    pub from: usize,
    pub at: usize,
    pub cover: Option<usize>,
}

/// A bundle before anything is signed.
#[derive(Clone, Debug)]
pub struct Recipe {
    /// The document.
    pub document: Document,
    /// The words that statements refer to.
    pub words: Vec<Document>,
    /// The sides.
    pub sides: Vec<SideRecipe>,
    /// The logs.
    pub logs: Vec<LogRecipe>,
    /// Under which label statements are signed.
    pub label: Label,
}

/// The first day of the tests, in milliseconds: 2026-01-01.
pub const START_MS: u64 = 1_767_225_600_000;
const YEAR_MS: u64 = 365 * 86_400_000;

/// Numbers of keys: a side's begin at a hundred times its place.
const ROOT: u64 = 0;
const NEXT: u64 = 10;
const LOG: u64 = 20;
const MIRROR: u64 = 21;
const CERTIFY: u64 = 22;
const OFFICER: u64 = 30;

impl SideRecipe {
    /// A side with a root of two out of three keys, one post and two officers.
    pub fn new(side: &str, post: &str, place: u64) -> Self {
        let base = place * 100;
        let keys = |from: u64| {
            let mut keys: Vec<_> = (from..from + 3).map(|number| public(base + number)).collect();
            keys.sort_unstable();
            keys
        };
        let name = PostName { side: side.to_owned(), post: post.to_owned() };
        let root = Root {
            side: side.to_owned(),
            number: 1,
            keys: keys(ROOT),
            threshold: 2,
            next: Root::commitment(&keys(NEXT), 2),
            from_ms: START_MS,
        };
        let post_keys = PostKeys {
            name: name.clone(),
            log: public(base + LOG),
            mirror: public(base + MIRROR),
            certify: public(base + CERTIFY),
            from_ms: START_MS,
            until_ms: START_MS + 5 * YEAR_MS,
        };
        let mut officers: Vec<_> = (0..2)
            .map(|number| OfficerRecipe {
                key: OfficerKey {
                    post: name.clone(),
                    officer: format!("o-{number}"),
                    unit: format!("{side}-unit-{number}"),
                    office: ["Chỉ huy", "会谈站代表"][(number as usize + place as usize) % 2].to_owned(),
                    key: public(base + OFFICER + number),
                    rights: vec!["letter".to_owned(), "minutes".to_owned(), "patrol-record".to_owned()],
                    from_ms: START_MS,
                    until_ms: START_MS + 2 * YEAR_MS,
                },
                signer: base + CERTIFY,
            })
            .collect();
        officers.sort_by_key(|officer| officer.key.key);
        Self {
            side: side.to_owned(),
            roots: vec![RootRecipe { root, signers: vec![base + ROOT, base + ROOT + 2] }],
            posts: vec![PostRecipe { keys: post_keys, signers: vec![base + ROOT + 1, base + ROOT + 2] }],
            officers,
        }
    }

    /// The same side once its root has been changed: the keys that were announced are in force.
    #[must_use]
    pub fn with_new_root(mut self, place: u64) -> Self {
        let base = place * 100;
        let mut keys: Vec<_> = (NEXT..NEXT + 3).map(|number| public(base + number)).collect();
        keys.sort_unstable();
        let root =
            Root { side: self.side.clone(), number: 2, keys, threshold: 2, next: [7; 32], from_ms: START_MS + YEAR_MS };
        let signers = vec![base + ROOT, base + ROOT + 1, base + NEXT, base + NEXT + 2];
        self.roots.push(RootRecipe { root, signers });
        self.posts[0].signers = vec![base + NEXT, base + NEXT + 1];
        self
    }

    /// The number of an officer's key.
    pub fn officer(place: u64, number: u64) -> u64 {
        place * 100 + OFFICER + number
    }

    fn bake(&self) -> BundledSide {
        let keys = |numbers: &[u64]| numbers.iter().map(|number| key(*number)).collect::<Vec<_>>();
        let sign = |numbers: &[u64], sign: &dyn Fn(&[&SecretKey]) -> Envelope| {
            let keys = keys(numbers);
            sign(&keys.iter().collect::<Vec<_>>()).to_bytes()
        };
        BundledSide {
            side: self.side.clone(),
            roots: self.roots.iter().map(|one| sign(&one.signers, &|keys| one.root.sign(keys))).collect(),
            posts: self.posts.iter().map(|one| sign(&one.signers, &|keys| one.keys.sign(keys))).collect(),
            officers: self.officers.iter().map(|one| one.key.sign(&key(one.signer)).to_bytes()).collect(),
        }
    }
}

impl LogRecipe {
    fn bake(&self, label: Label) -> Vec<BundledLog> {
        let filler = |number: u64| format!("entry {number} of {}", self.origin).into_bytes();
        let mut entries = Vec::new();
        let mut places = Vec::new();
        let fill = |entries: &mut Vec<Vec<u8>>| {
            for _ in 0..self.between {
                entries.push(filler(entries.len() as u64));
            }
        };
        fill(&mut entries);
        for (number, (statement, signer)) in self.statements.iter().enumerate() {
            match self.covers.get(&number) {
                None => {
                    places.push(Placed { from: entries.len(), at: entries.len(), cover: None });
                    entries.push(under(label, statement.sign(&key(*signer)), *signer));
                }
                Some(cover) => places.push(cover.bake(label, (statement, *signer), &mut entries)),
            }
            fill(&mut entries);
        }
        self.sealed(&entries, &places)
    }

    /// The log with these entries, sealed and cosigned once or several times; those at the places stand in the bundle.
    pub(super) fn sealed(&self, entries: &[Vec<u8>], places: &[Placed]) -> Vec<BundledLog> {
        let leaves: Vec<Hash> = entries.iter().map(|entry| leaf_hash(entry)).collect();
        let earlier = self.earlier.iter().map(|(statements, cosigners)| {
            let size = places.get(*statements).map_or(entries.len(), |placed| placed.from);
            (size, cosigners)
        });
        let mut before = 0;
        let mut logs = Vec::new();
        for (size, cosigners) in earlier.chain([(entries.len(), &self.cosigners)]) {
            let shown: Vec<_> = places.iter().copied().filter(|placed| (before..size).contains(&placed.at)).collect();
            logs.push(self.under(&leaves[..size], before, entries, &shown, cosigners));
            before = size;
        }
        logs
    }

    /// The log under one checkpoint that continues one of so many entries.
    fn under(
        &self,
        leaves: &[Hash],
        before: usize,
        entries: &[Vec<u8>],
        places: &[Placed],
        cosigners: &[Cosigner],
    ) -> BundledLog {
        let root = Growing::of(leaves.iter().copied()).root();
        let head = Head { origin: self.origin.clone(), size: leaves.len() as u64, root };
        let mut checkpoint = Checkpoint::seal(head, &key(self.seal));
        for (name, number, seconds) in cosigners {
            checkpoint.cosign(name, &key(*number), *seconds);
        }
        let proof = |at: usize| inclusion(leaves, at).unwrap_or_default();
        let statements = places.iter().map(|placed| BundledStatement {
            index: placed.at as u64,
            entry: entries[placed.at].clone(),
            proof: proof(placed.at),
            cover: placed.cover.map(|cover| BundledCover {
                index: cover as u64,
                entry: entries[cover].clone(),
                proof: proof(cover),
                path: inclusion(&leaves[placed.from..cover], placed.at - placed.from).unwrap_or_default(),
            }),
        });
        BundledLog {
            checkpoint: checkpoint.to_text(),
            consistency: consistency(leaves, before),
            statements: statements.collect(),
        }
    }
}

impl CoverRecipe {
    /// Adds a statement without a signature of its own, the others, and what covers them all.
    fn bake(&self, label: Label, (statement, signer): (&Statement, u64), entries: &mut Vec<Vec<u8>>) -> Placed {
        let from = entries.len();
        let officer = public(signer);
        let other = |number: usize| {
            let said =
                Said::Issue { document: sha256(&[&(number as u64).to_be_bytes()]), answers: None, until_ms: None };
            Covered { statement: Statement { said, ..statement.clone() }, officer }.to_bytes()
        };
        let [before, after] = self.others;
        entries.extend((0..before).map(other));
        let at = entries.len();
        entries.push(Covered { statement: statement.clone(), officer }.to_bytes());
        entries.extend((before..before + after).map(other));
        let covering = Statement {
            origin: self.origin.clone().unwrap_or_else(|| statement.origin.clone()),
            unit: self.unit.clone(),
            at_ms: self.at_ms,
            said: (self.said)(Cover::over(from as u64, &entries[from..])),
        };
        let cover = entries.len();
        entries.push(under(label, covering.sign(&key(self.signer)), self.signer));
        Placed { from, at, cover: Some(cover) }
    }
}

/// The same payload signed under another label, where that is asked for.
fn under(label: Label, entry: Vec<u8>, signer: u64) -> Vec<u8> {
    match (label, Envelope::from_bytes(&entry, "")) {
        (Label::Statement, _) | (_, Err(_)) => entry,
        (label, Ok(envelope)) => Envelope::sign(label, envelope.payload, &[&key(signer)]).to_bytes(),
    }
}

/// A short text in two languages.
pub fn texts(vietnamese: &str, chinese: &str) -> Vec<(String, Text)> {
    let text =
        |title: &str| Text { title: title.to_owned(), paragraphs: vec![format!("{title} 1."), format!("{title} 2.")] };
    vec![("vi".to_owned(), text(vietnamese)), ("zh".to_owned(), text(chinese))]
}

impl Recipe {
    /// Minutes that both sides have signed.
    pub fn minutes() -> Self {
        let sides = vec![SideRecipe::new("cn", "hekou", 1), SideRecipe::new("vn", "laocai", 2)];
        let document = Document {
            seed: [5; 16],
            head: DocumentHead {
                kind: "minutes".to_owned(),
                sides: vec!["cn".to_owned(), "vn".to_owned()],
                languages: vec!["vi".to_owned(), "zh".to_owned()],
                joint: Some(([6; 16], 1)),
                supersedes: None,
                supplements: None,
            },
            texts: texts("Biên bản hội đàm", "会谈纪要"),
            data: Item::Map(vec![("held_on".to_owned(), Item::Text("2026-02-14".to_owned()))]),
            attachments: Vec::new(),
            signers: vec![
                Signer { side: "cn".to_owned(), name: "A".to_owned(), office: "会谈站代表".to_owned() },
                Signer { side: "vn".to_owned(), name: "B".to_owned(), office: "Trưởng đoàn".to_owned() },
            ],
        };
        let mut recipe = Self { document, words: Vec::new(), sides, logs: Vec::new(), label: Label::Statement };
        let slot = recipe.slot();
        let until_ms = START_MS + 60 * 86_400_000;
        recipe.say("vn", Said::Propose { slot, until_ms, words: None }, 44 * 86_400_000);
        recipe.say("cn", Said::Sign { slot, words: None }, 45 * 86_400_000);
        recipe.keep_used();
        recipe
    }

    /// The slot of the document.
    pub fn slot(&self) -> Slot {
        let (series, revision) = self.document.head.joint.unwrap_or_default();
        Slot { series, revision, document: self.document.digest().unwrap_or_default() }
    }

    fn place(&self, side: &str) -> u64 {
        self.sides.iter().position(|other| other.side == side).unwrap_or_default() as u64 + 1
    }

    /// Lets an officer of a side say something so long after the start, in a log that the other sides held before and
    /// hold again an hour later: what was said before stays under its own checkpoint.
    pub fn say_later(&mut self, side: &str, said: Said, after_ms: u64) {
        let before = self.logs.clone();
        self.say(side, said, after_ms);
        for log in &mut self.logs {
            let known = before.iter().find(|known| known.origin == log.origin);
            if let Some(known) = known.filter(|known| known.statements.len() < log.statements.len()) {
                log.earlier.push((known.statements.len(), known.cosigners.clone()));
            }
        }
    }

    /// Lets an officer of a side say something so long after the start, together with so many other things before it and
    /// behind it, under one signature.
    pub fn say_together(&mut self, side: &str, said: Said, after_ms: u64, others: [usize; 2]) {
        self.say(side, said, after_ms);
        for log in self.logs.iter_mut().filter(|log| log.origin.keeper.side == side) {
            let Some((number, (statement, signer))) = log.statements.iter().enumerate().next_back() else { continue };
            let (unit, at_ms) = (statement.unit.clone(), statement.at_ms);
            let cover = CoverRecipe { others, signer: *signer, unit, at_ms, origin: None, said: Said::Cover };
            log.covers.insert(number, cover);
        }
    }

    /// Lets an officer of a side say something so long after the start; the other sides hold it an hour later.
    pub fn say(&mut self, side: &str, said: Said, after_ms: u64) {
        let place = self.place(side);
        let keeper = self.sides[place as usize - 1].posts[0].keys.name.clone();
        let others: Vec<(u64, PostName)> = (1..)
            .zip(&self.sides)
            .filter(|(_, other)| other.side != side)
            .map(|(place, other)| (place, other.posts[0].keys.name.clone()))
            .collect();
        let Some((_, reader)) = others.first() else { return };
        let origin = Origin::first(keeper.clone(), reader.clone());
        let statement = Statement {
            origin: origin.clone(),
            unit: Some(format!("{side}-unit-0")),
            at_ms: START_MS + after_ms,
            said,
        };
        let signer = SideRecipe::officer(place, 0);
        let seconds = (START_MS + after_ms) / 1000 + 3600;
        let cosigners = || others.iter().map(|(place, name)| (name.mirror(), place * 100 + MIRROR, seconds)).collect();
        match self.logs.iter_mut().find(|log| log.origin == origin) {
            Some(log) => {
                log.statements.push((statement, signer));
                log.cosigners = cosigners();
            }
            None => {
                let log = LogRecipe {
                    origin,
                    seal: place * 100 + LOG,
                    between: 3,
                    statements: vec![(statement, signer)],
                    covers: BTreeMap::new(),
                    cosigners: cosigners(),
                    earlier: Vec::new(),
                };
                self.logs.push(log);
                self.logs.sort_by(|one, other| one.origin.cmp(&other.origin));
            }
        }
    }

    /// Adds words of a side and gives their digest.
    pub fn words(&mut self, side: &str, vietnamese: &str, chinese: &str) -> Hash {
        let words = Document {
            seed: [9; 16],
            head: DocumentHead {
                kind: "words".to_owned(),
                sides: vec![side.to_owned()],
                languages: vec!["vi".to_owned(), "zh".to_owned()],
                ..DocumentHead::default()
            },
            texts: texts(vietnamese, chinese),
            data: Item::Null,
            attachments: Vec::new(),
            signers: Vec::new(),
        };
        self.add_words(words)
    }

    /// Adds words of a side with about so many letters more, and gives their digest.
    pub fn long_words(&mut self, side: &str, letters: usize) -> Hash {
        let digest = self.words(side, "Bảo lưu", "保留意见");
        let Some(mut words) = self.words.pop_if(|_| letters > 0) else { return digest };
        const PARAGRAPH: usize = 50_000;
        let lengths = std::iter::repeat_n(PARAGRAPH, letters / PARAGRAPH).chain([letters % PARAGRAPH]);
        let paragraphs = lengths.filter(|length| *length > 0).map(|length| "x".repeat(length));
        if let Some((_, text)) = words.texts.first_mut() {
            text.paragraphs = paragraphs.collect();
        }
        self.add_words(words)
    }

    fn add_words(&mut self, words: Document) -> Hash {
        let digest = words.digest().unwrap_or_default();
        self.words.push(words);
        digest
    }

    /// Leaves out officers that signed nothing and sides that neither spoke nor cosigned, as whoever makes a bundle does.
    pub fn keep_used(&mut self) {
        let used: Vec<[u8; 32]> =
            self.logs.iter().flat_map(|log| &log.statements).map(|(_, signer)| public(*signer)).collect();
        for side in &mut self.sides {
            side.officers.retain(|officer| used.contains(&officer.key.key));
        }
        let spoke = |name: &PostName| self.logs.iter().any(|log| log.origin.keeper == *name);
        let cosigned = |name: &PostName| {
            let heads =
                self.logs.iter().flat_map(|log| log.earlier.iter().map(|(_, them)| them).chain([&log.cosigners]));
            heads.flatten().any(|(other, _, _)| *other == name.mirror())
        };
        self.sides.retain(|side| side.posts.iter().any(|post| spoke(&post.keys.name) || cosigned(&post.keys.name)));
    }

    /// Every side's fingerprint.
    pub fn fingerprints(&self) -> Vec<Hash> {
        self.sides.iter().filter_map(|side| side.roots.first()).map(|first| first.root.fingerprint()).collect()
    }

    /// The bundle.
    pub fn bake(&self) -> Bundle {
        let mut openings: Vec<(Hash, Vec<u8>)> = std::iter::once(&self.document)
            .chain(&self.words)
            .filter_map(|document| Some((document.digest().ok()?, document.opening().ok()?)))
            .collect();
        openings.sort();
        openings.dedup();
        Bundle {
            document: self.document.digest().unwrap_or_default(),
            openings: openings.into_iter().map(|(_, opening)| opening).collect(),
            sides: self.sides.iter().map(SideRecipe::bake).collect(),
            logs: self.logs.iter().flat_map(|log| log.bake(self.label)).collect(),
        }
    }

    /// The bundle's bytes.
    pub fn bytes(&self) -> Vec<u8> {
        self.bake().to_bytes().unwrap_or_default()
    }
}
