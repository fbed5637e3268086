//! The map: the line and the places of units, drawn by the server as SVG, with a table of the same beneath.

use axum::response::Response;
use desk::MapPlace;

use crate::fault::Fault;
use crate::frame::{Frame, html};
use crate::shown;
use crate::visit::Visit;

const WIDTH: f64 = 800.0;

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
    label_y: String,
    lat: String,
    lon: String,
    note: String,
    open: u64,
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
    let narrow = ((bounds.north + bounds.south) / 2.0).to_radians().cos();
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
    keep_labels_apart(&mut places);
    let degree_km = 111.32 * narrow;
    let shown_km = (bounds.east - bounds.west) * degree_km;
    let scale_km =
        [500.0, 200.0, 100.0, 50.0, 20.0, 10.0, 5.0].into_iter().find(|km| km * 4.0 <= shown_km).unwrap_or(1.0);
    html(&MapPage {
        height: height.ceil() as i64,
        paths,
        attribution: view.attribution,
        length_km: format!("{:.0}", view.length_m / 1000.0),
        focused: around.is_some(),
        scale_km: format!("{scale_km:.0}"),
        scale_width: format!("{:.0}", 16.0 + scale_km / shown_km * WIDTH),
        scale_y: format!("{:.0}", height - 14.0),
        frame: Frame::of(visit, "nav-map-page", "map"),
        places,
    })
}

fn placed(visit: &Visit, place: &MapPlace, (x, y): (f64, f64)) -> Place {
    let (name, lang) = shown::name(visit, &place.title);
    let own = place.side == visit.app.desk.own().as_str();
    let side = visit.app.sides.iter().find(|side| side.code.as_str() == place.side);
    Place {
        href: format!("/unit/{}", place.id),
        around: format!("/map?around={}", place.id),
        name,
        lang,
        side: side.map(|side| shown::name(visit, &side.name).0).unwrap_or_default(),
        letter: side.map(|side| side.letter.clone()).unwrap_or_default(),
        class: if own { "fa" } else { "fb" },
        x: format!("{x:.1}"),
        label_y: format!("{:.1}", y + 4.0),
        y: format!("{y:.1}"),
        lat: format!("{:.4}", place.lat),
        lon: format!("{:.4}", place.lon),
        note: place.note.clone().unwrap_or_default(),
        open: place.open,
    }
}

/// Labels that would lie on one another are left to the table; the mark stays.
fn keep_labels_apart(places: &mut [Place]) {
    let mut taken: Vec<(f64, f64)> = Vec::new();
    for place in places {
        let (Ok(x), Ok(y)) = (place.x.parse::<f64>(), place.y.parse::<f64>()) else { continue };
        let free = taken.iter().all(|(other_x, other_y)| (other_y - y).abs() > 15.0 || (other_x - x).abs() > 220.0);
        if free && x < WIDTH - 120.0 {
            taken.push((x, y));
        } else {
            place.label_y.clear();
        }
    }
}
