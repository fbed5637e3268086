//! The files: their length, names, first lines and words, and that the paths which pages name exist.

use std::path::Path;

use crate::{ends, files, finding, root, settle, text};

const LINES: usize = 600;
const ARCHITECTURE_LINES: usize = 300;
/// Names that say nothing about what is inside.
const EMPTY_NAMES: [&str; 7] = ["utils", "util", "common", "core", "helpers", "manager", "misc"];

/// The Rust files of all rooms.
pub fn rust() -> Vec<String> {
    files().into_iter().filter(|path| path.starts_with("crates/") && path.ends_with(".rs")).collect()
}

#[test]
fn no_file_is_too_long_to_read() {
    let read = files()
        .into_iter()
        .filter(|path| ends(path, &[".rs", ".html", ".css", ".js", ".mjs", ".ftl", ".md", ".sql", ".sh"]));
    let long = read.filter_map(|path| {
        let limit = if path == "ARCHITECTURE.md" { ARCHITECTURE_LINES } else { LINES };
        let lines = text(&path).lines().count();
        (lines > limit).then(|| finding(path, format!("has {lines} lines, more than {limit}")))
    });
    settle("length", long.collect());
}

#[test]
fn no_file_or_folder_has_an_empty_name() {
    let ours = files().into_iter().filter(|path| !path.starts_with("tests/browser/"));
    let empty = ours.filter(|path| {
        let mut parts = Path::new(path).iter().filter_map(|part| part.to_str());
        parts.any(|part| EMPTY_NAMES.contains(&part.split('.').next().unwrap_or_default()))
    });
    settle("name", empty.map(|path| finding(path, "says nothing about what is inside")).collect());
    let modules = rust().into_iter().flat_map(|path| {
        let text = text(&path);
        let named = text
            .lines()
            .filter_map(|line| line.trim_start_matches("pub ").trim_start_matches("pub(crate) ").strip_prefix("mod "));
        let empty = named.filter(|name| EMPTY_NAMES.contains(&name.trim_end_matches([';', ' ', '{'])));
        empty.map(|name| finding(path.clone(), format!("has a module {name}"))).collect::<Vec<_>>()
    });
    settle("module-name", modules.collect());
}

#[test]
fn every_file_begins_by_saying_what_it_is() {
    let silent = rust().into_iter().filter(|path| !text(path).starts_with("//! "));
    settle("first-line", silent.map(|path| finding(path, "does not begin with //! and a sentence")).collect());
}

/// The lines outside tests that do something.
fn working_lines(path: &str) -> Vec<(usize, String)> {
    let code = source_lines(path).into_iter().filter(|(_, line)| !line.trim_start().starts_with("//"));
    code.collect()
}

/// The lines outside tests: a file of tests has none, and a module of tests ends the file.
pub fn source_lines(path: &str) -> Vec<(usize, String)> {
    let is_test =
        path.starts_with("crates/testkit/") || path.contains("/tests/") || ends(path, &["/tests.rs", "/rehearsal.rs"]);
    if is_test {
        return Vec::new();
    }
    let text = text(path);
    let lines: Vec<&str> = text.lines().collect();
    let opens_tests = |place: &usize| {
        lines[*place].trim() == "#[cfg(test)]"
            && lines.get(place + 1).is_some_and(|next| next.trim().starts_with("mod tests {"))
    };
    let end = (0..lines.len()).find(opens_tests).unwrap_or(lines.len());
    lines.into_iter().take(end).enumerate().map(|(place, line)| (place + 1, line.to_owned())).collect()
}

#[test]
fn nothing_panics_outside_tests() {
    let forbidden = [".unwrap()", ".expect(", "todo!(", "unimplemented!(", "dbg!("];
    let found = rust().into_iter().flat_map(|path| {
        let lines = working_lines(&path).into_iter();
        let panicking = lines.filter(|(_, line)| forbidden.iter().any(|word| line.contains(word)));
        panicking.map(|(line, _)| finding(format!("{path}:{line}"), "may panic")).collect::<Vec<_>>()
    });
    settle("panic", found.collect());
}

