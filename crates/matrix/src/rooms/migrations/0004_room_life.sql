-- What a room's life needs beside its events: who has forgotten it, and an upgrade on its way.

-- A member who was out of the room has forgotten it: nothing up to this sequence is theirs any more.
CREATE TABLE rooms_forgotten (
    user_id TEXT NOT NULL,
    room_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (user_id, room_id)) WITHOUT ROWID;

-- A room and the one that takes its place. It is done when the old room has said so; until then
-- whoever asks goes on with the same new room.
CREATE TABLE rooms_upgrade (
    room_id TEXT PRIMARY KEY,
    new_room_id TEXT NOT NULL,
    done BIGINT NOT NULL) WITHOUT ROWID;

CREATE INDEX rooms_alias_by_room ON rooms_alias (room_id, alias);
CREATE INDEX rooms_room_listed ON rooms_room (room_id) WHERE listed = 1;
