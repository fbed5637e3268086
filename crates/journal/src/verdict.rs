//! A verdict as JSON, in the form of `docs/formats/evidence.md`, section 7.1.

use serde_json::{Map, Value, json};

use crate::bundle::{Utterance, Verdict};
use crate::canonical::value_of;
use crate::document::Text;
use crate::fault::Fault;
use crate::hex;

/// A verdict or a fault as JSON.
pub fn verdict_json(verdict: &Result<Verdict, Fault>) -> Value {
    match verdict {
        Ok(verdict) => verdict.to_json(),
        Err(fault) => json!({ "verdict": "bad", "code": fault.code.as_str(), "place": fault.place }),
    }
}

impl Verdict {
    fn to_json(&self) -> Value {
        let document = &self.document;
        let head = &document.head;
        let attachments = document.attachments.iter().map(
            |one| json!({ "name": one.name, "type": one.media_type, "size": one.size, "sha256": hex(&one.sha256) }),
        );
        let signers =
            document.signers.iter().map(|one| json!({ "side": one.side, "name": one.name, "office": one.office }));
        let roots: Map<_, _> = self.roots.iter().map(|(side, hash)| (side.clone(), Value::from(hex(hash)))).collect();
        json!({
            "verdict": self.standing,
            "document": hex(&self.digest),
            "kind": head.kind,
            "sides": head.sides,
            "languages": head.languages,
            "series": head.joint.map(|(series, _)| hex(&series)),
            "revision": head.joint.map(|(_, revision)| revision),
            "supersedes": head.supersedes.map(|hash| hex(&hash)),
            "supplements": head.supplements.map(|hash| hex(&hash)),
            "texts": texts_json(&document.texts),
            // A document with byte strings in its data is refused when it is read.
            "data": value_of(document.data.clone()).unwrap_or_default(),
            "attachments": attachments.collect::<Vec<_>>(),
            "signers": signers.collect::<Vec<_>>(),
            "roots": roots,
            "until": self.until_ms,
            "said": self.said.iter().map(Utterance::to_json).collect::<Vec<_>>(),
        })
    }
}

impl Utterance {
    fn to_json(&self) -> Value {
        let held: Vec<Value> = self.held.iter().map(|(post, at)| json!({ "post": post, "at": at })).collect();
        json!({
            "side": self.side,
            "kind": self.kind,
            "officer": self.officer,
            "office": self.office,
            "unit": self.unit,
            "at": self.at_ms,
            "held": held,
            "words": texts_json(&self.words),
        })
    }
}

fn texts_json(texts: &[(String, Text)]) -> Value {
    let text = |text: &Text| json!({ "title": text.title, "paragraphs": text.paragraphs });
    Value::Object(texts.iter().map(|(language, words)| (language.clone(), text(words))).collect())
}
