//! Pages and the HTTP interface over the desk: server-rendered, five languages, and nothing that needs a script.

mod act;
mod api;
mod assets;
mod calendar;
mod draft;
mod entrance;
mod export;
mod fault;
mod form;
mod frame;
mod help;
mod list;
mod map;
mod me;
mod prefill;
mod record;
mod report;
mod search;
mod shown;
mod site;
mod texts;
mod today;
mod visit;

pub use search::vocabulary;
pub use site::{Options, serve};
pub use texts::{Language, Texts};
