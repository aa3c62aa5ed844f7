import type { AssumptionSources, Assumptions, Cases } from "../../shared/domain/assumptions.ts";
import { type CollateralKind, collateralKinds, type DealKind } from "../../shared/domain/codes.ts";
import { withoutExits } from "../../shared/domain/exits.ts";
import { cashAtClosing, plainTransition, withoutDebt } from "../../shared/domain/financing-assumptions.ts";
import { plainInterest } from "../../shared/domain/interest-terms.ts";
import { plainSimulation } from "../../shared/domain/simulation-assumptions.ts";
import { conditionsSource, defaultConditions } from "./default-conditions.ts";
import { exitsSource } from "./default-exits.ts";
import { defaultPriorities, prioritiesSource } from "./default-priorities.ts";
import { defaultSaleTaxes, saleTaxesSource } from "./default-taxes.ts";

/** A set of assumptions as it is first put into the database; the desk edits copies of it. */
export interface AssumptionSetSeed {
  /** The kind of deal that starts with it. */
  readonly dealKind: DealKind;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly asOf: string;
  readonly assumptions: Assumptions;
  readonly sources: AssumptionSources;
  readonly cases: Cases;
}

const asOf = "2025-11-30";

/**
 * Statutory fees: 诉讼费用交纳办法 (Decree 481), Art 13(1), 14(2), 14(1), 14(6). The first slice is a flat sum.
 */
const courtFees: Assumptions["courtFees"] = {
  acceptance: {
    slices: [
      { upToYuan: 10_000, rate: 0, fixedYuan: 50 },
      { upToYuan: 100_000, rate: 0.025, fixedYuan: 0 },
      { upToYuan: 200_000, rate: 0.02, fixedYuan: 0 },
      { upToYuan: 500_000, rate: 0.015, fixedYuan: 0 },
      { upToYuan: 1_000_000, rate: 0.01, fixedYuan: 0 },
      { upToYuan: 2_000_000, rate: 0.009, fixedYuan: 0 },
      { upToYuan: 5_000_000, rate: 0.008, fixedYuan: 0 },
      { upToYuan: 10_000_000, rate: 0.007, fixedYuan: 0 },
      { upToYuan: 20_000_000, rate: 0.006, fixedYuan: 0 },
      { upToYuan: null, rate: 0.005, fixedYuan: 0 },
    ],
    capYuan: null,
  },
  preservation: {
    slices: [
      { upToYuan: 1_000, rate: 0, fixedYuan: 30 },
      { upToYuan: 100_000, rate: 0.01, fixedYuan: 0 },
      { upToYuan: null, rate: 0.005, fixedYuan: 0 },
    ],
    capYuan: 5_000,
  },
  enforcement: {
    slices: [
      { upToYuan: 10_000, rate: 0, fixedYuan: 50 },
      { upToYuan: 500_000, rate: 0.015, fixedYuan: 0 },
      { upToYuan: 5_000_000, rate: 0.01, fixedYuan: 0 },
      { upToYuan: 10_000_000, rate: 0.005, fixedYuan: 0 },
      { upToYuan: null, rate: 0.001, fixedYuan: 0 },
    ],
    capYuan: null,
  },
  acceptanceHalvedShare: 0,
  petitionCapYuan: 300_000,
};

/** Caps of the offline auctioneer's commission, 拍卖变卖规定 Art 29; an online sale has none and the buyer pays it, so nothing is deducted. */
const auctionCommission: Assumptions["collateral"]["auctionCommission"] = {
  slices: [
    { upToYuan: 2_000_000, rate: 0.05, fixedYuan: 0 },
    { upToYuan: 10_000_000, rate: 0.03, fixedYuan: 0 },
    { upToYuan: 50_000_000, rate: 0.02, fixedYuan: 0 },
    { upToYuan: 100_000_000, rate: 0.01, fixedYuan: 0 },
    { upToYuan: null, rate: 0.005, fixedYuan: 0 },
  ],
  capYuan: null,
};

const byEveryKind = <Value>(value: Value) => Object.fromEntries(collateralKinds.map((kind) => [kind, value])) as Record<CollateralKind, Value>; // each kind once

/**
 * Rounds: opening at 70 % and 56 % of the value, then the fixed-price sale (法释〔2016〕18号, Arts 10, 26). 12.9 % of
 * rounds clear (2024); three rounds then clear 33.9 % of lots, as housing did (33.83 %); industrial 31.56 % and
 * commercial 18.07 % give the factors 0.92 and 0.50. Price multiples of 1.25, 1.25 and 1.087 give 74 % of the value on the mix of
 * rounds (2024: 74.0 % of appraisal, 1.9 rounds per sale). The rest is judgement.
 */
