//! Spreadsheets of Office Open XML: the archive's directory first, then a look over every part, then the cells of one
//! sheet as a stream. A sheet is never asked for as a whole: a file of five kilobytes can claim half a terabyte.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};
use zip::ZipArchive;

use super::frame::check_row;
use super::separated::Taker;
use super::xml::look_over;
use super::{
    Broken, Cell, Encoding, Frame, Limits, TableEnd, TableHead, TableOptions, TableRefusal, TableRow, Unreadable,
};

/// Below this size a part may unpack to as many times its packed size as it likes.
const SMALL_PART: u64 = 1 << 20;
const SHEETS_TOLD: usize = 50;
/// How much text is kept for a look at its letters.
const SAMPLE: usize = 64 << 10;
/// Numbers up to here are whole numbers exactly.
const EXACT: f64 = 9_007_199_254_740_992.0;

type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// Reads the cells of a sheet.
pub(super) fn read(
    bytes: &[u8],
    options: &TableOptions,
    limits: &Limits,
    confined: &[String],
    take: &mut Taker<'_>,
) -> Result<(), TableRefusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::BrokenArchive)?;
    check_directory(&mut archive, limits)?;
    check_parts(&mut archive, limits)?;
    drop(archive);
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Unreadable::BrokenPart)?;
    let sheets = book.sheets_metadata();
    let usable = |sheet: &&calamine::Sheet| sheet.typ == SheetType::WorkSheet;
    let chosen = match &options.sheet {
        Some(name) => sheets.iter().filter(usable).find(|sheet| sheet.name == *name),
        None => sheets.iter().filter(usable).find(|sheet| sheet.visible == SheetVisible::Visible),
    };
    let name = chosen.map(|sheet| sheet.name.clone()).ok_or(Unreadable::NoSheet)?;
    let told = |name: &str| name.chars().take(100).collect::<String>();
    let sheets = sheets.iter().filter(usable).take(SHEETS_TOLD).map(|sheet| told(&sheet.name)).collect();
    let typed = options.encoding.filter(|encoding| matches!(encoding, Encoding::Tcvn3 | Encoding::Vni));
    take(Frame::Head(TableHead {
        is_spreadsheet: true,
        encoding: typed,
        is_chosen: typed.is_some(),
        separator: None,
        sheet: Some(told(&name)),
        sheets,
        confined: confined.to_vec(),
    }))?;
    let mut cells = book.worksheet_cells_reader(&name).map_err(|_| Unreadable::BrokenPart)?;
    let mut rows = Rows { limits, typed, sample: String::new(), standing: TableRow::default(), told: 0 };
    while let Some(cell) = cells.next_cell().map_err(|_| Unreadable::BrokenPart)? {
        if let Some(row) = rows.place(cell.get_position(), cell.get_value())? {
            take(Frame::Row(row))?;
        }
    }
    if let Some(row) = rows.finished(TableRow::default())? {
        take(Frame::Row(row))?;
    }
    let suggested = if typed.is_none() { Encoding::suggested(&rows.sample) } else { None };
    take(Frame::End(TableEnd { rows: rows.told, suggested }))
}

/// Looks at the directory of the archive before anything in it is unpacked.
fn check_directory(archive: &mut Archive<'_>, limits: &Limits) -> Result<(), TableRefusal> {
    if archive.len() > limits.zip_parts as usize {
        return Err(Unreadable::TooManyParts.beyond(limits.zip_parts));
    }
    let (mut names, mut all) = (BTreeSet::new(), 0u64);
    for place in 0..archive.len() {
        let part = archive.by_index_raw(place).map_err(|_| Unreadable::BrokenArchive)?;
        if part.encrypted() {
            return Err(Unreadable::LockedOrOld.into());
        }
        let name = part.name().map_err(|_| Unreadable::TrickedArchive)?.into_owned();
        let leads_away = name.starts_with('/')
            || name.contains(['\\', ':', '\0'])
            || name.split('/').any(|step| step == "..")
            || part.is_symlink();
        if leads_away || !names.insert(name.to_lowercase()) {
            return Err(Unreadable::TrickedArchive.into());
        }
        check_size(part.size(), part.compressed_size(), limits)?;
        all = all.saturating_add(part.size());
        if all > limits.zip_bytes {
            return Err(Unreadable::ArchiveBomb.beyond(limits.zip_bytes));
        }
    }
    if archive.has_overlapping_files().map_err(|_| Unreadable::BrokenArchive)? {
        return Err(Unreadable::TrickedArchive.into());
    }
    let has = |name: &str| names.contains(name);
    if has("content.xml") && !has("[content_types].xml") {
        return Err(Unreadable::OtherSpreadsheet.into());
    }
    if !names.iter().any(|name| name == "[content_types].xml") {
        return Err(Unreadable::NotATable.into());
    }
    Ok(())
}

