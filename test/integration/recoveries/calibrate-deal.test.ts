import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CalibrationTarget } from "../../../shared/contract/recovery-channels.ts";
import type { RecoveryReading } from "../../../shared/domain/recoveries.ts";
import { areOfFile } from "../../../shared/domain/source-evidence.ts";
import { openTestDesk, type TestDesk, testDeal } from "../pricing/test-desk.ts";

/** 10,719 charged-off consumer loans of 2015 with what came in later, as totals (test/fixtures/README.md). */
const closedLoans = fileURLToPath(new URL("../../fixtures/retail_charged_off.csv", import.meta.url));

let desk: TestDesk;
let fileToken: string;
let reading: RecoveryReading;
beforeAll(async () => {
  desk = openTestDesk();
  fileToken = desk.admit(closedLoans);
  reading = await desk.handlers["recoveries.read"]({ fileToken, choice: { columns: null, unit: null } });
});
afterAll(() => desk.close());

const allTo = (segment: "retailConsumer" | null) => (reading.calibration?.segments ?? []).map(({ segment: name }) => ({ name, segment }));
const newRetailDeal = async (): Promise<CalibrationTarget & { kind: "deal" }> => ({
  kind: "deal",
  dealId: (await desk.deals.create({ ...testDeal, kind: "retailBulk" })).id,
});

