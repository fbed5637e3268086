//! A desk at a post: the store, the secrets, the side it serves, and the clock and chance it was given.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};

use domain::organisation::side::SideState;
use domain::{RecordId, SideId};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use store::{Access, Failure, Filter, KeptBy, Scope, Store};

use crate::drawing::Drawing;
use crate::keys::PostSealer;
use crate::strangers::Strangers;

/// Where the time comes from. The binary has the real one, tests have one they set.
pub trait Clock: Send + Sync {
    /// The present instant.
    fn now(&self) -> Timestamp;
}

/// Where chance comes from. The binary has the real one, tests have one with a seed.
pub trait Chance: Send + Sync {
    /// Fills the bytes.
    fn fill(&self, bytes: &mut [u8]);
}

/// A desk at a post.
pub struct Desk {
    pub(crate) store: Store,
    pub(crate) access: Access,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) chance: Arc<dyn Chance>,
    pub(crate) line: Vec<Drawing>,
    pub(crate) hashing: Mutex<Strangers>,
    /// The key of the codes in cursors, once it was needed.
    pub(crate) cursor_key: OnceLock<Vec<u8>>,
    /// What each post was asked on a line and has not replied to yet.
    pub(crate) asked_on_lines: Mutex<BTreeMap<String, journal::Id>>,
    /// The keys of the post, while they are open.
    sealer: RwLock<Option<Arc<PostSealer>>>,
    own: SideId,
    zone: TimeZone,
}

impl Desk {
    /// Opens the post in a folder that was founded before. The own side is read from the records.
    pub fn open(folder: &Path, clock: Arc<dyn Clock>, chance: Arc<dyn Chance>) -> Result<Self, Failure> {
        let (store, access) = open_files(folder)?;
        let founding = store.read(|view| view.entries_after(0, 1))?;
        let Some(first) = founding.first() else {
            return Err(Failure::Unfit(format!("{} has no records: run `twinpost init` first", folder.display())));
        };
        let own = SideId::parse(&first.entry.side).map_err(|fault| Failure::Unreadable(fault.to_string()))?;
        let mut desk = Self::over((store, access), own, TimeZone::UTC, (clock, chance));
        desk.zone = desk.zone_of(desk.own.as_str())?;
        desk.store.keep_for(KeptBy { zone: desk.zone.clone(), top: first.entry.unit.clone() });
        desk.line = read_lines(&folder.join("lines"))?;
        if desk.store.is_folded_otherwise()? {
            tracing::info!("the tables were folded by an earlier program: they are made again from the journal");
            desk.rebuild(|_, _| {})?;
        }
        Ok(desk)
    }

    /// A desk over a folder in which nothing is recorded yet, for the founding.
    pub(crate) fn blank(
        folder: &Path,
        own: SideId,
        kept: KeptBy,
        clock: Arc<dyn Clock>,
        chance: Arc<dyn Chance>,
    ) -> Result<Self, Failure> {
        let (mut store, access) = open_files(folder)?;
        let zone = kept.zone.clone();
        store.keep_for(kept);
        Ok(Self::over((store, access), own, zone, (clock, chance)))
    }

    fn over(
        (store, access): (Store, Access),
        own: SideId,
        zone: TimeZone,
        (clock, chance): (Arc<dyn Clock>, Arc<dyn Chance>),
    ) -> Self {
        let (line, hashing, cursor_key) = (Vec::new(), Mutex::default(), OnceLock::new());
        let (asked_on_lines, sealer) = (Mutex::default(), RwLock::default());
        Self { store, access, clock, chance, line, hashing, cursor_key, asked_on_lines, sealer, own, zone }
    }

