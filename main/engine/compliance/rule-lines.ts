/** What a rule reads; null: not entered. Amounts in yuan. */
export interface RuleFigures {
  readonly netAssets: number | null;
  readonly borrowings: number | null;
  readonly liquidAssets: number | null;
  readonly outflow30: number | null;
  readonly inflow30: number | null;
  readonly relatedClaims: number | null;
  /** New investment of the year to date: all, and in financial non-performing loans. */
  readonly investedAll: number | null;
  readonly investedNpl: number | null;
}

/** How the price of the deal bears on the figures. */
export interface DealBearing {
  /** Part of the price that is borrowed, and deal costs expensed per yuan of price. */
  readonly debtShare: number;
  readonly expensedShare: number;
  /** Part of the price that is paid within 30 days with own money. */
  readonly paidWithin30: number;
  /** The deal is a purchase of financial non-performing loans. */
  readonly isFinancialNpl: boolean;
  /** Clients with what is owed already and their share of the price; null: not known. */
  readonly clients: readonly Holding[] | null;
  readonly groups: readonly Holding[] | null;
  /** Share of the price that falls on related parties; null: nobody said who is related. */
  readonly relatedShare: number | null;
}

export interface Holding {
  readonly name: string;
  readonly balanceYuan: number;
  /** Of the price, 0 to 1. */
  readonly priceShare: number;
}

/** A rule as room over the price: it holds where atZero + perYuan × price ≥ 0. */
export interface RuleLine {
  /** Whom it is about, where it is about one of several. */
  readonly name: string;
  readonly atZero: number;
  readonly perYuan: number;
}

export const ruleFormulas = ["leverage", "client", "group", "liquidity", "related", "core"] as const;
export type RuleFormula = (typeof ruleFormulas)[number];

export type RuleGap = keyof RuleFigures | "clients" | "groups" | "relatedShare";
type LinesOrMissing = { readonly lines: readonly RuleLine[] } | { readonly missing: readonly RuleGap[] };

const one = (atZero: number, perYuan: number): LinesOrMissing => ({ lines: [{ name: "", atZero, perYuan }] });

function lacking(needed: Partial<Record<RuleGap, unknown>>): LinesOrMissing {
  const names = Object.keys(needed) as RuleGap[]; // keys of the record that is given
  return { missing: names.filter((name) => needed[name] === null) };
}

/**
 * The lines of a rule, or what it lacks.
 * @param limit leverage: times net assets; client, group, related: share of net assets; liquidity: times the outflow; core: share of investment
 */
export function ruleLines(formula: RuleFormula, limit: number, figures: RuleFigures, bearing: DealBearing): LinesOrMissing {
  const { netAssets, borrowings, liquidAssets, outflow30, inflow30, relatedClaims, investedAll, investedNpl } = figures;
  switch (formula) {
    case "leverage": {
      if (netAssets === null || borrowings === null) return lacking({ netAssets, borrowings });
      return one(limit * netAssets - borrowings, -(bearing.debtShare + limit * bearing.expensedShare));
    }
    case "client":
    case "group": {
      const name = formula === "client" ? "clients" : "groups";
      const holdings = bearing[name];
      if (netAssets === null || holdings === null) return lacking({ netAssets, [name]: holdings });
      return { lines: holdings.map((holding) => ({ name: holding.name, atZero: limit * netAssets - holding.balanceYuan, perYuan: -holding.priceShare })) };
    }
    case "liquidity": {
      if (liquidAssets === null || outflow30 === null || inflow30 === null) return lacking({ liquidAssets, outflow30, inflow30 });
      return one(liquidAssets - limit * Math.max(0, outflow30 - inflow30), -bearing.paidWithin30);
    }
    case "related": {
      const { relatedShare } = bearing;
      if (netAssets === null || relatedClaims === null || relatedShare === null) return lacking({ netAssets, relatedClaims, relatedShare });
      return one(limit * netAssets - relatedClaims, -relatedShare);
    }
    case "core": {
      if (investedAll === null || investedNpl === null) return lacking({ investedAll, investedNpl });
      return one(investedNpl - limit * investedAll, (bearing.isFinancialNpl ? 1 : 0) - limit);
    }
  }
}
