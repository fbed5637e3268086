//! The end of a post of another side: by the word of a person as long as there is only a telephone call, and by what the
//! root of that side has signed. Nothing more is taken from it or said to it; what it signed stays and can be proven.

use domain::organisation::side::SideFact;
use journal::{Introduced, PostName, Revocation};
use store::{GrievanceRow, PeerRow, View};

use super::fault::PeerError;
use crate::courier::met;
use crate::keys::{Asked, By, Request, chain_from, fit_text};
use crate::{Desk, Failure};

/// Why nothing is exchanged: a person said so.
const ENDED: &str = "ended";
/// Why nothing is exchanged: the root said so. The proof is kept under the same word.
const REVOKED: &str = "revoked";

impl Desk {
    /// Ends the exchange with a post because its side said so by telephone. To begin again it is forgotten and met anew.
    pub fn end_peer(&self, by: By<'_>, name: &str, reason: &str) -> Result<(), PeerError> {
        let reason = fit_text(reason)?;
        let post = self.known_post(name)?;
        let fact = SideFact::PeerEnded { post: name.to_owned(), reason };
        self.note_peer(by, &post.side, "end", &fact, |tx| {
            let Some(row) = tx.view().peer(name)? else { return Ok(()) };
            // A code that says more stays.
            let frozen = row.frozen.clone().or_else(|| Some(ENDED.to_owned()));
            tx.keep_peer(&PeerRow { frozen, ..row })
        })
    }

    /// Takes in that the root of its side has ended the keys of a post. It is verified by the roots under which the post
    /// was met; what does not hold changes nothing. The post of these keys is not met again.
    pub fn take_in_end(&self, by: By<'_>, name: &str, request: &Request) -> Result<Revocation, PeerError> {
        let post = self.known_post(name)?;
        let Introduced { introduction, keys, fingerprint, .. } = self.store.read(|view| -> Result<_, Failure> {
            met(view, &post).map(|known| known.introduced).map_err(|error| Failure::Unreadable(error.to_string()))
        })?;
        let Asked::Revocation(_) = request.asked() else { return Err(crate::keys::KeyError::NoPaper.into()) };
        let (_, root) = chain_from(&post.side, &introduction.roots, request.roots().to_vec(), fingerprint)?;
        let end = Revocation::verify(request.envelope(), &root, "revocation")?;
        if end.post != post || end.log != keys.log {
            return Err(PeerError::OtherKeys(name.to_owned()));
        }
        let fact = SideFact::PeerEnded { post: name.to_owned(), reason: end.reason.clone() };
        let (bytes, came_ms) = (request.envelope().to_bytes(), self.now_ms());
        self.note_peer(by, &post.side, "end", &fact, |tx| {
            let Some(row) = tx.view().peer(name)? else { return Ok(()) };
            let (peer, code) = (name.to_owned(), REVOKED.to_owned());
            tx.keep_grievance(&GrievanceRow { peer, code, bytes: bytes.clone(), came_ms })?;
            tx.keep_peer(&PeerRow { frozen: Some(REVOKED.to_owned()), ..row })
        })?;
        Ok(end)
    }

    fn known_post(&self, name: &str) -> Result<PostName, PeerError> {
        let missing = || PeerError::NoPeer(name.to_owned());
        let post: PostName = name.parse().map_err(|_| missing())?;
        self.store.read(|view| view.peer(name))?.ok_or_else(missing)?;
        Ok(post)
    }
}

/// Whether the root of its side has ended these keys of a post, as far as it was taken in here.
pub(super) fn is_revoked(view: &View<'_>, name: &str, log: &[u8; 32]) -> Result<bool, Failure> {
    let unreadable = |fault: journal::Fault| Failure::Unreadable(fault.to_string());
    for bytes in view.grievances_against(name, REVOKED)? {
        let envelope = journal::Envelope::from_bytes(&bytes, REVOKED).map_err(unreadable)?;
        if Revocation::read(&envelope, REVOKED).map_err(unreadable)?.log == *log {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What keeps a post that is met anew from being exchanged with: not that its earlier keys were ended by its root.
pub(super) fn still_frozen(before: &PeerRow) -> Option<String> {
    before.frozen.clone().filter(|code| code != REVOKED)
}
