-- The life of the database in which the one-time keys were uploaded: after a restore they are worth nothing.
CREATE TABLE keys_epoch (epoch TEXT PRIMARY KEY) WITHOUT ROWID;
