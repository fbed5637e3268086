//! Reading a table from a file that nobody has vouched for: a spreadsheet or values separated by a character.
//!
//! The bytes are read by a child process that may do nothing but read them and tell what it found, row by row; the
//! parent takes its word for nothing and ends it when it takes too long. A file that cannot be read is a
//! [`TableRefusal`] that says why; a cell that cannot be read is a [`Cell::Broken`] at its place.

mod child;
mod confine;
mod encoding;
mod frame;
mod limits;
mod program;
mod separated;
mod spreadsheet;
mod vietnamese;
mod xml;

pub use child::{read_table, serve_table};
pub use encoding::Encoding;
pub use frame::{Broken, Cell, Frame, FrameReader, TableEnd, TableHead, TableRefusal, TableRow, Unreadable};
pub use limits::Limits;
pub use program::{ReadFile, ReaderProgram, TableFault, TableReader};

pub(crate) use vietnamese::composed;

use serde::{Deserialize, Serialize};

/// How a table is to be read; what is not said is found out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TableOptions {
    /// How bytes become letters; in a spreadsheet, the font encoding its letters were typed in.
    pub encoding: Option<Encoding>,
    /// The sheet of a spreadsheet; the first one that is not hidden where none is named.
    pub sheet: Option<String>,
    /// The character between values: a comma, a semicolon or a tab.
    pub separator: Option<char>,
}
