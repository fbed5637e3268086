//! The description of the interface (OpenAPI 3.1), made from the table of ways and the declarations of the nouns. Their
//! schemas are JSON Schema 2020-12, which is what OpenAPI 3.1 speaks, so they stand in it as they are.

use std::collections::BTreeMap;

use domain::{Declared, Schemas};
use serde_json::{Map, Value, json};

use super::problem::KINDS;
use super::question::Param;
use super::route::{Entry, Gives, Method, Route, Takes, routes};
use super::shape::{noun_components, shared, shared_components};

const ABOUT: &str = "Records of one post: the same functions under the same authority as its pages. Officers come in with \
     the session of the pages, programs with a token of an officer; what is told depends on the officer's roles at that \
     moment. A record that may not be seen answers as one that does not exist. Problems are RFC 9457 documents.";

/// The description, for a program that has no post at hand.
pub fn whole() -> Value {
    let schemas = domain::NOUNS.iter().map(|noun| (noun.name, noun.schemas())).collect();
    document(&schemas)
}

/// The description, from schemas that were made before.
pub fn document(schemas: &BTreeMap<&'static str, Schemas>) -> Value {
    let mut paths: Map<String, Value> = Map::new();
    for route in routes() {
        for (path, noun) in route.places() {
            let item = paths.entry(path).or_insert_with(|| json!({}));
            item[method(route)] = operation(route, noun);
        }
    }
    let mut components = shared_components();
    for noun in domain::NOUNS {
        if let Some(schemas) = schemas.get(noun.name) {
            components.extend(noun_components(noun, schemas));
        }
    }
    let nouns = domain::NOUNS
        .iter()
        .map(|noun| json!({ "name": noun.name, "description": format!("Records of the noun {}.", noun.name) }));
    let tags: Vec<Value> =
        [json!({ "name": "post", "description": "What belongs to no noun." })].into_iter().chain(nouns).collect();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Twinpost", "version": env!("CARGO_PKG_VERSION"), "description": ABOUT,
            "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" },
        },
        "servers": [{ "url": "/" }],
        "tags": tags,
        "paths": paths,
        "components": {
            "schemas": components,
            "responses": responses(),
            "headers": {
                "ETag": { "description": "What was given; for If-None-Match, and for If-Match where it begins with a version.", "schema": { "type": "string" } },
                "Location": { "description": "Where the new thing lies.", "schema": { "type": "string" } },
                "Retry-After": { "description": "Seconds after which another try makes sense.", "schema": { "type": "integer" } },
            },
            "securitySchemes": {
                "token": { "type": "http", "scheme": "bearer", "description": "A token that an officer made for a program: tp_…" },
                "bearer": { "type": "http", "scheme": "bearer", "description": "The token of a session of the officer himself." },
                "session": { "type": "apiKey", "in": "cookie", "name": crate::visit::SESSION_COOKIE, "description": "The session of the pages; what changes something also carries x-twinpost-csrf." },
            },
        },
    })
}

fn method(route: &Route) -> &'static str {
    match route.method {
        Method::Get => "get",
        Method::Post => "post",
        Method::Delete => "delete",
    }
}

fn operation(route: &Route, noun: Option<&'static Declared>) -> Value {
    let of_noun = noun.filter(|_| route.path.contains("{noun}"));
    let name = of_noun.map_or_else(|| route.name.to_owned(), |noun| format!("{}-{}", noun.name, route.name));
    let mut operation = json!({
        "operationId": name,
        "tags": [noun.map_or("post", |noun| noun.name)],
        "summary": route.says,
        "security": match route.entry {
            Entry::Open => json!([]),
            Entry::Officer(_) => json!([{ "token": [] }, { "bearer": [] }, { "session": [] }]),
            Entry::Person => json!([{ "bearer": [] }, { "session": [] }]),
        },
        "responses": answers(route, noun),
    });
    let parameters = parameters(route);
    if !parameters.is_empty() {
        operation["parameters"] = Value::from(parameters);
    }
    if matches!(route.takes, Takes::File) {
        operation["requestBody"] =
            json!({ "required": true, "content": { "application/octet-stream": { "schema": {} } } });
    }
    if let Some(schema) = route.taken(noun) {
        operation["requestBody"] = json!({ "required": true, "content": { "application/json": { "schema": schema } } });
    }
    operation
}

