//! Published figures in words: how a number is meant, and why figures make no sum.

use desk::Row;
use domain::Qualifier;
use domain::reporting::figure::{AddRefusal, Aspect, Difference, FigureState};

use crate::shown;
use crate::texts::{Language, Texts};
use crate::visit::Visit;

/// The number of a figure as it is meant: "nearly 200".
pub fn number_in_words(texts: &Texts, language: Language, figure: &FigureState) -> String {
    let told = &figure.statement;
    told_number(texts, language, told.qualifier, &told.value.to_string())
}

/// A number as a qualifier means it.
pub fn told_number(texts: &Texts, language: Language, qualifier: Qualifier, value: &str) -> String {
    texts.with(language, &format!("figure-told-{}", qualifier.name()), &[("value", value)])
}

/// Why figures with these identities make no sum.
pub fn refusal_in_words(texts: &Texts, language: Language, ids: &[String], refusal: &AddRefusal) -> String {
    let id = |place: usize| ids.get(place).map(String::as_str).unwrap_or_default();
    let key = format!("figure-sum-{}", refusal.reason());
    match refusal {
        AddRefusal::Few | AddRefusal::TooLarge => texts.get(language, &key),
        AddRefusal::Withdrawn { figure } => texts.with(language, &key, &[("figure", id(*figure))]),
        AddRefusal::SamePart { first, second } => {
            texts.with(language, &key, &[("first", id(*first)), ("second", id(*second))])
        }
        AddRefusal::Differ { first, second, differences } => {
            let told: Vec<String> =
                differences.iter().map(|difference| difference_in_words(texts, language, difference)).collect();
            let told = told.join(" ");
            texts.with(language, &key, &[("first", id(*first)), ("second", id(*second)), ("differences", &told)])
        }
        AddRefusal::Qualifiers { first, second } => {
            let word = |qualifier: &Qualifier| texts.get(language, &format!("qualifier-{}", qualifier.name()));
            texts.with(language, &key, &[("first", &word(first)), ("second", &word(second))])
        }
    }
}

fn difference_in_words(texts: &Texts, language: Language, difference: &Difference) -> String {
    let said = |text: &str| match (difference.aspect, text) {
        (_, "") => texts.get(language, "figure-unsaid"),
        (Aspect::Kind, kind) => texts.get(language, &format!("figure-kind-{kind}")),
        (_, text) => text.to_owned(),
    };
    let aspect = texts.get(language, &format!("figure-aspect-{}", difference.aspect.name()));
    let values =
        [("aspect", aspect.as_str()), ("first", &said(&difference.first)), ("second", &said(&difference.second))];
    texts.with(language, "figure-difference", &values)
}

/// What a figure is called in lists: what is counted, how many, of what.
pub fn title(visit: &Visit, row: &Row) -> Option<(String, String)> {
    let figure: FigureState = serde_json::from_value(row.state.clone()).ok()?;
    let (what, lang) = shown::name(visit, &figure.statement.quantity.label);
    let measure = shown::name(visit, &figure.statement.measure.label).0;
    let value = number_in_words(&visit.app.texts, visit.language, &figure);
    Some((visit.tv("figure-shown", &[("what", &what), ("value", &value), ("measure", &measure)]), lang))
}
