//! Links between documents: every relative one leads somewhere, and the functions named beside one are there.

use super::{Fault, Rule};
use crate::tree::Tree;

pub(crate) const LINKS: Rule =
    Rule { name: "links", reason: "A link that leads nowhere costs every reader who follows it.", check: links };

fn links(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (path, text) in tree.files().filter(|(path, _)| path.ends_with(".md")) {
        let mut is_code = false;
        for (at, line) in text.lines().enumerate() {
            if line.trim_start().starts_with("```") {
                is_code = !is_code;
            }
            let dead = targets(line).into_iter().filter(|target| !is_code && !leads_somewhere(tree, path, target));
            let message = |target| format!("{target} leads nowhere; mend the link or write the file");
            faults.extend(dead.map(|target| Fault::new(path, at + 1, message(target))));
        }
    }
    faults
}

pub(crate) const WALKS: Rule =
    Rule { name: "walks", reason: "A step that is not there any more loses who walks along the code.", check: walks };

/// The steps of ARCHITECTURE.md: `| number | files | functions | what happens |`.
fn walks(tree: &Tree) -> Vec<Fault> {
    let document = "ARCHITECTURE.md";
    let Some((_, text)) = tree.files().find(|(path, _)| *path == document) else { return Vec::new() };
    let mut faults = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let ["", number, files, functions, ..] = cells[..] else { continue };
        if number.parse::<u8>().is_err() {
            continue;
        }
        let files = targets(files);
        let code: Vec<&str> = tree.files().filter(|(path, _)| files.contains(path)).map(|(_, text)| text).collect();
        for name in functions.split('`').skip(1).step_by(2) {
            let function = format!("fn {}", name.rsplit("::").next().unwrap_or(name));
            let declares = |text: &&str| {
                text.match_indices(&function).any(|(at, _)| text[at + function.len()..].starts_with(['(', '<']))
            };
            if !code.iter().any(declares) {
                faults.push(Fault::new(
                    document,
                    at + 1,
                    format!("{name} is not in {}; name what is", files.join(", ")),
                ));
            }
        }
    }
    faults
}

/// What `[text](target "title")` and `[name]: target` lead to.
fn targets(line: &str) -> Vec<&str> {
    let without_title = |target: &'_ str| target.split_whitespace().next().map(str::len);
    let mut targets = Vec::new();
    // Every second part stands between backticks.
    for part in line.split('`').step_by(2) {
        for (at, _) in part.match_indices("](") {
            let target = &part[at + 2..];
            let end = target.find(')').unwrap_or(target.len());
            targets.push(&target[..without_title(&target[..end]).unwrap_or(0)]);
        }
    }
    if let Some((_, target)) = line.strip_prefix('[').and_then(|rest| rest.split_once("]:")) {
        targets.extend(target.split_whitespace().next());
    }
    targets
}

fn leads_somewhere(tree: &Tree, from: &str, target: &str) -> bool {
    let file = target.trim_matches(['<', '>']).split('#').next().unwrap_or("");
    let has_scheme = file.split('/').next().is_some_and(|first| first.contains(':'));
    if has_scheme || (file.is_empty() && target.starts_with('#')) {
        return true;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in file.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.pop().is_none() => return false,
            ".." => {}
            _ => parts.push(part),
        }
    }
    !file.is_empty() && !file.starts_with('/') && tree.has(&parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::{super::found, *};

    #[test]
    fn a_link_that_leads_nowhere_is_refused() {
        let lines = [
            "[a](../README.md#top), [b](https://x.example), [c](#here), `[d](no.md)`, [e](modules/)",
            "[f](gone.md \"Gone\") and ![g](../x.png)",
            "```",
            "[h](no.md)",
            "```",
            "[i]: ../../outside.md",
        ];
        let text = lines.join("\n");
        let files = [("docs/a.md", text.as_str()), ("README.md", "[a](docs/a.md)"), ("docs/modules/x.md", "")];
        assert_eq!(
            found(&LINKS, &files),
            [
                "docs/a.md:2: gone.md leads nowhere; mend the link or write the file",
                "docs/a.md:2: ../x.png leads nowhere; mend the link or write the file",
                "docs/a.md:6: ../../outside.md leads nowhere; mend the link or write the file",
            ]
        );
    }

    #[test]
    fn a_step_of_a_walk_that_is_not_there_is_refused() {
        let text =
            "| # | where | function | what |\n| 1 | [a](src/a.rs), [b](src/b.rs) | `A::one`, `two`, `gone` | `other` |";
        let files =
            [("ARCHITECTURE.md", text), ("src/a.rs", "fn one() {}"), ("src/b.rs", "fn two<T>() {}\nfn gone_by() {}")];
        assert_eq!(found(&WALKS, &files), ["ARCHITECTURE.md:2: gone is not in src/a.rs, src/b.rs; name what is"]);
    }
}
