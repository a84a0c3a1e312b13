-- Segments by their names. One that is archived is not counted.
CREATE TABLE segments_segment (
    workspace TEXT NOT NULL, name TEXT NOT NULL, made_at_ms BIGINT NOT NULL, archived_at_ms BIGINT,
    PRIMARY KEY (workspace, name)) WITHOUT ROWID;

-- What each meant and means: the newest version holds.
CREATE TABLE segments_version (
    workspace TEXT NOT NULL, name TEXT NOT NULL, version BIGINT NOT NULL, rule TEXT NOT NULL, made_at_ms BIGINT NOT NULL,
    PRIMARY KEY (workspace, name, version)) WITHOUT ROWID;

-- How many it meant when a day was over, of how many members there were. Comes after its members.
CREATE TABLE segments_count (
    workspace TEXT NOT NULL, name TEXT NOT NULL, day BIGINT NOT NULL, version BIGINT NOT NULL, members BIGINT NOT NULL,
    of_all BIGINT NOT NULL, entered BIGINT NOT NULL, gone BIGINT NOT NULL, counted_at_ms BIGINT NOT NULL,
    PRIMARY KEY (workspace, name, day)) WITHOUT ROWID;
CREATE INDEX segments_count_by_age ON segments_count (counted_at_ms);

-- Who is in it, and since which day.
CREATE TABLE segments_member (
    workspace TEXT NOT NULL, name TEXT NOT NULL, member TEXT NOT NULL, since_day BIGINT NOT NULL,
    PRIMARY KEY (workspace, name, member)) WITHOUT ROWID;
CREATE INDEX segments_member_by_name ON segments_member (member);

-- Who came into it (1) or went out of it (0) on a day: by what they did, or because the rule is another one.
CREATE TABLE segments_move (
    workspace TEXT NOT NULL, name TEXT NOT NULL, day BIGINT NOT NULL, member TEXT NOT NULL, is_in BIGINT NOT NULL,
    is_by_rule BIGINT NOT NULL,
    PRIMARY KEY (workspace, name, day, member)) WITHOUT ROWID;
CREATE INDEX segments_move_by_day ON segments_move (day);
CREATE INDEX segments_move_by_name ON segments_move (member);
