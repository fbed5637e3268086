//! How bytes become letters: what is proposed for a file, and the reading itself.
//!
//! A proposal is only that: the dry run shows it with some lines, and an officer may choose another. Bytes that are no
//! letters of the encoding are never replaced by a mark; they are a fault at their cell.

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE, WINDOWS_1258};
use serde::{Deserialize, Serialize};

use super::vietnamese::{composed, likeness, tcvn3, vni};

/// How much of a file is looked at for a proposal.
const SAMPLE: usize = 256 << 10;
/// From this many of a thousand marked words on, a text counts as Vietnamese.
const VIETNAMESE: u32 = 600;
/// Up to this many of a thousand, a text that was taken as it is does not count as Vietnamese.
const NOT_VIETNAMESE: u32 = 300;

/// An encoding of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// Unicode, with or without a byte order mark.
    #[serde(rename = "utf-8")]
    Utf8,
    /// Unicode as some spreadsheet programs call it: two bytes a letter, with a byte order mark.
    #[serde(rename = "utf-16")]
    Utf16,
    /// Chinese, the national standard GB 18030, which reads GBK and GB 2312 as well.
    Gb18030,
    /// Vietnamese, TCVN 5712 VN3, called ABC.
    Tcvn3,
    /// Vietnamese, VNI for Windows.
    Vni,
    /// Vietnamese, code page 1258 of Windows.
    #[serde(rename = "windows-1258")]
    Windows1258,
}

impl Encoding {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] = [Self::Utf8, Self::Utf16, Self::Gb18030, Self::Tcvn3, Self::Vni, Self::Windows1258];

    /// The name, as it is written on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16 => "utf-16",
            Self::Gb18030 => "gb18030",
            Self::Tcvn3 => "tcvn3",
            Self::Vni => "vni",
            Self::Windows1258 => "windows-1258",
        }
    }

    /// The encoding of that name; `abc` is TCVN3.
    pub fn from_code(code: &str) -> Option<Self> {
        let code = code.trim().to_ascii_lowercase();
        if code == "abc" {
            return Some(Self::Tcvn3);
        }
        Self::ALL.into_iter().find(|encoding| encoding.code() == code)
    }

    /// The text of bytes, with marks joined to their letters; none where a byte is no letter of the encoding.
    pub fn decode(self, bytes: &[u8]) -> Option<String> {
        let by = |encoding: &'static encoding_rs::Encoding| {
            encoding.decode_without_bom_handling_and_without_replacement(bytes).map(|text| text.into_owned())
        };
        match self {
            Self::Utf8 => std::str::from_utf8(bytes).ok().map(composed),
            Self::Utf16 if bytes.starts_with(&[0xfe, 0xff]) => by(UTF_16BE).map(|text| composed(&text)),
            Self::Utf16 => by(UTF_16LE).map(|text| composed(&text)),
            Self::Gb18030 => by(GB18030),
            Self::Tcvn3 => tcvn3(bytes),
            Self::Vni => vni(bytes),
            Self::Windows1258 => by(WINDOWS_1258).map(|text| composed(&text)),
        }
    }

    /// The text of letters that were typed in a font of this encoding: each letter stands for the byte it is in
    /// Latin-1. A text with a letter beyond stays as it is, since files mix fonts; none where a byte is no letter.
    pub fn decode_typed(self, text: &str) -> Option<String> {
        if !matches!(self, Self::Tcvn3 | Self::Vni) || text.is_ascii() {
            return Some(composed(text));
        }
        let bytes: Option<Vec<u8>> = text.chars().map(latin).collect();
        match bytes {
            Some(bytes) => self.decode(&bytes),
            None => Some(composed(text)),
        }
    }

    /// The encoding that the bytes of a file of values seem to have.
    pub fn proposed(bytes: &[u8]) -> Self {
        if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
            return Self::Utf16;
        }
        if std::str::from_utf8(bytes).is_ok() {
            return Self::Utf8;
        }
        let sample = whole_lines(bytes);
        // Mostly Unicode with some damaged places: those are faults of their cells.
        if mostly_unicode(sample) {
            return Self::Utf8;
        }
        if is_chinese(sample) {
            return Self::Gb18030;
        }
        let score = |encoding: Self| lossy(encoding, sample).and_then(|text| likeness(&text)).unwrap_or(0);
        let best = [Self::Tcvn3, Self::Vni, Self::Windows1258].map(|encoding| (score(encoding), encoding));
        let best = best.into_iter().reduce(|best, next| if next.0 > best.0 { next } else { best });
        match best {
            Some((score, encoding)) if score >= NOT_VIETNAMESE => encoding,
            _ => Self::Gb18030,
        }
    }

    /// True for a text that has letters beyond ASCII, and none that an old font does not have.
    pub(super) fn may_be_typed(text: &str) -> bool {
        !text.is_ascii() && text.chars().all(|letter| latin(letter).is_some())
    }

    /// The font encoding in which letters seem to have been typed that were taken as they are.
    pub(super) fn suggested(text: &str) -> Option<Self> {
        if likeness(text)? > VIETNAMESE {
            return None;
        }
        let score = |encoding: Self| {
            let words: Vec<String> = text.split_whitespace().filter_map(|word| encoding.decode_typed(word)).collect();
            likeness(&words.join(" ")).unwrap_or(0)
        };
        let best = if score(Self::Tcvn3) >= score(Self::Vni) { Self::Tcvn3 } else { Self::Vni };
        (score(best) >= VIETNAMESE).then_some(best)
    }
}

