//! The road between two posts over real TLS on this computer: how they meet, what goes and comes, and everything that is
//! turned away, each with its own code. Nothing on the road touches ordinary work.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use desk::keys::{By, Envelope, Locked, Passphrase, PostSealer, first_root};
use desk::road::{KnownPost, OpenDesk, PeerError, Road, inspect};
use desk::{Desk, Failure};
use domain::Right;
use jiff::ToSpan as _;
use jiff::civil::date;
use journal::{Head, Origin, PostName, Said, Statement, leaf_hash, root};
use rustls::pki_types::ServerName;
use rustls::{ClientConnection, StreamOwned};
use serde_json::Value;
use store::{CheckpointRow, Store};
use testkit::{Post, instant, profile_folder};
use web::courier::{Courier, Limits, Round, answer, once};

const POST: &str = "the passphrase of the post";

/// A post of one side with certified keys, ready for the road.
struct Side {
    desk: Arc<Desk>,
    clock: Arc<desk::script::SetClock>,
    keeper: domain::OfficerId,
    folder: std::path::PathBuf,
    roots: Vec<Envelope>,
    keys: Vec<Locked>,
    road: Road,
    _post: Kept,
}

/// What of a post has to live as long as it is used.
struct Kept(#[allow(dead_code, reason = "the folder goes when this goes")] tempfile::TempDir);

fn passphrase() -> Passphrase {
    Passphrase::new(POST)
}

impl Side {
    /// A post with a root of its own.
    fn new(side: &str, name: &str, seed: u64) -> Self {
        let post = Post::founded_as(&profile_folder(), side, seed);
        post.clock.set(instant("2026-01-20T01:00:00Z"));
        let holder = [Passphrase::new("passphrase of the holder")];
        let now_ms = post.desk.now().as_millisecond().unsigned_abs();
        let made = first_root(side, 1, now_ms, &holder, post.chance.as_ref()).unwrap();
        let roots = vec![made.request.finished().unwrap()];
        let mut request = post.desk.make_post_keys(name, &passphrase(), date(2029, 12, 31), roots.clone()).unwrap();
        request.sign(&made.keys[0].unlock(&holder[0]).unwrap()).unwrap();
        let (fingerprint, _) = desk::keys::checked_roots(side, &roots).unwrap();
        post.desk.install(&request, Some(fingerprint)).unwrap();
        let sealer = post.desk.unlock_post(&passphrase()).unwrap();
        let road = post.desk.open_road(&sealer, &passphrase()).unwrap();
        let (desk, clock, keeper, folder) = post.into_parts();
        let (desk, path) = (Arc::new(desk), folder.path().to_owned());
        Self { desk, clock, keeper, folder: path, roots, keys: made.keys, road, _post: Kept(folder) }
    }

    fn sealer(&self) -> PostSealer {
        self.desk.unlock_post(&passphrase()).unwrap()
    }

    fn name(&self) -> PostName {
        self.road.name().clone()
    }

    fn introduction(&self, url: Option<&str>) -> Vec<u8> {
        self.desk.introduce(&self.sealer(), Some(&self.road), url).unwrap()
    }

    fn meets(&self, introduction: &[u8]) {
        let code = self.desk.look_at_introduction(introduction).unwrap().code;
        self.desk.meet(By::Console, introduction, &code).unwrap();
    }

    fn known(&self) -> KnownPost {
        KnownPost { name: self.name(), certificate: self.road.certificate().to_vec() }
    }

    fn courier(&self, limits: Limits) -> Arc<Courier> {
        let engine = Arc::new(OpenDesk::new(Arc::clone(&self.desk), self.sealer()));
        Courier::new(self.road.clone(), engine, limits)
    }

    /// Says something to another post in so many entries, sealed.
    fn says(&self, to: &PostName, entries: u64) {
        let (sealer, origin) = (self.sealer(), Origin::first(self.name(), to.clone()));
        let said = |at_ms: u64| {
            let said = Said::Saw { origin: origin.to_string(), size: at_ms, root: [0; 32] };
            sealer.say(&Statement { origin: origin.clone(), at_ms, unit: None, said })
        };
        let entries: Vec<Vec<u8>> = (0..entries).map(said).collect();
        let leaves: Vec<_> = entries.iter().map(|entry| leaf_hash(entry)).collect();
        let (size, name) = (leaves.len() as u64, origin.to_string());
        let text = sealer.seal(Head { origin, size, root: root(&leaves) }).to_text();
        let store = Store::open(&self.folder.join("twinpost.db")).unwrap();
        let kept = store.write::<_, Failure>(|tx| {
            tx.append_log(&name, 0, &entries)?;
            tx.keep_checkpoint(&name, &CheckpointRow { size, text: text.clone(), came_ms: 1, held_ms: None })
        });
        kept.unwrap();
    }

    fn trouble_with(&self, peer: &PostName) -> Option<String> {
        let peers = self.desk.peer_views().unwrap();
        peers.into_iter().find(|known| known.post == peer.to_string()).unwrap().trouble
    }
}

/// Answers at a free port of this computer for as long as the test runs; gives the address.
fn answering(courier: Arc<Courier>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || runtime().block_on(answer(courier, listener)));
    url
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

/// One round of a post; what came of it with the only post that it knows.
fn round(side: &Side) -> Round {
    round_of(&side.courier(Limits::default()))
}

fn round_of(courier: &Arc<Courier>) -> Round {
    let mut done = runtime().block_on(once(courier, None, &|_| ()));
    assert_eq!(done.len(), 1);
    done.remove(0)
}

fn code(round: &Round) -> Option<&'static str> {
    round.setback.as_ref().map(web::courier::Setback::code)
}

