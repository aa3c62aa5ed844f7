import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { canonicalJson } from "../../../main/db/canonical-json.ts";
import { decodeColumns, encodeColumns, inflateBytes, type NamedColumns } from "../../../main/runs/column-file.ts";
import { assumptionsSchema } from "../../../shared/domain/assumptions.ts";
import { openTestDesk, type TestDesk } from "../pricing/test-desk.ts";

/** What a run of the first version holds, in its order. */
const firstColumns =
  "upb interest fees segment stage fillMask collateralStart appraisal collateralKind lienRank seniorClaims securedCap fiveTierClass securityKind litigationStage region";
const firstGroups = ["horizonMonths", "hurdleRate", "closing", "collateral", "timing", "curves", "courtFees", "costs"];

let desk: TestDesk;
let dealId: number;
beforeAll(async () => {
  desk = openTestDesk();
  const deal = await desk.deals.openSample();
  dealId = deal.id;
  // Nor did it know calendar days.
  await desk.deals.update(dealId, { ...deal, cutOffDate: null });
  // Later groups have the neutral values that a run without them gets.
  const { assumptions, ...edit } = await desk.pricing.model(dealId);
  await desk.pricing.price(dealId, { ...edit, assumptions: assumptionsSchema.parse(only(assumptions, firstGroups)) });
});
afterAll(() => desk.close());

const sha256 = (...parts: (string | Uint8Array)[]) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest("hex");
const only = <T>(source: Readonly<Record<string, T>>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(source).filter(([name]) => names.includes(name)));

/** Rewrites a stored run as the first version stored it: its columns, its groups of assumptions, its hashes. */
async function asFirstVersion(runId: number): Promise<void> {
  const { raw } = desk.db;
  const row = raw.prepare("SELECT * FROM pricing_run WHERE id = ?").get(runId) as Record<string, string | number> & {
    inputs: Uint8Array;
    loan_results: Uint8Array;
  };
  const { columns, facts } = decodeColumns(await inflateBytes(row.inputs));
  const { firstLoanId, debtorCount, regions } = facts as { firstLoanId: number; debtorCount: number; regions: string[] };
  const named = (names: string[]) => Object.fromEntries(names.map((name) => [name, columns[name]])) as NamedColumns;
  const names = firstColumns.split(" ");
  const stored = { assumptions: JSON.parse(String(row["assumptions"])), cases: JSON.parse(String(row["cases"])), result: JSON.parse(String(row["result"])) };
  const assumptions = only(stored.assumptions as Record<string, unknown>, firstGroups);
  const terms = { assumptions, cases: stored.cases as unknown, bidPriceFen: row["bid_price_fen"] };
  const inputsHash = sha256(encodeColumns(named(names.slice(0, 12)), { debtorCount }), canonicalJson(terms));
  const factsHash = sha256(encodeColumns(named(names.slice(12)), { regions }));
  const loansHash = sha256(await inflateBytes(row.loan_results));
  const runHash = sha256(
    canonicalJson({ inputsHash, factsHash, loansHash, seed: null, engineVersion: row["engine_version"], result: stored.result as unknown }),
  );
  const trigger = String(raw.prepare("SELECT sql FROM sqlite_schema WHERE name = 'pricing_run_no_update'").pluck().get());
  raw.exec("DROP TRIGGER pricing_run_no_update");
  raw
    .prepare("UPDATE pricing_run SET inputs = ?, assumptions = ?, sources = ?, inputs_hash = ?, run_hash = ? WHERE id = ?")
    .run(
      deflateSync(encodeColumns(named(names), { firstLoanId, debtorCount, regions })),
      canonicalJson(assumptions),
      canonicalJson(only(JSON.parse(String(row["sources"])) as Record<string, unknown>, firstGroups)),
      inputsHash,
      runHash,
      runId,
    );
  raw.exec(trigger);
}

it("a run of the first version still has its hash, prices and prints with today's deal", async () => {
  const run = await desk.pricing.saveRun(dealId, "first version");
  const { strata } = await desk.pricing.runForMemo(run.id);
  await asFirstVersion(run.id);
  const old = await desk.pricing.runForMemo(run.id);
  expect(old.run.runHash).not.toBe(run.runHash);
  expect(old).toMatchObject({ strata, record: null });
  expect(await desk.pricing.replay(run.id)).toEqual({ runHash: old.run.runHash, isSame: true });
});

it("a run of the first version whose result was changed is refused", async () => {
  const run = await desk.pricing.saveRun(dealId, "changed first version");
  await asFirstVersion(run.id);
  const { raw } = desk.db;
  raw.exec("DROP TRIGGER pricing_run_no_update");
  raw.prepare("UPDATE pricing_run SET result = json_set(result, '$.totals.loans', 1) WHERE id = ?").run(run.id);
  await expect(desk.pricing.runForMemo(run.id)).rejects.toMatchObject({ code: "run.altered" });
});
