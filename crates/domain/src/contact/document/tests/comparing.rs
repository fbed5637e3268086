//! Texts of two sides beside one another.

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
    assert!(!compared.merged.texts.iter().any(TextIn::has_open_alternatives));
}

#[test]
fn what_both_changed_stands_in_brackets_and_cannot_go_out() {
    let base = minutes_of("một", "一");
    let (own, other) = (minutes_of("hai", "一"), minutes_of("ba", "一"));
    let compared = between(Some(&base), &own, &other);
    assert_eq!(words(&compared, "vi"), "[v: hai] [n: ba]");
    assert_eq!(words(&compared, "zh"), "一");
    assert!(compared.merged.texts[0].has_open_alternatives());
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
    assert!(changes(&compared).contains(&(Part::HeldOn, Change::Both)));
}

#[test]
fn a_language_that_one_side_added_comes_along_and_one_that_it_took_away_goes() {
    let base = minutes_of("một", "一");
    let mut other = base.clone();
    other.texts.push(text("en", "one"));
    assert_eq!(between(Some(&base), &base, &other).merged.texts.len(), 3);
    assert_eq!(between(Some(&other), &other, &base).merged.texts.len(), 2);
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
