import type { AssumptionSources } from "../../shared/domain/assumptions.ts";

/** No public statistics of settlements or resales of single claims were found, so none is assumed before the desk has its own. */
export const exitsSource: AssumptionSources["exits"] = {
  sourceZh:
    "单笔债权和解、转让的概率与折扣未见公开统计，故概率默认为零，待以自有处置数据填列；比例与时间为本部门判断的起点。无担保及终结本次执行的债权多以此退出。破产中不得个别清偿：企业破产法第16条；债权转让：民法典第545、546条",
  sourceEn:
    "No public statistics of settlements and resales of single claims were found, so their probability is nil until the desk enters its own; shares and months are desk judgement to start from. Unsecured claims and those after terminated enforcement mostly end so. No single creditor is paid in bankruptcy: Enterprise Bankruptcy Law, Art 16; assignment: Civil Code, Arts 545, 546",
  asOf: "2025-11-30",
  sourced: false,
};
