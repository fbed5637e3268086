//! The texts of two sides beside one another, part by part (domain vocabulary C.3, minutes): what only one side changed
//! is taken, what both changed stays open in brackets, `[vn: …] [cn: …]`, until they have agreed.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation as _;

use super::content::{Content, Line, SignerNamed, TextIn};
use crate::{Attached, SideId};

/// Up to how many paragraphs texts are laid beside one another by what they say; longer ones by their number alone.
const PARAGRAPHS_MOST: usize = 1_000;
/// Up to how many words of two texts the changed ones are marked; longer ones are shown whole.
const MARKED_MOST: usize = 4_000;

/// Two texts of one document beside one another, and what the own draft would say after the other was taken over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Comparison {
    /// The parts, in the order in which they stand.
    pub parts: Vec<Compared>,
    /// What the own draft would say.
    pub merged: Content,
}

/// One part of two texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Compared {
    /// What it is.
    pub part: Part,
    /// Of paragraphs, which one, from 1; of facts, the name.
    pub name: String,
    /// The language, where it has one.
    pub language: Option<String>,
    /// What the own draft says; empty where it has no such part.
    pub own: String,
    /// What the other side's draft says.
    pub other: String,
    /// Who changed it.
    pub change: Change,
    /// The two word by word.
    pub marks: Vec<Mark>,
}

/// What a part of a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// The title in one language.
    Title,
    /// A paragraph in one language.
    Paragraph,
    /// Where it was held.
    Place,
    /// On which day.
    HeldOn,
    /// A name with its value.
    Fact,
    /// Who signs for a side; each side names its own.
    Signer,
    /// A file.
    Attachment,
}

/// Which side changed a part since the draft from which both were made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// Both say the same.
    Same,
    /// The own side only: its words stay.
    Own,
    /// The other side only: its words are taken.
    Other,
    /// Both, in different words: both stand in brackets.
    Both,
}

/// Some words of a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Mark {
    /// In which of the two texts they stand: in both, or only in one.
    pub within: Within,
    /// The words.
    pub text: String,
}

/// In which of two texts words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Within {
    /// In both.
    Both,
    /// In the own only.
    Own,
    /// In the other side's only.
    Other,
}

/// The two sides whose texts are compared.
#[derive(Clone, Copy, Debug)]
pub struct Between<'s> {
    /// The own side.
    pub own: &'s SideId,
    /// The other side.
    pub other: &'s SideId,
}

/// Lays the own text and that of the other side beside one another. `base` is the draft from which both were made;
/// without one, what stands in only one of them is taken.
pub fn compare(between: Between<'_>, base: Option<&Content>, own: &Content, other: &Content) -> Comparison {
    let blank = Content::default();
    let mut work = Work { between, has_base: base.is_some(), parts: Vec::new() };
    let base = base.unwrap_or(&blank);
    let texts = work.texts(base, own, other);
    let place = work.field(Part::Place, [&base.place, &own.place, &other.place].map(|place| place.as_deref()));
    let held_on = work.held_on(base, own, other);
    let facts = work.facts(base, own, other);
    let signers = work.signers(own, other);
    let attachments = work.attachments(base, own, other);
    Comparison { merged: Content { place, held_on, texts, facts, signers, attachments }, parts: work.parts }
}

/// What three texts make of one part; `None` is a part that is not there.
fn settled(has_base: bool, [base, own, other]: [Option<&str>; 3]) -> Change {
    if own == other {
        Change::Same
    } else if has_base && own == base || !has_base && own.is_none() {
        Change::Other
    } else if has_base && other == base || !has_base && other.is_none() {
        Change::Own
    } else {
        Change::Both
    }
}

/// A row of paragraphs, by language.
type Row<'c> = BTreeMap<&'c str, &'c str>;
/// Rows of three texts that belong beside one another.
type Beside = [Range<usize>; 3];

struct Work<'s> {
    between: Between<'s>,
    has_base: bool,
    parts: Vec<Compared>,
}

