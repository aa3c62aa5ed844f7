import type { Migration } from "./migration.ts";

/** How a debtor is, what its bankruptcy is for, and wages paid before us; rows stored before state none of it. */
export const debtorFacts: Migration = {
  version: 120,
  name: "0120-debtor-facts",
  up: (raw) => {
    raw.exec(`
ALTER TABLE loan ADD COLUMN debtor_condition TEXT CHECK (debtor_condition IN ('unknown', 'operating', 'suspended', 'missing', 'deregistered'));
ALTER TABLE loan ADD COLUMN bankruptcy_kind TEXT CHECK (bankruptcy_kind IN ('liquidation', 'reorganisation', 'composition'));
ALTER TABLE collateral ADD COLUMN wage_fen INTEGER CHECK (wage_fen BETWEEN 0 AND 9007199254740991);`);
  },
};
