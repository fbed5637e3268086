//! The line as geometry, for measuring and drawing; nothing here states where a border lies.

mod line;

pub use line::{Bounds, Line, LineFault};
