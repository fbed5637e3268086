//! The map: the line and the places of units, drawn by the server as SVG, with a table of the same beneath.

use axum::response::Response;
use desk::MapPlace;
use terrain::Part;

use crate::fault::Fault;
use crate::frame::{Frame, html};
use crate::shown;
use crate::visit::Visit;

const WIDTH: f64 = 800.0;
/// About how wide a letter of a name is, how high a line of names, and how far a name stands from its mark.
const LETTER: f64 = 7.0;
const LINE: f64 = 15.0;
const MARK: f64 = 12.0;

struct Place {
    href: String,
    around: String,
    name: String,
    lang: String,
    side: String,
    letter: String,
    class: &'static str,
    x: String,
    y: String,
    label: Label,
    lat: String,
    lon: String,
    note: String,
    open: u64,
}

/// A part of the line as the table shows it.
struct PartLine {
    number: usize,
    length_km: String,
    from: String,
    to: String,
    is_ring: bool,
}

/// Where the name of a place stands: to the right of its mark, to the left near the right edge, or in the table only.
#[derive(Clone, Copy, PartialEq)]
enum Label {
    Right,
    Left,
    None,
}

#[derive(askama::Template)]
#[template(path = "map.html")]
struct MapPage {
    frame: Frame,
    height: i64,
    paths: Vec<String>,
    places: Vec<Place>,
    attribution: Vec<String>,
    length_km: String,
    parts: Vec<PartLine>,
    focused: bool,
    scale_km: String,
    scale_width: String,
    scale_y: String,
}

/// The whole line, or the surroundings of a unit (`?around=`).
pub fn show(visit: &Visit) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let around = visit.asked("around");
    let view = visit.app.desk.map(officer, around)?;
    let bounds = view.bounds;
    // A degree of longitude is shorter than one of latitude: the drawing keeps shapes right in its middle.
    let narrow = bounds.narrowing();
    let scale = WIDTH / ((bounds.east - bounds.west) * narrow);
    let at = |lon: f64, lat: f64| ((lon - bounds.west) * narrow * scale, (bounds.north - lat) * scale);
    let height = (bounds.north - bounds.south) * scale;
    let paths = view.pieces.iter().map(|piece| {
        let points = piece.iter().map(|(lon, lat)| {
            let (x, y) = at(*lon, *lat);
            format!("{x:.1} {y:.1}")
        });
        format!("M{}", points.collect::<Vec<_>>().join("L"))
    });
    let paths = paths.collect();
    let mut places: Vec<Place> =
        view.places.iter().map(|place| placed(visit, place, at(place.lon, place.lat))).collect();
    place_labels(&mut places);
    let degree_km = 111.32 * narrow;
    let shown_km = (bounds.east - bounds.west) * degree_km;
    let scale_km =
        [500.0, 200.0, 100.0, 50.0, 20.0, 10.0, 5.0].into_iter().find(|km| km * 4.0 <= shown_km).unwrap_or(1.0);
    let length_m: f64 = view.parts.iter().map(|part| part.length_m).sum();
    html(&MapPage {
        height: height.ceil() as i64,
        paths,
        attribution: view.attribution,
        length_km: format!("{:.0}", length_m / 1000.0),
        parts: view.parts.iter().enumerate().map(|(place, part)| part_line(place + 1, part)).collect(),
        focused: around.is_some(),
        scale_km: format!("{scale_km:.0}"),
        scale_width: format!("{:.0}", 16.0 + scale_km / shown_km * WIDTH),
        scale_y: format!("{:.0}", height - 14.0),
        frame: Frame::of(visit, "nav-map-page", "map"),
        places,
    })
}

/// Each part is measured alone, so that a gap adds nothing; short parts keep a digit behind the point.
fn part_line(number: usize, part: &Part) -> PartLine {
    let position = |(lon, lat): (f64, f64)| format!("{lat:.4}, {lon:.4}");
    let km = part.length_m / 1000.0;
    PartLine {
        number,
        length_km: if km < 100.0 { format!("{km:.1}") } else { format!("{km:.0}") },
        from: position(part.from),
        to: position(part.to),
        is_ring: part.is_ring(),
    }
}

