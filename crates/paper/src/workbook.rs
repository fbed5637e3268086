//! Tables as a spreadsheet (Office Open XML): bold header that stays in view, numbers as numbers, text as text.

use std::collections::BTreeSet;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::{Cell, Sheet, Sheets, guarded};

/// How many rows a sheet of the format can have.
const ROWS_MAX: usize = 1_048_576;
/// How many columns a sheet of the format can have.
const COLUMNS_MAX: usize = 16_384;
/// How many UTF-16 units a cell of the format can hold.
const CELL_MAX: usize = 32_767;
/// How many characters the name of a tab can have.
const NAME_MAX: usize = 31;
/// Whole numbers up to here are exact in the format, which keeps every number as a binary fraction.
const EXACT_MAX: u64 = 1 << 53;
const WIDTH_MIN: usize = 8;
const WIDTH_MAX: usize = 60;

/// Why a file could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PaperFailure {
    /// There is no table to print.
    #[error("there is no table to print")]
    Nothing,
    /// The table is larger than the format allows.
    #[error(
        "the table \"{sheet}\" has {rows} rows and {columns} columns: a spreadsheet holds {ROWS_MAX} and {COLUMNS_MAX}; narrow it down"
    )]
    TooLarge {
        /// The table.
        sheet: String,
        /// Its rows.
        rows: usize,
        /// Its columns.
        columns: usize,
    },
    /// A text is longer than a cell allows.
    #[error(
        "a text in the table \"{sheet}\" has {length} characters: a cell of a spreadsheet holds {CELL_MAX}; use CSV"
    )]
    TooLong {
        /// The table.
        sheet: String,
        /// How long the text is.
        length: usize,
    },
    /// The writer of the format failed.
    #[error("the spreadsheet could not be written: {0}")]
    Writer(#[from] XlsxError),
}

