//! Being called: whoever shows the certificate of a post that was met may bring one pouch and takes one away. There is
//! nothing else here to ask for, and what is wrong is told by a code alone.

use std::collections::HashMap;
use std::convert::Infallible;
use std::io;
use std::net::TcpListener;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use desk::courier::Line;
use desk::road::{CourierError, KnownPost, PostName, inspect};
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper::body::{Body as _, Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode, header};
use hyper_util::rt::{TokioIo, TokioTimer};
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::{Notify, Semaphore};
use tokio::time::{Instant, timeout};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::server::ParsedCertificate;

use super::moving::{Moved, Watched};
use super::{Courier, KIND, WAY, aside};
use crate::api::Pace;

/// How long a caller that was turned away may go on speaking, so that he learns why.
const LINGER: Duration = Duration::from_secs(2);
/// After how many seconds another try makes sense when there is too much to do.
const BUSY_SECONDS: u64 = 30;

type Answer = Response<Full<Bytes>>;

/// What all callers share.
struct Counter {
    courier: Arc<Courier>,
    at_once: Semaphore,
    turns: Mutex<HashMap<String, Arc<Turn>>>,
    pace: Pace,
    begun: Instant,
}

/// Answers callers until the program ends.
pub async fn answer(courier: Arc<Courier>, listener: TcpListener) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let connections = Arc::new(Semaphore::new(courier.limits.connections));
    let (at_once, pace) = (Semaphore::new(courier.limits.at_once), Pace::of(Some(courier.limits.a_minute)));
    let (turns, begun) = (Mutex::default(), Instant::now());
    let counter = Arc::new(Counter { courier, at_once, turns, pace, begun });
    loop {
        let line = match listener.accept().await {
            Ok((line, _)) => line,
            Err(fault) => {
                // As when too many files are open: what frees them is going on elsewhere.
                tracing::warn!(%fault, "a caller could not be let in");
                tokio::time::sleep(Duration::from_millis(100)).await;
                continue;
            }
        };
        let Ok(place) = Arc::clone(&connections).try_acquire_owned() else { continue };
        let counter = Arc::clone(&counter);
        tokio::spawn(async move {
            let moved = Moved::default();
            tokio::select! {
                served = counter.serve(line, moved.clone()) => {
                    if let Err(fault) = served {
                        tracing::debug!(%fault, "a caller was not served");
                    }
                }
                () = moved.standstill(&counter.courier.limits) => tracing::debug!("a caller fell silent"),
            }
            drop(place);
        });
    }
}

impl Counter {
    async fn serve(self: &Arc<Self>, line: TcpStream, moved: Moved) -> io::Result<()> {
        let courier = Arc::clone(&self.courier);
        let known = aside(move || courier.known()).await?.map_err(io::Error::other)?;
        let config = self.courier.road().called(&known).map_err(io::Error::other)?;
        let agreeing = TlsAcceptor::from(config).accept(Watched::new(line, moved)).into_fallible();
        let limits = &self.courier.limits;
        let line = match timeout(limits.handshake, agreeing).await.map_err(io::Error::other)? {
            Ok(line) => line,
            Err((fault, mut line)) => {
                // The alert is on its way; closed at once, it would be lost with what the caller still sends.
                let _ = line.shutdown().await;
                let mut rest = [0; 4_096];
                let _ = timeout(LINGER, async { while line.read(&mut rest).await.is_ok_and(|read| read > 0) {} }).await;
                return Err(fault);
            }
        };
        let caller = caller(&line, &known).ok_or_else(|| io::Error::other("the caller is not known"))?;
        let visit = Visit::of(caller, &self.turns);
        let service = service_fn(|request| async { Ok::<_, Infallible>(self.answer(request, &visit).await) });
        let mut http = http1::Builder::new();
        http.keep_alive(true).half_close(false).timer(TokioTimer::new()).header_read_timeout(limits.handshake);
        http.max_buf_size(64 << 10);
        tokio::select! {
            served = http.serve_connection(TokioIo::new(line), service) => served.map_err(io::Error::other),
            () = visit.is_over() => Err(io::Error::other("the caller has opened another line")),
        }
    }

    async fn answer(self: &Arc<Self>, request: Request<Incoming>, visit: &Visit) -> Answer {
        if request.uri().path() != WAY {
            return problem(StatusCode::NOT_FOUND, "not-found");
        }
        if request.method() != Method::POST {
            let mut answer = problem(StatusCode::METHOD_NOT_ALLOWED, "method");
            answer.headers_mut().insert(header::ALLOW, header::HeaderValue::from_static("POST"));
            return answer;
        }
        let now_ms = i64::try_from(self.begun.elapsed().as_millis()).unwrap_or(i64::MAX);
        let whose = visit.caller.to_string();
        if let Err(seconds) = self.pace.take(&whose, 1, now_ms) {
            return wait(StatusCode::TOO_MANY_REQUESTS, "too-many-requests", seconds);
        }
        let Ok(_place) = self.at_once.try_acquire() else {
            return wait(StatusCode::SERVICE_UNAVAILABLE, "busy", BUSY_SECONDS);
        };
        let limit = self.courier.limits.pouch;
        if request.body().size_hint().lower() > limit as u64 {
            return problem(StatusCode::PAYLOAD_TOO_LARGE, "too-large");
        }
        let packed = match Limited::new(request.into_body(), limit).collect().await {
            Ok(body) => body.to_bytes(),
            Err(fault) if fault.is::<LengthLimitError>() => return problem(StatusCode::PAYLOAD_TOO_LARGE, "too-large"),
            Err(_) => return problem(StatusCode::BAD_REQUEST, "bad-request"),
        };
        // Whatever becomes of the line, what was begun with this post is finished before anything else is.
        let turn = Arc::clone(&visit.turn.work).lock_owned().await;
        if !visit.is_latest() {
            return wait(StatusCode::SERVICE_UNAVAILABLE, "busy", BUSY_SECONDS);
        }
        let (courier, caller) = (Arc::clone(&self.courier), visit.caller.clone());
        let is_confirmed = visit.is_confirmed.load(Ordering::Relaxed);
        let exchanging = move || {
            let exchanged = exchanged(&courier, &packed, &caller, is_confirmed);
            drop(turn);
            exchanged
        };
        match aside(exchanging).await {
            Ok((answer, is_confirmed)) => {
                visit.is_confirmed.store(is_confirmed, Ordering::Relaxed);
                answer
            }
            Err(_) => problem(StatusCode::INTERNAL_SERVER_ERROR, "failure"),
        }
    }
}

