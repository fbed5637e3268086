//! A real line of several parts: it ends at a third State, begins again beyond it, and goes around an exclave.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use terrain::{Bounds, Line, Part};

/// The land boundary of two States with a third between them and an exclave, as the profile brings it.
const TEXT: &str = include_str!("../../../profiles/fr-es/line.geojson");
/// The gap at the third State is 25.8 km wide; nothing that is drawn may come near that.
const LONGEST_KM: f64 = 12.0;

/// The parts of the file, read without the crate under test.
fn parts() -> Vec<Vec<(f64, f64)>> {
    let json: serde_json::Value = serde_json::from_str(TEXT).unwrap();
    let parts = json["geometry"]["coordinates"].as_array().unwrap();
    let position = |at: &serde_json::Value| (at[0].as_f64().unwrap(), at[1].as_f64().unwrap());
    parts.iter().map(|part| part.as_array().unwrap().iter().map(position).collect()).collect()
}

/// Kilometres between two positions on a sphere: good to half a percent, and not the crate's own reckoning.
fn km(one: (f64, f64), other: (f64, f64)) -> f64 {
    let (lat, dlat) = ((one.1 + other.1).to_radians() / 2.0, (other.1 - one.1).to_radians());
    let dlon = (other.0 - one.0).to_radians() * lat.cos();
    6371.0 * dlat.hypot(dlon)
}

#[test]
fn the_line_has_as_many_parts_as_the_data_and_each_has_its_own_length() {
    let (line, data) = (Line::parse(TEXT).unwrap(), parts());
    assert_eq!((line.part_count(), data.len()), (6, 6));
    for (part, data) in line.parts().iter().zip(&data) {
        let along: f64 = data.windows(2).map(|two| km(two[0], two[1])).sum();
        assert!((part.length_m / 1000.0 - along).abs() < 0.005 * along + 0.01, "{part:?}: {along}");
        assert_eq!((part.from, Some(&part.to)), (data[0], data.last()));
    }
    let rings: Vec<bool> = line.parts().iter().map(Part::is_ring).collect();
    assert_eq!(rings, [false, false, false, false, false, true], "the exclave is a ring");
}

#[test]
fn nothing_is_drawn_across_the_gap_however_coarse_the_drawing() {
    let line = Line::parse(TEXT).unwrap();
    let (before, beyond) = (line.parts()[2].to, line.parts()[3].from);
    assert!(km(before, beyond) > 25.0, "the data have the gap");
    let middle = ((before.0 + beyond.0) / 2.0, (before.1 + beyond.1) / 2.0);
    for size in [0.0, 1e-6, 1e-5, 1e-4, 1e-3] {
        let coarse = line.simplified(size);
        assert_eq!(coarse.part_count(), 6, "{size}");
        assert_eq!(coarse.within(line.bounds().widened(0.1)).len(), 6, "{size}: a run for each part");
        assert!(coarse.within(Bounds::around(middle, 6_000.0, 4_000.0)).is_empty(), "{size}: the gap is empty");
    }
    for run in line.simplified(1e-5).within(line.bounds()) {
        assert!(run.windows(2).all(|two| km(two[0], two[1]) < LONGEST_KM), "a stretch is too long");
    }
}

#[test]
fn the_exclave_stays_a_ring_in_the_coarsest_drawing() {
    let ring = Line::parse(TEXT).unwrap().simplified(1e-2).parts()[5];
    assert!(ring.is_ring() && ring.length_m > 5_000.0, "{ring:?}");
}
