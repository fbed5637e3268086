//! Bundles that ask for too much work, or that are wrong in two ways of which the first counts.

use journal::{Bundle, Envelope, Item, Label, SIGNATURES_LIMIT, Said, SecretKey, Text, WORDS_LIMIT};
use testkit::evidence::{Recipe, SideRecipe, key};

/// So many signatures that checking them all would take seconds. None of them holds, which nobody finds out.
pub fn sign_beyond_the_limit(bundle: &mut Bundle) {
    let signatures = (0..32_u8).map(|number| ([number; 32], [number; 64])).collect();
    let envelope = Envelope { payload: Vec::new(), signatures }.to_bytes();
    bundle.sides[0].posts = vec![envelope; SIGNATURES_LIMIT / 32];
}

/// Long words to which so many statements refer that the verdict would be far larger than the bundle.
pub fn quote_beyond_the_limit(recipe: &mut Recipe) {
    const PARAGRAPHS: usize = 3;
    const LENGTH: usize = 95_000;
    recipe.words("cn", "A", "B");
    recipe.words[0].texts.iter_mut().take(1).for_each(|(_, text)| {
        *text = Text { title: "A".to_owned(), paragraphs: vec!["a".repeat(LENGTH); PARAGRAPHS] };
    });
    let words = recipe.words[0].digest().unwrap();
    let slot = recipe.slot();
    for number in 0..=(WORDS_LIMIT / (PARAGRAPHS * LENGTH)) as u64 {
        recipe.say("cn", Said::Contest { slot, words }, 1_000_000_000 + number);
    }
}

/// One key for officers of two sides, of which only one has signed.
pub fn certify_the_key_of_the_other_side(recipe: &mut Recipe) {
    let mut idle = recipe.sides[0].officers[0].clone();
    idle.key.key = *key(SideRecipe::officer(2, 0)).public().bytes();
    recipe.sides[0].officers.push(idle);
    recipe.sides[0].officers.sort_by_key(|one| one.key.key);
}

/// A post that ends before it begins, which is looked at only when nothing is left over; and something is.
pub fn overfill_a_post_without_time(bundle: &mut Bundle) {
    let post = &mut bundle.sides[0].posts[0];
    let envelope = Envelope::from_bytes(post, "").unwrap();
    let Ok(Item::Map(mut pairs)) = Item::from_bytes(&envelope.payload, 1 << 16) else { panic!("a map") };
    pairs.iter_mut().filter(|(name, _)| name == "until").for_each(|(_, until)| *until = Item::Int(0));
    pairs.push(("more".to_owned(), Item::Null));
    let keys: Vec<SecretKey> = [101, 102].map(key).into();
    let payload = Item::Map(pairs).to_bytes(1 << 16).unwrap();
    *post = Envelope::sign(Label::Post, payload, &keys.iter().collect::<Vec<_>>()).to_bytes();
}
