//! The posts of other sides: what is queued for each, sent, received, refused and why, and since when nothing came.

use axum::response::Response;
use desk::courier::CourierView;

use crate::fault::Fault;
use crate::frame::{Frame, html};
use crate::shown::{self, Clocked};
use crate::visit::Visit;

/// A post of another side.
struct PeerCard {
    name: String,
    way: String,
    heard: Vec<Clocked>,
    tried: Vec<Clocked>,
    /// What stands in the way, in words, and whether nothing is exchanged any more.
    trouble: String,
    frozen: bool,
    unsure: bool,
    /// Statements: waiting to leave, sent, proven to be there; entries that came; of those, waiting for their words.
    counts: Vec<(String, u64)>,
    /// Statements from there that count for nothing: kind and reason.
    refused: Vec<(u64, String, String)>,
    /// For what statements from there wait, and how many.
    awaits: Vec<(String, u64)>,
}

#[derive(askama::Template)]
#[template(path = "peers.html")]
struct PeersPage {
    frame: Frame,
    own: String,
    locked: bool,
    moved: bool,
    peers: Vec<PeerCard>,
}

/// The page.
pub fn show(visit: &Visit) -> Result<Response, Fault> {
    let desk = &visit.app.desk;
    let peers = desk.courier_overview()?;
    html(&PeersPage {
        own: desk.post_name()?.map(|name| name.to_string()).unwrap_or_default(),
        locked: desk.sealer().is_none(),
        moved: desk.seat_view()?.moved.is_some(),
        peers: peers.into_iter().map(|peer| card(visit, peer)).collect(),
        frame: Frame::of(visit, "nav-peer", "peer"),
    })
}

fn card(visit: &Visit, peer: CourierView) -> PeerCard {
    let clocks = |at: Option<jiff::Timestamp>| at.map(|at| shown::clocks(visit, at)).unwrap_or_default();
    let counts = [
        ("peer-queued", peer.queued),
        ("peer-sent", peer.sent),
        ("peer-received", peer.received),
        ("peer-came", peer.came),
        ("peer-waiting", peer.waiting),
    ];
    let refused = peer.refused.iter().map(|one| (one.place, one.kind.clone(), one.reason.clone()));
    PeerCard {
        way: peer.url.unwrap_or_else(|| visit.t("peer-by-hand")),
        heard: clocks(peer.heard),
        tried: clocks(peer.tried),
        frozen: peer.frozen.is_some(),
        unsure: peer.unsure,
        trouble: peer.frozen.or(peer.trouble).map(|code| trouble(visit, &code)).unwrap_or_default(),
        counts: counts.map(|(key, count)| (visit.t(key), count)).to_vec(),
        refused: refused.collect(),
        awaits: peer.awaits.iter().map(|one| (visit.t(&format!("peer-awaits-{}", one.what)), one.statements)).collect(),
        name: peer.name,
    }
}

/// What stands in the way, in words; a reason that has no words of its own is told as its code.
fn trouble(visit: &Visit, code: &str) -> String {
    let key = match code {
        "unreachable" | "tls" => "peer-trouble-unreachable",
        "certificate" | "not-known" => "peer-trouble-certificate",
        "certificate-expired" => "peer-trouble-certificate-expired",
        "own-certificate-expired" => "peer-trouble-own-certificate-expired",
        "busy" | "too-slow" => "peer-trouble-slow",
        "fork" => "peer-trouble-fork",
        "not-ours" | "split" => "peer-trouble-split",
        "other-keys" => "peer-trouble-other-keys",
        "ended-key" => "peer-trouble-ended-key",
        "ended" => "peer-trouble-ended",
        "revoked" => "peer-trouble-revoked",
        "refused" | "answer" => "peer-trouble-refused",
        _ => return visit.tv("peer-trouble-other", &[("code", code)]),
    };
    format!("{} ({code})", visit.t(key))
}
