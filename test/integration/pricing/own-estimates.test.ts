import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pricePackage } from "../../../main/engine/price-package.ts";
import { emptyOwnEstimates, type OwnEstimateSource } from "../../../main/packages/own-estimate-source.ts";
import { createPackageService } from "../../../main/packages/package-service.ts";
import { TapeChanges } from "../../../main/packages/tape-changes.ts";
import { freezeRun, hashPricing, replayInput, thawPackage, thawResults } from "../../../main/runs/frozen-run.ts";
import { packNames } from "../../../main/runs/loan-names.ts";
import { openTestDesk, type TestDesk } from "./test-desk.ts";

let desk: TestDesk;
let dealId: number;
/** What a test states of the first loan, yuan; null: nothing. */
let stated: { readonly gross: number } | null = null;

const source: OwnEstimateSource = {
  revision: async () => (stated === null ? null : String(stated.gross)),
  estimates: async (_dealId, { columns }) => {
    const own = emptyOwnEstimates(columns.loanCount);
    const figures = { lowGross: stated?.gross ?? 0, lowCosts: 90, lowMonth: 36, highGross: 900, highCosts: 110, highMonth: 18, lowWeight: 0.5 };
    for (const [name, figure] of Object.entries(figures)) own[name as keyof typeof figures][0] = figure;
    return own;
  },
};

beforeAll(async () => {
  desk = openTestDesk();
  dealId = (await desk.deals.openSample()).id;
});
afterAll(() => desk.close());

const packages = () => createPackageService({ db: desk.db, changes: new TapeChanges(), own: source });
const priced = async (service = packages()) => {
  const loaded = await service.load(dealId);
  const { assumptions, cases } = await desk.assumptions.model(dealId);
  const terms = { assumptions, cases, bidPriceFen: null };
  return { loaded, terms, output: pricePackage({ columns: loaded.columns, debtorCount: loaded.debtorCount, cutOffDate: loaded.cutOffDate, ...terms }) };
};

/** What a run says of its deal: that of one saved without own estimates. */
async function recordOfRun() {
  await desk.pricing.price(dealId, await desk.assumptions.model(dealId));
  const { id } = await desk.runs.save(dealId, "plain");
  const { record } = await thawPackage(
    new Uint8Array(desk.db.raw.prepare<[number], Buffer>("SELECT inputs FROM pricing_run WHERE id = ?").pluck().get(id) ?? []),
  );
  if (record === null) throw new Error("a run has a record");
  return record;
}

describe("own estimates by debtor", () => {
  it("come with the package, change its reading with each change, and share the tape's columns", async () => {
    const service = packages();
    stated = null;
    const plain = await service.load(dealId);
    stated = { gross: 600 };
    const [first, same] = [await service.load(dealId), await service.load(dealId)];
    stated = { gross: 700 };
    const second = await service.load(dealId);
    expect(plain.columns.ownEstimates).toBeNull();
    expect(same).toBe(first);
    expect([first.columns.ownEstimates?.lowGross[0], second.columns.ownEstimates?.lowGross[0]]).toEqual([600, 700]);
    expect(new Set([plain.readingId, first.readingId, second.readingId]).size).toBe(3);
    expect(second.columns.upb).toBe(plain.columns.upb);
  });

  it("move the bid, are frozen with a run, and replay to the same", async () => {
    stated = null;
    const plain = await priced();
    stated = { gross: 1e9 };
    const own = await priced();
    expect(own.output.result.cases[0]?.maxBidFen).toBeGreaterThan(plain.output.result.cases[0]?.maxBidFen ?? Number.NaN);
    const [before, after] = [await hashPricing(plain), await hashPricing(own)];
    expect(before.inputsHash).not.toBe(after.inputsHash);
    const statement = { name: "own", createdAt: "2025-11-25T08:00:00.000Z", sources: null };
    const frozen = await freezeRun({ ...own, statement, record: await recordOfRun(), names: await packNames([]), edited: null });
    const thawed = await thawPackage(frozen.inputs);
    const replayed = pricePackage(replayInput(thawed, own.terms));
    expect(replayed.result).toEqual(own.output.result);
    const results = await thawResults(own.output.result, frozen.loanResults);
    expect(results.loanResults.low.ownRecovery?.[0]).toBe(1e9);
  });
});