/// Two posts that have met; the second one answers.
fn met(limits: Limits) -> (Side, Side) {
    let (caller, called) = (Side::new("vn", "station", 11), Side::new("cn", "gate", 12));
    called.meets(&caller.introduction(None));
    let url = answering(called.courier(limits));
    caller.meets(&called.introduction(Some(&url)));
    (caller, called)
}

#[test]
fn two_posts_meet_by_telephone_and_a_pouch_goes_and_comes() {
    let (caller, called) = met(Limits::default());
    caller.says(&called.name(), 5);
    called.says(&caller.name(), 3);
    let packed = caller.desk.pack(&caller.sealer(), &called.name()).unwrap();
    assert_eq!(inspect(&packed).unwrap().run.unwrap().entries, 5);
    let first = round(&caller);
    assert_eq!((code(&first), first.entries), (None, 3));
    let taken = called.desk.peer_views().unwrap();
    assert!(taken[0].heard_ms.is_some() && taken[0].url.is_none());
    let again = round(&caller);
    assert_eq!((code(&again), again.entries), (None, 0), "nothing comes twice");
    let view = inspect(&caller.desk.pack(&caller.sealer(), &called.name()).unwrap()).unwrap();
    assert_eq!((view.from, view.receipts, view.have), ("vn.station".to_owned(), 1, 3));
    for _ in 0..2 {
        let taken = called.desk.take_in(&called.sealer(), &packed).unwrap();
        assert_eq!((taken.entries, taken.openings), (0, 0), "the same pouch by hand brings nothing new");
    }
    assert_eq!(caller.trouble_with(&called.name()), None);
}

#[test]
fn a_meeting_needs_the_right_code_and_the_same_root_as_before() {
    let (own, other) = (Side::new("vn", "station", 21), Side::new("cn", "gate", 22));
    let introduction = other.introduction(Some("https://gate.example:7443"));
    let view = own.desk.look_at_introduction(&introduction).unwrap();
    assert_eq!((view.post.as_str(), view.root), ("cn.gate", 1));
    let meet = |bytes: &[u8], code: &str| own.desk.meet(By::Console, bytes, code);
    assert!(matches!(meet(&introduction, "1234"), Err(PeerError::CodeForm)));
    let wrong = view.code.replace(&view.code[..1], if view.code.starts_with('1') { "2" } else { "1" });
    assert!(matches!(meet(&introduction, &wrong), Err(PeerError::OtherCode)));
    assert!(own.desk.peer_views().unwrap().is_empty(), "nothing was kept");
    let ours = own.introduction(None);
    let code_of = |bytes: &[u8]| own.desk.look_at_introduction(bytes).unwrap().code;
    assert!(matches!(meet(&ours, &code_of(&ours)), Err(PeerError::OwnSide)));
    assert!(matches!(meet(&introduction[1..], &view.code), Err(PeerError::Unproven(_))));

    assert!(!meet(&introduction, &view.code.replace(' ', "-")).unwrap().is_again);
    other.clock.set(instant("2026-02-01T01:00:00Z"));
    let moved = other.introduction(Some("https://gate.example:7444"));
    assert!(meet(&moved, &code_of(&moved)).unwrap().is_again);
    assert_eq!(own.desk.peer_views().unwrap()[0].url.as_deref(), Some("https://gate.example:7444"));
    assert!(matches!(meet(&introduction, &view.code), Err(PeerError::Older(_))), "an earlier one does not come back");

    let stranger = Side::new("cn", "gate", 23);
    let strange = stranger.introduction(None);
    assert!(matches!(meet(&strange, &code_of(&strange)), Err(PeerError::OtherRoot(name)) if name == "cn.gate"));
    own.desk.forget(By::Console, "cn.gate").unwrap();
    assert!(matches!(own.desk.forget(By::Console, "cn.gate"), Err(PeerError::NoPeer(_))));
    meet(&strange, &code_of(&strange)).unwrap();
    assert_ne!(stranger.roots, other.roots);
    assert_eq!(stranger.keys.len(), 1);
}

