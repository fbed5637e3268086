//! Turns: whoever wants to write waits behind those who came before, so that long work in many small steps lets
//! everybody else in between two of them.

use std::sync::{Condvar, Mutex};

use crate::open::held;

/// The turns of those who write, in the order in which they came.
#[derive(Default)]
pub(crate) struct Turns {
    numbers: Mutex<Numbers>,
    moved: Condvar,
}

#[derive(Default)]
struct Numbers {
    next: u64,
    served: u64,
}

/// A turn to write; the next one's begins when it goes.
pub(crate) struct Turn<'a>(&'a Turns);

impl Turns {
    /// Waits until everybody who came before is done.
    pub fn take(&self) -> Turn<'_> {
        let mut numbers = held(&self.numbers);
        let own = numbers.next;
        numbers.next += 1;
        while numbers.served != own {
            numbers = self.moved.wait(numbers).unwrap_or_else(std::sync::PoisonError::into_inner);
        }
        Turn(self)
    }

    /// How many have a turn or wait for one.
    pub fn count(&self) -> u64 {
        let numbers = held(&self.numbers);
        numbers.next - numbers.served
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        held(&self.0.numbers).served += 1;
        self.0.moved.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_comes_back_waits_behind_those_who_came_meanwhile() {
        let (turns, order) = (Turns::default(), Mutex::new(Vec::new()));
        let note = |who: &'static str| order.lock().unwrap().push(who);
        std::thread::scope(|scope| {
            let first = turns.take();
            scope.spawn(|| {
                let _turn = turns.take();
                note("the other");
            });
            while turns.count() < 2 {
                std::thread::yield_now();
            }
            drop(first);
            let _again = turns.take();
            note("the first again");
        });
        assert_eq!(*order.lock().unwrap(), ["the other", "the first again"]);
        assert_eq!(turns.count(), 0);
    }
}
