//! Whom each member ignores, as their account data says: kept in memory, read again when it may have
//! changed.

use std::{collections::BTreeSet, sync::Arc};

use hearth_kernel::Result;

use super::Rooms;
use crate::kept::Cache;

/// The account data that the list stands in.
const LIST: &str = "m.ignored_user_list";

/// The ids of the members that somebody ignores.
pub(crate) type Ignored = BTreeSet<String>;

/// By the member who ignores.
pub(super) type IgnoredLists = Cache<Box<str>, Arc<Ignored>>;

impl Rooms {
    pub(crate) async fn ignored(&self, member: &str) -> Result<Arc<Ignored>> {
        if let Some(known) = self.ignored.get(member) {
            return Ok(known);
        }
        let generation = self.ignored.generation();
        let stored = self.accounts.account_data(member, None, LIST).await?;
        let list = Arc::new(stored.map(|content| parse(&content, member)).unwrap_or_default());
        self.ignored.put(generation, member.into(), list.clone());
        Ok(list)
    }
}

/// What is no list ignores nobody, and nobody ignores themselves. Nobody has a name with a NUL, and no database takes one.
fn parse(content: &str, member: &str) -> Ignored {
    let content: serde_json::Value = serde_json::from_str(content).unwrap_or_default();
    let listed = content["ignored_users"].as_object().into_iter().flatten().map(|(user_id, _)| user_id.clone());
    listed.filter(|user_id| user_id != member && !user_id.contains('\0')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_names_others_by_its_keys() {
        let of = |content: &str| parse(content, "@me:test").into_iter().collect::<Vec<_>>();
        assert_eq!(
            of(r#"{"ignored_users":{"@a:test":{},"@b:test":null,"@me:test":{},"@n\u0000:test":{}}}"#),
            ["@a:test", "@b:test"]
        );
        for none in ["{}", "[]", "1", r#"{"ignored_users":[]}"#, r#"{"ignored_users":"@a:test"}"#] {
            assert_eq!(of(none), Vec::<String>::new(), "{none}");
        }
    }
}
