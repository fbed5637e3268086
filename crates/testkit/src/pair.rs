//! Two posts of two sides that have met: each with its own folder, clock, chance and keys, and an officer who may sign.
//! Nothing is common to them but the pouches that a test carries from one to the other.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use desk::document::{ReleaseOrder, Saying, ShareOrder, TakeOverOrder};
use desk::keys::{By, OfficerOrder, Passphrase, PostSealer, Request, first_root};
use desk::profile::Profile;
use domain::contact::document::{DocumentKind, DocumentState, SaidKind};
use domain::{OfficerId, RecordId};
use jiff::civil::date;
use jiff::{Timestamp, ToSpan};
use journal::{Hash, PostName, SecretKey};
use serde_json::{Value, json};

use crate::{Post, act, instant, profile_folder};

/// What opens the keys of each post.
pub const PASSPHRASE: &str = "the passphrase of the post";
/// What opens the key of each commander.
pub const PIN: &str = "ten or more letters";
/// What opens the keys of every post here; copies of a post have the same keys.
static POST: LazyLock<Passphrase> = LazyLock::new(|| Passphrase::remembering(PASSPHRASE));
/// What opens the keys of every officer here.
pub(crate) static OFFICER: LazyLock<Passphrase> = LazyLock::new(|| Passphrase::remembering(PIN));
/// When the two begin to work.
pub const BEGUN: &str = "2026-01-20T01:00:00Z";

/// One side with its post.
pub struct Half {
    /// The post.
    pub post: Post,
    /// Its name towards others.
    pub name: PostName,
    /// The commander who signs.
    pub head: OfficerId,
    /// The relation with the other side for talks.
    pub relation: &'static str,
    /// The fingerprint of its root.
    pub fingerprint: Hash,
    /// The own side's code and the other one's.
    pub sides: [&'static str; 2],
    /// What certifies the keys of the post, with the root that signed it.
    pub certificate: Request,
}

/// The root of a side, with the key of its one holder open.
pub struct Root {
    signed: Vec<journal::Envelope>,
    key: SecretKey,
    fingerprint: Hash,
}

impl Root {
    fn made(side: &str, post: &Post) -> Self {
        let done = |fault: &dyn std::fmt::Display| -> ! { panic!("{side}: {fault}") };
        let now_ms = post.desk.now().as_millisecond().unsigned_abs();
        let holders = [Passphrase::new(format!("the root of {side}"))];
        let made = first_root(side, 1, now_ms, &holders, post.chance.as_ref()).unwrap_or_else(|fault| done(&fault));
        let signed = vec![made.request.finished().unwrap_or_else(|fault| done(&fault))];
        let (fingerprint, _) = desk::keys::checked_roots(side, &signed).unwrap_or_else(|fault| done(&fault));
        let [key] = made.keys.as_slice() else { panic!("one key") };
        let key = key.unlock(&holders[0]).unwrap_or_else(|fault| done(&fault));
        Self { signed, key, fingerprint }
    }

    /// Signs what it is asked for.
    pub fn sign(&self, mut request: Request) -> Request {
        request.sign(&self.key).unwrap_or_else(|fault| panic!("{fault}"));
        request
    }
}

impl Half {
    /// A post of a side under its name, with keys that the root of the side certifies: a new one where none is given.
    fn founded(side: &'static str, code: Option<&str>, root: Option<Root>, seed: u64) -> (Self, Root) {
        let mut profile = Profile::read(&profile_folder()).unwrap_or_else(|faults| panic!("{faults:#?}"));
        let (other, unit, first) =
            if side == "vn" { ("cn", "vn-bg-laocai-gate", "laocai") } else { ("vn", "cn-hekou-talks", "hekou") };
        let code = code.unwrap_or(first);
        if side != "vn" {
            profile.turn(side);
            unit.clone_into(profile.main.keeper.get_mut());
        }
        let post = Post::founded_by(&profile, seed);
        let head = post.enlist(&format!("{code}-chief"), unit, "commander", "unit", "protected");
        post.clock.set(instant(BEGUN));
        let done = |fault: &dyn std::fmt::Display| -> ! { panic!("{side}: {fault}") };
        let root = root.unwrap_or_else(|| Root::made(side, &post));
        let fingerprint = root.fingerprint;
        let request = post.desk.make_post_keys(code, &POST, date(2027, 12, 31), root.signed.clone());
        let certificate = root.sign(request.unwrap_or_else(|fault| done(&fault)));
        post.desk.install(&certificate, Some(fingerprint)).unwrap_or_else(|fault| done(&fault));
        let sealer = post.desk.unlock_post(&POST).unwrap_or_else(|fault| done(&fault));
        let rights = DocumentKind::ALL.map(|kind| kind.code().to_owned()).to_vec();
        let order = OfficerOrder { officer: &head, rights, until_on: date(2027, 6, 30), office: None, unit: None };
        let made = post.desk.make_officer_key(By::Console, &order, &OFFICER, &sealer);
        made.unwrap_or_else(|fault| done(&fault));
        let name = sealer.name().clone();
        post.desk.seal_with(sealer);
        let (relation, sides) = ("cp-laocai-gate-talks", [side, other]);
        (Self { post, name, head, relation, fingerprint, sides, certificate }, root)
    }

