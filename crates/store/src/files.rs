//! The bytes of files: each once, under its SHA-256, in the folder `files` of the post. A file comes in as a part with a
//! name of its own and gets its place when all of it is on the disk; what has a place never changes.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::Failure;

/// How much of a file is read at once.
const PIECE: usize = 64 << 10;
/// How much of the beginning of a file is kept at hand: enough to tell its kind.
const BEGINNING: usize = 8 << 10;

/// The folder of the files of a post.
pub struct Files {
    folder: PathBuf,
}

/// A file that came in and has no place yet.
pub struct FilePart {
    path: PathBuf,
    /// Its SHA-256, in 64 hexadecimal digits.
    pub sha256: String,
    /// How many bytes it has.
    pub size: u64,
    /// Its first bytes, 8,192 at most.
    pub beginning: Vec<u8>,
}

impl Files {
    /// The files in this folder, which need not be there yet.
    pub fn of(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Takes a file in as the part with this name, until all of it is on the disk; none where it has more bytes than
    /// `most`, and then nothing of it stays. The name consists of letters and digits.
    pub fn take(&self, part: &str, source: &mut dyn Read, most: u64) -> Result<Option<FilePart>, Failure> {
        fs::create_dir_all(&self.folder).map_err(|fault| unfit(&self.folder, &fault))?;
        let path = self.part(part);
        let taken = copied(source, &path, most);
        if !matches!(taken, Ok(Some(_))) {
            self.drop_part(part)?;
        }
        taken.map_err(|fault| unfit(&path, &fault))
    }

    /// Gives a part the place that its bytes have. What stands there already are the same bytes, or it is damaged and gives
    /// way.
    pub fn settle(&self, part: &FilePart) -> Result<(), Failure> {
        let place = self.place(&part.sha256)?;
        if self.is_whole(&part.sha256)? {
            return fs::remove_file(&part.path).map_err(|fault| unfit(&part.path, &fault));
        }
        let folder = place.parent().unwrap_or(&self.folder);
        let settled = fs::create_dir_all(folder)
            .and_then(|()| fs::rename(&part.path, &place))
            .and_then(|()| [folder, &self.folder].into_iter().try_for_each(synced));
        settled.map_err(|fault| unfit(&place, &fault))
    }

    /// The file with this SHA-256, where its bytes are here.
    pub fn open(&self, sha256: &str) -> Result<Option<File>, Failure> {
        let place = self.place(sha256)?;
        match File::open(&place) {
            Ok(file) => Ok(Some(file)),
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(fault) => Err(unfit(&place, &fault)),
        }
    }

    /// True when the file with this SHA-256 is here with so many bytes. They are not read.
    pub fn is_here(&self, sha256: &str, size: u64) -> Result<bool, Failure> {
        Ok(fs::metadata(self.place(sha256)?).is_ok_and(|found| found.is_file() && found.len() == size))
    }

    /// True when the bytes that are here have this SHA-256. Reads all of them.
    pub fn is_whole(&self, sha256: &str) -> Result<bool, Failure> {
        let Some(mut file) = self.open(sha256)? else { return Ok(false) };
        let mut hasher = Sha256::new();
        let place = self.place(sha256)?;
        each_piece(&mut file, |piece| {
            hasher.update(piece);
            Ok(())
        })
        .map_err(|fault| unfit(&place, &fault))?;
        Ok(hexadecimal(&hasher.finalize()) == sha256)
    }

    /// Removes the file with this SHA-256; one that is not here is gone already.
    pub fn remove(&self, sha256: &str) -> Result<(), Failure> {
        let place = self.place(sha256)?;
        removed(&place)
    }

    /// Removes a part that never got a place.
    pub fn drop_part(&self, part: &str) -> Result<(), Failure> {
        removed(&self.part(part))
    }

    fn part(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.part"))
    }

    /// Where the bytes with this SHA-256 lie. Only a digest becomes part of a path.
    fn place(&self, sha256: &str) -> Result<PathBuf, Failure> {
        let is_digest = sha256.len() == 64 && sha256.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        match sha256.get(..2).filter(|_| is_digest) {
            Some(start) => Ok(self.folder.join(start).join(sha256)),
            None => Err(Failure::Unreadable(format!("{sha256:?} is no SHA-256"))),
        }
    }
}

fn copied(source: &mut dyn Read, path: &Path, most: u64) -> io::Result<Option<FilePart>> {
    let mut file = private(path)?;
    let (mut hasher, mut size, mut beginning) = (Sha256::new(), 0u64, Vec::new());
    let mut source = source.take(most.saturating_add(1));
    each_piece(&mut source, |piece| {
        hasher.update(piece);
        size += piece.len() as u64;
        let wanted = BEGINNING.saturating_sub(beginning.len()).min(piece.len());
        beginning.extend_from_slice(piece.get(..wanted).unwrap_or_default());
        file.write_all(piece)
    })?;
    if size > most {
        return Ok(None);
    }
    file.sync_all()?;
    Ok(Some(FilePart { path: path.to_owned(), sha256: hexadecimal(&hasher.finalize()), size, beginning }))
}

fn each_piece(source: &mut impl Read, mut take: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
    let mut piece = vec![0; PIECE];
    loop {
        match source.read(&mut piece) {
            Ok(0) => return Ok(()),
            Ok(length) => take(piece.get(..length).unwrap_or_default())?,
            Err(fault) if fault.kind() == io::ErrorKind::Interrupted => {}
            Err(fault) => return Err(fault),
        }
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A new file that nobody else reads.
fn private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// What stands in a folder stands there after a power cut.
fn synced(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

fn removed(path: &Path) -> Result<(), Failure> {
    match fs::remove_file(path) {
        Err(fault) if fault.kind() != io::ErrorKind::NotFound => Err(unfit(path, &fault)),
        _ => Ok(()),
    }
}

fn unfit(path: &Path, fault: &io::Error) -> Failure {
    Failure::Unfit(format!("{}: {fault}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    fn files() -> (tempfile::TempDir, Files) {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::of(folder.path().join("files"));
        (folder, files)
    }

    fn text(files: &Files, sha256: &str) -> String {
        let mut text = String::new();
        files.open(sha256).unwrap().unwrap().read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn what_was_taken_in_is_found_by_its_digest_and_lies_there_once() {
        let (_folder, files) = files();
        for part in ["one", "two"] {
            let part = files.take(part, &mut &b"abc"[..], 3).unwrap().unwrap();
            assert_eq!((part.sha256.as_str(), part.size, part.beginning.as_slice()), (ABC, 3, &b"abc"[..]));
            files.settle(&part).unwrap();
        }
        assert_eq!(text(&files, ABC), "abc");
        assert!(files.is_here(ABC, 3).unwrap() && files.is_whole(ABC).unwrap());
        assert!(!files.is_here(ABC, 4).unwrap());
        let left: Vec<_> = fs::read_dir(&files.folder).unwrap().collect();
        assert_eq!(left.len(), 1, "no part stays");
        files.remove(ABC).unwrap();
        files.remove(ABC).unwrap();
        assert!(files.open(ABC).unwrap().is_none());
    }

    #[test]
    fn of_what_is_too_large_nothing_stays() {
        let (_folder, files) = files();
        assert!(files.take("one", &mut &b"abcd"[..], 3).unwrap().is_none());
        assert_eq!(fs::read_dir(&files.folder).unwrap().count(), 0);
    }

    #[test]
    fn a_changed_byte_is_found() {
        let (_folder, files) = files();
        let part = files.take("one", &mut &b"abc"[..], 3).unwrap().unwrap();
        files.settle(&part).unwrap();
        fs::write(files.place(ABC).unwrap(), "abd").unwrap();
        assert!(files.is_here(ABC, 3).unwrap());
        assert!(!files.is_whole(ABC).unwrap());
        let again = files.take("two", &mut &b"abc"[..], 3).unwrap().unwrap();
        files.settle(&again).unwrap();
        assert!(files.is_whole(ABC).unwrap(), "whoever sends it again mends it");
    }

    #[test]
    fn only_a_digest_becomes_part_of_a_path() {
        let (_folder, files) = files();
        for name in ["", "..", "../../etc/passwd", &"A".repeat(64), &"é".repeat(32)] {
            assert!(files.open(name).is_err(), "{name:?}");
        }
    }
}
