//! The one place where things are done: who may, load, decide, append, in one transaction; and the one place from which
//! things are read. Pages, command line and interface all come here.

mod act;
mod around;
mod authority;
mod calendar;
pub mod courier;
pub mod crowd;
pub mod document;
mod drawing;
mod entrance;
mod feed;
mod figures;
mod files;
mod fold;
mod founding;
pub mod hour;
pub mod import;
pub mod keys;
mod map;
mod opener;
mod past;
mod post;
pub mod profile;
pub mod proof;
mod read;
mod rebuild;
mod report;
pub mod road;
pub mod script;
mod search;
mod strangers;
mod stream;
pub mod table;
mod takeback;
mod today;
mod written;

pub use act::{Act, ActError, Change, Conflict, Followed, Receipt};
pub use authority::Who;
pub use calendar::{CalendarDay, CalendarItem};
pub use entrance::{EntranceError, Login, Session, Token};
pub use feed::{Appointment, FeedItem, Standing};
pub use figures::{FigureSum, KnownFigure, SumError, add_known};
pub use files::{FILE_BYTES, FILE_KINDS, FileError};
pub use founding::Founded;
pub use import::{ImportError, ImportOrder, ImportReport};
pub use map::{MapPlace, MapView};
pub use opener::{
    FeedAbout, OPENER_DAYS, OPENER_NAME, OPENERS, OpenerError, OpenerView, Pass, TOKEN_PREFIX, TokenReach, TokenScope,
};
pub use past::Past;
pub use post::{Chance, Clock, Desk};
pub use read::{Choice, HistoryLine, LinkView, ListPage, ReadError, RecordView, Titled};
pub use rebuild::{Checkup, Finding};
pub use report::{Below, FigureLine, ReportView};
pub use search::{FOUND_MOST, FOUND_ROWS, Hit, Search, SearchView};
pub use store::{COUNTED, Failure, Filter, Meaning, Nearness, Order, Part, Preferences, Query, Row, Scope, Vocabulary};
pub use stream::{STEP_ROWS, Step};
pub use today::{DueKey, Today};
pub use written::{InstantFault, read_day, read_instant};
