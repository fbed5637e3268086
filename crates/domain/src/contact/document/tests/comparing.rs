//! Texts of two sides beside one another.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

fn minutes_of(vi: &str, zh: &str) -> Content {
    Content { texts: vec![text("vi", vi), text("zh", zh)], ..content() }
}

fn between(base: Option<&Content>, own: &Content, other: &Content) -> Comparison {
    compare(Between { own: &side("v"), other: &side("n") }, base, own, other)
}

fn words(compared: &Comparison, language: &str) -> String {
    compared.merged.texts.iter().find(|text| text.language == language).unwrap().text.clone()
}

fn changes(compared: &Comparison) -> Vec<(Part, Change)> {
    let changed = compared.parts.iter().filter(|one| one.change != Change::Same);
    changed.map(|one| (one.part, one.change)).collect()
}

#[test]
fn what_only_one_side_changed_is_taken_in_every_language() {
    let base = minutes_of("một\n\nhai\n\nba", "一\n\n二\n\n三");
    let own = minutes_of("một\n\nhai mới\n\nba", "一\n\n新二\n\n三");
    let other = minutes_of("một\n\nhai\n\nba lần", "一\n\n二\n\n三次");
    let compared = between(Some(&base), &own, &other);
    assert_eq!(words(&compared, "vi"), "một\n\nhai mới\n\nba lần");
    assert_eq!(words(&compared, "zh"), "一\n\n新二\n\n三次");
    let paragraph = Part::Paragraph;
    let expected = [Change::Own, Change::Own, Change::Other, Change::Other].map(|change| (paragraph, change));
    assert_eq!(changes(&compared), expected);
    assert!(!compared.merged.is_open());
}

#[test]
fn what_both_changed_stands_in_brackets_and_cannot_go_out() {
    let base = minutes_of("một", "一");
    let (own, other) = (minutes_of("hai", "一"), minutes_of("ba", "一"));
    let compared = between(Some(&base), &own, &other);
    assert_eq!(words(&compared, "vi"), "[v: hai] [n: ba]");
    assert_eq!(words(&compared, "zh"), "一");
    assert!(compared.merged.texts[0].is_open());
    let same = between(Some(&base), &own, &own);
    assert_eq!((words(&same, "vi").as_str(), changes(&same).len()), ("hai", 0));
}

#[test]
fn paragraphs_that_come_in_or_go_away_move_nothing_else() {
    let base = minutes_of("một\n\nhai\n\nba", "一\n\n二\n\n三");
    let own = minutes_of("đầu\n\nmột\n\nhai\n\nba", "头\n\n一\n\n二\n\n三");
    let other = minutes_of("một\n\nba", "一\n\n三");
    let compared = between(Some(&base), &own, &other);
    assert_eq!(words(&compared, "vi"), "đầu\n\nmột\n\nba");
    assert_eq!(words(&compared, "zh"), "头\n\n一\n\n三");
    let dropped = between(Some(&base), &minutes_of("một\n\nhai bốn\n\nba", "一\n\n二四\n\n三"), &other);
    assert_eq!(words(&dropped, "vi"), "một\n\n[v: hai bốn] [n: —]\n\nba", "who changed it learns that it is to go");
}

#[test]
fn without_a_common_draft_both_stand_beside_one_another_and_an_empty_one_takes_everything() {
    let other =
        Content {
            place: Some("Gate".into()), held_on: Some(date(2026, 2, 1)), ..minutes_of("một\n\nba", "一\n\n三")
        };
    let first = between(None, &other.titles_only(), &other);
    assert_eq!(first.merged, other);
    let apart = between(None, &minutes_of("một\n\nhai", "一\n\n二"), &other);
    assert_eq!(words(&apart, "vi"), "một\n\n[v: hai] [n: ba]");
    let longer = between(None, &minutes_of("một", "一"), &other);
    assert_eq!(words(&longer, "vi"), "một\n\nba");
}

