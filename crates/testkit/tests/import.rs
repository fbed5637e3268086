//! A table is taken in as a whole: every fault is found in one pass at its place, the same file twice changes nothing,
//! and an import that is undone leaves the tables as they were.

use std::time::Instant;

use desk::import::{FaultCode, Mapping};
use desk::table::{Encoding, ReaderProgram, TableOptions};
use desk::{Act, ActError, ImportError, ImportOrder, ImportReport};
use domain::{Grade, OfficerId, Right};
use serde_json::{Value, json};
use testkit::tables::{self, Table, encode, order, take_in, told, words};
use testkit::{Post, act, instant, unit};

const GATE: &str = "vn-bg-laocai-gate";
const STATION: &str = "vn-bg-batxat";
const VISIT: &str = "counterpart,held_on,purpose,own_participants,other_participants,place\n";

fn reader() -> ReaderProgram {
    tables::reader(env!("CARGO_BIN_EXE_reader"))
}

/// A post with an officer of the gate station.
fn post(seed: u64) -> (Post, OfficerId) {
    let post = Post::founded(seed);
    let officer = post.enlist("gate", GATE, "officer", "unit", "internal");
    (post, officer)
}

fn dump(post: &Post) -> String {
    post.desk.dump().unwrap_or_else(|failure| panic!("{failure}"))
}

/// The tables without what tells of imports.
fn dump_without(post: &Post, imports: &[String]) -> String {
    let dump = dump(post);
    let kept = dump.lines().filter(|line| {
        !imports.iter().any(|id| {
            line.starts_with(&format!("{id}|"))
                || line.starts_with(&format!("Text(\"{id}\")"))
                || line.starts_with(&format!("Text({:?})", id.as_bytes()))
        })
    });
    let kept = kept.filter(|line| !imports.iter().any(|id| line.contains(&bytes_of(id))));
    without_compartments(kept)
}

/// The lines but for those that name the compartments in use: imports stand in one themselves, and each word is told
/// with its compartment anyway.
fn without_compartments<'l>(lines: impl Iterator<Item = &'l str>) -> String {
    let is_compartment = |line: &&str| {
        let columns: Vec<&str> = line.trim_end_matches('|').split('|').collect();
        matches!(columns.as_slice(), [_, grade, named] if grade.starts_with("Integer(") && named.starts_with("Integer("))
    };
    lines.filter(|line| !is_compartment(line)).collect::<Vec<_>>().join("\n")
}

/// A text as the dump shows it.
fn bytes_of(text: &str) -> String {
    let bytes: Vec<String> = text.bytes().map(|byte| byte.to_string()).collect();
    format!("Text([{}])", bytes.join(", "))
}

fn done(post: &Post, officer: &OfficerId, order: &ImportOrder<'_>, bytes: &[u8]) -> ImportReport {
    take_in(&post.desk, officer, order, bytes).unwrap_or_else(|error| panic!("{error:?}"))
}

fn visit_rows(rows: &[&str]) -> Vec<u8> {
    format!("{VISIT}{}\n", rows.join("\n")).into_bytes()
}

fn visit_row(purpose: &str) -> String {
    format!("cp-laocai-gate-talks,12/01/2025,{purpose},2,3,Gate")
}

fn undo(post: &Post, officer: &OfficerId, import: &str) -> Result<desk::Receipt, ActError> {
    post.try_act(officer, "import", Some(import), json!({ "command": "undo", "reason": "wrong file" }))
}

fn undone(post: &Post, officer: &OfficerId, import: &str) {
    undo(post, officer, import).unwrap_or_else(|error| panic!("{error:?}"));
}

fn refusal(outcome: Result<desk::Receipt, ActError>) -> (String, Value) {
    match outcome {
        Err(ActError::Refused(refused)) => (refused.reason, Value::Object(refused.details)),
        other => panic!("{other:?}"),
    }
}

