//! The pages of a demonstration that its first account can open: for tests that look at every kind of page.

use std::collections::BTreeSet;

use desk::document::TogetherKind;
use desk::{Desk, Filter, Order};
use domain::OfficerId;

use super::check;
use crate::stop::Outcome;

/// How many forms of commands are named.
const FORMS: usize = 8;
/// How many documents are chosen to be signed at once.
const CHOSEN: usize = 3;

/// The addresses, each once.
pub fn of(desk: &Desk, officer: &OfficerId, quarter: &str) -> Outcome<Vec<String>> {
    let fixed = [
        "/today",
        "/calendar",
        "/map",
        "/search",
        "/search?q=talks",
        "/search?q=talks+nowhere",
        "/peer",
        "/me",
        "/help",
    ];
    let mut pages: Vec<String> = fixed.map(str::to_owned).to_vec();
    if let Some((_, view)) = check::consolidated(desk, std::slice::from_ref(officer), quarter)? {
        pages.push(format!("/report/{}", view.record.row.id));
        pages.extend(view.lines.first().map(|line| format!("/report/{}/figure/{}", view.record.row.id, line.figure)));
    }
    let mut forms = Vec::new();
    for noun in domain::NOUNS {
        pages.push(format!("/{}", noun.name));
        let begins = !desk.beginnings(officer, noun.name)?.is_empty();
        pages.extend(begins.then(|| format!("/{}/new", noun.name)));
        let filter = Filter { nouns: vec![noun.name.to_owned()], order: Order::Changed, ..Filter::default() };
        let rows = desk.rows(officer, &filter, 50)?;
        // An open record has more on its page than a settled one.
        let Some(row) = rows.iter().find(|row| row.open).or(rows.first()) else { continue };
        pages.push(format!("/{}/{}", noun.name, row.id));
        let record = desk.record(officer, noun.name, &row.id)?;
        forms.extend(record.offers.first().map(|command| format!("/{}/{}/{command}", noun.name, row.id)));
    }
    pages.extend(forms.into_iter().take(FORMS));
    pages.extend(of_papers(desk, officer)?);
    let mut seen = BTreeSet::new();
    pages.retain(|page| seen.insert(page.clone()));
    Ok(pages)
}

/// What is said of a paper that is out, what would leave of one that is not, and one with two drafts beside one another:
/// a page of each, where there is one.
fn of_papers(desk: &Desk, officer: &OfficerId) -> Outcome<Vec<String>> {
    let (mut said, mut given_out, mut compared) = (None, None, None);
    let filter = Filter { nouns: vec!["document".to_owned()], order: Order::Changed, ..Filter::default() };
    for row in desk.rows(officer, &filter, 50)? {
        let Ok(record) = row.record_id() else { continue };
        let paper = desk.paper(officer, &record)?;
        said = said.or(paper.may_say.first().map(|kind| format!("/document/{}/say/{}", row.id, kind.code())));
        given_out = given_out.or(paper.may_release.then(|| format!("/document/{}/release", row.id)));
        let page = format!("/document/{}", row.id);
        compared = compared.or(paper.may_compare.then(|| [page.clone(), format!("{page}/compare")]));
    }
    let together = of_many(desk, officer)?;
    Ok(said.into_iter().chain(given_out).chain(compared.into_iter().flatten()).chain(together).collect())
}

/// Those among which can be chosen what is signed at once, and all that would be.
fn of_many(desk: &Desk, officer: &OfficerId) -> Outcome<Vec<String>> {
    let mut pages = Vec::new();
    for kind in TogetherKind::ALL {
        let choose = format!("/document/together/{}", kind.code());
        let rows = desk.together_candidates(officer, kind)?;
        let chosen: Vec<String> = rows.iter().map(|row| format!("record={}", row.id)).take(CHOSEN).collect();
        pages.extend((!chosen.is_empty()).then(|| format!("{choose}?{}", chosen.join("&"))));
        pages.push(choose);
    }
    Ok(pages)
}
