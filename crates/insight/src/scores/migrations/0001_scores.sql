-- The models of each workspace: one is believed, its files lie in the data directory under the names of their versions.
CREATE TABLE scores_model (
    workspace TEXT NOT NULL, version TEXT NOT NULL, role TEXT NOT NULL, at BIGINT NOT NULL, made_at_ms BIGINT NOT NULL,
    horizon_days BIGINT NOT NULL, learned_rows BIGINT NOT NULL, contest TEXT,
    PRIMARY KEY (workspace, version)) WITHOUT ROWID;

-- What was done: the moment looked from, by which model, and what there was to say of the whole. Comes after its scores.
CREATE TABLE scores_run (
    workspace TEXT NOT NULL, at BIGINT NOT NULL, made_at_ms BIGINT NOT NULL, is_asked BIGINT NOT NULL, detail TEXT NOT NULL,
    PRIMARY KEY (workspace, at)) WITHOUT ROWID;
CREATE INDEX scores_run_by_age ON scores_run (made_at_ms);

-- A member at a moment, in millionths. What stands behind the last run is of who came back since.
CREATE TABLE scores_member (
    workspace TEXT NOT NULL, at BIGINT NOT NULL, member TEXT NOT NULL, p_ppm BIGINT NOT NULL, within TEXT NOT NULL,
    last_at BIGINT NOT NULL, model TEXT NOT NULL, reasons TEXT,
    PRIMARY KEY (workspace, at, member)) WITHOUT ROWID;
CREATE INDEX scores_member_by_chance ON scores_member (workspace, at, p_ppm, member);
CREATE INDEX scores_member_by_name ON scores_member (member);
