//! Pages and the HTTP interface over the desk: server-rendered, five languages, and nothing that needs a script.

mod act;
mod api;
mod assets;
mod calendar;
pub mod courier;
mod draft;
mod endonym;
mod entrance;
mod export;
mod fault;
mod feed;
mod figures;
mod form;
mod frame;
mod help;
mod import;
mod list;
mod map;
mod me;
mod opener;
mod prefill;
mod record;
mod report;
mod search;
mod shown;
mod site;
mod texts;
mod today;
mod visit;
mod written;

pub use api::openapi::whole as openapi;
pub use figures::{number_in_words, refusal_in_words, told_number};
pub use import::{TemplateOrder, fault_text, made_template, refusal_text, rejected_sheet, template_csv, vocabulary};
pub use search::words as search_words;
pub use site::{Options, serve};
pub use texts::{Language, Texts};
