//! The line of a border as a profile brings it: one or more parts, in WGS 84 degrees, with its attribution.

use geo::{BoundingRect, Coord, Geodesic, Intersects, Length, LineString, MultiLineString, Rect, SimplifyVwPreserve};
use geojson::{Feature, GeoJson, GeometryValue};

use crate::Bounds;

/// How many points a line may have.
const POINT_LIMIT: usize = 2_000_000;

/// A bend smaller than this, in square degrees, is kept: a few square metres.
const FINEST: f64 = 1e-10;
/// A ring has at least so many positions, the first one twice.
const RING: usize = 4;

/// The line of a border. It may have several parts: a gap is a gap and is never bridged.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    parts: MultiLineString<f64>,
    /// Where the geometry comes from, to be shown wherever it is drawn.
    pub attribution: String,
}

/// One part of a line: a stretch without a gap, or the ring around an exclave.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// Its own length over the ellipsoid in metres.
    pub length_m: f64,
    /// Its first position, (longitude, latitude) in degrees.
    pub from: (f64, f64),
    /// Its last position; the first again where the part is a ring.
    pub to: (f64, f64),
}

impl Part {
    /// True when the part comes back to where it began.
    pub fn is_ring(&self) -> bool {
        self.from == self.to
    }
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

    /// Its parts, each measured alone, in the order in which the file gives them.
    pub fn parts(&self) -> Vec<Part> {
        let ends = self.parts.0.iter().filter_map(|part| Some((part, part.0.first()?, part.0.last()?)));
        let measured = ends.map(|(part, first, last)| Part {
            length_m: Geodesic.length(part),
            from: (first.x, first.y),
            to: (last.x, last.y),
        });
        measured.collect()
    }

    /// The same line with fewer positions, so that no bend larger than `size` square degrees is lost. Every part stays
    /// a part and keeps its ends: nothing is drawn from one part to the next, and a ring does not shrink to a point.
    pub fn simplified(&self, size: f64) -> Self {
        let parts = self.parts.0.iter().map(|part| simplified(part, size)).collect();
        Self { parts: MultiLineString(parts), attribution: self.attribution.clone() }
    }

    /// What of the parts lies in a box or crosses it, in runs that end just outside. A part that leaves the box and
    /// comes back gives two runs. Positions are (longitude, latitude).
    pub fn within(&self, bounds: Bounds) -> Vec<Vec<(f64, f64)>> {
        let frame = Rect::new(Coord { x: bounds.west, y: bounds.south }, Coord { x: bounds.east, y: bounds.north });
        let mut runs = Vec::new();
        for part in &self.parts.0 {
            let mut run: Vec<(f64, f64)> = Vec::new();
            for stretch in part.lines() {
                if !frame.intersects(&stretch) {
                    if !run.is_empty() {
                        runs.push(std::mem::take(&mut run));
                    }
                    continue;
                }
                if run.is_empty() {
                    run.push((stretch.start.x, stretch.start.y));
                }
                run.push((stretch.end.x, stretch.end.y));
            }
            if !run.is_empty() {
                runs.push(run);
            }
        }
        runs
    }

    /// How many parts the line has.
    pub fn part_count(&self) -> usize {
        self.parts.0.len()
    }
}

fn simplified(part: &LineString<f64>, size: f64) -> LineString<f64> {
    let mut size = size;
    while size > FINEST {
        let fewer = part.simplify_vw_preserve(size);
        if !part.is_closed() || fewer.0.len() >= RING {
            return fewer;
        }
        size /= 10.0;
    }
    part.clone()
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
        assert_eq!(line.within(line.bounds()).len(), 2);
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
        assert_eq!(line.within(bounds), [vec![(1.0, 0.0), (2.0, 0.0), (3.0, 0.0)]]);
    }

    #[test]
    fn a_stretch_that_crosses_the_box_is_drawn_though_no_position_lies_in_it() {
        let line = line("[[[0,0],[4,0]],[[0,2],[4,2]]]").unwrap();
        let bounds = Bounds { west: 1.5, south: -1.0, east: 2.5, north: 1.0 };
        assert_eq!(line.within(bounds), [vec![(0.0, 0.0), (4.0, 0.0)]]);
    }

    #[test]
    fn a_line_that_leaves_the_box_and_comes_back_gives_two_runs() {
        let line = line("[[[0,0],[0,5],[1,5],[1,0]]]").unwrap();
        let bounds = Bounds { west: -1.0, south: -1.0, east: 2.0, north: 1.0 };
        assert_eq!(line.within(bounds), [vec![(0.0, 0.0), (0.0, 5.0)], vec![(1.0, 5.0), (1.0, 0.0)]]);
    }

    #[test]
    fn parts_are_measured_alone_and_a_ring_is_known() {
        let line = line("[[[0,0],[1,0]],[[3,0],[4,0],[4,1],[3,0]]]").unwrap();
        let parts = line.parts();
        assert_eq!((parts.len(), parts[0].is_ring(), parts[1].is_ring()), (2, false, true));
        assert!((parts[0].length_m - 111_319.490_8).abs() < 0.001, "{parts:?}");
        let sum: f64 = parts.iter().map(|part| part.length_m).sum();
        assert!((sum - line.length_m()).abs() < 1e-6, "the gap between the parts is no part of the length");
    }

    #[test]
    fn simplifying_keeps_every_part_with_its_ends() {
        let line = line("[[[0,0],[1,0.001],[2,0],[3,0]],[[5,0],[6,0],[6,1],[5,1],[5,0]]]").unwrap();
        let coarse = line.simplified(0.1);
        assert_eq!(coarse.part_count(), 2);
        let ends = |line: &Line| line.parts().iter().map(|part| (part.from, part.to)).collect::<Vec<_>>();
        assert_eq!(ends(&coarse), ends(&line));
        assert_eq!(coarse.within(line.bounds())[0], [(0.0, 0.0), (3.0, 0.0)]);
        assert!(coarse.within(line.bounds())[1].len() >= 4, "a ring stays a ring");
    }

    #[test]
    fn bad_input_says_what_is_wrong() {
        assert!(matches!(Line::parse("{"), Err(LineFault::NotGeoJson(_))));
        assert_eq!(line("[[[0,0],[200,0]]]"), Err(LineFault::BadPosition { index: 1 }));
        assert_eq!(line("[]"), Err(LineFault::NoLine));
    }
}
