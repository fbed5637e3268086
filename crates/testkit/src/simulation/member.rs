//! One post that takes part: its desk on a disk that may fail, what its officers were told, and what they asked for
//! without learning whether it was done.

use std::cell::OnceCell;
use std::path::Path;
use std::sync::Arc;

use desk::courier::CourierError;
use desk::document::{DocumentError, ReleaseOrder, Saying, ShareOrder};
use desk::{ActError, Failure, Receipt};
use domain::RecordId;
use domain::contact::document::DocumentState;
use jiff::ToSpan;
use journal::{Hash, Origin};
use store::{Filter, Order, Row, Scope, Store, View};

use super::copy::Copy;
use super::disk::Disk;
use super::{Held, holds};
use crate::pair::{BEGUN, Half, OFFICER};
use crate::{Seeded, instant};

/// A post that takes part.
pub(crate) struct Member {
    half: Option<Half>,
    /// The database beside the desk, while it is looked into.
    beside: OnceCell<Store>,
    /// Its disk.
    pub disk: Arc<Disk>,
    /// From which what never leaves is made up.
    pub internal: Seeded,
    /// What officers were told: a record, and how many facts stand on it at least.
    pub told: Vec<(String, u64)>,
    /// What officers asked for without learning whether it was done.
    pub unsure: Vec<Request>,
    /// An earlier copy of its folder.
    pub copy: Option<Copy>,
    /// Whether an earlier copy was ever put back.
    pub was_put_back: bool,
    /// How many requests to sign something were made, and how many of them were answered.
    pub asked: [usize; 2],
}

/// Something that an officer signs.
#[derive(Clone, Debug)]
pub(crate) enum Request {
    Release(ReleaseOrder),
    Share(ShareOrder),
    Say(Saying),
}

/// How a request ended.
pub(crate) enum Outcome {
    /// It was done.
    Done,
    /// A rule says no; in words.
    No(String),
    /// Something broke: whether it was done is not known.
    Broke,
}

impl Member {
    /// A post on a disk that is well so far.
    pub fn of(half: Half, _shelf: &Path, internal: u64) -> Self {
        let disk = Arc::new(Disk::default());
        half.post.desk.strain(disk.clone());
        let (told, unsure) = (Vec::new(), Vec::new());
        Self {
            half: Some(half),
            beside: OnceCell::new(),
            disk,
            internal: Seeded::new(internal),
            told,
            unsure,
            copy: None,
            was_put_back: false,
            asked: [0, 0],
        }
    }

    /// The post.
    pub fn half(&self) -> &Half {
        self.half.as_ref().unwrap_or_else(|| panic!("a post is here but while it begins again"))
    }

