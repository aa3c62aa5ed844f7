import type { CodeField, FieldCode } from "../../../shared/domain/field-values.ts";
import type { TapeField } from "../../../shared/domain/tape-fields.ts";

/** Words of sellers' lists, parted by blanks: headers in the form that `headerKey` gives, codes without blanks, case and hyphens. */
interface HeaderWords {
  readonly headers: string;
}
interface CodeWords<Code extends string> extends HeaderWords {
  readonly codes: Readonly<Record<Code, string>>;
  /** What may follow a code's word. */
  readonly suffix?: RegExp;
}

/** Codes known by a word each; a security is put together from the words of its parts. */
export type WordedField = Exclude<CodeField, "securityKind">;

export const fieldWords: { readonly [F in TapeField]: F extends WordedField ? CodeWords<FieldCode<F>> : HeaderWords } = {
  contractNo: {
    headers:
      "借款合同编号 借款合同号 贷款合同编号 贷款合同号 主合同编号 主合同号 合同编号 合同号 合同号码 主债权合同编号 主债权合同号 债权合同编号 债权合同号 授信合同编号 授信合同号 contractno contractnumber contractid contractidentifier contract",
  },
  // Takes the contract's place in a list that has no contract number.
  drawdownNo: {
    headers:
      "借据号 借据编号 借据号码 贷款编号 贷款账号 贷款帐号 账户编号 账号 放款编号 放款号 出账编号 出账号 出账流水号 提款编号 提款号 支用编号 支用号 drawdownno drawdownid drawdownnumber loanid loanno loannumber loanidentifier instrumentid instrumentidentifier accountno accountnumber",
  },
  debtorName: {
    headers:
      "债务人名称 债务人 债务人姓名 借款人名称 借款人 借款人姓名 客户名称 客户姓名 姓名 企业名称 户名 主债务人 debtorname debtor borrowername borrower customername obligor counterparty counterpartyname nameofcounterparty nameofdebtor nameofborrower",
  },
  debtorId: {
    headers:
      "统一社会信用代码 社会信用代码 证件号码 证件号 身份证号 身份证号码 身份证件号码 组织机构代码 营业执照号 客户编号 客户号 债务人编号 debtorid borrowerid customerid counterpartyid counterpartyidentifier debtoridentifier borroweridentifier idnumber uscc nationalidentifier registrationnumber",
  },
  debtorType: {
    headers:
      "债务人类型 债务人性质 借款人性质 借款人类型 客户类型 客户性质 主体类型 借款主体类型 债务人主体性质 debtortype borrowertype customertype obligortype legaltypeofcounterparty typeofcounterparty",
    codes: {
      company:
        "企业 公司 法人 对公 单位 机构 企业法人 非自然人 法人企业 公司客户 对公客户 小微企业 company corporate entity listedcorporate unlistedcorporate partnership",
      individual: "个人 自然人 对私 零售 个体工商户 个体户 个人客户 个人经营者 individual person naturalperson privateindividual retail",
    },
    suffix: /(类|类型|客户)$/,
  },
  branch: { headers: "经办行 经办机构 贷款银行 贷款行 放款机构 管户机构 所属机构 所属支行 支行 支行名称 机构名称 branch lendingbranch branchname" },
  industry: { headers: "所属行业 行业 行业分类 行业名称 国标行业 行业类别 industry sector economicactivity" },
  region: { headers: "所在地 所在地区 地区 区域 所属地区 债务人所在地 省份 城市 注册地 户籍地 region city province location state cityofcounterparty" },
  product: { headers: "贷款品种 产品 产品名称 产品类型 业务品种 贷款种类 贷款类型 业务类型 贷款用途 product producttype loantype" },
  currency: {
    headers: "币种 币别 货币 货币种类 货币名称 币种名称 贷款币种 借款币种 合同币种 债权币种 currency currencycode currencyname loancurrency currencyofloan ccy",
    codes: {
      CNY: "人民币 人民币元 元 本币 本位币 cny rmb cnh cny人民币 rmb人民币 156",
      USD: "美元 美金 usd us$ usd美元 840",
      HKD: "港币 港元 港幣 hkd hk$ 344",
      EUR: "欧元 eur 978",
      JPY: "日元 日圆 日币 jpy 392",
      GBP: "英镑 gbp 826",
      AUD: "澳元 澳大利亚元 澳洲元 aud",
      CAD: "加元 加拿大元 加币 cad 124",
      CHF: "瑞士法郎 瑞郎 chf 756",
      SGD: "新加坡元 新加坡币 新币 坡币 sgd 702",
      MOP: "澳门元 澳门币 mop 446",
      TWD: "新台币 台币 twd 901",
      KRW: "韩元 韩币 韩圆 krw 410",
    },
    // "人民币(CNY)"
    suffix: /\([^()]*\)$/,
  },
  // The whole header only: an employer and the unit of an area end in the same word.
  amountUnit: { headers: "单位 金额单位 货币单位 计量单位 记账单位 计价单位 本金单位 unit amountunit currencyunit unitofamount unitofamounts" },
  // The whole header only: a balance "at the cut-off date" is none.
  cutOffDate: {
    headers:
      "基准日 基准日期 债权基准日 评估基准日 估值基准日 数据基准日 交易基准日 封包日 数据日期 统计日期 cutoff cutoffdate asofdate asof dataasof reportingdate nplportfoliocutoffdate",
  },
  principal: {
    headers:
      "贷款本金余额 本金余额 剩余本金 贷款余额 本金 未偿本金 未偿还本金 债权本金 贷款本金 借款本金余额 尚欠本金 拖欠本金 principal principalbalance outstandingprincipal unpaidprincipalbalance unpaidprincipal upb outstandingbalance principaloutstanding",
  },
  interest: {
    headers:
      "表内外利息 利息 欠息 利息余额 利息合计 欠息合计 欠息余额 拖欠利息 欠付利息 未偿利息 表内外欠息 利息及罚息 利罚息 利息罚息复利 interest accruedinterest unpaidinterest outstandinginterest interestbalance totalinterest",
  },
  fees: {
    headers: "代垫费用 其他费用 费用 垫付费用 诉讼费 代垫诉讼费 代垫诉讼费用 垫付诉讼费 费用合计 违约金 手续费 fees advancedcosts costs otherfees advances",
  },
  interestBasis: {
    headers: "利息认定范围 利息认定 债权认定范围 认定范围 判决认定范围 利息计收范围 interestbasis admittedinterest",
    codes: {
      unknown: "不详 未知 待查 unknown",
      principal: "仅本金 只认本金 本金 不计利息 不认利息 principal principalonly",
      toCutOff: "本息 本金及利息 计息至基准日 利息至基准日 认定利息 全部 tocutoff principalandinterest",
    },
  },
  claimTotal: {
    headers:
      "债权总额 本息合计 债权合计 本息余额 本息总额 债权金额合计 本息费合计 合计 债权金额 未偿本息总额 totalclaim claimtotal totalbalance totaloutstanding totalexposure legalbalance claim",
  },
  fiveTierClass: {
    headers: "五级分类 五级分类结果 贷款分类 风险分类 贷款五级分类 资产分类 fivetierclass classification loanclassification riskclass assetclass",
    codes: {
      normal: "正常 normal pass",
      specialMention: "关注 specialmention",
      substandard: "次级 substandard",
      doubtful: "可疑 doubtful",
      loss: "损失 loss",
    },
    suffix: /(类|类贷款|贷款|一级|二级|三级|\d级|\d)$/,
  },
  securityKind: { headers: "担保方式 担保类型 主担保方式 担保形式 贷款方式 securitytype securitykind guaranteetype security" },
  guarantors: { headers: "保证人 担保人 保证人名称 担保人名称 保证人姓名 共同还款人 guarantors guarantor" },
  guaranteeCap: {
    headers:
      "最高保证金额 最高保证额 保证额度 保证金额 最高额保证金额 保证限额 保证担保金额 最高担保金额 guaranteecap guaranteeamount guaranteelimit maximumguarantee",
  },
  guaranteeEnd: {
    headers:
      "保证期间届满日 保证到期日 保证期间到期日 保证期间截止日 保证期届满日 保证期限届满日 保证期间届满日期 保证期间终止日 guaranteeend guaranteeexpiry guaranteeperiodend guaranteeexpirydate",
  },
  guarantorSued: {
    headers: "是否起诉保证人 保证人是否起诉 保证人是否被诉 保证人诉讼情况 保证人诉讼状态 是否一并起诉保证人 guarantorsued guarantorssued",
    codes: {
      sued: "是 已起诉 已诉 已一并起诉 一并起诉 起诉 yes y true sued",
      notSued: "否 未起诉 未诉 仅诉债务人 仅起诉债务人 no n false notsued",
    },
  },
  drawdownDate: {
    headers:
      "放款日 放款日期 发放日期 贷款发放日 贷款发放日期 起始日 起始日期 借款日期 贷款起始日 合同起始日 drawdowndate issuedate originationdate dateoforigination disbursementdate startdate",
  },
  maturityDate: {
    headers:
      "到期日 到期日期 贷款到期日 贷款到期日期 借款到期日 合同到期日 终止日期 maturitydate maturity legalfinalmaturitydate currentmaturitydate duedate enddate",
  },
  overdueDate: {
    headers:
      "逾期日期 逾期起始日 逾期日 逾期开始日 逾期起始日期 首次逾期日 首次逾期日期 不良日期 overduedate overduesince defaultdate dateofdefault delinquencydate",
  },
  daysPastDue: { headers: "逾期天数 本金逾期天数 逾期日数 dayspastdue daysinpastdue dpd overduedays daysoverdue" },
  lastPaymentDate: {
    headers:
      "最近还款日 最近还款日期 最近一次还款日 最近一次还款日期 最后还款日 最后还款日期 最后一次还款日 最后一次还款日期 末次还款日 末次还款日期 最近一次还款时间 lastpaymentdate lastrepaymentdate dateoflastpayment dateoflastrepayment",
  },
  litigationStage: {
    headers:
      "诉讼阶段 司法进程 诉讼状态 诉讼情况 诉讼进展 司法状态 司法阶段 涉诉状态 诉讼进度 litigationstage litigationstatus litigation legalstatus legalstage statusoflegalproceedings stagereachedinlitigation enforcementstatus statusofenforcement stagereachedinlegalproceedings legalproceduretype typeoflegalprocedure",
    codes: {
      notSued: "未诉 未起诉 未诉讼 未涉诉 notsued nolegalprocedure nolegalproceedings",
      sued: "已诉未判 已诉未判决 已起诉 已诉 诉讼中 已立案 一审 一审中 二审 二审中 审理中 仲裁中 sued",
      judged: "已判未执 已判未执行 已判决未执行 已判决 已判 已调解 调解 已裁决 judged",
      inExecution:
        "执行中 强制执行 强制执行中 恢复执行 已申请执行 已执行 执行 首次执行 inexecution inenforcement enforcementongoing enforcementinprogress enforcementcommenced enforcementinitiated",
      executionTerminated: "终结本次执行 终结本次执行程序 终本 终本执行 执行终本 终结执行 执行终结 executionterminated",
      bankruptcy:
        "破产 破产清算 破产清算中 破产重整 破产重整中 破产和解 破产程序 破产程序中 bankruptcy insolvency insolvencyprocedure corporateinsolvency corporateinsolvencyprocedure",
    },
    suffix: /(阶段|状态)$/,
  },
  debtorCondition: {
    headers:
      "债务人经营状况 经营状况 债务人状态 债务人现状 企业状态 企业经营状况 企业经营状态 经营状态 借款人经营状况 借款人状态 存续状态 主体状态 debtorcondition debtorstatus borrowerstatus operatingstatus businessstatus",
    codes: {
      unknown: "不详 未知 待查 unknown",
      operating: "正常经营 经营正常 在营 营业 开业 存续 在业 正常 生产经营正常 operating active inoperation",
      suspended: "停产 企业停产 停业 歇业 停产停业 停工 停产歇业 已停产 已停业 债务人停产 半停产 停止经营 停止生产 suspended closed ceased ceasedoperation",
      missing: "失联 债务人失联 已失联 下落不明 失踪 人去楼空 无法联系 借款人失联 企业失联 债务人下落不明 missing untraceable cannotbefound",
      deregistered: "注销 已注销 工商注销 企业注销 债务人注销 已工商注销 deregistered dissolved struckoff",
    },
    suffix: /(状态|企业)$/,
  },
  bankruptcyKind: {
    headers: "破产类型 破产程序类型 破产程序 破产类别 破产情况 bankruptcykind bankruptcytype insolvencytype nameofinsolvencyrestructuringproceedings",
    codes: {
      liquidation: "破产清算 清算 破产清算中 liquidation",
      reorganisation: "破产重整 重整 破产重整中 重整中 预重整转重整 reorganisation reorganization",
      composition: "破产和解 和解 composition",
    },
    suffix: /(程序|中)$/,
  },
  court: { headers: "管辖法院 受理法院 执行法院 法院 审理法院 一审法院 court courtname enforcementcourt jurisdictionofcourt" },
  limitationDate: {
    headers:
      "诉讼时效到期日 诉讼时效届满日 时效届满日 时效到期日 诉讼时效截止日 诉讼时效期限 诉讼时效届满日期 诉讼时效到期日期 时效截止日 limitationdate limitationexpiry limitationexpirydate statuteoflimitations statuteoflimitationsdate",
  },
  // The day of a judgment is not the day on which it takes effect, so 判决日期 is left to the user.
  judgmentDate: {
    headers: "判决生效日 判决生效日期 裁判生效日 裁判生效日期 法律文书生效日 法律文书生效日期 文书生效日 judgmenteffectivedate judgmenteffective",
  },
  enforcementDeadline: {
    headers:
      "申请执行期限 申请执行时效届满日 申请执行期限届满日 申请执行截止日 申请执行到期日 执行时效届满日 执行时效到期日 申请强制执行期限 enforcementdeadline enforcementexpiry",
  },
  estimateMonths: {
    headers: "预计回收月数 个案预计回收月数 预计处置月数 预计回收期 预计变现月数 预计处置期限 monthstocash expectedmonths monthstorecovery estimatedmonths",
  },
  estimateProbability: { headers: "处置概率 回收概率 变现概率 处置成功概率 个案处置概率 recoveryprobability realisationprobability precovery" },
  estimateSaleShare: { headers: "变现折扣率 处置折扣 处置折扣率 变现率 变现折扣 预计变现率 预计处置折扣率 realisationshare saleshare" },
  estimateHaircut: { headers: "折损率 变现折损率 变现减值率 变现损失率 haircut valuationhaircut" },
  estimateCostRate: { headers: "处置费率 处置费用率 处置成本率 预计处置费率 legalrate disposalcostrate costrate" },
  estimateFirstMonthRate: { headers: "首月现金回收率 首月回收率 首月回款率 firstmonthrate cashrate firstmonthcashrate" },
  estimateMonthlyDecay: {
    headers: "现金回收月衰减率 现金回收逐月系数 月衰减率 月衰减系数 逐月系数 逐月衰减系数 现金回收月衰减系数 monthlydecay cashdecay monthlyfactor",
  },
  age: { headers: "年龄 借款人年龄 age" },
  remark: { headers: "备注 备注说明 说明 其他说明 remark remarks note notes comment comments" },
  securedDebtor: {
    headers:
      "债务人名称 债务人 债务人姓名 借款人名称 借款人 借款人姓名 客户名称 主债务人 被担保人 被担保人名称 担保的债务人 debtorname debtor borrowername borrower customername obligor counterparty",
  },
  securedDebtorId: {
    headers:
      "债务人统一社会信用代码 债务人证件号码 债务人证件号 借款人证件号码 借款人证件号 统一社会信用代码 社会信用代码 客户编号 客户号 债务人编号 debtorid borrowerid customerid counterpartyid counterpartyidentifier",
  },
  collateralKind: {
    headers:
      "抵押物类型 抵质押物类型 押品类型 抵押物种类 抵押物类别 担保物类型 押品种类 抵押物 质押物类型 collateralkind collateraltype typeofcollateral assettype propertytype typeofproperty",
    codes: {
      residential: "住宅 住房 住宅房产 居住用房 公寓 别墅 商品房 residential apartment detachedhouse semidetachedhouse terrace multifamily",
      shop: "商铺 商业 商业用房 商业房产 商服 门面 门面房 门市房 底商 shop retail highstreetretail commercialcentre restaurant bar/pub",
      office: "办公楼 办公 办公用房 写字楼 office",
      industrial: "工业厂房 厂房 工业 工业用房 工业房产 工业房地产 仓库 仓储 industrial warehouse selfstorage",
      land: "土地使用权 土地 国有土地使用权 建设用地使用权 出让土地 划拨土地 集体土地 工业用地 住宅用地 商业用地 land landagriculture landzoning landpermit",
      construction: "在建工程 在建 在建建筑物 construction",
      equipment: "机器设备 设备 机械设备 生产设备 机器 equipment",
      inventory: "存货 库存 原材料 产成品 inventory",
      equity: "股权 股票 股份 equity",
      receivables: "应收账款 应收帐款 应收款 receivables",
      other: "其他 其它 车辆 机动车 船舶 知识产权 other",
    },
    suffix: /(类|抵押|质押)$/,
  },
  address: { headers: "坐落 抵押物坐落 坐落位置 抵押物地址 地址 位置 抵押物位置 抵押物所在地 所在地 address location addressofproperty propertyaddress" },
  appraisal: {
    headers:
      "评估价值 评估值 评估价 评估金额 抵押物评估价值 抵押物价值 押品价值 押品评估价值 最新评估价值 appraisal appraisedvalue appraisalvalue valuation latestvaluationamount collateralvalue",
  },
  area: { headers: "面积 建筑面积 土地面积 抵押面积 房产面积 area areasqm floorarea buildingarea buildingaream2" },
  lienRank: { headers: "抵押顺位 顺位 抵押顺序 抵押次序 受偿顺位 lienrank lienposition rank ranking" },
  seniorClaims: { headers: "在先债权 优先债权 在先债权金额 在先抵押金额 前顺位债权 在先抵押债权 seniorclaims priorclaims seniordebt higherrankingloan" },
  securedCap: { headers: "最高额 最高债权额 最高额抵押金额 抵押金额 担保金额 债权数额 担保债权金额 被担保债权额 securedcap securedamount maximumclaim" },
  // "查封" alone and "续封" don't tell the order of seizure, so they are unknown to the desk, but known words.
  seizure: {
    headers: "查封情况 查封状态 查封 查封顺位 首封情况 是否首封 seizure seizurestatus",
    codes: {
      first: "首封 首先查封 首次查封 首轮查封 首查封 第一顺位查封 first",
      waiting: "轮候 轮候查封 轮候转查封 waiting",
      none: "未查封 无查封 未被查封 没有查封 否 none",
      unknown: "不详 未知 待查 查封 已查封 续封 冻结 unknown",
    },
    suffix: /(状态)$/,
  },
  appraisalDate: { headers: "评估日期 评估日 评估时间 评估基准日 appraisaldate valuationdate dateoflatestvaluation" },
  assetNo: {
    headers:
      "产权证号 权证号 不动产权证号 不动产权证书号 房产证号 房屋所有权证号 土地证号 土地使用权证号 他项权证号 抵押物编号 押品编号 押品编码 产权证编号 权属证号 certificateno titleno assetid assetno collateralid collateralno protectionidentifier collateralidentifier",
  },
  // As mortgagee or pledgee, or only by a seizure for an unsecured claim.
  hold: {
    headers: "持有方式 受偿方式 权利类型 权利性质 抵押或查封 担保权利类型 hold holdtype claimtype",
    codes: {
      mortgage: "抵押 抵押权 质押 质押权 质权 抵质押 最高额抵押 一般抵押 担保物权 mortgage pledge",
      seizure: "查封 首封 首先查封 轮候查封 保全查封 诉讼保全 财产保全 保全 扣押 冻结 seizure attachment",
    },
    suffix: /(登记|方式|类)$/,
  },
  priorityClaims: {
    headers:
      "工程款优先权金额 建设工程价款优先受偿权 建设工程优先受偿金额 工程款优先受偿金额 工程款优先权 工程价款优先受偿权 工程优先款 constructionpriority constructionclaims priorityclaims",
  },
  rivalClaims: {
    headers:
      "其他债权人债权 其他查封债权 其他债权人债权金额 先查封债权 在先查封债权 首封债权 其他普通债权 参与分配债权 rivalclaims otherclaims competingclaims",
  },
  // Those who wait behind our seizure; who seized before us stands in the column above.
  waitingClaims: { headers: "轮候债权 轮候债权金额 轮候查封债权 轮候查封债权金额 后查封债权 在后查封债权 waitingclaims laterclaims laterseizures" },
  landTitle: {
    headers: "土地性质 土地权利性质 土地取得方式 土地使用权类型 土地使用权取得方式 使用权类型 土地类型 土地权属性质 landtitle landtenure",
    codes: {
      granted: "出让 出让土地 国有出让 出让用地 国有出让土地 granted",
      allotted: "划拨 划拨土地 国有划拨 划拨用地 国有划拨土地 allotted allocated",
      collective: "集体 集体土地 集体建设用地 集体所有 集体用地 农村集体土地 collective",
    },
    suffix: /(性质|使用权|取得)$/,
  },
  landPremium: { headers: "土地出让金 应补土地出让金 应缴土地出让金 欠缴土地出让金 补缴土地出让金 应补缴出让金 出让金 landpremium" },
  homebuyerClaims: { headers: "购房人债权 购房户债权 购房者债权 商品房消费者债权 购房消费者债权 房屋买受人债权 homebuyerclaims buyerclaims" },
  wageClaims: { headers: "职工债权 职工工资 欠付工资 拖欠工资 职工债权金额 欠薪 wageclaims employeeclaims unpaidwages" },
  repaymentDate: {
    headers:
      "还款日期 还款日 还款时间 实际还款日 实际还款日期 回款日期 回款日 收回日期 到账日期 到账日 入账日期 交易日期 repaymentdate paymentdate dateofrepayment dateofpayment dateofcashflow",
  },
  repaymentAmount: {
    headers:
      "还款金额 还款额 还款总额 还款合计 实际还款金额 回款金额 收回金额 到账金额 入账金额 交易金额 repaymentamount amountrepaid paymentamount amountpaid repayment",
  },
  repaymentNote: { headers: "备注 说明 摘要 还款方式 还款来源 还款人 remark note notes comment paidby" },
  taxArrears: { headers: "欠税 欠税金额 欠缴税款 欠缴税费 在先欠税 抵押前欠税 taxarrears unpaidtaxes" },
};

/** Headers that look like a field of ours and are not: they keep the longest match. */
export const ignoredHeaders: readonly string[] =
  "序号 编号 资产编号 原始本金 原本金 合同金额 贷款金额 借款金额 放款金额 发放金额 合同本金 贷款发放金额 授信额度 已还本金 已收回本金 利率 年利率 贷款利率 执行利率 执行年利率 罚息利率 案号 担保合同号 担保合同编号 保证合同编号 抵押合同编号 抵押合同号 质押合同编号 证件类型 币种 原币 联系电话 手机号 抵押权人 抵押人 产权证号 权证号 不动产权证号 no seq originalamount originalprincipal originalbalance loanamount interestrate interestratepct rate currency originalcurrency foreigncurrency localcurrency incurrency principalpaid interestpaid".split(
    " ",
  );
