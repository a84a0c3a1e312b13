-- Who has an account here. Without a password an account cannot sign in.
CREATE TABLE accounts_user (
    user_id TEXT PRIMARY KEY, password TEXT, is_administrator BIGINT NOT NULL, created_at_ms BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX accounts_user_administrator ON accounts_user (user_id) WHERE is_administrator = 1;

-- What members show of themselves: one row a field, the value as JSON.
CREATE TABLE accounts_profile (
    user_id TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (user_id, field)
) WITHOUT ROWID;

CREATE TABLE accounts_device (
    user_id TEXT NOT NULL, device_id TEXT NOT NULL, display_name TEXT, signed_in_at_ms BIGINT NOT NULL,
    PRIMARY KEY (user_id, device_id)
) WITHOUT ROWID;

-- The token itself is not kept, only its SHA-256.
CREATE TABLE accounts_token (
    token_hash TEXT PRIMARY KEY, user_id TEXT NOT NULL, device_id TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX accounts_token_device ON accounts_token (user_id, device_id);

-- A filter's id is made from its text, so a row never changes.
CREATE TABLE accounts_filter (
    user_id TEXT NOT NULL, filter_id TEXT NOT NULL, definition TEXT NOT NULL, PRIMARY KEY (user_id, filter_id));

-- The room is empty for what belongs to no room.
CREATE TABLE accounts_data (
    user_id TEXT NOT NULL, room_id TEXT NOT NULL, kind TEXT NOT NULL, content TEXT NOT NULL, position BIGINT NOT NULL,
    PRIMARY KEY (user_id, room_id, kind));
CREATE INDEX accounts_data_position ON accounts_data (user_id, position);