#[test]
fn each_side_names_who_signs_for_it_and_a_day_stays_until_people_agree() {
    let named = |side_of: &str, name: &str| SignerNamed { name: name.into(), ..signer(side_of) };
    let base = Content { held_on: Some(date(2026, 2, 1)), ..content() };
    let own = Content {
        held_on: Some(date(2026, 2, 2)),
        signers: vec![named("v", "A"), named("n", "wrong")],
        facts: vec![Line { name: "Length".into(), value: "2 km".into() }],
        ..content()
    };
    let other = Content {
        held_on: Some(date(2026, 2, 3)),
        signers: vec![named("n", "B"), named("v", "wrong")],
        attachments: vec![file("a")],
        ..content()
    };
    let compared = between(Some(&base), &own, &other);
    let names: Vec<&str> = compared.merged.signers.iter().map(|signer| signer.name.as_str()).collect();
    assert_eq!(names, ["A", "B"]);
    assert_eq!(compared.merged.held_on, Some(date(2026, 2, 2)));
    assert_eq!((compared.merged.facts.len(), compared.merged.attachments.len()), (1, 1));
    assert!(changes(&compared).contains(&(Part::HeldOn, Change::BothOwn)));
}

#[test]
fn a_language_that_one_side_added_comes_along_and_one_that_it_took_away_goes_and_is_told() {
    let base = minutes_of("một", "一");
    let mut other = base.clone();
    other.texts.push(text("en", "one"));
    assert_eq!(between(Some(&base), &base, &other).merged.texts.len(), 3);
    let dropped = between(Some(&other), &other, &base);
    assert_eq!(dropped.merged.texts.len(), 2);
    assert_eq!(changes(&dropped), [(Part::Title, Change::Other), (Part::Paragraph, Change::Other)]);
    let told = dropped.parts.iter().find(|one| one.change == Change::Other && one.part == Part::Paragraph).unwrap();
    assert_eq!((told.language.as_deref(), told.own.as_str(), told.other.as_str()), (Some("en"), "one", ""));
    let mut own = other.clone();
    own.texts[2].text = "only one".into();
    let open = between(Some(&other), &own, &base);
    assert_eq!(words(&open, "en"), "[v: only one] [n: —]", "who changed it learns that it is to go");
    assert_eq!(changes(&open), [(Part::Title, Change::Both), (Part::Paragraph, Change::Both)]);
    assert!(open.merged.is_open());
    let back = between(Some(&other), &base, &own);
    assert_eq!(words(&back, "en"), "[v: —] [n: only one]", "and so does who took it away");
}

fn with_facts(facts: &[(&str, &str)]) -> Content {
    let line = |(name, value): &(&str, &str)| Line { name: (*name).into(), value: (*value).into() };
    Content { facts: facts.iter().map(line).collect(), ..content() }
}

fn facts(compared: &Comparison) -> Vec<(&str, &str)> {
    compared.merged.facts.iter().map(|line| (line.name.as_str(), line.value.as_str())).collect()
}

#[test]
fn a_fact_that_one_side_took_away_is_told_and_goes_only_where_nobody_changed_it() {
    let base = with_facts(&[("Length", "2 km"), ("Compensation", "5,000")]);
    let without = with_facts(&[("Length", "2 km")]);
    let compared = between(Some(&base), &base, &without);
    assert_eq!((facts(&compared), changes(&compared)), (vec![("Length", "2 km")], vec![(Part::Fact, Change::Other)]));
    let compared = between(Some(&base), &without, &base);
    assert_eq!((facts(&compared), changes(&compared)), (vec![("Length", "2 km")], vec![(Part::Fact, Change::Own)]));
    let changed = with_facts(&[("Length", "2 km"), ("Compensation", "7,000")]);
    let compared = between(Some(&base), &changed, &without);
    assert_eq!(facts(&compared)[1], ("Compensation", "[v: 7,000] [n: —]"));
    assert_eq!(changes(&compared), [(Part::Fact, Change::Both)]);
    let compared = between(Some(&base), &without, &changed);
    assert_eq!(facts(&compared)[1], ("Compensation", "[v: —] [n: 7,000]"));
}

#[test]
fn facts_of_one_name_are_all_compared_one_after_the_other() {
    let base = with_facts(&[("Marker", "23"), ("Marker", "24")]);
    let own = with_facts(&[("Marker", "23"), ("Marker", "25")]);
    let other = with_facts(&[("Marker", "22"), ("Marker", "24"), ("Marker", "26")]);
    let compared = between(Some(&base), &own, &other);
    assert_eq!(facts(&compared), [("Marker", "22"), ("Marker", "25"), ("Marker", "26")]);
    let expected = [Change::Other, Change::Own, Change::Other].map(|change| (Part::Fact, change));
    assert_eq!(changes(&compared), expected);
    let twice = Content { attachments: vec![file("a"), file("a")], ..content() };
    assert_eq!(between(Some(&twice), &twice, &twice).merged, twice);
}