fn total(post: &Post, officer: &OfficerId, noun: &str) -> u64 {
    let filter = desk::Filter { nouns: vec![noun.to_owned()], ..desk::Filter::default() };
    post.desk.list(officer, &filter, 1).unwrap_or_else(|fault| panic!("{fault}")).total
}

fn well(post: &Post) {
    let checkup = post.desk.checkup().unwrap_or_else(|failure| panic!("{failure}"));
    assert!(checkup.is_well(), "{checkup:?}");
}

#[test]
fn of_ten_thousand_rows_exactly_the_planted_faults_are_told_and_the_rest_is_taken_in() {
    let (post, officer) = post(1);
    let reader = reader();
    let samples: [(Table, bool); 4] = [
        (tables::visits(11, 3_500, 60), false),
        (tables::meetings(12, 3_500, 60), true),
        (tables::letters_of_both(13, 2_000, 40), false),
        (tables::calls(14, 1_000, 40), true),
    ];
    let planted: usize = samples.iter().map(|(table, _)| table.planted.len()).sum();
    let rows: usize = samples.iter().map(|(table, _)| table.rows.len()).sum();
    println!("{rows} rows, {planted} planted faults");
    assert_eq!((rows, planted), (10_000, 200));
    let before = dump(&post);
    let mut imports = Vec::new();
    for (table, is_spreadsheet) in &samples {
        let bytes = if *is_spreadsheet { table.xlsx() } else { table.csv(Encoding::Utf8) };
        let words = words(table.noun);
        let good = ImportOrder { good_rows: true, ..order(&reader, &words, table.noun, "table") };
        let standing = dump(&post);
        let begun = Instant::now();
        let dry = done(
            &post,
            &officer,
            &ImportOrder { dry_run: true, ..order(&reader, &words, table.noun, "table") },
            &bytes,
        );
        assert_eq!(told(&dry), table.planted, "{}", table.noun);
        assert_eq!((dry.new as usize, dry.unchanged, dry.import.as_ref()), (table.good(), 0, None));
        println!("{}: dry run {:?}", table.noun, begun.elapsed());
        let strict = done(&post, &officer, &order(&reader, &words, table.noun, "table"), &bytes);
        assert_eq!((told(&strict), strict.import), (table.planted.clone(), None));
        assert_eq!(dump(&post), standing, "neither a dry run nor a table with faults changes anything");
        let begun = Instant::now();
        let report = done(&post, &officer, &good, &bytes);
        let took = begun.elapsed();
        println!("{}: {:.0} rows/s, {took:?}", table.noun, table.rows.len() as f64 / took.as_secs_f64());
        assert_eq!(told(&report), table.planted, "{}", table.noun);
        assert_eq!((report.new as usize, report.faulty as usize), (table.good(), table.rows.len() - table.good()));
        imports.push(report.import.unwrap_or_else(|| panic!("no import of {}", table.noun)));
        let taken = dump(&post);
        let again = done(&post, &officer, &good, &bytes);
        assert_eq!((again.new, again.unchanged as usize, again.import), (0, table.good(), None));
        assert_eq!(dump(&post), taken, "the same file twice changes nothing");
    }
    well(&post);
    for import in imports.iter().rev() {
        let begun = Instant::now();
        undone(&post, &officer, import);
        println!("undone in {:?}", begun.elapsed());
    }
    assert_eq!(dump_without(&post, &imports), without_compartments(before.lines()), "nothing is left but that it was");
    let after = dump(&post);
    well(&post);
    post.desk.rebuild(|_, _| {}).unwrap_or_else(|failure| panic!("{failure}"));
    assert_eq!(dump(&post), after, "a rebuild gives the same");
}

