//! Random courses of a document, and damage to bundles: bytes, fields, and fields that are signed again.

use journal::{Bundle, BundledCover, BundledStatement, Cover, Hash, Origin, Said, Slot};

use super::misshapen::misshapen;
use super::recipe::{LogRecipe, Recipe, START_MS, SideRecipe, key, texts};
use crate::Seeded;

const DAY_MS: u64 = 86_400_000;

fn below(chance: &Seeded, count: u64) -> u64 {
    chance.next() % count.max(1)
}

fn one_in(chance: &Seeded, count: u64) -> bool {
    below(chance, count) == 0
}

/// A course that could happen: two or three sides, a joint document or a letter, any answers in any order.
pub fn course(chance: &Seeded) -> Recipe {
    let mut recipe = Recipe::minutes();
    recipe.logs.clear();
    recipe.sides = [("cn", "hekou"), ("la", "phongsaly"), ("vn", "laocai")]
        .into_iter()
        .zip(1..)
        .map(|((side, post), place)| {
            let side = SideRecipe::new(side, post, place);
            if one_in(chance, 3) { side.with_new_root(place) } else { side }
        })
        .collect();
    if !one_in(chance, 4) {
        recipe.sides.remove(1);
        // Keys go by place; the second side is made anew for its place.
        recipe.sides[1] = SideRecipe::new("vn", "laocai", 2);
    }
    let names: Vec<String> = recipe.sides.iter().map(|side| side.side.clone()).collect();
    let document = &mut recipe.document;
    document.seed = std::array::from_fn(|_| chance.next() as u8);
    document.head.sides.clone_from(&names);
    document.head.kind = ["minutes", "patrol-record"][below(chance, 2) as usize].to_owned();
    document.head.supersedes = one_in(chance, 4).then_some([3; 32]);
    document.head.supplements = one_in(chance, 4).then_some([4; 32]);
    document.texts = texts(["Biên bản", "Biên bản bổ sung"][below(chance, 2) as usize], "会谈纪要");
    if one_in(chance, 3) {
        document.signers.clear();
    }
    if one_in(chance, 4) {
        letter(&mut recipe, chance, &names);
    } else {
        joint(&mut recipe, chance, &names);
    }
    for log in &mut recipe.logs {
        log.between = below(chance, 5);
        for place in 1..log.statements.len() {
            if one_in(chance, 2) {
                let seconds = log.statements[place - 1].0.at_ms / 1000 + 3600;
                let held = log.cosigners.iter().map(|(name, number, _)| (name.clone(), *number, seconds));
                log.earlier.push((place, held.collect()));
            }
        }
        for cosigners in log.earlier.iter_mut().map(|(_, cosigners)| cosigners).chain([&mut log.cosigners]) {
            cosigners.truncate(below(chance, 4) as usize);
        }
    }
    recipe.keep_used();
    recipe
}

fn letter(recipe: &mut Recipe, chance: &Seeded, names: &[String]) {
    let issuer = &names[below(chance, names.len() as u64) as usize];
    recipe.document.head.joint = None;
    recipe.document.head.kind = "letter".to_owned();
    recipe.document.head.sides = vec![issuer.clone()];
    let Ok(document) = recipe.document.digest() else { return };
    let answers = one_in(chance, 3).then_some([8; 32]);
    let until_ms = one_in(chance, 2).then_some(START_MS + 30 * DAY_MS);
    say_somehow(recipe, chance, issuer, Said::Issue { document, answers, until_ms }, DAY_MS);
    for other in names.iter().filter(|name| *name != issuer) {
        if one_in(chance, 2) {
            say_somehow(recipe, chance, other, Said::Acknowledge { document }, 2 * DAY_MS);
        }
    }
}

/// Lets a side say something by itself, or together with others under one signature.
fn say_somehow(recipe: &mut Recipe, chance: &Seeded, side: &str, said: Said, after_ms: u64) {
    if one_in(chance, 3) {
        recipe.say(side, said, after_ms);
    } else {
        let others = [(); 2].map(|()| below(chance, 6) as usize);
        recipe.say_together(side, said, after_ms, others);
    }
}