/// The byte that a letter stands for in Latin-1.
fn latin(letter: char) -> Option<u8> {
    let windows = match letter {
        '…' => 0x85,
        '‘' => 0x91,
        '’' => 0x92,
        '“' => 0x93,
        '”' => 0x94,
        '–' => 0x96,
        '—' => 0x97,
        other => return u8::try_from(u32::from(other)).ok(),
    };
    Some(windows)
}

/// The beginning of a file, up to the end of a line.
fn whole_lines(bytes: &[u8]) -> &[u8] {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let end = sample.iter().rposition(|byte| *byte == b'\n').filter(|_| sample.len() < bytes.len());
    sample.get(..end.unwrap_or(sample.len())).unwrap_or(sample)
}

/// The lines that can be read, for a look at them.
fn lossy(encoding: Encoding, sample: &[u8]) -> Option<String> {
    let lines: Vec<&[u8]> = sample.split(|byte| *byte == b'\n').filter(|line| !line.is_ascii()).collect();
    let read: Vec<String> = lines.iter().filter_map(|line| encoding.decode(line)).collect();
    // An encoding that cannot read half of the lines is not the one.
    (read.len() * 2 >= lines.len()).then(|| read.join("\n"))
}

fn mostly_unicode(sample: &[u8]) -> bool {
    let marks = String::from_utf8_lossy(sample).chars().filter(|c| !c.is_ascii()).fold((0, 0), |(good, bad), c| {
        if c == char::REPLACEMENT_CHARACTER { (good, bad + 1) } else { (good + 1, bad) }
    });
    marks.0 > marks.1 * 4
}

