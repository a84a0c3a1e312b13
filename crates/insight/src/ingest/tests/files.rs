//! Files of events that are moved in.

use super::*;

fn import(path: &Path, workspace: &str) -> Import {
    Import {
        path: path.to_owned(),
        format: Format::of(path).unwrap(),
        columns: Columns::default(),
        workspace: workspace.to_owned(),
        basis: Some("contract".to_owned()),
        accepts: Some(Ruling::Activity),
        is_lenient: false,
        only_resumes: false,
    }
}

fn rows(count: usize) -> String {
    let row = |at: usize| {
        format!("m{},{},{},m{}\n", at % 50, NOW / 1_000 - at as i64 * 600, ["sent", "read"][at % 2], at % 7)
    };
    let rows: String = (0..count).map(row).collect();
    format!("user,time,event,peer\n{rows}")
}

#[test]
fn a_file_is_moved_in_once_however_often_it_is_tried() {
    on_both(|place| async move {
        let shop = Shop::open(&place).await;
        let path = place.path().join("log.csv");
        std::fs::write(&path, rows(3_210)).unwrap();
        let steps = std::sync::Mutex::new(Vec::new());
        let imported = shop
            .ingest
            .import(&import(&path, "shop"), |done, all| steps.lock().unwrap().push((done, all)))
            .await
            .unwrap();
        assert_eq!((imported.rows, imported.rows_before, imported.held.len()), (3_210, 0, 0));
        assert_eq!(steps.into_inner().unwrap(), [(1_000, 3_210), (2_000, 3_210), (3_000, 3_210), (3_210, 3_210)]);
        assert_eq!(shop.logged().await.len(), 3_210);
        let again = shop.ingest.import(&import(&path, "shop"), |_, _| panic!("nothing is stored")).await.unwrap();
        assert_eq!((again.rows_before, again.report), (3_210, None));
        let shop = shop.killed(&place).await;
        shop.ingest.import(&import(&path, "shop"), |_, _| {}).await.unwrap();
        assert_eq!(shop.logged().await.len(), 3_210);
        // Read otherwise it would be another log; in another workspace it is one.
        let otherwise = Import { columns: Columns::parse("user=peer").unwrap(), ..import(&path, "shop") };
        assert_eq!(shop.ingest.import(&otherwise, |_, _| {}).await.unwrap_err().kind, Kind::Invalid);
        shop.ingest.import(&import(&path, "other"), |_, _| {}).await.unwrap();
        assert_eq!(shop.logged().await.len(), 3_210);
        shop.store.close().await;
    });
}

/// The same number of events in another format.
fn file_of(name: &str, count: usize) -> Vec<u8> {
    let seconds = |at: usize| NOW / 1_000 - at as i64 * 600;
    let line = |at: usize| format!("{{\"user\":\"m{}\",\"time\":{},\"kind\":\"sent\"}}\n", at % 50, seconds(at));
    match Format::of(Path::new(name)).unwrap() {
        Format::Csv => rows(count).into_bytes(),
        Format::Jsonl => (0..count).map(line).collect::<String>().into_bytes(),
        Format::Parquet => {
            let times: Vec<i64> = (0..count).map(|at| seconds(at) * 1_000).collect();
            crate::ingest::file::tests::table(crate::ingest::file::tests::IN_MILLISECONDS, &times)
        }
    }
}

#[test]
fn import_step_rows_are_stored_whole_and_an_import_that_is_killed_goes_on() {
    ["log.csv", "log.jsonl", "log.parquet"].into_iter().for_each(an_import_that_is_killed_goes_on);
}

fn an_import_that_is_killed_goes_on(name: &'static str) {
    on_both(move |place| async move {
        let mut shop = Shop::open(&place).await;
        let path = place.path().join(name);
        let all = 14 * limits::IMPORT_STEP_ROWS + 5;
        std::fs::write(&path, file_of(name, all)).unwrap();
        let none = Import { only_resumes: true, ..import(&path, "shop") };
        assert_eq!(shop.ingest.import(&none, |_, _| {}).await.unwrap_err().kind, Kind::NotFound);
        for cut in [0, 3, 8] {
            let import = import(&path, "shop");
            let (ingest, cut_at) = (shop.ingest.clone(), (cut * limits::IMPORT_STEP_ROWS) as u64);
            // The process ends in the middle of whatever it does.
            let (reached, mut there) = tokio::sync::mpsc::unbounded_channel();
            let running = tokio::spawn(async move {
                let cut = |done: u64, _| {
                    if done >= cut_at {
                        reached.send(()).ok();
                    }
                };
                ingest.import(&import, cut).await.map(drop)
            });
            there.recv().await;
            running.abort();
            running.await.ok();
            shop = shop.killed(&place).await;
        }
        let begun =
            store::import(&shop.store, "shop", &crate::ingest::file::digest(&path).unwrap()).await.unwrap().unwrap();
        assert!(begun.rows_done % limits::IMPORT_STEP_ROWS as i64 == 0 || begun.rows_done == all as i64, "{begun:?}");
        let resumed = Import { only_resumes: true, ..import(&path, "shop") };
        let imported = shop.ingest.import(&resumed, |_, _| {}).await.unwrap();
        assert!(imported.rows_before >= 8_000 && imported.rows == all as u64, "{imported:?}");
        let mut found: Vec<_> =
            shop.logged().await.iter().map(|signal| (signal.at_ms, signal.member.to_string())).collect();
        assert_eq!(found.len(), all);
        found.sort_unstable();
        found.dedup();
        assert_eq!(found.len(), all);
        shop.store.close().await;
    });
}

