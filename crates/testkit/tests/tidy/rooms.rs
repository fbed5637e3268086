//! The rooms: who may use whom, and that every noun has its word in the glossary.

use crate::{finding, root, settle, text};

/// Who may use whom among our own crates: the table of ARCHITECTURE.md. The test room may use everybody.
const MAY_USE: &[(&str, &[&str])] = &[
    ("twinpost", &["web", "desk", "paper", "store"]),
    ("web", &["desk", "paper", "domain", "terrain"]),
    ("desk", &["store", "journal", "planner", "terrain", "domain"]),
    ("store", &["journal", "domain"]),
    ("paper", &["domain", "terrain"]),
    ("planner", &["domain"]),
    ("terrain", &[]),
    ("journal", &[]),
    ("domain", &[]),
];
const LANGUAGES: usize = 5;

fn crates() -> Vec<String> {
    let folders = std::fs::read_dir(root().join("crates")).unwrap_or_else(|fault| panic!("{fault}"));
    let names = folders.filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()));
    let mut names: Vec<String> = names.collect();
    names.retain(|name| root().join("crates").join(name).join("Cargo.toml").exists());
    names.sort();
    names
}

fn manifest(name: &str) -> toml::Table {
    let path = format!("crates/{name}/Cargo.toml");
    text(&path).parse().unwrap_or_else(|fault| panic!("{path}: {fault}"))
}

fn used(manifest: &toml::Table, section: &str) -> Vec<String> {
    let found = manifest.get(section).and_then(toml::Value::as_table);
    found.into_iter().flatten().map(|(name, _)| name.clone()).collect()
}

#[test]
fn the_rooms_use_only_whom_they_may() {
    let crates = crates();
    assert!(crates.len() >= 6);
    let mut wrong = Vec::new();
    for name in crates.iter().filter(|name| *name != "testkit") {
        let manifest = manifest(name);
        let Some((_, allowed)) = MAY_USE.iter().find(|(room, _)| room == name) else {
            wrong.push(finding(name.as_str(), "is in no table of rooms; a new room needs a decision record"));
            continue;
        };
        for section in ["dependencies", "build-dependencies"] {
            for other in used(&manifest, section).into_iter().filter(|other| crates.contains(other)) {
                if !allowed.contains(&other.as_str()) {
                    wrong.push(finding(format!("{name} -> {other}"), "is no edge of the house"));
                }
            }
        }
    }
    settle("edge", wrong);
}

#[test]
fn the_pure_rooms_have_no_input_or_output() {
    let forbidden = ["rusqlite", "tokio", "axum", "reqwest", "getrandom", "tempfile", "tracing", "askama"];
    let mut wrong = Vec::new();
    for name in
        ["domain", "journal", "terrain", "planner"].iter().filter(|name| crates().iter().any(|known| known == *name))
    {
        let used = used(&manifest(name), "dependencies").into_iter().filter(|used| forbidden.contains(&used.as_str()));
        wrong.extend(
            used.map(|used| {
                finding(format!("{name} -> {used}"), "a pure room uses neither files nor network nor chance")
            }),
        );
    }
    settle("pure", wrong);
}

#[test]
fn the_test_room_is_used_by_tests_only() {
    let mut wrong = Vec::new();
    for name in crates() {
        for section in ["dependencies", "build-dependencies"] {
            if used(&manifest(&name), section).contains(&"testkit".to_owned()) {
                wrong.push(finding(name.as_str(), "uses testkit outside its tests"));
            }
        }
    }
    settle("testkit", wrong);
}

#[test]
fn every_noun_has_its_word_in_five_languages() {
    let glossary = text("GLOSSARY.md");
    let rows: Vec<Vec<&str>> = glossary
        .lines()
        .filter(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    let mut wrong = Vec::new();
    for noun in domain::NOUNS {
        match rows.iter().find(|cells| cells.first() == Some(&noun.name)) {
            None => wrong.push(finding(noun.name, "has no row in GLOSSARY.md")),
            Some(cells) if cells.len() != LANGUAGES + 2 => {
                wrong.push(finding(noun.name, "its row has not seven cells"))
            }
            Some(cells) if cells.iter().any(|cell| cell.is_empty()) => {
                wrong.push(finding(noun.name, "a cell is empty; a word not known is a dash"))
            }
            Some(_) => {}
        }
    }
    settle("glossary", wrong);
}

#[test]
fn no_word_stands_twice_in_the_glossary() {
    let glossary = text("GLOSSARY.md");
    let words =
        glossary.lines().filter(|line| line.starts_with("| ")).filter_map(|line| line.split('|').nth(1).map(str::trim));
    let mut seen = std::collections::BTreeSet::new();
    let twice = words.filter(|word| *word != "noun" && !seen.insert((*word).to_owned()));
    settle("glossary-twice", twice.map(|word| finding(word, "stands twice in GLOSSARY.md")).collect());
}

#[test]
fn every_noun_is_where_its_name_says() {
    let mut wrong = Vec::new();
    for noun in domain::NOUNS {
        let wing = format!("{:?}", noun.wing).to_lowercase();
        let path = format!("crates/domain/src/{wing}/{}.rs", noun.name.replace('-', "_"));
        if !root().join(&path).exists() {
            wrong.push(finding(noun.name, format!("is not in {path}")));
        }
    }
    settle("place", wrong);
}
