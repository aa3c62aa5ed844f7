/** 各回收路径的假设与结果；并入 pricing。 */
export const routeZh = {
  probability: "保证人实际代偿的概率",
  recoveryRate: "代偿金额占应代偿额",
  firstMonth: "首次代偿月份",
  windowMonths: "代偿期（逐月平均）",
  check: {
    limitationExpired: "诉讼时效届满的债权按零计",
    enforcementPeriodExpired: "申请执行期限届满的债权按零计",
    guaranteeExpired: "保证期间届满的保证人按零计",
  },
  court: "法院名称（与清单一致）",
  courtMonths: "较诉讼阶段推迟的月数",
  addCourt: "添加法院",
  removeCourt: "删除该法院",
  noCourts: "各法院均按诉讼阶段的时间测算。",
  commission: "拍卖佣金（线下拍卖，上限）",
  commissionBorne: "由拍卖款承担的佣金比例",
  acceptanceHalved: "减半收取受理费的案件比例",
  servicerRateGuarantor: "服务费（保证人代偿）",
};
