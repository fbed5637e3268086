//! Everything but the journal can be made again from it and is then the same; what was changed by hand is found.

use rusqlite::Connection;
use testkit::{Post, instant, quarter_script};

fn played(seed: u64) -> Post {
    let (post, script) = (Post::founded(seed), quarter_script());
    let mut stage = post.stage(&script, "2026-Q1");
    let outcome = stage.play(&script, instant("2027-01-01T00:00:00Z"), |_, _| {});
    outcome.unwrap_or_else(|fault| panic!("{fault}"));
    drop(stage);
    post
}

fn dump(post: &Post) -> String {
    post.desk.dump().unwrap_or_else(|failure| panic!("{failure}"))
}

fn checked(post: &Post) -> (bool, String) {
    let checkup = post.desk.checkup().unwrap_or_else(|failure| panic!("{failure}"));
    let details: Vec<String> =
        checkup.findings.iter().map(|finding| format!("{}: {}", finding.subject, finding.detail)).collect();
    (checkup.is_well(), details.join("; "))
}

fn by_hand(post: &Post) -> Connection {
    Connection::open(post.file()).unwrap_or_else(|fault| panic!("{fault}"))
}

#[test]
fn a_rebuild_gives_the_same_tables() {
    let post = played(1);
    let before = dump(&post);
    assert!(before.lines().count() > 400);
    assert!(checked(&post).0, "{}", checked(&post).1);
    let mut told = 0;
    let length = post.desk.rebuild(|_, _| told += 1).unwrap_or_else(|failure| panic!("{failure}"));
    assert!(length > 300 && told > 0);
    assert_eq!(dump(&post), before);
    assert!(checked(&post).0);
}

#[test]
fn two_posts_with_the_same_seed_and_course_are_the_same() {
    assert_eq!(dump(&played(7)), dump(&played(7)));
}

#[test]
fn what_is_changed_by_hand_is_found_and_put_right() {
    let post = played(2);
    let before = dump(&post);
    for change in [
        "UPDATE records SET status = 'signed' WHERE noun = 'referral'",
        "UPDATE records SET state = json_set(state, '$.agenda[0].result', 'noted') WHERE noun = 'talks'",
        "UPDATE records SET ordinal = ordinal + 100 WHERE noun = 'letter' AND series IS NOT NULL",
        "UPDATE figures SET quantity = quantity + 1 WHERE code = 'talks-held'",
        "DELETE FROM figures WHERE code = 'visits'",
        "INSERT INTO figures SELECT id, 'letters-sent', 'own', unit, counterpart, '2026-02-01', 5 FROM records WHERE noun = 'visit'",
        "DELETE FROM links WHERE role = 'meets'",
        "INSERT INTO links VALUES ('nobody', 'answers', 'nothing')",
        "DELETE FROM search WHERE rowid IN (SELECT place FROM records WHERE noun = 'letter')",
        "UPDATE search SET tokens = 'other words' WHERE rowid IN (SELECT place FROM records WHERE noun = 'visit')",
        "DELETE FROM records WHERE noun = 'task'",
        "INSERT INTO records SELECT NULL, 'invented', noun, unit, side, status, open, turn, holder, counterpart, held_on, due, \
         period, NULL, NULL, number, title, grade, exercise, version, begun_ms, changed_ms, changed_by, state \
         FROM records WHERE noun = 'visit' LIMIT 1",
    ] {
        let changed = by_hand(&post).execute(change, []).unwrap_or_else(|fault| panic!("{change}: {fault}"));
        assert!(changed > 0, "{change}");
        let (well, details) = checked(&post);
        assert!(!well, "not found: {change}; {details}");
        post.desk.rebuild(|_, _| {}).unwrap_or_else(|failure| panic!("{failure}"));
        assert_eq!(dump(&post), before, "not put right: {change}");
        assert!(checked(&post).0, "{change}");
    }
}

#[test]
fn the_changed_record_is_named() {
    let post = played(3);
    let connection = by_hand(&post);
    let id: String = connection
        .query_row("SELECT id FROM records WHERE noun = 'referral'", [], |row| row.get(0))
        .unwrap_or_else(|fault| panic!("{fault}"));
    connection.execute("UPDATE records SET open = 0 WHERE id = ?1", [&id]).unwrap_or_else(|fault| panic!("{fault}"));
    let (well, details) = checked(&post);
    assert!(!well && details.contains(&id), "{details}");
}