/// True where bytes beyond ASCII come in pairs of the rows of common Chinese characters.
fn is_chinese(sample: &[u8]) -> bool {
    let Some(text) = lossy(Encoding::Gb18030, sample) else { return false };
    let (mut common, mut other) = (0u32, 0u32);
    for letter in text.chars().filter(|c| !c.is_ascii()) {
        let is_common = matches!(letter, '\u{4e00}'..='\u{9fff}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}' | '“' | '”' | '‘' | '’' | '…' | '—' | '·' | '℃' | '№');
        if is_common { common += 1 } else { other += 1 }
    }
    let high: Vec<bool> = sample.iter().map(|byte| *byte >= 0xa1).collect();
    let (mut paired, mut alone, mut run) = (0u32, 0u32, 0u32);
    for is_high in high.into_iter().chain([false]) {
        if is_high {
            run += 1;
        } else {
            if run % 2 == 0 {
                paired += run
            } else {
                alone += run
            }
            run = 0;
        }
    }
    common > other * 8 && paired > alone * 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_is_proposed_for_its_own_text() {
        let utf8 = "Đồn biên phòng;Hội đàm;Tuần tra song phương\n";
        assert_eq!(Encoding::proposed(utf8.as_bytes()), Encoding::Utf8);
        assert_eq!(Encoding::proposed(b"plain,text\n"), Encoding::Utf8);
        let chinese = GB18030.encode("河口边检站,会谈,2026年第一季度边境巡逻\n会谈纪要已签署\n").0;
        assert_eq!(Encoding::proposed(&chinese), Encoding::Gb18030);
        assert_eq!(
            Encoding::proposed(b"H\xe9i \xae\xb5m c\xcap tr\xb9m,\xa7\xe5n bi\xaan ph\xdfng\n"),
            Encoding::Tcvn3
        );
        assert_eq!(
            Encoding::proposed(b"Ho\xe4i \xf1a\xf8m ca\xe1p tra\xefm,\xf1o\xe0n bie\xe2n pho\xf8ng\n"),
            Encoding::Vni
        );
        let page = WINDOWS_1258.encode("Ho\u{323}i đa\u{300}m câ\u{301}p tra\u{323}m\n").0;
        assert_eq!(Encoding::proposed(&page), Encoding::Windows1258);
        assert_eq!(Encoding::proposed(b"\xff\xfea\0"), Encoding::Utf16);
    }

    #[test]
    fn a_damaged_place_does_not_change_the_proposal() {
        let mut bytes = "Đồn biên phòng Lào Cai, hội đàm cấp trạm, tuần tra song phương\n".repeat(20).into_bytes();
        bytes.extend_from_slice(b"\xff\xfe broken\n");
        assert_eq!(Encoding::proposed(&bytes), Encoding::Utf8);
    }

    #[test]
    fn wrong_bytes_are_told_and_never_replaced() {
        assert_eq!(Encoding::Utf8.decode(b"a\xff"), None);
        assert_eq!(Encoding::Gb18030.decode(b"a\xff"), None);
        assert_eq!(Encoding::Utf8.decode("e\u{301}".as_bytes()).as_deref(), Some("é"));
    }

    #[test]
    fn letters_typed_in_an_old_font_are_known_and_read() {
        let typed = "Hoäi ñaøm caáp traïm, ñoàn bieân phoøng";
        assert_eq!(Encoding::suggested(typed), Some(Encoding::Vni));
        assert_eq!(Encoding::Vni.decode_typed(typed).as_deref(), Some("Hội đàm cấp trạm, đồn biên phòng"));
        let typed = "Héi ®µm cÊp tr¹m, ®ån biªn phßng";
        assert_eq!(Encoding::suggested(typed), Some(Encoding::Tcvn3));
        assert_eq!(Encoding::Tcvn3.decode_typed(typed).as_deref(), Some("Hội đàm cấp trạm, đồn biên phòng"));
        assert_eq!(Encoding::Vni.decode_typed("Hội đàm").as_deref(), Some("Hội đàm"), "Unicode stays as it is");
        assert_eq!(Encoding::suggested("Hội đàm cấp trạm"), None);
        assert_eq!(Encoding::suggested("café 北京"), None);
    }

    #[test]
    fn names_are_read_as_people_write_them() {
        assert_eq!(Encoding::from_code(" ABC "), Some(Encoding::Tcvn3));
        assert_eq!(Encoding::from_code("GB18030"), Some(Encoding::Gb18030));
        assert_eq!(Encoding::from_code("latin-1"), None);
        for encoding in Encoding::ALL {
            assert_eq!(serde_json::to_value(encoding).unwrap(), encoding.code());
        }
    }
}
