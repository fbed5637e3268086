//! The words of the interface in five languages, from the translation files that are embedded in the program.

use std::borrow::Cow;
use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::RustEmbed;
use serde_json::Value;
use unic_langid::LanguageIdentifier;

#[derive(RustEmbed)]
#[folder = "translations/"]
struct Files;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// Vietnamese.
    Vi,
    /// Chinese.
    Zh,
    /// English.
    En,
    /// Lao.
    Lo,
    /// Khmer.
    Km,
}

impl Language {
    /// All languages, in the order in which the pages offer them.
    pub const ALL: [Self; 5] = [Self::Vi, Self::Zh, Self::En, Self::Lo, Self::Km];

    /// The code of BCP 47.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::Zh => "zh",
            Self::En => "en",
            Self::Lo => "lo",
            Self::Km => "km",
        }
    }

    /// The language's name in itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Vi => "Tiếng Việt",
            Self::Zh => "中文",
            Self::En => "English",
            Self::Lo => "ລາວ",
            Self::Km => "ខ្មែរ",
        }
    }

    /// The language with this code, a region left aside.
    pub fn from_code(code: &str) -> Option<Self> {
        let first = code.split(['-', '_', ';']).next().unwrap_or_default().trim();
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(first))
    }
}

/// The words in all languages.
pub struct Texts {
    bundles: BTreeMap<Language, FluentBundle<FluentResource>>,
}

impl Texts {
    /// Reads the embedded files. A line that cannot be read is logged and left out; the tests let none through.
    pub fn read() -> Self {
        let bundles = Language::ALL.into_iter().map(|language| (language, bundle(language)));
        Self { bundles: bundles.collect() }
    }

    /// The keys of states, as `talks-state-held`, each with its state.
    pub fn states() -> Vec<(String, String)> {
        let mut states = Vec::new();
        for path in Files::iter().filter(|path| path.starts_with("en/")) {
            let Some(file) = Files::get(&path) else { continue };
            let text = String::from_utf8_lossy(&file.data);
            let keys = text.lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key);
            let stated = keys.filter_map(|key| Some((key.to_owned(), key.split_once("-state-")?.1.to_owned())));
            states.extend(stated);
        }
        states
    }

    /// True when there is a text with this key.
    pub fn has(&self, language: Language, key: &str) -> bool {
        self.bundles.get(&language).is_some_and(|bundle| bundle.has_message(key))
    }

    /// The text with this key; the key itself where there is none.
    pub fn get(&self, language: Language, key: &str) -> String {
        self.with(language, key, &[])
    }

    /// The text with this key and these values.
    pub fn with(&self, language: Language, key: &str, values: &[(&str, &str)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in values {
            args.set(*name, valued(value));
        }
        self.formatted(language, key, &args)
    }

    /// The text with this key, its values taken from a JSON object; `names` gives the names of records.
    pub fn with_details(
        &self,
        language: Language,
        key: &str,
        details: &serde_json::Map<String, Value>,
        mut names: impl FnMut(&str) -> String,
    ) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in details {
            match value {
                Value::String(text) => args.set(name.clone(), FluentValue::String(Cow::Owned(names(text)))),
                Value::Number(number) => args.set(name.clone(), FluentValue::from(number.as_i64().unwrap_or_default())),
                _ => {}
            }
        }
        self.formatted(language, key, &args)
    }

    fn formatted(&self, language: Language, key: &str, args: &FluentArgs<'_>) -> String {
        let pattern = self.bundles.get(&language).and_then(|bundle| Some((bundle, bundle.get_message(key)?.value()?)));
        let Some((bundle, pattern)) = pattern else {
            tracing::warn!(key, language = language.code(), "no text");
            return key.to_owned();
        };
        let mut faults = Vec::new();
        bundle.format_pattern(pattern, Some(args), &mut faults).into_owned()
    }
}

fn valued(text: &str) -> FluentValue<'_> {
    text.parse::<i64>().map_or_else(|_| FluentValue::String(Cow::Borrowed(text)), FluentValue::from)
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let identifier: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    bundle.set_use_isolating(false);
    for path in Files::iter().filter(|path| path.starts_with(language.code()) && path.ends_with(".ftl")) {
        let Some(file) = Files::get(&path) else { continue };
        let text = String::from_utf8_lossy(&file.data).into_owned();
        let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, faults)| {
            tracing::error!(%path, ?faults, "a translation file has faults");
            resource
        });
        if let Err(faults) = bundle.add_resource(resource) {
            tracing::error!(%path, ?faults, "a text stands twice");
        }
    }
    bundle
}
