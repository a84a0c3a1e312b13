//! Every SQL text of the module: what reads, and the statements that entries are made of.

use hearth_kernel::{Error, Kind, Result, limits};
use hearth_store::{Row, Statement, Store, Value};

use super::model::{self, File, RETRY_MS};

/// The names of guards: what the commit decides.
const UPLOADS_FULL: &str = "media.uploads_full";
const QUOTA_FULL: &str = "media.quota_full";
const CREATED_FULL: &str = "media.created_full";
const UPLOADED_ALREADY: &str = "media.uploaded_already";

/// A refused guard in the protocol's words.
pub(super) fn explain(error: Error) -> Error {
    if error.kind != Kind::Conflict {
        return error;
    }
    match error.code {
        UPLOADS_FULL | CREATED_FULL => Error::limited(RETRY_MS),
        QUOTA_FULL => model::quota_full(),
        UPLOADED_ALREADY => model::taken(),
        _ => error,
    }
}

// Files that are being written.

const BEGIN: &str = "INSERT INTO media_upload (blob, user_id, bytes, begun_at_ms)
     SELECT ?1, ?2, 0, ?3
     WHERE (SELECT COUNT(*) FROM media_upload WHERE user_id = ?2 AND begun_at_ms > ?4) < ?5";
const RESERVE: &str = "UPDATE media_upload SET bytes = ?3
     WHERE blob = ?1 AND
       (SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) FROM media_file WHERE user_id = ?2)
       + (SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) FROM media_upload WHERE user_id = ?2 AND begun_at_ms > ?4)
       <= ?5";
const END: &str = "DELETE FROM media_upload WHERE blob = ?1";
const CUT_OFF: &str = "SELECT blob FROM media_upload ORDER BY blob LIMIT ?1";

/// Begins a file of this declared size. Refused when its member uploads too many at once, or would have more than
/// `quota` bytes.
pub(super) fn begin(blob: &str, user_id: &str, declared: u64, quota: u64, now_ms: i64) -> [Statement; 2] {
    // What began longer ago has failed in a way that only the next start can clear away.
    let since = now_ms - limits::UPLOAD_TIME_MS as i64;
    let most = limits::UPLOADS_OF_MEMBER as i64;
    let begin: Vec<Value> = vec![blob.into(), user_id.into(), now_ms.into(), since.into(), most.into()];
    let declared = int(declared);
    let room = int(quota).saturating_sub(declared);
    let reserve: Vec<Value> = vec![blob.into(), user_id.into(), declared.into(), since.into(), room.into()];
    [Statement::new(BEGIN, begin).guarded(UPLOADS_FULL), Statement::new(RESERVE, reserve).guarded(QUOTA_FULL)]
}

pub(super) fn end(blob: &str) -> Statement {
    Statement::new(END, vec![blob.into()])
}

/// Some files that are being written.
pub(super) async fn being_written(store: &Store) -> Result<Vec<String>> {
    let rows = store.query(CUT_OFF, &[(limits::UPLOADS as i64).into()]).await?;
    rows.into_iter().map(|mut row| row.take_text(0)).collect()
}

// Ids that wait for their bytes.

const CREATE: &str = "INSERT INTO media_created (media_id, user_id, expires_at_ms)
     SELECT ?1, ?2, ?3 WHERE (SELECT COUNT(*) FROM media_created WHERE user_id = ?2) < ?4";
const EXPIRE: &str = "DELETE FROM media_created WHERE user_id = ?1 AND expires_at_ms <= ?2";
const USE: &str = "DELETE FROM media_created WHERE media_id = ?1 AND user_id = ?2";
const CREATED: &str = "SELECT user_id FROM media_created WHERE media_id = ?1 AND expires_at_ms > ?2";