#[test]
fn who_met_or_forgot_a_post_stands_on_the_record_of_its_side() {
    let (own, other) = (Side::new("vn", "station", 31), Side::new("cn", "gate", 32));
    let introduction = other.introduction(None);
    let code = own.desk.look_at_introduction(&introduction).unwrap().code;
    own.desk.meet(By::Keeper(&own.keeper), &introduction, &code).unwrap();
    let side = || own.desk.record(&own.keeper, "side", "cn").unwrap().row.state["peers"].clone();
    assert_eq!(side()[0]["post"], "cn.gate");
    own.desk.forget(By::Keeper(&own.keeper), "cn.gate").unwrap();
    assert_eq!(side(), Value::Null);
    let facts: Vec<String> = history(&own).into_iter().filter(|fact| fact.starts_with("peer-")).collect();
    assert_eq!(facts, ["peer-met", "peer-forgotten"]);

    let nobody = domain::OfficerId::parse(&"0".repeat(26)).unwrap();
    assert!(matches!(own.desk.meet(By::Keeper(&nobody), &introduction, &code), Err(PeerError::NoSide(_))));
    let reader = enlisted(&own);
    let refused = own.desk.meet(By::Keeper(&reader), &introduction, &code);
    assert!(matches!(refused, Err(PeerError::NotAllowed { right: Right::Administer })), "{refused:?}");
    assert!(own.desk.peer_views().unwrap().is_empty(), "what is refused keeps nothing");
}

/// The facts on the record of the other side, the oldest first.
fn history(own: &Side) -> Vec<String> {
    let store = Store::open(&own.folder.join("twinpost.db")).unwrap();
    let entries = store.read(|view| view.entries_after(0, 100_000)).unwrap();
    let about = entries.iter().filter(|entry| entry.entry.record == "cn");
    let fact = |body: &[u8]| journal::decode(body).unwrap()["fact"].as_str().unwrap_or_default().to_owned();
    about.map(|entry| fact(&entry.entry.body)).collect()
}

/// An officer who reads everything and administers nothing.
fn enlisted(own: &Side) -> domain::OfficerId {
    let unit = own.desk.record(&own.keeper, "side", "vn").unwrap().row.unit;
    let register = serde_json::json!({
        "command": "register", "login": "reader", "name": "reader", "rank": null, "unit": unit,
    });
    let receipt = own.desk.act(&own.keeper, &testkit::act(&own.desk, "officer", None, register)).unwrap();
    let assign = serde_json::json!({
        "command": "assign", "role": "observer", "unit": unit, "reach": "subtree", "ceiling": "open", "from": "2025-01-01",
    });
    own.desk.act(&own.keeper, &testkit::act(&own.desk, "officer", Some(&receipt.record), assign)).unwrap();
    testkit::officer(&receipt.record)
}

#[test]
fn another_certificate_at_the_address_is_not_spoken_with() {
    let (caller, called) = (Side::new("vn", "station", 41), Side::new("cn", "gate", 42));
    let imposter = Side::new("cn", "gate", 43);
    imposter.meets(&caller.introduction(None));
    let url = answering(imposter.courier(Limits::default()));
    caller.meets(&called.introduction(Some(&url)));
    assert_eq!(code(&round(&caller)), Some("certificate"));
    assert_eq!(caller.trouble_with(&called.name()).as_deref(), Some("certificate"));
    assert!(imposter.desk.peer_views().unwrap()[0].heard_ms.is_none(), "it learnt nothing");
}

#[test]
fn a_caller_who_was_not_met_is_not_let_in() {
    let (caller, called) = met(Limits::default());
    assert_eq!(code(&round(&caller)), None);
    called.desk.forget(By::Console, &caller.name().to_string()).unwrap();
    assert_eq!(code(&round(&caller)), Some("not-known"));
    called.meets(&caller.introduction(None));
    assert_eq!(code(&round(&caller)), None, "and is let in again without a new beginning");
}

