//! How large a table may be. What is larger is refused with the limit that it broke; nothing is cut off silently.

use std::time::Duration;

use serde::{Deserialize, Serialize};

const KIB: u64 = 1 << 10;
const MIB: u64 = 1 << 20;

/// The limits of reading one table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Bytes of the file.
    pub file_bytes: u64,
    /// The last row, as a spreadsheet numbers them.
    pub rows: u32,
    /// The last column that holds something.
    pub columns: u32,
    /// Bytes of the text of one cell; a longer one is a fault at its place.
    pub cell_bytes: u64,
    /// Bytes of the texts of one row.
    pub row_bytes: u64,
    /// Bytes of the texts of all rows.
    pub text_bytes: u64,
    /// Parts of a spreadsheet's archive.
    pub zip_parts: u32,
    /// How many times its packed size a part may have, beyond the first MiB.
    pub zip_ratio: u64,
    /// Bytes of all parts together, unpacked.
    pub zip_bytes: u64,
    /// How deeply elements may be nested in a part.
    pub xml_depth: u32,
    /// Attributes of one element.
    pub xml_attributes: u32,
    /// Bytes of one text or one tag in a part.
    pub xml_text: u64,
    /// Bytes of address space of the reading process.
    pub memory_bytes: u64,
    /// Seconds of processor time of the reading process.
    pub processor_seconds: u64,
    /// Seconds that reading may take as the parent sees it.
    pub wait_seconds: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 32 * MIB,
            rows: 200_000,
            columns: 200,
            cell_bytes: 64 * KIB,
            row_bytes: MIB,
            text_bytes: 256 * MIB,
            zip_parts: 1_000,
            zip_ratio: 200,
            zip_bytes: 512 * MIB,
            xml_depth: 64,
            xml_attributes: 256,
            xml_text: MIB,
            memory_bytes: 640 * MIB,
            processor_seconds: 60,
            wait_seconds: 90,
        }
    }
}

impl Limits {
    /// How long the parent waits for the reader.
    pub fn wait(&self) -> Duration {
        Duration::from_secs(self.wait_seconds)
    }

    /// How long one frame of the reader may be: a row whose every letter had to be escaped.
    pub fn frame_bytes(&self) -> u64 {
        self.row_bytes.saturating_mul(8).saturating_add(MIB)
    }
}
