//! Statements: what one side says in its log for another. A statement is signed by one key and names the log it
//! stands in, so that it is worth nothing anywhere else.

use crate::cbor::Item;
use crate::cover::{COVER_MOST, Cover};
use crate::envelope::{ENVELOPE_LIMIT, Envelope, Label};
use crate::fault::{Code, Fault};
use crate::fields::{Fields, exactly};
use crate::identity::{NAME_LIMIT, VERSION};
use crate::key::SecretKey;
use crate::origin::Origin;
use crate::tree::Hash;

/// The identity of everything that is said of one joint document through all its revisions.
pub type Series = [u8; 16];

/// Of which earlier drafts one may come.
pub const PARENTS_LIMIT: usize = 8;
/// How long an address may be.
pub const ADDRESS_LIMIT: usize = 2_000;
/// How large a certificate of a connection may be.
pub const CERTIFICATE_LIMIT: usize = 8_000;

/// One revision of a joint document and the document that is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// The joint document through all revisions.
    pub series: Series,
    /// Which revision, from 1.
    pub revision: u64,
    /// The document: its digest ([`crate::Document::digest`]).
    pub document: Hash,
}

/// What is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// By the post: the next root of the side, as an envelope.
    Root(Vec<u8>),
    /// By the post: an officer's key, as an envelope.
    Officer(Vec<u8>),
    /// By the post: from here on nothing more comes from this officer's key.
    Revoke {
        /// The officer's key.
        key: [u8; 32],
        /// Why.
        reason: String,
    },
    /// By the post: the head of a log of the other side that it has seen.
    Saw {
        /// Whose log.
        origin: String,
        /// How long.
        size: u64,
        /// Its root.
        root: Hash,
    },
    /// By the post: where it is reached from now on.
    Address {
        /// The address of its courier.
        url: String,
        /// The certificate of its connections, in DER.
        certificate: Vec<u8>,
        /// To whom what is carried by hand is encrypted.
        recipient: String,
    },
    /// A text to talk about, of no force.
    Draft {
        /// The joint document.
        series: Series,
        /// The text.
        document: Hash,
        /// The drafts it comes from.
        parents: Vec<Hash>,
    },
    /// The proposer's signature: a firm offer until a time.
    Propose {
        /// What is proposed.
        slot: Slot,
        /// Until when it can be signed, in milliseconds since 1970 UTC.
        until_ms: u64,
        /// The words of a reservation, as the digest of a document.
        words: Option<Hash>,
    },
    /// A signature.
    Sign {
        /// What is signed.
        slot: Slot,
        /// The words of a reservation, as the digest of a document.
        words: Option<Hash>,
    },
    /// A refusal to sign.
    Refuse {
        /// What is refused.
        slot: Slot,
        /// The reason, as the digest of a document.
        words: Hash,
    },
    /// The wish to take an offer back; it needs the other side's [`Said::LetGo`].
    Withdraw {
        /// What is withdrawn.
        slot: Slot,
    },
    /// Agreement that an offer is taken back.
    LetGo {
        /// What is let go.
        slot: Slot,
    },
    /// A note after all have signed that something in it is contested; it stays binding.
    Contest {
        /// What is contested.
        slot: Slot,
        /// What about, as the digest of a document.
        words: Hash,
    },
    /// The wish that a document that binds shall end; it ends when every side has said so.
    Terminate {
        /// What shall end.
        slot: Slot,
    },
    /// A document of one side alone: a letter, a notification, an answer.
    Issue {
        /// The document.
        document: Hash,
        /// The document that it answers.
        answers: Option<Hash>,
        /// By when an answer is asked for, in milliseconds since 1970 UTC.
        until_ms: Option<u64>,
    },
    /// An officer has taken note of a document of the other side.
    Acknowledge {
        /// The document.
        document: Hash,
    },
    /// The opening of a document has been erased and is not given again.
    Erase {
        /// The document.
        document: Hash,
        /// On what ground.
        basis: String,
    },
    /// The signature under the statements directly before it, which have none of their own.
    Cover(Cover),
}

/// Reads the fields of one kind of statement.
pub(crate) type Reader = fn(&mut Fields) -> Result<Said, Fault>;

