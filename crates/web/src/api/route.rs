//! Every way into the interface, in tables that [`routes`] joins: the router, the description (OpenAPI) and the check of
//! what a request may ask for are made from them. Whoever adds a way adds a row with its sentence; a row without one
//! fails a test. The ways of papers between the sides have a table of their own, in `route/papers.rs`.

mod papers;

use std::sync::LazyLock;

use domain::{Declared, Right};
use serde_json::{Value, json};

use super::answer::Answer;
use super::question::{Is, Param};
use super::shape::{noun_component, shared};
use super::{files, imports, openers, overview, published, records};
use crate::fault::Fault;
use crate::visit::Visit;

/// The kinds of files that are kept.
static MEDIA_TYPES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut kinds: Vec<&'static str> = desk::FILE_KINDS.iter().map(|(_, media_type)| *media_type).collect();
    kinds.dedup();
    kinds
});

/// What a way does with a request.
pub type Page = fn(&Visit) -> Result<Answer, Fault>;

/// The methods that are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Begins or acts.
    Post,
    /// Ends something of the officer's own.
    Delete,
}

/// Who may come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Everybody: nothing of the post is told.
    Open,
    /// An officer, or a program with a token that goes so far.
    Officer(Right),
    /// An officer in person: no token opens this.
    Person,
}

