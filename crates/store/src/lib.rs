//! Where everything is kept: the journal of what happened, and tables made from it that can be made again.
//!
//! The store knows no nouns. A record is one row with its folded state and the columns every list needs; links,
//! figures and searchable text have one table each. Only this crate writes SQL.

mod access;
mod channel;
mod files;
mod filter;
mod fold;
mod imports;
mod open;
mod readback;
mod regain;
mod row;
mod search;
mod statements;
mod turn;
mod view;

pub use access::{
    Access, Credential, Invitation, KeptFile, KeptKey, KeyChange, Opener, OpenerKind, Preferences, SessionRow, Upload,
};
pub use channel::{CheckpointRow, OpeningRow, PeerRow};
pub use files::{FilePart, Files};
pub use filter::{Filter, Order, Scope};
pub use fold::figures;
pub use imports::{Called, Naming, Touched};
pub use open::{Failure, KeptBy, Landing, Medium, SQLITE_FLOOR, Store, Transaction};
pub use readback::Indexed;
pub use regain::{AskRow, Renewal, SeatRow, ShownRow};
pub use row::{FigureRow, LinkRow, Row, StoredEntry};
pub use search::{
    COUNTED, Effort, Fewer, Found, Meaning, Narrowed, Nearness, Part, Query, SUPERIOR, Searcher, Vocabulary,
};
pub use statements::{Awaited, CertificateRow, GrievanceRow, RoadRow, StatementRow, StatementState};
pub use view::View;
