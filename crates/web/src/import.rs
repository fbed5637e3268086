//! Taking a table in: choose a noun and a file, look at what would become of each row, assign columns, confirm; and the
//! imports that were made. What is shown before the confirmation is the desk's dry run of the very same file.

mod words;

pub use words::{TemplateOrder, fault_text, refusal_text, template as made_template, template_csv, vocabulary};

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use desk::import::{
    BESIDE, ImportReport, LISTED, Mapping, Opening, Vocabulary, Waiting, WaitingOptions, letters, openings,
};
use desk::table::{Encoding, Limits, TableOptions, TableRefusal};
use desk::{Failure, Filter, ImportError, ImportOrder};
use domain::{OfficerId, RecordId, UnitId};
use paper::{Cell, Sheet};

use crate::fault::Fault;
use crate::form::Choice;
use crate::frame::{Frame, go, html};
use crate::list::{ListRow, listed};
use crate::shown;
use crate::upload::Sent;
use crate::visit::Visit;

/// Faults on a page.
const FAULTS: usize = 200;
const ROWS: u32 = 50;

/// A fault as a page tells it.
pub struct FaultLine {
    row: u32,
    column: String,
    header: String,
    text: String,
}

/// A column as a page lets it be assigned.
pub struct ColumnLine {
    letter: String,
    header: String,
    sample: String,
    name: String,
    choices: Vec<Choice>,
}

#[derive(askama::Template)]
#[template(path = "import.html")]
struct ImportPage {
    frame: Frame,
    nouns: Vec<Choice>,
    encodings: Vec<Choice>,
    units: Vec<Choice>,
    templates: Vec<(String, String, String)>,
    rows: Vec<ListRow>,
    total: u64,
    csv: String,
}

#[derive(askama::Template)]
#[template(path = "import-waiting.html")]
struct WaitingPage {
    frame: Frame,
    token: String,
    noun: String,
    refused: String,
    /// A line each: label, value.
    facts: Vec<(String, String)>,
    suggested: String,
    counts: Vec<(String, u32)>,
    columns: Vec<ColumnLine>,
    headers: Vec<String>,
    shown: Vec<Vec<String>>,
    faults: Vec<FaultLine>,
    more_faults: usize,
    pages: Vec<(usize, String, bool)>,
    encodings: Vec<Choice>,
    openings: Vec<Choice>,
    sheets: Vec<Choice>,
    mappings: Vec<Choice>,
    has_rejected: bool,
    new: u32,
    can_take_all: bool,
    can_take_good: bool,
}

/// The page: a table to send, templates, and the imports so far.
pub fn show(visit: &Visit) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let desk = &visit.app.desk;
    let filter = Filter { nouns: vec!["import".to_owned()], ..Filter::default() };
    let page = visit.asked("page").and_then(|page| page.parse().ok()).unwrap_or(1);
    let found = desk.list(officer, &filter, page)?;
    let mut nouns = Vec::new();
    for noun in domain::NOUNS {
        if !openings(noun).is_empty() && !desk.beginnings(officer, noun.name)?.is_empty() {
            nouns.push(choice(noun.name, visit.t(&format!("{}-many", noun.name)), visit.asked("noun")));
        }
    }
    let templates = nouns.iter().map(|noun| {
        let link = |ending: &str| format!("/import/template/{}.{ending}", noun.value);
        (noun.text.clone(), link("xlsx"), link("csv"))
    });
    html(&ImportPage {
        templates: templates.collect(),
        rows: found.rows.iter().map(|row| listed(visit, row, &found.titles)).take(ROWS as usize).collect(),
        total: found.total,
        encodings: encodings(visit, None),
        units: units(visit)?,
        csv: "/import/export/list.csv".to_owned(),
        frame: Frame::of(visit, "import-many", "import"),
        nouns,
    })
}

/// Takes a file and keeps it until the officer has decided.
pub fn send(visit: &Visit, sent: Sent) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let noun = domain::noun(visit.sent("noun").unwrap_or_default()).ok_or(Fault::NotFound)?;
    let options = WaitingOptions {
        noun: noun.name.to_owned(),
        table: TableOptions {
            encoding: visit.sent("encoding").and_then(Encoding::from_code),
            ..TableOptions::default()
        },
        unit: visit.sent("unit-keeps").map(str::to_owned),
        exercise: visit.sent("exercise").is_some(),
        ..WaitingOptions::default()
    };
    let mut file = sent.file;
    let waiting = visit.app.desk.keep_upload(officer, &sent.name, &options, &mut file)?;
    go(&format!("/import/waiting/{}", waiting.token))
}

