//! Tables for tests: written as spreadsheets and in every encoding, with faults planted where the seed says.

use std::collections::BTreeMap;

use desk::import::{ImportOrder, ImportReport, Vocabulary, letters, openings};
use desk::table::{Encoding, Limits, ReaderProgram, TableOptions};
use desk::{Desk, ImportError};
use domain::OfficerId;
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};
use paper::{Cell, Sheet, Sheets};

use crate::Seeded;

/// The reading process of the tests; `program` is `env!("CARGO_BIN_EXE_reader")`.
pub fn reader(program: &str) -> ReaderProgram {
    ReaderProgram { program: program.into(), arguments: Vec::new() }
}

/// The words that every table of the noun understands.
pub fn words(noun: &str) -> Vocabulary {
    Vocabulary::of(&openings(domain::noun(noun).unwrap_or_else(|| panic!("no noun {noun}"))))
}

/// An order that takes a table in and says nothing beyond what it must.
pub fn order<'a>(reader: &'a ReaderProgram, words: &'a Vocabulary, noun: &str, file: &str) -> ImportOrder<'a> {
    ImportOrder {
        reader,
        limits: Limits::default(),
        noun: noun.to_owned(),
        file: file.to_owned(),
        options: TableOptions::default(),
        mapping: None,
        opening: None,
        unit: None,
        grade: None,
        exercise: false,
        good_rows: false,
        dry_run: false,
        wants_rejected: false,
        key: None,
        words,
        progress: &|_| {},
    }
}

/// Takes bytes in.
pub fn take_in(
    desk: &Desk,
    officer: &OfficerId,
    order: &ImportOrder<'_>,
    bytes: &[u8],
) -> Result<ImportReport, ImportError> {
    let mut bytes = bytes;
    desk.import(officer, order, &mut bytes)
}

/// A fault that was planted: the row, the letters of the column, the code and, for a rule, its reason.
pub type Planted = (u32, Option<String>, String, Option<String>);

/// The faults of a report, as they are planted.
pub fn told(report: &ImportReport) -> Vec<Planted> {
    let told = report.faults.iter().map(|fault| {
        let reason = fault.refused.as_ref().map(|refused| refused.reason.clone());
        (fault.row, fault.column.clone(), fault.code.code(), reason)
    });
    told.collect()
}

/// A table with the faults that were planted in it.
#[derive(Clone, Debug)]
pub struct Table {
    /// The noun of its rows.
    pub noun: &'static str,
    /// What stands above the columns.
    pub header: Vec<&'static str>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// What is wrong, in the order of the rows.
    pub planted: Vec<Planted>,
}

