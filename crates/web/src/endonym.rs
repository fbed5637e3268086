//! What languages are called in themselves, for the texts that a side writes beside the languages of the interface.

/// Code and name, in the order of the codes; names as the Common Locale Data Repository has them.
const ENDONYMS: &[(&str, &str)] = &[
    ("ar", "العربية"),
    ("ay", "Aymar aru"),
    ("az", "azərbaycan"),
    ("be", "беларуская"),
    ("bg", "български"),
    ("bn", "বাংলা"),
    ("bs", "bosanski"),
    ("ca", "català"),
    ("cs", "čeština"),
    ("da", "dansk"),
    ("de", "Deutsch"),
    ("dz", "རྫོང་ཁ"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "español"),
    ("et", "eesti"),
    ("eu", "euskara"),
    ("fa", "فارسی"),
    ("fi", "suomi"),
    ("fr", "français"),
    ("gn", "avañe'ẽ"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("hr", "hrvatski"),
    ("hu", "magyar"),
    ("hy", "հայերեն"),
    ("id", "Indonesia"),
    ("it", "italiano"),
    ("ka", "ქართული"),
    ("kk", "қазақ тілі"),
    ("km", "ខ្មែរ"),
    ("ko", "한국어"),
    ("ky", "кыргызча"),
    ("lo", "ລາວ"),
    ("lt", "lietuvių"),
    ("lv", "latviešu"),
    ("mk", "македонски"),
    ("mn", "монгол"),
    ("ms", "Melayu"),
    ("my", "မြန်မာ"),
    ("nb", "norsk bokmål"),
    ("ne", "नेपाली"),
    ("nl", "Nederlands"),
    ("nn", "norsk nynorsk"),
    ("pl", "polski"),
    ("pt", "português"),
    ("qu", "Runasimi"),
    ("ro", "română"),
    ("ru", "русский"),
    ("se", "davvisámegiella"),
    ("sk", "slovenčina"),
    ("sl", "slovenščina"),
    ("sq", "shqip"),
    ("sr", "српски"),
    ("sv", "svenska"),
    ("sw", "Kiswahili"),
    ("tet", "tetun"),
    ("tg", "тоҷикӣ"),
    ("th", "ไทย"),
    ("tr", "Türkçe"),
    ("uk", "українська"),
    ("ur", "اردو"),
    ("uz", "o‘zbek"),
    ("vi", "Tiếng Việt"),
    ("zh", "中文"),
];

/// The name of a language in itself; its code where the name is not known.
pub fn endonym(code: &str) -> &str {
    let first = code.split('-').next().unwrap_or(code);
    let known = ENDONYMS.binary_search_by_key(&first, |(known, _)| known).ok();
    known.and_then(|place| ENDONYMS.get(place)).map_or(code, |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::Language;

    #[test]
    fn every_code_stands_once_in_order_and_is_found() {
        assert!(ENDONYMS.windows(2).all(|two| two[0].0 < two[1].0));
        for (code, name) in ENDONYMS {
            assert_eq!(endonym(code), *name);
        }
        assert_eq!((endonym("zh-Hant"), endonym("tlh")), ("中文", "tlh"));
    }

    #[test]
    fn the_languages_of_the_interface_have_the_names_that_the_pages_offer() {
        for language in Language::ALL {
            assert_eq!(endonym(language.code()), language.name());
        }
    }
}
