//! Deterministic CBOR (RFC 8949 section 4.2.1): one value, one sequence of bytes.
//!
//! Items are null, booleans, integers of 64 bits, byte strings, texts, lists and maps with text keys. There are no
//! floats, no tags, no indefinite lengths and no double keys. Reading writes the item again and compares, so that
//! bytes which are merely equivalent are refused and never put right.

use minicbor::data::Type;
use minicbor::{Decoder, Encoder};

/// How deeply lists and maps may be nested.
pub const DEPTH_LIMIT: usize = 16;
/// How many items one value may have, each list, map, key and what is in them counted: a byte can be an item, and in
/// memory an item is many bytes.
pub const ITEMS_LIMIT: usize = 1_000_000;
/// How large one value may be, in bytes, unless a format says otherwise.
pub const SIZE_LIMIT: usize = 1 << 20;

/// Why a value or a sequence of bytes is not canonical.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotCanonical {
    /// A number with a fraction or beyond 64 bits.
    #[error("a number is not an integer of 64 bits")]
    Number,
    /// Nested too deeply.
    #[error("nested more than {DEPTH_LIMIT} deep")]
    Depth,
    /// Too many items.
    #[error("more than {ITEMS_LIMIT} items")]
    Items,
    /// Too many bytes.
    #[error("larger than {limit} bytes")]
    Size {
        /// How many were allowed.
        limit: usize,
    },
    /// Not the bytes that this form would write.
    #[error("not in canonical form at byte {at}")]
    Form {
        /// Where reading stopped or differed.
        at: usize,
    },
}

/// One item of canonical CBOR.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// Nothing.
    Null,
    /// Yes or no.
    Bool(bool),
    /// An integer from -2^63 to 2^64-1.
    Int(i128),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A text in UTF-8.
    Text(String),
    /// A list.
    List(Vec<Item>),
    /// A map, in the order in which it was made; it is written in the order of the encoded keys.
    Map(Vec<(String, Item)>),
}

impl Item {
    /// The bytes of this item, at most `limit` of them.
    pub fn to_bytes(&self, limit: usize) -> Result<Vec<u8>, NotCanonical> {
        let mut bytes = Vec::new();
        self.write(&mut bytes, 0, &mut ITEMS_LIMIT.clone())?;
        if bytes.len() > limit { Err(NotCanonical::Size { limit }) } else { Ok(bytes) }
    }

    /// The item of canonical bytes, at most `limit` of them.
    pub fn from_bytes(bytes: &[u8], limit: usize) -> Result<Self, NotCanonical> {
        if bytes.len() > limit {
            return Err(NotCanonical::Size { limit });
        }
        let mut decoder = Decoder::new(bytes);
        let item = read(&mut decoder, 0, &mut ITEMS_LIMIT.clone())?;
        let again = item.to_bytes(limit)?;
        match again.iter().zip(bytes).position(|(ours, theirs)| ours != theirs) {
            None if again.len() == bytes.len() => Ok(item),
            None => Err(NotCanonical::Form { at: again.len().min(bytes.len()) }),
            Some(at) => Err(NotCanonical::Form { at }),
        }
    }

    fn write(&self, bytes: &mut Vec<u8>, depth: usize, left: &mut usize) -> Result<(), NotCanonical> {
        if depth > DEPTH_LIMIT {
            return Err(NotCanonical::Depth);
        }
        one_more(left)?;
        // Writing to a vector cannot fail; the encoder's error type is empty.
        let mut out = Encoder::new(&mut *bytes);
        match self {
            Self::Null => drop(out.null()),
            Self::Bool(yes) => drop(out.bool(*yes)),
            Self::Int(number) => match (u64::try_from(*number), i64::try_from(*number)) {
                (Ok(positive), _) => drop(out.u64(positive)),
                (Err(_), Ok(negative)) => drop(out.i64(negative)),
                (Err(_), Err(_)) => return Err(NotCanonical::Number),
            },
            Self::Bytes(content) => drop(out.bytes(content)),
            Self::Text(text) => drop(out.str(text)),
            Self::List(items) => {
                drop(out.array(items.len() as u64));
                for item in items {
                    item.write(bytes, depth + 1, left)?;
                }
            }
            Self::Map(pairs) => {
                drop(out.map(pairs.len() as u64));
                for (key, item) in in_order(pairs) {
                    one_more(left)?;
                    drop(Encoder::new(&mut *bytes).str(key));
                    item.write(bytes, depth + 1, left)?;
                }
            }
        }
        Ok(())
    }
}

/// Keys in the order of their encoded bytes: shorter first, then by byte.
fn in_order(pairs: &[(String, Item)]) -> Vec<&(String, Item)> {
    let mut sorted: Vec<_> = pairs.iter().collect();
    sorted.sort_by(|(a, _), (b, _)| a.len().cmp(&b.len()).then_with(|| a.as_bytes().cmp(b.as_bytes())));
    sorted
}