/// Takes the caller's pouch in and packs the one that goes back. With it, whether the caller has confirmed by now what he
/// holds of the own log.
fn exchanged(courier: &Courier, packed: &[u8], caller: &PostName, is_confirmed: bool) -> (Answer, bool) {
    // A pouch of somebody else is carried in a file; on the line each post hands over its own.
    match inspect(packed) {
        Ok(view) if view.from != caller.to_string() => {
            return (problem(StatusCode::FORBIDDEN, "not-your-pouch"), is_confirmed);
        }
        _ => {}
    }
    let mut is_confirmed = is_confirmed;
    let done = courier.engine.take_in(packed).and_then(|taken| {
        is_confirmed |= taken.confirmed;
        courier.engine.pack(caller, if is_confirmed { Line::Confirmed } else { Line::Opened })
    });
    let answer = match done {
        Ok(reply) => {
            let kind = (header::CONTENT_TYPE, header::HeaderValue::from_static(KIND));
            let mut answer = Response::new(Full::new(Bytes::from(reply)));
            answer.headers_mut().insert(kind.0, kind.1);
            answer
        }
        Err(CourierError::Failure(failure)) => {
            tracing::error!(%failure, %caller, "a pouch could not be taken in");
            problem(StatusCode::INTERNAL_SERVER_ERROR, "failure")
        }
        Err(error) => {
            tracing::info!(%error, %caller, "a pouch was refused");
            problem(StatusCode::UNPROCESSABLE_ENTITY, error.code())
        }
    };
    (answer, is_confirmed)
}

/// Who called, by the key of the certificate.
fn caller<S>(line: &tokio_rustls::server::TlsStream<S>, known: &[KnownPost]) -> Option<PostName> {
    let (_, conversation) = line.get_ref();
    let shown = conversation.peer_certificates()?.first()?;
    let key = ParsedCertificate::try_from(shown).ok()?.subject_public_key_info();
    let same = |post: &&KnownPost| post.has_key(key.as_ref());
    known.iter().find(same).map(|post| post.name.clone())
}

/// The lines of one post. It has one at a time, the latest: what it said on it to hold is true as long as that lasts, and
/// one that was cut is not in the way of the next.
#[derive(Default)]
struct Turn {
    latest: AtomicU64,
    changed: Notify,
    work: Arc<tokio::sync::Mutex<()>>,
}

/// A caller while his line is open.
struct Visit {
    caller: PostName,
    turn: Arc<Turn>,
    number: u64,
    /// Whether he has said on this line that he holds nothing of the own log that is not here.
    is_confirmed: AtomicBool,
}

impl Visit {
    fn of(caller: PostName, turns: &Mutex<HashMap<String, Arc<Turn>>>) -> Self {
        let mut turns = turns.lock().unwrap_or_else(PoisonError::into_inner);
        let turn = Arc::clone(turns.entry(caller.to_string()).or_default());
        let number = turn.latest.fetch_add(1, Ordering::SeqCst) + 1;
        turn.changed.notify_waiters();
        Self { caller, turn, number, is_confirmed: AtomicBool::new(false) }
    }

    fn is_latest(&self) -> bool {
        self.turn.latest.load(Ordering::SeqCst) == self.number
    }

    /// Ends when the caller has opened another line.
    async fn is_over(&self) {
        loop {
            let mut changed = pin!(self.turn.changed.notified());
            changed.as_mut().enable();
            if !self.is_latest() {
                return;
            }
            changed.await;
        }
    }
}

/// A problem document (RFC 9457) with a code and nothing of what is inside.
fn problem(status: StatusCode, code: &str) -> Answer {
    let title = status.canonical_reason().unwrap_or("Problem");
    let body = json!({ "type": format!("urn:twinpost:problem:{code}"), "title": title, "status": status.as_u16() });
    let mut answer = Response::new(Full::new(Bytes::from(body.to_string())));
    *answer.status_mut() = status;
    let kind = header::HeaderValue::from_static("application/problem+json");
    answer.headers_mut().insert(header::CONTENT_TYPE, kind);
    answer
}

fn wait(status: StatusCode, code: &str, seconds: u64) -> Answer {
    let mut answer = problem(status, code);
    answer.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from(seconds));
    answer
}