fn answers(route: &Route, noun: Option<&'static Declared>) -> Value {
    let mut answers = Map::new();
    let tag = json!({ "$ref": "#/components/headers/ETag" });
    let json_of = |schema: Option<Value>| json!({ "application/json": { "schema": schema } });
    match route.gives {
        Gives::Shape(_) | Gives::NounShape(_) => {
            let given = json!({ "description": "As asked.", "headers": { "ETag": tag }, "content": json_of(route.given(noun)) });
            answers.insert("200".into(), given);
        }
        Gives::Made(_) => {
            let headers = json!({ "ETag": tag, "Location": { "$ref": "#/components/headers/Location" } });
            let again =
                json!({ "description": "Done before: the first answer again.", "content": json_of(route.given(noun)) });
            let made = json!({ "description": "Done.", "headers": headers, "content": json_of(route.given(noun)) });
            answers.insert("201".into(), made);
            if matches!(route.takes, Takes::Act(_) | Takes::File) {
                answers.insert("200".into(), again);
            }
        }
        Gives::Table | Gives::Bundle | Gives::File => {
            let content: Map<String, Value> =
                route.kinds().iter().map(|kind| ((*kind).to_owned(), json!({ "schema": {} }))).collect();
            answers.insert(
                "200".into(),
                json!({ "description": "The file.", "headers": { "ETag": tag }, "content": content }),
            );
        }
        Gives::Nothing => drop(answers.insert("204".into(), json!({ "description": "Done." }))),
    }
    if route.is_read() {
        answers.insert("304".into(), json!({ "description": "As the program has it already." }));
    }
    for status in route.statuses() {
        answers.insert(status.to_string(), json!({ "$ref": format!("#/components/responses/{status}") }));
    }
    Value::Object(answers)
}

/// One shared answer for each status, with the kinds of problem that have it.
fn responses() -> Value {
    let mut by_status: BTreeMap<u16, Vec<&str>> = BTreeMap::from([(422, vec!["a refusal by a rule"])]);
    for kind in KINDS {
        by_status.entry(kind.status).or_default().push(kind.code);
    }
    let answers = by_status.into_iter().map(|(status, codes)| {
        let mut answer = json!({
            "description": format!("A problem: {}.", codes.join(", ")),
            "content": { "application/problem+json": { "schema": shared("problem") } },
        });
        if status == 429 {
            answer["headers"] = json!({ "Retry-After": { "$ref": "#/components/headers/Retry-After" } });
        }
        (status.to_string(), answer)
    });
    Value::Object(answers.collect())
}

fn parameters(route: &Route) -> Vec<Value> {
    let mut parameters: Vec<Value> = route.path.split('/').filter_map(|part| in_path(part, route)).collect();
    parameters.extend(route.query.iter().flat_map(|group| group.iter()).map(in_query));
    let mut header = |name: &str, says: &str, schema: Value| {
        parameters
            .push(json!({ "name": name, "in": "header", "required": false, "description": says, "schema": schema }));
    };
    if route.is_read() {
        header("If-None-Match", "Tags of what the program has.", json!({ "type": "string" }));
    }
    if matches!(route.takes, Takes::Act(_) | Takes::Signed(_) | Takes::File) {
        let key = json!({ "type": "string", "pattern": "^[0-9a-fA-F]{32}$|^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$" });
        header("Idempotency-Key", "The same key again does nothing and gives the first answer again.", key);
    }
    match route.takes {
        Takes::Act(part) => {
            if part == "act" {
                let tag = json!({ "type": "string", "pattern": "^(\\*|(W/)?\"[0-9]{1,9}(\\.[0-9a-f]{1,64})?\")$" });
                header(
                    "If-Match",
                    "The tag of the record as it was looked at, or * for whatever stands; needed unless the body has a version.",
                    tag,
                );
            }
        }
        Takes::Shape(_) | Takes::Signed(_) | Takes::File | Takes::Nothing => {}
    }
    parameters
}

