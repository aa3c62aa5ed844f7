import type { Room } from "./room.ts";

const node = ["node:*", "node:*/*"];

/** What was done at the desk and by whom, and that nothing of it is lost. */
export const trustRooms = (
  featureGround: readonly string[],
  services: (...features: readonly string[]) => readonly string[],
): Readonly<Record<string, Room>> => ({
  "main/audit": {
    uses: [...featureGround, "main/files", ...services("exports"), "main/exports/export-tasks.ts", "main/exports/write-table.ts"],
    packages: ["better-sqlite3", "kysely", ...node],
  },
  "main/backups": {
    uses: ["shared", "shared/contract", "shared/domain", "main/db", "main/jobs", "main/files", "main/keys"],
    packages: ["better-sqlite3", ...node],
  },
  "main/keys": { uses: ["shared", "shared/contract", "shared/domain", "main/db"], packages: ["zod", ...node] },
  "main/erase": {
    uses: [...featureGround, ...services("backups", "tapes")],
    packages: ["better-sqlite3", "kysely", ...node],
  },
  "main/dossiers/container": { uses: ["shared", "main/files"], packages: node },
  "main/dossiers": {
    uses: [
      ...featureGround,
      ...services("deals", "assumptions", "audit", "market", "memos", "pricing", "runs", "tapes", "twins"),
      "main/dossiers/container",
      "main/engine/price-package.ts",
      "main/files",
      "main/runs/sealed-run.ts",
      "main/tapes/own/own-export-service.ts",
    ],
    packages: node,
  },
  "main/people": { uses: [...featureGround, "main/keys", "main/audit/trail-service.ts", "main/audit/audit-chain.ts"], packages: ["kysely", "zod", ...node] },
  "main/committee": {
    uses: [...featureGround, ...services("deals", "people", "runs"), "main/audit/audit-chain.ts"],
    packages: ["kysely", "lru-cache", ...node],
  },
});
