//! The name of a log: who keeps it, for whom, and which of them after a loss.

use std::fmt;
use std::str::FromStr;

/// How long the code of a side or a post may be.
pub const CODE_LIMIT: usize = 32;

/// A side and one of its posts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PostName {
    /// The side's code.
    pub side: String,
    /// The post's code.
    pub post: String,
}

/// The log that one post keeps for one post of another side, written `vn.laocai/cn.hekou/1`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    /// Whose log it is.
    pub keeper: PostName,
    /// For whom.
    pub reader: PostName,
    /// 1 for the first; a log that was lost beyond recovery is followed by the next one.
    pub epoch: u32,
}

/// A text that names no post or no log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a post or a log")]
pub struct NoName;

/// Whether a text may be the code of a side or a post: small letters, digits and hyphens, a letter first.
pub fn is_code(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    text.len() <= CODE_LIMIT
        && text.bytes().all(plain)
        && text.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase())
}

impl PostName {
    /// The name under which it cosigns what it has stored.
    pub fn mirror(&self) -> String {
        format!("{self}/mirror")
    }
}

impl Origin {
    /// The first log of a post for another.
    pub const fn first(keeper: PostName, reader: PostName) -> Self {
        Self { keeper, reader, epoch: 1 }
    }
}

impl fmt::Display for PostName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}", self.side, self.post)
    }
}

impl FromStr for PostName {
    type Err = NoName;

    fn from_str(text: &str) -> Result<Self, NoName> {
        let (side, post) = text.split_once('.').ok_or(NoName)?;
        if is_code(side) && is_code(post) {
            Ok(Self { side: side.to_owned(), post: post.to_owned() })
        } else {
            Err(NoName)
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}/{}/{}", self.keeper, self.reader, self.epoch)
    }
}

impl FromStr for Origin {
    type Err = NoName;

    fn from_str(text: &str) -> Result<Self, NoName> {
        let mut parts = text.split('/');
        let mut part = || parts.next().ok_or(NoName);
        let origin =
            Self { keeper: part()?.parse()?, reader: part()?.parse()?, epoch: part()?.parse().map_err(|_| NoName)? };
        if origin.epoch > 0 && origin.keeper.side != origin.reader.side && origin.to_string() == text {
            Ok(origin)
        } else {
            Err(NoName)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_in_one_spelling() {
        let origin: Origin = "vn.laocai/cn.hekou/1".parse().unwrap();
        assert_eq!(origin.keeper.mirror(), "vn.laocai/mirror");
        assert_eq!(origin.to_string(), "vn.laocai/cn.hekou/1");
        for other in [
            "vn.laocai/cn.hekou/01",
            "vn.laocai/cn.hekou/0",
            "vn.laocai/cn.hekou",
            "vn.laocai/vn.hekou/1",
            "VN.laocai/cn.hekou/1",
            "vn/cn.hekou/1",
            "vn.laocai/cn.hekou/1/1",
            "vn.-a/cn.hekou/1",
            "vn./cn.hekou/1",
        ] {
            assert_eq!(other.parse::<Origin>(), Err(NoName), "{other}");
        }
    }
}
