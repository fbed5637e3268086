//! Today, and the one search over everything.

use clap::Args;
use desk::{Filter, Row};
use serde_json::{Value, json};

use crate::cli::Acting;
use crate::nouns::{few_columns, told};
use crate::stop::Outcome;
use crate::{door, shown};

/// What today asks for.
#[derive(Debug, Args)]
pub struct TodayArgs {
    #[command(flatten)]
    acting: Acting,
}

/// A search.
#[derive(Debug, Args)]
pub struct Search {
    /// The words, with or without their marks
    #[arg(required = true, value_name = "TEXT")]
    words: Vec<String>,
    /// Which page, from 1
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    page: u32,
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
            return shown::json_line(&all);
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
        let filter = Filter { text: Some(self.words.join(" ")), ..Filter::default() };
        let page = visit.desk.list(&visit.officer, &filter, self.page)?;
        if self.acting.json {
            let rows: Vec<Value> = page.rows.iter().map(shown::row_json).collect();
            return shown::json_line(&json!({ "page": page.page, "total": page.total, "rows": rows }));
        }
        shown::table(&few_columns(&page.rows, true))?;
        shown::say(&told(page.rows.len(), page.total, page.page));
        Ok(())
    }
}
