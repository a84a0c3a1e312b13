//! Every culture's messages, loaded once at start; how a message is found and formatted.

use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};

use fluent_bundle::{FluentResource, concurrent::FluentBundle};

use crate::{Culture, Direction, Folder, Tag, Value, check::malformed, negotiate::fallbacks, pseudo};

/// Shared by threads; a culture and its pseudo-locales share the resources.
type Bundle = FluentBundle<Arc<FluentResource>>;

/// The culture that every text is written in first and that every other falls back to.
pub(crate) static SOURCE: LazyLock<Tag> = LazyLock::new(|| "en".parse().expect("the source's tag is well formed"));

pub struct Cultures {
    /// The source is always among them.
    spoken: BTreeMap<Tag, Spoken>,
}

struct Spoken {
    culture: Culture,
    bundle: Bundle,
    /// The last touch to a formatted message.
    finish: fn(String) -> String,
}

impl Cultures {
    /// All cultures that are built in and say all that the source says, and the pseudo-locales. An error names the file
    /// and what is wrong in it.
    pub fn load() -> Result<Self, String> {
        Self::of(&Folder::built_in()?)
    }

    /// Those of these folders that say all that the source among them says.
    pub fn of(folders: &[Folder]) -> Result<Self, String> {
        let mut spoken = BTreeMap::new();
        for folder in folders {
            let culture = folder.culture()?;
            let resources = resources(folder)?;
            if culture.tag == *SOURCE {
                for pseudo in pseudo::all(&culture) {
                    let mut bundle = bundle(&culture.tag, &resources)?;
                    bundle.set_transform(Some(pseudo.text));
                    spoken.insert(pseudo.culture.tag.clone(), Spoken::new(pseudo.culture, bundle, pseudo.message));
                }
            }
            let bundle = bundle(&culture.tag, &resources)?;
            spoken.insert(culture.tag.clone(), Spoken::new(culture, bundle, |message| message));
        }
        let source = folders.iter().find(|folder| folder.tag == *SOURCE);
        let source = source.ok_or_else(|| format!("cultures/{} is missing, the source of all others", *SOURCE))?;
        let wanted: Vec<String> = source.fingerprints()?.into_keys().filter(|key| !key.starts_with('-')).collect();
        spoken.retain(|_, spoken| wanted.iter().all(|key| spoken.has_message(key)));
        Ok(Self { spoken })
    }

    /// Refuses keys that the source lacks. A module declares here all that it will ask for, so a
    /// forgotten message stops the start and not a reader.
    pub fn require(&self, keys: &[&str]) -> Result<(), String> {
        let source = self.source();
        let missing: Vec<&str> = keys.iter().copied().filter(|key| !source.has_message(key)).collect();
        if missing.is_empty() {
            return Ok(());
        }
        Err(format!("cultures/{} lacks {}", *SOURCE, missing.join(", ")))
    }

