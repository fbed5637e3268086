//! What tables call things, in every language of the pages: the words above columns, choices, faults; and the templates
//! that are filled in.

use desk::import::{BESIDE, Field, Kind, Opening, RowFault, Vocabulary, openings};
use desk::table::TableRefusal;
use domain::{Declared, Words};
use jiff::Timestamp;
use paper::{Cell, Sheet, Sheets};
use serde_json::Value;

use crate::texts::{Language, Texts};

/// How many items of a list a template has columns for.
const LISTED_IN_TEMPLATE: usize = 2;
/// How many names of records a template tells.
const NAMES_TOLD: usize = 40;
/// How a row begins that explains others and is left out.
const REMARK: &str = "# ";

/// What every column, choice and answer may be called, in all languages at once.
pub fn vocabulary(texts: &Texts, noun: &Declared) -> Vocabulary {
    let openings = openings(noun);
    let mut words = Vocabulary::of(&openings);
    for language in Language::ALL {
        let speech = Speech { texts, language, noun: noun.name };
        for beside in BESIDE {
            words.header(&speech.beside(beside), beside);
        }
        for field in openings.iter().flat_map(|opening| &opening.fields) {
            let label = speech.field(field, 1);
            words.header(&label, &field.path);
            words.header(&format!("{label} [{}]", field.path.replace("[]", " 1 ")), &field.path);
            if let Kind::Choice(options, codes) = &field.kind {
                codes.iter().for_each(|code| words.choice(options, &speech.choice(options, code), code));
            }
        }
        for grade in ["open", "internal", "restricted", "protected"] {
            words.choice("grade", &texts.get(language, &format!("grade-{grade}")), grade);
        }
        words.yes(&texts.get(language, "yes"));
        words.no(&texts.get(language, "no"));
    }
    words
}

/// What is wrong with a row or a cell, and what to do; `names` gives records by name.
pub fn fault_text(
    texts: &Texts,
    language: Language,
    noun: &str,
    fault: &RowFault,
    mut names: impl FnMut(&str) -> String,
) -> String {
    if let Some(refused) = &fault.refused {
        let key = format!("{}-refusal-{}", refused.noun, refused.reason);
        return texts.with_details(language, &key, &refused.details, names);
    }
    let speech = Speech { texts, language, noun };
    let mut details = fault.details.clone();
    if let Some(of) = details.get("noun").and_then(Value::as_str).filter(|of| !of.is_empty()) {
        let of = texts.get(language, of);
        details.insert("noun".to_owned(), of.into());
    }
    if let Some(path) = details.get("field").and_then(Value::as_str) {
        let path = speech.path(path);
        details.insert("field".to_owned(), path.into());
    }
    let key = format!("import-fault-{}", fault.code.code());
    texts.with_details(language, &key, &details, |text| names(text))
}

/// Why a file cannot be read, and what to do.
pub fn refusal_text(texts: &Texts, language: Language, refusal: &TableRefusal) -> String {
    let limit = refusal.limit.map(|limit| limit.to_string()).unwrap_or_default();
    texts.with(language, &format!("table-refusal-{}", refusal.why.code()), &[("limit", &limit)])
}

/// What a path of fields is called.
pub fn path_label(texts: &Texts, language: Language, noun: &str, path: &str) -> String {
    if path.is_empty() {
        return String::new();
    }
    Speech { texts, language, noun }.path(path)
}

/// What a template is for.
pub struct TemplateOrder<'t> {
    /// The words.
    pub texts: &'t Texts,
    /// The language of the headers.
    pub language: Language,
    /// The noun of its rows.
    pub noun: &'static Declared,
    /// The command by which its rows begin, where the noun has several.
    pub opening: Option<&'t str>,
    /// What records of a noun are called, as far as they may be seen.
    pub names: &'t dyn Fn(&str) -> Vec<Words>,
}

/// A template: a sheet to fill in with one example, and a sheet that explains each column.
pub fn template(order: &TemplateOrder<'_>) -> Option<Sheets> {
    let openings = openings(order.noun);
    let wanted = |opening: &&Opening| order.opening.is_none_or(|name| opening.command == name);
    let opening = openings.iter().find(wanted)?;
    let speech = Speech { texts: order.texts, language: order.language, noun: order.noun.name };
    let columns = columns(&speech, opening, openings.len() > 1);
    let t = |key: &str| order.texts.get(order.language, key);
    let mut example: Vec<Cell> = columns.iter().map(|column| column.example(&speech, order).into()).collect();
    if let Some(first) = example.first_mut() {
        *first = Cell::from(format!("{REMARK}{}", t("import-template-example")));
    }
    let explained = columns.iter().map(|column| {
        let needed = if column.is_needed { t("yes") } else { t("no") };
        [column.header.clone(), needed, column.kind(&speech), column.values(&speech, order)].map(Cell::from).to_vec()
    });
    let headers =
        ["import-template-column", "import-template-needed", "import-template-kind", "import-template-values"];
    let to_fill = Sheet {
        name: t(&format!("{}-many", order.noun.name)),
        header: columns.iter().map(|column| column.header.clone()).collect(),
        rows: vec![example],
        ..Sheet::default()
    };
    let explanation = Sheet {
        name: t("import-template-explanation"),
        header: headers.map(t).to_vec(),
        rows: explained.collect(),
        notes: vec![t("import-template-remarks")],
        ..Sheet::default()
    };
    Some(Sheets { made_at: Timestamp::UNIX_EPOCH, sheets: vec![to_fill, explanation] })
}

