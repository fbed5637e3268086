//! Published figures, for programs: as they were published, and added where they make a sum.

use desk::{KnownFigure, SumError};
use domain::Noun;
use domain::reporting::figure::Figure;
use serde_json::{Value, json};

use super::answer::Answer;
use super::problem::{Place, Problem, Wrong};
use crate::fault::Fault;
use crate::figures::refusal_in_words;
use crate::visit::Visit;

/// A token narrowed to other nouns does not open figures.
fn known(visit: &Visit) -> Result<(), Fault> {
    match &visit.pass {
        Some(pass) if !pass.knows(Figure::NAME) => Err(Problem::of("token-scope").into()),
        _ => Ok(()),
    }
}

/// The published figures, of one quantity where its code is asked for.
pub fn list(visit: &Visit) -> Result<Answer, Fault> {
    known(visit)?;
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let figures = visit.app.desk.figures(officer, visit.asked("quantity"))?;
    let told: Vec<Value> = figures.iter().map(KnownFigure::to_json).collect();
    Ok(Answer::json(&json!({ "total": told.len(), "figures": told })))
}

/// The sum of the figures whose identities are asked for, or the problem that says why there is none.
pub fn sum(visit: &Visit) -> Result<Answer, Fault> {
    known(visit)?;
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let asked = visit.asked("ids").unwrap_or_default().split(',').map(str::trim).filter(|id| !id.is_empty());
    let ids: Vec<String> = asked.map(str::to_owned).collect();
    match visit.app.desk.add_figures(officer, &ids) {
        Ok(sum) => Ok(Answer::json(&sum.to_json())),
        Err(SumError::Refused { ids, refusal }) => {
            let mut problem =
                Problem::of("no-sum").told(refusal_in_words(&visit.app.texts, visit.language, &ids, &refusal));
            let details = json!({ "reason": refusal.reason(), "ids": ids, "refusal": refusal });
            problem.more.insert("details".into(), details);
            Err(problem.into())
        }
        Err(SumError::Read(fault)) => Err(fault.into()),
        Err(many @ SumError::TooMany(_)) => {
            let wrong = Wrong { place: Place::Query("ids".to_owned()), detail: many.to_string() };
            Err(Problem::bad(vec![wrong]).into())
        }
    }
}
