//! Documents: what crosses the border, in sixteen parts, each committed to on its own with a salt. The digest stands
//! in the logs; the opening, which holds the words, travels beside them and can be erased without harm to any proof.

use crate::cbor::Item;
use crate::fault::{Code, Fault};
use crate::fields::{Fields, map};
use crate::origin::is_code;
use crate::statement::Series;
use crate::tree::{Hash, root, sha256};

/// How many parts a document has, empty ones among them.
pub const PARTS: usize = 16;
/// How large an opening may be, in bytes.
pub const OPENING_LIMIT: usize = 4 << 20;
/// How many bytes the opening of words has at most, so that all that decides has room in one bundle.
pub const WORDS_OPENING_LIMIT: usize = 1 << 20;
/// How many sides may sign one document.
pub const SIDES_LIMIT: usize = 8;
/// How many languages a document may have.
pub const LANGUAGES_LIMIT: usize = 8;
/// How many paragraphs a text may have.
pub const PARAGRAPHS_LIMIT: usize = 5_000;
/// How many attachments a document may have.
pub const ATTACHMENTS_LIMIT: usize = 200;
/// How long one line may be: a title, a name, an office.
pub const LINE_LIMIT: usize = 1_000;
/// How long one paragraph may be.
pub const PARAGRAPH_LIMIT: usize = 100_000;

/// What kind of document it is, who signs it, and to which others it belongs. Never empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The kind: minutes, letter, words and so on.
    pub kind: String,
    /// The sides that sign it, ascending; of a document of one side, that side.
    pub sides: Vec<String>,
    /// The languages whose texts are equally authentic, ascending.
    pub languages: Vec<String>,
    /// Of a joint document: series and revision.
    pub joint: Option<(Series, u64)>,
    /// The document in whose place it stands.
    pub supersedes: Option<Hash>,
    /// The document to which it adds.
    pub supplements: Option<Hash>,
}

/// The words in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The title.
    pub title: String,
    /// The paragraphs.
    pub paragraphs: Vec<String>,
}

/// A file that belongs to the document and travels by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// The file's name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// How many bytes.
    pub size: u64,
    /// SHA-256 over them.
    pub sha256: Hash,
}

/// Who is to sign for a side, as it stands in the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signer {
    /// The side.
    pub side: String,
    /// Name and rank.
    pub name: String,
    /// The office.
    pub office: String,
}

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The secret from which the salts are made; 16 random bytes.
    pub seed: [u8; 16],
    /// Part 0.
    pub head: Head,
    /// Part 1: the texts by language, ascending.
    pub texts: Vec<(String, Text)>,
    /// Part 2: the fields of the record, a value of JSON as canonical CBOR; [`Item::Null`] for none.
    pub data: Item,
    /// Part 3.
    pub attachments: Vec<Attachment>,
    /// Part 4.
    pub signers: Vec<Signer>,
}

impl Document {
    /// The digest: SHA-256 over the Merkle root of the commitments to all sixteen parts.
    pub fn digest(&self) -> Result<Hash, Fault> {
        let mut commitments = Vec::with_capacity(PARTS);
        for (number, part) in self.parts().into_iter().enumerate() {
            let number = Item::Int(number as i128);
            let numbered = number.to_bytes(9).map_err(|_| too_large())?;
            let salt = sha256(&[&[3], &numbered, &self.seed]);
            let value = Item::List(vec![number, part]).to_bytes(OPENING_LIMIT).map_err(|_| too_large())?;
            commitments.push(sha256(&[&[2], &salt[..16], &value]));
        }
        Ok(sha256(&[b"twinpost/1/document", &root(&commitments)]))
    }

    /// The opening: the seed and the parts, by which the digest can be made again.
    pub fn opening(&self) -> Result<Vec<u8>, Fault> {
        let map = map([("seed", Item::Bytes(self.seed.to_vec())), ("parts", Item::List(self.parts()))]);
        map.to_bytes(OPENING_LIMIT).map_err(|_| too_large())
    }

    /// The document of an opening.
    pub fn from_opening(bytes: &[u8], place: &str) -> Result<Self, Fault> {
        if bytes.len() > OPENING_LIMIT {
            return Err(Fault::new(Code::Size, place));
        }
        let item = Item::from_bytes(bytes, OPENING_LIMIT).map_err(|_| Fault::new(Code::Encoding, place))?;
        let mut fields = Fields::of(item, place)?;
        let seed = fields.exactly("seed")?;
        let parts = fields.list("parts", PARTS)?;
        let parts_place = fields.at("parts");
        let Ok::<[_; PARTS], _>([head, texts, data, attachments, signers, empty @ ..]) = parts.try_into() else {
            return Err(Fault::new(Code::Shape, parts_place));
        };
        fields.done()?;
        let head = Head::read(head)?;
        let texts = read_texts(texts, &head)?;
        let attachments = read_list(attachments, ATTACHMENTS_LIMIT, |fields| {
            Ok(Attachment {
                name: fields.text("name", LINE_LIMIT)?,
                media_type: fields.text("type", LINE_LIMIT)?,
                size: fields.number("size")?,
                sha256: fields.exactly("sha256")?,
            })
        })?;
        let signers = read_list(signers, SIDES_LIMIT, |fields| {
            Ok(Signer {
                side: fields.text("side", LINE_LIMIT)?,
                name: fields.text("name", LINE_LIMIT)?,
                office: fields.text("office", LINE_LIMIT)?,
            })
        })?;
        if let Some((place, _)) = empty.into_iter().find(|(_, part)| *part != Item::Null) {
            return Err(Fault::new(Code::Shape, place));
        }
        if crate::canonical::value_of(data.1.clone()).is_err() {
            return Err(Fault::new(Code::Shape, data.0));
        }
        Ok(Self { seed, head, texts, data: data.1, attachments, signers })
    }

