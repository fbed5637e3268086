//! Damage to the shape of what stands in a bundle: a field left out or one too many, another type, another length. It
//! is signed and sealed again, so that nothing but the shape is wrong.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use journal::{
    Bundle, BundledStatement, Cover, Envelope, Item, Label, SIZE_LIMIT, Said, SecretKey, Statement, digest_of,
};

use super::recipe::{Placed, Recipe, key};
use crate::Seeded;

/// Every key that a recipe of the courses has, by its public half.
static KEYS: LazyLock<BTreeMap<[u8; 32], SecretKey>> = LazyLock::new(|| {
    let places = [100, 200, 300];
    let numbers =
        places.iter().flat_map(|place| [0, 1, 2, 10, 11, 12, 20, 21, 22, 30, 31].map(|number| place + number));
    numbers.map(|number| (*key(number).public().bytes(), key(number))).collect()
});

fn below(chance: &Seeded, count: usize) -> usize {
    (chance.next() % count.max(1) as u64) as usize
}

/// The bundle of a recipe with one or two changes to the shape of one thing in it.
pub fn misshapen(recipe: &Recipe, chance: &Seeded) -> Vec<u8> {
    let mut bundle = recipe.bake();
    let side = below(chance, bundle.sides.len());
    match below(chance, 6) {
        0 => return changed(&bundle.to_bytes().unwrap_or_default(), chance),
        1 => change_opening(&mut bundle, chance),
        2 => change_envelope(bundle.sides[side].roots.last_mut(), Label::Root, chance),
        3 => change_envelope(bundle.sides[side].posts.last_mut(), Label::Post, chance),
        4 => change_envelope(bundle.sides[side].officers.last_mut(), Label::Officer, chance),
        _ if bundle.logs.is_empty() => {}
        _ => {
            let log = &recipe.logs[below(chance, recipe.logs.len())];
            let origin = format!("{}\n", log.origin);
            let (own, mut others): (Vec<_>, Vec<_>) =
                bundle.logs.into_iter().partition(|one| one.checkpoint.starts_with(&origin));
            let statements: Vec<_> = own.iter().flat_map(|one| &one.statements).collect();
            let (mut entries, mut places) = (Vec::new(), Vec::new());
            let changes = below(chance, statements.len());
            for (number, statement) in statements.into_iter().enumerate() {
                let is_it = number == changes;
                places.push(change_statement(&mut entries, statement, is_it.then_some(chance)));
            }
            let place = others.partition_point(|one| one.checkpoint < origin);
            others.splice(place..place, log.sealed(&entries, &places));
            bundle.logs = others;
        }
    }
    bundle.to_bytes().unwrap_or_default()
}

/// Adds a statement, alone under its cover where it has one; where it is to be changed, itself or its cover.
fn change_statement(entries: &mut Vec<Vec<u8>>, statement: &BundledStatement, chance: Option<&Seeded>) -> Placed {
    let (from, mut entry) = (entries.len(), statement.entry.clone());
    let Some(cover) = &statement.cover else {
        if let Some(chance) = chance {
            change_envelope(Some(&mut entry), Label::Statement, chance);
        }
        entries.push(entry);
        return Placed { from, at: from, cover: None };
    };
    let changes_itself = chance.filter(|chance| below(chance, 2) == 0);
    if let Some(chance) = changes_itself {
        entry = changed(&entry, chance);
    }
    entries.push(entry);
    let mut covering = cover.entry.clone();
    if let Ok((mut statement, _, signer)) = Statement::read(&cover.entry, "") {
        statement.said = Said::Cover(Cover::over(from as u64, &entries[from..]));
        covering = KEYS.get(&signer).map_or(covering, |key| statement.sign(key));
    }
    if let Some(chance) = chance.filter(|_| changes_itself.is_none()) {
        change_envelope(Some(&mut covering), Label::Statement, chance);
    }
    entries.push(covering);
    Placed { from, at: from, cover: Some(from + 1) }
}

