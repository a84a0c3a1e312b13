-- Invitations to register, as administrators hand them out. Without a number of uses or a time there is no end.
CREATE TABLE accounts_registration_token (
    token TEXT PRIMARY KEY, uses BIGINT NOT NULL, uses_allowed BIGINT, expires_at_ms BIGINT, created_at_ms BIGINT NOT NULL
) WITHOUT ROWID;

-- Which terms somebody agreed to who registered.
ALTER TABLE accounts_user ADD COLUMN terms_version TEXT;