const collateral: Assumptions["collateral"] = {
  annualGrowth: -0.02,
  appraisalIndex: byEveryKind(null),
  cityIndex: [],
  appraisalFactor: {
    residential: 0.85,
    shop: 0.7,
    office: 0.7,
    industrial: 0.75,
    land: 0.75,
    construction: 0.5,
    equipment: 0.3,
    inventory: 0.15,
    equity: 0.2,
    receivables: 0.15,
    other: 0.3,
  },
  clearingFactor: {
    residential: 1,
    shop: 0.5,
    office: 0.5,
    industrial: 0.92,
    land: 0.92,
    construction: 0.5,
    equipment: 0.92,
    inventory: 0.92,
    equity: 0.5,
    receivables: 0.5,
    other: 0.5,
  },
  rounds: [
    { openingShare: 0.7, clearingProbability: 0.129, priceMultiple: 1.25, gapMonths: 0 },
    { openingShare: 0.56, clearingProbability: 0.129, priceMultiple: 1.25, gapMonths: 2 },
    { openingShare: 0.56, clearingProbability: 0.129, priceMultiple: 1.087, gapMonths: 3 },
  ],
  // Deed tax by the law, at its lowest; property tax of 1.2 % a year; a resale of about what a company's sale bears without land tax.
  debtForAsset: { probability: 0.6, realisationShare: 0.7, gapMonths: 18, deedTaxRate: 0.03, carryRate: 0.012, resaleRate: 0.06 },
  sellerTaxRate: 0,
  saleCostRate: 0.02,
  seniorShareByMissingRank: 0.4,
  auctionCommission,
  auctionCommissionBorneShare: 0,
};

const assumptions: Assumptions = {
  horizonMonths: 84,
  hurdleRate: 0.12,
  closing: { closingMonth: 3, dealCostYuan: 1_500_000, dealCostRate: 0.005 },
  collateral,
  saleTaxes: defaultSaleTaxes,
  priorities: defaultPriorities,
  guarantors: { probability: 0.25, recoveryRate: 0.1, firstMonth: 18, windowMonths: 24, unnamedCount: 0 },
  validity: {
    limitationExpired: true,
    enforcementPeriodExpired: true,
    limitationDoubtful: false,
    guaranteeExpired: true,
    guaranteePeriodByLaw: false,
    guarantorNotSued: true,
  },
  timing: {
    notSued: { monthsToFirstRound: 30, courtFeesMonth: 4 },
    sued: { monthsToFirstRound: 24, courtFeesMonth: null },
    judged: { monthsToFirstRound: 18, courtFeesMonth: null },
    inExecution: { monthsToFirstRound: 12, courtFeesMonth: null },
    executionTerminated: { monthsToFirstRound: 18, courtFeesMonth: null },
    bankruptcy: { monthsToFirstRound: 30, courtFeesMonth: null },
  },
  courtDelays: [],
  curves: {
    corporateSecured: { lagMonths: 3, firstMonthRate: 0.002, monthlyDecay: 0.97 },
    corporateGuaranteed: { lagMonths: 3, firstMonthRate: 0.003, monthlyDecay: 0.97 },
    corporateUnsecured: { lagMonths: 3, firstMonthRate: 0.0015, monthlyDecay: 0.96 },
    retailCard: { lagMonths: 1, firstMonthRate: 0.008, monthlyDecay: 0.95 },
    retailConsumer: { lagMonths: 1, firstMonthRate: 0.007, monthlyDecay: 0.95 },
    retailBusiness: { lagMonths: 1, firstMonthRate: 0.006, monthlyDecay: 0.95 },
    retailOther: { lagMonths: 1, firstMonthRate: 0.006, monthlyDecay: 0.95 },
  },
  agedCurves: {
    corporateSecured: [],
    corporateGuaranteed: [],
    corporateUnsecured: [],
    retailCard: [],
    retailConsumer: [],
    retailBusiness: [],
    retailOther: [],
  },
  interest: plainInterest,
  conditions: defaultConditions,
  exits: withoutExits,
  suits: { onlyWhereWorthwhile: false, cashShare: 0.2 },
  courtFees,
  costs: {
    servicerRateCash: 0.15,
    servicerRateGuarantor: 0.1,
    servicerRateCollateral: 0.05,
    incentiveFromShare: 0.2,
    incentiveRate: 0,
    counselRateCollateral: 0.03,
    fileCostYuan: 3_000,
    fileCostBands: [],
    fileCostMonth: 3,
    overheadYuanPerMonth: 100_000,
    overheadMonths: 60,
  },
  payment: cashAtClosing,
  transition: plainTransition,
  leverage: withoutDebt,
  simulation: plainSimulation,
};

