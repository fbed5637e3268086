//! What officers do: they draft, look at what would leave, give out, answer, ask back, contest, end, draft in turn; and
//! they repeat what they asked for without learning the answer.

use desk::document::{ReleaseOrder, Saying, ShareOrder, TakeOverOrder};
use domain::RecordId;
use domain::contact::document::{DocumentStage, DocumentState, SaidKind, TextIn};
use jiff::ToSpan;
use serde_json::{Value, json};

use super::member::{Outcome, Request};
use super::witness::INTERNAL;
use super::{Course, Held};

impl Course {
    /// An officer drafts something: half of it is to leave, half of it never does.
    pub(super) fn writes(&mut self, step: usize, at: usize, other: usize) -> Held {
        let number = self.members[at].told.len();
        if self.chance.below(3) == 0 {
            let member = &mut self.members[at];
            let length = 1 + member.internal.below(2_000);
            let secret = format!("{INTERNAL} {:016x} {}", member.internal.next(), "x".repeat(length));
            let content = member.half().content(&secret, &secret);
            let command = draft("minutes", member.half().relation, content, None);
            member.act(None, command);
            self.note(step, format!("{at}: drafts what stays"));
            self.count("drafted to stay");
            return Ok(());
        }
        let kind = *self.chance.pick(&["minutes", "minutes", "letter"]);
        let before = self.bound(at);
        let half = self.members[at].half();
        let content = half.content(&format!("{kind} {at} {number}"), "First.\n\nSecond.");
        let command = draft(kind, half.relation, content, before.filter(|_| kind == "minutes"));
        let Some(record) = self.members[at].act(None, command) else {
            self.note(step, format!("{at}: {kind} was not drafted"));
            return Ok(());
        };
        self.note(step, format!("{at}: drafts {kind} {record}"));
        self.count("drafted");
        if self.chance.below(4) == 0 {
            return Ok(());
        }
        self.gives_out(step, [at, other], &record)
    }

    /// A document that binds, in whose place another may stand.
    fn bound(&mut self, at: usize) -> Option<RecordId> {
        if self.chance.below(6) == 0 {
            return None;
        }
        let papers = self.members[at].papers();
        papers.into_iter().find(|(_, state)| state.stage == DocumentStage::Bound).map(|(record, _)| record)
    }

    fn gives_out(&mut self, step: usize, [at, other]: [usize; 2], record: &RecordId) -> Held {
        let post = self.members[other].half().name.clone();
        let half = self.members[at].half();
        let (desk, until) = (&half.post.desk, *self.chance.pick(&[10_i64, 300, 20_000]));
        let Ok(preview) = desk.preview_release(&half.head, record) else { return Ok(()) };
        let Some(seen) = desk::keys::ungrouped(&preview.seen) else { return Ok(()) };
        let request = Request::Release(ReleaseOrder {
            act: desk.fresh_act(),
            record: record.clone(),
            version: preview.version,
            seen,
            post,
            until: desk.now().checked_add(until.minutes()).ok(),
        });
        self.asks(step, at, "given out", request)
    }

    fn shares(&mut self, step: usize, [at, other]: [usize; 2], record: &RecordId) -> Held {
        let post = self.members[other].half().name.clone();
        let half = self.members[at].half();
        let desk = &half.post.desk;
        let Ok(preview) = desk.preview_release(&half.head, record) else { return Ok(()) };
        let Some(seen) = desk::keys::ungrouped(&preview.seen) else { return Ok(()) };
        let (act, version) = (desk.fresh_act(), preview.version);
        let order = ShareOrder { act, record: record.clone(), version, seen, post };
        self.asks(step, at, "shared", Request::Share(order))
    }

    fn takes_over(&mut self, step: usize, at: usize, record: &RecordId) -> Held {
        let half = self.members[at].half();
        let desk = &half.post.desk;
        let Ok(compared) = desk.compare(&half.head, record, None) else { return Ok(()) };
        let (act, draft) = (desk.fresh_act(), compared.draft.document);
        let order = TakeOverOrder { act, record: record.clone(), version: compared.version, draft };
        if let Ok(receipt) = desk.take_over(&half.head, &order) {
            self.members[at].told.push((receipt.record.clone(), receipt.version));
            self.note(step, format!("{at}: takes over {record}"));
            self.count("taken over");
        }
        Ok(())
    }

    /// Lets the officer sign it, and notes what he was told.
    fn asks(&mut self, step: usize, at: usize, what: &str, request: Request) -> Held {
        let outcome = self.members[at].ask(request);
        let how = match outcome {
            Outcome::Done => {
                self.count(what);
                "done".to_owned()
            }
            Outcome::Broke => "broke".to_owned(),
            Outcome::No(reason) => reason,
        };
        self.note(step, format!("{at}: {what}: {how}"));
        Ok(())
    }

