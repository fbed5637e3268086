//! Positions of markers: coordinates as a document or a device gives them, how exact they are, and whether an observed
//! one differs from the registered one.

use std::borrow::Cow;
use std::fmt;

use geographiclib_rs::{Geodesic, InverseGeodesic};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// A position in one coordinate system. It is never converted into another: unconverted systems differ by 50 to 500
/// metres on the same ground (domain B.5), so only positions of one system are compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// The coordinate system, as the document or the device names it.
    #[schemars(length(min = 1, max = 60))]
    pub coordinate_system: String,
    /// The coordinates as they are written: latitude, then longitude, in degrees; or as the document gives them.
    #[schemars(length(max = 120))]
    pub coordinates: Option<String>,
    /// Latitude in 1e-7 degree.
    #[schemars(range(min = -900_000_000, max = 900_000_000))]
    pub lat_e7: Option<i64>,
    /// Longitude in 1e-7 degree.
    #[schemars(range(min = -1_800_000_000, max = 1_800_000_000))]
    pub lon_e7: Option<i64>,
    /// The height as it is written.
    #[schemars(length(max = 40))]
    pub height: Option<String>,
}

/// Why a position cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PositionFault {
    /// Neither a text nor degrees, or one of the two degrees alone.
    Incomplete,
    /// Off the globe.
    OffTheGlobe,
    /// No coordinate system is named.
    NoSystem,
}

impl Position {
    /// The position as it is kept: degrees are read from the text where they are not given.
    pub(crate) fn read(self) -> Result<Self, PositionFault> {
        let coordinate_system = self.coordinate_system.trim().to_owned();
        if coordinate_system.is_empty() {
            return Err(PositionFault::NoSystem);
        }
        let filled = |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        let (coordinates, height) = (filled(self.coordinates), filled(self.height));
        let degrees = match (self.lat_e7, self.lon_e7) {
            (Some(lat), Some(lon)) => Some((lat, lon)),
            (None, None) => coordinates.as_deref().and_then(read_degrees),
            _ => return Err(PositionFault::Incomplete),
        };
        if degrees.is_none() && coordinates.is_none() {
            return Err(PositionFault::Incomplete);
        }
        if degrees.is_some_and(|(lat, lon)| lat.abs() > 900_000_000 || lon.abs() > 1_800_000_000) {
            return Err(PositionFault::OffTheGlobe);
        }
        let (lat_e7, lon_e7) = degrees.unzip();
        Ok(Self { coordinate_system, coordinates, lat_e7, lon_e7, height })
    }

    fn degrees(&self) -> Option<(f64, f64)> {
        let whole = |e7: i64| i32::try_from(e7).ok().map(|e7| f64::from(e7) / 1e7);
        Some((whole(self.lat_e7?)?, whole(self.lon_e7?)?))
    }

    /// True when both are named alike, whatever the spaces, hyphens and capitals: `VN-2000` is `VN 2000`.
    fn is_of_system_of(&self, other: &Self) -> bool {
        let plain = |position: &Self| -> String {
            let letters = position.coordinate_system.chars().filter(|sign| sign.is_alphanumeric());
            letters.flat_map(char::to_lowercase).collect()
        };
        plain(self) == plain(other)
    }

    /// The length of the shortest way on the ellipsoid of WGS 84. Other ellipsoids in use give a length that differs by
    /// less than one part in ten thousand, which is nothing over the distances that occur at a marker.
    fn distance(&self, other: &Self) -> Option<Metres> {
        let ((lat, lon), (other_lat, other_lon)) = (self.degrees()?, other.degrees()?);
        let metres: f64 = Geodesic::wgs84().inverse(lat, lon, other_lat, other_lon);
        Metres::measured(metres)
    }
}

/// A length in metres, kept in whole millimetres and written in decimals: `0.03`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Metres(u64);

/// A text that is no length in metres.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MetresFault;

