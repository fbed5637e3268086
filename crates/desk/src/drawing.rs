//! A line made ready for the map: measured once, and simplified once for each grain, for as long as the post is open.

use std::sync::OnceLock;

use terrain::{Bounds, Line, Part};

/// How many positions of a line a drawing may have, so that the page stays small.
const POSITIONS: usize = 700;
/// The finest grain that leaves positions out, in square degrees; each further grain is three times as coarse.
const FINEST: f64 = 1e-7;
/// How many grains there are; the first leaves nothing out.
const GRAINS: usize = 15;

/// A line with what was reckoned from it.
pub(crate) struct Drawing {
    line: Line,
    grains: [OnceLock<Line>; GRAINS],
    bounds: OnceLock<Bounds>,
    parts: OnceLock<Vec<Part>>,
}

impl Drawing {
    /// A line of which nothing is reckoned yet.
    pub(crate) fn of(line: Line) -> Self {
        Self { line, grains: [const { OnceLock::new() }; GRAINS], bounds: OnceLock::new(), parts: OnceLock::new() }
    }

    /// Where the line comes from, to be shown with it.
    pub(crate) fn attribution(&self) -> &str {
        &self.line.attribution
    }

    /// The box around the line.
    pub(crate) fn bounds(&self) -> Bounds {
        *self.bounds.get_or_init(|| self.line.bounds())
    }

    /// Its parts, each measured alone.
    pub(crate) fn parts(&self) -> &[Part] {
        self.parts.get_or_init(|| self.line.parts())
    }

    /// What of the line lies in the box, simplified as little as the number of positions allows.
    pub(crate) fn within(&self, bounds: Bounds) -> Vec<Vec<(f64, f64)>> {
        let mut runs = Vec::new();
        for grain in 0..GRAINS {
            runs = self.grain(grain).within(bounds);
            if runs.iter().map(Vec::len).sum::<usize>() <= POSITIONS {
                break;
            }
        }
        runs
    }

    fn grain(&self, grain: usize) -> &Line {
        match self.grains.get(grain) {
            Some(kept) if grain > 0 => kept.get_or_init(|| self.line.simplified(size(grain))),
            _ => &self.line,
        }
    }
}

/// The size of a grain in square degrees.
fn size(grain: usize) -> f64 {
    (1..grain).fold(FINEST, |size, _| size * 3.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line of two parts with more bends than a drawing may have, made by a rule.
    fn winding() -> Line {
        let part = |west: f64| {
            let at =
                |step: i32| format!("[{},{}]", west + f64::from(step) * 0.006, f64::from(step * step % 97) * 0.002);
            (0..500).map(at).collect::<Vec<_>>().join(",")
        };
        let text = format!(
            r#"{{"type":"Feature","properties":{{"source":"made for a test"}},"geometry":{{"type":"MultiLineString","coordinates":[[{}],[{}]]}}}}"#,
            part(10.0),
            part(15.0)
        );
        Line::parse(&text).unwrap()
    }

    /// The same question answered without keeping anything.
    fn anew(line: &Line, bounds: Bounds) -> Vec<Vec<(f64, f64)>> {
        let answers = (0..GRAINS).map(|grain| {
            let size = if grain == 0 { 0.0 } else { FINEST * 3.0_f64.powi(i32::try_from(grain).unwrap() - 1) };
            line.simplified(size).within(bounds)
        });
        let mut last = Vec::new();
        for answer in answers {
            last = answer;
            if last.iter().map(Vec::len).sum::<usize>() <= POSITIONS {
                break;
            }
        }
        last
    }

    #[test]
    fn what_is_kept_gives_the_same_drawing_as_what_is_reckoned_anew() {
        let line = winding();
        let drawing = Drawing::of(line.clone());
        let whole = line.bounds();
        let boxes = [
            whole,
            whole.widened(0.04),
            Bounds { west: 10.5, south: 0.0, east: 11.0, north: 0.2 },
            Bounds { west: 12.0, south: 0.0, east: 16.0, north: 0.1 },
            Bounds { west: 40.0, south: 0.0, east: 41.0, north: 1.0 },
        ];
        for bounds in boxes.iter().chain(boxes.iter().rev()) {
            assert_eq!(drawing.within(*bounds), anew(&line, *bounds), "{bounds:?}");
        }
        assert_eq!(drawing.parts(), line.parts());
        assert_eq!(drawing.bounds(), whole);
    }

    #[test]
    fn a_grain_is_reckoned_once() {
        let drawing = Drawing::of(winding());
        let before: *const Line = drawing.grain(6);
        drawing.within(drawing.bounds());
        assert!(std::ptr::eq(before, drawing.grain(6)));
        assert!(drawing.grain(6).parts().len() == 2 && drawing.grain(0) == &winding());
    }

    #[test]
    fn a_drawing_never_joins_two_parts() {
        let drawing = Drawing::of(winding());
        for run in drawing.within(drawing.bounds()) {
            assert!(run.windows(2).all(|two| (two[1].0 - two[0].0).abs() < 1.0), "the gap is two degrees wide");
        }
    }
}
