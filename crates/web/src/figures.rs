//! Published figures in words: how a number is meant, and why figures make no sum; and both over the interface.

use axum::http::StatusCode;
use axum::response::Response;
use desk::{KnownFigure, Row, SumError};
use domain::Qualifier;
use domain::reporting::figure::{AddRefusal, Aspect, Difference, FigureState};
use serde_json::{Value, json};

use crate::api::{answer, problem_body};
use crate::fault::Fault;
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

/// The published figures, of one quantity where its code is asked for.
pub fn list(visit: &Visit) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let figures = visit.app.desk.figures(officer, visit.asked("quantity"))?;
    let told: Vec<Value> = figures.iter().map(KnownFigure::to_json).collect();
    answer(StatusCode::OK, &json!({ "total": told.len(), "figures": told }))
}

/// The sum of the figures whose identities are asked for, or the problem that says why there is none.
pub fn sum(visit: &Visit) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let asked = visit.asked("ids").unwrap_or_default().split(',').map(str::trim).filter(|id| !id.is_empty());
    let ids: Vec<String> = asked.map(str::to_owned).collect();
    match visit.app.desk.add_figures(officer, &ids) {
        Ok(sum) => answer(StatusCode::OK, &sum.to_json()),
        Err(SumError::Refused { ids, refusal }) => {
            let text = refusal_in_words(&visit.app.texts, visit.language, &ids, &refusal);
            let kind = format!("urn:twinpost:refusal:figure:{}", refusal.reason());
            let details = serde_json::to_value(&refusal).unwrap_or_default();
            let body = json!({ "type": kind, "status": 422, "title": text, "ids": ids, "details": details });
            problem_body(StatusCode::UNPROCESSABLE_ENTITY, &body)
        }
        Err(SumError::Read(fault)) => Err(fault.into()),
        Err(many @ SumError::TooMany(_)) => Err(Fault::Bad(many.to_string())),
    }
}
