import type { AssumptionSources, Assumptions } from "../../shared/domain/assumptions.ts";

/** Surplus: half, for others stand by it whom nobody has asked. Land: the usual premium. Buyers and arrears: what a desk sets aside before it has asked. Takeover: 60 days and 15, and the courts' time. */
export const defaultPriorities: Assumptions["priorities"] = {
  landPremiumShare: 0.4,
  homebuyerShare: 0.1,
  taxArrearsShare: 0.01,
  wageShare: 0.1,
  seizureRivalShare: 0.5,
  waitingMonths: 6,
  propertyFeeRate: 0.003,
  propertyFeeMonths: 36,
  surplusShare: 0.5,
};

export const prioritiesSource: AssumptionSources["priorities"] = {
  sourceZh:
    "顺位依据：土地出让金先于抵押权（城市房地产管理法第51条、担保制度解释第50条）；欠税发生在抵押之前的先于抵押权（税收征管法第45条）；商品房消费者先于工程款及抵押权（法释〔2023〕1号、〔2025〕10号）；破产中职工债权先于普通债权（企业破产法第113条）；首封与轮候（民诉法解释第514条）；优先债权人移送处置（法释〔2016〕6号：首封后六十日未处分，首封法院十五日内移送）；抵押物变价超出所担保债权的部分归抵押人（民法典第413条），同户其余债权以普通债权人身份受偿（民诉法解释第506、508、514条），他人同时参与，故取一半；物业费欠款由买受人承担而压低成交价，按每月每平方米约三元、房价约一万二千元计，每年约为评估价0.3%，诉讼时效三年（民法典第188、944条），自逾期起计至首轮处置。各比例及等待月数未见公开统计，为本部门判断，须以尽调替代",
  sourceEn:
    "Ranks: premium of the grant before the mortgage (Urban Real Estate Administration Law, Art 51; Security Interpretation, Art 50); taxes owed from before it (Tax Collection Law, Art 45); buyers of homes before construction price and mortgage (Fa Shi [2023] 1, [2025] 10); wages before ordinary claims in bankruptcy (Enterprise Bankruptcy Law, Art 113); order of seizure (Civil Procedure Interpretation, Art 514); takeover of the sale by a preferred creditor (Fa Shi [2016] 6: 60 days without a sale, then 15); what a sale brings above the secured claim is the mortgagor's (Civil Code, Art 413) and reached by our other claims on the debtor as ordinary ones (Civil Procedure Interpretation, Arts 506, 508, 514), where others stand by, hence one half; property fees in arrears are borne by buyers, who bid less: some 3 yuan a month and square metre on prices of 12,000, so 0.3 % of the appraisal a year, limited to three years (Civil Code, Arts 188, 944), from default to the first round. No public statistics were found for the shares and the months: desk judgement, to be replaced by due diligence",
  asOf: "2025-11-30",
  sourced: false,
};