impl Work<'_> {
    /// Compares one part and gives what is to stand there.
    fn part(&mut self, part: Part, name: &str, language: Option<&str>, three: [Option<&str>; 3]) -> Option<String> {
        let [_, own, other] = three;
        let change = settled(self.has_base, three);
        let stands = match change {
            Change::Same | Change::Own => own.map(str::to_owned),
            Change::Other => other.map(str::to_owned),
            Change::Both => Some(self.beside(own, other)),
        };
        let (own, other) = (own.unwrap_or_default(), other.unwrap_or_default());
        self.parts.push(Compared {
            part,
            name: name.to_owned(),
            language: language.map(str::to_owned),
            own: own.to_owned(),
            other: other.to_owned(),
            change,
            marks: marked(own, other),
        });
        stands
    }

    /// The words of both, as negotiators write them.
    fn beside(&self, own: Option<&str>, other: Option<&str>) -> String {
        let words = |text: Option<&str>| text.filter(|text| !text.trim().is_empty()).unwrap_or("—").to_owned();
        let Between { own: own_side, other: other_side } = self.between;
        format!("[{own_side}: {}] [{other_side}: {}]", words(own), words(other))
    }

    fn field(&mut self, part: Part, three: [Option<&str>; 3]) -> Option<String> {
        if three.iter().skip(1).all(Option::is_none) { None } else { self.part(part, "", None, three) }
    }

    /// A day cannot stand in brackets: where both changed it the own one stays, and the table tells of the other.
    fn held_on(&mut self, base: &Content, own: &Content, other: &Content) -> Option<jiff::civil::Date> {
        let three = [base, own, other].map(|content| content.held_on.map(|day| day.to_string()));
        let three = [three[0].as_deref(), three[1].as_deref(), three[2].as_deref()];
        self.field(Part::HeldOn, three);
        match settled(self.has_base, three) {
            Change::Other => other.held_on,
            _ => own.held_on,
        }
    }

    fn texts(&mut self, base: &Content, own: &Content, other: &Content) -> Vec<TextIn> {
        let languages = kept(&[base, own, other].map(languages), self.has_base);
        let titles: Vec<_> = languages
            .iter()
            .map(|language| {
                let three =
                    [base, own, other].map(|content| text_in(content, language).map(|text| text.title.as_str()));
                self.part(Part::Title, "", Some(language), three).unwrap_or_default()
            })
            .collect();
        let paragraphs = [base, own, other].map(|content| {
            languages.iter().map(|language| text_in(content, language).map(TextIn::paragraphs)).collect::<Vec<_>>()
        });
        let [base, own, other] = paragraphs.each_ref().map(|paragraphs| rows(&languages, paragraphs));
        let mut found: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        let mut number = 0;
        for beside in chunks(self.has_base, &base, &own, &other) {
            for three in beside_one_another(&base, &own, &other, &beside) {
                number += 1;
                for language in &languages {
                    let cells = three.map(|row| row.and_then(|row| row.get(language.as_str()).copied()));
                    if cells.iter().skip(1).all(Option::is_none) {
                        continue;
                    }
                    let words = self.part(Part::Paragraph, &number.to_string(), Some(language), cells);
                    found.entry(language).or_default().extend(words);
                }
            }
        }
        let text = |(language, title): (&String, String)| {
            let text = found.get(language.as_str()).map(|paragraphs| paragraphs.join("\n\n")).unwrap_or_default();
            TextIn { language: language.clone(), title, text }
        };
        languages.iter().zip(titles).map(text).collect()
    }

    fn facts(&mut self, base: &Content, own: &Content, other: &Content) -> Vec<Line> {
        let names = |content: &Content| content.facts.iter().map(|line| line.name.clone()).collect::<Vec<_>>();
        let names = kept(&[names(base), names(own), names(other)], self.has_base);
        let mut found = Vec::new();
        for name in names {
            let of =
                |content: &Content| content.facts.iter().find(|line| line.name == name).map(|line| line.value.clone());
            let three = [of(base), of(own), of(other)];
            let three = [three[0].as_deref(), three[1].as_deref(), three[2].as_deref()];
            if let Some(value) = self.part(Part::Fact, &name, None, three) {
                found.push(Line { name, value });
            }
        }
        found
    }

    /// Each side names who signs for it.
    fn signers(&mut self, own: &Content, other: &Content) -> Vec<SignerNamed> {
        let of = |content: &Content, side: &SideId| -> Vec<SignerNamed> {
            content.signers.iter().filter(|signer| signer.side == *side).cloned().collect()
        };
        let told = |signers: &[SignerNamed]| {
            let all: Vec<String> = signers.iter().map(|signer| format!("{}, {}", signer.name, signer.office)).collect();
            (!all.is_empty()).then(|| all.join("; "))
        };
        let Between { own: own_side, other: other_side } = self.between;
        let mut found = Vec::new();
        for (side, takes_own) in [(own_side, true), (other_side, false)] {
            let (ours, theirs) = (of(own, side), of(other, side));
            let named = match (takes_own, ours.is_empty(), theirs.is_empty()) {
                (true, false, _) | (false, _, true) => ours.clone(),
                _ => theirs.clone(),
            };
            let change = match (ours == theirs, named == ours) {
                (true, _) => Change::Same,
                (false, true) => Change::Own,
                (false, false) => Change::Other,
            };
            let (own, other) = (told(&ours).unwrap_or_default(), told(&theirs).unwrap_or_default());
            if !(own.is_empty() && other.is_empty()) {
                let marks = marked(&own, &other);
                let name = side.to_string();
                self.parts.push(Compared { part: Part::Signer, name, language: None, own, other, change, marks });
            }
            found.extend(named);
        }
        found
    }

    fn attachments(&mut self, base: &Content, own: &Content, other: &Content) -> Vec<Attached> {
        let digests =
            |content: &Content| content.attachments.iter().map(|file| file.sha256.clone()).collect::<Vec<_>>();
        let all = kept(&[digests(base), digests(own), digests(other)], false);
        let mut found = Vec::new();
        for digest in all {
            let of = |content| file_in(content, &digest);
            let [before, ours, theirs] = [of(base), of(own), of(other)];
            let names = [before, ours, theirs].map(|file| file.map(|file| file.name.as_str()));
            let change = settled(self.has_base, names);
            let (own, other) = (names[1].unwrap_or_default(), names[2].unwrap_or_default());
            if !(own.is_empty() && other.is_empty()) {
                let (own, other, marks) = (own.to_owned(), other.to_owned(), marked(own, other));
                let (part, name) = (Part::Attachment, digest.clone());
                self.parts.push(Compared { part, name, language: None, own, other, change, marks });
            }
            found.extend(if change == Change::Other { theirs } else { ours }.cloned());
        }
        found
    }
}