fn change_opening(bundle: &mut Bundle, chance: &Seeded) {
    let at = below(chance, bundle.openings.len());
    let was = digest_of(&bundle.openings[at], "").ok();
    bundle.openings[at] = changed(&bundle.openings[at], chance);
    if let (true, Ok(digest)) = (was == Some(bundle.document), digest_of(&bundle.openings[at], "")) {
        bundle.document = digest;
    }
}

fn change_envelope(bytes: Option<&mut Vec<u8>>, label: Label, chance: &Seeded) {
    let Some(bytes) = bytes else { return };
    let Ok(envelope) = Envelope::from_bytes(bytes, "") else { return };
    let mut keys: Vec<&SecretKey> = envelope.signers().filter_map(|signer| KEYS.get(signer)).collect();
    if below(chance, 8) == 0 {
        keys.extend(KEYS.values().nth(below(chance, KEYS.len())));
    }
    *bytes = Envelope::sign(label, changed(&envelope.payload, chance), &keys).to_bytes();
}

/// Canonical bytes with one or two of their items changed.
fn changed(bytes: &[u8], chance: &Seeded) -> Vec<u8> {
    let Ok(mut item) = Item::from_bytes(bytes, SIZE_LIMIT) else { return bytes.to_vec() };
    for _ in 0..=below(chance, 2) {
        let mut left = below(chance, count(&item));
        change_one(&mut item, &mut left, chance);
    }
    item.to_bytes(SIZE_LIMIT).unwrap_or_default()
}

fn count(item: &Item) -> usize {
    1 + match item {
        Item::List(items) => items.iter().map(count).sum(),
        Item::Map(pairs) => pairs.iter().map(|(_, item)| count(item)).sum(),
        _ => 0,
    }
}

/// Changes the item that comes after so many others; says whether it was among these.
fn change_one(item: &mut Item, left: &mut usize, chance: &Seeded) -> bool {
    if *left == 0 {
        change(item, chance);
        return true;
    }
    *left -= 1;
    match item {
        Item::List(items) => items.iter_mut().any(|item| change_one(item, left, chance)),
        Item::Map(pairs) => pairs.iter_mut().any(|(_, item)| change_one(item, left, chance)),
        _ => false,
    }
}

fn change(item: &mut Item, chance: &Seeded) {
    match (item, below(chance, 5)) {
        (Item::Map(pairs), kind @ 0..4) => {
            let at = below(chance, pairs.len());
            let names = ["a", "dates", "version", "unit", "series", "revision", "words", "until", "zz", "officer"];
            let name = names[below(chance, names.len())].to_owned();
            let taken = pairs.iter().any(|(other, _)| *other == name);
            match kind {
                0 if at < pairs.len() => drop(pairs.remove(at)),
                1 if at < pairs.len() && !taken => pairs[at].0 = name,
                _ if !taken => pairs.push((name, [Item::Int(1), Item::Null][below(chance, 2)].clone())),
                _ => pairs.clear(),
            }
        }
        (Item::List(items), kind @ 0..4) => match kind {
            0 => drop(items.pop()),
            1 => items.extend(items.clone()),
            2 => items.reverse(),
            _ => items.resize(below(chance, 300), Item::Null),
        },
        (Item::Text(text), kind @ 0..4) => {
            *text = [String::new(), "x".repeat(33 + below(chance, 1200)), text.to_uppercase(), "other".to_owned()]
                [kind]
                .clone();
        }
        (Item::Bytes(bytes), kind @ 0..4) => match kind {
            0 => bytes.clear(),
            1 => drop(bytes.pop()),
            2 => bytes.push(0),
            _ => bytes.fill(0),
        },
        (Item::Int(number), kind @ 0..4) => *number = [0, -1, 1 << 53, *number + 1][kind],
        (other, _) => {
            *other =
                [Item::Null, Item::Int(7), Item::Text("a".to_owned()), Item::Bytes(vec![1; 32]), Item::List(vec![])]
                    [below(chance, 5)]
                .clone();
        }
    }
}
