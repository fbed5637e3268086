//! The ways to papers that cross between the sides: how a document stands, its drafts, giving it out, what is said of it,
//! its bundle; and the posts that they go to.

use domain::Right;

use super::{Entry, GET, Gives, Method, Route, Takes, param};
use crate::api::question::{Is, Param};
use crate::api::{files, papers};

const DRAFT: &[Param] = &[param("draft", Is::Text(64), "The digest of a draft that came; without it, the latest.")];

/// The ways of papers.
pub const ROUTES: &[Route] = &[
    Route {
        path: "/api/v1/peer",
        name: "peers",
        says: "The posts of other sides: what is queued for each, sent, received, refused and why, and when one was last heard of.",
        page: papers::peers,
        gives: Gives::Shape("peers"),
        cost: 2,
        ..GET
    },
    Route {
        path: "/api/v1/document/{id}/paper",
        name: "paper",
        says: "A document with its words as both sides have them, what was said of it, and what the officer may say now.",
        page: papers::paper,
        gives: Gives::Shape("paper"),
        faults: &[404, 409],
        ..GET
    },
    Route {
        path: "/api/v1/document/{id}/preview",
        name: "preview",
        says: "What exactly would leave if the document were given out now, its digest, and what stands against it.",
        page: papers::preview,
        gives: Gives::Shape("preview"),
        faults: &[404, 409, 422],
        ..GET
    },
    Route {
        method: Method::Post,
        path: "/api/v1/document/{id}/release",
        name: "release",
        says: "Signs exactly what the preview showed and gives it out to a post of the other side.",
        page: papers::release,
        entry: Entry::Person,
        takes: Takes::Signed("release"),
        gives: Gives::Shape("receipt"),
        faults: &[404, 409, 412, 422],
        cost: 10,
        ..GET
    },
    Route {
        method: Method::Post,
        path: "/api/v1/document/{id}/share",
        name: "share",
        says: "Gives a draft as it stands to a post of the other side; it is signed as a draft and binds nobody.",
        page: papers::share,
        entry: Entry::Person,
        takes: Takes::Signed("share"),
        gives: Gives::Shape("receipt"),
        faults: &[404, 409, 412, 422],
        cost: 10,
        ..GET
    },
    Route {
        path: "/api/v1/document/{id}/compare",
        name: "compare",
        says: "The own draft beside one of the other side, part by part, and what taking it over would make.",
        page: papers::compare,
        query: &[DRAFT],
        gives: Gives::Shape("comparison"),
        faults: &[404, 409, 422],
        cost: 5,
        ..GET
    },
    Route {
        method: Method::Post,
        path: "/api/v1/document/{id}/take-over",
        name: "take-over",
        says: "Takes a draft of the other side over: what both changed stands in brackets until they have agreed.",
        page: papers::take_over,
        entry: Entry::Officer(Right::Record),
        takes: Takes::Signed("take-over"),
        gives: Gives::Shape("receipt"),
        faults: &[404, 409, 412, 422],
        cost: 5,
        ..GET
    },
    Route {
        method: Method::Post,
        path: "/api/v1/document/{id}/say",
        name: "say",
        says: "Says something of a document that is out: signs it, refuses, withdraws, contests, acknowledges.",
        page: papers::say,
        entry: Entry::Person,
        takes: Takes::Signed("say"),
        gives: Gives::Shape("receipt"),
        faults: &[404, 409, 412, 422],
        cost: 10,
        ..GET
    },
    Route {
        method: Method::Post,
        path: "/api/v1/document/together",
        name: "together",
        says: "Gives many documents of one side out, or acknowledges many that came, with one signature: all of them or none.",
        page: papers::together,
        entry: Entry::Person,
        takes: Takes::Signed("together"),
        gives: Gives::Shape("receipts"),
        faults: &[409],
        cost: 20,
        ..GET
    },
    Route {
        path: "/api/v1/document/{id}/bundle",
        name: "bundle",
        says: "The file by which anyone can check offline how the document stands.",
        page: papers::bundle,
        gives: Gives::Bundle,
        faults: &[404, 409],
        cost: 10,
        ..GET
    },
    Route {
        path: "/api/v1/document/{id}/file/{sha256}",
        name: "file",
        says: "A file that belongs to a document, or the picture of its signed paper.",
        page: files::give,
        gives: Gives::File,
        faults: &[404],
        cost: 5,
        ..GET
    },
];
