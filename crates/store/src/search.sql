-- Where the words of a unit and grade stand, and where those of all units below it stand once more; "named" where records
-- stand by whose name others are found.
CREATE TABLE compartments (
  number INTEGER PRIMARY KEY,
  unit TEXT NOT NULL,
  grade INTEGER NOT NULL,
  below INTEGER NOT NULL,
  named INTEGER NOT NULL,
  UNIQUE (unit, grade, below)
) STRICT;
CREATE TABLE within (
  own INTEGER NOT NULL,
  above INTEGER NOT NULL,
  PRIMARY KEY (own, above)
) STRICT, WITHOUT ROWID;
CREATE INDEX within_above ON within (above);

-- The kinds of what was found are counted without reading the records.
CREATE INDEX records_kind ON records (place, noun);

-- In which compartments a record is named by others, so that a search asks for it only there.
CREATE TABLE named_in (
  target TEXT NOT NULL,
  compartment INTEGER NOT NULL,
  PRIMARY KEY (target, compartment)
) STRICT, WITHOUT ROWID;

-- The tokens are made by the program; the engine parts them at spaces and does nothing else to them.
CREATE VIRTUAL TABLE search USING fts5 (
  tokens, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '()/~^=@#!%$|&-'"
);
-- Reads the index back, word by word: for the checkup.
CREATE VIRTUAL TABLE search_words USING fts5vocab (search, instance);

-- The way in which all of these were folded.
CREATE TABLE folding (version INTEGER NOT NULL) STRICT;
