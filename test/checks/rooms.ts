import { engineRooms } from "./engine-rooms.ts";
import { pageRooms } from "./page-rooms.ts";
import type { Room } from "./room.ts";
import { tapeRooms } from "./tape-rooms.ts";
import { twinRooms } from "./twin-rooms.ts";
import { versionRooms } from "./version-rooms.ts";

const node = ["node:*", "node:*/*"];
/** What every feature of the main process stands on. */
const featureGround = ["shared", "shared/contract", "shared/domain", "main/db", "main/jobs"];
/** Other features are asked by their services. */
const services = (...features: readonly string[]) => features.map((feature) => `main/${feature}/*-service.ts`);

/** Features whose services the window binds. */
const features = [
  "deals",
  "market",
  "tapes",
  "packages",
  "sheet",
  "versions",
  "assumptions",
  "dictionary",
  "recoveries",
  "pricing",
  "debtors",
  "diligence",
  "quality",
  "bids",
  "company",
  "compliance",
  "runs",
  "bridges",
  "scenarios",
  "sensitivity",
  "simulations",
  "memos",
  "letters",
  "exports",
  "twins",
  "strata",
  "notices",
  "drafts",
  "journal",
  "people",
  "committee",
  "audit",
];
/** What a package gives beside its service: its shape, and the task that keeps its columns in a worker. */
const analysisParts = ["main/packages/engine-task.ts", "main/pricing/priced-deal.ts"];
const packageParts = ["main/packages/loaded-package.ts", "main/packages/engine-task.ts", "main/tapes/loan-ids.ts"];

const textsByFeature = "one or two files of texts for each feature";

/**
 * The rooms of the house and whom each may ask. A room is a folder with the files directly in it, or one file that stands
 * on another floor than its folder. The linter's configuration is made from this table (oxlint.config.ts), a test plants every
 * import that it forbids, and another holds the files themselves to it without the linter (fence.test.ts).
 */