    /// Lets the desk seal with the keys of the post, which were opened with their passphrase.
    pub fn seal_with(&self, sealer: PostSealer) -> Arc<PostSealer> {
        let sealer = Arc::new(sealer);
        *self.sealer.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&sealer));
        sealer
    }

    /// The keys of the post, while they are open.
    pub fn sealer(&self) -> Option<Arc<PostSealer>> {
        self.sealer.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Lets a medium say what becomes of what is stored. For tests.
    pub fn strain(&self, medium: Arc<dyn store::Medium>) {
        self.store.strain(medium);
    }

    /// The own side.
    pub fn own(&self) -> &SideId {
        &self.own
    }

    /// The zone of the own side.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// How many write into the records or wait for their turn to write: for measuring.
    pub fn writers(&self) -> u64 {
        self.store.writers()
    }

    /// The present instant.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Today in the zone of the own side.
    pub fn today(&self) -> Date {
        self.now().to_zoned(self.zone.clone()).date()
    }

    /// The instant at which a day begins in the zone of the own side.
    pub fn begin_of(&self, day: Date) -> Timestamp {
        day.to_zoned(self.zone.clone()).map_or(Timestamp::MAX, |begun| begun.timestamp())
    }

    /// The day of a text that is a day, or an instant: then in the zone of the own side.
    pub(crate) fn day_told(&self, text: &str) -> Option<Date> {
        match text.parse::<Timestamp>() {
            Ok(at) => Some(at.to_zoned(self.zone.clone()).date()),
            Err(_) => text.parse().ok(),
        }
    }

    /// The sides, the own one first.
    pub fn sides(&self) -> Result<Vec<SideState>, Failure> {
        let filter = Filter { nouns: vec!["side".into()], order: store::Order::Begun, ..Filter::default() };
        let rows = self.store.read(|view| view.list(&Scope::whole(), &filter, 20, 0))?;
        let mut sides = Vec::new();
        for row in rows {
            let side: SideState =
                serde_json::from_value(row.state).map_err(|fault| Failure::Unreadable(fault.to_string()))?;
            sides.push(side);
        }
        sides.sort_by_key(|side| side.code != self.own);
        Ok(sides)
    }

    fn zone_of(&self, side: &str) -> Result<TimeZone, Failure> {
        let row = self.store.read(|view| view.record(side))?;
        let zone = row.and_then(|row| row.state.get("zone")?.as_str().map(str::to_owned)).unwrap_or_default();
        TimeZone::get(&zone).map_err(|fault| Failure::Unreadable(format!("the zone of side {side}: {fault}")))
    }

    pub(crate) fn now_ms(&self) -> i64 {
        self.now().as_millisecond()
    }

    /// An identity not used before.
    pub(crate) fn fresh_id(&self) -> RecordId {
        let mut chance = [0; 10];
        self.chance.fill(&mut chance);
        RecordId::from_parts(self.now_ms().unsigned_abs(), chance)
    }

    /// Sixteen bytes of chance.
    pub fn fresh_act(&self) -> journal::Id {
        let mut id = [0; 16];
        self.chance.fill(&mut id);
        id
    }
}

fn open_files(folder: &Path) -> Result<(Store, Access), Failure> {
    std::fs::create_dir_all(folder).map_err(|fault| Failure::Unfit(format!("{}: {fault}", folder.display())))?;
    Ok((Store::open(&folder.join("twinpost.db"))?, Access::open(&folder.join("access.db"))?))
}

/// The lines of the border that the founding copied into the folder of the post, in the order of their file names.
fn read_lines(folder: &Path) -> Result<Vec<Drawing>, Failure> {
    let Ok(files) = std::fs::read_dir(folder) else { return Ok(Vec::new()) };
    let mut paths: Vec<_> = files.filter_map(|file| Some(file.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "geojson"));
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let text =
            std::fs::read_to_string(path).map_err(|fault| Failure::Unfit(format!("{}: {fault}", path.display())))?;
        let line = terrain::Line::parse(&text);
        line.map(Drawing::of).map_err(|fault| Failure::Unfit(format!("{}: {fault}", path.display())))
    };
    paths.iter().map(read).collect()
}
