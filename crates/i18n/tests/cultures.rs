//! Holds the files of every culture against those of the source.

use std::fs;

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

/// A new culture is one folder: nothing else names it.
#[test]
fn a_new_culture_is_one_folder() {
    let (mut folders, source) = built_in();
    let home = tempfile::tempdir().unwrap();
    let place = home.path().join("tlh");
    fs::create_dir(&place).unwrap();
    let customs = source.customs.replace("English", "tlhIngan Hol").replace("h12", "h23");
    fs::write(place.join("culture.toml"), &customs).unwrap();
    let speak = |folders: &[Folder]| Cultures::of(folders).unwrap().negotiate("tlh").name.clone();

    // Customs alone: it is not offered, and nothing is wrong with it.
    let silent = Folder::read(&place).unwrap();
    assert_eq!(silent.faults(&source), [""; 0]);
    assert!(!silent.report(&source).unwrap().offered);
    folders.push(silent);
    assert_eq!(speak(&folders), "English");

    // A first word: what is missing is named.
    fs::write(place.join("common.ftl"), "-product = Hearth\ncommon-close = yISoQmoH\ncommon-clos = x\n").unwrap();
    let faults = Folder::read(&place).unwrap().faults(&source);
    assert!(faults.contains(&"tlh/common.ftl: common-cancel is missing".to_owned()), "{faults:?}");
    assert!(faults.contains(&"tlh/common.ftl: common-clos is not in the source; is it `common-close`?".to_owned()));

    // All words: it is offered.
    for (name, text) in &source.messages {
        fs::write(place.join(format!("{name}.ftl")), text).unwrap();
    }
    let whole = Folder::read(&place).unwrap();
    assert_eq!(whole.faults(&source), [""; 0]);
    assert!(whole.report(&source).unwrap().offered);
    *folders.last_mut().unwrap() = whole;
    assert_eq!(speak(&folders), "tlhIngan Hol");

    // Customs that are misspelt: refused with line and suggestion, and so is a folder whose name is no tag.
    fs::write(place.join("culture.toml"), customs.replace("weekend", "week_end")).unwrap();
    let fault = Folder::read(&place).unwrap().culture().unwrap_err();
    assert!(fault.contains("line ") && fault.ends_with("Did you mean `weekend`?"), "{fault}");
    assert!(Folder::read(home.path()).is_err());
}
