//! What the tests of the whole house share: a post in a temporary folder with a clock that is set and chance that
//! comes from a seed, the stage on which scripts are played, and acts without ceremony.

pub mod evidence;
pub mod fuzz;
pub mod pair;
pub mod simulation;
pub mod speaker;
pub mod tables;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use desk::profile::Profile;
use desk::script::{Script, SetClock, Stage};
use desk::{Act, ActError, Chance, Desk, Receipt};
use domain::reporting::period::PeriodSpan;
use domain::{Grade, OfficerId, RecordId, UnitId};
use jiff::Timestamp;
use serde_json::{Value, json};

/// Chance from a seed (splitmix64): the same seed gives the same post.
pub struct Seeded(Mutex<u64>);

impl Seeded {
    /// Chance that begins with this seed.
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(seed))
    }

    /// Begins again with a seed, so that what was drawn before makes no difference.
    pub fn reseed(&self, seed: u64) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = seed;
    }

    /// The next number.
    pub fn next(&self) -> u64 {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = *state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below the limit; 0 for a limit of 0.
    pub fn below(&self, limit: usize) -> usize {
        (self.next() % (limit.max(1) as u64)) as usize
    }

    /// One of the items.
    pub fn pick<'a, T>(&self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }
}

impl Chance for Seeded {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let number = self.next().to_le_bytes();
            chunk.copy_from_slice(&number[..chunk.len()]);
        }
    }
}

/// The seed of a test: from the environment, else the given one. Tests print it, so that a failure can be tried again.
pub fn seed(otherwise: u64) -> u64 {
    std::env::var("TWINPOST_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// The folder of the workspace.
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The folder of the profile on which most tests play.
pub fn profile_folder() -> PathBuf {
    workspace().join("profiles/vn-cn")
}

/// The folders of all profiles that come with the program, in the order of their names.
pub fn profile_folders() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(workspace().join("profiles")).unwrap_or_else(|fault| panic!("{fault}"));
    let folders =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.join("profile.toml").is_file());
    let mut folders: Vec<PathBuf> = folders.collect();
    folders.sort();
    folders
}

/// A post in a temporary folder, which goes when the post goes.
pub struct Post {
    /// The desk.
    pub desk: Desk,
    /// Its clock.
    pub clock: Arc<SetClock>,
    /// Its chance.
    pub chance: Arc<Seeded>,
    /// The first administrator.
    pub keeper: OfficerId,
    folder: tempfile::TempDir,
}

impl Post {
    /// A post founded from the profile that comes with the program, on 20 December 2025.
    pub fn founded(seed: u64) -> Self {
        Self::founded_from(&profile_folder(), seed)
    }

    /// A post founded from a profile.
    pub fn founded_from(profile: &Path, seed: u64) -> Self {
        Self::founded_by(&Profile::read(profile).unwrap_or_else(|faults| panic!("{faults:#?}")), seed)
    }

    /// A post of one side of a profile; its directory is kept by the first unit of that side that has no superior.
    pub fn founded_as(profile: &Path, side: &str, seed: u64) -> Self {
        let mut profile = Profile::read(profile).unwrap_or_else(|faults| panic!("{faults:#?}"));
        if profile.main.own.get_ref() != side {
            let units = &profile.units.units;
            let top = units.iter().find(|unit| unit.side.get_ref() == side && unit.parents.is_empty());
            let top = top.unwrap_or_else(|| panic!("no unit of {side}")).code.get_ref().clone();
            profile.turn(side);
            *profile.main.keeper.get_mut() = top;
        }
        Self::founded_by(&profile, seed)
    }

    /// A post founded from a profile that was read before.
    pub fn founded_by(profile: &Profile, seed: u64) -> Self {
        let folder = tempfile::tempdir().unwrap_or_else(|fault| panic!("{fault}"));
        let clock = Arc::new(SetClock::at(instant("2025-12-20T01:00:00Z")));
        let chance = Arc::new(Seeded::new(seed));
        let keeper = ("keeper", "Keeper of the directory");
        let founded = Desk::found(folder.path(), profile, keeper, clock.clone(), chance.clone());
        let founded = founded.unwrap_or_else(|fault| panic!("{fault}"));
        Self { desk: founded.desk, clock, chance, keeper: founded.keeper, folder }
    }

    /// A copy of the post as it stands on the disk, with chance of its own and its clock at the same instant.
    pub fn copied(&self, seed: u64) -> Self {
        self.copied_under(&std::env::temp_dir(), seed)
    }

    /// The same in a folder under this one.
    pub fn copied_under(&self, parent: &Path, seed: u64) -> Self {
        let folder = tempfile::tempdir_in(parent).unwrap_or_else(|fault| panic!("{fault}"));
        copy(self.folder(), folder.path());
        let clock = Arc::new(SetClock::at(self.desk.now()));
        Self::opened(folder, clock, Arc::new(Seeded::new(seed)), self.keeper.clone())
    }

    /// A copy that has lost its file of secrets and sessions.
    pub fn bereft(&self, seed: u64) -> Self {
        let folder = tempfile::tempdir().unwrap_or_else(|fault| panic!("{fault}"));
        copy(self.folder(), folder.path());
        for name in ["access.db", "access.db-wal", "access.db-shm"] {
            let _ = std::fs::remove_file(folder.path().join(name));
        }
        let clock = Arc::new(SetClock::at(self.desk.now()));
        Self::opened(folder, clock, Arc::new(Seeded::new(seed)), self.keeper.clone())
    }

