//! Strange but honest tables, and a reading process that dies, hangs or lies: every cell arrives as a person means it, and
//! nothing is changed by a process that failed.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use desk::table::{Limits, ReaderProgram, Unreadable};
use desk::{ImportError, ImportOrder};
use testkit::Post;
use testkit::tables::{self, order, take_in, told, words};

const GATE: &str = "vn-bg-laocai-gate";
const HEADER: &str = "counterpart,held_on,purpose,own_participants,other_participants,place\n";

#[test]
fn a_field_of_ten_megabytes_is_a_fault_at_its_place() {
    let post = Post::founded(2);
    let officer = post.enlist("gate", GATE, "officer", "unit", "internal");
    let (reader, words) = (tables::reader(env!("CARGO_BIN_EXE_reader")), words("visit"));
    let table = format!("{HEADER}cp-laocai-gate-talks,12/01/2025,\"{}\",1,2,Gate\n", "long ".repeat(2 << 20));
    let report = take_in(&post.desk, &officer, &order(&reader, &words, "visit", "t"), table.as_bytes()).unwrap();
    assert_eq!(told(&report), [(2, Some("C".to_owned()), "cell-too-long".to_owned(), None)]);
}

#[test]
fn a_formula_is_a_fault_at_its_place_and_one_with_the_guard_of_an_export_is_text() {
    let post = Post::founded(3);
    let officer = post.enlist("gate", GATE, "officer", "unit", "internal");
    let (reader, words) = (tables::reader(env!("CARGO_BIN_EXE_reader")), words("visit"));
    let table = |purposes: &[&str]| {
        let rows = purposes.iter().map(|text| format!("cp-laocai-gate-talks,12/01/2025,\"{text}\",1,2,Gate\n"));
        format!("{HEADER}{}", rows.collect::<String>())
    };
    let before = post.desk.dump().unwrap();
    let formulas =
        ["=cmd|' /C calc'!A0", "Talks", "+HYPERLINK(\"\"http://x\"\")", "@SUM(A1)", "-2+3+cmd|' /C calc'!A0", "＝1+1"];
    let visits = order(&reader, &words, "visit", "t");
    let report = take_in(&post.desk, &officer, &visits, table(&formulas).as_bytes()).unwrap();
    let fault = |row| (row, Some("C".to_owned()), "formula".to_owned(), None);
    assert_eq!(told(&report), [2, 4, 5, 6, 7].map(fault));
    assert_eq!((report.import, post.desk.dump().unwrap()), (None, before));
    let kept = ["'=cmd|' /C calc'!A0", "+84 24", "'@SUM(A1)", "'=1+1", "-2", "'=HYPERLINK(\"\"http://x\"\")"];
    let report = take_in(&post.desk, &officer, &visits, table(&kept).as_bytes()).unwrap();
    assert_eq!((report.new, report.faulty), (6, 0), "{:?}", report.faults);
    let filter = desk::Filter { nouns: vec!["visit".into()], order: desk::Order::Begun, ..desk::Filter::default() };
    let kept: Vec<String> = post
        .desk
        .rows(&officer, &filter, 9)
        .unwrap()
        .iter()
        .map(|row| row.state["purpose"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(kept, ["=cmd|' /C calc'!A0", "+84 24", "@SUM(A1)", "=1+1", "-2", "=HYPERLINK(\"http://x\")"]);
}

#[test]
fn a_spreadsheet_gives_days_numbers_and_answers_as_a_person_means_them() {
    use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
    let post = Post::founded(4);
    let officer = post.enlist("gate", GATE, "officer", "unit", "internal");
    let (reader, words) = (tables::reader(env!("CARGO_BIN_EXE_reader")), words("hotline-call"));
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    let header = ["counterpart", "caller", "at", "outcome", "urgency", "subject", "own_duty", "carries_notification"];
    for (column, name) in (0..).zip(header) {
        page.write_string(0, column, name).unwrap();
    }
    let clock = Format::new().set_num_format("dd/mm/yyyy hh:mm");
    let at = ExcelDateTime::from_ymd(2025, 3, 4).unwrap().and_hms(8, 30, 0).unwrap();
    for (row, subject) in [(1, "=1+1"), (2, "#REF!")] {
        let texts = [(0, "cp-laocai-gate-talks"), (1, "own"), (3, "no-answer"), (4, "urgent"), (6, "Duty")];
        for (column, text) in texts {
            page.write_string(row, column, text).unwrap();
        }
        page.write_datetime_with_format(row, 2, &at, &clock).unwrap();
        let formula = Formula::new(subject).set_result(if row == 1 { "2" } else { "#REF!" });
        page.write_formula(row, 5, formula).unwrap();
        page.write_boolean(row, 7, false).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    let report = take_in(
        &post.desk,
        &officer,
        &ImportOrder { good_rows: true, ..order(&reader, &words, "hotline-call", "t") },
        &bytes,
    )
    .unwrap();
    assert_eq!(told(&report).len(), 1, "{:?}", report.faults);
    assert!(told(&report)[0].1.as_deref() == Some("F"));
    let filter = desk::Filter { nouns: vec!["hotline-call".into()], ..desk::Filter::default() };
    let call = &post.desk.rows(&officer, &filter, 1).unwrap()[0];
    assert_eq!((call.state["at"].as_str(), call.state["subject"].as_str()), (Some("2025-03-04T01:30:00Z"), Some("2")));
}

#[test]
fn a_reading_process_that_dies_hangs_or_babbles_changes_nothing() {
    let post = Post::founded(5);
    let officer = post.enlist("gate", GATE, "officer", "unit", "internal");
    let words = words("visit");
    let before = post.desk.dump().unwrap();
    let shell = |line: &str| ReaderProgram { program: "/bin/sh".into(), arguments: vec!["-c".into(), line.into()] };
    let head = "printf '\\000\\000\\000\\002{}'";
    for (line, reasons) in [
        ("kill -9 $$", [Unreadable::ReaderEnded, Unreadable::ReaderEnded]),
        ("cat > /dev/null", [Unreadable::ReaderEnded, Unreadable::ReaderEnded]),
        ("sleep 30", [Unreadable::ReaderTooSlow, Unreadable::ReaderTooSlow]),
        ("yes", [Unreadable::ReaderUnclear, Unreadable::ReaderEnded]),
        (head, [Unreadable::ReaderUnclear, Unreadable::ReaderEnded]),
    ] {
        let reader = shell(line);
        let limits = Limits { wait_seconds: 2, ..Limits::default() };
        let order = ImportOrder { limits, ..order(&reader, &words, "visit", "t") };
        match take_in(&post.desk, &officer, &order, HEADER.as_bytes()) {
            Err(ImportError::Refused(refusal)) => assert!(reasons.contains(&refusal.why), "{line}: {refusal}"),
            other => panic!("{line}: {other:?}"),
        }
    }
    let missing = tables::reader("/nowhere/at/all");
    let outcome = take_in(&post.desk, &officer, &order(&missing, &words, "visit", "t"), HEADER.as_bytes());
    assert!(matches!(outcome, Err(ImportError::Failure(_))), "{outcome:?}");
    assert_eq!(post.desk.dump().unwrap(), before);
}

#[test]
fn the_reading_process_has_little_memory_and_says_by_what_it_is_confined() {
    let post = Post::founded(6);
    let officer = post.enlist("gate", GATE, "officer", "unit", "internal");
    let (reader, words) = (tables::reader(env!("CARGO_BIN_EXE_reader")), words("visit"));
    let rows = "cp-laocai-gate-talks,12/01/2025,One,1,2,Gate\n";
    let report = take_in(
        &post.desk,
        &officer,
        &ImportOrder { dry_run: true, ..order(&reader, &words, "visit", "t") },
        format!("{HEADER}{rows}").as_bytes(),
    )
    .unwrap();
    println!("confined by {:?}", report.confined);
    if cfg!(target_os = "linux") {
        assert!(["rlimits", "no-new-privs"].iter().all(|what| report.confined.iter().any(|known| known == what)));
    }
    let limits = Limits { memory_bytes: 48 << 20, ..Limits::default() };
    let small = ImportOrder { limits: limits.clone(), dry_run: true, ..order(&reader, &words, "visit", "t") };
    assert!(take_in(&post.desk, &officer, &small, format!("{HEADER}{rows}").as_bytes()).is_ok());
    // A file within its limit, whose one line would fill more than the memory that is left.
    let large = format!("{HEADER}{}", "x".repeat(31 << 20));
    let outcome = take_in(&post.desk, &officer, &ImportOrder { dry_run: true, ..small }, large.as_bytes());
    assert!(
        matches!(&outcome, Err(ImportError::Refused(refusal)) if refusal.why == Unreadable::ReaderEnded),
        "{outcome:?}"
    );
}
