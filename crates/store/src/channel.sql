-- What two sides hold of one another (docs/formats/evidence.md). Not folded: like the journal it cannot be made again.
-- Logs: the own ones, and those of other posts as far as they came.
CREATE TABLE log_entries (
  origin TEXT NOT NULL,
  place INTEGER NOT NULL,
  leaf BLOB NOT NULL CHECK (length(leaf) = 32),
  entry BLOB NOT NULL,
  PRIMARY KEY (origin, place)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER log_keeps BEFORE UPDATE ON log_entries BEGIN SELECT RAISE(ABORT, 'a log is never changed'); END;
CREATE TRIGGER log_only_grows BEFORE INSERT ON log_entries
WHEN NEW.place <> (SELECT count(*) FROM log_entries WHERE origin = NEW.origin)
BEGIN SELECT RAISE(ABORT, 'a log only grows'); END;
CREATE TRIGGER log_loses_nothing BEFORE DELETE ON log_entries BEGIN SELECT RAISE(ABORT, 'a log is never cut'); END;

-- Heads of logs as they were sealed; of own logs, with the cosignatures that came back.
CREATE TABLE checkpoints (
  origin TEXT NOT NULL,
  size INTEGER NOT NULL,
  text TEXT NOT NULL,
  came_ms INTEGER NOT NULL,
  PRIMARY KEY (origin, size)
) STRICT, WITHOUT ROWID;

-- The words of documents, by digest. They can be erased; the digest and its proofs stay.
CREATE TABLE openings (
  digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
  opening BLOB,
  erased_ms INTEGER
) STRICT, WITHOUT ROWID;

-- Posts of other sides with which this one exchanges pouches.
CREATE TABLE peers (
  name TEXT PRIMARY KEY,
  introduction BLOB NOT NULL,
  url TEXT,
  since_ms INTEGER NOT NULL,
  heard_ms INTEGER,
  tried_ms INTEGER,
  trouble TEXT,
  frozen TEXT
) STRICT, WITHOUT ROWID;