impl Said {
    /// The kind as it is written.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Root(_) => "root",
            Self::Officer(_) => "officer",
            Self::Revoke { .. } => "revoke",
            Self::Saw { .. } => "saw",
            Self::Address { .. } => "address",
            Self::Draft { .. } => "draft",
            Self::Propose { .. } => "propose",
            Self::Sign { .. } => "sign",
            Self::Refuse { .. } => "refuse",
            Self::Withdraw { .. } => "withdraw",
            Self::LetGo { .. } => "let-go",
            Self::Contest { .. } => "contest",
            Self::Terminate { .. } => "terminate",
            Self::Issue { .. } => "issue",
            Self::Acknowledge { .. } => "acknowledge",
            Self::Erase { .. } => "erase",
            Self::Cover(_) => "cover",
        }
    }

    /// Whether the post itself says it and not an officer.
    pub const fn is_of_the_post(&self) -> bool {
        matches!(self, Self::Root(_) | Self::Officer(_) | Self::Revoke { .. } | Self::Saw { .. } | Self::Address { .. })
    }

    /// The revision of a joint document that it is about.
    pub const fn slot(&self) -> Option<&Slot> {
        match self {
            Self::Propose { slot, .. }
            | Self::Sign { slot, .. }
            | Self::Refuse { slot, .. }
            | Self::Withdraw { slot }
            | Self::LetGo { slot }
            | Self::Contest { slot, .. }
            | Self::Terminate { slot } => Some(slot),
            _ => None,
        }
    }

    /// The document that it is about.
    pub const fn document(&self) -> Option<&Hash> {
        match self {
            Self::Draft { document, .. }
            | Self::Issue { document, .. }
            | Self::Acknowledge { document }
            | Self::Erase { document, .. } => Some(document),
            _ => match self.slot() {
                Some(slot) => Some(&slot.document),
                None => None,
            },
        }
    }

    /// The document that holds its words.
    pub const fn words(&self) -> Option<&Hash> {
        match self {
            Self::Propose { words, .. } | Self::Sign { words, .. } => words.as_ref(),
            Self::Refuse { words, .. } | Self::Contest { words, .. } => Some(words),
            _ => None,
        }
    }

    fn pairs(&self) -> Vec<(&'static str, Item)> {
        let bytes = |bytes: &[u8]| Item::Bytes(bytes.to_vec());
        let number = |number: u64| Item::Int(number.into());
        let text = |text: &str| Item::Text(text.to_owned());
        let mut pairs = match self {
            Self::Root(object) | Self::Officer(object) => vec![("object", bytes(object))],
            Self::Revoke { key, reason } => vec![("key", bytes(key)), ("reason", text(reason))],
            Self::Saw { origin, size, root } => {
                vec![("log", text(origin)), ("size", number(*size)), ("root", bytes(root))]
            }
            Self::Address { url, certificate, recipient } => {
                vec![("url", text(url)), ("certificate", bytes(certificate)), ("recipient", text(recipient))]
            }
            Self::Draft { series, document, parents } => {
                let parents = parents.iter().map(|parent| bytes(parent)).collect();
                vec![("series", bytes(series)), ("document", bytes(document)), ("parents", Item::List(parents))]
            }
            Self::Propose { until_ms, .. } => vec![("until", number(*until_ms))],
            Self::Issue { document, answers, until_ms } => {
                let mut pairs = vec![("document", bytes(document))];
                pairs.extend(answers.as_ref().map(|answers| ("answers", bytes(answers))));
                pairs.extend(until_ms.map(|until| ("until", number(until))));
                pairs
            }
            Self::Acknowledge { document } => vec![("document", bytes(document))],
            Self::Erase { document, basis } => vec![("document", bytes(document)), ("basis", text(basis))],
            Self::Cover(Cover { start, count, root }) => {
                vec![("start", number(*start)), ("count", number(*count)), ("root", bytes(root))]
            }
            Self::Sign { .. }
            | Self::Refuse { .. }
            | Self::Withdraw { .. }
            | Self::LetGo { .. }
            | Self::Contest { .. }
            | Self::Terminate { .. } => Vec::new(),
        };
        if let Some(slot) = self.slot() {
            pairs.push(("series", bytes(&slot.series)));
            pairs.push(("revision", number(slot.revision)));
            pairs.push(("document", bytes(&slot.document)));
        }
        pairs.extend(self.words().map(|words| ("words", bytes(words))));
        pairs
    }

    /// What reads the fields of a kind; nothing for a text that is no kind.
    pub(crate) fn reader(kind: &str) -> Option<Reader> {
        let reader: Reader = match kind {
            "root" => |fields| Ok(Self::Root(fields.bytes("object", ENVELOPE_LIMIT)?)),
            "officer" => |fields| Ok(Self::Officer(fields.bytes("object", ENVELOPE_LIMIT)?)),
            "revoke" => {
                |fields| Ok(Self::Revoke { key: fields.exactly("key")?, reason: fields.text("reason", NAME_LIMIT)? })
            }
            "saw" => saw,
            "address" => address,
            "draft" => draft,
            "propose" => |fields| {
                Ok(Self::Propose {
                    slot: slot(fields)?,
                    until_ms: fields.number("until")?,
                    words: fields.maybe_exactly("words")?,
                })
            },
            "sign" => |fields| Ok(Self::Sign { slot: slot(fields)?, words: fields.maybe_exactly("words")? }),
            "refuse" => |fields| Ok(Self::Refuse { slot: slot(fields)?, words: fields.exactly("words")? }),
            "withdraw" => |fields| Ok(Self::Withdraw { slot: slot(fields)? }),
            "let-go" => |fields| Ok(Self::LetGo { slot: slot(fields)? }),
            "contest" => |fields| Ok(Self::Contest { slot: slot(fields)?, words: fields.exactly("words")? }),
            "terminate" => |fields| Ok(Self::Terminate { slot: slot(fields)? }),
            "issue" => issue,
            "acknowledge" => |fields| Ok(Self::Acknowledge { document: fields.exactly("document")? }),
            "erase" => |fields| {
                Ok(Self::Erase { document: fields.exactly("document")?, basis: fields.text("basis", NAME_LIMIT)? })
            },
            "cover" => cover,
            _ => return None,
        };
        Some(reader)
    }
}