fn placed(visit: &Visit, place: &MapPlace, (x, y): (f64, f64)) -> Place {
    let (name, lang) = shown::name(visit, &place.title);
    let side = visit.app.sides.iter().find(|side| side.code.as_str() == place.side);
    let class = match side {
        Some(side) if side.code == *visit.app.desk.own() => "fa",
        Some(_) => "fb",
        None => "fo",
    };
    Place {
        href: format!("/unit/{}", place.id),
        around: format!("/map?around={}", place.id),
        name,
        lang,
        // A body of both sides belongs to neither.
        side: side.map_or_else(|| visit.t("force-joint-body"), |side| shown::name(visit, &side.name).0),
        letter: side.map(|side| side.letter.clone()).unwrap_or_default(),
        class,
        x: format!("{x:.1}"),
        label: Label::None,
        y: format!("{y:.1}"),
        lat: format!("{:.4}", place.lat),
        lon: format!("{:.4}", place.lon),
        note: place.note.clone().unwrap_or_default(),
        open: place.open,
    }
}

/// Each name goes where it fits into the drawing and lies on no other; where it fits nowhere, the table has it and the
/// mark stays.
fn place_labels(places: &mut [Place]) {
    let mut taken: Vec<(f64, f64, f64)> = Vec::new();
    for place in places {
        let (Ok(x), Ok(y)) = (place.x.parse::<f64>(), place.y.parse::<f64>()) else { continue };
        let width = (place.letter.chars().count() + 1 + place.name.chars().count()) as f64 * LETTER + MARK;
        let sides = [(Label::Right, x, x + width), (Label::Left, x - width, x)];
        let free = sides.into_iter().find(|(_, from, until)| {
            let apart = |other: &(f64, f64, f64)| (other.2 - y).abs() > LINE || other.1 < *from || *until < other.0;
            *from >= 0.0 && *until <= WIDTH && taken.iter().all(apart)
        });
        if let Some((label, from, until)) = free {
            taken.push((from, until, y));
            place.label = label;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(name: &str, x: f64, y: f64) -> Place {
        let blank = String::new;
        Place {
            href: blank(),
            around: blank(),
            name: name.to_owned(),
            lang: blank(),
            side: blank(),
            letter: "N".to_owned(),
            class: "fa",
            x: x.to_string(),
            y: y.to_string(),
            label: Label::None,
            lat: blank(),
            lon: blank(),
            note: blank(),
            open: 0,
        }
    }

    #[test]
    fn a_name_near_the_right_edge_stands_to_the_left_and_none_lies_on_another() {
        let mut places = [
            place("Station", 100.0, 50.0),
            place("Station", 790.0, 50.0),
            place("Beside the first", 110.0, 55.0),
            place(
                "A name far too long for either side of its mark, whatever is done with it, so that it has no room at all in a drawing",
                400.0,
                200.0,
            ),
        ];
        place_labels(&mut places);
        let labels: Vec<bool> = places.iter().map(|place| place.label == Label::None).collect();
        assert_eq!(labels, [false, false, true, true]);
        assert!(places[0].label == Label::Right && places[1].label == Label::Left);
    }

    #[test]
    fn a_part_is_told_by_its_own_length_and_a_ring_as_a_ring() {
        let ring = part_line(6, &Part { length_m: 18_152.4, from: (1.9567, 42.4587), to: (1.9567, 42.4587) });
        assert_eq!((ring.number, ring.length_km.as_str(), ring.is_ring), (6, "18.2", true));
        let long = part_line(1, &Part { length_m: 278_431.0, from: (-0.603, 42.825), to: (1.442, 42.604) });
        assert_eq!((long.length_km.as_str(), long.from.as_str(), long.is_ring), ("278", "42.8250, -0.6030", false));
    }
}
