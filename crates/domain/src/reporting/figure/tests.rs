//! The rules of published figures, tried on the invented line of the rehearsal and on the figures that the public
//! documents give.

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::Qualifier;
use crate::rehearsal::{Rehearsal, id, unit};
use crate::{LevelCode, UnitId};

fn coded(code: &str) -> Coded {
    Coded { code: code.into(), label: Words::plain(code) }
}

/// A figure of pairs of twinned stations on the border of `v` and `n`, as of 1 January 2026.
fn pairs(value: &str, qualifier: Qualifier) -> Statement {
    Statement {
        quantity: coded("station-twinnings"),
        value: Amount::parse(value).unwrap(),
        qualifier,
        measure: coded("pairs"),
        scope: FigureScope { borders: vec!["v-n".into()], ..FigureScope::default() },
        as_of: AsOf { on: date(2026, 1, 1), certainty: Certainty::Day },
        source: FigureSource {
            document: "a.txt".into(),
            title: None,
            publisher: None,
            published_on: Some(date(2026, 1, 1)),
            quoted: Words::plain("more than eighty"),
        },
        remark: None,
    }
}

fn part(code: &str, value: &str, qualifier: Qualifier) -> FigureState {
    let mut told = pairs(value, qualifier);
    told.scope.part = Some(coded(code));
    FigureState::of(told)
}

fn record(told: Statement) -> FigureCommand {
    let Statement { quantity, value, qualifier, measure, scope, as_of, source, remark } = told;
    FigureCommand::Record { quantity, value, qualifier, measure, scope, as_of, source, remark }
}

fn correct(told: Statement, reason: &str) -> FigureCommand {
    let Statement { quantity, value, qualifier, measure, scope, as_of, source, remark } = told;
    FigureCommand::Correct { quantity, value, qualifier, measure, scope, as_of, source, remark, reason: reason.into() }
}

fn withdraw() -> FigureCommand {
    FigureCommand::Withdraw { reason: "misprint".into() }
}

#[test]
fn a_correction_keeps_what_stood_before() {
    let mut line = Rehearsal::new();
    line.act::<Figure>("f", record(pairs("80", Qualifier::Exact)));
    line.act::<Figure>("f", correct(pairs("80", Qualifier::MoreThan), "the document says more than"));
    let figure = line.state::<Figure>("f");
    assert_eq!(figure.statement.qualifier, Qualifier::MoreThan);
    let earlier: Vec<_> = figure.earlier.iter().map(|kept| (kept.statement.qualifier, kept.reason.as_str())).collect();
    assert_eq!(earlier, [(Qualifier::Exact, "the document says more than")]);
    let again = correct(pairs("80", Qualifier::MoreThan), "again");
    assert_eq!(line.refused::<Figure>("f", again), "nothing-changed");
}

#[test]
fn a_withdrawn_figure_stays_withdrawn_and_readable() {
    let mut line = Rehearsal::new();
    line.act::<Figure>("f", record(pairs("80", Qualifier::Exact)));
    line.act::<Figure>("f", withdraw());
    let figure = line.state::<Figure>("f");
    assert_eq!(figure.stage, FigureStage::Withdrawn { on: date(2026, 2, 2), reason: "misprint".into() });
    assert_eq!(figure.statement.value.to_string(), "80");
    assert!(Figure::offers(Some(&figure)).is_empty());
    assert_eq!(line.refused::<Figure>("f", withdraw()), "not-now");
    assert_eq!(line.refused::<Figure>("f", correct(pairs("81", Qualifier::Exact), "x")), "not-now");
}

#[test]
fn a_figure_without_scope_or_source_is_no_figure() {
    let mut line = Rehearsal::new();
    let changed = |change: &dyn Fn(&mut Statement)| {
        let mut told = pairs("80", Qualifier::Exact);
        change(&mut told);
        record(told)
    };
    let mut refused = |change: &dyn Fn(&mut Statement)| line.refused::<Figure>("f", changed(change));
    assert_eq!(refused(&|told| told.scope.borders.clear()), "no-scope");
    assert_eq!(refused(&|told| told.source.document = "  ".into()), "no-source");
    assert_eq!(refused(&|told| told.scope.units = vec![unit("vs9")]), "no-unit");
    assert_eq!(refused(&|told| told.scope.level = Some(LevelCode(id("talks-moon")))), "no-level");
    assert_eq!(refused(&|told| told.quantity.code = "Twinnings!".into()), "bad-code");
    assert_eq!(refused(&|told| told.measure.label = Words::default()), "no-label");
    assert_eq!(refused(&|told| told.as_of.on = date(2026, 2, 3)), "in-the-future");
    assert_eq!(refused(&|told| told.source.published_on = Some(date(2026, 2, 3))), "in-the-future");
    assert_eq!(refused(&|told| told.scope.from = Some(date(2025, 1, 1))), "bad-period");
    assert_eq!(
        refused(&|told| (told.scope.from, told.scope.until) = (Some(date(2025, 2, 1)), Some(date(2025, 2, 1)))),
        "bad-period"
    );
}