#[test]
fn the_journal_is_neither_changed_nor_cut() {
    let post = Post::founded(4);
    let connection = by_hand(&post);
    for forbidden in [
        "UPDATE journal SET officer = 'somebody'",
        "UPDATE journal SET seq = seq + 1000 WHERE seq = 3",
        "DELETE FROM journal",
        "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)",
        "INSERT OR REPLACE INTO journal SELECT seq, id, act, class, noun, record, side, unit, 'somebody', happened_ms, \
         recorded_ms, grade, exercise, body FROM journal WHERE seq = 2",
        "INSERT OR REPLACE INTO journal (id, act, class, noun, record, side, unit, officer, happened_ms, recorded_ms, grade, \
         exercise, body) SELECT id, act, class, noun, record, side, unit, 'somebody', happened_ms, recorded_ms, grade, \
         exercise, body FROM journal WHERE seq = 2",
    ] {
        let outcome = connection.execute(forbidden, []);
        let fault = outcome.err().unwrap_or_else(|| panic!("allowed: {forbidden}")).to_string();
        assert!(fault.contains("the journal is never"), "{forbidden}: {fault}");
    }
    let somebody: i64 = connection
        .query_row("SELECT count(*) FROM journal WHERE officer = 'somebody'", [], |row| row.get(0))
        .unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!(somebody, 0);
    assert!(checked(&post).0);
}

#[test]
fn a_post_of_the_first_version_is_folded_anew_when_it_is_opened() {
    let post = played(5);
    let before = dump(&post);
    let folder = tempfile::tempdir().unwrap_or_else(|fault| panic!("{fault}"));
    let file = folder.path().join("twinpost.db");
    by_hand(&post).execute("VACUUM INTO ?1", [file.to_string_lossy()]).unwrap_or_else(|fault| panic!("{fault}"));
    let connection = Connection::open(&file).unwrap_or_else(|fault| panic!("{fault}"));
    // The tables of search as the first version had them.
    let earlier = "DROP TABLE search_words; DROP TABLE search; DROP TABLE compartments; DROP TABLE within; \
                   DROP TABLE named_in; DROP TABLE folding; DROP INDEX records_kind; \
                   CREATE VIRTUAL TABLE search USING fts5 (tokens); PRAGMA user_version = 1;";
    connection.execute_batch(earlier).unwrap_or_else(|fault| panic!("{fault}"));
    // It held nothing of the logs of two sides.
    for table in [
        "log_entries",
        "checkpoints",
        "openings",
        "peers",
        "statements",
        "certificates",
        "roads",
        "wanted",
        "document_records",
        "grievances",
        "attached",
        "shown",
        "asked",
        "renewals",
        "recovered",
        "unsaid",
        "seat",
    ] {
        connection.execute_batch(&format!("DROP TABLE {table}")).unwrap_or_else(|fault| panic!("{table}: {fault}"));
    }
    drop(connection);
    let open = || desk::Desk::open(folder.path(), post.clock.clone(), post.chance.clone());
    let desk = open().unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!(desk.dump().unwrap_or_else(|failure| panic!("{failure}")), before);
    drop(desk);
    let desk = open().unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!(desk.dump().unwrap_or_else(|failure| panic!("{failure}")), before);
}

#[test]
fn what_an_attempt_made_and_lost_is_made_again_by_the_next_record() {
    let post = Post::founded(8);
    let store = store::Store::open(&post.file()).unwrap_or_else(|failure| panic!("{failure}"));
    let outcome: Result<(), store::Failure> = store.write(|tx| {
        let row = tx.view().record("talks-station")?.unwrap_or_else(|| panic!("the profile has no such level"));
        let header = domain::noun("level").unwrap().header(&row.state)?;
        // No record of the profile stands in this compartment.
        let hidden = store::Row { id: "level-of-a-test".into(), grade: domain::Grade::Protected, version: 1, ..row };
        let failed: Result<(), store::Failure> = tx.attempt(|| {
            tx.put(&hidden, 0, &header)?;
            Err(store::Failure::Unfit("as if what follows were refused".into()))
        });
        assert!(failed.is_err() && tx.view().record(&hidden.id)?.is_none());
        tx.put(&hidden, 0, &header)?;
        let indexed = tx.view().indexed()?;
        assert!(tx.view().is_indexed(&indexed, &hidden, &header)?, "its words stand where they are looked for");
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}