    /// The program begins again where it ended, and a full disk has room again.
    pub fn recovers(&mut self) -> &'static str {
        let ended = self.disk.has_ended();
        self.disk.mend();
        if !ended {
            return "disk well";
        }
        self.begins_again();
        "began again"
    }

    /// The program ends and begins again.
    pub fn begins_again(&mut self) {
        self.beside.take();
        self.half = self.half.take().map(Half::restarted);
        self.half().post.desk.strain(self.disk.clone());
    }

    /// Its folder is copied.
    pub fn copies(&mut self, shelf: &Path, seed: u64) {
        self.copy = Some(Copy { half: self.half().copied_under(shelf, seed), told: self.told.clone() });
    }

    /// A copy takes the place of what the post has become; what officers did since is not there.
    pub fn puts_back(&mut self, copy: Copy) {
        let now = self.half().post.desk.now();
        self.beside.take();
        copy.half.post.clock.set(now);
        copy.half.post.desk.strain(self.disk.clone());
        (self.half, self.told, self.was_put_back) = (Some(copy.half), copy.told, true);
        self.unsure.clear();
    }

    /// Lets time pass, or go back.
    pub fn wait(&self, minutes: i64) {
        self.half().wait(minutes.minutes());
    }

    /// Lets an officer act without signing.
    pub fn act(&mut self, record: Option<&RecordId>, command: serde_json::Value) -> Option<RecordId> {
        let half = self.half();
        let done = half.post.try_act(&half.head, "document", record.map(RecordId::as_str), command);
        match done {
            Ok(receipt) => {
                self.told.push((receipt.record.clone(), receipt.version));
                RecordId::parse(&receipt.record).ok()
            }
            Err(_) => None,
        }
    }

    /// Lets the officer sign something.
    pub fn ask(&mut self, request: Request) -> Outcome {
        self.asked[0] += 1;
        self.ask_again(request)
    }

    /// Lets the officer repeat a request of which the answer was not learnt.
    pub fn ask_again(&mut self, request: Request) -> Outcome {
        let half = self.half();
        let (desk, head) = (&half.post.desk, &half.head);
        let done = match &request {
            Request::Release(order) => desk.release(head, &OFFICER, order),
            Request::Share(order) => desk.share(head, &OFFICER, order),
            Request::Say(saying) => desk.say(head, &OFFICER, saying),
        };
        match done {
            Ok(receipt) => {
                self.was_told(&receipt);
                Outcome::Done
            }
            Err(error) if is_failure(&error) => {
                self.unsure.push(request);
                Outcome::Broke
            }
            Err(error) => {
                self.asked[0] -= 1;
                Outcome::No(error.to_string())
            }
        }
    }

    fn was_told(&mut self, receipt: &Receipt) {
        self.asked[1] += 1;
        self.told.push((receipt.record.clone(), receipt.version));
    }

    /// The documents here, with how each stands, whoever may read them.
    pub fn papers(&self) -> Vec<(RecordId, DocumentState)> {
        let filter = Filter { nouns: vec!["document".to_owned()], order: Order::Begun, ..Filter::default() };
        let rows = self.look(|view| view.list(&Scope::whole(), &filter, 1_000, 0));
        rows.iter().map(read).collect()
    }

    /// The document with this digest.
    pub fn paper_of(&self, digest: &str) -> Option<(RecordId, DocumentState)> {
        let digest = desk::keys::ungrouped(digest)?;
        let row = self.look(|view| {
            let record = view.record_of_document(&digest)?;
            record.map(|record| view.record(&record)).transpose()
        });
        row.flatten().as_ref().map(read)
    }

    /// A clock that went wrong is set right: to a day on which every officer serves and every key holds.
    pub fn sets_clock_right(&self) {
        let (begun, ends) = (instant(BEGUN), instant("2027-05-01T00:00:00Z"));
        let half = self.half();
        half.post.clock.set(half.post.desk.now().clamp(begun, ends));
    }

    /// Looks into the database beside the desk.
    pub fn look<T>(&self, work: impl FnOnce(&View<'_>) -> Result<T, Failure>) -> T {
        let store =
            self.beside.get_or_init(|| Store::open(&self.half().post.file()).unwrap_or_else(|fault| panic!("{fault}")));
        store.read(work).unwrap_or_else(|fault| panic!("{fault}"))
    }

    /// What officers were told stands: every record with at least so many facts.
    pub fn keeps_what_was_told(&self) -> Held {
        for (record, version) in &self.told {
            let now = self.look(|view| view.record(record)).map_or(0, |row| row.version);
            holds("I24", now >= *version, || format!("{record} stands at {now}, an officer was told {version}"))?;
        }
        Ok(())
    }

    /// The leaves of a log as this post has them.
    pub fn leaves(&self, origin: &Origin) -> Vec<Hash> {
        self.look(|view| view.leaves(&origin.to_string()))
    }

    /// The log that this post keeps for another one.
    pub fn log_for(&self, other: &Self) -> Origin {
        Origin::first(self.half().name.clone(), other.half().name.clone())
    }
}

fn read(row: &Row) -> (RecordId, DocumentState) {
    let record = row.record_id().unwrap_or_else(|fault| panic!("{fault}"));
    (record, serde_json::from_value(row.state.clone()).unwrap_or_else(|fault| panic!("{fault}")))
}

fn is_failure(error: &DocumentError) -> bool {
    use desk::keys::KeyError;
    matches!(
        error,
        DocumentError::Act(ActError::Failure(_))
            | DocumentError::Key(KeyError::Failure(_))
            | DocumentError::Courier(CourierError::Failure(_))
    )
}