#[test]
fn a_day_of_which_only_the_year_is_known_is_kept_as_that_year() {
    let mut line = Rehearsal::new();
    let mut told = pairs("750", Qualifier::Exact);
    told.as_of = AsOf { on: date(2014, 7, 9), certainty: Certainty::Year };
    (told.scope.from, told.scope.until) = (Some(date(2013, 1, 1)), Some(date(2014, 1, 1)));
    line.act::<Figure>("f", record(told));
    let figure = line.state::<Figure>("f").statement;
    assert_eq!((figure.as_of.on, figure.as_of.to_string().as_str()), (date(2014, 1, 1), "2014"));
    assert_eq!(figure.kind(), Kind::Period);
    let header = line.header::<Figure>("f");
    assert_eq!((header.held_on, header.period.as_deref()), (None, Some("2013")));
}

#[test]
fn parts_of_one_whole_are_added_and_the_sum_says_which() {
    let sum = add(&[part("communes", "3", Qualifier::Exact), part("towns", "1", Qualifier::Exact)]).unwrap();
    assert_eq!((sum.value.to_string().as_str(), sum.qualifier), ("4", Qualifier::Exact));
    assert_eq!((sum.parts, sum.scope.part), (vec![coded("communes"), coded("towns")], None));
}

#[test]
fn decimals_are_added_exactly() {
    let sum = add(&[part("a", "18.6", Qualifier::Exact), part("b", "0.4", Qualifier::MoreThan)]).unwrap();
    assert_eq!((sum.value.to_string().as_str(), sum.qualifier), ("19", Qualifier::MoreThan));
}

#[test]
fn two_figures_of_one_whole_are_never_added() {
    let whole = || FigureState::of(pairs("80", Qualifier::Exact));
    let twice = AddRefusal::SamePart { first: 0, second: 1 };
    assert_eq!(add(&[whole(), whole()]), Err(twice.clone()));
    assert_eq!(add(&[part("a", "1", Qualifier::Exact), whole()]), Err(twice.clone()));
    assert_eq!(add(&[part("a", "1", Qualifier::Exact), part("a", "2", Qualifier::Exact)]), Err(twice));
    assert_eq!(add(&[whole()]), Err(AddRefusal::Few));
    assert_eq!(add(&[]), Err(AddRefusal::Few));
}

#[test]
fn a_withdrawn_figure_is_not_added() {
    let gone = FigureState {
        stage: FigureStage::Withdrawn { on: date(2026, 2, 2), reason: "x".into() },
        ..part("b", "2", Qualifier::Exact)
    };
    assert_eq!(add(&[part("a", "1", Qualifier::Exact), gone]), Err(AddRefusal::Withdrawn { figure: 1 }));
}

#[test]
fn each_thing_in_which_figures_differ_is_named() {
    let one = part("a", "1", Qualifier::Exact);
    let differing = |change: &dyn Fn(&mut Statement)| {
        let mut other = part("b", "1", Qualifier::Exact);
        change(&mut other.statement);
        match add(&[one.clone(), other]) {
            Err(AddRefusal::Differ { first: 0, second: 1, differences }) => {
                differences.into_iter().map(|difference| difference.aspect).collect::<Vec<_>>()
            }
            outcome => panic!("{outcome:?}"),
        }
    };
    assert_eq!(differing(&|told| told.quantity = coded("community-twinnings")), [Aspect::Quantity]);
    assert_eq!(differing(&|told| told.measure = coded("units")), [Aspect::Measure]);
    assert_eq!(differing(&|told| told.scope.borders = vec!["v-l".into()]), [Aspect::Borders]);
    assert_eq!(differing(&|told| told.scope.areas = vec![coded("vp")]), [Aspect::Areas]);
    assert_eq!(differing(&|told| told.scope.units = vec![unit("vs1")]), [Aspect::Units]);
    assert_eq!(differing(&|told| told.scope.level = Some(LevelCode(id("talks-station")))), [Aspect::Level]);
    assert_eq!(differing(&|told| told.as_of.on = date(2025, 1, 1)), [Aspect::AsOf]);
    assert_eq!(differing(&|told| told.as_of.certainty = Certainty::Year), [Aspect::AsOf]);
    let in_time = |told: &mut Statement| {
        (told.scope.from, told.scope.until) = (Some(date(2025, 1, 1)), Some(date(2026, 1, 1)));
    };
    assert_eq!(differing(&in_time), [Aspect::Kind, Aspect::Period]);
}

