//! The map: the line of the profile and the rough places of units; nothing else is drawn.

use domain::organisation::unit::UnitState;
use domain::{OfficerId, Words};
use store::{Failure, Filter, Order};
use terrain::{Bounds, Part};

use crate::Desk;
use crate::drawing::Drawing;
use crate::read::{PAGE_ROWS, ReadError, titled};

const UNITS: u32 = 2000;
/// The surroundings of a unit, to either side and up and down, on the ground.
const SURROUNDINGS_M: (f64, f64) = (36_000.0, 28_000.0);
/// How often they are made twice as wide where the line is not in them.
const WIDENINGS: u32 = 5;
/// How flat and how steep a drawing may be: height for each metre of width.
const SHAPE: (f64, f64) = (0.25, 1.0);
/// The room around the line, as a part of its own size.
const MARGIN: f64 = 0.04;

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
    /// The parts of the geometry, each measured alone: a gap is no part of any length, and none is the documented length.
    pub parts: Vec<Part>,
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
            Some(place) => self.surroundings((place.lon, place.lat)),
            None => self.whole(&places).widened(MARGIN).fitted(SHAPE.0, SHAPE.1),
        };
        let pieces = self.pieces(bounds);
        let places =
            places.into_iter().filter(|place| bounds.holds((place.lon, place.lat))).take(PAGE_ROWS as usize).collect();
        Ok(MapView {
            bounds,
            pieces,
            attribution: self.line.iter().map(|line| line.attribution().to_owned()).collect(),
            places,
            parts: self.line.iter().flat_map(|line| line.parts()).copied().collect(),
        })
    }

    fn pieces(&self, bounds: Bounds) -> Vec<Vec<(f64, f64)>> {
        self.line.iter().flat_map(|line| line.within(bounds)).collect()
    }

    /// The surroundings of a position; where the line is not in them, twice as wide, and twice again.
    fn surroundings(&self, position: (f64, f64)) -> Bounds {
        let sizes = (0..WIDENINGS).map(|step| f64::from(1_u32 << step));
        let boxes = sizes.map(|size| Bounds::around(position, SURROUNDINGS_M.0 * size, SURROUNDINGS_M.1 * size));
        let mut boxes: Vec<Bounds> = boxes.collect();
        let place = boxes.iter().position(|bounds| !self.pieces(*bounds).is_empty());
        boxes.swap_remove(place.unwrap_or(0))
    }

    /// The box around the line and the units near it: a station that lies a little back from the line belongs to it.
    fn whole(&self, places: &[MapPlace]) -> Bounds {
        let boxes = self.line.iter().map(Drawing::bounds);
        let Some(line) = boxes.reduce(|a, b| a.joined(&b)) else {
            return Bounds { west: -180.0, south: -90.0, east: 180.0, north: 90.0 };
        };
        let near = line.grown(SURROUNDINGS_M.0, SURROUNDINGS_M.1);
        let positions = places.iter().map(|place| (place.lon, place.lat)).filter(|position| near.holds(*position));
        positions.fold(line, |all, position| all.joined(&Bounds::at(position)))
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
