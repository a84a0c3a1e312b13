//! Embeds the built web app, if `HEARTH_WEB_DIST` names its folder; without it, nothing, so that Rust builds
//! without Node.

use std::{env, fmt::Write, fs, path::PathBuf};

fn main() {
    println!("cargo::rerun-if-env-changed=HEARTH_WEB_DIST");
    let mut files = String::from("&[");
    if let Some(folder) = env::var_os("HEARTH_WEB_DIST").filter(|folder| !folder.is_empty()).map(PathBuf::from) {
        println!("cargo::rerun-if-changed={}", folder.display());
        for part in ["", "assets"] {
            let Ok(entries) = fs::read_dir(folder.join(part)) else { continue };
            for path in entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()) {
                let name = path.strip_prefix(&folder).expect("it was found in it").display().to_string();
                writeln!(files, "({name:?}, include_bytes!({path:?})),").expect("a string takes all");
            }
        }
    }
    files.push(']');
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("Cargo names it"));
    fs::write(out.join("web.rs"), files).expect("Cargo's folder can be written to");
}
