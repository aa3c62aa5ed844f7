import type { AssumptionSources } from "../../shared/domain/assumptions.ts";
import { type AssumptionSetSeed, defaultAssumptionSet, judgementEn, judgementZh } from "./default-assumptions.ts";

const { asOf, assumptions, sources, cases } = defaultAssumptionSet;

/** One debtor: what the desk spends is spent on one file, and nothing is spread over a package. */
const singleSource: AssumptionSources["costs"] = {
  sourceZh: `${judgementZh}。单户转让：尽职调查与交易费用、每笔成本及每月管理费按单一债务人估计，其余同对公批量包`,
  sourceEn: `${judgementEn}. One debtor: due diligence, deal costs, the cost of a file and overhead are estimated for a single debtor; all else as in corporate bulk`,
  asOf,
  sourced: false,
};

/** The default assumptions of a single corporate claim (单户对公). */
export const singleCorporateSet: AssumptionSetSeed = {
  dealKind: "singleCorporate",
  nameZh: "默认假设（单户对公）",
  nameEn: "Default assumptions (single corporate)",
  asOf,
  assumptions: {
    ...assumptions,
    closing: { ...assumptions.closing, dealCostYuan: 150_000 },
    costs: { ...assumptions.costs, fileCostYuan: 20_000, overheadYuanPerMonth: 5_000 },
  },
  sources: { ...sources, closing: singleSource, costs: singleSource },
  cases,
};
