//! Which culture speaks: the way a tag falls back, and the choice from `Accept-Language`.

use crate::{Culture, Cultures, Tag, bundle::SOURCE};

/// Ranges of one header that are looked at; browsers send fewer than ten.
const RANGES: usize = 32;

/// The tag itself, then what stands in for it, most specific first, without the source at the end.
///
/// Regions imply scripts (CLDR's likely subtags), and a tag never falls back across scripts:
/// `es-MX → es`, `zh-TW → zh-Hant`, but not `zh-TW → zh` nor `sr-Latn → sr`. At the end stands the region that is
/// likeliest for the language: `pt-PT → pt → pt-BR`.
pub fn fallbacks(tag: &Tag) -> Vec<Tag> {
    let full = maximized(tag);
    let part = |script, region| Tag::from_parts(full.language, script, region, &[]);
    let likeliest = maximized(&part(full.script, None)).region;
    let mut chain = vec![tag.clone()];
    for wider in [
        part(full.script, full.region),
        part(full.script, None),
        part(None, full.region),
        part(None, None),
        part(None, likeliest),
    ] {
        if maximized(&wider).script == full.script && !chain.contains(&wider) {
            chain.push(wider);
        }
    }
    chain
}

fn maximized(tag: &Tag) -> Tag {
    let mut full = tag.clone();
    full.maximize();
    full
}

impl Cultures {
    /// The culture that a reader prefers, from the value of `Accept-Language` (RFC 4647, lookup).
    /// What is malformed, refused (`q=0`) or unknown is passed over; the last resort is the source.
    pub fn negotiate(&self, accept_language: &str) -> &Culture {
        ranges(accept_language).iter().find_map(|range| self.nearest(range)).unwrap_or_else(|| self.culture(&SOURCE))
    }
}

/// The header's ranges, most wanted first; equals keep the header's order.
fn ranges(header: &str) -> Vec<Tag> {
    let mut weighted: Vec<(Tag, f32)> =
        header.split(',').take(RANGES).filter_map(range).filter(|(_, weight)| *weight > 0.0).collect();
    weighted.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    let mut ranges: Vec<Tag> = weighted.into_iter().map(|(tag, _)| tag).collect();
    keep_script(&mut ranges);
    ranges
}

/// `*` is passed over by failing to parse, since whatever it could mean is the source.
fn range(text: &str) -> Option<(Tag, f32)> {
    let (tag, weight) = match text.split_once(';') {
        Some((tag, parameter)) => (tag, parameter.trim().strip_prefix("q=")?.parse().ok()?),
        None => (text, 1.0),
    };
    (0.0..=1.0).contains(&weight).then_some((tag.trim().parse().ok()?, weight))
}

/// Browsers add the bare language behind a regional one (`zh-TW,zh;q=0.9`). It is meant in the
/// script already asked for, not in the one that the language has by default.
fn keep_script(ranges: &mut [Tag]) {
    for at in 1..ranges.len() {
        let (wanted, [bare, ..]) = ranges.split_at_mut(at) else {
            return;
        };
        if bare.script.is_some() || bare.region.is_some() {
            continue;
        }
        if let Some(earlier) = wanted.iter().find(|earlier| earlier.language == bare.language) {
            bare.script = maximized(earlier).script;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Folder;

    /// Whatever else has been translated.
    fn english_and_chinese() -> Cultures {
        let folders = Folder::built_in().unwrap();
        let two: Vec<Folder> =
            folders.into_iter().filter(|folder| folder.tag == "en" || folder.tag == "zh-Hans").collect();
        Cultures::of(&two).unwrap()
    }

    fn chain(tag: &str) -> String {
        let tags: Vec<String> = fallbacks(&tag.parse().unwrap()).iter().map(Tag::to_string).collect();
        tags.join(" ")
    }

    #[test]
    fn a_region_falls_back_to_its_language() {
        assert_eq!(chain("es-MX"), "es-MX es-Latn-MX es-Latn es es-ES");
        assert_eq!(chain("pt-PT"), "pt-PT pt-Latn-PT pt-Latn pt pt-BR");
        assert_eq!(chain("pt"), "pt pt-Latn-BR pt-Latn pt-BR");
        assert_eq!(chain("en"), "en en-Latn-US en-Latn en-US");
        assert_eq!(chain("tlh"), "tlh");
    }

    #[test]
    fn a_tag_never_falls_back_across_scripts() {
        assert_eq!(chain("zh-TW"), "zh-TW zh-Hant-TW zh-Hant");
        assert_eq!(chain("zh-HK"), "zh-HK zh-Hant-HK zh-Hant zh-TW");
        assert_eq!(chain("sr-Latn"), "sr-Latn sr-Latn-RS");
    }

    #[test]
    fn chinese_is_chosen_by_script() {
        let cultures = english_and_chinese();
        for (header, chosen) in [
            ("zh", "zh-Hans"),
            ("zh-CN", "zh-Hans"),
            ("zh-SG", "zh-Hans"),
            ("zh-Hans-HK", "zh-Hans"),
            ("ZH-hans", "zh-Hans"),
            ("zh-TW", "en"),
            ("zh-HK", "en"),
            ("zh-TW,zh;q=0.9,en-US;q=0.8,en;q=0.7", "en"),
            ("zh-TW,zh-CN;q=0.9", "zh-Hans"),
        ] {
            assert_eq!(cultures.negotiate(header).tag.to_string(), chosen, "{header}");
        }
    }

    #[test]
    fn the_heaviest_range_that_is_spoken_wins() {
        let cultures = english_and_chinese();
        for (header, chosen) in [
            ("en;q=0.5, zh-CN", "zh-Hans"),
            ("zh-CN;q=0.5, en-GB;q=0.7", "en"),
            ("fr-CH, fr;q=0.9, zh;q=0.1", "zh-Hans"),
            ("zh-CN;q=0, fr", "en"),
            ("*, zh;q=0.5", "zh-Hans"),
            ("en-XA", "en-XA"),
            ("ar", "en"),
            ("ar-XB", "ar-XB"),
        ] {
            assert_eq!(cultures.negotiate(header).tag.to_string(), chosen, "{header}");
        }
    }

    #[test]
    fn what_is_malformed_is_passed_over() {
        let cultures = english_and_chinese();
        for header in ["", "*", ",;,", "zh;q=", "zh;q=NaN", "zh;q=2", "zh;x=1", "火", &"x,".repeat(99_999)] {
            assert_eq!(cultures.negotiate(header).tag.to_string(), "en");
        }
        assert_eq!(cultures.negotiate("!?, zh-CN;q=0.3").tag.to_string(), "zh-Hans");
    }

    #[test]
    fn ranges_beyond_the_bound_are_not_read() {
        let cultures = english_and_chinese();
        let header = |before| format!("{}zh", "fr,".repeat(before));
        assert_eq!(cultures.negotiate(&header(RANGES - 1)).tag.to_string(), "zh-Hans");
        assert_eq!(cultures.negotiate(&header(RANGES)).tag.to_string(), "en");
    }
}
