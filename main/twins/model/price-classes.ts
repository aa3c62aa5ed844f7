import { type CaseName, caseNames, debtorTypes } from "../../../shared/domain/codes.ts";
import type { PackageColumns } from "../../engine/engine-types.ts";
import { hasOwnRealisation } from "../../engine/plan/loan-estimates.ts";
import type { TwinBook, TwinSheet } from "../workbook/twin-book.ts";
import type { CalculatedColumn } from "../workbook/twin-table.ts";
import { at, type TwinSource } from "./twin-source.ts";
import type { TwinWords } from "./twin-words.ts";

/** Items that a case can't tell apart by month, chance or price. */
interface ItemClass {
  readonly kind: number;
  readonly stage: number;
  /** Row in the table of courts, from 1; 0: none. */
  readonly court: number;
  readonly owner: number;
  readonly waits: number;
  readonly stays: number;
  /** NaN: by stage and rounds. */
  readonly ownMonth: number;
  /** Share of the cash that costs take; NaN: servicer and counsel. */
  readonly ownCostRate: number;
}

export interface ItemClasses {
  readonly classes: readonly ItemClass[];
  /** Those that go by stage and rounds stand first. */
  readonly byTables: number;
  /** [item] its class, from 0. */
  readonly classOf: Int32Array;
}

/** Sorts items into classes, by facts alone: what an assumption makes of them stays open. */
export function itemClasses(columns: PackageColumns, { assumptions }: Pick<TwinSource, "assumptions">): ItemClasses {
  const found = new Map<string, { readonly one: ItemClass; readonly items: number[] }>();
  const company = debtorTypes.indexOf("company");
  for (let loan = 0; loan < columns.loanCount; loan++) {
    const own = columns.estimates !== null && hasOwnRealisation(columns.estimates, loan) ? columns.estimates : null;
    const court = at(columns.court, loan);
    const name = court === 0 ? null : columns.courts[court - 1];
    for (let item = at(columns.collateralStart, loan); item < at(columns.collateralStart, loan + 1); item++) {
      const one: ItemClass = {
        kind: at(columns.collateralKind, item) + 1,
        stage: at(columns.stage, loan) + 1,
        court: assumptions.courtDelays.findIndex((delay) => delay.court === name) + 1,
        owner: (columns.debtorIsCompany[loan] === 1 ? company : 1 - company) + 1,
        waits: at(columns.seizureWaits, item),
        stays: at(columns.enforcementStayed, loan),
        ownMonth: own === null ? Number.NaN : at(own.monthsToCash, loan),
        ownCostRate: columns.estimates === null ? Number.NaN : at(columns.estimates.collateralCostRate, loan),
      };
      const key = Object.values(one).join(" ");
      const known = found.get(key);
      if (known === undefined) found.set(key, { one, items: [item] });
      else known.items.push(item);
    }
  }
  const isOwn = ({ one }: { readonly one: ItemClass }): number => Number(!Number.isNaN(one.ownMonth));
  const sorted = [...found.values()].sort((left, right) => isOwn(left) - isOwn(right));
  const classOf = new Int32Array(columns.appraisal.length);
  sorted.forEach(({ items }, number) => {
    for (const item of items) classOf[item] = number;
  });
  return { classes: sorted.map(({ one }) => one), byTables: sorted.filter((one) => isOwn(one) === 0).length, classOf };
}

/** Names of the columns of a case by outcome: rounds 1 … R, and "take". */
export const outcomesOf = ({ assumptions }: Pick<TwinSource, "assumptions">): readonly string[] => [
  ...assumptions.collateral.rounds.map((_, round) => String(round + 1)),
  "Take",
];

/** When an item of each class is sold, how likely, and at what price net of taxes and costs, in each case. */
export function addClasses(book: TwinBook, sheet: TwinSheet, { classes, byTables }: ItemClasses, source: TwinSource, words: TwinWords): void {
  const table = book.addTable(sheet, "Classes", null, classes.length);
  table.facts(
    words.column("no", "code", "number"),
    classes.map((_, row) => row + 1),
  );
  table.facts(
    words.column("kind", "code", "kind"),
    classes.map(({ kind }) => kind),
  );
  table.facts(
    words.column("stage", "code", "stage"),
    classes.map(({ stage }) => stage),
  );
  table.facts(
    words.column("court", "code", "court"),
    classes.map(({ court }) => court),
  );
  table.facts(
    words.column("owner", "code", "owner"),
    classes.map(({ owner }) => owner),
  );
  table.facts(
    words.column("waits", "code", "waits"),
    classes.map(({ waits }) => waits),
  );
  table.facts(
    words.column("stays", "code", "stays"),
    classes.map(({ stays }) => stays),
  );
  table.facts(
    words.column("ownMonth", "code", "ownMonth"),
    classes.map(({ ownMonth }) => ownMonth),
  );
  table.facts(
    words.column("ownRate", "share", "ownCostRate"),
    classes.map(({ ownCostRate }) => ownCostRate),
  );
  table.calculate([{ ...words.column("costRate", "share", "costRate"), formula: 'IF([ownRate]="",servicer_collateral+counsel_collateral,[ownRate])' }]);
  for (const caseName of caseNames) {
    table.calculate(byRounds(caseName, source, words), 0, byTables);
    table.calculate(byOwnMonth(caseName, source, words), byTables);
  }
}

