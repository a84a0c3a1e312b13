-- What members decided, and what they were told, about one purpose each. Rows are only added; the last of a member and
-- a purpose holds. What somebody did not say is NULL.
CREATE TABLE privacy_decision (
    member TEXT NOT NULL,
    purpose TEXT NOT NULL,
    position BIGINT NOT NULL,
    -- given, withdrawn, noticed
    what TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    -- of the text that the member saw, with its language
    version BIGINT,
    language TEXT,
    -- where the member is, as they said: two letters
    region TEXT,
    PRIMARY KEY (member, purpose, position)) WITHOUT ROWID;
