//! A box of degrees in which a map is drawn, and how large it is on the ground.

/// Metres in a degree of latitude, and in a degree of longitude on the equator: enough for the size of a drawing.
const DEGREE_M: f64 = 111_320.0;
/// The least width of a degree of longitude that is reckoned with, as a part of that on the equator.
const NARROWEST: f64 = 0.01;

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

impl Bounds {
    /// The box around a position (longitude, latitude) that reaches so many metres to each side on the ground, the same
    /// in the far north as on the equator.
    pub fn around(position: (f64, f64), half_width_m: f64, half_height_m: f64) -> Self {
        Self::at(position).grown(half_width_m, half_height_m)
    }

    /// True when the position lies in the box.
    pub fn holds(&self, (lon, lat): (f64, f64)) -> bool {
        (self.west..=self.east).contains(&lon) && (self.south..=self.north).contains(&lat)
    }

    /// The box with a margin: a part of its longer side on the ground, the same on every side.
    pub fn widened(&self, part: f64) -> Self {
        let longer = (self.north - self.south).max((self.east - self.west) * self.narrowing());
        self.grown(longer * part * DEGREE_M, longer * part * DEGREE_M)
    }

    /// The box that reaches so many metres further to each side, on the ground in its middle.
    pub fn grown(&self, width_m: f64, height_m: f64) -> Self {
        let (dx, dy) = (width_m / (DEGREE_M * self.narrowing()), height_m / DEGREE_M);
        Self { west: self.west - dx, south: self.south - dy, east: self.east + dx, north: self.north + dy }
    }

    /// The box of a single position (longitude, latitude).
    pub fn at((lon, lat): (f64, f64)) -> Self {
        Self { west: lon, south: lat, east: lon, north: lat }
    }

    /// The box that holds both.
    pub fn joined(&self, other: &Self) -> Self {
        Self {
            west: self.west.min(other.west),
            south: self.south.min(other.south),
            east: self.east.max(other.east),
            north: self.north.max(other.north),
        }
    }

    /// How much narrower a degree of longitude is in the middle of the box than on the equator, from 0 to 1.
    pub fn narrowing(&self) -> f64 {
        narrowing((self.north + self.south) / 2.0)
    }

    /// The height on the ground for each metre of width.
    pub fn steepness(&self) -> f64 {
        (self.north - self.south) / ((self.east - self.west) * self.narrowing())
    }

    /// The box with more room on two sides where it is flatter or steeper on the ground than a drawing may be, so that
    /// a line from north to south is as easy to read as one from west to east.
    pub fn fitted(&self, flattest: f64, steepest: f64) -> Self {
        let (width, height) = ((self.east - self.west) * self.narrowing(), self.north - self.south);
        let dx = ((height / steepest - width) / 2.0).max(0.0) / self.narrowing();
        let dy = ((width * flattest - height) / 2.0).max(0.0);
        Self { west: self.west - dx, south: self.south - dy, east: self.east + dx, north: self.north + dy }
    }
}

fn narrowing(lat: f64) -> f64 {
    lat.to_radians().cos().max(NARROWEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surroundings_are_as_wide_on_the_ground_in_the_far_north_as_near_the_equator() {
        for lat in [0.0, 22.5, 42.5, 69.9] {
            let bounds = Bounds::around((25.0, lat), 36_000.0, 28_000.0);
            assert!((bounds.steepness() - 28.0 / 36.0).abs() < 1e-9, "{lat}: {bounds:?}");
            assert!(bounds.holds((25.0, lat)));
        }
    }

    #[test]
    fn a_margin_is_as_wide_above_a_flat_box_as_beside_it() {
        let flat = Bounds { west: 20.0, south: 69.0, east: 30.0, north: 70.0 };
        let wide = flat.widened(0.05);
        let (beside, above) = ((flat.west - wide.west) * flat.narrowing(), wide.north - flat.north);
        assert!((beside - above).abs() < 1e-9 && above > 0.15, "{wide:?}");
        assert!(wide.holds((20.0, 69.0)) && !flat.holds((19.9, 69.5)) && wide.holds((19.9, 69.5)));
    }

    #[test]
    fn a_line_from_north_to_south_gets_room_at_its_sides_and_a_flat_one_above_and_below() {
        let steep = Bounds { west: 10.0, south: 0.0, east: 11.0, north: 10.0 }.fitted(0.25, 1.0);
        assert_eq!((steep.south, steep.north), (0.0, 10.0));
        assert!((steep.steepness() - 1.0).abs() < 1e-9, "{steep:?}");
        let flat = Bounds { west: 0.0, south: -0.5, east: 40.0, north: 0.5 }.fitted(0.25, 1.0);
        assert_eq!((flat.west, flat.east), (0.0, 40.0));
        assert!((flat.steepness() - 0.25).abs() < 1e-9, "{flat:?}");
        let fair = Bounds { west: 0.0, south: -1.0, east: 4.0, north: 1.0 };
        assert_eq!(fair.fitted(0.25, 1.0), fair);
    }
}
