//! What a reviewer would have to look for in every change: the rooms and their doors, the files, the words, the
//! translations. Each rule has its reason; whoever needs an exception writes it in the list below, with its reason.

#[path = "tidy/borders.rs"]
mod borders;
#[path = "tidy/files.rs"]
mod files;
#[path = "tidy/rooms.rs"]
mod rooms;
#[path = "tidy/translations.rs"]
mod translations;

use std::path::{Path, PathBuf};

/// Rule, what is excepted, and why. The list may only shrink: an exception that nothing needs any more fails.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("edge", "twinpost -> domain", "the binary names officers and commands by their types"),
    ("border", "crates/twinpost/src/folders.rs: vn-cn", "the profile that is taken where none is named"),
];

/// What was found to be wrong, less the exceptions; fails with all of it at once.
pub fn settle(rule: &str, mut found: Vec<(String, String)>) {
    let excepted: Vec<&str> = EXCEPTIONS.iter().filter(|(of, ..)| *of == rule).map(|(_, what, _)| *what).collect();
    let unneeded: Vec<&&str> = excepted.iter().filter(|what| !found.iter().any(|(found, _)| found == **what)).collect();
    let unneeded: Vec<String> =
        unneeded.into_iter().map(|what| format!("{what}: no longer needs its exception")).collect();
    found.retain(|(what, _)| !excepted.contains(&what.as_str()));
    let mut wrong: Vec<String> = found.into_iter().map(|(what, problem)| format!("{what}: {problem}")).collect();
    wrong.extend(unneeded);
    assert!(wrong.is_empty(), "{} against the rule \"{rule}\":\n{}", wrong.len(), wrong.join("\n"));
}

/// A finding about a thing.
pub fn finding(what: impl Into<String>, problem: impl Into<String>) -> (String, String) {
    (what.into(), problem.into())
}

/// The folder of the workspace.
pub fn root() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    root.canonicalize().unwrap_or_else(|fault| panic!("{}: {fault}", root.display()))
}

/// The files of the house by their path from the root, without what is built, fetched or kept by version control.
pub fn files() -> Vec<String> {
    let mut files = Vec::new();
    gather(&root(), "", &mut files);
    files.sort();
    files
}

fn gather(folder: &Path, path: &str, files: &mut Vec<String>) {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|fault| panic!("{}: {fault}", folder.display()));
    for entry in entries.filter_map(Result::ok) {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if path.is_empty() { name.clone() } else { format!("{path}/{name}") };
        let is_ours = !["target", "node_modules", ".git"].contains(&name.as_str());
        match entry.file_type() {
            Ok(kind) if kind.is_dir() && is_ours => gather(&entry.path(), &path, files),
            Ok(kind) if kind.is_file() && !name.contains(".db") => files.push(path),
            _ => {}
        }
    }
}

/// The text of a file; nothing for one that is not text.
pub fn text(path: &str) -> String {
    std::fs::read(root().join(path)).ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// True when a path ends with one of these endings.
pub fn ends(path: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| path.ends_with(ending))
}