impl Metres {
    /// The length written as `5`, `0.03` or `0,03`; at most 9 999 999 metres, and no finer than millimetres.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().replace(',', ".");
        let (whole, part) = text.split_once('.').map_or((text.as_str(), None), |(whole, part)| (whole, Some(part)));
        let digits = |text: &str, most: usize| {
            (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !digits(whole, 7) || part.is_some_and(|part| !digits(part, 3)) {
            return None;
        }
        let millimetres = format!("{:0<3}", part.unwrap_or_default());
        Some(Self(whole.parse::<u64>().ok()? * 1000 + millimetres.parse::<u64>().ok()?))
    }

    /// The length in millimetres.
    pub fn millimetres(self) -> u64 {
        self.0
    }

    fn measured(metres: f64) -> Option<Self> {
        let millimetres = (metres * 1000.0).round();
        // Half the way round the globe is 2e10 millimetres.
        (0.0..=3e10).contains(&millimetres).then_some(Self(millimetres as u64))
    }

    fn and(self, other: Option<Self>) -> Self {
        Self(self.0 + other.map_or(0, |other| other.0))
    }
}

impl fmt::Display for Metres {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{}.{:03}", self.0 / 1000, self.0 % 1000);
        f.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

impl fmt::Display for MetresFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a length in metres is written as 5 or 0.03")
    }
}

impl TryFrom<String> for Metres {
    type Error = MetresFault;
    fn try_from(text: String) -> Result<Self, MetresFault> {
        // What was measured may be longer than what may be typed.
        let (whole, part) = text.split_once('.').unwrap_or((text.as_str(), "0"));
        let read = |text: &str| text.parse::<u64>().map_err(|_| MetresFault);
        if part.is_empty() || part.len() > 3 {
            return Err(MetresFault);
        }
        let whole = read(whole)?.checked_mul(1000).ok_or(MetresFault)?;
        whole.checked_add(read(&format!("{part:0<3}"))?).map(Self).ok_or(MetresFault)
    }
}

impl From<Metres> for String {
    fn from(length: Metres) -> Self {
        length.to_string()
    }
}

impl JsonSchema for Metres {
    fn schema_name() -> Cow<'static, str> {
        "Metres".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "maxLength": 16 })
    }
}

/// What comes of comparing an observed position with the registered one. A statement about two positions, never about
/// how a difference came to be or where the line runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Comparison {
    /// What comes of it.
    pub outcome: ComparisonOutcome,
    /// How far apart the two are.
    pub distance_m: Option<Metres>,
    /// The two errors added: within it there is no difference.
    pub error_m: Option<Metres>,
}

/// What comes of a comparison, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "comparison"))]
pub enum ComparisonOutcome {
    /// The distance is within the combined error: no difference.
    NoDifference,
    /// The observed position differs from the registered position.
    Differs,
    /// Not comparable: no registered position.
    NotRegistered,
    /// Not comparable: different coordinate systems.
    OtherSystem,
    /// Not comparable: a position without degrees.
    NoDegrees,
    /// Not comparable: nobody said how exact the observation is.
    NoAccuracy,
}

/// Compares an observed position with the registered one. Both errors are added, so that what is called a difference is
/// one even where both err as far as they may; where the register says nothing of its error, it counts as none.
pub fn compared(
    registered: Option<(&Position, Option<Metres>)>,
    observed: &Position,
    accuracy: Option<Metres>,
) -> Comparison {
    let without = |outcome| Comparison { outcome, distance_m: None, error_m: None };
    let Some((registered, registered_error)) = registered else { return without(ComparisonOutcome::NotRegistered) };
    if !registered.is_of_system_of(observed) {
        return without(ComparisonOutcome::OtherSystem);
    }
    let Some(distance) = registered.distance(observed) else { return without(ComparisonOutcome::NoDegrees) };
    let Some(accuracy) = accuracy else { return without(ComparisonOutcome::NoAccuracy) };
    let error = accuracy.and(registered_error);
    let outcome = if distance <= error { ComparisonOutcome::NoDifference } else { ComparisonOutcome::Differs };
    Comparison { outcome, distance_m: Some(distance), error_m: Some(error) }
}

/// Latitude and longitude in 1e-7 degree from a text such as `22.5012, 103.9613` or `22°30'04.4"N 103°57'40.7"E`; none
/// for coordinates of another kind, as the metres of a national grid.
fn read_degrees(text: &str) -> Option<(i64, i64)> {
    let text = text.to_uppercase();
    let (lat, lon) = halves(&text)?;
    let lat = read_angle(lat, ('N', 'S'))?;
    let lon = read_angle(lon, ('E', 'W'))?;
    (lat.abs() <= 900_000_000 && lon.abs() <= 1_800_000_000).then_some((lat, lon))
}

