import type { CodeField, FieldCode } from "../../domain/field-values.ts";
import type { HelpedField, RejectionCode, TapeField } from "../../domain/tape-fields.ts";

/** What is said of the fields of a tape, on the screen and in the memo alike; both languages are held to it. */
export type TapeFieldTexts = {
  readonly field: Readonly<Record<TapeField, string>>;
  /** The rule by which a field is read. */
  readonly fieldHelp: Readonly<Record<HelpedField, string>>;
  /** Why a field leaves a row out. */
  readonly code: Readonly<Record<RejectionCode, string>>;
};

/** Words for the code lists of fields. */
export type FieldCodeTexts = { readonly [F in CodeField]: Readonly<Record<FieldCode<F>, string>> };

export const tapeFieldsZh: TapeFieldTexts = {
  field: {
    contractNo: "合同编号",
    debtorName: "债务人名称",
    debtorId: "债务人证件号",
    debtorType: "债务人类型",
    branch: "经办行",
    industry: "所属行业",
    region: "所在地",
    product: "贷款品种",
    principal: "本金余额",
    interest: "利息余额",
    fees: "代垫费用",
    claimTotal: "债权总额",
    fiveTierClass: "五级分类",
    securityKind: "担保方式",
    guarantors: "保证人",
    guaranteeCap: "最高保证金额",
    guaranteeEnd: "保证期间届满日",
    drawdownDate: "放款日",
    maturityDate: "到期日",
    overdueDate: "逾期起始日",
    daysPastDue: "逾期天数",
    litigationStage: "诉讼阶段",
    court: "管辖法院",
    limitationDate: "诉讼时效届满日",
    judgmentDate: "判决生效日",
    enforcementDeadline: "申请执行期限届满日",
    estimateMonths: "个案估值：预计回收月数",
    estimateProbability: "个案估值：处置概率",
    estimateSaleShare: "个案估值：变现折扣率",
    estimateHaircut: "个案估值：变现折损率",
    estimateCostRate: "个案估值：处置费率",
    estimateFirstMonthRate: "个案估值：首月现金回收率",
    estimateMonthlyDecay: "个案估值：逐月系数",
    age: "年龄",
    remark: "备注",
    collateralKind: "抵押物类型",
    address: "坐落",
    appraisal: "评估价",
    area: "面积（㎡）",
    lienRank: "抵押顺位",
    seniorClaims: "在先债权",
    securedCap: "最高债权额",
    seizure: "查封状态",
    appraisalDate: "评估日期",
    assetNo: "产权证号/抵押物编号",
    hold: "持有方式",
    priorityClaims: "工程款优先权金额",
    rivalClaims: "其他债权人债权",
  },
  fieldHelp: {
    debtorType: "企业或个人；未列时按证件号、再按项目类型推定",
    guaranteeCap: "列明多个保证人时，按每人各以此为限",
    guaranteeEnd: "早于基准日且未诉的，视为保证期间已过",
    limitationDate: "早于基准日且未诉的，视为时效届满；不由到期日推算",
    judgmentDate: "判决生效日，不是判决日；其后两年内应申请执行",
    enforcementDeadline: "优先于由判决生效日推算的期限",
    estimateMonths: "与处置概率、变现折扣率（或折损率）三项齐全才采用",
    estimateProbability: "0 至 1 的小数或百分数",
    estimateSaleShare: "七折填 70%：售价占评估价的比例",
    estimateHaircut: "折损 30% 即售价为评估价的 70%",
    estimateCostRate: "占抵押物回款的比例，代替律师与清收费率",
    estimateFirstMonthRate: "首月回款占剩余债权的比例；与逐月系数一并采用",
    estimateMonthlyDecay: "后一月为前一月的比例，如 0.97",
    assetNo: "同一权证号、同类、同面积的行视为同一抵押物，只处置一次",
    hold: "抵押（含质押）或查封；未列按抵押",
    priorityClaims: "先于抵押权受偿",
    rivalClaims: "查封持有时：企业为先查封者的债权；个人或破产的，为全部其他普通债权人的债权",
  },
  code: { missingContract: "缺少合同编号", missingPrincipal: "缺少本金余额" },
};

export const fieldCodesZh: FieldCodeTexts = {
  debtorType: { company: "企业", individual: "个人" },
  fiveTierClass: { normal: "正常", specialMention: "关注", substandard: "次级", doubtful: "可疑", loss: "损失" },
  securityKind: { unsecured: "信用", guaranteed: "保证", mortgaged: "抵押", mortgagedAndGuaranteed: "抵押+保证", pledged: "质押", mixed: "组合担保" },
  litigationStage: { notSued: "未诉", sued: "已诉未判", judged: "已判决", inExecution: "执行中", executionTerminated: "终结本次执行", bankruptcy: "破产" },
  collateralKind: {
    residential: "住宅",
    shop: "商铺",
    office: "办公",
    industrial: "工业厂房",
    land: "土地使用权",
    construction: "在建工程",
    equipment: "机器设备",
    inventory: "存货",
    equity: "股权",
    receivables: "应收账款",
    other: "其他",
  },
  seizure: { first: "首封", waiting: "轮候查封", none: "未查封", unknown: "不详" },
  hold: { mortgage: "抵押/质押", seizure: "查封" },
};