    fn parts(&self) -> Vec<Item> {
        let text = |text: &str| Item::Text(text.to_owned());
        let texts = self.texts.iter().map(|(language, words)| {
            let paragraphs = words.paragraphs.iter().map(|paragraph| text(paragraph)).collect();
            (language.clone(), map([("title", text(&words.title)), ("paragraphs", Item::List(paragraphs))]))
        });
        let attachments = self.attachments.iter().map(|one| {
            map([
                ("name", text(&one.name)),
                ("type", text(&one.media_type)),
                ("size", Item::Int(one.size.into())),
                ("sha256", Item::Bytes(one.sha256.to_vec())),
            ])
        });
        let signers = self
            .signers
            .iter()
            .map(|one| map([("side", text(&one.side)), ("name", text(&one.name)), ("office", text(&one.office))]));
        let or_null = |items: Vec<Item>| if items.is_empty() { Item::Null } else { Item::List(items) };
        let mut parts = vec![
            self.head.item(),
            Item::Map(texts.collect()),
            self.data.clone(),
            or_null(attachments.collect()),
            or_null(signers.collect()),
        ];
        parts.resize(PARTS, Item::Null);
        parts
    }
}

fn too_large() -> Fault {
    Fault::new(Code::Size, "document")
}

impl Head {
    fn item(&self) -> Item {
        let texts = |texts: &[String]| Item::List(texts.iter().map(|text| Item::Text(text.clone())).collect());
        let mut pairs = vec![
            ("kind", Item::Text(self.kind.clone())),
            ("sides", texts(&self.sides)),
            ("languages", texts(&self.languages)),
        ];
        if let Some((series, revision)) = &self.joint {
            pairs.push(("series", Item::Bytes(series.to_vec())));
            pairs.push(("revision", Item::Int((*revision).into())));
        }
        let digest = |digest: &Hash| Item::Bytes(digest.to_vec());
        pairs.extend(self.supersedes.as_ref().map(|one| ("supersedes", digest(one))));
        pairs.extend(self.supplements.as_ref().map(|one| ("supplements", digest(one))));
        Item::Map(pairs.into_iter().map(|(name, item)| (name.to_owned(), item)).collect())
    }

    fn read((place, item): (String, Item)) -> Result<Self, Fault> {
        let mut fields = Fields::of(item, &place)?;
        let head = Self {
            kind: fields.code("kind")?,
            sides: codes(&mut fields, "sides", SIDES_LIMIT)?,
            languages: codes(&mut fields, "languages", LANGUAGES_LIMIT)?,
            joint: if fields.has("series") || fields.has("revision") {
                Some((fields.exactly("series")?, fields.count("revision")?))
            } else {
                None
            },
            supersedes: fields.maybe_exactly("supersedes")?,
            supplements: fields.maybe_exactly("supplements")?,
        };
        fields.done()?;
        Ok(head)
    }
}

/// A list of at least one code, ascending, none twice.
fn codes(fields: &mut Fields, name: &str, limit: usize) -> Result<Vec<String>, Fault> {
    let fault = Fault::new(Code::Shape, fields.at(name));
    let mut codes = Vec::new();
    for (place, item) in fields.list(name, limit)? {
        match item {
            Item::Text(code) if is_code(&code) => codes.push(code),
            _ => return Err(Fault::new(Code::Shape, place)),
        }
    }
    if codes.is_empty() || !codes.is_sorted_by(|one, next| one < next) { Err(fault) } else { Ok(codes) }
}

/// The texts: at least those of the authentic languages.
fn read_texts((place, item): (String, Item), head: &Head) -> Result<Vec<(String, Text)>, Fault> {
    let fault = || Fault::new(Code::Shape, place.as_str());
    let Item::Map(pairs) = item else { return Err(fault()) };
    if pairs.len() > LANGUAGES_LIMIT {
        return Err(fault());
    }
    let mut texts = Vec::new();
    for (language, item) in pairs {
        if !is_code(&language) {
            return Err(fault());
        }
        let mut fields = Fields::of(item, &format!("{place}.{language}"))?;
        let title = fields.text("title", LINE_LIMIT)?;
        let paragraphs = fields
            .list("paragraphs", PARAGRAPHS_LIMIT)?
            .into_iter()
            .map(|(place, paragraph)| match paragraph {
                Item::Text(paragraph) if paragraph.len() <= PARAGRAPH_LIMIT => Ok(paragraph),
                _ => Err(Fault::new(Code::Shape, place)),
            })
            .collect::<Result<_, _>>()?;
        fields.done()?;
        texts.push((language, Text { title, paragraphs }));
    }
    // Maps are in the order of their encoded keys; texts are given ascending.
    texts.sort_by(|(one, _), (other, _)| one.cmp(other));
    let has = |language: &String| texts.iter().any(|(other, _)| other == language);
    if head.languages.iter().all(has) { Ok(texts) } else { Err(Fault::new(Code::HeadText, place)) }
}

