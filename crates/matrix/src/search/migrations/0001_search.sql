-- What can be found in rooms: one row a text. docid rises as texts are indexed.
CREATE TABLE search_event (
    docid BIGINT PRIMARY KEY, room_id TEXT NOT NULL, seq BIGINT NOT NULL, sender TEXT NOT NULL,
    origin_server_ts BIGINT NOT NULL,
    -- The history visibility in force, as rooms has it, and which field of the content it is: body, name, topic.
    visibility BIGINT NOT NULL, field TEXT NOT NULL
) WITHOUT ROWID;
CREATE UNIQUE INDEX search_event_place ON search_event (room_id, seq);

-- The words of these texts, cut by us and indexed by the database: what stands here cannot be read back.
CREATE VIRTUAL TABLE search_text USING fts5(
    words, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co M*'");

-- How far each room is indexed.
CREATE TABLE search_room (room_id TEXT PRIMARY KEY, seq BIGINT NOT NULL) WITHOUT ROWID;

-- The ends of members' names from every letter on, so that a name is found by any part of it.
CREATE TABLE search_name (term TEXT NOT NULL, user_id TEXT NOT NULL, PRIMARY KEY (term, user_id)) WITHOUT ROWID;
CREATE INDEX search_name_user ON search_name (user_id);