fn languages(content: &Content) -> Vec<String> {
    content.texts.iter().map(|text| text.language.clone()).collect()
}

fn file_in<'c>(content: &'c Content, digest: &str) -> Option<&'c Attached> {
    content.attachments.iter().find(|file| file.sha256 == digest)
}

fn text_in<'c>(content: &'c Content, language: &str) -> Option<&'c TextIn> {
    content.texts.iter().find(|text| text.language == language)
}

/// Names that one side or the other has, in the order of the own text, then of the other. With a base, those that one
/// side took away are away.
fn kept([base, own, other]: &[Vec<String>; 3], has_base: bool) -> Vec<String> {
    let mut known = BTreeSet::new();
    let all = own.iter().chain(other).filter(|name| known.insert(name.as_str()));
    let was_taken_away =
        |name: &String| has_base && base.contains(name) && !(own.contains(name) && other.contains(name));
    all.filter(|name| !was_taken_away(name)).cloned().collect()
}

/// The paragraphs as rows over the languages.
fn rows<'c>(languages: &'c [String], paragraphs: &'c [Option<Vec<String>>]) -> Vec<Row<'c>> {
    let most = paragraphs.iter().flatten().map(Vec::len).max().unwrap_or_default();
    let mut rows = vec![Row::new(); most];
    for (language, paragraphs) in languages.iter().zip(paragraphs) {
        for (row, words) in rows.iter_mut().zip(paragraphs.iter().flatten()) {
            row.insert(language, words);
        }
    }
    rows
}