/// The template as values separated by commas: what is explained stands in a row of its own.
pub fn template_csv(order: &TemplateOrder<'_>) -> Option<Vec<u8>> {
    let mut sheets = template(order)?.sheets.into_iter();
    let (mut to_fill, explanation) = (sheets.next()?, sheets.next()?);
    let explained = explanation.rows.iter().map(|row| {
        let told = row.iter().skip(2).map(Cell::shown).filter(|text| !text.is_empty()).collect::<Vec<_>>();
        Cell::from(told.join("; "))
    });
    let mut explained: Vec<Cell> = explained.collect();
    if let Some(first) = explained.first_mut() {
        *first = Cell::from(format!("{REMARK}{}", first.shown()));
    }
    to_fill.rows.insert(0, explained);
    Some(paper::csv(&to_fill))
}

/// Words of one language for one noun.
struct Speech<'t> {
    texts: &'t Texts,
    language: Language,
    noun: &'t str,
}

impl Speech<'_> {
    fn t(&self, key: &str) -> String {
        self.texts.get(self.language, key)
    }

    fn label(&self, field: &str) -> String {
        let field = field.replace('_', "-");
        let own = format!("{}-field-{field}", self.noun);
        if self.texts.has(self.language, &own) { self.t(&own) } else { self.t(&format!("field-{field}")) }
    }

    fn beside(&self, name: &str) -> String {
        self.t(&format!("import-column-{name}"))
    }

    /// What a field is called above a column; `item` is the number of the item in a list.
    fn field(&self, field: &Field, item: usize) -> String {
        let steps = field.path.split('.').zip(&field.names);
        let mut parts: Vec<String> = steps
            .map(|(step, name)| {
                let label = self.label(name);
                if step.ends_with("[]") { format!("{label} {item}") } else { label }
            })
            .collect();
        if let Some(language) = field.language
            && let Some(last) = parts.last_mut()
        {
            last.push_str(&format!(" ({language})"));
        }
        parts.join(": ")
    }

    /// What a path of fields is called.
    fn path(&self, path: &str) -> String {
        let steps = path.split('.').map(|step| {
            let (name, number) = step.split_once('[').unwrap_or((step, ""));
            let number = number.trim_end_matches(']');
            let is_language = Language::ALL.iter().any(|language| language.code() == name);
            let label = if is_language { name.to_owned() } else { self.label(name) };
            if number.is_empty() { label } else { format!("{label} {number}") }
        });
        steps.collect::<Vec<_>>().join(": ")
    }

    fn choice(&self, options: &str, code: &str) -> String {
        self.t(&format!("{options}-{code}"))
    }
}

/// A column of a template.
struct Column<'o> {
    header: String,
    field: Option<&'o Field>,
    beside: &'static str,
    is_needed: bool,
}

/// The columns of a template: the key, the command where there are several, and the fields, taken apart.
fn columns<'o>(speech: &Speech<'_>, opening: &'o Opening, has_openings: bool) -> Vec<Column<'o>> {
    let mut columns = Vec::new();
    let asked = BESIDE.into_iter().filter(|name| match *name {
        "row-key" => true,
        "opening" => has_openings,
        _ => false,
    });
    columns.extend(asked.map(|name| Column {
        header: speech.beside(name),
        field: None,
        beside: name,
        is_needed: name == "opening",
    }));
    let labels: Vec<String> = opening.fields.iter().map(|field| speech.field(field, 1)).collect();
    for (field, label) in opening.fields.iter().zip(&labels) {
        if field.has_parts {
            continue;
        }
        let items = if field.path.contains("[]") { LISTED_IN_TEMPLATE } else { 1 };
        let is_shared = labels.iter().filter(|other| *other == label).count() > 1;
        for item in 1..=items {
            let mut header = speech.field(field, item);
            if is_shared {
                header.push_str(&format!(" [{}]", field.path.replace("[]", &format!(" {item} "))));
            }
            let is_top = field.names.len() == 1 && field.language.is_none();
            columns.push(Column { header, field: Some(field), beside: "", is_needed: field.required && is_top });
        }
    }
    columns
}

