//! The shapes of what the interface takes and gives, as JSON Schema 2020-12. What belongs to a noun comes from its
//! declaration as it is; only the frame around it stands here.

use desk::document::{TOGETHER_MOST, TogetherKind};
use domain::contact::document::SaidKind;
use domain::{Declared, Schemas};
use serde_json::{Map, Value, json};

/// The name under which a shape of a noun stands among the components.
pub fn noun_component(noun: &str, part: &str) -> String {
    format!("{noun}.{part}")
}

/// A reference to a shared shape.
pub fn shared(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn object(properties: Value) -> Value {
    let required: Vec<String> = properties.as_object().into_iter().flatten().map(|(name, _)| name.clone()).collect();
    json!({ "type": "object", "additionalProperties": false, "required": required, "properties": properties })
}

fn list_of(items: Value) -> Value {
    json!({ "type": "array", "items": items })
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn maybe_text() -> Value {
    json!({ "type": ["string", "null"] })
}

fn identity() -> Value {
    json!({ "type": "string", "pattern": "^[a-z0-9-]{1,64}$" })
}

fn instant() -> Value {
    json!({ "type": "string", "format": "date-time" })
}

fn day() -> Value {
    json!({ "type": "string", "format": "date" })
}

fn count() -> Value {
    json!({ "type": "integer" })
}

fn yes_or_no() -> Value {
    json!({ "type": "boolean" })
}

/// The cursor of the next step.
fn next() -> Value {
    json!({ "type": ["string", "null"], "description": "Where the next step begins; null when nothing is left." })
}

/// A schema of a noun without what a part of a document does not carry.
fn part(schema: &Value) -> Value {
    let mut schema = schema.clone();
    if let Some(map) = schema.as_object_mut() {
        map.shift_remove("$schema");
    }
    schema
}

/// The shapes that all nouns share.
pub fn shared_components() -> Map<String, Value> {
    let row = || shared("row");
    let rows = || list_of(row());
    let components = [
        ("row", row_of(json!({ "type": "object", "description": "The state, as the schema of the noun says." }))),
        ("step", object(json!({ "records": rows(), "next": next() }))),
        ("link", object(json!({ "role": text(), "inward": yes_or_no(), "noun": text(), "id": identity() }))),
        ("history", history()),
        ("receipt", receipt()),
        ("problem", problem()),
        (
            "index",
            object(json!({
                "own": identity(), "openapi": text(),
                "nouns": list_of(object(json!({ "noun": text(), "wing": text(), "href": text() }))),
            })),
        ),
        (
            "noun-schemas",
            object(json!({
                "state": { "type": "object" }, "commands": { "type": "object", "additionalProperties": { "type": "object" } },
                "facts": list_of(text()), "refusals": list_of(text()),
            })),
        ),
        (
            "today",
            object(json!({
                "day": day(), "needs_me": rows(), "waiting": rows(), "below": rows(), "next": rows(), "edited": rows(),
            })),
        ),
        (
            "calendar",
            object(json!({
                "month": text(), "items": list_of(object(json!({ "day": day(), "due": yes_or_no(), "record": row() }))),
            })),
        ),
        (
            "import-report",
            json!({ "type": "object", "description": "What became of the table: counts, columns, faults by row and column, the import." }),
        ),
        ("counts", object(json!({ "counts": list_of(object(json!({ "figure": text(), "name": text() }))) }))),
        ("figures", object(json!({ "total": count(), "figures": list_of(published()) }))),
        ("sum", object(json!({ "ids": list_of(identity()), "sum": { "type": "object" } }))),
        ("report-figures", report_figures()),
        (
            "figure-records",
            object(json!({ "report": identity(), "figure": text(), "period": text(), "records": rows() })),
        ),
        (
            "recount",
            object(json!({
                "report": identity(), "agrees": yes_or_no(),
                "figures": list_of(object(json!({
                    "figure": text(), "own": count(), "joint": count(), "own_counted": count(), "joint_counted": count(),
                    "agrees": yes_or_no(),
                }))),
            })),
        ),
        ("peers", peers()),
        ("paper", paper()),
        ("preview", preview()),
        ("release", release()),
        ("share", share()),
        ("together", together()),
        ("receipts", object(json!({ "receipts": list_of(shared("receipt")) }))),
        ("comparison", comparison()),
        ("take-over", take_over()),
        ("say", say()),
        ("me", me()),
        ("token", opener(token_reach())),
        ("attached", attached()),
        ("tokens", object(json!({ "tokens": list_of(shared("token")) }))),
        ("token-made", opener(with(token_reach(), "token", text()))),
        ("token-new", new_token()),
        ("feed", opener(feed_reach())),
        ("feeds", object(json!({ "feeds": list_of(shared("feed")) }))),
        ("feed-made", opener(with(feed_reach(), "address", text()))),
        ("feed-new", new_feed()),
    ];
    components.into_iter().map(|(name, schema)| (name.to_owned(), schema)).collect()
}

/// The shapes of one noun: a row with its state, a record, a step of its list, the acts that begin and go on.
pub fn noun_components(noun: &'static Declared, schemas: &Schemas) -> Map<String, Value> {
    let named = |part: &str| noun_component(noun.name, part);
    let row = || shared(&named("row"));
    let record = object(json!({ "record": row(), "offers": list_of(text()), "links": list_of(shared("link")) }));
    let components = [
        (named("state"), part(&schemas.state)),
        (named("row"), row_of(shared(&named("state")))),
        (named("step"), object(json!({ "records": list_of(row()), "next": next() }))),
        (named("record"), record),
        (named("act"), act(commands(noun, schemas, false), false)),
    ];
    let beginning = commands(noun, schemas, true);
    let begin = (!beginning.is_empty()).then(|| (named("begin"), act(beginning, true)));
    components.into_iter().chain(begin).collect()
}

/// The schema of an act as it was sent: of its command alone, so that what is wrong is told place by place. A command
/// that does not say which one it is meets the choice of all.
pub fn act_as_sent(noun: &'static Declared, schemas: &Schemas, is_new: bool, body: &Value) -> Value {
    let said = body.pointer("/command/command");
    let all = commands(noun, schemas, is_new);
    let named = all.iter().find(|schema| said.is_some() && schema.pointer("/properties/command/const") == said);
    match named {
        Some(schema) => act(vec![schema.clone()], is_new),
        None => {
            let names: Vec<&Value> =
                all.iter().filter_map(|schema| schema.pointer("/properties/command/const")).collect();
            let tag =
                json!({ "type": "object", "required": ["command"], "properties": { "command": { "enum": names } } });
            act(vec![tag], is_new)
        }
    }
}

/// The commands of a noun with their tags: those that begin a record, or all others and those that do both.
fn commands(noun: &'static Declared, schemas: &Schemas, is_new: bool) -> Vec<Value> {
    let beginning = noun.offers(None).unwrap_or_default();
    let wanted = schemas.commands.iter().filter(|(name, _)| !is_new || beginning.contains(&name.as_str()));
    let tagged = wanted.map(|(name, schema)| {
        let mut schema = part(schema);
        if let Some(map) = schema.as_object_mut() {
            let fields = map.entry("properties").or_insert_with(|| json!({}));
            fields["command"] = json!({ "type": "string", "const": name });
            let required = map.entry("required").or_insert_with(|| json!([]));
            if let Some(required) = required.as_array_mut() {
                required.push(Value::from("command"));
            }
        }
        schema
    });
    tagged.collect()
}

fn act(commands: Vec<Value>, is_new: bool) -> Value {
    let command = match <[Value; 1]>::try_from(commands) {
        Ok([only]) => only,
        Err(many) => json!({ "oneOf": many }),
    };
    let happened =
        json!({ "type": ["string", "null"], "format": "date-time", "description": "When it happened, if not now." });
    let mut properties = json!({ "command": command, "happened": happened });
    if is_new {
        properties["unit"] = json!({
            "type": ["string", "null"], "pattern": "^[a-z0-9-]{1,64}$",
            "description": "The unit that is to keep the record; the officer's own where none is named.",
        });
        properties["grade"] = json!({ "enum": ["open", "internal", "restricted", "protected", null], "description": "The noun's own where none is named." });
        properties["exercise"] =
            json!({ "type": "boolean", "default": false, "description": "True for data of an exercise." });
    } else {
        properties["version"] = json!({
            "type": ["integer", "null"], "format": "uint64", "minimum": 0,
            "description": "The version that was looked at, where no If-Match says so.",
        });
    }
    json!({ "type": "object", "additionalProperties": false, "required": ["command"], "properties": properties })
}

fn row_of(state: Value) -> Value {
    object(json!({
        "id": identity(), "noun": text(), "unit": identity(), "side": identity(), "status": text(), "open": yes_or_no(),
        "turn": maybe_text(), "holder": maybe_text(), "counterpart": maybe_text(), "held_on": maybe_text(),
        "due": { "type": ["string", "null"], "description": "A civil day or an instant." },
        "period": maybe_text(), "number": maybe_text(),
        "title": { "type": "object", "additionalProperties": { "type": "string" }, "description": "By language; und where none was said." },
        "grade": { "enum": ["open", "internal", "restricted", "protected"] }, "exercise": yes_or_no(),
        "version": { "type": "integer", "minimum": 1 }, "begun": instant(), "changed": instant(), "state": state,
    }))
}

fn history() -> Value {
    let line = object(json!({
        "version": { "type": "integer", "minimum": 1 }, "fact": { "type": "object", "required": ["fact"] },
        "officer": identity(), "happened": instant(), "recorded": instant(),
    }));
    object(json!({ "history": list_of(line), "next": next() }))
}

fn receipt() -> Value {
    object(json!({
        "noun": text(), "record": identity(), "version": { "type": "integer", "minimum": 1 }, "number": maybe_text(),
        "recorded": instant(), "followed": list_of(object(json!({ "noun": text(), "record": identity() }))),
        "repeated": yes_or_no(),
    }))
}

fn problem() -> Value {
    let wrong = json!({
        "type": "object", "required": ["detail"], "additionalProperties": false,
        "properties": { "pointer": text(), "parameter": text(), "header": text(), "detail": text() },
    });
    json!({
        "type": "object", "required": ["type", "title", "status"], "additionalProperties": false,
        "properties": {
            "type": { "type": "string", "pattern": "^urn:twinpost:" }, "title": text(),
            "status": { "type": "integer", "minimum": 400, "maximum": 599 }, "detail": text(), "errors": list_of(wrong),
            "code": { "type": "string", "description": "Why nothing is signed or given out, where that is the problem." },
            "details": { "type": "object" }, "version": { "type": "integer", "minimum": 1 },
            "changes": list_of(json!({ "type": "object" })),
        },
    })
}

/// A published figure: its state with identity, status and kind beside it.
fn published() -> Value {
    json!({
        "type": "object", "required": ["id", "status", "kind"],
        "properties": { "id": identity(), "status": text(), "kind": text() },
    })
}

fn report_figures() -> Value {
    let parts = object(json!({ "unit": identity(), "counterpart": maybe_text(), "own": count(), "joint": count() }));
    let stated = object(json!({ "side": identity(), "counterpart": identity(), "count": count(), "source": text() }));
    let line = object(json!({
        "figure": text(), "own": count(), "joint": count(), "differs": yes_or_no(), "parts": list_of(parts),
        "stated": list_of(stated),
    }));
    let late = object(json!({ "figure": text(), "counted": count(), "now": count() }));
    object(json!({
        "report": identity(), "unit": identity(), "period": text(), "from": day(), "until": day(), "figures": list_of(line),
        "late": list_of(late),
    }))
}

fn me() -> Value {
    let role = object(json!({
        "role": text(), "unit": identity(), "reach": text(), "ceiling": text(), "from": day(),
        "until": { "type": ["string", "null"] },
    }));
    let token = json!({ "anyOf": [object(json!({ "id": identity(), "scope": text(), "nouns": list_of(text()) })), { "type": "null" }] });
    object(json!({
        "officer": identity(), "login": text(), "unit": identity(), "language": text(), "roles": list_of(role), "token": token,
    }))
}

fn token_reach() -> Value {
    json!({ "scope": { "enum": ["read", "record"] }, "nouns": list_of(text()) })
}

fn feed_reach() -> Value {
    json!({ "about": { "enum": ["officer", "unit", "counterpart"] } })
}

fn with(mut properties: Value, name: &str, schema: Value) -> Value {
    properties[name] = schema;
    properties
}

fn opener(reach: Value) -> Value {
    let mut properties = json!({
        "id": identity(), "name": text(), "made_at": instant(), "ends_at": instant(),
        "used_on": { "type": ["string", "null"], "format": "date" },
    });
    if let (Some(into), Value::Object(reach)) = (properties.as_object_mut(), reach) {
        into.extend(reach);
    }
    let mut schema = object(properties);
    if schema.pointer("/properties/about").is_some() {
        // Absent where the calendar is the officer's own.
        schema["properties"]["record"] = identity();
    }
    schema
}

/// A file as commands name it.
fn attached() -> Value {
    object(json!({
        "name": { "type": "string", "minLength": 1, "maxLength": 200 }, "media_type": text(), "size": count(),
        "sha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" },
    }))
}

fn until_on() -> Value {
    json!({ "type": "string", "format": "date", "description": "The last day on which it opens, at most 366 days ahead." })
}

fn name() -> Value {
    json!({ "type": "string", "minLength": 1, "maxLength": 60, "description": "What the officer calls it." })
}

/// What makes a token.
pub fn new_token() -> Value {
    let nouns = json!({
        "type": "array", "items": { "type": "string", "minLength": 1, "maxLength": 64 }, "maxItems": 100, "default": [],
        "description": "Only these nouns; none is every noun.",
    });
    json!({
        "type": "object", "additionalProperties": false, "required": ["name", "scope", "until_on"],
        "properties": { "name": name(), "scope": { "type": "string", "enum": ["read", "record"] }, "nouns": nouns, "until_on": until_on() },
    })
}

/// What makes a calendar address.
pub fn new_feed() -> Value {
    let record = json!({
        "type": ["string", "null"], "pattern": "^[a-z0-9-]{1,64}$",
        "description": "The unit or the counterpart; none for the officer's own calendar.",
    });
    json!({
        "type": "object", "additionalProperties": false, "required": ["name", "about", "until_on"],
        "properties": {
            "name": name(), "about": { "type": "string", "enum": ["officer", "unit", "counterpart"] }, "record": record,
            "until_on": until_on(),
        },
    })
}

/// What makes somebody give a document out.
pub fn release() -> Value {
    json!({
        "type": "object", "additionalProperties": false, "required": ["version", "seen", "post", "pin"],
        "properties": {
            "version": looked_at(),
            "seen": { "type": "string", "pattern": "^[0-9a-fA-F]{64}$", "description": "What was shown: `seen` of the preview." },
            "post": { "type": "string", "minLength": 3, "maxLength": 100, "description": "One of the posts of the preview." },
            "until": { "type": ["string", "null"], "format": "date-time", "description": "Until when it can be signed, or an answer is asked for." },
            "pin": pin(),
        },
    })
}

/// What makes somebody give a draft to the other side.
pub fn share() -> Value {
    let mut share = release();
    share.pointer_mut("/properties").and_then(Value::as_object_mut).map(|properties| properties.remove("until"));
    share
}

/// What makes somebody take a draft of the other side over.
pub fn take_over() -> Value {
    json!({
        "type": "object", "additionalProperties": false, "required": ["version", "draft"],
        "properties": {
            "version": looked_at(),
            "draft": { "type": "string", "pattern": "^[0-9a-f]{64}$", "description": "The digest of the draft that came." },
        },
    })
}

fn comparison() -> Value {
    let mark = object(json!({ "within": { "enum": ["both", "own", "other"] }, "text": text() }));
    let part = object(json!({
        "part": { "enum": ["title", "paragraph", "place", "held-on", "fact", "signer", "attachment"] },
        "name": text(), "language": maybe_text(), "own": text(), "other": text(),
        "change": { "enum": ["same", "own", "other", "both", "both-own"] }, "marks": list_of(mark),
    }));
    let draft =
        object(json!({ "side": identity(), "document": text(), "parents": list_of(text()), "taken": yes_or_no() }));
    object(json!({
        "version": count(), "draft": draft, "base": maybe_text(), "may_take_over": yes_or_no(),
        "changed": { "type": "array", "items": count(), "description": "Parts that the other side changed, and that both did." },
        "parts": list_of(part),
        "merged": { "type": "object", "description": "What the own draft would say after taking over." },
    }))
}

/// What somebody says of a document.
pub fn say() -> Value {
    let kinds = SaidKind::ALL.into_iter().filter(|kind| kind.is_said_by_hand()).map(SaidKind::code);
    let words = json!({
        "type": "object", "additionalProperties": false, "required": ["language", "text"],
        "properties": {
            "language": { "type": "string", "minLength": 2, "maxLength": 35 },
            "title": { "type": "string", "maxLength": 500, "default": "" },
            "text": { "type": "string", "minLength": 1, "maxLength": 20_000 },
        },
    });
    json!({
        "type": "object", "additionalProperties": false, "required": ["version", "kind", "pin"],
        "properties": {
            "version": looked_at(),
            "kind": { "type": "string", "enum": kinds.collect::<Vec<_>>() },
            "words": {
                "type": "array", "items": words, "maxItems": 10, "default": [],
                "description": "A reservation, a reason, what is contested: in every language of the document.",
            },
            "pin": pin(),
        },
    })
}

/// What makes somebody sign many documents at once.
pub fn together() -> Value {
    let digest = "What was shown: `seen` of the preview; of what came, the digest of the document.";
    let one = json!({
        "type": "object", "additionalProperties": false, "required": ["record", "version", "seen"],
        "properties": {
            "record": identity(), "version": looked_at(),
            "seen": { "type": "string", "pattern": "^[0-9a-fA-F]{64}$", "description": digest },
        },
    });
    json!({
        "type": "object", "additionalProperties": false, "required": ["kind", "documents", "pin"],
        "properties": {
            "kind": { "type": "string", "enum": TogetherKind::ALL.map(TogetherKind::code) },
            "documents": { "type": "array", "items": one, "minItems": 1, "maxItems": TOGETHER_MOST },
            "post": { "type": ["string", "null"], "minLength": 3, "maxLength": 100, "description": "To which post they are given out; not asked for what came." },
            "until": { "type": ["string", "null"], "format": "date-time", "description": "Until when an answer to each is asked for." },
            "pin": pin(),
        },
    })
}

fn looked_at() -> Value {
    json!({ "type": "integer", "minimum": 0, "description": "The version that was looked at." })
}

fn pin() -> Value {
    json!({ "type": "string", "minLength": 1, "maxLength": 1_000, "description": "The passphrase of the officer's own signing key." })
}

/// What the other side sees of a document, with further members.
fn shown_with(more: Value) -> Value {
    let strings = || list_of(text());
    let named = || json!({ "type": ["object", "null"], "properties": { "digest": text(), "record": maybe_text(), "title": { "type": ["object", "null"] } } });
    let mut properties = json!({
        "version": count(), "exercise": yes_or_no(), "supersedes": named(), "supplements": named(),
        "texts": list_of(object(json!({ "language": text(), "title": text(), "paragraphs": strings() }))),
        "data": { "type": ["object", "null"], "description": "The fields that go along." },
        "attachments": list_of(object(json!({ "name": text(), "media_type": text(), "size": count(), "sha256": text(), "here": yes_or_no() }))),
        "signers": list_of(object(json!({ "side": identity(), "name": text(), "office": text() }))),
    });
    if let (Some(properties), Value::Object(more)) = (properties.as_object_mut(), more) {
        properties.extend(more);
    }
    object(properties)
}

fn paper() -> Value {
    shown_with(json!({
        "state": { "type": "object", "description": "The state, as the schema of the noun says." },
        "is_here": yes_or_no(), "may_release": yes_or_no(), "may_compare": yes_or_no(), "may_say": list_of(text()), "has_proof": yes_or_no(),
        "together": list_of(object(json!({ "origin": text(), "place": count(), "others": count() }))),
    }))
}

fn preview() -> Value {
    shown_with(json!({
        "record": identity(), "kind": text(), "sides": list_of(identity()), "languages": list_of(text()),
        "seen": text(), "bytes": count(), "posts": list_of(text()),
        "against": { "type": ["object", "null"], "description": "The rule that stands against it: noun, reason, details." },
        "against_sharing": { "type": ["object", "null"], "description": "The same of giving it out as a draft that binds nobody." },
    }))
}

fn peers() -> Value {
    let refused = object(json!({ "place": count(), "kind": text(), "reason": text() }));
    let instants = || json!({ "type": ["string", "null"], "format": "date-time" });
    let peer = json!({
        "name": text(), "url": maybe_text(), "since": instants(), "heard": instants(), "tried": instants(),
        "trouble": maybe_text(), "frozen": maybe_text(), "unsure": yes_or_no(), "queued": count(), "sent": count(), "received": count(),
        "came": count(), "waiting": count(), "awaits": list_of(object(json!({ "what": text(), "statements": count() }))),
        "refused": list_of(refused),
    });
    object(json!({ "own": maybe_text(), "open": yes_or_no(), "moved": instants(), "peers": list_of(object(peer)) }))
}
