-- The same as in 0001_search.sql, but for the index: a column of lexemes in place of a virtual table.
CREATE TABLE search_event (
    docid BIGINT PRIMARY KEY, room_id TEXT NOT NULL, seq BIGINT NOT NULL, sender TEXT NOT NULL,
    origin_server_ts BIGINT NOT NULL, visibility BIGINT NOT NULL, field TEXT NOT NULL
);
CREATE UNIQUE INDEX search_event_place ON search_event (room_id, seq);

CREATE TABLE search_text (docid BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);
CREATE INDEX search_text_words ON search_text USING GIN (words);

CREATE TABLE search_room (room_id TEXT PRIMARY KEY, seq BIGINT NOT NULL);

CREATE TABLE search_name (term TEXT NOT NULL, user_id TEXT NOT NULL, PRIMARY KEY (term, user_id));
CREATE INDEX search_name_user ON search_name (user_id)
