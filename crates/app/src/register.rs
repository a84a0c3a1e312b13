//! The register of privacy is made of what all crates declare; here it is gathered.

use hearth_insight::signals::{KINDS, SignalKind, Words};
use hearth_trust::privacy::ListedSignal;

/// Every kind of signal that there is.
pub(crate) fn signals() -> Vec<ListedSignal> {
    KINDS.iter().map(|kind| listed(kind)).collect()
}

fn listed(kind: &SignalKind) -> ListedSignal {
    let says = |text: Option<&str>| text.map(str::to_owned);
    let fields = [
        ("peer", says(kind.peer)),
        ("room", says(kind.room)),
        ("variant", words(kind.variants)),
        ("place", words(kind.places)),
        ("amount", says(kind.amount)),
    ];
    ListedSignal {
        name: kind.name,
        doc: kind.doc,
        purpose: kind.purpose,
        kept_days: kind.kept_days,
        fields: fields.into_iter().filter_map(|(field, says)| Some((field, says?))).collect(),
    }
}

/// What a field with words can hold.
fn words(words: Words) -> Option<String> {
    match words {
        Words::None => None,
        Words::Closed(words) => Some(format!("one of {}", words.join(", "))),
        Words::OfWorkspace => Some("a word that the product has named".to_owned()),
    }
}