#[test]
fn a_paragraph_that_one_side_took_away_and_the_other_changed_in_one_language_stays_open_in_all() {
    let base = minutes_of("một\n\nhai\n\nba", "一\n\n二\n\n三");
    let mended = minutes_of("một\n\nhai đúng\n\nba", "一\n\n二\n\n三");
    let shorter = minutes_of("một\n\nba", "一\n\n三");
    let compared = between(Some(&base), &mended, &shorter);
    assert_eq!(words(&compared, "vi"), "một\n\n[v: hai đúng] [n: —]\n\nba");
    assert_eq!(words(&compared, "zh"), "一\n\n[v: 二] [n: —]\n\n三");
    let compared = between(Some(&base), &shorter, &mended);
    assert_eq!(words(&compared, "vi"), "một\n\n[v: —] [n: hai đúng]\n\nba");
    assert_eq!(words(&compared, "zh"), "一\n\n[v: —] [n: 二]\n\n三");
}

#[test]
fn a_paragraph_that_is_missing_in_a_new_language_is_asked_for() {
    let base = minutes_of("một", "一");
    let mut other = base.clone();
    other.texts.push(text("en", "one"));
    let compared = between(Some(&base), &minutes_of("một\n\nhai", "一\n\n二"), &other);
    assert_eq!(words(&compared, "vi"), "một\n\nhai");
    assert_eq!(words(&compared, "en"), "one\n\n[v: —] [n: —]");
}

#[test]
fn a_new_language_does_not_move_the_paragraphs() {
    let base = minutes_of("một\n\nhai\n\nba\n\nbốn", "一\n\n二\n\n三\n\n四");
    let own = minutes_of("một\n\nhai\n\nba\n\nbốn mới", "一\n\n二\n\n三\n\n新四");
    let mut other = minutes_of("một\n\nba\n\nbốn", "一\n\n三\n\n四");
    other.texts.push(text("en", "one\n\nthree\n\nfour"));
    let compared = between(Some(&base), &own, &other);
    assert_eq!(words(&compared, "vi"), "một\n\nba\n\nbốn mới");
    assert_eq!(words(&compared, "en"), "one\n\nthree\n\nfour");
}

#[test]
fn a_place_that_both_changed_cannot_be_offered_and_of_a_day_it_is_told_that_the_own_one_stays() {
    let of = |place: &str, day: i8| {
        let (place, held_on) = (Some(place.into()), Some(date(2026, 2, day)));
        Content { place, held_on, ..content() }
    };
    let compared = between(Some(&of("Hall", 1)), &of("Gate", 2), &of("Bridge", 3));
    assert_eq!(compared.merged.place.as_deref(), Some("[v: Gate] [n: Bridge]"));
    assert_eq!(changes(&compared), [(Part::Place, Change::Both), (Part::HeldOn, Change::BothOwn)]);
    assert!(compared.merged.is_open());
    let named = |name: &str| Content { attachments: vec![Attached { name: name.into(), ..file("a") }], ..content() };
    let compared = between(Some(&named("a.pdf")), &named("b.pdf"), &named("c.pdf"));
    assert_eq!(compared.merged, named("b.pdf"));
    assert_eq!(changes(&compared), [(Part::Attachment, Change::BothOwn)]);
}

#[test]
fn the_merge_alone_says_the_same_as_the_comparison() {
    let base = minutes_of("một", "一");
    let (own, other) = (minutes_of("hai", "一"), minutes_of("ba", "三"));
    let sides = Between { own: &side("v"), other: &side("n") };
    assert_eq!(merge(sides, Some(&base), &own, &other), compare(sides, Some(&base), &own, &other).merged);
}

/// A text in three languages, in which every paragraph has one of few words, so that much is equal.
fn paragraphs() -> impl Strategy<Value = Vec<[u8; 3]>> {
    prop::collection::vec(prop::array::uniform3(0..3_u8), 1..6)
}

fn written(paragraphs: &[[u8; 3]], languages: [bool; 3], facts: &[(u8, u8)]) -> Content {
    let of = |at: usize| paragraphs.iter().map(|row| format!("w{}", row[at])).collect::<Vec<_>>().join("\n\n");
    let all = ["vi", "zh", "en"].into_iter().enumerate().filter(|(at, _)| languages[*at] || *at == 0);
    let facts = facts.iter().map(|(name, value)| Line { name: format!("f{name}"), value: value.to_string() });
    Content { texts: all.map(|(at, language)| text(language, &of(at))).collect(), facts: facts.collect(), ..content() }
}