#[test]
fn every_encoding_is_read_proposed_and_told() {
    for encoding in
        [Encoding::Utf8, Encoding::Utf16, Encoding::Tcvn3, Encoding::Vni, Encoding::Windows1258, Encoding::Gb18030]
    {
        let (post, officer) = post(2);
        let (reader, words) = (reader(), words("visit"));
        let mut table = tables::visits(21, 300, 12);
        if encoding == Encoding::Gb18030 {
            for row in &mut table.rows {
                row[3] = row[3]
                    .replace("Thăm hỏi, trao đổi tình hình", "礼节性拜访，通报情况")
                    .replace("Chúc Tết đồn bạn", "春节慰问");
                row[6] = "河口口岸会谈室".to_owned();
                row.iter_mut().filter(|text| text.as_str() == "bốn").for_each(|text| *text = "四".to_owned());
            }
            // What was a fault by its letters stands there as other letters now.
            table.planted.retain(|planted| planted.2 != "unfit-characters");
        }
        let bytes = table.csv(encoding);
        let found =
            done(&post, &officer, &ImportOrder { dry_run: true, ..order(&reader, &words, "visit", "t.csv") }, &bytes);
        assert_eq!((found.encoding, found.is_chosen), (Some(encoding), false), "{encoding:?}");
        assert_eq!(told(&found), table.planted, "{encoding:?}");
        let chosen = TableOptions { encoding: Some(encoding), ..TableOptions::default() };
        let taking = ImportOrder { good_rows: true, options: chosen, ..order(&reader, &words, "visit", "t.csv") };
        let report = done(&post, &officer, &taking, &bytes);
        assert_eq!((report.new as usize, report.is_chosen), (table.good(), true));
        let filter = desk::Filter { nouns: vec!["visit".into()], ..desk::Filter::default() };
        let kept = post.desk.rows(&officer, &filter, 1_000).unwrap_or_else(|fault| panic!("{fault}"));
        let purposes: std::collections::BTreeSet<&str> =
            kept.iter().filter_map(|row| row.state["purpose"].as_str()).collect();
        let bad: Vec<u32> = table.planted.iter().map(|planted| planted.0).collect();
        let good = (2..).zip(&table.rows).filter(|(number, _)| !bad.contains(number)).map(|(_, row)| row[3].as_str());
        assert_eq!(purposes, good.collect(), "{encoding:?}: every letter arrives");
    }
}

#[test]
fn wrong_bytes_are_told_with_row_and_column() {
    let (post, officer) = post(3);
    let (reader, words) = (reader(), words("visit"));
    for (encoding, wrong) in [
        (Encoding::Utf8, b"\xff\xfe".as_slice()),
        (Encoding::Gb18030, b"\xff"),
        (Encoding::Vni, b"k\xf9"),
        (Encoding::Windows1258, b"\xd2x\x81\xff\xfe"),
    ] {
        let good = encode(encoding, &format!("{VISIT}{}\n{}\n", visit_row("Thăm"), visit_row("Chúc Tết")));
        let mut bytes = good.clone();
        bytes.extend_from_slice(b"cp-laocai-gate-talks,12/01/2025,");
        bytes.extend_from_slice(wrong);
        bytes.extend_from_slice(b",2,3,Gate\n");
        let options = TableOptions { encoding: Some(encoding), ..TableOptions::default() };
        let report = done(
            &post,
            &officer,
            &ImportOrder { options, dry_run: true, ..order(&reader, &words, "visit", "t") },
            &bytes,
        );
        let wanted = vec![(4, Some("C".to_owned()), "wrong-bytes".to_owned(), None)];
        if encoding != Encoding::Windows1258 {
            assert_eq!(told(&report), wanted, "{encoding:?}");
        }
    }
}

#[test]
fn letters_typed_in_an_old_font_are_suggested_and_read_on_request() {
    let (post, officer) = post(4);
    let (reader, words) = (reader(), words("visit"));
    let typed = "Thaêm hoûi ñoàn bieân phoøng, chuùc Teát";
    let mut table = tables::visits(41, 60, 0);
    table.rows.iter_mut().for_each(|row| row[3] = format!("{typed} {}", row[0]));
    let bytes = table.xlsx();
    let plain =
        done(&post, &officer, &ImportOrder { dry_run: true, ..order(&reader, &words, "visit", "t.xlsx") }, &bytes);
    assert_eq!((plain.encoding, plain.suggested), (None, Some(Encoding::Vni)));
    let options = TableOptions { encoding: Some(Encoding::Vni), ..TableOptions::default() };
    let read = done(
        &post,
        &officer,
        &ImportOrder { options, dry_run: true, ..order(&reader, &words, "visit", "t.xlsx") },
        &bytes,
    );
    assert!(read.shown[0][3].starts_with("Thăm hỏi đồn biên phòng, chúc Tết"), "{:?}", read.shown);
}

