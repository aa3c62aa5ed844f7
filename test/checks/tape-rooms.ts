import type { Room } from "./room.ts";

const node = ["node:*", "node:*/*"];

/** The rooms in which a tape is read, from bytes to rows, and in which it is written again. */
export const tapeRooms: Readonly<Record<string, Room>> = {
  "main/tapes/words": { uses: ["shared/domain"], packages: [] },
  "main/tapes/bytes": { uses: [], packages: node },
  "main/tapes/locked": { uses: [], packages: ["@e965/xlsx", ...node] },
  "main/tapes/files": {
    uses: ["shared/domain", "main/jobs", "main/tapes/words", "main/tapes/bytes", "main/tapes/locked"],
    packages: ["yauzl", "@e965/xlsx", ...node],
  },
  "main/tapes/lists": { uses: ["shared/domain", "main/tapes/bytes", "main/tapes/files"], packages: node },
  "main/tapes/cells": { uses: ["shared/domain", "main/tapes/words", "main/tapes/files"], packages: [] },
  "main/tapes/header": { uses: ["shared/domain", "main/tapes/words", "main/tapes/files", "main/tapes/cells"], packages: [] },
  "main/tapes/shape": {
    uses: ["shared/domain", "main/tapes/words", "main/tapes/bytes", "main/tapes/files", "main/tapes/cells", "main/tapes/header"],
    packages: [],
  },
  "main/tapes/known": { uses: ["shared/domain", "main/tapes/bytes", "main/tapes/cells"], packages: [] },
  "main/tapes/parts": { uses: ["shared/domain", "main/tapes/cells", "main/tapes/files"], packages: [] },
  "main/tapes/rows": {
    roomy: "for each kind of list what reads its rows and what joins them",
    uses: [
      "shared/domain",
      "main/tapes/words",
      "main/tapes/bytes",
      "main/tapes/files",
      "main/tapes/cells",
      "main/tapes/header",
      "main/tapes/shape",
      "main/tapes/known",
      "main/tapes/parts",
    ],
    packages: [],
  },
  "main/tapes/sources": {
    uses: ["shared/domain", "main/tapes/files", "main/tapes/header", "main/tapes/lists"],
    packages: node,
  },
  "main/tapes/loan-ids.ts": { uses: [], packages: [] },
  "main/tapes/own": {
    uses: [
      "shared",
      "shared/contract",
      "shared/domain",
      "shared/locales/texts.ts",
      "main/db",
      "main/jobs",
      "main/deals/*-service.ts",
      "main/exports/*-service.ts",
      "main/exports/write-table.ts",
      "main/tapes/files",
      "main/tapes/known",
      "main/tapes/rows",
      "main/tapes/loan-ids.ts",
    ],
    packages: ["kysely", ...node],
  },
};