fn check_size(size: u64, packed: u64, limits: &Limits) -> Result<(), TableRefusal> {
    if size > SMALL_PART && size / packed.max(1) > limits.zip_ratio {
        return Err(Unreadable::ArchiveBomb.beyond(limits.zip_ratio));
    }
    Ok(())
}

/// Looks over every part that is XML. The directory may lie about sizes: what is unpacked is counted.
fn check_parts(archive: &mut Archive<'_>, limits: &Limits) -> Result<(), TableRefusal> {
    let mut left = limits.zip_bytes;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|_| Unreadable::BrokenArchive)?;
        if part.is_dir() {
            continue;
        }
        let packed = part.compressed_size();
        let most = SMALL_PART.max(packed.saturating_mul(limits.zip_ratio)).min(left);
        let mut counted = Counted { part, left: most };
        look_over(&mut counted, limits)?;
        left = left.saturating_sub(most - counted.left);
    }
    Ok(())
}

/// A part of which no more is unpacked than was allowed.
struct Counted<R> {
    part: R,
    left: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let taken = self.part.read(buffer)?;
        self.left = self
            .left
            .checked_sub(taken as u64)
            .ok_or_else(|| std::io::Error::other(TableRefusal::from(Unreadable::ArchiveBomb)))?;
        Ok(taken)
    }
}

/// Rows as cells come in.
struct Rows<'l> {
    limits: &'l Limits,
    typed: Option<Encoding>,
    sample: String,
    standing: TableRow,
    told: u32,
}

impl Rows<'_> {
    /// Puts a cell in its place; gives the row that is complete when the next one begins.
    fn place(&mut self, (row, column): (u32, u32), value: &DataRef<'_>) -> Result<Option<TableRow>, TableRefusal> {
        let cell = self.cell(value);
        if cell == Cell::Blank {
            return Ok(None);
        }
        let number = row.saturating_add(1);
        if number > self.limits.rows {
            return Err(Unreadable::TooManyRows.beyond(self.limits.rows));
        }
        if column >= self.limits.columns {
            return Err(Unreadable::TooManyColumns.beyond(self.limits.columns));
        }
        let complete = match number.cmp(&self.standing.number) {
            std::cmp::Ordering::Less => return Err(Unreadable::OutOfOrder.into()),
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Greater => self.finished(TableRow { number, cells: Vec::new() })?,
        };
        if (column as usize) < self.standing.cells.len() {
            return Err(Unreadable::OutOfOrder.into());
        }
        self.standing.cells.resize(column as usize, Cell::Blank);
        self.standing.cells.push(cell);
        Ok(complete)
    }

    /// The row that was standing, when another takes its place.
    fn finished(&mut self, next: TableRow) -> Result<Option<TableRow>, TableRefusal> {
        let row = std::mem::replace(&mut self.standing, next);
        if row.cells.is_empty() {
            return Ok(None);
        }
        check_row(&row, self.limits)?;
        self.told += 1;
        Ok(Some(row))
    }

    fn cell(&mut self, value: &DataRef<'_>) -> Cell {
        match value {
            DataRef::Empty => Cell::Blank,
            DataRef::Int(number) => Cell::Number(number.to_string()),
            DataRef::Float(number) => Cell::Number(written(*number)),
            DataRef::Bool(yes) => Cell::Flag(*yes),
            DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => self.text(text),
            DataRef::SharedString(text) => self.text(text),
            DataRef::DateTime(at) => instant(at),
            DataRef::Error(_) => Cell::Broken(Broken::CellError),
        }
    }

    fn text(&mut self, text: &str) -> Cell {
        if text.is_empty() {
            return Cell::Blank;
        }
        if text.len() as u64 > self.limits.cell_bytes {
            return Cell::Broken(Broken::TooLong);
        }
        if Encoding::may_be_typed(text) && self.sample.len() < SAMPLE {
            self.sample.push_str(text);
            self.sample.push('\n');
        }
        let read = self.typed.unwrap_or(Encoding::Utf8).decode_typed(text);
        read.map_or(Cell::Broken(Broken::WrongBytes), Cell::Text)
    }
}

/// A number as a person would write it.
fn written(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() <= EXACT { format!("{number:.0}") } else { number.to_string() }
}

/// A day, a day with a time, or a time alone, as a spreadsheet counts them.
fn instant(at: &ExcelDateTime) -> Cell {
    let value = at.as_f64();
    if !at.is_datetime() || !(0.0..3_000_000.0).contains(&value) {
        return Cell::Number(written(value));
    }
    let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
    if value < 1.0 {
        return Cell::Text(format!("{hour:02}:{minute:02}"));
    }
    let on = format!("{year:04}-{month:02}-{day:02}");
    if value.fract() == 0.0 { Cell::Day(on) } else { Cell::Instant(format!("{on}T{hour:02}:{minute:02}:{second:02}")) }
}
