//! Drafts that go to and fro: an own one is given to the other side as it stands, one that came is laid beside the own
//! text and taken over. A draft binds nobody, and it leaves through the same gate as everything else.

use domain::contact::document::{
    Between, Change, Compared, Comparison, Content, Document as DocumentNoun, DocumentCommand, DocumentState, Line,
    Round, SaidKind, SignerNamed, compare, merge,
};
use domain::{Attached, OfficerId, RecordId, Right, SideId};
use journal::{Document, Hash, PostName, Said, hex};
use serde::Serialize;
use serde_json::Value;
use store::{Failure, Row, Transaction, View};

use super::gate::texts_of;
use super::release::{Found, Leaving, Signing, in_version, state_of};
use super::{DocumentError, hash_of, series_of};
use crate::Desk;
use crate::act::{ActError, Receipt};
use crate::courier::{Logbook, Opened, opened};
use crate::keys::Passphrase;

/// What stands for the name of a line that has none.
const NAMELESS: &str = "—";

/// What an officer orders when he gives a draft to the other side.
#[derive(Clone, Debug)]
pub struct ShareOrder {
    /// The key of the request: the same key again gives the first answer again.
    pub act: journal::Id,
    /// The record.
    pub record: RecordId,
    /// The version that the officer looked at.
    pub version: u64,
    /// What the officer was shown ([`super::Preview::seen`]).
    pub seen: Hash,
    /// The post of the other side.
    pub post: PostName,
}

/// What an officer orders when he takes a draft of the other side over into the own one.
#[derive(Clone, Debug)]
pub struct TakeOverOrder {
    /// The key of the request: the same key again gives the first answer again.
    pub act: journal::Id,
    /// The record.
    pub record: RecordId,
    /// The version that the officer looked at.
    pub version: u64,
    /// The digest of the draft that came.
    pub draft: String,
}

/// The own draft and one of the other side beside one another.
#[derive(Clone, Debug, Serialize)]
pub struct ComparisonView {
    /// The record's version.
    pub version: u64,
    /// The draft of the other side.
    pub draft: Round,
    /// The digest of the draft from which both were made; none where they began apart or its words are not here.
    pub base: Option<String>,
    /// True where this officer may take it over now.
    pub may_take_over: bool,
    /// How many parts the other side changed, and how many both did.
    pub changed: [usize; 2],
    /// The parts and what taking over would make of them.
    #[serde(flatten)]
    pub comparison: Comparison,
}

impl ComparisonView {
    /// The parts in which the two differ.
    pub fn differing(&self) -> impl Iterator<Item = &Compared> {
        self.comparison.parts.iter().filter(|one| one.change != Change::Same)
    }
}

impl Desk {
    /// Gives the draft as it stands to the other side: signs it as a draft with the officer's key and stores it in the
    /// log for the other post. The next pouch carries it.
    pub fn share(&self, officer: &OfficerId, pin: &Passphrase, order: &ShareOrder) -> Result<Receipt, DocumentError> {
        let act = self.act_on(order.act, &order.record, Some(order.version), "share");
        self.signed(officer, pin, act, &order.record, |signing, found| self.shared(signing, found, order))
    }

    fn shared(&self, signing: &Signing<'_>, found: Found, order: &ShareOrder) -> Result<Receipt, DocumentError> {
        let Signing { tx, act, signer, sealer, now_ms } = *signing;
        let leaving = self.leaving(signing, &found, (&order.post, &order.seen), DocumentState::may_share)?;
        let Leaving { drawn, revision, series } = leaving;
        let series = series.unwrap_or_else(|| self.fresh_act());
        let released = drawn.pass(self, Some(series))?;
        released.keep(tx)?;
        let document = *released.digest();
        let parents = found.state.parents();
        let said = Said::Draft { series, document, parents: parents.iter().filter_map(|one| hash_of(one)).collect() };
        let mut log = Logbook::open(tx, sealer, &order.post, now_ms)?;
        let place = log.say(signer, said)?;
        let statement = self.utterance(signer, SaidKind::Draft, log.origin().to_string(), place, now_ms);
        log.close()?;
        tx.keep_document_record(&document, order.record.as_str())?;
        let (document, series, post) = (hex(&document), hex(&series), order.post.to_string());
        let command = DocumentCommand::Share { document, series, revision, post, parents, statement };
        self.record_document(tx, found, act, &command)
    }

