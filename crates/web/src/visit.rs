//! One request: who comes, in which language, from where, with which fields.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::body::to_bytes;
use axum::extract::{FromRequestParts, RawPathParams, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use desk::table::TableReader;
use desk::{Desk, Pass, Preferences, Session, TOKEN_PREFIX, Token, Vocabulary};
use domain::OfficerId;
use domain::organisation::side::SideState;

use crate::api::Pace;
use crate::assets::Assets;
use crate::texts::{Language, Texts};
use crate::upload::Sent;

/// How large the body of a request may be.
pub const BODY_LIMIT: usize = 1 << 20;
/// How many fields a form may have: each is looked for by its name among all the others.
pub const FIELDS_LIMIT: usize = 10_000;
/// The cookie of the session.
pub const SESSION_COOKIE: &str = "tp";
/// The cookie of the language, before anybody logs in.
pub const LANGUAGE_COOKIE: &str = "tp-lang";
/// The cookie of the theme, before anybody logs in.
pub const THEME_COOKIE: &str = "tp-theme";

/// What every request shares.
pub struct App {
    /// The desk.
    pub desk: Arc<Desk>,
    /// The words.
    pub texts: Texts,
    /// The words that name kinds and states.
    pub words: Vocabulary,
    /// Static files.
    pub assets: Assets,
    /// The sides, the own one first.
    pub sides: Vec<SideState>,
    /// How the program is run.
    pub options: crate::Options,
    /// The commands of every noun, with their schemas.
    pub schemas: BTreeMap<&'static str, domain::Schemas>,
    /// The description of the interface.
    pub openapi: serde_json::Value,
    /// How fast programs may ask.
    pub pace: Pace,
    /// Who reads tables.
    pub tables: Arc<dyn TableReader>,
}

/// One request.
pub struct Visit {
    /// What every request shares.
    pub app: Arc<App>,
    /// The method.
    pub method: Method,
    /// The path.
    pub path: String,
    /// The fields after the question mark.
    pub query: Vec<(String, String)>,
    /// The fields of the form.
    pub form: Vec<(String, String)>,
    /// The body, where it is not a form.
    pub body: Vec<u8>,
    /// The headers.
    pub headers: HeaderMap,
    /// The language of the page.
    pub language: Language,
    /// `auto`, `light` or `dark`.
    pub theme: String,
    /// How the officer likes the pages.
    pub preferences: Option<Preferences>,
    /// The session, if one stands.
    pub session: Option<Session>,
    /// The token of the session.
    pub token: Option<Token>,
    /// The program that comes in the officer's name, if it is one with a token of its own.
    pub pass: Option<Pass>,
    /// The file that a program sent, until it is taken.
    pub file: Mutex<Option<Sent>>,
    /// True when the body was larger than [`BODY_LIMIT`], or its form had too many fields; nothing of it is kept.
    pub is_too_large: bool,
    /// The unit the officer serves in.
    pub unit: String,
    params: BTreeMap<String, String>,
}

impl Visit {
    /// Reads a request; its body at most [`BODY_LIMIT`] bytes, its form at most [`FIELDS_LIMIT`] fields.
    pub async fn read(app: Arc<App>, request: Request) -> Self {
        let (mut parts, body) = request.into_parts();
        let visit = Self::of_head(app, &mut parts).await;
        let bytes = to_bytes(body, BODY_LIMIT).await;
        let (is_too_large, bytes) = (bytes.is_err(), bytes.unwrap_or_default());
        let is_form = visit
            .headers
            .get(header::CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
        let (form, body) = if is_form { (pairs(&bytes), Vec::new()) } else { (Vec::new(), bytes.to_vec()) };
        let is_too_large = is_too_large || form.len() > FIELDS_LIMIT;
        let (form, body) = if is_too_large { (Vec::new(), Vec::new()) } else { (form, body) };
        Self { form, body, is_too_large, ..visit }
    }

    /// A request of which nothing but the head was read.
    pub async fn of_head(app: Arc<App>, parts: &mut Parts) -> Self {
        let params = RawPathParams::from_request_parts(parts, &()).await.ok();
        let params = params.iter().flatten().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let query = parts.uri.query().map(|query| pairs(query.as_bytes())).unwrap_or_default();
        Self {
            app,
            method: parts.method.clone(),
            path: parts.uri.path().to_owned(),
            query,
            form: Vec::new(),
            body: Vec::new(),
            headers: parts.headers.clone(),
            language: Language::Vi,
            theme: "auto".to_owned(),
            preferences: None,
            session: None,
            token: None,
            pass: None,
            file: Mutex::default(),
            is_too_large: false,
            unit: String::new(),
            params,
        }
    }

    /// True for an address of the interface, where every answer is for a program.
    pub fn is_of_interface(&self) -> bool {
        self.path == "/api" || self.path.starts_with("/api/")
    }

    /// Finds the session, the language and the theme. Blocks: asks the desk.
    pub fn recognised(mut self) -> Self {
        let token = self.bearer().or_else(|| self.cookie(SESSION_COOKIE)).map(|text| Token::from_text(&text));
        if let Some(token) = token {
            if token.reveal().starts_with(TOKEN_PREFIX) {
                // A token of a program opens the interface alone, and only where it comes as a bearer token.
                let is_brought = self.is_of_interface() && self.is_bearer();
                self.pass = if is_brought { self.app.desk.pass(&token).ok().flatten() } else { None };
            } else if let Ok(Some(session)) = self.app.desk.session(&token) {
                (self.session, self.token) = (Some(session), Some(token));
            }
        }
        if let Some(officer) = self.officer().cloned() {
            self.preferences = self.app.desk.preferences(&officer).ok().flatten();
            let known = self.app.desk.officer(&officer).ok().flatten();
            self.unit = known.map(|officer| officer.unit.to_string()).unwrap_or_default();
        }
        let liked = self.preferences.as_ref();
        let asked = self.asked("lang").filter(|_| !self.is_of_interface()).map(str::to_owned);
        let spoken = self.is_of_interface().then(|| self.accepted_by_header()).flatten();
        let asked = asked.or_else(|| spoken.map(|language| language.code().to_owned()));
        let language =
            asked.or_else(|| liked.map(|liked| liked.language.clone())).or_else(|| self.cookie(LANGUAGE_COOKIE));
        self.language = language.as_deref().and_then(Language::from_code).unwrap_or_else(|| self.accepted());
        let theme = self.asked("theme").map(str::to_owned).or_else(|| liked.map(|liked| liked.theme.clone()));
        let theme = theme.or_else(|| self.cookie(THEME_COOKIE)).unwrap_or_default();
        self.theme = if matches!(theme.as_str(), "light" | "dark") { theme } else { "auto".to_owned() };
        self
    }

    /// The first language of the browser that the pages have, else the own side's.
    fn accepted(&self) -> Language {
        let own = self.app.sides.first().and_then(|side| side.languages.first()).map_or("en", String::as_str);
        self.accepted_by_header().or_else(|| Language::from_code(own)).unwrap_or(Language::En)
    }

    /// The first language that the request names and the pages have.
    fn accepted_by_header(&self) -> Option<Language> {
        let wanted = self.headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        wanted.unwrap_or_default().split(',').find_map(Language::from_code)
    }

    /// The languages in which a text may stand: those of the interface, then those that the sides write. A language may
    /// come twice.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        let interface = Language::ALL.into_iter().map(|language| -> &str { language.code() });
        interface.chain(self.app.sides.iter().flat_map(|side| side.languages.iter().map(String::as_str)))
    }

    /// A part of the path.
    pub fn param(&self, name: &str) -> &str {
        self.params.get(name).map_or("", String::as_str)
    }

    /// A field after the question mark, if it is there and not blank.
    pub fn asked(&self, name: &str) -> Option<&str> {
        let found = self.query.iter().find(|(field, _)| field == name);
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// A field of the form, if it is there and not blank.
    pub fn sent(&self, name: &str) -> Option<&str> {
        let found = self.form.iter().find(|(field, _)| field == name);
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// A cookie.
    pub fn cookie(&self, name: &str) -> Option<String> {
        let all = self.headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut pairs = all.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
        pairs.find(|(found, _)| *found == name).map(|(_, value)| value.to_owned())
    }

    fn bearer(&self) -> Option<String> {
        let value = self.headers.get(header::AUTHORIZATION)?.to_str().ok()?;
        value.strip_prefix("Bearer ").map(|token| token.trim().to_owned())
    }

    /// True when the request brings its token itself, so that no other site can have sent it.
    pub fn is_bearer(&self) -> bool {
        self.bearer().is_some()
    }

    /// True when the form or the header carries the token of the session.
    pub fn is_ours(&self) -> bool {
        let Some(session) = &self.session else { return false };
        let header = self.headers.get("x-twinpost-csrf").and_then(|value| value.to_str().ok());
        self.is_bearer() || self.sent("csrf").or(header) == Some(session.csrf.as_str())
    }

    /// The officer, in person or by a program; only pages behind the door ask.
    pub fn officer(&self) -> Option<&OfficerId> {
        let session = self.session.as_ref().map(|session| &session.officer);
        session.or(self.pass.as_ref().map(|pass| &pass.officer))
    }

    /// A text of the interface.
    pub fn t(&self, key: &str) -> String {
        self.app.texts.get(self.language, key)
    }

    /// A text of the interface with values.
    pub fn tv(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.app.texts.with(self.language, key, values)
    }

    /// The label of a field: the noun's own where it has one, else the one that nouns share; a word of the profile, such
    /// as the name of a scheme of levels, is its own label.
    pub fn label(&self, noun: &str, field: &str) -> String {
        let word = field.replace('_', "-");
        let keys = [format!("{noun}-field-{word}"), format!("field-{word}")];
        let known = keys.iter().find(|key| self.app.texts.has(self.language, key));
        known.map_or_else(|| word.replace('-', " "), |key| self.t(key))
    }

    /// The path with other fields after the question mark; blank values are left out.
    pub fn with_query(&self, changes: &[(&str, &str)]) -> String {
        let mut pairs: Vec<(&str, &str)> =
            self.query.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        for (name, value) in changes {
            pairs.retain(|(field, _)| field != name);
            pairs.push((name, value));
        }
        let kept = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(kept).finish();
        if query.is_empty() { self.path.clone() } else { format!("{}?{query}", self.path) }
    }
}

/// The fields of a form or of what stands after the question mark; one beyond the limit shows that there are too many.
fn pairs(bytes: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(bytes).into_owned().take(FIELDS_LIMIT + 1).collect()
}
