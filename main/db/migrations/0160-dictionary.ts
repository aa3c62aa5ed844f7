import type { Migration } from "./migration.ts";

/** Words that the desk taught for codes, and how each seller's lists were mapped. */
export const dictionary: Migration = {
  version: 160,
  name: "0160-dictionary",
  up: (raw) =>
    raw.exec(`
CREATE TABLE taught_word (
  id INTEGER PRIMARY KEY,
  field TEXT NOT NULL,
  word TEXT NOT NULL CHECK (length(word) BETWEEN 1 AND 120),
  word_key TEXT NOT NULL,
  code TEXT NOT NULL,
  taught_by TEXT NOT NULL,
  taught_at TEXT NOT NULL,
  UNIQUE (field, word_key)
) STRICT;
CREATE TABLE seller_layout (
  id INTEGER PRIMARY KEY,
  seller TEXT NOT NULL,
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
  sheets TEXT NOT NULL CHECK (json_valid(sheets)),
  currency TEXT,
  file_name TEXT NOT NULL,
  uses INTEGER NOT NULL CHECK (uses > 0),
  used_at TEXT NOT NULL,
  UNIQUE (seller, fingerprint)
) STRICT;
CREATE INDEX seller_layout_used ON seller_layout (used_at);`),
};
