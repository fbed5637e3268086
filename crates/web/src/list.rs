//! Lists: every noun's records with filters in the address, fifty rows a page.

use axum::response::Response;
use desk::{Filter, ListPage, Order, Row};

use crate::document;
use crate::fault::Fault;
use crate::frame::{Frame, html};
use crate::record::Offer;
use crate::shown::{self, Chip};
use crate::visit::Visit;
use crate::written::read_day;

/// Rows on a page.
const ROWS: u64 = 50;

/// A row of a list.
pub struct ListRow {
    /// Where it leads.
    pub href: String,
    /// The number, where it has one.
    pub number: String,
    /// What it is called.
    pub title: String,
    /// The language of the title.
    pub lang: String,
    /// Its noun in words.
    pub noun: String,
    /// Its state.
    pub chip: Chip,
    /// When it is due, in words first.
    pub due: String,
    /// The day held or to be held.
    pub held_on: String,
    /// The unit that keeps it.
    pub unit: String,
    /// The counterpart relation.
    pub counterpart: String,
    /// Whose turn it is, while it is open.
    pub turn: String,
    /// True when it is the own side's turn.
    pub own_turn: bool,
    /// True for data of an exercise.
    pub exercise: bool,
}

impl ListRow {
    /// The number that stands before the title.
    pub fn number_before(&self) -> &str {
        shown::number_before(&self.number, &self.title)
    }
}

/// A page number.
pub struct PageLink {
    /// The number.
    pub number: u32,
    /// Where it leads.
    pub href: String,
    /// True for the page shown.
    pub current: bool,
}

/// A choice of a filter.
pub struct FilterChoice {
    /// What is sent.
    pub value: String,
    /// What is shown.
    pub text: String,
    /// True when it is chosen.
    pub chosen: bool,
}

#[derive(askama::Template)]
#[template(path = "list.html")]
struct ListView {
    frame: Frame,
    about: String,
    rows: Vec<ListRow>,
    total: u64,
    pages: Vec<PageLink>,
    states: Vec<FilterChoice>,
    units: Vec<FilterChoice>,
    from: String,
    until: String,
    text: String,
    noun: String,
    begin: String,
    /// What can be done with several of them at once.
    offers: Vec<Offer>,
    csv: String,
    xlsx: String,
    has_days: bool,
}

/// The list of a noun.
pub fn show(visit: &Visit) -> Result<Response, Fault> {
    let noun = visit.param("noun");
    let declared = domain::noun(noun).ok_or(Fault::NotFound)?;
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let filter = asked(visit, declared.name);
    let page: u32 = visit.asked("page").and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, 10_000);
    let found = visit.app.desk.list(officer, &filter, page)?;
    let begin =
        if visit.app.desk.beginnings(officer, noun)?.is_empty() { String::new() } else { format!("/{noun}/new") };
    let export =
        |file: &str| visit.with_query(&[("page", "")]).replacen(&visit.path, &format!("/{noun}/export/{file}"), 1);
    let rows: Vec<ListRow> = found.rows.iter().map(|row| listed(visit, row, &found.titles)).collect();
    let has_days = rows.iter().any(|row| !row.held_on.is_empty() || !row.due.is_empty());
    html(&ListView {
        about: visit.t(&format!("{noun}-about")),
        total: found.total,
        pages: pages(visit, found.total, page),
        states: states(visit, noun, &found),
        units: units(visit)?,
        from: visit.asked("from").unwrap_or_default().to_owned(),
        until: visit.asked("until").unwrap_or_default().to_owned(),
        text: visit.asked("text").unwrap_or_default().to_owned(),
        noun: noun.to_owned(),
        csv: export("list.csv"),
        xlsx: export("list.xlsx"),
        frame: Frame::titled(visit, visit.t(&format!("{noun}-many")), noun),
        begin,
        offers: if noun == "document" { document::together::offers(visit)? } else { Vec::new() },
        has_days,
        rows,
    })
}

