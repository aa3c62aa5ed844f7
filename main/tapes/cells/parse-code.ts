import type { CollateralHold, CollateralKind, DebtorType, FiveTierClass, LitigationStage, SecurityKind, SeizureStatus } from "../../../shared/domain/codes.ts";
import type { RawCell } from "../files/raw-sheet.ts";
import { displayCell, isMissingText, isUncached, narrowText } from "./cell-text.ts";

export type CodeResult<Code> = { readonly kind: "missing" } | { readonly kind: "code"; readonly code: Code } | { readonly kind: "unknown" };

type Words<Code extends string> = readonly (readonly [Code, readonly string[]])[];

const fiveTierWords: Words<FiveTierClass> = [
  ["normal", ["正常", "normal", "pass"]],
  ["specialMention", ["关注", "specialmention"]],
  ["substandard", ["次级", "substandard"]],
  ["doubtful", ["可疑", "doubtful"]],
  ["loss", ["损失", "loss"]],
];

const litigationWords: Words<LitigationStage> = [
  ["notSued", ["未诉", "未起诉", "未诉讼", "未涉诉", "notsued"]],
  ["sued", ["已诉未判", "已诉未判决", "已起诉", "已诉", "诉讼中", "已立案", "一审", "一审中", "二审", "二审中", "审理中", "仲裁中", "sued"]],
  ["judged", ["已判未执", "已判未执行", "已判决未执行", "已判决", "已判", "已调解", "调解", "已裁决", "judged"]],
  ["inExecution", ["执行中", "强制执行", "强制执行中", "恢复执行", "已申请执行", "已执行", "执行", "首次执行", "inexecution"]],
  ["executionTerminated", ["终结本次执行", "终结本次执行程序", "终本", "终本执行", "执行终本", "终结执行", "执行终结", "executionterminated"]],
  ["bankruptcy", ["破产", "破产清算", "破产清算中", "破产重整", "破产重整中", "破产和解", "破产程序", "破产程序中", "bankruptcy"]],
];

const collateralWords: Words<CollateralKind> = [
  ["residential", ["住宅", "住房", "住宅房产", "居住用房", "公寓", "别墅", "商品房", "residential"]],
  ["shop", ["商铺", "商业", "商业用房", "商业房产", "商服", "门面", "门面房", "门市房", "底商", "shop", "retail"]],
  ["office", ["办公楼", "办公", "办公用房", "写字楼", "office"]],
  ["industrial", ["工业厂房", "厂房", "工业", "工业用房", "工业房产", "工业房地产", "仓库", "仓储", "industrial"]],
  ["land", ["土地使用权", "土地", "国有土地使用权", "建设用地使用权", "出让土地", "划拨土地", "集体土地", "工业用地", "住宅用地", "商业用地", "land"]],
  ["construction", ["在建工程", "在建", "在建建筑物", "construction"]],
  ["equipment", ["机器设备", "设备", "机械设备", "生产设备", "机器", "equipment"]],
  ["inventory", ["存货", "库存", "原材料", "产成品", "inventory"]],
  ["equity", ["股权", "股票", "股份", "equity"]],
  ["receivables", ["应收账款", "应收帐款", "应收款", "receivables"]],
  ["other", ["其他", "其它", "车辆", "机动车", "船舶", "知识产权", "other"]],
];

/** "查封" alone and "续封" don't tell the order of seizure, so they are unknown to the desk, but known words. */
const seizureWords: Words<SeizureStatus> = [
  ["first", ["首封", "首先查封", "首次查封", "首轮查封", "首查封", "第一顺位查封", "first"]],
  ["waiting", ["轮候", "轮候查封", "轮候转查封", "waiting"]],
  ["none", ["未查封", "无查封", "未被查封", "没有查封", "否", "none"]],
  ["unknown", ["不详", "未知", "待查", "查封", "已查封", "续封", "冻结", "unknown"]],
];

const debtorTypeWords: Words<DebtorType> = [
  [
    "company",
    ["企业", "公司", "法人", "对公", "单位", "机构", "企业法人", "非自然人", "法人企业", "公司客户", "对公客户", "小微企业", "company", "corporate", "entity"],
  ],
  [
    "individual",
    ["个人", "自然人", "对私", "零售", "个体工商户", "个体户", "个人客户", "个人经营者", "individual", "person", "natural person", "naturalperson", "retail"],
  ],
];

/** How we hold the item: as mortgagee or pledgee, or only by a seizure for an unsecured claim. */
const holdWords: Words<CollateralHold> = [
  ["mortgage", ["抵押", "抵押权", "质押", "质押权", "质权", "抵质押", "最高额抵押", "一般抵押", "担保物权", "mortgage", "pledge"]],
  ["seizure", ["查封", "首封", "首先查封", "轮候查封", "保全查封", "诉讼保全", "财产保全", "保全", "扣押", "冻结", "seizure", "attachment"]],
];

