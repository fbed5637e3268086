//! Measuring search: a post in a temporary folder with a played quarter and a crowd of records in five languages, in which
//! the officers of the quarter look for what officers look for.

use std::time::{Duration, Instant};

use clap::Args;
use desk::crowd::words::{PERSONS, PLACES, VI_PLAIN};
use desk::crowd::{Crowd, KEPT, ReadThrough, Recall, Spread, Tongue, recall};
use desk::{Desk, FOUND_ROWS, Filter, Order, Scope, Vocabulary};
use domain::reporting::period::PeriodSpan;
use domain::{Grade, OfficerId};
use jiff::Timestamp;
use paper::Sheet;
use serde_json::{Value, json};
use store::{KeptBy, Store};

use super::build;
use super::figures::Times;
use crate::cli::ProfileArgs;
use crate::demo::course::{Course, Played};
use crate::stop::{Outcome, Stop};
use crate::{doctor, folders, shown};

/// What is promised: of a hundred searches ninety-five take no longer.
const LIMIT_MS: f64 = 50.0;
const QUARTER: &str = "2026-Q1";
/// Of each list of words every so many-th is looked for.
const EVERY: usize = 9;
/// Every search is done so many times.
const ROUNDS: usize = 2;
/// Roles that read no content: their searches would only make the figures better than they are.
const WITHOUT_CONTENT: &[&str] = &["auditor", "keeper"];

/// Measuring search.
#[derive(Debug, Args)]
pub struct BenchSearch {
    /// How many records there are
    #[arg(long, default_value_t = 100_000, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1_000..=5_000_000))]
    records: u32,
    /// Another crowd of records
    #[arg(long, default_value_t = 24, value_name = "NUMBER")]
    seed: u64,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    profile: ProfileArgs,
}

/// A post with a crowd.
struct Crowded {
    played: Played,
    store: Store,
    /// A searcher who sees half of the units, and the texts of the crowd that are seen so.
    scope: Scope,
    texts: ReadThrough,
    bytes: u64,
    filled_s: f64,
}

/// What was measured.
struct Measured {
    kinds: Vec<(&'static str, Times)>,
    searchers: Vec<(String, Times)>,
    recall: Vec<Recall>,
}

impl BenchSearch {
    /// Fills a post, searches in it, prints the figures, and fails where a promise is not kept.
    pub fn run(&self) -> Outcome {
        let course = Course::read(&folders::profile(self.profile.profiles.as_deref(), &self.profile.profile)?)?;
        let temporary = tempfile::tempdir().map_err(|fault| Stop::Failed(format!("no temporary folder: {fault}")))?;
        let crowded = self.fill(&course, temporary.path())?;
        shown::say(&format!("{} records are there after {:.0} s", self.records, crowded.filled_s));
        let every = (KEPT * self.records as usize / 100_000).clamp(KEPT, KEPT * 4);
        let recall = recall(&crowded.store, &crowded.scope, &crowded.texts, every)?;
        let measured = timed(&course, &crowded, recall)?;
        if self.json {
            shown::json_line(&self.told(&crowded, &measured))?
        } else {
            self.show(&crowded, &measured)?
        }
        measured.judged()
    }

    /// Plays the quarter and puts the crowd over the units of the own side.
    fn fill(&self, course: &Course, folder: &std::path::Path) -> Outcome<Crowded> {
        let quarter = PeriodSpan::parse(QUARTER).ok_or_else(|| Stop::Failed(format!("{QUARTER} is no quarter")))?;
        let played = course.found(folder, &quarter)?;
        course.play(&played, Timestamp::MAX, |_, _| {})?;
        let file = folders::records(folder);
        let mut store = Store::open(&file)?;
        let first = store.read(|view| view.entries_after(0, 1))?;
        let top = first.first().map(|first| first.entry.unit.clone()).unwrap_or_default();
        store.keep_for(KeptBy { zone: played.desk.zone().clone(), top });
        let named = |noun: &str| {
            let filter = Filter { nouns: vec![noun.to_owned()], order: Order::Begun, ..Filter::default() };
            store.read(|view| view.list(&Scope::whole(), &filter, 10_000, 0))
        };
        let own = played.desk.own().as_str().to_owned();
        let units = named("unit")?.into_iter().filter(|row| row.state["side"] == own.as_str()).map(|row| row.id);
        let units: Vec<String> = units.collect();
        let counterparts: Vec<String> = named("counterpart")?.into_iter().map(|row| row.id).collect();
        if units.is_empty() || counterparts.is_empty() {
            return Err(Stop::Refused("the profile names no units or no relations".to_owned()));
        }
        let scope = Scope::of(true, units.iter().step_by(2).map(|unit| (unit.clone(), Grade::Restricted)));
        let mut texts = ReadThrough::default();
        let bar = doctor::progress("records");
        bar.set_length(self.records.into());
        let begun = Instant::now();
        let mut crowd = Crowd::new("crowd", self.seed, Spread { units, counterparts, restricted_every: 10 });
        crowd.settle(&store, self.records as usize, |row| {
            bar.inc(1);
            if scope.sees(&row.unit, row.grade) {
                texts.take(row);
            }
        })?;
        bar.finish_and_clear();
        let filled_s = begun.elapsed().as_secs_f64();
        let bytes = std::fs::metadata(&file).map_or(0, |file| file.len());
        Ok(Crowded { played, store, scope, texts, bytes, filled_s })
    }