#[test]
fn nobody_at_the_address_is_told_as_such() {
    let (caller, called) = (Side::new("vn", "station", 51), Side::new("cn", "gate", 52));
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    caller.meets(&called.introduction(Some(&format!("https://{free}"))));
    assert_eq!(code(&round(&caller)), Some("unreachable"));
    assert_eq!(caller.trouble_with(&called.name()).as_deref(), Some("unreachable"));
}

#[test]
fn a_certificate_whose_days_are_over_is_refused_by_name_and_ordinary_work_goes_on() {
    let (caller, called) = met(Limits::default());
    // The keys of a post are not opened outside their time; a courier that is under way has them open.
    let courier = caller.courier(Limits::default());
    let present = caller.desk.now();
    let days = |number: i64| present.checked_add((number * 24).hours()).unwrap();
    for (off, at) in [("behind", days(-400)), ("ahead", days(800))] {
        caller.clock.set(at);
        assert_eq!(code(&round_of(&courier)), Some("certificate-expired"), "the caller's clock {off}");
        caller.clock.set(present);
        called.clock.set(at);
        assert_eq!(code(&round_of(&courier)), Some("own-certificate-expired"), "the other clock {off}");
        called.clock.set(present);
    }
    // A year and more goes by, then a clock jumps 400 days: less than a new certificate holds, more than is left.
    for side in [&caller, &called] {
        side.clock.set(days(400));
    }
    assert_eq!(code(&round_of(&courier)), None);
    caller.clock.set(days(800));
    assert_eq!(code(&round_of(&courier)), Some("certificate-expired"));
    enlisted(&caller);
    let packed = caller.desk.pack(&caller.sealer(), &called.name()).unwrap();
    called.desk.take_in(&called.sealer(), &packed).unwrap();
}

