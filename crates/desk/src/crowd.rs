//! A crowd of records in five languages from a seed: the same seed gives the same crowd. They go straight into the
//! tables, without acts and journal, and are for measuring and trying search only.

mod recall;
pub mod words;

use std::cell::Cell;

use domain::organisation::side::Side;
use domain::{CounterpartId, Grade, Header, Link, Noun, RecordId, Words};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use serde_json::{Value, json};
use store::{Failure, Row, Store};

pub use recall::{KEPT, ReadThrough, Recall, recall};
use words::{BETWEEN, EN, KM, LO, PERSONS, PLACES, VI, ZH};

/// In which language a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    /// Vietnamese.
    Vi,
    /// Chinese.
    Zh,
    /// Lao.
    Lo,
    /// Khmer.
    Km,
    /// English.
    En,
}

impl Tongue {
    /// All, in the order of the lists.
    pub const ALL: [Self; 5] = [Self::Vi, Self::Zh, Self::Lo, Self::Km, Self::En];

    /// Its words.
    pub const fn words(self) -> &'static [&'static str] {
        match self {
            Self::Vi => VI,
            Self::Zh => ZH,
            Self::Lo => LO,
            Self::Km => KM,
            Self::En => EN,
        }
    }

    /// The code of BCP 47.
    pub const fn code(self) -> &'static str {
        ["vi", "zh", "lo", "km", "en"][self as usize]
    }
}

/// Kinds of the crowd, each with a state that such records may have, the commonest first.
const KINDS: &[(&str, &str)] = &[
    ("letter", "sent"),
    ("patrol", "signed"),
    ("talks", "signed"),
    ("hotline-call", "closed"),
    ("task", "open"),
    ("visit", "recorded"),
    ("meeting", "recorded"),
    ("referral", "open"),
    ("occurrence", "met"),
    ("report", "accepted"),
];

/// Where the records of a crowd are kept.
#[derive(Clone, Debug)]
pub struct Spread {
    /// The units that keep them.
    pub units: Vec<String>,
    /// The relations they are with.
    pub counterparts: Vec<String>,
    /// Every so many-th is restricted, and every so many-th of those protected; 0 for none.
    pub restricted_every: usize,
}

/// Chance from a seed (splitmix64), for made-up records: nothing that must not be guessed is drawn here.
struct Drawn(Cell<u64>);

impl Drawn {
    fn below(&self, limit: usize) -> usize {
        let state = self.0.get().wrapping_add(0x9e37_79b9_7f4a_7c15);
        self.0.set(state);
        let mut mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % (limit.max(1) as u64)) as usize
    }

    fn pick<'a, T>(&self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }
}

/// A crowd from a seed.
pub struct Crowd {
    chance: Drawn,
    spread: Spread,
    name: String,
    count: usize,
}

impl Crowd {
    /// A crowd; `name` is the beginning of its identities.
    pub fn new(name: &str, seed: u64, spread: Spread) -> Self {
        Self { chance: Drawn(Cell::new(seed)), spread, name: name.to_owned(), count: 0 }
    }

    /// Puts so many records into the tables, in one transaction for every ten thousand.
    pub fn settle(&mut self, store: &Store, records: usize, mut told: impl FnMut(&Row)) -> Result<(), Failure> {
        let mut left = records;
        while left > 0 {
            let batch = left.min(10_000);
            store.write(|tx| {
                for _ in 0..batch {
                    let (row, header) = self.record();
                    tx.put(&row, 0, &header)?;
                    told(&row);
                }
                Ok::<_, Failure>(())
            })?;
            left -= batch;
        }
        Ok(())
    }