#[test]
fn a_table_with_one_fault_changes_nothing_and_its_good_rows_only_on_request() {
    let (post, officer) = post(5);
    let (reader, words) = (reader(), words("visit"));
    let bytes = visit_rows(&[&visit_row("One"), "cp-laocai-gate-talks,soon,Two,2,3,Gate", &visit_row("Three")]);
    let before = dump(&post);
    let strict = done(&post, &officer, &order(&reader, &words, "visit", "t.csv"), &bytes);
    assert_eq!((strict.new, strict.faulty, strict.import), (2, 1, None));
    assert_eq!(dump(&post), before);
    let wants = ImportOrder { good_rows: true, wants_rejected: true, ..order(&reader, &words, "visit", "t.csv") };
    let good = done(&post, &officer, &wants, &bytes);
    assert!(good.import.is_some() && total(&post, &officer, "visit") == 2);
    assert_eq!((good.rejected.len(), good.rejected[0].row, good.rejected[0].cells[1].as_str()), (1, 3, "soon"));
}

#[test]
fn rows_refer_to_rows_before_them_by_key_and_number_and_title() {
    let (post, officer) = post(6);
    let (reader, words) = (reader(), words("letter"));
    let bytes = "opening,id,counterpart,subject,received_on,answers\n\
                 record-received,A1,cp-laocai-gate-talks,About the lamp,2025-03-01,\n\
                 draft,A2,cp-laocai-gate-talks,Answer by key,,A1\n\
                 draft,A3,cp-laocai-gate-talks,Answer by number,,1/2025\n\
                 draft,A4,cp-laocai-gate-talks,Answer by title,,about the LAMP\n\
                 draft,A5,cp-laocai-gate-talks,Answer too early,,A6\n\
                 record-received,A6,cp-laocai-gate-talks,Later,2025-03-02,\n";
    let report = done(
        &post,
        &officer,
        &ImportOrder { good_rows: true, ..order(&reader, &words, "letter", "t.csv") },
        bytes.as_bytes(),
    );
    assert_eq!(told(&report), [(6, Some("F".to_owned()), "no-such-record".to_owned(), None)]);
    let filter = desk::Filter { nouns: vec!["letter".into()], order: desk::Order::Begun, ..desk::Filter::default() };
    let rows = post.desk.rows(&officer, &filter, 10).unwrap_or_else(|fault| panic!("{fault}"));
    let answers: Vec<&Value> = rows.iter().map(|row| &row.state["answers"]).collect();
    assert_eq!(answers[1..4], [&json!(rows[0].id), &json!(rows[0].id), &json!(rows[0].id)]);
}

#[test]
fn a_name_that_several_records_have_is_not_guessed() {
    let (post, officer) = post(7);
    let (reader, words) = (reader(), words("letter"));
    let first = "counterpart,subject,received_on,opening\ncp-laocai-gate-talks,Same,2025-03-01,record-received\ncp-laocai-gate-talks,Same,2025-03-02,record-received\n";
    assert_eq!(done(&post, &officer, &order(&reader, &words, "letter", "t"), first.as_bytes()).new, 2);
    let second = "counterpart,subject,opening,answers\ncp-laocai-gate-talks,Which,draft,same\n";
    let report = done(&post, &officer, &order(&reader, &words, "letter", "t"), second.as_bytes());
    assert_eq!(told(&report), [(2, Some("D".to_owned()), "several-records".to_owned(), None)]);
}