/// A list of maps, or nothing; an empty list is not canonical here.
fn read_list<T>(
    (place, item): (String, Item),
    limit: usize,
    read: impl Fn(&mut Fields) -> Result<T, Fault>,
) -> Result<Vec<T>, Fault> {
    match item {
        Item::Null => Ok(Vec::new()),
        Item::List(items) if (1..=limit).contains(&items.len()) => items
            .into_iter()
            .enumerate()
            .map(|(index, item)| {
                let mut fields = Fields::of(item, &format!("{place}[{index}]"))?;
                let value = read(&mut fields)?;
                fields.done()?;
                Ok(value)
            })
            .collect(),
        _ => Err(Fault::new(Code::Shape, place)),
    }
}

/// The digest that an opening has, without reading its words: what a courier needs to know.
pub fn digest_of(opening: &[u8], place: &str) -> Result<Hash, Fault> {
    Document::from_opening(opening, place)?.digest()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minutes() -> Document {
        let text = |title: &str| Text { title: title.to_owned(), paragraphs: vec!["1.".to_owned(), "2.".to_owned()] };
        Document {
            seed: [5; 16],
            head: Head {
                kind: "minutes".to_owned(),
                sides: vec!["cn".to_owned(), "vn".to_owned()],
                languages: vec!["vi".to_owned(), "zh".to_owned()],
                joint: Some(([6; 16], 1)),
                supersedes: None,
                supplements: None,
            },
            texts: vec![("vi".to_owned(), text("Biên bản")), ("zh".to_owned(), text("会谈纪要"))],
            data: Item::Null,
            attachments: Vec::new(),
            signers: Vec::new(),
        }
    }

    #[test]
    fn an_opening_gives_the_document_again() {
        let mut document = minutes();
        document.attachments = vec![Attachment {
            name: "a.pdf".to_owned(),
            media_type: "application/pdf".to_owned(),
            size: 3,
            sha256: [1; 32],
        }];
        document.signers = vec![Signer { side: "vn".to_owned(), name: "A".to_owned(), office: "B".to_owned() }];
        let read = Document::from_opening(&document.opening().unwrap(), "it").unwrap();
        assert_eq!(read, document);
    }

    #[test]
    fn the_digest_hangs_on_every_part_and_on_the_seed() {
        let document = minutes();
        let digest = document.digest().unwrap();
        let mut others = vec![document.clone(), document.clone(), document.clone()];
        others[0].seed[0] ^= 1;
        others[1].texts[0].1.paragraphs[1].push('!');
        others[2].data = Item::Int(1);
        for other in others {
            assert_ne!(other.digest().unwrap(), digest);
        }
    }

    #[test]
    fn any_flipped_bit_of_an_opening_changes_the_digest_or_is_refused() {
        let opening = minutes().opening().unwrap();
        let digest = minutes().digest().unwrap();
        for bit in 0..opening.len() * 8 {
            let mut flipped = opening.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert_ne!(digest_of(&flipped, "it"), Ok(digest), "bit {bit}");
        }
    }

    #[test]
    fn a_document_without_an_authentic_text_is_refused() {
        let mut document = minutes();
        document.texts.pop();
        let fault = Document::from_opening(&document.opening().unwrap(), "it").unwrap_err();
        assert_eq!(fault, Fault::new(Code::HeadText, "it.parts[1]"));
    }

    #[test]
    fn of_several_faults_of_shape_the_first_of_the_page_is_named() {
        let place = |change: fn(&mut Head), more: Option<(&str, Item)>| {
            let mut head = minutes().head;
            change(&mut head);
            let Item::Map(mut pairs) = head.item() else { panic!("a map") };
            pairs.extend(more.map(|(name, item)| (name.to_owned(), item)));
            Head::read(("it".to_owned(), Item::Map(pairs))).unwrap_err()
        };
        let shape = |place: &str| Fault::new(Code::Shape, place);
        let kind = |head: &mut Head| {
            head.kind = "Minutes".to_owned();
            head.sides.clear();
        };
        assert_eq!(place(kind, None), shape("it.kind"));
        assert_eq!(place(|head| head.joint = None, Some(("revision", Item::Int(1)))), shape("it.series"));
        assert_eq!(place(|head| head.joint = None, Some(("series", Item::Bytes(vec![0; 16])))), shape("it.revision"));
        assert_eq!(place(|_| (), Some(("more", Item::Null))), shape("it"), "a field too many is the map's");
        assert_eq!(place(|head| head.supplements = None, Some(("supplements", Item::Null))), shape("it.supplements"));
    }
}
