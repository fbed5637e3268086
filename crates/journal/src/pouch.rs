//! Pouches: what one post hands to another, the same bytes over the network and in a file that somebody carries. Twice,
//! late, cut short, out of order: a pouch that was taken in once brings nothing more.

use crate::cbor::Item;
use crate::channel::Run;
use crate::checkpoint::CHECKPOINT_LIMIT;
use crate::document::OPENING_LIMIT;
use crate::envelope::ENVELOPE_LIMIT;
use crate::fault::{Code, Fault};
use crate::fields::{Fields, exactly, map};
use crate::identity::NAME_LIMIT;
use crate::origin::PostName;
use crate::tree::Hash;

/// The first field of a pouch.
pub const POUCH_FORMAT: &str = "twinpost/1/pouch";
/// How large a pouch may be once it is unpacked, in bytes.
pub const POUCH_LIMIT: usize = 32 << 20;
/// How many entries, openings or pieces a pouch may hold.
pub const POUCH_ITEMS: usize = 100_000;
/// How many receipts one pouch has at most.
pub const RECEIPTS_MOST: usize = 64;
/// How large one piece of an attachment may be.
pub const PIECE_LIMIT: usize = 1 << 20;

/// A part of an attachment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// SHA-256 over the whole attachment.
    pub sha256: Hash,
    /// Where in it the piece begins.
    pub offset: u64,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// A question to the reader: what it holds of the packer's log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Sixteen random bytes, by which the answer is known.
    pub nonce: [u8; 16],
    /// From which entry on the packer would like to have its log back.
    pub from: u64,
    /// Of how many entries of the reader's log the packer knows when it had stored them.
    pub seen: u64,
    /// True where the packer has forgotten what it said: runs that it packed before this question are taken in no more.
    pub renews: bool,
}

/// The answer to such a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// That of the question.
    pub nonce: [u8; 16],
    /// How many entries of the asker's log are held.
    pub size: u64,
    /// Entries of the asker's log with a head that it sealed; none where nothing of it is held.
    pub run: Option<Run>,
    /// Checkpoints of the packer's own log that the asker had cosigned, above what it knows, ascending.
    pub held: Vec<String>,
}

/// What one post hands to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pouch {
    /// Who packed it.
    pub from: PostName,
    /// For whom.
    pub to: PostName,
    /// When, in milliseconds since 1970 UTC by the clock of the one who packed it.
    pub made_ms: u64,
    /// How many entries of the reader's log the packer has stored.
    pub have: u64,
    /// Up to which entry of the packer's log the packer has receipts without a gap.
    pub proven: u64,
    /// Checkpoints of the reader's log that the packer has stored, with its cosignature, ascending: those above what the
    /// reader said to be proven.
    pub receipts: Vec<String>,
    /// What only the root of a side says: a new post, the end of one.
    pub objects: Vec<Vec<u8>>,
    /// A run of the packer's log.
    pub run: Option<Run>,
    /// Openings of documents.
    pub openings: Vec<Vec<u8>>,
    /// Documents whose openings the packer would like to have.
    pub wants: Vec<Hash>,
    /// Parts of attachments.
    pub pieces: Vec<Piece>,
    /// The nonce of the latest question that renewed and was replied to; none where there was none.
    pub since: Option<[u8; 16]>,
    /// What the packer asks about its own log.
    pub ask: Option<Ask>,
    /// The answer to what the reader asked.
    pub reply: Option<Reply>,
}

impl Pouch {
    /// An empty pouch.
    pub const fn empty(from: PostName, to: PostName, made_ms: u64, have: u64) -> Self {
        Self {
            from,
            to,
            made_ms,
            have,
            proven: 0,
            receipts: Vec::new(),
            objects: Vec::new(),
            run: None,
            openings: Vec::new(),
            wants: Vec::new(),
            pieces: Vec::new(),
            since: None,
            ask: None,
            reply: None,
        }
    }

    /// Its bytes, packed with zstd. `level` is the effort, 1 to 19.
    pub fn pack(&self, level: i32) -> Result<Vec<u8>, Fault> {
        let too_large = || Fault::new(Code::Size, "");
        let bytes = self.item().to_bytes(POUCH_LIMIT).map_err(|_| too_large())?;
        zstd::bulk::compress(&bytes, level.clamp(1, 19)).map_err(|_| too_large())
    }

    /// The pouch of packed bytes: at most [`POUCH_LIMIT`] once unpacked, whatever the bytes announce.
    pub fn unpack(packed: &[u8]) -> Result<Self, Fault> {
        if packed.len() > POUCH_LIMIT {
            return Err(Fault::new(Code::Size, ""));
        }
        let bytes = unpacked(packed)?;
        let item = Item::from_bytes(&bytes, POUCH_LIMIT).map_err(|_| Fault::new(Code::Encoding, ""))?;
        Self::read(item)
    }

