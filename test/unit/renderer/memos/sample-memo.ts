import { type AssumptionGroup, type AssumptionSources, assumptionGroups, assumptionsSchema, type CaseShifts } from "../../../../shared/domain/assumptions.ts";
import { caseNames, collateralKinds, litigationStages, segments } from "../../../../shared/domain/codes.ts";
import type { Memo, Stratum } from "../../../../shared/domain/memo.ts";
import { usualMemoForm } from "../../../../shared/domain/memo-form.ts";
import { type CaseResult, recoveryRoutes } from "../../../../shared/domain/pricing-results.ts";
import type { TapeFinding } from "../../../../shared/domain/tape-findings.ts";
import { parts } from "./parts.ts";

const wan = (amount: number) => Math.round(amount * 1_000_000);
const record = <K extends string, V>(keys: readonly K[], value: (key: K, index: number) => V) =>
  Object.fromEntries(keys.map((key, index) => [key, value(key, index)])) as Record<K, V>;

const totals = { loans: 240, upbFen: wan(182_345.67), claimFen: wan(246_802.35), bidFen: wan(45_123.45) };

function strata(keys: readonly (string | null)[], weights: readonly number[]): Stratum[] {
  const [loans, allocated] = [parts(totals.loans, weights), parts(totals.bidFen, weights)];
  const [upb, claim] = [parts(totals.upbFen, weights), parts(totals.claimFen, weights)];
  return keys.map((key, index) => ({
    key,
    loans: loans[index] ?? 0,
    upbFen: upb[index] ?? 0,
    claimFen: claim[index] ?? 0,
    upbShare: (upb[index] ?? 0) / totals.upbFen,
    recoveryRate: key === null ? null : 0.18 + index * 0.03,
    allocatedFen: allocated[index] ?? 0,
  }));
}

const noneJoined = { partsJoined: 0, factRows: 0, factsJoined: 0 };

function caseResult(caseName: CaseResult["caseName"], scale: number): CaseResult {
  const months = Array.from({ length: 97 }, (_, month) => month);
  const collateral = months.map((month) => (month >= 6 && month <= 66 ? 9_500_000 * scale * Math.exp(-((month - 26) ** 2) / 300) : 0));
  const cash = months.map((month) => (month === 0 || month > 66 ? 0 : 2_100_000 * scale * 0.96 ** month));
  const costs = months.map((month) => (month === 0 || month > 66 ? 0 : 350_000 + 0.05 * ((collateral[month] ?? 0) + (cash[month] ?? 0))));
  const net = months.map((month) => (collateral[month] ?? 0) + (cash[month] ?? 0) - (costs[month] ?? 0));
  const fen = (series: readonly number[]) => Math.round(series.reduce((sum, yuan) => sum + yuan, 0) * 100);
  const maxBidFen = Math.round(totals.bidFen * (scale * 1.4 - 0.4));
  const measures = (priceFen: number, rate: number) => ({
    priceFen,
    priceToPrincipal: priceFen / totals.upbFen,
    priceToClaim: priceFen / totals.claimFen,
    irr: { kind: "one" as const, rate },
    moic: 1.31 * scale,
    walYears: 2.4,
    paybackMonths: 31,
    discountedPaybackMonths: scale < 1 ? null : 66,
    profitFen: fen(net) - priceFen,
    xirr: null,
    peakCapitalFen: priceFen,
    peakCapitalMonth: 0,
    payment: null,
    levered: null,
  });
  return {
    caseName,
    hurdleRate: 0.12,
    grossRecoveryFen: fen(collateral) + fen(cash),
    collateralRecoveryFen: fen(collateral),
    guarantorRecoveryFen: 0,
    cashRecoveryFen: fen(cash),
    costsFen: fen(costs),
    netCashFlowFen: fen(collateral) + fen(cash) - fen(costs),
    presentValueFen: maxBidFen,
    maxBidFen,
    routes: recoveryRoutes.map((route) => ({ route, valueFen: route === "sale" ? maxBidFen : 0, share: route === "sale" ? 1 : 0 })),
    atMaxBid: measures(maxBidFen, 0.12),
    atBidPrice: measures(totals.bidFen, 0.12 * scale),
    flows: {
      collateral,
      debtForAsset: months.map(() => 0),
      guarantor: months.map(() => 0),
      cash,
      costs,
      net,
      beforeClosing: { receiptsYuan: 0, costsYuan: 0 },
    },
    negativeMonths: scale < 1 ? 4 : 0,
    transition: null,
    beyondHorizon: null,
    financing: null,
    leveredPrice: null,
  };
}

