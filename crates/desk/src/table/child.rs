//! The reading process itself: it confines itself, takes a file from its standard input, and tells frames on its
//! standard output. Nothing else of the program runs in it.

use std::io::{BufWriter, Read, Write};
use std::process::ExitCode;

use serde::{Deserialize, Serialize};

use super::confine::confine;
use super::frame::write_frame;
use super::separated::Taker;
use super::{Frame, Limits, TableOptions, TableRefusal, Unreadable, separated, spreadsheet};

/// What the parent asks of the reading process.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Errand {
    pub(super) options: TableOptions,
    pub(super) limits: Limits,
}

/// Runs the reading process: the errand is JSON, the file comes on the standard input.
pub fn serve_table(errand: &str) -> ExitCode {
    let Ok(Errand { options, limits }) = serde_json::from_str(errand) else { return ExitCode::from(2) };
    let Ok(confined) = confine(&limits) else { return ExitCode::FAILURE };
    let mut out = BufWriter::with_capacity(1 << 16, std::io::stdout().lock());
    let outcome = taken_in(std::io::stdin().lock(), &limits).and_then(|bytes| {
        read_confined(&bytes, &options, &limits, &confined, &mut |frame| {
            write_frame(&mut out, &frame).map_err(|_| Unreadable::ReaderEnded.into())
        })
    });
    let told = outcome.or_else(|refusal| write_frame(&mut out, &Frame::Refused(refusal)));
    if told.and_then(|()| out.flush()).is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The bytes of a file, if they are not too many.
fn taken_in(from: impl Read, limits: &Limits) -> Result<Vec<u8>, TableRefusal> {
    let mut bytes = Vec::new();
    from.take(limits.file_bytes.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| Unreadable::ReaderEnded)?;
    if bytes.len() as u64 > limits.file_bytes {
        return Err(Unreadable::FileTooLarge.beyond(limits.file_bytes));
    }
    Ok(bytes)
}

/// Reads a table in this very process, without confining it: for the reading process and for trying the reading out.
pub fn read_table(
    bytes: &[u8],
    options: &TableOptions,
    limits: &Limits,
    mut take: impl FnMut(Frame) -> Result<(), TableRefusal>,
) -> Result<(), TableRefusal> {
    read_confined(bytes, options, limits, &[], &mut take)
}

fn read_confined(
    bytes: &[u8],
    options: &TableOptions,
    limits: &Limits,
    confined: &[String],
    take: &mut Taker<'_>,
) -> Result<(), TableRefusal> {
    if bytes.len() as u64 > limits.file_bytes {
        return Err(Unreadable::FileTooLarge.beyond(limits.file_bytes));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Unreadable::Empty.into());
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Err(Unreadable::LockedOrOld.into());
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return spreadsheet::read(bytes, options, limits, confined, take);
    }
    separated::read(bytes, options, limits, confined, take)
}
