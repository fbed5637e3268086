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
    /// Both, in different words: both stand in brackets. So does what one changed and the other took away.
    Both,
    /// Both, where nothing can stand in brackets, as in a day or a file: the own one stays until people write what was
    /// agreed.
    BothOwn,
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
    let mut comparison = laid(between, base, own, other);
    comparison.parts.iter_mut().for_each(|part| part.marks = marked(&part.own, &part.other));
    comparison
}

/// What the own draft would say after the other was taken over: the same without marking words, which takes its time.
pub fn merge(between: Between<'_>, base: Option<&Content>, own: &Content, other: &Content) -> Content {
    laid(between, base, own, other).merged
}

fn laid(between: Between<'_>, base: Option<&Content>, own: &Content, other: &Content) -> Comparison {
    let blank = Content::default();
    let mut work = Work { between, has_base: base.is_some(), parts: Vec::new() };
    let three = [base.unwrap_or(&blank), own, other];
    let texts = work.texts(three);
    let place = work.place(three);
    let held_on = work.held_on(three);
    let facts = work.facts(three);
    let signers = work.signers(own, other);
    let attachments = work.attachments(three);
    Comparison { merged: Content { place, held_on, texts, facts, signers, attachments }, parts: work.parts }
}

/// One thing of the three texts: of the draft from which both were made, of the own one, of the other side's. `None` is a
/// part that is not there.
type Three<T> = [Option<T>; 3];

/// What three texts make of one part.
fn settled([base, own, other]: Three<&str>) -> Change {
    if own == other {
        Change::Same
    } else if own == base {
        Change::Other
    } else if other == base {
        Change::Own
    } else {
        Change::Both
    }
}

/// What becomes of a whole language, or of a row of paragraphs, that one side may have taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whole {
    /// It stands: both have it, or one added it.
    Stands,
    /// It goes: one side took it away, and the other had changed nothing in it.
    Goes,
    /// One side took it away, and the other changed something in it: all of it stands in brackets.
    Open,
}

impl Whole {
    /// `is_there` in the three texts; `has_new` says whether the own text (1) or the other (2) has words in it that the
    /// first has not.
    fn of([base, own, other]: [bool; 3], has_new: impl Fn(usize) -> bool) -> Self {
        if !base || own == other {
            Self::Stands
        } else if has_new(if own { 1 } else { 2 }) {
            Self::Open
        } else {
            Self::Goes
        }
    }

    /// What becomes of a row in one language. Where both stand, words stand there: each language has as many paragraphs.
    fn with(self, language: Self, three: Three<&str>) -> Change {
        let [_, own, other] = three;
        if self == Self::Goes || language == Self::Goes {
            return if own.is_some() { Change::Other } else { Change::Own };
        }
        if self == Self::Open || language == Self::Open {
            return Change::Both;
        }
        match settled(three) {
            Change::Same | Change::Own if own.is_none() => Change::Both,
            Change::Other if other.is_none() => Change::Both,
            change => change,
        }
    }
}

/// A row of paragraphs, by language.
type Row<'c> = BTreeMap<&'c str, &'c str>;
/// Rows of three texts that belong beside one another.
type Beside = [Range<usize>; 3];
/// The rows of three texts.
type Rows<'r, 'c> = [&'r [Row<'c>]; 3];

struct Work<'s> {
    between: Between<'s>,
    has_base: bool,
    parts: Vec<Compared>,
}

