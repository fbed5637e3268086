//! Line: the line between neighbours, what it is called, how long the documents say it is, and which of them fix it
//! (VI đường biên giới, ZH 边界线; domain rule C.0-9). Nothing here says where it runs: the documents do.

mod shape;
pub(crate) mod stretch;

use std::collections::BTreeSet;

use jiff::civil::Date;

pub use shape::*;
pub use stretch::{Stretch, StretchFault};

use crate::basis::agreement::Agreement;
use crate::organisation::side::Side;
use crate::{Decision, Grade, Header, Link, Noun, Right, Setting, Stamp, Wing};

/// The noun.
pub struct Line;

impl Noun for Line {
    const NAME: &'static str = "line";
    const WING: Wing = Wing::Territory;
    const GRADE: Grade = Grade::Open;
    type State = LineState;
    type Command = LineCommand;
    type Fact = LineFact;
    type Refusal = LineRefusal;

    fn decide(
        state: Option<&LineState>,
        command: LineCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<LineFact>, LineRefusal> {
        match (state, command) {
            (
                None,
                LineCommand::Register {
                    name,
                    sides,
                    documented_length_m,
                    length_source,
                    drawing,
                    attribution,
                    licence,
                    agreements,
                },
            ) => {
                let text = LineText {
                    name: name.tidied(),
                    sides,
                    documented_length_m,
                    length_source,
                    length_as_of: None,
                    drawing,
                    attribution,
                    licence,
                    agreements,
                };
                Ok(Decision::fact(LineFact::Registered { text: checked(setting, text)? }))
            }
            (Some(line), command @ LineCommand::Amend { .. }) => amend(setting, line, command),
            _ => Err(LineRefusal::NotNow),
        }
    }

    fn apply(state: Option<LineState>, fact: LineFact, _: &Stamp) -> LineState {
        let (text, version) = match fact {
            LineFact::Registered { text } => (text.clone(), LineVersion { from: None, document: None, text }),
            LineFact::Amended { version } => (version.text.clone(), version),
        };
        let mut versions = state.map(|line| line.versions).unwrap_or_default();
        versions.push(version);
        LineState { text, versions, stage: LineStage::Registered }
    }

    fn header(line: &LineState) -> Header {
        let sides = line.text.sides.iter().map(|side| Link { role: "between", to: side.0.clone() });
        let fixing = line.text.agreements.iter().map(|text| Link { role: "fixed-by", to: text.0.clone() });
        Header {
            status: match line.stage {
                LineStage::Registered => "registered",
            },
            title: line.text.name.clone(),
            links: sides.chain(fixing).collect(),
            ..Header::default()
        }
    }

    fn offers(state: Option<&LineState>) -> Vec<&'static str> {
        if state.is_none() { vec!["register"] } else { vec!["amend"] }
    }

    fn right(_: &str) -> Right {
        Right::Administer
    }
}

fn amend(setting: &Setting<'_>, line: &LineState, command: LineCommand) -> Result<Decision<LineFact>, LineRefusal> {
    let LineCommand::Amend {
        document,
        from,
        name,
        sides,
        documented_length_m,
        length_source,
        length_as_of,
        drawing,
        attribution,
        licence,
        agreements,
    } = command
    else {
        return Err(LineRefusal::NotNow);
    };
    if let Some(before) = line.versions.last().and_then(|version| version.from).filter(|before| from <= *before) {
        return Err(LineRefusal::NotLater { from: before });
    }
    let old = line.text.clone();
    // A new length does not inherit the source or the day of the old one.
    let (documented_length_m, length_source, length_as_of) = match documented_length_m {
        Some(length) if Some(length) != old.documented_length_m => (Some(length), length_source, length_as_of),
        _ => (old.documented_length_m, length_source.or(old.length_source), length_as_of.or(old.length_as_of)),
    };
    let text = LineText {
        name: name.map_or(old.name, crate::Words::tidied),
        sides: if sides.is_empty() { old.sides } else { sides },
        documented_length_m,
        length_source,
        length_as_of,
        drawing: drawing.or(old.drawing),
        attribution: attribution.or(old.attribution),
        licence: licence.or(old.licence),
        agreements: if agreements.is_empty() { old.agreements } else { agreements },
    };
    let version = LineVersion { from: Some(from), document: Some(document), text: checked(setting, text)? };
    Ok(Decision::fact(LineFact::Amended { version }))
}

