//! The HTTP interface: the same functions under the same authority as the pages, as JSON; problems as RFC 9457. Every
//! way in stands in a table of `route.rs`; what is asked of every request alike stands here.

mod answer;
mod files;
mod fit;
mod imports;
pub mod openapi;
mod openers;
mod overview;
mod pace;
mod papers;
pub mod problem;
mod published;
mod question;
mod records;
mod route;
mod shape;
mod table;

use std::sync::{Arc, PoisonError};

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, delete, get, post};
use domain::Declared;

pub use answer::Answer;
pub use openers::about_of;
pub use pace::Pace;

use self::problem::Problem;
use self::route::{Entry, Method, Route, Takes, routes};
use crate::fault::Fault;
use crate::upload::taken;
use crate::visit::{App, Visit};

/// The addresses of the interface: every way for every noun, and problems where there is none.
pub fn router() -> Router<Arc<App>> {
    let mut router = Router::new();
    for route in routes().filter(|route| !matches!(route.takes, Takes::File)) {
        for (path, noun) in route.places() {
            let way = Way { route, noun };
            let methods: MethodRouter<Arc<App>> = match route.method {
                Method::Get => get(way),
                Method::Post => post(way),
                Method::Delete => delete(way),
            };
            router = router.route(&path, methods);
        }
    }
    let no_method = |_: &Visit| Err(Problem::of("method").into());
    router
        .method_not_allowed_fallback(Nowhere { page: no_method })
        .route("/api", get(Nowhere { page: |_| Err(Fault::NotFound) }))
        .route(
            "/api/{*rest}",
            get(Nowhere { page: |_| Err(Fault::NotFound) }).fallback(Nowhere { page: |_| Err(Fault::NotFound) }),
        )
}

/// The addresses of the interface that take a file: reading one may last.
pub fn uploads() -> Router<Arc<App>> {
    let takes_file = |route: &&Route| matches!(route.takes, Takes::File);
    routes().filter(takes_file).fold(Router::new(), |router, route| {
        let noun = route.places().into_iter().find_map(|(_, noun)| noun);
        router.route(route.path, post(FileWay(Way { route, noun })))
    })
}

/// One way, for one noun or for none.
#[derive(Clone, Copy)]
struct Way {
    route: &'static Route,
    noun: Option<&'static Declared>,
}

/// A way that takes a file: it is read only from who may send one.
#[derive(Clone, Copy)]
struct FileWay(Way);

/// Where no way leads.
#[derive(Clone, Copy)]
struct Nowhere {
    page: fn(&Visit) -> Result<Response, Fault>,
}

type Answering = std::pin::Pin<Box<dyn Future<Output = Response> + Send>>;

/// Answers on a thread that may wait, because the desk blocks on the disk.
fn apart(request: Request, app: Arc<App>, answer: impl FnOnce(Visit) -> Response + Send + 'static) -> Answering {
    Box::pin(async move {
        let visit = Visit::read(app, request).await;
        let made = tokio::task::spawn_blocking(move || answer(visit.recognised()));
        made.await.unwrap_or_else(|_| broken())
    })
}

fn broken() -> Response {
    let body = r#"{"type":"urn:twinpost:problem:failure","title":"Something broke.","status":500}"#;
    let kind = (axum::http::header::CONTENT_TYPE, "application/problem+json");
    (StatusCode::INTERNAL_SERVER_ERROR, [kind], body).into_response()
}

impl axum::handler::Handler<(), Arc<App>> for Way {
    type Future = Answering;

    fn call(self, request: Request, app: Arc<App>) -> Self::Future {
        apart(request, app, move |visit| self.answer(&visit))
    }
}

impl axum::handler::Handler<(), Arc<App>> for FileWay {
    type Future = Answering;

    fn call(self, request: Request, app: Arc<App>) -> Self::Future {
        Box::pin(async move {
            let (mut parts, body) = request.into_parts();
            let visit = Visit::of_head(app, &mut parts).await;
            let known = tokio::task::spawn_blocking(move || {
                let visit = visit.recognised();
                let asked = self.0.asked(&visit);
                (visit, asked)
            });
            let Ok((mut visit, asked)) = known.await else { return broken() };
            let sent = match asked {
                Ok(()) => taken(&mut visit, body).await,
                Err(fault) => Err(fault),
            };
            let made = tokio::task::spawn_blocking(move || match sent {
                Ok(sent) => {
                    *visit.file.lock().unwrap_or_else(PoisonError::into_inner) = Some(sent);
                    self.0.answer_asked(&visit)
                }
                Err(fault) => fault.page(&visit),
            });
            made.await.unwrap_or_else(|_| broken())
        })
    }
}

impl axum::handler::Handler<(), Arc<App>> for Nowhere {
    type Future = Answering;

    fn call(self, request: Request, app: Arc<App>) -> Self::Future {
        apart(request, app, move |visit| (self.page)(&visit).unwrap_or_else(|fault| fault.page(&visit)))
    }
}

impl Way {
    fn answer(self, visit: &Visit) -> Response {
        self.asked(visit).map_or_else(|fault| fault.page(visit), |()| self.answer_asked(visit))
    }

    fn answer_asked(self, visit: &Visit) -> Response {
        match (self.route.page)(visit) {
            Ok(answer) => answer.response(self.route.is_read(), &visit.headers),
            Err(fault) => fault.page(visit),
        }
    }

    /// What every request has to meet before anything is done, in this order.
    fn asked(self, visit: &Visit) -> Result<(), Fault> {
        if self.route.entry != Entry::Open {
            self.let_in(visit)?;
        }
        let mut kinds = self.route.kinds().to_vec();
        kinds.push("application/problem+json");
        if !question::takes(&visit.headers, &kinds) {
            return Err(Problem::of("not-acceptable").told(format!("this is given as {}", kinds.join(", "))).into());
        }
        if visit.is_too_large && !matches!(self.route.takes, Takes::Nothing) {
            return Err(Problem::of("too-large").into());
        }
        question::check_query(visit, self.route.query)
    }

    fn let_in(self, visit: &Visit) -> Result<(), Fault> {
        let officer = visit.officer().ok_or(Fault::NoSession)?;
        let whose = visit.pass.as_ref().map_or(officer.as_str(), |pass| pass.id.as_str());
        let now_ms = visit.app.desk.now().as_millisecond();
        if let Err(wait) = visit.app.pace.take(whose, self.route.cost, now_ms) {
            return Err(Problem { wait_s: Some(wait), ..Problem::of("too-many-requests") }.into());
        }
        let Some(pass) = &visit.pass else {
            return if self.route.is_read() || visit.is_ours() { Ok(()) } else { Err(Fault::NotOurs) };
        };
        let is_open = match (self.route.entry, self.noun) {
            (Entry::Open, _) => true,
            (Entry::Officer(right), Some(noun)) => pass.allows(right, noun.name),
            (Entry::Officer(right), None) => pass.goes_so_far(right),
            (Entry::Person, _) => false,
        };
        if is_open { Ok(()) } else { Err(Problem::of("token-scope").into()) }
    }
}
