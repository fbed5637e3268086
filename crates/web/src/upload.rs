//! Files that come in: read piece by piece into files without a name, and only from officers who are logged in. A table
//! to be taken in comes alone; a form may carry files beside its fields.

use std::future::poll_fn;
use std::io::{Seek, SeekFrom, Write};
use std::pin::Pin;
use std::sync::Arc;

use axum::body::{Body, HttpBody};
use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use desk::table::Limits;
use desk::{FILE_BYTES, Failure, FileError};

use crate::fault::Fault;
use crate::form::{FILE_FAULT, FILE_SENT};
use crate::visit::{App, BODY_LIMIT, FIELDS_LIMIT, Visit};

/// How many files a form may carry, and how many bytes all of them together.
const FORM_FILES: usize = 40;
const FORM_BYTES: u64 = 4 * FILE_BYTES;

/// A file that was sent.
pub struct Sent {
    /// The field of the form in which it came; blank where it came as the body.
    pub field: String,
    /// Its name, as it came.
    pub name: String,
    /// Its bytes, from the first one on: at most one more than allowed, so that the desk refuses it by its limit.
    pub file: std::fs::File,
}

/// How much is read.
struct Bounds {
    /// Bytes of all fields together.
    text: u64,
    fields: usize,
    /// Bytes of one file.
    file: u64,
    files: usize,
    /// Bytes of all files together, of which those beyond the bound of one file are read and thrown away, so that the
    /// other fields of the form still come.
    all: u64,
}

impl Bounds {
    fn of_table() -> Self {
        let file = Limits::default().file_bytes;
        Self { text: 64 << 10, fields: 40, file, files: 1, all: file + 1 }
    }

    fn of_form() -> Self {
        let text = BODY_LIMIT as u64;
        Self { text, fields: FIELDS_LIMIT, file: FILE_BYTES, files: FORM_FILES, all: FORM_BYTES }
    }
}

type TablePage = fn(&Visit, Sent) -> Result<Response, Fault>;

/// A page that takes a table. Who is not logged in is shown the door before anything of the file is read.
#[derive(Clone, Copy)]
pub struct UploadPage(pub TablePage);

impl axum::handler::Handler<(), Arc<App>> for UploadPage {
    type Future = std::pin::Pin<Box<dyn Future<Output = Response> + Send>>;

    fn call(self, request: Request, app: Arc<App>) -> Self::Future {
        Box::pin(async move { answered_table(self.0, request, app).await })
    }
}

async fn answered_table(page: TablePage, request: Request, app: Arc<App>) -> Response {
    let (mut parts, body) = request.into_parts();
    let visit = Visit::of_head(app, &mut parts).await;
    let Ok(mut visit) = tokio::task::spawn_blocking(move || visit.recognised()).await else { return broken() };
    let taken = match visit.session {
        None => Err(Fault::NoSession),
        Some(_) => taken(&mut visit, body).await,
    };
    made(visit, move |visit| {
        let sent = taken?;
        if visit.is_ours() { page(visit, sent) } else { Err(Fault::NotOurs) }
    })
    .await
}

/// Answers a form that carries files: they are kept before the page is made, and stand among its fields then.
pub async fn answered_form(page: fn(&Visit) -> Result<Response, Fault>, request: Request, app: Arc<App>) -> Response {
    let (mut parts, body) = request.into_parts();
    let visit = Visit::of_head(app, &mut parts).await;
    let Ok(mut visit) = tokio::task::spawn_blocking(move || visit.recognised()).await else { return broken() };
    let read = match (&visit.session, boundary(&visit)) {
        (None, _) => Err(Fault::NoSession),
        (Some(_), None) => Err(Fault::Bad("this is no form".to_owned())),
        (Some(_), Some(boundary)) => {
            let form = multer::Multipart::new(body.into_data_stream(), boundary);
            of_form(&mut visit, form, &Bounds::of_form()).await
        }
    };
    made(visit, move |visit| {
        let sent = read?;
        if !visit.is_ours() {
            return Err(Fault::NotOurs);
        }
        keep(visit, sent)?;
        page(visit)
    })
    .await
}

/// True for a form that may carry files.
pub fn is_form_with_files(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE).map(|kind| kind.as_bytes()).unwrap_or_default();
    kind.starts_with(b"multipart/form-data")
}

/// Makes the page on a thread that may wait.
async fn made(mut visit: Visit, page: impl FnOnce(&mut Visit) -> Result<Response, Fault> + Send + 'static) -> Response {
    let made = tokio::task::spawn_blocking(move || {
        let mut response = page(&mut visit).unwrap_or_else(|fault| fault.page(&visit));
        crate::entrance::remember(&visit, &mut response);
        response
    });
    made.await.unwrap_or_else(|_| broken())
}

