import type { CompanyRecord } from "../../shared/contract/company-channels.ts";
import { type CompanyPlan, type InstrumentInput, plannedQuarters, usualPlanOfCompany } from "../../shared/domain/company.ts";

const yi = (amount: number): number => Math.round(amount * 10_000_000_000);
const source = "虚构数据，仅供演示 / invented, for demonstration";

function quarter(quarterEnd: string, netAssets: number, borrowings: number, cash: number, invested: number): CompanyRecord {
  return {
    kind: "quarter",
    record: {
      quarterEnd,
      netAssetsFen: yi(netAssets),
      borrowingsFen: yi(borrowings),
      cashFen: yi(cash),
      liquidAssetsFen: yi(cash + 2.5),
      outflow30Fen: yi(5),
      inflow30Fen: yi(1),
      relatedClaimsFen: yi(3),
      investedAllFen: yi(invested),
      investedNplFen: yi(invested * 0.45),
      totalAssetsFen: yi((netAssets + borrowings) * 1.04),
      isConfirmed: false,
      source,
    },
  };
}

const debt = (kind: InstrumentInput["kind"], name: string, limit: number, drawn: number, rate: number, startsOn: string, maturesOn: string): CompanyRecord => ({
  kind: "instrument",
  record: { kind, name, limitFen: yi(limit), drawnFen: yi(drawn), rate, startsOn, maturesOn, covenants: kind === "bank" ? "资产负债率不高于 75%" : "" },
});

const exposure = (name: string, groupName: string, balance: number, isRelated = false): CompanyRecord => ({
  kind: "exposure",
  record: { name, identifier: "", groupName, balanceFen: yi(balance), isRelated },
});

/** A company that does not exist, so that a new user sees every page of it filled beside the sample deal. */
export const sampleRecords: readonly CompanyRecord[] = [
  quarter("2025-03-31", 39.2, 80, 9.5, 6),
  quarter("2025-06-30", 39.6, 82, 8.8, 14),
  quarter("2025-09-30", 40, 84, 12, 21),
  debt("bank", "示例银行流动资金贷款", 30, 24, 0.0385, "2024-03-20", "2026-03-20"),
  debt("bank", "示例银行并购贷款", 20, 12, 0.041, "2024-12-15", "2027-12-15"),
  debt("bond", "示例资产2024年第一期中期票据", 20, 20, 0.0432, "2024-06-18", "2027-06-18"),
  debt("bond", "示例资产2023年第二期公司债", 15, 15, 0.0455, "2023-11-10", "2026-11-10"),
  debt("shareholderLoan", "示例控股股东借款", 20, 13, 0.05, "2025-01-10", "2028-01-10"),
  exposure("示例城建集团有限公司", "示例城建系", 2.1),
  exposure("示例置业有限公司", "示例城建系", 1.3),
  exposure("示例物流有限公司", "", 0.8, true),
];

/** Collections of its first four quarters, which go on from year to year. */
const yearly = [3, 3.2, 2.8, 3.5];

export const samplePlan: CompanyPlan = {
  ...usualPlanOfCompany,
  companyName: "示例资产管理有限公司（虚构）",
  floorFen: yi(2),
  plannedAfter: "2025-09-30",
  collectionsFen: Array.from({ length: plannedQuarters }, (_none, at) => yi(yearly[at % yearly.length] ?? 0)),
  opexFen: yi(0.15),
  refinancingShare: 0.9,
  dealDebtShare: 0.5,
  isExposureListComplete: true,
};