/// A way to spoil a row: the column, what stands in it then, and what is to be told: at the column or for the row.
type Spoil = (&'static str, String, &'static str, Option<&'static str>);

impl Table {
    /// The table as values separated by commas in an encoding.
    pub fn csv(&self, encoding: Encoding) -> Vec<u8> {
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let line = |cells: Vec<&str>| format!("{}\r\n", cells.into_iter().map(quoted).collect::<Vec<_>>().join(","));
        let mut text = line(self.header.clone());
        for row in &self.rows {
            text.push_str(&line(row.iter().map(String::as_str).collect()));
        }
        encode(encoding, &text)
    }

    /// The table as a spreadsheet, whole numbers as numbers.
    pub fn xlsx(&self) -> Vec<u8> {
        let cell = |text: &String| text.parse::<i64>().map_or_else(|_| Cell::from(text.as_str()), Cell::from);
        let sheet = Sheet {
            name: self.noun.to_owned(),
            header: self.header.iter().map(|name| (*name).to_owned()).collect(),
            rows: self.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
            ..Sheet::default()
        };
        paper::xlsx(&Sheets { made_at: Timestamp::UNIX_EPOCH, sheets: vec![sheet] })
            .unwrap_or_else(|fault| panic!("{fault}"))
    }

    /// How many rows have no fault.
    pub fn good(&self) -> usize {
        let bad: std::collections::BTreeSet<u32> = self.planted.iter().map(|planted| planted.0).collect();
        self.rows.len() - bad.len()
    }

    fn place(&self, column: &str) -> usize {
        self.header.iter().position(|name| *name == column).unwrap_or_else(|| panic!("no column {column}"))
    }

    /// Plants so many faults in rows that the seed picks, each row at most once, the first ones left alone.
    fn spoil(&mut self, chance: &Seeded, faults: usize, spoils: &[Spoil]) {
        let mut picked: BTreeMap<usize, usize> = BTreeMap::new();
        while picked.len() < faults {
            picked.entry(20 + chance.below(self.rows.len() - 20)).or_insert_with(|| chance.below(spoils.len()));
        }
        for (at, spoil) in picked {
            let (column, text, code, reason) = &spoils[spoil];
            let place = self.place(column);
            let number = u32::try_from(at + 2).unwrap_or(u32::MAX);
            self.rows[at][place].clone_from(text);
            let is_of_row = reason.is_some() || *code == "twice";
            let column = (!is_of_row).then(|| letters(place));
            self.planted.push((number, column, (*code).to_owned(), reason.map(str::to_owned)));
        }
    }
}

const COUNTERPART: &str = "cp-laocai-gate-talks";
const PURPOSES: [&str; 5] =
    ["Chúc Tết đồn bạn", "Thăm hỏi, trao đổi tình hình", "New Year greetings", "Ngày truyền thống", "Thăm, làm việc"];

fn on(chance: &Seeded) -> Date {
    date(2025, 1, 1).checked_add(i64::try_from(chance.below(340)).unwrap_or(0).days()).unwrap_or(date(2025, 1, 1))
}

/// A day as people write it here.
fn written(on: Date) -> String {
    format!("{:02}/{:02}/{:04}", on.day(), on.month(), on.year())
}

/// Visits of the gate station.
pub fn visits(seed: u64, rows: usize, faults: usize) -> Table {
    let chance = Seeded::new(seed);
    let header = vec!["id", "counterpart", "held_on", "purpose", "own participants", "Other participants", "place"];
    let row = |number: usize| {
        vec![
            format!("V-{seed}-{number:05}"),
            COUNTERPART.to_owned(),
            written(on(&chance)),
            format!("{} {number}", chance.pick(&PURPOSES)),
            chance.below(20).to_string(),
            chance.below(20).to_string(),
            "Nhà khách cửa khẩu".to_owned(),
        ]
    };
    let rows = (0..rows).map(row).collect();
    let mut table = Table { noun: "visit", header, rows, planted: Vec::new() };
    let spoils: [Spoil; 9] = [
        ("held_on", "31/02/2025".into(), "not-a-day", None),
        ("held_on", "01/01/2099".into(), "refused", Some("in-the-future")),
        ("counterpart", "đơn vị không có".into(), "no-such-record", None),
        ("own participants", "bốn".into(), "not-a-number", None),
        ("own participants", "-1".into(), "out-of-range", None),
        ("purpose", String::new(), "missing", None),
        ("purpose", "x".repeat(501), "text-too-long", None),
        ("place", "cửa\u{7}khẩu".into(), "unfit-characters", None),
        ("id", format!("V-{seed}-00003"), "twice", None),
    ];
    table.spoil(&chance, faults, &spoils);
    table
}

/// Meetings of the gate station, each with a task for one side.
pub fn meetings(seed: u64, rows: usize, faults: usize) -> Table {
    let chance = Seeded::new(seed);
    let header = vec![
        "id",
        "counterpart",
        "held_on",
        "place",
        "subject",
        "own_participants",
        "other_participants",
        "agreed",
        "tasks 1 title",
        "tasks 1 side",
        "tasks 1 due on",
    ];
    let row = |number: usize| {
        let held = on(&chance);
        let due = held.checked_add(30.days()).unwrap_or(held);
        vec![
            format!("M-{seed}-{number:05}"),
            COUNTERPART.to_owned(),
            held.to_string(),
            "Mốc 102".to_owned(),
            format!("Gặp gỡ công tác {number}"),
            "3".to_owned(),
            "4".to_owned(),
            if chance.below(3) == 0 { "Thống nhất lịch tuần tra".to_owned() } else { String::new() },
            format!("Gửi danh sách {number}"),
            "vn".to_owned(),
            due.to_string(),
        ]
    };
    let rows = (0..rows).map(row).collect();
    let mut table = Table { noun: "meeting", header, rows, planted: Vec::new() };
    let spoils: [Spoil; 6] = [
        ("held_on", "hôm qua".into(), "not-a-day", None),
        ("subject", String::new(), "missing", None),
        ("tasks 1 side", "xx".into(), "no-such-record", None),
        ("tasks 1 title", String::new(), "missing", None),
        ("tasks 1 due on", "2026-13-01".into(), "not-a-day", None),
        ("held_on", "2099-01-01".into(), "refused", Some("in-the-future")),
    ];
    table.spoil(&chance, faults, &spoils);
    table
}

/// Letters of both registers: received ones, and drafts that answer an earlier row.
pub fn letters_of_both(seed: u64, rows: usize, faults: usize) -> Table {
    let chance = Seeded::new(seed);
    let header =
        vec!["opening", "id", "counterpart", "subject", "written_on", "received_on", "other_number", "answers"];
    let row = |number: usize| {
        let (received, is_draft) = (on(&chance), number % 4 == 3);
        let key = |number: usize| format!("L-{seed}-{number:05}");
        vec![
            if is_draft { "draft" } else { "record-received" }.to_owned(),
            key(number),
            COUNTERPART.to_owned(),
            format!("Về việc phối hợp quản lý cửa khẩu {number}"),
            if is_draft { String::new() } else { received.yesterday().unwrap_or(received).to_string() },
            if is_draft { String::new() } else { received.to_string() },
            if is_draft { String::new() } else { format!("{number}/BP") },
            if is_draft { key(number - 3) } else { String::new() },
        ]
    };
    let rows = (0..rows).map(row).collect();
    let mut table = Table { noun: "letter", header, rows, planted: Vec::new() };
    let spoils: [Spoil; 3] = [
        ("opening", "send-away".into(), "no-such-opening", None),
        ("counterpart", "cp-nowhere".into(), "no-such-record", None),
        ("subject", String::new(), "missing", None),
    ];
    // What later rows answer is left alone.
    let mut picked = std::collections::BTreeSet::new();
    while picked.len() < faults {
        picked.insert(20 + chance.below(table.rows.len() - 20));
    }
    for at in picked.into_iter().map(|at| at / 4 * 4 + 1 + at % 3) {
        if at >= table.rows.len() || table.planted.iter().any(|planted| planted.0 as usize == at + 2) {
            continue;
        }
        let (column, text, code, _) = &spoils[chance.below(spoils.len())];
        let place = table.place(column);
        table.rows[at][place].clone_from(text);
        let number = u32::try_from(at + 2).unwrap_or(u32::MAX);
        table.planted.push((number, Some(letters(place)), (*code).to_owned(), None));
    }
    table.planted.sort();
    table
}

/// Hotline calls of the gate station.
pub fn calls(seed: u64, rows: usize, faults: usize) -> Table {
    let chance = Seeded::new(seed);
    let header = vec![
        "caller",
        "at",
        "outcome",
        "urgency",
        "subject",
        "own_duty",
        "counterpart",
        "note",
        "carries notification",
    ];
    let row = |number: usize| {
        let minute = format!("{:02}:{:02}", chance.below(24), chance.below(60));
        vec![
            (*chance.pick(&["own", "other"])).to_owned(),
            format!("{} {minute}", written(on(&chance))),
            "no-answer".to_owned(),
            (*chance.pick(&["ordinary", "urgent"])).to_owned(),
            format!("Thông báo {number}"),
            "Trực ban".to_owned(),
            COUNTERPART.to_owned(),
            String::new(),
            (*chance.pick(&["", "no", "không"])).replace("không", "0"),
        ]
    };
    let rows = (0..rows).map(row).collect();
    let mut table = Table { noun: "hotline-call", header, rows, planted: Vec::new() };
    let spoils: [Spoil; 5] = [
        ("caller", "them".into(), "not-a-choice", None),
        ("at", "04/03/2025".into(), "not-an-instant", None),
        ("carries notification", "perhaps".into(), "not-yes-or-no", None),
        ("carries notification", "yes".into(), "refused", Some("nothing-was-said")),
        ("own_duty", "x".repeat(201), "text-too-long", None),
    ];
    table.spoil(&chance, faults, &spoils);
    table
}

/// The bytes of a text in an encoding, Vietnamese ones by their frozen vectors.
pub fn encode(encoding: Encoding, text: &str) -> Vec<u8> {
    match encoding {
        Encoding::Utf8 => text.as_bytes().to_vec(),
        Encoding::Utf16 => "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect(),
        Encoding::Gb18030 => encoding_rs::GB18030.encode(text).0.into_owned(),
        Encoding::Tcvn3 => by_vectors(include_str!("../../desk/src/table/vectors/tcvn3.txt"), text),
        Encoding::Vni => by_vectors(include_str!("../../desk/src/table/vectors/vni.txt"), text),
        Encoding::Windows1258 => {
            let apart: String = text.chars().map(apart).collect();
            encoding_rs::WINDOWS_1258.encode(&apart).0.into_owned()
        }
    }
}

fn by_vectors(vectors: &str, text: &str) -> Vec<u8> {
    let lines = vectors.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    let known: BTreeMap<&str, Vec<u8>> = lines
        .map(|(letter, bytes)| {
            let bytes = bytes.split(' ').filter_map(|byte| u8::from_str_radix(byte, 16).ok());
            (letter, bytes.collect())
        })
        .collect();
    let mut out = Vec::new();
    for letter in text.chars() {
        let mut utf8 = [0; 4];
        let letter = letter.encode_utf8(&mut utf8);
        out.extend(known.get(&*letter).cloned().unwrap_or_else(|| letter.as_bytes().to_vec()));
    }
    out
}

/// A letter as code page 1258 writes it: the tone after it.
fn apart(letter: char) -> String {
    let tones = [
        ('\u{300}', "àầằèềìòồờùừỳ"),
        ('\u{301}', "áấắéếíóốớúứý"),
        ('\u{303}', "ãẫẵẽễĩõỗỡũữỹ"),
        ('\u{309}', "ảẩẳẻểỉỏổởủửỷ"),
        ('\u{323}', "ạậặẹệịọộợụựỵ"),
    ];
    for (tone, letters) in tones {
        if let Some(place) = letters.chars().position(|known| known == letter.to_lowercase().next().unwrap_or(letter)) {
            let base = "aâăeêioôơuưy".chars().nth(place).unwrap_or(letter);
            let base = if letter.is_uppercase() { base.to_uppercase().to_string() } else { base.to_string() };
            return format!("{base}{tone}");
        }
    }
    letter.to_string()
}
