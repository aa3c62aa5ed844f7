import type { CollateralField, LoanField, TapeField } from "../../../shared/domain/tape-fields.ts";

type Synonyms<Field extends string> = Readonly<Record<Field, readonly string[]>>;

const words = (list: string): readonly string[] => list.split(" ");

/** Header words of loan lists, in the form `headerKey` gives. */
const loanSynonyms: Synonyms<LoanField> = {
  contractNo: words(
    "借款合同编号 借款合同号 贷款合同编号 贷款合同号 主合同编号 主合同号 合同编号 合同号 合同号码 借据号 借据编号 借据号码 贷款编号 贷款账号 账户编号 contractno contractnumber contractid contract loanid loanno loannumber accountno accountnumber",
  ),
  debtorName: words(
    "债务人名称 债务人 债务人姓名 借款人名称 借款人 借款人姓名 客户名称 客户姓名 姓名 企业名称 户名 主债务人 debtorname debtor borrowername borrower customername obligor",
  ),
  debtorId: words(
    "统一社会信用代码 社会信用代码 证件号码 证件号 身份证号 身份证号码 身份证件号码 组织机构代码 营业执照号 客户编号 客户号 债务人编号 debtorid borrowerid customerid idnumber uscc",
  ),
  debtorType: words(
    "债务人类型 债务人性质 借款人性质 借款人类型 客户类型 客户性质 主体类型 借款主体类型 债务人主体性质 debtortype borrowertype customertype obligortype",
  ),
  branch: words("经办行 经办机构 贷款银行 贷款行 放款机构 管户机构 所属机构 所属支行 支行 支行名称 机构名称 branch lendingbranch branchname"),
  industry: words("所属行业 行业 行业分类 行业名称 国标行业 行业类别 industry sector"),
  region: words("所在地 所在地区 地区 区域 所属地区 债务人所在地 省份 城市 注册地 户籍地 region city province location state"),
  product: words("贷款品种 产品 产品名称 产品类型 业务品种 贷款种类 贷款类型 业务类型 贷款用途 product producttype loantype"),
  principal: words(
    "贷款本金余额 本金余额 剩余本金 贷款余额 本金 未偿本金 未偿还本金 债权本金 贷款本金 借款本金余额 尚欠本金 拖欠本金 principal principalbalance outstandingprincipal unpaidprincipalbalance unpaidprincipal upb outstandingbalance principaloutstanding",
  ),
  interest: words(
    "表内外利息 利息 欠息 利息余额 利息合计 欠息合计 欠息余额 拖欠利息 欠付利息 未偿利息 表内外欠息 利息及罚息 利罚息 利息罚息复利 interest accruedinterest unpaidinterest outstandinginterest interestbalance totalinterest",
  ),
  fees: words("代垫费用 其他费用 费用 垫付费用 诉讼费 代垫诉讼费 代垫诉讼费用 垫付诉讼费 费用合计 违约金 手续费 fees advancedcosts costs otherfees advances"),
  claimTotal: words(
    "债权总额 本息合计 债权合计 本息余额 本息总额 债权金额合计 本息费合计 合计 债权金额 未偿本息总额 totalclaim claimtotal totalbalance totaloutstanding totalexposure claim",
  ),
  fiveTierClass: words("五级分类 五级分类结果 贷款分类 风险分类 贷款五级分类 资产分类 fivetierclass classification loanclassification riskclass assetclass"),
  securityKind: words("担保方式 担保类型 主担保方式 担保形式 贷款方式 securitytype securitykind guaranteetype security"),
  guarantors: words("保证人 担保人 保证人名称 担保人名称 保证人姓名 共同还款人 guarantors guarantor"),
  guaranteeCap: words(
    "最高保证金额 最高保证额 保证额度 保证金额 最高额保证金额 保证限额 保证担保金额 最高担保金额 guaranteecap guaranteeamount guaranteelimit maximumguarantee",
  ),
  guaranteeEnd: words(
    "保证期间届满日 保证到期日 保证期间到期日 保证期间截止日 保证期届满日 保证期限届满日 保证期间届满日期 保证期间终止日 guaranteeend guaranteeexpiry guaranteeperiodend guaranteeexpirydate",
  ),
  drawdownDate: words(
    "放款日 放款日期 发放日期 贷款发放日 贷款发放日期 起始日 起始日期 借款日期 贷款起始日 合同起始日 drawdowndate issuedate originationdate disbursementdate startdate",
  ),
  maturityDate: words("到期日 到期日期 贷款到期日 贷款到期日期 借款到期日 合同到期日 终止日期 maturitydate maturity duedate enddate"),
  overdueDate: words(
    "逾期日期 逾期起始日 逾期日 逾期开始日 逾期起始日期 首次逾期日 首次逾期日期 不良日期 overduedate overduesince defaultdate delinquencydate",
  ),
  daysPastDue: words("逾期天数 本金逾期天数 逾期日数 dayspastdue dpd overduedays daysoverdue"),
  litigationStage: words(
    "诉讼阶段 诉讼状态 诉讼情况 诉讼进展 司法状态 司法阶段 涉诉状态 诉讼进度 litigationstage litigationstatus litigation legalstatus legalstage",
  ),
  court: words("管辖法院 受理法院 执行法院 法院 审理法院 一审法院 court courtname enforcementcourt"),
  limitationDate: words(
    "诉讼时效到期日 诉讼时效届满日 时效届满日 时效到期日 诉讼时效截止日 诉讼时效期限 诉讼时效届满日期 诉讼时效到期日期 时效截止日 limitationdate limitationexpiry limitationexpirydate statuteoflimitations",
  ),
  // The day of a judgment is not the day on which it takes effect, so 判决日期 is left to the user.
  judgmentDate: words("判决生效日 判决生效日期 裁判生效日 裁判生效日期 法律文书生效日 法律文书生效日期 文书生效日 judgmenteffectivedate judgmenteffective"),
  enforcementDeadline: words(
    "申请执行期限 申请执行时效届满日 申请执行期限届满日 申请执行截止日 申请执行到期日 执行时效届满日 执行时效到期日 申请强制执行期限 enforcementdeadline enforcementexpiry",
  ),
  estimateMonths: words(
    "预计回收月数 个案预计回收月数 预计处置月数 预计回收期 预计变现月数 预计处置期限 monthstocash expectedmonths monthstorecovery estimatedmonths",
  ),
  estimateProbability: words("处置概率 回收概率 变现概率 处置成功概率 个案处置概率 recoveryprobability realisationprobability precovery"),
  estimateSaleShare: words("变现折扣率 处置折扣 处置折扣率 变现率 变现折扣 预计变现率 预计处置折扣率 realisationshare saleshare"),
  estimateHaircut: words("折损率 变现折损率 变现减值率 变现损失率 haircut valuationhaircut"),
  estimateCostRate: words("处置费率 处置费用率 处置成本率 预计处置费率 legalrate disposalcostrate costrate"),
  estimateFirstMonthRate: words("首月现金回收率 首月回收率 首月回款率 firstmonthrate cashrate firstmonthcashrate"),
  estimateMonthlyDecay: words(
    "现金回收月衰减率 现金回收逐月系数 月衰减率 月衰减系数 逐月系数 逐月衰减系数 现金回收月衰减系数 monthlydecay cashdecay monthlyfactor",
  ),
  age: words("年龄 借款人年龄 age"),
  remark: words("备注 备注说明 说明 其他说明 remark remarks note notes comment comments"),
};