/// What would become of a file that waits.
pub fn waiting(visit: &Visit) -> Result<Response, Fault> {
    let (officer, waiting) = found(visit)?;
    match dry(visit, officer, &waiting) {
        Ok(report) => told(visit, officer, &waiting, &report),
        Err(ImportError::Refused(refusal)) => refused(visit, &waiting, &refusal),
        Err(other) => Err(other.into()),
    }
}

/// Assigns columns anew, chooses another way of reading, keeps or takes a mapping.
pub fn change(visit: &Visit) -> Result<Response, Fault> {
    let (officer, mut waiting) = found(visit)?;
    let options = &mut waiting.options;
    let desk = &visit.app.desk;
    let text = |name: &str| visit.sent(name).map(str::to_owned);
    if let Some(name) = visit.sent("mapping-take") {
        options.mapping = desk.mapping(officer, &options.noun, name)?;
        options.table = TableOptions::default();
        options.opening = options.mapping.as_ref().and_then(|mapping| mapping.command.clone());
    } else {
        options.table.encoding = visit.sent("encoding").and_then(Encoding::from_code);
        options.table.sheet = text("sheet");
        options.opening =
            text("opening").filter(|name| openings_of(&options.noun).iter().any(|known| known.command == *name));
        options.mapping = assigned(visit, options);
    }
    desk.change_waiting(officer, &waiting)?;
    if let (Some(name), Some(mapping)) = (visit.sent("mapping-keep"), &waiting.options.mapping) {
        desk.save_mapping(officer, name, mapping)?;
    }
    go(&format!("/import/waiting/{}", waiting.token))
}

/// Takes the table in.
pub fn confirm(visit: &Visit) -> Result<Response, Fault> {
    let (officer, waiting) = found(visit)?;
    let words = words_of(visit, &waiting)?;
    let good_rows = visit.sent("good-rows").is_some();
    let order = ImportOrder { good_rows, dry_run: false, ..order(visit, &waiting, &words) };
    let mut file = visit.app.desk.open_waiting(&waiting)?;
    let report = visit.app.desk.import(officer, &order, &mut file)?;
    match &report.import {
        Some(import) => {
            visit.app.desk.drop_waiting(officer, &waiting.token)?;
            go(&format!("/import/{import}?sent=1"))
        }
        None => go(&format!("/import/waiting/{}", waiting.token)),
    }
}

/// Gives a file up.
pub fn discard(visit: &Visit) -> Result<Response, Fault> {
    let (officer, waiting) = found(visit)?;
    visit.app.desk.drop_waiting(officer, &waiting.token)?;
    go("/import")
}

/// The rows with faults as they were read, with the reason in the last column, to be mended and sent again.
pub fn rejected(visit: &Visit) -> Result<Response, Fault> {
    let (officer, waiting) = found(visit)?;
    let report = dry(visit, officer, &waiting)?;
    let sheet = rejected_sheet(&report, |fault| text_of(visit, officer, &report.noun, fault));
    let attachment = "attachment; filename=\"twinpost-rejected.csv\"";
    file("text/csv; charset=utf-8", attachment, paper::csv(&sheet))
}

/// The rows with faults as a table: the columns as they were, and the reasons after them.
pub fn rejected_sheet(report: &ImportReport, text: impl Fn(&desk::import::RowFault) -> String) -> Sheet {
    let mut header: Vec<String> = report.columns.iter().map(|column| column.header.clone()).collect();
    header.push("#".to_owned());
    let width = report.columns.len();
    let rows = report.rejected.iter().map(|rejected| {
        let reasons = report.faults.iter().filter(|fault| fault.row == rejected.row).map(|fault| {
            let column = fault.column.as_ref().map(|column| format!("{column}: ")).unwrap_or_default();
            format!("{column}{}", text(fault))
        });
        let reasons = reasons.collect::<Vec<_>>().join(" ");
        let mut cells: Vec<Cell> = rejected.cells.iter().map(|text| Cell::from(text.as_str())).collect();
        cells.resize(width, Cell::Blank);
        cells.push(Cell::from(format!("{}: {reasons}", rejected.row)));
        cells
    });
    Sheet { header, rows: rows.collect(), ..Sheet::default() }
}

