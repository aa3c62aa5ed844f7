import { expect, it } from "vitest";
import type { DeskDatabase } from "../../../main/db/open-database.ts";
import { createPricingService } from "../../../main/pricing/pricing-service.ts";

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
  pricing.makeKeys({ firstLoanId: 1, loanCount: 100 });
  expect(asked).toEqual([]);
  for (let time = 0; time < 2; time += 1) pricing.makeKeys({ firstLoanId: 101, loanCount: 1_000_000 });
  expect(asked).toEqual([["loanKeys", { desk: "desk", firstLoanId: 101, loanCount: 1_000_000 }]]);
});