fn joint(recipe: &mut Recipe, chance: &Seeded, names: &[String]) {
    let slot = recipe.slot();
    let until_ms = START_MS + 20 * DAY_MS;
    let proposer = below(chance, names.len() as u64) as usize;
    let mut words = |recipe: &mut Recipe, side: &str, always: bool| -> Option<Hash> {
        let wanted =
            (always || one_in(chance, 3)) && recipe.words.iter().all(|one| one.head.sides != [side.to_owned()]);
        // Now and then words at the edge of how long they may be.
        let long = if one_in(chance, 400) { below(chance, 40) as usize + 1_048_576 - 400 } else { 0 };
        wanted.then(|| recipe.long_words(side, long))
    };
    let offer = words(recipe, &names[proposer], false);
    recipe.say(&names[proposer], Said::Propose { slot, until_ms, words: offer }, DAY_MS);
    for (number, side) in names.iter().enumerate() {
        let late = if one_in(chance, 6) { 25 * DAY_MS } else { 2 * DAY_MS };
        if number != proposer {
            match below(chance, 8) {
                0 => {}
                1 => {
                    if let Some(words) = words(recipe, side, true) {
                        recipe.say(side, Said::Refuse { slot, words }, late);
                    }
                }
                2 => recipe.say(side, Said::LetGo { slot }, late),
                3 => recipe.say(side, Said::Propose { slot, until_ms: until_ms - DAY_MS, words: None }, late),
                _ => {
                    let words = words(recipe, side, false);
                    recipe.say(side, Said::Sign { slot, words }, late);
                }
            }
        }
        for _ in 0..below(chance, 3) {
            later(recipe, chance, side, slot, late, &mut words);
        }
    }
}

fn later(
    recipe: &mut Recipe,
    chance: &Seeded,
    side: &str,
    slot: Slot,
    late: u64,
    words: &mut impl FnMut(&mut Recipe, &str, bool) -> Option<Hash>,
) {
    let said = match below(chance, 4) {
        0 => Some(Said::Withdraw { slot }),
        1 => Some(Said::Terminate { slot }),
        2 => Some(Said::Sign { slot, words: None }),
        _ => words(recipe, side, true).map(|words| Said::Contest { slot, words }),
    };
    if let Some(said) = said {
        recipe.say(side, said, late + DAY_MS);
    }
}

/// A bundle with one thing wrong, or with nothing wrong after all: what it is must be found out.
pub fn damaged(recipe: &Recipe, chance: &Seeded) -> Vec<u8> {
    match below(chance, 6) {
        0 => damaged_recipe(recipe.clone(), chance).bytes(),
        1 => damaged_bundle(recipe.bake(), chance).to_bytes().unwrap_or_default(),
        2 | 3 => misshapen(recipe, chance),
        _ => damaged_bytes(recipe.bytes(), chance),
    }
}

fn damaged_bytes(mut bytes: Vec<u8>, chance: &Seeded) -> Vec<u8> {
    for _ in 0..=below(chance, 2) {
        let at = below(chance, bytes.len() as u64) as usize;
        match below(chance, 6) {
            0 => bytes.truncate(at),
            1 => bytes.insert(at, chance.next() as u8),
            2 => drop(bytes.remove(at)),
            3 => bytes[at] = chance.next() as u8,
            4 => {
                let to = (at + below(chance, 40) as usize).min(bytes.len());
                let piece = bytes[at..to].to_vec();
                let into = below(chance, bytes.len() as u64) as usize;
                bytes.splice(into..into, piece);
            }
            _ => bytes[at] ^= 1 << below(chance, 8),
        }
        if bytes.is_empty() {
            break;
        }
    }
    bytes
}

/// Leaves out, repeats or turns.
fn turn<T: Clone>(list: &mut Vec<T>, chance: &Seeded) {
    if list.is_empty() {
        return;
    }
    let at = below(chance, list.len() as u64) as usize;
    match below(chance, 3) {
        0 => drop(list.remove(at)),
        1 => list.push(list[at].clone()),
        _ => list.reverse(),
    }
}

/// Makes something wrong with what covers a statement; where nothing does, covers it with the entry itself.
fn damaged_cover(statement: &mut BundledStatement, chance: &Seeded) {
    let Some(cover) = &mut statement.cover else {
        let BundledStatement { index, entry, proof, .. } = statement.clone();
        statement.cover = Some(BundledCover { index, entry, proof, path: Vec::new() });
        return;
    };
    match below(chance, 7) {
        0 => cover.index += 1,
        1 => turn(&mut cover.proof, chance),
        2 => turn(&mut cover.path, chance),
        3 => cover.path.iter_mut().for_each(|hash| hash[0] ^= 1),
        4 => cover.entry.clone_from(&statement.entry),
        5 => {
            (cover.index, cover.entry, cover.proof) =
                (statement.index, statement.entry.clone(), statement.proof.clone())
        }
        _ => statement.cover = None,
    }
}

