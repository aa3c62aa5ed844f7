import type { Migration } from "./migration.ts";

const cases = ["low", "high"] as const;

const estimateColumns = (name: (typeof cases)[number]) => `
  ${name}_gross_fen INTEGER CHECK (${name}_gross_fen BETWEEN 0 AND 1000000000000000),
  ${name}_costs_fen INTEGER CHECK (${name}_costs_fen BETWEEN 0 AND 1000000000000000),
  ${name}_months INTEGER CHECK (${name}_months BETWEEN 0 AND 600),
  ${name}_discount_rate REAL CHECK (${name}_discount_rate BETWEEN 0 AND 1),
  ${name}_margin REAL CHECK (${name}_margin BETWEEN 0 AND 0.99),`;

const togetherOf = (name: (typeof cases)[number]) =>
  `CHECK ((${name}_gross_fen IS NULL) = (${name}_costs_fen IS NULL) AND (${name}_gross_fen IS NULL) = (${name}_months IS NULL))`;

const logged = [
  "debtor_name",
  "group_name",
  "method",
  ...cases.flatMap((name) => [`${name}_gross_fen`, `${name}_costs_fen`, `${name}_months`, `${name}_discount_rate`, `${name}_margin`]),
  "low_weight",
  "margin_basis",
  "underwriter",
  "underwritten_on",
  "evidence",
  "note",
  "typed_by",
  "typed_at",
];
const ofPrice = logged.filter((column) => /^(low|high)_(gross_fen|costs_fen|months)$|^low_weight$/.test(column));
const content = `json_object(${logged.map((column) => `'${column}', NEW.${column}`).join(", ")})`;

const log = (row: "NEW" | "OLD", said: string, isPriced: string) =>
  `INSERT INTO debtor_estimate_log (deal_id, debtor_key, logged_at, is_priced, content)
   VALUES (${row}.deal_id, ${row}.debtor_key, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), ${isPriced}, ${said});`;
const hasEstimate = (row: "NEW" | "OLD") => `${row}.low_gross_fen IS NOT NULL OR ${row}.high_gross_fen IS NOT NULL`;
const isRepriced = ofPrice.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(" OR ");

/*
 * The desk's lines of the debtor sheet, a row each. The log is written by triggers, so that what an undo puts back is told as
 * well; the last number of what is priced also names the state of a deal's estimates, by which a priced package is known to be stale.
 */
export const debtorSheet: Migration = {
  version: 165,
  name: "0165-debtor-sheet",
  up: (raw) => {
    raw.exec(`
CREATE TABLE debtor_estimate (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  debtor_key TEXT NOT NULL,
  debtor_name TEXT NOT NULL,
  group_name TEXT NOT NULL CHECK (length(group_name) <= 60),
  method TEXT CHECK (method IN ('liquidation', 'cashFlow', 'comparables', 'combined')),${cases.map(estimateColumns).join("")}
  low_weight REAL CHECK (low_weight BETWEEN 0 AND 1),
  margin_basis TEXT NOT NULL CHECK (margin_basis IN ('onCost', 'onPrice')),
  underwriter TEXT NOT NULL CHECK (length(underwriter) <= 60),
  underwritten_on TEXT CHECK (underwritten_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  evidence TEXT NOT NULL CHECK (length(evidence) <= 500),
  note TEXT NOT NULL CHECK (length(note) <= 2000),
  typed_by TEXT NOT NULL,
  typed_at TEXT NOT NULL,
  UNIQUE (deal_id, debtor_key),
  ${cases.map(togetherOf).join(",\n  ")}
) STRICT;
CREATE TABLE debtor_estimate_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  debtor_key TEXT NOT NULL,
  logged_at TEXT NOT NULL,
  is_priced INTEGER NOT NULL CHECK (is_priced IN (0, 1)),
  content TEXT CHECK (json_valid(content))
) STRICT;
CREATE INDEX debtor_estimate_log_debtor ON debtor_estimate_log (deal_id, debtor_key, id);
CREATE INDEX debtor_estimate_log_price ON debtor_estimate_log (deal_id, id) WHERE is_priced = 1;
CREATE TRIGGER debtor_estimate_made AFTER INSERT ON debtor_estimate BEGIN ${log("NEW", content, hasEstimate("NEW"))} END;
CREATE TRIGGER debtor_estimate_changed AFTER UPDATE ON debtor_estimate BEGIN ${log("NEW", content, isRepriced)} END;
CREATE TRIGGER debtor_estimate_removed AFTER DELETE ON debtor_estimate BEGIN ${log("OLD", "NULL", hasEstimate("OLD"))} END;`);
  },
};