/// The filter that the address asks for.
pub fn asked(visit: &Visit, noun: &str) -> Filter {
    let text = |name: &str| visit.asked(name).map(str::to_owned);
    let day = |name: &str| visit.asked(name).and_then(read_day);
    let overdue = visit.asked("status") == Some("overdue");
    Filter {
        nouns: vec![noun.to_owned()],
        units: text("unit").into_iter().collect(),
        status: text("status").filter(|_| !overdue),
        open: (overdue || visit.asked("open").is_some()).then_some(true),
        due_before: overdue.then(|| (visit.app.desk.today().to_string(), visit.app.desk.now().to_string())),
        counterpart: text("counterpart"),
        held_from: day("from").map(|on| on.to_string()),
        held_until: day("until").and_then(|on| on.tomorrow().ok()).map(|on| on.to_string()),
        period: text("period"),
        text: text("text"),
        order: order(noun),
        ..Filter::default()
    }
}

/// The directory in the order in which it was begun, duties by day due, what is held by its day, the rest by last change.
fn order(noun: &str) -> Order {
    use domain::Wing;
    let wing = domain::noun(noun).map(|noun| noun.wing);
    match (noun, wing) {
        ("occurrence", _) => Order::Due,
        ("letter" | "hotline-call" | "task" | "referral", _) => Order::Changed,
        (_, Some(Wing::Contact | Wing::Operations)) => Order::Held,
        (_, Some(Wing::Organisation | Wing::Basis | Wing::Territory)) => Order::Begun,
        _ => Order::Changed,
    }
}

/// A row as a list shows it.
pub fn listed(visit: &Visit, row: &Row, names: &shown::Names) -> ListRow {
    let (title, lang) = shown::title(visit, row);
    let own = visit.app.desk.own().as_str();
    let turn = row.turn.clone().unwrap_or_else(|| own.to_owned());
    let own_turn = turn == own;
    let is_work =
        !matches!(row.noun.as_str(), "unit" | "side" | "level" | "matter" | "officer" | "agreement" | "obligation");
    ListRow {
        href: format!("/{}/{}", row.noun, row.id),
        number: row.number.clone().unwrap_or_default(),
        title,
        lang,
        noun: visit.t(&row.noun),
        chip: shown::chip(visit, row),
        due: if row.open { shown::due(visit, row) } else { String::new() },
        held_on: row
            .held_on
            .as_deref()
            .and_then(|text| text.parse().ok())
            .map(|on| shown::day(visit.language, on))
            .unwrap_or_default(),
        unit: if is_work && row.unit != visit.unit { shown::named(visit, names, &row.unit).0 } else { String::new() },
        counterpart: row.counterpart.as_ref().map(|id| shown::named(visit, names, id).0).unwrap_or_default(),
        turn: if row.open && is_work { shown::named(visit, names, &turn).0 } else { String::new() },
        own_turn,
        exercise: row.exercise,
    }
}

fn pages(visit: &Visit, total: u64, page: u32) -> Vec<PageLink> {
    let last = u32::try_from(total.div_ceil(ROWS)).unwrap_or(u32::MAX).max(1);
    if last == 1 {
        return Vec::new();
    }
    let near = |number: &u32| *number == 1 || *number == last || number.abs_diff(page) < 3;
    let link = |number: u32| PageLink {
        number,
        href: visit.with_query(&[("page", &number.to_string())]),
        current: number == page,
    };
    (1..=last).filter(near).map(link).collect()
}

fn states(visit: &Visit, noun: &str, found: &ListPage) -> Vec<FilterChoice> {
    let asked = visit.asked("status").unwrap_or_default();
    let mut states = vec![FilterChoice { value: String::new(), text: visit.t("filter-any"), chosen: asked.is_empty() }];
    states.extend(found.states.iter().map(|(status, count)| FilterChoice {
        text: format!("{} ({count})", visit.t(&format!("{noun}-state-{status}"))),
        chosen: status == asked,
        value: status.clone(),
    }));
    states.push(FilterChoice { value: "overdue".into(), text: visit.t("filter-overdue"), chosen: asked == "overdue" });
    states
}

fn units(visit: &Visit) -> Result<Vec<FilterChoice>, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let units = visit.app.desk.units_to_act_for(officer, domain::Right::Read)?;
    if units.len() < 2 {
        return Ok(Vec::new());
    }
    let asked = visit.asked("unit").unwrap_or_default();
    let mut choices =
        vec![FilterChoice { value: String::new(), text: visit.t("filter-any"), chosen: asked.is_empty() }];
    choices.extend(units.into_iter().map(|unit| FilterChoice {
        text: shown::name(visit, &unit.title).0,
        chosen: unit.id == asked,
        value: unit.id,
    }));
    Ok(choices)
}
