//! A stretch of a line from one marker place to another: what treaty segments and unit sections have in common.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Line;
use crate::territory::marker_place::MarkerPlace;
use crate::{LineId, Link, MarkerNumber, MarkerPlaceId, RecordId, Setting, Words};

/// A stretch of a line. Numbers and order of its two places are those with which the places were registered; they
/// never change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Stretch {
    /// The line.
    pub line: LineId,
    /// The marker place at which it begins.
    pub from_place: MarkerPlaceId,
    /// The marker place at which it ends.
    pub to_place: MarkerPlaceId,
    /// The number of the first place.
    pub from_number: MarkerNumber,
    /// The number of the last place.
    pub to_number: MarkerNumber,
    /// Where the first place stands along the line.
    pub from_along: u32,
    /// Where the last place stands along the line.
    pub to_along: u32,
}

/// Why two places do not make a stretch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StretchFault {
    /// There is no such line.
    NoLine,
    /// There is no such marker place, or it was withdrawn.
    NoPlace(MarkerPlaceId),
    /// The place stands on another line.
    OtherLine(MarkerNumber),
    /// The first place does not come before the last.
    WrongOrder,
}

impl Stretch {
    /// The stretch between two places of a line, with the name of the line.
    pub(crate) fn between(
        setting: &Setting<'_>,
        line: LineId,
        from_place: MarkerPlaceId,
        to_place: MarkerPlaceId,
    ) -> Result<(Self, Words), StretchFault> {
        let name = setting.load::<Line>(&line.0).ok_or(StretchFault::NoLine)?.text.name;
        let load = |place: &MarkerPlaceId| {
            let found = setting.load::<MarkerPlace>(&place.0).filter(|found| !found.is_withdrawn());
            let found = found.ok_or_else(|| StretchFault::NoPlace(place.clone()))?;
            if found.line == line { Ok(found) } else { Err(StretchFault::OtherLine(found.number)) }
        };
        let (first, last) = (load(&from_place)?, load(&to_place)?);
        if last.along <= first.along {
            return Err(StretchFault::WrongOrder);
        }
        let stretch = Self {
            line,
            from_place,
            to_place,
            from_number: first.number,
            to_number: last.number,
            from_along: first.along,
            to_along: last.along,
        };
        Ok((stretch, name))
    }

    /// True when the two lie on one line and share more than the place at which one ends and the other begins.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.line == other.line && self.from_along < other.to_along && other.from_along < self.to_along
    }

    /// True when a place that stands there along the line is on the stretch, its two ends included.
    pub fn holds(&self, along: u32) -> bool {
        (self.from_along..=self.to_along).contains(&along)
    }

    /// How far it reaches in the order of the line; never a length.
    pub fn reach(&self) -> u32 {
        self.to_along - self.from_along
    }

    /// From marker to marker, `T40 – T60`.
    pub fn told(&self) -> String {
        format!("{} – {}", self.from_number, self.to_number)
    }

    /// What a fold starts from when the first fact is missing; never seen, because the first fact replaces it.
    pub(crate) fn blank(record: &RecordId) -> Self {
        Self {
            line: LineId(record.clone()),
            from_place: MarkerPlaceId(record.clone()),
            to_place: MarkerPlaceId(record.clone()),
            from_number: MarkerNumber::blank(),
            to_number: MarkerNumber::blank(),
            from_along: 0,
            to_along: 0,
        }
    }

    pub(crate) fn links(&self) -> Vec<Link> {
        vec![
            Link { role: "on-line", to: self.line.0.clone() },
            Link { role: "from-place", to: self.from_place.0.clone() },
            Link { role: "to-place", to: self.to_place.0.clone() },
        ]
    }
}

/// A text with the name of its line behind it, in every language in which the line is named.
pub(crate) fn on_line(text: &str, line: &Words) -> Words {
    if line.is_empty() {
        return Words::plain(text);
    }
    Words(line.0.iter().map(|(code, name)| (code.clone(), format!("{text} · {name}"))).collect())
}