/// What a way gives when all went well.
#[derive(Clone, Copy, Debug)]
pub enum Gives {
    /// A shared shape.
    Shape(&'static str),
    /// A shape of the noun.
    NounShape(&'static str),
    /// A new thing, with its address in `Location`: a shared shape.
    Made(&'static str),
    /// A table as a file.
    Table,
    /// A file that proves how a document stands.
    Bundle,
    /// A file that a record names, of whatever kind.
    File,
    /// Nothing.
    Nothing,
}

/// What a way takes as its body.
#[derive(Clone, Copy, Debug)]
pub enum Takes {
    /// No body.
    Nothing,
    /// A shared shape.
    Shape(&'static str),
    /// A shared shape; with a key against doing it twice.
    Signed(&'static str),
    /// A shape of the noun; with a key against doing it twice.
    Act(&'static str),
    /// A file, whatever its kind; with a key against doing it twice.
    File,
}

/// One way into the interface.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    /// The method.
    pub method: Method,
    /// The address; `{noun}` stands for every noun.
    pub path: &'static str,
    /// Its name; with `{noun}` in the address, the noun's name stands before it.
    pub name: &'static str,
    /// What it does, in one sentence.
    pub says: &'static str,
    /// What does it.
    pub page: Page,
    /// Who may come.
    pub entry: Entry,
    /// The fields after the question mark.
    pub query: &'static [&'static [Param]],
    /// The body.
    pub takes: Takes,
    /// The answer.
    pub gives: Gives,
    /// What can go wrong besides what can go wrong everywhere.
    pub faults: &'static [u16],
    /// How many requests it counts as.
    pub cost: u32,
}

const fn param(name: &'static str, is: Is, says: &'static str) -> Param {
    Param { name, says, is, needed: false }
}

const STEPS: &[Param] = &[
    param("limit", Is::Number(1, 200), "How many rows the step has at most; 50 where nothing is said."),
    param("cursor", Is::Code, "Where the step begins: `next` of the step before, with the same filters."),
];
const ORDER: &[Param] = &[param("order", Is::OneOf(&["begun", "latest"]), "In the order begun, or the latest first.")];
/// The filters of a list.
pub const FILTERS: &[Param] = &[
    param("status", Is::Word, "Only in this state."),
    param("open", Is::Flag, "Only where somebody still has to act, or only where nobody has."),
    param("overdue", Is::Flag, "Only open and due before today."),
    param("unit", Is::Record, "Only kept by this unit."),
    param("counterpart", Is::Record, "Only with this counterpart."),
    param("from", Is::Day, "Only held on this day or later."),
    param("until", Is::Day, "Only held on this day or earlier."),
    param("period", Is::Code, "Only covering this period."),
    param("exercise", Is::Flag, "Only data of exercises, or none of them."),
    param("text", Is::Text(200), "Only containing these words."),
];
const WORDS: &[Param] = &[Param { name: "q", says: "The words.", is: Is::Text(200), needed: true }];
const QUANTITY: &[Param] = &[param("quantity", Is::Record, "Only of this quantity.")];
const IDS: &[Param] = &[Param {
    name: "ids",
    says: "The identities of the figures, with commas between; 100 at most.",
    is: Is::Text(6_500),
    needed: true,
}];
const TABLE: &[Param] = &[
    Param { name: "noun", says: "What the rows are to become.", is: Is::Word, needed: true },
    param("dry_run", Is::Flag, "Only tell what would become of each row."),
    param("good_rows", Is::Flag, "Take the good rows in where others have faults."),
    param("opening", Is::Word, "The command that begins a record, where the noun has several."),
    param("unit", Is::Record, "The unit that is to keep the records; the officer's own where none is named."),
    param("grade", Is::OneOf(&["open", "internal", "restricted", "protected"]), "The noun's own where none is named."),
    param("exercise", Is::Flag, "Data of an exercise."),
    param("encoding", Is::Word, "How bytes become letters; found out where nothing is said."),
    param("sheet", Is::Text(100), "The sheet of a spreadsheet; the first where none is named."),
    param("name", Is::Text(255), "The name of the file, where the body is the file itself."),
    param("mapping", Is::Text(20_000), "Which column is which field, in TOML."),
];
const NAME: &[Param] = &[param("name", Is::Text(255), "The name of the file, where the body is the file itself.")];
const UNIT: &[Param] = &[param("unit", Is::Record, "Only kept by this unit.")];
const MONTH: &[Param] = &[param("month", Is::Month, "The month, such as 2026-02; the present one where none is said.")];

const READ: Entry = Entry::Officer(Right::Read);
const GET: Route = Route {
    method: Method::Get,
    path: "",
    name: "",
    says: "",
    page: overview::index,
    entry: READ,
    query: &[],
    takes: Takes::Nothing,
    gives: Gives::Nothing,
    faults: &[],
    cost: 1,
};

/// Every way, in the order of the description. Fixed words come before `{noun}`; no noun may have their names, and a test
/// holds that.
pub fn routes() -> impl Iterator<Item = &'static Route> {
    [ROUTES, papers::ROUTES, OF_NOUNS].into_iter().flatten()
}

/// The ways with fixed words that have no table of their own.
const ROUTES: &[Route] = &[
    Route {
        path: "/api/v1",
        name: "index",
        says: "The own side, and the nouns with their addresses.",
        page: overview::index,
        gives: Gives::Shape("index"),
        ..GET
    },
    Route {
        path: "/api/v1/openapi.json",
        name: "openapi",
        says: "This description; it tells nothing of the post.",
        page: overview::openapi,
        entry: Entry::Open,
        gives: Gives::Shape("openapi"),
        ..GET
    },
    Route {
        path: "/api/v1/search",
        name: "search",
        says: "Records of any noun that contain words, in steps.",
        page: records::search,
        query: &[STEPS, ORDER, FILTERS, WORDS],
        gives: Gives::Shape("step"),
        cost: 2,
        ..GET
    },
    Route {
        path: "/api/v1/today",
        name: "today",
        says: "What needs the officer's unit, what waits for the other side, what comes next.",
        page: overview::today,
        gives: Gives::Shape("today"),
        cost: 2,
        ..GET
    },
    Route {
        path: "/api/v1/calendar",
        name: "calendar",
        says: "What is held and what is due in a month.",
        page: overview::calendar,
        query: &[MONTH],
        gives: Gives::Shape("calendar"),
        cost: 2,
        ..GET
    },
    Route {
        path: "/api/v1/counts",
        name: "counts",
        says: "What reports count, with the names.",
        page: overview::counts,
        gives: Gives::Shape("counts"),
        ..GET
    },
    Route {
        path: "/api/v1/figures",
        name: "figures",
        says: "Published figures as they were published: how meant, for what, to which day, by which source.",
        page: published::list,
        query: &[QUANTITY],
        gives: Gives::Shape("figures"),
        cost: 2,
        ..GET
    },
    Route {
        path: "/api/v1/figures/sum",
        name: "figures-sum",
        says: "Published figures added, or the problem that says why they make no sum.",
        page: published::sum,
        query: &[IDS],
        gives: Gives::Shape("sum"),
        faults: &[404, 422],
        ..GET
    },
    Route {
        path: "/api/v1/report/{id}/figures",
        name: "report-figures",
        says: "The figures of a report: own, joint, as the other side states them, and their parts.",
        page: overview::report,
        gives: Gives::Shape("report-figures"),
        faults: &[404],
        cost: 2,
        ..GET
    },
    Route {
        path: "/api/v1/report/{id}/figures/{figure}",
        name: "report-figure-records",
        says: "The records behind a figure of a report, as far as the officer may see them.",
        page: overview::behind,
        query: &[UNIT],
        gives: Gives::Shape("figure-records"),
        faults: &[404],
        cost: 2,
        ..GET
    },
    Route {
        path: "/api/v1/report/{id}/recount",
        name: "report-recount",
        says: "The figures of a report counted again from nothing but the journal, beside what the report says.",
        page: overview::recount,
        gives: Gives::Shape("recount"),
        faults: &[404],
        cost: 60,
        ..GET
    },
    Route {
        path: "/api/v1/report/{id}/export/{file}",
        name: "report-table",
        says: "A report as a table: report.csv or report.xlsx.",
        page: super::table::report,
        gives: Gives::Table,
        faults: &[404],
        cost: 10,
        ..GET
    },
    Route {
        path: "/api/v1/me",
        name: "me",
        says: "Who asks, with the roles of today and, for a program, its token.",
        page: openers::me,
        gives: Gives::Shape("me"),
        ..GET
    },
    Route {
        path: "/api/v1/me/tokens",
        name: "tokens",
        says: "The officer's own tokens for programs that stand, without their secrets.",
        page: openers::tokens,
        entry: Entry::Person,
        gives: Gives::Shape("tokens"),
        ..GET
    },
    Route {
        method: Method::Post,
        path: "/api/v1/me/tokens",
        name: "token-make",
        says: "Makes a token for a program; the token is shown in this answer and never again.",
        page: openers::make_token,
        entry: Entry::Person,
        takes: Takes::Shape("token-new"),
        gives: Gives::Made("token-made"),
        faults: &[409],
        ..GET
    },
    Route {
        method: Method::Delete,
        path: "/api/v1/me/tokens/{id}",
        name: "token-revoke",
        says: "Ends a token of the officer himself.",
        page: openers::revoke_token,
        entry: Entry::Person,
        faults: &[404],
        ..GET
    },
    Route {
        path: "/api/v1/me/feeds",
        name: "feeds",
        says: "The officer's own calendar addresses that stand, without their secrets.",
        page: openers::feeds,
        entry: Entry::Person,
        gives: Gives::Shape("feeds"),
        ..GET
    },
    Route {
        method: Method::Post,
        path: "/api/v1/me/feeds",
        name: "feed-make",
        says: "Makes a calendar address; it is shown in this answer and never again.",
        page: openers::make_feed,
        entry: Entry::Person,
        takes: Takes::Shape("feed-new"),
        gives: Gives::Made("feed-made"),
        faults: &[409],
        ..GET
    },
    Route {
        method: Method::Delete,
        path: "/api/v1/me/feeds/{id}",
        name: "feed-revoke",
        says: "Ends a calendar address of the officer himself.",
        page: openers::revoke_feed,
        entry: Entry::Person,
        faults: &[404],
        ..GET
    },
    Route {
        method: Method::Post,
        path: "/api/v1/import",
        name: "table-take",
        says: "Takes a table in, or tells what would become of each of its rows.",
        page: imports::take,
        entry: Entry::Officer(Right::Record),
        query: &[TABLE],
        takes: Takes::File,
        gives: Gives::Made("import-report"),
        faults: &[404, 409, 422],
        cost: 60,
    },
    Route {
        method: Method::Post,
        path: "/api/v1/file",
        name: "file-keep",
        says: "Takes a file in and tells how a command names it; it waits for that command for a day.",
        page: files::keep,
        entry: Entry::Officer(Right::Record),
        query: &[NAME],
        takes: Takes::File,
        gives: Gives::Shape("attached"),
        faults: &[422],
        cost: 20,
    },
];

/// The ways that every noun has.
const OF_NOUNS: &[Route] = &[
    Route {
        path: "/api/v1/{noun}",
        name: "list",
        says: "Records of this noun, in steps.",
        page: records::list,
        query: &[STEPS, ORDER, FILTERS],
        gives: Gives::NounShape("step"),
        ..GET
    },
    Route {
        method: Method::Post,
        path: "/api/v1/{noun}",
        name: "begin",
        says: "Begins a record by a command.",
        page: records::begin,
        entry: Entry::Officer(Right::Record),
        takes: Takes::Act("begin"),
        gives: Gives::Made("receipt"),
        faults: &[404, 409, 422],
        cost: 2,
        ..GET
    },
    Route {
        path: "/api/v1/{noun}/schema",
        name: "schema",
        says: "The schemas of the noun: its state, its commands, the names of facts and refusals.",
        page: records::schema,
        gives: Gives::Shape("noun-schemas"),
        ..GET
    },
    Route {
        path: "/api/v1/{noun}/export/{file}",
        name: "export",
        says: "The list with its filters as a table: list.csv or list.xlsx, 20,000 rows at most.",
        page: super::table::list,
        query: &[FILTERS],
        gives: Gives::Table,
        faults: &[404],
        cost: 10,
        ..GET
    },
    Route {
        path: "/api/v1/{noun}/{id}",
        name: "record",
        says: "A record with its state, its links and the commands that can be given now.",
        page: records::show,
        gives: Gives::NounShape("record"),
        faults: &[404],
        ..GET
    },
    Route {
        method: Method::Post,
        path: "/api/v1/{noun}/{id}",
        name: "act",
        says: "Gives a command on a record, at the version that was looked at.",
        page: records::act,
        entry: Entry::Officer(Right::Record),
        takes: Takes::Act("act"),
        gives: Gives::Shape("receipt"),
        faults: &[404, 409, 412, 422, 428],
        cost: 2,
        ..GET
    },
    Route {
        path: "/api/v1/{noun}/{id}/history",
        name: "history",
        says: "What happened to a record, in steps, the oldest first.",
        page: records::history,
        query: &[STEPS],
        gives: Gives::Shape("history"),
        faults: &[404],
        ..GET
    },
];

impl Route {
    /// The addresses of the way, each with its noun: one for every noun, or one alone. Records of some nouns begin only
    /// by what follows from other records, never by a command of somebody.
    pub fn places(&self) -> Vec<(String, Option<&'static Declared>)> {
        if self.path.contains("{noun}") {
            let begins = |noun: &&Declared| noun.offers(None).is_ok_and(|commands| !commands.is_empty());
            let nouns = domain::NOUNS.iter().filter(|noun| !matches!(self.takes, Takes::Act("begin")) || begins(noun));
            return nouns.map(|noun| (self.path.replace("{noun}", noun.name), Some(noun))).collect();
        }
        let noun = self.path.split('/').nth(3).and_then(domain::noun);
        vec![(self.path.to_owned(), noun)]
    }

    /// The kinds of answer that it can give.
    pub fn kinds(&self) -> &'static [&'static str] {
        match self.gives {
            Gives::Table => &["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
            Gives::Bundle => &["application/octet-stream"],
            Gives::File => &MEDIA_TYPES,
            _ => &["application/json"],
        }
    }

    /// True when it only reads.
    pub fn is_read(&self) -> bool {
        self.method == Method::Get
    }

    /// The shape of the answer, for the description.
    pub fn given(&self, noun: Option<&Declared>) -> Option<Value> {
        match (self.gives, noun) {
            (Gives::Shape("openapi"), _) => Some(json!({ "type": "object", "required": ["openapi", "info", "paths"] })),
            (Gives::Shape(name) | Gives::Made(name), _) => Some(shared(name)),
            (Gives::NounShape(part), Some(noun)) => Some(shared(&noun_component(noun.name, part))),
            (Gives::NounShape(_) | Gives::Table | Gives::Bundle | Gives::File | Gives::Nothing, _) => None,
        }
    }

    /// The shape of the body, for the description.
    pub fn taken(&self, noun: Option<&Declared>) -> Option<Value> {
        match (self.takes, noun) {
            (Takes::Shape(name) | Takes::Signed(name), _) => Some(shared(name)),
            (Takes::Act(part), Some(noun)) => Some(shared(&noun_component(noun.name, part))),
            _ => None,
        }
    }

    /// Every status with which it can answer besides the good one.
    pub fn statuses(&self) -> Vec<u16> {
        let mut statuses = self.faults.to_vec();
        statuses.extend([400, 406]);
        if self.entry != Entry::Open {
            statuses.extend([401, 403, 429]);
        }
        if !matches!(self.takes, Takes::Nothing) {
            statuses.extend([413, 415]);
        }
        statuses.sort_unstable();
        statuses.dedup();
        statuses
    }
}
