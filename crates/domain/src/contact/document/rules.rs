//! What must be true of a document before it is drafted and before it goes out.

use super::{Content, Document, DocumentKind, DocumentRefusal, DocumentState};
use crate::contact::referral::Referral;
use crate::contact::talks::{ItemResult, Talks};
use crate::organisation::level::{level_of, may_unit_agree};
use crate::{CounterpartId, DocumentId, MatterId, RecordId, Setting, SideId, deed};

/// Other documents that a document names.
pub(super) struct Named<'d> {
    pub(super) answers: Option<&'d DocumentId>,
    pub(super) supersedes: Option<&'d DocumentId>,
    pub(super) supplements: Option<&'d DocumentId>,
}

/// The other side of a relation that is in force.
pub(super) fn other_side(setting: &Setting<'_>, counterpart: &CounterpartId) -> Result<SideId, DocumentRefusal> {
    let relation = deed::relation(setting, counterpart).ok_or(DocumentRefusal::NoCounterpart)?;
    Ok(relation.other_side)
}

/// The record that a document is about exists, where one is named.
pub(super) fn is_about(setting: &Setting<'_>, about: Option<&RecordId>) -> Result<(), DocumentRefusal> {
    match about.filter(|record| setting.noun_of(record).is_none()) {
        Some(record) => Err(DocumentRefusal::NoRecord { record: record.clone() }),
        None => Ok(()),
    }
}

/// What is said can be said in a document of this kind between these sides.
pub(super) fn fits(content: &Content, kind: DocumentKind, sides: [&SideId; 2]) -> Result<(), DocumentRefusal> {
    has_texts(content)?;
    if let Some(file) = content.attachments.iter().find(|file| !file.has_digest()) {
        return Err(DocumentRefusal::NoDigest { name: file.name.clone() });
    }
    if let Some(stranger) = content.signers.iter().find(|signer| !sides.contains(&&signer.side)) {
        return Err(DocumentRefusal::NotAParty { side: stranger.side.clone() });
    }
    if !kind.is_joint() {
        return Ok(());
    }
    let unsigned = sides.into_iter().find(|side| content.signers.iter().all(|signer| signer.side != **side));
    if let Some(side) = unsigned {
        return Err(DocumentRefusal::NoSigner { side: side.clone() });
    }
    agree(content)
}

fn has_texts(content: &Content) -> Result<(), DocumentRefusal> {
    if content.texts.is_empty() {
        return Err(DocumentRefusal::NoText);
    }
    for (place, text) in content.texts.iter().enumerate() {
        let language = text.language.clone();
        if !text.has_language() {
            return Err(DocumentRefusal::NotALanguage { language });
        }
        if content.texts.iter().take(place).any(|earlier| earlier.language == language) {
            return Err(DocumentRefusal::LanguageTwice { language });
        }
        if text.title.trim().is_empty() || text.paragraphs().is_empty() {
            return Err(DocumentRefusal::EmptyText { language });
        }
    }
    Ok(())
}

/// The texts are compared item by item between languages (domain vocabulary C.3, minutes).
fn agree(content: &Content) -> Result<(), DocumentRefusal> {
    let count = |paragraphs: Vec<String>| u32::try_from(paragraphs.len()).unwrap_or(u32::MAX);
    let mut texts = content.texts.iter().map(|text| (&text.language, count(text.paragraphs())));
    let Some((_, expected)) = texts.next() else { return Err(DocumentRefusal::NoText) };
    match texts.find(|(_, paragraphs)| *paragraphs != expected) {
        Some((language, paragraphs)) => {
            Err(DocumentRefusal::TextsDiffer { language: language.clone(), paragraphs, expected })
        }
        None => Ok(()),
    }
}

/// Where both sides sign, the document says which matters it settles.
pub(super) fn has_matter(kind: DocumentKind, matters: &[MatterId]) -> Result<(), DocumentRefusal> {
    if kind.is_joint() && matters.is_empty() { Err(DocumentRefusal::NoMatter) } else { Ok(()) }
}