#[test]
fn the_same_row_twice_in_a_file_is_a_fault_that_names_the_first() {
    let (post, officer) = post(8);
    let (reader, words) = (reader(), words("visit"));
    let bytes = visit_rows(&[&visit_row("One"), &visit_row("Two"), &visit_row("One")]);
    let report = done(&post, &officer, &order(&reader, &words, "visit", "t"), &bytes);
    assert_eq!(told(&report), [(4, None, "twice".to_owned(), None)]);
    assert_eq!(report.faults[0].details["row"], 2);
}

#[test]
fn a_row_with_the_key_of_another_one_is_told_apart() {
    let (post, officer) = post(9);
    let (reader, words) = (reader(), words("visit"));
    let with_key = |key: &str, purpose: &str| format!("id,{VISIT}{key},{}\n", visit_row(purpose)).into_bytes();
    assert_eq!(done(&post, &officer, &order(&reader, &words, "visit", "t"), &with_key("7/2025", "One")).new, 1);
    let same = done(&post, &officer, &order(&reader, &words, "visit", "t"), &with_key("7/2025", "One"));
    assert_eq!((same.new, same.unchanged), (0, 1));
    let other = done(&post, &officer, &order(&reader, &words, "visit", "t"), &with_key("7/2025", "Other"));
    assert_eq!(told(&other), [(2, None, "different".to_owned(), None)]);
    // A record that a person began is known by its identity.
    let command = json!({ "command": "record", "counterpart": "cp-laocai-gate-talks", "held_on": "2025-01-12", "purpose": "By hand",
        "own_participants": 2, "other_participants": 3, "place": "Gate" });
    let id = post.act(&officer, "visit", None, command).record;
    let by_hand = done(&post, &officer, &order(&reader, &words, "visit", "t"), &with_key(&id, "By hand"));
    assert_eq!((by_hand.unchanged, by_hand.faulty), (1, 0));
    let changed = done(&post, &officer, &order(&reader, &words, "visit", "t"), &with_key(&id, "By foot"));
    assert_eq!(changed.faults[0].code, FaultCode::Different);
}

#[test]
fn each_row_is_taken_in_under_the_authority_of_the_officer() {
    let (post, officer) = post(10);
    let (reader, words) = (reader(), words("visit"));
    let bytes = format!(
        "unit-keeps,grade-kept,{VISIT},,{}\n{STATION},,{}\n,restricted,{}\n",
        visit_row("Own"),
        visit_row("Other unit"),
        visit_row("Too high")
    );
    let report = done(
        &post,
        &officer,
        &ImportOrder { good_rows: true, ..order(&reader, &words, "visit", "t") },
        bytes.as_bytes(),
    );
    let wanted = [(3, None, "not-allowed".to_owned(), None), (4, None, "not-allowed".to_owned(), None)];
    assert_eq!((told(&report), report.new), (wanted.to_vec(), 1));
    let observer = post.enlist("watch", GATE, "observer", "unit", "internal");
    let nothing = take_in(&post.desk, &observer, &order(&reader, &words, "visit", "t"), bytes.as_bytes());
    assert!(matches!(nothing, Err(ImportError::NotAllowed { right: Right::Record })), "{nothing:?}");
    let auditor = post.enlist("audit", GATE, "auditor", "unit", "internal");
    let traces = post.desk.refusals(&auditor).unwrap_or_else(|fault| panic!("{fault}"));
    assert!(
        traces.iter().any(|line| line.officer == observer.as_str() && line.fact["reason"] == "not-allowed"),
        "{traces:?}"
    );
}

