//! Calling a post: one line, a pouch there and one back, and once more where one of the two asked the other what it holds.
//! Nothing is followed elsewhere, nothing goes through somebody in between, nothing is remembered.

use std::error::Error;
use std::io;
use std::sync::Arc;

use desk::courier::Line;
use desk::road::{Address, PeerRow, PostName, Taken, Trouble, certificate_of};
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::{Request, StatusCode, header};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;

use super::moving::{Moved, Watched};
use super::{Courier, KIND, Limits, Setback, WAY, aside};

/// The name that is asked for in TLS; certificates are compared by their key, so that any will do.
const NAME: &str = "post.twinpost.invalid";

/// What came of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// What the other post's pouch brought.
    pub taken: Taken,
    /// How many bytes passed.
    pub bytes: u64,
}

/// Exchanges one pouch for another with a post, and notes how it went.
pub async fn call(courier: &Arc<Courier>, peer: &PeerRow) -> Result<Call, Setback> {
    let outcome = match peer.name.parse::<PostName>() {
        Ok(name) => {
            let outcome = exchange(courier, peer, &name).await;
            let (courier, code) = (Arc::clone(courier), outcome.as_ref().err().map(Setback::code));
            match aside(move || courier.engine.note_try(&name, code)).await {
                Ok(Ok(())) => outcome,
                Ok(Err(failure)) => Err(Setback::road(Trouble::Failure, failure)),
                Err(failure) => Err(Setback::road(Trouble::Failure, failure)),
            }
        }
        Err(fault) => Err(Setback::road(Trouble::Failure, fault)),
    };
    if let Err(setback) = &outcome {
        tracing::info!(peer = %peer.name, %setback, "no pouch was exchanged");
    }
    outcome
}

/// How many pouches go each way on one line: the first may ask, the second has what was confirmed.
const ON_ONE_LINE: usize = 2;

async fn exchange(courier: &Arc<Courier>, peer: &PeerRow, name: &PostName) -> Result<Call, Setback> {
    let known = certificate_of(peer).ok_or_else(|| Setback::road(Trouble::Certificate, "it has no certificate"))?;
    let url = peer.url.as_deref().unwrap_or_default();
    let address: Address = url.parse().map_err(|fault| Setback::road(Trouble::Unreachable, fault))?;
    let config = courier.road().calling(&known).map_err(|failure| Setback::road(Trouble::Certificate, failure))?;
    let moved = Moved::default();
    let called = on_line(courier, name, &address, TlsConnector::from(config), moved.clone());
    let taken = tokio::select! {
        taken = called => taken?,
        () = moved.standstill(&courier.limits) => return Err(Setback::road(Trouble::TooSlow, "nothing moved any more")),
    };
    Ok(Call { taken, bytes: moved.bytes() })
}

/// Opens a line and hands pouches to and fro on it.
async fn on_line(
    courier: &Arc<Courier>,
    name: &PostName,
    address: &Address,
    connector: TlsConnector,
    moved: Moved,
) -> Result<Taken, Setback> {
    // What is wrong with the own pouch is known before anybody is called.
    let mut packed = Some(pack(courier, name, Line::Opened).await?);
    let limits = &courier.limits;
    let unreachable = |fault: &dyn std::fmt::Display| Setback::road(Trouble::Unreachable, fault);
    let line = timeout(limits.connect, TcpStream::connect((address.host.as_str(), address.port))).await;
    let line = line.map_err(|late| unreachable(&late))?.map_err(|fault| unreachable(&fault))?;
    let server = ServerName::try_from(NAME).map_err(|fault| Setback::road(Trouble::Failure, fault))?;
    let agreed = timeout(limits.handshake, connector.connect(server, Watched::new(line, moved))).await;
    let line = agreed
        .map_err(|late| Setback::road(Trouble::Tls, late))?
        .map_err(|fault| Setback::road(Trouble::of_io(&fault, Trouble::Unreachable), &fault))?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(line)).await.map_err(of_http)?;
    let talked = async {
        let mut all = Taken { from: name.to_string(), ..Taken::default() };
        let mut known = Line::Opened;
        for _ in 0..ON_ONE_LINE {
            let pouch = match packed.take() {
                Some(pouch) => pouch,
                None => pack(courier, name, known).await?,
            };
            let reply = ask(&mut sender, address, limits, pouch.clone()).await?;
            let taken = take(courier, name, pouch, reply).await?;
            if taken.confirmed {
                known = Line::Confirmed;
            }
            let goes_on = taken.confirmed || taken.asked || taken.regained > 0;
            all.add(&taken);
            if !goes_on {
                break;
            }
        }
        Ok(all)
    };
    // The line is driven beside what is asked over it. When it breaks, the asking learns of it.
    let driven = async {
        match connection.await {
            Ok(()) => std::future::pending::<()>().await,
            Err(fault) => return of_http(fault),
        }
        Setback::road(Trouble::Unreachable, "the line ended")
    };
    tokio::select! {
        biased;
        talked = talked => talked,
        setback = driven => Err(setback),
    }
}

