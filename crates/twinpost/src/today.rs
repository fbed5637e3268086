//! Today, and the one search over everything.

use clap::Args;
use desk::{FOUND_ROWS, Row};
use serde_json::{Value, json};

use crate::cli::Acting;
use crate::nouns::few_columns;
use crate::stop::Outcome;
use crate::{door, keys, shown};

/// What today asks for.
#[derive(Debug, Args)]
pub struct TodayArgs {
    #[command(flatten)]
    acting: Acting,
}

const HOW: &str = "All words must match, with or without their marks. A text in double quotes stands together; a word after a minus is \
     left out (write `--` before the words then). A number finds exactly itself: 97 is not 97(1). Dates are understood as \
     14.02.2026, 2026-02-14, \"Feb 2026\". The name of a unit or place also finds what is linked with it.";

/// A search.
#[derive(Debug, Args)]
#[command(after_help = HOW)]
pub struct Search {
    /// The words
    #[arg(required = true, value_name = "TEXT")]
    words: Vec<String>,
    /// Only records of this noun
    #[arg(long, value_name = "NOUN")]
    noun: Option<String>,
    /// Only records of this period: 2026, 2026-H1, 2026-Q1, 2026-02
    #[arg(long, value_name = "PERIOD")]
    period: Option<String>,
    /// Go on after this place, as the page before said
    #[arg(long, value_name = "PLACE")]
    after: Option<String>,
    /// How many records at once, 100 at most
    #[arg(long, default_value_t = FOUND_ROWS, value_name = "COUNT")]
    limit: usize,
    #[command(flatten)]
    acting: Acting,
}

impl TodayArgs {
    /// Shows what waits, for whom, and what comes next.
    pub fn run(&self) -> Outcome {
        let visit = door::enter(&self.acting)?;
        let today = visit.desk.today_of(&visit.officer)?;
        let parts: [(&str, &str, &[Row]); 5] = [
            ("needs_me", "Needs us", &today.needs_me),
            ("waiting", "Waits for the other side", &today.waiting),
            ("below", "Open in units below", &today.below),
            ("next", "The next days", &today.next),
            ("edited", "Last changed by you", &today.edited),
        ];
        if self.acting.json {
            let mut all = json!({ "today": visit.desk.today().to_string() });
            for (name, _, rows) in parts {
                all[name] = rows.iter().map(shown::row_json).collect::<Value>();
            }
            all["keys"] = today.keys.iter().map(|due| json!(due.key)).collect();
            return shown::json_line(&all);
        }
        for due in &today.keys {
            keys::tell_due(&due.key);
        }
        shown::line(&visit.desk.today().to_string())?;
        for (_, title, rows) in parts.into_iter().filter(|(_, _, rows)| !rows.is_empty()) {
            shown::line("")?;
            shown::table(&paper::Sheet { title: format!("{title} ({})", rows.len()), ..few_columns(rows, true) })?;
        }
        Ok(())
    }
}

impl Search {
    /// Shows the records that contain the words.
    pub fn run(&self) -> Outcome {
        let visit = door::enter(&self.acting)?;
        let text = self.words.join(" ");
        let search = desk::Search {
            text: &text,
            noun: self.noun.as_deref(),
            period: self.period.as_deref(),
            after: self.after.as_deref(),
            limit: self.limit,
        };
        let found = visit.desk.search(&visit.officer, &search, &web::search_words(&web::Texts::read()))?;
        let rows: Vec<Row> = found.hits.iter().map(|hit| hit.row.clone()).collect();
        if self.acting.json {
            let kinds: Vec<Value> =
                found.nouns.iter().map(|(noun, count)| json!({ "noun": noun, "count": count })).collect();
            let rows: Vec<Value> = rows.iter().map(shown::row_json).collect();
            return shown::json_line(&json!({ "total": found.total, "more": found.has_more, "kinds": kinds,
                "next": found.next, "rows": rows }));
        }
        shown::table(&few_columns(&rows, true))?;
        let count = if found.has_more { format!("more than {}", found.total) } else { found.total.to_string() };
        shown::say(&format!("{} of {count}", rows.len()));
        if let Some(next) = &found.next {
            shown::say(&format!("the next: --after {next}"));
        }
        for (line, count) in &found.fewer {
            shown::say(&format!("with one word less: {line} ({count})"));
        }
        Ok(())
    }
}
