//! Lets courses of the simulation run, many seeds on all processors, or one seed with everything that happened.
//!
//! `simulate FROM COUNT [STEPS]`: so many courses from a seed on. `simulate one SEED [STEPS]`: one, with its trace.
//! Ends with 1 where something that must always hold did not.

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::time::Instant;

use testkit::simulation::{Courses, Ground, Plan, STEPS, run};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize| arguments.get(at).and_then(|text| text.parse::<u64>().ok());
    let ground = Ground::founded();
    let steps = number(2).map_or(STEPS, |steps| usize::try_from(steps).unwrap_or(STEPS));
    if arguments.first().is_some_and(|first| first == "one") {
        let Some(seed) = number(1) else { return usage() };
        return match run(&ground, Plan { seed, steps, internal: 1 }) {
            Ok(report) => {
                println!("{}", report.trace.join("\n"));
                println!("{}\n{}", counts(&report.done), report.transcript);
                ExitCode::SUCCESS
            }
            Err(failed) => {
                println!("{failed}");
                ExitCode::FAILURE
            }
        };
    }
    let (Some(from), Some(count)) = (number(0), number(1)) else { return usage() };
    let begun = Instant::now();
    let courses = Courses { from, count, steps };
    let tried = courses.run(&ground, |done| {
        if done % 1_000 == 0 {
            eprintln!("{done} of {count}, {} s", begun.elapsed().as_secs());
        }
    });
    println!("{} courses of {steps} steps from seed {from} in {:.1} s", tried.courses, begun.elapsed().as_secs_f64());
    println!("{}", counts(&tried.done));
    for failed in &tried.failed {
        println!("{failed}");
    }
    if tried.failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn usage() -> ExitCode {
    eprintln!("simulate FROM COUNT [STEPS], or simulate one SEED [STEPS]");
    ExitCode::from(2)
}

fn counts(done: &BTreeMap<String, u64>) -> String {
    done.iter().map(|(what, count)| format!("{what}: {count}")).collect::<Vec<_>>().join(", ")
}
