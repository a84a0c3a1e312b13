-- Which batches apps have told, as digests that name nobody; for as long as a batch may come again.
CREATE TABLE signals_told (
    digest BLOB NOT NULL, told_at_ms BIGINT NOT NULL,
    PRIMARY KEY (digest)) WITHOUT ROWID;
CREATE INDEX signals_told_by_time ON signals_told (told_at_ms);