describe("10,719 charged-off loans", () => {
  it("are read whole: columns known, no row lost, hash and rate as they are", () => {
    const header = (index: number | null) => reading.headers.find((one) => one.index === index)?.header;
    const { loanId, segment, balance, receipts, startDate, receiptDate } = reading.columns;
    expect([loanId, segment, balance, receipts].map(header)).toEqual(["loan_id", "grade", "outstanding_principal", "realised_recoveries"]);
    // The day of issue is not that of charge-off.
    expect([startDate, receiptDate]).toEqual([null, null]);
    expect(reading).toMatchObject({
      problem: null,
      rows: 10_719,
      rowsLeftOut: 0,
      sha256: createHash("sha256").update(readFileSync(closedLoans)).digest("hex"),
    });
    // Sums by the file itself: 12.6 % gross.
    const rows = readFileSync(closedLoans, "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",").map(Number));
    const sumOf = (column: number) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0);
    expect(reading.calibration?.balanceYuan).toBeCloseTo(sumOf(5), 2);
    expect(reading.calibration?.receiptsYuan).toBeCloseTo(sumOf(9), 2);
    expect(reading.calibration?.rate).toBeCloseTo(0.126, 3);
  });

  it("have seven grades whose rates, errors and weights are told", () => {
    const { segments, isDated, backTest } = reading.calibration ?? {};
    expect(isDated).toBe(false);
    expect(segments?.map(({ segment }) => segment)).toEqual(["A", "B", "C", "D", "E", "F", "G"]);
    expect(segments?.reduce((sum, { loans }) => sum + loans, 0)).toBe(10_719);
    // They lie within two errors of the pool, all of them: the file doesn't tell one grade from another.
    const pool = reading.calibration?.rate ?? 0;
    for (const { rate, shrunkRate, standardError, weight } of segments ?? []) {
      expect(Math.abs(rate - pool)).toBeLessThan(2 * (standardError ?? 0));
      expect(standardError).toBeLessThan(0.04);
      expect(weight).toBe(0);
      expect(shrunkRate).toBeCloseTo(pool, 12);
    }
    // What was held back is foretold within a tenth in each part, and within a fiftieth in all.
    for (const { predictedYuan, realisedYuan } of backTest?.folds ?? []) expect(Math.abs(predictedYuan / realisedYuan - 1)).toBeLessThan(0.1);
    expect(Math.abs((backTest?.total.predictedYuan ?? 0) / (backTest?.total.realisedYuan ?? 1) - 1)).toBeLessThan(0.02);
    expect(backTest?.folds.reduce((sum, { loans }) => sum + loans, 0)).toBe(10_719);
  });

  it("calibrate the level of a retail deal's curve, leave its timing, and say so in the source", async () => {
    const target = await newRetailDeal();
    const before = await desk.assumptions.model(target.dealId);
    const use = { fileToken, mapping: allTo("retailConsumer"), target };
    const proposal = await desk.handlers["recoveries.propose"](use);
    expect(proposal.ratesToday.retailConsumer).toBeCloseTo(0.126, 4);
    expect(proposal.curves.map(({ segment, loans }) => [segment, loans])).toEqual([["retailConsumer", 10_719]]);
    expect(await desk.handlers["recoveries.use"](use)).toEqual({ curves: 1 });
    const { assumptions, sources } = await desk.assumptions.model(target.dealId);
    const [curve] = proposal.curves;
    expect(assumptions.curves).toEqual({ ...before.assumptions.curves, retailConsumer: curve?.after });
    expect(assumptions.curves.retailConsumer).toMatchObject({ lagMonths: 1, monthlyDecay: 0.97 });
    expect(assumptions.agedCurves).toEqual({ ...before.assumptions.agedCurves, retailConsumer: curve?.agedCurves });
    expect(sources.curves).toMatchObject({ sourceZh: proposal.sourceZh, sourceEn: proposal.sourceEn, asOf: "2025-11-25", sourced: false });
    expect(sources.curves.evidence).toMatchObject({ fileName: "retail_charged_off.csv", sha256: reading.sha256, readOn: "2025-11-25", loans: 10_719 });
    for (const text of [sources.curves.sourceZh, sources.curves.sourceEn]) expect(text).toContain(reading.sha256);
    expect(sources.curves.sourceZh).toContain("仍为假设");
    expect(sources.curves.sourceEn).toContain("remain an assumption");
    expect(sources.curves.sourceEn).toContain("10,719 closed loans");
    expect(areOfFile(sources.curves.evidence, assumptions.curves)).toBe(true);
    expect(areOfFile(sources.agedCurves.evidence, assumptions.agedCurves)).toBe(true);
  });

  it("are one step to undo, named for the file", async () => {
    const target = await newRetailDeal();
    const before = await desk.assumptions.model(target.dealId);
    await desk.recoveries.use({ fileToken, mapping: allTo("retailConsumer"), target });
    const stack = { area: "deal", dealId: target.dealId } as const;
    expect((await desk.journal.next(stack)).undo?.label).toMatchObject({ kind: "curvesCalibrated", name: "retail_charged_off.csv" });
    await desk.journal.move(stack, "undo", null);
    expect(await desk.assumptions.model(target.dealId)).toEqual(before);
    await desk.journal.move(stack, "redo", null);
    expect((await desk.assumptions.model(target.dealId)).sources.curves.evidence?.loans).toBe(10_719);
  });

  it("leave a source that no longer speaks of the values once they are edited, and the set's own once they are taken back", async () => {
    const target = await newRetailDeal();
    const before = await desk.assumptions.model(target.dealId);
    await desk.recoveries.use({ fileToken, mapping: allTo("retailConsumer"), target });
    const used = await desk.assumptions.model(target.dealId);
    const { curves } = used.assumptions;
    const edited = { ...used.assumptions, curves: { ...curves, retailCard: { ...curves.retailCard, lagMonths: 3 } } };
    await desk.assumptions.saveModel(target.dealId, { ...used, assumptions: edited });
    const now = await desk.assumptions.model(target.dealId);
    expect(areOfFile(now.sources.curves.evidence, now.assumptions.curves)).toBe(false);
    await desk.assumptions.saveModel(target.dealId, { ...now, assumptions: { ...now.assumptions, curves: before.assumptions.curves } });
    expect((await desk.assumptions.model(target.dealId)).sources.curves).toEqual(before.sources.curves);
  });

  it("calibrate an own set as well, never a built-in one", async () => {
    const [seeded] = await desk.assumptions.list();
    const seededUse = { fileToken, mapping: allTo("retailConsumer"), target: { kind: "set", setId: seeded?.id ?? 0 } as const };
    await expect(desk.recoveries.use(seededUse)).rejects.toMatchObject({ code: "assumptionSet.readOnly" });
    const copy = await desk.assumptions.copy(seeded?.id ?? 0, { nameZh: "本部", nameEn: "Own" });
    await desk.recoveries.use({ ...seededUse, target: { kind: "set", setId: copy.id } });
    const edited = (await desk.assumptions.list()).find(({ id }) => id === copy.id);
    expect(edited?.sources.curves.evidence?.loans).toBe(10_719);
    // No curve by days past due stands in a corporate set.
    expect(edited?.sources.agedCurves).toEqual(copy.sources.agedCurves);
  });

  it("used a second time don't pile their source up", async () => {
    const target = await newRetailDeal();
    const use = { fileToken, mapping: allTo("retailConsumer"), target };
    await desk.recoveries.use(use);
    const once = await desk.assumptions.model(target.dealId);
    await desk.recoveries.use(use);
    const twice = await desk.assumptions.model(target.dealId);
    expect(twice.sources.curves).toEqual(once.sources.curves);
    expect(twice.sources.agedCurves.sourceZh).toBe(once.sources.agedCurves.sourceZh);
  });

  it("write nothing where no segment is mapped, or the file was never read", async () => {
    const target = await newRetailDeal();
    await expect(desk.recoveries.use({ fileToken, mapping: allTo(null), target })).rejects.toMatchObject({ code: "recoveries.nothingMapped" });
    await expect(desk.recoveries.use({ fileToken: "unread", mapping: allTo("retailConsumer"), target })).rejects.toMatchObject({ code: "recoveries.notRead" });
    expect((await desk.journal.next({ area: "deal", dealId: target.dealId })).undo).toBeNull();
  });

  it.each([1, 29, 30])("of which %i are counted are written from thirty on", async (count) => {
    const folder = mkdtempSync(join(tmpdir(), "recoveries-"));
    const path = join(folder, "few.csv");
    writeFileSync(path, ["贷款编号,产品,余额,回收金额", ...Array.from({ length: count }, (_, at) => `L${at},信用卡,100,500`)].join("\n"));
    const few = desk.admit(path);
    expect((await desk.recoveries.read(few, { columns: null, unit: null })).calibration).toMatchObject({ loans: count, segments: [{ weight: null }] });
    const target = await newRetailDeal();
    const use = { fileToken: few, mapping: [{ name: "信用卡", segment: "retailCard" as const }], target };
    expect((await desk.recoveries.propose(use)).curves[0]?.cut).toBeCloseTo(4, 6);
    const outcome = await desk.recoveries.use(use).then(
      () => "used",
      (error: unknown) => (error as { code: string }).code,
    );
    expect(outcome).toBe(count < 30 ? "recoveries.tooFew" : "used");
    expect((await desk.assumptions.model(target.dealId)).sources.curves.sourceEn.includes("capped at 100%, 400.00% cut off")).toBe(count >= 30);
    rmSync(folder, { recursive: true });
  });

  it("report how far they are, and stop when they are cancelled", async () => {
    const shares: (number | null)[] = [];
    let jobId = "";
    desk.onJob((event) => {
      if (event.kind !== "calibrateRecoveries") return;
      jobId = event.jobId;
      if (event.state === "running") shares.push(event.progress);
      if ((event.progress ?? 0) > 0) desk.cancel(jobId);
    });
    await expect(desk.recoveries.read(desk.admit(closedLoans), { columns: null, unit: null })).rejects.toMatchObject({ code: "job.cancelled" });
    expect(shares.some((share) => share !== null && share > 0)).toBe(true);
    // What was read before is not used under the new reading's name.
    const target = await newRetailDeal();
    await expect(desk.recoveries.use({ fileToken, mapping: allTo("retailConsumer"), target })).rejects.toMatchObject({ code: "recoveries.notRead" });
  });
});