    /// The same post after its program ended and began again.
    pub fn restarted(self) -> Self {
        let Self { desk, clock, chance, keeper, folder } = self;
        drop(desk);
        Self::opened(folder, clock, chance, keeper)
    }

    fn opened(folder: tempfile::TempDir, clock: Arc<SetClock>, chance: Arc<Seeded>, keeper: OfficerId) -> Self {
        let desk = Desk::open(folder.path(), clock.clone(), chance.clone()).unwrap_or_else(|fault| panic!("{fault}"));
        Self { desk, clock, chance, keeper, folder }
    }

    /// The post in its parts, for tests that share its desk; the folder goes when the last part goes.
    pub fn into_parts(self) -> (Desk, Arc<SetClock>, OfficerId, tempfile::TempDir) {
        (self.desk, self.clock, self.keeper, self.folder)
    }

    /// The folder of the post.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The file with the journal and what is folded from it.
    pub fn file(&self) -> PathBuf {
        self.folder.path().join("twinpost.db")
    }

    /// The stage on which a script is played in a quarter, with its officers registered.
    pub fn stage(&self, script: &Script, quarter: &str) -> Stage<'_> {
        let quarter = PeriodSpan::parse(quarter).unwrap_or_else(|| panic!("{quarter} is no quarter"));
        let stage = Stage::set(&self.desk, &self.clock, &self.keeper, script, quarter);
        stage.unwrap_or_else(|fault| panic!("{fault}"))
    }

    /// Lets an officer act; a new record where none is named.
    pub fn try_act(
        &self,
        officer: &OfficerId,
        noun: &str,
        record: Option<&str>,
        command: Value,
    ) -> Result<Receipt, ActError> {
        self.desk.act(officer, &act(&self.desk, noun, record, command))
    }

    /// Lets an officer act who is to succeed.
    pub fn act(&self, officer: &OfficerId, noun: &str, record: Option<&str>, command: Value) -> Receipt {
        let done = self.try_act(officer, noun, record, command.clone());
        done.unwrap_or_else(|error| panic!("{noun} {command}: {error:?}"))
    }

    /// Registers an officer without any role.
    pub fn register(&self, login: &str, unit: &str) -> OfficerId {
        let register = json!({ "command": "register", "login": login, "name": login, "rank": null, "unit": unit });
        officer(&self.act(&self.keeper, "officer", None, register).record)
    }

    /// Registers an officer and gives one role up to a grade, from the beginning of 2025 on.
    pub fn enlist(&self, login: &str, unit: &str, role: &str, reach: &str, ceiling: &str) -> OfficerId {
        let id = self.register(login, unit);
        let assign = json!({ "command": "assign", "role": role, "unit": unit, "reach": reach, "ceiling": ceiling, "from": "2025-01-01" });
        self.act(&self.keeper, "officer", Some(id.as_str()), assign);
        id
    }

    /// Lets an officer begin a record in a unit with a grade.
    pub fn begin(
        &self,
        officer: &OfficerId,
        noun: &str,
        unit: &UnitId,
        grade: Grade,
        command: Value,
    ) -> Result<Receipt, ActError> {
        let plain = act(&self.desk, noun, None, command);
        self.desk.act(officer, &Act { unit: Some(unit.clone()), grade: Some(grade), ..plain })
    }
}

/// An act with a fresh key and nothing said beyond the command.
pub fn act(desk: &Desk, noun: &str, record: Option<&str>, command: Value) -> Act {
    Act {
        id: desk.fresh_act(),
        noun: noun.to_owned(),
        record: record.map(|id| RecordId::parse(id).unwrap_or_else(|fault| panic!("{id}: {fault}"))),
        version: None,
        command,
        unit: None,
        happened: None,
        grade: None,
        exercise: false,
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap_or_else(|fault| panic!("{fault}")) {
        let path = entry.unwrap_or_else(|fault| panic!("{fault}")).path();
        let aside = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            std::fs::create_dir_all(&aside).unwrap_or_else(|fault| panic!("{fault}"));
            copy(&path, &aside);
        } else {
            std::fs::copy(&path, &aside).unwrap_or_else(|fault| panic!("{fault}"));
        }
    }
}

/// The officer with this identity.
pub fn officer(id: &str) -> OfficerId {
    OfficerId::parse(id).unwrap_or_else(|fault| panic!("{id}: {fault}"))
}

/// The unit with this identity.
pub fn unit(id: &str) -> UnitId {
    UnitId::parse(id).unwrap_or_else(|fault| panic!("{id}: {fault}"))
}

/// The instant written like `2026-02-02T03:00:00Z`.
pub fn instant(text: &str) -> Timestamp {
    text.parse().unwrap_or_else(|fault| panic!("{text}: {fault}"))
}

/// The script of the ordinary quarter.
pub fn quarter_script() -> Script {
    script_of(&profile_folder())
}

/// The script of the ordinary quarter of a profile.
pub fn script_of(profile: &Path) -> Script {
    Script::read(&profile.join("quarter.toml")).unwrap_or_else(|fault| panic!("{fault}"))
}
