//! Days and months inside a text, as people write them in five languages: `14.02.2026`, `2026-02-14`, `Feb 2026`,
//! `ngày 14 tháng 2 năm 2026`, `2026年2月14日`, `ວັນທີ 14 ເດືອນ 2 ປີ 2026`, `ថ្ងៃទី១៤ ខែកុម្ភៈ ឆ្នាំ២០២៦`.
//!
//! A day stands before its month, as both sides write it; a month without a year is no date.

/// A day, or a whole month, and where it stands in the smoothed text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The year, 1900 to 2199.
    pub year: u32,
    /// The month, from 1.
    pub month: u32,
    /// The day of the month; none for a whole month.
    pub day: Option<u32>,
    /// Where it begins, in bytes.
    pub from: usize,
    /// Where it ends, in bytes.
    pub to: usize,
}

impl Dated {
    /// `2026-02-14`, or `2026-02` for a whole month.
    pub fn text(&self) -> String {
        let Self { year, month, .. } = self;
        self.day.map_or_else(|| format!("{year:04}-{month:02}"), |day| format!("{year:04}-{month:02}-{day:02}"))
    }
}

/// Names of months by their beginnings, folded; a name of English, Lao or Khmer.
const MONTHS: [(&[&str], u32); 12] = [
    (&["january", "jan", "ມັງກອນ", "មករា"], 1),
    (&["february", "feb", "ກຸມພາ", "កុម្ភៈ"], 2),
    (&["march", "mar", "ມີນາ", "មីនា"], 3),
    (&["april", "apr", "ເມສາ", "មេសា"], 4),
    (&["may", "ພຶດສະພາ", "ឧសភា"], 5),
    (&["june", "jun", "ມິຖຸນາ", "មិថុនា"], 6),
    (&["july", "jul", "ກໍລະກົດ", "កក្កដា"], 7),
    (&["august", "aug", "ສິງຫາ", "សីហា"], 8),
    (&["september", "sept", "sep", "ກັນຍາ", "កញ្ញា"], 9),
    (&["october", "oct", "ຕຸລາ", "តុលា"], 10),
    (&["november", "nov", "ພະຈິກ", "វិច្ឆិកា"], 11),
    (&["december", "dec", "ທັນວາ", "ធ្នូ"], 12),
];
const MONTH_WORDS: [&str; 5] = ["tháng", "thang", "月", "ເດືອນ", "ខែ"];
const YEAR_WORDS: [&str; 5] = ["năm", "nam", "年", "ປີ", "ឆ្នាំ"];
const DAY_WORDS: [&str; 7] = ["ngày", "ngay", "日", "号", "ວັນທີ", "ថ្ងៃទី", "ថ្ងៃ"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Item {
    /// A number and how many digits it has.
    Number(u32, usize),
    /// The name of a month.
    Name(u32),
    Month,
    Year,
    Day,
    Mark(char),
    Other,
}

/// The dates in a smoothed text, in order, none inside another.
pub fn dates(smooth: &str) -> Vec<Dated> {
    if !has_year(smooth) {
        return Vec::new();
    }
    let items = items(smooth);
    let mut found = Vec::new();
    let mut at = 0;
    while at < items.len() {
        let before = at.checked_sub(1).map(|place| items[place].0);
        match read(&items[at..], before) {
            Some((year, month, day, length)) => {
                let (from, to) = (items[at].1, items[at + length - 1].2);
                found.push(Dated { year, month, day, from, to });
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// True when four digits stand together somewhere: most texts have no date, and are not looked at further.
fn has_year(text: &str) -> bool {
    text.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit))
}

fn items(smooth: &str) -> Vec<(Item, usize, usize)> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(c) = smooth[at..].chars().next() {
        let rest = &smooth[at..];
        let (item, length) = if c.is_ascii_digit() {
            number(rest)
        } else if super::tokens::is_dense(c) {
            dense(rest, c)
        } else if c.is_alphabetic() {
            let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
            (latin(&rest[..length]), length)
        } else {
            (Item::Mark(c), c.len_utf8())
        };
        if !matches!(item, Item::Mark(c) if c.is_whitespace() || c == ',') {
            out.push((item, at, at + length));
        }
        at += length;
    }
    out
}

fn number(rest: &str) -> (Item, usize) {
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let after = &rest[digits..];
    let ordinal = ["th", "st", "nd", "rd"]
        .iter()
        .find(|end| after.starts_with(**end) && !after[2..].starts_with(char::is_alphanumeric));
    let length = digits + ordinal.map_or(0, |end| end.len());
    let is_word = rest[length..].starts_with(|c: char| c.is_alphabetic() && !super::tokens::is_dense(c));
    let value = rest[..digits].parse().ok().filter(|_| digits <= 4 && !is_word);
    (value.map_or(Item::Other, |value| Item::Number(value, digits)), length)
}

fn dense(rest: &str, c: char) -> (Item, usize) {
    let word = |words: &[&str]| words.iter().find(|word| rest.starts_with(**word)).map(|word| word.len());
    if let Some(length) = word(&DAY_WORDS) {
        return (Item::Day, length);
    }
    if let Some(length) = word(&MONTH_WORDS) {
        return (Item::Month, length);
    }
    if let Some(length) = word(&YEAR_WORDS) {
        return (Item::Year, length);
    }
    for (names, month) in MONTHS {
        if let Some(length) = word(names) {
            return (Item::Name(month), length);
        }
    }
    (Item::Other, c.len_utf8())
}

fn latin(word: &str) -> Item {
    if DAY_WORDS.contains(&word) || word == "of" {
        return Item::Day;
    }
    if MONTH_WORDS.contains(&word) {
        return Item::Month;
    }
    if YEAR_WORDS.contains(&word) {
        return Item::Year;
    }
    MONTHS.iter().find(|(names, _)| names.contains(&word)).map_or(Item::Other, |(_, month)| Item::Name(*month))
}

type Read = (u32, u32, Option<u32>, usize);

/// The date with which the items begin, and of how many items it is made.
fn read(items: &[(Item, usize, usize)], before: Option<Item>) -> Option<Read> {
    use Item::{Day, Mark, Month, Name, Number, Year};
    let item = |place: usize| items.get(place).map(|(item, ..)| *item);
    let joins = |item: Option<Item>| matches!(item, Some(Mark('/' | '.' | '-')));
    let eight = [item(0), item(1), item(2), item(3), item(4), item(5), item(6), item(7)];
    if let [Some(Number(a, first)), Some(Mark(one @ ('.' | '/' | '-'))), Some(Number(b, _)), rest @ ..] = eight {
        if joins(before) {
            return None;
        }
        if let [Some(Mark(other)), Some(Number(c, last)), ..] = rest
            && other == one
        {
            let (year, day) = if first == 4 { (a, c) } else { (c, a) };
            return (first == 4 || last == 4).then(|| checked(year, b, Some(day), 5)).flatten();
        }
        let follows = joins(rest[0]) && matches!(rest[1], Some(Number(..) | Item::Other | Name(_)));
        return match (first, item(2), follows) {
            (4, Some(Number(month, 2)), false) if one == '-' => checked(a, month, None, 3),
            (1 | 2, Some(Number(year, 4)), false) if one != '-' => checked(year, a, None, 3),
            _ => None,
        };
    }
    if let Some(Number(year, 4)) = item(0)
        && item(1) == Some(Year)
        && let (Some(Number(month, 1 | 2)), Some(Month)) = (item(2), item(3))
    {
        return match (item(4), item(5)) {
            (Some(Number(day, 1 | 2)), Some(Day)) => checked(year, month, Some(day), 6),
            _ => checked(year, month, None, 4),
        };
    }
    // The words around the numbers make the date: they are passed over one by one.
    let mut at = usize::from(item(0) == Some(Day));
    let mut day = None;
    if let Some(Number(number, 1 | 2)) = item(at)
        && matches!((item(at + 1), item(at + 2)), (Some(Month | Name(_)), _) | (Some(Day), Some(Month | Name(_))))
    {
        (day, at) = (Some(number), at + 1);
    } else if at > 0 {
        return None;
    }
    at += usize::from(day.is_some() && item(at) == Some(Day));
    let has_word = item(at) == Some(Month);
    at += usize::from(has_word);
    let month = match item(at)? {
        Name(month) => month,
        Number(month, 1 | 2) if has_word => month,
        _ => return None,
    };
    let is_name = matches!(item(at), Some(Name(_)));
    at += 1;
    at += usize::from(is_name && item(at) == Some(Mark('.')));
    if is_name
        && day.is_none()
        && let (Some(Number(number, 1 | 2)), Some(Number(_, 4))) = (item(at), item(at + 1))
    {
        (day, at) = (Some(number), at + 1);
    }
    if matches!(item(at), Some(Year | Mark('.' | '/' | '-'))) {
        at += 1;
    }
    match item(at) {
        Some(Number(year, 4)) => checked(year, month, day, at + 1),
        _ => None,
    }
}

/// The date, if there is such a day.
fn checked(year: u32, month: u32, day: Option<u32>, length: usize) -> Option<Read> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    let fits = (1900..2200).contains(&year) && day.is_none_or(|day| (1..=days).contains(&day));
    fits.then_some((year, month, day, length))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::search::tokens::smooth;

    fn found(text: &str) -> Vec<String> {
        dates(&smooth(text)).iter().map(Dated::text).collect()
    }

    #[test]
    fn a_day_is_read_in_every_way_it_is_written() {
        for text in [
            "14.02.2026",
            "14/2/2026",
            "14-02-2026",
            "2026-02-14",
            "2026/02/14",
            "ngày 14 tháng 2 năm 2026",
            "Ngày 14 tháng 02 năm 2026",
            "14 tháng 2, 2026",
            "2026年2月14日",
            "2026 年 2 月 14 日",
            "14 Feb 2026",
            "14th of February, 2026",
            "February 14, 2026",
            "Feb. 14 2026",
            "ວັນທີ 14 ເດືອນ 2 ປີ 2026",
            "ວັນທີ ໑໔ ກຸມພາ ໒໐໒໖",
            "ថ្ងៃទី១៤ ខែកុម្ភៈ ឆ្នាំ២០២៦",
            "ថ្ងៃទី 14 ខែ 2 ឆ្នាំ 2026",
            "(14.02.2026)",
            "held 14.02.2026.",
        ] {
            assert_eq!(found(text), ["2026-02-14"], "{text}");
        }
    }

    #[test]
    fn a_month_is_read_in_every_way_it_is_written() {
        for text in [
            "tháng 2 năm 2026",
            "thang 2/2026",
            "2026年2月",
            "Feb 2026",
            "February 2026",
            "02/2026",
            "2026-02",
            "ເດືອນ 2 ປີ 2026",
            "ເດືອນກຸມພາ 2026",
            "ខែកុម្ភៈ ឆ្នាំ២០២៦",
        ] {
            assert_eq!(found(text), ["2026-02"], "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_not_read_as_one() {
        for text in [
            "12/2026/CV",
            "31.02.2026",
            "97(1)",
            "2026",
            "May you be well",
            "1234-5678",
            "14/2",
            "0/2026",
            "13/2026",
            "3.5.12",
            "a14.02.2026b2026",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
        assert_eq!(found("from 1.2.2026 until 14.02.2026"), ["2026-02-01", "2026-02-14"]);
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_reading_of_dates(text in "[0-9./a-z月年 -]{0,40}") {
            let smoothed = smooth(&text);
            for dated in dates(&smoothed) {
                prop_assert!(dated.from < dated.to && smoothed.is_char_boundary(dated.from));
            }
        }
    }
}
