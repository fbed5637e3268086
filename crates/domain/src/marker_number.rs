//! Marker number: the number of a boundary marker exactly as it stands on the stone and in the protocol.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// The number of a marker: `N`, `N(k)`, `N/k` or `N/k(k)`, with up to three letters before it (`T10`), kept verbatim.
///
/// `N(k)` is one of several stones at one place, `N/k` one set later between two others (domain B.4, B.5). Up to
/// four letters may follow `N` or `k`, after a blank or not, where a line tells variants apart or counts those set later
/// by letters and Roman numbers (`30A`, `30/2B`, `296 B`, `501 II`); each border writes the one or the other. Numbers are
/// ordered as they follow one another along a line: 9, 10, 10(1), 10/1, 11.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MarkerNumber(String);

/// A text that has not the form of a marker number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkerNumberFault;

/// A number taken apart; the fields stand in the order in which numbers are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Parts<'t> {
    letters: &'t str,
    main: u32,
    later: u32,
    main_variant: &'t str,
    later_variant: &'t str,
    stone: u32,
}

impl MarkerNumber {
    /// The marker number with this text, if the text has the form of one. Signs of double width, as Chinese keyboards
    /// give them, are taken for the plain ones.
    pub fn parse(text: &str) -> Option<Self> {
        let plain: String = text.trim().chars().map(single_width).collect();
        taken_apart(&plain).is_some().then_some(Self(plain))
    }

    /// What a fold starts from when the first fact is missing; never seen, because the first fact replaces it.
    pub(crate) fn blank() -> Self {
        Self("0".to_owned())
    }

    /// The number as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number of the place: the same without the stone, `97` for `97(1)`.
    pub fn place(&self) -> Self {
        Self(self.0.split_once('(').map_or(self.0.as_str(), |(place, _)| place).to_owned())
    }

    /// Which of several stones at the place it is: 1 for `97(1)`; none where the number names no stone.
    pub fn stone(&self) -> Option<u32> {
        Some(self.parts().stone).filter(|stone| *stone > 0)
    }

    /// Which one set later between two others it is: 3 for `230/3`; none for a main number.
    pub fn later(&self) -> Option<u32> {
        Some(self.parts().later).filter(|later| *later > 0)
    }

    /// Where the number stands along a line that is numbered from one end to the other, with room for those set later:
    /// 230 gives 230000, 230/3 gives 230003.
    pub fn along(&self) -> u32 {
        let parts = self.parts();
        parts.main * 1000 + parts.later
    }

    fn parts(&self) -> Parts<'_> {
        taken_apart(&self.0).unwrap_or_default()
    }
}

impl Ord for MarkerNumber {
    fn cmp(&self, other: &Self) -> Ordering {
        self.parts().cmp(&other.parts()).then_with(|| self.0.cmp(&other.0))
    }
}

impl PartialOrd for MarkerNumber {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for MarkerNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for MarkerNumberFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a marker number has the form 97, 97(1), 230/11 or 230/11(1)")
    }
}

impl TryFrom<String> for MarkerNumber {
    type Error = MarkerNumberFault;
    fn try_from(text: String) -> Result<Self, MarkerNumberFault> {
        Self::parse(&text).ok_or(MarkerNumberFault)
    }
}

impl From<MarkerNumber> for String {
    fn from(number: MarkerNumber) -> Self {
        number.0
    }
}

impl JsonSchema for MarkerNumber {
    fn schema_name() -> Cow<'static, str> {
        "MarkerNumber".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "minLength": 1, "maxLength": 24 })
    }
}

fn taken_apart(text: &str) -> Option<Parts<'_>> {
    let number = text.trim_start_matches(char::is_alphabetic);
    let letters = text.strip_suffix(number)?;
    let (number, stone) = match number.strip_suffix(')') {
        Some(open) => open.split_once('(').map(|(number, stone)| (number, Some(stone)))?,
        None => (number, None),
    };
    let (main, later) = number.split_once('/').map_or((number, None), |(main, later)| (main, Some(later)));
    let (main, main_variant) = with_variant(main)?;
    let (later, later_variant) = match later.map(with_variant) {
        Some(found) => found.map(|(later, variant)| (Some(later), variant))?,
        None => (None, ""),
    };
    let fits =
        letters.chars().count() <= 3 && is_number(main, 5) && later.is_none_or(counts) && stone.is_none_or(counts);
    let read = |digits: &str| digits.parse::<u32>().ok();
    let parts = Parts {
        letters,
        main: read(main)?,
        later: later.map_or(Some(0), read)?,
        main_variant,
        later_variant,
        stone: stone.map_or(Some(0), read)?,
    };
    fits.then_some(parts)
}

/// The digits and the letters after them; none where what follows the digits is no variant.
fn with_variant(text: &str) -> Option<(&str, &str)> {
    let digits = text.trim_start_matches(|digit: char| digit.is_ascii_digit());
    let (number, ending) = text.split_at(text.len() - digits.len());
    let letters = ending.strip_prefix(' ').unwrap_or(ending);
    let fits = (1..=4).contains(&letters.chars().count()) && letters.chars().all(char::is_alphabetic);
    (ending.is_empty() || fits).then_some((number, letters))
}

