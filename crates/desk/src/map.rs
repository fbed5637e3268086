//! The map: the line of the profile and the rough places of units; nothing else is drawn.

use domain::organisation::unit::UnitState;
use domain::{OfficerId, Words};
use store::{Failure, Filter, Order};
use terrain::Bounds;

use crate::Desk;
use crate::read::{PAGE_ROWS, ReadError, titled};

const UNITS: u32 = 2000;
/// How many points of the line a drawing may have, so that the page stays small.
const POINTS: usize = 700;

/// What the map shows.
#[derive(Clone, Debug)]
pub struct MapView {
    /// The box shown.
    pub bounds: Bounds,
    /// The pieces of the line, (longitude, latitude) in degrees.
    pub pieces: Vec<Vec<(f64, f64)>>,
    /// Where the line comes from.
    pub attribution: Vec<String>,
    /// The places inside the box.
    pub places: Vec<MapPlace>,
    /// The length of the geometry in metres; never the documented length.
    pub length_m: f64,
}

/// The place of a unit.
#[derive(Clone, Debug)]
pub struct MapPlace {
    /// The unit.
    pub id: String,
    /// What it is called.
    pub title: Words,
    /// Its side.
    pub side: String,
    /// Longitude in degrees.
    pub lon: f64,
    /// Latitude in degrees.
    pub lat: f64,
    /// What the place is and where it comes from.
    pub note: Option<String>,
    /// How many open records the unit keeps, as far as the officer may see them.
    pub open: u64,
}

impl Desk {
    /// The whole line, or the surroundings of a unit.
    pub fn map(&self, officer: &OfficerId, around: Option<&str>) -> Result<MapView, ReadError> {
        let places = self.places(officer)?;
        let focus = around.and_then(|id| places.iter().find(|place| place.id == id));
        let bounds = match focus {
            Some(place) => Bounds {
                west: place.lon - 0.35,
                south: place.lat - 0.25,
                east: place.lon + 0.35,
                north: place.lat + 0.25,
            },
            None => self.whole().widened(0.04),
        };
        let pieces = self.line.iter().flat_map(|line| drawn_within(line, bounds)).collect();
        let places =
            places.into_iter().filter(|place| bounds.holds((place.lon, place.lat))).take(PAGE_ROWS as usize).collect();
        Ok(MapView {
            bounds,
            pieces,
            attribution: self.line.iter().map(|line| line.attribution.clone()).collect(),
            places,
            length_m: self.line.iter().map(terrain::Line::length_m).sum(),
        })
    }

    fn whole(&self) -> Bounds {
        let boxes = self.line.iter().map(terrain::Line::bounds);
        boxes
            .reduce(|a, b| Bounds {
                west: a.west.min(b.west),
                south: a.south.min(b.south),
                east: a.east.max(b.east),
                north: a.north.max(b.north),
            })
            .unwrap_or(Bounds { west: -180.0, south: -90.0, east: 180.0, north: 90.0 })
    }

    fn places(&self, officer: &OfficerId) -> Result<Vec<MapPlace>, ReadError> {
        let filter = Filter { nouns: vec!["unit".into()], order: Order::Begun, ..Filter::default() };
        let mut places = Vec::new();
        let rows = self.rows(officer, &filter, UNITS)?;
        let open = self.open_by_unit(officer)?;
        for row in rows {
            let title = titled(&row);
            let unit: UnitState =
                serde_json::from_value(row.state).map_err(|fault| Failure::Unreadable(fault.to_string()))?;
            let Some(place) = unit.place else { continue };
            let degrees = |e7: i64| e7 as f64 / 1e7;
            places.push(MapPlace {
                open: open.get(&row.id).copied().unwrap_or(0),
                id: row.id,
                title,
                side: unit.side.to_string(),
                lon: degrees(place.lon_e7),
                lat: degrees(place.lat_e7),
                note: place.note,
            });
        }
        Ok(places)
    }

    fn open_by_unit(&self, officer: &OfficerId) -> Result<std::collections::BTreeMap<String, u64>, ReadError> {
        let filter = Filter { open: Some(true), ..Filter::default() };
        let mut counts = std::collections::BTreeMap::new();
        for row in self.rows(officer, &filter, 5000)? {
            *counts.entry(row.unit).or_insert(0) += 1;
        }
        Ok(counts)
    }
}

/// The line inside the box, simplified as little as the number of points allows.
fn drawn_within(line: &terrain::Line, bounds: Bounds) -> Vec<Vec<(f64, f64)>> {
    let mut size = 0.0;
    loop {
        let pieces = line.drawn(bounds, size);
        if pieces.iter().map(Vec::len).sum::<usize>() <= POINTS || size > 0.1 {
            return pieces;
        }
        size = if size == 0.0 { 1e-7 } else { size * 3.0 };
    }
}
