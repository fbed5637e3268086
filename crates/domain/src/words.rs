//! One text in several languages, as each side writes it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// A text by language code, of the interface (`en`, `vi`, ...) or of a side (`nb`, `fi`, ...); `und` is a text whose
/// language was not said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Words(pub BTreeMap<String, String>);

impl Words {
    /// The languages of the interface, in the order in which names fall back.
    pub const LANGUAGES: [&'static str; 5] = ["en", "vi", "zh", "lo", "km"];

    /// True for a text that has the form of a language code: `en`, `fil`, `zh-Hant` (BCP 47, the parts in use).
    pub fn is_language(code: &str) -> bool {
        let mut parts = code.split('-');
        let first = parts.next().unwrap_or_default();
        let fits = |part: &str| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
        (2..=3).contains(&first.len())
            && first.bytes().all(|byte| byte.is_ascii_lowercase())
            && code.len() <= 24
            && parts.all(fits)
    }

    /// A text whose language was not said.
    pub fn plain(text: impl Into<String>) -> Self {
        Self(BTreeMap::from([("und".to_owned(), text.into())]))
    }

    /// The text in the wanted language, else undetermined, else the first of [`Self::LANGUAGES`] there is.
    /// Gives the language found as well, so that a page can mark it.
    pub fn pick(&self, language: &str) -> (&str, &str) {
        let order = [language, "und"].into_iter().chain(Self::LANGUAGES);
        for code in order {
            if let Some((found, text)) = self.0.get_key_value(code) {
                return (found, text);
            }
        }
        self.0.iter().next().map_or(("und", ""), |(code, text)| (code, text))
    }

    /// True when no language has a text.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(|text| text.trim().is_empty())
    }

    /// The same texts without languages that are blank, trimmed.
    pub fn tidied(self) -> Self {
        let kept = self.0.into_iter().map(|(code, text)| (code, text.trim().to_owned()));
        Self(kept.filter(|(_, text)| !text.is_empty()).collect())
    }
}

impl JsonSchema for Words {
    fn schema_name() -> Cow<'static, str> {
        "Words".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object", "x-words": true,
            "additionalProperties": { "type": "string", "maxLength": 2000 }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_language_falls_back_and_says_which_was_found() {
        let words = Words(BTreeMap::from([("vi".into(), "Hội đàm".into()), ("en".into(), "Talks".into())]));
        assert_eq!(words.pick("vi"), ("vi", "Hội đàm"));
        assert_eq!(words.pick("km"), ("en", "Talks"));
        assert_eq!(Words::default().pick("vi"), ("und", ""));
    }

    #[test]
    fn a_language_beside_those_of_the_interface_is_found_and_falls_back_as_well() {
        let words = Words(BTreeMap::from([("fi".into(), "Asema".into()), ("nb".into(), "Stasjon".into())]));
        assert_eq!(words.pick("nb"), ("nb", "Stasjon"));
        assert_eq!(words.pick("en"), ("fi", "Asema"), "the first there is");
        for code in ["en", "nb", "fil", "zh-Hant", "und"] {
            assert!(Words::is_language(code), "{code}");
        }
        for code in ["", "e", "EN", "from", "en_GB", "en-", "1x", "code.title"] {
            assert!(!Words::is_language(code), "{code}");
        }
    }
}
