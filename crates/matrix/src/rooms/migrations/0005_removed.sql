-- What a redaction has removed: the event that it names, and what was said in its place.
CREATE INDEX rooms_event_removed ON rooms_event (room_id, redacted_by_seq) WHERE redacted_by_seq IS NOT NULL;
