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
WHEN NEW.place <> (SELECT coalesce(max(place) + 1, 0) FROM log_entries WHERE origin = NEW.origin)
BEGIN SELECT RAISE(ABORT, 'a log only grows'); END;
CREATE TRIGGER log_loses_nothing BEFORE DELETE ON log_entries BEGIN SELECT RAISE(ABORT, 'a log is never cut'); END;

-- Heads of logs as they were sealed; of own logs, with the cosignatures that came back.
CREATE TABLE checkpoints (
  origin TEXT NOT NULL,
  size INTEGER NOT NULL,
  text TEXT NOT NULL,
  came_ms INTEGER NOT NULL,
  held_ms INTEGER,
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

-- What the logs say, entry by entry: which document, whether it was understood, and why not.
CREATE TABLE statements (
  origin TEXT NOT NULL,
  place INTEGER NOT NULL,
  kind TEXT NOT NULL,
  document BLOB,
  words BLOB,
  series BLOB,
  state TEXT NOT NULL CHECK (state IN ('said', 'waiting', 'heard', 'refused')),
  reason TEXT,
  PRIMARY KEY (origin, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX statements_document ON statements (document) WHERE document IS NOT NULL;
CREATE INDEX statements_words ON statements (words) WHERE words IS NOT NULL;
CREATE INDEX statements_series ON statements (series) WHERE series IS NOT NULL;
CREATE INDEX statements_waiting ON statements (origin, place) WHERE state = 'waiting';

-- The officers' keys that a log has named, and from which place on one has ended. Under the name of a post instead of a
-- log, what certified its keys before it was met with others: papers of that time are proven by them.
CREATE TABLE certificates (
  origin TEXT NOT NULL,
  key BLOB NOT NULL CHECK (length(key) = 32),
  envelope BLOB NOT NULL,
  place INTEGER NOT NULL,
  ended INTEGER,
  PRIMARY KEY (origin, key)
) STRICT, WITHOUT ROWID;

-- How far the way to another post has come: what it says it has of the own log, what is proven, what was sent, and up
-- to which entry of its own log it says it has receipts.
CREATE TABLE roads (
  peer TEXT PRIMARY KEY,
  has INTEGER NOT NULL,
  held INTEGER NOT NULL,
  sent INTEGER NOT NULL,
  proven INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- Openings that another post still asks for.
CREATE TABLE wanted (
  peer TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  PRIMARY KEY (peer, digest)
) STRICT, WITHOUT ROWID;

-- Which record a document belongs to.
CREATE TABLE document_records (
  digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
  record TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX document_records_record ON document_records (record);

-- What proves that another post did what none may do: two sealed histories, a receipt for what never was.
CREATE TABLE grievances (
  number INTEGER PRIMARY KEY,
  peer TEXT NOT NULL,
  code TEXT NOT NULL,
  bytes BLOB NOT NULL,
  came_ms INTEGER NOT NULL
) STRICT;
