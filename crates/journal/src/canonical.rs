//! Values of JSON in the one form in which they may be written: canonical CBOR without byte strings.

use serde_json::{Map, Value};

use crate::cbor::{DEPTH_LIMIT, Item, NotCanonical, SIZE_LIMIT};

/// The bytes of a value.
pub fn encode(value: &Value) -> Result<Vec<u8>, NotCanonical> {
    item_of(value, 0)?.to_bytes(SIZE_LIMIT)
}

/// The value of canonical bytes.
pub fn decode(bytes: &[u8]) -> Result<Value, NotCanonical> {
    value_of(Item::from_bytes(bytes, SIZE_LIMIT)?)
}

/// The item that a value is written as.
pub fn item_of(value: &Value, depth: usize) -> Result<Item, NotCanonical> {
    if depth > DEPTH_LIMIT {
        return Err(NotCanonical::Depth);
    }
    Ok(match value {
        Value::Null => Item::Null,
        Value::Bool(yes) => Item::Bool(*yes),
        Value::Number(number) => match (number.as_u64(), number.as_i64()) {
            (Some(positive), _) => Item::Int(positive.into()),
            (None, Some(negative)) => Item::Int(negative.into()),
            (None, None) => return Err(NotCanonical::Number),
        },
        Value::String(text) => Item::Text(text.clone()),
        Value::Array(items) => Item::List(items.iter().map(|item| item_of(item, depth + 1)).collect::<Result<_, _>>()?),
        Value::Object(map) => {
            let pairs = map.iter().map(|(key, item)| Ok((key.clone(), item_of(item, depth + 1)?)));
            Item::Map(pairs.collect::<Result<_, NotCanonical>>()?)
        }
    })
}

/// The value that an item stands for. JSON has no byte strings: an item with one is refused.
pub fn value_of(item: Item) -> Result<Value, NotCanonical> {
    Ok(match item {
        Item::Null => Value::Null,
        Item::Bool(yes) => Value::Bool(yes),
        Item::Int(number) => match (u64::try_from(number), i64::try_from(number)) {
            (Ok(positive), _) => Value::from(positive),
            (Err(_), Ok(negative)) => Value::from(negative),
            (Err(_), Err(_)) => return Err(NotCanonical::Number),
        },
        Item::Bytes(_) => return Err(NotCanonical::Form { at: 0 }),
        Item::Text(text) => Value::from(text),
        Item::List(items) => Value::Array(items.into_iter().map(value_of).collect::<Result<_, _>>()?),
        Item::Map(pairs) => {
            let pairs = pairs.into_iter().map(|(key, item)| Ok((key, value_of(item)?)));
            Value::Object(pairs.collect::<Result<Map<_, _>, NotCanonical>>()?)
        }
    })
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
        assert_eq!(decode(&vec![0; SIZE_LIMIT + 1]), Err(NotCanonical::Size { limit: SIZE_LIMIT }));
        let huge_count = [0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
        assert!(decode(&huge_count).is_err());
        assert_eq!(encode(&json!(1.5)), Err(NotCanonical::Number));
    }
}
