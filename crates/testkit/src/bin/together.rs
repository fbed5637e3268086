//! What many statements under one signature cost: for `time`, in steps that are subtracted.
//!
//! `together COUNT STEP`: `covered` makes a pouch of so many letters under as few signatures as may be, `signed` one of as
//! many with a signature each; `take-covered` and `take-signed` take it in as well, and `check-covered` and
//! `check-signed` only read and verify what is in it. `letters` drafts so many, signs them at once and packs them with all
//! their words, as a post does.

use desk::document::{TogetherKind, TogetherOne, TogetherOrder};
use desk::keys::{Passphrase, ungrouped};
use domain::RecordId;
use journal::{COVER_MOST, Cover, Covered, Label, Said, Statement};
use testkit::pair::{Half, PIN, met};
use testkit::speaker::Speaker;

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (Some(Ok(count)), Some(step)) = (arguments.next().map(|count| count.parse::<u64>()), arguments.next()) else {
        return Err(std::io::Error::other("together COUNT STEP"));
    };
    let [vn, cn] = met(1);
    if step == "letters" {
        let packed = letters(&vn, &cn, count)?;
        println!("{count} letters signed at once: {} bytes packed", packed.len());
        return Ok(());
    }
    let speaker = spoken(Speaker::of(&vn, &cn), count, step.ends_with("covered"));
    let packed = speaker.packed(&[]);
    let bytes: usize = speaker.entries.iter().map(Vec::len).sum();
    println!("{} entries of {bytes} bytes: {} bytes packed", speaker.entries.len(), packed.len());
    if step.starts_with("take") {
        let taken = cn.take_in(&packed).map_err(std::io::Error::other)?;
        println!("{} came, {} wait for their words", taken.entries, taken.waiting);
    }
    if step.starts_with("check") {
        println!("{} statements hold", checked(&speaker.entries));
    }
    Ok(())
}

/// How many statements of a log hold, each by its own signature or by that of its cover; nothing is stored.
fn checked(entries: &[Vec<u8>]) -> usize {
    let (mut holding, mut from) = (0, 0);
    for (at, entry) in entries.iter().enumerate().filter(|(_, entry)| !Covered::is(entry)) {
        let covered = &entries[from..at];
        from = at + 1;
        let Ok((statement, envelope, signer)) = Statement::read(entry, "entry") else { continue };
        if envelope.verify(Label::Statement, "entry").is_err() {
            continue;
        }
        holding += usize::from(covered.is_empty());
        let Said::Cover(cover) = statement.said else { continue };
        if Cover::over(cover.start, covered) == cover {
            let read = covered.iter().filter_map(|entry| Covered::read(entry, "entry").ok());
            holding += read.filter(|one| one.officer == signer && one.statement.unit == statement.unit).count();
        }
    }
    holding
}

/// A log in which so many letters are given out.
fn spoken(mut speaker: Speaker, count: u64, covered: bool) -> Speaker {
    let mut from = speaker.entries.len();
    for number in 0..count {
        let document = journal::sha256(&[&number.to_be_bytes()]);
        let said = Said::Issue { document, answers: None, until_ms: None };
        if !covered {
            speaker.say(said);
            continue;
        }
        speaker.say_bare(said);
        if (number + 1) % COVER_MOST == 0 || number + 1 == count {
            speaker.cover(from);
            from = speaker.entries.len();
        }
    }
    speaker
}

/// The pouch with so many letters that were drafted, shown and signed at once.
fn letters(vn: &Half, cn: &Half, count: u64) -> std::io::Result<Vec<u8>> {
    let failed = |error: desk::document::DocumentError| std::io::Error::other(error);
    let draft = |number: u64| vn.draft("letter", &format!("Letter {number}"), "Words.", &serde_json::Value::Null);
    let records: Vec<RecordId> = (0..count).map(draft).collect();
    let desk = &vn.post.desk;
    let view = desk.preview_together(&vn.head, TogetherKind::Issue, &records).map_err(failed)?;
    let documents = records.into_iter().zip(&view.documents).map(|(record, line)| TogetherOne {
        record,
        version: line.version,
        seen: ungrouped(&line.seen).unwrap_or_default(),
    });
    let (act, kind, post) = (desk.fresh_act(), TogetherKind::Issue, Some(cn.name.clone()));
    let order = TogetherOrder { act, kind, documents: documents.collect(), post, until: None };
    desk.sign_together(&vn.head, &Passphrase::new(PIN), &order).map_err(failed)?;
    Ok(vn.pack(cn))
}
