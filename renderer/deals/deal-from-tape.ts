import { type DealInput, newDeal } from "../../shared/contract/deal-channels.ts";
import type { ChosenFile } from "../../shared/contract/tape-channels.ts";
import type { TapeInspection } from "../../shared/domain/tape-mapping.ts";
import type { TapeUnit } from "../../shared/domain/tape-units.ts";
import { proposeUnit } from "../../shared/domain/unit-evidence.ts";

/** A deal that begins with its tape: what the file says of it, to be confirmed or corrected. */
export interface DealFromTape {
  readonly file: ChosenFile;
  readonly deal: DealInput;
  /** Of the amounts of its loans, as the file states it; null where it doesn't, since none is guessed. */
  readonly unit: TapeUnit | null;
  /** What its numbers speak for where it states none: advice, taken by the user alone. */
  readonly likelyUnit: TapeUnit | null;
}

const mostName = 120;
const statedSeller = /(?:转让方|出让方|卖方|委托方|转让人|seller|transferor)\s*:\s*([^\s,;|]+(?: (?!\S*:)[^\s,;|]+)*)/i;
/** A house that sells such claims, with its branch. */
const house =
  /[\p{Script=Han}（）()]{2,30}?(?:银行|农商行|信用联?社|信托|消费金融|资产管理|小额贷款|融资租赁|汽车金融)(?:股份有限公司|有限责任公司|有限公司)?(?:\p{Script=Han}{2,10}?(?:分行|支行))?/u;

/** The file's name without its ending, as a deal is called. */
const nameOf = (fileName: string): string =>
  fileName
    .normalize("NFC")
    .replace(/\.[^.]*$/, "")
    .replaceAll(/[_\s]+/g, " ")
    .trim()
    .slice(0, mostName);

/** The seller as a title line states it, else the house that a title line or the file's name begins with; empty where none is named. */
function sellerOf(fileName: string, { sheets }: TapeInspection): string {
  const lines = sheets.flatMap(({ titleLines }) => titleLines);
  const stated = lines.map((line) => statedSeller.exec(line.normalize("NFKC"))?.[1]).find((found) => found !== undefined);
  const named = [...lines, fileName].map((line) => house.exec(line.normalize("NFKC"))?.[0]).find((found) => found !== undefined);
  return (stated ?? named ?? "").trim().slice(0, mostName);
}

function unitsOf(inspection: TapeInspection): Pick<DealFromTape, "unit" | "likelyUnit"> {
  const { suggestedMapping: mapping } = inspection;
  const loans = mapping.sheets.find(({ role }) => role === "loans");
  if (loans === undefined || loans.unit !== null) return { unit: loans?.unit ?? null, likelyUnit: null };
  return { unit: null, likelyUnit: proposeUnit(loans.name, inspection, mapping, newDeal.kind)?.unit ?? null };
}

/** Name, seller, cut-off date and unit of a new deal, as its tape says. */
export function dealFromTape(file: ChosenFile, inspection: TapeInspection): DealFromTape {
  const { cutOffDate } = inspection.suggestedMapping;
  const deal = { ...newDeal, name: nameOf(file.fileName), seller: sellerOf(file.fileName, inspection), cutOffDate };
  return { file, deal, ...unitsOf(inspection) };
}
