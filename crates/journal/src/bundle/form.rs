//! The bytes of a bundle: its shape, before anything in it is verified.

use crate::cbor::Item;
use crate::cover::PATH_MOST;
use crate::document::OPENING_LIMIT;
use crate::envelope::ENVELOPE_LIMIT;
use crate::fault::{Code, Fault};
use crate::fields::{Fields, map};
use crate::identity::NAME_LIMIT;
use crate::tree::Hash;

/// The first field of a bundle.
pub const FORMAT: &str = "twinpost/1/bundle";
/// How large a bundle may be, in bytes.
pub const BUNDLE_LIMIT: usize = 16 << 20;
/// How many of each list a bundle may have.
pub const LIST_LIMIT: usize = 256;
/// How many hashes a proof that an entry stands in a log has at most: a log has at most 2^53 - 1 entries.
const PROOF_MOST: usize = 53;

/// What proves who one side is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BundledSide {
    /// The side's code.
    pub side: String,
    /// Its roots from the first to the one in force, as envelopes.
    pub roots: Vec<Vec<u8>>,
    /// Its posts, as envelopes, ascending by name.
    pub posts: Vec<Vec<u8>>,
    /// Its officers, as envelopes, ascending by key.
    pub officers: Vec<Vec<u8>>,
}

/// A statement with its place in a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BundledStatement {
    /// Its place.
    pub index: u64,
    /// The entry.
    pub entry: Vec<u8>,
    /// The hashes that lead to the root of the checkpoint.
    pub proof: Vec<Hash>,
    /// What covers it, where it is covered.
    pub cover: Option<BundledCover>,
}

/// The statement that covers one of a bundle, with its place in the same log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BundledCover {
    /// Its place.
    pub index: u64,
    /// The entry.
    pub entry: Vec<u8>,
    /// The hashes that lead to the root of the checkpoint.
    pub proof: Vec<Hash>,
    /// The hashes that lead from the covered statement to the root of the cover.
    pub path: Vec<Hash>,
}

/// Statements of one log under one checkpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BundledLog {
    /// The checkpoint, as its text.
    pub checkpoint: String,
    /// The hashes that prove that the log only grew since the checkpoint before; none under the first one of a log.
    pub consistency: Option<Vec<Hash>>,
    /// The statements, ascending by place; none that the checkpoint before has already.
    pub statements: Vec<BundledStatement>,
}

/// A bundle as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bundle {
    /// The digest of the document that it is about.
    pub document: Hash,
    /// The openings of the document and of the words that statements refer to, ascending by digest.
    pub openings: Vec<Vec<u8>>,
    /// The sides, ascending.
    pub sides: Vec<BundledSide>,
    /// The logs, ascending by origin, and each under one checkpoint after the other.
    pub logs: Vec<BundledLog>,
}

impl Bundle {
    /// Its bytes.
    pub fn to_bytes(&self) -> Result<Vec<u8>, Fault> {
        let blobs = |blobs: &[Vec<u8>]| Item::List(blobs.iter().cloned().map(Item::Bytes).collect());
        let sides = self.sides.iter().map(|side| {
            map([
                ("side", Item::Text(side.side.clone())),
                ("roots", blobs(&side.roots)),
                ("posts", blobs(&side.posts)),
                ("officers", blobs(&side.officers)),
            ])
        });
        let logs = self.logs.iter().map(|log| {
            let statements = log.statements.iter().map(|one| {
                let mut pairs = placed(one.index, &one.entry, &one.proof);
                pairs.extend(one.cover.iter().map(|cover| {
                    let mut pairs = placed(cover.index, &cover.entry, &cover.proof);
                    pairs.push(("path".to_owned(), Item::Bytes(cover.path.concat())));
                    ("cover".to_owned(), Item::Map(pairs))
                }));
                Item::Map(pairs)
            });
            let mut pairs = vec![("checkpoint".to_owned(), Item::Text(log.checkpoint.clone()))];
            pairs.extend(log.consistency.iter().map(|path| ("consistency".to_owned(), Item::Bytes(path.concat()))));
            pairs.push(("statements".to_owned(), Item::List(statements.collect())));
            Item::Map(pairs)
        });
        let item = map([
            ("format", Item::Text(FORMAT.to_owned())),
            ("document", Item::Bytes(self.document.to_vec())),
            ("openings", blobs(&self.openings)),
            ("sides", Item::List(sides.collect())),
            ("logs", Item::List(logs.collect())),
        ]);
        item.to_bytes(BUNDLE_LIMIT).map_err(|_| Fault::new(Code::Size, ""))
    }

