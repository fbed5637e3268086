//! Nothing that stands in a text is missed: a crowd of records in five languages, a kept set of words with and without
//! marks, two-character Chinese, Lao and Khmer in the middle of sentences, held against reading every text through. The
//! same over a hundred thousand records and more: `twinpost bench search`.

use desk::crowd::{Crowd, KEPT, ReadThrough, Spread, recall};
use domain::Grade;
use store::{Row, Scope, Store};

const RECORDS: usize = 30_000;
const UNITS: usize = 12;

#[test]
fn every_word_of_the_kept_set_is_found_wherever_it_stands_and_nowhere_else() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("crowd.db")).unwrap();
    let units: Vec<String> = (0..UNITS).map(|number| format!("unit-{number}")).collect();
    let counterparts = (0..UNITS).map(|number| format!("pair-{number}")).collect();
    let scope = Scope::of(true, units[..UNITS / 2].iter().map(|unit| (unit.clone(), Grade::Restricted)));
    let mut texts = ReadThrough::default();
    let mut crowd = Crowd::new("crowd", 24, Spread { units, counterparts, restricted_every: 10 });
    let see = |row: &Row| {
        if scope.sees(&row.unit, row.grade) {
            texts.take(row);
        }
    };
    crowd.settle(&store, RECORDS, see).unwrap();
    assert!((RECORDS / 3..RECORDS * 2 / 3).contains(&texts.len()), "{} records can be read", texts.len());
    let languages = recall(&store, &scope, &texts, KEPT).unwrap();
    for told in &languages {
        assert!(told.faults.is_empty(), "{}: {:?}", told.language, told.faults);
        assert!(told.beyond_words.is_empty(), "{}: {:?}", told.language, told.beyond_words);
        assert_eq!((told.found, told.beyond), (told.there, 0), "{}", told.language);
        assert!(told.words > 10, "{}: {} words", told.language, told.words);
    }
    assert!(languages.iter().any(|told| told.language == "zh" && told.of_two_characters > 10));
    let (words, there) = languages.iter().fold((0, 0), |(words, there), told| (words + told.words, there + told.there));
    assert!(words > 100 && there > RECORDS, "{words} words, {there} records");
}
