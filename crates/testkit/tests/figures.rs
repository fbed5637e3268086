//! The published figures of the profile: every number that the five public documents give of this work is there with
//! its qualifier, day and source, and none of the counts of twinnings is ever added to another.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use std::collections::BTreeSet;

use desk::profile::Profile;
use desk::{KnownFigure, SumError, add_known};
use domain::reporting::figure::{AddRefusal, Aspect, Kind};
use domain::{Qualifier, Qualifier as Q};
use testkit::{Post, instant, profile_folder};

const S0: &str = "000_66f3d158524c76ce.txt";
const S1: &str = "001_5db538cc488f5c76.txt";
const S2: &str = "002_a16b808cdf5536e3.txt";
const S3: &str = "003_be966bea8430c3c0.txt";
const S4: &str = "004_8a465fef28494b99.txt";

/// What a document says: the code of the figure, its number, how it is meant, in what it is counted, as of when, who
/// says so.
type Expected = (&'static str, &'static str, Qualifier, &'static str, &'static str, &'static str);

/// Written from the documents, number by number, not from the file that is tested.
const EXPECTED: &[Expected] = &[
    // The overview in Chinese of 14 April 2024.
    ("fig-station-twinnings-vn-cn-2024", "80", Q::MoreThan, "pairs", "2024-04-14", S0),
    ("fig-community-twinnings-vn-cn-2024", "60", Q::MoreThan, "pairs", "2024-04-14", S0),
    ("fig-defence-exchange-editions-held-2024", "7", Q::Exact, "editions", "2024-04-14", S0),
    ("fig-defence-exchange-first-2014", "1", Q::Exact, "ordinal", "2024-04-14", S0),
    ("fig-first-exchange-hosts-2014", "2", Q::Exact, "provinces", "2024-04-14", S0),
    ("fig-cooperation-models-time-2024", "10", Q::Exact, "years", "2024-04-14", S0),
    ("fig-defence-exchange-first-vn-kh", "1", Q::Exact, "ordinal", "2024-04-14", S0),
    ("fig-defence-exchange-first-vn-la-kh-2023", "1", Q::Exact, "ordinal", "2024-04-14", S0),
    ("fig-border-provinces-2024", "7", Q::Exact, "provinces", "2024-04-14", S0),
    ("fig-talks-levels-2024", "3", Q::Exact, "levels", "2024-04-14", S0),
    ("fig-provinces-in-talks-vn-2024", "4", Q::Exact, "provinces", "2024-04-14", S0),
    ("fig-regions-in-talks-cn-2024", "1", Q::Exact, "regions", "2024-04-14", S0),
    // Lào Cai, 9 May 2025.
    ("fig-laocai-length-2025", "182", Q::MoreThan, "km", "2025-05-09", S1),
    ("fig-laocai-markers-2025", "127", Q::Exact, "markers", "2025-05-09", S1),
    ("fig-laocai-districts-opposite-2025", "3", Q::Exact, "districts", "2025-05-09", S1),
    ("fig-community-twinnings-laocai-2025", "8", Q::Exact, "pairs", "2025-05-09", S1),
    ("fig-batxat-length-2025", "18.6", Q::Exact, "km", "2025-05-09", S1),
    ("fig-batxat-markers-2025", "3", Q::Exact, "markers", "2025-05-09", S1),
    ("fig-batxat-secondary-gates-2025", "1", Q::Exact, "gates", "2025-05-09", S1),
    ("fig-batxat-communes-2025", "3", Q::Exact, "administrative-units", "2025-05-09", S1),
    ("fig-batxat-towns-2025", "1", Q::Exact, "administrative-units", "2025-05-09", S1),
    ("fig-batxat-villages-2025", "45", Q::Exact, "villages", "2025-05-09", S1),
    ("fig-batxat-villages-on-the-line-2025", "10", Q::Exact, "villages", "2025-05-09", S1),
    ("fig-batxat-households-2025", "5800", Q::Exact, "households", "2025-05-09", S1),
    ("fig-batxat-residents-2025", "21766", Q::Exact, "people", "2025-05-09", S1),
    ("fig-batxat-ethnic-groups-2025", "17", Q::Exact, "ethnic-groups", "2025-05-09", S1),
    ("fig-laocai-gate-counterparts-2025", "4", Q::Exact, "bodies", "2025-05-09", S1),
    ("fig-batxat-twinning-model-2025", "1", Q::Exact, "stations", "2025-05-09", S1),
    ("fig-law-enforcement-levels-2025", "3", Q::Exact, "levels", "2025-05-09", S1),
    ("fig-defence-exchange-eighth-2024", "8", Q::Exact, "ordinal", "2025-05-09", S1),
    // The results of 2013, told in 2014.
    ("fig-meetings-2013", "2500", Q::MoreThan, "meetings", "2014", S2),
    ("fig-joint-patrols-2013", "750", Q::Exact, "patrols", "2014", S2),
    ("fig-station-twinnings-five-provinces-2014", "11", Q::Exact, "units", "2014", S2),
    ("fig-community-twinnings-2014", "66", Q::Exact, "residential-areas", "2014", S2),
    // The interview of 22 January 2023.
    ("fig-cooperation-documents-2023", "60", Q::Nearly, "documents", "2023-01-22", S3),
    ("fig-friendship-exchanges-held-2023", "18", Q::Exact, "exchanges", "2023-01-22", S3),
    ("fig-station-twinnings-all-borders-2023", "200", Q::Nearly, "pairs", "2023-01-22", S3),
    ("fig-community-twinnings-all-borders-2023", "200", Q::MoreThan, "clusters", "2023-01-22", S3),
    ("fig-pupils-supported-2023", "200", Q::Nearly, "pupils", "2023-01-22", S3),
    ("fig-epidemic-time-2023", "2", Q::MoreThan, "years", "2023-01-22", S3),
    ("fig-defence-exchange-eighth-planned-2023", "8", Q::Exact, "ordinal", "2023-01-22", S3),
    ("fig-defence-exchange-second-planned-vn-la-2023", "2", Q::Exact, "ordinal", "2023-01-22", S3),
    ("fig-defence-exchange-second-planned-vn-kh-2023", "2", Q::Exact, "ordinal", "2023-01-22", S3),
    ("fig-deep-friendship-fourth-planned-2023", "4", Q::Exact, "ordinal", "2023-01-22", S3),
    // The news of 30 March 2021.
    ("fig-defence-exchange-sixth-planned-2021", "6", Q::Exact, "ordinal", "2021-03-30", S4),
    ("fig-defence-exchange-fifth-2018", "5", Q::Exact, "ordinal", "2021-03-30", S4),
    ("fig-defence-relations-2021", "70", Q::Nearly, "countries", "2021-03-30", S4),
    ("fig-attache-offices-abroad-2021", "30", Q::MoreThan, "countries", "2021-03-30", S4),
    ("fig-attache-offices-at-home-2021", "40", Q::MoreThan, "countries", "2021-03-30", S4),
];

/// The seven counts of twinnings that public documents give, each for its own scope and day.
const TWINNINGS: [&str; 7] = [
    "fig-station-twinnings-five-provinces-2014",
    "fig-station-twinnings-all-borders-2023",
    "fig-station-twinnings-vn-cn-2024",
    "fig-community-twinnings-2014",
    "fig-community-twinnings-all-borders-2023",
    "fig-community-twinnings-vn-cn-2024",
    "fig-community-twinnings-laocai-2025",
];

fn figures() -> Vec<KnownFigure> {
    let profile = Profile::read(&profile_folder()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    profile.figures(instant("2026-01-01T00:00:00Z"), None).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

fn ids(codes: &[&str]) -> Vec<String> {
    codes.iter().map(|code| (*code).to_owned()).collect()
}

#[test]
fn every_published_figure_stands_in_the_profile() {
    let known = figures();
    for (code, value, qualifier, measure, as_of, source) in EXPECTED {
        let Some(found) = known.iter().find(|figure| figure.id == *code) else { panic!("{code} is missing") };
        let told = &found.figure.statement;
        let said = (
            told.value.to_string(),
            told.qualifier,
            told.measure.code.as_str(),
            told.as_of.to_string(),
            told.source.document.as_str(),
        );
        assert_eq!(said, ((*value).to_owned(), *qualifier, *measure, (*as_of).to_owned(), *source), "{code}");
        assert!(!told.source.quoted.is_empty() && told.source.title.is_some(), "{code} does not quote its source");
    }
    let expected: BTreeSet<&str> = EXPECTED.iter().map(|(code, ..)| *code).collect();
    let more: Vec<&str> = known.iter().map(|figure| figure.id.as_str()).filter(|id| !expected.contains(id)).collect();
    assert!(more.is_empty(), "nobody expected {more:?}");
}

#[test]
fn the_numbers_of_a_figure_stand_in_its_quoted_words() {
    for known in figures() {
        let told = &known.figure.statement;
        let (_, words) = told.source.quoted.0.first_key_value().unwrap();
        let number = told.value.to_string();
        let written = match number.as_str() {
            "2500" => "2.500",
            "5800" => "5,800",
            "21766" => "21,766",
            other => other,
        };
        let in_words: &[&str] = match (number.as_str(), told.source.document.as_str()) {
            ("7", S0) => &["七", "7"],
            ("3", S0) => &["三"],
            ("4", S0) => &["四"],
            ("2", S0) => &["两省区"],
            ("1", S0) => &["首", "中国广西"],
            ("3", S1) => &["three", "three-level"],
            ("8", S1) => &["eight", "8th"],
            ("10", S1) => &["ten"],
            ("1", S1) => &["one", "a Ban Vuoc", "Bat Xat Border Post"],
            ("4", S1) => &["Hekou"],
            ("2", S3) => &["hai năm", "lần thứ 2"],
            _ => &[],
        };
        let stands = words.contains(written) || in_words.iter().any(|word| words.contains(word));
        assert!(stands, "{}: {number} is not in “{words}”", known.id);
    }
}

#[test]
fn what_counts_a_year_is_told_from_what_there_is_on_a_day() {
    let known = figures();
    let kind = |code: &str| known.iter().find(|known| known.id == code).unwrap().figure.statement.kind();
    assert_eq!(kind("fig-meetings-2013"), Kind::Period);
    assert_eq!(kind("fig-joint-patrols-2013"), Kind::Period);
    assert_eq!(kind("fig-friendship-exchanges-held-2023"), Kind::State);
    let both = add_known(&known, &ids(&["fig-meetings-2013", "fig-joint-patrols-2013"]));
    let Err(SumError::Refused { refusal: AddRefusal::Differ { differences, .. }, .. }) = both else {
        panic!("{both:?}");
    };
    let aspects: Vec<Aspect> = differences.iter().map(|difference| difference.aspect).collect();
    assert_eq!(aspects, [Aspect::Quantity, Aspect::Measure]);
}

#[test]
fn no_two_published_counts_of_twinnings_are_added() {
    let known = figures();
    for (place, one) in TWINNINGS.iter().enumerate() {
        for other in &TWINNINGS[place + 1..] {
            match add_known(&known, &ids(&[one, other])) {
                Err(SumError::Refused { refusal: AddRefusal::Differ { differences, .. }, .. }) => {
                    assert!(differences.iter().any(|one| one.aspect == Aspect::AsOf || one.aspect == Aspect::Quantity));
                }
                outcome => panic!("{one} and {other}: {outcome:?}"),
            }
        }
    }
    assert!(add_known(&known, &ids(&TWINNINGS)).is_err());
}

#[test]
fn parts_that_one_source_divides_are_added() {
    let known = figures();
    let sum = add_known(&known, &ids(&["fig-batxat-communes-2025", "fig-batxat-towns-2025"])).unwrap().sum;
    assert_eq!((sum.value.to_string().as_str(), sum.qualifier), ("4", Qualifier::Exact));
    let inside = add_known(&known, &ids(&["fig-batxat-villages-2025", "fig-batxat-villages-on-the-line-2025"]));
    assert!(
        matches!(inside, Err(SumError::Refused { refusal: AddRefusal::SamePart { .. }, .. })),
        "ten of the 45 are counted already: {inside:?}"
    );
}

#[test]
fn a_post_tells_the_same_figures_as_its_profile_and_adds_them_alike() {
    let post = Post::founded(1);
    let reader = post.enlist("reader", "vn-bg-batxat", "observer", "unit", "internal");
    let told = post.desk.figures(&reader, None).unwrap();
    let json = |known: &[KnownFigure]| known.iter().map(KnownFigure::to_json).collect::<Vec<_>>();
    assert_eq!(json(&told), json(&figures()), "open to every officer of the own side");
    let of_one = post.desk.figures(&reader, Some("station-twinnings")).unwrap();
    assert_eq!(of_one.len(), 3);
    let sum = post.desk.add_figures(&reader, &ids(&["fig-batxat-communes-2025", "fig-batxat-towns-2025"])).unwrap();
    assert_eq!(sum.sum.value.to_string(), "4");
    assert!(matches!(post.desk.add_figures(&reader, &ids(&TWINNINGS)), Err(SumError::Refused { .. })));
    let unknown = post.desk.add_figures(&reader, &ids(&["fig-batxat-communes-2025", "fig-nothing"]));
    assert!(matches!(unknown, Err(SumError::Read(_))), "{unknown:?}");
}

#[test]
fn who_may_read_nothing_is_told_no_figure() {
    let post = Post::founded(1);
    let nobody = post.register("nobody", "vn-bg-batxat");
    assert!(post.desk.figures(&nobody, None).unwrap().is_empty());
    let sum = post.desk.add_figures(&nobody, &ids(&["fig-batxat-communes-2025", "fig-batxat-towns-2025"]));
    assert!(matches!(sum, Err(SumError::Read(desk::ReadError::NotFound))), "{sum:?}");
}