    /// A message in the nearest culture that has it. Values are set apart from the words around
    /// them by Unicode isolates (FSI, PDI), so that directions do not mix. Not escaped for HTML.
    pub fn text(&self, tag: &Tag, key: &str, values: &[(&str, Value<'_>)]) -> String {
        let chain = fallbacks(tag);
        let message = chain
            .iter()
            .chain([&*SOURCE])
            .filter_map(|tag| self.spoken.get(tag))
            .find_map(|spoken| spoken.text(key, values));
        debug_assert!(message.is_some(), "{key} is asked for but was not required at start");
        message.unwrap_or_else(|| key.to_owned())
    }

    /// The culture that speaks for a tag: its own, or the nearest that it falls back to.
    pub fn culture(&self, tag: &Tag) -> &Culture {
        self.nearest(tag).unwrap_or(&self.source().culture)
    }

    pub fn direction(&self, tag: &Tag) -> Direction {
        self.culture(tag).direction
    }

    /// Every culture's tag, in order, with the pseudo-locales ([`Culture::is_pseudo`]).
    pub fn tags(&self) -> impl Iterator<Item = &Tag> {
        self.spoken.keys()
    }

    /// As [`culture`](Self::culture), without the last resort to the source.
    pub(crate) fn nearest(&self, tag: &Tag) -> Option<&Culture> {
        fallbacks(tag).iter().find_map(|tag| self.spoken.get(tag)).map(|spoken| &spoken.culture)
    }

    fn source(&self) -> &Spoken {
        &self.spoken[&*SOURCE]
    }
}

impl Spoken {
    fn new(culture: Culture, bundle: Bundle, finish: fn(String) -> String) -> Self {
        Self { culture, bundle, finish }
    }

    fn has_message(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    fn text(&self, key: &str, values: &[(&str, Value<'_>)]) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let values = values.iter().cloned().collect();
        let mut errors = Vec::new();
        let message = self.bundle.format_pattern(pattern, Some(&values), &mut errors);
        debug_assert!(errors.is_empty(), "{key} was not given what it needs: {errors:?}");
        Some((self.finish)(message.into_owned()))
    }
}

fn resources(folder: &Folder) -> Result<Vec<Arc<FluentResource>>, String> {
    let parsed = folder.messages.iter().map(|(name, text)| {
        FluentResource::try_new(text.clone())
            .map(Arc::new)
            .map_err(|(_, errors)| format!("cultures/{}/{name}.ftl is {}", folder.tag, malformed(text, &errors)))
    });
    parsed.collect()
}

/// The tag decides how numbers are shown and which plural a count takes.
fn bundle(tag: &Tag, resources: &[Arc<FluentResource>]) -> Result<Bundle, String> {
    let mut bundle = FluentBundle::new_concurrent(vec![tag.clone()]);
    for resource in resources {
        bundle.add_resource(resource.clone()).map_err(|errors| format!("cultures/{tag} says twice: {errors:?}"))?;
    }
    Ok(bundle)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(text: &str) -> Tag {
        text.parse().unwrap()
    }

    /// Two cultures with as little as the tests below need.
    fn small() -> Cultures {
        let customs = Cultures::load().unwrap().culture(&SOURCE).clone();
        let spoken = [("en", "greeting = Hello { $name }\nbye = Goodbye"), ("es", "greeting = Hola { $name }")].map(
            |(name, text)| {
                let culture = Culture { tag: tag(name), ..customs.clone() };
                let resource = Arc::new(FluentResource::try_new(text.to_owned()).unwrap());
                let bundle = bundle(&culture.tag, &[resource]).unwrap();
                (culture.tag.clone(), Spoken::new(culture, bundle, |message| message))
            },
        );
        Cultures { spoken: spoken.into() }
    }

    #[test]
    fn cultures_can_be_shared_between_threads() {
        fn shared<T: Send + Sync + 'static>() {}
        shared::<Cultures>();
    }

    #[test]
    fn tags_are_the_folders_and_the_pseudo_locales() {
        let cultures = Cultures::load().unwrap();
        let tags: Vec<String> = cultures.tags().map(Tag::to_string).collect();
        for expected in ["ar-XB", "en", "en-XA", "zh-Hans"] {
            assert!(tags.iter().any(|tag| tag == expected), "{expected} is not among {tags:?}");
        }
        assert!(cultures.culture(&tag("en-XA")).is_pseudo);
        assert_eq!(cultures.culture(&tag("zh-CN")).name, "简体中文");
    }

    #[test]
    fn direction_is_that_of_the_culture_that_speaks() {
        let cultures = Cultures::load().unwrap();
        assert_eq!(cultures.direction(&tag("ar-XB")), Direction::Rtl);
        assert_eq!(cultures.direction(&tag("zh-Hans")), Direction::Ltr);
        assert_eq!(cultures.direction(&tag("tlh")), Direction::Ltr);
    }

    #[test]
    fn a_message_falls_back_one_by_one() {
        let cultures = small();
        let name = [("name", "Ada".into())];
        assert_eq!(cultures.text(&tag("es-MX"), "greeting", &name), "Hola \u{2068}Ada\u{2069}");
        assert_eq!(cultures.text(&tag("es-MX"), "bye", &[]), "Goodbye");
        assert_eq!(cultures.text(&tag("fr"), "bye", &[]), "Goodbye");
    }

    #[test]
    fn required_keys_that_the_source_lacks_are_all_named() {
        let cultures = small();
        assert_eq!(cultures.require(&["greeting", "bye"]), Ok(()));
        assert_eq!(cultures.require(&["greeting", "sigh", "cry"]), Err("cultures/en lacks sigh, cry".to_owned()),);
    }

    #[test]
    fn a_culture_speaks_once_it_says_everything() {
        let mut folders = Folder::built_in().unwrap();
        let named = |name: &str| folders.iter().find(|folder| folder.tag == tag(name)).cloned().unwrap();
        let (whole, mut partly, mut silent) = (named("zh-Hans"), named("zh-Hans"), named("zh-Hans"));
        partly.tag = tag("tlh");
        partly.messages.remove("common");
        silent.tag = tag("eo");
        silent.messages.clear();
        folders = vec![named("en"), whole, partly, silent];
        let cultures = Cultures::of(&folders).unwrap();
        let tags: Vec<String> = cultures.tags().map(Tag::to_string).collect();
        assert_eq!(tags, ["ar-XB", "en", "en-XA", "zh-Hans"]);
        assert_eq!(cultures.negotiate("eo, tlh, zh").tag, tag("zh-Hans"));
        assert_eq!(Cultures::of(&folders[1..]).err().unwrap(), "cultures/en is missing, the source of all others");
    }

    #[test]
    fn a_message_said_twice_is_refused() {
        let resource = Arc::new(FluentResource::try_new("bye = Goodbye".to_owned()).unwrap());
        assert!(bundle(&SOURCE, &[resource.clone(), resource]).is_err());
    }

    #[test]
    fn pseudo_locales_leave_values_alone() {
        let cultures = Cultures::load().unwrap();
        let values = [("user", "@ada:example.org".into()), ("address", "https://a.example".into())];
        for name in ["en-XA", "ar-XB"] {
            let text = cultures.text(&tag(name), "accounts-setup-done", &values);
            assert!(text.contains("\u{2068}@ada:example.org\u{2069}"), "{text}");
            assert!(text.contains("\u{2068}https://a.example\u{2069}"), "{text}");
        }
        let long = cultures.text(&tag("en-XA"), "accounts-setup-button", &[]);
        assert_eq!(long, "⟦Ƈřḗȧŧḗ ȧƈƈǿŭƞŧ ~~~~ ⟧");
    }
}