    /// The same half with new keys under this name, and a new key of its commander.
    #[must_use]
    pub fn with_new_keys(self, code: &str, root: &Root) -> Self {
        let done = |fault: &dyn std::fmt::Display| -> ! { panic!("{code}: {fault}") };
        let (desk, pass) = (&self.post.desk, Passphrase::new(PASSPHRASE));
        let request = desk.make_post_keys(code, &pass, date(2027, 12, 31), Vec::new());
        let certificate = root.sign(request.unwrap_or_else(|fault| done(&fault)));
        desk.install(&certificate, None).unwrap_or_else(|fault| done(&fault));
        let sealer = desk.unlock_post(&pass).unwrap_or_else(|fault| done(&fault));
        let until = date(2027, 6, 30);
        let made = desk.rotate_officer_key(By::Console, &self.head, until, &Passphrase::new(PIN), &sealer);
        made.unwrap_or_else(|fault| done(&fault));
        let name = sealer.name().clone();
        desk.seal_with(sealer);
        Self { name, certificate, ..self }
    }

    /// A copy as it stands on the disk, with its keys open.
    pub fn copied(&self, seed: u64) -> Self {
        self.with(self.post.copied(seed))
    }

    /// A copy in a folder of its own under this one.
    pub fn copied_under(&self, parent: &Path, seed: u64) -> Self {
        self.with(self.post.copied_under(parent, seed))
    }

    /// The same half after its program ended and began again.
    #[must_use]
    pub fn restarted(self) -> Self {
        let Self { post, name, head, relation, fingerprint, sides, certificate } = self;
        let sealer = post.desk.sealer();
        let post = post.restarted();
        if let Some(sealer) = sealer.and_then(Arc::into_inner) {
            post.desk.seal_with(sealer);
        } else {
            post.desk.seal_with(open(&post));
        }
        Self { post, name, head, relation, fingerprint, sides, certificate }
    }

    fn with(&self, post: Post) -> Self {
        post.desk.seal_with(open(&post));
        Self {
            post,
            name: self.name.clone(),
            head: self.head.clone(),
            relation: self.relation,
            fingerprint: self.fingerprint,
            sides: self.sides,
            certificate: self.certificate.clone(),
        }
    }

    /// The keys of the post.
    pub fn sealer(&self) -> Arc<PostSealer> {
        self.post.desk.sealer().unwrap_or_else(|| panic!("the keys of {} are not open", self.name))
    }

    /// The content of a paper of both sides, with a text in two languages and a line that only this record has.
    pub fn content(&self, title: &str, words: &str) -> Value {
        let [own, other] = self.sides;
        json!({
            "place": "Lào Cai", "held_on": "2026-01-19",
            "texts": [
                { "language": "vi", "title": title, "text": words },
                { "language": "zh", "title": title, "text": words },
            ],
            "facts": [{ "name": "Markers", "value": "94 to 102" }],
            "signers": [
                { "side": own, "name": "Head", "office": "Head of station" },
                { "side": other, "name": "Head", "office": "Head of station" },
            ],
        })
    }

    /// Drafts a document; joint ones settle what a station may agree to.
    pub fn draft(&self, kind: &str, title: &str, words: &str, more: &Value) -> RecordId {
        let mut command = json!({
            "command": "draft", "kind": kind, "counterpart": self.relation, "content": self.content(title, words),
            "matters": ["law-publicity"],
        });
        if let (Some(fields), Some(more)) = (command.as_object_mut(), more.as_object()) {
            fields.extend(more.clone());
        }
        let done = self.post.act(&self.head, "document", None, command);
        RecordId::parse(&done.record).unwrap_or_else(|fault| panic!("{fault}"))
    }

    /// Gives a document out to the other post, after looking at what would leave.
    pub fn release(&self, record: &RecordId, other: &PostName, until: Option<Timestamp>) {
        let done = self.try_release(record, other, until);
        done.unwrap_or_else(|error| panic!("{record}: {error:?}"));
    }

