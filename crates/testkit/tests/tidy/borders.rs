//! No border is written into the program: sides, units, places, zones and profiles are data, and stand in profiles only.

use std::collections::BTreeSet;

use desk::profile::Profile;
use testkit::profile_folders;

use crate::files::{rust, source_lines};
use crate::{ends, files, finding, settle, text};

/// The code of a side that is an answer of the interface as well: as a text alone it says nothing about a border. The
/// same holds for codes that are languages too, which the profiles say themselves.
const ANSWER: &str = "no";
/// Names of places shorter than this are parts of too many words.
const SHORTEST: usize = 4;

/// What the profiles name: whole texts that may stand nowhere else, and codes that may not stand as a text alone.
struct Named {
    texts: BTreeSet<String>,
    alone: BTreeSet<String>,
    languages: BTreeSet<String>,
}

fn named() -> Named {
    let mut named = Named { texts: BTreeSet::new(), alone: BTreeSet::new(), languages: BTreeSet::new() };
    for folder in profile_folders() {
        let profile = Profile::read(&folder).unwrap_or_else(|faults| panic!("{faults:#?}"));
        named.texts.insert(profile.main.name.clone());
        for side in &profile.main.sides {
            named.alone.insert(side.code.get_ref().clone());
            named.languages.extend(side.languages.iter().cloned());
            named.texts.insert(side.zone.get_ref().clone());
            named.texts.extend(side.name.0.values().cloned());
        }
        named.texts.extend(profile.main.lines.iter().map(|line| line.code.get_ref().clone()));
        for unit in &profile.units.units {
            named.texts.insert(unit.code.get_ref().clone());
            named.texts.extend(unit.names.iter().flat_map(|name| name.words.values().cloned()));
        }
        named.texts.extend(profile.counterparts.counterparts.iter().map(|known| known.code.get_ref().clone()));
        for agreement in &profile.agreements.agreements {
            named.texts.insert(agreement.code.get_ref().clone());
            named.texts.extend(agreement.obligations.iter().map(|duty| duty.code.get_ref().clone()));
        }
        let places = std::fs::read_to_string(folder.join("places.csv")).unwrap_or_else(|fault| panic!("{fault}"));
        named.texts.extend(places.lines().skip(1).filter_map(|line| Some(line.split(',').nth(1)?.to_owned())));
    }
    named.texts.retain(|text| text.chars().count() >= SHORTEST);
    let languages: BTreeSet<&str> = domain::Words::LANGUAGES.into_iter().collect();
    let of_sides = std::mem::take(&mut named.languages);
    named.alone.retain(|code| code != ANSWER && !languages.contains(code.as_str()) && !of_sides.contains(code));
    named
}

/// The lines that everybody who runs the program carries along: code, templates, scripts, styles, translations.
fn carried() -> Vec<(String, usize, String)> {
    let code = rust().into_iter().flat_map(|path| {
        let lines = source_lines(&path).into_iter();
        lines.map(|(line, text)| (path.clone(), line, text)).collect::<Vec<_>>()
    });
    let others = files().into_iter().filter(|path| {
        path.starts_with("crates/")
            && ends(path, &[".html", ".js", ".css", ".ftl", ".sql"])
            && !path.contains("/tests/")
    });
    let others = others.flat_map(|path| {
        let text = text(&path);
        let lines = text.lines().enumerate();
        lines.map(|(line, text)| (path.clone(), line + 1, text.to_owned())).collect::<Vec<_>>()
    });
    code.chain(others).collect()
}

/// True where the text stands as a word, not inside a longer one.
fn says(line: &str, text: &str) -> bool {
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '-' || c == '_');
    line.match_indices(text).any(|(at, found)| {
        !is_part(line[..at].chars().next_back()) && !is_part(line[at + found.len()..].chars().next())
    })
}

#[test]
fn nothing_outside_the_profiles_names_a_border() {
    let named = named();
    assert!(named.texts.len() > 300 && named.alone.len() >= 2, "the profiles are not found");
    let mut wrong = Vec::new();
    for (path, line, text) in carried() {
        for word in named.texts.iter().filter(|word| says(&text, word)) {
            wrong.push(finding(format!("{path}: {word}"), format!("line {line} names what a profile names")));
        }
        for code in &named.alone {
            if ['"', '`', '\''].iter().any(|quote| text.contains(&format!("{quote}{code}{quote}"))) {
                wrong.push(finding(format!("{path}: {code}"), format!("line {line} names a side")));
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    settle("border", wrong);
}

#[test]
fn no_clock_of_a_border_is_written_into_the_program() {
    let mut wrong = Vec::new();
    for (path, line, text) in carried() {
        let parts = text.split(|c: char| !c.is_ascii_alphanumeric() && !['/', '_', '-', '+'].contains(&c));
        for zone in parts.filter(|part| part.contains('/') && part.starts_with(char::is_uppercase)) {
            if jiff::tz::TimeZone::get(zone).is_ok() {
                wrong.push(finding(format!("{path}: {zone}"), format!("line {line} names a time zone")));
            }
        }
        if text.contains("Offset::constant(") || text.contains("tz::offset(") {
            wrong.push(finding(format!("{path}: offset"), format!("line {line} has an offset from UTC")));
        }
    }
    settle("zone", wrong);
}

#[test]
fn a_border_that_is_named_would_be_found() {
    assert!(says("let unit = \"xx-gate\";", "xx-gate") && says("// the gate of Town", "Town"));
    assert!(!says("let unit = \"xx-gate-two\";", "xx-gate") && !says("Towns", "Town"));
}
