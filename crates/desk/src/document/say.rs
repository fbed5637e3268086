//! What an officer says of a document that is out: signs it, with a reservation or without, refuses, asks the offer back
//! or lets it go, contests what binds, ends it, or acknowledges what came.

use domain::contact::document::{
    Document as DocumentNoun, DocumentCommand, DocumentState, SaidKind, TextIn, Utterance,
};
use domain::{OfficerId, RecordId};
use journal::{Said, Slot, WORDS_OPENING_LIMIT};

use super::gate::{Drawn, Released};
use super::release::{Found, Signing};
use super::{DocumentError, hash_of, post_of, series_of};
use crate::Desk;
use crate::act::{ActError, Receipt};
use crate::courier::{Logbook, Opened, known, may_say, opened};
use crate::keys::Passphrase;

/// What an officer says of a document.
#[derive(Clone, Debug)]
pub struct Saying {
    /// The key of the request: the same key again gives the first answer again.
    pub act: journal::Id,
    /// The record.
    pub record: RecordId,
    /// The version that the officer looked at.
    pub version: u64,
    /// What.
    pub kind: SaidKind,
    /// In which words: a reservation, a reason, what is contested; language and text. A title that is left out is that
    /// of the document.
    pub words: Vec<TextIn>,
}

impl Desk {
    /// Says it: signs it with the officer's key, stores it in the log for the other post, and records it.
    pub fn say(&self, officer: &OfficerId, pin: &Passphrase, saying: &Saying) -> Result<Receipt, DocumentError> {
        let act = self.act_on(saying.act, &saying.record, Some(saying.version), "say");
        self.signed(officer, pin, act, &saying.record, |signing, found| self.said(signing, found, saying))
    }

    fn said(&self, signing: &Signing<'_>, found: Found, saying: &Saying) -> Result<Receipt, DocumentError> {
        let Signing { tx, act, signer, sealer, now_ms } = *signing;
        let state = &found.state;
        let may = state.may_say(saying.kind, self.now());
        may.map_err(|refusal| ActError::Refused(domain::refused::<DocumentNoun>(&refusal)))?;
        self.fits_key(signer, state, now_ms)?;
        let post = post_of(state.post.as_deref().unwrap_or_default())?;
        known(&tx.view(), &post)?;
        may_say(&tx.view(), &post)?;
        let digest = state.document.as_deref().and_then(hash_of).ok_or(DocumentError::NothingSaid)?;
        // Nobody signs what he cannot read any more.
        if !matches!(opened(&tx.view(), &digest)?, Opened::Here(_)) {
            return Err(DocumentError::NoWords);
        }
        let words = self.words_of(state, &saying.words)?;
        if let Some(words) = &words {
            words.keep(tx)?;
        }
        let digest_of_words = words.as_ref().map(|words| *words.digest());
        let said = statement(state, saying.kind, digest, digest_of_words)?;
        let mut log = Logbook::open(tx, sealer, &post, now_ms)?;
        let place = log.say(signer, said)?;
        let origin = log.origin().to_string();
        log.close()?;
        let statement = Utterance {
            words: words.as_ref().map(|words| super::gate::texts_of(words.document())).unwrap_or_default(),
            ..self.utterance(signer, saying.kind, origin, place, now_ms)
        };
        let (record, series) = (found.grant.record.clone(), state.series.as_deref().and_then(series_of));
        let receipt = self.record_document(tx, found, act, &DocumentCommand::Say { statement })?;
        if let Some(series) = series {
            self.stand(tx, &series)?;
        }
        let row = tx.view().record(record.as_str())?.ok_or(ActError::NotFound)?;
        Ok(Receipt { version: row.version, ..receipt })
    }

    /// The words as a document of their own; none where nothing was written.
    fn words_of(&self, state: &DocumentState, words: &[TextIn]) -> Result<Option<Released>, DocumentError> {
        let titles = state.content.title();
        let titled = |text: &TextIn| TextIn {
            title: match text.title.trim() {
                "" => titles.pick(&text.language).1.to_owned(),
                title => title.to_owned(),
            },
            ..text.clone()
        };
        let words: Vec<TextIn> = words.iter().filter(|text| !text.text.trim().is_empty()).map(titled).collect();
        if words.is_empty() {
            return Ok(None);
        }
        let drawn = Drawn::words(self.own().as_str(), &words)?.pass(self, None)?;
        if drawn.size() > WORDS_OPENING_LIMIT {
            return Err(ActError::Bad(format!("words: they have more than {WORDS_OPENING_LIMIT} bytes")).into());
        }
        Ok(Some(drawn))
    }
}

fn statement(
    state: &DocumentState,
    kind: SaidKind,
    document: journal::Hash,
    words: Option<journal::Hash>,
) -> Result<Said, DocumentError> {
    let slot = || {
        let series = state.series.as_deref().and_then(series_of).ok_or(DocumentError::NothingSaid)?;
        let revision = state.revision.ok_or(DocumentError::NothingSaid)?;
        Ok::<_, DocumentError>(Slot { series, revision, document })
    };
    let needed = || {
        let refusal = domain::contact::document::DocumentRefusal::NeedsWords;
        words.ok_or_else(|| DocumentError::from(ActError::Refused(domain::refused::<DocumentNoun>(&refusal))))
    };
    Ok(match kind {
        SaidKind::Sign => Said::Sign { slot: slot()?, words },
        SaidKind::Refuse => Said::Refuse { slot: slot()?, words: needed()? },
        SaidKind::Withdraw => Said::Withdraw { slot: slot()? },
        SaidKind::LetGo => Said::LetGo { slot: slot()? },
        SaidKind::Contest => Said::Contest { slot: slot()?, words: needed()? },
        SaidKind::Terminate => Said::Terminate { slot: slot()? },
        SaidKind::Acknowledge => Said::Acknowledge { document },
        SaidKind::Draft | SaidKind::Propose | SaidKind::Issue => return Err(DocumentError::NotSaid(kind)),
    })
}
