//! Files that belong to records: sent first, named by an act, given to whoever may read the record, and to nobody else.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use std::io::Read;

use desk::{ActError, FILE_BYTES, FileError, ReadError};
use domain::{Attached, OfficerId, RecordId};
use jiff::ToSpan;
use serde_json::{Value, json};
use testkit::pair::{Half, carry, met};

const PDF: &[u8] = b"%PDF-1.7 the signed paper";

fn keep(half: &Half, officer: &OfficerId, name: &str, bytes: &[u8]) -> Result<Attached, FileError> {
    half.post.desk.keep_file(officer, name, &mut &*bytes)
}

fn amended(half: &Half, record: &RecordId, files: &[&Attached]) -> Result<(), ActError> {
    amended_by(half, &half.head, record, files)
}

fn amended_by(half: &Half, officer: &OfficerId, record: &RecordId, files: &[&Attached]) -> Result<(), ActError> {
    let mut content = half.content("Minutes of talks", "One.\n\nTwo.");
    content["attachments"] = json!(files);
    let command = json!({ "command": "amend", "content": content, "matters": ["law-publicity"] });
    let act = testkit::act(&half.post.desk, "document", Some(record.as_str()), command);
    half.post.desk.act(officer, &act).map(drop)
}

fn minutes(half: &Half) -> RecordId {
    half.draft("minutes", "Minutes of talks", "One.\n\nTwo.", &Value::Null)
}

fn read(half: &Half, officer: &OfficerId, record: &RecordId, file: &Attached) -> Result<Vec<u8>, ReadError> {
    let (named, mut bytes) = half.post.desk.file(officer, "document", record, &file.sha256)?;
    assert_eq!(&named, file);
    let mut read = Vec::new();
    bytes.read_to_end(&mut read).unwrap();
    Ok(read)
}

fn is_not_here(outcome: Result<(), ActError>) -> bool {
    matches!(outcome, Err(ActError::Refused(refused)) if (refused.noun.as_str(), refused.reason.as_str()) == ("file", "not-here"))
}

fn unit(half: &Half, record: &RecordId) -> String {
    half.post.desk.record(&half.head, "document", record.as_str()).unwrap().row.unit
}

fn lies(half: &Half, file: &Attached) -> bool {
    half.post.folder().join("files").join(&file.sha256[..2]).join(&file.sha256).is_file()
}

#[test]
fn a_file_is_sent_named_by_an_act_and_read_again() {
    let [vn, _cn] = met(31);
    let record = minutes(&vn);
    let file = keep(&vn, &vn.head, "../Biên bản.pdf", PDF).unwrap();
    assert_eq!((file.name.as_str(), file.media_type.as_str(), file.size), ("Biên bản.pdf", "application/pdf", 25));
    assert!(matches!(read(&vn, &vn.head, &record, &file), Err(ReadError::NotFound)), "no act has named it yet");
    amended(&vn, &record, &[&file]).unwrap();
    assert_eq!(read(&vn, &vn.head, &record, &file).unwrap(), PDF);
    let paper = vn.post.desk.paper(&vn.head, &record).unwrap();
    assert!(paper.shown.attachments[0].here);
    // What was sent long ago and is named stays; what nobody named goes.
    let forgotten = keep(&vn, &vn.head, "other.pdf", b"%PDF-1.4 nobody names it").unwrap();
    vn.wait(25.hours());
    vn.post.desk.sweep_files(None).unwrap();
    assert!(lies(&vn, &file) && !lies(&vn, &forgotten));
    assert!(is_not_here(amended(&vn, &record, &[&file, &forgotten])));
    assert_eq!(vn.state(&record).content.attachments, [file], "a refused act changes nothing");
}

#[test]
fn a_file_that_went_over_in_a_draft_stays_when_the_text_goes_on_without_it() {
    let [vn, cn] = met(38);
    let record = minutes(&vn);
    let file = keep(&vn, &vn.head, "map.pdf", PDF).unwrap();
    amended(&vn, &record, &[&file]).unwrap();
    vn.share(&record, &cn.name);
    amended(&vn, &record, &[]).unwrap();
    let never = keep(&vn, &vn.head, "other.pdf", b"%PDF-1.4 nobody names it").unwrap();
    vn.wait(25.hours());
    vn.post.desk.sweep_files(None).unwrap();
    assert!(lies(&vn, &file) && !lies(&vn, &never));
}

#[test]
fn the_picture_of_a_signed_paper_is_kept_with_the_document() {
    let [vn, cn] = met(32);
    let record = minutes(&vn);
    vn.release(&record, &cn.name, vn.in_two_weeks());
    let scan = keep(&vn, &vn.head, "scan.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0 both signatures").unwrap();
    let on = vn.post.desk.today();
    let seen = |scan: &Attached| {
        json!({ "command": "record-paper-signature", "name": "Head", "office": "Head of station", "signed_on": on,
            "scan": scan })
    };
    let made_up = Attached { sha256: "0".repeat(64), ..scan.clone() };
    let larger = Attached { size: scan.size + 1, ..scan.clone() };
    let other_kind = Attached { media_type: "application/pdf".into(), ..scan.clone() };
    let steering = Attached { name: "a\u{202e}fdp.exe".into(), ..scan.clone() };
    for wrong in [made_up, larger, other_kind, steering] {
        let act = testkit::act(&vn.post.desk, "document", Some(record.as_str()), seen(&wrong));
        assert!(is_not_here(vn.post.desk.act(&vn.head, &act).map(drop)), "{wrong:?}");
    }
    vn.act("document", Some(record.as_str()), seen(&scan));
    assert_eq!(vn.stage(&record), "signed-on-paper");
    assert_eq!(read(&vn, &vn.head, &record, &scan).unwrap().len() as u64, scan.size);
    carry(&vn, &cn);
    assert!(!lies(&cn, &scan), "the picture is of the own side");
}

