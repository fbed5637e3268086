//! Values separated by a character, line by line: cut at the bytes first and read as letters afterwards, so that a
//! wrong byte is the fault of its cell alone.

use csv::ByteRecord;

use super::frame::check_row;
use super::{Broken, Cell, Encoding, Limits, TableEnd, TableHead, TableOptions, TableRefusal, TableRow, Unreadable};
use crate::table::Frame;

/// Who takes what was read.
pub(super) type Taker<'t> = dyn FnMut(Frame) -> Result<(), TableRefusal> + 't;

const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];
/// How much text is kept for a look at its letters.
const SAMPLE: usize = 64 << 10;

/// Reads the values of a file.
pub(super) fn read(
    bytes: &[u8],
    options: &TableOptions,
    limits: &Limits,
    confined: &[String],
    take: &mut Taker<'_>,
) -> Result<(), TableRefusal> {
    let encoding = options.encoding.unwrap_or_else(|| Encoding::proposed(bytes));
    let unicode = unicode(bytes, encoding)?;
    let bytes = unicode.as_deref().unwrap_or(bytes);
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf".as_slice()).unwrap_or(bytes);
    if bytes.contains(&0) {
        return Err(Unreadable::NotATable.into());
    }
    let chosen = options.separator.and_then(|separator| u8::try_from(u32::from(separator)).ok());
    let separator = chosen.filter(|chosen| SEPARATORS.contains(chosen)).unwrap_or_else(|| separator_of(bytes));
    take(Frame::Head(TableHead {
        is_spreadsheet: false,
        encoding: Some(encoding),
        is_chosen: options.encoding.is_some(),
        separator: Some(char::from(separator)),
        sheet: None,
        sheets: Vec::new(),
        confined: confined.to_vec(),
    }))?;
    let read_as = if unicode.is_some() { Encoding::Utf8 } else { encoding };
    let lines = Lines { bytes, at: 0, line: 1 };
    let mut rows = Rows { limits, encoding: read_as, sample: String::new(), lines, more_lines: 0, told: 0 };
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(bytes);
    let mut record = ByteRecord::new();
    while reader.read_byte_record(&mut record).map_err(|_| Unreadable::NotATable)? {
        if let Some(row) = rows.row(&record)? {
            take(Frame::Row(row))?;
        }
    }
    let suggested = if read_as == Encoding::Utf8 { Encoding::suggested(&rows.sample) } else { None };
    take(Frame::End(TableEnd { rows: rows.told, suggested }))
}

/// The file as UTF-8, where its letters have two bytes each and cannot be cut at single ones.
fn unicode(bytes: &[u8], encoding: Encoding) -> Result<Option<Vec<u8>>, TableRefusal> {
    if encoding != Encoding::Utf16 {
        return Ok(None);
    }
    let text = Encoding::Utf16.decode(bytes).ok_or(Unreadable::NotATable)?;
    Ok(Some(text.trim_start_matches('\u{feff}').as_bytes().to_vec()))
}

/// The character that stands most often outside quotation marks in the first lines.
fn separator_of(bytes: &[u8]) -> u8 {
    let mut quoted = false;
    let mut counts = [0usize; SEPARATORS.len()];
    let mut lines = 0;
    for byte in bytes.iter().take(SAMPLE) {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => lines += 1,
            byte if !quoted => {
                if let Some(place) = SEPARATORS.iter().position(|separator| separator == byte) {
                    counts[place] += 1;
                }
            }
            _ => {}
        }
        if lines == 20 {
            break;
        }
    }
    let best = SEPARATORS.iter().zip(counts).reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.map_or(b',', |(separator, _)| *separator)
}

/// Rows as they are told.
struct Rows<'l> {
    limits: &'l Limits,
    encoding: Encoding,
    sample: String,
    lines: Lines<'l>,
    /// Lines that stood inside quotation marks so far: a spreadsheet does not number them.
    more_lines: u64,
    told: u32,
}

impl Rows<'_> {
    /// The row of a record; none where there is nothing in it.
    fn row(&mut self, record: &ByteRecord) -> Result<Option<TableRow>, TableRefusal> {
        let line = self.lines.of(record.position().map_or(0, csv::Position::byte));
        let number = line.saturating_sub(self.more_lines);
        self.more_lines += record.iter().map(breaks).sum::<u64>();
        let width = (0..record.len()).rev().find(|place| record.get(*place).is_some_and(|field| !field.is_empty()));
        let Some(last) = width else { return Ok(None) };
        let Ok(number) = u32::try_from(number) else { return Err(Unreadable::TooManyRows.beyond(self.limits.rows)) };
        if last >= self.limits.columns as usize {
            return Err(Unreadable::TooManyColumns.beyond(self.limits.columns));
        }
        let cells = record.iter().take(last + 1).map(|field| self.cell(field)).collect();
        let row = TableRow { number, cells };
        check_row(&row, self.limits)?;
        self.told += 1;
        Ok(Some(row))
    }

    fn cell(&mut self, field: &[u8]) -> Cell {
        if field.is_empty() {
            return Cell::Blank;
        }
        if field.len() as u64 > self.limits.cell_bytes {
            return Cell::Broken(Broken::TooLong);
        }
        let Some(text) = self.encoding.decode(field) else { return Cell::Broken(Broken::WrongBytes) };
        if Encoding::may_be_typed(&text) && self.sample.len() < SAMPLE {
            self.sample.push_str(&text);
            self.sample.push('\n');
        }
        Cell::Text(text)
    }
}

