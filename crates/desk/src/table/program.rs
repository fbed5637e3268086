//! The parent of the reading process: it hands the file over in pieces, believes nothing it is told, waits no longer
//! than it said, and never holds the file or the table in memory.

use std::ffi::OsString;
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError, mpsc};

use sha2::{Digest, Sha256};

use super::child::Errand;
use super::frame::write_frame;
use super::{Frame, FrameReader, Limits, TableOptions, TableRefusal, Unreadable, read_table};

const PIECE: usize = 64 << 10;

/// Why a table was not read.
#[derive(Debug, thiserror::Error)]
pub enum TableFault {
    /// The file is no table, or none within the limits.
    #[error(transparent)]
    Refused(#[from] TableRefusal),
    /// Something broke: no reading process, no room for what it told.
    #[error("a table cannot be read now: {0}")]
    Broken(#[from] std::io::Error),
}

/// A file that was read: what it holds is told by [`ReadFile::frames`].
#[derive(Debug)]
pub struct ReadFile {
    /// SHA-256 of the file in hexadecimal digits.
    pub sha256: String,
    /// Its length in bytes.
    pub bytes: u64,
    spool: std::fs::File,
}

impl ReadFile {
    /// Reads a file in this very process, without confining it: for trying the taking in out, never for a file that
    /// somebody sent.
    pub fn unconfined(bytes: &[u8], options: &TableOptions, limits: &Limits) -> Result<Self, TableFault> {
        let mut told = Vec::new();
        read_table(bytes, options, limits, |frame| {
            write_frame(&mut told, &frame).map_err(|_| Unreadable::ReaderUnclear.into())
        })?;
        let mut spool = tempfile::tempfile()?;
        spooled_frames(FrameReader::new(told.as_slice(), limits), &mut spool)?;
        Ok(Self { sha256: hex(Sha256::digest(bytes).as_slice()), bytes: bytes.len() as u64, spool })
    }

    /// A file of which nothing is known any more but its digest.
    pub(crate) fn of_digest(sha256: String) -> std::io::Result<Self> {
        Ok(Self { sha256, bytes: 0, spool: tempfile::tempfile()? })
    }

    /// The frames, from the first one on, held against the limits as they come.
    pub fn frames<'l>(
        &mut self,
        limits: &'l Limits,
    ) -> Result<FrameReader<'l, std::io::BufReader<&mut std::fs::File>>, std::io::Error> {
        self.spool.seek(SeekFrom::Start(0))?;
        Ok(FrameReader::new(std::io::BufReader::new(&mut self.spool), limits))
    }
}

/// Who reads tables. The binary has a program of its own for it, handed in as the clock is.
pub trait TableReader: Send + Sync {
    /// Reads a file to its end. What was told lies in a file without a name until [`ReadFile`] is dropped.
    fn read(
        &self,
        source: &mut (dyn Read + Send),
        options: &TableOptions,
        limits: &Limits,
    ) -> Result<ReadFile, TableFault>;
}

/// A program that reads tables when it is called with these arguments and an errand after them.
#[derive(Clone, Debug)]
pub struct ReaderProgram {
    /// The program.
    pub program: PathBuf,
    /// What comes before the errand.
    pub arguments: Vec<OsString>,
}

