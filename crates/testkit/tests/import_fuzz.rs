//! Everything that reads a table is tried with the kept corpus and with bytes made from it by a seed.
//!
//! `TWINPOST_FUZZ_RUNS` sets how many for each target (300), `TWINPOST_SEED` the seed.

use std::path::{Path, PathBuf};

use testkit::fuzz::{TARGETS, mutated};
use testkit::{Seeded, seed};

/// Whole tables are decided by the domain: each costs a hundred times as much as the others.
const COSTLY: &str = "rows";

fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
    let files = std::fs::read_dir(&folder).unwrap_or_else(|fault| panic!("{}: {fault}", folder.display()));
    let mut paths: Vec<PathBuf> = files.filter_map(|file| Some(file.ok()?.path())).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))).collect()
}

#[test]
fn every_target_stands_its_corpus_and_what_is_made_from_it() {
    let runs: usize = std::env::var("TWINPOST_FUZZ_RUNS").ok().and_then(|text| text.parse().ok()).unwrap_or(300);
    let seed = seed(77);
    for (name, target) in TARGETS {
        let kept = corpus(name);
        assert!(kept.len() >= 3, "{name}: {} files in the corpus", kept.len());
        kept.iter().for_each(|bytes| target(bytes));
        let chance = Seeded::new(seed);
        let runs = if name == COSTLY { runs.div_ceil(4) } else { runs };
        for run in 0..runs {
            let bytes = mutated(&chance, &kept);
            let outcome = std::panic::catch_unwind(|| target(&bytes));
            assert!(outcome.is_ok(), "{name}, seed {seed}, run {run}: {:?}", String::from_utf8_lossy(&bytes));
        }
        println!("{name}: {} kept, {runs} made", kept.len());
    }
}
