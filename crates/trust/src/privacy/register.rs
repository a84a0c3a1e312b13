//! The register: what is kept of members, by whom and what for, as the app hands it in once all modules are there.

use std::sync::Weak;

use hearth_http::Module;
use hearth_i18n::Tag;
use hearth_kernel::{
    Result,
    ports::{Export, Purpose},
};
use serde_json::{Map, Value, json};

use super::{Privacy, purposes, view};

/// A kind of signal, as the register tells of it.
pub struct ListedSignal {
    pub name: &'static str,
    pub doc: &'static str,
    pub purpose: Purpose,
    pub kept_days: i64,
    /// What it records beside who and when: a field, and what it says.
    pub fields: Vec<(&'static str, String)>,
}

/// What the other modules keep of members.
pub(super) struct Register {
    modules: Vec<Listed>,
    signals: Vec<ListedSignal>,
}

struct Listed {
    name: &'static str,
    personal_data: &'static [&'static str],
    /// Weak: this module is itself among them.
    export: Option<Weak<dyn Export>>,
}

impl Privacy {
    /// Hands in what all modules keep. Once, before the first request.
    pub fn list(&self, modules: &[Module], signals: Vec<ListedSignal>) {
        let listed = |module: &Module| Listed {
            name: module.name,
            personal_data: module.personal_data,
            export: module.export.as_ref().map(std::sync::Arc::downgrade),
        };
        let modules = modules.iter().filter(|module| !module.personal_data.is_empty()).map(listed).collect();
        assert!(self.register.set(Register { modules, signals }).is_ok(), "there is one register");
    }

    fn listed(&self) -> (&[Listed], &[ListedSignal]) {
        self.register.get().map_or((&[], &[]), |register| (&register.modules, &register.signals))
    }

    /// Everything that is kept and what for, in one language.
    pub(super) fn register(&self, language: &Tag) -> Value {
        let (modules, signals) = self.listed();
        let purposes = Purpose::ALL.map(|purpose| purposes::describe(&self.cultures, language, purpose));
        let text = |key: &&str| Value::from(purposes::text(&self.cultures, language, key));
        let kept = |module: &Listed| module.personal_data.iter().map(text).collect::<Vec<Value>>();
        let modules: Vec<Value> =
            modules.iter().map(|module| json!({ "module": module.name, "personal_data": kept(module) })).collect();
        let signals: Vec<Value> = signals.iter().map(signal).collect();
        json!({
            "language": language.to_string(),
            "purposes": purposes,
            "defaults": view::defaults(&self.settings, &self.cultures, language),
            "modules": modules,
            "signals": signals,
        })
    }

    /// What every module keeps of a member, as far as it can hand it over, and who cannot yet.
    pub(super) async fn export(&self, member: &str) -> Result<Value> {
        let (mut modules, mut missing) = (Map::new(), Vec::new());
        for module in self.listed().0 {
            match module.export.as_ref().and_then(Weak::upgrade) {
                Some(export) => drop(modules.insert(module.name.to_owned(), export.export(member).await?)),
                None => missing.push(module.name),
            }
        }
        Ok(json!({ "member": member, "at_ms": self.context.now_ms(), "modules": modules, "missing": missing }))
    }
}

fn signal(signal: &ListedSignal) -> Value {
    let ListedSignal { name, doc, purpose, kept_days, fields } = signal;
    let fields: Map<String, Value> =
        fields.iter().map(|(field, says)| ((*field).into(), says.as_str().into())).collect();
    json!({ "signal": name, "what": doc, "purpose": purpose.word(), "kept_days": kept_days, "fields": fields })
}
