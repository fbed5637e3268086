//! What reads a border, tried with any bytes: the line as GeoJSON, the files of a profile, the number on a marker.

use std::path::Path;
use std::sync::OnceLock;

use desk::profile::Profile;
use domain::MarkerNumber;
use terrain::{Line, LineFault};

use crate::profile_folder;

/// The line of a border: every position is on the globe, and no part is drawn that is not there.
pub fn line(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    match Line::parse(&text) {
        Ok(line) => {
            assert!(line.part_count() > 0 && text.contains("source"));
            let bounds = line.bounds();
            assert!((-180.0..=bounds.east).contains(&bounds.west) && bounds.east <= 180.0, "{bounds:?}");
            assert!((-90.0..=bounds.north).contains(&bounds.south) && bounds.north <= 90.0, "{bounds:?}");
            assert!(line.length_m().is_finite() && line.length_m() >= 0.0);
            let drawn = line.within(bounds);
            assert_eq!(drawn.len(), line.part_count(), "in its own box every part is drawn once");
            assert!(drawn.iter().flatten().all(|at| bounds.holds(*at)));
            let simpler = line.simplified(0.001);
            assert_eq!(simpler.part_count(), line.part_count(), "no part is lost and no gap closed");
            assert!(simpler.within(bounds).iter().map(Vec::len).sum::<usize>() <= drawn.iter().map(Vec::len).sum());
        }
        Err(LineFault::BadPosition { index }) => assert!(index < bytes.len()),
        Err(fault) => assert!(!fault.to_string().is_empty()),
    }
}

/// A profile of which one file was written by nobody; the first byte chooses which. Every fault names a file of the
/// profile, and its line where it is known; a profile without faults is read alike twice.
pub fn profile(bytes: &[u8]) {
    const FILES: [&str; 7] = [
        "profile.toml",
        "units.toml",
        "counterparts.toml",
        "agreements.toml",
        "line.geojson",
        "territory.toml",
        "figures.toml",
    ];
    static WHOLE: OnceLock<Vec<(&'static str, Vec<u8>)>> = OnceLock::new();
    let whole = WHOLE.get_or_init(|| {
        let read = |file| std::fs::read(profile_folder().join(file)).unwrap_or_else(|fault| panic!("{file}: {fault}"));
        let small = b"{\"type\":\"Feature\",\"properties\":{\"source\":\"made for a test\"},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[104,22.5],[104.1,22.6]]}}";
        FILES.iter().map(|file| (*file, if *file == "line.geojson" { small.to_vec() } else { read(file) })).collect()
    });
    let (first, text) = bytes.split_first().unwrap_or((&0, &[]));
    let chosen = usize::from(*first) % FILES.len();
    let folder = tempfile::tempdir().unwrap_or_else(|fault| panic!("{fault}"));
    for (place, (file, whole)) in whole.iter().enumerate() {
        let written = std::fs::write(folder.path().join(file), if place == chosen { text } else { whole });
        written.unwrap_or_else(|fault| panic!("{file}: {fault}"));
    }
    match Profile::read(folder.path()) {
        Ok(profile) => {
            let again = Profile::read(folder.path());
            assert_eq!(again.map(|again| format!("{again:?}")).ok(), Some(format!("{profile:?}")));
            assert!(profile.lines.iter().all(|(name, _)| !name.contains(['/', '\\'])), "no line from elsewhere");
        }
        Err(faults) => {
            assert!(!faults.is_empty());
            let lines = bytes.iter().filter(|byte| **byte == b'\n').count() + 1;
            for fault in faults {
                assert!(!fault.problem.is_empty() && !Path::new(&fault.file).is_absolute(), "{fault}");
                let is_within =
                    fault.file != FILES[chosen] || fault.line.is_none_or(|line| (1..=lines).contains(&line));
                assert!(is_within, "{fault}: the file has {lines} lines");
            }
        }
    }
}

/// The number on a marker: kept exactly as it was written, short, and with one meaning.
pub fn marker_number(bytes: &[u8]) {
    for text in String::from_utf8_lossy(bytes).lines() {
        if let Some(number) = MarkerNumber::parse(text) {
            let kept = number.as_str();
            assert!(!text.is_ascii() || kept == text.trim(), "a number is kept as it was written: {text:?}");
            assert!(kept.len() <= 24 && kept.contains(|c: char| c.is_ascii_digit()), "{text:?}");
            assert!(!kept.contains(char::is_control), "{text:?}");
            assert_eq!(number.place().stone(), None, "a place is no stone: {text:?}");
            assert_eq!(MarkerNumber::parse(kept), Some(number));
        }
    }
}
