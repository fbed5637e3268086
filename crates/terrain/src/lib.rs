//! The line as geometry, for measuring and drawing; nothing here states where a border lies.

mod bounds;
mod line;

pub use bounds::Bounds;
pub use line::{Line, LineFault, Part};