    fn told(&self, crowded: &Crowded, measured: &Measured) -> Value {
        let all = measured.all();
        let recall = measured.recall.iter().map(|told| {
            json!({ "language": told.language, "words": told.words, "of_two_characters": told.of_two_characters,
                "there": told.there, "found": told.found, "beyond": told.beyond, "faults": told.faults })
        });
        json!({
            "measured": "search", "records": self.records, "seed": self.seed, "build": build(),
            "file_bytes": crowded.bytes, "filled_s": crowded.filled_s, "limit_ms": LIMIT_MS,
            "all": all.json("all", LIMIT_MS),
            "kinds": measured.kinds.iter().map(|(name, times)| times.json(name, LIMIT_MS)).collect::<Vec<_>>(),
            "searchers": measured.searchers.iter().map(|(name, times)| times.json(name, LIMIT_MS)).collect::<Vec<_>>(),
            "recall": { "found": measured.found_of_there().0, "there": measured.found_of_there().1,
                "languages": recall.collect::<Vec<_>>() },
            "kept": measured.judged().is_ok(),
        })
    }

    fn show(&self, crowded: &Crowded, measured: &Measured) -> Outcome {
        let header = ["searches", "count", "p50 ms", "p95 ms", "longest ms", "p95 of the limit"].map(str::to_owned);
        let searchers = measured.searchers.iter().map(|(name, times)| times.cells(&format!("as {name}"), LIMIT_MS));
        let mut rows: Vec<_> = measured.kinds.iter().map(|(name, times)| times.cells(name, LIMIT_MS)).collect();
        rows.extend(searchers);
        rows.push(measured.all().cells("all", LIMIT_MS));
        shown::table(&Sheet {
            title: format!("Search among {} records ({} build)", self.records, build()),
            meta: vec![
                format!("The limit: ninety-five of a hundred within {LIMIT_MS:.0} ms, for each searcher."),
                format!("The file has {} MB; it was filled in {:.0} s.", crowded.bytes / 1_000_000, crowded.filled_s),
            ],
            header: header.to_vec(),
            rows,
            ..Sheet::default()
        })?;
        shown::line("")?;
        let rows = measured.recall.iter().map(|told| {
            let numbers = [told.words, told.of_two_characters, told.there, told.found, told.beyond];
            let cells = numbers.map(|number| paper::Cell::from(i64::try_from(number).unwrap_or(i64::MAX)));
            std::iter::once(told.language.into()).chain(cells).collect()
        });
        let header = ["found of what is there", "words", "of two characters", "there", "found", "by names linked with"];
        shown::table(&Sheet {
            header: header.map(str::to_owned).to_vec(),
            rows: rows.collect(),
            notes: measured.recall.iter().flat_map(|told| told.faults.clone()).collect(),
            ..Sheet::default()
        })
    }
}

impl Measured {
    fn all(&self) -> Times {
        Times::together(self.kinds.iter().map(|(_, times)| times))
    }

    fn found_of_there(&self) -> (usize, usize) {
        self.recall.iter().fold((0, 0), |(found, there), told| (found + told.found, there + told.there))
    }