/// The two halves of a text: at a comma or semicolon, after the N or S, or at the only gap.
fn halves(text: &str) -> Option<(&str, &str)> {
    if let Some((lat, lon)) = text.split_once([',', ';']) {
        return (!lon.contains([',', ';'])).then_some((lat, lon));
    }
    if let Some(end) = text.find(['N', 'S']).map(|at| at + 1).filter(|end| *end < text.len() && *end > 1) {
        return text.split_at_checked(end);
    }
    let mut parts = text.split_whitespace();
    let halves = (parts.next()?, parts.next()?);
    parts.next().is_none().then_some(halves)
}

/// One angle: degrees, or degrees with minutes, or with minutes and seconds; a letter or a minus says which half.
fn read_angle(text: &str, (plus, minus): (char, char)) -> Option<i64> {
    let text = text.trim();
    let bare = text.trim_matches(|sign: char| sign == plus || sign == minus || sign.is_whitespace());
    let (bare, is_negative) = bare.strip_prefix('-').map_or((bare, false), |bare| (bare, true));
    let negative = is_negative || text.contains(minus);
    let marks = ['°', 'º', '\'', '′', '’', '"', '″', '”', ' '];
    let parts: Vec<&str> = bare.split(marks).map(str::trim).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() || parts.len() > 3 {
        return None;
    }
    let mut e7 = 0i128;
    for (place, part) in parts.iter().enumerate() {
        let is_last = place + 1 == parts.len();
        let nano = read_decimal(part).filter(|_| is_last || !part.contains('.'))?;
        if place > 0 && nano >= 60 * NANO {
            return None;
        }
        e7 += nano * [3600, 60, 1][place];
    }
    // From 1e-9 seconds to 1e-7 degree, rounded to the nearest.
    let e7 = i64::try_from((e7 * 10_000_000 / 3600 + NANO / 2) / NANO).ok()?;
    Some(if negative { -e7 } else { e7 })
}

const NANO: i128 = 1_000_000_000;

