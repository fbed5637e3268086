//! Side: a sovereign service that keeps its own records on its own machines (VI bên, ZH 方).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Decision, Grade, Header, Noun, Right, Setting, SideId, Stamp, Wing, Words};

/// The noun.
pub struct Side;

/// A side as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct SideState {
    /// What the side is called.
    pub name: Words,
    /// The letter that stands for it on screens and prints.
    pub letter: String,
    /// Its time zone, by the name of the tz database.
    pub zone: String,
    /// The languages it writes.
    pub languages: Vec<String>,
    /// The side itself, as its permanent code.
    pub code: SideId,
    /// Its posts with which this one exchanges pouches, in the order in which they were met.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub peers: Vec<SidePeer>,
}

/// A post of a side, as it was met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SidePeer {
    /// The post, as side and post.
    pub post: String,
    /// The fingerprint of the side's first root, in hexadecimal digits.
    pub fingerprint: String,
    /// Where its courier is reached; none where pouches are carried by hand only.
    pub url: Option<String>,
    /// Why nothing is exchanged with it any more, as a person or its root said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<String>,
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum SideCommand {
    /// Register a side.
    Register {
        /// What the side is called.
        name: Words,
        /// The letter that stands for it on screens and prints.
        #[schemars(length(min = 1, max = 2))]
        letter: String,
        /// Its time zone, by the name of the tz database.
        #[schemars(length(min = 1, max = 64))]
        zone: String,
        /// The languages it writes.
        languages: Vec<String>,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum SideFact {
    /// The side was registered.
    Registered {
        /// What the side is called.
        name: Words,
        /// Its letter.
        letter: String,
        /// Its time zone.
        zone: String,
        /// The languages it writes.
        languages: Vec<String>,
    },
    /// A post of the side was met: its introduction was compared over the telephone and is trusted from now on.
    PeerMet {
        /// The post, as side and post.
        post: String,
        /// The fingerprint of the side's first root, in hexadecimal digits.
        fingerprint: String,
        /// Where its courier is reached; none where pouches are carried by hand only.
        url: Option<String>,
    },
    /// Nothing is exchanged with a post of the side any more: its root ended its keys, or the side said so by telephone.
    /// What it signed stays and can be proven.
    PeerEnded {
        /// The post, as side and post.
        post: String,
        /// Why.
        reason: String,
    },
    /// The folder of the own post had come to another place, and goes on there.
    PostResumed {
        /// True where it was put back from an older copy: each neighbour is asked what he holds.
        put_back: bool,
    },
    /// A post of the side was forgotten: nothing is taken from it or sent to it any more.
    PeerForgotten {
        /// The post, as side and post.
        post: String,
    },
}

/// Why an act on a side is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum SideRefusal {
    /// The side is registered already.
    AlreadyRegistered,
    /// No zone of that name is known.
    NoZone {
        /// The name that was given.
        zone: String,
    },
}

impl Noun for Side {
    const NAME: &'static str = "side";
    const WING: Wing = Wing::Organisation;
    const GRADE: Grade = Grade::Open;
    type State = SideState;
    type Command = SideCommand;
    type Fact = SideFact;
    type Refusal = SideRefusal;

    fn decide(
        state: Option<&SideState>,
        command: SideCommand,
        _: &Setting<'_>,
    ) -> Result<Decision<SideFact>, SideRefusal> {
        let SideCommand::Register { name, letter, zone, languages } = command;
        if state.is_some() {
            return Err(SideRefusal::AlreadyRegistered);
        }
        if jiff::tz::TimeZone::get(&zone).is_err() {
            return Err(SideRefusal::NoZone { zone });
        }
        Ok(Decision::fact(SideFact::Registered { name: name.tidied(), letter, zone, languages }))
    }

    fn apply(state: Option<SideState>, fact: SideFact, stamp: &Stamp) -> SideState {
        let mut side = state.unwrap_or_else(|| SideState {
            name: Words::default(),
            letter: String::new(),
            zone: String::new(),
            languages: Vec::new(),
            code: SideId(stamp.record.clone()),
            peers: Vec::new(),
        });
        match fact {
            SideFact::Registered { name, letter, zone, languages } => {
                side = SideState { name, letter, zone, languages, ..side };
            }
            SideFact::PeerMet { post, fingerprint, url } => {
                side.peers.retain(|peer| peer.post != post);
                side.peers.push(SidePeer { post, fingerprint, url, ended: None });
            }
            SideFact::PeerEnded { post, reason } => {
                let named = side.peers.iter_mut().filter(|peer| peer.post == post);
                named.for_each(|peer| peer.ended = Some(reason.clone()));
            }
            SideFact::PeerForgotten { post } => side.peers.retain(|peer| peer.post != post),
            // It is about where the records are kept, and changes none.
            SideFact::PostResumed { .. } => {}
        }
        side
    }

    fn header(side: &SideState) -> Header {
        Header {
            status: "registered",
            title: side.name.clone(),
            number: Some(side.letter.clone()),
            side: Some(side.code.clone()),
            ..Header::default()
        }
    }

    fn offers(state: Option<&SideState>) -> Vec<&'static str> {
        if state.is_none() { vec!["register"] } else { vec![] }
    }

    fn right(_: &str) -> Right {
        Right::Administer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_that_were_met_stand_on_their_side_once_and_go_when_they_are_forgotten() {
        let (Ok(unit), Ok(side)) = (crate::UnitId::parse("u"), SideId::parse("v")) else { panic!("codes") };
        let Ok(officer) = crate::OfficerId::parse("o") else { panic!("codes") };
        let instant = jiff::Timestamp::UNIX_EPOCH;
        let stamp = Stamp { record: side.0.clone(), side, unit, officer, happened: instant, recorded: instant };
        let met = |post: &str, url: &str| SideFact::PeerMet {
            post: post.to_owned(),
            fingerprint: "ab".to_owned(),
            url: Some(url.to_owned()),
        };
        let facts = [met("v.one", "https://one"), met("v.two", "https://two"), met("v.one", "https://moved")];
        let side = facts.into_iter().fold(None, |side, fact| Some(Side::apply(side, fact, &stamp)));
        let urls = |side: &SideState| side.peers.iter().filter_map(|peer| peer.url.clone()).collect::<Vec<_>>();
        assert_eq!(side.as_ref().map(urls), Some(vec!["https://two".to_owned(), "https://moved".to_owned()]));
        let ended = SideFact::PeerEnded { post: "v.one".to_owned(), reason: "stolen".to_owned() };
        let side = side.map(|side| Side::apply(Some(side), ended, &stamp));
        let reasons = |side: &SideState| side.peers.iter().map(|peer| peer.ended.clone()).collect::<Vec<_>>();
        assert_eq!(side.as_ref().map(reasons), Some(vec![None, Some("stolen".to_owned())]));
        let side = side.map(|side| Side::apply(Some(side), met("v.one", "https://moved"), &stamp));
        assert_eq!(side.as_ref().map(reasons), Some(vec![None, None]), "it was met anew");
        let side = Side::apply(side, SideFact::PeerForgotten { post: "v.two".to_owned() }, &stamp);
        assert_eq!(urls(&side), ["https://moved"]);
        assert_eq!(Side::offers(Some(&side)), Vec::<&str>::new(), "no command asks for it");
    }
}
