//! Files, for programs: one is sent first, then a command names it by what came back; and the files of a record.

use std::sync::PoisonError;

use desk::FileError;
use serde_json::json;

use super::answer::Answer;
use super::problem::Problem;
use crate::fault::Fault;
use crate::file::asked;
use crate::upload::Sent;
use crate::visit::Visit;

/// Takes a file in.
pub fn keep(visit: &Visit) -> Result<Answer, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let sent = visit.file.lock().unwrap_or_else(PoisonError::into_inner).take();
    let Sent { name, mut file, .. } = sent.ok_or_else(|| Problem::of("bad-request").told("no file was sent"))?;
    let attached = visit.app.desk.keep_file(officer, &name, &mut file)?;
    Ok(Answer::json(&json!(attached)))
}

/// A file that a document names.
pub fn give(visit: &Visit) -> Result<Answer, Fault> {
    let (named, bytes) = asked(visit, "document")?;
    let kind = desk::FILE_KINDS.iter().find(|(_, media_type)| *media_type == named.media_type);
    let kind = kind.map_or("application/octet-stream", |(_, media_type)| *media_type);
    Ok(Answer::bytes(kind, bytes).kept_as(&named.name))
}

impl From<FileError> for Fault {
    fn from(error: FileError) -> Self {
        match error {
            FileError::NotAllowed => Self::NotAllowed,
            FileError::TooLarge => Problem::of("too-large").told(error.to_string()).into(),
            FileError::Empty | FileError::Kind => Problem::of("file").told(error.to_string()).into(),
            FileError::Failure(failure) => Self::Failure(failure),
        }
    }
}
