//! What waits in memory for its second half: it ends after its time, and the newest push out others
//! when there are too many. A restart forgets all of it.

use std::collections::BTreeMap;

use parking_lot::Mutex;

pub(super) struct Pending<V> {
    most: usize,
    lives_ms: i64,
    held: Mutex<BTreeMap<String, Held<V>>>,
}

struct Held<V> {
    until_ms: i64,
    value: V,
}

impl<V: Clone> Pending<V> {
    pub(super) fn new(most: usize, lives_ms: i64) -> Self {
        Self { most, lives_ms, held: Mutex::default() }
    }

    pub(super) fn put(&self, id: String, value: V, now_ms: i64) {
        let mut held = self.held.lock();
        if held.len() >= self.most {
            held.retain(|_, held| held.until_ms > now_ms);
        }
        if held.len() >= self.most {
            held.pop_first();
        }
        held.insert(id, Held { until_ms: now_ms + self.lives_ms, value });
    }

    pub(super) fn get(&self, id: &str, now_ms: i64) -> Option<V> {
        let held = self.held.lock();
        held.get(id).filter(|held| held.until_ms > now_ms).map(|held| held.value.clone())
    }

    /// What is there after a change to it; nothing where it has ended.
    pub(super) fn update(&self, id: &str, now_ms: i64, change: impl FnOnce(&mut V)) -> Option<V> {
        let mut held = self.held.lock();
        let held = held.get_mut(id).filter(|held| held.until_ms > now_ms)?;
        change(&mut held.value);
        Some(held.value.clone())
    }

    pub(super) fn remove_where(&self, is_meant: impl Fn(&V) -> bool) {
        self.held.lock().retain(|_, held| !is_meant(&held.value));
    }

    /// What was there, for the one who comes first.
    pub(super) fn take(&self, id: &str, now_ms: i64) -> Option<V> {
        let held = self.held.lock().remove(id);
        held.filter(|held| held.until_ms > now_ms).map(|held| held.value)
    }
}

#[cfg(test)]
mod tests {
    use super::Pending;

    #[test]
    fn it_is_there_once_and_for_its_time_only() {
        let pending = Pending::new(2, 100);
        pending.put("a".into(), 1, 0);
        assert_eq!((pending.get("a", 99), pending.get("a", 100)), (Some(1), None));
        assert_eq!((pending.update("a", 99, |value| *value += 1), pending.update("a", 100, |_| ())), (Some(2), None));
        assert_eq!((pending.take("a", 99), pending.take("a", 99)), (Some(2), None));
    }

    #[test]
    fn when_full_the_late_go_first_and_then_any() {
        let pending = Pending::new(2, 100);
        pending.put("late".into(), 1, 0);
        pending.put("b".into(), 2, 50);
        pending.put("c".into(), 3, 120);
        assert_eq!((pending.get("b", 120), pending.get("c", 120)), (Some(2), Some(3)));
        pending.put("d".into(), 4, 121);
        assert_eq!((pending.get("b", 121), pending.get("d", 121)), (None, Some(4)));
    }
}
