//! What is tried with bytes nobody would write: everything that reads a table. Each target takes any bytes, checks what
//! must hold, and panics where it does not; a kept corpus lies beside this room, `fuzz` calls the same functions.

use std::io::{Read, Write};
use std::sync::OnceLock;

use desk::ImportOrder;
use desk::import::{Mapping, harmless_name};
use desk::table::{
    Cell, Encoding, Frame, FrameReader, Limits, ReadFile, TableFault, TableOptions, TableReader, read_table,
};
use domain::OfficerId;
use zip::write::SimpleFileOptions;

use crate::tables::words;
use crate::{Post, Seeded};

/// Something to be tried: its name, which is also the folder of its corpus, and the function.
pub type Target = (&'static str, fn(&[u8]));

/// Everything that is tried.
pub const TARGETS: [Target; 7] = [
    ("spreadsheet", spreadsheet),
    ("sheet", sheet),
    ("separated", separated),
    ("encodings", encodings),
    ("frames", frames),
    ("mapping", mapping),
    ("rows", rows),
];

/// Limits that are broken soon, so that the trying reaches them.
fn narrow() -> Limits {
    Limits {
        file_bytes: 1 << 20,
        rows: 500,
        columns: 40,
        cell_bytes: 2_000,
        row_bytes: 8_000,
        text_bytes: 200_000,
        zip_parts: 40,
        zip_bytes: 4 << 20,
        xml_depth: 20,
        xml_attributes: 40,
        xml_text: 20_000,
        ..Limits::default()
    }
}

/// Reads bytes as a table and holds every frame against the limits.
fn read(bytes: &[u8], options: &TableOptions) {
    let limits = narrow();
    let (mut heads, mut rows, mut last) = (0, 0u32, 0);
    let mut end = None;
    let outcome = read_table(bytes, options, &limits, |frame| {
        match frame {
            Frame::Head(_) => heads += 1,
            Frame::Row(row) => {
                assert!(row.number > last && row.number <= limits.rows, "row {} after {last}", row.number);
                assert!(row.cells.len() <= limits.columns as usize);
                assert!(row.cells.last() != Some(&Cell::Blank), "a row ends with something");
                last = row.number;
                rows += 1;
            }
            Frame::End(found) => end = Some(found.rows),
            Frame::Refused(refusal) => panic!("{refusal}"),
        }
        Ok(())
    });
    if outcome.is_ok() {
        assert_eq!((heads, end), (1, Some(rows)));
    }
}

/// Any file at all.
pub fn spreadsheet(bytes: &[u8]) {
    read(bytes, &TableOptions::default());
}

/// The part of a spreadsheet in which the cells stand; the first byte chooses a font encoding.
pub fn sheet(bytes: &[u8]) {
    let (first, part) = bytes.split_first().unwrap_or((&0, &[]));
    let encoding = [None, Some(Encoding::Tcvn3), Some(Encoding::Vni)].get(usize::from(first % 3)).copied().flatten();
    read(&book(part), &TableOptions { encoding, ..TableOptions::default() });
}

/// A spreadsheet with this part as its sheet.
pub fn book(part: &[u8]) -> Vec<u8> {
    const PARTS: [(&str, &str); 5] = [
        ("[Content_Types].xml", "<Types/>"),
        (
            "_rels/.rels",
            "<Relationships><Relationship Id=\"r1\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
        ),
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
        ),
        ("xl/sharedStrings.xml", "<sst uniqueCount=\"2\"><si><t>Hoäi ñaøm</t></si><si><t>second</t></si></sst>"),
    ];
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let sheet = ("xl/worksheets/sheet1.xml", part);
    for (name, bytes) in PARTS.iter().map(|(name, text)| (*name, text.as_bytes())).chain([sheet]) {
        archive.start_file(name, plain).unwrap_or_else(|fault| panic!("{fault}"));
        archive.write_all(bytes).unwrap_or_else(|fault| panic!("{fault}"));
    }
    archive.finish().unwrap_or_else(|fault| panic!("{fault}")).into_inner()
}

/// Values separated by a character; the first byte chooses encoding and character.
pub fn separated(bytes: &[u8]) {
    let (first, text) = bytes.split_first().unwrap_or((&0, &[]));
    let chosen = usize::from(*first);
    let encoding = Encoding::ALL.get(chosen % 7).copied();
    let separator = [None, Some(','), Some(';'), Some('\t')][chosen / 7 % 4];
    read(text, &TableOptions { encoding, separator, sheet: None });
}

/// Every encoding over the same bytes, and what is proposed for them.
pub fn encodings(bytes: &[u8]) {
    let proposed = Encoding::proposed(bytes);
    assert!(Encoding::ALL.contains(&proposed));
    for encoding in Encoding::ALL {
        assert_eq!(Encoding::from_code(encoding.code()), Some(encoding));
        let Some(text) = encoding.decode(bytes) else { continue };
        // What was read is Unicode in its one form: reading it again changes nothing.
        let again = Encoding::Utf8.decode(text.as_bytes());
        assert!(encoding == Encoding::Gb18030 || again.as_deref() == Some(text.as_str()), "{encoding:?}");
        for font in [Encoding::Tcvn3, Encoding::Vni] {
            drop(font.decode_typed(&text));
        }
    }
}

