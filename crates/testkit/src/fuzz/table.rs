//! What reads a table, tried with any bytes: the reader of spreadsheets, of separated values, of each encoding, of what
//! the reading process tells, of mappings, and the way of a whole table from its bytes to a decision on each row.

use std::io::{Read, Write};
use std::sync::OnceLock;

use desk::ImportOrder;
use desk::import::{Mapping, harmless_name, letters};
use desk::table::{
    Cell, Encoding, Frame, FrameReader, Limits, ReadFile, TableFault, TableOptions, TableReader, read_table,
};
use domain::OfficerId;
use zip::write::SimpleFileOptions;

use crate::Post;
use crate::tables::{encode, words};

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

/// Reads bytes as a table and holds every frame against the limits; the rows, where all of them could be read.
fn read(bytes: &[u8], options: &TableOptions) -> Option<Vec<Vec<Cell>>> {
    let limits = narrow();
    let (mut heads, mut rows, mut last) = (0, Vec::new(), 0);
    let mut end = None;
    let outcome = read_table(bytes, options, &limits, |frame| {
        match frame {
            Frame::Head(_) => heads += 1,
            Frame::Row(row) => {
                assert!(row.number > last && row.number <= limits.rows, "row {} after {last}", row.number);
                assert!(row.cells.len() <= limits.columns as usize);
                assert!(row.cells.last() != Some(&Cell::Blank), "a row ends with something");
                let length: u64 = row.cells.iter().map(length).sum();
                assert!(length <= limits.row_bytes, "row {} holds {length} bytes", row.number);
                last = row.number;
                rows.push(row.cells);
            }
            Frame::End(found) => end = Some(found.rows),
            Frame::Refused(refusal) => panic!("{refusal}"),
        }
        Ok(())
    });
    match outcome {
        Ok(()) => {
            assert_eq!((heads, end), (1, u32::try_from(rows.len()).ok()));
            Some(rows)
        }
        Err(refusal) => {
            assert!(!refusal.why.code().is_empty(), "{refusal:?}");
            None
        }
    }
}

fn length(cell: &Cell) -> u64 {
    match cell {
        Cell::Text(text) | Cell::Number(text) | Cell::Day(text) | Cell::Instant(text) => text.len() as u64,
        Cell::Blank | Cell::Flag(_) | Cell::Broken(_) => 0,
    }
}

/// Any file at all.
pub fn spreadsheet(bytes: &[u8]) {
    drop(read(bytes, &TableOptions::default()));
}

/// The part of a spreadsheet in which the cells stand; the first byte chooses a font encoding.
pub fn sheet(bytes: &[u8]) {
    let (first, part) = bytes.split_first().unwrap_or((&0, &[]));
    let encoding = [None, Some(Encoding::Tcvn3), Some(Encoding::Vni)].get(usize::from(first % 3)).copied().flatten();
    drop(read(&book(part), &TableOptions { encoding, ..TableOptions::default() }));
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

/// Values separated by a character; the first byte chooses encoding and character. What was read is written as plain
/// values and read again as the same.
pub fn separated(bytes: &[u8]) {
    let (first, text) = bytes.split_first().unwrap_or((&0, &[]));
    let chosen = usize::from(*first);
    let encoding = Encoding::ALL.get(chosen % 7).copied();
    let separator = [None, Some(','), Some(';'), Some('\t')][chosen / 7 % 4];
    let Some(rows) = read(text, &TableOptions { encoding, separator, sheet: None }) else { return };
    let written: Option<String> = rows.iter().map(|row| line(row)).collect();
    let Some(written) = written.filter(|written| !written.is_empty()) else { return };
    let plain = TableOptions { encoding: Some(Encoding::Utf8), separator: Some(','), sheet: None };
    if let Some(again) = read(written.as_bytes(), &plain) {
        assert_eq!(again, rows, "{written}");
    }
}

/// A row as a line of plain values; none where a cell could not be read.
fn line(row: &[Cell]) -> Option<String> {
    let cell = |cell: &Cell| match cell {
        Cell::Blank => Some(String::new()),
        Cell::Text(text) => Some(format!("\"{}\"", text.replace('"', "\"\""))),
        _ => None,
    };
    let cells: Option<Vec<String>> = row.iter().map(cell).collect();
    Some(format!("{}\r\n", cells?.join(",")))
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
        assert!(text.len() <= 4 * bytes.len(), "{encoding:?} makes {} of {}", text.len(), bytes.len());
        // What Vietnamese was written before Unicode is found again in its own bytes.
        if matches!(encoding, Encoding::Tcvn3 | Encoding::Vni) {
            let letters: String = text.chars().filter(|letter| is_vietnamese(*letter)).collect();
            assert_eq!(encoding.decode(&encode(encoding, &letters)).as_deref(), Some(letters.as_str()));
            // Typed in a font of the encoding, each byte is the letter that Latin-1 has for it.
            let typed: String = bytes.iter().copied().map(char::from).collect();
            assert_eq!(encoding.decode_typed(&typed).as_deref(), Some(text.as_str()), "{encoding:?}");
        }
    }
}

/// A letter of Vietnamese, with all its marks in one.
fn is_vietnamese(letter: char) -> bool {
    const SMALL: &str = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ ";
    letter.to_lowercase().all(|small| SMALL.contains(small))
}

/// What the reading process could tell: what is believed is within the limits, and is read again as it was.
pub fn frames(bytes: &[u8]) {
    let limits = narrow();
    let mut reader = FrameReader::new(bytes, &limits);
    let (mut last, mut length_told, mut believed, mut told) = (0, 0, Vec::new(), Vec::new());
    while let Ok(Some(frame)) = reader.next_frame() {
        if let Frame::Row(row) = &frame {
            assert!(row.number > last && row.number <= limits.rows);
            assert!(row.cells.len() <= limits.columns as usize);
            last = row.number;
            length_told += row.cells.iter().map(length).sum::<u64>();
            assert!(length_told <= limits.text_bytes);
        }
        let json = serde_json::to_vec(&frame).unwrap_or_else(|fault| panic!("{fault}"));
        told.extend(u32::try_from(json.len()).unwrap_or(u32::MAX).to_be_bytes());
        told.extend(json);
        believed.push(frame);
    }
    let mut again = FrameReader::new(told.as_slice(), &limits);
    for frame in believed {
        assert_eq!(again.next_frame(), Ok(Some(frame)));
    }
    assert_eq!(again.next_frame(), Ok(None));
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
        assert_eq!(harmless_name(&name), name, "a harmless name stays as it is");
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
        for fault in &report.faults {
            assert!(fault.row >= report.header_row, "{fault:?}");
            assert!(!fault.code.code().is_empty(), "{fault:?}");
            let column = fault.column.as_ref();
            assert!(column.is_none_or(|column| (0..200).any(|place| letters(place) == *column)), "{fault:?}");
            let says = !fault.header.is_empty() || !fault.details.is_empty() || fault.refused.is_some();
            assert!(column.is_some() || says, "{fault:?}");
        }
        assert!(
            report.more_faults == 0 && (report.faulty > 0) == report.faults.iter().any(|f| f.row > report.header_row)
        );
    }
    // Held against the tables now and then: it is the costly part.
    if bytes.len().is_multiple_of(16) {
        assert_eq!(post.desk.dump().unwrap_or_default(), *before, "a dry run changes nothing");
    }
}
