//! A new module after the house's plan: a small slice that compiles, from the route to the disk, and the
//! lines to add by hand.

use crate::{
    generate::write_file,
    rules::{ORDER_FILE, has_row},
    tree::{Place, Tree},
};

/// The files of a module with `{{name}}` and `{{Name}}` for its own.
const FILES: [(&str, &str); 7] = [
    ("mod.rs", include_str!("mod.rs.txt")),
    ("model.rs", include_str!("model.rs.txt")),
    ("service.rs", include_str!("service.rs.txt")),
    ("store.rs", include_str!("store.rs.txt")),
    ("route.rs", include_str!("route.rs.txt")),
    ("tests.rs", include_str!("tests.rs.txt")),
    ("migrations/0001_{{name}}.sql", include_str!("migration.sql.txt")),
];

/// `NAME` for a module of the matrix crate, `CRATE/NAME` for another's.
pub(crate) fn write(tree: &Tree, place: &str) -> Result<String, String> {
    let (in_crate, module) = place.split_once('/').unwrap_or(("matrix", place));
    let place = Place { in_crate, module };
    refuse(tree, &place)?;
    for (path, text) in files(&place) {
        write_file(tree, &path, &text)?;
    }
    Ok(by_hand(&place))
}

fn refuse(tree: &Tree, place: &Place<'_>) -> Result<(), String> {
    let Place { in_crate, module } = place;
    let is_name = module.starts_with(|first: char| first.is_ascii_lowercase())
        && module.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_');
    if !is_name {
        return Err(format!("{module:?} is no name for a module: small letters and underscores"));
    }
    if !tree.has(&format!("crates/{in_crate}/src/lib.rs")) {
        return Err(format!("there is no crates/{in_crate}/src/lib.rs; make the crate first"));
    }
    match tree.modules().find(|other| other.module == *module) {
        Some(other) => Err(format!("{} is there already, and one word names one module", other.folder())),
        None => Ok(()),
    }
}

fn files(place: &Place<'_>) -> Vec<(String, String)> {
    let type_name = type_name(place.module);
    let fill = |text: &str| text.replace("{{name}}", place.module).replace("{{Name}}", &type_name);
    FILES.iter().map(|(path, text)| (format!("{}/{}", place.folder(), fill(path)), fill(text))).collect()
}

/// `membership_plans` keeps its things in `MembershipPlans`.
fn type_name(module: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    module.split('_').filter(|word| !word.is_empty()).map(capital).collect()
}

fn by_hand(place: &Place<'_>) -> String {
    let Place { in_crate, module } = place;
    let type_name = type_name(module);
    let row = match has_row(in_crate) {
        true => format!("in {ORDER_FILE}:\n    \"{module}\" at its place in ROWS\n"),
        false => String::new(),
    };
    format!(
        "Written: {folder}\n\
         Add by hand, in crates/{in_crate}/src/lib.rs:\n    \
             pub mod {module};\n    \
             pub {module}: Arc<{module}::{type_name}>,          among the fields\n    \
             let {module} = {module}::{type_name}::new(store.clone(), context.clone());\n    \
             {module}::module(&self.{module}),          in modules()\n    \
             {module}::MIGRATIONS,          in migrations()\n\
         {row}\
         in cultures/en/{module}.ftl, and in the other cultures:\n    \
             {module}-keeps-names = The names that you keep here, and since when.\n\
         in crates/{in_crate}/Cargo.toml, what is missing of:\n    \
             hearth-http, hearth-kernel, hearth-store, http, serde_json; for the tests hearth-store with \"testing\"\n\
         then `cargo fmt --all`, since the order of imports hangs on the name, and `make generate`, which lists the migration's sum.",
        folder = place.folder()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules;

    const LIB: (&str, &str) = ("crates/belonging/src/lib.rs", "//! B.\n");
    const PLACE: Place<'_> = Place { in_crate: "belonging", module: "audit_trail" };

    #[test]
    fn what_is_written_keeps_the_rules() {
        let files = files(&PLACE);
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let names: Vec<&str> =
            files.iter().filter_map(|(path, _)| path.strip_prefix("crates/belonging/src/audit_trail/")).collect();
        assert_eq!(
            names,
            ["mod.rs", "model.rs", "service.rs", "store.rs", "route.rs", "tests.rs", "migrations/0001_audit_trail.sql"]
        );
        assert!(files.iter().all(|(_, text)| !text.contains("{{")));
        let tree = Tree::of(&[files, vec![LIB]].concat());
        let own: Vec<rules::Rule> = rules::ALL.iter().copied().filter(|rule| rule.name != "generated").collect();
        rules::hold(&tree, &own).unwrap_or_else(|report| panic!("{report}"));
    }

    #[test]
    fn names_that_cannot_be_are_refused() {
        let tree = Tree::of(&[LIB, ("crates/belonging/src/audit/mod.rs", "//! A.\n")]);
        let refused = |name| write(&tree, name).unwrap_err();
        assert_eq!(refused("belonging/Audit"), "\"Audit\" is no name for a module: small letters and underscores");
        assert_eq!(refused("belonging/../x"), "\"../x\" is no name for a module: small letters and underscores");
        assert_eq!(refused("attic/x"), "there is no crates/attic/src/lib.rs; make the crate first");
        assert_eq!(
            refused("belonging/audit"),
            "crates/belonging/src/audit is there already, and one word names one module"
        );
    }

    #[test]
    fn the_lines_to_add_are_named() {
        let lines = by_hand(&Place { in_crate: "matrix", module: "calls" });
        assert!(lines.contains("\"calls\" at its place in ROWS"), "{lines}");
        let without_a_row = by_hand(&PLACE);
        assert!(without_a_row.contains("audit_trail::AuditTrail::new") && !without_a_row.contains("ROWS"));
    }
}
