//! Everything that reads what comes from outside is tried with its kept inputs, and with so many more made from them by
//! a seed: the same ones in every run.
//!
//! `TWINPOST_FUZZ_RUNS` sets how many for a target whose cost is 1, `TWINPOST_SEED` the seed. An input that breaks
//! something is written beside what was built and named, to be kept.

use std::path::Path;

use testkit::fuzz::{TARGETS, Target, kept, kept_in, mutated};
use testkit::{Seeded, seed, workspace};

/// How many inputs are made for a target whose cost is 1.
const RUNS: usize = 6_000;

/// Runs an input; where it breaks something, says how to keep it.
fn run(target: &Target, which: &str, bytes: &[u8]) {
    if std::panic::catch_unwind(|| (target.run)(bytes)).is_ok() {
        return;
    }
    let found = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{}", target.name, bytes.len()));
    let written =
        std::fs::write(&found, bytes).map_or_else(|fault| fault.to_string(), |()| found.display().to_string());
    panic!("{}, {which}: {written}; keep it in {}", target.name, kept_in(target.name).display());
}

fn tried(name: &str) {
    let target = TARGETS.iter().find(|target| target.name == name).unwrap_or_else(|| panic!("no target {name}"));
    let inputs = kept(name);
    assert!(inputs.len() >= 3, "{name}: {} inputs kept", inputs.len());
    inputs.iter().for_each(|(file, bytes)| run(target, file, bytes));
    let runs: usize = std::env::var("TWINPOST_FUZZ_RUNS").ok().and_then(|text| text.parse().ok()).unwrap_or(RUNS);
    let runs = runs.div_ceil(target.cost);
    let seed = seed(77);
    let chance = Seeded::new(seed);
    let inputs: Vec<Vec<u8>> = inputs.into_iter().map(|(_, bytes)| bytes).collect();
    for number in 0..runs {
        run(target, &format!("seed {seed}, input {number}"), &mutated(&chance, &inputs));
    }
    println!("{name}: {} kept, {runs} made", inputs.len());
}

/// One test for each target, so that they run beside each other; and the list, to be held against what there is.
macro_rules! tried {
    ($($test:ident: $name:literal;)+) => {
        const TRIED: &[&str] = &[$($name),+];
        $(#[test]
        fn $test() {
            tried($name);
        })+
    };
}

tried! {
    bundles_stand_any_bytes: "bundle";
    checkpoints_stand_any_bytes: "checkpoint";
    letters_of_every_encoding_stand_any_bytes: "encodings";
    journal_entries_stand_any_bytes: "entry";
    what_the_reading_process_tells_stands_any_bytes: "frames";
    introductions_of_posts_stand_any_bytes: "introduction";
    kept_keys_and_requests_stand_any_bytes: "kept-key";
    backups_of_keys_stand_any_bytes: "key-backup";
    the_line_of_a_border_stands_any_bytes: "line";
    mappings_and_names_of_files_stand_any_bytes: "mapping";
    marker_numbers_stand_any_bytes: "marker-number";
    openings_of_documents_stand_any_bytes: "opening";
    pouches_stand_any_bytes: "pouch";
    the_files_of_a_profile_stand_any_bytes: "profile";
    what_is_typed_into_search_is_only_text: "query";
    whole_tables_stand_any_bytes: "rows";
    separated_values_stand_any_bytes: "separated";
    the_cells_of_a_spreadsheet_stand_any_bytes: "sheet";
    spreadsheets_stand_any_bytes: "spreadsheet";
    entries_of_logs_stand_any_bytes: "statement";
    canonical_values_stand_any_bytes: "value";
    days_and_instants_stand_any_bytes: "written";
}

fn names(folder: &str) -> Vec<String> {
    let folder = workspace().join(folder);
    let files = std::fs::read_dir(&folder).unwrap_or_else(|fault| panic!("{}: {fault}", folder.display()));
    let mut names: Vec<String> =
        files.filter_map(|file| Some(file.ok()?.file_name().to_string_lossy().replace(".rs", ""))).collect();
    names.sort();
    names
}

#[test]
fn every_target_is_tried_here_and_by_the_fuzzer_and_has_kept_inputs() {
    let listed: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
    assert_eq!(TRIED, listed);
    assert_eq!(names("fuzz/corpus"), listed);
    assert_eq!(names("fuzz/fuzz_targets"), listed);
    let manifest =
        std::fs::read_to_string(workspace().join("fuzz/Cargo.toml")).unwrap_or_else(|fault| panic!("{fault}"));
    let manifest: toml::Table = manifest.parse().unwrap_or_else(|fault| panic!("{fault}"));
    let programs = manifest.get("bin").and_then(toml::Value::as_array).into_iter().flatten();
    let programs: Vec<&str> = programs.filter_map(|program| program.get("name")?.as_str()).collect();
    assert_eq!(programs, listed);
}

#[test]
fn a_target_that_breaks_is_noticed_and_its_input_kept() {
    let broken = Target { name: "entry", run: |bytes| assert!(bytes.len() < 3), cost: 1 };
    run(&broken, "short", b"ab");
    let outcome = std::panic::catch_unwind(|| run(&broken, "long", b"abc"));
    let told = outcome.err().and_then(|told| told.downcast_ref::<String>().cloned()).unwrap_or_default();
    assert!(told.contains("entry, long") && told.contains("fuzz/corpus/entry"), "{told}");
}