impl Work<'_> {
    /// Compares one part and gives what is to stand there.
    fn part(&mut self, part: Part, name: &str, language: Option<&str>, three: Three<&str>) -> Option<String> {
        if three[1].is_none() && three[2].is_none() {
            return None;
        }
        self.changed(part, name, language, three, settled(three))
    }

    /// Tells of one part that was changed so, and gives what is to stand there.
    fn changed(
        &mut self,
        part: Part,
        name: &str,
        language: Option<&str>,
        [_, own, other]: Three<&str>,
        change: Change,
    ) -> Option<String> {
        let stands = match change {
            Change::Same | Change::Own | Change::BothOwn => own.map(str::to_owned),
            Change::Other => other.map(str::to_owned),
            Change::Both => Some(self.beside(own, other)),
        };
        let [own, other] = [own, other].map(|text| text.unwrap_or_default().to_owned());
        let (name, language) = (name.to_owned(), language.map(str::to_owned));
        self.parts.push(Compared { part, name, language, own, other, change, marks: Vec::new() });
        stands
    }

    /// The words of both, as negotiators write them.
    fn beside(&self, own: Option<&str>, other: Option<&str>) -> String {
        let words = |text: Option<&str>| text.filter(|text| !text.trim().is_empty()).unwrap_or("—").to_owned();
        let Between { own: own_side, other: other_side } = self.between;
        format!("[{own_side}: {}] [{other_side}: {}]", words(own), words(other))
    }

    fn place(&mut self, three: [&Content; 3]) -> Option<String> {
        self.part(Part::Place, "", None, three.map(|content| content.place.as_deref()))
    }

    /// A day cannot stand in brackets: where both changed it the own one stays, and the table tells of the other.
    fn held_on(&mut self, three: [&Content; 3]) -> Option<jiff::civil::Date> {
        let days = three.map(|content| content.held_on.map(|day| day.to_string()));
        let days = days.each_ref().map(Option::as_deref);
        if days[1].is_none() && days[2].is_none() {
            return None;
        }
        let change = unbracketed(settled(days));
        self.changed(Part::HeldOn, "", None, days, change);
        three[if change == Change::Other { 2 } else { 1 }].held_on
    }

    fn texts(&mut self, three: [&Content; 3]) -> Vec<TextIn> {
        let mut known = BTreeSet::new();
        let languages = three.iter().skip(1).flat_map(|content| &content.texts).map(|text| text.language.as_str());
        let languages: Vec<&str> = languages.filter(|language| known.insert(*language)).collect();
        let paragraphs = three.map(|content| {
            languages.iter().map(|language| text_in(content, language).map(TextIn::paragraphs)).collect::<Vec<_>>()
        });
        let rows = paragraphs.each_ref().map(|paragraphs| rows(&languages, paragraphs));
        let lines = lines(self.has_base, rows.each_ref().map(Vec::as_slice), &common(self.has_base, &languages, three));
        let found: Vec<(&str, Whole)> =
            languages.into_iter().map(|language| (language, whole_language(three, &lines, language))).collect();
        let titles: Vec<_> = found.iter().map(|(language, whole)| self.title(three, language, *whole)).collect();
        let mut said: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (number, line) in (1_usize..).zip(&lines) {
            let row = Whole::of(line.map(|row| row.is_some()), |side| has_new_words(line, side));
            for (language, whole) in &found {
                let cells = line.map(|row| row.and_then(|row| row.get(language).copied()));
                let is_gone = row == Whole::Goes || *whole == Whole::Goes;
                if is_gone && cells[1].is_none() && cells[2].is_none() {
                    continue;
                }
                let change = row.with(*whole, cells);
                let words = self.changed(Part::Paragraph, &number.to_string(), Some(language), cells, change);
                said.entry(language).or_default().extend(words);
            }
        }
        let text = |((language, _), title): (&(&str, Whole), Option<String>)| {
            let text = said.get(language).map(|paragraphs| paragraphs.join("\n\n")).unwrap_or_default();
            Some(TextIn { language: (*language).to_owned(), title: title?, text })
        };
        found.iter().zip(titles).filter_map(text).collect()
    }

    fn title(&mut self, three: [&Content; 3], language: &str, whole: Whole) -> Option<String> {
        let titles = three.map(|content| text_in(content, language).map(|text| text.title.as_str()));
        let change = Whole::Stands.with(whole, titles);
        self.changed(Part::Title, "", Some(language), titles, change)
    }

    fn facts(&mut self, three: [&Content; 3]) -> Vec<Line> {
        let mut found = Vec::new();
        for (name, three) in paired(three.map(|content| content.facts.as_slice()), |line| &line.name) {
            let value = self.part(Part::Fact, name, None, three.map(|line| line.map(|line| line.value.as_str())));
            found.extend(value.map(|value| Line { name: name.to_owned(), value }));
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

    fn attachments(&mut self, three: [&Content; 3]) -> Vec<Attached> {
        let mut found = Vec::new();
        for (digest, files) in paired(three.map(|content| content.attachments.as_slice()), |file| &file.sha256) {
            let names = files.map(|file| file.map(|file| file.name.as_str()));
            let change = unbracketed(settled(names));
            self.changed(Part::Attachment, digest, None, names, change);
            found.extend(files[if change == Change::Other { 2 } else { 1 }].cloned());
        }
        found
    }
}

/// The same for what cannot stand in brackets.
fn unbracketed(change: Change) -> Change {
    if change == Change::Both { Change::BothOwn } else { change }
}

/// What three lists have under one name, in the order of the own list, then of the other. Of equal names the first stands
/// beside the first and the second beside the second.
fn paired<'c, T>(three: [&'c [T]; 3], name: impl Fn(&'c T) -> &'c str) -> Vec<(&'c str, Three<&'c T>)> {
    let numbered = three.map(|list| {
        let mut times: BTreeMap<&str, usize> = BTreeMap::new();
        let number = |one: &'c T| {
            let time = times.entry(name(one)).or_default();
            *time += 1;
            ((name(one), *time), one)
        };
        list.iter().map(number).collect::<Vec<_>>()
    });
    let found = numbered.each_ref().map(|list| list.iter().copied().collect::<BTreeMap<_, _>>());
    let mut known = BTreeSet::new();
    let names = numbered.iter().skip(1).flatten().map(|(name, _)| *name).filter(|name| known.insert(*name));
    names.map(|key| (key.0, found.each_ref().map(|list| list.get(&key).copied()))).collect()
}

