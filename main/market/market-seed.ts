import type { MarketAverageInput, MarketDealInput } from "../../shared/contract/market-channels.ts";

const newsSource = "News of November 2025 (2025 年 11 月新闻报道)";
const announcementSource = "News of November 2025; announcement of 2025-11-13 (2025 年 11 月新闻报道及公告)";
const zhongyuan = "中原资产 Zhongyuan AMC";
const henan = "河南资产 Henan AMC";

function reported(buyer: string, seller: string, reportedOn: string, priceFen: number, kind: string, source = newsSource, note = ""): MarketDealInput {
  return { buyer, seller, reportedOn, priceFen, principalFen: null, claimFen: null, kind, source, note };
}

/** Reported deals (METHOD §9). The principal isn't published, so none of them has a ratio. */
export const seededDeals: readonly MarketDealInput[] = [
  reported(zhongyuan, "洛阳农商银行 Luoyang Rural Commercial Bank", "2025-11-13", 221_000_000_000, "NPA transfer agreement"),
  reported(
    zhongyuan,
    "浚县农商银行 Xunxian Rural Commercial Bank",
    "2025-11-13",
    156_400_000_000,
    "NPA transfer agreement",
    announcementSource,
    "The announcement says 15.64 亿元; the news rounds it to 1.56 bn. 公告为 15.64 亿元，新闻取整为 15.6 亿元。",
  ),
  reported(zhongyuan, "鹤壁农商银行 Hebi Rural Commercial Bank", "2025-11-13", 150_300_000_000, "NPA transfer agreement"),
  reported(zhongyuan, "平顶山鹰城农商银行 Pingdingshan Yingcheng Rural Commercial Bank", "2025-08", 194_700_000_000, "NPA"),
  reported(zhongyuan, "中原信托 Zhongyuan Trust", "2025-06", 172_000_000_000, "credit assets"),
  reported(zhongyuan, "郑州银行 Zhengzhou Bank", "2024-09", 1_000_000_000_000, "cash and trust beneficiary rights"),
  reported(henan, "太康农商银行 Taikang Rural Commercial Bank", "2025-07", 166_600_000_000, "public bidding"),
  reported(henan, "新野农商银行 Xinye Rural Commercial Bank", "2025-07", 145_600_000_000, "public bidding"),
];

const yindengQuarters = [
  {
    period: "2024 Q3",
    principal: 0.094,
    claim: 0.058,
    asOf: "2024-09-30",
    source: "Yindeng statistics 2024 Q3, as reposted (银登中心 2024 年三季度统计，转载)",
  },
  {
    period: "2024 Q4",
    principal: 0.073,
    claim: 0.048,
    asOf: "2024-12-31",
    source: "Yindeng 2024 Q4, as reported by 21世纪经济报道; labels swapped there, corrected by the inequality (原文标签互换，按大小关系更正)",
  },
  {
    period: "2025 Q1",
    principal: 0.069,
    claim: 0.041,
    asOf: "2025-03-31",
    source: "Yindeng statistics 2025 Q1, as reported (银登中心 2025 年一季度统计，媒体报道)",
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
