//! The line of a border as a profile brings it: one or more parts, in WGS 84 degrees, with its attribution.

use geo::{BoundingRect, Geodesic, Length, LineString, MultiLineString, SimplifyVwPreserve};
use geojson::{Feature, GeoJson, GeometryValue};

/// How many points a line may have.
const POINT_LIMIT: usize = 2_000_000;

/// The line of a border. It may have several parts: a gap is a gap and is never bridged.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    parts: MultiLineString<f64>,
    /// Where the geometry comes from, to be shown wherever it is drawn.
    pub attribution: String,
}

/// A box of degrees: west, south, east, north.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Western edge.
    pub west: f64,
    /// Southern edge.
    pub south: f64,
    /// Eastern edge.
    pub east: f64,
    /// Northern edge.
    pub north: f64,
}

/// Why a text is not a line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LineFault {
    /// Not GeoJSON.
    #[error("not GeoJSON: {0}")]
    NotGeoJson(String),
    /// No LineString or MultiLineString in it.
    #[error("no LineString or MultiLineString in it")]
    NoLine,
    /// A position off the globe, or not a number.
    #[error("position {index} is not a longitude and latitude in degrees")]
    BadPosition {
        /// Which position, from 0, over all parts.
        index: usize,
    },
    /// More points than can be handled.
    #[error("more than {POINT_LIMIT} positions")]
    TooLarge,
    /// No `source` among the properties: the attribution is needed wherever the line is drawn.
    #[error("the properties name no source")]
    NoSource,
}

impl Line {
    /// The line of a GeoJSON text (RFC 7946): a feature or a collection of features with line geometries.
    pub fn parse(text: &str) -> Result<Self, LineFault> {
        let json: GeoJson = text.parse().map_err(|fault: geojson::Error| LineFault::NotGeoJson(fault.to_string()))?;
        let features = match json {
            GeoJson::FeatureCollection(collection) => collection.features,
            GeoJson::Feature(feature) => vec![feature],
            GeoJson::Geometry(_) => return Err(LineFault::NoSource),
        };
        let attribution = features.iter().find_map(source).ok_or(LineFault::NoSource)?;
        let mut parts = Vec::new();
        for feature in features {
            match feature.geometry.map(|geometry| geometry.value) {
                Some(GeometryValue::LineString { coordinates }) => parts.push(coordinates),
                Some(GeometryValue::MultiLineString { coordinates }) => parts.extend(coordinates),
                _ => {}
            }
        }
        let mut index = 0;
        let mut strings = Vec::with_capacity(parts.len());
        for part in parts {
            let mut points = Vec::with_capacity(part.len());
            for position in part {
                let position = position.as_slice();
                points.push(
                    checked(position.first().copied(), position.get(1).copied())
                        .ok_or(LineFault::BadPosition { index })?,
                );
                index += 1;
                if index > POINT_LIMIT {
                    return Err(LineFault::TooLarge);
                }
            }
            if points.len() > 1 {
                strings.push(LineString::from(points));
            }
        }
        if strings.is_empty() {
            return Err(LineFault::NoLine);
        }
        Ok(Self { parts: MultiLineString(strings), attribution })
    }

    /// The box around the line.
    pub fn bounds(&self) -> Bounds {
        self.parts.bounding_rect().map_or(Bounds { west: 0.0, south: 0.0, east: 1.0, north: 1.0 }, |rect| Bounds {
            west: rect.min().x,
            south: rect.min().y,
            east: rect.max().x,
            north: rect.max().y,
        })
    }

    /// The length over the ellipsoid in metres. Never the documented length, which is a figure of its own.
    pub fn length_m(&self) -> f64 {
        self.parts.0.iter().map(|part| Geodesic.length(part)).sum()
    }

    /// The parts inside a box with its edges, simplified so that no bend larger than `size` square degrees is lost.
    /// A part that leaves the box and comes back gives two pieces. Positions are (longitude, latitude).
    pub fn drawn(&self, bounds: Bounds, size: f64) -> Vec<Vec<(f64, f64)>> {
        let mut pieces = Vec::new();
        for part in &self.parts.0 {
            let part = if size > 0.0 { part.simplify_vw_preserve(size) } else { part.clone() };
            let mut piece: Vec<(f64, f64)> = Vec::new();
            let mut before = None;
            for at in part.coords().map(|at| (at.x, at.y)) {
                if bounds.holds(at) {
                    if piece.is_empty() {
                        piece.extend(before);
                    }
                    piece.push(at);
                } else if !piece.is_empty() {
                    piece.push(at);
                    pieces.push(std::mem::take(&mut piece));
                }
                before = Some(at);
            }
            if piece.len() > 1 {
                pieces.push(piece);
            }
        }
        pieces
    }

    /// How many parts the line has.
    pub fn part_count(&self) -> usize {
        self.parts.0.len()
    }
}

impl Bounds {
    /// True when the position lies in the box.
    pub fn holds(&self, (lon, lat): (f64, f64)) -> bool {
        (self.west..=self.east).contains(&lon) && (self.south..=self.north).contains(&lat)
    }

    /// The box widened by a part of its own size on every side.
    pub fn widened(&self, part: f64) -> Self {
        let (dx, dy) = ((self.east - self.west) * part, (self.north - self.south) * part);
        Self { west: self.west - dx, south: self.south - dy, east: self.east + dx, north: self.north + dy }
    }
}

fn source(feature: &Feature) -> Option<String> {
    let properties = feature.properties.as_ref()?;
    let source = properties.get("source")?.as_str()?;
    let licence = properties.get("licence").and_then(serde_json::Value::as_str);
    Some(licence.map_or_else(|| source.to_owned(), |licence| format!("{source}, {licence}")))
}

fn checked(lon: Option<f64>, lat: Option<f64>) -> Option<(f64, f64)> {
    let (lon, lat) = (lon?, lat?);
    ((-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat)).then_some((lon, lat))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(coordinates: &str) -> Result<Line, LineFault> {
        Line::parse(&format!(
            r#"{{"type":"Feature","properties":{{"source":"made for a test","licence":"CC0"}},"geometry":{{"type":"MultiLineString","coordinates":{coordinates}}}}}"#
        ))
    }

    #[test]
    fn a_line_in_two_parts_stays_in_two_parts() {
        let line = line("[[[0,0],[1,0]],[[3,0],[4,0]]]").unwrap();
        assert_eq!(line.part_count(), 2);
        assert_eq!(line.drawn(line.bounds(), 0.0).len(), 2);
        assert_eq!(line.attribution, "made for a test, CC0");
    }

    #[test]
    fn a_degree_of_the_equator_has_its_known_length() {
        let length = line("[[[0,0],[1,0]]]").unwrap().length_m();
        assert!((length - 111_319.490_8).abs() < 0.001, "{length}");
    }

    #[test]
    fn what_is_outside_the_box_is_not_drawn() {
        let line = line("[[[0,0],[1,0],[2,0],[3,0],[4,0]]]").unwrap();
        let bounds = Bounds { west: 1.5, south: -1.0, east: 2.5, north: 1.0 };
        assert_eq!(line.drawn(bounds, 0.0), [vec![(1.0, 0.0), (2.0, 0.0), (3.0, 0.0)]]);
    }

    #[test]
    fn bad_input_says_what_is_wrong() {
        assert!(matches!(Line::parse("{"), Err(LineFault::NotGeoJson(_))));
        assert_eq!(line("[[[0,0],[200,0]]]"), Err(LineFault::BadPosition { index: 1 }));
        assert_eq!(line("[]"), Err(LineFault::NoLine));
    }
}
