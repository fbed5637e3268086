//! What the interface answers when all went well: a value or a file, with the tag by which a program sees next time
//! whether anything changed.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use crate::file::disposition;
use sha2::{Digest, Sha256};

/// An answer.
#[derive(Debug)]
pub struct Answer {
    status: StatusCode,
    kind: &'static str,
    body: Vec<u8>,
    version: Option<u64>,
    location: Option<String>,
    file: Option<String>,
}

impl Answer {
    /// A value.
    pub fn json(value: &Value) -> Self {
        Self::bytes("application/json", value.to_string().into_bytes())
    }

    /// Bytes of a kind.
    pub fn bytes(kind: &'static str, body: Vec<u8>) -> Self {
        Self { status: StatusCode::OK, kind, body, version: None, location: None, file: None }
    }

    /// Done, with nothing to say.
    pub fn nothing() -> Self {
        Self { status: StatusCode::NO_CONTENT, ..Self::bytes("", Vec::new()) }
    }

    /// The same answer about a record that stands at a version.
    pub fn at(self, version: u64) -> Self {
        Self { version: Some(version), ..self }
    }

    /// The same answer about something new that lies there.
    pub fn made(self, location: String) -> Self {
        Self { status: StatusCode::CREATED, location: Some(location), ..self }
    }

    /// The same answer as a file to be kept under a name.
    pub fn named(self, file: String) -> Self {
        Self { file: Some(format!("attachment; filename=\"{file}\"")), ..self }
    }

    /// The same answer as a file to be kept under a name in whatever letters.
    pub fn kept_as(self, name: &str) -> Self {
        Self { file: Some(disposition(name)), ..self }
    }

    /// The response. What is read carries a tag, and is not sent again to a program that has it.
    pub fn response(self, is_read: bool, headers: &HeaderMap) -> Response {
        let tag = self.tag(is_read);
        if let (true, Some(tag)) = (is_read, &tag)
            && is_known(headers, tag)
        {
            return with_tag(StatusCode::NOT_MODIFIED.into_response(), Some(tag));
        }
        let mut response = (self.status, self.body).into_response();
        let out = response.headers_mut();
        if self.kind.is_empty() {
            out.remove(header::CONTENT_TYPE);
        } else {
            out.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.kind));
        }
        let texts = [(header::LOCATION, self.location), (header::CONTENT_DISPOSITION, self.file)];
        for (name, text) in texts {
            if let Some(value) = text.and_then(|text| HeaderValue::from_str(&text).ok()) {
                out.insert(name, value);
            }
        }
        with_tag(response, tag.as_deref())
    }

    /// A record's tag is its version, and behind the dot what else its answer shows; any other answer has a weak tag.
    fn tag(&self, is_read: bool) -> Option<String> {
        let hash =
            || -> String { Sha256::digest(&self.body).iter().take(8).map(|byte| format!("{byte:02x}")).collect() };
        match (self.version, is_read) {
            (Some(version), true) => Some(format!("\"{version}.{}\"", hash())),
            (Some(version), false) => Some(format!("\"{version}\"")),
            (None, true) => Some(format!("W/\"{}\"", hash())),
            (None, false) => None,
        }
    }
}

/// True when the program has what the tag stands for (RFC 9110, section 13.1.2: compared weakly).
pub fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let known = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    known.flat_map(|line| line.split(',')).any(|known| known.trim() == "*" || bare(known) == bare(tag))
}

fn with_tag(mut response: Response, tag: Option<&str>) -> Response {
    if let Some(tag) = tag.and_then(|tag| HeaderValue::from_str(tag).ok()) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}