    fn item(&self) -> Item {
        let text = |text: String| Item::Text(text);
        let number = |number: u64| Item::Int(number.into());
        let blobs = |blobs: &[Vec<u8>]| Item::List(blobs.iter().cloned().map(Item::Bytes).collect());
        let pieces = self.pieces.iter().map(|piece| {
            map([
                ("sha256", Item::Bytes(piece.sha256.to_vec())),
                ("offset", number(piece.offset)),
                ("bytes", Item::Bytes(piece.bytes.clone())),
            ])
        });
        let mut pairs = vec![
            ("format", text(POUCH_FORMAT.to_owned())),
            ("from", text(self.from.to_string())),
            ("to", text(self.to.to_string())),
            ("made", number(self.made_ms)),
            ("have", number(self.have)),
            ("proven", number(self.proven)),
            ("receipts", Item::List(self.receipts.iter().cloned().map(text).collect())),
            ("objects", blobs(&self.objects)),
            ("openings", blobs(&self.openings)),
            ("wants", Item::List(self.wants.iter().map(|want| Item::Bytes(want.to_vec())).collect())),
            ("pieces", Item::List(pieces.collect())),
        ];
        let run_of = |run: &Run| {
            map([
                ("start", number(run.start)),
                ("entries", blobs(&run.entries)),
                ("checkpoint", text(run.checkpoint.clone())),
            ])
        };
        pairs.extend(self.run.as_ref().map(|run| ("run", run_of(run))));
        pairs.extend(self.since.map(|since| ("since", Item::Bytes(since.to_vec()))));
        pairs.extend(self.ask.as_ref().map(|ask| {
            let (nonce, renews) = (Item::Bytes(ask.nonce.to_vec()), Item::Bool(ask.renews));
            ("ask", map([("nonce", nonce), ("from", number(ask.from)), ("seen", number(ask.seen)), ("renews", renews)]))
        }));
        pairs.extend(self.reply.as_ref().map(|reply| {
            let held = Item::List(reply.held.iter().cloned().map(text).collect());
            let fields = [("nonce", Item::Bytes(reply.nonce.to_vec())), ("size", number(reply.size)), ("held", held)];
            let mut item = map(fields);
            if let (Item::Map(pairs), Some(run)) = (&mut item, &reply.run) {
                pairs.push(("run".to_owned(), run_of(run)));
            }
            ("reply", item)
        }));
        Item::Map(pairs.into_iter().map(|(name, item)| (name.to_owned(), item)).collect())
    }

    fn read(item: Item) -> Result<Self, Fault> {
        let mut fields = Fields::of(item, "")?;
        if fields.text("format", NAME_LIMIT)? != POUCH_FORMAT {
            return Err(Fault::new(Code::Format, "format"));
        }
        let name = |fields: &mut Fields, name: &str| {
            let place = fields.at(name);
            fields.text(name, NAME_LIMIT)?.parse::<PostName>().map_err(|_| Fault::new(Code::Shape, place))
        };
        let pouch = Self {
            from: name(&mut fields, "from")?,
            to: name(&mut fields, "to")?,
            made_ms: fields.number("made")?,
            have: fields.number("have")?,
            proven: fields.number("proven")?,
            receipts: checkpoints(&mut fields, "receipts")?,
            objects: blobs(&mut fields, "objects", ENVELOPE_LIMIT)?,
            run: fields.maybe("run").map(|item| run(item, "run")).transpose()?,
            openings: blobs(&mut fields, "openings", OPENING_LIMIT)?,
            wants: fields
                .list("wants", POUCH_ITEMS)?
                .into_iter()
                .map(|(place, want)| exactly(want).ok_or_else(|| Fault::new(Code::Shape, place)))
                .collect::<Result<_, _>>()?,
            pieces: fields
                .list("pieces", POUCH_ITEMS)?
                .into_iter()
                .map(|(place, piece)| {
                    let mut fields = Fields::of(piece, &place)?;
                    let piece = Piece {
                        sha256: fields.exactly("sha256")?,
                        offset: fields.number("offset")?,
                        bytes: fields.bytes("bytes", PIECE_LIMIT)?,
                    };
                    fields.done()?;
                    Ok(piece)
                })
                .collect::<Result<_, Fault>>()?,
            since: fields.maybe_exactly("since")?,
            ask: fields.maybe("ask").map(ask).transpose()?,
            reply: fields.maybe("reply").map(reply).transpose()?,
        };
        fields.done()?;
        Ok(pouch)
    }
}

fn checkpoints(fields: &mut Fields, name: &str) -> Result<Vec<String>, Fault> {
    let checkpoint = |(place, item)| match item {
        Item::Text(text) if text.len() <= CHECKPOINT_LIMIT => Ok(text),
        _ => Err(Fault::new(Code::Shape, place)),
    };
    fields.list(name, RECEIPTS_MOST)?.into_iter().map(checkpoint).collect()
}

