import type { Room } from "./room.ts";

/** The rooms of letters, of the memo and of the Excel twin: its formulas, the workbook that holds them, what they say of a package, and the feature. */
export const twinRooms = (
  featureGround: readonly string[],
  services: (...features: readonly string[]) => readonly string[],
): Readonly<Record<string, Room>> => ({
  "main/letters": {
    uses: [
      ...featureGround,
      "main/engine/sensitivity",
      ...services("pricing", "exports"),
      "main/files",
      "main/packages/loaded-package.ts",
      "main/tapes/loan-ids.ts",
    ],
    packages: ["hucre", "kysely", "node:*", "node:*/*"],
  },
  "main/memos/document": { uses: ["shared/domain"], packages: ["docx"] },
  "main/memos": {
    uses: [...featureGround, "main/files", "main/memos/document", ...services("deals", "tapes", "market", "runs", "bridges")],
    packages: ["kysely", "node:*", "node:*/*"],
  },
  "main/twins/formulas": { uses: [], packages: [] },
  "main/twins/workbook": { uses: ["main/files", "main/twins/formulas"], packages: ["node:*", "node:*/*"] },
  "main/twins/model": {
    uses: [
      "shared/domain",
      "shared/locales/texts.ts",
      "main/engine",
      "main/engine/price-package.ts",
      ...["numbers", "plan", "recovery", "groups", "pool", "explain"].map((room) => `main/engine/${room}`),
      "main/twins/formulas",
      "main/twins/workbook",
    ],
    packages: [],
    roomy: "a file for each sheet of the workbook",
  },
  "main/twins": {
    uses: [
      ...featureGround,
      "shared/locales/texts.ts",
      ...services("deals", "pricing", "runs"),
      "main/files",
      "main/packages/engine-task.ts",
      "main/tapes/loan-ids.ts",
      "main/twins/model",
      "main/twins/workbook",
    ],
    packages: ["kysely", "node:*", "node:*/*"],
  },
});