#[test]
fn a_certificate_that_is_renewed_with_its_key_needs_no_new_meeting_and_another_key_does() {
    let (mut caller, called) = met(Limits::default());
    let later = caller.desk.now().checked_add((700 * 24).hours()).unwrap();
    caller.clock.set(later);
    called.clock.set(later);
    let before = caller.desk.certificate_until_ms().unwrap().unwrap();
    caller.road = caller.desk.renew_certificate(&caller.sealer(), &passphrase(), false).unwrap();
    assert!(caller.desk.certificate_until_ms().unwrap().unwrap() > before);
    assert_eq!(code(&round(&caller)), None);
    let wrong = Passphrase::new("another passphrase");
    assert!(caller.desk.renew_certificate(&caller.sealer(), &wrong, true).is_err());
    caller.road = caller.desk.renew_certificate(&caller.sealer(), &passphrase(), true).unwrap();
    assert_eq!(code(&round(&caller)), Some("not-known"));
    called.meets(&caller.introduction(None));
    assert_eq!(code(&round(&caller)), None);
    let kept: Vec<_> = caller.desk.keys().unwrap().into_iter().filter(|key| key.what == "courier").collect();
    assert_eq!(kept.iter().map(|key| key.ended.is_some()).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn a_post_that_answers_goes_on_with_a_renewed_certificate_without_a_new_beginning() {
    let (caller, mut called) = (Side::new("vn", "station", 13), Side::new("cn", "gate", 14));
    called.meets(&caller.introduction(None));
    let courier = called.courier(Limits::default());
    let url = answering(Arc::clone(&courier));
    caller.meets(&called.introduction(Some(&url)));
    assert_eq!(code(&round(&caller)), None);
    called.road = called.desk.renew_certificate(&called.sealer(), &passphrase(), true).unwrap();
    assert_eq!(code(&round(&caller)), None, "the one before is shown until it is told otherwise");
    courier.go_on_with(called.road.clone());
    assert_eq!(code(&round(&caller)), Some("certificate"), "a new key is another certificate");
    caller.meets(&called.introduction(Some(&url)));
    assert_eq!(code(&round(&caller)), None);
}

#[test]
fn a_pouch_that_is_too_large_is_turned_away() {
    let (caller, called) = met(Limits { pouch: 100, ..Limits::default() });
    caller.says(&called.name(), 5);
    assert_eq!(code(&round(&caller)), Some("too-large"));
    assert!(called.desk.peer_views().unwrap()[0].heard_ms.is_none());
}

/// A line in TLS as the caller's, to say on it what no courier says.
fn line(caller: &Side, called: &Side, url: &str) -> StreamOwned<ClientConnection, TcpStream> {
    let config = caller.road.calling(&called.known()).unwrap();
    let name = ServerName::try_from("post.twinpost.invalid").unwrap();
    let stream = TcpStream::connect(url.strip_prefix("https://").unwrap()).unwrap();
    StreamOwned::new(ClientConnection::new(config, name).unwrap(), stream)
}

/// What comes back for a request: the status and the code of its problem.
fn said(caller: &Side, called: &Side, url: &str, request: &[u8]) -> (u16, String) {
    let mut line = line(caller, called, url);
    line.write_all(request).unwrap();
    line.flush().unwrap();
    let mut bytes = Vec::new();
    let _ = line.read_to_end(&mut bytes);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let status = text.split(' ').nth(1).unwrap_or_default().parse().unwrap();
    let (_, body) = text.split_once("\r\n\r\n").unwrap();
    let body: Value = serde_json::from_str(body).unwrap_or_default();
    let kind = body["type"].as_str().unwrap_or_default().trim_start_matches("urn:twinpost:problem:").to_owned();
    (status, kind)
}

#[test]
fn there_is_one_way_and_what_is_wrong_is_told_by_a_code() {
    let (caller, called) = met(Limits { pouch: 10_000, ..Limits::default() });
    let url = caller.desk.peer_views().unwrap()[0].url.clone().unwrap();
    let ask = |request: &[u8]| said(&caller, &called, &url, request);
    let post = |body: &[u8]| {
        let head = format!("POST /pouch HTTP/1.1\r\nhost: x\r\ncontent-length: {}\r\n\r\n", body.len());
        ask(&[head.as_bytes(), body].concat())
    };
    assert_eq!(ask(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n"), (404, "not-found".into()));
    assert_eq!(ask(b"GET /pouch HTTP/1.1\r\nhost: x\r\n\r\n"), (405, "method".into()));
    assert_eq!(ask(b"POST /login HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n"), (404, "not-found".into()));
    let announced = b"POST /pouch HTTP/1.1\r\nhost: x\r\ncontent-length: 10001\r\n\r\n";
    assert_eq!(ask(announced), (413, "too-large".into()), "refused before it is sent");
    let piece = [b"2710\r\n".as_slice(), &[7; 10_000], b"\r\n"].concat();
    let chunked = b"POST /pouch HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n";
    let unannounced = [chunked.as_slice(), &piece, &piece, b"0\r\n\r\n"].concat();
    assert_eq!(ask(&unannounced), (413, "too-large".into()), "and when nothing was announced");
    assert_eq!(post(b"dear neighbour"), (422, "form".into()));
    let foreign = journal::Pouch::empty("no.other".parse().unwrap(), called.name(), 1, 0).pack(3).unwrap();
    assert_eq!(post(&foreign), (403, "not-your-pouch".into()));
    let astray = journal::Pouch::empty(caller.name(), "no.other".parse().unwrap(), 1, 0).pack(3).unwrap();
    assert_eq!(post(&astray), (422, "not-for-us".into()));
    assert_eq!(code(&round(&caller)), None, "the courier himself goes on");
}

#[test]
fn a_post_that_comes_too_often_is_asked_to_wait() {
    let (caller, _called) = met(Limits { a_minute: 2, ..Limits::default() });
    assert_eq!([round(&caller), round(&caller), round(&caller)].map(|round| code(&round)), [None, None, Some("busy")]);
}

#[test]
fn whoever_falls_silent_is_cut_off() {
    let short = Duration::from_millis(40);
    let (caller, called) = met(Limits { silence: short, handshake: short, ..Limits::default() });
    let url = caller.desk.peer_views().unwrap()[0].url.clone().unwrap();
    // Reading ends when the other side has cut the line, and not before.
    let mut mute = TcpStream::connect(url.strip_prefix("https://").unwrap()).unwrap();
    let mut rest = Vec::new();
    let _ = mute.read_to_end(&mut rest);
    assert!(rest.is_empty(), "nothing is said before TLS is agreed on");
    let mut slow = line(&caller, &called, &url);
    // On a busy computer the line may be cut while this is said: that is what is wanted.
    let _ = slow.write_all(b"POST /pouch HTTP/1.1\r\nhost: x\r\ncontent-length: 9000\r\n\r\nhalf of it");
    let _ = slow.flush();
    let _ = slow.read_to_end(&mut rest);
    assert!(!rest.starts_with(b"HTTP/1.1 200"), "half a pouch is no pouch");
    assert!(called.desk.peer_views().unwrap()[0].heard_ms.is_none());
}