fn damaged_bundle(mut bundle: Bundle, chance: &Seeded) -> Bundle {
    let side = below(chance, bundle.sides.len() as u64) as usize;
    let log = below(chance, bundle.logs.len() as u64) as usize;
    match below(chance, 19) {
        0 => turn(&mut bundle.openings, chance),
        1 => turn(&mut bundle.sides, chance),
        2 => turn(&mut bundle.logs, chance),
        3 => turn(&mut bundle.sides[side].roots, chance),
        4 => turn(&mut bundle.sides[side].posts, chance),
        5 => turn(&mut bundle.sides[side].officers, chance),
        6 => bundle.document[0] ^= 1,
        _ if bundle.logs.is_empty() => {}
        7 => turn(&mut bundle.logs[log].statements, chance),
        8 => {
            let mut lines: Vec<String> = bundle.logs[log].checkpoint.split('\n').map(str::to_owned).collect();
            turn(&mut lines, chance);
            bundle.logs[log].checkpoint = lines.join("\n");
        }
        9..=12 => {
            // Most bundles have a log under one checkpoint alone: this damage looks for one that continues another.
            let log = bundle.logs.iter().position(|log| log.consistency.is_some()).unwrap_or(log);
            match (&mut bundle.logs[log].consistency, below(chance, 5)) {
                (Some(path), 0..=2) => turn(path, chance),
                (Some(path), 3) => path.iter_mut().for_each(|hash| hash[0] ^= 1),
                (path @ Some(_), _) => *path = None,
                (path @ None, _) => *path = Some(vec![[1; 32]; below(chance, 3) as usize]),
            }
        }
        kind => {
            let Some(statement) = bundle.logs[log].statements.first_mut() else { return bundle };
            match kind {
                13 => statement.index += 1,
                14 => turn(&mut statement.proof, chance),
                15..=17 => damaged_cover(statement, chance),
                _ => statement.entry = bundle.sides[side].officers.first().cloned().unwrap_or_default(),
            }
        }
    }
    bundle
}

fn damaged_covers(log: &mut LogRecipe, kind: u64, other: u64, chance: &Seeded) {
    let elsewhere = log.origin.clone();
    for cover in log.covers.values_mut() {
        match kind {
            23 => cover.signer = other,
            24 => cover.unit = Some("other".to_owned()),
            25 => cover.at_ms = below(chance, 2) * 10 * START_MS,
            26 => cover.origin = Some(Origin { epoch: 2, ..elsewhere.clone() }),
            27 => cover.said = |cover| Said::Cover(Cover { count: cover.count + 1, ..cover }),
            _ => cover.said = |cover| Said::Cover(Cover { start: cover.start.saturating_sub(1), ..cover }),
        }
    }
}

fn damaged_recipe(mut recipe: Recipe, chance: &Seeded) -> Recipe {
    let side = below(chance, recipe.sides.len() as u64) as usize;
    let log = below(chance, recipe.logs.len() as u64) as usize;
    let other = 100 * below(chance, 4) + [0, 1, 10, 20, 21, 22, 30, 31][below(chance, 8) as usize];
    let one = &mut recipe.sides[side];
    match below(chance, 30) {
        0 => one.roots[0].signers = vec![other],
        1 => one.roots[0].signers.push(other),
        2 => one.roots[0].root.threshold = below(chance, 5),
        3 => one.roots[0].root.number = below(chance, 3),
        4 => one.roots[0].root.keys.swap(0, 1),
        5 => one.roots[0].root.next = [1; 32],
        6 => one.posts[0].signers = vec![other],
        7 => one.posts[0].keys.mirror = *key(other).public().bytes(),
        8 => one.posts[0].keys.until_ms = START_MS + below(chance, 3) * DAY_MS,
        9 => one.posts[0].keys.name.post = "other".to_owned(),
        10 => one.side = "xx".to_owned(),
        11 => recipe.document.head.sides.truncate(1),
        12 => recipe.document.head.kind = ["words", "agreement"][below(chance, 2) as usize].to_owned(),
        13 => recipe.document.texts.truncate(1),
        kind if !recipe.logs.is_empty() => {
            let log = &mut recipe.logs[log];
            match kind {
                14 => log.seal = other,
                15 => log.cosigners.iter_mut().for_each(|line| line.1 = other),
                16 => log.cosigners.iter_mut().for_each(|line| line.0 = "vn.other/mirror".to_owned()),
                17 => log.statements.iter_mut().for_each(|one| one.1 = other),
                18 => log.statements.iter_mut().for_each(|one| one.0.unit = Some("other".to_owned())),
                19 => log.statements.iter_mut().for_each(|one| one.0.at_ms = below(chance, 2) * 10 * START_MS),
                20 => log.statements.iter_mut().for_each(|one| one.0.origin.epoch = 2),
                21 => log.earlier.reverse(),
                23..=28 => damaged_covers(log, kind, other, chance),
                22 => log.cosigners = log.earlier.first().map(|(_, them)| them.clone()).unwrap_or_default(),
                _ => log.origin.reader.post = "other".to_owned(),
            }
        }
        _ => {}
    }
    recipe
}
