//! Two sides through a quarter: minutes signed over the network, the line cut in the middle, a patrol record carried as
//! a file, both papers verified with two fingerprints and nothing else, and nothing internal in anything that left.

use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use desk::Failure;
use desk::courier::{CourierError, Line};
use desk::keys::{By, Passphrase};
use desk::proof::Hash;
use desk::road::{Engine, OpenDesk, PeerRow, PostName, Taken, Trouble, unpacked};
use domain::contact::document::DocumentKind;
use serde_json::json;
use tokio::runtime::Runtime;
use tokio::task::JoinHandle;
use web::courier::{Courier, Limits, Round, Setback};

use super::Found;
use crate::demo::course::Played;
use crate::demo::keys::POST_PASSPHRASE;
use crate::demo::papers::{Half, Paper, act_on};
use crate::stop::{Outcome, Stop};
use crate::{courier, pouch, serve, verify};

/// Stands in internal fields of both papers, and must stand in nothing that leaves.
const MARKER: &str = "internal-marker-4119";

/// A packed pouch or a bundle, with where it went.
type Left = (String, Vec<u8>);

/// The courier's engine, keeping a copy of every pouch that it packs.
struct Watched {
    engine: OpenDesk,
    packed: Arc<Mutex<Vec<Left>>>,
}

impl Engine for Watched {
    fn pack(&self, peer: &PostName, line: Line) -> Result<Vec<u8>, CourierError> {
        let packed = self.engine.pack(peer, line)?;
        let mut all = self.packed.lock().unwrap_or_else(PoisonError::into_inner);
        all.push((format!("a pouch over the line to {peer}"), packed.clone()));
        Ok(packed)
    }

    fn note_sent(&self, peer: &PostName, packed: &[u8]) -> Result<(), CourierError> {
        self.engine.note_sent(peer, packed)
    }

    fn take_in(&self, packed: &[u8]) -> Result<Taken, CourierError> {
        self.engine.take_in(packed)
    }

    fn note_try(&self, peer: &PostName, trouble: Option<&str>) -> Result<(), Failure> {
        self.engine.note_try(peer, trouble)
    }

    fn peers(&self) -> Result<Vec<PeerRow>, Failure> {
        self.engine.peers()
    }

    fn said(&self, peer: &PostName) -> Result<u64, Failure> {
        self.engine.said(peer)
    }
}

/// The two sides of the check.
struct Sides<'a> {
    own: Half<'a>,
    other: Half<'a>,
    folder: &'a Path,
    left: Arc<Mutex<Vec<Left>>>,
    runtime: Runtime,
}

/// Plays it, and notes every step as right or wrong.
pub fn run(own: &Played, neighbour: &Played, found: &mut Found) -> Outcome {
    let temporary = tempfile::tempdir().map_err(|fault| Stop::Failed(format!("no temporary folder: {fault}")))?;
    let sides = Sides {
        own: Half::of(own)?,
        other: Half::of(neighbour)?,
        folder: temporary.path(),
        left: Arc::default(),
        runtime: courier::runtime()?,
    };
    let drafted = |kind: DocumentKind| {
        let paper = sides.own.drafted(kind)?;
        paper.ok_or_else(|| Stop::Failed(format!("the script drafts no {}", kind.code())))
    };
    let (minutes, record) = (drafted(DocumentKind::Minutes)?, drafted(DocumentKind::PatrolRecord)?);
    for paper in [&minutes, &record] {
        sides.mark(paper)?;
    }
    let (courier, line) = sides.met(found)?;
    let signed = sides.over_the_line(&courier, &minutes, found)?;
    sides.cut(&courier, line, found)?;
    let carried = sides.by_hand(&record, found)?;
    let papers = [("the minutes", &minutes, &signed), ("the patrol record", &record, &carried)];
    for (name, here, there) in papers {
        sides.verified(name, here, there, found)?;
    }
    sides.searched(&[&minutes, &record], &[&signed, &carried], found)
}

