//! A table as comma-separated values (RFC 4180, UTF-8 with a byte order mark): the header and the rows, nothing else,
//! so that another program can read it. Title and notes are in the spreadsheet.

use crate::{Cell, Sheet, guarded};

/// The mark by which spreadsheet programs know UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The table as comma-separated values.
pub fn csv(sheet: &Sheet) -> Vec<u8> {
    let columns = sheet.widths().len();
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).flexible(true).from_writer(MARK.to_vec());
    let header = sheet.header.iter().map(|name| guarded(name).into_owned());
    let rows = sheet.rows.iter().map(|row| row.iter().map(value).collect::<Vec<_>>());
    for mut record in std::iter::once(header.collect::<Vec<_>>()).chain(rows) {
        record.resize(columns, String::new());
        // Writing into memory: the writer reports no failure here.
        let _ = writer.write_record(&record);
    }
    writer.into_inner().unwrap_or_else(|_| MARK.to_vec())
}

fn value(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => guarded(text).into_owned(),
        other => other.shown(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(cells: Vec<Cell>) -> Sheet {
        Sheet {
            header: vec!["a".into(), "b".into()],
            rows: vec![cells],
            notes: vec!["never here".into()],
            ..Sheet::default()
        }
    }

    #[test]
    fn the_mark_comes_first_and_lines_end_as_the_standard_says() {
        assert_eq!(csv(&sheet(vec!["x".into(), 7.into()])), b"\xef\xbb\xbfa,b\r\nx,7\r\n");
    }

    #[test]
    fn a_formula_becomes_text_and_a_negative_number_stays_a_number() {
        let text =
            String::from_utf8(csv(&sheet(vec!["=cmd|' /C calc'!A0".into(), Cell::Integer(-4)]))).unwrap_or_default();
        assert!(text.ends_with("'=cmd|' /C calc'!A0,-4\r\n"), "{text}");
    }

    #[test]
    fn what_was_written_is_read_again_in_every_script() {
        let told = ["Hội đàm, \"quý I\"\nĐồn", "河口会谈", "កិច្ចប្រជុំ", "ກອງປະຊຸມ"];
        let bytes = csv(&Sheet {
            header: told.map(String::from).to_vec(),
            rows: vec![told.map(Cell::from).to_vec()],
            ..Sheet::default()
        });
        let mut reader = csv::Reader::from_reader(&bytes[MARK.len()..]);
        let record = reader.records().next().and_then(Result::ok).unwrap_or_default();
        assert_eq!(record.iter().collect::<Vec<_>>(), told);
    }

    #[test]
    fn a_short_row_is_filled_up() {
        assert!(csv(&sheet(vec!["x".into()])).ends_with(b"x,\r\n"));
    }
}
