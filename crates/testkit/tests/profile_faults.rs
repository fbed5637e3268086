//! What is wrong with a profile is told with file, line and field before anything is founded.

use std::path::Path;

use desk::profile::Profile;
use testkit::workspace;

/// The faults of the small profile in which one text was replaced by another.
fn faults(file: &str, from: &str, to: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap_or_else(|fault| panic!("{fault}"));
    let source = workspace().join("profiles/fr-es");
    let entries = std::fs::read_dir(&source).unwrap_or_else(|fault| panic!("{fault}"));
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_file()) {
        copy(&path, folder.path());
    }
    let path = folder.path().join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{fault}"));
    assert!(text.contains(from), "{file} does not hold {from}");
    std::fs::write(&path, text.replacen(from, to, 1)).unwrap_or_else(|fault| panic!("{fault}"));
    let read = Profile::read(folder.path());
    read.err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

fn copy(path: &Path, folder: &Path) {
    let name = path.file_name().unwrap_or_default();
    std::fs::copy(path, folder.join(name)).unwrap_or_else(|fault| panic!("{fault}"));
}

/// One text replaced by another gives exactly this fault.
fn is_told(file: &str, from: &str, to: &str, place: &str, problem: &str) {
    let found = faults(file, from, to);
    let is_right = |told: &String| told.starts_with(place) && told.contains(problem);
    assert!(found.len() == 1 && found.iter().all(is_right), "{from} -> {to}: {found:#?}, not {place} {problem}");
}

#[test]
fn a_profile_without_a_change_has_no_fault() {
    assert_eq!(faults("profile.toml", "fr-es", "fr-es"), Vec::<String>::new());
}

#[test]
fn a_line_has_a_code_of_its_own() {
    let line = |to: &str, problem: &str| is_told("profile.toml", "\"line-fr-es\"", to, "profile.toml:", problem);
    line("\"Line_1\"", "line.code: \"Line_1\": a code has 1 to 64 characters");
    line("\"es-police\"", "\"es-police\" is used twice; every code is used once");
    let missing = faults("profile.toml", "code = \"line-fr-es\"\n", "");
    assert!(missing.len() == 1 && missing[0].contains("missing field `code`"), "{missing:?}");
}

#[test]
fn a_line_has_a_name_and_runs_between_two_sides() {
    let missing = faults("profile.toml", "name = { en = \"France - Spain boundary\"", "names = { en = \"x\"");
    assert!(missing.len() == 1 && missing[0].contains("unknown field `names`"), "{missing:?}");
    let sides = |to: &str, problem: &str| {
        is_told("profile.toml", "sides = [\"fr\", \"es\"]", &format!("sides = {to}"), "profile.toml:", problem);
    };
    sides("[\"fr\", \"ad\"]", "line.sides: no side has the code \"ad\"");
    sides("[\"fr\"]", "line.sides: a line runs between two sides, each named once");
    sides("[\"fr\", \"fr\"]", "line.sides: a line runs between two sides, each named once");
    assert_eq!(faults("profile.toml", "sides = [\"fr\", \"es\"]\n", ""), Vec::<String>::new(), "two sides are known");
}

#[test]
fn where_there_are_three_sides_a_line_says_between_which_it_runs() {
    let third = "[[side]]\ncode = \"ad\"\nletter = \"A\"\nzone = \"Europe/Andorra\"\nlanguages = [\"ca\"]\nname = { en = \"Andorra\", ca = \"Andorra\" }\n\n[[line]]";
    assert_eq!(faults("profile.toml", "[[line]]", third), Vec::<String>::new());
    let unsaid = faults("profile.toml", "sides = [\"fr\", \"es\"]\n", "");
    assert_eq!(unsaid, Vec::<String>::new());
    let folder_text = third.to_owned()
        + "\ncode = \"line-b\"\nname = { en = \"B\" }\nfile = \"line.geojson\"\nattribution = \"x\"\nlicence = \"x\"\n\n[[line]]";
    is_told("profile.toml", "[[line]]", &folder_text, "profile.toml:", "line.sides: name the two sides");
}

#[test]
fn every_name_can_be_read_in_english_and_no_text_stands_under_an_unknown_language() {
    is_told(
        "units.toml",
        "en = \"Government of Spain\"\n",
        "",
        "units.toml:",
        "unit.name: a name needs a text in \"en\"",
    );
    is_told(
        "units.toml",
        "fr = \"Gouvernement de l'Espagne\"",
        "de = \"x\"",
        "units.toml:",
        "\"de\" is a language neither",
    );
    is_told(
        "profile.toml",
        "notice = { en =",
        "notice = { nb =",
        "profile.toml: notice",
        "\"nb\" is a language neither",
    );
    is_told(
        "profile.toml",
        "languages = [\"es\"]",
        "languages = [\"es\", \"Spanish\"]",
        "profile.toml:",
        "no code of a language",
    );
}

#[test]
fn what_the_rules_rely_on_is_asked_of_every_profile() {
    is_told(
        "profile.toml",
        "code = \"follow-up\"",
        "code = \"follow-on\"",
        "profile.toml: matter",
        "\"follow-up\" is needed",
    );
    let talks =
        faults("profile.toml", "scheme = \"talks\"\ncode = \"central\"", "scheme = \"other\"\ncode = \"central\"");
    assert!(
        !talks.is_empty() && talks.iter().all(|told| told.starts_with("units.toml:") && told.contains("scheme talks"))
    );
    is_told(
        "agreements.toml",
        "signed_on = \"1973-02-08\"",
        "in_force_on = \"1975-06-24\"",
        "agreements.toml:",
        "say when it was signed",
    );
}