/// What the public documents say of twinnings: four times of clusters of residents, three times of stations. Each is
/// true for its own borders, area and day, and no two of them make a sum.
#[test]
fn the_seven_published_counts_of_twinnings_are_never_added() {
    let counted =
        |quantity: &str, value: &str, qualifier, measure: &str, borders: &[&str], units: &[&str], on: &str| {
            let certainty = if on.len() == 4 { Certainty::Year } else { Certainty::Day };
            let on = if on.len() == 4 { format!("{on}-01-01") } else { on.to_owned() };
            let mut told = pairs(value, qualifier);
            (told.quantity, told.measure) = (coded(quantity), coded(measure));
            told.scope.borders = borders.iter().map(|border| (*border).to_owned()).collect();
            told.scope.units = units.iter().map(|name| UnitId(id(name))).collect();
            told.as_of = AsOf { on: on.parse().unwrap(), certainty };
            FigureState::of(told)
        };
    let (stations, clusters) = ("station-twinnings", "community-twinnings");
    let all = ["vn-cn", "vn-kh", "vn-la"];
    let five = ["caobang", "laichau", "langson", "laocai", "quangninh"];
    let seven = [
        counted(stations, "11", Qualifier::Exact, "units", &["vn-cn"], &five, "2014"),
        counted(stations, "200", Qualifier::Nearly, "pairs", &all, &[], "2023-01-22"),
        counted(stations, "80", Qualifier::MoreThan, "pairs", &["vn-cn"], &[], "2024-04-14"),
        counted(clusters, "66", Qualifier::Exact, "residential-areas", &all, &[], "2014"),
        counted(clusters, "200", Qualifier::MoreThan, "clusters", &all, &[], "2023-01-22"),
        counted(clusters, "60", Qualifier::MoreThan, "pairs", &["vn-cn"], &[], "2024-04-14"),
        counted(clusters, "8", Qualifier::Exact, "pairs", &["vn-cn"], &["laocai"], "2025-05-09"),
    ];
    for (place, one) in seven.iter().enumerate() {
        for other in &seven[place + 1..] {
            match add(&[one.clone(), other.clone()]) {
                Err(AddRefusal::Differ { differences, .. }) => assert!(!differences.is_empty()),
                outcome => panic!("{:?} and {:?}: {outcome:?}", one.statement.value, other.statement.value),
            }
        }
    }
    let Err(AddRefusal::Differ { differences, .. }) = add(&seven[1..3]) else { panic!("added") };
    let told: Vec<_> = differences.iter().map(|one| (one.aspect, one.first.as_str(), one.second.as_str())).collect();
    assert_eq!(
        told,
        [(Aspect::Borders, "vn-cn, vn-kh, vn-la", "vn-cn"), (Aspect::AsOf, "2023-01-22", "2024-04-14")],
        "both are pairs of stations, and yet not of one scope and day"
    );
    let Err(AddRefusal::Differ { differences, .. }) = add(&seven[5..7]) else { panic!("added") };
    assert_eq!(differences.iter().map(|one| one.aspect).collect::<Vec<_>>(), [Aspect::Units, Aspect::AsOf]);
}

#[test]
fn a_sum_is_meant_as_weakly_as_its_weakest_part() {
    use Qualifier as Q;
    let joined = |first, second| match add(&[part("a", "1", first), part("b", "2", second)]) {
        Ok(sum) => Some(sum.qualifier),
        Err(AddRefusal::Qualifiers { .. }) => None,
        Err(refusal) => panic!("{refusal:?}"),
    };
    for qualifier in Q::ALL {
        assert_eq!(joined(Q::Exact, qualifier), Some(qualifier), "exact changes nothing");
        assert_eq!(joined(qualifier, qualifier), Some(qualifier));
    }
    assert_eq!(joined(Q::MoreThan, Q::AtLeast), Some(Q::MoreThan));
    assert_eq!(joined(Q::Nearly, Q::UpTo), Some(Q::UpTo));
    assert_eq!(joined(Q::About, Q::Nearly), Some(Q::About));
    for (first, second) in [
        (Q::Nearly, Q::MoreThan),
        (Q::Nearly, Q::AtLeast),
        (Q::UpTo, Q::MoreThan),
        (Q::UpTo, Q::AtLeast),
        (Q::About, Q::MoreThan),
        (Q::About, Q::AtLeast),
        (Q::About, Q::UpTo),
    ] {
        assert_eq!((joined(first, second), joined(second, first)), (None, None), "{first:?} and {second:?}");
    }
}

