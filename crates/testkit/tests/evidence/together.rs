//! Bundles in which a statement has no signature of its own: one signature covers it with others.

use journal::{
    BundledCover, BundledStatement, COVER_MOST, Checkpoint, Code, Cover, Head, Item, Origin, Said, Statement,
    inclusion, leaf_hash, root,
};
use testkit::evidence::{CoverRecipe, Recipe, key};

const DAY_MS: u64 = 86_400_000;
/// The key of the officer who issues, of another one of that post, and of the post's log.
const OFFICER: u64 = 230;
const OTHER: u64 = 231;
const LOG: u64 = 220;

/// A letter before anything was said of it.
fn unsaid() -> Recipe {
    let mut recipe = Recipe::minutes();
    recipe.logs.clear();
    recipe.document.head.joint = None;
    recipe.document.head.kind = "letter".to_owned();
    recipe.document.head.sides = vec!["vn".to_owned()];
    recipe
}

fn issue(recipe: &Recipe) -> Said {
    Said::Issue { document: recipe.document.digest().unwrap(), answers: None, until_ms: None }
}

/// A letter that was signed together with others, and of which note was taken together with others.
pub fn acknowledged() -> Recipe {
    let mut recipe = unsaid();
    let (said, document) = (issue(&recipe), recipe.document.digest().unwrap());
    recipe.say_together("vn", said, DAY_MS, [3, 2]);
    recipe.say_together("cn", Said::Acknowledge { document }, 2 * DAY_MS, [0, 5]);
    recipe
}

/// A letter under one signature with so many others before it and behind it.
fn issued(others: [usize; 2]) -> Recipe {
    let mut recipe = unsaid();
    let said = issue(&recipe);
    recipe.say_together("vn", said, DAY_MS, others);
    recipe.keep_used();
    recipe
}

pub fn good() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let mut signed_again = issued([1, 1]);
    let said = issue(&signed_again);
    signed_again.say("vn", said, 2 * DAY_MS);
    let mut alone = issued([0, 0]);
    alone.logs[0].between = 0;
    vec![
        ("a-letter-signed-together-with-others", "acknowledged", acknowledged().bytes()),
        ("a-letter-as-one-of-as-many-as-may-be", "issued", issued([1_000, COVER_MOST as usize - 1_001]).bytes()),
        ("a-letter-alone-under-a-cover", "issued", alone.bytes()),
        ("a-letter-signed-together-and-by-itself", "issued", signed_again.bytes()),
    ]
}

/// The letter with something made wrong with its cover before anything is signed.
fn cover(change: impl Fn(&mut CoverRecipe)) -> Vec<u8> {
    let mut recipe = issued([3, 2]);
    change(recipe.logs[0].covers.get_mut(&0).unwrap());
    recipe.bytes()
}

/// The letter with something made wrong in its statement before anything is signed.
fn statement(change: impl Fn(&mut (Statement, u64))) -> Vec<u8> {
    let mut recipe = issued([3, 2]);
    change(&mut recipe.logs[0].statements[0]);
    recipe.bytes()
}

/// The letter with something made wrong in the finished bundle.
fn bundle(change: impl Fn(&mut BundledStatement)) -> Vec<u8> {
    let mut bundle = issued([3, 2]).bake();
    change(&mut bundle.logs[0].statements[0]);
    bundle.to_bytes().unwrap()
}

/// The same, where it is the cover.
fn bundled(change: impl Fn(&mut BundledCover)) -> Vec<u8> {
    bundle(|statement| change(statement.cover.as_mut().unwrap()))
}

/// The letter alone under a cover, with its entry and the one of the cover changed and the log sealed over both.
fn resealed(change: impl Fn(&mut Vec<u8>), change_cover: impl Fn(&mut Vec<u8>)) -> Vec<u8> {
    let mut bundle = issued([0, 0]).bake();
    let statement = &mut bundle.logs[0].statements[0];
    let cover = statement.cover.as_mut().unwrap();
    change(&mut statement.entry);
    let (mut covering, _, _) = Statement::read(&cover.entry, "").unwrap();
    let origin = covering.origin.clone();
    covering.said = Said::Cover(Cover::over(0, std::slice::from_ref(&statement.entry)));
    cover.entry = covering.sign(&key(OFFICER));
    change_cover(&mut cover.entry);
    let leaves = [leaf_hash(&statement.entry), leaf_hash(&cover.entry)];
    (statement.index, statement.proof) = (0, inclusion(&leaves, 0).unwrap());
    (cover.index, cover.proof) = (1, inclusion(&leaves, 1).unwrap());
    let mut checkpoint = Checkpoint::seal(Head { origin, size: 2, root: root(&leaves) }, &key(LOG));
    checkpoint.cosign("cn.hekou/mirror", &key(121), 1_771_000_000);
    bundle.logs[0].checkpoint = checkpoint.to_text();
    bundle.to_bytes().unwrap()
}

