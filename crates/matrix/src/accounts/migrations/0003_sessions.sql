-- Access tokens end where they come with a refresh token.
ALTER TABLE accounts_token ADD COLUMN expires_at_ms BIGINT;

-- The refresh tokens of a device's session, counted from its sign-in. One is spent when the access token
-- of a later one was used, or when a later one was; spent ones are kept a while, so that their reuse is seen.
CREATE TABLE accounts_refresh (
    token_hash TEXT PRIMARY KEY, user_id TEXT NOT NULL, device_id TEXT NOT NULL, generation BIGINT NOT NULL,
    access_hash TEXT NOT NULL, is_used BIGINT NOT NULL, expires_at_ms BIGINT
) WITHOUT ROWID;
CREATE INDEX accounts_refresh_device ON accounts_refresh (user_id, device_id, generation);
CREATE INDEX accounts_refresh_access ON accounts_refresh (access_hash);

ALTER TABLE accounts_device ADD COLUMN seen_at_ms BIGINT;
ALTER TABLE accounts_device ADD COLUMN seen_address TEXT;
