//! Passphrases: asked for at the terminal without showing them, or read from a file that only its owner can read. They
//! never stand on the command line.

use std::fs;
use std::io::IsTerminal;
use std::path::Path;

use desk::keys::{Hash, Passphrase, grouped};
use zeroize::Zeroizing;

use crate::shown;
use crate::stop::{Outcome, Stop};

/// One passphrase for each of what is named: from the file, one line each, else from the person. New ones are asked for
/// twice.
pub fn passphrases(file: Option<&Path>, names: &[String], is_new: bool) -> Outcome<Vec<Passphrase>> {
    let found = match file {
        Some(file) => of_file(file, names.len())?,
        None => names.iter().map(|name| asked(name, is_new)).collect::<Outcome<Vec<_>>>()?,
    };
    if is_new && !found.iter().all(Passphrase::is_fit) {
        return Err(desk::keys::KeyError::PassphraseForm.into());
    }
    Ok(found)
}

/// One passphrase.
pub fn passphrase(file: Option<&Path>, name: &str, is_new: bool) -> Outcome<Passphrase> {
    let mut found = passphrases(file, &[name.to_owned()], is_new)?;
    found.pop().ok_or_else(|| Stop::Usage(format!("there is no passphrase of {name}")))
}

fn of_file(file: &Path, wanted: usize) -> Outcome<Vec<Passphrase>> {
    is_private(file)?;
    let text = Zeroizing::new(fs::read_to_string(file).map_err(|fault| Stop::file(file, &fault))?);
    let found: Vec<Passphrase> = text.lines().map(Passphrase::new).collect();
    if found.len() == wanted {
        return Ok(found);
    }
    Err(Stop::file(file, &format!("{wanted} passphrases are wanted, one a line, and there are {}", found.len())))
}

#[cfg(unix)]
fn is_private(file: &Path) -> Outcome {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(file).map_err(|fault| Stop::file(file, &fault))?.permissions().mode();
    if mode & 0o077 == 0 {
        return Ok(());
    }
    Err(Stop::file(file, &"others can read this file of passphrases: chmod 600"))
}

#[cfg(not(unix))]
fn is_private(_: &Path) -> Outcome {
    Ok(())
}

fn asked(name: &str, is_new: bool) -> Outcome<Passphrase> {
    if !std::io::stdin().is_terminal() {
        return Err(Stop::Usage(format!(
            "there is no terminal to ask for the passphrase of {name}: name a file that holds it"
        )));
    }
    let ask = |prompt: String| {
        let typed = rpassword::prompt_password(prompt);
        typed.map(Passphrase::new).map_err(|fault| Stop::Failed(format!("the passphrase cannot be read: {fault}")))
    };
    loop {
        let first = ask(format!("Passphrase of {name}: "))?;
        if !is_new || first == ask(format!("Passphrase of {name}, once more: "))? {
            return Ok(first);
        }
        shown::say("These are two different passphrases.");
    }
}

/// Whether the person says yes; without a terminal only where that was said before.
pub fn agrees(question: &str, is_agreed: bool) -> Outcome<bool> {
    if is_agreed {
        return Ok(true);
    }
    if !std::io::stdin().is_terminal() {
        return Err(Stop::Usage("there is no terminal to ask: add --yes once it was read".to_owned()));
    }
    shown::say(question);
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer).map_err(|fault| Stop::Failed(format!("no answer: {fault}")))?;
    Ok(answer.trim().eq_ignore_ascii_case("yes"))
}

/// The fingerprint of a first root, once the person has compared it with the paper.
pub fn compared(fingerprint: &Hash) -> Outcome<Hash> {
    shown::say(&format!("Fingerprint of the first root:\n  {}", grouped(fingerprint)));
    if agrees("Does the paper of your side say the same? Type yes:", false)? {
        return Ok(*fingerprint);
    }
    Err(Stop::Refused("nothing was taken in".to_owned()))
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_file_of_passphrases_is_its_owners_alone_and_holds_one_for_each() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("passphrases");
        fs::write(&file, "first passphrase\nsecond passphrase\n").unwrap();
        let names = ["one".to_owned(), "two".to_owned()];
        let mode = |bits| fs::set_permissions(&file, fs::Permissions::from_mode(bits)).unwrap();
        mode(0o640);
        assert!(matches!(passphrases(Some(&file), &names, true), Err(Stop::Failed(told)) if told.contains("600")));
        mode(0o600);
        let found = passphrases(Some(&file), &names, true).unwrap();
        assert_eq!(found, ["first passphrase", "second passphrase"].map(Passphrase::new));
        assert!(passphrases(Some(&file), &names[..1], true).is_err(), "one too many");
        fs::write(&file, "short\n").unwrap();
        assert!(matches!(passphrases(Some(&file), &names[..1], true), Err(Stop::Usage(_))));
    }
}
