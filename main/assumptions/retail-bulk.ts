import type { AgedCurve, AssumptionSources, Assumptions } from "../../shared/domain/assumptions.ts";
import { type AssumptionSetSeed, defaultAssumptionSet, judgementEn, judgementZh } from "./default-assumptions.ts";

const { asOf, assumptions, sources, cases } = defaultAssumptionSet;

const horizonMonths = 60;
const lagMonths = 1;
const monthlyDecay = 0.97;
const daysPerMonth = 30.4375;

/** First days of the ages that have a curve of their own, each with the days from which its curve runs on: the middle of the age. */
const ages = [
  { fromDaysPastDue: 181, middle: 270 },
  { fromDaysPastDue: 361, middle: 540 },
  { fromDaysPastDue: 721, middle: 900 },
  { fromDaysPastDue: 1081, middle: 1260 },
  { fromDaysPastDue: 1441, middle: 1980 },
] as const;

/** What of a claim is collected within the horizon, measured at so many days past due. */
interface MeasuredLevel {
  readonly total: number;
  readonly daysPastDue: number;
}

/** Rated recovery of a card trust (24CHENGYI01), 3.63 months overdue. */
const card: MeasuredLevel = { total: 0.1772, daysPastDue: 110 };
/** Realised recovery of 10,719 consumer loans, charged off at about five months. */
const consumer: MeasuredLevel = { total: 0.126, daysPastDue: 150 };

const toFiveDecimals = (rate: number): number => Math.round(rate * 100_000) / 100_000;

/** First month's rate with which a curve collects a total within the horizon: total × (1 − d) ÷ (1 − d^months). */
const firstMonthRateOf = ({ total }: MeasuredLevel): number => (total * (1 - monthlyDecay)) / (1 - monthlyDecay ** (horizonMonths - lagMonths));

/** A claim that is older than where its curve was measured stands further down on it: rate × d^(months between). */
const agedCurvesOf = (level: MeasuredLevel): AgedCurve[] =>
  ages.map(({ fromDaysPastDue, middle }) => ({
    fromDaysPastDue,
    lagMonths,
    firstMonthRate: toFiveDecimals(firstMonthRateOf(level) * monthlyDecay ** ((middle - level.daysPastDue) / daysPerMonth)),
    monthlyDecay,
  }));

const curveOf = (level: MeasuredLevel): Assumptions["curves"]["retailCard"] => ({
  lagMonths,
  firstMonthRate: toFiveDecimals(firstMonthRateOf(level)),
  monthlyDecay,
});

const judged = (zh: string, en: string): AssumptionSources["curves"] => ({
  sourceZh: `${judgementZh}。${zh}`,
  sourceEn: `${judgementEn}. ${en}`,
  asOf,
  sourced: false,
});

