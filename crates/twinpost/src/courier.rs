//! The courier on the command line: a round now, how it stands, a new certificate; and beside the pages when the program
//! serves them.

use std::future::Future;
use std::net::{SocketAddr, TcpListener, ToSocketAddrs};
use std::sync::Arc;
use std::time::Duration;

use clap::{Args, Subcommand};
use desk::Desk;
use desk::courier::{CourierView, Resumption, SeatView};
use desk::keys::{By, KeyError, Passphrase, PostSealer};
use desk::road::{OpenDesk, Road, Trouble};
use paper::{Cell, Sheet};
use serde_json::json;
use web::courier::{Courier, Limits, Round, Setback};

use crate::cli::Place;
use crate::keys::instant;
use crate::peer::PostSecret;
use crate::real::seat;
use crate::stop::{Outcome, Stop};
use crate::{door, folders, shown};

/// How often it is looked whether the certificate was renewed.
const LOOK: Duration = Duration::from_secs(20);

/// What can be asked of the courier.
#[derive(Debug, Subcommand)]
pub enum CourierCommand {
    /// Exchange pouches now with every post that has an address, or with one
    Once(Once),
    /// Show how it stands with each post, and until when the own certificate holds
    Status(Status),
    /// Make the certificate of this post anew for two years
    Renew(Renew),
    /// Go on with a folder that was moved or put back from a copy
    Resume(Resume),
}

/// One round.
#[derive(Debug, Args)]
pub struct Once {
    /// With this post only, as `twinpost peer list` writes it
    #[arg(long, value_name = "SIDE.POST")]
    peer: Option<String>,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    secret: PostSecret,
    #[command(flatten)]
    place: Place,
}

/// How it stands.
#[derive(Debug, Args)]
pub struct Status {
    /// Answer in JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    place: Place,
}

/// Another certificate.
#[derive(Debug, Args)]
pub struct Renew {
    /// With another key: every neighbour has to be given a new introduction
    #[arg(long)]
    new_key: bool,
    #[command(flatten)]
    secret: PostSecret,
    #[command(flatten)]
    place: Place,
}

/// How the folder came to stand where it stands.
#[derive(Debug, Args)]
#[group(id = "how", required = true, multiple = false)]
pub struct Resume {
    /// It is the latest state: the program was stopped before the folder was moved, and nothing goes on at the old place
    #[arg(long, group = "how")]
    moved: bool,
    /// It is an older copy, or nobody knows: each neighbour is asked what this post had said since
    #[arg(long, group = "how")]
    put_back: bool,
    #[command(flatten)]
    place: Place,
}

/// The courier beside the pages.
#[derive(Debug, Args)]
pub struct Beside {
    /// Exchange pouches with other posts, and be reached by them at this address
    #[arg(long, value_name = "ADDRESS:PORT")]
    courier: Option<String>,
    /// Minutes between two calls of a post where nothing waits for it
    #[arg(long, value_name = "MINUTES", default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=1440))]
    every: u32,
    #[command(flatten)]
    secret: PostSecret,
}

impl CourierCommand {
    /// Does it.
    pub fn run(&self) -> Outcome {
        match self {
            Self::Once(once) => once.run(),
            Self::Status(status) => status.run(),
            Self::Renew(renew) => renew.run(),
            Self::Resume(resume) => resume.run(),
        }
    }
}

impl Once {
    fn run(&self) -> Outcome {
        let desk = Arc::new(door::open(&self.place)?);
        if let Some(peer) = &self.peer {
            let known = desk.peer_views()?.into_iter().find(|known| known.post == *peer);
            let known = known.ok_or_else(|| Stop::Failed(format!("no post {peer} was met")))?;
            known.url.ok_or_else(|| Stop::Usage(format!("{peer} has no address: write a pouch by hand")))?;
        }
        let courier = open(&desk, &self.secret)?;
        let watched = shown::is_watched();
        let told = move |text: &str| {
            if watched {
                shown::say(text);
            }
        };
        let done = runtime()?.block_on(web::courier::once(&courier, self.peer.as_deref(), &told));
        for round in &done {
            self.tell(round)?;
        }
        match done.iter().find_map(|round| round.setback.as_ref()) {
            None => Ok(()),
            Some(Setback::Road { trouble, .. }) if !matches!(trouble, Trouble::Failure) => Err(Stop::Unreachable(
                "pouches were not exchanged with everybody; docs/operating/courier.md says what each code means".into(),
            )),
            Some(setback) => Err(Stop::Refused(setback.to_string())),
        }
    }

