//! The addresses of the site, and the server that answers them.

use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use desk::Desk;
use desk::table::TableReader;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;

use crate::assets::Assets;
use crate::fault::Fault;
use crate::texts::Texts;
use crate::upload::{self, UploadPage};
use crate::visit::{App, Visit};
use crate::{
    act, api, calendar, document, draft, entrance, export, feed, file, help, import, list, map, me, opener, peer,
    record, report, search, today,
};

const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
     connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// How long a request without files may take to come.
const READING: std::time::Duration = std::time::Duration::from_secs(30);

/// How the program is run.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// True for the demonstration: every page and print says so.
    pub demo: Option<String>,
    /// True behind a server that speaks TLS: cookies are for TLS only.
    pub behind_tls: bool,
    /// How many requests a minute one officer or one token may send to the interface; the usual number where none is said.
    pub pace: Option<u32>,
}

/// Answers requests until the program is told to stop.
pub async fn serve(
    desk: Arc<Desk>,
    tables: Arc<dyn TableReader>,
    listener: std::net::TcpListener,
    options: Options,
) -> std::io::Result<()> {
    let sides = desk.sides().map_err(std::io::Error::other)?;
    let schemas = domain::NOUNS.iter().map(|noun| (noun.name, noun.schemas())).collect();
    let openapi = api::openapi::document(&schemas);
    let pace = api::Pace::of(options.pace);
    let (texts, assets) = (Texts::read(), Assets::read());
    let words = search::words(&texts);
    let app = Arc::new(App { desk, texts, words, assets, sides, options, schemas, openapi, pace, tables });
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    axum::serve(listener, router(app)).with_graceful_shutdown(told_to_stop()).await
}

/// Ends when the program is interrupted or told to stop; a signal that cannot be heard is waited for in vain.
async fn told_to_stop() {
    let interrupted = async {
        if let Err(fault) = tokio::signal::ctrl_c().await {
            tracing::warn!(%fault, "interrupts cannot be heard");
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let told = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut terminate) => drop(terminate.recv().await),
            Err(fault) => {
                tracing::warn!(%fault, "the signal to stop cannot be heard");
                std::future::pending::<()>().await;
            }
        }
    };
    #[cfg(not(unix))]
    let told = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = told => {}
    }
}

/// The table of addresses. Pages behind the door ask for a session; the others are named here one by one.
fn router(app: Arc<App>) -> Router {
    let pages = Router::new()
        .route("/", get(behind(today::home)))
        .route("/today", get(behind(today::show)))
        .route("/calendar", get(behind(calendar::show)))
        .route("/map", get(behind(map::show)))
        .route("/search", get(behind(search::show)))
        .route("/me", get(behind(me::show)).post(behind(me::change)))
        .route("/me/tokens", post(behind(opener::make_token)))
        .route("/me/tokens/{id}/revoke", post(behind(opener::revoke_token)))
        .route("/me/feeds", post(behind(opener::make_feed)))
        .route("/me/feeds/{id}/revoke", post(behind(opener::revoke_feed)))
        .route("/refusals", get(behind(me::refusals)))
        .route("/logout", post(behind(entrance::log_out)))
        .route("/draft/{form}", put(behind(draft::save)).delete(behind(draft::forget)))
        .route("/peer", get(behind(peer::show)))
        .route(
            "/document/together/{kind}",
            get(behind(document::together::show)).post(behind(document::together::sign)),
        )
        .route("/document/{id}/release", get(behind(document::release_form)).post(behind(document::release)))
        .route("/document/{id}/share", post(behind(document::share)))
        .route("/document/{id}/compare", get(behind(document::compare_form)))
        .route("/document/{id}/take-over", post(behind(document::take_over)))
        .route("/document/{id}/say/{kind}", get(behind(document::say_form)).post(behind(document::say)))
        .route("/document/{id}/bundle.twp", get(behind(document::bundle)))
        .route("/{noun}", get(behind(list::show)))
        .route("/{noun}/export/{file}", get(behind(export::list)))
        .route("/{noun}/new", get(behind(act::choose)))
        .route("/{noun}/{id}", get(behind(record::show)))
        .route("/{noun}/{id}/{command}", get(behind(act::form)))
        .route("/{noun}/{id}/figure/{figure}", get(behind(report::records)))
        .route("/{noun}/{id}/export/{file}", get(behind(export::report)));
    let open = Router::new()
        .route("/login", get(open_page(entrance::door)).post(open_page(entrance::log_in)))
        .route("/invitation/{token}", get(open_page(entrance::invitation)).post(open_page(entrance::accept)))
        .route("/help", get(open_page(help::show)))
        .route("/health", get(open_page(help::health)))
        .route("/static/{file}", get(open_page(files)))
        .route("/feeds/{file}", get(open_page(feed::show)))
        .fallback(open_page(|_| Err(Fault::NotFound)));
    // Whoever takes a table in waits for it to be read, and a form may carry files over a slow line.
    let tables = Router::new()
        .route("/{noun}/new", post(form(act::begin)))
        .route("/{noun}/{id}/{command}", post(form(act::act)))
        .route("/{noun}/{id}/file/{sha256}", get(behind(file::download)))
        .route("/import", get(behind(import::show)).post(UploadPage(import::send)))
        .route("/import/template/{file}", get(behind(import::template)))
        .route("/import/waiting/{token}", get(behind(import::waiting)).post(behind(import::change)))
        .route("/import/waiting/{token}/confirm", post(behind(import::confirm)))
        .route("/import/waiting/{token}/discard", post(behind(import::discard)))
        .route("/import/waiting/{token}/rejected.csv", get(behind(import::rejected)));
    let small = SizeAbove::new(256).and(NotForContentType::const_new("font/woff2"));
    let fixed = |name: &'static str, value: &'static str| {
        SetResponseHeaderLayer::if_not_present(HeaderName::from_static(name), HeaderValue::from_static(value))
    };
    let until = |seconds| {
        let late = axum::http::StatusCode::GATEWAY_TIMEOUT;
        TimeoutLayer::with_status_code(late, std::time::Duration::from_secs(seconds))
    };
    pages
        .merge(open)
        .merge(api::router())
        .layer(until(30))
        .merge(tables.merge(api::uploads()).layer(until(600)))
        .layer(CompressionLayer::new().quality(tower_http::CompressionLevel::Best).compress_when(small))
        .layer(fixed("content-security-policy", CONTENT_POLICY))
        .layer(fixed("x-content-type-options", "nosniff"))
        .layer(fixed("referrer-policy", "same-origin"))
        .layer(fixed("cross-origin-opener-policy", "same-origin"))
        .layer(SetResponseHeaderLayer::if_not_present(header::CACHE_CONTROL, HeaderValue::from_static("no-store")))
        .with_state(app)
}

