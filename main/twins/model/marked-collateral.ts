import { type CaseName, caseNames } from "../../../shared/domain/codes.ts";
import { collateralPaymentsIn } from "../../engine/groups/collateral-payments.ts";
import { cashHeadroomOf, planCase } from "../../engine/plan/case-plan.ts";
import { isOwnIn } from "../../engine/plan/own-case.ts";
import type { CasePlan } from "../../engine/plan/plan-types.ts";
import { classesWithSuits } from "../../engine/recovery/suits.ts";
import type { TwinBook } from "../workbook/twin-book.ts";
import { LAST_MONTH } from "./terms.ts";
import { listOf, type TwinSource } from "./twin-source.ts";
import type { MarkReason, TwinStructure } from "./twin-structure.ts";
import type { TwinWords } from "./twin-words.ts";

/** What the collateral of marked loans brings in a case, by loan and by month, yuan. */
interface MarkedCase {
  readonly use: Float64Array;
  readonly cash: Float64Array;
  readonly value: Float64Array;
  readonly costed: Float64Array;
  /** [month] from sales and from debt for asset, and what costs take of both before the case's shift of costs. */
  readonly sales: Float64Array;
  readonly taken: Float64Array;
  readonly costs: Float64Array;
}

/** Collateral that no formula works out: what the engine gives for it. */
export interface MarkedCollateral {
  readonly loans: ReadonlyMap<number, MarkReason>;
  readonly byCase: Readonly<Record<CaseName, MarkedCase>>;
}

/** Plans of the three cases, as the engine prices them. */
export function plansOf({ columns, assumptions, cases }: TwinSource): Readonly<Record<CaseName, CasePlan>> {
  const classes = classesWithSuits(columns, assumptions, cashHeadroomOf(Object.values(cases)));
  const plan = (caseName: CaseName): CasePlan => planCase({ assumptions, shifts: cases[caseName], own: { caseName, shifts: cases[caseName] } }, classes);
  return { low: plan("low"), base: plan("base"), high: plan("high") };
}

export function markedCollateral(source: TwinSource, { marked }: TwinStructure, plans: Readonly<Record<CaseName, CasePlan>>): MarkedCollateral {
  const inCase = (caseName: CaseName) => markedCase(source, marked, plans[caseName], caseName);
  return { loans: marked, byCase: { low: inCase("low"), base: inCase("base"), high: inCase("high") } };
}

function markedCase({ columns }: TwinSource, marked: ReadonlyMap<number, MarkReason>, plan: CasePlan, caseName: CaseName): MarkedCase {
  const byLoan = () => new Float64Array(columns.loanCount);
  const byMonth = () => new Float64Array(LAST_MONTH + 1);
  const found = { use: byLoan(), cash: byLoan(), value: byLoan(), costed: byLoan(), sales: byMonth(), taken: byMonth(), costs: byMonth() };
  const paymentsOf = collateralPaymentsIn(columns, plan);
  const level = plan.overheadFactor;
  // Group by group: the engine works a group out once for loans that follow one another.
  for (const loan of Array.from(marked.keys())) {
    const { payments, useYuan } = paymentsOf(loan);
    found.use[loan] = useYuan;
    if (isOwnIn(columns, loan, caseName)) continue;
    for (const { outcome, month, expectedYuan, costYuan } of payments) {
      const discount = plan.discountFactor[month] ?? 0;
      add(found.cash, loan, expectedYuan);
      add(found.value, loan, expectedYuan * discount);
      add(found.costs, month, level === 0 ? 0 : costYuan / level);
      add(outcome === plan.debtForAssetOutcome ? found.taken : found.sales, month, expectedYuan);
    }
    // By their own rates, so that the sheet's formula for costs holds for them too.
    const rate = costRate(payments);
    found.costed[loan] = rate === 0 ? 0 : payments.reduce((sum, { costYuan, month }) => sum + (costYuan / level / rate) * (plan.discountFactor[month] ?? 0), 0);
  }
  return found;

  function costRate(payments: readonly { readonly expectedYuan: number; readonly costYuan: number }[]): number {
    const cost = payments.reduce((sum, { costYuan }) => sum + costYuan, 0);
    const cash = payments.reduce((sum, { expectedYuan }) => sum + expectedYuan, 0);
    return cash === 0 || level === 0 ? 0 : cost / level / cash;
  }
}

function add(list: Float64Array, place: number, yuan: number): void {
  list[place] = (list[place] ?? 0) + yuan;
}

/** The sheet of what is a value: receipts of marked loans by month, in each case. */
export function addMarkedFlows(book: TwinBook, { loans, byCase }: MarkedCollateral, words: TwinWords): void {
  if (loans.size === 0) return;
  const sheet = book.sheet(words.say("twin.sheet.marked"), [words.say("twin.sheet.marked"), words.say("twin.note.marked", { loans: loans.size })]);
  const table = book.addTable(sheet, "Marked", null, LAST_MONTH + 1);
  table.facts(
    words.column("month", "code", "month"),
    listOf(LAST_MONTH + 1, (month) => month),
  );
  for (const caseName of caseNames) {
    const { sales, taken, costs } = byCase[caseName];
    table.marks(words.column(`${caseName}.sales`, "money", "fromSales", { caseName }), sales);
    table.marks(words.column(`${caseName}.taken`, "money", "fromTaken", { caseName }), taken);
    table.marks(words.column(`${caseName}.costs`, "money", "collateralCosts", { caseName }), costs);
  }
}