#[test]
fn only_the_binary_asks_the_clock_and_only_the_store_writes_sql() {
    let clocks = ["Timestamp::now()", "Zoned::now()", "SystemTime::now()"];
    let mut wrong = Vec::new();
    for path in rust() {
        for (line, text) in working_lines(&path) {
            if clocks.iter().any(|clock| text.contains(clock)) && !path.starts_with("crates/twinpost/") {
                wrong.push(finding(format!("{path}:{line}"), "asks the clock"));
            }
            let sql = ["\"SELECT ", "\"INSERT ", "\"UPDATE ", "\"DELETE FROM", "rusqlite::"]
                .iter()
                .any(|word| text.contains(word));
            if sql && !path.starts_with("crates/store/") {
                wrong.push(finding(format!("{path}:{line}"), "speaks SQL outside the store"));
            }
        }
    }
    settle("clock-and-sql", wrong);
}

#[test]
fn nothing_speaks_of_the_place_where_it_was_made() {
    // Put together here, so that this file does not speak of it either.
    let words =
        [["..", "/shared"].concat(), ["/work", "/"].concat(), ["/root", "/"].concat(), ["/tmp/bash", "_jobs"].concat()];
    let hosts = [["index.crates", ".io"].concat(), ["registry.npmjs", ".org"].concat()];
    let mut wrong = Vec::new();
    for path in files().into_iter().filter(|path| path != "Cargo.lock") {
        let text = text(&path);
        for (place, line) in text.lines().enumerate() {
            let is_lock = ends(&path, &["package-lock.json", ".lock"]);
            let named = words.iter().chain(hosts.iter().filter(|_| is_lock)).find(|word| names(line, word));
            wrong.extend(named.map(|word| finding(format!("{path}:{}", place + 1), format!("says {word}"))));
        }
    }
    settle("workplace", wrong);
}

/// True when a line names the place, and not only a longer path that ends like it.
fn names(line: &str, word: &str) -> bool {
    let before = |at: usize| line[..at].chars().next_back();
    line.match_indices(word)
        .any(|(at, _)| before(at).is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != '-' && c != '.'))
}

#[test]
fn paths_that_pages_name_exist() {
    let top: Vec<String> = std::fs::read_dir(root())
        .map(|entries| {
            entries.filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned())).collect()
        })
        .unwrap_or_default();
    let mut wrong = Vec::new();
    for page in files().into_iter().filter(|path| path.ends_with(".md")) {
        let text = text(&page);
        let folder = Path::new(&page).parent().unwrap_or(Path::new(""));
        for (place, line) in text.lines().enumerate() {
            for named in quoted(line).chain(linked(line)) {
                let first = named.split('/').next().unwrap_or_default();
                let is_path = named.contains('/') && top.iter().any(|name| name == first);
                let is_page = !named.contains('/')
                    && ends(named, &[".md"])
                    && named.chars().next().is_some_and(char::is_uppercase);
                let exists = root().join(named).exists() || root().join(folder).join(named).exists();
                if (is_path || is_page) && !exists {
                    wrong.push(finding(format!("{page}:{}", place + 1), format!("{named} is not there")));
                }
            }
            for named in linked(line).filter(|named| !named.contains(':') && !named.starts_with('#')) {
                let named = named.split('#').next().unwrap_or_default();
                if !root().join(folder).join(named).exists() {
                    wrong.push(finding(format!("{page}:{}", place + 1), format!("the link to {named} leads nowhere")));
                }
            }
        }
    }
    settle("path", wrong);
}

/// What stands in backticks and looks like a path.
fn quoted(line: &str) -> impl Iterator<Item = &str> {
    let parts = line.split('`').skip(1).step_by(2);
    parts
        .filter(|part| !part.contains([' ', '<', '>', '*', '{', '}', '$', '(', '…', '@']))
        .map(|part| part.trim_end_matches('/'))
}

/// Where links lead.
fn linked(line: &str) -> impl Iterator<Item = &str> {
    line.split("](").skip(1).filter_map(|rest| rest.split(')').next()).filter(|to| !to.is_empty())
}