fn checked(setting: &Setting<'_>, text: LineText) -> Result<LineText, LineRefusal> {
    if text.name.is_empty() {
        return Err(LineRefusal::NoName);
    }
    if text.sides.iter().collect::<BTreeSet<_>>().len() < 2 {
        return Err(LineRefusal::FewSides);
    }
    if let Some(side) = text.sides.iter().find(|side| setting.load::<Side>(&side.0).is_none()) {
        return Err(LineRefusal::NoSide { side: side.to_string() });
    }
    if let Some(missing) = text.agreements.iter().find(|found| setting.load::<Agreement>(&found.0).is_none()) {
        return Err(LineRefusal::NoAgreement { agreement: missing.to_string() });
    }
    let is_blank = |text: &Option<String>| text.as_ref().is_none_or(|text| text.trim().is_empty());
    if text.documented_length_m.is_some() && is_blank(&text.length_source) {
        return Err(LineRefusal::NoSource);
    }
    if let Some(drawing) = text.drawing.as_ref().filter(|name| !is_file_name(name)) {
        return Err(LineRefusal::NotAFileName { drawing: drawing.clone() });
    }
    Ok(text)
}

/// A file beside the profile: no folder, no way out of the folder.
fn is_file_name(name: &str) -> bool {
    let plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_' | '.');
    !name.starts_with('.') && name.ends_with(".geojson") && name.chars().all(plain)
}

impl LineState {
    /// What was said of the line for a day: the last version that had begun, else the first.
    pub fn on(&self, day: Date) -> &LineText {
        let begun = self.versions.iter().rev().find(|version| version.from.is_none_or(|from| from <= day));
        begun.map_or(&self.text, |version| &version.text)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::rehearsal::{Rehearsal, id, side};
    use crate::{AgreementId, Words};

    fn registered() -> LineText {
        LineText {
            name: Words::plain("Line U"),
            sides: vec![side("v"), side("n")],
            documented_length_m: Some(120_500),
            length_source: Some("Protocol of 2009, Article 2".into()),
            ..LineText::default()
        }
    }

    fn register(text: LineText) -> LineCommand {
        LineCommand::Register {
            name: text.name,
            sides: text.sides,
            documented_length_m: text.documented_length_m,
            length_source: text.length_source,
            drawing: text.drawing,
            attribution: text.attribution,
            licence: text.licence,
            agreements: text.agreements,
        }
    }

    fn amended(from: Date, length: Option<u64>, source: Option<&str>) -> LineCommand {
        LineCommand::Amend {
            document: "Protocol of 2019".into(),
            from,
            name: None,
            sides: vec![],
            documented_length_m: length,
            length_source: source.map(str::to_owned),
            length_as_of: None,
            drawing: None,
            attribution: None,
            licence: None,
            agreements: vec![],
        }
    }

    #[test]
    fn a_line_lies_between_two_known_sides() {
        let mut line = Rehearsal::new();
        let with = |sides: &[&str]| {
            register(LineText { sides: sides.iter().map(|code| side(code)).collect(), ..registered() })
        };
        assert_eq!(line.refused::<Line>("u", with(&["v", "v"])), "few-sides");
        assert_eq!(line.refused::<Line>("u", with(&["v", "x"])), "no-side");
        line.act::<Line>("u", with(&["v", "n"]));
        let links = line.header::<Line>("u").links;
        assert_eq!(links, [Link { role: "between", to: id("v") }, Link { role: "between", to: id("n") }]);
    }

    #[test]
    fn a_length_is_never_stated_without_its_source() {
        let mut line = Rehearsal::new();
        for source in [None, Some("  ".to_owned())] {
            let text = LineText { length_source: source, ..registered() };
            assert_eq!(line.refused::<Line>("u", register(text)), "no-source");
        }
        line.act::<Line>("u", register(registered()));
        assert_eq!(line.refused::<Line>("u", amended(date(2020, 1, 1), Some(121_000), None)), "no-source");
    }

    #[test]
    fn a_drawing_is_a_file_of_the_profile_and_nothing_else() {
        let mut line = Rehearsal::new();
        let with = |drawing: &str| register(LineText { drawing: Some(drawing.into()), ..registered() });
        for name in ["../line.geojson", "a/line.geojson", ".geojson", "line.txt", "c:line.geojson"] {
            assert_eq!(line.refused::<Line>("u", with(name)), "not-a-file-name", "{name}");
        }
        line.act::<Line>("u", with("line.geojson"));
    }

    #[test]
    fn an_agreement_that_fixes_the_line_is_a_known_one() {
        let text = LineText { agreements: vec![AgreementId(id("a9"))], ..registered() };
        assert_eq!(Rehearsal::new().refused::<Line>("u", register(text)), "no-agreement");
    }

    #[test]
    fn a_new_version_cites_its_document_and_the_old_one_stays() {
        let mut line = Rehearsal::new();
        line.act::<Line>("u", register(registered()));
        line.act::<Line>("u", amended(date(2020, 1, 1), Some(121_000), Some("Protocol of 2019, Article 3")));
        let state = line.state::<Line>("u");
        assert_eq!(state.on(date(2019, 12, 31)).documented_length_m, Some(120_500));
        assert_eq!(state.on(date(2020, 1, 1)).documented_length_m, Some(121_000));
        assert_eq!(state.text.name, Words::plain("Line U"));
        assert_eq!(state.versions.len(), 2);
        assert_eq!(line.refused::<Line>("u", amended(date(2020, 1, 1), None, None)), "not-later");
    }
}
