import type { Migration } from "./migration.ts";

/** Results of simulations, so that they are there after a restart and when a run is restored; `result` is one as JSON. */
export const simulationResults: Migration = {
  version: 280,
  name: "0280-simulations",
  up: (raw) => {
    raw.exec(`
CREATE TABLE simulation_result (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  deal_id INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  inputs_hash TEXT NOT NULL CHECK (length(inputs_hash) = 64),
  result TEXT NOT NULL CHECK (json_valid(result)),
  UNIQUE (deal_id, inputs_hash)
) STRICT;`);
  },
};