fn is_number(text: &str, most: usize) -> bool {
    (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn counts(text: &str) -> bool {
    is_number(text, 3) && !text.starts_with('0')
}

/// The plain form of a sign of double width (U+FF01 to U+FF5E).
fn single_width(sign: char) -> char {
    match u32::from(sign) {
        wide @ 0xff01..=0xff5e => char::from_u32(wide - 0xfee0).unwrap_or(sign),
        _ => sign,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn number(text: &str) -> MarkerNumber {
        MarkerNumber::parse(text).unwrap_or_else(|| panic!("{text}"))
    }

    #[test]
    fn a_marker_number_has_one_of_four_forms_with_or_without_letters() {
        for text in ["0", "87", "1378", "171(1)", "230/11", "229/12", "1000/2(1)", "T10", "T14(2)", "T44(2)", "Đ3"] {
            assert_eq!(MarkerNumber::parse(text).map(|number| number.to_string()).as_deref(), Some(text));
        }
    }

    #[test]
    fn variants_by_letter_survive() {
        for text in [
            "30A",
            "30B(1)",
            "30/2C",
            "314C",
            "30/2B(2)",
            "KM12A",
            "342A",
            "296 B",
            "353 K",
            "501 I",
            "501 VIII",
            "57bis",
            "12/3 A(2)",
        ] {
            assert_eq!(MarkerNumber::parse(text).map(|number| number.to_string()).as_deref(), Some(text));
        }
        assert!(number("30") < number("30(2)") && number("30(2)") < number("30A") && number("30A") < number("30/1"));
    }

    #[test]
    fn what_has_another_form_is_no_marker_number() {
        for text in [
            "", "T", "()", "12(", "12)", "12()", "12/", "/3", "12(0)", "12/0", "12(1)(2)", "12(1)/2", "1 2", "-4",
            "30/A", "123456", "12  A", "12A2", "12 ABCDE", "12 A B",
        ] {
            assert_eq!(MarkerNumber::parse(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_follow_one_another_as_they_do_along_the_line() {
        let texts = ["9", "10", "10(1)", "10(2)", "10/1", "10/1(1)", "10/2", "10/10", "11", "100"];
        let mut numbers: Vec<MarkerNumber> = texts.iter().rev().map(|text| number(text)).collect();
        numbers.sort();
        assert_eq!(numbers.iter().map(MarkerNumber::as_str).collect::<Vec<_>>(), texts);
    }

    #[test]
    fn the_place_of_a_stone_is_its_number_without_the_stone() {
        assert_eq!((number("T44(2)").place(), number("T44(2)").stone()), (number("T44"), Some(2)));
        assert_eq!((number("230/3(1)").place(), number("230/3(1)").later()), (number("230/3"), Some(3)));
        assert_eq!((number("87").place(), number("87").stone(), number("87").later()), (number("87"), None, None));
    }

    #[test]
    fn signs_of_double_width_are_read_as_plain_ones() {
        assert_eq!(number(" ２６１（1） ").as_str(), "261(1)");
    }

    #[test]
    fn a_stored_number_that_is_none_is_not_read() {
        assert!(serde_json::from_str::<MarkerNumber>("\"the bridge\"").is_err());
        assert_eq!(serde_json::to_string(&number("T44(2)")).ok().as_deref(), Some("\"T44(2)\""));
    }

    const FORM: &str = "[A-Z]{0,3}[0-9]{1,5}( ?[A-Z]{1,4})?(/[1-9][0-9]{0,2}( ?[A-C])?)?(\\([1-9][0-9]?\\))?";

    proptest! {
        #[test]
        fn a_marker_number_is_kept_verbatim(text in FORM) {
            let number = MarkerNumber::parse(&text);
            prop_assert_eq!(number.as_ref().map(MarkerNumber::as_str), Some(text.as_str()));
            let again = number.as_ref().and_then(|number| MarkerNumber::parse(&number.to_string()));
            prop_assert_eq!(again, number);
        }

        #[test]
        fn marker_numbers_are_in_one_order_that_agrees_with_equality(a in FORM, b in FORM, c in FORM) {
            let (a, b, c) = (number(&a), number(&b), number(&c));
            prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
            prop_assert_eq!(a.cmp(&b) == Ordering::Equal, a == b);
            let mut sorted = [a, b, c];
            sorted.sort();
            prop_assert!(sorted[0] <= sorted[1] && sorted[1] <= sorted[2] && sorted[0] <= sorted[2]);
        }

        #[test]
        fn a_stone_stands_at_its_place_and_before_the_next_one(main in 1u32..9999, later in 1u32..99, stone in 1u32..9) {
            let (place, next) = (number(&format!("T{main}")), number(&format!("T{}", main + 1)));
            let (stone, later) = (number(&format!("T{main}({stone})")), number(&format!("T{main}/{later}")));
            prop_assert!(place < stone && stone < later && later < next);
            prop_assert!(place.along() < later.along() && later.along() < next.along());
            prop_assert_eq!(stone.place(), place);
        }

        #[test]
        fn no_text_breaks_the_reading_of_a_marker_number(text in any::<String>()) {
            if let Some(number) = MarkerNumber::parse(&text) {
                prop_assert_eq!(MarkerNumber::parse(number.as_str()), Some(number));
            }
        }
    }
}
