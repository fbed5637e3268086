//! A journal entry: one thing that happened, or one act that was refused, as it is kept for ever.

use minicbor::{Decoder, Encoder};

/// A random identity of 16 bytes.
pub type Id = [u8; 16];

/// The version of the entry format written today.
pub const VERSION: u8 = 1;

/// Whether an entry tells of something that happened or of an act that was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// It happened; the fold takes it in.
    Fact,
    /// It was refused; the fold passes it by, the trace stays.
    Refusal,
}

impl Class {
    /// The class as it stands in bytes.
    pub const fn code(self) -> u8 {
        match self {
            Self::Fact => 0,
            Self::Refusal => 1,
        }
    }

    /// The class with this code.
    pub const fn from_code(code: u8) -> Option<Self> {
        match code {
            0 => Some(Self::Fact),
            1 => Some(Self::Refusal),
            _ => None,
        }
    }
}

/// One entry. The texts are codes of the domain, which this room does not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The entry's own identity.
    pub id: Id,
    /// The act it belongs to: entries of one act happened together or not at all; also the key of a repeated request.
    pub act: Id,
    /// Fact or refusal.
    pub class: Class,
    /// The noun of the record.
    pub noun: String,
    /// The record.
    pub record: String,
    /// The side that keeps it.
    pub side: String,
    /// The unit that keeps it.
    pub unit: String,
    /// Who acted.
    pub officer: String,
    /// When it happened, in milliseconds since 1970 UTC.
    pub happened_ms: i64,
    /// When it was recorded, in milliseconds since 1970 UTC.
    pub recorded_ms: i64,
    /// The grade of the record.
    pub grade: String,
    /// True for data of an exercise.
    pub exercise: bool,
    /// The fact or refusal, in canonical form ([`crate::encode`]).
    pub body: Vec<u8>,
}

/// Why bytes are not an entry.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EntryFault {
    /// The bytes do not have the form of an entry.
    #[error("not an entry at byte {at}")]
    Form {
        /// Where reading stopped or differed.
        at: usize,
    },
    /// A version this program does not know.
    #[error("entry version {0} is not known")]
    Version(u8),
}

impl Entry {
    /// The entry's bytes: a CBOR map with keys 0 to 13 in order.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.body.len() + 256);
        let mut out = Encoder::new(&mut bytes);
        // Writing to a vector cannot fail; the encoder's error type is empty.
        drop(out.map(14).and_then(|out| out.u8(0)?.u8(VERSION)));
        drop(out.u8(1).and_then(|out| out.bytes(&self.id)?.u8(2)?.bytes(&self.act)));
        drop(out.u8(3).and_then(|out| out.u8(self.class.code())));
        let texts = [&self.noun, &self.record, &self.side, &self.unit, &self.officer];
        for (key, text) in (4u8..).zip(texts) {
            drop(out.u8(key).and_then(|out| out.str(text)));
        }
        drop(out.u8(9).and_then(|out| out.i64(self.happened_ms)?.u8(10)?.i64(self.recorded_ms)));
        drop(out.u8(11).and_then(|out| out.str(&self.grade)?.u8(12)?.bool(self.exercise)));
        drop(out.u8(13).and_then(|out| out.bytes(&self.body)));
        bytes
    }

    /// The entry of these bytes; anything but the bytes that [`Self::to_bytes`] writes is refused.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, EntryFault> {
        let mut decoder = Decoder::new(bytes);
        let entry = read(&mut decoder)?;
        let again = entry.to_bytes();
        if again == bytes {
            return Ok(entry);
        }
        let at = again.iter().zip(bytes).position(|(ours, theirs)| ours != theirs);
        Err(EntryFault::Form { at: at.unwrap_or(again.len().min(bytes.len())) })
    }
}

fn read(decoder: &mut Decoder<'_>) -> Result<Entry, EntryFault> {
    let at = decoder.position();
    if decoder.map().ok().flatten() != Some(14) {
        return Err(EntryFault::Form { at });
    }
    let version = field(decoder, 0, Decoder::u8)?;
    if version != VERSION {
        return Err(EntryFault::Version(version));
    }
    let id = identity(decoder, 1)?;
    let act = identity(decoder, 2)?;
    let class_at = decoder.position();
    let class = Class::from_code(field(decoder, 3, Decoder::u8)?).ok_or(EntryFault::Form { at: class_at })?;
    Ok(Entry {
        id,
        act,
        class,
        noun: text(decoder, 4)?,
        record: text(decoder, 5)?,
        side: text(decoder, 6)?,
        unit: text(decoder, 7)?,
        officer: text(decoder, 8)?,
        happened_ms: field(decoder, 9, Decoder::i64)?,
        recorded_ms: field(decoder, 10, Decoder::i64)?,
        grade: text(decoder, 11)?,
        exercise: field(decoder, 12, Decoder::bool)?,
        body: field(decoder, 13, Decoder::bytes)?.to_vec(),
    })
}

fn field<'b, T>(
    decoder: &mut Decoder<'b>,
    key: u8,
    read: impl Fn(&mut Decoder<'b>) -> Result<T, minicbor::decode::Error>,
) -> Result<T, EntryFault> {
    let at = decoder.position();
    let found = decoder.u8().map_err(|_| EntryFault::Form { at })?;
    if found != key {
        return Err(EntryFault::Form { at });
    }
    read(decoder).map_err(|_| EntryFault::Form { at })
}

fn text(decoder: &mut Decoder<'_>, key: u8) -> Result<String, EntryFault> {
    field(decoder, key, |decoder| decoder.str().map(str::to_owned))
}

fn identity(decoder: &mut Decoder<'_>, key: u8) -> Result<Id, EntryFault> {
    let at = decoder.position();
    let bytes = field(decoder, key, |decoder| decoder.bytes().map(<[u8]>::to_vec))?;
    Id::try_from(bytes).map_err(|_| EntryFault::Form { at })
}
