/** 对报价的提示：最高报价为零、高于债权总额，或目标收益率不寻常时，与数字并列的说明。 */
export const bidRemarkZh = {
  none: "无正价",
  noneShort: "无正价",
  title: "对最高报价的提示",
  noPrice: "{{cases}}情形：无正价。{{cause}}",
  maxBidAboveClaim: "{{cases}}情形：最高报价高于债权总额，请核对目标收益率与付款方式",
  hurdle: "{{cases}}情形的目标收益率不寻常：{{doubt}}",
  caseSeparator: "、",
  cause: {
    nothingRecovered: "预期回收为零。",
    costsExceedRecoveries: "费用（含资产包管理费）高于预期回收。",
    settlement: "交割前结算用尽了回收减费用后的余额。",
    hurdle: "按目标收益率折现后，费用高于回收。",
    dealCosts: "净现金流的现值不足以支付交易费用。",
  },
  toGroup: "前往“{{group}}”",
  allZero: "图中各处均无正价。{{caseName}}情形：{{cause}}",
  noMeasure: "图中各处均无此指标：报价为零，没有投入可供衡量。",
  noIrr: "图中各处均无此指标：现金流没有唯一的内部收益率。",
  gapsZero: "无论缺失信息如何补值，{{caseName}}情形均无正价：{{cause}}信息缺口对报价没有影响。",
  simulationZero: "所有路径均无正价：{{cause}}",
};
