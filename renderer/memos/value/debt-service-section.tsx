import type { FinancingSeries } from "../../../shared/domain/financing-results.ts";
import { fenFromYuan } from "../../../shared/money.ts";
import { captionBlock, type MemoBlock, noteBlock, tableBlock } from "../blocks/memo-blocks.tsx";
import { baseCase } from "../blocks/memo-cases.ts";
import { fill, type MemoContext } from "../blocks/memo-context.ts";

type DebtSeries = NonNullable<FinancingSeries["debt"]>;

interface DebtYear {
  readonly year: number;
  readonly drawn: number;
  readonly fees: number;
  readonly interest: number;
  readonly principal: number;
  readonly balance: number;
}

/** Debt by year from cut-off, yuan; years after the last payment are left out. Month 0 belongs to the first year. */
export function debtYears({ draws, fees, interest, principal, balance }: DebtSeries): DebtYear[] {
  const last = Math.max(0, ...[draws, fees, interest, principal].map((series) => series.findLastIndex((flow) => flow !== 0)));
  return Array.from({ length: Math.max(1, Math.ceil(last / 12)) }, (_, index) => {
    const [from, to] = [index === 0 ? 0 : index * 12 + 1, (index + 1) * 12 + 1];
    const sum = (series: readonly number[]) => series.slice(from, to).reduce((total, flow) => total + flow, 0);
    return {
      year: index + 1,
      drawn: sum(draws),
      fees: sum(fees),
      interest: sum(interest),
      principal: sum(principal),
      balance: balance[Math.min(to, balance.length) - 1] ?? 0,
    };
  });
}

/** What the debt takes of the base case, year by year. */
export function debtServiceBlocks({ memo, words, money }: MemoContext): MemoBlock[] {
  const text = words.value.debtService;
  const debt = baseCase(memo.result).financing?.debt ?? null;
  const caption = captionBlock("debt-service-caption", text.heading);
  if (debt === null) return [caption, noteBlock("debt-service-none", text.none)];
  const yuan = (amount: number) => money(fenFromYuan(amount));
  return [
    caption,
    tableBlock(
      "debt-service",
      [
        { label: text.period, width: 20 },
        { label: text.drawn, width: 16, numeric: true },
        { label: text.fees, width: 16, numeric: true },
        { label: text.interest, width: 16, numeric: true },
        { label: text.principal, width: 16, numeric: true },
        { label: text.outstanding, width: 16, numeric: true },
      ],
      debtYears(debt).map(({ year, drawn, fees, interest, principal, balance }) => ({
        cells: [fill(text.year, { n: year }), ...[drawn, fees, interest, principal, balance].map(yuan)],
      })),
    ),
  ];
}