const collateralSynonyms: Synonyms<CollateralField> = {
  contractNo: loanSynonyms.contractNo,
  collateralKind: words(
    "抵押物类型 抵质押物类型 押品类型 抵押物种类 抵押物类别 担保物类型 押品种类 抵押物 质押物类型 collateralkind collateraltype assettype propertytype",
  ),
  address: words("坐落 抵押物坐落 坐落位置 抵押物地址 地址 位置 抵押物位置 抵押物所在地 所在地 address location"),
  appraisal: words(
    "评估价值 评估值 评估价 评估金额 抵押物评估价值 抵押物价值 押品价值 押品评估价值 最新评估价值 appraisal appraisedvalue appraisalvalue valuation collateralvalue",
  ),
  area: words("面积 建筑面积 土地面积 抵押面积 房产面积 area areasqm floorarea"),
  lienRank: words("抵押顺位 顺位 抵押顺序 抵押次序 受偿顺位 lienrank lienposition rank ranking"),
  seniorClaims: words("在先债权 优先债权 在先债权金额 在先抵押金额 前顺位债权 在先抵押债权 seniorclaims priorclaims seniordebt"),
  securedCap: words("最高额 最高债权额 最高额抵押金额 抵押金额 担保金额 债权数额 担保债权金额 被担保债权额 securedcap securedamount maximumclaim"),
  seizure: words("查封情况 查封状态 查封 查封顺位 首封情况 是否首封 seizure seizurestatus"),
  appraisalDate: words("评估日期 评估日 评估时间 评估基准日 appraisaldate valuationdate"),
  assetNo: words(
    "产权证号 权证号 不动产权证号 不动产权证书号 房产证号 房屋所有权证号 土地证号 土地使用权证号 他项权证号 抵押物编号 押品编号 押品编码 产权证编号 权属证号 certificateno titleno assetid assetno collateralid collateralno",
  ),
  hold: words("持有方式 受偿方式 权利类型 权利性质 抵押或查封 担保权利类型 hold holdtype claimtype"),
  priorityClaims: words(
    "工程款优先权金额 建设工程价款优先受偿权 建设工程优先受偿金额 工程款优先受偿金额 工程款优先权 工程价款优先受偿权 工程优先款 constructionpriority constructionclaims priorityclaims",
  ),
  rivalClaims: words("其他债权人债权 轮候债权 其他查封债权 其他债权人债权金额 先查封债权 其他普通债权 参与分配债权 rivalclaims otherclaims competingclaims"),
};

