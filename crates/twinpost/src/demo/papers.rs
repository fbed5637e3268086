//! The papers of a demonstration: found where the script drafted them, given out, carried, and signed on the other side,
//! by the same functions as the pages, the command line and the courier use.

use std::collections::BTreeMap;
use std::sync::Arc;

use desk::document::{ReleaseOrder, Saying, ShareOrder, TakeOverOrder};
use desk::keys::{By, Passphrase, PostSealer, ungrouped};
use desk::road::PostName;
use desk::{Act, Desk, Filter, Order, Row};
use domain::contact::document::{DocumentCommand, DocumentKind, SaidKind};
use domain::{OfficerId, RecordId};
use jiff::ToSpan;
use serde_json::{Value, json};

use super::course::Played;
use super::keys::{Keys, SIGNING_PASSPHRASE};
use crate::stop::{Outcome, Stop};

/// For how many hours an offer is open.
const OPEN_HOURS: i32 = 14 * 24;
/// How many documents are looked at.
const ROWS: u32 = 500;
/// How many times pouches go to and fro at most before nothing new comes.
const ROUNDS: usize = 20;

/// A paper at one of the posts, with the commander who signs it there.
#[derive(Clone, Debug)]
pub struct Paper {
    /// Who signs it.
    pub officer: OfficerId,
    /// The record.
    pub record: RecordId,
    /// The record as it stood when it was looked for.
    pub row: Row,
}

/// A post with its keys.
#[derive(Clone, Copy)]
pub struct Half<'p> {
    /// The post.
    pub played: &'p Played,
    /// Its keys.
    pub keys: &'p Keys,
}

impl<'p> Half<'p> {
    /// The post, where it has keys.
    pub fn of(played: &'p Played) -> Outcome<Self> {
        let keys = played.keys.as_ref().ok_or_else(|| Stop::Failed("a post has no keys".to_owned()))?;
        Ok(Self { played, keys })
    }

    /// Lets this post meet another one, with the code that the other one's people would read over the telephone.
    pub fn meets(&self, other: &Self) -> Outcome {
        let desk = &other.played.desk;
        let introduction = desk.introduce(&*other.sealer()?, None, None)?;
        let code = desk.look_at_introduction(&introduction)?.code;
        self.played.desk.meet(By::Console, &introduction, &code)?;
        Ok(())
    }

    /// The draft of a kind that the script wrote first.
    pub fn drafted(&self, kind: DocumentKind) -> Outcome<Option<Paper>> {
        let is_it = |row: &Row| row.status == "draft" && text(row, "kind") == kind.code();
        Ok(self.papers(is_it)?.into_iter().next())
    }

    /// The paper here that has this digest.
    pub fn of_digest(&self, digest: &str) -> Outcome<Option<Paper>> {
        Ok(self.papers(|row| text(row, "document") == digest)?.into_iter().next())
    }

    /// The papers of one kind or another, the oldest first, each with the commander of its unit, else of one above it.
    fn papers(&self, is_it: impl Fn(&Row) -> bool) -> Outcome<Vec<Paper>> {
        let filter = Filter { nouns: vec!["document".to_owned()], order: Order::Begun, ..Filter::default() };
        let mut found: BTreeMap<String, Paper> = BTreeMap::new();
        let mut order = Vec::new();
        for (officer, unit) in &self.keys.signers {
            for row in self.played.desk.rows(officer, &filter, ROWS)?.into_iter().filter(|row| is_it(row)) {
                let known = found.get(&row.id);
                if known.is_some() && row.unit != *unit {
                    continue;
                }
                if known.is_none() {
                    order.push(row.id.clone());
                }
                let record = row.record_id().map_err(|fault| Stop::Failed(fault.to_string()))?;
                found.insert(row.id.clone(), Paper { officer: officer.clone(), record, row });
            }
        }
        Ok(order.into_iter().filter_map(|id| found.remove(&id)).collect())
    }

    /// Gives a paper out to another post, after looking at what would leave; gives its digest.
    pub fn give_out(&self, paper: &Paper, to: &PostName) -> Outcome<String> {
        let desk = &self.played.desk;
        let preview = desk.preview_release(&paper.officer, &paper.record)?;
        let seen = ungrouped(&preview.seen).ok_or_else(|| Stop::Failed("the preview shows no digest".to_owned()))?;
        let until = desk.now().checked_add(OPEN_HOURS.hours()).map_err(|fault| Stop::Failed(fault.to_string()))?;
        let order = ReleaseOrder {
            act: desk.fresh_act(),
            record: paper.record.clone(),
            version: preview.version,
            seen,
            post: to.clone(),
            until: Some(until),
        };
        desk.release(&paper.officer, &Passphrase::new(SIGNING_PASSPHRASE), &order)?;
        Ok(text(&self.now(paper)?, "document"))
    }

