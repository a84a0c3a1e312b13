//! What must hold of all modules together, looked at once, as the house is put together.

use std::collections::BTreeSet;

use hearth_http::Module;
use hearth_i18n::Cultures;
use hearth_kernel::{Error, Result};

pub(crate) fn check(modules: &[Module], cultures: &Cultures) -> Result<()> {
    let mut names = BTreeSet::new();
    let mut routes = BTreeSet::new();
    let mut facts = BTreeSet::new();
    for module in modules {
        if !names.insert(module.name) {
            return Err(Error::internal(format!("two modules are named {}", module.name)));
        }
        for route in &module.routes {
            if !routes.insert((route.method.to_string(), route.path.clone())) {
                return Err(Error::internal(format!("two routes serve {} {}", route.method, route.path)));
            }
        }
        for fact in module.facts {
            if !facts.insert(fact.name) || !fact.name.starts_with(&format!("{}.", module.name)) {
                return Err(Error::internal(format!("the fact {} is stated twice or by another module", fact.name)));
            }
        }
        for migration in module.migrations {
            if migration.module != module.name {
                return Err(Error::internal(format!("{} migrates another module", module.name)));
            }
        }
        for texts in [module.strings, module.personal_data] {
            cultures.require(texts).map_err(Error::internal)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use hearth_http::{Access, Rate, Route, empty};
    use hearth_kernel::FactKind;
    use hearth_store::Migration;
    use http::Method;

    use super::*;

    static OWN: FactKind = FactKind { name: "one.happened", doc: "Something happened." };
    static FOREIGN: FactKind = FactKind { name: "other.happened", doc: "Something happened elsewhere." };
    const HAPPENED: &[&FactKind] = &[&OWN];
    const TWICE: &[&FactKind] = &[&OWN, &OWN];
    const ELSEWHERE: &[&FactKind] = &[&FOREIGN];
    const FOREIGN_STEP: &[Migration] = &[Migration { module: "other", number: 1, sql: "", postgres: None }];

    fn named(name: &'static str) -> Module {
        Module { name, ..Module::default() }
    }

    fn serving(name: &'static str, path: &str) -> Module {
        let route = Route::new(Method::GET, path, Access::Public, Rate::Free, async |_| Ok(empty()));
        Module { routes: vec![route], ..named(name) }
    }

    fn expect(modules: &[Module], said: &str) {
        let cultures = Cultures::load().expect("the cultures");
        let error = check(modules, &cultures).expect_err("they do not fit");
        assert!(error.message.contains(said), "{} does not say {said:?}", error.message);
    }

    #[test]
    fn each_way_not_to_fit_is_named() {
        expect(&[named("one"), named("one")], "two modules are named one");
        expect(&[serving("one", "/here"), serving("other", "/here")], "two routes serve GET /here");
        expect(&[Module { facts: TWICE, ..named("one") }], "one.happened is stated twice");
        expect(&[Module { facts: ELSEWHERE, ..named("one") }], "other.happened is stated twice or by another module");
        expect(&[Module { migrations: FOREIGN_STEP, ..named("one") }], "one migrates another module");
        expect(&[Module { strings: &["no-such-text"], ..named("one") }], "no-such-text");
        expect(&[Module { personal_data: &["no-such-text"], ..named("one") }], "no-such-text");
    }

    #[test]
    fn what_fits_is_taken() {
        let cultures = Cultures::load().expect("the cultures");
        let one = Module { facts: HAPPENED, ..serving("one", "/here") };
        check(&[one, serving("other", "/there")], &cultures).expect("they fit");
    }
}