fn run(item: Item, place: &str) -> Result<Run, Fault> {
    let mut fields = Fields::of(item, place)?;
    let run = Run {
        start: fields.number("start")?,
        entries: blobs(&mut fields, "entries", ENVELOPE_LIMIT)?,
        checkpoint: fields.text("checkpoint", CHECKPOINT_LIMIT)?,
    };
    fields.done()?;
    Ok(run)
}

fn ask(item: Item) -> Result<Ask, Fault> {
    let mut fields = Fields::of(item, "ask")?;
    let (nonce, from, seen) = (fields.exactly("nonce")?, fields.number("from")?, fields.number("seen")?);
    let Item::Bool(renews) = fields.item("renews")? else { return Err(Fault::new(Code::Shape, "ask.renews")) };
    let ask = Ask { nonce, from, seen, renews };
    fields.done()?;
    Ok(ask)
}

fn reply(item: Item) -> Result<Reply, Fault> {
    let mut fields = Fields::of(item, "reply")?;
    let (nonce, size) = (fields.exactly("nonce")?, fields.number("size")?);
    let held = checkpoints(&mut fields, "held")?;
    let run = fields.maybe("run").map(|item| run(item, "reply.run")).transpose()?;
    fields.done()?;
    Ok(Reply { nonce, size, run, held })
}

/// Unpacks one zstd frame into bounded memory: the bytes of a pouch as they were before they were packed.
pub fn unpacked(packed: &[u8]) -> Result<Vec<u8>, Fault> {
    use std::io::Read as _;
    let fault = |_| Fault::new(Code::Encoding, "");
    let mut decoder = zstd::stream::read::Decoder::with_buffer(packed).map_err(fault)?.single_frame();
    decoder.window_log_max(WINDOW_LOG).map_err(fault)?;
    let mut bytes = Vec::new();
    let mut limited = (&mut decoder).take(POUCH_LIMIT as u64 + 1);
    limited.read_to_end(&mut bytes).map_err(fault)?;
    if bytes.len() > POUCH_LIMIT {
        return Err(Fault::new(Code::Size, ""));
    }
    // Nothing may follow the frame.
    let rest = decoder.finish();
    if rest.is_empty() { Ok(bytes) } else { Err(Fault::new(Code::Encoding, "")) }
}

/// The window of zstd is at most 8 MiB, so that unpacking needs little memory.
const WINDOW_LOG: u32 = 23;

fn blobs(fields: &mut Fields, name: &str, limit: usize) -> Result<Vec<Vec<u8>>, Fault> {
    let blob = |(place, item)| match item {
        Item::Bytes(bytes) if bytes.len() <= limit => Ok(bytes),
        _ => Err(Fault::new(Code::Shape, place)),
    };
    fields.list(name, POUCH_ITEMS)?.into_iter().map(blob).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full() -> Pouch {
        let mut pouch = Pouch::empty("vn.a".parse().unwrap(), "cn.b".parse().unwrap(), 5, 7);
        pouch.proven = 3;
        pouch.receipts = vec!["receipt".to_owned(), "another".to_owned()];
        pouch.objects = vec![vec![1]];
        pouch.run = Some(Run { start: 3, entries: vec![vec![2; 400], vec![3]], checkpoint: "text".to_owned() });
        pouch.openings = vec![vec![4; 3]];
        pouch.wants = vec![[5; 32]];
        pouch.pieces = vec![Piece { sha256: [6; 32], offset: 9, bytes: vec![7; 5] }];
        pouch.since = Some([3; 16]);
        pouch.ask = Some(Ask { nonce: [8; 16], from: 2, seen: 4, renews: true });
        pouch.reply = Some(Reply { nonce: [9; 16], size: 11, run: pouch.run.clone(), held: vec!["held".to_owned()] });
        pouch
    }

    #[test]
    fn what_was_packed_is_unpacked() {
        let empty = Pouch::empty("vn.a".parse().unwrap(), "cn.b".parse().unwrap(), 0, 0);
        let replied =
            Pouch { reply: Some(Reply { nonce: [9; 16], size: 0, run: None, held: Vec::new() }), ..empty.clone() };
        for pouch in [full(), empty, replied] {
            assert_eq!(Pouch::unpack(&pouch.pack(9).unwrap()).unwrap(), pouch);
        }
    }

    #[test]
    fn every_cut_and_everything_added_is_refused() {
        let packed = full().pack(3).unwrap();
        for length in 0..packed.len() {
            assert!(Pouch::unpack(&packed[..length]).is_err(), "{length}");
        }
        assert!(Pouch::unpack(&[packed.as_slice(), &[0]].concat()).is_err());
        assert!(Pouch::unpack(&[packed.as_slice(), packed.as_slice()].concat()).is_err());
    }

    #[test]
    fn a_pouch_that_grows_beyond_bounds_is_refused() {
        let zeros = vec![0; POUCH_LIMIT + 1];
        let bomb = zstd::bulk::compress(&zeros, 19).unwrap();
        assert!(bomb.len() < 10_000);
        assert_eq!(Pouch::unpack(&bomb), Err(Fault::new(Code::Size, "")));
    }
}