/** Parts of an interest or fee column group; used only where the list has no column for the whole. */
const interestParts = words(
  "表内利息 表外利息 表内欠息 表外欠息 正常利息 逾期利息 罚息 复利 罚息及复利 应收利息 penaltyinterest compoundinterest onbalanceinterest offbalanceinterest",
);

/** Headers that look like a field of ours and are not: they keep the longest match. */
const ignoredHeaders = words(
  "序号 编号 资产编号 原始本金 原本金 合同金额 贷款金额 借款金额 放款金额 发放金额 合同本金 贷款发放金额 授信额度 已还本金 已收回本金 利率 年利率 贷款利率 执行利率 执行年利率 罚息利率 案号 担保合同号 担保合同编号 保证合同编号 抵押合同编号 抵押合同号 质押合同编号 证件类型 币种 联系电话 手机号 抵押权人 抵押人 产权证号 权证号 不动产权证号 no seq originalamount originalprincipal originalbalance loanamount interestrate interestratepct rate currency principalpaid interestpaid",
);

export type SheetKind = "loans" | "collateral";
/** 1 the whole header, 0.9 a part of a sum, 0.6 words within the header. */
export interface HeaderMatch {
  readonly field: TapeField;
  readonly score: 1 | 0.9 | 0.6;
}

interface Index {
  readonly exact: ReadonlyMap<string, TapeField | "ignored">;
  readonly parts: readonly (readonly [string, TapeField | "ignored"])[];
}

const indexes: Readonly<Record<SheetKind, Index>> = {
  loans: buildIndex(loanSynonyms),
  collateral: buildIndex(collateralSynonyms),
};

function buildIndex(synonyms: Partial<Record<TapeField, readonly string[]>>): Index {
  const exact = new Map<string, TapeField | "ignored">(ignoredHeaders.map((word) => [word, "ignored"]));
  for (const [field, list] of Object.entries(synonyms)) {
    for (const word of list) exact.set(word, field as TapeField); // keys of the record are fields
  }
  const parts = [...exact].filter(([word]) => word.length >= (isLatin(word) ? 5 : 2));
  return { exact, parts: parts.sort(([a], [b]) => b.length - a.length) };
}

function isLatin(word: string): boolean {
  return /^[a-z]+$/.test(word);
}

/** A header without width, case, blanks, signs and whatever stands in brackets. */
export function headerKey(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[([【〔][^)\]】〕]*[)\]】〕]/g, "")
    .replaceAll(/[\s_\-*:：.、,，/·]/g, "");
}

/** Fields a header fits, best first; several entries with one score are a doubt. Empty: unknown or not ours. */
export function matchHeader(header: string, kind: SheetKind): HeaderMatch[] {
  const key = headerKey(header);
  if (key === "" || (kind === "collateral" && /亩|公顷/.test(header) && key.includes("面积"))) return [];
  const { exact, parts } = indexes[kind];
  const whole = exact.get(key);
  if (whole === "ignored") return [];
  if (whole !== undefined) return [{ field: whole, score: 1 }];
  if (kind === "loans" && interestParts.includes(key)) return [{ field: "interest", score: 0.9 }];
  const found = parts.filter(([word]) => key.includes(word));
  const longest = found[0]?.[0].length;
  const best = found.filter(([word]) => word.length === longest).map(([, field]) => field);
  if (best.length === 0 || best.includes("ignored")) return [];
  return [...new Set(best)].map((field) => ({ field: field as TapeField, score: 0.6 })); // "ignored" left above
}
