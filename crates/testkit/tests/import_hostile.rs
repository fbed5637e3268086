//! Files that are made to harm: each is refused by its own reason or told as a fault at its place, nothing is changed,
//! and the program that takes files stays small whatever the file claims to be. One test alone in its process, because
//! it measures the process.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use desk::table::Unreadable;
use desk::{ImportError, ImportOrder, ImportReport};
use testkit::Post;
use testkit::tables::{self, order, words};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const GATE: &str = "vn-bg-laocai-gate";
const HEADER: &str = "counterpart,held_on,purpose,own_participants,other_participants,place\n";
/// How much the program may grow while it takes hostile files.
const GROWTH_KB: u64 = 50 * 1024;

const TYPES: &str = "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>";
const RELS: &str = "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
const BOOK: &str = "<?xml version=\"1.0\"?><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
const BOOK_RELS: &str = "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
const SHEET: &str = "xl/worksheets/sheet1.xml";

/// A folder of hostile files, written piece by piece so that making them does not make this process large.
struct Yard {
    folder: tempfile::TempDir,
}

impl Yard {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self, name: &str, write: impl FnOnce(&mut BufWriter<File>)) -> PathBuf {
        let path = self.path(name);
        let mut file = BufWriter::new(File::create(&path).unwrap());
        write(&mut file);
        file.flush().unwrap();
        path
    }

    fn bytes(&self, name: &str, bytes: &[u8]) -> PathBuf {
        self.file(name, |file| file.write_all(bytes).unwrap())
    }

    /// A spreadsheet whose one sheet is written by a function.
    fn book(&self, name: &str, more: &[(&str, &str)], sheet: impl FnOnce(&mut dyn Write)) -> PathBuf {
        let path = self.path(name);
        let mut zip = ZipWriter::new(File::create(&path).unwrap());
        let packed = SimpleFileOptions::default();
        let parts = [
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", RELS),
            ("xl/workbook.xml", BOOK),
            ("xl/_rels/workbook.xml.rels", BOOK_RELS),
        ];
        for (name, text) in parts.iter().chain(more) {
            zip.start_file(*name, packed).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.start_file(SHEET, packed).unwrap();
        sheet(&mut zip);
        zip.finish().unwrap();
        path
    }

    fn sheet(&self, name: &str, rows: &str) -> PathBuf {
        self.book(name, &[], |out| {
            write!(out, "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>").unwrap();
        })
    }
}

fn repeated(out: &mut dyn Write, piece: &str, bytes: usize) {
    let many = piece.repeat((64 << 10) / piece.len());
    for _ in 0..bytes / many.len() {
        out.write_all(many.as_bytes()).unwrap();
    }
}