fn saw(fields: &mut Fields) -> Result<Said, Fault> {
    Ok(Said::Saw {
        origin: fields.text("log", NAME_LIMIT)?,
        size: fields.number("size")?,
        root: fields.exactly("root")?,
    })
}

fn address(fields: &mut Fields) -> Result<Said, Fault> {
    Ok(Said::Address {
        url: fields.text("url", ADDRESS_LIMIT)?,
        certificate: fields.bytes("certificate", CERTIFICATE_LIMIT)?,
        recipient: fields.text("recipient", ADDRESS_LIMIT)?,
    })
}

fn draft(fields: &mut Fields) -> Result<Said, Fault> {
    Ok(Said::Draft {
        series: fields.exactly("series")?,
        document: fields.exactly("document")?,
        parents: fields
            .list("parents", PARENTS_LIMIT)?
            .into_iter()
            .map(|(place, parent)| exactly(parent).ok_or_else(|| Fault::new(Code::Shape, place)))
            .collect::<Result<_, _>>()?,
    })
}

fn issue(fields: &mut Fields) -> Result<Said, Fault> {
    Ok(Said::Issue {
        document: fields.exactly("document")?,
        answers: fields.maybe_exactly("answers")?,
        until_ms: if fields.has("until") { Some(fields.number("until")?) } else { None },
    })
}

fn cover(fields: &mut Fields) -> Result<Said, Fault> {
    let (start, place) = (fields.number("start")?, fields.at("count"));
    let count = fields.count("count")?;
    if count > COVER_MOST {
        return Err(Fault::new(Code::Shape, place));
    }
    Ok(Said::Cover(Cover { start, count, root: fields.exactly("root")? }))
}

fn slot(fields: &mut Fields) -> Result<Slot, Fault> {
    Ok(Slot {
        series: fields.exactly("series")?,
        revision: fields.count("revision")?,
        document: fields.exactly("document")?,
    })
}