impl Sides<'_> {
    /// Puts a remark that must never leave into an internal field of a paper.
    fn mark(&self, paper: &Paper) -> Outcome {
        act_on(&self.own.played.desk, paper, json!({ "command": "note", "remark": MARKER }))
    }

    /// Lets both posts meet by their codes, the neighbour with an address at which its courier answers. Gives the own
    /// courier, and the neighbour's line.
    fn met(&self, found: &mut Found) -> Outcome<(Arc<Courier>, JoinHandle<std::io::Result<()>>)> {
        let (own, other) = (self.courier(self.own)?, self.courier(self.other)?);
        let listener = serve::listen("127.0.0.1:0", false)?;
        let url = format!("https://{}", serve::address_of(&listener)?);
        for (from, courier, to, url) in
            [(self.own, &own, self.other, None), (self.other, &other, self.own, Some(url.as_str()))]
        {
            let introduction = from.played.desk.introduce(&*from.sealer()?, Some(&*courier.road()), url)?;
            let code = from.played.desk.look_at_introduction(&introduction)?.code;
            to.played.desk.meet(By::Console, &introduction, &code)?;
        }
        let met = |half: Half<'_>| half.played.desk.peer_views().map(|views| views.len());
        let is_met = met(self.own)? == 1 && met(self.other)? == 1;
        let told = format!("{} and {} by their codes", self.own.keys.name, self.other.keys.name);
        found.note("the posts have met", is_met, &told);
        Ok((own, self.runtime.spawn(web::courier::answer(other, listener))))
    }

    fn courier(&self, half: Half<'_>) -> Outcome<Arc<Courier>> {
        let desk = &half.played.desk;
        let road = desk.open_road(&*half.sealer()?, &Passphrase::new(POST_PASSPHRASE))?;
        let engine = OpenDesk::sealing(Arc::clone(desk));
        let engine = engine.ok_or_else(|| Stop::Failed("the keys of a post are not open".to_owned()))?;
        let engine = Watched { engine, packed: Arc::clone(&self.left) };
        Ok(Courier::new(road, Arc::new(engine), Limits::default()))
    }

    fn round(&self, courier: &Arc<Courier>) -> Outcome<Round> {
        let mut done = self.runtime.block_on(web::courier::once(courier, None, &|_| ()));
        done.pop().ok_or_else(|| Stop::Failed("the courier knows nobody".to_owned()))
    }

    /// The minutes go over the line, are signed, and the signature comes back. Gives the paper as the neighbour has it.
    fn over_the_line(&self, courier: &Arc<Courier>, minutes: &Paper, found: &mut Found) -> Outcome<Paper> {
        let digest = self.own.give_out(minutes, &self.other.keys.name)?;
        let there = self.round(courier)?;
        let paper = self.other.of_digest(&digest)?;
        let told = format!("{} pouches, {} bytes over TLS", there.pouches, there.bytes);
        found.note("the minutes cross the line", there.setback.is_none() && paper.is_some(), &told);
        let paper = paper.ok_or_else(|| Stop::Failed("the minutes have not come".to_owned()))?;
        self.stands("the minutes wait at the neighbour's", self.other, &paper, "proposed", found)?;
        self.other.sign(&paper)?;
        let back = self.round(courier)?;
        found.note("the signature comes back", back.setback.is_none() && back.entries > 0, &entries(back.entries));
        self.stands("the minutes here", self.own, minutes, "bound", found)?;
        self.stands("the minutes there", self.other, &paper, "bound", found)?;
        Ok(paper)
    }

    /// The neighbour's listener goes; the next call finds nobody, and says so.
    fn cut(&self, courier: &Arc<Courier>, line: JoinHandle<std::io::Result<()>>, found: &mut Found) -> Outcome {
        line.abort();
        // It ends with the task, and the port with it.
        let _ = self.runtime.block_on(line);
        let round = self.round(courier)?;
        let code = round.setback.as_ref().map(Setback::code);
        let is_cut = code == Some(Trouble::Unreachable.code());
        found.note("the line is cut", is_cut, &format!("the courier tells: {}", code.unwrap_or("nothing")));
        Ok(())
    }

    /// The patrol record goes in a file that somebody carries, and so does the answer.
    fn by_hand(&self, record: &Paper, found: &mut Found) -> Outcome<Paper> {
        let digest = self.own.give_out(record, &self.other.keys.name)?;
        let there = self.carried(self.own, self.other, "there.pouch")?;
        let paper = self.other.of_digest(&digest)?;
        found.note("the patrol record comes in a file", paper.is_some(), &entries(there.entries));
        let paper = paper.ok_or_else(|| Stop::Failed("the patrol record has not come".to_owned()))?;
        self.stands("the patrol record waits at the neighbour's", self.other, &paper, "proposed", found)?;
        self.other.sign(&paper)?;
        let back = self.carried(self.other, self.own, "back.pouch")?;
        found.note("the answer comes back in a file", back.entries > 0, &entries(back.entries));
        self.carried(self.own, self.other, "receipt.pouch")?;
        self.stands("the patrol record here", self.own, record, "bound", found)?;
        self.stands("the patrol record there", self.other, &paper, "bound", found)?;
        Ok(paper)
    }

    fn carried(&self, from: Half<'_>, to: Half<'_>, name: &str) -> Outcome<Taken> {
        let file = self.folder.join(name);
        let packed = pouch::write(&from.played.desk, &*from.sealer()?, &to.keys.name, &file, false)?;
        self.keep(format!("the file {name}"), packed);
        Ok(pouch::read(&to.played.desk, &*to.sealer()?, &file)?.1)
    }

    fn stands(&self, what: &str, half: Half<'_>, paper: &Paper, expected: &str, found: &mut Found) -> Outcome {
        let status = half.now(paper)?.status;
        found.note(what, status == expected, &format!("{status} ({})", half.keys.name));
        Ok(())
    }

    /// Each side writes a bundle; whoever knows the two fingerprints finds that it binds.
    fn verified(&self, name: &str, here: &Paper, there: &Paper, found: &mut Found) -> Outcome {
        let known: [Hash; 2] = [self.own.keys.fingerprint, self.other.keys.fingerprint];
        for (half, paper) in [(self.own, here), (self.other, there)] {
            let bytes = half.played.desk.bundle(&paper.officer, &paper.record)?;
            let file = self.folder.join(format!("{}.twp", paper.record));
            crate::folders::write_file(&file, &bytes, false)?;
            let what = format!("{name}, verified offline");
            match verify::verdict(&file, &known)? {
                Ok(verdict) => {
                    let told =
                        format!("{} by two fingerprints ({}, {} bytes)", verdict.standing, half.keys.name, bytes.len());
                    found.note(&what, verdict.standing == "bound", &told);
                }
                Err(fault) => found.note(&what, false, &fault.to_string()),
            }
            let alone = verify::verdict(&file, &known[..1])?;
            found.note(&format!("{name}, with one fingerprint alone"), alone.is_err(), "it proves nothing");
            self.keep(
                format!("the bundle of {}", half.keys.name),
                fs::read(&file).map_err(|fault| Stop::file(&file, &fault))?,
            );
        }
        Ok(())
    }

    /// Nothing internal of the papers stands in any pouch or bundle, and the words themselves do.
    fn searched(&self, here: &[&Paper], there: &[&Paper], found: &mut Found) -> Outcome {
        let mut internal = vec![MARKER.to_owned()];
        for (half, papers) in [(self.own, here), (self.other, there)] {
            for paper in papers {
                internal.extend(internals(half, paper));
            }
        }
        let words: Vec<String> = here.iter().filter_map(|paper| Some(first_title(paper)?.to_owned())).collect();
        let left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        let mut seen = vec![false; words.len()];
        let mut standing = Vec::new();
        for (name, packed) in left.iter() {
            // A bundle is not packed.
            let plain = unpacked(packed).unwrap_or_else(|_| packed.clone());
            standing.extend(internal.iter().filter(|one| contains(&plain, one)).map(|one| format!("{one} in {name}")));
            for (seen, word) in seen.iter_mut().zip(&words) {
                *seen |= contains(&plain, word);
            }
        }
        let is_real = !words.is_empty() && seen.iter().all(|seen| *seen);
        found.note("the words of both papers in what left", is_real, &format!("{} titles are found", words.len()));
        let told = match standing.as_slice() {
            [] => format!("none of {} markers in {} pouches and bundles", internal.len(), left.len()),
            standing => standing.join(", "),
        };
        found.note("nothing internal in what left", standing.is_empty(), &told);
        Ok(())
    }

    fn keep(&self, name: String, bytes: Vec<u8>) {
        self.left.lock().unwrap_or_else(PoisonError::into_inner).push((name, bytes));
    }
}

fn entries(number: u64) -> String {
    format!("{number} entries")
}

/// What a record has that is the own side's alone: identities, the relation, the matters, who keeps it.
fn internals(half: Half<'_>, paper: &Paper) -> Vec<String> {
    let state = &paper.row.state;
    let text = |name: &str| Some(state.get(name)?.as_str()?.to_owned());
    let matters = state.get("matters").and_then(serde_json::Value::as_array).into_iter().flatten();
    let mut all = vec![paper.record.to_string(), paper.officer.as_str().to_owned()];
    all.extend([text("about"), text("remark"), text("counterpart")].into_iter().flatten());
    all.extend(matters.filter_map(|matter| Some(matter.as_str()?.to_owned())));
    let login = half.played.officers.iter().find(|(_, id)| **id == paper.officer);
    all.extend(login.map(|(login, _)| login.clone()));
    all
}

fn first_title(paper: &Paper) -> Option<&str> {
    paper.row.state.get("content")?.get("texts")?.get(0)?.get("title")?.as_str()
}

fn contains(bytes: &[u8], text: &str) -> bool {
    !text.is_empty() && bytes.windows(text.len()).any(|part| part == text.as_bytes())
}
