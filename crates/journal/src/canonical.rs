//! Deterministic CBOR (RFC 8949 section 4.2.1): one value, one sequence of bytes.
//!
//! Values are null, booleans, integers of 64 bits, texts, lists and maps with text keys. There are no floats, no
//! tags, no indefinite lengths and no double keys. Reading writes the value again and compares, so that bytes which
//! are merely equivalent are refused and never put right.

use minicbor::data::Type;
use minicbor::{Decoder, Encoder};
use serde_json::{Map, Value};

/// How deeply lists and maps may be nested.
pub const DEPTH_LIMIT: usize = 16;
/// How large one value may be, in bytes.
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
    /// Too many bytes.
    #[error("larger than {SIZE_LIMIT} bytes")]
    Size,
    /// Not the bytes that this form would write.
    #[error("not in canonical form at byte {at}")]
    Form {
        /// Where reading stopped or differed.
        at: usize,
    },
}

/// The bytes of a value.
pub fn encode(value: &Value) -> Result<Vec<u8>, NotCanonical> {
    let mut bytes = Vec::new();
    write(value, &mut bytes, 0)?;
    if bytes.len() > SIZE_LIMIT { Err(NotCanonical::Size) } else { Ok(bytes) }
}

/// The value of canonical bytes.
pub fn decode(bytes: &[u8]) -> Result<Value, NotCanonical> {
    if bytes.len() > SIZE_LIMIT {
        return Err(NotCanonical::Size);
    }
    let mut decoder = Decoder::new(bytes);
    let value = read(&mut decoder, 0)?;
    let again = encode(&value)?;
    match again.iter().zip(bytes).position(|(ours, theirs)| ours != theirs) {
        None if again.len() == bytes.len() => Ok(value),
        None => Err(NotCanonical::Form { at: again.len().min(bytes.len()) }),
        Some(at) => Err(NotCanonical::Form { at }),
    }
}

fn write(value: &Value, bytes: &mut Vec<u8>, depth: usize) -> Result<(), NotCanonical> {
    if depth > DEPTH_LIMIT {
        return Err(NotCanonical::Depth);
    }
    // Writing to a vector cannot fail; the encoder's error type is empty.
    let mut out = Encoder::new(&mut *bytes);
    match value {
        Value::Null => drop(out.null()),
        Value::Bool(yes) => drop(out.bool(*yes)),
        Value::Number(number) => match (number.as_u64(), number.as_i64()) {
            (Some(positive), _) => drop(out.u64(positive)),
            (None, Some(negative)) => drop(out.i64(negative)),
            (None, None) => return Err(NotCanonical::Number),
        },
        Value::String(text) => drop(out.str(text)),
        Value::Array(items) => {
            drop(out.array(items.len() as u64));
            for item in items {
                write(item, bytes, depth + 1)?;
            }
        }
        Value::Object(map) => {
            drop(out.map(map.len() as u64));
            for (key, item) in in_order(map) {
                drop(Encoder::new(&mut *bytes).str(key));
                write(item, bytes, depth + 1)?;
            }
        }
    }
    Ok(())
}

/// Keys in the order of their encoded bytes: shorter first, then by byte.
fn in_order(map: &Map<String, Value>) -> Vec<(&String, &Value)> {
    let mut pairs: Vec<_> = map.iter().collect();
    pairs.sort_by(|(a, _), (b, _)| a.len().cmp(&b.len()).then_with(|| a.as_bytes().cmp(b.as_bytes())));
    pairs
}

fn read(decoder: &mut Decoder<'_>, depth: usize) -> Result<Value, NotCanonical> {
    if depth > DEPTH_LIMIT {
        return Err(NotCanonical::Depth);
    }
    let at = decoder.position();
    let fault = |_| NotCanonical::Form { at };
    let value = match decoder.datatype().map_err(fault)? {
        Type::Null => {
            decoder.null().map_err(fault)?;
            Value::Null
        }
        Type::Bool => Value::Bool(decoder.bool().map_err(fault)?),
        Type::U8 | Type::U16 | Type::U32 | Type::U64 => Value::from(decoder.u64().map_err(fault)?),
        Type::I8 | Type::I16 | Type::I32 | Type::I64 => Value::from(decoder.i64().map_err(fault)?),
        Type::String => Value::from(decoder.str().map_err(fault)?),
        Type::Array => {
            let count = decoder.array().map_err(fault)?.ok_or(NotCanonical::Form { at })?;
            let mut items = Vec::new();
            for _ in 0..count {
                items.push(read(decoder, depth + 1)?);
            }
            Value::Array(items)
        }
        Type::Map => {
            let count = decoder.map().map_err(fault)?.ok_or(NotCanonical::Form { at })?;
            let mut map = Map::new();
            for _ in 0..count {
                let key_at = decoder.position();
                let key = decoder.str().map_err(|_| NotCanonical::Form { at: key_at })?.to_owned();
                if map.insert(key, read(decoder, depth + 1)?).is_some() {
                    return Err(NotCanonical::Form { at: key_at });
                }
            }
            Value::Object(map)
        }
        _ => return Err(NotCanonical::Form { at }),
    };
    Ok(value)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn values() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            ".{0,12}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::vec(("[a-z_]{0,6}", inner), 0..6)
                    .prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(value in values()) {
            let bytes = encode(&value).unwrap();
            prop_assert_eq!(decode(&bytes).unwrap(), value);
        }

        #[test]
        fn every_accepted_sequence_of_bytes_is_the_only_one(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
            if let Ok(value) = decode(&bytes) {
                prop_assert_eq!(encode(&value).unwrap(), bytes);
            }
        }
    }

    #[test]
    fn keys_stand_in_the_order_of_their_bytes() {
        let bytes = encode(&json!({ "bb": 1, "a": 2, "b": 3 })).unwrap();
        assert_eq!(bytes, [0xa3, 0x61, b'a', 2, 0x61, b'b', 3, 0x62, b'b', b'b', 1]);
    }

    #[test]
    fn equivalent_but_longer_bytes_are_refused() {
        assert_eq!(decode(&[0x18, 0x01]), Err(NotCanonical::Form { at: 0 }), "1 written in two bytes");
        assert_eq!(decode(&[0x9f, 0xff]), Err(NotCanonical::Form { at: 0 }), "a list without a length");
        assert!(decode(&[0xa2, 0x61, b'b', 1, 0x61, b'a', 2]).is_err(), "keys out of order");
        assert!(decode(&[0xa2, 0x61, b'a', 1, 0x61, b'a', 2]).is_err(), "a key twice");
        assert!(decode(&[0xf9, 0x3c, 0x00]).is_err(), "a float");
        assert!(decode(&[0x01, 0x01]).is_err(), "bytes left over");
    }

    #[test]
    fn deep_and_large_input_is_refused_within_bounds() {
        assert_eq!(decode(&[0x81; 1000]), Err(NotCanonical::Depth));
        assert_eq!(decode(&vec![0; SIZE_LIMIT + 1]), Err(NotCanonical::Size));
        let huge_count = [0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
        assert!(decode(&huge_count).is_err());
        assert_eq!(encode(&json!(1.5)), Err(NotCanonical::Number));
    }
}
