-- A locked account can do nothing until it is unlocked. A deactivated one is gone and keeps its name.
ALTER TABLE accounts_user ADD COLUMN locked_at_ms BIGINT;
ALTER TABLE accounts_user ADD COLUMN deactivated_at_ms BIGINT;