    /// The next record.
    pub fn record(&mut self) -> (Row, Header) {
        self.count += 1;
        let (noun, status) = KINDS[self.chance.below(KINDS.len()).min(self.chance.below(KINDS.len()))];
        let held_on = date(2016, 1, 1).saturating_add((self.chance.below(3650) as i64).days());
        let tongue = Tongue::ALL[self.chance.below(8).saturating_sub(3)];
        let subject = self.sentence(tongue, 3);
        let number = (noun == "letter").then(|| format!("{}/{}/CV", self.count % 900 + 1, held_on.year()));
        let counterpart = self.chance.pick(&self.spread.counterparts).clone();
        let grade = self.grade();
        let state = self.state(tongue, &subject, held_on, status);
        let header = Header {
            status: "recorded",
            title: Words::plain(subject),
            number,
            counterpart: CounterpartId::parse(&counterpart).ok(),
            held_on: Some(held_on),
            links: RecordId::parse(&counterpart).map(|to| Link { role: "with", to }).into_iter().collect(),
            ..Header::default()
        };
        let id = format!("{}-{:07}", self.name, self.count);
        let unit = self.chance.pick(&self.spread.units).clone();
        let blank = Self::blank(noun, &id, &unit, grade, state);
        let begun_ms = 1_700_000_000_000 + self.count as i64;
        let row = Row { begun_ms, changed_ms: begun_ms, ..blank.with_header(&header, Side::NAME) };
        (Row { status: status.to_owned(), ..row }, header)
    }

    /// A record without anything but its state.
    pub fn blank(noun: &str, id: &str, unit: &str, grade: Grade, state: Value) -> Row {
        Row {
            id: id.to_owned(),
            noun: noun.to_owned(),
            unit: unit.to_owned(),
            side: String::new(),
            status: String::new(),
            open: false,
            turn: None,
            holder: None,
            counterpart: None,
            held_on: None,
            due: None,
            period: None,
            series: None,
            ordinal: None,
            number: None,
            title: String::new(),
            grade,
            exercise: false,
            version: 1,
            begun_ms: 0,
            changed_ms: 0,
            changed_by: "nobody".to_owned(),
            state,
        }
    }

    fn grade(&self) -> Grade {
        let every = self.spread.restricted_every;
        match every {
            0 => Grade::Internal,
            _ if self.count.is_multiple_of(every * every) => Grade::Protected,
            _ if self.count.is_multiple_of(every) => Grade::Restricted,
            _ => Grade::Internal,
        }
    }

    fn state(&self, tongue: Tongue, subject: &str, held_on: Date, status: &str) -> Value {
        let main = 87 + self.chance.below(1300);
        let marker = match self.chance.below(6) {
            0 => format!("{main}({})", 1 + self.chance.below(3)),
            1 => format!("{main}/{}", 1 + self.chance.below(9)),
            _ => main.to_string(),
        };
        let place = *self.chance.pick(PLACES);
        let chief = format!("{} {}", self.chance.pick(PERSONS[0]), self.chance.pick(PERSONS[1]));
        let long = 5 + self.chance.below(7);
        let course = format!("{} {} {marker}, {}.", self.sentence(tongue, long), self.marker_word(tongue), place);
        let mut state = json!({ "subject": subject, "place": place, "chief": chief, "course": course,
            "held_on": held_on.to_string(), "stage": { "status": status, "on": held_on.to_string() } });
        if self.chance.below(3) == 0 {
            let other = Tongue::ALL[self.chance.below(5)];
            state["remark"] = json!({ other.code(): self.sentence(other, 5) });
        }
        state
    }

    const fn marker_word(&self, tongue: Tongue) -> &'static str {
        ["mốc", "界碑", "ຫຼັກໝາຍ", "បង្គោល", "marker"][tongue as usize]
    }

    /// A sentence with so many words of the trade.
    pub fn sentence(&self, tongue: Tongue, words: usize) -> String {
        let mut out = String::new();
        for place in 0..words {
            // Some words are common and most are not.
            let list = tongue.words();
            let word = list[self.chance.below(list.len()).min(self.chance.below(list.len()))];
            let between = *self.chance.pick(BETWEEN[tongue as usize]);
            self.join(&mut out, tongue, word);
            if place + 1 < words {
                self.join(&mut out, tongue, between);
            }
        }
        out
    }

    fn join(&self, out: &mut String, tongue: Tongue, word: &str) {
        match tongue {
            Tongue::Vi | Tongue::En if !out.is_empty() => out.push(' '),
            // Phrases of Lao and Khmer are parted by a space now and then, and by the invisible one of some keyboards.
            Tongue::Lo | Tongue::Km if !out.is_empty() => match self.chance.below(8) {
                0 => out.push(' '),
                1 => out.push('\u{200b}'),
                _ => {}
            },
            _ => {}
        }
        if tongue == Tongue::Lo && self.chance.below(2) == 0 {
            // The same letters in the order of another keyboard.
            out.push_str(&word.replace("້ຳ", "ໍ້າ"));
        } else {
            out.push_str(word);
        }
    }
}
