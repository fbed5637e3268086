//! Search over every kind of record within what may be seen: words, names, numbers, markers and dates in five languages.
//!
//! Text is broken by the program into tokens (`tokens`, `dates`), kept by compartment (`compartment`, `document`), asked
//! for by the same tokens (`query`, `vocabulary`, `expression`), found (`find`, `effort`) and marked where it is shown (`marks`).

pub(crate) mod compartment;
mod dates;
pub(crate) mod document;
mod effort;
mod expression;
mod find;
mod marks;
mod query;
mod tokens;
mod vocabulary;

pub use compartment::SUPERIOR;
pub use effort::Effort;
pub use expression::Nearness;
pub use find::{COUNTED, Fewer, Found, Narrowed, Searcher};
pub use marks::Part;
pub use query::Query;
pub use vocabulary::{Meaning, Vocabulary};
