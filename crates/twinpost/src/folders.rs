//! Where things lie on the disk: the data of a post, the profiles inside the program, and a folder that appears whole
//! or not at all.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use desk::profile::{Profile, ProfileFault};
use rust_embed::RustEmbed;
use tempfile::TempDir;

use crate::stop::{Outcome, Stop};

/// The profile that is taken where none is named.
pub const USUAL_PROFILE: &str = "vn-cn";

/// The profiles that come with the program.
#[derive(RustEmbed)]
#[folder = "../../profiles/"]
struct Profiles;

/// A folder with a profile; one unpacked from the program goes when this goes.
pub struct ProfileFolder {
    /// The folder.
    pub path: PathBuf,
    _unpacked: Option<TempDir>,
}

/// The folder of the post: the one that was named, else the one of the person.
pub fn data(named: Option<&Path>) -> Outcome<PathBuf> {
    match named {
        Some(named) => Ok(named.to_owned()),
        None => Ok(of_person("XDG_DATA_HOME", ".local/share")?.join("twinpost")),
    }
}

/// The folder of demonstrations.
pub fn demonstration(named: Option<&Path>) -> Outcome<PathBuf> {
    match named {
        Some(named) => Ok(named.to_owned()),
        None => Ok(of_person("XDG_CACHE_HOME", ".cache")?.join("twinpost").join("demo")),
    }
}

/// The file that keeps the sessions of the person at this computer.
pub fn sessions() -> Outcome<PathBuf> {
    Ok(of_person("XDG_CONFIG_HOME", ".config")?.join("twinpost").join("session"))
}

fn of_person(variable: &str, otherwise: &str) -> Outcome<PathBuf> {
    let named = env::var_os(variable).map(PathBuf::from).filter(|path| path.is_absolute());
    named.or_else(|| env::home_dir().map(|home| home.join(otherwise))).ok_or_else(|| {
        Stop::Usage(format!("neither {variable} nor a home folder is known: name the folder with --dir"))
    })
}

/// The file in which a post keeps its records.
pub fn records(folder: &Path) -> PathBuf {
    folder.join("twinpost.db")
}

/// The folder of the post, which has to hold one.
pub fn founded(named: Option<&Path>) -> Outcome<PathBuf> {
    let folder = data(named)?;
    if records(&folder).is_file() {
        return Ok(folder);
    }
    Err(Stop::Failed(format!(
        "there is no post in {}: run `twinpost init`, or name its folder with --dir",
        folder.display()
    )))
}

/// Finds a profile: a folder by its path, else by its name in a folder of profiles, else inside the program.
pub fn profile(profiles: Option<&Path>, named: &str) -> Outcome<ProfileFolder> {
    let is_path = named.contains(['/', '\\']) || named.starts_with('.');
    let path = match profiles {
        _ if is_path => PathBuf::from(named),
        Some(profiles) => profiles.join(named),
        None => return unpack(named),
    };
    if path.join("profile.toml").is_file() {
        return Ok(ProfileFolder { path, _unpacked: None });
    }
    Err(Stop::Failed(format!("{} holds no profile: profile.toml is missing", path.display())))
}

fn unpack(name: &str) -> Outcome<ProfileFolder> {
    let fault = |fault: std::io::Error| Stop::Failed(format!("the profile cannot be unpacked: {fault}"));
    let unpacked = tempfile::tempdir().map_err(fault)?;
    let mut found = 0;
    for file in Profiles::iter() {
        let Some(rest) = file.strip_prefix(name).and_then(|rest| rest.strip_prefix('/')) else { continue };
        let Some(content) = Profiles::get(&file) else { continue };
        let target = unpacked.path().join(rest);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).map_err(fault)?;
        }
        fs::write(&target, content.data).map_err(fault)?;
        found += 1;
    }
    if found == 0 {
        let told = format!("no profile is called {name}; there are: {}", inside().join(", "));
        return Err(Stop::Usage(format!("{told}; for a folder write its path, as ./{name}")));
    }
    Ok(ProfileFolder { path: unpacked.path().to_owned(), _unpacked: Some(unpacked) })
}

/// The names of the profiles inside the program.
pub fn inside() -> Vec<String> {
    let mut names: Vec<String> = Profiles::iter().filter_map(|file| Some(file.split_once('/')?.0.to_owned())).collect();
    names.sort();
    names.dedup();
    names
}

/// A folder that stands on the disk as it is.
pub fn standing(path: &Path) -> ProfileFolder {
    ProfileFolder { path: path.to_owned(), _unpacked: None }
}

/// Reads a profile; every fault of its files is named.
pub fn read_profile(folder: &ProfileFolder) -> Outcome<Profile> {
    Profile::read(&folder.path).map_err(|faults| Stop::Refused(faults_in_words(&faults)))
}

/// The faults of a profile, one line each.
pub fn faults_in_words(faults: &[ProfileFault]) -> String {
    let lines: Vec<String> = faults.iter().map(|fault| format!("\n  {fault}")).collect();
    format!("the profile has {} faults:{}", lines.len(), lines.concat())
}

/// True when nothing lies at the path, or an empty folder.
pub fn is_vacant(path: &Path) -> bool {
    match fs::read_dir(path) {
        Ok(mut content) => content.next().is_none(),
        Err(_) => fs::symlink_metadata(path).is_err(),
    }
}

