import type { AssumptionSources, Assumptions } from "../../shared/domain/assumptions.ts";

/** The stay: six months to put a plan forward and three on extension. Who is struck off pays nothing; the rest is judgement. */
export const defaultConditions: Assumptions["conditions"] = {
  cashFactor: { operating: 1, suspended: 0.5, missing: 0.2, deregistered: 0 },
  terminatedFactor: 0.5,
  dividendShare: 0.05,
  dividendMonth: 36,
  reorganisationMonths: 9,
};

export const conditionsSource: AssumptionSources["conditions"] = {
  sourceZh:
    "重整期间担保权暂停行使：企业破产法第75条；重整计划草案六个月内提交、可延期三个月：第79条，计九个月。普通债权于破产费用、职工债权、税款之后按比例受偿：第113条；上海法院2007年6月至2018年6月审结破产案件450件，处置财产75.7亿元、化解债权417亿元（上海铁路运输法院课题组），即全部债权平均受偿至多18.2%，扣除担保债权及优先顺位后普通债权按5%计，为本部门判断。停产、失联、注销及终结本次执行对现金回收的折减未见公开统计，为本部门判断，须以自有处置数据校准",
  sourceEn:
    "Reorganisation suspends security: Enterprise Bankruptcy Law, Art 75; a plan within six months, three more on extension: Art 79, so nine. Ordinary claims share after costs, wages and taxes: Art 113; in the 450 bankruptcies that Shanghai's courts closed from June 2007 to June 2018 assets of 7.57 bn yuan met claims of 41.7 bn (study of the Shanghai Railway Court), 18.2 % of all claims at the most; 5 % for ordinary ones, behind secured and prior claims, is desk judgement. No public statistics were found for what suspended, missing or struck-off debtors pay, or after terminated enforcement: desk judgement, calibrate on own workout data",
  asOf: "2025-11-30",
  sourced: false,
};
