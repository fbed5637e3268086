//! What only the post itself does, on the word of a statement: no officer does it, whatever the role, and no page, table,
//! command line or interface learns of it.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use desk::ActError;
use desk::import::openings;
use domain::Right;
use serde_json::json;
use testkit::Post;

const GATE: &str = "vn-bg-laocai-gate";
const PROVINCE: &str = "vn-bg-laocai";
const RELATION: &str = "cp-laocai-gate-talks";

fn letter() -> serde_json::Value {
    json!({
        "command": "draft", "kind": "letter", "counterpart": RELATION,
        "content": { "texts": [{ "language": "vi", "title": "Đường mòn", "text": "Đề nghị cùng kiểm tra." }] }
    })
}

#[test]
fn no_officer_does_what_only_the_post_does() {
    let post = Post::founded(1);
    let duty = post.enlist("duty", GATE, "officer", "unit", "internal");
    let record = post.act(&duty, "document", None, letter()).record;
    let statement = json!({
        "side": "cn", "kind": "acknowledge", "officer": "0123", "office": "Head", "unit": "station",
        "at": "2026-01-05T03:00:00Z", "origin": "cn.hekou/vn.laocai/1", "log_place": 0
    });
    let hear = json!({ "command": "hear", "statement": statement });
    let declared = domain::noun("document").unwrap();
    assert!(declared.check(&hear).is_ok(), "refused for the right, not for its form");
    let of_post = declared.commands_of_post();
    assert!(!of_post.is_empty());
    let mut officers = vec![duty, post.keeper.clone()];
    for role in ["shift-lead", "liaison", "commander", "protection-officer"] {
        officers.push(post.enlist(role, PROVINCE, role, "subtree", "protected"));
    }
    for officer in &officers {
        let refused = post.try_act(officer, "document", Some(&record), hear.clone());
        let is_refused = matches!(refused, Err(ActError::NotAllowed { right: Right::Post } | ActError::NotFound));
        assert!(is_refused, "{officer} {refused:?}");
        for (command, _) in &of_post {
            let begun = post.try_act(officer, "document", None, json!({ "command": command }));
            assert!(matches!(begun, Err(ActError::NotAllowed { right: Right::Post })), "{officer} {command} {begun:?}");
        }
    }
    let (duty, standing) = (&officers[0], post.desk.record(&officers[0], "document", &record).unwrap());
    assert_eq!((standing.row.version, standing.row.status.as_str()), (1, "draft"));
    let refused = post.try_act(duty, "document", Some(&record), hear);
    assert!(matches!(refused, Err(ActError::NotAllowed { right: Right::Post })), "{refused:?}");
}

#[test]
fn nothing_that_people_use_names_what_only_the_post_does() {
    for noun in domain::NOUNS {
        let of_post: Vec<String> = noun.commands_of_post().into_iter().map(|(name, _)| name).collect();
        let schemas = noun.schemas();
        assert!(schemas.commands.iter().all(|(name, _)| !of_post.contains(name)), "{}", noun.name);
        assert!(openings(noun).iter().all(|opening| !of_post.contains(&opening.command)), "{}", noun.name);
        let offered = noun.offers(None).unwrap();
        assert!(offered.iter().all(|command| !noun.is_of_post(command)), "{}", noun.name);
    }
}