type Page = fn(&Visit) -> Result<Response, Fault>;

/// A page for officers: without a session the door is shown, and a form that is not ours is refused.
fn behind(page: Page) -> MethodHandler {
    MethodHandler { page, is_open: false, takes_files: false }
}

/// A page for officers that takes a form, with files or without.
fn form(page: Page) -> MethodHandler {
    MethodHandler { page, is_open: false, takes_files: true }
}

/// A page for everybody.
fn open_page(page: Page) -> MethodHandler {
    MethodHandler { page, is_open: true, takes_files: false }
}

/// A page with its door.
#[derive(Clone, Copy)]
struct MethodHandler {
    page: Page,
    is_open: bool,
    takes_files: bool,
}

impl axum::handler::Handler<(), Arc<App>> for MethodHandler {
    type Future = std::pin::Pin<Box<dyn Future<Output = Response> + Send>>;

    fn call(self, request: Request, app: Arc<App>) -> Self::Future {
        Box::pin(async move {
            if self.takes_files && upload::is_form_with_files(&request) {
                return upload::answered_form(self.page, request, app).await;
            }
            let Ok(visit) = tokio::time::timeout(READING, Visit::read(app, request)).await else {
                return axum::http::StatusCode::REQUEST_TIMEOUT.into_response();
            };
            if visit.is_too_large {
                return axum::http::StatusCode::PAYLOAD_TOO_LARGE.into_response();
            }
            // The desk blocks on the disk: pages are made on threads that may wait.
            let made = tokio::task::spawn_blocking(move || self.answer(visit.recognised()));
            made.await.unwrap_or_else(|_| axum::http::StatusCode::INTERNAL_SERVER_ERROR.into_response())
        })
    }
}

impl MethodHandler {
    fn answer(self, visit: Visit) -> Response {
        let outcome = if self.is_open {
            (self.page)(&visit)
        } else if visit.session.is_none() {
            Err(Fault::NoSession)
        } else if !visit.method.is_safe() && !visit.is_ours() {
            Err(Fault::NotOurs)
        } else {
            (self.page)(&visit)
        };
        let mut response = outcome.unwrap_or_else(|fault| fault.page(&visit));
        entrance::remember(&visit, &mut response);
        response
    }
}

fn files(visit: &Visit) -> Result<Response, Fault> {
    Ok(visit.app.assets.answer(&visit.path, &visit.headers))
}