    /// An officer does something about a document that is here, or repeats what he asked for.
    pub(super) fn answers(&mut self, step: usize, at: usize, other: usize) -> Held {
        if !self.members[at].disk.is_struck()
            && let Some(request) = self.members[at].unsure.pop()
        {
            let outcome = self.members[at].ask_again(request);
            let how = match outcome {
                Outcome::Done => "done".to_owned(),
                Outcome::Broke => "broke".to_owned(),
                Outcome::No(reason) => reason,
            };
            self.note(step, format!("{at}: asks again: {how}"));
            self.count("asked again");
            return Ok(());
        }
        let name = self.members[other].half().name.to_string();
        let mut papers = self.members[at].papers();
        papers.retain(|(_, state)| is_between(state, &name));
        if papers.is_empty() {
            return Ok(());
        }
        // What waits for an answer here is answered before anything else is done, mostly.
        let now = self.members[at].half().post.desk.now();
        let waits = |(_, state): &(RecordId, DocumentState)| {
            state.may_say(SaidKind::Sign, now).is_ok() || state.may_say(SaidKind::Acknowledge, now).is_ok()
        };
        if self.chance.below(4) != 0 && papers.iter().any(waits) {
            papers.retain(waits);
        }
        let (record, state) = papers.swap_remove(self.chance.below(papers.len()));
        self.remembers(at, &record, &state);
        if state.is_draft() {
            return match self.chance.below(4) {
                0 => self.gives_out(step, [at, other], &record),
                1 => self.takes_over(step, at, &record),
                2 if state.kind.is_joint() => self.shares(step, [at, other], &record),
                _ => self.rewrites(step, at, &record, &state),
            };
        }
        let may = |kind: &SaidKind| {
            !matches!(kind, SaidKind::Draft | SaidKind::Propose | SaidKind::Issue) && state.may_say(*kind, now).is_ok()
        };
        let kinds: Vec<SaidKind> = SaidKind::ALL.into_iter().filter(may).collect();
        // Signing is what mostly happens.
        let signs = kinds.contains(&SaidKind::Sign) && self.chance.below(3) != 0;
        let kind = match kinds.as_slice() {
            [] => return Ok(()),
            [SaidKind::Withdraw] if self.chance.below(6) != 0 => return Ok(()),
            _ if signs => SaidKind::Sign,
            some => *self.chance.pick(some),
        };
        self.says(step, at, &record, kind)
    }

    /// Keeps the proof of what binds, and what both sides took back.
    fn remembers(&mut self, at: usize, record: &RecordId, state: &DocumentState) {
        let Some(digest) = state.document.as_deref().and_then(desk::keys::ungrouped) else { return };
        match state.stage {
            DocumentStage::Bound if self.witness.proven.len() < 4 => {
                let half = self.members[at].half();
                if let Ok(bytes) = half.post.desk.bundle(&half.head, record) {
                    self.witness.proven.push((digest, bytes));
                }
            }
            DocumentStage::Withdrawn => drop(self.witness.withdrawn.insert(digest)),
            _ => {}
        }
    }

    fn says(&mut self, step: usize, at: usize, record: &RecordId, kind: SaidKind) -> Held {
        let needs = matches!(kind, SaidKind::Refuse | SaidKind::Contest);
        let words = if needs || self.chance.below(5) == 0 && kind == SaidKind::Sign {
            let text = |language: &str| TextIn {
                language: language.to_owned(),
                title: String::new(),
                text: "As said on the day.".to_owned(),
            };
            vec![text("vi"), text("zh")]
        } else {
            Vec::new()
        };
        let half = self.members[at].half();
        let (act, version) = (half.post.desk.fresh_act(), half.version_of(record));
        let saying = Saying { act, record: record.clone(), version, kind, words };
        self.asks(step, at, kind.code(), Request::Say(saying))
    }

    fn rewrites(&mut self, step: usize, at: usize, record: &RecordId, state: &DocumentState) -> Held {
        let half = self.members[at].half();
        let title = state.content.title().pick("vi").1.to_owned();
        let words = format!("First.\n\nWritten anew {}.", self.chance.below(1_000));
        let command =
            json!({ "command": "amend", "content": half.content(&title, &words), "matters": ["law-publicity"] });
        self.members[at].act(Some(record), command);
        self.note(step, format!("{at}: writes {record} anew"));
        Ok(())
    }
}

/// Whether a document is exchanged with that post, or with none yet.
fn is_between(state: &DocumentState, name: &str) -> bool {
    let is_internal = state.content.title().pick("vi").1.contains(INTERNAL);
    !is_internal && state.post.as_deref().is_none_or(|post| post == name)
}

fn draft(kind: &str, relation: &str, content: Value, supersedes: Option<RecordId>) -> Value {
    let matters = if kind == "letter" { json!([]) } else { json!(["law-publicity"]) };
    let mut command =
        json!({ "command": "draft", "kind": kind, "counterpart": relation, "content": content, "matters": matters });
    if let Some(before) = supersedes {
        command["supersedes"] = json!(before.as_str());
    }
    command
}
