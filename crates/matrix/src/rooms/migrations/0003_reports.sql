-- What members told of to those who run the server. A second report of the same takes the first one's place.
CREATE TABLE rooms_report (
    reporter TEXT NOT NULL,
    -- event, room or member: what subject is the id of.
    what TEXT NOT NULL,
    subject TEXT NOT NULL,
    -- Empty for a member.
    room_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (reporter, what, subject)) WITHOUT ROWID;
CREATE INDEX rooms_report_by_position ON rooms_report (position);
