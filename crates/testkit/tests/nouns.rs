//! A noun is declared once: from its one line in the list it has schemas, commands, a list and texts, whatever it is.

use desk::Filter;
use testkit::Post;

#[test]
fn every_noun_has_its_commands_and_its_list_from_one_line() {
    let post = Post::founded(1);
    for noun in domain::NOUNS {
        let schemas = noun.schemas();
        assert!(!schemas.commands.is_empty(), "{}: no command", noun.name);
        assert!(!schemas.facts.is_empty(), "{}: no fact", noun.name);
        let filter = Filter { nouns: vec![noun.name.to_owned()], ..Filter::default() };
        assert!(post.desk.list(&post.keeper, &filter, 1).is_ok(), "{}: no list", noun.name);
    }
}

#[test]
fn every_command_of_a_form_says_which_fields_it_has() {
    for noun in domain::NOUNS {
        for (command, schema) in noun.schemas().commands {
            assert_eq!(schema.get("type").and_then(|kind| kind.as_str()), Some("object"), "{} {command}", noun.name);
            assert_eq!(
                schema.get("additionalProperties"),
                Some(&false.into()),
                "{} {command}: unknown fields pass",
                noun.name
            );
        }
    }
}

/// The smallest noun is one file, one line and one file of texts in each language: nothing else in the rooms names it.
#[test]
fn the_smallest_noun_is_named_nowhere_else() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut named = Vec::new();
    for room in ["desk", "store", "web", "twinpost", "paper"] {
        let mut waiting = vec![root.join("crates").join(room).join("src")];
        while let Some(folder) = waiting.pop() {
            for file in std::fs::read_dir(folder).unwrap() {
                let path = file.unwrap().path();
                if path.is_dir() {
                    waiting.push(path);
                } else if std::fs::read_to_string(&path).is_ok_and(|text| text.contains("\"award\"")) {
                    named.push(path.display().to_string());
                }
            }
        }
    }
    assert!(named.is_empty(), "{named:?}");
}