fn drafts() -> impl Strategy<Value = Content> {
    let facts = prop::collection::vec((0..2_u8, 0..3_u8), 0..4);
    (paragraphs(), prop::array::uniform3(any::<bool>()), facts)
        .prop_map(|(paragraphs, languages, facts)| written(&paragraphs, languages, &facts))
}

proptest! {
    /// Texts whose languages have equally many paragraphs make one whose languages have.
    #[test]
    fn equal_paragraph_counts_in_give_equal_counts_out(
        base in prop::option::of(drafts()), own in drafts(), other in drafts()
    ) {
        let merged = between(base.as_ref(), &own, &other).merged;
        let counts: BTreeSet<usize> = merged.texts.iter().map(|text| text.paragraphs().len()).collect();
        prop_assert!(counts.len() <= 1, "{merged:?}");
    }

    /// Who changed nothing gets what the other side says, and all of it was told.
    #[test]
    fn an_unchanged_draft_takes_everything_and_nothing_of_it_is_open(base in drafts(), other in drafts()) {
        let compared = between(Some(&base), &base, &other);
        let sorted = |content: &Content| {
            let mut content = content.clone();
            content.texts.sort_by(|one, other| one.language.cmp(&other.language));
            content.facts.sort_by(|one, other| one.name.cmp(&other.name));
            content
        };
        prop_assert_eq!(sorted(&compared.merged), sorted(&other));
        prop_assert!(changes(&compared).iter().all(|(_, change)| *change == Change::Other));
        prop_assert_eq!(changes(&compared).is_empty(), sorted(&base) == sorted(&other));
    }

    /// Every word that one side has and the base has not stands in what is made of the three, or the table tells of it.
    #[test]
    fn no_word_goes_unseen(base in prop::option::of(drafts()), own in drafts(), other in drafts()) {
        let compared = between(base.as_ref(), &own, &other);
        for (content, is_own) in [(&own, true), (&other, false)] {
            for text in &content.texts {
                let told = compared.parts.iter().filter(|one| one.part == Part::Paragraph);
                let told = told.filter(|one| one.language.as_deref() == Some(&text.language));
                let told = told.map(|one| if is_own { &one.own } else { &one.other }).filter(|text| !text.is_empty());
                prop_assert_eq!(told.cloned().collect::<Vec<_>>(), text.paragraphs());
            }
            let told = compared.parts.iter().filter(|one| one.part == Part::Fact);
            let told = told.map(|one| if is_own { &one.own } else { &one.other }).filter(|text| !text.is_empty());
            prop_assert_eq!(told.count(), content.facts.len());
        }
    }
}

#[test]
fn the_words_that_differ_are_marked_in_scripts_without_blanks_too() {
    let compared = between(None, &minutes_of("cắm mốc", "勘界立碑"), &minutes_of("cắm lại mốc", "勘界树碑"));
    let marks = |language: &str| -> String {
        let all = compared.parts.iter().filter(|one| one.part == Part::Paragraph);
        let one = all.filter(|one| one.language.as_deref() == Some(language)).flat_map(|one| &one.marks);
        let mark = |mark: &Mark| match mark.within {
            Within::Both => mark.text.clone(),
            Within::Own => format!("-{}-", mark.text),
            Within::Other => format!("+{}+", mark.text),
        };
        one.map(mark).collect()
    };
    assert_eq!(marks("zh"), "勘界-立-+树+碑");
    assert_eq!(marks("vi"), "cắm +lại +mốc");
}

#[test]
fn very_long_texts_are_compared_by_their_place() {
    let many = |word: &str| (0..1_500).map(|number| format!("{word} {number}")).collect::<Vec<_>>().join("\n\n");
    let (own, other) = (minutes_of(&many("một"), "一"), minutes_of(&many("hai"), "一"));
    let compared = between(None, &own, &other);
    assert!(words(&compared, "vi").starts_with("[v: một 0] [n: hai 0]"));
    let long = "từ ".repeat(5_000);
    let whole = between(None, &minutes_of(&long, "一"), &minutes_of("ngắn", "一"));
    let paragraph = whole.parts.iter().find(|one| one.part == Part::Paragraph).unwrap();
    assert_eq!(paragraph.marks.len(), 2, "no word by word");
}