    fn tell(&self, round: &Round) -> Outcome {
        let trouble = round.setback.as_ref().map(Setback::code);
        if self.json {
            return shown::json_line(&json!({
                "post": round.post, "pouches": round.pouches, "entries": round.entries,
                "openings": round.openings, "bytes": round.bytes, "trouble": trouble,
            }));
        }
        let Round { post, pouches, entries, openings, bytes, .. } = round;
        let ended = trouble.map(|code| format!("; {code}")).unwrap_or_default();
        shown::line(&format!("{post}: {pouches} pouches, {entries} entries, {openings} openings, {bytes} bytes{ended}"))
    }
}

impl Status {
    fn run(&self) -> Outcome {
        let desk = door::open(&self.place)?;
        let (peers, until_ms, seat) = (desk.courier_overview()?, desk.certificate_until_ms()?, desk.seat_view()?);
        if self.json {
            let until = until_ms.map(instant);
            return shown::json_line(&json!({ "certificate_until": until, "seat": seat, "peers": peers }));
        }
        told_of(&seat).iter().for_each(|told| shown::say(told));
        let until = until_ms.map_or_else(|| "there is none yet".to_owned(), instant);
        shown::say(&format!("The certificate of this post: {until}"));
        shown::table(&roads(&peers))
    }
}

/// What is to be done about where the folder stands; nothing where all is well.
pub fn told_of(seat: &SeatView) -> Vec<String> {
    let mut told = Vec::new();
    if let Some(moved) = seat.moved {
        told.push(format!(
            "The folder of this post is not where it was (found {moved}). Nothing is said to other posts until it is \
             known why: `twinpost courier resume --moved` or `--put-back`"
        ));
    }
    let unsure = seat.unsure.iter().map(|peer| {
        format!("{peer} was asked what it holds of what was said to it. Until its pouch comes, nothing is said to it")
    });
    told.extend(unsure);
    told
}

impl Resume {
    fn run(&self) -> Outcome {
        let folder = folders::founded(self.place.dir.as_deref())?;
        let desk = door::open(&self.place)?;
        let how = if self.moved { Resumption::Moved } else { Resumption::PutBack };
        desk.resume(By::Console, &seat(&folder)?, how)?;
        let unsure = desk.seat_view()?.unsure;
        if unsure.is_empty() {
            shown::say("The post goes on here.");
            return Ok(());
        }
        shown::say(&format!(
            "The post goes on here. Exchange pouches with {}: what it had said comes back, and until then nothing is \
             said to them.",
            unsure.join(", ")
        ));
        Ok(())
    }
}

impl Renew {
    fn run(&self) -> Outcome {
        let desk = door::open(&self.place)?;
        let passphrase = self.secret.passphrase()?;
        let sealer = desk.unlock_post(&passphrase)?;
        desk.renew_certificate(&sealer, &passphrase, self.new_key)?;
        let until = desk.certificate_until_ms()?.map(instant).unwrap_or_default();
        shown::say(&format!("The certificate holds until {until}."));
        if self.new_key {
            shown::say("Give every neighbour a new introduction: `twinpost peer introduce`.");
        }
        shown::say("`twinpost serve` goes on with it within half a minute.");
        Ok(())
    }
}

impl Beside {
    /// What runs beside the pages, where it was asked for: it ends only when something is broken.
    pub fn begin(&self, desk: &Arc<Desk>) -> Outcome<Option<impl Future<Output = std::io::Result<()>> + use<>>> {
        let Some(address) = &self.courier else { return Ok(None) };
        let listener = listen(address)?;
        let passphrase = self.secret.passphrase()?;
        let sealer = match desk.unlock_post(&passphrase) {
            Ok(sealer) => sealer,
            // As with a clock that is far off: the pages are needed all the same.
            Err(error @ (KeyError::OutOfTime | KeyError::Ended | KeyError::NotCertified)) => {
                shown::say(&format!(
                    "The courier does not set out: {error}. Look at the clock and at `twinpost keys list`."
                ));
                return Ok(None);
            }
            Err(error) => return Err(error.into()),
        };
        let road = desk.open_road(&sealer, &passphrase)?;
        let courier = courier(desk, sealer, road);
        let at = listener.local_addr().map_err(|fault| Stop::Unreachable(fault.to_string()))?;
        shown::say(&format!("The courier of {} is reached at port {}", courier.road().name(), at.port()));
        let every = Duration::from_secs(60 * u64::from(self.every));
        let chance = Arc::clone(desk);
        let renewing = renewed(Arc::clone(desk), Arc::clone(&courier), passphrase);
        Ok(Some(async move {
            let rounds = web::courier::rounds(Arc::clone(&courier), every, move || chance.fresh_act()[0]);
            tokio::select! {
                ended = web::courier::answer(Arc::clone(&courier), listener) => ended,
                () = rounds => Ok(()),
                () = renewing => Ok(()),
            }
        }))
    }
}