const schedule = { slices: [{ upToYuan: null, rate: 0.005, fixedYuan: 0 }], capYuan: null };

const assumptions = assumptionsSchema.parse({
  horizonMonths: 96,
  hurdleRate: 0.12,
  closing: { closingMonth: 0, dealCostYuan: 500_000, dealCostRate: 0.003 },
  collateral: {
    annualGrowth: -0.02,
    appraisalFactor: record(collateralKinds, (_, index) => 1 - index * 0.05),
    clearingFactor: record(collateralKinds, () => 1),
    rounds: [
      { openingShare: 0.7, clearingProbability: 0.35, priceMultiple: 1.05, gapMonths: 0 },
      { openingShare: 0.56, clearingProbability: 0.3, priceMultiple: 1.02, gapMonths: 3 },
      { openingShare: 0.56, clearingProbability: 0.2, priceMultiple: 1, gapMonths: 2 },
    ],
    debtForAsset: { probability: 0.5, realisationShare: 0.8, gapMonths: 12, deedTaxRate: 0, carryRate: 0, resaleRate: 0 },
    sellerTaxRate: 0.08,
    saleCostRate: 0.02,
    seniorShareByMissingRank: 0.3,
  },
  timing: record(litigationStages, (_, index) => ({ monthsToFirstRound: 30 - index * 4, courtFeesMonth: 2 })),
  curves: record(segments, (_, index) => ({ lagMonths: 3, firstMonthRate: 0.002 + index * 0.0005, monthlyDecay: 0.97 })),
  courtFees: { acceptance: schedule, preservation: schedule, enforcement: schedule },
  costs: {
    servicerRateCash: 0.15,
    servicerRateCollateral: 0.03,
    counselRateCollateral: 0.02,
    fileCostYuan: 2_000,
    fileCostMonth: 1,
    overheadYuanPerMonth: 80_000,
    overheadMonths: 60,
  },
});

const noShift: CaseShifts = {
  collateralValueShift: 0,
  clearingProbabilityShift: 0,
  delayMonthsShift: 0,
  cashRecoveryShift: 0,
  costsShift: 0,
  hurdleRateShift: 0,
};

function findings(count: number, code: TapeFinding["code"]): TapeFinding[] {
  return Array.from({ length: count }, (_, index) => ({ sheet: "债权明细", row: 17 + index * 3, field: "principal", code, raw: `待核实 ${index + 1}` }));
}

const printedCase = (grossFen: number, isOwn: boolean) => ({
  grossFen,
  costsFen: grossFen / 10,
  months: 24,
  presentValueFen: grossFen / 2,
  isOwn,
});

const debtors: Memo["debtors"] = {
  debtors: 3,
  own: { debtors: 1, inBase: 1, allocatedFen: 20_000_000_00 },
  largest: [
    {
      debtorName: "甲公司",
      loans: 2,
      claimFen: 90_000_000_00,
      allocatedFen: 20_000_000_00,
      low: printedCase(40_000_000_00, true),
      base: printedCase(50_000_000_00, true),
      high: printedCase(60_000_000_00, true),
      method: "liquidation",
      collateral: { items: 3, appraisalFen: 80_000_000_00, kinds: ["industrial", "land"] },
      routes: { collateralFen: 45_000_000_00, guarantorFen: 0, cashFen: 5_000_000_00, ownFen: 0 },
    },
  ],
  total: { loans: 5, claimFen: 120_000_000_00, allocatedFen: 31_000_000_00, lowFen: 30_000_000_00, baseFen: 37_000_000_00, highFen: 45_000_000_00 },
};