#[test]
fn every_reason_has_the_name_under_which_it_is_told() {
    let (first, second) = (0, 1);
    let all = [
        AddRefusal::Few,
        AddRefusal::Withdrawn { figure: 0 },
        AddRefusal::Differ { first, second, differences: Vec::new() },
        AddRefusal::SamePart { first, second },
        AddRefusal::Qualifiers { first: Qualifier::About, second: Qualifier::UpTo },
        AddRefusal::TooLarge,
    ];
    assert_eq!(all.each_ref().map(|refusal| refusal.reason()), AddRefusal::REASONS);
    for refusal in all {
        assert_eq!(serde_json::to_value(&refusal).unwrap()["reason"], refusal.reason());
    }
    for aspect in Aspect::ALL {
        assert_eq!(serde_json::to_value(aspect).unwrap(), aspect.name());
    }
    for qualifier in Qualifier::ALL {
        assert_eq!(serde_json::to_value(qualifier).unwrap(), qualifier.name());
    }
}

fn qualifier() -> impl Strategy<Value = Qualifier> {
    use Qualifier as Q;
    prop::sample::select(Q::ALL.to_vec())
}

/// Whether a true number fits what is said of it: within a tenth where the words say that it is near.
fn fits(truth: f64, told: f64, qualifier: Qualifier) -> bool {
    let near = (truth - told).abs() <= told / 10.0 + 1e-9;
    match qualifier {
        Qualifier::Exact => (truth - told).abs() < 1e-9,
        Qualifier::About => near,
        Qualifier::MoreThan => truth > told,
        Qualifier::Nearly => truth < told && near,
        Qualifier::AtLeast => truth >= told - 1e-9,
        Qualifier::UpTo => truth <= told + 1e-9,
    }
}

proptest! {
    /// Whatever the true numbers are, as long as each fits what is said of it, their sum fits what is said of the sum.
    #[test]
    fn what_is_said_of_a_sum_is_true_of_it(
        parts in prop::collection::vec((1..1000_i32, qualifier(), -0.5..0.5_f64), 2..5)
    ) {
        let figures: Vec<FigureState> =
            parts.iter().enumerate().map(|(place, (told, qualifier, _))| part(&format!("p{place}"), &told.to_string(), *qualifier)).collect();
        let truths = parts.iter().map(|(told, qualifier, away)| {
            let told = f64::from(*told);
            let truth = match qualifier {
                Qualifier::Exact => told,
                Qualifier::About => told + told / 5.0 * away,
                Qualifier::MoreThan => told + told * (away + 0.501),
                Qualifier::Nearly => told - told / 10.0 * (away + 0.500_001).min(1.0),
                Qualifier::AtLeast => told + told * (away + 0.5),
                Qualifier::UpTo => told - told * (away + 0.5),
            };
            assert!(fits(truth, told, *qualifier), "{truth} {told} {qualifier:?}");
            truth
        });
        let truth: f64 = truths.sum();
        match add(&figures) {
            Ok(sum) => prop_assert!(fits(truth, sum.value.to_string().parse().unwrap(), sum.qualifier)),
            Err(refusal) => prop_assert!(matches!(refusal, AddRefusal::Qualifiers { .. }), "{:?}", refusal),
        }
    }

    /// The order in which figures are named makes no difference to the sum.
    #[test]
    fn the_order_of_the_parts_makes_no_difference(
        parts in prop::collection::vec((1..1000_i32, qualifier()), 2..5)
    ) {
        let mut figures: Vec<FigureState> =
            parts.iter().enumerate().map(|(place, (told, qualifier))| part(&format!("p{place}"), &told.to_string(), *qualifier)).collect();
        let forth = add(&figures).map(|sum| (sum.value, sum.qualifier)).ok();
        figures.reverse();
        prop_assert_eq!(forth, add(&figures).map(|sum| (sum.value, sum.qualifier)).ok());
    }
}
