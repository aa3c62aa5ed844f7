import { isShare, type MarketFigureInput, type MarketMeasure } from "../../shared/domain/market-figures.ts";

const newsSource = "2025 年 11 月新闻报道 / news reports of November 2025";
const banks = "商业银行 / Commercial banks";
const zhongyuan = "中原资产 / Zhongyuan AMC";
const hebei = "河北资产 / Hebei AMC";
const hebeiSource =
  "2024 年末总资产与资产负债率 66.69% 的媒体报道，净资产由此推算 / press reports of assets and a debt ratio of 66.69 % at the end of 2024, from which the net assets follow";
const cinda = "中国信达 / China Cinda";
const cindaSource = "中国信达公布的内部收益率（媒体转述）/ internal rates of return that China Cinda published, as reported in the press";
const retailPilots = "零售批量（银登中心）/ Retail bulk (Yindeng)";
const allPilots = "全部试点业务 / All pilot sales";
const pilotSource = "银登中心统计（媒体转述）/ Yindeng statistics, as reported in the press";
const otherPilotSource = "另一报道，口径为全部试点 / another article, which counts all pilots";

/** 100m yuan in fen. */
const yi = 10_000_000_000;

/** A figure in 100m yuan, or a share. */
function published(measure: MarketMeasure, scope: string, period: string, value: number | null, asOf: string, source = newsSource): MarketFigureInput {
  const figure = isShare(measure) ? { moneyFen: null, share: value } : { moneyFen: value === null ? null : Math.round(value * yi), share: null };
  return { measure, scope, period, ...figure, isLowerBound: false, source, asOf };
}

/** What is published of the sector and of companies (METHOD §9), each with the scope that it counts. */
export const seededFigures: readonly MarketFigureInput[] = [
  published("nplBalance", banks, "2025 Q3", 35_200, "2025-09-30"),
  published("nplChange", banks, "2025 Q3", 2432.9, "2025-09-30"),
  published("nplRatio", banks, "2025 Q3", 0.0152, "2025-09-30"),
  published("nplRatioChange", banks, "2025 Q3", 0.0002, "2025-09-30"),
  { ...published("disposals", banks, "2024", 30_000, "2024-12-31"), isLowerBound: true },
  published("disposals", "全部金融机构 / All financial institutions", "2024", 38_000, "2024-12-31"),
  published("registeredCapital", zhongyuan, "2025", 130, "2025-11-13"),
  published("totalAssets", zhongyuan, "2024", 708.7, "2024-12-31"),
  published("netAssets", zhongyuan, "2024", null, "2024-12-31"),
  published("investments", zhongyuan, "2024", 182, "2024-12-31"),
  published("totalAssets", hebei, "2024", 75.56, "2024-12-31", hebeiSource),
  published("netAssets", hebei, "2024", 25.169, "2024-12-31", hebeiSource),
  published("irr", cinda, "2024", 0.089, "2024-12-31", cindaSource),
  published("irr", cinda, "2025 H1", 0.087, "2025-06-30", cindaSource),
  published("pilotSales", retailPilots, "2021", 47.3, "2021-12-31", pilotSource),
  published("pilotSales", allPilots, "2021", 186.48, "2021-12-31", otherPilotSource),
  published("pilotSales", retailPilots, "2022", 175.7, "2022-12-31", pilotSource),
  published("pilotSales", allPilots, "2022", 369, "2022-12-31", otherPilotSource),
  published("pilotSales", retailPilots, "2023", 965.3, "2023-12-31", pilotSource),
  published("pilotSales", retailPilots, "2024", 1583.5, "2024-12-31", pilotSource),
  published("pilotSales", retailPilots, "2025 H1", 1076, "2025-06-30", pilotSource),
];