export const rooms: Readonly<Record<string, Room>> = {
  shared: { uses: ["shared/contract", "shared/domain", "shared/locales/texts.ts"], packages: [] },
  "shared/domain": { uses: [], packages: ["zod"], roomy: "one file for each thing that both sides speak of" },
  "shared/typed": { uses: ["shared/domain"], packages: [] },
  "shared/contract": { uses: ["shared/domain"], packages: ["zod"], roomy: "the channels of a feature a file" },
  "shared/locales": { uses: [], packages: [] },
  "shared/locales/zh": { uses: ["shared/contract", "shared/domain"], packages: [], roomy: textsByFeature },
  "shared/locales/en": { uses: ["shared/domain", "shared/locales", "shared/locales/zh"], packages: [], roomy: textsByFeature },
  "shared/locales/texts.ts": { uses: ["shared/locales", "shared/locales/zh", "shared/locales/en"], packages: [] },

  ...engineRooms,

  // What every feature of the main process stands on.
  "main/db": {
    uses: ["shared", "shared/domain", "main/db/tables", "main/db/migrations", "main/db/migrations/migration.ts"],
    packages: ["better-sqlite3", "kysely", ...node],
  },
  "main/db/tables": { uses: ["shared/domain"], packages: ["kysely"] },
  "main/db/migrations/migration.ts": { uses: [], packages: ["better-sqlite3"] },
  "main/db/migrations": { uses: ["main/db/migrations/migration.ts"], packages: ["better-sqlite3"] },
  "main/jobs": { uses: ["shared", "shared/contract"], packages: [...node] },
  "main/files": { uses: ["shared"], packages: node },
  "main/threads": { uses: ["main/engine/kernel"], packages: [...node] },

  // Features, from the ground up.
  "main/drafts": { uses: featureGround, packages: [] },
  "main/journal": { uses: featureGround, packages: ["kysely"] },
  "main/settings": { uses: featureGround, packages: ["kysely"] },
  "main/deals": { uses: [...featureGround, ...services("journal")], packages: ["kysely"] },
  "main/market": { uses: [...featureGround, ...services("journal")], packages: ["kysely"] },
  ...tapeRooms,
  "main/tapes": {
    uses: [
      ...featureGround,
      ...services("deals", "drafts", "dictionary", "journal", "exports"),
      "main/exports/export-tasks.ts",
      "shared/locales/texts.ts",
      "main/tapes/files",
      "main/tapes/header",
      "main/tapes/own",
      "main/tapes/rows",
      "main/tapes/sources",
      "main/tapes/loan-ids.ts",
    ],
    packages: ["better-sqlite3", "kysely", "lru-cache", "zod", ...node],
  },
  "main/dictionary": { uses: [...featureGround, "main/tapes/cells", "main/tapes/header"], packages: ["kysely", "zod", ...node] },
  "main/packages": {
    uses: [...featureGround, "main/engine", ...services("deals", "tapes"), "main/tapes/known", "main/tapes/loan-ids.ts"],
    packages: ["kysely", "lru-cache", ...node],
  },
  "main/sheet": {
    uses: [
      ...featureGround,
      "shared/locales/texts.ts",
      "shared/typed",
      "main/tapes/words",
      "main/tapes/cells",
      "main/tapes/rows/same-asset.ts",
      "main/tapes/loan-ids.ts",
      ...services("deals", "journal", "tapes"),
      "main/packages/loaded-package.ts",
      "main/packages/tape-changes.ts",
      "main/pricing/sort-order.ts",
      "main/pricing/text-keys.ts",
    ],
    packages: ["kysely", "lru-cache"],
  },
  "main/notices": {
    uses: [...featureGround, ...services("packages"), "main/tapes/loan-ids.ts"],
    packages: ["kysely"],
  },
  "main/assumptions": { uses: [...featureGround, ...services("deals", "journal")], packages: ["kysely"] },
  "main/recoveries": {
    uses: [
      ...featureGround,
      "shared/locales/texts.ts",
      "main/engine/calibration",
      ...services("assumptions"),
      "main/tapes/files",
      "main/tapes/cells",
      "main/tapes/header",
      "main/tapes/file-tokens.ts",
      "main/tapes/open-tape.ts",
      "main/tapes/sources",
      "main/tapes/tape-bounds.ts",
      "main/tapes/tape-tasks.ts",
      "main/packages/segment-rule.ts",
    ],
    packages: node,
  },
  "main/strata": {
    uses: [...featureGround, "main/engine", "main/engine/price-package.ts", "main/packages/loaded-package.ts", "main/tapes/loan-ids.ts"],
    packages: ["kysely", "lru-cache"],
  },
  "main/pricing": {
    uses: [
      ...featureGround,
      "main/engine",
      "main/engine/checks",
      "main/engine/price-package.ts",
      "main/engine/explain",
      "main/engine/kernel",
      "main/engine/sensitivity",
      ...services("deals", "assumptions", "packages", "strata"),
      ...packageParts,
      "main/packages/held-columns.ts",
      "shared/locales/texts.ts",
      "main/exports/export-tasks.ts",
      ...services("exports"),
    ],
    packages: ["kysely", "lru-cache"],
  },
  "main/debtors": {
    uses: [
      ...featureGround,
      "main/engine",
      "main/engine/numbers",
      "main/engine/diligence",
      "main/engine/price-package.ts",
      "main/tapes/cells/parse-cells.ts",
      ...services("deals", "journal", "packages", "pricing"),
      "main/tapes/loan-ids.ts",
      "main/packages/loaded-package.ts",
      "main/packages/own-estimate-source.ts",
      "main/pricing/priced-deal.ts",
      "main/pricing/pricing-tasks.ts",
    ],
    packages: ["kysely", "lru-cache"],
  },
  "main/runs": {
    uses: [
      ...featureGround,
      "main/engine",
      "main/engine/checks",
      "main/engine/kernel",
      "main/engine/price-package.ts",
      ...services("deals", "market", "assumptions", "pricing", "scenarios", "debtors"),
      "main/assumptions/stored-terms.ts",
      "main/packages/loaded-package.ts",
      "main/tapes/loan-ids.ts",
      "main/pricing/priced-deal.ts",
    ],
    packages: ["kysely", "zod", ...node],
  },
  "main/bridges": {
    uses: [
      ...featureGround,
      "main/engine/bridge",
      "main/engine/kernel",
      "main/engine/price-package.ts",
      ...services("runs", "exports", "versions"),
      "main/exports/write-table.ts",
      "main/runs/loan-names.ts",
      "shared/locales/texts.ts",
    ],
    packages: ["kysely", "lru-cache"],
  },
  "main/scenarios": {
    uses: [...featureGround, "main/engine/sensitivity", ...services("deals", "journal", "pricing"), ...analysisParts, "main/pricing/analysis-basis.ts"],
    packages: ["kysely"],
  },
  "main/sensitivity": {
    uses: [...featureGround, "main/engine/sensitivity", ...services("pricing", "scenarios"), ...analysisParts, "main/pricing/analysis-basis.ts"],
    packages: [],
  },
  "main/simulations": {
    uses: [...featureGround, "main/engine/price-package.ts", "main/engine/simulation", ...services("pricing"), ...analysisParts],
    packages: node,
  },
  "main/diligence": {
    uses: [
      ...featureGround,
      "main/engine",
      "main/engine/diligence",
      "main/engine/price-package.ts",
      ...services("deals", "journal", "packages", "pricing", "simulations"),
      ...["debtor-key", "matched-lines", "stated-debtors"].map((file) => `main/debtors/${file}.ts`),
      ...packageParts,
      "main/packages/held-columns.ts",
      "main/pricing/priced-deal.ts",
    ],
    packages: ["kysely"],
  },
  "main/quality": {
    uses: [
      ...featureGround,
      "shared/locales/texts.ts",
      ...services("deals", "journal", "tapes", "exports", "memos"),
      "main/exports/write-table.ts",
      "main/tapes/loan-ids.ts",
      "main/tapes/cells/claim-total.ts",
    ],
    packages: ["kysely", "lru-cache"],
  },
  "main/bids": {
    uses: [
      ...featureGround,
      "main/engine/bidding",
      ...services("deals", "journal", "market", "pricing", "simulations", "committee"),
      "main/packages/engine-task.ts",
      "main/pricing/priced-deal.ts",
    ],
    packages: ["kysely"],
  },
  "main/audit": {
    uses: [...featureGround, ...services("exports"), "main/exports/export-tasks.ts", "main/exports/write-table.ts"],
    packages: ["better-sqlite3", "kysely", ...node],
  },
  "main/people": { uses: [...featureGround, "main/audit/trail-service.ts", "main/audit/audit-chain.ts"], packages: ["kysely", "zod", ...node] },
  "main/committee": {
    uses: [...featureGround, ...services("deals", "people", "runs"), "main/audit/audit-chain.ts"],
    packages: ["kysely", ...node],
  },
  "main/company": {
    uses: [
      ...featureGround,
      "main/engine/company",
      ...services("deals", "journal", "pricing"),
      "main/tapes/files",
      "main/tapes/cells",
      "main/tapes/header",
      "main/tapes/file-tokens.ts",
      "main/tapes/open-tape.ts",
      "main/tapes/sources",
      "main/tapes/tape-bounds.ts",
      "main/tapes/tape-tasks.ts",
    ],
    packages: ["kysely", "zod"],
  },
  "main/compliance": {
    uses: [
      ...featureGround,
      "main/engine/compliance",
      ...services("company", "deals", "journal", "pricing"),
      "main/packages/loaded-package.ts",
      "main/pricing/priced-deal.ts",
    ],
    packages: ["kysely", ...node],
  },
  "main/letters": {
    uses: [
      ...featureGround,
      "main/engine/sensitivity",
      ...services("pricing", "exports"),
      "main/files",
      "main/packages/loaded-package.ts",
      "main/tapes/loan-ids.ts",
    ],
    packages: ["hucre", "kysely", ...node],
  },
  "main/exports": {
    uses: [...featureGround, "main/files"],
    packages: ["hucre", ...node],
  },
  "main/memos": { uses: [...featureGround, "main/files", ...services("deals", "tapes", "market", "runs", "bridges")], packages: node },

  ...twinRooms(featureGround, services),

  // The doors: a worker, the page, the window, the command line.
  "main/worker": {
    uses: [
      "main/jobs",
      "main/engine/kernel",
      "main/threads",
      "main/db/database-tasks.ts",
      "main/tapes/storing-thread.ts",
      ...[
        "tapes",
        "sheet",
        "versions",
        "pricing",
        "debtors",
        "diligence",
        "quality",
        "bids",
        "audit",
        "company",
        "runs",
        "bridges",
        "scenarios",
        "sensitivity",
        "simulations",
        "letters",
        "exports",
        "twins",
        "strata",
        "notices",
        "recoveries",
      ].map((feature) => `main/${feature}/*-tasks.ts`),
    ],
    packages: node,
  },
  "main/ipc": { uses: ["shared", "shared/contract", "main/db"], packages: ["electron", "zod"] },
  "main/ipc/ipc-binding.ts": { uses: ["shared", "main/ipc"], packages: ["electron", "zod"] },
  "main/preload": { uses: ["shared", "shared/contract"], packages: ["electron"] },
  "main/page": { uses: ["shared"], packages: ["electron", ...node] },
  "main/app": {
    uses: [
      ...featureGround,
      "main/page",
      "main/engine/price-package.ts",
      "main/ipc/ipc-binding.ts",
      "main/worker/desk-tasks.ts",
      "main/worker/desk-worker.ts",
      "main/tapes/file-tokens.ts",
      "main/files",
      "main/packages/tape-changes.ts",
      "main/sheet/turn-batch.ts",
      "main/tapes/own/own-export-service.ts",
      ...services("settings", ...features),
      ...features.map((feature) => `main/${feature}/*-handlers.ts`),
    ],
    packages: ["electron", "electron-log/node.js", "zod", ...node],
  },
  "main/command": {
    uses: [
      ...featureGround,
      "shared/locales/texts.ts",
      "shared/typed",
      "main/worker/desk-tasks.ts",
      "main/worker/desk-worker.ts",
      "main/tapes/file-tokens.ts",
      "main/assumptions/built-in-sets.ts",
      "main/audit/audit-chain.ts",
      "main/audit/trail-queries.ts",
      "main/files",
      "main/packages/tape-changes.ts",
      "main/sheet/turn-batch.ts",
      ...services(
        "settings",
        "deals",
        "dictionary",
        "drafts",
        "journal",
        "market",
        "tapes",
        "packages",
        "assumptions",
        "pricing",
        "debtors",
        "strata",
        "runs",
        "scenarios",
        "simulations",
      ),
    ],
    packages: ["better-sqlite3", "zod", ...node],
  },
  main: { uses: [], packages: ["@vitejs/plugin-react", "electron-vite", "vite", ...node] },

  ...pageRooms,
  ...versionRooms,
};
