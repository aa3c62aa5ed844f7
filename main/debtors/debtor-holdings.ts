import { collateralKinds } from "../../shared/domain/codes.ts";
import type { PrintedDebtor } from "../../shared/domain/debtor-sheet.ts";
import { fenFromYuan } from "../../shared/money.ts";
import type { LoanResults, PackageColumns } from "../engine/engine-types.ts";

/** What secures a debtor's loans, and what each way of paying brings before discounting. */
export type DebtorHoldings = Pick<PrintedDebtor, "collateral" | "routes">;

interface Sums {
  /** Appraisal of each asset, which rows of several loans may name; yuan. */
  readonly assets: Map<number, { appraisal: number; kind: number }>;
  readonly routes: { collateral: number; guarantor: number; cash: number; own: number };
}

function addLoan({ assets, routes }: Sums, columns: PackageColumns, results: LoanResults, loan: number): void {
  for (let item = columns.collateralStart[loan] ?? 0; item < (columns.collateralStart[loan + 1] ?? 0); item += 1) {
    const asset = columns.asset[item] ?? item;
    const appraisal = Math.max(columns.appraisal[item] ?? 0, assets.get(asset)?.appraisal ?? 0);
    assets.set(asset, { appraisal, kind: columns.collateralKind[item] ?? collateralKinds.length - 1 });
  }
  routes.collateral += results.collateralRecovery[loan] ?? 0;
  routes.guarantor += results.guarantorRecovery[loan] ?? 0;
  routes.cash += results.cashRecovery[loan] ?? 0;
  routes.own += results.ownRecovery?.[loan] ?? 0;
}

function holdingsFrom({ assets, routes }: Sums): DebtorHoldings {
  const all = [...assets.values()];
  const byKind = new Map<number, number>();
  for (const { appraisal, kind } of all) byKind.set(kind, (byKind.get(kind) ?? 0) + appraisal);
  const kinds = [...byKind].toSorted(([, one], [, other]) => other - one).flatMap(([kind]) => collateralKinds[kind] ?? []);
  return {
    collateral: { items: all.length, appraisalFen: fenFromYuan(all.reduce((sum, { appraisal }) => sum + appraisal, 0)), kinds },
    routes: {
      collateralFen: fenFromYuan(routes.collateral),
      guarantorFen: fenFromYuan(routes.guarantor),
      cashFen: fenFromYuan(routes.cash),
      ownFen: fenFromYuan(routes.own),
    },
  };
}

/** Of some debtors of a package, in one reading of its loans. */
export function debtorHoldings(columns: PackageColumns, results: LoanResults, debtors: readonly number[]): DebtorHoldings[] {
  const sums = new Map(debtors.map((debtor): [number, Sums] => [debtor, { assets: new Map(), routes: { collateral: 0, guarantor: 0, cash: 0, own: 0 } }]));
  for (let loan = 0; loan < columns.loanCount; loan += 1) {
    const of = sums.get(columns.debtor[loan] ?? -1);
    if (of !== undefined) addLoan(of, columns, results, loan);
  }
  return debtors.map((debtor) => holdingsFrom(sums.get(debtor) ?? { assets: new Map(), routes: { collateral: 0, guarantor: 0, cash: 0, own: 0 } }));
}
