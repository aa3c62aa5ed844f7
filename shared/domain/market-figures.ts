import { z } from "zod";

/** What a published figure of the market measures: balances and flows in money, the rest as a share. */
export const marketMeasures = [
  "nplBalance",
  "nplChange",
  "nplRatio",
  "nplRatioChange",
  "disposals",
  "pilotSales",
  "registeredCapital",
  "totalAssets",
  "netAssets",
  "investments",
  "irr",
] as const;
export type MarketMeasure = (typeof marketMeasures)[number];

const shares: readonly MarketMeasure[] = ["nplRatio", "nplRatioChange", "irr"];
export const isShare = (measure: MarketMeasure): boolean => shares.includes(measure);

/** Yuan of the whole economy in fen pass what a whole number of a float holds at 90 trillion. */
const money = z.number().int().min(-Number.MAX_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER).nullable();

/** A figure that a source published, or says that it does not publish. */
export const marketFigureFieldsSchema = z.object({
  measure: z.enum(marketMeasures),
  /** Of whom: two series of one measure are only one where they count the same. */
  scope: z.string().trim().min(1).max(120),
  period: z.string().trim().min(1).max(20),
  /** The figure, in fen or as a share; both null: not published. */
  moneyFen: money,
  share: z.number().min(-1).max(10).nullable(),
  /** "More than" so much. */
  isLowerBound: z.boolean(),
  source: z.string().trim().min(1).max(300),
  asOf: z.iso.date(),
});
export const marketFigureInputSchema = marketFigureFieldsSchema
  .refine(({ measure, moneyFen }) => !isShare(measure) || moneyFen === null, { path: ["moneyFen"], params: { problem: "notThisUnit" } })
  .refine(({ measure, share }) => isShare(measure) || share === null, { path: ["share"], params: { problem: "notThisUnit" } });
export type MarketFigureInput = z.infer<typeof marketFigureInputSchema>;

export const marketFigureSchema = marketFigureFieldsSchema.extend({ id: z.number().int(), seeded: z.boolean() });
export type MarketFigure = z.infer<typeof marketFigureSchema>;

const valueOf = ({ moneyFen, share }: MarketFigure): number | null => moneyFen ?? share;

type Series = Pick<MarketFigure, "measure" | "period">;
/** Measure and period of which scopes say different figures: same label, not the same thing. */
const isOfSeveralScopes = (figures: readonly MarketFigure[], { measure, period }: Series): boolean =>
  new Set(figures.filter((one) => one.measure === measure && one.period === period).map(({ scope }) => scope)).size > 1;

export interface ShownFigure extends MarketFigure {
  /** Others say another figure of the same period, of another scope: they are never added or averaged. */
  readonly hasOtherScope: boolean;
  /** The figure less its change since the start of the year; null where either isn't there. */
  readonly start: number | null;
}

const changeOf: Partial<Record<MarketMeasure, MarketMeasure>> = { nplBalance: "nplChange", nplRatio: "nplRatioChange" };

/** The figures with what follows from two of them. */
export function shownFigures(figures: readonly MarketFigure[]): ShownFigure[] {
  return figures.map((figure) => {
    const wanted = changeOf[figure.measure];
    const change = figures.find(({ measure, scope, period }) => measure === wanted && scope === figure.scope && period === figure.period);
    const [value, by] = [valueOf(figure), change === undefined ? null : valueOf(change)];
    return {
      ...figure,
      hasOtherScope: isOfSeveralScopes(figures, figure),
      start: value === null || by === null ? null : Number((value - by).toPrecision(15)),
    };
  });
}

export interface PublishedCompany {
  readonly scope: string;
  readonly registeredCapital: MarketFigure | undefined;
  readonly totalAssets: MarketFigure | undefined;
  readonly netAssets: MarketFigure | undefined;
  readonly investments: MarketFigure | undefined;
  /** Liabilities over net assets, the most that borrowings may be; null: cannot be told, since registered capital is no net assets. */
  readonly leverage: number | null;
}

/** What companies publish of themselves, the latest figure of each kind. */
export function publishedCompanies(figures: readonly MarketFigure[]): PublishedCompany[] {
  const latest = (scope: string, measure: MarketMeasure) =>
    figures
      .filter((figure) => figure.scope === scope && figure.measure === measure)
      .toSorted((one, other) => other.asOf.localeCompare(one.asOf))
      .at(0);
  const own = new Set<MarketMeasure>(["registeredCapital", "totalAssets", "netAssets", "investments"]);
  return [...new Set(figures.filter(({ measure }) => own.has(measure)).map(({ scope }) => scope))].map((scope) => {
    const [assets, net] = [latest(scope, "totalAssets"), latest(scope, "netAssets")];
    const isSamePeriod = assets !== undefined && net !== undefined && assets.period === net.period;
    const [assetsFen, netFen] = isSamePeriod ? [assets.moneyFen, net.moneyFen] : [null, null];
    return {
      scope,
      registeredCapital: latest(scope, "registeredCapital"),
      totalAssets: assets,
      netAssets: net,
      investments: latest(scope, "investments"),
      leverage: assetsFen === null || netFen === null || netFen <= 0 ? null : (assetsFen - netFen) / netFen,
    };
  });
}
