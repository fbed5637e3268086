//! A document as people and programs look at it: the words by language, what goes along, the files, who is named to sign.

use domain::Words;
use journal::{Document, Hash, hex};
use serde::Serialize;
use serde_json::Value;
use store::{Failure, Files, View};

use super::hash_of;
use super::release::Found;
use crate::files::files_of;

/// Everything in a document that the other side sees.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Shown {
    /// The words, by language.
    pub texts: Vec<ShownText>,
    /// The fields that go along.
    pub data: Value,
    /// The files that belong to it.
    pub attachments: Vec<ShownFile>,
    /// Who is named to sign; the own side first, by the alternat.
    pub signers: Vec<ShownSigner>,
    /// The document in whose place it is to stand.
    pub supersedes: Option<ShownDocument>,
    /// The document to which it adds.
    pub supplements: Option<ShownDocument>,
}

/// Another document that a document names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShownDocument {
    /// Its digest, in hexadecimal digits.
    pub digest: String,
    /// Its record, where one is known that the officer may read.
    pub record: Option<String>,
    /// How that record is called.
    pub title: Option<Words>,
}

/// The words in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShownText {
    /// The language, as a tag of BCP 47.
    pub language: String,
    /// The title.
    pub title: String,
    /// The paragraphs; each stands beside the one with the same place in the other languages.
    pub paragraphs: Vec<String>,
}

/// A file that belongs to a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShownFile {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its size in bytes.
    pub size: u64,
    /// Its SHA-256, in hexadecimal digits.
    pub sha256: String,
    /// True where its bytes are here.
    pub here: bool,
}

/// Who is named to sign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShownSigner {
    /// The code of the side.
    pub side: String,
    /// The name.
    pub name: String,
    /// The office.
    pub office: String,
}

impl ShownDocument {
    fn of(digest: &Hash) -> Self {
        Self { digest: hex(digest), record: None, title: None }
    }
}

impl Shown {
    /// A document as the own side looks at it.
    pub(super) fn of(document: &Document, own: &str) -> Self {
        let texts = document.texts.iter().map(|(language, text)| ShownText {
            language: language.clone(),
            title: text.title.clone(),
            paragraphs: text.paragraphs.clone(),
        });
        let files = document.attachments.iter().map(|file| ShownFile {
            name: file.name.clone(),
            media_type: file.media_type.clone(),
            size: file.size,
            sha256: hex(&file.sha256),
            here: false,
        });
        let (ours, theirs): (Vec<_>, Vec<_>) = document.signers.iter().partition(|signer| signer.side == own);
        let signers = ours.into_iter().chain(theirs).map(|signer| ShownSigner {
            side: signer.side.clone(),
            name: signer.name.clone(),
            office: signer.office.clone(),
        });
        Self {
            texts: texts.collect(),
            data: journal::value_of(document.data.clone()).unwrap_or(Value::Null),
            attachments: files.collect(),
            signers: signers.collect(),
            supersedes: document.head.supersedes.as_ref().map(ShownDocument::of),
            supplements: document.head.supplements.as_ref().map(ShownDocument::of),
        }
    }

    /// The same with what is known here: the files of the record whose bytes are here, and the records of the documents
    /// that it names.
    pub(super) fn completed(mut self, view: &View<'_>, found: &Found, files: &Files) -> Result<Self, Failure> {
        let named = files_of(&found.row)?;
        for file in &mut self.attachments {
            let is_named = named.iter().any(|one| one.sha256 == file.sha256);
            file.here = is_named && files.is_here(&file.sha256, file.size)?;
        }
        for document in [&mut self.supersedes, &mut self.supplements].into_iter().flatten() {
            let record =
                hash_of(&document.digest).map(|digest| view.record_of_document(&digest)).transpose()?.flatten();
            let row = record.map(|record| view.record(&record)).transpose()?.flatten();
            if let Some(row) = row.filter(|row| found.who.sees(row)) {
                document.title = serde_json::from_str(&row.title).ok();
                document.record = Some(row.id);
            }
        }
        Ok(self)
    }
}
