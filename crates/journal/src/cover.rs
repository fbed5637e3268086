//! Many statements under one signature: each is an entry without envelope, and the statement that stands directly behind
//! them covers them by their root. Only what binds nobody together can be said so.

use crate::cbor::Item;
use crate::fault::{Code, Fault};
use crate::identity::NAME_LIMIT;
use crate::statement::{Said, Statement, fields_of, origin_of, payload_of};
use crate::tree::{Hash, leaf_hash, root, root_by};

/// How many statements one signature covers at most.
pub const COVER_MOST: u64 = 4_096;
/// How many hashes lead from a covered statement to the root of its cover at most.
pub const PATH_MOST: usize = 12;

/// What a signature covers: so many entries of the log, directly before the statement that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cover {
    /// The place of the first.
    pub start: u64,
    /// How many, from 1 to [`COVER_MOST`].
    pub count: u64,
    /// The root over them as they are.
    pub root: Hash,
}

impl Cover {
    /// What covers these entries, the first of which stands at a place.
    pub fn over(start: u64, entries: &[Vec<u8>]) -> Self {
        let leaves: Vec<Hash> = entries.iter().map(|entry| leaf_hash(entry)).collect();
        Self { start, count: entries.len() as u64, root: root(&leaves) }
    }

    /// The place at which it has to stand.
    pub const fn end(&self) -> u64 {
        self.start.saturating_add(self.count)
    }

    /// Whether a path leads from the entry at a place of the log to its root.
    pub fn holds(&self, entry: &[u8], place: u64, path: &[Hash]) -> bool {
        let index = place.checked_sub(self.start);
        index.and_then(|index| root_by(path, leaf_hash(entry), index, self.count)) == Some(self.root)
    }
}

/// A statement that another one covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covered {
    /// The statement.
    pub statement: Statement,
    /// The key of the officer who says it; it counts where that key has signed the cover.
    pub officer: [u8; 32],
}

impl Covered {
    /// Whether an entry is read as a covered statement: it begins as a map does. Every other is an envelope.
    pub fn is(entry: &[u8]) -> bool {
        entry.first().is_some_and(|byte| byte >> 5 == 5)
    }

    /// The entry.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut pairs = self.statement.pairs();
        pairs.push(("officer", Item::Bytes(self.officer.to_vec())));
        payload_of(pairs)
    }

    /// The statement of an entry; whether it is covered is not known yet.
    pub fn read(entry: &[u8], place: &str) -> Result<Self, Fault> {
        let mut fields = fields_of(entry, place)?;
        let origin = origin_of(&mut fields)?;
        let kind = fields.text("kind", NAME_LIMIT)?;
        let reader = Said::reader(&kind).filter(|_| matches!(kind.as_str(), "issue" | "acknowledge"));
        let reader = reader.ok_or_else(|| Fault::new(Code::Shape, fields.at("kind")))?;
        let at_ms = fields.number("at")?;
        let unit = Some(fields.text("unit", NAME_LIMIT)?);
        let officer = fields.exactly("officer")?;
        let said = reader(&mut fields)?;
        fields.done()?;
        Ok(Self { statement: Statement { origin, unit, at_ms, said }, officer })
    }
}

