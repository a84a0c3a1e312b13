//! The list of limits: what stands in it holds somewhere.

use std::collections::BTreeSet;

use super::{Fault, Rule};
use crate::{
    rust::{begins, paths, tokens},
    tree::Tree,
};

pub(crate) const USED: Rule =
    Rule { name: "limits", reason: "A limit that nobody uses is a promise that nobody keeps.", check: used };

const LIST: &str = "crates/kernel/src/limits.rs";

fn used(tree: &Tree) -> Vec<Fault> {
    let mut named = BTreeSet::new();
    for (_, text) in tree.rust().filter(|(path, _)| path.starts_with("crates/") && *path != LIST) {
        for path in paths(&tokens(text)) {
            // `limits::READERS`; a constant of the same name elsewhere is another thing.
            let uses = path.segments.windows(2).filter(|pair| pair[0] == "limits").map(|pair| pair[1]);
            named.extend(uses);
        }
    }
    let list = tokens(tree.text(LIST).unwrap_or(""));
    let declared =
        (0..list.len()).filter(|at| begins(&list[*at..], &["pub", "const"])).filter_map(|at| list.get(at + 2));
    let unused = declared.filter(|name| !named.contains(name.text));
    let message = |name| format!("nothing uses limits::{name}; hold something to it, or take it out");
    unused.map(|name| Fault::new(LIST, name.line, message(name.text))).collect()
}

#[cfg(test)]
mod tests {
    use super::{super::found, *};

    #[test]
    fn a_limit_that_nobody_uses_is_refused() {
        let list =
            "//! L.\npub const A: usize = 1;\npub const B: usize = A;\npub const C: u8 = 3;\npub const D: u8 = 4;\n";
        let user =
            "//! U. [`limits::B`]\nuse hearth_kernel::limits::{self, C};\nconst B: u8 = C;\nfn f() { limits::A }\n";
        let files =
            [(LIST, list), ("crates/http/src/x.rs", user), ("crates/http/src/y.rs", "//! Y.\nconst D: u8 = D;\n")];
        assert_eq!(
            found(&USED, &files),
            [
                "crates/kernel/src/limits.rs:3: nothing uses limits::B; hold something to it, or take it out",
                "crates/kernel/src/limits.rs:5: nothing uses limits::D; hold something to it, or take it out",
            ]
        );
    }
}
