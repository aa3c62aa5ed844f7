import { formatNumber, formatRate } from "../../../shared/format.ts";
import { baseCase, caseOf } from "./memo-cases.ts";
import type { MemoContext } from "./memo-context.ts";
import { irrLine } from "./memo-irr.ts";

/** Numbers of the frozen run that the desk's own words may name. */
const written = {
  bid: ({ memo, money, words }) => `${money(memo.result.bidPriceFen)} ${words.units[memo.moneyUnit]}`,
  limit: ({ memo, price, words }) => `${price(baseCase(memo.result).maxBidFen)} ${words.units[memo.moneyUnit]}`,
  lowLimit: ({ memo, price, words }) => `${price(caseOf(memo.result, "low").maxBidFen)} ${words.units[memo.moneyUnit]}`,
  highLimit: ({ memo, price, words }) => `${price(caseOf(memo.result, "high").maxBidFen)} ${words.units[memo.moneyUnit]}`,
  irr: (context) => irrLine(baseCase(context.memo.result).atBidPrice.irr, context),
  hurdle: ({ memo }) => formatRate(baseCase(memo.result).hurdleRate),
  claim: ({ memo, money, words }) => `${money(memo.result.totals.claimFen)} ${words.units[memo.moneyUnit]}`,
  principal: ({ memo, money, words }) => `${money(memo.result.totals.upbFen)} ${words.units[memo.moneyUnit]}`,
  loans: ({ memo }) => formatNumber(memo.result.totals.loans),
  debtors: ({ memo }) => formatNumber(memo.result.totals.debtors),
  miss: ({ memo, words }) => {
    const simulated = memo.analyses?.simulation ?? null;
    return simulated === null ? words.notStated : formatRate(simulated.distribution.missProbability);
  },
} as const satisfies Readonly<Record<string, (context: MemoContext) => string>>;

type LiveField = keyof typeof written;
export const liveFieldNames = Object.keys(written) as LiveField[]; // its own keys
const isLiveField = (name: string): name is LiveField => Object.hasOwn(written, name);

/** Live fields of a text, `{{bid}}` and the like, in the numbers of the run; a name that there is not stands as it was written. */
export const withLiveFields = (text: string, context: MemoContext): string =>
  text.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => (isLiveField(name) ? written[name](context) : whole));