export const judgementZh = "本部门判断，无公开来源，须以自有处置数据校准";
export const judgementEn = "Desk judgement, not sourced; calibrate on own workout data";
const judgement = { sourceZh: judgementZh, sourceEn: judgementEn, asOf, sourced: false };

const sources: AssumptionSources = {
  hurdleRate: {
    sourceZh: `${judgementZh}。境内资产管理公司目标收益率未见公开数据；行业公开的内部收益率：2024年8.9%、2025年上半年8.7%（中国信达公布，媒体转述）`,
    sourceEn: `${judgementEn}. No public figure was found for the hurdle rates of Chinese asset management companies; the internal rates of return that the sector publishes are 8.9 % for 2024 and 8.7 % for the first half of 2025 (China Cinda, as reported in the press)`,
    asOf,
    sourced: false,
  },
  closing: judgement,
  collateral: {
    sourceZh:
      "以物抵债：抵债概率、变现比例、转售税费为本部门判断；契税3%（契税法第3条下限），持有期房产税每年1.2%（房产税暂行条例第4条，未计扣除）。起拍价七成、再拍降价至多两成：法释〔2016〕18号第10、26条。单轮成交率12.9%、成交价为评估价74.0%、每宗1.9轮：中指研究院2024年法拍统计。成交率住宅33.83%、工业31.56%、商业18.07%：国信达2024年1至10月。评估价系数、其他类别成交系数、年涨幅、以物抵债、处置费率、在先权利推定比例为本部门判断，无公开来源，须校准",
    sourceEn:
      "Debt for asset: its probability, what a resale brings and bears are desk judgement; deed tax 3 % (Deed Tax Law, Art 3, lowest), property tax 1.2 % a year while held (Property Tax Regulations, Art 4, without deductions). Opening at 70 %, one cut of at most 20 %: Fa Shi [2016] 18, Arts 10 and 26. 12.9 % of rounds clear, price 74.0 % of appraisal, 1.9 rounds per sale: China Index Academy, judicial auctions 2024. Lots sold: housing 33.83 %, industrial 31.56 %, commercial 18.07 %: Guoxinda, January to October 2024. Appraisal factors, clearing of other kinds, growth, debt for asset, cost rates and the share for prior ranks are desk judgement, not sourced; calibrate",
    asOf,
    sourced: false,
  },
  saleTaxes: saleTaxesSource,
  priorities: prioritiesSource,
  guarantors: {
    sourceZh: `${judgementZh}。境内保证人代偿率未见公开统计`,
    sourceEn: `${judgementEn}. No public statistics of what guarantors pay were found`,
    asOf,
    sourced: false,
  },
  validity: {
    sourceZh:
      "诉讼时效三年：民法典第188条；主债权时效届满抵押权不受保护：第419条；申请执行期限二年：民事诉讼法第250条；保证期间：民法典第692、693条，担保制度解释第32条。由逾期日推得的时效届满、由到期日推得的六个月保证期间只作存疑，不计：催收使时效中断（第195条），合同多约定更长期间",
    sourceEn:
      "Limitation, three years: Civil Code, Art 188; the mortgage falls with it: Art 419; enforcement within two years: Civil Procedure Law, Art 250; guarantee period: Civil Code, Arts 692, 693; Security Interpretation, Art 32. Limitation derived from the day of default, and six months derived from maturity, are doubts and don't count: a demand interrupts limitation (Art 195), and contracts mostly agree on longer periods",
    asOf,
    sourced: true,
  },
  courtDelays: judgement,
  timing: {
    sourceZh: `${judgementZh}。各诉讼阶段的实际处置时长未见公开统计，法定期限只是下限`,
    sourceEn: `${judgementEn}. No public statistics of workout times by stage were found; statutory terms are only a floor`,
    asOf,
    sourced: false,
  },
  curves: judgement,
  agedCurves: judgement,
  interest: {
    sourceZh:
      "迟延履行利息每日万分之一点七五，以判决确定的除利息外的金钱债务为基数：最高人民法院关于执行程序中计算迟延履行期间的债务利息适用法律若干问题的解释（法释〔2014〕8号）第1条；顺位在后：第4条；破产受理时停止计息：企业破产法第46条。最高额抵押：登记的最高债权额约束本金、利息、违约金及费用合计（民法典第420条，担保制度解释〔法释〔2020〕28号〕第15条）；合同约定为本金最高额的可改。清单利息按至基准日认定、其后不计、迟延履行利息不计，为本部门判断",
    sourceEn:
      "0.0175 % a day on the judgment debt without interest: Interpretation on Interest for Delayed Performance (Fa Shi [2014] 8), Art 1; it ranks last: Art 4; interest stops when a bankruptcy is accepted: Enterprise Bankruptcy Law, Art 46. A registered maximum bounds principal, interest, damages and costs together (Civil Code, Art 420; Security Interpretation, Fa Shi [2020] 28, Art 15), unless a contract says principal alone. That stated interest is admitted to cut-off and none after it, and that interest for delay is left out, is desk judgement",
    asOf,
    sourced: false,
  },
  conditions: conditionsSource,
  exits: exitsSource,
  suits: judgement,
  courtFees: {
    sourceZh: "《诉讼费用交纳办法》（国务院令第481号，2007年4月1日施行）第十三条第一项，第十四条第一、二、六项",
    sourceEn: "Measures on the Payment of Litigation Costs (State Council Decree 481, in force 2007-04-01), Arts 13(1), 14(1), 14(2), 14(6)",
    asOf,
    sourced: true,
  },
  costs: {
    sourceZh: `${judgementZh}。境内清收服务费标准未见公开数据`,
    sourceEn: `${judgementEn}. No public fee schedule of Chinese servicers was found`,
    asOf,
    sourced: false,
  },
  payment: {
    sourceZh: `${judgementZh}。所见挂牌项目均要求一次付清；未见分期首付比例与信托受益权估值的规定，受益权估值利率须按信托底层资产另定`,
    sourceEn: `${judgementEn}. Listed sales seen all ask for one payment; no rule was found on first instalments or on the value of trust beneficiary rights, whose rate must be set from the trust's own assets`,
    asOf,
    sourced: false,
  },
  transition: {
    sourceZh: `${judgementZh}。基准日后回款归受让方，交割时移交或冲抵价款，扣减约定费用；合同条款未见公开文本`,
    sourceEn: `${judgementEn}. Collections after cut-off belong to the buyer and are handed over or netted at closing, less agreed costs; no clause was seen in public`,
    asOf,
    sourced: false,
  },
  leverage: {
    sourceZh: `${judgementZh}。融入资金不超过净资产3倍（即负债占比75%）：金融监管总局2025年地方资产管理公司监督管理办法摘要。地方资产管理公司现行融资利率未见公开数据`,
    sourceEn: `${judgementEn}. Borrowed funds of at most three times net assets (a debt share of 75 %): summary of the regulator's 2025 measures on local asset management companies. No public figure was found for their present funding rates`,
    asOf,
    sourced: false,
  },
  simulation: {
    sourceZh: `${judgementZh}。共同因子载荷、变现价格波动率、处置时间离散度未见境内公开估计`,
    sourceEn: `${judgementEn}. No public Chinese estimate was found for loadings on a common factor, the volatility of realised prices or the spread of workout times`,
    asOf,
    sourced: false,
  },
};

const cases: Cases = {
  low: { collateralValueShift: -0.2, clearingProbabilityShift: -0.25, delayMonthsShift: 6, cashRecoveryShift: -0.3, costsShift: 0.1, hurdleRateShift: 0 },
  base: { collateralValueShift: 0, clearingProbabilityShift: 0, delayMonthsShift: 0, cashRecoveryShift: 0, costsShift: 0, hurdleRateShift: 0 },
  high: { collateralValueShift: 0.15, clearingProbabilityShift: 0.25, delayMonthsShift: -3, cashRecoveryShift: 0.3, costsShift: 0, hurdleRateShift: 0 },
};

/** The default assumptions (默认测算假设): statute and statistics where they were found, labelled judgement elsewhere. */
export const defaultAssumptionSet: AssumptionSetSeed = {
  dealKind: "corporateBulk",
  nameZh: "默认假设（对公批量包）",
  nameEn: "Default assumptions (corporate bulk)",
  asOf,
  assumptions,
  sources,
  cases,
};
