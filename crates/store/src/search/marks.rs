//! What is marked in a text that is shown: the words that were looked for, however they are written there, and a cutting
//! of a long text around them.

use super::dates::{Dated, dates};
use super::query::{Phrase, Query};
use super::tokens::{Token, smooth_placed, tokens};

/// A stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The text.
    pub text: String,
    /// True for what was looked for.
    pub is_marked: bool,
}

impl Query {
    /// The text in parts, those marked that were looked for. Nothing of the text is lost or changed.
    pub fn parts(&self, text: &str) -> Vec<Part> {
        parts(text, &self.marked(text))
    }

    /// A cutting of some `width` characters around what was looked for; none where the text has nothing of it.
    pub fn cutting(&self, text: &str, width: usize) -> Option<Vec<Part>> {
        let marks = self.marked(text);
        let (first, _) = *marks.first()?;
        let (from, until) = around(text, first, width);
        let within = |place: usize| place.clamp(from, until) - from;
        let marks: Vec<(usize, usize)> =
            marks.into_iter().map(|(a, b)| (within(a), within(b))).filter(|(a, b)| a < b).collect();
        let mut cut = parts(&text[from..until], &marks);
        let dots = || Part { text: "…".to_owned(), is_marked: false };
        if from > 0 {
            cut.insert(0, dots());
        }
        if until < text.len() {
            cut.push(dots());
        }
        Some(cut)
    }

    /// How much of a text was looked for: the number of marks in it.
    pub fn marks(&self, text: &str) -> usize {
        self.marked(text).len()
    }

    /// The stretches that were looked for, in order and apart.
    fn marked(&self, text: &str) -> Vec<(usize, usize)> {
        let (smoothed, places) = smooth_placed(text);
        let words = tokens(&smoothed);
        let mut marks: Vec<(usize, usize)> = Vec::new();
        for clause in &self.clauses {
            for phrase in &clause.phrases {
                let length = phrase.folded.len();
                let stretches = words.windows(length.max(1)).filter(|words| is_there(phrase, words));
                marks.extend(stretches.filter_map(|words| Some((words.first()?.from, words.last()?.to))));
            }
            let wanted = |dated: &&Dated| clause.days.iter().any(|day| dated.text().starts_with(day.as_str()));
            if !clause.days.is_empty() {
                marks.extend(dates(&smoothed).iter().filter(wanted).map(|dated| (dated.from, dated.to)));
            }
        }
        marks.sort_unstable();
        let mut apart: Vec<(usize, usize)> = Vec::new();
        for (from, to) in marks.into_iter().map(|(from, to)| (places[from], places[to])) {
            match apart.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => apart.push((from, to)),
            }
        }
        apart
    }
}

fn is_there(phrase: &Phrase, words: &[Token]) -> bool {
    if let Some(written) = &phrase.written {
        return written.iter().zip(words).all(|(wanted, word)| wanted == word.written());
    }
    let last = phrase.folded.len().saturating_sub(1);
    phrase.folded.iter().zip(words).enumerate().all(|(place, (wanted, word))| {
        word.folded == *wanted || (phrase.begins && place == last && word.folded.starts_with(wanted.as_str()))
    })
}

fn parts(text: &str, marks: &[(usize, usize)]) -> Vec<Part> {
    let mut out = Vec::new();
    let mut at = 0;
    let mut push = |from: usize, to: usize, is_marked: bool| {
        if let Some(text) = text.get(from..to).filter(|text| !text.is_empty()) {
            out.push(Part { text: text.to_owned(), is_marked });
        }
    };
    for (from, to) in marks {
        push(at, *from, false);
        push(*from, *to, true);
        at = *to;
    }
    push(at, text.len(), false);
    out
}

/// Where a cutting around a place begins and ends: at spaces where there are some near by.
fn around(text: &str, place: usize, width: usize) -> (usize, usize) {
    let before = text[..place].char_indices().rev().nth(width / 3).map_or(0, |(at, _)| at);
    let from = if before == 0 { 0 } else { text[before..place].find(' ').map_or(before, |space| before + space + 1) };
    let end = text[from..].char_indices().nth(width).map_or(text.len(), |(at, _)| from + at);
    if end == text.len() {
        return (from, end);
    }
    let space = text[place..end].rfind(' ').map(|space| place + space).filter(|space| *space > place);
    (from, space.unwrap_or(end))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::search::Vocabulary;

    fn shown(query: &str, text: &str) -> String {
        let query = Query::read(query, &Vocabulary::default());
        query
            .parts(text)
            .iter()
            .map(|part| if part.is_marked { format!("[{}]", part.text) } else { part.text.clone() })
            .collect()
    }

    #[test]
    fn what_was_looked_for_is_marked_as_it_is_written() {
        assert_eq!(shown("duong tuan tra", "Đường tuần tra song phương"), "[Đường] [tuần] [tra] song phương");
        assert_eq!(shown("\"tuần tra\"", "Đường Tuần Tra, tuan tra"), "Đường [Tuần Tra], tuan tra");
        assert_eq!(shown("会谈 97(1)", "在９７（１）号界碑举行会谈，97号"), "在[９７（１）]号界碑举行[会谈]，97号");
        assert_eq!(shown("mark", "Markers and remarks"), "[Markers] and remarks");
        assert_eq!(shown("ນ້ຳ", "ແມ່ນໍ້າຂອງ"), "ແມ່[ນໍ້າ]ຂອງ");
        assert_eq!(shown("14.02.2026", "Họp ngày 14 tháng 2 năm 2026."), "Họp [ngày 14 tháng 2 năm 2026].");
        assert_eq!(shown("-x y", "<y> x"), "<[y]> x");
    }

    #[test]
    fn a_long_text_is_cut_around_what_was_looked_for() {
        let text = format!("{}the ferry landing{}", "before ".repeat(40), " after".repeat(40));
        let query = Query::read("landing", &Vocabulary::default());
        let cut: String =
            query.cutting(&text, 60).map(|parts| parts.into_iter().map(|part| part.text).collect()).unwrap_or_default();
        assert!(cut.starts_with("…before") && cut.ends_with("after…") && cut.contains("ferry landing"), "{cut}");
        assert!(cut.chars().count() < 70, "{cut}");
        assert_eq!(query.cutting("nothing of it", 60), None);
    }

    proptest! {
        #[test]
        fn nothing_of_a_text_is_lost(query in "\\PC{0,20}", text in "\\PC{0,80}") {
            let query = Query::read(&query, &Vocabulary::default());
            let whole: String = query.parts(&text).into_iter().map(|part| part.text).collect();
            prop_assert_eq!(whole, text.clone());
            if let Some(cut) = query.cutting(&text, 20) {
                let cut: String = cut.into_iter().map(|part| part.text).collect();
                prop_assert!(text.contains(cut.trim_matches('…')));
            }
        }
    }
}
