//! The one place where things are done: who may, load, decide, append, in one transaction; and the one place from which
//! things are read. Pages, command line and interface all come here.

mod act;
mod around;
mod authority;
mod calendar;
pub mod crowd;
mod entrance;
mod fold;
mod founding;
mod map;
mod post;
pub mod profile;
mod read;
mod rebuild;
mod report;
pub mod script;
mod search;
mod today;

pub use act::{Act, ActError, Change, Conflict, Followed, Receipt};
pub use authority::Who;
pub use calendar::{CalendarDay, CalendarItem};
pub use entrance::{EntranceError, Login, Session, Token};
pub use founding::Founded;
pub use map::{MapPlace, MapView};
pub use post::{Chance, Clock, Desk};
pub use read::{Choice, HistoryLine, LinkView, ListPage, ReadError, RecordView, Titled};
pub use rebuild::{Checkup, Finding};
pub use report::{FigureLine, ReportView};
pub use search::{FOUND_MOST, FOUND_ROWS, Hit, Search, SearchView};
pub use store::{COUNTED, Failure, Filter, Meaning, Nearness, Order, Part, Preferences, Query, Row, Scope, Vocabulary};
pub use today::Today;