fn in_path(part: &str, route: &Route) -> Option<Value> {
    let name = part.strip_prefix('{')?.strip_suffix('}').filter(|name| *name != "noun")?;
    let (says, schema) = match name {
        "file" => {
            let name = if route.path.contains("{id}") { "report" } else { "list" };
            ("The file.", json!({ "type": "string", "enum": [format!("{name}.csv"), format!("{name}.xlsx")] }))
        }
        "figure" => {
            ("The code of the figure.", json!({ "type": "string", "enum": domain::reporting::report::FIGURES }))
        }
        "sha256" => ("The SHA-256 of the file.", json!({ "type": "string", "pattern": "^[0-9a-f]{64}$" })),
        _ => ("The identity.", json!({ "type": "string", "pattern": "^[a-z0-9-]{1,64}$" })),
    };
    Some(json!({ "name": name, "in": "path", "required": true, "description": says, "schema": schema }))
}

fn in_query(param: &Param) -> Value {
    json!({
        "name": param.name, "in": "query", "required": param.needed, "description": param.says,
        "schema": param.is.schema(),
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn references(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(map) => {
                found.extend(map.get("$ref").and_then(Value::as_str).map(str::to_owned));
                map.values().for_each(|value| references(value, found));
            }
            Value::Array(items) => items.iter().for_each(|value| references(value, found)),
            _ => {}
        }
    }

    #[test]
    fn every_way_says_what_it_does() {
        let (mut names, mut operations) = (BTreeSet::new(), BTreeSet::new());
        for route in routes() {
            assert!(
                route.says.len() > 15 && route.says.ends_with('.'),
                "{} {} has no sentence",
                method(route),
                route.path
            );
            assert!(!route.name.is_empty() && names.insert(route.name), "{} has no name of its own", route.path);
            for (path, noun) in route.places() {
                let name = operation(route, noun)["operationId"].as_str().map(str::to_owned);
                assert!(name.is_some_and(|name| operations.insert(name)), "{path}: its name is taken");
            }
            for param in route.query.iter().flat_map(|group| group.iter()) {
                assert!(param.says.ends_with('.'), "{}: {} has no sentence", route.path, param.name);
            }
        }
    }

    #[test]
    fn every_reference_leads_to_something() {
        let document = whole();
        let mut found = BTreeSet::new();
        references(&document, &mut found);
        assert!(found.len() > 100);
        for reference in found {
            let pointer = reference.strip_prefix('#').unwrap();
            assert!(document.pointer(pointer).is_some(), "{reference} leads nowhere");
        }
    }

    #[test]
    fn every_noun_has_the_same_ways_and_no_noun_takes_the_name_of_one() {
        let document = whole();
        let paths = document["paths"].as_object().unwrap();
        for noun in domain::NOUNS {
            for rest in ["", "/schema", "/{id}", "/{id}/history", "/export/{file}"] {
                let path = format!("/api/v1/{}{rest}", noun.name);
                assert!(paths.contains_key(&path), "{path}");
            }
            let fixed = routes().filter_map(|route| route.path.split('/').nth(3));
            assert!(
                !fixed.filter(|word| !["report", "import", "document"].contains(word)).any(|word| word == noun.name),
                "{}",
                noun.name
            );
        }
    }

    #[test]
    fn every_problem_is_told_in_the_document_for_programmers() {
        let told = include_str!("../../../../docs/formats/api.md");
        for kind in KINDS {
            assert!(
                told.contains(&format!("| `{}` | {} |", kind.code, kind.status)),
                "{} is not in docs/formats/api.md",
                kind.code
            );
        }
        for route in routes() {
            assert!(told.contains(route.path), "{} is not in docs/formats/api.md", route.path);
        }
    }
}
