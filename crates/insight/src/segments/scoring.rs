//! What was said last of who will leave, for the rules that ask for it.

use std::collections::HashMap;

use hearth_kernel::ports::Answer;

use crate::{
    churn::{log::Names, model::CURVE, reason::Cause},
    features::Group,
    signals::Workspace,
};

/// How likely one member is to leave, and why.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Chances {
    /// To be silent for the horizon, 0 to 1.
    pub risk: f64,
    /// To have left within each span of days of the curve.
    pub within: [f64; CURVE.len()],
    /// The first reason. The less likely have none.
    pub reason: Option<(Cause, Group)>,
}

/// The newest that was said of a workspace, up to a moment.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// As of when, in seconds since 1970.
    pub at: Option<i64>,
    /// Why there is nothing, in words.
    pub message: Option<String>,
    /// By the name of the member.
    pub chances: HashMap<Box<str>, Chances>,
}

impl Said {
    /// By the number of the member.
    pub fn numbered(&self, members: &Names) -> Vec<Option<Chances>> {
        let mut numbered = vec![None; members.len()];
        for (name, chances) in &self.chances {
            if let Some(number) = members.find(name) {
                numbered[number as usize] = Some(*chances);
            }
        }
        numbered
    }
}

/// Who says how likely members are to leave. Segments ask, and do not know who that is.
pub trait Scoring: Send + Sync {
    /// When the newest was said, not later than `until`, in words for a reader of these languages; nobody's chances.
    fn outline<'a>(&'a self, workspace: &'a Workspace, until: i64, languages: &'a str) -> Answer<'a, Said>;

    /// All of it.
    fn newest<'a>(&'a self, workspace: &'a Workspace, until: i64, languages: &'a str) -> Answer<'a, Said>;
}

/// Says always the same.
#[cfg(test)]
#[derive(Default)]
pub struct Saying(pub Said);

#[cfg(test)]
impl Scoring for Saying {
    fn outline<'a>(&'a self, _: &'a Workspace, _: i64, _: &'a str) -> Answer<'a, Said> {
        Box::pin(std::future::ready(Ok(Said { chances: HashMap::new(), ..self.0.clone() })))
    }

    fn newest<'a>(&'a self, _: &'a Workspace, _: i64, _: &'a str) -> Answer<'a, Said> {
        Box::pin(std::future::ready(Ok(self.0.clone())))
    }
}
