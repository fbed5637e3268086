//! What is typed into search, tried with any text on a post with records: it is only ever text, whatever the engine of
//! the index would make of it.

use std::cell::OnceCell;

use desk::profile::Profile;
use desk::{FOUND_MOST, Search, Vocabulary};
use domain::OfficerId;
use serde_json::json;

use crate::{Post, profile_folder};

/// A post with a few records in five languages, and an officer who may read them.
fn stage() -> (Post, OfficerId) {
    let post = Post::founded(77);
    let profile = Profile::read(&profile_folder()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    // A unit under the keeper of the directory, with somebody across.
    let mut pairs = profile.counterparts.counterparts.iter();
    let keeper = profile.main.keeper.get_ref();
    let known = pairs.find(|pair| pair.own.get_ref().starts_with(&format!("{keeper}-")));
    let known = known.unwrap_or_else(|| panic!("the profile has no counterpart"));
    let (unit, counterpart) = (known.own.get_ref(), known.code.get_ref());
    let officer = post.enlist("finder", unit, "officer", "unit", "internal");
    for purpose in ["Thăm đồn, mốc 97(1)", "会谈 界碑 97/2", "ຢ້ຽມຢາມຫຼັກໝາຍ", "ទស្សនកិច្ចបង្គោល", "visit 14/02/2026"]
    {
        let record = json!({ "command": "record", "counterpart": counterpart, "held_on": "2025-12-01",
            "purpose": purpose, "own_participants": 2, "other_participants": 2, "place": "Bridge" });
        post.act(&officer, "visit", None, record);
    }
    (post, officer)
}

/// A line of search: the engine never stumbles over it, everything found is within the limit, and the same line finds
/// the same.
pub fn query(bytes: &[u8]) {
    thread_local! {
        static STAGE: OnceCell<(Post, OfficerId)> = const { OnceCell::new() };
    }
    let text = String::from_utf8_lossy(bytes);
    STAGE.with(|kept| {
        let (post, officer) = kept.get_or_init(stage);
        let search = Search { text: &text, noun: None, period: None, after: None, limit: usize::MAX };
        let found = |search: &Search<'_>| {
            let view = post.desk.search(officer, search, &Vocabulary::default());
            view.unwrap_or_else(|error| panic!("{text:?}: {error}"))
        };
        let first = found(&search);
        let ids = |view: &desk::SearchView| view.hits.iter().map(|hit| hit.row.id.clone()).collect::<Vec<_>>();
        assert!(first.hits.len() <= FOUND_MOST, "{text:?}");
        assert!(!first.query.is_empty() || first.hits.is_empty(), "nothing looked for finds nothing: {text:?}");
        assert!(first.total >= first.hits.len(), "{text:?}");
        assert_eq!(ids(&found(&search)), ids(&first), "{text:?}");
    });
}
