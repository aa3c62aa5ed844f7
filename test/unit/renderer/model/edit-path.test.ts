import { expect, test } from "vitest";
import { z } from "zod";
import { pathsWithin, refusedFields, refusedPaths } from "../../../../renderer/model/edit-path.ts";

const modelSchema = z.object({
  hurdleRate: z.number(),
  assumptions: z.object({ rounds: z.array(z.object({ openingShare: z.number().max(1) })) }),
});

test("a model without fault has no refused path", () => {
  expect(refusedPaths(modelSchema.safeParse({ hurdleRate: 0.12, assumptions: { rounds: [] } }))).toEqual(new Set());
});

test("what a schema refuses is known by its path, by its field, and by its place within a field", () => {
  const parsed = modelSchema.safeParse({ hurdleRate: Number.NaN, assumptions: { rounds: [{ openingShare: 0.7 }, { openingShare: 7 }] } });
  const paths = refusedPaths(parsed);
  expect(paths).toEqual(new Set(["hurdleRate", "assumptions.rounds.1.openingShare"]));
  expect(refusedFields(parsed)).toEqual(new Set(["hurdleRate", "assumptions"]));
  expect(pathsWithin(paths, "assumptions")).toEqual(new Set(["rounds.1.openingShare"]));
});
