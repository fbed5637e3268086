//! Which record a row is: made from what the row says, so that the same row is the same record whenever it comes.

use domain::{Declared, Grade, UnitId};
use journal::Id;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use store::Failure;

/// How an identity begins that was made from a row.
pub(crate) const DERIVED: &str = "i-";
/// The letters of identities, without those that are taken for one another.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH: usize = 26;

/// Makes identities from rows.
pub(super) struct Keyed {
    unit: UnitId,
    grade: Option<Grade>,
    exercise: bool,
}

impl Keyed {
    pub(super) fn new(unit: UnitId, grade: Option<Grade>, exercise: bool) -> Self {
        Self { unit, grade, exercise }
    }

    /// The unit that keeps what rows begin, where they do not say so themselves.
    pub(super) fn unit(&self) -> &UnitId {
        &self.unit
    }

    /// The grade of what rows begin, where they do not say so themselves.
    pub(super) fn grade_of(&self, noun: &Declared) -> Grade {
        self.grade.unwrap_or(noun.grade)
    }

    /// The identity of the row with this key. Unit and grade are part of it: whoever may record there sees what has
    /// the same identity, so that no answer tells of a hidden record.
    pub(super) fn of_key(&self, noun: &str, unit: &UnitId, grade: Grade, key: &str) -> Result<String, Failure> {
        self.made(json!({ "noun": noun, "unit": unit, "grade": grade.code(), "exercise": self.exercise, "key": key }))
    }

    /// The identity of the row that says this.
    pub(super) fn of_content(
        &self,
        noun: &str,
        unit: &UnitId,
        grade: Grade,
        content: &[u8],
    ) -> Result<String, Failure> {
        let content: String = Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect();
        self.made(
            json!({ "noun": noun, "unit": unit, "grade": grade.code(), "exercise": self.exercise, "content": content }),
        )
    }

    fn made(&self, from: Value) -> Result<String, Failure> {
        let bytes = journal::encode(&from).map_err(|fault| Failure::Unfit(fault.to_string()))?;
        let digest = Sha256::digest(bytes);
        let letter = |place: usize| {
            let bits = (0..5).map(|bit| {
                let at = place * 5 + bit;
                digest.get(at / 8).map_or(0, |byte| usize::from((byte >> (7 - at % 8)) & 1))
            });
            let number = bits.fold(0, |number, bit| number * 2 + bit);
            char::from(ALPHABET[number & 31])
        };
        Ok(format!("{DERIVED}{}", (0..LENGTH).map(letter).collect::<String>()))
    }
}

/// True for an identity as the program makes them, which nobody chooses.
pub(super) fn is_made(id: &str) -> bool {
    let letters = id.strip_prefix(DERIVED).unwrap_or(id);
    letters.len() == LENGTH && letters.bytes().all(|byte| ALPHABET.contains(&byte))
}

/// The identity of the first entry of a row: whoever has the row and the entry can tell that they belong together.
pub(super) fn first_entry(act: &Id, record: &str, content: &[u8]) -> Id {
    let mut digest = Sha256::new();
    for part in [b"twinpost row 1".as_slice(), act, record.as_bytes()] {
        digest.update(u32::try_from(part.len()).unwrap_or(u32::MAX).to_be_bytes());
        digest.update(part);
    }
    digest.update(content);
    let digest = digest.finalize();
    let mut id = [0; 16];
    id.iter_mut().zip(digest.iter()).for_each(|(to, from)| *to = *from);
    id
}

/// True when a command says of each field, as far as the first fact of a record names it, what that fact says.
pub(super) fn tells_same(command: &Value, fact: &Value) -> bool {
    let fields = command.as_object().into_iter().flatten().filter(|(name, _)| *name != "command");
    let mut found = 0;
    for (name, value) in fields {
        match inside(fact, name) {
            Some(said) if said != value => return false,
            Some(_) => found += 1,
            None => {}
        }
    }
    found > 0
}

/// The value of a field, wherever it stands in a fact.
fn inside<'v>(fact: &'v Value, name: &str) -> Option<&'v Value> {
    let map = fact.as_object()?;
    map.get(name).or_else(|| map.values().find_map(|inner| inside(inner, name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_row_is_the_same_record_and_another_one_is_not() {
        let unit = |id: &str| UnitId::parse(id).unwrap();
        let keyed = Keyed::new(unit("vs1"), None, false);
        let one = keyed.of_key("meeting", &unit("vs1"), Grade::Internal, "12/2025").unwrap();
        assert!(domain::RecordId::parse(&one).is_ok() && is_made(&one), "{one}");
        assert_eq!(one, keyed.of_key("meeting", &unit("vs1"), Grade::Internal, "12/2025").unwrap());
        let others = [
            keyed.of_key("meeting", &unit("vs1"), Grade::Internal, "13/2025").unwrap(),
            keyed.of_key("meeting", &unit("vs2"), Grade::Internal, "12/2025").unwrap(),
            keyed.of_key("meeting", &unit("vs1"), Grade::Restricted, "12/2025").unwrap(),
            keyed.of_key("task", &unit("vs1"), Grade::Internal, "12/2025").unwrap(),
            keyed.of_content("meeting", &unit("vs1"), Grade::Internal, b"12/2025").unwrap(),
            Keyed::new(unit("vs1"), None, true).of_key("meeting", &unit("vs1"), Grade::Internal, "12/2025").unwrap(),
        ];
        assert!(others.iter().all(|other| *other != one));
        assert!(!is_made("vn-bg-laocai") && is_made("01jzzzzzzzzzzzzzzzzzzzzzzz"));
    }

    #[test]
    fn an_entry_belongs_to_one_row_of_one_act() {
        let entry = first_entry(&[1; 16], "i-1", b"row");
        assert_eq!(entry, first_entry(&[1; 16], "i-1", b"row"));
        for other in [
            first_entry(&[2; 16], "i-1", b"row"),
            first_entry(&[1; 16], "i-2", b"row"),
            first_entry(&[1; 16], "i-1", b"Row"),
        ] {
            assert_ne!(entry, other);
        }
    }

    #[test]
    fn a_command_is_held_against_the_first_fact_of_a_record() {
        let fact = json!({ "fact": "recorded", "held": { "place": "Gate", "held_on": "2026-01-12" } });
        assert!(tells_same(&json!({ "command": "record", "place": "Gate" }), &fact));
        assert!(!tells_same(&json!({ "command": "record", "place": "Bridge", "held_on": "2026-01-12" }), &fact));
        assert!(!tells_same(&json!({ "command": "record", "other": 1 }), &fact));
    }
}
