//! Static files: embedded, named by their content so that a browser keeps them for ever, compressed once at start.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

#[derive(RustEmbed)]
#[folder = "static/"]
struct Files;

struct Asset {
    kind: &'static str,
    plain: Vec<u8>,
    brotli: Option<Vec<u8>>,
}

/// The static files by their names in addresses.
pub struct Assets {
    by_name: BTreeMap<String, Asset>,
    hashed: BTreeMap<String, String>,
}

impl Assets {
    /// Reads the embedded files; names inside the stylesheet are put right last.
    pub fn read() -> Self {
        let mut assets = Self { by_name: BTreeMap::new(), hashed: BTreeMap::new() };
        let mut names: Vec<String> =
            Files::iter().map(|name| name.into_owned()).filter(|name| !name.ends_with(".txt")).collect();
        names.sort_by_key(|name| name.ends_with(".css"));
        for name in names {
            let Some(file) = Files::get(&name) else { continue };
            let mut bytes = file.data.into_owned();
            if name.ends_with(".css") {
                bytes = assets.renamed(&bytes);
            }
            assets.add(&name, bytes);
        }
        assets
    }

    fn add(&mut self, name: &str, plain: Vec<u8>) {
        let hash: String = Sha256::digest(&plain).iter().take(5).map(|byte| format!("{byte:02x}")).collect();
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let kind = match ending {
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "svg" => "image/svg+xml",
            "woff2" => "font/woff2",
            _ => "application/octet-stream",
        };
        let brotli = matches!(ending, "css" | "js" | "svg").then(|| compressed(&plain));
        let address = format!("/static/{stem}.{hash}.{ending}");
        self.hashed.insert(name.to_owned(), address.clone());
        self.by_name.insert(address, Asset { kind, plain, brotli });
    }

    fn renamed(&self, css: &[u8]) -> Vec<u8> {
        let mut text = String::from_utf8_lossy(css).into_owned();
        for (name, address) in &self.hashed {
            text = text.replace(&format!("/static/{name}"), address);
        }
        text.into_bytes()
    }

    /// The address of a file.
    pub fn address(&self, name: &str) -> &str {
        self.hashed.get(name).map_or("", String::as_str)
    }

    /// The answer to a request for a file.
    pub fn answer(&self, path: &str, headers: &HeaderMap) -> Response {
        let Some(asset) = self.by_name.get(path) else {
            return answer(StatusCode::NOT_FOUND, "text/plain", Vec::new(), false);
        };
        let accepts = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
        match &asset.brotli {
            Some(brotli) if accepts.contains("br") => answer(StatusCode::OK, asset.kind, brotli.clone(), true),
            _ => answer(StatusCode::OK, asset.kind, asset.plain.clone(), false),
        }
    }
}

fn answer(status: StatusCode, kind: &'static str, bytes: Vec<u8>, is_brotli: bool) -> Response {
    let mut response = Response::new(Body::from(bytes));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static(kind));
    headers.insert(header::VARY, header::HeaderValue::from_static("accept-encoding"));
    if status == StatusCode::OK {
        headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("public, max-age=31536000, immutable"));
    }
    if is_brotli {
        headers.insert(header::CONTENT_ENCODING, header::HeaderValue::from_static("br"));
    }
    response
}

fn compressed(plain: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    match brotli::BrotliCompress(&mut &*plain, &mut out, &params) {
        Ok(_) => out,
        Err(_) => plain.to_vec(),
    }
}
