//! Many courses of the simulation (`crates/testkit/src/simulation.rs`): whatever happens to posts, roads, disks, clocks and
//! neighbours, what must always hold does. `make simulate` lets more of them run; `simulate one SEED` shows one.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use std::sync::LazyLock;

use testkit::simulation::{Courses, Ground, Plan, STEPS, run};

static GROUND: LazyLock<Ground> = LazyLock::new(Ground::founded);

/// Seeds in which something once did not hold. What was found there, and where it was mended, stands in
/// `docs/invariants.md`.
const FOUND: [u64; 9] = [212, 227, 276, 310, 376, 391, 402, 659, 1_766];

fn courses(from: u64, count: u64) {
    let tried = Courses { from, count, steps: STEPS }.run(&GROUND, |_| {});
    for failed in &tried.failed {
        println!("{failed}");
    }
    println!("{} courses: {:?}", tried.courses, tried.done);
    let seeds: Vec<u64> = tried.failed.iter().map(|failed| failed.seed).collect();
    assert!(seeds.is_empty(), "seeds {seeds:?}");
    let met = [
        "began again",
        "called",
        "clock stepped",
        "copied",
        "cut short",
        "damaged",
        "disk full",
        "dropped",
        "ends after it landed",
        "ends before it lands",
        "frozen",
        "harm",
        "lands unheard",
        "line broke",
        "line cut",
        "put back",
        "repeated",
        "asked again",
        "shared",
        "sign",
        "refuse",
        "withdraw",
        "contest",
        "bound",
        "refused",
        "superseded",
        "withdrawn",
        "acknowledge",
    ];
    let missing: Vec<&str> = met.into_iter().filter(|what| !tried.done.contains_key(*what)).collect();
    assert!(count < 1_000 || missing.is_empty(), "never happened: {missing:?}");
}

#[test]
fn whatever_happens_what_must_hold_does() {
    courses(1, 2_000);
}

#[test]
fn what_once_failed_holds() {
    FOUND.into_iter().for_each(|seed| courses(seed, 1));
}

#[test]
fn the_same_seed_gives_the_same_course() {
    for seed in [3, 11, 12] {
        let plan = Plan { seed, steps: STEPS, internal: 1 };
        let [one, other] = [run(&GROUND, plan), run(&GROUND, plan)].map(Result::unwrap);
        assert_eq!((one.trace, one.transcript), (other.trace, other.transcript));
    }
}

#[test]
fn what_stays_inside_changes_no_byte_of_what_leaves() {
    let mut kept_inside = 0;
    for seed in 5_000..5_060 {
        let course = |internal| run(&GROUND, Plan { seed, steps: STEPS, internal }).unwrap();
        let [one, other] = [course(1), course(2)];
        assert_eq!(one.transcript, other.transcript, "seed {seed}");
        kept_inside += one.done.get("drafted to stay").copied().unwrap_or(0);
    }
    assert!(kept_inside > 60, "{kept_inside} papers stayed inside");
}