const retailSources: Pick<AssumptionSources, "closing" | "priorities" | "curves" | "agedCurves" | "conditions" | "suits" | "costs"> = {
  closing: judged("个贷批量转让：银登中心线上竞价，交易费用按资产包估计", "Retail bulk: online bidding on Yindeng; deal costs are estimated for a package"),
  curves: {
    sourceZh:
      "水平：信用卡 17.72%，不良资产证券化（24CHENGYI01，逾期 3.63 个月）评级基准情形回收率，占本息费（另一单 25CHENGYI02 为 12.82%）；消费贷、经营贷及其他 12.6%，美国 2015 年发放、已核销的 10,719 笔消费贷款实际回收占核销时本金的比例（LendingClub 公开数据，CC0），境内同口径数据未见公开。滞后、逐月系数 0.97 及五年测算期为本部门判断，须以自有回收数据校准",
    sourceEn:
      "Level: cards 17.72 %, rated base-case recovery of a card trust (24CHENGYI01, 3.63 months overdue) on principal, interest and fees (another, 25CHENGYI02, 12.82 %); consumer, business and other loans 12.6 %, realised recoveries of 10,719 charged-off US consumer loans of 2015 on principal at charge-off (LendingClub's public data, CC0), since no Chinese figure on this base was found. Lag, the monthly factor 0.97 and the five years are desk judgement; calibrate on own recoveries",
    asOf,
    sourced: false,
  },
  agedCurves: judged(
    "由分层曲线推出：逾期越久，越靠曲线后段；首月回收 = 分层首月回收 × 0.97^（本档居中逾期月数 − 曲线测得时的逾期月数）。未见境内按逾期天数的公开回收统计",
    "Derived from the segment's curve: an older claim stands further down on it; first month = that of the segment × 0.97^(months past due in the middle of the age − months at which the curve was measured). No public Chinese statistics by days past due were found",
  ),
  priorities: judged(
    "个贷多无抵押物；有抵押物的，顺位规则与对公相同（依据见对公批量包）。土地出让金、商品房消费者与职工债权多见于企业财产，各比例沿用对公判断值，未见个贷公开统计",
    "Retail claims mostly have no collateral; where there is any, ranks are those of corporate packages (law as stated there). Premiums of a grant, buyers of homes and wages are found with companies' assets mostly; the shares are the corporate ones, no public retail statistics were found",
  ),
  conditions: judged(
    "曲线水平取自全部债务人（含失联、终结本次执行的），未按状态拆分；停产、注销只见于小微企业主体。失联 0.2、停产 0.5、注销 0、终结本次执行 0.5 沿用对公判断值：境内个贷按债务人状态的回收未见公开统计，水平已含此类债务人，故偏谨慎。个人破产仅深圳有规定（《深圳经济特区个人破产条例》，2021 年 3 月 1 日施行），清偿率未见公开统计，分配 5%、第 36 个月沿用对公判断值；重整期间九个月依据企业破产法第 79 条，只适用于企业",
    "The curves' levels are of all debtors, missing ones and those after terminated enforcement among them, and not split by condition; only small firms stop production or are struck off. Missing 0.2, suspended 0.5, struck off 0 and terminated enforcement 0.5 are the corporate values: no public Chinese retail recoveries by condition were found, and since the levels hold such debtors already the factors are prudent. Individuals can go bankrupt in Shenzhen only (its regulations on personal bankruptcy, in force since 2021-03-01); no dividends were found in public, so 5 % in month 36 is the corporate value. The nine months of a reorganisation (Enterprise Bankruptcy Law, Art 79) are for companies",
  ),
  suits: judged(
    "个贷回收以电话催收与协商为主，须经起诉部分的比例未见公开数据",
    "Retail recoveries come mostly by telephone and settlement; no public figure was found for the part that only suits bring",
  ),
  costs: judged(
    "境内委外清收费率未见公开数据；参照：上述 10,719 笔美国贷款的清收费用为回收的 17.9%。每笔成本含档案接收、债权转让通知与征信查询",
    "No public Chinese rate for outsourced collection was found; for comparison, collecting the 10,719 US loans above cost 17.9 % of what came in. A file costs its take-over, the notice of assignment and a credit report",
  ),
};

/** The default assumptions of retail bulk packages (个贷批量包), by product and days past due. */
export const retailBulkSet: AssumptionSetSeed = {
  dealKind: "retailBulk",
  nameZh: "默认假设（个贷批量包）",
  nameEn: "Default assumptions (retail bulk)",
  asOf,
  assumptions: {
    ...assumptions,
    horizonMonths,
    closing: { ...assumptions.closing, dealCostYuan: 300_000 },
    curves: {
      ...assumptions.curves,
      retailCard: curveOf(card),
      retailConsumer: curveOf(consumer),
      retailBusiness: curveOf(consumer),
      retailOther: curveOf(consumer),
    },
    agedCurves: {
      ...assumptions.agedCurves,
      retailCard: agedCurvesOf(card),
      retailConsumer: agedCurvesOf(consumer),
      retailBusiness: agedCurvesOf(consumer),
      retailOther: agedCurvesOf(consumer),
    },
    suits: { onlyWhereWorthwhile: true, cashShare: 0.2 },
    // Claims of this size go the summary procedure, which costs half (Decree 481, Art 16).
    courtFees: { ...assumptions.courtFees, acceptanceHalvedShare: 1 },
    costs: {
      ...assumptions.costs,
      servicerRateCash: 0.25,
      fileCostYuan: 400,
      fileCostBands: [
        { claimUpToYuan: 10_000, fileCostYuan: 30 },
        { claimUpToYuan: 50_000, fileCostYuan: 60 },
        { claimUpToYuan: 200_000, fileCostYuan: 150 },
      ],
      overheadYuanPerMonth: 30_000,
    },
  },
  sources: { ...sources, ...retailSources },
  cases,
};
