-- Which record names which file, folded from the journal; the bytes lie under their SHA-256 in the folder `files`.
CREATE TABLE attached (
  record TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  PRIMARY KEY (record, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX attached_file ON attached (sha256);
