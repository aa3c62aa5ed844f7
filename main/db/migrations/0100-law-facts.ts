import type { Migration } from "./migration.ts";

const money = (column: string) => `ALTER TABLE collateral ADD COLUMN ${column} INTEGER CHECK (${column} BETWEEN 0 AND 9007199254740991);`;

/** What stands before a mortgage or behind our seizure, and how the land was given; items stored before state none of it. */
export const lawFacts: Migration = {
  version: 100,
  name: "0100-law-facts",
  up: (raw) => {
    raw.exec(`
${money("waiting_fen")}
ALTER TABLE collateral ADD COLUMN land_title TEXT CHECK (land_title IN ('granted', 'allotted', 'collective'));
${money("land_premium_fen")}
${money("homebuyer_fen")}
${money("tax_arrears_fen")}`);
  },
};
