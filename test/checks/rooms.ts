/**
 * The rooms of the house and whom each may ask. A room is a folder with the files directly in it, or one file that stands
 * on another floor than its folder. The linter's configuration is made from this table (oxlint.config.ts), a test plants every
 * import that it forbids, and another holds the files themselves to it without the linter (fence.test.ts).
 */
export interface Room {
  /** Rooms whose files it may import; `room/pattern` for a part of one, such as `main/deals/*-service.ts`. */
  readonly uses: readonly string[];
  /** Packages it may import; `*` stands for a part of a name, `**` for any rest behind a slash. */
  readonly packages: readonly string[];
  /** Why it holds more than 20 files. */
  readonly roomy?: string;
}

const node = ["node:*", "node:*/*"];
const page = ["react", "react-i18next", "@mui/**"];
const form = ["react-hook-form", "@hookform/resolvers/zod"];

/** What every feature of the main process stands on. */
const featureGround = ["shared", "shared/contract", "shared/domain", "main/db", "main/jobs"];
/** What every screen stands on. */
const parts = ["renderer/ui", "renderer/ui/fields", "renderer/ui/tables"];
const screenGround = ["shared", "shared/contract", "shared/domain", "renderer/desk", ...parts];
/** What every room of the engine stands on. */
const engineGround = ["shared", "shared/domain", "main/engine", "main/engine/numbers"];
/** Other features are asked by their services. */
const services = (...features: readonly string[]) => features.map((feature) => `main/${feature}/*-service.ts`);

/** Features whose services the window binds. */
const features = [
  "deals",
  "market",
  "tapes",
  "packages",
  "assumptions",
  "recoveries",
  "pricing",
  "runs",
  "scenarios",
  "sensitivity",
  "simulations",
  "memos",
  "letters",
  "drafts",
  "journal",
];
/** What a package gives beside its service: its shape, and the task that keeps its columns in a worker. */
const packageParts = ["main/packages/loaded-package.ts", "main/packages/engine-task.ts"];

const textsByFeature = "one or two files of texts for each feature";

