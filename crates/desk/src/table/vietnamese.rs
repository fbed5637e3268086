//! Vietnamese as it was written before Unicode: the tables of TCVN3 (ABC) and VNI, and how a Vietnamese syllable looks.
//!
//! TCVN3 is code table VN3 of the standard TCVN 5712:1993; the bytes that only its table VN1 has are read as well.
//! VNI is the encoding of VNI Software Company for Windows, in which most marks follow their letter. No kept library
//! reads either, so the tables stand here; the vectors beside this file freeze every one of the 134 marked letters.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// The letters of bytes 0x80 to 0xff in TCVN 5712; five of them are marks that follow their letter.
const TCVN3: &str = "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ\u{a0}ĂÂÊÔƠƯĐăâêôơưđẰ\u{300}\u{309}\u{303}\u{301}\u{323}\
                     àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ";

/// In VNI: a letter, the bytes of its marks and the letters they make together.
const VNI_MARKED: [(u8, &[u8], &str); 7] = [
    (b'a', b"\xf9\xf8\xfb\xf5\xef\xe2\xe1\xe0\xe5\xe3\xe4\xea\xe9\xe8\xfa\xfc\xeb", "áàảãạâấầẩẫậăắằẳẵặ"),
    (b'e', b"\xf9\xf8\xfb\xf5\xef\xe2\xe1\xe0\xe5\xe3\xe4", "éèẻẽẹêếềểễệ"),
    (b'o', b"\xf9\xf8\xfb\xf5\xef\xe2\xe1\xe0\xe5\xe3\xe4", "óòỏõọôốồổỗộ"),
    (b'u', b"\xf9\xf8\xfb\xf5\xef", "úùủũụ"),
    (b'y', b"\xf9\xf8\xfb\xf5", "ýỳỷỹ"),
    (0xf4, b"\xf9\xf8\xfb\xf5\xef", "ớờởỡợ"),
    (0xf6, b"\xf9\xf8\xfb\xf5\xef", "ứừửữự"),
];
/// In VNI: the letters that are one byte.
const VNI_ALONE: [(u8, char); 9] = [
    (0xed, 'í'),
    (0xec, 'ì'),
    (0xe6, 'ỉ'),
    (0xf3, 'ĩ'),
    (0xf2, 'ị'),
    (0xee, 'ỵ'),
    (0xf1, 'đ'),
    (0xf4, 'ơ'),
    (0xf6, 'ư'),
];

/// What is a capital in bytes above 0x7f stands this much before its small letter.
const CAPITAL: u8 = 0x20;

/// The text of TCVN3 bytes; none where a byte is no letter.
pub(super) fn tcvn3(bytes: &[u8]) -> Option<String> {
    let table: Vec<char> = TCVN3.chars().collect();
    let letter = |byte: &u8| match byte {
        0..0x80 => Some(char::from(*byte)),
        0xa0 => Some(' '),
        high => table.get(usize::from(high - 0x80)).copied(),
    };
    let text: Option<String> = bytes.iter().map(letter).collect();
    Some(composed(&text?))
}

/// The text of VNI bytes; none where a byte is no letter and no mark of the letter before it.
pub(super) fn vni(bytes: &[u8]) -> Option<String> {
    let mut text = String::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        let marked = after.first().and_then(|mark| marked(*first, *mark));
        let (letter, used) = match marked {
            Some(letter) => (letter, 2),
            None => (alone(*first)?, 1),
        };
        text.push(letter);
        rest = rest.get(used..).unwrap_or_default();
    }
    Some(text)
}

fn small(byte: u8) -> u8 {
    if (0xc0..0xe0).contains(&byte) { byte + CAPITAL } else { byte.to_ascii_lowercase() }
}

fn marked(letter: u8, mark: u8) -> Option<char> {
    if mark < 0xc0 {
        return None;
    }
    let (_, marks, letters) = VNI_MARKED.into_iter().find(|(of, ..)| *of == small(letter))?;
    let place = marks.iter().position(|known| *known == small(mark))?;
    in_case(letters.chars().nth(place)?, letter)
}

fn alone(byte: u8) -> Option<char> {
    match byte {
        0..0x80 => Some(char::from(byte)),
        0xa0 => Some(' '),
        // Quotation marks, dashes and dots as Windows has them.
        0x85 => Some('…'),
        0x91 => Some('‘'),
        0x92 => Some('’'),
        0x93 => Some('“'),
        0x94 => Some('”'),
        0x96 => Some('–'),
        0x97 => Some('—'),
        0xa7 | 0xab | 0xb0 | 0xb7 | 0xbb => Some(char::from(byte)),
        high => VNI_ALONE.into_iter().find(|(known, _)| *known == small(high)).and_then(|(_, c)| in_case(c, high)),
    }
}

/// The letter as a capital where its first byte is one.
fn in_case(letter: char, of: u8) -> Option<char> {
    if small(of) == of { Some(letter) } else { letter.to_uppercase().next() }
}

/// The text with marks joined to their letters.
pub(crate) fn composed(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}