    /// The bundle of bytes, before anything in it is verified.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Fault> {
        if bytes.len() > BUNDLE_LIMIT {
            return Err(Fault::new(Code::Size, ""));
        }
        let item = Item::from_bytes(bytes, BUNDLE_LIMIT).map_err(|_| Fault::new(Code::Encoding, ""))?;
        let mut fields = Fields::of(item, "")?;
        if fields.text("format", NAME_LIMIT)? != FORMAT {
            return Err(Fault::new(Code::Format, "format"));
        }
        let document = fields.exactly("document")?;
        let openings = blobs(&mut fields, "openings", OPENING_LIMIT)?;
        let sides = lists(&mut fields, "sides", |fields| {
            Ok(BundledSide {
                side: fields.text("side", NAME_LIMIT)?,
                roots: blobs(fields, "roots", ENVELOPE_LIMIT)?,
                posts: blobs(fields, "posts", ENVELOPE_LIMIT)?,
                officers: blobs(fields, "officers", ENVELOPE_LIMIT)?,
            })
        })?;
        let logs = lists(&mut fields, "logs", |fields| {
            Ok(BundledLog {
                checkpoint: fields.text("checkpoint", crate::checkpoint::CHECKPOINT_LIMIT)?,
                consistency: fields.has("consistency").then(|| hashes(fields, "consistency", 54)).transpose()?,
                statements: lists(fields, "statements", |fields| {
                    Ok(BundledStatement {
                        index: fields.number("index")?,
                        entry: fields.bytes("entry", ENVELOPE_LIMIT)?,
                        proof: hashes(fields, "proof", PROOF_MOST)?,
                        cover: fields.has("cover").then(|| cover(fields)).transpose()?,
                    })
                })?,
            })
        })?;
        fields.done()?;
        Ok(Self { document, openings, sides, logs })
    }
}

/// The fields of an entry with its place in a log.
fn placed(index: u64, entry: &[u8], proof: &[Hash]) -> Vec<(String, Item)> {
    let pairs = [
        ("index", Item::Int(index.into())),
        ("entry", Item::Bytes(entry.to_vec())),
        ("proof", Item::Bytes(proof.concat())),
    ];
    pairs.map(|(name, item)| (name.to_owned(), item)).into()
}

fn cover(fields: &mut Fields) -> Result<BundledCover, Fault> {
    let mut fields = Fields::of(fields.item("cover")?, &fields.at("cover"))?;
    let cover = BundledCover {
        index: fields.number("index")?,
        entry: fields.bytes("entry", ENVELOPE_LIMIT)?,
        proof: hashes(&mut fields, "proof", PROOF_MOST)?,
        path: hashes(&mut fields, "path", PATH_MOST)?,
    };
    fields.done()?;
    Ok(cover)
}

/// A list of byte strings.
fn blobs(fields: &mut Fields, name: &str, limit: usize) -> Result<Vec<Vec<u8>>, Fault> {
    let blob = |(place, item)| match item {
        Item::Bytes(bytes) if bytes.len() <= limit => Ok(bytes),
        _ => Err(Fault::new(Code::Shape, place)),
    };
    fields.list(name, LIST_LIMIT)?.into_iter().map(blob).collect()
}

/// A list of maps.
fn lists<T>(fields: &mut Fields, name: &str, read: impl Fn(&mut Fields) -> Result<T, Fault>) -> Result<Vec<T>, Fault> {
    let one = |(place, item): (String, Item)| {
        let mut fields = Fields::of(item, &place)?;
        let value = read(&mut fields)?;
        fields.done()?;
        Ok(value)
    };
    fields.list(name, LIST_LIMIT)?.into_iter().map(one).collect()
}

/// Hashes of a proof, one after the other.
fn hashes(fields: &mut Fields, name: &str, most: usize) -> Result<Vec<Hash>, Fault> {
    let bytes = fields.bytes(name, most * 32)?;
    let (hashes, []) = bytes.as_chunks::<32>() else { return Err(Fault::new(Code::Shape, fields.at(name))) };
    Ok(hashes.to_vec())
}