/// What the reading process could tell.
pub fn frames(bytes: &[u8]) {
    let limits = narrow();
    let mut reader = FrameReader::new(bytes, &limits);
    let mut last = 0;
    while let Ok(Some(frame)) = reader.next_frame() {
        if let Frame::Row(row) = frame {
            assert!(row.number > last && row.number <= limits.rows);
            last = row.number;
        }
    }
}

/// Mappings, headers, and names of files.
pub fn mapping(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(mapping) = Mapping::read(&text) {
        let again = Mapping::read(&mapping.write());
        assert_eq!(again.as_ref(), Ok(&mapping), "a mapping is read as it was written");
    }
    let words = words("talks");
    for line in text.lines() {
        drop(words.meaning(line));
        let name = harmless_name(line);
        assert!(!name.is_empty() && !name.contains(['/', '\\', '\0', '\n']) && !name.starts_with('.'), "{name:?}");
    }
}

/// Reads in this process.
struct Inside;

impl TableReader for Inside {
    fn read(
        &self,
        source: &mut (dyn Read + Send),
        options: &TableOptions,
        limits: &Limits,
    ) -> Result<ReadFile, TableFault> {
        let mut bytes = Vec::new();
        source.read_to_end(&mut bytes)?;
        ReadFile::unconfined(&bytes, options, limits)
    }
}

/// A whole table, from its bytes to a decision on each row; the first byte chooses the noun.
pub fn rows(bytes: &[u8]) {
    static POST: OnceLock<(Post, OfficerId, String)> = OnceLock::new();
    let (post, officer, before) = POST.get_or_init(|| {
        let post = Post::founded(1);
        let officer = post.enlist("gate", "vn-bg-laocai-gate", "officer", "unit", "internal");
        let before = post.desk.dump().unwrap_or_else(|failure| panic!("{failure}"));
        (post, officer, before)
    });
    const NOUNS: [&str; 6] = ["visit", "meeting", "letter", "talks", "patrol", "hotline-call"];
    let (first, text) = bytes.split_first().unwrap_or((&0, &[]));
    let noun = NOUNS[usize::from(*first) % NOUNS.len()];
    let words = words(noun);
    let order = ImportOrder {
        reader: &Inside,
        limits: narrow(),
        noun: noun.to_owned(),
        file: "tried.csv".to_owned(),
        options: TableOptions::default(),
        mapping: None,
        opening: None,
        unit: None,
        grade: None,
        exercise: false,
        good_rows: true,
        dry_run: true,
        wants_rejected: true,
        key: None,
        words: &words,
        progress: &|_| {},
    };
    let mut source = text;
    if let Ok(report) = post.desk.import(officer, &order, &mut source) {
        assert!(report.import.is_none() && report.new + report.unchanged + report.faulty <= report.rows);
        assert!(report.faults.iter().all(|fault| fault.row >= report.header_row));
    }
    // Held against the tables now and then: it is the costly part.
    if bytes.len() % 16 == 0 {
        assert_eq!(post.desk.dump().unwrap_or_default(), *before, "a dry run changes nothing");
    }
}

/// Bytes like these, but not these: a piece taken out, put in, doubled, flipped, or taken from another file.
pub fn mutated(chance: &Seeded, kept: &[Vec<u8>]) -> Vec<u8> {
    const PIECES: [&[u8]; 16] = [
        b"\"",
        b",",
        b";",
        b"\r\n",
        b"\0",
        b"\xff\xfe",
        b"</row>",
        b"<c r=\"XFD1048576\">",
        b"<!DOCTYPE a>",
        b"&a;",
        b"99999999999999999999",
        b"[columns]\n",
        b"agenda[1].title",
        b"31/02/2025",
        b"{\"a\":[",
        "đ\u{301}\u{202e}".as_bytes(),
    ];
    let mut bytes = chance.pick(kept).clone();
    for _ in 0..1 + chance.below(6) {
        let at = chance.below(bytes.len() + 1);
        let until = (at + chance.below(24)).min(bytes.len());
        match chance.below(6) {
            0 => drop(bytes.drain(at..until)),
            1 => drop(bytes.splice(at..at, chance.pick(&PIECES).iter().copied())),
            2 => {
                let piece = bytes[at..until].to_vec();
                bytes.splice(at..at, piece.repeat(1 + chance.below(8)));
            }
            3 => {
                let other = chance.pick(kept);
                let from = chance.below(other.len() + 1);
                bytes.splice(at..until, other[from..].iter().copied().take(200));
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << chance.below(8);
                }
            }
        }
    }
    bytes.truncate(1 << 16);
    bytes
}