#[test]
fn nobody_names_the_file_of_another_officer_unless_he_may_read_a_record_with_it() {
    let [vn, _cn] = met(33);
    let (record, second) = (minutes(&vn), minutes(&vn));
    let other = vn.post.enlist("other", &unit(&vn, &record), "commander", "unit", "internal");
    let file = keep(&vn, &vn.head, "scan.pdf", PDF).unwrap();
    assert!(is_not_here(amended_by(&vn, &other, &record, &[&file])), "he only knows its digest");
    amended(&vn, &record, &[&file]).unwrap();
    amended_by(&vn, &other, &second, &[&file]).unwrap();
    let stranger = vn.post.enlist("stranger", "vn-bg-dienbien", "officer", "unit", "internal");
    assert!(matches!(read(&vn, &stranger, &record, &file), Err(ReadError::NotFound)));
    let auditor = vn.post.enlist("reader", &unit(&vn, &record), "auditor", "unit", "internal");
    assert!(matches!(keep(&vn, &auditor, "scan.pdf", PDF), Err(FileError::NotAllowed)));
}

#[test]
fn what_is_not_kept_is_told_and_leaves_nothing() {
    let [vn, _cn] = met(34);
    let folder = vn.post.folder().join("files");
    let refused = |name: &str, bytes: &[u8]| keep(&vn, &vn.head, name, bytes).unwrap_err().code();
    assert_eq!(refused("scan.pdf", b""), "empty");
    assert_eq!(refused("scan.pdf", b"MZ\x90\0 a program"), "kind");
    let mut endless = std::io::Read::take(std::io::repeat(b'%'), FILE_BYTES + 1);
    assert_eq!(vn.post.desk.keep_file(&vn.head, "scan.txt", &mut endless).unwrap_err().code(), "too-large");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
    // Of one officer a few wait at most: the oldest give way.
    let sent: Vec<Attached> =
        (0..45).map(|place| keep(&vn, &vn.head, "a.pdf", format!("%PDF-1.7 {place}").as_bytes()).unwrap()).collect();
    let kept = sent.iter().filter(|file| lies(&vn, file)).count();
    assert_eq!(kept, 40);
    assert!(lies(&vn, sent.last().unwrap()));
}

#[test]
fn a_checkup_finds_a_file_that_is_gone_or_changed() {
    let [vn, _cn] = met(35);
    let record = minutes(&vn);
    let file = keep(&vn, &vn.head, "scan.pdf", PDF).unwrap();
    amended(&vn, &record, &[&file]).unwrap();
    let is_well = || vn.post.desk.checkup().unwrap().is_well();
    assert!(is_well());
    let place = vn.post.folder().join("files").join(&file.sha256[..2]).join(&file.sha256);
    std::fs::write(&place, b"%PDF-1.7 the signed pape_").unwrap();
    assert!(!is_well());
    assert!(matches!(read(&vn, &vn.head, &record, &file), Err(ReadError::Failure(_))), "it is given to nobody");
    std::fs::write(&place, PDF).unwrap();
    assert!(is_well());
    std::fs::remove_file(&place).unwrap();
    assert!(!is_well());
    assert!(matches!(read(&vn, &vn.head, &record, &file), Err(ReadError::NotFound)));
}

#[test]
fn the_table_of_files_is_made_again_from_the_journal() {
    let [vn, _cn] = met(36);
    let record = minutes(&vn);
    let file = keep(&vn, &vn.head, "scan.pdf", PDF).unwrap();
    amended(&vn, &record, &[&file]).unwrap();
    let before = vn.post.desk.dump().unwrap();
    let by_hand = rusqlite::Connection::open(vn.post.file()).unwrap();
    assert_eq!(by_hand.execute("DELETE FROM attached", []).unwrap(), 1);
    assert!(!vn.post.desk.checkup().unwrap().is_well());
    vn.post.desk.rebuild(|_, _| {}).unwrap();
    assert_eq!(vn.post.desk.dump().unwrap(), before);
    amended(&vn, &record, &[]).unwrap();
    assert!(matches!(read(&vn, &vn.head, &record, &file), Err(ReadError::NotFound)), "no longer named");
    assert!(vn.post.desk.checkup().unwrap().is_well());
}

#[test]
fn files_of_the_other_side_stay_there_when_its_draft_is_taken_over() {
    let [vn, cn] = met(37);
    let record = minutes(&vn);
    let ours = keep(&vn, &vn.head, "map.pdf", PDF).unwrap();
    amended(&vn, &record, &[&ours]).unwrap();
    vn.share(&record, &cn.name);
    carry(&vn, &cn);
    let twin = cn.documents().pop().unwrap();
    let theirs = keep(&cn, &cn.head, "photo.png", b"\x89PNG\r\n\x1a\n of the path").unwrap();
    cn.take_over(&twin);
    assert_eq!(cn.state(&twin).content.attachments, [], "the map is not here");
    amended(&cn, &twin, &[&theirs]).unwrap();
    cn.share(&twin, &vn.name);
    carry(&vn, &cn);
    let compared = vn.post.desk.compare(&vn.head, &record, None).unwrap();
    assert_eq!(compared.comparison.merged.attachments.len(), 1, "they took the map out and put the photo in");
    vn.take_over(&record);
    assert_eq!(vn.state(&record).content.attachments, [], "the photo stays with the other side");
}
