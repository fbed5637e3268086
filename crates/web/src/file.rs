//! The files of records, for pages and for programs: never shown within the site, always given to be kept.

use std::io::Read;

use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use desk::Failure;
use domain::{Attached, RecordId};

use crate::fault::Fault;
use crate::visit::Visit;

/// What a browser may do with a file, should it show it in spite of all.
const POLICY: &str = "default-src 'none'; sandbox";

/// A file that a record names.
pub fn download(visit: &Visit) -> Result<Response, Fault> {
    let (file, bytes) = asked(visit, visit.param("noun"))?;
    let headers = [
        (header::CONTENT_TYPE, content_type(&file)),
        (header::CONTENT_DISPOSITION, disposition(&file.name)),
        (HeaderName::from_static("content-security-policy"), POLICY.to_owned()),
    ];
    Ok((StatusCode::OK, headers, bytes).into_response())
}

/// The file that the address names, with its bytes.
pub fn asked(visit: &Visit, noun: &str) -> Result<(Attached, Vec<u8>), Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let record = RecordId::parse(visit.param("id")).map_err(|_| Fault::NotFound)?;
    let (named, file) = visit.app.desk.file(officer, noun, &record, visit.param("sha256"))?;
    let mut bytes = Vec::new();
    let read = file.take(named.size).read_to_end(&mut bytes);
    read.map_err(|fault| Failure::Unfit(format!("a file cannot be read: {fault}")))?;
    Ok((named, bytes))
}

/// The media type; what is text is in UTF-8.
pub fn content_type(file: &Attached) -> String {
    let charset = if file.media_type.starts_with("text/") { "; charset=utf-8" } else { "" };
    format!("{}{charset}", file.media_type)
}

/// To be kept under its name, whatever its letters (RFC 6266, RFC 8187).
pub fn disposition(name: &str) -> String {
    let encoded: String = form_urlencoded::byte_serialize(name.as_bytes()).collect();
    format!("attachment; filename*=UTF-8''{}", encoded.replace('+', "%20"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_any_script_stands_in_the_header_as_one_word() {
        assert_eq!(disposition("biên bản+1.pdf"), "attachment; filename*=UTF-8''bi%C3%AAn%20b%E1%BA%A3n%2B1.pdf");
        assert_eq!(disposition("\u{201d}; x=\".pdf"), "attachment; filename*=UTF-8''%E2%80%9D%3B%20x%3D%22.pdf");
    }
}