/// Counts one item of those that are left.
fn one_more(left: &mut usize) -> Result<(), NotCanonical> {
    *left = left.checked_sub(1).ok_or(NotCanonical::Items)?;
    Ok(())
}

fn read(decoder: &mut Decoder<'_>, depth: usize, left: &mut usize) -> Result<Item, NotCanonical> {
    if depth > DEPTH_LIMIT {
        return Err(NotCanonical::Depth);
    }
    one_more(left)?;
    let at = decoder.position();
    let fault = |_| NotCanonical::Form { at };
    let item = match decoder.datatype().map_err(fault)? {
        Type::Null => {
            decoder.null().map_err(fault)?;
            Item::Null
        }
        Type::Bool => Item::Bool(decoder.bool().map_err(fault)?),
        Type::U8 | Type::U16 | Type::U32 | Type::U64 => Item::Int(decoder.u64().map_err(fault)?.into()),
        Type::I8 | Type::I16 | Type::I32 | Type::I64 => Item::Int(decoder.i64().map_err(fault)?.into()),
        Type::Bytes => Item::Bytes(decoder.bytes().map_err(fault)?.to_vec()),
        Type::String => Item::Text(decoder.str().map_err(fault)?.to_owned()),
        Type::Array => {
            let count = decoder.array().map_err(fault)?.ok_or(NotCanonical::Form { at })?;
            let mut items = Vec::new();
            for _ in 0..count {
                items.push(read(decoder, depth + 1, left)?);
            }
            Item::List(items)
        }
        Type::Map => {
            let count = decoder.map().map_err(fault)?.ok_or(NotCanonical::Form { at })?;
            let mut pairs: Vec<(String, Item)> = Vec::new();
            for _ in 0..count {
                let key_at = decoder.position();
                let key = decoder.str().map_err(|_| NotCanonical::Form { at: key_at })?;
                // Keys come in ascending order, so that a key that is there twice stands next to itself.
                let follows = pairs.last().is_none_or(|(last, _)| {
                    last.len().cmp(&key.len()).then_with(|| last.as_bytes().cmp(key.as_bytes())).is_lt()
                });
                if !follows {
                    return Err(NotCanonical::Form { at: key_at });
                }
                one_more(left)?;
                let key = key.to_owned();
                pairs.push((key, read(decoder, depth + 1, left)?));
            }
            Item::Map(pairs)
        }
        _ => return Err(NotCanonical::Form { at }),
    };
    Ok(item)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn byte_strings_are_told_from_texts() {
        let item = Item::Map(vec![
            ("text".to_owned(), Item::Text("ab".to_owned())),
            ("key".to_owned(), Item::Bytes(vec![0xab])),
            ("least".to_owned(), Item::Int(i64::MIN.into())),
        ]);
        let bytes = item.to_bytes(SIZE_LIMIT).unwrap();
        assert_eq!(bytes[..7], [0xa3, 0x63, b'k', b'e', b'y', 0x41, 0xab]);
        let Item::Map(pairs) = Item::from_bytes(&bytes, SIZE_LIMIT).unwrap() else { panic!("a map") };
        assert_eq!(pairs[0].0, "key");
        assert_eq!(pairs.len(), 3);
    }

    #[test]
    fn numbers_beyond_64_bits_and_longer_values_than_allowed_are_refused() {
        assert_eq!(Item::Int(1 << 64).to_bytes(SIZE_LIMIT), Err(NotCanonical::Number));
        assert_eq!(Item::Bytes(vec![0; 9]).to_bytes(9), Err(NotCanonical::Size { limit: 9 }));
        assert_eq!(Item::from_bytes(&[0; 10], 9), Err(NotCanonical::Size { limit: 9 }));
    }

    #[test]
    fn a_value_of_too_many_items_is_refused_before_it_fills_memory() {
        let listed = |count: u32| [&[0x9a][..], &count.to_be_bytes(), &vec![0xf6; count as usize]].concat();
        let whole = u32::try_from(ITEMS_LIMIT).unwrap();
        assert!(Item::from_bytes(&listed(whole - 1), 32 << 20).is_ok(), "the list is an item too");
        assert_eq!(Item::from_bytes(&listed(whole), 32 << 20), Err(NotCanonical::Items));
        let keyed = |count: u64| Item::Map((0..count).map(|key| (format!("{key:07}"), Item::Null)).collect());
        let half = ITEMS_LIMIT as u64 / 2;
        assert_eq!(keyed(half).to_bytes(32 << 20), Err(NotCanonical::Items), "a key is an item");
        let fits = keyed(half - 1).to_bytes(32 << 20).unwrap();
        assert!(Item::from_bytes(&fits, 32 << 20).is_ok());
    }

    proptest! {
        #[test]
        fn every_accepted_sequence_of_bytes_is_the_only_one(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
            if let Ok(item) = Item::from_bytes(&bytes, SIZE_LIMIT) {
                prop_assert_eq!(item.to_bytes(SIZE_LIMIT).unwrap(), bytes);
            }
        }
    }
}