    /// A stop that names every promise that is not kept.
    fn judged(&self) -> Outcome {
        let slow = self.searchers.iter().filter(|(_, times)| times.at(95) > LIMIT_MS);
        let mut broken: Vec<String> = slow
            .map(|(name, times)| format!("p95 of {name} is {:.1} ms, above {LIMIT_MS:.0} ms", times.at(95)))
            .collect();
        let (found, there) = self.found_of_there();
        if found < there || there == 0 {
            broken.push(format!("{found} of {there} were found"));
        }
        if broken.is_empty() { Ok(()) } else { Err(Stop::Failed(broken.join("; "))) }
    }
}

/// The times of all lines, by kind and by searcher; the recall is put beside them.
fn timed(course: &Course, crowded: &Crowded, recall: Vec<Recall>) -> Outcome<Measured> {
    let vocabulary = web::search_words(&web::Texts::read());
    let lines = lines();
    let mut kinds: Vec<(&'static str, Times)> = Vec::new();
    let mut searchers: Vec<(String, Times)> = Vec::new();
    for scripted in &course.script.officers {
        let role = serde_json::to_value(scripted.role).unwrap_or_default();
        let Some(officer) = crowded.played.officers.get(&scripted.login) else { continue };
        if WITHOUT_CONTENT.iter().any(|without| role == **without) {
            continue;
        }
        let mut own = Times::default();
        for _ in 0..ROUNDS {
            for (kind, line) in &lines {
                let time = look(&crowded.played.desk, officer, kind, line, &vocabulary)?;
                own.add(time);
                match kinds.iter_mut().find(|(name, _)| name == kind) {
                    Some((_, times)) => times.add(time),
                    None => {
                        let mut times = Times::default();
                        times.add(time);
                        kinds.push((*kind, times));
                    }
                }
            }
        }
        searchers.push((scripted.login.clone(), own));
    }
    Ok(Measured { kinds, searchers, recall })
}

const COMPLETION: &str = "completion";
const NEXT_PAGE: &str = "the next page";

/// How long a search takes as a page does it, or the page after it, or the completion of what is being typed.
fn look(desk: &Desk, officer: &OfficerId, kind: &str, line: &str, words: &Vocabulary) -> Outcome<Duration> {
    let mut begun = Instant::now();
    if kind == COMPLETION {
        desk.completions(officer, line)?;
        return Ok(begun.elapsed());
    }
    let search = desk::Search { text: line, noun: None, period: None, after: None, limit: FOUND_ROWS };
    let found = desk.search(officer, &search, words)?;
    if kind == NEXT_PAGE && found.next.is_some() {
        begun = Instant::now();
        desk.search(officer, &desk::Search { after: found.next.as_deref(), ..search }, words)?;
    }
    Ok(begun.elapsed())
}

/// What officers look for, by kind.
fn lines() -> Vec<(&'static str, String)> {
    let mut lines: Vec<(&'static str, String)> = Vec::new();
    for tongue in Tongue::ALL {
        let words = tongue.words();
        let kind = ["word, vi", "word, zh", "word, lo", "word, km", "word, en"][tongue as usize];
        let taken = || words.iter().step_by(EVERY);
        lines.extend(taken().map(|word| (kind, (*word).to_owned())));
        lines.extend(taken().map(|word| ("phrase in quotes", format!("\"{word}\""))));
        let second = words.iter().skip(EVERY / 2).step_by(EVERY);
        lines.extend(taken().zip(second).map(|(one, two)| ("two words", format!("{one} {two}"))));
        lines.extend(taken().take(3).map(|word| (NEXT_PAGE, (*word).to_owned())));
        let beginning = |word: &&str| word.chars().take(4).collect::<String>();
        lines.extend(taken().map(|word| (COMPLETION, beginning(word))));
        lines.extend(taken().take(3).map(|word| ("nothing has all words", format!("{word} nowhere"))));
    }
    lines.extend(VI_PLAIN.iter().step_by(EVERY).map(|word| ("word, vi without marks", (*word).to_owned())));
    lines.extend(PLACES.iter().map(|place| ("place", (*place).to_owned())));
    lines.extend(PLACES.iter().step_by(3).map(|place| ("kind and place", format!("talks {place}"))));
    for (number, (family, given)) in PERSONS[0].iter().zip(PERSONS[1]).enumerate() {
        lines.push(("person", format!("{family} {given}")));
        let year = 2016 + number;
        let (marker, day) = (90 + number * 117, number + 3);
        lines.extend([format!("{marker}"), format!("mốc {marker}(1)")].map(|line| ("marker", line)));
        lines.push(("number", format!("{}/{year}/CV", number * 83 + 7)));
        lines.extend([format!("{day:02}.02.{year}"), format!("{year}年2月")].map(|line| ("date", line)));
        lines.push(("word and date", format!("biên giới tháng {} năm {year}", number + 2)));
    }
    lines
}
