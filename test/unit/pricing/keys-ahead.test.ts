import { expect, it } from "vitest";
import type { DeskDatabase } from "../../../main/db/open-database.ts";
import { createPricingService } from "../../../main/pricing/pricing-service.ts";
import { consecutiveIds } from "../../../main/tapes/loan-ids.ts";

type Parts = Parameters<typeof createPricingService>[0];

it("has the keys of many loans made once, as soon as their tape is imported", () => {
  const asked: unknown[] = [];
  const run = (task: string, input: unknown) => {
    asked.push([task, input]);
    return new Promise(() => undefined);
  };
  // What makes keys asks for nothing else.
  const parts = { db: { kysely: null, forWorkers: "desk" } as unknown as DeskDatabase, housekeeping: { run } } as unknown as Parts;
  const pricing = createPricingService(parts);
  pricing.makeKeys({ tapeId: 1, namesRevision: 0, ids: consecutiveIds(1, 100) });
  expect(asked).toEqual([]);
  for (let time = 0; time < 2; time += 1) pricing.makeKeys({ tapeId: 2, namesRevision: 0, ids: consecutiveIds(101, 1_000_000) });
  expect(asked).toEqual([["loanKeys", { desk: "desk", ids: consecutiveIds(101, 1_000_000) }]]);
});
