//! Bundles from recipes: everything that a bundle holds as plain data, so that one thing can be made wrong and the rest
//! still signed as it should be. Random courses and damage come from a seed.

mod crafted;
mod damage;
mod misshapen;
mod recipe;

pub use crafted::{crafted, crafted_by, resealed};
pub use damage::{course, damaged};
pub use recipe::{CoverRecipe, LogRecipe, OfficerRecipe, PostRecipe, Recipe, RootRecipe, START_MS, SideRecipe, key};