fn cell(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

/// Finds every header of a part and puts another size into it, so that the archive lies about it.
fn lying(path: &Path, name: &str, size: u32) {
    let mut bytes = std::fs::read(path).unwrap();
    let needle = name.as_bytes();
    let places: Vec<usize> =
        (0..bytes.len() - needle.len()).filter(|at| &bytes[*at..at + needle.len()] == needle).collect();
    for at in places {
        if bytes[at - 46..].starts_with(b"PK\x01\x02") {
            bytes[at - 46 + 24..at - 46 + 28].copy_from_slice(&size.to_le_bytes());
        }
        if bytes[at - 30..].starts_with(b"PK\x03\x04") {
            bytes[at - 30 + 22..at - 30 + 26].copy_from_slice(&size.to_le_bytes());
        }
    }
    std::fs::write(path, bytes).unwrap();
}

/// Every hostile file with the reason for which it is refused.
fn refused(yard: &Yard) -> Vec<(PathBuf, Vec<Unreadable>)> {
    use Unreadable as U;
    let one = |path: PathBuf, why: U| (path, vec![why]);
    let deep = |out: &mut dyn Write| {
        repeated(out, "<a>", 300_000);
    };
    let lol = "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&c;</v></c></row></sheetData></worksheet>";
    let outside = "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>";
    let bomb = |yard: &Yard, name: &str| {
        yard.book(name, &[], |out| {
            write!(out, "<worksheet><sheetData>").unwrap();
            repeated(out, "<row></row>", 400 << 20);
        })
    };
    let liar = bomb(yard, "liar.xlsx");
    lying(&liar, SHEET, 4_000);
    let whole =
        std::fs::read(yard.sheet("whole.xlsx", &format!("<row r=\"1\">{}</row>", cell("A1", "counterpart")))).unwrap();
    let mut files = vec![
        one(bomb(yard, "bomb.xlsx"), U::ArchiveBomb),
        (liar, vec![U::ArchiveBomb, U::BrokenArchive, U::BrokenPart]),
        one(
            yard.sheet(
                "sparse-columns.xlsx",
                &format!("<row r=\"1\">{}</row><row r=\"1048576\">{}</row>", cell("A1", "x"), cell("XFD1048576", "y")),
            ),
            U::TooManyRows,
        ),
        one(
            yard.sheet("sparse-row.xlsx", &format!("<row r=\"1\">{}{}</row>", cell("A1", "x"), cell("XFD1", "y"))),
            U::TooManyColumns,
        ),
        one(yard.book("laughs.xlsx", &[], |out| out.write_all(lol.as_bytes()).unwrap()), U::DefinesEntities),
        one(yard.book("outside.xlsx", &[], |out| out.write_all(outside.as_bytes()).unwrap()), U::DefinesEntities),
        one(yard.book("deep.xlsx", &[], deep), U::WildPart),
        one(
            yard.book("attributes.xlsx", &[], |out| {
                write!(out, "<worksheet ").unwrap();
                (0..60_000).for_each(|number| write!(out, "a{number}=\"\" ").unwrap());
                write!(out, "/>").unwrap();
            }),
            U::WildPart,
        ),
        one(
            yard.book("long-text.xlsx", &[], |out| {
                write!(out, "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>").unwrap();
                (0..160_000).for_each(|number| {
                    write!(out, "{:064x}", (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)).unwrap()
                });
                write!(out, "</t></is></c></row></sheetData></worksheet>").unwrap();
            }),
            U::WildPart,
        ),
        one(
            yard.book(
                "strings.xlsx",
                &[("xl/sharedStrings.xml", "<sst uniqueCount=\"9999999999999\"><si><t>x</t></si></sst>")],
                |out| out.write_all(b"<worksheet><sheetData/></worksheet>").unwrap(),
            ),
            U::WildPart,
        ),
        one(
            yard.book("not-well-formed.xlsx", &[], |out| {
                out.write_all(b"<worksheet><sheetData><row r=\"1\"><c r=\"A1\"").unwrap()
            }),
            U::BrokenPart,
        ),
        one(
            yard.book("backwards.xlsx", &[], |out| {
                write!(
                    out,
                    "<worksheet><sheetData><row r=\"9\">{}</row><row r=\"2\">{}</row></sheetData></worksheet>",
                    cell("A9", "x"),
                    cell("A2", "y")
                )
                .unwrap()
            }),
            U::OutOfOrder,
        ),
        one(yard.book("path.xlsx", &[("../../../tmp/escaped.xml", "<a/>")], |_| {}), U::TrickedArchive),
        one(yard.book("absolute.xlsx", &[("/etc/cron.d/x", "x")], |_| {}), U::TrickedArchive),
        one(yard.bytes("empty.xlsx", b""), U::Empty),
        one(yard.bytes("blank.csv", b" \r\n \n"), U::Empty),
        one(
            yard.bytes("old.xls", &[b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 4096]].concat()),
            U::LockedOrOld,
        ),
        one(yard.bytes("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), U::NotATable),
        one(yard.bytes("columns.csv", "x,".repeat(60_000).as_bytes()), U::TooManyColumns),
        one(
            yard.sheet("columns.xlsx", &format!("<row r=\"1\">{}</row>", "<c><v>1</v></c>".repeat(16_000))),
            U::TooManyColumns,
        ),
        one(
            yard.file("million.csv", |out| {
                out.write_all(HEADER.as_bytes()).unwrap();
                repeated(out, "cp-laocai-gate-talks,,,,,\n", 26_000_000);
            }),
            U::TooManyRows,
        ),
        one(yard.file("large.csv", |out| repeated(out, "a,b,c\n", 34 << 20)), U::FileTooLarge),
        one(yard.bytes("row.csv", format!("{}\n", vec!["y".repeat(60_000); 40].join(",")).as_bytes()), U::RowTooLong),
    ];
    let zip = |name: &str, parts: &[(&str, &str)]| {
        let path = yard.path(name);
        let mut zip = ZipWriter::new(File::create(&path).unwrap());
        for (name, text) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap();
        path
    };
    files.push(one(
        zip(
            "table.ods",
            &[
                ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
                ("content.xml", "<office:document-content/>"),
            ],
        ),
        U::OtherSpreadsheet,
    ));
    files.push(one(zip("photos.xlsx", &[("photo.txt", "no table")]), U::NotATable));
    let many: Vec<(String, String)> = (0..1_500).map(|number| (format!("p{number}.xml"), String::new())).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    files.push(one(zip("parts.xlsx", &many), U::TooManyParts));
    let locked = yard.bytes("locked.xlsx", &whole);
    let mut bytes = whole.clone();
    let place = bytes.windows(4).rposition(|four| four == b"PK\x01\x02").unwrap();
    bytes[place + 8] |= 1;
    std::fs::write(&locked, bytes).unwrap();
    files.push((locked, vec![U::LockedOrOld, U::BrokenArchive]));
    for twentieth in 1..20 {
        let cut = &whole[..whole.len() * twentieth / 20];
        files.push((
            yard.bytes(&format!("cut-{twentieth}.xlsx"), cut),
            vec![U::BrokenArchive, U::BrokenPart, U::TrickedArchive],
        ));
    }
    files
}

fn status(field: &str) -> u64 {
    let text = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = text.lines().find(|line| line.starts_with(field)).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

fn taken(
    post: &Post,
    officer: &domain::OfficerId,
    order: &ImportOrder<'_>,
    path: &Path,
) -> Result<ImportReport, ImportError> {
    post.desk.import(officer, order, &mut File::open(path).unwrap())
}

#[test]
fn every_hostile_file_is_refused_by_its_reason_and_the_program_stays_small() {
    let yard = Yard::new();
    let files = refused(&yard);
    let post = Post::founded(1);
    let officer = post.enlist("gate", GATE, "officer", "unit", "internal");
    let reader = tables::reader(env!("CARGO_BIN_EXE_reader"));
    let words = words("visit");
    let sparse = files.iter().find(|(path, _)| path.ends_with("sparse-columns.xlsx")).unwrap();
    assert!(std::fs::metadata(&sparse.0).unwrap().len() < 5_000, "a few kilobytes that ask for half a terabyte");
    let before = post.desk.dump().unwrap();
    // The greatest size so far is forgotten: what is measured is the taking of files, not the making of them.
    let forgotten = std::fs::write("/proc/self/clear_refs", "5").is_ok();
    let standing = status("VmRSS");
    for (path, reasons) in &files {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let begun = std::time::Instant::now();
        match taken(&post, &officer, &order(&reader, &words, "visit", &name), path) {
            Err(ImportError::Refused(refusal)) => {
                println!("{name}: {refusal}, {:?}", begun.elapsed());
                assert!(reasons.contains(&refusal.why), "{name}: {refusal}");
            }
            other => panic!("{name}: {other:?}"),
        }
    }
    let grown = status(if forgotten { "VmHWM" } else { "VmRSS" }).saturating_sub(standing);
    println!("{} hostile files; grown by {grown} kB (peak: {forgotten})", files.len());
    assert!(grown < GROWTH_KB, "grown by {grown} kB");
    // The measure sees what it is to see: as much again as is allowed, written to, shows.
    let much = vec![1u8; usize::try_from(GROWTH_KB * 1024).unwrap() + (standing as usize) * 1024];
    assert!(!forgotten || status("VmHWM").saturating_sub(standing) >= GROWTH_KB, "{}", much.len());
    assert_eq!(post.desk.dump().unwrap(), before);
    assert!(post.desk.checkup().unwrap().is_well());
}
