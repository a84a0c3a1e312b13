//! Words and customs of every culture: what a person reads comes from here, never from code.
//!
//! One folder a culture in `cultures/`, embedded in the binary and read once at start. `en` is the
//! source: it has every message, so a lookup that finds nothing in a culture ends there. Knows
//! messages by key and no domain; a module declares its keys with [`Cultures::require`].

mod bundle;
mod culture;
mod negotiate;
mod pseudo;

pub use bundle::Cultures;
pub use culture::{Culture, Day, Direction};
pub use fluent_bundle::FluentValue as Value;
pub use unic_langid::LanguageIdentifier as Tag;
