//! What Hearth promises, as the binary finds it.

use serde_json::Value;

use crate::support::{Place, hearth, run, text};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_check_of_the_mission_holds_and_says_what_is_missing() {
    let output = run(hearth(&Place::embedded(), &["mission", "check", "--json"])).await;
    let rows: Vec<Value> = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(rows.len(), 31);
    for row in &rows {
        let faults: Vec<&Value> =
            row["checks"].as_array().into_iter().flatten().filter(|check| check["holds"] != true).collect();
        // A binary that was built without the app says so.
        let is_app = |fault: &&&Value| fault["fault"].as_str().is_some_and(|fault| fault.contains("without the app"));
        assert!(faults.iter().all(|fault| is_app(&fault)), "{}: {faults:?}", row["row"]);
        let is_told = row["checks"].as_array().is_some_and(Vec::is_empty) == (text(row, "status") == "not built");
        assert!(is_told, "{row}");
    }
    let built =
        ["F1.1", "F1.2", "F1.3", "F1.4", "F2.1", "F3.1", "F3.2", "F4.1", "F6.1", "F6.2", "F6.3", "F9.1", "F9.2"];
    for row in rows.iter().filter(|row| built.contains(&text(row, "row").as_str())) {
        assert_ne!(text(row, "status"), "not built", "{row}");
    }
}
