//! Has the program built again when a profile changes, because the profiles are inside it.

fn main() {
    println!("cargo::rerun-if-changed=../../profiles");
}
