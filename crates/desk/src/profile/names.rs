//! The texts of a profile: every name can be read in English, and no text stands under a language that nobody shows.

use std::collections::{BTreeMap, BTreeSet};

use domain::Words;

use super::ProfileFault;
use super::files::{AgreementFile, CounterpartFile, Opening, ProfileFile, UnitFile};

/// The language in which every name is given, so that nobody meets a code instead of a name.
const NEEDED: &str = "en";

/// Adds every fault found.
pub(super) fn check(
    main: &Opening<ProfileFile>,
    units: &Opening<UnitFile>,
    counterparts: &Opening<CounterpartFile>,
    agreements: &Opening<AgreementFile>,
    faults: &mut Vec<ProfileFault>,
) {
    let file = &main.value;
    for side in &file.sides {
        let wrong = side.languages.iter().find(|code| !Words::is_language(code));
        if let Some(wrong) = wrong {
            let problem = format!("\"{wrong}\" is no code of a language, such as \"fr\"");
            faults.push(main.fault(&side.code.span(), "side.languages", problem));
        }
    }
    let of_sides = file.sides.iter().flat_map(|side| side.languages.iter().map(String::as_str));
    let mut texts = Texts { known: Words::LANGUAGES.into_iter().chain(of_sides).collect(), faults };
    let unplaced = |field: &'static str| move |problem| main.unplaced(field, problem);
    texts.name(&file.title.0, unplaced("title"));
    texts.text(&file.notice.0, unplaced("notice"));
    for side in &file.sides {
        texts.name(&side.name.0, |problem| main.fault(&side.code.span(), "side.name", problem));
    }
    for line in &file.lines {
        texts.name(&line.name.0, |problem| main.fault(&line.code.span(), "line.name", problem));
    }
    for matter in &file.matters {
        texts.name(&matter.name.0, |problem| main.fault(&matter.code.span(), "matter.name", problem));
    }
    for level in &file.levels {
        texts.name(&level.name.0, |problem| main.fault(&level.code.span(), "level.name", problem));
    }
    for unit in &units.value.units {
        let fault = |field| move |problem| units.fault(&unit.code.span(), field, problem);
        unit.names.iter().for_each(|name| texts.name(&name.words, fault("unit.name")));
        texts.text(&unit.note.0, fault("unit.note"));
    }
    for relation in &counterparts.value.counterparts {
        let fault = |problem| counterparts.fault(&relation.code.span(), "counterpart.note", problem);
        texts.text(&relation.note.0, fault);
    }
    for text in &agreements.value.agreements {
        let fault = |field| move |problem| agreements.fault(&text.code.span(), field, problem);
        texts.name(&text.name.0, fault("agreement.name"));
        texts.text(&text.note.0, fault("agreement.note"));
        for note in text.versions.iter().filter_map(|version| version.note.as_ref()) {
            texts.text(&note.0, fault("version.note"));
        }
        for duty in &text.obligations {
            texts.name(&duty.name.0, |problem| agreements.fault(&duty.code.span(), "obligation.name", problem));
        }
    }
}

/// The languages in which a text may stand, and what is wrong.
struct Texts<'f> {
    known: BTreeSet<&'f str>,
    faults: &'f mut Vec<ProfileFault>,
}

impl Texts<'_> {
    fn text(&mut self, words: &BTreeMap<String, String>, fault: impl Fn(String) -> ProfileFault) {
        for code in words.keys().filter(|code| !self.known.contains(code.as_str())) {
            let problem = format!("\"{code}\" is a language neither of the interface nor of a side");
            self.faults.push(fault(problem));
        }
    }

    fn name(&mut self, words: &BTreeMap<String, String>, fault: impl Fn(String) -> ProfileFault) {
        if words.get(NEEDED).is_none_or(|text| text.trim().is_empty()) {
            self.faults.push(fault(format!("a name needs a text in \"{NEEDED}\"")));
        }
        self.text(words, fault);
    }
}
