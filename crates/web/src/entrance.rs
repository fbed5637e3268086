//! The door: logging in and out, and the one-time link by which an officer sets a password.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use desk::{EntranceError, Login, Preferences, Token};

use crate::fault::Fault;
use crate::frame::{Frame, go, html};
use crate::visit::{LANGUAGE_COOKIE, SESSION_COOKIE, THEME_COOKIE, Visit};

const SESSION_SECONDS: i64 = 12 * 3600;

#[derive(askama::Template)]
#[template(path = "door.html")]
struct DoorPage {
    frame: Frame,
    next: String,
    login: String,
    problem: String,
    ended: bool,
}

#[derive(askama::Template)]
#[template(path = "invitation.html")]
struct InvitationPage {
    frame: Frame,
    login: String,
    problem: String,
}

/// The page of the door.
pub fn door(visit: &Visit) -> Result<Response, Fault> {
    if visit.session.is_some() {
        return go("/today");
    }
    shown(visit, String::new(), visit.asked("next").is_some_and(|next| next != "/today"))
}

fn shown(visit: &Visit, problem: String, ended: bool) -> Result<Response, Fault> {
    let next = visit.sent("next").or(visit.asked("next")).filter(|next| is_local(next)).unwrap_or("/today");
    let (next, login) = (next.to_owned(), visit.sent("login").unwrap_or_default().to_owned());
    html(&DoorPage { frame: Frame::of(visit, "log-in", ""), next, login, problem, ended })
}

/// Lets an officer in.
pub fn log_in(visit: &Visit) -> Result<Response, Fault> {
    let (login, password) = (visit.sent("login").unwrap_or_default(), field(visit, "password"));
    match visit.app.desk.log_in(&Login { login, password }) {
        Ok((token, _)) => {
            let next = visit.sent("next").filter(|next| is_local(next)).unwrap_or("/today");
            let mut response = go(next)?;
            set_cookie(visit, &mut response, SESSION_COOKIE, token.reveal(), SESSION_SECONDS);
            Ok(response)
        }
        Err(EntranceError::Failure(failure)) => Err(failure.into()),
        Err(error) => {
            let problem = match error {
                EntranceError::Wait { seconds } => visit.tv("log-in-wait", &[("seconds", &seconds.to_string())]),
                _ => visit.t("log-in-wrong"),
            };
            let mut response = shown(visit, problem, false)?;
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response)
        }
    }
}

/// Ends the session.
pub fn log_out(visit: &Visit) -> Result<Response, Fault> {
    if let Some(token) = &visit.token {
        visit.app.desk.log_out(token)?;
    }
    let mut response = go("/login")?;
    set_cookie(visit, &mut response, SESSION_COOKIE, "", 0);
    Ok(response)
}

/// Where somebody without a session is led: the door, and from there back.
pub fn to_the_door(visit: &Visit) -> Response {
    let next = if visit.method.is_safe() { visit.with_query(&[]) } else { visit.path.clone() };
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("next", &next).finish();
    go(&format!("/login?{query}")).unwrap_or_default()
}

/// The page of a one-time link.
pub fn invitation(visit: &Visit) -> Result<Response, Fault> {
    invited(visit, String::new())
}

fn invited(visit: &Visit, problem: String) -> Result<Response, Fault> {
    match visit.app.desk.invited(&Token::from_text(visit.param("token"))) {
        Ok(login) => html(&InvitationPage { frame: Frame::of(visit, "invitation-title", ""), login, problem }),
        Err(EntranceError::Failure(failure)) => Err(failure.into()),
        Err(_) => Err(Fault::NotFound),
    }
}

/// Sets the password by a one-time link.
pub fn accept(visit: &Visit) -> Result<Response, Fault> {
    let (password, again) = (field(visit, "password"), field(visit, "again"));
    if password != again {
        return invited(visit, visit.t("invitation-differs"));
    }
    match visit.app.desk.accept_invitation(&Token::from_text(visit.param("token")), password) {
        Ok(_) => go("/login"),
        Err(EntranceError::PasswordForm) => invited(visit, visit.t("invitation-short")),
        Err(EntranceError::Failure(failure)) => Err(failure.into()),
        Err(_) => Err(Fault::NotFound),
    }
}

/// Keeps a language or theme that the address asked for: for the officer, or in a cookie before the door.
pub fn remember(visit: &Visit, response: &mut Response) {
    let (language, theme) = (visit.asked("lang"), visit.asked("theme"));
    if language.is_none() && theme.is_none() {
        return;
    }
    let month = 30 * 24 * 3600;
    set_cookie(visit, response, LANGUAGE_COOKIE, visit.language.code(), month);
    set_cookie(visit, response, THEME_COOKIE, &visit.theme, month);
    if let Some(officer) = visit.officer() {
        let liked = visit.preferences.clone().unwrap_or_else(plain_preferences);
        let liked = Preferences { language: visit.language.code().to_owned(), theme: visit.theme.clone(), ..liked };
        if let Err(failure) = visit.app.desk.set_preferences(officer, &liked) {
            tracing::error!(%failure, "a preference was not kept");
        }
    }
}

/// How an officer who said nothing likes the pages.
pub fn plain_preferences() -> Preferences {
    Preferences { language: String::new(), theme: "auto".into(), density: "default".into(), keys: true }
}

fn field<'v>(visit: &'v Visit, name: &str) -> &'v str {
    visit.form.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value.as_str())
}

/// An address of this site and no other.
fn is_local(next: &str) -> bool {
    next.starts_with('/') && !next.starts_with("//") && !next.contains(['\\', '\r', '\n'])
}

fn set_cookie(visit: &Visit, response: &mut Response, name: &str, value: &str, seconds: i64) {
    let secure = if visit.app.options.behind_tls { "; Secure" } else { "" };
    let cookie = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_door_leads_nowhere_but_to_this_site() {
        assert!(is_local("/talks?status=held"));
        for elsewhere in ["//evil.example", "https://evil.example", "/\\evil.example", "talks"] {
            assert!(!is_local(elsewhere), "{elsewhere}");
        }
    }
}