#[test]
fn a_hidden_record_makes_no_difference_to_what_a_table_is_told() {
    let bytes = format!("id,{VISIT}K1,{}\ni-00000000000000000000000000,{}\n", visit_row("One"), visit_row("Two"));
    let letters = "counterpart,subject,opening,answers\ncp-laocai-gate-talks,Which,draft,Secret letter\n";
    let answers = [false, true].map(|has_hidden| {
        let (post, officer) = post(11);
        let maker = post.enlist("maker", "vn-bg", "commander", "subtree", "protected");
        if has_hidden {
            let received = json!({ "command": "record-received", "counterpart": "cp-laocai-gate-talks", "subject": "Secret letter", "received_on": "2025-03-01" });
            post.begin(&maker, "letter", &unit(GATE), Grade::Restricted, received).unwrap_or_else(|error| panic!("{error:?}"));
            let (reader, words) = (reader(), words("visit"));
            let hidden = ImportOrder { unit: Some(unit(GATE)), grade: Some(Grade::Restricted), ..order(&reader, &words, "visit", "t") };
            assert_eq!(done(&post, &maker, &hidden, bytes.as_bytes()).new, 2);
        }
        let reader = reader();
        [("visit", bytes.as_bytes()), ("letter", letters.as_bytes())].map(|(noun, bytes)| {
            let words = words(noun);
            let report = done(&post, &officer, &ImportOrder { dry_run: true, ..order(&reader, &words, noun, "t") }, bytes);
            serde_json::to_string(&report).unwrap_or_else(|fault| panic!("{fault}"))
        })
    });
    assert_eq!(answers[0], answers[1]);
}

#[test]
fn the_keeper_takes_the_directory_in_by_its_identities() {
    let (post, officer) = post(12);
    let (reader, words) = (reader(), words("officer"));
    let bytes = "id,login,name,unit,rank\nvn-off-1,duty1,Trực ban 1,vn-bg-laocai-gate,\nvn-off-2,duty2,Trực ban 2,Đồn không có,\n";
    let keeper = post.keeper.clone();
    let report = done(
        &post,
        &keeper,
        &ImportOrder { good_rows: true, ..order(&reader, &words, "officer", "t") },
        bytes.as_bytes(),
    );
    assert_eq!((told(&report), report.new), (vec![(3, Some("D".to_owned()), "no-such-record".to_owned(), None)], 1));
    assert!(post.desk.record(&officer, "officer", "vn-off-1").is_ok());
    let import = report.import.unwrap_or_default();
    assert!(post.desk.record(&keeper, "import", &import).is_ok_and(|view| view.offers == ["undo-directory"]));
    assert!(undo(&post, &keeper, &import).is_err());
    post.act(&keeper, "import", Some(&import), json!({ "command": "undo-directory", "reason": "twice" }));
    assert!(post.desk.record(&officer, "officer", "vn-off-1").is_err());
    let taken = "id,login,name,unit\ni-00000000000000000000000000,x1,X,vn-bg-laocai-gate\nvn-bg-laocai,x2,X,vn-bg-laocai-gate\nNot An Id,x3,X,vn-bg-laocai-gate\n";
    let report = done(&post, &keeper, &order(&reader, &words, "officer", "t"), taken.as_bytes());
    let codes: Vec<FaultCode> = report.faults.iter().map(|fault| fault.code).collect();
    assert_eq!(codes, [FaultCode::BadKey, FaultCode::KeyTaken, FaultCode::BadKey]);
}

#[test]
fn columns_are_assigned_by_a_mapping() {
    let (post, officer) = post(13);
    let (reader, words) = (reader(), words("visit"));
    let bytes = "Sổ thăm hỏi năm 2025,,,,,\n,,,,,\nBạn,Ngày,Việc,Ta,Bạn,Nơi\ncp-laocai-gate-talks,12/01/2025,Thăm,2,3,Gate\n# ghi chú,,,,,\n";
    let mapping = Mapping::read(
        "noun = \"visit\"\n[columns]\n\"@A\" = \"counterpart\"\n\"Ngày\" = \"held_on\"\n\"Việc\" = \"purpose\"\n\"Ta\" = \"own_participants\"\n\"@E\" = \"other_participants\"\n\"Nơi\" = \"place\"\n",
    );
    let mapping = Some(mapping.unwrap_or_else(|fault| panic!("{fault}")));
    let order = ImportOrder { mapping, ..order(&reader, &words, "visit", "t") };
    let report = done(&post, &officer, &order, bytes.as_bytes());
    assert_eq!((report.header_row, report.new, report.rows), (3, 1, 1), "{report:?}");
    // The mapping that a report gives back reads the same table alike.
    let again = ImportOrder { mapping: Some(report.mapping(&order)), ..order };
    let report = done(&post, &officer, &again, bytes.as_bytes());
    assert_eq!((report.unchanged, report.faulty), (1, 0));
    let other = ImportOrder { mapping: Some(Mapping { noun: Some("meeting".into()), ..Mapping::default() }), ..again };
    assert!(matches!(take_in(&post.desk, &officer, &other, bytes.as_bytes()), Err(ImportError::Bad(_))));
}

