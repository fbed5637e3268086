//! The process that reads tables, as the program runs it: for tests, which have no program.

use std::process::ExitCode;

fn main() -> ExitCode {
    desk::table::serve_table(&std::env::args().nth(1).unwrap_or_default())
}
