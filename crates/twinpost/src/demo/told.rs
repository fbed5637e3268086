//! What a demonstration tells when it begins: for each post its address and who may log in, as tables for people or as
//! one line of JSON for programs.

use desk::{Desk, TokenReach, TokenScope};
use domain::OfficerId;
use jiff::ToSpan;
use paper::Sheet;
use serde_json::{Value, json};

use super::keys::{POST_PASSPHRASE, SIGNING_PASSPHRASE};
use super::mark::PostMark;
use crate::shown;
use crate::stop::Outcome;

/// A post of the demonstration as it is served: its address, who may log in, and the passwords in the same order.
pub struct Served<'a> {
    /// The desk.
    pub desk: &'a Desk,
    /// The address of its pages.
    pub url: String,
    /// Who may log in.
    pub mark: &'a PostMark,
    /// The passwords of this start.
    pub passwords: Vec<String>,
}

impl Served<'_> {
    /// Address, accounts with a token each, and what is known of the keys.
    pub fn json(&self) -> Outcome<Value> {
        let told = self.mark.accounts.iter().zip(&self.passwords).map(|(account, password)| {
            let token = fresh_token(self.desk, &account.officer)?;
            Ok(json!({
                "login": account.login, "password": password, "role": account.role, "unit": account.unit,
                "officer": account.officer.as_str(), "token": token,
                "pin": account.signs.then_some(SIGNING_PASSPHRASE),
            }))
        });
        let accounts = told.collect::<Outcome<Vec<_>>>()?;
        let (post, fingerprint) = self.mark.keys.clone().unzip();
        let passphrase = post.is_some().then_some(POST_PASSPHRASE);
        Ok(json!({
            "url": self.url, "accounts": accounts, "side": self.mark.side, "post": post, "fingerprint": fingerprint,
            "passphrase": passphrase,
        }))
    }

    /// A table with a line above it.
    pub fn table(&self, meta: String) -> Outcome {
        let has_keys = self.mark.keys.is_some();
        let rows = self.mark.accounts.iter().zip(&self.passwords).map(|(account, password)| {
            let pin = if account.signs { SIGNING_PASSPHRASE } else { "" };
            let mut cells = vec![account.login.as_str(), password];
            cells.extend(has_keys.then_some(pin));
            cells.extend([account.role.as_str(), &account.unit, &account.name]);
            cells.into_iter().map(Into::into).collect()
        });
        let mut header = vec!["login", "password"];
        header.extend(has_keys.then_some("signs with"));
        header.extend(["role", "unit", "name"]);
        let mut notes = Vec::new();
        if let Some((post, fingerprint)) = &self.mark.keys {
            notes.push(format!("The post {post}; fingerprint of its side's root: {fingerprint}"));
        }
        shown::table(&Sheet {
            title: self.url.clone(),
            meta: vec![meta],
            header: header.into_iter().map(str::to_owned).collect(),
            rows: rows.collect(),
            notes,
            ..Sheet::default()
        })
    }
}

/// A token of the account that reads and records, for tests that come in as a program does. It ends with the next start,
/// which sets a new password.
fn fresh_token(desk: &Desk, officer: &OfficerId) -> Outcome<String> {
    let reach = TokenReach { scope: TokenScope::Record, nouns: Vec::new() };
    let (token, _) = desk.make_token(officer, "demonstration", &reach, desk.today().saturating_add(1.day()))?;
    Ok(token.reveal().to_owned())
}