/// Counts the lines of a file as its records go by.
struct Lines<'b> {
    bytes: &'b [u8],
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line of the first letter from a place on: blank lines before it are passed.
    fn of(&mut self, place: u64) -> u64 {
        let place = usize::try_from(place).unwrap_or(usize::MAX);
        let is_break = |byte: &&u8| matches!(**byte, b'\r' | b'\n');
        let blank = self.bytes.get(place..).unwrap_or_default().iter().take_while(is_break).count();
        let until = place.saturating_add(blank).min(self.bytes.len());
        self.line += breaks(self.bytes.get(self.at..until).unwrap_or_default());
        self.at = self.at.max(until);
        self.line
    }
}

/// Line breaks: a line feed, or a carriage return without one.
fn breaks(bytes: &[u8]) -> u64 {
    let feeds = bytes.iter().filter(|byte| **byte == b'\n').count();
    let returns = bytes.iter().filter(|byte| **byte == b'\r').count();
    let both = bytes.windows(2).filter(|pair| *pair == b"\r\n").count();
    (feeds + returns - both) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(bytes: &[u8], options: &TableOptions, limits: &Limits) -> Result<Vec<Frame>, TableRefusal> {
        let mut frames = Vec::new();
        read(bytes, options, limits, &[], &mut |frame| {
            frames.push(frame);
            Ok(())
        })?;
        Ok(frames)
    }

    fn rows(bytes: &[u8]) -> Vec<(u32, Vec<Cell>)> {
        let frames = told(bytes, &TableOptions::default(), &Limits::default()).unwrap();
        let rows = frames.into_iter().filter_map(|frame| match frame {
            Frame::Row(row) => Some((row.number, row.cells)),
            _ => None,
        });
        rows.collect()
    }

    fn text(text: &str) -> Cell {
        Cell::Text(text.into())
    }

    #[test]
    fn rows_have_the_numbers_that_a_spreadsheet_shows() {
        let found = rows(b"a,b\r\n\r\n\"one\ntwo\",x\r\n,\r\nlast,\r\n");
        let wanted = [(1, vec![text("a"), text("b")]), (3, vec![text("one\ntwo"), text("x")]), (5, vec![text("last")])];
        assert_eq!(found, wanted);
    }

    #[test]
    fn the_separator_is_found_out_and_a_mark_is_no_letter() {
        assert_eq!(rows("\u{feff}a;b,c\n1;2\n".as_bytes())[0].1, [text("a"), text("b,c")]);
        assert_eq!(rows(b"a\tb\n1\t2\n")[1].1, [text("1"), text("2")]);
        let wide: Vec<u8> = "\u{feff}Tên\tNgày\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(rows(&wide)[0].1, [text("Tên"), text("Ngày")]);
    }

    #[test]
    fn a_wrong_byte_is_the_fault_of_its_cell() {
        let good = "Đồn biên phòng,hội đàm\n".repeat(10);
        let bytes = [good.as_bytes(), b"fine,\xff\xff\n"].concat();
        let found = rows(&bytes);
        assert_eq!(found.last(), Some(&(11, vec![text("fine"), Cell::Broken(Broken::WrongBytes)])));
    }

    #[test]
    fn what_is_too_large_is_refused_by_its_name() {
        let limits = Limits { rows: 3, columns: 2, cell_bytes: 4, row_bytes: 6, ..Limits::default() };
        let why = |bytes: &[u8]| {
            told(bytes, &TableOptions::default(), &limits).map(|frames| frames.len()).map_err(|refusal| refusal.why)
        };
        assert_eq!(why(b"a\nb\nc\nd\n"), Err(Unreadable::TooManyRows));
        assert_eq!(why(b"a,b,c\n"), Err(Unreadable::TooManyColumns));
        assert_eq!(why(b"a,b,,,,,\n"), Ok(3));
        assert_eq!(why(b"abcd,abcd\n"), Err(Unreadable::RowTooLong));
        assert_eq!(why(b"a\0b\n"), Err(Unreadable::NotATable));
        let frames = told(b"abcde,b\n", &TableOptions::default(), &limits).unwrap();
        assert!(matches!(&frames[1], Frame::Row(row) if row.cells[0] == Cell::Broken(Broken::TooLong)));
    }
}
