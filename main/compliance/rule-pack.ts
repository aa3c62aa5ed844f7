import type { RuleInput } from "../../shared/domain/compliance.ts";

const measure =
  "金规〔2025〕16号《地方资产管理公司监督管理暂行办法》，2025-07-13 施行（媒体与监管摘要，原文未核） / Interim measures for local AMCs (2025) No. 16, in force 2025-07-13 (summaries; original text not checked)";
const unchecked = { clause: "", limit: null, isConfirmed: false, from: "2025-07-13", to: null, confidence: "high", source: measure } as const;

const figure = (kind: RuleInput["kind"], limit: number, textZh: string, textEn: string): RuleInput => ({
  ...unchecked,
  code: kind,
  kind,
  limit,
  textZh,
  textEn,
});
const answered = (code: string, textZh: string, textEn: string): RuleInput => ({ ...unchecked, code, kind: "answered", textZh, textEn });

/** The pack that the app brings. Articles could not be seen in any copy; the desk confirms or corrects each at its source. */
export const seededRules: readonly RuleInput[] = [
  figure("leverage", 3, "融入资金余额不得超过净资产的 3 倍", "Borrowed funds are at most 3 times net assets"),
  figure("client", 0.1, "对单一客户的余额不得超过净资产的 10%", "Exposure to one client is at most 10 % of net assets"),
  figure("group", 0.15, "对单一集团客户的余额不得超过净资产的 15%", "Exposure to one group is at most 15 % of net assets"),
  figure("liquidity", 1, "优质流动性资产不得低于未来 30 日净流出", "Liquid assets cover the net outflow of the next 30 days"),
  figure(
    "related",
    0.5,
    "对全部关联方的债权余额不得超过上季末净资产的 50%",
    "Claims on all related parties are at most 50 % of net assets at the last quarter end",
  ),
  {
    ...figure(
      "core",
      0.3,
      "当年新增投资中金融不良资产不低于 30%（计算基数有争议）",
      "Financial NPLs are at least 30 % of the year's new investment (its base is disputed)",
    ),
    confidence: "medium",
  },
  {
    ...unchecked,
    code: "debtorCount",
    kind: "debtorCount",
    limit: 3,
    textZh: "批量转让不少于 3 户",
    textEn: "A bulk transfer has at least 3 debtors",
    from: "2017-04-25",
    confidence: "medium",
    source: "银监办便函〔2017〕702号（转述，施行日未核） / CBRC letter (2017) No. 702 (as reported; its day not checked)",
  },
  {
    ...unchecked,
    code: "retailPilot",
    kind: "retailPilot",
    textZh: "批量个人不良贷款：住房按揭、汽车贷款及有明确抵质押物的个人贷款不得转让",
    textEn: "Bulk personal NPLs: mortgages, car loans and personal loans with clear collateral are not transferred",
    from: "2021-01-07",
    to: "2026-12-31",
    confidence: "medium",
    source: "银保监办便函〔2021〕26号及延期通知（转述） / CBIRC letter (2021) No. 26 and its extensions (as reported)",
  },
  {
    ...unchecked,
    code: "excludedLoans",
    kind: "excludedLoans",
    textZh: "不得收购的资产：债务人或担保人为国家机关、涉密与国防、受限个人贷款等",
    textEn: "Not to be bought: a state organ as debtor or guarantor, defence and secrets, restricted personal loans and others",
    confidence: "medium",
  },
  { ...answered("province", "经营区域：跨省收购须经批准", "Region: purchases in another province need approval"), confidence: "medium" },
  {
    ...answered(
      "exitBidding",
      "退出时处置超过 5,000 万元须公开竞价，公告不少于 7 日",
      "At exit, a disposal over CNY 50 m is by public bidding, with 7 days' notice",
    ),
    confidence: "medium",
  },
  answered("redGuarantee", "红线：不得承诺保本保收益", "Red line: no guaranteed principal or return"),
  answered("redBuyBack", "红线：出让方不负回购义务，不得明里暗里回购", "Red line: no duty of the seller to buy back, open or hidden"),
  answered("redSham", "红线：不得协助虚假出表、掩盖不良", "Red line: no sham removal from the balance sheet, no hiding of bad assets"),
  answered("redFictitious", "红线：不得收购虚构资产", "Red line: no fictitious assets"),
  answered("redLocalDebt", "红线：不得新增地方政府隐性债务、为平台违规融资", "Red line: no new hidden local debt, no channel for LGFVs"),
];
