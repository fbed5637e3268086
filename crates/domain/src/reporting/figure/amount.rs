//! Amount: a number as it was published, whole or with decimals, kept without rounding.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How many millionths make one.
const ONE: i64 = 1_000_000;
/// The first whole number that is too large.
const LIMIT: i64 = 1_000_000_000_000;

/// A number from 0 to below 10^12 with at most six decimals. Written as a whole number where it is one, else as text:
/// `2500`, `"18.6"`; never as a binary fraction, which would change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(i64);

impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The amount written like `2500` or `18.6`: digits, a point, digits; nothing that separates thousands.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, decimals) = text.split_once('.').map_or((text, None), |(whole, rest)| (whole, Some(rest)));
        let decimals = decimals.map_or(Some(0), |rest| {
            let kept = digits(rest, 6)?;
            Some(kept * 10_i64.pow(6 - u32::try_from(rest.len()).ok()?))
        })?;
        Some(Self(digits(whole, 12)? * ONE + decimals))
    }

    /// A whole amount.
    pub fn whole(number: u64) -> Option<Self> {
        let number = i64::try_from(number).ok().filter(|number| *number < LIMIT)?;
        Some(Self(number * ONE))
    }

    /// Both together, unless that is too large.
    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).filter(|sum| *sum < LIMIT * ONE).map(Self)
    }

    /// The whole number, where there are no decimals.
    pub const fn as_whole(self) -> Option<i64> {
        if self.0 % ONE == 0 { Some(self.0 / ONE) } else { None }
    }
}

/// The number written with one to so many ASCII digits and nothing else.
fn digits(text: &str, most: usize) -> Option<i64> {
    let fits = (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.as_whole() {
            Some(whole) => whole.fmt(f),
            None => {
                let decimals = format!("{:06}", self.0 % ONE);
                write!(f, "{}.{}", self.0 / ONE, decimals.trim_end_matches('0'))
            }
        }
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.as_whole() {
            Some(whole) => serializer.serialize_i64(whole),
            None => serializer.serialize_str(&self.to_string()),
        }
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl Visitor<'_> for Reader {
            type Value = Amount;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number below 10^12 such as 2500, or as text with at most six decimals such as \"18.6\"")
            }
            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Amount, E> {
                Amount::whole(number).ok_or_else(|| E::invalid_value(de::Unexpected::Unsigned(number), &self))
            }
            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Amount, E> {
                let read = u64::try_from(number).ok().and_then(Amount::whole);
                read.ok_or_else(|| E::invalid_value(de::Unexpected::Signed(number), &self))
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Amount, E> {
                Amount::parse(text.trim()).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

impl JsonSchema for Amount {
    fn schema_name() -> Cow<'static, str> {
        "Amount".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "anyOf": [
            { "type": "string", "pattern": "^[0-9]{1,12}([.][0-9]{1,6})?$", "maxLength": 19 },
            { "type": "integer", "minimum": 0, "maximum": LIMIT - 1 }
        ] })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_number_is_kept_as_it_was_published() {
        for (text, json) in [("2500", "2500"), ("18.6", "\"18.6\""), ("0", "0"), ("18.60", "\"18.6\""), ("7.0", "7")] {
            let amount = Amount::parse(text).unwrap();
            assert_eq!(serde_json::to_string(&amount).unwrap(), json);
            assert_eq!(serde_json::from_str::<Amount>(json).unwrap(), amount);
        }
    }

    #[test]
    fn what_is_no_plain_number_is_not_guessed_at() {
        for text in ["", "2,500", "2 500", "-1", "1.", ".5", "1e3", "1.2345678", "1000000000000", "١"] {
            assert_eq!(Amount::parse(text), None, "{text}");
        }
        for json in ["18.6", "-1", "true", "1000000000000", "null"] {
            assert!(serde_json::from_str::<Amount>(json).is_err(), "{json}");
        }
    }

    proptest! {
        #[test]
        fn adding_is_exact(a in 0..LIMIT * ONE / 2, b in 0..LIMIT * ONE / 2) {
            let sum = Amount(a).plus(Amount(b)).unwrap();
            prop_assert_eq!(sum, Amount(a + b));
            prop_assert_eq!(Amount::parse(&sum.to_string()), Some(sum));
        }
    }

    #[test]
    fn a_sum_that_is_too_large_is_no_sum() {
        let most = Amount::parse("999999999999.999999").unwrap();
        assert_eq!(most.plus(Amount(1)), None);
    }
}