fn broken() -> Response {
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

/// Keeps the files of a form for the act that will name them. What is wrong with one stands beside its field.
fn keep(visit: &mut Visit, sent: Vec<Sent>) -> Result<(), Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?.clone();
    for Sent { field, name, mut file } in sent {
        let Some(path) = field.strip_suffix(FILE_SENT) else { continue };
        match visit.app.desk.keep_file(&officer, &name, &mut file) {
            Ok(attached) => visit.form.push((field, serde_json::json!(attached).to_string())),
            Err(FileError::Failure(failure)) => return Err(failure.into()),
            Err(error) => visit.form.push((format!("{path}{FILE_FAULT}"), error.code().to_owned())),
        }
    }
    Ok(())
}

/// The file and, where a form was sent, the fields beside it.
pub async fn taken(visit: &mut Visit, body: Body) -> Result<Sent, Fault> {
    let Some(boundary) = boundary(visit) else {
        let name = visit.asked("name").unwrap_or_default().to_owned();
        return of_body(name, body).await;
    };
    let form = multer::Multipart::new(body.into_data_stream(), boundary);
    let sent = of_form(visit, form, &Bounds::of_table()).await?;
    let table = sent.into_iter().find(|sent| sent.field == "file");
    table.ok_or_else(|| Fault::Bad("no file was sent".to_owned()))
}

fn boundary(visit: &Visit) -> Option<String> {
    let kind = visit.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    multer::parse_boundary(kind).ok()
}

/// Reads a form: its fields into the visit, its files beside it. No file is read of a form that is not ours.
async fn of_form(visit: &mut Visit, mut form: multer::Multipart<'static>, bounds: &Bounds) -> Result<Vec<Sent>, Fault> {
    let bad = |fault: multer::Error| Fault::Bad(fault.to_string());
    let (mut files, mut text, mut all) = (Vec::new(), 0u64, 0u64);
    for _ in 0..bounds.fields + bounds.files {
        let Some(mut field) = form.next_field().await.map_err(bad)? else { return Ok(files) };
        let name = field.name().unwrap_or_default().to_owned();
        let Some(file_name) = field.file_name().map(str::to_owned) else {
            let mut bytes = Vec::new();
            while let Some(piece) = field.chunk().await.map_err(bad)? {
                text += piece.len() as u64;
                if text > bounds.text {
                    return Err(Fault::TooLarge);
                }
                bytes.extend_from_slice(&piece);
            }
            let value = String::from_utf8(bytes).map_err(|fault| Fault::Bad(fault.to_string()))?;
            visit.form.push((name, value));
            continue;
        };
        if !visit.is_ours() {
            return Err(Fault::NotOurs);
        }
        let (mut spool, mut length) = (Spool::new(bounds.file)?, 0u64);
        while let Some(piece) = field.chunk().await.map_err(bad)? {
            length += piece.len() as u64;
            all += piece.len() as u64;
            if all > bounds.all {
                return Err(Fault::TooLarge);
            }
            spool.take(&piece)?;
        }
        // A field for a file into which none was put comes without a name.
        if !file_name.is_empty() || length > 0 {
            files.push(spool.sent(name, file_name)?);
        }
        if files.len() > bounds.files {
            return Err(Fault::TooLarge);
        }
    }
    Err(Fault::TooLarge)
}

async fn of_body(name: String, mut body: Body) -> Result<Sent, Fault> {
    let file_bytes = Limits::default().file_bytes;
    let (mut spool, mut left) = (Spool::new(file_bytes)?, file_bytes + 1);
    while let Some(frame) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        let frame = frame.map_err(|fault| Fault::Bad(fault.to_string()))?;
        if let Ok(piece) = frame.into_data() {
            left = left.checked_sub(piece.len() as u64).ok_or(Fault::TooLarge)?;
            spool.take(&piece)?;
        }
    }
    spool.sent(String::new(), name)
}

/// A file as it comes in.
struct Spool {
    file: std::fs::File,
    left: u64,
}

impl Spool {
    /// Room for one byte more than allowed.
    fn new(most: u64) -> Result<Self, Fault> {
        Ok(Self { file: tempfile::tempfile().map_err(unfit)?, left: most + 1 })
    }

    /// Keeps of the piece what there is room for.
    fn take(&mut self, piece: &[u8]) -> Result<(), Fault> {
        let wanted = usize::try_from(self.left).unwrap_or(usize::MAX).min(piece.len());
        self.left -= wanted as u64;
        self.file.write_all(piece.get(..wanted).unwrap_or_default()).map_err(unfit)
    }

    fn sent(mut self, field: String, name: String) -> Result<Sent, Fault> {
        self.file.seek(SeekFrom::Start(0)).map_err(unfit)?;
        Ok(Sent { field, name, file: self.file })
    }
}

fn unfit(fault: std::io::Error) -> Fault {
    Fault::Failure(Failure::Unfit(format!("a file cannot be taken in now: {fault}")))
}