/// Makes a folder beside its place and puts it there when the work on it is done: after a crash it is whole or it is
/// not there. The place has to be vacant when the work is done. Only the person reads it: it will hold secrets.
pub fn appear<T>(place: &Path, work: impl FnOnce(&Path) -> Outcome<T>) -> Outcome<T> {
    let place = std::path::absolute(place).map_err(|fault| Stop::file(place, &fault))?;
    let parent = place.parent().ok_or_else(|| Stop::Usage(format!("{} is no place for a folder", place.display())))?;
    fs::create_dir_all(parent).map_err(|fault| Stop::file(parent, &fault))?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".twinpost-founding-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    let aside = builder.tempdir_in(parent).map_err(|fault| Stop::file(parent, &fault))?;
    let done = work(aside.path())?;
    if !is_vacant(&place) {
        return Err(Stop::Conflict(format!("{} is not empty: name another folder with --dir", place.display())));
    }
    let _ = fs::remove_dir(&place);
    fs::rename(aside.path(), &place).map_err(|fault| Stop::file(&place, &fault))?;
    // The folder has moved: there is nothing left to remove at its old place.
    let _ = aside.keep();
    sync(parent)?;
    Ok(done)
}

/// Makes a folder that only the person reads.
pub fn private(folder: &Path) -> Outcome {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|fault| Stop::file(folder, &fault))
}

/// Has a folder's list of files on the disk, where the system lets a program ask for that.
fn sync(folder: &Path) -> Outcome {
    if cfg!(unix) {
        fs::File::open(folder).and_then(|open| open.sync_all()).map_err(|fault| Stop::file(folder, &fault))?;
    }
    Ok(())
}

/// Writes a file that appears whole or not at all; one that is there stays unless it is to be replaced.
pub fn write_file(path: &Path, bytes: &[u8], is_replaced: bool) -> Outcome {
    let fault = |fault: &dyn std::fmt::Display| Stop::file(path, fault);
    if !is_replaced && path.exists() {
        return Err(Stop::Conflict(format!(
            "{} is there already: name another file, or add --replace",
            path.display()
        )));
    }
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut aside = tempfile::NamedTempFile::new_in(parent).map_err(|error| fault(&error))?;
    std::io::Write::write_all(&mut aside, bytes).map_err(|error| fault(&error))?;
    aside.as_file().sync_all().map_err(|error| fault(&error))?;
    aside.persist(path).map_err(|error| fault(&error))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_profile_inside_the_program_is_whole_and_named_like_its_folder() {
        assert!(inside().contains(&USUAL_PROFILE.to_owned()));
        for name in inside() {
            let folder = profile(None, &name).unwrap();
            assert_eq!(read_profile(&folder).map(|read| read.main.name), Ok(name));
        }
    }

    #[test]
    fn a_profile_is_found_by_its_path_or_by_its_name_in_a_folder_of_profiles() {
        let parent = tempfile::tempdir().unwrap();
        fs::create_dir(parent.path().join("my border")).unwrap();
        let place = parent.path().join("my border");
        let path = place.to_str().unwrap();
        assert!(matches!(profile(None, path), Err(Stop::Failed(told)) if told.contains("profile.toml")));
        fs::write(place.join("profile.toml"), "").unwrap();
        assert_eq!(profile(None, path).unwrap().path, place);
        assert_eq!(
            profile(Some(Path::new("/nowhere")), path).unwrap().path,
            place,
            "a path needs no folder of profiles"
        );
        assert_eq!(profile(Some(parent.path()), "my border").unwrap().path, place);
        assert!(profile(Some(parent.path()), USUAL_PROFILE).is_err(), "another folder of profiles hides those inside");
    }

    #[test]
    fn a_name_that_no_profile_has_is_answered_with_those_there_are() {
        for name in ["", "atlantis", "vn"] {
            let is_told = |told: &str| told.contains(USUAL_PROFILE);
            assert!(matches!(profile(None, name), Err(Stop::Usage(told)) if is_told(&told)), "{name}");
        }
    }

    #[test]
    fn a_folder_whose_making_fails_is_not_there() {
        let parent = tempfile::tempdir().unwrap();
        let place = parent.path().join("post");
        let failed: Outcome = appear(&place, |aside| {
            fs::write(aside.join("half"), "").unwrap();
            Err(Stop::Failed("power cut".into()))
        });
        assert!(failed.is_err());
        assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 0, "nothing half is left");
        appear(&place, |aside| fs::write(aside.join("whole"), "").map_err(|fault| Stop::file(aside, &fault))).unwrap();
        assert!(place.join("whole").is_file());
        let again = appear(&place, |_| Ok(()));
        assert!(matches!(again, Err(Stop::Conflict(_))), "what lies there stays");
    }

    #[test]
    fn a_file_that_is_there_stays_unless_it_is_to_be_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("report.csv");
        write_file(&file, b"one", false).unwrap();
        assert!(matches!(write_file(&file, b"two", false), Err(Stop::Conflict(_))));
        assert_eq!(fs::read(&file).unwrap(), b"one");
        write_file(&file, b"two", true).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"two");
    }
}
