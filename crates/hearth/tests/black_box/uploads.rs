//! SIGKILL while files come in: what was acknowledged is there whole, and nothing is left of the rest.

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use hearth_kernel::Rng;
use serde_json::{Value, json};

use crate::support::{Http, Member, Place, Server, skip, soon, tests_postgres, text};

const MEMBERS: usize = 4;
const ROUNDS: usize = 3;
/// The kill falls after so many acknowledged uploads at least, and then within this time.
const ACKNOWLEDGED: usize = 20;
const JITTER_US: u64 = 20_000;
/// Large enough that most kills hit some of them in the middle.
const LARGEST_BYTES: u64 = 2 * 1024 * 1024;
const MEDIA: &str = "/_matrix/media";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_file_is_lost_or_half_on_sqlite() {
    upload_and_kill(Place::embedded()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_file_is_lost_or_half_on_postgres() {
    match tests_postgres() {
        Some(url) => upload_and_kill(Place::on_postgres(&url).await).await,
        None => skip("HEARTH_TEST_POSTGRES names no server"),
    }
}

async fn upload_and_kill(place: Place) {
    let rng = Arc::new(Rng::from_os());
    let mut server = Server::start(&place).await;
    let mut tokens = Vec::new();
    for at in 0..MEMBERS {
        tokens.push(Member::register(&server.address(), &format!("member{at}")).await.token);
    }
    let mut kept: Vec<(String, Value)> = Vec::new();
    for _ in 0..ROUNDS {
        let acknowledged = Arc::new(AtomicUsize::new(0));
        let uploading: Vec<_> = tokens
            .iter()
            .map(|token| {
                let http = Http::new(server.address());
                tokio::spawn(upload_until_cut(http, token.clone(), rng.clone(), acknowledged.clone()))
            })
            .collect();
        let enough = async {
            while acknowledged.load(Ordering::SeqCst) < ACKNOWLEDGED {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        };
        soon("uploads to be acknowledged", enough).await;
        tokio::time::sleep(Duration::from_micros(rng.below(JITTER_US))).await;
        server.kill();
        for task in uploading {
            kept.extend(soon("a member to notice", task).await.expect("nobody panics"));
        }
        server.start_again(&place).await;
        let mut http = Http::new(server.address());
        for (address, content) in &kept {
            let path = format!("/_matrix/client/v1/media/download/{address}");
            let answer = soon("a download", http.call("GET", &path, &tokens[0], None)).await.expect("an answer");
            assert!(answer.status == 200 && answer.body == *content, "{address}: {}", answer.status);
        }
        let files = files(&place.path().join("media"));
        assert!(files.iter().all(|name| !name.contains('#')), "half files are left: {files:?}");
        // Each member may have had one that was stored and whose answer was lost, in every round.
        assert!(files.len() <= kept.len() + MEMBERS * ROUNDS, "{} files of {}", files.len(), kept.len());
    }
    server.stop().await;
    place.discard().await;
}

/// What was acknowledged: the address and the content of each file.
async fn upload_until_cut(
    mut http: Http,
    token: String,
    rng: Arc<Rng>,
    acknowledged: Arc<AtomicUsize>,
) -> Vec<(String, Value)> {
    let mut kept = Vec::new();
    loop {
        let size = usize::try_from(rng.below(LARGEST_BYTES)).expect("a small number");
        let content = json!({ "id": rng.next_u64().to_string(), "rest": "x".repeat(size) });
        let Ok(address) = upload(&mut http, &token, &content, rng.one_in(2)).await else { return kept };
        kept.push((address, content));
        acknowledged.fetch_add(1, Ordering::SeqCst);
    }
}

/// The address of a file whose upload was acknowledged: a new one, or one that was promised before its content came.
async fn upload(http: &mut Http, token: &str, content: &Value, is_promised: bool) -> std::io::Result<String> {
    let nothing = json!({});
    let (path, body) = if is_promised { ("v1/create", &nothing) } else { ("v3/upload", content) };
    let answer = http.call("POST", &format!("{MEDIA}/{path}"), token, Some(body)).await?;
    assert_eq!(answer.status, 200, "{}", answer.body);
    let uri = text(&answer.body, "content_uri");
    let address = uri.strip_prefix("mxc://").expect("a media address").to_owned();
    if is_promised {
        let answer = http.call("PUT", &format!("{MEDIA}/v3/upload/{address}"), token, Some(content)).await?;
        assert_eq!(answer.status, 200, "{}", answer.body);
    }
    Ok(address)
}

fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => found.extend(files(&path)),
            false => found.push(path.display().to_string()),
        }
    }
    found
}
