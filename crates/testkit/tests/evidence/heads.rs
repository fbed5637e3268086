//! Bundles in which one log stands under several heads: what was held in time, and what was said long after.

use journal::{Bundle, Checkpoint, Code, Head, Item, Said, consistency, inclusion, leaf_hash, root};
use testkit::evidence::{Recipe, key};

const DAY_MS: u64 = 86_400_000;

/// Minutes that both sides signed in time, and that one side contested when the time of the offer was over.
pub fn contested() -> Recipe {
    let mut recipe = Recipe::minutes();
    let words = recipe.words("cn", "Mục 2", "第二项");
    let slot = recipe.slot();
    recipe.say_later("cn", Said::Contest { slot, words }, 70 * DAY_MS);
    recipe
}

/// The same minutes, ended by both sides afterwards: one log under three heads, the other under two.
pub fn ended() -> Recipe {
    let mut recipe = contested();
    let slot = recipe.slot();
    recipe.say_later("cn", Said::Terminate { slot }, 80 * DAY_MS);
    recipe.say_later("vn", Said::Terminate { slot }, 81 * DAY_MS);
    recipe
}

/// A letter of which the other side took note twice, the second time a month later.
fn noted_again() -> Recipe {
    let mut recipe = Recipe::minutes();
    recipe.logs.clear();
    recipe.document.head.joint = None;
    recipe.document.head.kind = "letter".to_owned();
    recipe.document.head.sides = vec!["vn".to_owned()];
    let document = recipe.document.digest().unwrap();
    recipe.say("vn", Said::Issue { document, answers: None, until_ms: None }, DAY_MS);
    recipe.say("cn", Said::Acknowledge { document }, 2 * DAY_MS);
    recipe.say_later("cn", Said::Acknowledge { document }, 30 * DAY_MS);
    recipe
}

/// Bundles that hold, each with how the document stands.
pub fn good() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let mut late = contested();
    // What was said before counts for nobody as held: only the head that came too late was cosigned.
    late.logs[0].earlier[0].1.clear();
    vec![
        ("minutes-contested-when-the-time-was-over", "bound", contested().bytes()),
        ("minutes-contested-and-ended-when-the-time-was-over", "terminated", ended().bytes()),
        ("minutes-held-only-under-a-later-head", "signed", late.bytes()),
        ("a-letter-of-which-note-was-taken-twice", "acknowledged", noted_again().bytes()),
    ]
}

/// The minutes that were contested, with something made wrong in the finished bundle; `logs[1]` continues `logs[0]`.
fn bundle(change: impl Fn(&mut Bundle)) -> Vec<u8> {
    let mut bundle = contested().bake();
    change(&mut bundle);
    bundle.to_bytes().unwrap()
}

/// The proof that the second head continues the first, made wrong.
fn proof(change: impl Fn(&mut Vec<[u8; 32]>)) -> Vec<u8> {
    bundle(|bundle| change(bundle.logs[1].consistency.as_mut().unwrap()))
}

/// Bundles with one fault each.
pub fn bad() -> Vec<(&'static str, Code, Vec<u8>)> {
    vec![
        ("a-proof-of-growth-cut-short", Code::NoteConsistency, proof(|path| path.truncate(path.len() - 1))),
        ("a-proof-of-growth-with-a-hash-too-many", Code::NoteConsistency, proof(|path| path.push([0; 32]))),
        ("a-proof-of-growth-of-nothing", Code::NoteConsistency, proof(Vec::clear)),
        ("a-proof-of-growth-in-another-order", Code::NoteConsistency, proof(|path| path.reverse())),
        ("two-histories-of-one-log", Code::NoteConsistency, bundle(another_history)),
        ("a-later-head-without-a-proof-of-growth", Code::Shape, bundle(|bundle| bundle.logs[1].consistency = None)),
        (
            "a-proof-of-growth-with-the-first-head",
            Code::Shape,
            bundle(|bundle| bundle.logs[0].consistency = bundle.logs[1].consistency.clone()),
        ),
        ("half-a-hash-in-a-proof-of-growth", Code::Shape, half_a_hash()),
        ("the-heads-of-a-log-in-another-order", Code::Order, bundle(turn_the_heads)),
        ("a-head-twice", Code::Order, bundle(|bundle| bundle.logs.insert(1, bundle.logs[1].clone()))),
        ("a-statement-under-a-later-head-than-its-first", Code::Order, bundle(repeat_the_signature)),
        ("a-later-head-with-nothing-new", Code::Shape, bundle(|bundle| bundle.logs[1].statements.clear())),
        (
            "a-later-head-sealed-by-another-key",
            Code::NoteSeal,
            bundle(|bundle| {
                let (head, _) = head_of(bundle, 1);
                bundle.logs[1].checkpoint = Checkpoint::seal(head, &key(121)).to_text();
            }),
        ),
    ]
}

fn head_of(bundle: &Bundle, log: usize) -> (Head, usize) {
    let head = Checkpoint::from_text(&bundle.logs[log].checkpoint, "").unwrap().head;
    let size = usize::try_from(head.size).unwrap();
    (head, size)
}

fn turn_the_heads(bundle: &mut Bundle) {
    bundle.logs.swap(0, 1);
    bundle.logs[1].consistency = bundle.logs[0].consistency.take();
}

/// The later head is sealed and cosigned over a log in which an early entry is another, with every proof of that log.
fn another_history(bundle: &mut Bundle) {
    let ((_, first), (head, size)) = (head_of(bundle, 0), head_of(bundle, 1));
    let place = usize::try_from(bundle.logs[1].statements[0].index).unwrap();
    let mut leaves: Vec<_> = (0..size).map(|number| leaf_hash(&number.to_be_bytes())).collect();
    leaves[place] = leaf_hash(&bundle.logs[1].statements[0].entry);
    let mut checkpoint = Checkpoint::seal(Head { root: root(&leaves), ..head }, &key(120));
    checkpoint.cosign("vn.laocai/mirror", &key(221), 1_774_000_000);
    let log = &mut bundle.logs[1];
    log.checkpoint = checkpoint.to_text();
    log.consistency = consistency(&leaves, first);
    log.statements[0].proof = inclusion(&leaves, place).unwrap();
}

/// The signature stands under the later head again, with a proof that it stands in it.
fn repeat_the_signature(bundle: &mut Bundle) {
    let recipe = contested();
    let mut whole = recipe.clone();
    whole.logs.iter_mut().for_each(|log| log.earlier.clear());
    let signature = whole.bake().logs[0].statements[0].clone();
    bundle.logs[1].statements.insert(0, signature);
}

fn half_a_hash() -> Vec<u8> {
    let Ok(Item::Map(mut pairs)) = Item::from_bytes(&contested().bytes(), 1 << 20) else { panic!("a map") };
    let Some((_, Item::List(logs))) = pairs.iter_mut().find(|(name, _)| name == "logs") else { panic!("logs") };
    let Item::Map(log) = &mut logs[1] else { panic!("a log") };
    let (_, path) = log.iter_mut().find(|(name, _)| name == "consistency").unwrap();
    *path = Item::Bytes(vec![0; 40]);
    Item::Map(pairs).to_bytes(1 << 20).unwrap()
}
