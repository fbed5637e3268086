//! A file that a record names: its bytes lie beside the records, and are known by their digest.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A file that a record names. The bytes are kept apart; what is recorded says which they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-file" = true))]
pub struct Attached {
    /// The name of the file.
    #[schemars(length(min = 1, max = 200))]
    pub name: String,
    /// What kind of file it is, as `application/pdf`.
    #[schemars(length(min = 1, max = 100))]
    pub media_type: String,
    /// How many bytes it has.
    pub size: u64,
    /// Its SHA-256, in 64 hexadecimal digits.
    #[schemars(length(min = 64, max = 64), regex(pattern = "^[0-9a-f]{64}$"))]
    pub sha256: String,
}

impl Attached {
    /// True when the digest has the form of one.
    pub fn has_digest(&self) -> bool {
        self.sha256.len() == 64
            && self.sha256.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
    }
}