#[test]
fn a_file_with_rows_that_are_not_understood_is_refused_whole_or_read_leniently() {
    on_both(|place| async move {
        let shop = Shop::open(&place).await;
        let path = place.path().join("log.csv");
        std::fs::write(&path, rows(5) + "m1,never,sent,m2\n").unwrap();
        let refused = shop.ingest.import(&import(&path, "shop"), |_, _| {}).await.unwrap_err();
        assert!(refused.message.contains("line 7, column time: `never` is not a time"), "{}", refused.message);
        assert!(shop.settled().await.is_empty());
        let lenient = Import { is_lenient: true, ..import(&path, "shop") };
        let imported = shop.ingest.import(&lenient, |_, _| {}).await.unwrap();
        assert_eq!((imported.rows, imported.report.map(|report| report.bad)), (6, Some(1)));
        assert_eq!(shop.logged().await.len(), 5);
        shop.store.close().await;
    });
}

#[test]
fn names_of_a_file_are_held_unless_they_are_accepted_and_an_empty_file_is_no_mistake() {
    on_both(|place| async move {
        let shop = Shop::open(&place).await;
        let path = place.path().join("log.csv");
        std::fs::write(&path, rows(10)).unwrap();
        let held = Import { accepts: None, ..import(&path, "shop") };
        let imported = shop.ingest.import(&held, |_, _| {}).await.unwrap();
        assert_eq!(imported.held, [("read".to_owned(), 5), ("sent".to_owned(), 5)]);
        shop.rule("sent", "activity").await;
        assert_eq!(shop.settled().await.len(), 5);
        let empty = place.path().join("empty.csv");
        std::fs::write(&empty, "user,time\n").unwrap();
        for _ in 0..2 {
            assert_eq!(shop.ingest.import(&import(&empty, "shop"), |_, _| {}).await.unwrap().rows, 0);
        }
        let nobody = Import { basis: None, ..import(&path, "new") };
        assert!(shop.ingest.import(&nobody, |_, _| {}).await.unwrap_err().message.contains("--basis"));
        let nothing = import(&place.path().join("nothing.csv"), "shop");
        assert_eq!(shop.ingest.import(&nothing, |_, _| {}).await.unwrap_err().kind, Kind::Invalid);
        shop.store.close().await;
    });
}

#[test]
fn history_that_was_moved_in_stays_as_long_as_what_happens_now() {
    on_both(|place| async move {
        let shop = Shop::open(&place).await;
        let old_ms = NOW - 3_000 * 86_400_000;
        let file = place.path().join("old.csv");
        std::fs::write(&file, format!("user,time,event\nada,{},page\nben,{},page\n", old_ms / 1_000, NOW / 1_000))
            .unwrap();
        shop.ingest.import(&import(&file, "shop"), |_, _| {}).await.unwrap();
        for days in [1, 90, 300] {
            shop.ingest.log.tidy(NOW + days * 86_400_000).await.unwrap();
            assert_eq!(shop.logged().await.len(), 2, "after {days} days");
        }
        shop.ingest.log.tidy(NOW + 2_000 * 86_400_000).await.unwrap();
        assert_eq!(shop.logged().await.len(), 0);
        shop.store.close().await;
    });
}

#[test]
fn a_file_with_more_names_than_there_is_room_for_is_refused_whole() {
    on_both(|place| async move {
        let shop = Shop::open(&place).await;
        let file = place.path().join("names.csv");
        // Names that everybody knows need no room, and hide none that does.
        let names = ["page", "$exception"].map(str::to_owned).into_iter();
        let names = names.chain((0..limits::EVENT_NAMES + 500).map(|at| format!("n{at}")));
        let rows: String = names.map(|name| format!("ada,{},{name}\n", NOW / 1_000)).collect();
        std::fs::write(&file, format!("user,time,event\n{rows}")).unwrap();
        let refused = shop.ingest.import(&import(&file, "shop"), |_, _| {}).await.unwrap_err();
        assert!(refused.message.contains("Nothing was moved in"), "{}", refused.message);
        assert_eq!(shop.settled().await.len(), 0);
        // It has taken nobody's room.
        shop.take(&[event("1", "Bought", "ada", NOW)]).await;
        shop.settled().await;
        assert_eq!(shop.show().await["events"][0]["held"], 1);
        shop.store.close().await;
    });
}