/// What belongs beside one another in three texts: rows that are the same in all of them, and what lies between.
fn chunks(has_base: bool, base: &[Row<'_>], own: &[Row<'_>], other: &[Row<'_>]) -> Vec<Beside> {
    if base.len().max(own.len()).max(other.len()) > PARAGRAPHS_MOST {
        return vec![[0..base.len(), 0..own.len(), 0..other.len()]];
    }
    let anchors: Vec<[usize; 3]> = if has_base {
        let to_own: BTreeMap<usize, usize> = same(base, own).into_iter().collect();
        let both = |(base, other): (usize, usize)| to_own.get(&base).map(|own| [base, *own, other]);
        same(base, other).into_iter().filter_map(both).collect()
    } else {
        same(own, other).into_iter().map(|(own, other)| [0, own, other]).collect()
    };
    let mut found = Vec::new();
    let mut from = [0; 3];
    for anchor in anchors {
        found.push([from[0]..anchor[0].max(from[0]), from[1]..anchor[1], from[2]..anchor[2]]);
        let base = if has_base { anchor[0]..anchor[0] + 1 } else { 0..0 };
        from = [base.end, anchor[1] + 1, anchor[2] + 1];
        found.push([base, anchor[1]..from[1], anchor[2]..from[2]]);
    }
    found.push([from[0]..base.len(), from[1]..own.len(), from[2]..other.len()]);
    found.retain(|[base, own, other]| !(base.is_empty() && own.is_empty() && other.is_empty()));
    found
}

/// The places of rows that are the same in two texts, in order.
fn same(one: &[Row<'_>], other: &[Row<'_>]) -> Vec<(usize, usize)> {
    let pairs = |op: DiffOp| match op {
        DiffOp::Equal { old_index, new_index, len } => (0..len).map(|at| (old_index + at, new_index + at)).collect(),
        _ => Vec::new(),
    };
    capture_diff_slices(Algorithm::Myers, one, other).into_iter().flat_map(pairs).collect()
}

/// The rows of a chunk, by threes. Where one side left it as it was, the rows of the other stand alone against it.
fn beside_one_another<'r, 'c>(
    base: &'r [Row<'c>],
    own: &'r [Row<'c>],
    other: &'r [Row<'c>],
    [in_base, in_own, in_other]: &Beside,
) -> Vec<[Option<&'r Row<'c>>; 3]> {
    let (base, own, other) = (&base[in_base.clone()], &own[in_own.clone()], &other[in_other.clone()]);
    let most = base.len().max(own.len()).max(other.len());
    (0..most).map(|at| [base.get(at), own.get(at), other.get(at)]).collect()
}

/// Two texts word by word.
fn marked(own: &str, other: &str) -> Vec<Mark> {
    let mark = |within: Within, text: String| Mark { within, text };
    if own == other {
        return if own.is_empty() { Vec::new() } else { vec![mark(Within::Both, own.to_owned())] };
    }
    let words = |text| -> Vec<&str> { str::split_word_bounds(text).take(MARKED_MOST + 1).collect() };
    let (ours, theirs) = (words(own), words(other));
    if ours.len() > MARKED_MOST || theirs.len() > MARKED_MOST {
        return vec![mark(Within::Own, own.to_owned()), mark(Within::Other, other.to_owned())];
    }
    let text = |words: &[&str], at: usize, len: usize| words.iter().skip(at).take(len).copied().collect::<String>();
    let mut found = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &ours, &theirs) {
        let (_, old, new) = op.as_tag_tuple();
        match op {
            DiffOp::Equal { .. } => found.push(mark(Within::Both, text(&ours, old.start, old.len()))),
            _ => {
                found.push(mark(Within::Own, text(&ours, old.start, old.len())));
                found.push(mark(Within::Other, text(&theirs, new.start, new.len())));
            }
        }
    }
    found.retain(|mark| !mark.text.is_empty());
    found
}