/** A memo with something in every section; amounts are made up and add up. */
export function sampleMemo(change: { language?: Memo["language"]; rejections?: number; warnings?: number } = {}): Memo {
  const rejections = change.rejections ?? 9;
  const warnings = change.warnings ?? 55;
  const regions = [
    "郑州市",
    "洛阳市",
    "开封市",
    "新乡市",
    "安阳市",
    "焦作市",
    "许昌市",
    "南阳市",
    "商丘市",
    "信阳市",
    "周口市",
    "驻马店市",
    "平顶山市",
    "鹤壁市",
    "濮阳市",
    null,
  ];
  return {
    language: change.language ?? "zh",
    moneyUnit: "wanYuan",
    printedAt: "2025-11-25T09:30:00.000Z",
    debtors,
    form: usualMemoForm,
    assetTypes: {
      lines: [
        { key: "residential", loans: 150, debtors: 110, bookFen: wan(150_000), valuationFen: wan(40_000) },
        { key: "unsecured", loans: 90, debtors: 80, bookFen: totals.claimFen - wan(150_000), valuationFen: wan(2_000) },
      ],
      total: { loans: 240, debtors: 180, bookFen: totals.claimFen, valuationFen: wan(42_000) },
    },
    bridge: {
      fromName: "初稿",
      fromCreatedAt: "2025-11-24T09:30:00.000Z",
      fromRunHash: "0123456789abcdef",
      bridge: {
        from: { low: 100_00, base: 300_000_000_00, high: 400_000_000_00 },
        to: { low: 100_00, base: 290_000_000_00, high: 405_000_000_00 },
        causes: [
          {
            cause: "dropped",
            moves: { low: 0, base: -20_000_000_00, high: -5_000_000_00 },
            ofPackage: { low: 0, base: -1_000_000_00, high: 0 },
            loans: 1,
          },
          { cause: "collateral", moves: { low: 0, base: 10_000_000_00, high: 10_000_000_00 }, ofPackage: { low: 0, base: 0, high: 0 }, loans: 0 },
        ],
        engine: { low: 0, base: 0, high: 0 },
        loans: { kept: 4, dropped: 1, added: 0 },
      },
      largest: [
        {
          cause: "dropped",
          loans: [{ contractNo: "HT-1", debtorName: "甲公司", fate: "dropped", moves: { low: 0, base: -19_000_000_00, high: -5_000_000_00 } }],
        },
        { cause: "collateral", loans: [] },
      ],
    },
    edits: {
      values: 103,
      addedRows: 2,
      removedRows: 1,
      cells: [{ list: "loan", contractNo: "洛借字001", field: "principal", old: wan(800), new: wan(790), author: "王敏", why: "核对借据" }],
    },
    approval: null,
    trailHead: null,
    company: null,
    compliance: null,
    analyses: null,
    bid: null,
    quality: {
      score: 87.4,
      count: 42,
      open: 3,
      kinds: [
        { kind: "claimTotal", count: 39, open: 0 },
        { kind: "maturityBeforeDrawdown", count: 3, open: 3 },
      ],
      confirmations: [
        { kind: "claimTotal", rows: 39, contractNo: null, reason: "卖方口径含垫付费用", author: "王敏", confirmedAt: "2025-11-24T03:00:00.000Z" },
      ],
    },
    assumptionSet: { nameZh: "默认假设（对公批量包）", nameEn: "Default assumptions (corporate bulk)", asOf: "2025-11-30", isEdited: false },
    deal: {
      name: "示例农商银行2025年第1期不良资产包",
      seller: "示例农村商业银行",
      kind: "corporateBulk",
      process: "publicBidding",
      cutOffDate: "2025-09-30",
      bidDeadline: "2025-12-15",
      stage: "committee",
      status: "active",
      owner: "王敏",
      notes: "出让方要求一次性付款。\n尽职调查覆盖全部抵押债权。",
    },
    run: {
      id: 1,
      name: "投决版",
      savedAs: "投决版",
      createdAt: "2025-11-25T09:00:00.000Z",
      engineVersion: "1.0.0",
      inputsHash: "a1".repeat(32),
      contentHash: null,
      runHash: "0f".repeat(32),
    },
    isBidEntered: true,
    result: {
      engineVersion: "1.0.0",
      totals: {
        loans: 240,
        debtors: 180,
        upbFen: totals.upbFen,
        interestFen: totals.claimFen - totals.upbFen - wan(321.12),
        feesFen: wan(321.12),
        claimFen: totals.claimFen,
        collateralItems: 156,
        appraisalFen: wan(143_210.5),
      },
      bidPriceFen: totals.bidFen,
      cases: [caseResult("low", 0.75), caseResult("base", 1), caseResult("high", 1.2)],
      filledFen: null,
      fills: [
        { rule: "interestAsZero", loans: 6, allocatedFen: wan(812.3) },
        { rule: "seniorClaimsByRank", loans: 21, allocatedFen: wan(4_310) },
        { rule: "stageAsNotSued", loans: 12, allocatedFen: wan(1_930) },
      ],
      validity: [{ check: "limitationExpired", loans: 3, claimFen: wan(640), isCounted: true }],
    },
    assumptions,
    sources: record(assumptionGroups, (group: AssumptionGroup) => ({
      sourceZh: group === "courtFees" ? "诉讼费用交纳办法（国务院令第481号）" : "部门自行判断，待以本机构处置数据校准",
      sourceEn: group === "courtFees" ? "Measures on Litigation Costs (State Council Decree 481)" : "Desk's own judgement, to be calibrated on its collections",
      asOf: "2025-11-25",
      sourced: group === "courtFees",
    })) as AssumptionSources,
    cases: record(caseNames, (name) =>
      name === "base"
        ? noShift
        : {
            ...noShift,
            collateralValueShift: name === "low" ? -0.2 : 0.1,
            delayMonthsShift: name === "low" ? 6 : -3,
            cashRecoveryShift: name === "low" ? -0.25 : 0.15,
            hurdleRateShift: name === "low" ? 0.01 : 0,
          },
    ),
    strata: {
      fiveTierClass: strata(["substandard", "doubtful", "loss", null], [20, 45, 30, 5]),
      securityKind: strata(["unsecured", "guaranteed", "mortgaged", "mortgagedAndGuaranteed"], [5, 15, 50, 30]),
      litigationStage: strata(["notSued", "sued", "judged", "inExecution", "executionTerminated", "bankruptcy"], [15, 15, 20, 30, 15, 5]),
      region: strata(regions, [20, 15, 10, 8, 7, 6, 6, 5, 5, 4, 4, 3, 2, 2, 2, 1]),
    },
    tape: {
      fileName: "债权资产清单.xlsx",
      fileSha256: "9c".repeat(32),
      report: {
        counts: {
          loanRows: 240 + rejections,
          loansKept: 240,
          loansRejected: rejections,
          ...noneJoined,
          debtors: 180,
          loansWithoutDebtor: 2,
          collateralRows: 160,
          collateralKept: 158,
          collateralRejected: 0,
          collateralJoined: 156,
          collateralOrphans: 1,
          collateralOnRejectedLoans: 1,
          guarantorRows: 0,
          guarantorsJoined: 0,
          repaymentRows: 0,
          repaymentsJoined: 0,
          skippedRows: 7,
        },
        sums: {
          principalFen: totals.upbFen,
          interestFen: totals.claimFen - totals.upbFen - wan(321.12),
          feesFen: wan(321.12),
          appraisalFen: wan(145_000),
          appraisalJoinedFen: wan(143_210.5),
        },
        reconciliation: [
          {
            sheet: "债权明细",
            field: "principal",
            statedFen: totals.upbFen + wan(120),
            keptFen: totals.upbFen,
            rejectedFen: wan(120),
            hiddenFen: 0,
            rejectedUnreadable: 0,
            differenceFen: wan(120),
            outcome: "agreesWithRejected",
          },
          {
            sheet: "债权明细",
            field: "claimTotal",
            statedFen: totals.claimFen + wan(170),
            keptFen: totals.claimFen,
            rejectedFen: wan(120),
            hiddenFen: 0,
            rejectedUnreadable: 3,
            differenceFen: wan(170),
            outcome: "differs",
          },
        ],
        rejections: findings(rejections, "missingPrincipal"),
        warnings: findings(warnings, "unknownCode"),
        findingCounts: { missingPrincipal: rejections, unknownCode: warnings },
        unused: { sheets: [], columns: [], rows: [] },
        choices: [],
      },
    },
    market: {
      averages: [
        {
          dealKind: "corporateBulk",
          period: "2024",
          ratio: 0.25,
          isUpperBound: true,
          base: "notStated",
          source: "News of November 2025 (2025 年 11 月新闻报道)",
          asOf: "2025-11-13",
        },
      ],
      deals: [
        {
          buyer: "中原资产 Zhongyuan AMC",
          seller: "洛阳农商银行 Luoyang Rural Commercial Bank",
          reportedOn: "2025-11-13",
          priceFen: 221_000_000_000,
          kind: "NPA transfer agreement",
          source: "News of November 2025",
          priceToPrincipal: null,
        },
        {
          buyer: "河南资产 Henan AMC",
          seller: "太康农商银行 Taikang Rural Commercial Bank",
          reportedOn: "2025-07",
          priceFen: 166_600_000_000,
          kind: "public bidding",
          source: "News of November 2025",
          priceToPrincipal: null,
        },
      ],
    },
  };
}
