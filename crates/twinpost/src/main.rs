//! The program of a post: it reads the command line, hands the real clock and the real chance to the desk, and says in
//! an exit code how it went.

mod act;
mod bench;
mod cli;
mod courier;
mod demo;
mod doctor;
mod document;
mod door;
mod fields;
mod figures;
mod folders;
mod import;
mod init;
mod keys;
mod nouns;
mod opener;
mod peer;
mod pouch;
mod real;
mod report;
mod serve;
mod shown;
mod stop;
mod today;
mod verify;

use std::process::ExitCode;

fn main() -> ExitCode {
    // Before anything else: the process that reads tables reads one and does nothing besides.
    if let Some(errand) = import::errand(std::env::args()) {
        return desk::table::serve_table(&errand);
    }
    match cli::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => stop.tell(),
    }
}