    /// Tries to give a document out.
    pub fn try_release(
        &self,
        record: &RecordId,
        other: &PostName,
        until: Option<Timestamp>,
    ) -> Result<desk::Receipt, desk::document::DocumentError> {
        let preview = self.post.desk.preview_release(&self.head, record)?;
        let seen = desk::keys::ungrouped(&preview.seen).unwrap_or_else(|| panic!("{}", preview.seen));
        let order = ReleaseOrder {
            act: self.post.desk.fresh_act(),
            record: record.clone(),
            version: preview.version,
            seen,
            post: other.clone(),
            until,
        };
        self.post.desk.release(&self.head, &OFFICER, &order)
    }

    /// Tries to give a draft as it stands to the other post.
    pub fn try_share(
        &self,
        record: &RecordId,
        other: &PostName,
    ) -> Result<desk::Receipt, desk::document::DocumentError> {
        let preview = self.post.desk.preview_release(&self.head, record)?;
        let seen = desk::keys::ungrouped(&preview.seen).unwrap_or_else(|| panic!("{}", preview.seen));
        let (act, version) = (self.post.desk.fresh_act(), preview.version);
        let order = ShareOrder { act, record: record.clone(), version, seen, post: other.clone() };
        self.post.desk.share(&self.head, &OFFICER, &order)
    }

    /// Gives a draft as it stands to the other post.
    pub fn share(&self, record: &RecordId, other: &PostName) {
        let done = self.try_share(record, other);
        done.unwrap_or_else(|error| panic!("{record}: {error:?}"));
    }

    /// Takes the latest draft of the other side over.
    pub fn take_over(&self, record: &RecordId) {
        let compared = self.post.desk.compare(&self.head, record, None);
        let compared = compared.unwrap_or_else(|error| panic!("{record}: {error:?}"));
        let (act, draft) = (self.post.desk.fresh_act(), compared.draft.document);
        let order = TakeOverOrder { act, record: record.clone(), version: compared.version, draft };
        let done = self.post.desk.take_over(&self.head, &order);
        done.unwrap_or_else(|error| panic!("{record}: {error:?}"));
    }

    /// Writes the paragraphs of a draft anew, in both languages.
    pub fn rewrite(&self, record: &RecordId, words: &str) {
        let title = self.state(record).content.title().pick("vi").1.to_owned();
        let content = self.content(&title, words);
        let command = json!({ "command": "amend", "content": content, "matters": ["law-publicity"] });
        self.act("document", Some(record.as_str()), command);
    }

    /// All documents here.
    pub fn documents(&self) -> Vec<RecordId> {
        let filter = desk::Filter { nouns: vec!["document".to_owned()], ..desk::Filter::default() };
        let page = self.post.desk.list(&self.head, &filter, 1).unwrap_or_else(|error| panic!("{error:?}"));
        page.rows.iter().filter_map(|row| row.record_id().ok()).collect()
    }

    /// Two weeks from now.
    pub fn in_two_weeks(&self) -> Option<Timestamp> {
        self.post.desk.now().checked_add((14 * 24).hours()).ok()
    }

    /// Says something of a document.
    pub fn try_say(
        &self,
        record: &RecordId,
        kind: SaidKind,
        words: &str,
    ) -> Result<desk::Receipt, desk::document::DocumentError> {
        let words = [("vi", words), ("zh", words)].map(|(language, text)| domain::contact::document::TextIn {
            language: language.to_owned(),
            title: String::new(),
            text: text.to_owned(),
        });
        let (act, version) = (self.post.desk.fresh_act(), self.version_of(record));
        let saying = Saying { act, record: record.clone(), version, kind, words: words.to_vec() };
        self.post.desk.say(&self.head, &OFFICER, &saying)
    }

    /// Says something of a document, which is to succeed.
    pub fn say(&self, record: &RecordId, kind: SaidKind, words: &str) {
        let done = self.try_say(record, kind, words);
        done.unwrap_or_else(|error| panic!("{record} {kind:?}: {error:?}"));
    }

    /// How many facts stand on a document here.
    pub fn version_of(&self, record: &RecordId) -> u64 {
        self.post.desk.record(&self.head, "document", record.as_str()).map_or(0, |view| view.row.version)
    }

    /// A document as it stands here.
    pub fn state(&self, record: &RecordId) -> DocumentState {
        let view =
            self.post.desk.record(&self.head, "document", record.as_str()).unwrap_or_else(|error| panic!("{error:?}"));
        serde_json::from_value(view.row.state).unwrap_or_else(|fault| panic!("{fault}"))
    }

    /// How a document stands here, in one word.
    pub fn stage(&self, record: &RecordId) -> &'static str {
        self.state(record).stage.name()
    }

    /// The record of a document that has this digest here.
    pub fn of_digest(&self, digest: &str) -> Option<RecordId> {
        let filter = desk::Filter { nouns: vec!["document".to_owned()], ..desk::Filter::default() };
        let mut number = 1;
        loop {
            let page = self.post.desk.list(&self.head, &filter, number).unwrap_or_else(|error| panic!("{error:?}"));
            let is_it = |row: &&desk::Row| row.state.get("document").and_then(Value::as_str) == Some(digest);
            if let Some(found) = page.rows.iter().find(is_it) {
                return found.record_id().ok();
            }
            if page.rows.is_empty() {
                return None;
            }
            number += 1;
        }
    }