/// Gives out an id, and forgets those of the same member that nobody used in time.
pub(super) fn create(media_id: &str, user_id: &str, expires_at_ms: i64, now_ms: i64) -> [Statement; 2] {
    let most = limits::MEDIA_CREATED as i64;
    let params: Vec<Value> = vec![media_id.into(), user_id.into(), expires_at_ms.into(), most.into()];
    [Statement::new(EXPIRE, vec![user_id.into(), now_ms.into()]), Statement::new(CREATE, params).guarded(CREATED_FULL)]
}

/// Uses an id; refused for the second of two.
pub(super) fn use_created(media_id: &str, user_id: &str) -> Statement {
    Statement::new(USE, vec![media_id.into(), user_id.into()]).guarded(UPLOADED_ALREADY)
}

/// Who was given an id that waits for its bytes.
pub(super) async fn created_by(store: &Store, media_id: &str, now_ms: i64) -> Result<Option<String>> {
    let row = store.query_one(CREATED, &[media_id.into(), now_ms.into()]).await?;
    row.map(|mut row| row.take_text(0)).transpose()
}

// Files.

const INSERT: &str = "INSERT INTO media_file
     (media_id, user_id, blob, content_type, filename, bytes, is_public, uploaded_at_ms)
     SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
     WHERE (SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) FROM media_file WHERE user_id = ?2)
       + (SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) FROM media_upload WHERE user_id = ?2 AND begun_at_ms > ?9)
       <= ?10
     ON CONFLICT (media_id) DO NOTHING";
const FILE: &str =
    "SELECT media_id, blob, content_type, filename, bytes, is_public FROM media_file WHERE media_id = ?1";

/// A file whose bytes are durable; refused when its member has more than `quota` bytes with it.
pub(super) fn insert(file: &File, user_id: &str, quota: u64, now_ms: i64) -> Statement {
    let size = int(file.bytes);
    let params: Vec<Value> = vec![
        file.media_id.as_str().into(),
        user_id.into(),
        file.blob.as_str().into(),
        file.content_type.as_str().into(),
        file.filename.as_deref().into(),
        size.into(),
        file.is_public.into(),
        now_ms.into(),
        (now_ms - limits::UPLOAD_TIME_MS as i64).into(),
        int(quota).saturating_sub(size).into(),
    ];
    Statement::new(INSERT, params).guarded(QUOTA_FULL)
}

pub(super) async fn file(store: &Store, media_id: &str) -> Result<Option<File>> {
    let read = |row: Row| {
        Ok(File {
            media_id: row.text(0)?.to_owned(),
            blob: row.text(1)?.to_owned(),
            content_type: row.text(2)?.to_owned(),
            filename: row.text_or_null(3)?.map(str::to_owned),
            bytes: row.int(4)?.unsigned_abs(),
            is_public: row.int(5)? != 0,
        })
    };
    store.query_one(FILE, &[media_id.into()]).await?.map(read).transpose()
}

// Thumbnails.

const INSERT_THUMBNAIL: &str = "INSERT INTO media_thumbnail (media_id, variant, content_type, bytes)
     VALUES (?1, ?2, ?3, ?4) ON CONFLICT (media_id, variant) DO NOTHING";
const THUMBNAIL: &str = "SELECT content_type, bytes FROM media_thumbnail WHERE media_id = ?1 AND variant = ?2";

pub(super) fn insert_thumbnail(media_id: &str, variant: &str, content_type: &str, bytes: u64) -> Statement {
    let params: Vec<Value> = vec![media_id.into(), variant.into(), content_type.into(), int(bytes).into()];
    Statement::new(INSERT_THUMBNAIL, params)
}

/// The type and the size of a thumbnail that was made.
pub(super) async fn thumbnail(store: &Store, media_id: &str, variant: &str) -> Result<Option<(String, u64)>> {
    let row = store.query_one(THUMBNAIL, &[media_id.into(), variant.into()]).await?;
    row.map(|row| Ok((row.text(0)?.to_owned(), row.int(1)?.unsigned_abs()))).transpose()
}

fn int(bytes: u64) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}