#[test]
fn a_request_with_the_same_key_is_done_once() {
    let (post, officer) = post(14);
    let (reader, words) = (reader(), words("visit"));
    let keyed = ImportOrder { key: Some([7; 16]), ..order(&reader, &words, "visit", "a/b/../visits.csv") };
    let bytes = visit_rows(&[&visit_row("One")]);
    let first = done(&post, &officer, &keyed, &bytes);
    let second = done(&post, &officer, &keyed, &bytes);
    assert_eq!((first.repeated, second.repeated, second.new), (false, true, 1));
    assert_eq!((first.import, first.file.as_str()), (second.import, "visits.csv"));
    assert_eq!(total(&post, &officer, "visit"), 1);
}

#[test]
fn an_import_cannot_be_recorded_by_hand() {
    let (post, officer) = post(15);
    let table = json!({ "noun": "visit", "file": "x", "sha256": "", "form": "csv", "encoding": null, "sheet": null, "rows": 1, "begun": 1,
        "unchanged": 0, "left_out": 0, "columns": [], "directory": false });
    let outcome = post.try_act(&officer, "import", None, json!({ "command": "record", "table": table }));
    assert_eq!(refusal(outcome).0, "only-by-importing");
}

#[test]
fn what_was_built_on_is_not_undone() {
    let (post, officer) = post(16);
    let reader = reader();
    let take = |noun: &str, bytes: &str| {
        let words = words(noun);
        done(&post, &officer, &order(&reader, &words, noun, "t"), bytes.as_bytes()).import.unwrap_or_default()
    };
    let visits = take("visit", &format!("{VISIT}{}\n", visit_row("Worked on")));
    let filter = desk::Filter { nouns: vec!["visit".into()], ..desk::Filter::default() };
    let visit = post.desk.rows(&officer, &filter, 1).unwrap_or_else(|fault| panic!("{fault}"))[0].id.clone();
    post.act(&officer, "visit", Some(&visit), json!({ "command": "correct", "purpose": "Corrected" }));
    let (reason, details) = refusal(undo(&post, &officer, &visits));
    assert_eq!(
        (reason.as_str(), &details["count"], &details["names"]),
        ("worked-on-since", &json!(1), &json!("Corrected"))
    );

    let letters = take(
        "letter",
        "opening,counterpart,subject,received_on\nrecord-received,cp-laocai-gate-talks,About the lamp,2025-03-01\n",
    );
    let filter = desk::Filter { nouns: vec!["letter".into()], ..desk::Filter::default() };
    let letter = post.desk.rows(&officer, &filter, 1).unwrap_or_else(|fault| panic!("{fault}"))[0].id.clone();
    let draft = json!({ "command": "draft", "counterpart": "cp-laocai-gate-talks", "subject": "Our answer", "answers": letter });
    let draft = post.act(&officer, "letter", None, draft).record;
    let (reason, details) = refusal(undo(&post, &officer, &letters));
    assert!(reason == "referred-to" && details["names"] == "Our answer", "{reason} {details} {draft}");

    let second = take(
        "letter",
        "opening,counterpart,subject,received_on\nrecord-received,cp-laocai-gate-talks,Second,2025-03-02\n",
    );
    let later = json!({ "command": "record-received", "counterpart": "cp-laocai-gate-talks", "subject": "Third", "received_on": "2025-03-03" });
    post.act(&officer, "letter", None, later);
    let (reason, details) = refusal(undo(&post, &officer, &second));
    assert!(reason == "numbered-since" && details["names"] == "Third", "{reason} {details}");
    well(&post);
}