fn text_in<'c>(content: &'c Content, language: &str) -> Option<&'c TextIn> {
    content.texts.iter().find(|text| text.language == language)
}

/// The languages by which rows can be known again: those that all of the texts have.
fn common<'l>(has_base: bool, languages: &[&'l str], three: [&Content; 3]) -> BTreeSet<&'l str> {
    let compared = three.iter().skip(usize::from(!has_base));
    let is_common = |language: &&&str| compared.clone().all(|content| text_in(content, language).is_some());
    languages.iter().filter(is_common).copied().collect()
}

/// What becomes of a language.
fn whole_language(three: [&Content; 3], lines: &[Three<&Row<'_>>], language: &str) -> Whole {
    let texts = three.map(|content| text_in(content, language));
    Whole::of(texts.map(|text| text.is_some()), |side| {
        let title = |at: usize| texts[at].map(|text| &text.title);
        let is_new = |line: &Three<&Row<'_>>| {
            let words = |at: usize| line[at].and_then(|row| row.get(language));
            words(side).is_some() && words(side) != words(0)
        };
        title(side) != title(0) || lines.iter().any(is_new)
    })
}

/// Whether the own row (1) or the other (2) has words in some language that the first has not.
fn has_new_words(line: &Three<&Row<'_>>, side: usize) -> bool {
    let is_new = |(language, words): (&&str, &&str)| line[0].and_then(|row| row.get(language)) != Some(words);
    line[side].is_some_and(|row| row.iter().any(is_new))
}

/// The paragraphs as rows over the languages.
fn rows<'c>(languages: &[&'c str], paragraphs: &'c [Option<Vec<String>>]) -> Vec<Row<'c>> {
    let most = paragraphs.iter().flatten().map(Vec::len).max().unwrap_or_default();
    let mut rows = vec![Row::new(); most];
    for (language, paragraphs) in languages.iter().zip(paragraphs) {
        for (row, words) in rows.iter_mut().zip(paragraphs.iter().flatten()) {
            row.insert(language, words);
        }
    }
    rows
}

/// The rows of three texts by threes, without those that only the first has: known again by what they say in the
/// languages that are common to all.
fn lines<'r, 'c>(has_base: bool, three: Rows<'r, 'c>, common: &BTreeSet<&str>) -> Vec<Three<&'r Row<'c>>> {
    let keys = three.map(|rows| rows.iter().map(|row| only(row, common)).collect::<Vec<_>>());
    let beside = chunks(has_base, keys.each_ref().map(Vec::as_slice));
    let found = beside.into_iter().flat_map(|beside| beside_one_another(three, &beside));
    found.filter(|[_, own, other]| own.is_some() || other.is_some()).collect()
}

fn only<'c>(row: &Row<'c>, languages: &BTreeSet<&str>) -> Row<'c> {
    row.iter()
        .filter(|(language, _)| languages.contains(*language))
        .map(|(language, words)| (*language, *words))
        .collect()
}

/// What belongs beside one another in three texts: rows that are the same in all of them, and what lies between.
fn chunks(has_base: bool, [base, own, other]: Rows<'_, '_>) -> Vec<Beside> {
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

/// The rows of a chunk, by threes.
fn beside_one_another<'r, 'c>(three: Rows<'r, 'c>, [base, own, other]: &Beside) -> Vec<Three<&'r Row<'c>>> {
    let [in_base, in_own, in_other] = three;
    let (base, own, other) = (&in_base[base.clone()], &in_own[own.clone()], &in_other[other.clone()]);
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