/// A template of a noun, as `visit.xlsx` or `visit.csv`, in the language of the page.
pub fn template(visit: &Visit) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let (name, ending) = visit.param("file").rsplit_once('.').ok_or(Fault::NotFound)?;
    let noun = domain::noun(name).ok_or(Fault::NotFound)?;
    let names = |noun: &str| {
        let choices = visit.app.desk.choices(officer, noun).unwrap_or_default();
        choices.into_iter().map(|choice| choice.title).collect()
    };
    let order = TemplateOrder {
        texts: &visit.app.texts,
        language: visit.language,
        noun,
        opening: visit.asked("opening"),
        names: &names,
    };
    let attachment = format!("attachment; filename=\"twinpost-{name}.{ending}\"");
    match ending {
        "csv" => file("text/csv; charset=utf-8", &attachment, template_csv(&order).ok_or(Fault::NotFound)?),
        "xlsx" => {
            let sheets = made_template(&order).ok_or(Fault::NotFound)?;
            let bytes = paper::xlsx(&sheets).map_err(|fault| Failure::Unfit(fault.to_string()))?;
            file("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &attachment, bytes)
        }
        _ => Err(Fault::NotFound),
    }
}

fn file(kind: &'static str, attachment: &str, bytes: Vec<u8>) -> Result<Response, Fault> {
    let attachment = HeaderValue::from_str(attachment).map_err(|_| Fault::NotFound)?;
    let kind = (header::CONTENT_TYPE, HeaderValue::from_static(kind));
    Ok(([kind, (header::CONTENT_DISPOSITION, attachment)], bytes).into_response())
}

/// The file that waits and who sent it.
fn found(visit: &Visit) -> Result<(&OfficerId, Waiting), Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let waiting = visit.app.desk.waiting(officer, visit.param("token"))?;
    Ok((officer, waiting.ok_or(Fault::NotFound)?))
}

fn openings_of(noun: &str) -> Vec<Opening> {
    domain::noun(noun).map(openings).unwrap_or_default()
}

fn words_of(visit: &Visit, waiting: &Waiting) -> Result<Vocabulary, Fault> {
    let noun = domain::noun(&waiting.options.noun).ok_or(Fault::NotFound)?;
    Ok(vocabulary(&visit.app.texts, noun))
}

fn order<'v>(visit: &'v Visit, waiting: &Waiting, words: &'v Vocabulary) -> ImportOrder<'v> {
    let options = waiting.options.clone();
    ImportOrder {
        reader: visit.app.tables.as_ref(),
        limits: Limits::default(),
        noun: options.noun,
        file: waiting.name.clone(),
        options: options.table,
        mapping: options.mapping,
        opening: options.opening,
        unit: options.unit.and_then(|unit| UnitId::parse(&unit).ok()),
        grade: None,
        exercise: options.exercise,
        good_rows: false,
        dry_run: true,
        wants_rejected: true,
        key: None,
        words,
        progress: &|_| {},
    }
}

fn dry(visit: &Visit, officer: &OfficerId, waiting: &Waiting) -> Result<ImportReport, ImportError> {
    let words = words_of(visit, waiting).map_err(|_| ImportError::NoOpening)?;
    let mut file = visit.app.desk.open_waiting(waiting)?;
    visit.app.desk.import(officer, &order(visit, waiting, &words), &mut file)
}

/// The mapping that the form says.
fn assigned(visit: &Visit, options: &WaitingOptions) -> Option<Mapping> {
    let headers = visit.form.iter().filter_map(|(name, field)| Some((name.strip_prefix("column-")?, field)));
    let columns: std::collections::BTreeMap<String, String> = headers
        .map(|(letter, field)| {
            let header = visit.sent(&format!("header-{letter}")).unwrap_or_default();
            let is_alone =
                visit.form.iter().filter(|(name, text)| name.starts_with("header-") && text.trim() == header).count()
                    == 1;
            let key = if header.is_empty() || !is_alone { format!("@{letter}") } else { header.to_owned() };
            (key, field.trim().to_owned())
        })
        .collect();
    let standing = options.mapping.clone().unwrap_or_default();
    (!columns.is_empty()).then(|| Mapping {
        noun: Some(options.noun.clone()),
        command: options.opening.clone(),
        encoding: options.table.encoding,
        sheet: options.table.sheet.clone(),
        columns,
        ..standing
    })
}

