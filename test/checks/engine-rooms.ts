import type { Room } from "./room.ts";

/** What every room of the engine stands on. */
const engineGround = ["shared", "shared/domain", "main/engine", "main/engine/numbers"];

/** The rooms of the engine: pure functions, nothing but shared. */
export const engineRooms: Readonly<Record<string, Room>> = {
  "main/engine": { uses: ["shared", "shared/domain"], packages: [] },
  "main/engine/numbers": { uses: ["shared", "shared/domain", "main/engine"], packages: [] },
  "main/engine/checks": { uses: engineGround, packages: [] },
  "main/engine/kernel": { uses: ["main/engine", "main/engine/kernel/generated"], packages: [] },
  "main/engine/plan": { uses: [...engineGround, "main/engine/checks"], packages: [] },
  "main/engine/own": { uses: [...engineGround, "main/engine/plan"], packages: [] },
  "main/engine/recovery": { uses: [...engineGround, "main/engine/plan"], packages: [] },
  "main/engine/groups": { uses: [...engineGround, "main/engine/plan", "main/engine/own", "main/engine/recovery"], packages: [] },
  "main/engine/returns": { uses: engineGround, packages: [] },
  "main/engine/funding": { uses: [...engineGround, "main/engine/plan", "main/engine/returns"], packages: [] },
  "main/engine/pool": { uses: [...engineGround, "main/engine/plan", "main/engine/returns", "main/engine/funding"], packages: [] },
  "main/engine/calibration": { uses: ["shared/domain", "main/engine"], packages: [] },
  "main/engine/rows": {
    uses: [...engineGround, "main/engine/kernel", "main/engine/plan", "main/engine/recovery", "main/engine/groups", "main/engine/pool"],
    packages: [],
  },
  "main/engine/price-package.ts": {
    uses: [...engineGround, ...["checks", "kernel", "plan", "recovery", "funding", "pool", "rows"].map((room) => `main/engine/${room}`)],
    packages: [],
  },
  "main/engine/explain": {
    uses: [...engineGround, "main/engine/price-package.ts", ...["plan", "own", "recovery", "groups", "funding", "pool"].map((room) => `main/engine/${room}`)],
    packages: [],
  },
  "main/engine/sensitivity": {
    uses: [...engineGround, "main/engine/price-package.ts", ...["checks", "kernel", "plan", "recovery", "pool", "rows"].map((room) => `main/engine/${room}`)],
    packages: [],
  },
  "main/engine/bridge": {
    uses: [...engineGround, "main/engine/price-package.ts", ...["checks", "kernel", "plan", "funding", "pool", "rows"].map((room) => `main/engine/${room}`)],
    packages: [],
  },
  "main/engine/diligence": {
    uses: [...engineGround, "main/engine/price-package.ts", ...["calibration", "plan", "recovery", "pool", "sensitivity"].map((room) => `main/engine/${room}`)],
    packages: [],
  },
  "main/engine/company": { uses: [], packages: [] },
  "main/engine/compliance": { uses: [], packages: [] },
  "main/engine/bidding": {
    uses: [...engineGround, "main/engine/funding", "main/engine/pool", "main/engine/returns", "main/engine/diligence/stacked-percentile.ts"],
    packages: [],
  },
  "main/engine/simulation": {
    uses: [
      ...engineGround,
      "main/engine/price-package.ts",
      ...["checks", "kernel", "plan", "recovery", "groups", "returns", "funding", "pool", "rows"].map((room) => `main/engine/${room}`),
    ],
    packages: [],
  },
};
