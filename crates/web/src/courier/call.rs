//! Calling a post: one line, one request, one answer. Nothing is followed elsewhere, nothing goes through somebody in
//! between, nothing is remembered.

use std::error::Error;
use std::io;
use std::sync::Arc;

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
use super::{Courier, KIND, Setback, WAY, aside};

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

async fn exchange(courier: &Arc<Courier>, peer: &PeerRow, name: &PostName) -> Result<Call, Setback> {
    let broken = |fault: io::Error| Setback::road(Trouble::Failure, fault);
    let known = certificate_of(peer).ok_or_else(|| Setback::road(Trouble::Certificate, "it has no certificate"))?;
    let url = peer.url.as_deref().unwrap_or_default();
    let address: Address = url.parse().map_err(|fault| Setback::road(Trouble::Unreachable, fault))?;
    let packing = (Arc::clone(courier), name.clone());
    let packed = aside(move || packing.0.engine.pack(&packing.1)).await.map_err(broken)??;
    if packed.len() > courier.limits.pouch {
        return Err(Setback::road(Trouble::TooLarge, "the own pouch is too large"));
    }
    let sent = packed.clone();
    let config = courier.road().calling(&known).map_err(|failure| Setback::road(Trouble::Certificate, failure))?;
    let moved = Moved::default();
    let asked = ask(courier, &address, TlsConnector::from(config), packed, moved.clone());
    let answer = tokio::select! {
        answer = asked => answer?,
        () = moved.standstill(&courier.limits) => return Err(Setback::road(Trouble::TooSlow, "nothing moved any more")),
    };
    let taking = (Arc::clone(courier), name.clone());
    let taken = aside(move || {
        taking.0.engine.note_sent(&taking.1, &sent)?;
        taking.0.engine.take_in(&answer)
    });
    let taken = taken.await.map_err(broken)??;
    if taken.from != peer.name {
        return Err(Setback::road(Trouble::Answer, format!("the answer was packed by {}", taken.from)));
    }
    Ok(Call { taken, bytes: moved.bytes() })
}

/// Hands a pouch over and gives the one that comes back.
async fn ask(
    courier: &Courier,
    address: &Address,
    connector: TlsConnector,
    packed: Vec<u8>,
    moved: Moved,
) -> Result<Vec<u8>, Setback> {
    let limits = &courier.limits;
    let unreachable = |fault: &dyn std::fmt::Display| Setback::road(Trouble::Unreachable, fault);
    let line = timeout(limits.connect, TcpStream::connect((address.host.as_str(), address.port))).await;
    let line = line.map_err(|late| unreachable(&late))?.map_err(|fault| unreachable(&fault))?;
    let name = ServerName::try_from(NAME).map_err(|fault| Setback::road(Trouble::Failure, fault))?;
    let agreed = timeout(limits.handshake, connector.connect(name, Watched::new(line, moved))).await;
    let line = agreed
        .map_err(|late| Setback::road(Trouble::Tls, late))?
        .map_err(|fault| Setback::road(Trouble::of_io(&fault, Trouble::Unreachable), &fault))?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(line)).await.map_err(of_http)?;
    let request = Request::post(WAY)
        .header(header::HOST, address.to_string())
        .header(header::CONTENT_TYPE, KIND)
        .body(Full::new(Bytes::from(packed)))
        .map_err(|fault| Setback::road(Trouble::Failure, fault))?;
    let asked = async {
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
        answer = asked => answer,
        setback = driven => Err(setback),
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