/// The covered letter with something made wrong in its fields.
fn fields(change: impl Fn(&mut Vec<(String, Item)>)) -> Vec<u8> {
    let changed = |entry: &mut Vec<u8>| {
        let Ok(Item::Map(mut pairs)) = Item::from_bytes(entry, 1 << 16) else { panic!("a map") };
        change(&mut pairs);
        *entry = Item::Map(pairs).to_bytes(1 << 16).unwrap();
    };
    resealed(changed, |_| {})
}

/// Bundles with one fault each.
pub fn bad() -> Vec<(&'static str, Code, Vec<u8>)> {
    let covers = bad_covers().into_iter().chain(bad_places());
    covers.chain(bad_statements()).collect()
}

fn bad_covers() -> Vec<(&'static str, Code, Vec<u8>)> {
    vec![
        ("a-cover-left-out", Code::StatementCover, bundle(|statement| statement.cover = None)),
        ("a-cover-over-what-is-signed-by-itself", Code::StatementCover, cover_the_signed()),
        ("a-cover-by-another-officer", Code::StatementCover, cover(|cover| cover.signer = OTHER)),
        ("a-cover-for-another-unit", Code::StatementCover, cover(|cover| cover.unit = Some("vn-unit-1".to_owned()))),
        (
            "a-cover-with-another-root",
            Code::StatementCover,
            cover(|cover| cover.said = |cover| Said::Cover(Cover { root: [1; 32], ..cover })),
        ),
        (
            "a-cover-that-begins-before-it-can",
            Code::StatementCover,
            cover(|cover| cover.said = |cover| Said::Cover(Cover { start: cover.start - 1, ..cover })),
        ),
        (
            "a-cover-over-the-others-alone",
            Code::StatementCover,
            cover(|cover| {
                cover.said = |cover| Said::Cover(Cover { start: cover.start + 4, count: cover.count - 4, ..cover });
            }),
        ),
        (
            "another-statement-in-the-place-of-a-cover",
            Code::StatementCover,
            cover(|cover| cover.said = |cover| Said::Acknowledge { document: cover.root }),
        ),
        ("a-cover-of-none", Code::Shape, cover(|cover| cover.said = |cover| Said::Cover(Cover { count: 0, ..cover }))),
        (
            "a-cover-of-too-many",
            Code::Shape,
            cover(|cover| cover.said = |cover| Said::Cover(Cover { count: COVER_MOST + 1, ..cover })),
        ),
        (
            "a-cover-in-another-log",
            Code::StatementOrigin,
            cover(|cover| cover.origin = Some("vn.laocai/cn.hekou/2".parse::<Origin>().unwrap())),
        ),
        ("a-cover-when-the-key-was-over", Code::StatementDates, cover(|cover| cover.at_ms *= 2)),
        ("a-signature-over-many-with-a-changed-bit", Code::Signature, resealed(|_| {}, |entry| flip_last(entry))),
        ("a-cover-by-an-officer-of-nobody", Code::StatementSigner, by_nobody()),
    ]
}

fn bad_places() -> Vec<(&'static str, Code, Vec<u8>)> {
    vec![
        ("a-cover-beyond-the-log", Code::StatementIndex, bundled(|cover| cover.index = 1_000)),
        ("a-cover-at-another-place", Code::StatementInclusion, bundled(|cover| cover.index -= 1)),
        ("a-cover-without-a-proof", Code::StatementInclusion, bundled(|cover| cover.proof.clear())),
        ("a-path-under-a-cover-cut-short", Code::StatementCover, bundled(|cover| cover.path.truncate(2))),
        ("a-path-under-a-cover-in-another-order", Code::StatementCover, bundled(|cover| cover.path.reverse())),
        ("a-path-under-a-cover-too-long", Code::Shape, bundled(|cover| cover.path = vec![[1; 32]; 13])),
        ("a-covered-letter-in-the-place-of-its-cover", Code::Envelope, cover_by_itself()),
        ("a-cover-as-a-statement-of-its-own", Code::StatementDocument, cover_alone()),
    ]
}

