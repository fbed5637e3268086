//! What stands on the outside of a pouch: who packed it, for whom, when, and how much is in it. Nothing of it is proven
//! by looking, and no key is needed to look.

use journal::{Fault, Pouch};
use serde::Serialize;

/// What a pouch says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PouchView {
    /// Who packed it, as side and post.
    pub from: String,
    /// For whom.
    pub to: String,
    /// When, in milliseconds since 1970 UTC by the clock of the one who packed it.
    pub made_ms: u64,
    /// How many entries of the reader's log the packer has stored.
    pub have: u64,
    /// How many receipts it brings: cosigned heads of what the packer has stored.
    pub receipts: usize,
    /// The run of the packer's log.
    pub run: Option<InspectedRun>,
    /// How many roots and ends of posts it brings.
    pub objects: usize,
    /// How many openings of documents.
    pub openings: usize,
    /// How many openings the packer would like to have.
    pub wants: usize,
    /// How many parts of attachments.
    pub pieces: usize,
    /// How many bytes it has as it travels.
    pub packed_bytes: usize,
}

/// The run in a pouch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InspectedRun {
    /// The place of its first entry.
    pub start: u64,
    /// How many entries.
    pub entries: usize,
    /// The log that its checkpoint names; none where the checkpoint has not the form of one.
    pub log: Option<String>,
}

/// Looks at a packed pouch; the fault names what is wrong with it.
pub fn inspect(packed: &[u8]) -> Result<PouchView, Fault> {
    let pouch = Pouch::unpack(packed)?;
    let log = |checkpoint: &str| journal::Checkpoint::from_text(checkpoint, "run.checkpoint").ok();
    Ok(PouchView {
        from: pouch.from.to_string(),
        to: pouch.to.to_string(),
        made_ms: pouch.made_ms,
        have: pouch.have,
        receipts: pouch.receipts.len(),
        run: pouch.run.map(|run| InspectedRun {
            start: run.start,
            entries: run.entries.len(),
            log: log(&run.checkpoint).map(|checkpoint| checkpoint.head.origin.to_string()),
        }),
        objects: pouch.objects.len(),
        openings: pouch.openings.len(),
        wants: pouch.wants.len(),
        pieces: pouch.pieces.len(),
        packed_bytes: packed.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rubbish_names_its_fault_and_a_pouch_says_what_is_in_it() {
        for (bytes, told) in [
            (b"".as_slice(), "encoding at "),
            (b"dear neighbour", "encoding at "),
            (&vec![0; journal::POUCH_LIMIT + 1], "size at "),
        ] {
            assert_eq!(inspect(bytes).map_err(|fault| fault.to_string()), Err(told.to_owned()));
        }
        let (from, to) = ("vn.a".parse().unwrap(), "cn.b".parse().unwrap());
        let mut pouch = Pouch::empty(from, to, 5, 7);
        pouch.wants = vec![[1; 32]; 3];
        pouch.run = Some(journal::Run { start: 4, entries: vec![vec![9]; 2], checkpoint: "none".into() });
        let packed = pouch.pack(3).unwrap();
        let view = inspect(&packed).unwrap();
        assert_eq!((view.from.as_str(), view.to.as_str(), view.wants), ("vn.a", "cn.b", 3));
        assert_eq!(view.run, Some(InspectedRun { start: 4, entries: 2, log: None }));
        assert_eq!(view.packed_bytes, packed.len());
    }
}
