import { afterEach, beforeEach, expect, it } from "vitest";
import { corporateTape, openTestDesk, retailTape, statedByUser, type TestDesk, testDeal } from "../pricing/test-desk.ts";

let desk: TestDesk;
beforeEach(() => {
  desk = openTestDesk();
});
afterEach(() => desk.close());

/** Of the loans that SQL finds, as another way to the same figures. */
const summed = (sql: string) => desk.db.raw.prepare(sql).get() as Record<string, number>;

it("are those that SQL finds in the corporate tape", async () => {
  const { id } = await desk.deals.create(testDeal);
  const { report } = await desk.tapes.importAsProposed(id, desk.admit(corporateTape));
  const figures = await desk.notices.figures(id);
  expect(figures).toMatchObject({
    cutOffDate: "2025-09-30",
    loans: 465,
    debtors: report.counts.debtors,
    loansWithoutDebtor: report.counts.loansWithoutDebtor,
    principalFen: 883_207_794_406,
    interestFen: 325_717_834_534,
    feesFen: 1_254_848_483,
    principalAndInterestFen: 883_207_794_406 + 325_717_834_534,
  });
  const days =
    summed(`SELECT sum(days * (principal_fen + ifnull(interest_fen, 0)) * 1.0) / sum(principal_fen + ifnull(interest_fen, 0)) AS mean, count(*) AS loans
    FROM (SELECT *, ifnull(days_past_due, julianday('2025-09-30') - julianday(overdue_date)) AS days FROM loan) WHERE days >= 0`);
  expect(figures.daysPastDue.loans).toBe(days["loans"]);
  expect(figures.daysPastDue.mean).toBeCloseTo(days["mean"] ?? 0, 3);
  const inExecution = summed("SELECT count(*) AS loans, sum(principal_fen + ifnull(interest_fen, 0)) AS fen FROM loan WHERE litigation_stage = 'inExecution'");
  expect(figures.litigationStages).toContainEqual({ code: "inExecution", loans: inExecution["loans"], principalAndInterestFen: inExecution["fen"] });
  const owed = summed(
    `SELECT max(fen) AS most FROM (SELECT sum(principal_fen + ifnull(interest_fen, 0)) AS fen FROM loan WHERE debtor_id IS NOT NULL GROUP BY debtor_id)`,
  );
  expect(figures.largestDebtorFen).toBeGreaterThanOrEqual(owed["most"] ?? 0);
});

it("tell the mean age of the debtors of a retail tape", async () => {
  const { id } = await desk.deals.create({ ...testDeal, kind: "retailBulk" });
  const fileToken = desk.admit(retailTape);
  const { suggestedMapping } = await desk.tapes.inspect(fileToken);
  const mapping = {
    ...suggestedMapping,
    ...statedByUser,
    sheets: suggestedMapping.sheets.map((sheet) => ({ ...sheet, unit: sheet.unit ?? ("yuan" as const) })),
  };
  await desk.tapes.import({ dealId: id, fileToken, encoding: null, mapping });
  const figures = await desk.notices.figures(id);
  const age = summed(
    `SELECT sum(age * (principal_fen + ifnull(interest_fen, 0)) * 1.0) / sum(principal_fen + ifnull(interest_fen, 0)) AS mean, count(*) AS loans FROM loan WHERE age IS NOT NULL`,
  );
  expect(figures.age.loans).toBe(age["loans"]);
  expect(figures.age.mean).toBeCloseTo(age["mean"] ?? 0, 3);
  expect(figures.age.mean).toBeGreaterThan(18);
});

it("need a package", async () => {
  const { id } = await desk.deals.create(testDeal);
  await expect(desk.notices.figures(id)).rejects.toMatchObject({ code: "deal.noTape" });
});
