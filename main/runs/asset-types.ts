import { type AssetTypes, assetTypeKeys } from "../../shared/domain/asset-types.ts";
import { collateralKinds, securityKinds } from "../../shared/domain/codes.ts";
import { fenFromYuan } from "../../shared/money.ts";
import type { PackageColumns } from "../engine/engine-types.ts";
import type { PackageFacts } from "../packages/loaded-package.ts";

interface AssetTypeInput {
  readonly columns: PackageColumns;
  readonly facts: Pick<PackageFacts, "securityKind">;
  /** Of each loan, yuan. */
  readonly presentValue: Float64Array;
  /** The run knows whose loans they are. */
  readonly hasDebtors: boolean;
}

const placeOf = (key: (typeof assetTypeKeys)[number]) => assetTypeKeys.indexOf(key);
const [guaranteed, unsecured, notStated] = [placeOf("guaranteed"), placeOf("unsecured"), placeOf("notStated")];

/** The kind of the item of the highest appraisal; null without any. Kinds come first in the list of types, in their own order. */
function kindOfLoan({ collateralStart, collateralKind, appraisal }: PackageColumns, loan: number): number | null {
  let best: number | null = null;
  for (let item = collateralStart[loan] ?? 0; item < (collateralStart[loan + 1] ?? 0); item += 1)
    if (best === null || (appraisal[item] ?? 0) > (appraisal[best] ?? 0)) best = item;
  return best === null ? null : (collateralKind[best] ?? collateralKinds.length - 1);
}

function typeOfLoan({ columns, facts }: AssetTypeInput, loan: number): number {
  const kind = kindOfLoan(columns, loan);
  if (kind !== null) return kind;
  const stated = securityKinds[facts.securityKind[loan] ?? securityKinds.length];
  if ((columns.guarantorStart[loan + 1] ?? 0) > (columns.guarantorStart[loan] ?? 0) || stated === "guaranteed") return guaranteed;
  return stated === "unsecured" ? unsecured : notStated;
}

interface Sums {
  loans: number;
  bookFen: number;
  valueYuan: number;
  readonly debtors: Set<number>;
}

/** A package by what secures its loans (资产类型), whole fen per line, so that the lines add up to the total. */
export function cutAssetTypes(input: AssetTypeInput): AssetTypes {
  const { columns, presentValue, hasDebtors } = input;
  const byType = assetTypeKeys.map((): Sums => ({ loans: 0, bookFen: 0, valueYuan: 0, debtors: new Set() }));
  for (let loan = 0; loan < columns.loanCount; loan += 1) {
    const sums = byType[typeOfLoan(input, loan)];
    if (sums === undefined) continue;
    sums.loans += 1;
    sums.bookFen += fenFromYuan(columns.upb[loan] ?? 0) + fenFromYuan(columns.interest[loan] ?? 0) + fenFromYuan(columns.fees[loan] ?? 0);
    sums.valueYuan += presentValue[loan] ?? 0;
    sums.debtors.add(columns.debtor[loan] ?? loan);
  }
  const lines = assetTypeKeys.flatMap((key, place) => {
    const sums = byType[place];
    if (sums === undefined || sums.loans === 0) return [];
    const { loans, bookFen, valueYuan, debtors } = sums;
    return [{ key, loans, debtors: hasDebtors ? debtors.size : null, bookFen, valuationFen: fenFromYuan(valueYuan) }];
  });
  const add = (part: (line: (typeof lines)[number]) => number) => lines.reduce((sum, line) => sum + part(line), 0);
  const total = {
    loans: add(({ loans }) => loans),
    debtors: hasDebtors ? new Set(columns.debtor).size : null,
    bookFen: add(({ bookFen }) => bookFen),
    valuationFen: add(({ valuationFen }) => valuationFen),
  };
  return { lines, total };
}
