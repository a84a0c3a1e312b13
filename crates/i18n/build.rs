//! Builds the crate again when a culture's folder appears or goes, which `include_dir` cannot see.

fn main() {
    println!("cargo::rerun-if-changed=../../cultures");
}