    /// Gives a draft as it stands to another post, after looking at what would leave.
    fn share(&self, paper: &Paper, to: &PostName) -> Outcome {
        let desk = &self.played.desk;
        let preview = desk.preview_release(&paper.officer, &paper.record)?;
        let seen = ungrouped(&preview.seen).ok_or_else(|| Stop::Failed("the preview shows no digest".to_owned()))?;
        let (act, version) = (desk.fresh_act(), preview.version);
        let order = ShareOrder { act, record: paper.record.clone(), version, seen, post: to.clone() };
        desk.share(&paper.officer, &Passphrase::new(SIGNING_PASSPHRASE), &order)?;
        Ok(())
    }

    /// Takes a draft that came over, and writes it anew with other words.
    fn reword(&self, paper: &Paper, words: &[[String; 2]]) -> Outcome {
        let desk = &self.played.desk;
        let compared = desk.compare(&paper.officer, &paper.record, None)?;
        let (act, draft) = (desk.fresh_act(), compared.draft.document);
        let order = TakeOverOrder { act, record: paper.record.clone(), version: compared.version, draft };
        desk.take_over(&paper.officer, &order)?;
        let mut content = compared.comparison.merged;
        for text in &mut content.texts {
            text.text = words.iter().fold(text.text.clone(), |told, [from, to]| told.replace(from.as_str(), to));
        }
        act_on(desk, paper, json!(DocumentCommand::Amend { content, matters: None }))
    }

    /// Signs a paper that came.
    pub fn sign(&self, paper: &Paper) -> Outcome {
        let (desk, version) = (&self.played.desk, self.now(paper)?.version);
        let (act, record) = (desk.fresh_act(), paper.record.clone());
        let saying = Saying { act, record, version, kind: SaidKind::Sign, words: Vec::new() };
        desk.say(&paper.officer, &Passphrase::new(SIGNING_PASSPHRASE), &saying)?;
        Ok(())
    }

    /// The record of a paper as it stands.
    pub fn now(&self, paper: &Paper) -> Outcome<Row> {
        Ok(self.played.desk.record(&paper.officer, "document", paper.record.as_str())?.row)
    }

    /// The keys of the post, open.
    pub fn sealer(&self) -> Outcome<Arc<PostSealer>> {
        self.played.desk.sealer().ok_or_else(|| Stop::Failed("the keys of a post are not open".to_owned()))
    }

    /// Hands a pouch over to another post; true when it brought something new.
    fn hand_over(&self, other: &Self) -> Outcome<bool> {
        let packed = self.played.desk.pack(&*self.sealer()?, &other.keys.name)?;
        self.played.desk.note_sent(&other.keys.name, &packed)?;
        let taken = other.played.desk.take_in(&*other.sealer()?, &packed)?;
        Ok(taken.entries + taken.openings > 0 || taken.held.is_some())
    }
}

/// Carries pouches to and fro until neither brings anything new.
pub fn carry(one: Half<'_>, other: Half<'_>) -> Outcome {
    for _ in 0..ROUNDS {
        let there = one.hand_over(&other)?;
        let back = other.hand_over(&one)?;
        if !there && !back {
            return Ok(());
        }
    }
    Err(Stop::Failed("pouches go on bringing things".to_owned()))
}

/// What the quarter leaves between the two: minutes that both have signed, a patrol record that waits for the
/// neighbour's signature, and a record at a marker that both draft, which came back in other words.
pub fn exchange(own: &Played, neighbour: &Played, rewording: &[[String; 2]]) -> Outcome {
    let (own, neighbour) = (Half::of(own)?, Half::of(neighbour)?);
    own.meets(&neighbour)?;
    neighbour.meets(&own)?;
    if let Some(minutes) = own.drafted(DocumentKind::Minutes)? {
        let digest = own.give_out(&minutes, &neighbour.keys.name)?;
        carry(own, neighbour)?;
        let there = neighbour.of_digest(&digest)?;
        neighbour.sign(&there.ok_or_else(|| Stop::Failed("the minutes have not come".to_owned()))?)?;
    }
    if let Some(record) = own.drafted(DocumentKind::PatrolRecord)? {
        own.give_out(&record, &neighbour.keys.name)?;
    }
    if let Some(record) = own.drafted(DocumentKind::MarkerRecord)? {
        own.share(&record, &neighbour.keys.name)?;
        carry(own, neighbour)?;
        let there = neighbour.drafted(DocumentKind::MarkerRecord)?;
        let there = there.ok_or_else(|| Stop::Failed("the draft has not come".to_owned()))?;
        neighbour.reword(&there, rewording)?;
        neighbour.share(&there, &own.keys.name)?;
    }
    carry(own, neighbour)
}

/// A text of a record's state; empty where it has none of that name.
fn text(row: &Row, name: &str) -> String {
    row.state.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// Gives a command on the record of a paper.
pub fn act_on(desk: &Desk, paper: &Paper, command: Value) -> Outcome {
    let act = Act {
        id: desk.fresh_act(),
        noun: "document".to_owned(),
        record: Some(paper.record.clone()),
        version: None,
        command,
        unit: None,
        happened: None,
        grade: None,
        exercise: false,
    };
    desk.act(&paper.officer, &act).map_err(Stop::of_act)?;
    Ok(())
}
