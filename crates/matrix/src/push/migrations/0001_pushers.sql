-- Where a member's devices are woken: one row an app and a key that its vendor gave it. `pusher` is
-- what the client said of it, as it is told again.
CREATE TABLE push_pusher (
    user_id TEXT NOT NULL, app_id TEXT NOT NULL, pushkey TEXT NOT NULL, device_id TEXT NOT NULL, pusher TEXT NOT NULL,
    PRIMARY KEY (user_id, app_id, pushkey)
) WITHOUT ROWID;
-- A key belongs to one member unless its app says otherwise.
CREATE INDEX push_pusher_key ON push_pusher (app_id, pushkey);
