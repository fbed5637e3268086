//! What can be written after `twinpost`: the commands, and for every noun of the domain the same five.

use std::path::PathBuf;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use clap_complete::Shell;

use crate::stop::Outcome;
use crate::{
    act, bench, courier, demo, doctor, door, figures, folders, init, keys, nouns, opener, peer, pouch, serve, shown,
    today, verify,
};

const CODES: &str = "Exit codes: 0 done, 1 failed, 2 usage, 3 not found, 4 conflict, 5 not allowed, 6 network, \
     7 refused by a rule or rows rejected.\n\
     Data goes to the standard output, messages to the error output. Records are read and written as the officer who \
     is logged in: `twinpost login LOGIN`, or TWINPOST_TOKEN, or --login with TWINPOST_PASSWORD.";

/// Run the border that two neighbouring services share: the commands of one post
#[derive(Debug, Parser)]
#[command(name = "twinpost", version, after_help = CODES, arg_required_else_help = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands beside those of the nouns.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Found a post: a folder with the directory of a border profile and a first administrator
    Init(init::Init),
    /// Answer pages and interface over HTTP
    Serve(serve::Serve),
    /// Show a post in which a quarter was played, with throw-away accounts; or check that it comes out right
    Demo(demo::Demo),
    /// What waits for the own unit, what waits for the other side, what comes next
    Today(today::TodayArgs),
    /// List published figures with scope, day and source, or add those that may be added
    Figures(figures::Figures),
    /// Find records of any noun by their words
    Search(today::Search),
    /// Do acts from a file of JSON lines, one answer line for each
    Act(act::ActFile),
    /// Log in and keep the session for later commands
    Login(door::LogIn),
    /// End the session that was kept
    Logout(Place),
    /// Tokens by which programs come in
    #[command(subcommand)]
    Token(opener::TokenCommand),
    /// Addresses by which calendars read
    #[command(subcommand)]
    Feed(opener::FeedCommand),
    /// Check a document that both sides signed, from one file and the fingerprints of their roots, without a post
    Verify(verify::Verify),
    /// Keys: the root of the side, the post, its officers; make, certify, replace, end, lay away and bring back
    #[command(subcommand)]
    Keys(keys::KeysCommand),
    /// Posts of other sides: introduce this one, compare what came, keep or forget
    #[command(subcommand)]
    Peer(peer::PeerCommand),
    /// Exchange pouches with other posts over the network
    #[command(subcommand)]
    Courier(courier::CourierCommand),
    /// Pouches by hand: write, read, look at one
    #[command(subcommand)]
    Pouch(pouch::PouchCommand),
    /// Print the description of the HTTP interface (OpenAPI 3.1)
    Openapi,
    /// Look at the file, the engine, the disk, the clock and the keys
    Doctor(doctor::Doctor),
    /// Make every table but the journal again from the journal
    Rebuild(Place),
    /// Measure on this computer what the program promises
    #[command(subcommand)]
    Bench(bench::Bench),
    /// Print the completions for a shell
    Completions(Completions),
}

/// Where the post lies.
#[derive(Clone, Debug, Default, Args)]
pub struct Place {
    /// The folder of the post [default: the person's data folder]
    #[arg(long, env = "TWINPOST_DIR", value_name = "DIR")]
    pub dir: Option<PathBuf>,
}

/// Where profiles are looked for.
#[derive(Clone, Debug, Args)]
pub struct ProfileArgs {
    /// The border profile: the name of one, or the path of its folder, as ./my-border
    #[arg(long, value_name = "NAME|DIR", default_value = folders::USUAL_PROFILE)]
    pub profile: String,
    /// A folder of profiles [default: those inside the program]
    #[arg(long, env = "TWINPOST_PROFILES", value_name = "DIR")]
    pub profiles: Option<PathBuf>,
}

