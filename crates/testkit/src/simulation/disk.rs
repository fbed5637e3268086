//! A disk that fails: a program ends before or after something is stored, or there is no room for a while. Each time
//! both ways are tried, that what was being stored did not land, and that it landed and nobody learnt it.

use std::sync::{Mutex, PoisonError};

use store::{Landing, Medium};

use crate::Seeded;

/// The disk of one post.
#[derive(Default)]
pub(crate) struct Disk(Mutex<State>);

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// Everything is stored.
    #[default]
    Well,
    /// The program ends when so many more things were stored; the last one lands or does not.
    Ends { after: usize, lands: bool },
    /// The program has ended.
    Ended,
    /// There is no room.
    Full,
    /// One thing lands and its writer learns that it did not.
    Unheard,
}

impl Disk {
    /// Lets something happen to a disk that is well; what, in words.
    pub fn strike(&self, chance: &Seeded) -> &'static str {
        let (state, what) = match chance.below(5) {
            0 | 1 => (State::Ends { after: chance.below(3), lands: false }, "ends before it lands"),
            2 | 3 => (State::Ends { after: chance.below(3), lands: true }, "ends after it landed"),
            4 if chance.below(2) == 0 => (State::Full, "disk full"),
            _ => (State::Unheard, "lands unheard"),
        };
        let mut now = self.state();
        if *now == State::Well {
            *now = state;
        }
        what
    }

    /// Whether something is wrong with it, or about to be.
    pub fn is_struck(&self) -> bool {
        *self.state() != State::Well
    }

    /// Whether nothing is stored any more until the program begins again.
    pub fn has_ended(&self) -> bool {
        *self.state() == State::Ended
    }

    /// All is well again.
    pub fn mend(&self) {
        *self.state() = State::Well;
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Medium for Disk {
    fn next(&self) -> Landing {
        let mut state = self.state();
        let (landing, next) = match *state {
            State::Well => (Landing::Lands, State::Well),
            State::Ends { after: 0, lands: true } => (Landing::LandsUnheard, State::Ended),
            State::Ends { after: 0, lands: false } => (Landing::Fails, State::Ended),
            State::Ends { after, lands } => (Landing::Lands, State::Ends { after: after - 1, lands }),
            State::Ended => (Landing::Fails, State::Ended),
            State::Full => (Landing::Fails, State::Full),
            State::Unheard => (Landing::LandsUnheard, State::Well),
        };
        *state = next;
        landing
    }
}
