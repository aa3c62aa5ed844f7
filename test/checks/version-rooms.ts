import type { Room } from "./room.ts";

const services = ["deals", "journal", "exports", "sheet", "tapes"].map((feature) => `main/${feature}/*-service.ts`);

/** The rooms of a tape's versions. */
export const versionRooms: Readonly<Record<string, Room>> = {
  // What two versions of a tape have in common and where they differ: no database.
  "main/versions/loan-match.ts": { uses: ["shared/domain"], packages: [] },
  "main/versions/rules": {
    uses: ["shared/grouped.ts", "shared/contract", "shared/domain", "main/versions/loan-match.ts", "main/tapes/cells/parse-cells.ts"],
    packages: [],
  },
  "main/versions": {
    uses: [
      "shared",
      "shared/contract",
      "shared/domain",
      "shared/locales/texts.ts",
      "main/db",
      "main/jobs",
      "main/versions/loan-match.ts",
      "main/versions/rules",
      "main/tapes/cells/parse-cells.ts",
      "main/tapes/rows/same-asset.ts",
      "main/tapes/loan-ids.ts",
      "main/debtors/debtor-key.ts",
      "main/exports/export-tasks.ts",
      ...services,
    ],
    packages: ["kysely", "lru-cache"],
  },
};