    /// The record here of the document that the other half has under that record.
    pub fn twin(&self, other: &Self, record: &RecordId) -> RecordId {
        let digest = other.state(record).document.unwrap_or_else(|| panic!("{record} was not given out"));
        self.of_digest(&digest).unwrap_or_else(|| panic!("{record} has not come"))
    }

    /// The same half over another desk of its folder, with a clock of the test's making.
    pub fn desk_with(&self, clock: Arc<dyn desk::Clock>) -> Arc<desk::Desk> {
        let opened = desk::Desk::open(self.post.folder(), clock, self.post.chance.clone());
        let desk = Arc::new(opened.unwrap_or_else(|fault| panic!("{fault}")));
        let sealer = desk.unlock_post(&POST).unwrap_or_else(|fault| panic!("{fault}"));
        desk.seal_with(sealer);
        desk
    }

    /// Packs a pouch for the other half and notes that it was handed over.
    pub fn pack(&self, other: &Self) -> Vec<u8> {
        let packed = self.post.desk.pack(&self.sealer(), &other.name).unwrap_or_else(|error| panic!("{error:?}"));
        self.post.desk.note_sent(&other.name, &packed).unwrap_or_else(|error| panic!("{error:?}"));
        packed
    }

    /// Takes a pouch in.
    pub fn take_in(&self, packed: &[u8]) -> Result<desk::courier::Taken, desk::courier::CourierError> {
        self.post.desk.take_in(&self.sealer(), packed)
    }

    /// Moves the clock on.
    pub fn wait(&self, span: jiff::Span) {
        let later = self.post.desk.now().checked_add(span).unwrap_or_else(|fault| panic!("{fault}"));
        self.post.clock.set(later);
    }

    /// Lets the commander act.
    pub fn act(&self, noun: &str, record: Option<&str>, command: Value) -> desk::Receipt {
        let done = self.post.desk.act(&self.head, &act(&self.post.desk, noun, record, command));
        done.unwrap_or_else(|error| panic!("{error:?}"))
    }
}

fn open(post: &Post) -> PostSealer {
    let opened = post.desk.unlock_post(&POST);
    opened.unwrap_or_else(|fault| panic!("{fault}"))
}

/// Two posts that have met, on 20 January 2026.
pub fn met(seed: u64) -> [Half; 2] {
    let halves = [Half::founded("vn", None, None, seed).0, Half::founded("cn", None, None, seed + 1).0];
    meet(&halves[0], &halves[1]);
    halves
}

/// Two posts that have met, and the root of the first one's side.
pub fn met_with_root(seed: u64) -> ([Half; 2], Root) {
    let (one, root) = Half::founded("vn", None, None, seed);
    let halves = [one, Half::founded("cn", None, None, seed + 1).0];
    meet(&halves[0], &halves[1]);
    (halves, root)
}

/// Two posts that have met, and a second post of the other side that has met the first one as well.
pub fn met_two(seed: u64) -> [Half; 3] {
    let (vn, _) = Half::founded("vn", None, None, seed);
    let (cn, root) = Half::founded("cn", None, None, seed + 1);
    let (second, _) = Half::founded("cn", Some("second"), Some(root), seed + 2);
    meet(&vn, &cn);
    meet(&vn, &second);
    [vn, cn, second]
}

fn meet(one: &Half, other: &Half) {
    for (from, to) in [(one, other), (other, one)] {
        try_introduce(from, to).unwrap_or_else(|fault| panic!("{fault}"));
    }
}

/// Introduces one post to another, with the right code.
pub fn try_introduce(from: &Half, to: &Half) -> Result<desk::road::Met, desk::road::PeerError> {
    let bytes = from.post.desk.introduce(&from.sealer(), None, None)?;
    to.post.desk.meet(By::Console, &bytes, &journal::spoken_code(&bytes))
}

/// Carries pouches to and fro until neither brings anything.
pub fn carry(one: &Half, other: &Half) {
    for _ in 0..20 {
        let (a, b) = (one.pack(other), other.pack(one));
        let there = other.take_in(&a).unwrap_or_else(|error| panic!("{error:?}"));
        let back = one.take_in(&b).unwrap_or_else(|error| panic!("{error:?}"));
        let quiet = |taken: &desk::courier::Taken| {
            taken.entries + taken.openings + taken.regained == 0 && taken.held.is_none() && !taken.asked
        };
        if quiet(&there) && quiet(&back) {
            return;
        }
    }
    panic!("pouches go on bringing things");
}