export const rooms: Readonly<Record<string, Room>> = {
  shared: { uses: ["shared/contract", "shared/domain", "shared/locales/texts.ts"], packages: [] },
  "shared/domain": { uses: [], packages: ["zod"], roomy: "one file for each thing that both sides speak of" },
  "shared/typed": { uses: ["shared/domain"], packages: [] },
  "shared/contract": { uses: ["shared/domain"], packages: ["zod"] },
  "shared/locales": { uses: [], packages: [] },
  "shared/locales/zh": { uses: ["shared/contract", "shared/domain"], packages: [], roomy: textsByFeature },
  "shared/locales/en": { uses: ["shared/domain", "shared/locales", "shared/locales/zh"], packages: [], roomy: textsByFeature },
  "shared/locales/texts.ts": { uses: ["shared/locales", "shared/locales/zh", "shared/locales/en"], packages: [] },

  // The engine: pure functions, nothing but shared.
  "main/engine": { uses: ["shared", "shared/domain"], packages: [] },
  "main/engine/numbers": { uses: ["shared", "shared/domain", "main/engine"], packages: [] },
  "main/engine/checks": { uses: engineGround, packages: [] },
  "main/engine/kernel": { uses: ["main/engine", "main/engine/kernel/generated"], packages: [] },
  "main/engine/plan": { uses: [...engineGround, "main/engine/checks"], packages: [] },
  "main/engine/recovery": { uses: [...engineGround, "main/engine/plan"], packages: [] },
  "main/engine/returns": { uses: engineGround, packages: [] },
  "main/engine/funding": { uses: [...engineGround, "main/engine/plan", "main/engine/returns"], packages: [] },
  "main/engine/pool": { uses: [...engineGround, "main/engine/plan", "main/engine/returns", "main/engine/funding"], packages: [] },
  "main/engine/calibration": { uses: ["shared/domain", "main/engine"], packages: [] },
  "main/engine/rows": { uses: [...engineGround, "main/engine/kernel", "main/engine/plan", "main/engine/recovery", "main/engine/pool"], packages: [] },
  "main/engine/price-package.ts": {
    uses: [...engineGround, ...["checks", "kernel", "plan", "recovery", "funding", "pool", "rows"].map((room) => `main/engine/${room}`)],
    packages: [],
  },
  "main/engine/explain": {
    uses: [...engineGround, "main/engine/price-package.ts", ...["plan", "recovery", "funding", "pool"].map((room) => `main/engine/${room}`)],
    packages: [],
  },
  "main/engine/sensitivity": {
    uses: [...engineGround, "main/engine/price-package.ts", ...["checks", "kernel", "plan", "recovery", "pool", "rows"].map((room) => `main/engine/${room}`)],
    packages: [],
  },
  "main/engine/simulation": {
    uses: [
      ...engineGround,
      "main/engine/price-package.ts",
      ...["checks", "kernel", "plan", "recovery", "returns", "funding", "pool", "rows"].map((room) => `main/engine/${room}`),
    ],
    packages: [],
  },

  // What every feature of the main process stands on.
  "main/db": {
    uses: ["shared", "shared/domain", "main/db/tables", "main/db/migrations", "main/db/migrations/migration.ts"],
    packages: ["better-sqlite3", "kysely", ...node],
  },
  "main/db/tables": { uses: ["shared/domain"], packages: ["kysely"] },
  "main/db/migrations/migration.ts": { uses: [], packages: ["better-sqlite3"] },
  "main/db/migrations": { uses: ["main/db/migrations/migration.ts"], packages: ["better-sqlite3"] },
  "main/jobs": { uses: ["shared", "shared/contract"], packages: [...node] },
  "main/threads": { uses: ["main/engine/kernel"], packages: [...node] },

  // Features, from the ground up.
  "main/drafts": { uses: featureGround, packages: [] },
  "main/journal": { uses: featureGround, packages: ["kysely"] },
  "main/settings": { uses: featureGround, packages: ["kysely"] },
  "main/deals": { uses: [...featureGround, ...services("journal")], packages: ["kysely"] },
  "main/market": { uses: [...featureGround, ...services("journal")], packages: ["kysely"] },
  "main/tapes/words": { uses: ["shared/domain"], packages: [] },
  "main/tapes/bytes": { uses: [], packages: node },
  "main/tapes/files": { uses: ["shared/domain", "main/jobs", "main/tapes/words", "main/tapes/bytes"], packages: ["yauzl", ...node] },
  "main/tapes/lists": { uses: ["shared/domain", "main/tapes/bytes", "main/tapes/files"], packages: node },
  "main/tapes/cells": { uses: ["shared/domain", "main/tapes/words", "main/tapes/files"], packages: [] },
  "main/tapes/header": { uses: ["shared/domain", "main/tapes/words", "main/tapes/files", "main/tapes/cells"], packages: [] },
  "main/tapes/shape": {
    uses: ["shared/domain", "main/tapes/words", "main/tapes/bytes", "main/tapes/files", "main/tapes/cells", "main/tapes/header"],
    packages: [],
  },
  "main/tapes/known": { uses: ["shared/domain", "main/tapes/bytes", "main/tapes/cells"], packages: [] },
  "main/tapes/rows": {
    uses: [
      "shared/domain",
      "main/tapes/words",
      "main/tapes/bytes",
      "main/tapes/files",
      "main/tapes/cells",
      "main/tapes/header",
      "main/tapes/shape",
      "main/tapes/known",
    ],
    packages: [],
  },
  "main/tapes": {
    uses: [...featureGround, ...services("deals", "drafts"), "main/tapes/files", "main/tapes/lists", "main/tapes/header", "main/tapes/rows"],
    packages: ["better-sqlite3", "kysely", "zod", ...node],
  },
  "main/packages": { uses: [...featureGround, "main/engine", ...services("deals", "tapes")], packages: ["kysely", "lru-cache", ...node] },
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
      "main/tapes/tape-bounds.ts",
      "main/tapes/tape-tasks.ts",
      "main/packages/segment-rule.ts",
    ],
    packages: node,
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
      ...services("deals", "assumptions", "packages"),
      ...packageParts,
      "main/packages/held-columns.ts",
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
      ...services("deals", "market", "assumptions", "pricing", "scenarios"),
      "main/assumptions/stored-terms.ts",
      "main/packages/loaded-package.ts",
      "main/pricing/priced-deal.ts",
    ],
    packages: ["kysely", "zod", ...node],
  },
  "main/scenarios": {
    uses: [
      ...featureGround,
      "main/engine/sensitivity",
      ...services("deals", "journal", "pricing"),
      "main/packages/engine-task.ts",
      "main/pricing/analysis-basis.ts",
    ],
    packages: ["kysely"],
  },
  "main/sensitivity": {
    uses: [...featureGround, "main/engine/sensitivity", ...services("pricing", "scenarios"), "main/packages/engine-task.ts", "main/pricing/analysis-basis.ts"],
    packages: [],
  },
  "main/simulations": {
    uses: [...featureGround, "main/engine/price-package.ts", "main/engine/simulation", ...services("pricing"), "main/packages/engine-task.ts"],
    packages: node,
  },
  "main/letters": {
    uses: [
      ...featureGround,
      "main/engine/sensitivity",
      ...services("pricing"),
      "main/memos/suggested-name.ts",
      "main/memos/write-atomically.ts",
      "main/packages/loaded-package.ts",
    ],
    packages: ["hucre", "kysely", ...node],
  },
  "main/memos": { uses: [...featureGround, ...services("deals", "tapes", "market", "runs")], packages: node },

  // The doors: a worker, the page, the window, the command line.
  "main/worker": {
    uses: [
      "main/jobs",
      "main/engine/kernel",
      "main/threads",
      "main/db/database-tasks.ts",
      "main/tapes/storing-thread.ts",
      ...["tapes", "pricing", "runs", "scenarios", "sensitivity", "simulations", "letters", "recoveries"].map((feature) => `main/${feature}/*-tasks.ts`),
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
      "main/memos/suggested-name.ts",
      "main/memos/write-atomically.ts",
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
      "main/memos/write-atomically.ts",
      ...services("settings", "deals", "drafts", "journal", "market", "tapes", "packages", "assumptions", "pricing", "runs", "scenarios", "simulations"),
    ],
    packages: ["zod", ...node],
  },
  main: { uses: [], packages: ["@vitejs/plugin-react", "electron-vite", "vite", ...node] },

  // The page: the ground, the model of a deal, parts of the workbench, screens, the roof.
  "renderer/desk": {
    uses: ["shared", "shared/contract", "shared/domain", "shared/locales/texts.ts"],
    packages: [...page, "@mui/x-data-grid/**", "i18next", "zustand"],
  },
  "renderer/ui": { uses: ["shared", "shared/domain", "renderer/desk", "renderer/ui/tables"], packages: [...page, "i18next"] },
  "renderer/ui/fields": { uses: ["shared", "shared/domain", "shared/typed", "renderer/desk"], packages: [...page, "react-dom", "i18next", "date-fns"] },
  "renderer/ui/files": { uses: ["shared", "shared/contract", "shared/domain", "renderer/desk", "renderer/ui"], packages: page },
  "renderer/ui/plain": { uses: [], packages: page },
  "renderer/ui/search": { uses: ["renderer/ui", "renderer/ui/fields"], packages: page },
  "renderer/ui/tables": { uses: ["shared", "shared/domain"], packages: page },
  "renderer/ui/charts": { uses: ["shared", "shared/domain", "renderer/desk", "renderer/ui", "renderer/ui/fields"], packages: [...page, "echarts/**"] },
  "renderer/ui/forms": { uses: ["renderer/desk", "renderer/ui", "renderer/ui/fields"], packages: [...page, "react-hook-form", "i18next", "zod"] },
  "renderer/model": { uses: [...screenGround, "shared/typed", "shared/locales/texts.ts"], packages: [...page, "i18next", "zod", "zustand", "zustand/vanilla"] },
  "renderer/loans": {
    uses: [...screenGround, "shared/locales/texts.ts", "renderer/model", "renderer/ui/search"],
    packages: [...page, "@glideapps/**", "i18next", "zustand"],
  },
  "renderer/traces": { uses: [...screenGround, "shared/locales/texts.ts", "renderer/model", "renderer/loans"], packages: [...page, "i18next"] },
  "renderer/runs": {
    uses: [...screenGround, "renderer/ui/forms", "renderer/model", "renderer/analyses", "renderer/editors"],
    packages: [...page, ...form, "zod"],
  },
  "renderer/analyses": { uses: screenGround, packages: [...page, "i18next", "zustand"] },
  "renderer/charts": { uses: [...screenGround, "renderer/ui/charts", "renderer/model", "renderer/analyses"], packages: [...page, "i18next"] },
  "renderer/scenarios": {
    uses: [...screenGround, "renderer/ui/charts", "renderer/ui/plain", "renderer/model", "renderer/analyses"],
    packages: [...page, "i18next"],
  },
  "renderer/letters": { uses: screenGround, packages: [...page, "i18next"] },
  "renderer/sensitivity": {
    uses: [...screenGround, "renderer/ui/charts", "renderer/model", "renderer/analyses", "renderer/letters"],
    packages: [...page, "i18next"],
  },
  "renderer/simulations": {
    uses: [...screenGround, "renderer/ui/charts", "renderer/model", "renderer/editors", "renderer/editors/rows"],
    packages: [...page, "i18next"],
  },
  "renderer/editors/rows": { uses: ["shared", "shared/domain", "shared/typed", "renderer/ui/fields", "renderer/model"], packages: page },
  "renderer/editors": {
    uses: ["shared/domain", "renderer/ui/fields", "renderer/ui/plain", "renderer/ui/search", "renderer/model", "renderer/editors/rows"],
    packages: [...page, "i18next"],
    roomy: "an editor for each group of assumptions",
  },
  "renderer/financing": {
    uses: [...screenGround, "renderer/ui/charts", "renderer/model", "renderer/editors", "renderer/editors/rows"],
    packages: [...page, "i18next"],
  },
  "renderer/recoveries": { uses: [...screenGround, "renderer/ui/files"], packages: [...page, "i18next"] },
  "renderer/assumptions": {
    uses: [...screenGround, "renderer/ui/plain", "renderer/model", "renderer/editors", "renderer/editors/rows", "renderer/recoveries"],
    packages: [...page, "zustand", "zustand/vanilla"],
  },
  "renderer/workbench": {
    uses: [
      ...screenGround,
      "shared/typed",
      ...["model", "loans", "traces", "runs", "charts", "scenarios", "sensitivity", "simulations", "editors", "editors/rows", "financing", "ui/charts"].map(
        (room) => `renderer/${room}`,
      ),
    ],
    packages: [...page, "i18next"],
  },
  "renderer/arrivals": {
    uses: ["shared", "shared/contract", "shared/domain", "renderer/desk", "renderer/ui", "renderer/ui/files"],
    packages: [...page, "zustand"],
  },
  "renderer/deals": {
    uses: [...screenGround, "renderer/ui/forms", "renderer/ui/search", "renderer/ui/files", "renderer/arrivals"],
    packages: [...page, ...form, "i18next", "zustand"],
  },
  "renderer/tapes": {
    uses: [...screenGround, "shared/typed", "renderer/ui/files", "renderer/arrivals"],
    packages: page,
    roomy: "the mapping and the report of one file, a component a file",
  },
  "renderer/market": { uses: [...screenGround, "shared/typed", "renderer/ui/forms"], packages: [...page, ...form, "date-fns"] },
  "renderer/palette": {
    uses: ["shared/contract", "shared/domain", "renderer/desk", "renderer/model", "renderer/loans", "renderer/editors"],
    packages: [...page, "i18next", "pinyin-pro"],
  },
  "renderer/commands": {
    uses: ["shared/contract", "shared/domain", "renderer/desk", "renderer/ui", "renderer/ui/tables", "renderer/palette"],
    packages: [...page, "i18next"],
  },
  "renderer/help": { uses: [...screenGround, "shared/locales/zh"], packages: page },
  "renderer/settings": { uses: screenGround, packages: page },
  "renderer/memos/blocks": {
    uses: ["shared", "shared/domain", "renderer/ui", "shared/locales", "shared/locales/zh", "shared/locales/en"],
    packages: ["react"],
  },
  "renderer/memos/pages": { uses: ["shared", "renderer/memos/blocks"], packages: ["react"] },
  "renderer/memos/sections": {
    uses: ["shared", "shared/domain", "shared/locales/zh", "shared/locales/en", "renderer/ui", "renderer/ui/charts/chart-fonts.ts", "renderer/memos/blocks"],
    packages: ["react", "echarts/**"],
  },
  "renderer/memos": {
    uses: [...screenGround, "renderer/memos/blocks", "renderer/memos/pages", "renderer/memos/sections"],
    packages: [...page, "react-dom/client", "@fontsource/**"],
  },
  "renderer/app": {
    uses: [
      ...screenGround,
      ...["arrivals", "commands", "deals", "tapes", "workbench", "runs", "assumptions", "market", "memos", "help", "settings"].map(
        (room) => `renderer/${room}`,
      ),
    ],
    packages: [...page, "react-dom/client", "@emotion/**", "@fontsource/**", "date-fns/locale", "i18next"],
  },
};