impl Statement {
    /// The statement of an entry, signed by itself or covered, and the key of whoever says it. What was stored as good is
    /// read so; nothing is verified.
    pub fn of_entry(entry: &[u8], place: &str) -> Result<(Self, [u8; 32]), Fault> {
        if Covered::is(entry) {
            let covered = Covered::read(entry, place)?;
            return Ok((covered.statement, covered.officer));
        }
        let (statement, _, signer) = Self::read(entry, place)?;
        Ok((statement, signer))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::envelope::{ENVELOPE_LIMIT, Label};
    use crate::key::SecretKey;
    use crate::tree::inclusion;

    type Pairs = Vec<(String, Item)>;

    fn covered(said: Said) -> Covered {
        let origin = "vn.laocai/cn.hekou/1".parse().unwrap();
        let statement = Statement { origin, unit: Some("vn-bg-laocai".to_owned()), at_ms: 12, said };
        Covered { statement, officer: [7; 32] }
    }

    fn letters(count: u8) -> Vec<Vec<u8>> {
        let issue = |number| Said::Issue { document: [number; 32], answers: None, until_ms: None };
        (0..count).map(|number| covered(issue(number)).to_bytes()).collect()
    }

    #[test]
    fn what_may_be_covered_is_read_back_and_nothing_else_is() {
        for said in [
            Said::Issue { document: [1; 32], answers: Some([2; 32]), until_ms: Some(7) },
            Said::Issue { document: [1; 32], answers: None, until_ms: None },
            Said::Acknowledge { document: [1; 32] },
        ] {
            let covered = covered(said);
            let bytes = covered.to_bytes();
            assert!(Covered::is(&bytes));
            assert_eq!(Covered::read(&bytes, "it"), Ok(covered.clone()));
            assert_eq!(Statement::of_entry(&bytes, "it"), Ok((covered.statement, [7; 32])));
            assert_eq!(Statement::read(&bytes, "it").unwrap_err(), Fault::new(Code::Envelope, "it"));
        }
        let erase = covered(Said::Erase { document: [1; 32], basis: "order".to_owned() });
        let cover = covered(Said::Cover(Cover { start: 0, count: 1, root: [1; 32] }));
        for other in [erase, cover] {
            assert_eq!(Covered::read(&other.to_bytes(), "it"), Err(Fault::new(Code::Shape, "it.kind")));
        }
    }

    #[test]
    fn a_signed_statement_is_none_that_is_covered() {
        let signed = covered(Said::Acknowledge { document: [1; 32] }).statement.sign(&SecretKey::new(&[8; 32]));
        assert!(!Covered::is(&signed) && !Covered::is(&[]));
        assert_eq!(Covered::read(&signed, "it"), Err(Fault::new(Code::Shape, "it")));
        assert!(Statement::of_entry(&signed, "it").is_ok());
    }

    #[test]
    fn of_several_faults_of_shape_the_first_of_the_page_is_named() {
        let whole = covered(Said::Acknowledge { document: [1; 32] });
        let at = |change: &dyn Fn(&mut Pairs)| {
            let Ok(Item::Map(mut pairs)) = Item::from_bytes(&whole.to_bytes(), ENVELOPE_LIMIT) else { panic!("a map") };
            change(&mut pairs);
            let fault = Covered::read(&Item::Map(pairs).to_bytes(ENVELOPE_LIMIT).unwrap(), "it").unwrap_err();
            (fault.code, fault.place)
        };
        let without = |names: &[&str]| at(&|pairs| pairs.retain(|(name, _)| !names.contains(&name.as_str())));
        assert_eq!(without(&["version", "origin"]), (Code::Shape, "it.version".to_owned()));
        assert_eq!(without(&["origin", "unit"]), (Code::Shape, "it.origin".to_owned()));
        assert_eq!(without(&["unit", "officer"]), (Code::Shape, "it.unit".to_owned()));
        assert_eq!(without(&["officer", "document"]), (Code::Shape, "it.officer".to_owned()));
        assert_eq!(without(&["document"]), (Code::Shape, "it.document".to_owned()));
        let more = at(&|pairs| pairs.push(("more".to_owned(), Item::Null)));
        assert_eq!(more, (Code::Shape, "it".to_owned()));
        let other = at(&|pairs| {
            pairs.iter_mut().filter(|(name, _)| name == "version").for_each(|(_, one)| *one = Item::Int(2))
        });
        assert_eq!(other, (Code::Format, "it".to_owned()));
        let longer = [whole.to_bytes(), vec![0]].concat();
        assert_eq!(Covered::read(&longer, "it"), Err(Fault::new(Code::Encoding, "it")));
    }

    #[test]
    fn a_cover_holds_each_of_its_entries_at_its_own_place_only() {
        for count in 1..20_u8 {
            let entries = letters(count);
            let cover = Cover::over(40, &entries);
            assert_eq!((cover.count, cover.end()), (count.into(), 40 + u64::from(count)));
            let leaves: Vec<Hash> = entries.iter().map(|entry| leaf_hash(entry)).collect();
            for (at, entry) in entries.iter().enumerate() {
                let path = inclusion(&leaves, at).unwrap();
                let place = 40 + at as u64;
                assert!(cover.holds(entry, place, &path));
                for other in (38..cover.end() + 2).filter(|other| *other != place) {
                    assert!(!cover.holds(entry, other, &path), "{place} at {other} of {count}");
                }
                assert!(!cover.holds(&entries[(at + 1) % entries.len()], place, &path) || count == 1);
            }
        }
        assert_eq!(PATH_MOST as u32, COVER_MOST.ilog2());
    }

    #[test]
    fn a_cover_is_signed_like_every_other_statement_and_counts_within_its_bounds() {
        let key = SecretKey::new(&[8; 32]);
        let signed = |count| {
            let cover = Cover { start: 3, count, root: [1; 32] };
            covered(Said::Cover(cover)).statement.sign(&key)
        };
        for count in [1, COVER_MOST] {
            let (statement, envelope, _) = Statement::read(&signed(count), "it").unwrap();
            assert_eq!(statement.said, Said::Cover(Cover { start: 3, count, root: [1; 32] }));
            assert_eq!(envelope.verify(Label::Statement, "it"), Ok(()));
        }
        for count in [0, COVER_MOST + 1] {
            let fault = Statement::read(&signed(count), "it").unwrap_err();
            assert_eq!(fault, Fault::new(Code::Shape, "it.count"));
        }
    }
}