/** Part of a price that taxes and costs of a sale in a month leave. */
function netShare(month: string, { assumptions }: TwinSource): string {
  const row = `((INDEX({Months.taxes},MIN(${month},horizon_months)+1)-1)*11+[kind]-1)*2+[owner]`;
  const taxes = assumptions.saleTaxes.length === 0 ? "" : `-INDEX({Taxes.all},${row})`;
  return `MAX(0,1-seller_tax_rate${taxes}-sale_cost_rate)`;
}

/** Discount factor of a month, for the values of single loans in the base case. */
const discountIn = (month: string): string => `INDEX({Months.base.discount},MIN(${month},horizon_months)+1)`;

function byRounds(c: CaseName, source: TwinSource, words: TwinWords): CalculatedColumn[] {
  const rounds = source.assumptions.collateral.rounds.map((_, round) => round + 1);
  const last = rounds.length;
  const of = (place: string | number) => ({ caseName: c, place });
  const court = source.assumptions.courtDelays.length === 0 ? "" : "+IF([court]=0,0,INDEX({Courts.months},MAX(1,[court])))";
  const start = `MAX(0,INDEX({Stages.first},[stage])${court}+[waits]*waiting_months+[stays]*reorganisation_months+delay_${c})`;
  const value = (month: string) => `INDEX({Kinds.factor},[kind])*(1+annual_growth)^(${month}/12)*value_level_${c}`;
  const take = words.say("twin.outcome.take");
  return [
    { ...words.column(`${c}.first`, "code", "firstMonth", { caseName: c }), formula: start },
    ...rounds.map((k) => ({ ...words.column(`${c}.month${k}`, "code", "saleMonth", of(k)), formula: `[${c}.first]+INDEX({Rounds.gapSum},${k})` })),
    { ...words.column(`${c}.monthTake`, "code", "saleMonth", of(take)), formula: `[${c}.month${last}]+take_over_gap` },
    ...rounds.map((k) => ({
      ...words.column(`${c}.net${k}`, "factor", "netFactor", of(k)),
      formula: `IF([${c}.month${k}]>horizon_months,0,${value(`[${c}.month${k}]`)}*INDEX({Rounds.opening},${k})*INDEX({Rounds.multiple},${k})*${netShare(`[${c}.month${k}]`, source)})`,
    })),
    {
      ...words.column(`${c}.price`, "factor", "takePrice", { caseName: c }),
      formula: `IF([${c}.monthTake]>horizon_months,0,${value(`[${c}.month${last}]`)}*INDEX({Rounds.opening},${last}))`,
    },
    { ...words.column(`${c}.netTake`, "factor", "netFactor", of(take)), formula: `[${c}.price]*${netShare(`[${c}.month${last}]`, source)}` },
    ...rounds.flatMap((k) => {
      const before = k === 1 ? "0" : `[${c}.until${k - 1}]`;
      const clears = `MAX(0,MIN(1,INDEX({Rounds.clearing},${k})*INDEX({Kinds.clearing},[kind])*clearing_level_${c}))`;
      return [
        { ...words.column(`${c}.chance${k}`, "factor", "probability", of(k)), formula: `(1-${before})*${clears}` },
        { ...words.column(`${c}.until${k}`, "factor", "cumulative", of(k)), formula: `${before}+[${c}.chance${k}]` },
      ];
    }),
    { ...words.column(`${c}.chanceTake`, "factor", "probability", of(take)), formula: `(1-[${c}.until${last}])*take_over_probability` },
    { ...words.column(`${c}.untilTake`, "factor", "cumulative", of(take)), formula: `[${c}.until${last}]+[${c}.chanceTake]` },
    { ...words.column(`${c}.chanceLevel`, "factor", "chanceLevel", { caseName: c }), formula: "1" },
    ...discounts(c, source, words),
  ];
}

/** An item that the desk says is sold in one month. */
function byOwnMonth(c: CaseName, source: TwinSource, words: TwinWords): CalculatedColumn[] {
  const rounds = source.assumptions.collateral.rounds.map((_, round) => round + 1);
  const column = (key: string, formula: string): CalculatedColumn => ({ ...words.column(`${c}.${key}`, "factor", "number"), formula });
  const first = `[${c}.first]`;
  return [
    column("first", `MAX(0,[ownMonth]+delay_${c})`),
    ...rounds.map((k) => column(`month${k}`, first)),
    column("monthTake", first),
    ...rounds.map((k) =>
      column(`net${k}`, k === 1 ? `IF(${first}>horizon_months,0,(1+annual_growth)^(${first}/12)*value_level_${c}*${netShare(first, source)})` : "0"),
    ),
    column("price", "0"),
    column("netTake", "0"),
    ...rounds.flatMap((k) => [column(`chance${k}`, k === 1 ? "1" : "0"), column(`until${k}`, "1")]),
    column("chanceTake", "0"),
    column("untilTake", "1"),
    column("chanceLevel", `clearing_level_${c}`),
    ...discounts(c, source, words),
  ];
}

function discounts(c: CaseName, source: TwinSource, words: TwinWords): CalculatedColumn[] {
  if (c !== "base") return [];
  return outcomesOf(source).map((k) => ({
    ...words.column(`${c}.discount${k}`, "factor", "discount", { caseName: c, place: k === "Take" ? words.say("twin.outcome.take") : k }),
    formula: discountIn(`[${c}.month${k}]`),
  }));
}