/// A statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The log that it stands in.
    pub origin: Origin,
    /// The unit for which an officer says it; the post says things for itself.
    pub unit: Option<String>,
    /// When, in milliseconds since 1970 UTC, by the clock of the one who says it.
    pub at_ms: u64,
    /// What.
    pub said: Said,
}

impl Statement {
    /// The entry of the log: the statement signed by one key.
    pub fn sign(&self, key: &SecretKey) -> Vec<u8> {
        Envelope::sign(Label::Statement, payload_of(self.pairs()), &[key]).to_bytes()
    }

    /// The fields of its payload.
    pub(crate) fn pairs(&self) -> Vec<(&'static str, Item)> {
        let mut pairs = vec![
            ("version", Item::Int(VERSION.into())),
            ("origin", Item::Text(self.origin.to_string())),
            ("kind", Item::Text(self.said.kind().to_owned())),
            ("at", Item::Int(self.at_ms.into())),
        ];
        pairs.extend(self.unit.as_ref().map(|unit| ("unit", Item::Text(unit.clone()))));
        pairs.extend(self.said.pairs());
        pairs
    }

    /// The statement of an entry and the key that signed it; the signature is not verified yet.
    pub fn read(entry: &[u8], place: &str) -> Result<(Self, Envelope, [u8; 32]), Fault> {
        let envelope = Envelope::from_bytes(entry, place)?;
        let (statement, signer) = Self::of(&envelope, place)?;
        Ok((statement, envelope, signer))
    }

    /// The statement of an envelope and the key that signed it; the signature is not verified yet.
    pub fn of(envelope: &Envelope, place: &str) -> Result<(Self, [u8; 32]), Fault> {
        let [(signer, _)] = envelope.signatures.as_slice() else { return Err(Fault::new(Code::Envelope, place)) };
        let mut fields = fields_of(&envelope.payload, place)?;
        let origin = origin_of(&mut fields)?;
        let kind = fields.text("kind", NAME_LIMIT)?;
        let reader = Said::reader(&kind).ok_or_else(|| Fault::new(Code::Shape, fields.at("kind")))?;
        let at_ms = fields.number("at")?;
        let unit_place = fields.at("unit");
        let unit = if fields.has("unit") { Some(fields.text("unit", NAME_LIMIT)?) } else { None };
        let said = reader(&mut fields)?;
        fields.done()?;
        if unit.is_some() == said.is_of_the_post() {
            return Err(Fault::new(Code::Shape, unit_place));
        }
        Ok((Self { origin, unit, at_ms, said }, *signer))
    }
}

/// The bytes of a payload: flat, and every part of it is bounded, so that it can always be written.
pub(crate) fn payload_of(pairs: Vec<(&str, Item)>) -> Vec<u8> {
    let map = Item::Map(pairs.into_iter().map(|(name, item)| (name.to_owned(), item)).collect());
    map.to_bytes(ENVELOPE_LIMIT).unwrap_or_default()
}

/// The fields of a payload after its version.
pub(crate) fn fields_of(payload: &[u8], place: &str) -> Result<Fields, Fault> {
    let item = Item::from_bytes(payload, ENVELOPE_LIMIT).map_err(|_| Fault::new(Code::Encoding, place))?;
    let mut fields = Fields::of(item, place)?;
    if fields.number("version")? != VERSION {
        return Err(Fault::new(Code::Format, place));
    }
    Ok(fields)
}