    /// Lays the own draft and one of the other side beside one another: the one with this digest, else the latest.
    pub fn compare(
        &self,
        officer: &OfficerId,
        record: &RecordId,
        draft: Option<&str>,
    ) -> Result<ComparisonView, DocumentError> {
        let (found, texts) = self.store.read(|view| {
            let found = self.found_document(view, officer, record, Right::Read)?;
            let texts = Texts::of(view, &found.state, draft)?;
            Ok::<_, DocumentError>((found, texts))
        })?;
        let Found { who, row, state, .. } = &found;
        let Texts { draft, base, own, other } = texts;
        let between = Between { own: self.own(), other: &state.other_side };
        let comparison = compare(between, base.as_ref().map(|(_, content)| content), &own, &other);
        let count = |change: Change| comparison.parts.iter().filter(|one| one.change == change).count();
        Ok(ComparisonView {
            version: row.version,
            draft,
            base: base.map(|(digest, _)| digest),
            may_take_over: state.is_draft() && who.may(Right::Record, &row.unit, row.grade),
            changed: [count(Change::Other), count(Change::Both) + count(Change::BothOwn)],
            comparison,
        })
    }

    /// Takes a draft of the other side over: what only it changed stands in the own draft, what both changed stands there
    /// in brackets until they have agreed. No words are marked here: others wait to write.
    pub fn take_over(&self, officer: &OfficerId, order: &TakeOverOrder) -> Result<Receipt, DocumentError> {
        let act = self.act_on(order.act, &order.record, Some(order.version), "take-over");
        if let Some(answer) = self.answered_before(officer, &act)? {
            return Ok(answer);
        }
        let done = self.store.write(|tx| {
            let found = self.found_document(&tx.view(), officer, &order.record, Right::Record)?;
            in_version(order.version, &found.row)?;
            let Texts { base, own, other, .. } = Texts::of(&tx.view(), &found.state, Some(&order.draft))?;
            let between = Between { own: self.own(), other: &found.state.other_side };
            let mut content = merge(between, base.as_ref().map(|(_, content)| content), &own, &other);
            self.leave_files(tx, &found, &mut content)?;
            let command = DocumentCommand::TakeOver { document: order.draft.clone(), content };
            self.record_document(tx, found, &act, &command)
        });
        self.traced(officer, &act, done)
    }

    /// Files of the other side that are not here stay with the other side: nobody gives out what he cannot show.
    fn leave_files(&self, tx: &Transaction<'_>, found: &Found, content: &mut Content) -> Result<(), Failure> {
        let mut kept = Vec::new();
        for file in std::mem::take(&mut content.attachments) {
            let is_own = found.state.content.attachments.contains(&file);
            if is_own || self.has_file(tx, &found.who, &file)? {
                kept.push(file);
            }
        }
        content.attachments = kept;
        Ok(())
    }
}

/// The draft of the other side, the one with this digest or else the latest, or its offer, that can be laid beside the own
/// text now: page, interface and command line offer and show by this.
pub(super) fn comparable(state: &DocumentState, draft: Option<&str>) -> Result<Round, DocumentError> {
    let offer = state.offer_of_other().filter(|offer| draft.is_none_or(|draft| draft == *offer));
    let round = match (offer, draft) {
        (Some(offer), _) => Some(Round {
            side: state.other_side.clone(),
            document: offer.to_owned(),
            parents: Vec::new(),
            taken: false,
        }),
        (None, Some(draft)) => state.round(draft).filter(|round| round.side == state.other_side).cloned(),
        (None, None) => state.latest_of_other().cloned(),
    };
    let round = round.ok_or(DocumentError::NoDraft)?;
    let refused = |refusal| ActError::Refused(domain::refused::<DocumentNoun>(&refusal));
    state.may_compare().map_err(refused)?;
    Ok(round)
}

/// The texts that are laid beside one another.
struct Texts {
    /// The draft of the other side.
    draft: Round,
    /// The draft from which both were made, with its digest; none where they began apart or its words are not here.
    base: Option<(String, Content)>,
    own: Content,
    other: Content,
}

impl Texts {
    fn of(view: &View<'_>, state: &DocumentState, draft: Option<&str>) -> Result<Self, DocumentError> {
        let draft = comparable(state, draft)?;
        let other = words_of(view, &draft.document)?.ok_or(DocumentError::NoWords)?;
        // An offer names no drafts: the other side has made it knowing the last one that it got from here.
        let last_own = || state.rounds.iter().rfind(|round| round.side != state.other_side);
        let is_offer = state.offer_of_other() == Some(draft.document.as_str());
        let base = if is_offer { last_own() } else { state.common_before(&draft.document) };
        let base = match base {
            Some(base) => words_of(view, &base.document)?.map(|content| (base.document.clone(), content)),
            None => None,
        };
        // Of a paper that is out, or came, the record has only titles: what both sides see of it is compared. Titles that
        // the other side wrote are no own words either.
        let out = state.document.as_deref().map(|digest| words_of(view, digest)).transpose()?.flatten();
        let own = match state.own_text.clone().or(out) {
            Some(own) => own,
            None if state.content.has_no_words() => Content::default(),
            None => state.content.clone(),
        };
        Ok(Self { draft, base, own, other })
    }
}