/// A number without a sign, in units of 1e-9; what is finer is left off.
fn read_decimal(text: &str) -> Option<i128> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(part) || whole.len() > 3 {
        return None;
    }
    let part: String = part.chars().chain("000000000".chars()).take(9).collect();
    Some(whole.parse::<i128>().ok()? * NANO + part.parse::<i128>().ok()?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn position(system: &str, lat_e7: i64, lon_e7: i64) -> Position {
        Position {
            coordinate_system: system.into(),
            coordinates: None,
            lat_e7: Some(lat_e7),
            lon_e7: Some(lon_e7),
            height: None,
        }
    }

    fn written(text: &str) -> Result<Position, PositionFault> {
        let coordinates = Some(text.to_owned());
        Position { coordinates, lat_e7: None, lon_e7: None, ..position("WGS 84", 0, 0) }.read()
    }

    fn metres(text: &str) -> Option<Metres> {
        Metres::parse(text)
    }

    #[test]
    fn degrees_are_read_as_people_write_them() {
        let expected = Ok((Some(225_012_346), Some(1_039_613_056)));
        let texts = [
            "22.5012346, 103.9613056",
            "22.5012346 103.9613056",
            "22.5012346N 103.9613056E",
            "22°30'04.44456\"N 103°57'40.70016\"E",
            "22° 30′ 04.44456″ N, 103° 57′ 40.70016″ E",
            "N22°30.074076', E103°57.678336'",
        ];
        for text in texts {
            assert_eq!(written(text).map(|read| (read.lat_e7, read.lon_e7)), expected, "{text}");
        }
        assert_eq!(
            written("-22.5; -103.5").map(|read| (read.lat_e7, read.lon_e7)),
            Ok((Some(-225_000_000), Some(-1_035_000_000)))
        );
        assert_eq!(
            written("22.5S 103.5W").map(|read| (read.lat_e7, read.lon_e7)),
            Ok((Some(-225_000_000), Some(-1_035_000_000)))
        );
    }

    #[test]
    fn coordinates_of_a_grid_are_kept_as_a_text() {
        for text in ["2490123.45, 393456.78", "48Q 0393456 2490123", "X=2490123 Y=393456", "see annex 4"] {
            let read = written(text).unwrap();
            assert_eq!((read.coordinates.as_deref(), read.lat_e7, read.lon_e7), (Some(text), None, None));
        }
    }

    #[test]
    fn a_position_names_its_system_and_is_whole() {
        assert_eq!(written(" "), Err(PositionFault::Incomplete));
        let half = Position { lon_e7: None, ..position("WGS 84", 1, 1) };
        assert_eq!(half.read(), Err(PositionFault::Incomplete));
        assert_eq!(position(" ", 1, 1).read(), Err(PositionFault::NoSystem));
        assert_eq!(position("WGS 84", 900_000_001, 0).read(), Err(PositionFault::OffTheGlobe));
    }

    #[test]
    fn a_length_is_written_with_point_or_comma() {
        for (text, shown) in
            [("5", "5"), ("0.03", "0.03"), ("0,03", "0.03"), ("1.400", "1.4"), ("0", "0"), (" 12 ", "12")]
        {
            assert_eq!(metres(text).map(|length| length.to_string()).as_deref(), Some(shown), "{text}");
        }
        for text in ["", "-1", "1.2345", ".5", "5.", "five", "1e3", "99999999"] {
            assert_eq!(metres(text), None, "{text}");
        }
    }

    #[test]
    fn a_difference_within_the_combined_error_is_no_difference() {
        // 1.6 metres to the north, as far as a handheld receiver can tell.
        let (registered, observed) =
            (position("WGS 84", 225_000_000, 1_039_000_000), position("wgs84", 225_000_144, 1_039_000_000));
        let with = |accuracy: &str, error: Option<&str>| {
            compared(Some((&registered, error.and_then(metres))), &observed, metres(accuracy))
        };
        let handheld = with("5", None);
        assert_eq!((handheld.outcome, handheld.distance_m), (ComparisonOutcome::NoDifference, metres("1.595")));
        assert_eq!(with("0.03", None).outcome, ComparisonOutcome::Differs);
        assert_eq!(with("0.8", Some("0.9")).outcome, ComparisonOutcome::NoDifference);
        assert_eq!(with("0.8", Some("0.9")).error_m, metres("1.7"));
    }

    #[test]
    fn positions_of_different_systems_are_not_compared() {
        // The same ground, unconverted: some 200 metres apart on paper.
        let registered = position("VN-2000", 225_010_000, 1_039_590_000);
        let observed = position("WGS 84", 225_000_000, 1_039_609_000);
        let comparison = compared(Some((&registered, None)), &observed, metres("5"));
        assert_eq!(comparison, Comparison { outcome: ComparisonOutcome::OtherSystem, distance_m: None, error_m: None });
        let same = compared(Some((&registered, None)), &position("vn 2000", 225_010_000, 1_039_590_000), metres("5"));
        assert_eq!(same.outcome, ComparisonOutcome::NoDifference);
    }

    #[test]
    fn nothing_is_compared_without_register_degrees_or_accuracy() {
        let at = position("WGS 84", 225_000_000, 1_039_000_000);
        let paper = Position { lat_e7: None, lon_e7: None, coordinates: Some("annex 4".into()), ..at.clone() };
        assert_eq!(compared(None, &at, metres("5")).outcome, ComparisonOutcome::NotRegistered);
        assert_eq!(compared(Some((&paper, None)), &at, metres("5")).outcome, ComparisonOutcome::NoDegrees);
        assert_eq!(compared(Some((&at, None)), &at, None).outcome, ComparisonOutcome::NoAccuracy);
    }

    proptest! {
        #[test]
        fn a_length_is_read_as_it_was_written(millimetres in 0u64..30_000_000_000) {
            let length = Metres(millimetres);
            prop_assert_eq!(Metres::try_from(length.to_string()), Ok(length));
        }

        #[test]
        fn no_text_breaks_the_reading_of_coordinates(text in any::<String>()) {
            let _ = (written(&text), Metres::parse(&text), Metres::try_from(text.clone()));
        }

        #[test]
        fn degrees_written_with_seven_decimals_are_read_exactly(lat in -900_000_000i64..=900_000_000, lon in -1_800_000_000i64..=1_800_000_000) {
            let told = |e7: i64| format!("{}{}.{:07}", if e7 < 0 { "-" } else { "" }, e7.abs() / 10_000_000, e7.abs() % 10_000_000);
            let read = written(&format!("{}, {}", told(lat), told(lon)));
            prop_assert_eq!(read.map(|read| (read.lat_e7, read.lon_e7)), Ok((Some(lat), Some(lon))));
        }
    }
}
