//! What was probably meant by a name that there is not.

/// Of these names the one that is most like what was said.
pub(crate) fn nearest(said: &str, names: impl IntoIterator<Item = &'static str>) -> &'static str {
    let likeness = |name: &&'static str| strsim::jaro_winkler(name, said);
    names.into_iter().max_by(|one, other| likeness(one).total_cmp(&likeness(other))).unwrap_or_default()
}