/// What a document says, as a record writes it; none where its words are not here.
pub(super) fn words_of(view: &View<'_>, digest: &str) -> Result<Option<Content>, Failure> {
    let Some(digest) = hash_of(digest) else { return Ok(None) };
    Ok(match opened(view, &digest)? {
        Opened::Here(document) => Some(content_whole(&document)),
        Opened::Erased | Opened::Missing => None,
    })
}

/// A document as the content of a record: the other way round than the gate. Another program may have written it, so
/// what a record has no field for becomes a line with a name, and nothing that a side wrote is left out.
fn content_whole(document: &Document) -> Content {
    let data = journal::value_of(document.data.clone()).unwrap_or_default();
    let mut content = Content { texts: texts_of(document), ..Content::default() };
    for (name, value) in data.as_object().into_iter().flatten() {
        match (name.as_str(), value, value.as_str().and_then(|day| day.parse().ok())) {
            ("place", Value::String(place), _) => content.place = Some(place.clone()),
            ("held-on", _, Some(day)) => content.held_on = Some(day),
            ("facts", Value::Array(facts), _) => content.facts.extend(facts.iter().map(fact)),
            ("exercise", Value::Bool(_), _) => {}
            (name, value, _) => content.facts.push(Line { name: name.to_owned(), value: plain(value) }),
        }
    }
    let signer = |signer: &journal::Signer| {
        let side = SideId::parse(&signer.side).ok()?;
        Some(SignerNamed { side, name: signer.name.clone(), office: signer.office.clone() })
    };
    let file = |file: &journal::Attachment| Attached {
        name: file.name.clone(),
        media_type: file.media_type.clone(),
        size: file.size,
        sha256: hex(&file.sha256),
    };
    content.signers = document.signers.iter().filter_map(signer).collect();
    content.attachments = document.attachments.iter().map(file).collect();
    content
}

/// A line of a document, with whatever further fields it has behind its value.
fn fact(fact: &Value) -> Line {
    let of = |name: &str| fact.get(name).map(plain);
    let (name, value) = (of("name").filter(|name| !name.is_empty()), of("value"));
    if !fact.is_object() {
        return Line { name: NAMELESS.to_owned(), value: plain(fact) };
    }
    let further = fact.as_object().into_iter().flatten().filter(|(name, _)| !matches!(name.as_str(), "name" | "value"));
    let further = further.map(|(name, value)| format!("({name}: {})", plain(value)));
    let value: Vec<String> = value.into_iter().chain(further).collect();
    Line { name: name.unwrap_or_else(|| NAMELESS.to_owned()), value: value.join(" ") }
}

/// A value as people write it.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The record of what both draft in one place of a series with one post: the one that is still a draft, else the latest.
pub(super) fn drafted(
    view: &View<'_>,
    peer: &PostName,
    document: &Document,
) -> Result<Option<(Row, DocumentState)>, Failure> {
    let Some((series, revision)) = document.head.joint else { return Ok(None) };
    let peer = peer.to_string();
    let mut found: Option<(Row, DocumentState)> = None;
    for statement in view.statements_of_series(&series)? {
        let Some(record) = statement.document.map(|digest| view.record_of_document(&digest)).transpose()?.flatten()
        else {
            continue;
        };
        if found.as_ref().is_some_and(|(row, _)| row.id == record) {
            continue;
        }
        let Some(row) = view.record(&record)? else { continue };
        let state = state_of(&row)?;
        let is_place = state.revision == Some(revision) && state.series.as_deref().and_then(series_of) == Some(series);
        let is_its = is_place && state.kind.code() == document.head.kind && state.post.as_deref() == Some(&peer);
        let is_better = found.as_ref().is_none_or(|(_, before)| !before.is_draft());
        if is_its && !state.rounds.is_empty() && is_better {
            found = Some((row, state));
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use journal::item_of;
    use serde_json::json;

    use super::*;

    #[test]
    fn what_another_program_wrote_is_compared_whole() {
        let data = json!({
            "exercise": true,
            "facts": [
                { "name": "Length", "value": 5, "unit": "km" }, { "name": "Marker", "value": "23" },
                { "value": true }, "words", { "name": "Days", "value": [1, 2] },
            ],
            "held-on": "2026-02-30", "place": "Gate", "weather": "rain",
        });
        let document = Document {
            seed: [0; 16],
            head: journal::DocumentHead::default(),
            texts: Vec::new(),
            data: item_of(&data, 0).unwrap(),
            attachments: Vec::new(),
            signers: Vec::new(),
        };
        let content = content_whole(&document);
        assert_eq!((content.place.as_deref(), content.held_on), (Some("Gate"), None));
        let told: Vec<_> = content.facts.iter().map(|line| (line.name.as_str(), line.value.as_str())).collect();
        let expected = [
            ("Length", "5 (unit: km)"),
            ("Marker", "23"),
            ("—", "true"),
            ("—", "words"),
            ("Days", "[1,2]"),
            ("held-on", "2026-02-30"),
            ("weather", "rain"),
        ];
        assert_eq!(told, expected);
    }
}