/// Who acts, where, and how the answer is written.
#[derive(Clone, Debug, Default, Args)]
pub struct Acting {
    /// Where the post lies.
    #[command(flatten)]
    pub place: Place,
    /// Act as this officer; the password is asked for or taken from TWINPOST_PASSWORD
    #[arg(long, value_name = "LOGIN")]
    pub login: Option<String>,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

/// Which shell.
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    pub shell: Shell,
}

/// The whole command line: the commands, then one for every noun. With `full`, also the commands of every noun are
/// listed, which takes a moment and is wanted for completions only.
fn whole(full: bool) -> clap::Command {
    let nouns = domain::NOUNS.iter().map(|noun| nouns::command(noun, full));
    Cli::command().subcommands(nouns)
}

/// As much of the command line as what was written first can need: of the nouns the named one, and beside a command none.
/// To make them all takes longer than to check a paper. Whoever asks for help or mistypes gets the whole.
fn needed(first: Option<&str>) -> clap::Command {
    if let Some(noun) = first.and_then(domain::noun) {
        return Cli::command().subcommand(nouns::command(noun, false));
    }
    let commands = Cli::command();
    let is_command = first.is_some_and(|first| commands.find_subcommand(first).is_some());
    if is_command { commands } else { whole(false) }
}

/// Reads the command line and does what it says.
pub fn run() -> Outcome {
    let first = std::env::args_os().nth(1);
    let matches = needed(first.as_deref().and_then(std::ffi::OsStr::to_str)).get_matches();
    if let Some((name, given)) = matches.subcommand()
        && let Some(noun) = domain::noun(name)
    {
        return nouns::run(noun, given);
    }
    let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|fault| fault.exit());
    match cli.command {
        Command::Init(args) => args.run(),
        Command::Serve(args) => args.run(),
        Command::Demo(args) => args.run(),
        Command::Today(args) => args.run(),
        Command::Figures(args) => args.run(),
        Command::Search(args) => args.run(),
        Command::Act(args) => args.run(),
        Command::Login(args) => args.run(),
        Command::Logout(place) => door::log_out(&place),
        Command::Token(command) => command.run(),
        Command::Feed(command) => command.run(),
        Command::Verify(args) => args.run(),
        Command::Keys(command) => command.run(),
        Command::Peer(command) => command.run(),
        Command::Courier(command) => command.run(),
        Command::Pouch(command) => command.run(),
        Command::Openapi => shown::json_line(&web::openapi()),
        Command::Doctor(args) => args.run(),
        Command::Rebuild(place) => doctor::rebuild(&place),
        Command::Bench(bench) => bench.run(),
        Command::Completions(args) => complete(args.shell),
    }
}

fn complete(shell: Shell) -> Outcome {
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut whole(true), "twinpost", &mut bytes);
    crate::shown::raw(&bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound_with_every_noun() {
        whole(true).debug_assert();
        let all = whole(false);
        for noun in domain::NOUNS {
            assert!(all.find_subcommand(noun.name).is_some(), "{}", noun.name);
        }
    }

    #[test]
    fn what_is_written_first_finds_its_command_and_what_is_mistyped_finds_them_all() {
        let count = |first: Option<&str>| needed(first).get_subcommands().count();
        let (commands, all) = (Cli::command().get_subcommands().count(), whole(false).get_subcommands().count());
        for name in Cli::command().get_subcommands().map(|command| command.get_name().to_owned()) {
            assert_eq!(count(Some(&name)), commands, "{name}");
        }
        for noun in domain::NOUNS {
            assert!(needed(Some(noun.name)).find_subcommand(noun.name).is_some(), "{}", noun.name);
        }
        assert_eq!([None, Some("help"), Some("--help"), Some("verfy")].map(count), [all; 4]);
    }

    #[test]
    fn no_command_has_the_name_of_a_noun() {
        for command in Cli::command().get_subcommands() {
            assert!(domain::noun(command.get_name()).is_none(), "{}", command.get_name());
        }
    }
}
