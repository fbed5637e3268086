//! Which kinds of files are kept, told by their bytes: what people scan, photograph and write. Nothing that a computer
//! would carry out, and no archives.

/// The kinds that are kept: the ending of the name, and the media type.
pub const FILE_KINDS: &[(&str, &str)] = &[
    ("pdf", "application/pdf"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("png", "image/png"),
    ("webp", "image/webp"),
    ("tif", "image/tiff"),
    ("tiff", "image/tiff"),
    ("heic", "image/heif"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("txt", "text/plain"),
    ("csv", "text/csv"),
    ("gpx", "application/gpx+xml"),
];

/// The endings of the kinds that are kept, as a sentence names them.
pub(super) fn endings() -> String {
    FILE_KINDS.iter().map(|(ending, _)| *ending).collect::<Vec<_>>().join(", ")
}

/// The media type of a file by its beginning, if it is of a kind that is kept. Only what is plain text is told by the
/// ending of its name.
pub(super) fn media_type(name: &str, beginning: &[u8]) -> Option<&'static str> {
    let kept = |found: &str| FILE_KINDS.iter().find(|(_, media_type)| *media_type == found).map(|(_, kept)| *kept);
    if let Some(media_type) = infer::get(beginning).and_then(|found| kept(found.mime_type())) {
        return Some(media_type);
    }
    let ending = name.rsplit_once('.')?.1.to_ascii_lowercase();
    let (_, media_type) = FILE_KINDS.iter().find(|(known, _)| *known == ending)?;
    let is_text = matches!(ending.as_str(), "txt" | "csv" | "gpx") && is_text(beginning);
    is_text.then_some(*media_type)
}

/// True for the beginning of a text in UTF-8, which may end within a letter.
fn is_text(beginning: &[u8]) -> bool {
    let whole = match std::str::from_utf8(beginning) {
        Ok(_) => true,
        Err(fault) => fault.error_len().is_none(),
    };
    whole && !beginning.contains(&0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_say_what_a_file_is_and_not_its_name() {
        assert_eq!(media_type("minutes.pdf", b"%PDF-1.7\n"), Some("application/pdf"));
        assert_eq!(media_type("minutes.txt", b"%PDF-1.7\n"), Some("application/pdf"));
        assert_eq!(media_type("photo", b"\xff\xd8\xff\xe0\0\x10JFIF\0"), Some("image/jpeg"));
        assert_eq!(media_type("photo.pdf", b"MZ\x90\0\x03\0\0\0"), None);
        assert_eq!(media_type("paper.pdf", b"plain words"), None);
        assert_eq!(media_type("tool.txt", b"\x7fELF\x02\x01\x01\0"), None);
    }

    #[test]
    fn plain_text_is_told_by_its_ending() {
        assert_eq!(media_type("ghi chú.TXT", "cột mốc 100".as_bytes()), Some("text/plain"));
        let cut = "đ".as_bytes().split_at(1).0;
        assert_eq!(media_type("list.csv", cut), Some("text/csv"));
        assert_eq!(media_type("track.gpx", b"<?xml version=\"1.0\"?><gpx/>"), Some("application/gpx+xml"));
        assert_eq!(media_type("page.html", b"<!DOCTYPE html><html></html>"), None);
        assert_eq!(media_type("notes", b"plain words"), None);
        assert_eq!(media_type("old.txt", b"caf\xe9 noir"), None);
    }
}
