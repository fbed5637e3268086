-- The journal: the only table that cannot be made again.
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  act BLOB NOT NULL CHECK (length(act) = 16),
  class INTEGER NOT NULL CHECK (class IN (0, 1)),
  noun TEXT NOT NULL,
  record TEXT NOT NULL,
  side TEXT NOT NULL,
  unit TEXT NOT NULL,
  officer TEXT NOT NULL,
  happened_ms INTEGER NOT NULL,
  recorded_ms INTEGER NOT NULL,
  grade TEXT NOT NULL,
  exercise INTEGER NOT NULL CHECK (exercise IN (0, 1)),
  body BLOB NOT NULL
) STRICT;
CREATE INDEX journal_record ON journal (record, seq);
CREATE INDEX journal_act ON journal (act);
CREATE TRIGGER journal_keeps BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
-- "INSERT OR REPLACE" takes a row away without asking the triggers above.
CREATE TRIGGER journal_only_grows BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE seq = NEW.seq) OR EXISTS (SELECT 1 FROM journal WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
CREATE TRIGGER journal_loses_nothing BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is never cut'); END;

-- Everything below is folded from the journal.
CREATE TABLE records (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  noun TEXT NOT NULL,
  unit TEXT NOT NULL,
  side TEXT NOT NULL,
  status TEXT NOT NULL,
  open INTEGER NOT NULL,
  turn TEXT,
  holder TEXT,
  counterpart TEXT,
  held_on TEXT,
  due TEXT,
  period TEXT,
  series TEXT,
  ordinal INTEGER,
  number TEXT,
  title TEXT NOT NULL,
  grade INTEGER NOT NULL,
  exercise INTEGER NOT NULL,
  version INTEGER NOT NULL,
  begun_ms INTEGER NOT NULL,
  changed_ms INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  state TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX records_series ON records (series, ordinal) WHERE series IS NOT NULL;
CREATE INDEX records_noun ON records (noun, unit, changed_ms);
CREATE INDEX records_due ON records (open, due) WHERE open = 1;
CREATE INDEX records_held ON records (held_on, noun);
CREATE INDEX records_counterpart ON records (counterpart, noun) WHERE counterpart IS NOT NULL;

CREATE TABLE links (
  origin TEXT NOT NULL,
  role TEXT NOT NULL,
  target TEXT NOT NULL,
  PRIMARY KEY (origin, role, target)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_target ON links (target, role);

CREATE TABLE figures (
  record TEXT NOT NULL,
  code TEXT NOT NULL,
  basis TEXT NOT NULL,
  unit TEXT NOT NULL,
  counterpart TEXT,
  counted_on TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  PRIMARY KEY (record, code, basis, counted_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX figures_day ON figures (counted_on, unit);
CREATE INDEX figures_code ON figures (code, counted_on);