const debtorTypeIndex = wordIndex(debtorTypeWords);
const holdIndex = wordIndex(holdWords);
const fiveTierIndex = wordIndex(fiveTierWords);
const litigationIndex = wordIndex(litigationWords);
const collateralIndex = wordIndex(collateralWords);
const seizureIndex = wordIndex(seizureWords);

function wordIndex<Code extends string>(words: Words<Code>): ReadonlyMap<string, Code> {
  return new Map(words.flatMap(([code, list]) => list.map((word) => [word, code] as const)));
}

/** 五级分类: "可疑", "可疑类", "可疑贷款". */
export function parseFiveTierClass(cell: RawCell | undefined): CodeResult<FiveTierClass> {
  return lookUp(cell, fiveTierIndex, /(类|类贷款|贷款|一级|二级|三级|\d级|\d)$/);
}

/** 债务人类型. */
export function parseDebtorType(cell: RawCell | undefined): CodeResult<DebtorType> {
  return lookUp(cell, debtorTypeIndex, /(类|类型|客户)$/);
}

/** 持有方式: 抵押 or 查封. */
export function parseCollateralHold(cell: RawCell | undefined): CodeResult<CollateralHold> {
  return lookUp(cell, holdIndex, /(登记|方式|类)$/);
}

/** 诉讼阶段. */
export function parseLitigationStage(cell: RawCell | undefined): CodeResult<LitigationStage> {
  return lookUp(cell, litigationIndex, /(阶段|状态)$/);
}

/** 抵押物类型. */
export function parseCollateralKind(cell: RawCell | undefined): CodeResult<CollateralKind> {
  return lookUp(cell, collateralIndex, /(类|抵押|质押)$/);
}

/** 查封情况; "轮候第2顺位" is waiting. */
export function parseSeizure(cell: RawCell | undefined): CodeResult<SeizureStatus> {
  const text = codeText(cell);
  // An empty sign is a statement nobody made; 无 is one.
  if (text === "无") return { kind: "code", code: "none" };
  if (text !== null && /^(轮候|第[二三四五六七八九\d]+轮候)/.test(text)) return { kind: "code", code: "waiting" };
  return lookUp(cell, seizureIndex, /(状态)$/);
}

const securityParts = /信用|保证|抵押|质押|抵质押/g;

/** 担保方式, also combined ("抵押+保证"). Whatever includes a pledge and another security is mixed. */
export function parseSecurityKind(cell: RawCell | undefined): CodeResult<SecurityKind> {
  const text = codeText(cell);
  if (text === null || isMissingText(text)) return { kind: "missing" };
  if (/^(混合|组合|混合担保|组合担保|mixed)$/i.test(text)) return { kind: "code", code: "mixed" };
  const spelled = text.replaceAll("抵质押", "抵押质押");
  const parts = new Set(spelled.match(securityParts) ?? []);
  const rest = spelled.replaceAll(securityParts, "").replaceAll(/[+、,;/&和及与加\s]|类|担保|贷款|方式/g, "");
  if (parts.size === 0 || rest !== "") return { kind: "unknown" };
  if (parts.size > 1) parts.delete("信用");
  return { kind: "code", code: securityOf(parts) };
}

function securityOf(parts: ReadonlySet<string>): SecurityKind {
  if (parts.size === 1) {
    if (parts.has("信用")) return "unsecured";
    if (parts.has("保证")) return "guaranteed";
    return parts.has("抵押") ? "mortgaged" : "pledged";
  }
  return parts.size === 2 && parts.has("抵押") && parts.has("保证") ? "mortgagedAndGuaranteed" : "mixed";
}

const chineseDigits = "一二三四五六七八九";

/** 抵押顺位: "第一顺位", "第2顺位", "首位", "二押", "3". */
export function parseLienRank(cell: RawCell | undefined): CodeResult<number> {
  const text = codeText(cell);
  if (text === null || isMissingText(text)) return { kind: "missing" };
  if (/^首(顺位|位|押|次抵押)$/.test(text)) return { kind: "code", code: 1 };
  const match = /^第?([一二三四五六七八九]|[1-9]\d?)(顺位|顺序|位|押|抵|顺位抵押)?$/.exec(text);
  if (match?.[1] === undefined) return { kind: "unknown" };
  const chinese = chineseDigits.indexOf(match[1]);
  return { kind: "code", code: chinese >= 0 ? chinese + 1 : Number(match[1]) };
}

function codeText(cell: RawCell | undefined): string | null {
  if (cell === null || cell === undefined) return null;
  if (isUncached(cell)) return "=?";
  return narrowText(displayCell(cell)).replaceAll(/\s/g, "");
}

function lookUp<Code>(cell: RawCell | undefined, index: ReadonlyMap<string, Code>, suffix: RegExp): CodeResult<Code> {
  const text = codeText(cell);
  if (text === null || isMissingText(text)) return { kind: "missing" };
  const word = text.replaceAll(/[_-]/g, "").toLowerCase();
  const code = index.get(word) ?? index.get(word.replace(suffix, ""));
  return code === undefined ? { kind: "unknown" } : { kind: "code", code };
}
