import { writeFileSync } from "node:fs";
import type { TapeRecord } from "../../../shared/contract/tape-channels.ts";
import { corporateTape, statedByUser, type TestDesk } from "../pricing/test-desk.ts";
import { workbookOf } from "../pricing/workbook-of.ts";

const loanHead = ["合同编号", "债务人名称", "统一社会信用代码", "本金余额（元）", "利息（元）", "放款日期", "到期日期", "诉讼阶段", "管辖法院"];
const itemHead = ["合同编号", "抵押物类型", "坐落", "评估价值（元）"];

export type LoanLine = readonly (string | number | null)[];

/** The first tape of a seller: contract, debtor, identifier, principal, interest, drawdown, maturity, stage, court. */
export const firstLoans: readonly LoanLine[] = [
  ["HT-2020-0001", "洛阳甲置业有限公司", "91410300MA00000011", 8_000_000, 900_000, "2020-01-10", "2022-01-10", "已判决", "洛阳中院"],
  ["HT-2020-0002", "洛阳乙商贸有限公司", "91410300MA00000022", 5_000_000, 400_000, "2020-02-10", "2022-02-10", "执行中", "涧西法院"],
  ["HT-2020-0003", "孟津丙机械有限公司", "91410300MA00000033", 3_650_000, 510_000, "2020-03-10", "2022-03-10", "未诉", "孟津法院"],
  ["HT-2020-0004", "偃师丁建材有限公司", "91410300MA00000044", 2_200_000, 330_000, "2020-04-10", "2022-04-10", "未诉", "偃师法院"],
  ["HT-2020-0005", "伊川戊矿业有限公司", "91410300MA00000055", 6_400_000, 1_520_000, "2020-05-10", "2022-05-10", "未诉", "伊川法院"],
  ["HT-2020-0006", "新安己物流有限公司", "91410300MA00000066", 860_000, 15_000, "2020-06-10", "2022-06-10", "未诉", "新安法院"],
];
export const firstItems: readonly LoanLine[] = [
  ["HT-2020-0001", "商铺", "涧西区中州西路1号", 6_000_000],
  ["HT-2020-0002", "住宅", "西工区唐宫路8号", 1_850_000],
];

/** The corrected one: a number spelled otherwise, interest and stage moved on, loans dropped, renumbered and added, an item appraised anew and one more. */
export const secondLoans: readonly LoanLine[] = [
  ["新增-0009", "嵩县庚食品有限公司", "91410300MA00000099", 1_000_000, 20_000, "2021-01-10", "2023-01-10", "未诉", "嵩县法院"],
  ["ＨＴ－2020－0002", "洛阳乙商贸有限公司", "91410300MA00000022", 5_000_000, 450_000, "2020-02-10", "2022-02-10", "执行中", "涧西法院"],
  ["HT-2020-0001", "洛阳甲置业有限公司", "91410300MA00000011", 8_000_000, 900_000, "2020-01-10", "2022-01-10", "已判决", "洛阳中院"],
  ["HT-2020-0003", "孟津丙机械有限公司", "91410300MA00000033", 3_650_000, 560_000, "2020-03-10", "2022-03-10", "已诉", "孟津法院"],
  ["HT-2020-0004", "偃师丁建材有限公司", "91410300MA00000044", 2_200_000, 330_000, "2020-04-10", "2022-04-10", "未诉", "偃师法院"],
  ["HT-2020-0999", "伊川戊矿业有限公司", "91410300MA00000055", 6_100_000, 1_520_000, "2020-05-10", "2022-05-10", "未诉", "伊川法院"],
];
export const secondItems: readonly LoanLine[] = [
  ["HT-2020-0002", "商铺", "老城区中州东路2号", 700_000],
  ["HT-2020-0001", "商铺", "涧西区中州西路1号", 5_500_000],
  ["HT-2020-0002", "住宅", "西工区唐宫路8号", 1_850_000],
];

export async function importLines(
  desk: TestDesk,
  dealId: number,
  name: string,
  loans: readonly LoanLine[],
  items: readonly LoanLine[],
  cutOffDate = "2025-09-30",
): Promise<TapeRecord> {
  const path = desk.copyOf(corporateTape, name);
  writeFileSync(
    path,
    workbookOf([
      { name: "贷款清单", rows: [loanHead, ...loans] },
      { name: "抵押物", rows: [itemHead, ...items] },
    ]),
  );
  const fileToken = desk.admit(path);
  const { suggestedMapping } = await desk.tapes.inspect(fileToken);
  const sheets = suggestedMapping.sheets.map((sheet) => ({ ...sheet, unit: "yuan" as const }));
  return desk.tapes.import({ dealId, fileToken, encoding: null, mapping: { ...suggestedMapping, ...statedByUser, cutOffDate, sheets } });
}
