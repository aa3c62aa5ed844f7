import type { TraceKey } from "../domain/trace-keys.ts";

/** 测算依据各行文字；键见 shared/domain/trace-keys。 */
export const traceZh: Readonly<Record<TraceKey, string>> = {
  loanPresentValue: "本笔债权净现金流现值：债权总额 {{claimYuan}}，目标收益率 {{hurdleRate}}",
  collateralRoute: "抵押物处置回收现值：抵押物 {{itemCount}} 项，诉讼阶段为{{stage}}",
  collateralItem: "抵押物 {{number}}（{{kind}}，第 {{lienRank}} 顺位）：评估价 {{appraisalYuan}}，价值系数 {{valueFactor}}",
  auctionRound:
    "第 {{round}} 轮处置，第 {{month}} 个月：起拍价 {{openingYuan}}，成交价 {{priceYuan}}，成交概率 {{probability}}，我方可得 {{toUsYuan}}，折现因子 {{discountFactor}}",
  debtForAsset:
    "流拍后以物抵债，第 {{month}} 个月变现：抵债价 {{openingYuan}}，变现价 {{priceYuan}}，概率 {{probability}}，我方可得 {{toUsYuan}}，折现因子 {{discountFactor}}",
  roundBeyondHorizon: "第 {{round}} 轮处置在第 {{month}} 个月，超出测算期，不计回收（概率 {{probability}}）",
  salePrice: "成交价 {{priceYuan}}",
  sellerTax: "减：出让方税费 {{deductionYuan}}，占成交价 {{rate}}",
  saleCost: "减：处置费用 {{deductionYuan}}，占成交价 {{rate}}",
  enforcementFee: "减：执行费 {{deductionYuan}}，按债权总额分段累计并按评估价分摊",
  seniorClaimsStated: "减：在先权利 {{deductionYuan}}，按清单所列金额",
  seniorClaimsByRank: "减：在先权利 {{deductionYuan}}，清单未列金额，按第 {{lienRank}} 顺位推定",
  aboveSecuredCap: "减：超出最高债权额 {{capYuan}} 的部分 {{deductionYuan}}",
  claimCap: "减：超出债权总额 {{claimYuan}} 的部分，归债务人或后顺位债权人",
  cashRoute:
    "现金清收回收现值：抵押物处置后剩余债权 {{remainingYuan}}，分层为{{segment}}，首月回收率 {{rate}}，逐月保留比例 {{decayRate}}，滞后 {{lagMonths}} 个月，累计回收率 {{share}}",
  cashYear: "第 {{fromMonth}} 至 {{toMonth}} 个月现金回收 {{cashYuan}}",
  costs: "清收成本现值",
  servicerCollateral: "抵押物处置回收的清收服务费，费率 {{rate}}",
  counselCollateral: "抵押物处置回收的律师费，费率 {{rate}}",
  servicerCash: "现金回收的清收服务费，费率 {{rate}}",
  fileCost: "档案及立项费用 {{feeYuan}}，第 {{month}} 个月支付",
  acceptanceFee: "案件受理费 {{feeYuan}}，以债权总额 {{baseYuan}} 为基数，第 {{month}} 个月预交",
  preservationFee: "财产保全费 {{feeYuan}}，以债权总额 {{baseYuan}} 为基数，第 {{month}} 个月交纳",
};