const INITIALS: [&str; 28] = [
    "ngh", "ng", "nh", "gh", "gi", "kh", "ph", "qu", "th", "tr", "ch", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
    "n", "p", "r", "s", "t", "v", "x", "",
];
const NUCLEI: &str = " a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iêu iu oa oai oao oay oă oe oeo oi ôi ơi oo ua uâ \
                      uây uê ui uô uôi uơ uy uya uyê uyu ưa ưi ươ ươi ươu ưu yê yêu ";
const FINALS: [&str; 9] = ["ng", "nh", "ch", "c", "m", "n", "p", "t", ""];

/// True for a word that could be a Vietnamese syllable.
fn is_syllable(word: &str) -> bool {
    let lower = word.to_lowercase();
    let apart = DecomposingNormalizerBorrowed::new_nfd().normalize(&lower);
    let is_tone = |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    if apart.chars().filter(is_tone).count() > 1 {
        return false;
    }
    let plain = composed(&apart.chars().filter(|c| !is_tone(c)).collect::<String>());
    INITIALS.iter().filter_map(|initial| plain.strip_prefix(initial)).any(|rest| {
        FINALS
            .iter()
            .filter_map(|last| rest.strip_suffix(last))
            .any(|nucleus| !nucleus.is_empty() && !nucleus.contains(' ') && NUCLEI.contains(&format!(" {nucleus} ")))
    })
}

/// How many of a thousand words with marked letters could be Vietnamese; none where there are no such words.
pub(super) fn likeness(text: &str) -> Option<u32> {
    let words = text.split(|c: char| !c.is_alphabetic() && !matches!(c, '\u{300}'..='\u{36f}'));
    let marked: Vec<&str> = words.filter(|word| !word.is_ascii()).take(2_000).collect();
    let fitting = marked.iter().filter(|word| is_syllable(word)).count();
    let all = u32::try_from(marked.len()).ok().filter(|all| *all > 0)?;
    Some(u32::try_from(fitting).unwrap_or(0) * 1000 / all)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A letter and its bytes, as a frozen file has them.
    fn vectors(text: &str) -> Vec<(String, Vec<u8>)> {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        let read = |line: &str| {
            let (letter, bytes) = line.split_once('\t').unwrap();
            (letter.to_owned(), bytes.split(' ').map(|byte| u8::from_str_radix(byte, 16).unwrap()).collect())
        };
        lines.map(read).collect()
    }

    /// Every marked letter of Vietnamese, small and capital.
    fn letters() -> Vec<String> {
        let tones = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"];
        let vowels = "aăâeêioôơuưy".chars().flat_map(|vowel| tones.map(|tone| composed(&format!("{vowel}{tone}"))));
        let small: Vec<String> = vowels.chain(["đ".to_owned()]).filter(|letter| !letter.is_ascii()).collect();
        let capital: Vec<String> = small.iter().map(|letter| letter.to_uppercase()).collect();
        small.into_iter().chain(capital).collect()
    }

    #[test]
    fn every_marked_letter_has_its_bytes_in_both_encodings() {
        type Decoder = fn(&[u8]) -> Option<String>;
        let decoders: [(&str, Decoder); 2] =
            [(include_str!("vectors/tcvn3.txt"), tcvn3), (include_str!("vectors/vni.txt"), vni)];
        for (file, decode) in decoders {
            let vectors = vectors(file);
            let mut found: Vec<String> = vectors.iter().map(|(letter, _)| letter.clone()).collect();
            let mut wanted = letters();
            assert_eq!((found.len(), wanted.len()), (134, 134));
            for (letter, bytes) in &vectors {
                assert_eq!(decode(bytes).as_ref(), Some(letter), "{bytes:x?}");
                let inside = [b"(x ".as_slice(), bytes, b"ng 1)"].concat();
                assert_eq!(decode(&inside), Some(format!("(x {letter}ng 1)")), "{bytes:x?}");
            }
            found.sort();
            wanted.sort();
            assert_eq!(found, wanted);
        }
    }

    #[test]
    fn whole_words_are_read() {
        assert_eq!(tcvn3(b"H\xe9i \xae\xb5m c\xcap tr\xb9m").as_deref(), Some("Hội đàm cấp trạm"));
        assert_eq!(vni(b"Ho\xe4i \xf1a\xf8m ca\xe1p tra\xefm").as_deref(), Some("Hội đàm cấp trạm"));
        assert_eq!(vni(b"\xd1O\xc0N BIE\xc2N PHO\xd8NG").as_deref(), Some("ĐỒN BIÊN PHÒNG"));
    }

    #[test]
    fn bytes_that_are_no_letters_are_not_guessed() {
        assert_eq!(vni(b"x\xff"), None);
        assert_eq!(vni(b"k\xf9"), None);
        assert_eq!(vni(b"\x81"), None);
    }

    #[test]
    fn a_vietnamese_word_is_told_from_letters_read_wrongly() {
        for word in ["hội", "đàm", "nghiêng", "quốc", "giữa", "chuyển", "Đường", "yếu", "gì"] {
            assert!(is_syllable(word), "{word}");
        }
        for word in ["hoäi", "ñaøm", "café", "hộiđ", "xyz", "ôộ", "ngh"] {
            assert!(!is_syllable(word), "{word}");
        }
        assert_eq!(likeness("plain words"), None);
        assert!(likeness("Hội đàm cấp đồn").unwrap_or_default() > 900);
    }
}