impl TableReader for ReaderProgram {
    fn read(
        &self,
        source: &mut (dyn Read + Send),
        options: &TableOptions,
        limits: &Limits,
    ) -> Result<ReadFile, TableFault> {
        let errand = Errand { options: options.clone(), limits: limits.clone() };
        let errand = serde_json::to_string(&errand).map_err(std::io::Error::other)?;
        let spool = tempfile::tempfile()?;
        let mut child = Command::new(&self.program)
            .args(&self.arguments)
            .arg(errand)
            .env_clear()
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let pipes = child.stdin.take().zip(child.stdout.take());
        let Some((stdin, stdout)) = pipes else {
            return Err(std::io::Error::other("the reading process has no pipes").into());
        };
        let child = Mutex::new(child);
        let outcome = std::thread::scope(|scope| {
            let (done, ended) = mpsc::channel::<()>();
            let feeder = scope.spawn(|| fed(source, stdin, limits));
            let (child, wait) = (&child, limits.wait());
            let watcher = scope.spawn(move || {
                let is_late = ended.recv_timeout(wait) == Err(mpsc::RecvTimeoutError::Timeout);
                if is_late {
                    end(child);
                }
                is_late
            });
            let mut spooled = std::io::BufWriter::new(&spool);
            let told = spooled_frames(FrameReader::new(std::io::BufReader::new(stdout), limits), &mut spooled);
            let told = told.and_then(|()| Ok(spooled.flush()?));
            // Whatever still runs has nothing more to say.
            end(child);
            drop(done);
            let is_late = watcher.join().unwrap_or(false);
            let fed = feeder.join().unwrap_or_else(|_| Err(std::io::Error::other("the file could not be handed over")));
            Outcome { told, is_late, fed }
        });
        drop(child.lock().unwrap_or_else(PoisonError::into_inner).wait());
        let (sha256, bytes) = outcome.settled(limits)?;
        Ok(ReadFile { sha256, bytes, spool })
    }
}

struct Outcome {
    told: Result<(), TableFault>,
    is_late: bool,
    fed: std::io::Result<Fed>,
}

/// What was handed over.
struct Fed {
    sha256: String,
    bytes: u64,
    /// True when the file had more than it may have.
    is_too_large: bool,
}

impl Outcome {
    /// Digest and length of the file, if it was read to its end.
    fn settled(self, limits: &Limits) -> Result<(String, u64), TableFault> {
        let fed = self.fed?;
        if fed.is_too_large {
            return Err(Unreadable::FileTooLarge.beyond(limits.file_bytes).into());
        }
        if self.is_late {
            return Err(TableRefusal::from(Unreadable::ReaderTooSlow).into());
        }
        self.told?;
        Ok((fed.sha256, fed.bytes))
    }
}

fn end(child: &Mutex<Child>) {
    // It may have ended by itself: then there is nothing to end.
    drop(child.lock().unwrap_or_else(PoisonError::into_inner).kill());
}

/// Hands the file over in pieces, and makes its digest on the way.
fn fed(source: &mut (dyn Read + Send), mut stdin: impl Write, limits: &Limits) -> std::io::Result<Fed> {
    let (mut digest, mut bytes, mut is_wanted) = (Sha256::new(), 0u64, true);
    let mut piece = vec![0; PIECE];
    loop {
        let length = match source.read(&mut piece) {
            Ok(0) => break,
            Ok(length) => length,
            Err(fault) if fault.kind() == ErrorKind::Interrupted => continue,
            Err(fault) => return Err(fault),
        };
        bytes += length as u64;
        if bytes > limits.file_bytes {
            return Ok(Fed { sha256: String::new(), bytes, is_too_large: true });
        }
        let piece = piece.get(..length).unwrap_or_default();
        digest.update(piece);
        // A reader that has refused the file reads no further.
        is_wanted = is_wanted && stdin.write_all(piece).is_ok();
    }
    Ok(Fed { sha256: hex(digest.finalize().as_slice()), bytes, is_too_large: false })
}

fn hex(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Keeps the frames that hold against the limits; a refusal of the reader is one of the parent.
fn spooled_frames<R: Read>(mut frames: FrameReader<'_, R>, spool: &mut dyn Write) -> Result<(), TableFault> {
    let (mut has_head, mut has_end) = (false, false);
    while let Some(frame) = frames.next_frame()? {
        match (&frame, has_head, has_end) {
            (Frame::Refused(refusal), ..) => return Err(refusal.clone().into()),
            (Frame::Head(_), false, false) => has_head = true,
            (Frame::Row(_), true, false) => {}
            (Frame::End(_), true, false) => has_end = true,
            _ => return Err(TableRefusal::from(Unreadable::ReaderUnclear).into()),
        }
        write_frame(spool, &frame)?;
    }
    if has_end { Ok(()) } else { Err(TableRefusal::from(Unreadable::ReaderEnded).into()) }
}