fn refused(visit: &Visit, waiting: &Waiting, refusal: &TableRefusal) -> Result<Response, Fault> {
    let page =
        WaitingPage { refused: refusal_text(&visit.app.texts, visit.language, refusal), ..blank(visit, waiting) };
    let mut response = html(&page)?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

fn blank(visit: &Visit, waiting: &Waiting) -> WaitingPage {
    WaitingPage {
        frame: Frame::titled(visit, format!("{}: {}", visit.t("import-check"), waiting.name), "import"),
        token: waiting.token.clone(),
        noun: visit.t(&format!("{}-many", waiting.options.noun)),
        refused: String::new(),
        facts: Vec::new(),
        suggested: String::new(),
        counts: Vec::new(),
        columns: Vec::new(),
        headers: Vec::new(),
        shown: Vec::new(),
        faults: Vec::new(),
        more_faults: 0,
        pages: Vec::new(),
        encodings: encodings(visit, waiting.options.table.encoding),
        openings: Vec::new(),
        sheets: Vec::new(),
        mappings: Vec::new(),
        has_rejected: false,
        new: 0,
        can_take_all: false,
        can_take_good: false,
    }
}

fn told(visit: &Visit, officer: &OfficerId, waiting: &Waiting, report: &ImportReport) -> Result<Response, Fault> {
    let openings = openings_of(&waiting.options.noun);
    let fields = field_choices(visit, report, &openings);
    let columns = report.columns.iter().enumerate().map(|(place, column)| ColumnLine {
        letter: letters(place),
        header: column.header.clone(),
        sample: report
            .shown
            .iter()
            .filter_map(|row| row.get(place))
            .find(|text| !text.is_empty())
            .cloned()
            .unwrap_or_default(),
        name: format!("column-{}", letters(place)),
        choices: fields.iter().map(|(value, text)| choice(value, text.clone(), Some(&column.field))).collect(),
    });
    let page: usize = visit.asked("page").and_then(|page| page.parse().ok()).unwrap_or(1).max(1);
    let faults = report.faults.iter().skip((page - 1) * FAULTS).take(FAULTS).map(|fault| FaultLine {
        row: fault.row,
        column: fault.column.clone().unwrap_or_default(),
        header: match fault.column {
            Some(_) => fault.header.clone(),
            None => words::path_label(&visit.app.texts, visit.language, &report.noun, &fault.header),
        },
        text: text_of(visit, officer, &report.noun, fault),
    });
    let last = report.faults.len().div_ceil(FAULTS);
    let pages = (1..=last).map(|number| (number, visit.with_query(&[("page", &number.to_string())]), number == page));
    let opening = waiting.options.opening.as_deref();
    let command = |name: &str| visit.t(&format!("{}-command-{name}", report.noun));
    let is_good = report.faulty == 0 && report.faults.is_empty();
    let columns_are_good = report.faults.first().is_none_or(|fault| fault.row != report.header_row);
    html(&WaitingPage {
        facts: facts(visit, report),
        suggested: report
            .suggested
            .map(|encoding| visit.t(&format!("encoding-{}", encoding.code())))
            .unwrap_or_default(),
        counts: vec![
            (visit.t("import-rows-new"), report.new),
            (visit.t("import-rows-unchanged"), report.unchanged),
            (visit.t("import-rows-faulty"), report.faulty),
        ],
        columns: columns.collect(),
        headers: report.columns.iter().map(|column| format!("{} {}", column.letter, column.header)).collect(),
        shown: report.shown.clone(),
        faults: faults.collect(),
        more_faults: report.more_faults as usize,
        pages: if last > 1 { pages.collect() } else { Vec::new() },
        openings: if openings.len() > 1 {
            let blank = [choice("", String::new(), opening.or(Some("")))];
            blank
                .into_iter()
                .chain(openings.iter().map(|known| choice(&known.command, command(&known.command), opening)))
                .collect()
        } else {
            Vec::new()
        },
        sheets: if report.sheets.len() > 1 {
            report.sheets.iter().map(|name| choice(name, name.clone(), report.sheet.as_deref())).collect()
        } else {
            Vec::new()
        },
        mappings: visit
            .app
            .desk
            .mappings(officer, &report.noun)?
            .into_iter()
            .map(|name| choice(&name, name.clone(), None))
            .collect(),
        has_rejected: !report.rejected.is_empty(),
        new: report.new,
        can_take_all: is_good && report.new > 0,
        can_take_good: !is_good && columns_are_good && report.new > 0,
        ..blank(visit, waiting)
    })
}

/// How the table was read, in words.
fn facts(visit: &Visit, report: &ImportReport) -> Vec<(String, String)> {
    let mut facts = vec![(visit.t("import-field-rows"), report.rows.to_string())];
    if let Some(encoding) = report.encoding {
        let name = visit.t(&format!("encoding-{}", encoding.code()));
        let how = if report.is_chosen { "import-encoding-chosen" } else { "import-encoding-proposed" };
        facts.push((visit.t("import-field-encoding"), format!("{name} ({})", visit.t(how))));
    }
    facts.extend(report.sheet.clone().map(|sheet| (visit.t("import-field-sheet"), sheet)));
    facts.push((visit.t("import-header-row"), report.header_row.to_string()));
    facts.push((visit.t("import-field-sha256"), report.sha256.clone()));
    facts
}

/// What is wrong, with records by name.
fn text_of(visit: &Visit, officer: &OfficerId, noun: &str, fault: &desk::import::RowFault) -> String {
    let refused = fault.refused.as_ref().map(|refused| &refused.details);
    let texts = refused.into_iter().flatten().chain(&fault.details).filter_map(|(_, value)| value.as_str());
    let ids: Vec<&str> = texts.filter(|text| RecordId::parse(text).is_ok()).collect();
    let names = visit.app.desk.names(officer, ids).unwrap_or_default();
    fault_text(&visit.app.texts, visit.language, noun, fault, |text| {
        if names.contains_key(text) { shown::named(visit, &names, text).0 } else { text.to_owned() }
    })
}

/// The fields into which a column can go: blank, what is said beside the fields, and the fields.
fn field_choices(visit: &Visit, report: &ImportReport, openings: &[Opening]) -> Vec<(String, String)> {
    let mut choices = vec![(String::new(), visit.t("import-column-none"))];
    choices.extend(BESIDE.map(|name| (name.to_owned(), visit.t(&format!("import-column-{name}")))));
    let mut add = |path: String| {
        if !choices.iter().any(|(known, _)| *known == path) {
            let label = words::path_label(&visit.app.texts, visit.language, &report.noun, &path);
            choices.push((path, label));
        }
    };
    for field in openings.iter().flat_map(|opening| &opening.fields) {
        if field.path.contains("[]") {
            (1..=3.min(LISTED)).for_each(|item| add(field.path.replace("[]", &format!("[{item}]"))));
        } else {
            add(field.path.clone());
        }
    }
    report.columns.iter().filter(|column| !column.field.is_empty()).for_each(|column| add(column.field.clone()));
    choices
}

fn choice(value: &str, text: String, chosen: Option<&str>) -> Choice {
    Choice { value: value.to_owned(), text, lang: String::new(), chosen: chosen == Some(value) }
}

fn encodings(visit: &Visit, chosen: Option<Encoding>) -> Vec<Choice> {
    let found_out = choice("", visit.t("import-encoding-any"), Some(chosen.map_or("", Encoding::code)));
    let named = Encoding::ALL.map(|encoding| {
        choice(encoding.code(), visit.t(&format!("encoding-{}", encoding.code())), chosen.map(Encoding::code))
    });
    std::iter::once(found_out).chain(named).collect()
}

/// The units for which the officer may record or keep the directory, where there is a choice.
fn units(visit: &Visit) -> Result<Vec<Choice>, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let mut units = visit.app.desk.units_to_act_for(officer, domain::Right::Record)?;
    if units.is_empty() {
        units = visit.app.desk.units_to_act_for(officer, domain::Right::Administer)?;
    }
    if units.len() < 2 {
        return Ok(Vec::new());
    }
    let own = visit.unit.as_str();
    Ok(units.into_iter().map(|unit| choice(&unit.id, shown::name(visit, &unit.title).0, Some(own))).collect())
}