/// The tables as the bytes of one XLSX file.
pub fn xlsx(sheets: &Sheets) -> Result<Vec<u8>, PaperFailure> {
    let first = sheets.sheets.first().ok_or(PaperFailure::Nothing)?;
    let mut workbook = Workbook::new();
    let made_at = ExcelDateTime::from_timestamp(sheets.made_at.as_second())?;
    workbook.set_properties(&DocProperties::new().set_title(cut(&first.title, 255)).set_creation_datetime(&made_at));
    let mut taken = BTreeSet::new();
    for sheet in &sheets.sheets {
        check(sheet)?;
        write(sheet, workbook.add_worksheet().set_name(tab_name(&sheet.name, &mut taken))?)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn check(sheet: &Sheet) -> Result<(), PaperFailure> {
    let rows = sheet.rows.len() + sheet.meta.len() + sheet.notes.len() + 5;
    let columns = sheet.widths().len();
    if rows > ROWS_MAX || columns > COLUMNS_MAX {
        return Err(PaperFailure::TooLarge { sheet: sheet.name.clone(), rows, columns });
    }
    let cells = sheet.rows.iter().flatten().filter_map(|cell| match cell {
        Cell::Text(text) => Some(text),
        _ => None,
    });
    let texts = cells.chain(&sheet.header).chain(&sheet.meta).chain(&sheet.notes).chain([&sheet.title]);
    let longest = texts.map(|text| text.encode_utf16().count()).max().unwrap_or(0);
    if longest >= CELL_MAX {
        return Err(PaperFailure::TooLong { sheet: sheet.name.clone(), length: longest });
    }
    Ok(())
}

fn write(sheet: &Sheet, page: &mut Worksheet) -> Result<(), PaperFailure> {
    let plain = Format::new().set_align(FormatAlign::Top).set_text_wrap();
    let bold =
        Format::new().set_bold().set_align(FormatAlign::Top).set_text_wrap().set_border_bottom(FormatBorder::Thin);
    let large = Format::new().set_bold().set_font_size(14);
    let small = Format::new().set_italic();
    let mut row = 0;
    if !sheet.title.is_empty() {
        page.write_string_with_format(row, 0, guarded(&sheet.title), &large)?;
        row += 1;
    }
    for line in &sheet.meta {
        page.write_string(row, 0, guarded(line))?;
        row += 1;
    }
    if row > 0 {
        row += 1;
    }
    for (column, name) in (0..).zip(&sheet.header) {
        page.write_string_with_format(row, column, guarded(name), &bold)?;
    }
    row += 1;
    page.set_freeze_panes(row, 0)?;
    for cells in &sheet.rows {
        for (column, cell) in (0..).zip(cells) {
            write_cell(page, (row, column), cell, &plain)?;
        }
        row += 1;
    }
    for note in &sheet.notes {
        row += 1;
        page.write_string_with_format(row, 0, guarded(note), &small)?;
    }
    for (column, width) in (0..).zip(sheet.widths()) {
        page.set_column_width(column, (width.clamp(WIDTH_MIN, WIDTH_MAX) + 2) as f64)?;
    }
    Ok(())
}

fn write_cell(page: &mut Worksheet, (row, column): (u32, u16), cell: &Cell, plain: &Format) -> Result<(), XlsxError> {
    match cell {
        Cell::Blank => Ok(()),
        Cell::Integer(number) if number.unsigned_abs() <= EXACT_MAX => {
            page.write_number_with_format(row, column, *number as f64, plain).map(drop)
        }
        Cell::Integer(number) => page.write_string_with_format(row, column, number.to_string(), plain).map(drop),
        Cell::Text(text) => page.write_string_with_format(row, column, guarded(text), plain).map(drop),
    }
}

/// The name on a tab: without the characters that the format forbids, short enough, and not taken twice.
fn tab_name(wanted: &str, taken: &mut BTreeSet<String>) -> String {
    let fit = |c: char| if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') || c.is_control() { ' ' } else { c };
    let clean: String = wanted.chars().map(fit).collect();
    let clean = clean.trim().trim_matches('\'');
    let clean = if clean.is_empty() { "Table" } else { clean };
    for number in 1.. {
        let ending = if number == 1 { String::new() } else { format!(" {number}") };
        let name = format!("{}{ending}", cut(clean, NAME_MAX - ending.len()));
        if taken.insert(name.to_lowercase()) {
            return name;
        }
    }
    clean.to_owned()
}

/// The beginning of a text, so many UTF-16 units long at most.
fn cut(text: &str, units: usize) -> String {
    let mut length = 0;
    text.chars()
        .take_while(|c| {
            length += c.len_utf16();
            length <= units
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};
    use jiff::Timestamp;

    use super::*;

    const TOLD: [&str; 4] = ["Hội đàm cấp trạm", "河口会谈", "កិច្ចប្រជុំ\u{200b}ព្រំដែន", "ກອງປະຊຸມຊາຍແດນ"];

    fn sheets(rows: Vec<Vec<Cell>>) -> Sheets {
        let sheet = Sheet {
            name: "2026-Q1".into(),
            title: "Report".into(),
            meta: vec!["Lào Cai".into()],
            header: vec!["figure".into(), "own".into()],
            rows,
            notes: vec!["=not a formula".into()],
        };
        Sheets { made_at: Timestamp::UNIX_EPOCH, sheets: vec![sheet] }
    }

    fn read_back(bytes: Vec<u8>) -> Vec<Vec<Data>> {
        let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
        let formulas = book.worksheet_formula("2026-Q1").unwrap();
        assert!(formulas.used_cells().all(|(_, _, formula)| formula.is_empty()), "no cell holds a formula");
        book.worksheet_range("2026-Q1").unwrap().rows().map(<[Data]>::to_vec).collect()
    }

    #[test]
    fn the_same_tables_give_the_same_bytes() {
        let tables = sheets(vec![vec!["talks-held".into(), 3.into()]]);
        let first = xlsx(&tables).unwrap();
        std::thread::sleep(std::time::Duration::from_millis(2100));
        assert_eq!(first, xlsx(&tables).unwrap(), "the bytes do not depend on the hour");
    }

    #[test]
    fn numbers_are_numbers_and_every_script_survives() {
        let rows = TOLD.iter().map(|text| vec![Cell::from(*text), Cell::Integer(-5)]).collect();
        let read = read_back(xlsx(&sheets(rows)).unwrap());
        assert_eq!(read[3][0], Data::String("figure".into()));
        for (row, text) in read[4..].iter().zip(TOLD) {
            assert_eq!(row[..2], [Data::String(text.into()), Data::Float(-5.0)]);
        }
    }

    #[test]
    fn text_that_looks_like_a_formula_stays_text() {
        let read = read_back(xlsx(&sheets(vec![vec!["=1+1".into(), "@SUM(A1)".into()]])).unwrap());
        assert_eq!(read[4][..2], [Data::String("'=1+1".into()), Data::String("'@SUM(A1)".into())]);
        assert_eq!(read[6][0], Data::String("'=not a formula".into()));
    }

    #[test]
    fn characters_that_xml_forbids_do_not_spoil_the_file() {
        let read = read_back(xlsx(&sheets(vec![vec!["a\u{1}b<&>\"".into(), "c".into()]])).unwrap());
        assert_eq!(read[4][1], Data::String("c".into()));
    }

    #[test]
    fn a_number_too_large_to_be_exact_is_written_as_text() {
        let read = read_back(xlsx(&sheets(vec![vec![Cell::Integer(i64::MAX)]])).unwrap());
        assert_eq!(read[4][0], Data::String(i64::MAX.to_string()));
    }

    #[test]
    fn a_text_too_long_for_a_cell_is_refused() {
        let long = "đ".repeat(CELL_MAX);
        assert!(matches!(xlsx(&sheets(vec![vec![long.into()]])), Err(PaperFailure::TooLong { length: CELL_MAX, .. })));
    }

    #[test]
    fn tabs_get_names_that_the_format_allows() {
        let mut taken = BTreeSet::new();
        assert_eq!(tab_name("a/b:c", &mut taken), "a b c");
        assert_eq!(tab_name("A B C", &mut taken), "A B C 2");
        assert_eq!(tab_name("'", &mut taken), "Table");
        assert_eq!(tab_name(&"会".repeat(40), &mut taken).chars().count(), 31);
    }
}
