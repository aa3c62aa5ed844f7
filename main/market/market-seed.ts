import type { MarketAverageInput, MarketDealInput } from "../../shared/contract/market-channels.ts";
import { type MarketFacts, noFacts } from "../../shared/domain/market-facts.ts";

const newsSource = "2025 年 11 月新闻报道 / news reports of November 2025";
const announcementSource = "2025 年 11 月新闻报道及公告 / news reports and announcement of November 2025";
const transferAgreement = "不良资产转让协议 / NPA transfer agreement";
const publicBidding = "公开竞价 / public bidding";
const zhongyuan = "中原资产 Zhongyuan AMC";
const henan = "河南资产 Henan AMC";
const agreed = { process: "agreement", signedOn: "2025-11-13" } as const;

function reported(
  [buyer, seller]: readonly [buyer: string, seller: string],
  reportedOn: string,
  priceFen: number,
  kind: string,
  facts: Partial<MarketFacts>,
): MarketDealInput {
  const known = { ...noFacts, assetKind: "npl" as const, province: "河南", ...facts };
  return { buyer, seller, reportedOn, priceFen, principalFen: null, claimFen: null, kind, source: newsSource, note: "", facts: known };
}

/** What the bank announced of its own sale: balances, parts of the price, dates. */
const zhengzhou: MarketDealInput = {
  ...reported([zhongyuan, "郑州银行 Zhengzhou Bank"], "2024-09", 1_000_000_000_000, "现金加信托受益权 / cash and trust beneficiary rights", {
    process: "agreement",
    marketClass: "relief",
    signedOn: "2024-09-04",
    effectiveOn: "2024-09-26",
    completedOn: "2024-10-07",
    cashFen: 500_000_000_000,
    rightsFen: 500_000_000_000,
    netFen: 1_001_900_000_000,
    confidence: "announced",
  }),
  principalFen: 1_391_100_000_000,
  claimFen: 1_501_100_000_000,
  source: "郑州银行公告 2024-031 及完成公告的媒体报道 / Zhengzhou Bank's announcement 2024-031, and press reports of the completion",
  note: "基准日 2024-07-21；价格接近扣除减值后的净额。 / Cut-off date 2024-07-21; the price is near the claim net of provisions.",
};

/** Reported deals (METHOD §9). The principal of seven of them isn't published, so they have no ratio. */
export const seededDeals: readonly MarketDealInput[] = [
  reported([zhongyuan, "洛阳农商银行 Luoyang Rural Commercial Bank"], "2025-11-13", 221_000_000_000, transferAgreement, agreed),
  {
    ...reported([zhongyuan, "浚县农商银行 Xunxian Rural Commercial Bank"], "2025-11-13", 156_400_000_000, transferAgreement, {
      ...agreed,
      confidence: "announced",
    }),
    source: announcementSource,
    note: "2025-11-13 公告为 15.64 亿元，新闻取整为 15.6 亿元。 / The announcement of 2025-11-13 says CNY 1.564 bn; the news rounds it to CNY 1.56 bn.",
  },
  reported([zhongyuan, "鹤壁农商银行 Hebi Rural Commercial Bank"], "2025-11-13", 150_300_000_000, transferAgreement, agreed),
  reported([zhongyuan, "平顶山鹰城农商银行 Pingdingshan Yingcheng Rural Commercial Bank"], "2025-08", 194_700_000_000, "不良资产 / NPA", {}),
  reported([zhongyuan, "中原信托 Zhongyuan Trust"], "2025-06", 172_000_000_000, "信贷资产 / credit assets", { assetKind: "creditAssets" }),
  zhengzhou,
  reported([henan, "太康农商银行 Taikang Rural Commercial Bank"], "2025-07", 166_600_000_000, publicBidding, { process: "bidding" }),
  reported([henan, "新野农商银行 Xinye Rural Commercial Bank"], "2025-07", 145_600_000_000, publicBidding, { process: "bidding" }),
];

const yindengQuarters = [
  {
    period: "2024 Q3",
    principal: 0.094,
    claim: 0.058,
    asOf: "2024-09-30",
    source: "银登中心 2024 年三季度业务统计（转载）/ Yindeng statistics for 2024 Q3, as reposted",
  },
  {
    period: "2024 Q4",
    principal: 0.073,
    claim: 0.048,
    asOf: "2024-12-31",
    source:
      "银登中心 2024 年四季度业务统计（《21世纪经济报道》；原文两项标签互换，按大小关系更正）/ Yindeng statistics for 2024 Q4, as reported by 21st Century Business Herald, whose two labels were swapped and are put right here by size",
  },
  {
    period: "2025 Q1",
    principal: 0.069,
    claim: 0.041,
    asOf: "2025-03-31",
    source: "银登中心 2025 年一季度业务统计（媒体报道）/ Yindeng statistics for 2025 Q1, as reported in the press",
  },
] as const;

function bound2024(dealKind: MarketAverageInput["dealKind"], ratio: number): MarketAverageInput {
  return { dealKind, period: "2024", ratio, isUpperBound: true, base: "notStated", source: newsSource, asOf: "2025-11-13" };
}

/** Average prices to balance: upper bounds of 2024 whose base isn't stated (METHOD §9), and Yindeng's retail figures by quarter. */
export const seededAverages: readonly MarketAverageInput[] = [
  bound2024("retailBulk", 0.1),
  bound2024("singleCorporate", 0.45),
  bound2024("corporateBulk", 0.25),
  ...yindengQuarters.flatMap(({ period, principal, claim, asOf, source }): MarketAverageInput[] => [
    { dealKind: "retailBulk", period, ratio: principal, isUpperBound: false, base: "principal", source, asOf },
    { dealKind: "retailBulk", period, ratio: claim, isUpperBound: false, base: "claim", source, asOf },
  ]),
];