/// The name of the log in which a statement stands.
pub(crate) fn origin_of(fields: &mut Fields) -> Result<Origin, Fault> {
    let place = fields.at("origin");
    fields.text("origin", NAME_LIMIT)?.parse().map_err(|_| Fault::new(Code::Shape, place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_statement_is_read_back() {
        let slot = Slot { series: [1; 16], revision: 2, document: [3; 32] };
        let said = [
            Said::Root(vec![1]),
            Said::Officer(vec![2]),
            Said::Revoke { key: [1; 32], reason: "left".to_owned() },
            Said::Saw { origin: "cn.hekou/vn.laocai/1".to_owned(), size: 4, root: [5; 32] },
            Said::Address { url: "https://a".to_owned(), certificate: vec![1, 2], recipient: "age1".to_owned() },
            Said::Draft { series: [1; 16], document: [2; 32], parents: vec![[3; 32]] },
            Said::Propose { slot, until_ms: 9, words: None },
            Said::Sign { slot, words: Some([9; 32]) },
            Said::Refuse { slot, words: [9; 32] },
            Said::Withdraw { slot },
            Said::LetGo { slot },
            Said::Contest { slot, words: [9; 32] },
            Said::Terminate { slot },
            Said::Issue { document: [1; 32], answers: Some([2; 32]), until_ms: Some(7) },
            Said::Issue { document: [1; 32], answers: None, until_ms: None },
            Said::Acknowledge { document: [1; 32] },
            Said::Erase { document: [1; 32], basis: "end of retention".to_owned() },
            Said::Cover(Cover { start: 3, count: 4, root: [1; 32] }),
        ];
        let key = SecretKey::new(&[8; 32]);
        for said in said {
            let unit = (!said.is_of_the_post()).then(|| "vn-bg-laocai".to_owned());
            let statement = Statement { origin: "vn.laocai/cn.hekou/1".parse().unwrap(), unit, at_ms: 12, said };
            let (read, envelope, signer) = Statement::read(&statement.sign(&key), "it").unwrap();
            assert_eq!(read, statement);
            assert_eq!(&signer, key.public().bytes());
            assert_eq!(envelope.verify(Label::Statement, "it"), Ok(()));
        }
    }

    #[test]
    fn an_officer_speaks_for_a_unit_and_a_post_for_itself() {
        let key = SecretKey::new(&[8; 32]);
        let origin: Origin = "vn.laocai/cn.hekou/1".parse().unwrap();
        let mut statement = Statement { origin, unit: None, at_ms: 12, said: Said::Acknowledge { document: [1; 32] } };
        assert_eq!(Statement::read(&statement.sign(&key), "it").unwrap_err(), Fault::new(Code::Shape, "it.unit"));
        statement.unit = Some("vn-bg-laocai".to_owned());
        statement.said = Said::Revoke { key: [1; 32], reason: "left".to_owned() };
        assert_eq!(Statement::read(&statement.sign(&key), "it").unwrap_err(), Fault::new(Code::Shape, "it.unit"));
    }

    #[test]
    fn of_several_faults_of_shape_the_first_of_the_page_is_named() {
        let at = |pairs: Vec<(&str, Item)>| {
            let text = |text: &str| Item::Text(text.to_owned());
            let first = [("version", Item::Int(1)), ("origin", text("vn.laocai/cn.hekou/1"))];
            let pairs = first.into_iter().chain(pairs).map(|(name, item)| (name.to_owned(), item)).collect();
            let payload = Item::Map(pairs).to_bytes(ENVELOPE_LIMIT).unwrap();
            let entry = Envelope::sign(Label::Statement, payload, &[&SecretKey::new(&[8; 32])]).to_bytes();
            let fault = Statement::read(&entry, "it").unwrap_err();
            assert_eq!(fault.code, Code::Shape);
            fault.place
        };
        let kind = |kind: &str| ("kind", Item::Text(kind.to_owned()));
        assert_eq!(at(vec![kind("other"), ("at", Item::Null)]), "it.kind");
        assert_eq!(at(vec![kind("acknowledge"), ("at", Item::Null), ("unit", Item::Null)]), "it.at");
        assert_eq!(at(vec![kind("acknowledge"), ("at", Item::Int(1)), ("unit", Item::Null)]), "it.unit");
        assert_eq!(at(vec![kind("acknowledge"), ("at", Item::Int(1)), ("more", Item::Null)]), "it.document");
        let slot = vec![("series", Item::Bytes(vec![1; 16])), ("revision", Item::Int(0)), ("document", Item::Null)];
        let withdrawn = vec![kind("withdraw"), ("at", Item::Int(1)), ("unit", Item::Text("a".to_owned()))];
        assert_eq!(at([withdrawn, slot].concat()), "it.revision");
        let document = ("document", Item::Bytes(vec![1; 32]));
        assert_eq!(at(vec![kind("acknowledge"), ("at", Item::Int(1)), document, ("more", Item::Null)]), "it");
    }
}