/// The documents that are named can be named so.
pub(super) fn may_name(
    setting: &Setting<'_>,
    kind: DocumentKind,
    other: &SideId,
    named: &Named<'_>,
) -> Result<(), DocumentRefusal> {
    if kind.adds_to_another() != named.supplements.is_some() || (named.supersedes.is_some() && !kind.is_joint()) {
        return Err(DocumentRefusal::NotASupplement);
    }
    for document in named.supersedes.into_iter().chain(named.supplements) {
        let found = setting.load::<Document>(&document.0);
        let found = found.filter(DocumentState::is_bound);
        let found = found.ok_or_else(|| DocumentRefusal::NotBound { document: document.clone() })?;
        if found.other_side != *other {
            return Err(DocumentRefusal::OtherSide { document: document.clone() });
        }
    }
    let Some(document) = named.answers else { return Ok(()) };
    match setting.load::<Document>(&document.0) {
        Some(found) if found.other_side != *other => Err(DocumentRefusal::OtherSide { document: document.clone() }),
        Some(found) if !kind.is_joint() && !found.is_own() && !found.kind.is_joint() => Ok(()),
        _ => Err(DocumentRefusal::NotAnswerable { document: document.clone() }),
    }
}

impl DocumentState {
    /// Whether the draft may go out now; the desk asks before an officer signs it.
    pub fn may_release(&self, setting: &Setting<'_>) -> Result<(), DocumentRefusal> {
        if !self.is_draft() {
            return Err(self.not_now());
        }
        let other = other_side(setting, &self.counterpart)?;
        fits(&self.content, self.kind, [&setting.own, &other])?;
        may_name(setting, self.kind, &other, &self.named())?;
        if self.content.is_open() {
            return Err(DocumentRefusal::OpenAlternatives);
        }
        if !self.kind.is_joint() {
            return Ok(());
        }
        has_matter(self.kind, &self.matters)?;
        match self.matters.iter().find(|matter| !self.may_settle(setting, matter)) {
            Some(matter) => {
                let level = level_of(setting, &self.unit).unwrap_or_default();
                Err(DocumentRefusal::BeyondAuthority { matter: matter.clone(), level })
            }
            None => Ok(()),
        }
    }

    /// Whether the draft may go to the other side as a draft, words in brackets and all; it settles nothing.
    pub fn may_share(&self, setting: &Setting<'_>) -> Result<(), DocumentRefusal> {
        if !self.is_draft() || !self.kind.is_joint() {
            return Err(self.not_now());
        }
        let other = other_side(setting, &self.counterpart)?;
        fits(&self.content, self.kind, [&setting.own, &other])?;
        may_name(setting, self.kind, &other, &self.named())?;
        self.has_room_for_draft(&setting.own)
    }

    /// True when the unit may agree to the matter: by its level, because the talks it is about agreed to it under the
    /// same rule, or because the superior answered the referral it is about with leave to agree.
    fn may_settle(&self, setting: &Setting<'_>, matter: &MatterId) -> bool {
        if may_unit_agree(setting, &self.unit, matter) {
            return true;
        }
        let Some(about) = &self.about else { return false };
        let agreed = setting.load::<Talks>(about).is_some_and(|talks| {
            talks.agenda.iter().any(|item| item.matter == *matter && item.result == Some(ItemResult::Agreed))
        });
        let has_leave =
            |referral: &<Referral as crate::Noun>::State| referral.matter == *matter && referral.gives_leave();
        agreed || setting.load::<Referral>(about).as_ref().is_some_and(has_leave)
    }

    pub(super) fn named(&self) -> Named<'_> {
        Named {
            answers: self.answers.as_ref(),
            supersedes: self.supersedes.as_ref(),
            supplements: self.supplements.as_ref(),
        }
    }
}
