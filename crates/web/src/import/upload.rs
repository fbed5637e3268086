//! Files that come in: read piece by piece into a file without a name, and only from officers who are logged in.

use std::future::poll_fn;
use std::io::{Seek, SeekFrom, Write};
use std::pin::Pin;
use std::sync::Arc;

use axum::body::{Body, HttpBody};
use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use desk::Failure;
use desk::table::Limits;

use crate::fault::Fault;
use crate::visit::{App, Visit};

/// How much the fields beside the file may hold, and how many there may be.
const FIELD_BYTES: u64 = 8 << 10;
const FIELDS: usize = 40;

/// A file that was sent.
pub struct Sent {
    /// Its name, as it came.
    pub name: String,
    /// Its bytes, from the first one on.
    pub file: std::fs::File,
}

type Page = fn(&Visit, Sent) -> Result<Response, Fault>;

/// A page that takes a file. Who is not logged in is shown the door before anything of the file is read.
#[derive(Clone, Copy)]
pub struct UploadPage(pub Page);

impl axum::handler::Handler<(), Arc<App>> for UploadPage {
    type Future = std::pin::Pin<Box<dyn Future<Output = Response> + Send>>;

    fn call(self, request: Request, app: Arc<App>) -> Self::Future {
        Box::pin(async move { answered(self.0, request, app).await })
    }
}

async fn answered(page: Page, request: Request, app: Arc<App>) -> Response {
    let broken = || StatusCode::INTERNAL_SERVER_ERROR.into_response();
    let (mut parts, body) = request.into_parts();
    let visit = Visit::of_head(app, &mut parts).await;
    let Ok(mut visit) = tokio::task::spawn_blocking(move || visit.recognised()).await else { return broken() };
    let taken = match visit.session {
        None => Err(Fault::NoSession),
        Some(_) => taken(&mut visit, body).await,
    };
    let made = tokio::task::spawn_blocking(move || {
        let outcome = taken.and_then(|sent| if visit.is_ours() { page(&visit, sent) } else { Err(Fault::NotOurs) });
        let mut response = outcome.unwrap_or_else(|fault| fault.page(&visit));
        crate::entrance::remember(&visit, &mut response);
        response
    });
    made.await.unwrap_or_else(|_| broken())
}

/// The file and, where a form was sent, the fields beside it.
pub async fn taken(visit: &mut Visit, body: Body) -> Result<Sent, Fault> {
    let kind = visit.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    match multer::parse_boundary(kind) {
        Ok(boundary) => of_form(visit, multer::Multipart::new(body.into_data_stream(), boundary)).await,
        Err(_) => {
            let name = visit.asked("name").unwrap_or_default().to_owned();
            of_body(name, body).await
        }
    }
}

async fn of_form(visit: &mut Visit, mut form: multer::Multipart<'static>) -> Result<Sent, Fault> {
    let bad = |fault: multer::Error| Fault::Bad(fault.to_string());
    let mut sent = None;
    for _ in 0..FIELDS {
        let Some(mut field) = form.next_field().await.map_err(bad)? else { break };
        let name = field.name().unwrap_or_default().to_owned();
        if name == "file" {
            let mut spool = Spool::new()?;
            let file_name = field.file_name().unwrap_or_default().to_owned();
            while let Some(piece) = field.chunk().await.map_err(bad)? {
                spool.take(&piece)?;
            }
            sent = Some(spool.sent(file_name)?);
            continue;
        }
        let mut bytes = Vec::new();
        while let Some(piece) = field.chunk().await.map_err(bad)? {
            if bytes.len() as u64 + piece.len() as u64 > FIELD_BYTES {
                return Err(Fault::TooLarge);
            }
            bytes.extend_from_slice(&piece);
        }
        let text = String::from_utf8(bytes).map_err(|fault| Fault::Bad(fault.to_string()))?;
        visit.form.push((name, text));
    }
    sent.ok_or_else(|| Fault::Bad("no file was sent".to_owned()))
}

async fn of_body(name: String, mut body: Body) -> Result<Sent, Fault> {
    let mut spool = Spool::new()?;
    while let Some(frame) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        let frame = frame.map_err(|fault| Fault::Bad(fault.to_string()))?;
        if let Ok(piece) = frame.into_data() {
            spool.take(&piece)?;
        }
    }
    spool.sent(name)
}

/// A file as it comes in.
struct Spool {
    file: std::fs::File,
    left: u64,
}

impl Spool {
    fn new() -> Result<Self, Fault> {
        // One byte more than allowed, so that the desk refuses it by its limit.
        Ok(Self { file: tempfile::tempfile().map_err(unfit)?, left: Limits::default().file_bytes + 1 })
    }

    fn take(&mut self, piece: &[u8]) -> Result<(), Fault> {
        self.left = self.left.checked_sub(piece.len() as u64).ok_or(Fault::TooLarge)?;
        self.file.write_all(piece).map_err(unfit)
    }

    fn sent(mut self, name: String) -> Result<Sent, Fault> {
        self.file.seek(SeekFrom::Start(0)).map_err(unfit)?;
        Ok(Sent { name, file: self.file })
    }
}

fn unfit(fault: std::io::Error) -> Fault {
    Fault::Failure(Failure::Unfit(format!("a file cannot be taken in now: {fault}")))
}