fn bad_statements() -> Vec<(&'static str, Code, Vec<u8>)> {
    let version = |pairs: &mut Vec<(String, Item)>| {
        pairs.iter_mut().filter(|(name, _)| name == "version").for_each(|(_, item)| *item = Item::Int(2));
    };
    vec![
        ("a-signature-of-both-that-is-covered", Code::Shape, covered_minutes()),
        ("a-covered-letter-without-a-unit", Code::Shape, fields(|pairs| pairs.retain(|(name, _)| name != "unit"))),
        ("a-covered-letter-by-no-officer", Code::Shape, fields(|pairs| pairs.retain(|(name, _)| name != "officer"))),
        (
            "a-covered-letter-with-a-field-too-many",
            Code::Shape,
            fields(|pairs| pairs.push(("words".to_owned(), Item::Null))),
        ),
        ("a-covered-letter-of-another-version", Code::Format, fields(version)),
        ("a-covered-letter-with-a-byte-too-many", Code::Encoding, resealed(|entry| entry.push(0), |_| {})),
        (
            "a-covered-letter-of-another-log",
            Code::StatementOrigin,
            statement(|one| one.0.origin = "vn.laocai/cn.hekou/2".parse::<Origin>().unwrap()),
        ),
        (
            "another-covered-letter",
            Code::StatementDocument,
            statement(|one| one.0.said = Said::Issue { document: [1; 32], answers: None, until_ms: None }),
        ),
        ("a-covered-letter-when-the-key-was-over", Code::StatementDates, statement(|one| one.0.at_ms *= 2)),
        ("a-covered-letter-for-another-unit", Code::StatementUnit, for_another_unit()),
        ("a-covered-letter-by-another-officer-than-its-cover", Code::StatementCover, statement(|one| one.1 = OTHER)),
    ]
}

fn flip_last(bytes: &mut [u8]) {
    *bytes.last_mut().unwrap() ^= 1;
}

/// The letter with a statement that has its own signature, and the same once more as its cover.
fn cover_the_signed() -> Vec<u8> {
    let mut recipe = issued([3, 2]);
    recipe.logs[0].covers.clear();
    let mut bundle = recipe.bake();
    let BundledStatement { index, entry, proof, .. } = bundle.logs[0].statements[0].clone();
    bundle.logs[0].statements[0].cover = Some(BundledCover { index, entry, proof, path: Vec::new() });
    bundle.to_bytes().unwrap()
}

fn cover_by_itself() -> Vec<u8> {
    bundle(|statement| {
        let BundledStatement { index, entry, proof, .. } = statement.clone();
        statement.cover = Some(BundledCover { index, entry, proof, path: Vec::new() });
    })
}

fn cover_alone() -> Vec<u8> {
    bundle(|statement| {
        let Some(BundledCover { index, entry, proof, .. }) = statement.cover.take() else { panic!("a cover") };
        *statement = BundledStatement { index, entry, proof, cover: None };
    })
}

/// Officer and cover by a key that nobody certified.
fn by_nobody() -> Vec<u8> {
    let mut recipe = issued([3, 2]);
    recipe.logs[0].statements[0].1 = OTHER;
    recipe.logs[0].covers.get_mut(&0).unwrap().signer = OTHER;
    recipe.bytes()
}

fn for_another_unit() -> Vec<u8> {
    let mut recipe = issued([3, 2]);
    let unit = Some("vn-unit-1".to_owned());
    recipe.logs[0].statements[0].0.unit.clone_from(&unit);
    recipe.logs[0].covers.get_mut(&0).unwrap().unit = unit;
    recipe.bytes()
}

/// Minutes of which the signature of one side stands without a signature of its own.
fn covered_minutes() -> Vec<u8> {
    let mut recipe = Recipe::minutes();
    let (said, log) = (recipe.logs[0].statements[0].0.said.clone(), recipe.logs.remove(0));
    let after_ms = log.statements[0].0.at_ms - testkit::evidence::START_MS;
    recipe.say_together("cn", said, after_ms, [1, 1]);
    recipe.logs.sort_by(|one, other| one.origin.cmp(&other.origin));
    recipe.bytes()
}

#[test]
fn any_flipped_bit_of_a_letter_that_was_signed_together_with_others_is_refused() {
    super::every_flipped_bit_is_refused(&issued([3, 2]));
}

#[test]
fn one_signature_over_many_weighs_little_in_a_bundle() {
    let (alone, together) = (issued([0, 0]).bytes().len(), issued([2_000, 2_000]).bytes().len());
    println!("{} bytes more for four thousand others", together - alone);
    assert!(together - alone < 3 * 12 * 32, "a path and two longer proofs");
}
