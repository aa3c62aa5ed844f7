import type { Room } from "./room.ts";

/** The company behind the deals, and all deals together. */
export const companyRooms = (
  featureGround: readonly string[],
  services: (...features: readonly string[]) => readonly string[],
): Readonly<Record<string, Room>> => ({
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
  "main/portfolio": {
    uses: [
      ...featureGround,
      "main/engine/numbers",
      "main/engine/returns",
      ...services("calendar", "company", "deals", "journal"),
      "main/company/quarter-calendar.ts",
      "main/debtors/debtor-key.ts",
    ],
    packages: ["kysely"],
  },
});
