-- Tokens by which a member shows to a service elsewhere who they are. Only the SHA-256 is kept.
CREATE TABLE accounts_openid (
    token_hash TEXT PRIMARY KEY, user_id TEXT NOT NULL, expires_at_ms BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX accounts_openid_user ON accounts_openid (user_id, expires_at_ms);
