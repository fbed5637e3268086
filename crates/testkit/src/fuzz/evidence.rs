//! What reads what another side sent, tried with any bytes: bundles, checkpoints, openings of documents, statements.

use journal::{
    Bundle, Checkpoint, Covered, Document, Envelope, Fault, Introduction, Item, Label, Pouch, SIZE_LIMIT, Statement,
    spoken_code, verdict_json, verify,
};

use crate::evidence::Recipe;

/// A fault names its code and a place that can be written on one line.
fn told(fault: &Fault) {
    assert!(!fault.code.as_str().is_empty());
    assert!(fault.place.len() < 2_000 && !fault.place.contains(['\n', '\0']), "{:?}", fault.place);
}

/// A bundle: it is verified or refused; one sequence of bytes for one bundle.
pub fn bundle(bytes: &[u8]) {
    if let Ok(read) = Bundle::from_bytes(bytes) {
        assert_eq!(read.to_bytes().as_deref(), Ok(bytes), "a bundle is written as it was read");
    }
    let verdict = verify(bytes, &Recipe::minutes().fingerprints());
    if let Err(fault) = &verdict {
        told(fault);
    }
    assert!(verdict_json(&verdict)["verdict"].is_string());
}

/// A checkpoint: one text for one checkpoint.
pub fn checkpoint(bytes: &[u8]) {
    match std::str::from_utf8(bytes).map(|text| (text, Checkpoint::from_text(text, "it"))) {
        Ok((text, Ok(checkpoint))) => assert_eq!(checkpoint.to_text(), text),
        Ok((_, Err(fault))) => told(&fault),
        Err(_) => {}
    }
}

/// The opening of a document: one sequence of bytes for one document, and one digest.
pub fn opening(bytes: &[u8]) {
    match Document::from_opening(bytes, "it") {
        Ok(document) => {
            assert_eq!(document.opening().as_deref(), Ok(bytes), "an opening is written as it was read");
            assert!(document.digest().is_ok());
        }
        Err(fault) => told(&fault),
    }
}

/// An introduction: its envelope is written as it was read, and of what it says everything is certified.
pub fn introduction(bytes: &[u8]) {
    match Introduction::read(bytes, "it") {
        Ok(read) => {
            assert_eq!(Envelope::from_bytes(bytes, "it").map(|envelope| envelope.to_bytes()).as_deref(), Ok(bytes));
            assert_eq!((&read.keys.name, &read.root.side), (&read.introduction.name, &read.introduction.name.side));
            assert!((read.keys.from_ms..read.keys.until_ms).contains(&read.introduction.at_ms));
        }
        Err(fault) => told(&fault),
    }
    assert_eq!(spoken_code(bytes).chars().filter(char::is_ascii_digit).count(), journal::CODE_DIGITS);
}

/// A pouch: what was read is written so that it is read again, and looked at from outside alike.
pub fn pouch(bytes: &[u8]) {
    let looked = desk::road::inspect(bytes);
    match Pouch::unpack(bytes) {
        Ok(pouch) => {
            let again = pouch.pack(1).and_then(|packed| Pouch::unpack(&packed));
            assert_eq!(again.as_ref(), Ok(&pouch), "a pouch is written as it was read");
            assert!(looked.is_ok_and(|view| (view.from, view.wants) == (pouch.from.to_string(), pouch.wants.len())));
        }
        Err(fault) => {
            told(&fault);
            assert_eq!(looked, Err(fault));
        }
    }
}

/// An entry of a log: its envelope and its payload, or a statement that another one covers.
pub fn statement(bytes: &[u8]) {
    match Envelope::from_bytes(bytes, "it") {
        Ok(envelope) => assert_eq!(envelope.to_bytes(), bytes, "an envelope is written as it was read"),
        Err(fault) => told(&fault),
    }
    match Statement::read(bytes, "it") {
        Ok((statement, envelope, _)) => {
            assert!(envelope.signatures.len() == 1 && statement.unit.is_some() != statement.said.is_of_the_post());
            drop(envelope.verify(Label::Statement, "it"));
        }
        Err(fault) => told(&fault),
    }
    match Covered::read(bytes, "it") {
        Ok(covered) => {
            assert_eq!(covered.to_bytes(), bytes, "a covered statement is written as it was read");
            assert!(Covered::is(bytes) && covered.statement.unit.is_some());
            assert_eq!(Statement::of_entry(bytes, "it"), Ok((covered.statement, covered.officer)));
        }
        Err(fault) => told(&fault),
    }
    if let Ok(item) = Item::from_bytes(bytes, SIZE_LIMIT) {
        assert_eq!(item.to_bytes(SIZE_LIMIT).as_deref(), Ok(bytes));
    }
}
