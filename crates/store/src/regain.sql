-- A post that is put back from an old copy, or that runs twice, must not seal a second history of its logs.
-- How many entries of the own log may have left for a post; and, while it is asked what it holds of that log, the
-- question: until it is answered nothing is said to it.
CREATE TABLE shown (
  peer TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  nonce BLOB CHECK (length(nonce) = 16),
  asked_from INTEGER,
  asked_seen INTEGER,
  since BLOB CHECK (length(since) = 16)
) STRICT, WITHOUT ROWID;
-- Of what went before nobody wrote down what had left: all that is sealed may have.
INSERT INTO shown (peer, size)
SELECT peer, coalesce((SELECT max(size) FROM checkpoints WHERE origin LIKE '%/' || peer || '/%'), 0) FROM roads;

-- The questions by which other posts said that they had forgotten what they said, in the order in which they came: of
-- runs that were packed before the latest one nothing is taken in.
CREATE TABLE renewals (
  number INTEGER PRIMARY KEY,
  peer TEXT NOT NULL,
  nonce BLOB NOT NULL CHECK (length(nonce) = 16),
  UNIQUE (peer, nonce)
) STRICT;

-- Questions of others that a pouch still has to answer.
CREATE TABLE asked (
  peer TEXT PRIMARY KEY,
  nonce BLOB NOT NULL CHECK (length(nonce) = 16),
  asked_from INTEGER NOT NULL,
  asked_seen INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Own entries in whose place another history of this post had gone on: signed, kept, and never shown to anybody.
CREATE TABLE unsaid (
  number INTEGER PRIMARY KEY,
  origin TEXT NOT NULL,
  place INTEGER NOT NULL,
  entry BLOB NOT NULL,
  came_ms INTEGER NOT NULL
) STRICT;
DROP TRIGGER log_loses_nothing;
CREATE TRIGGER log_loses_nothing BEFORE DELETE ON log_entries
WHEN NOT EXISTS (SELECT 1 FROM unsaid WHERE origin = OLD.origin AND place = OLD.place AND entry = OLD.entry)
BEGIN SELECT RAISE(ABORT, 'a log is never cut'); END;

-- Since when the keys of the post were brought back from a backup into records that may lack what they had sealed: each
-- post that is met from then on is asked first.
CREATE TABLE recovered (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  at_ms INTEGER NOT NULL
) STRICT;

-- Where this database was opened last, and since when it stands somewhere else without anybody having said why.
CREATE TABLE seat (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  seat TEXT NOT NULL,
  moved_ms INTEGER
) STRICT;

-- What waits to be told to a record: of other logs what came, of own logs what came back.
DROP INDEX statements_waiting;
CREATE INDEX statements_waiting ON statements (origin, place)
WHERE state = 'waiting' OR (state = 'said' AND reason IS NOT NULL);