async fn pack(courier: &Arc<Courier>, name: &PostName, line: Line) -> Result<Vec<u8>, Setback> {
    let packing = (Arc::clone(courier), name.clone());
    let packed = aside(move || packing.0.engine.pack(&packing.1, line)).await;
    let packed = packed.map_err(|fault| Setback::road(Trouble::Failure, fault))??;
    if packed.len() > courier.limits.pouch {
        return Err(Setback::road(Trouble::TooLarge, "the own pouch is too large"));
    }
    Ok(packed)
}

/// Takes in what came back for a pouch, which has arrived by that.
async fn take(courier: &Arc<Courier>, name: &PostName, sent: Vec<u8>, reply: Vec<u8>) -> Result<Taken, Setback> {
    let taking = (Arc::clone(courier), name.clone());
    let taken = aside(move || {
        taking.0.engine.note_sent(&taking.1, &sent)?;
        taking.0.engine.take_in(&reply)
    });
    let taken = taken.await.map_err(|fault| Setback::road(Trouble::Failure, fault))??;
    if taken.from != name.to_string() {
        return Err(Setback::road(Trouble::Answer, format!("the answer was packed by {}", taken.from)));
    }
    Ok(taken)
}

/// Hands a pouch over and gives the one that comes back.
async fn ask(
    sender: &mut http1::SendRequest<Full<Bytes>>,
    address: &Address,
    limits: &Limits,
    packed: Vec<u8>,
) -> Result<Vec<u8>, Setback> {
    let request = Request::post(WAY)
        .header(header::HOST, address.to_string())
        .header(header::CONTENT_TYPE, KIND)
        .body(Full::new(Bytes::from(packed)))
        .map_err(|fault| Setback::road(Trouble::Failure, fault))?;
    let response = sender.send_request(request).await.map_err(of_http)?;
    match response.status() {
        StatusCode::OK => {}
        StatusCode::PAYLOAD_TOO_LARGE => return Err(Setback::road(Trouble::TooLarge, "for the other post")),
        StatusCode::REQUEST_TIMEOUT => return Err(Setback::road(Trouble::TooSlow, "for the other post")),
        StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
            return Err(Setback::road(Trouble::Busy, "the other post asks to wait"));
        }
        status => return Err(Setback::road(Trouble::Refused, format!("the other post answered {status}"))),
    }
    match Limited::new(response.into_body(), limits.pouch).collect().await {
        Ok(body) => Ok(body.to_bytes().to_vec()),
        Err(fault) if fault.is::<LengthLimitError>() => Err(Setback::road(Trouble::TooLarge, "the answer")),
        Err(fault) => Err(Setback::road(Trouble::Unreachable, fault)),
    }
}

/// Of which trouble a failure of HTTP tells: mostly something below it.
fn of_http(fault: hyper::Error) -> Setback {
    let (trouble, told) = match below(&fault) {
        Some(below) => (Trouble::of_io(below, Trouble::Unreachable), below.to_string()),
        None if fault.is_parse() => (Trouble::Tls, fault.to_string()),
        None => (Trouble::Unreachable, fault.to_string()),
    };
    Setback::road(trouble, told)
}

/// The failed reading or writing at the bottom of a failure. It lies one step deeper where the other post broke off
/// before the request was on its way: the request is called off, because the line failed, because of TLS.
fn below<'e>(fault: &'e (dyn Error + 'static)) -> Option<&'e io::Error> {
    std::iter::successors(fault.source(), |&fault| fault.source()).find_map(|fault| fault.downcast_ref())
}

#[cfg(test)]
mod tests {
    use tokio_rustls::rustls::{self, AlertDescription};

    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("called off")]
    struct CalledOff(#[source] Box<dyn Error + Send + Sync>);

    #[test]
    fn the_reason_is_found_however_deep_it_lies() {
        let refused = io::Error::other(rustls::Error::AlertReceived(AlertDescription::UnknownCA));
        let line = CalledOff(Box::new(refused));
        assert_eq!(below(&line).map(|fault| Trouble::of_io(fault, Trouble::Unreachable)), Some(Trouble::NotKnown));
        let request = CalledOff(Box::new(line));
        assert_eq!(below(&request).map(|fault| Trouble::of_io(fault, Trouble::Unreachable)), Some(Trouble::NotKnown));
        assert!(below(&CalledOff("for no reason".into())).is_none());
    }
}
