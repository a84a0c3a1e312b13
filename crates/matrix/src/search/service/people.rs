//! Finding members by their names.

use std::collections::BTreeSet;

use hearth_kernel::Result;
use ruma::UserId;

use crate::search::{Search, model::fit, store, words};

/// A member as others find them.
pub(in crate::search) struct Person {
    pub(in crate::search) user_id: String,
    pub(in crate::search) display_name: Option<String>,
    pub(in crate::search) avatar_url: Option<String>,
}

impl Search {
    /// Others whom the reader may know of, the best fitting first, and whether there are more.
    pub(in crate::search) async fn people(
        &self,
        reader: &str,
        text: &str,
        limit: usize,
    ) -> Result<(Vec<Person>, bool)> {
        // Who is looked for by the whole id is found by its local part.
        let text = text.trim();
        let text = text.strip_prefix('@').map_or(text, |id| id.split(':').next().unwrap_or(id));
        let parts = words::plain_words(text);
        let Some(longest) = parts.iter().max_by_key(|part| part.len()) else { return Ok((Vec::new(), false)) };
        self.catch_up().await;
        let candidates: BTreeSet<String> = store::named(&self.store, longest).await?.into_iter().collect();
        let wanted = words::fold(text);
        let mut people = Vec::new();
        for user_id in candidates {
            let Some(profile) = self.accounts.profile(&user_id).await? else { continue };
            let localpart = UserId::parse(&user_id).map_or_else(|_| String::new(), |id| words::fold(id.localpart()));
            let name = words::fold(profile.display_name.as_deref().unwrap_or_default());
            if parts.iter().all(|part| localpart.contains(part) || name.contains(part)) {
                let person = Person { user_id, display_name: profile.display_name, avatar_url: profile.avatar_url };
                people.push((fit(&wanted, &localpart, &name), name, person));
            }
        }
        people.sort_by(|a, b| (a.0, &a.1, &a.2.user_id).cmp(&(b.0, &b.1, &b.2.user_id)));
        let mut known = Vec::new();
        for (.., person) in people {
            if person.user_id == reader || !self.rooms.knows(reader, &person.user_id).await? {
                continue;
            }
            if known.len() == limit {
                return Ok((known, true));
            }
            known.push(person);
        }
        Ok((known, false))
    }
}