/// How it stands with each post: statements queued, sent and received; entries that came; why nothing moves.
fn roads(peers: &[CourierView]) -> Sheet {
    let time = |at: Option<jiff::Timestamp>| at.map(|at| at.to_string()).unwrap_or_default();
    let columns = ["post", "queued", "sent", "received", "came", "waiting", "refused", "heard", "trouble"];
    let rows = peers.iter().map(|peer| {
        let trouble = peer.frozen.clone().or_else(|| peer.trouble.clone()).unwrap_or_default();
        let awaits: Vec<String> = peer.awaits.iter().map(|one| format!("{} {}", one.what, one.statements)).collect();
        let waiting = match awaits.is_empty() {
            true => peer.waiting.to_string(),
            false => format!("{} ({})", peer.waiting, awaits.join(", ")),
        };
        let numbers = [peer.queued, peer.sent, peer.received, peer.came].map(|number| number.to_string());
        let rest = [waiting, peer.refused.len().to_string(), time(peer.heard), trouble];
        std::iter::once(peer.name.clone()).chain(numbers).chain(rest).collect::<Vec<_>>()
    });
    let cells = rows.map(|row: Vec<String>| row.into_iter().map(Cell::from).collect());
    Sheet { header: columns.map(str::to_owned).to_vec(), rows: cells.collect(), ..Sheet::default() }
}

/// Goes on with the certificate of the post that stands, whenever another process has renewed it. Never ends.
async fn renewed(desk: Arc<Desk>, courier: Arc<Courier>, passphrase: Passphrase) {
    let passphrase = Arc::new(passphrase);
    let mut known = desk.certificate_until_ms().ok().flatten();
    loop {
        tokio::time::sleep(LOOK).await;
        let (desk, passphrase) = (Arc::clone(&desk), Arc::clone(&passphrase));
        let looked = tokio::task::spawn_blocking(move || -> Result<_, KeyError> {
            let until = desk.certificate_until_ms()?;
            if until == known {
                return Ok((until, None));
            }
            let sealer = desk.unlock_post(&passphrase)?;
            Ok((until, Some(desk.open_road(&sealer, &passphrase)?)))
        });
        match looked.await {
            Ok(Ok((until, road))) => {
                known = until;
                road.into_iter().for_each(|road| courier.go_on_with(road));
            }
            Ok(Err(error)) => shown::say(&format!("The renewed certificate could not be opened: {error}")),
            Err(fault) => shown::say(&format!("It could not be looked for a renewed certificate: {fault}")),
        }
    }
}

fn listen(address: &str) -> Outcome<TcpListener> {
    let found = address
        .to_socket_addrs()
        .map_err(|fault| Stop::Usage(format!("\"{address}\" is no address like 0.0.0.0:7443: {fault}")))?;
    TcpListener::bind(found.collect::<Vec<SocketAddr>>().as_slice())
        .map_err(|fault| Stop::Unreachable(format!("cannot listen at {address}: {fault}")))
}

fn open(desk: &Arc<Desk>, secret: &PostSecret) -> Outcome<Arc<Courier>> {
    let (sealer, road) = secret.open(desk)?;
    Ok(courier(desk, sealer, road))
}

/// A courier of the desk, with the keys of its post open.
pub fn courier(desk: &Arc<Desk>, sealer: PostSealer, road: Road) -> Arc<Courier> {
    let engine = Arc::new(OpenDesk::new(Arc::clone(desk), sealer));
    Courier::new(road, engine, Limits::default())
}

/// What calls are made in.
pub fn runtime() -> Outcome<tokio::runtime::Runtime> {
    let built = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    built.map_err(|fault| Stop::Failed(format!("the courier cannot set out: {fault}")))
}
