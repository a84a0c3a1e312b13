//! Holds the files of every culture against those of the source.

use hearth_i18n::{Cultures, Folder};

/// Whether a culture that has messages must have all of them. One that has none yet is not offered to members, and neither
/// is one with gaps; this alone decides whether a gap is a fault.
const BEGUN_IS_COMPLETE: bool = true;

fn built_in() -> (Vec<Folder>, Folder) {
    let folders = Folder::built_in().unwrap();
    let source = folders.iter().find(|folder| folder.tag == "en").unwrap().clone();
    (folders, source)
}

#[test]
fn every_culture_says_what_the_source_says() {
    let (folders, source) = built_in();
    let faults = folders.iter().flat_map(|folder| folder.faults(&source));
    let faults: Vec<String> = faults.filter(|fault| BEGUN_IS_COMPLETE || !fault.ends_with(" is missing")).collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn customs_are_there_before_the_words() {
    let cultures = Cultures::load().unwrap();
    let tags: Vec<String> = built_in().0.iter().map(|folder| folder.tag.to_string()).collect();
    for tag in "ar de en es fr hi id ja ko pt-BR ru tr vi zh-Hans zh-Hant".split(' ') {
        assert!(tags.iter().any(|known| known == tag), "{tag}");
    }
    assert!(cultures.tags().any(|tag| *tag == "en"));
}

#[test]
fn the_sources_keys_begin_with_their_files_name() {
    for (name, text) in &built_in().1.messages {
        for line in text.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic())) {
            assert!(line.starts_with(&format!("{name}-")), "{line} in {name}.ftl");
        }
    }
}