impl Column<'_> {
    /// How a cell is filled in, in words.
    fn kind(&self, speech: &Speech<'_>) -> String {
        let Some(field) = self.field else { return speech.t(&format!("import-about-{}", self.beside)) };
        let key = match &field.kind {
            Kind::Text | Kind::Words => "import-kind-text",
            Kind::Number => "import-kind-number",
            Kind::Flag => "import-kind-flag",
            Kind::Day => "import-kind-day",
            Kind::Instant => "import-kind-instant",
            Kind::Choice(..) => "import-kind-choice",
            Kind::Record(_) => "import-kind-record",
            Kind::List(_) => "import-kind-list",
            Kind::Pairs => "import-kind-pairs",
            Kind::Json => "import-kind-json",
        };
        speech.t(key)
    }

    /// What may stand in it, where that can be told.
    fn values(&self, speech: &Speech<'_>, order: &TemplateOrder<'_>) -> String {
        let Some(field) = self.field else { return String::new() };
        let kind = if let Kind::List(inner) = &field.kind { inner } else { &field.kind };
        match kind {
            Kind::Choice(options, codes) => {
                codes.iter().map(|code| speech.choice(options, code)).collect::<Vec<_>>().join("; ")
            }
            Kind::Flag => format!("{}; {}", speech.t("yes"), speech.t("no")),
            Kind::Record(noun) if !noun.is_empty() => {
                let names = (order.names)(noun);
                let told = names.iter().take(NAMES_TOLD).map(|name| name.pick(order.language.code()).1.to_owned());
                told.collect::<Vec<_>>().join("; ")
            }
            _ => String::new(),
        }
    }

    fn example(&self, speech: &Speech<'_>, order: &TemplateOrder<'_>) -> String {
        let Some(field) = self.field else { return String::new() };
        match &field.kind {
            Kind::Number => "4".to_owned(),
            Kind::Day => speech.t("import-example-day"),
            Kind::Instant => speech.t("import-example-instant"),
            Kind::Flag => speech.t("no"),
            Kind::Choice(options, codes) => codes.first().map(|code| speech.choice(options, code)).unwrap_or_default(),
            Kind::Record(noun) if !noun.is_empty() => {
                let first = (order.names)(noun).into_iter().next();
                first.map(|name| name.pick(order.language.code()).1.to_owned()).unwrap_or_default()
            }
            Kind::Text | Kind::Words if field.required || field.language == Some(order.language.code()) => {
                "…".to_owned()
            }
            _ => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order<'t>(
        texts: &'t Texts,
        language: Language,
        noun: &str,
        names: &'t dyn Fn(&str) -> Vec<Words>,
    ) -> TemplateOrder<'t> {
        TemplateOrder { texts, language, noun: domain::noun(noun).unwrap(), opening: None, names }
    }

    /// Every header of every template, in every language, leads back to a field, and no two to the same one.
    #[test]
    fn every_template_is_understood_in_every_language() {
        let texts = Texts::read();
        let names = |_: &str| vec![Words::plain("Somebody")];
        let mut made = 0;
        for noun in domain::NOUNS {
            let words = vocabulary(&texts, noun);
            for language in Language::ALL {
                let Some(sheets) = template(&order(&texts, language, noun.name, &names)) else { continue };
                made += 1;
                let mut fields = std::collections::BTreeSet::new();
                for header in &sheets.sheets[0].header {
                    let field = words.meaning(header);
                    let field = field.unwrap_or_else(|| panic!("{} {language:?}: {header}", noun.name));
                    assert!(fields.insert(field.clone()), "{} {language:?}: {header} is {field} again", noun.name);
                }
                let first = sheets.sheets[0].rows[0][0].shown();
                assert!(first.starts_with('#'), "the example is a remark: {first}");
                assert_eq!(sheets.sheets[0].header.len(), sheets.sheets[1].rows.len());
            }
        }
        assert!(made > 80, "{made}");
    }

    #[test]
    fn choices_are_understood_in_every_language() {
        let texts = Texts::read();
        let words = vocabulary(&texts, domain::noun("patrol").unwrap());
        for language in Language::ALL {
            let label = texts.get(language, "patrol-kind-bilateral");
            assert_eq!(words.code("patrol-kind", &label), Some("bilateral"), "{label}");
            assert_eq!(words.flag(&texts.get(language, "yes")), Some(true));
        }
    }

    #[test]
    fn a_template_as_values_explains_itself_in_remarks() {
        let texts = Texts::read();
        let names = |_: &str| Vec::new();
        let bytes = template_csv(&order(&texts, Language::Vi, "task", &names)).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
        assert!(
            lines.len() == 3 && lines[1..].iter().all(|line| line.trim_start_matches('"').starts_with('#')),
            "{text}"
        );
    }
}
