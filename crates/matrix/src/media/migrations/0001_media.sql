-- Media whose bytes are durable: a row never changes, and the file that it names neither.
CREATE TABLE media_file (
    media_id TEXT PRIMARY KEY, user_id TEXT NOT NULL, blob TEXT NOT NULL, content_type TEXT NOT NULL, filename TEXT,
    bytes BIGINT NOT NULL, is_public BIGINT NOT NULL, uploaded_at_ms BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX media_file_user ON media_file (user_id, bytes);

-- Ids that were given out before their bytes.
CREATE TABLE media_created (
    media_id TEXT PRIMARY KEY, user_id TEXT NOT NULL, expires_at_ms BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX media_created_user ON media_created (user_id, expires_at_ms);

-- Files that are being written, with the size that their clients say. What stands here at a start was cut off.
CREATE TABLE media_upload (
    blob TEXT PRIMARY KEY, user_id TEXT NOT NULL, bytes BIGINT NOT NULL, begun_at_ms BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX media_upload_user ON media_upload (user_id, begun_at_ms, bytes);

-- Smaller pictures that were made of a file; each has a name made of the file's and its variant.
CREATE TABLE media_thumbnail (
    media_id TEXT NOT NULL, variant TEXT NOT NULL, content_type TEXT NOT NULL, bytes BIGINT NOT NULL,
    PRIMARY KEY (media_id, variant)
) WITHOUT ROWID;
