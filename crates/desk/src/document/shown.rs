//! A document as people and programs look at it: the words by language, what goes along, the files, who is named to sign.

use domain::Attached;
use journal::{Document, hex};
use serde::Serialize;
use serde_json::Value;
use store::{Failure, Files};

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
        }
    }

    /// The same, with the files whose bytes are here among those that the record names.
    pub(super) fn with_files(mut self, files: &Files, named: &[Attached]) -> Result<Self, Failure> {
        for file in &mut self.attachments {
            let is_named = named.iter().any(|one| one.sha256 == file.sha256);
            file.here = is_named && files.is_here(&file.sha256, file.size)?;
        }
        Ok(self)
    }
}
