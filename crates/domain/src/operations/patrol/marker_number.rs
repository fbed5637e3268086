//! Marker number: the number of a boundary marker exactly as it stands on the stone and in the protocol.

use std::fmt;

/// The number of a marker, kept verbatim: `N`, `N(k)`, `N/k` or `N/k(k)`, with up to three letters before it (`T10`)
/// and up to four after it (`342A`, `296 B`, `501 II`).
///
/// `N(k)` is one of several stones at one place; `N/k`, a letter or a Roman number after it is one set later between
/// two others. Each border writes the one or the other; none is asked for here.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MarkerNumber(String);

impl MarkerNumber {
    /// The marker number with this text, if the text has the form of one.
    pub fn parse(text: &str) -> Option<Self> {
        let letters = text.chars().take_while(|letter| letter.is_alphabetic()).count();
        let number = text.trim_start_matches(char::is_alphabetic);
        let (number, stone) = match number.strip_suffix(')') {
            Some(open) => open.split_once('(').map(|(number, stone)| (number, Some(stone)))?,
            None => (number, None),
        };
        let (number, ending) =
            number.split_at(number.find(|c: char| c == ' ' || c.is_alphabetic()).unwrap_or(number.len()));
        let (main, later) = number.split_once('/').map_or((number, None), |(main, later)| (main, Some(later)));
        let fits = letters <= 3 && is_number(main, 5) && later.is_none_or(counts) && stone.is_none_or(counts);
        (fits && has_ending(ending)).then(|| Self(text.to_owned()))
    }

    /// The number as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for MarkerNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_number(text: &str, most: usize) -> bool {
    (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Nothing, or letters directly after the number or after one blank.
fn has_ending(text: &str) -> bool {
    let letters = text.strip_prefix(' ').unwrap_or(text);
    text.is_empty() || (1..=4).contains(&letters.chars().count()) && letters.chars().all(char::is_alphabetic)
}

fn counts(text: &str) -> bool {
    is_number(text, 3) && !text.starts_with('0')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_marker_number_has_one_of_four_forms_with_or_without_letters() {
        let plain = ["0", "87", "1378", "171(1)", "230/11", "229/12", "1000/2(1)", "T10", "T14(2)", "Đ3"];
        for text in plain.into_iter().chain(["342A", "296 B", "353 K", "501 I", "501 VIII", "57bis", "12/3 A(2)"]) {
            assert_eq!(MarkerNumber::parse(text).map(|number| number.to_string()).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_has_another_form_is_no_marker_number() {
        for text in [
            "", "T", "()", "12(", "12)", "12()", "12/", "/3", "12(0)", "12/0", "12(1)(2)", "12(1)/2", "1 2", "-4",
            "12 ", "12  A", "12A2", "12 ABCDE", "12 A B", "12A/2",
        ] {
            assert_eq!(MarkerNumber::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_marker_number_is_kept_verbatim(text in "[A-Z]{0,3}[0-9]{1,5}(/[1-9][0-9]{0,2})?( ?[A-Z]{1,4})?(\\([1-9]\\))?") {
            let number = MarkerNumber::parse(&text);
            prop_assert_eq!(number.as_ref().map(MarkerNumber::as_str), Some(text.as_str()));
        }

        #[test]
        fn no_text_breaks_the_reading_of_a_marker_number(text in any::<String>()) {
            let _ = MarkerNumber::parse(&text);
        }
    }
}
