//! Words and customs of every culture: what a person reads comes from here, never from code.
//!
//! One folder a culture in `cultures/`, embedded in the binary and read once at start. `en` is the
//! source: it has every message, so a lookup that finds nothing in a culture ends there. A culture speaks once it has
//! every message of the source. Knows messages by key and no domain; a module declares its keys with
//! [`Cultures::require`].

mod bundle;
mod check;
mod culture;
mod folder;
mod negotiate;
mod occasion;
mod provenance;
mod pseudo;
mod report;

pub use bundle::Cultures;
pub use culture::{
    Calendar, Culture, Density, Direction, HourCycle, NameOrder, Numerals, Politeness, QuietHours, Register, SignIn,
    TimeOfDay, Weekday,
};
pub use fluent_bundle::FluentValue as Value;
pub use folder::Folder;
pub use negotiate::fallbacks;
pub use occasion::Occasion;
pub use provenance::{Origin, Provenance, Review};
pub use report::{Coverage, Report};
pub use unic_langid::LanguageIdentifier as Tag;