#[test]
fn an_undone_table_can_be_taken_in_again_and_records_it_changed_stand_as_before() {
    let (post, officer) = post(17);
    let (reader, words) = (reader(), words("letter"));
    let received = json!({ "command": "record-received", "counterpart": "cp-laocai-gate-talks", "subject": "Stands alone", "received_on": "2025-03-01", "answer_due_on": "2025-04-01" });
    let letter = post.act(&officer, "letter", None, received).record;
    post.clock.set(instant("2025-12-20T02:00:00Z"));
    let sent =
        json!({ "command": "draft", "counterpart": "cp-laocai-gate-talks", "subject": "Out", "answers": letter });
    post.act(&officer, "letter", None, sent);
    let before = dump(&post);
    let bytes = "opening,id,counterpart,subject,received_on,answers\nrecord-received,R1,cp-laocai-gate-talks,New,2025-03-05,\ndraft,R2,cp-laocai-gate-talks,To the new one,,R1\n";
    let mut imports = Vec::new();
    for _ in 0..2 {
        let report = done(&post, &officer, &order(&reader, &words, "letter", "t"), bytes.as_bytes());
        assert_eq!((report.new, report.faulty), (2, 0));
        let import = report.import.unwrap_or_default();
        undone(&post, &officer, &import);
        imports.push(import);
        assert_eq!(dump_without(&post, &imports), without_compartments(before.lines()));
        well(&post);
    }
    let report = done(&post, &officer, &order(&reader, &words, "letter", "t"), bytes.as_bytes());
    imports.extend(report.import);
    let standing = dump(&post);
    well(&post);
    post.desk.rebuild(|_, _| {}).unwrap_or_else(|failure| panic!("{failure}"));
    assert_eq!(dump(&post), standing);
    let view = post.desk.record(&officer, "import", &imports[0]).unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!((view.row.status.as_str(), view.history.len()), ("undone", 2));
    // The journal keeps what was taken back, the record that stands has only its present history.
    let filter =
        desk::Filter { nouns: vec!["letter".into()], text: Some("To the new one".into()), ..desk::Filter::default() };
    let again = post.desk.rows(&officer, &filter, 5).unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!((again.len(), again[0].version), (1, 1));
    let view = post.desk.record(&officer, "letter", &again[0].id).unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!(view.history.len(), 1);
    let kept = rusqlite::Connection::open(post.file()).unwrap_or_else(|fault| panic!("{fault}"));
    let entries: i64 =
        kept.query_row("SELECT count(*) FROM journal WHERE record = ?1", [&again[0].id], |row| row.get(0)).unwrap_or(0);
    assert_eq!(entries, 5, "begun, taken back, begun, taken back, begun");
}

#[test]
fn a_change_by_a_version_that_was_undone_is_not_mistaken_for_the_present_one() {
    let (post, officer) = post(18);
    let (reader, words) = (reader(), words("visit"));
    let bytes = visit_rows(&[&visit_row("One")]);
    let report = done(&post, &officer, &order(&reader, &words, "visit", "t"), &bytes);
    let filter = desk::Filter { nouns: vec!["visit".into()], ..desk::Filter::default() };
    let visit = post.desk.rows(&officer, &filter, 1).unwrap_or_else(|fault| panic!("{fault}"))[0].id.clone();
    undone(&post, &officer, &report.import.unwrap_or_default());
    let correct = act(&post.desk, "visit", Some(&visit), json!({ "command": "correct", "purpose": "x" }));
    let outcome = post.desk.act(&officer, &Act { version: Some(1), ..correct });
    assert!(matches!(outcome, Err(ActError::NotFound)), "{outcome:?}");
}
