import type { DealKind } from "./codes.ts";
import type { TapeField } from "./tape-fields.ts";
import type { SheetInspection, SheetMapping, TapeInspection, TapeMapping } from "./tape-mapping.ts";
import { powerOfUnit, type TapeUnit } from "./tape-units.ts";

/**
 * What speaks for a unit of a sheet: `perLoan` the typical claim (or appraisal) of a row, `toClaim` typical appraisals beside
 * typical claims, `statedTotal` a sum that the file states in words.
 */
type EvidenceCode = "perLoan" | "toClaim" | "statedTotal";

interface UnitEvidence {
  readonly code: EvidenceCode;
  /** Yuan of a typical row, or the ratio, in the unit that is chosen and in the one proposed. */
  readonly chosen: number | null;
  readonly proposed: number;
  /** What the file states, or what is usual. */
  readonly from: number;
  readonly to: number;
}

export interface UnitProposal {
  readonly unit: TapeUnit;
  readonly evidence: readonly UnitEvidence[];
}

/** Units that sellers use. */
const usualUnits = ["yuan", "qianYuan", "wanYuan", "yiYuan"] as const satisfies readonly TapeUnit[];

/** Between what the typical claim of a loan lies, in yuan. The desk's own judgement; nothing is refused for it. */
const usualClaims: Readonly<Record<DealKind, readonly [from: number, to: number]>> = {
  corporateBulk: [100_000, 1_000_000_000],
  singleCorporate: [100_000, 10_000_000_000],
  retailBulk: [500, 3_000_000],
  other: [500, 1_000_000_000],
};
/** Between what the typical appraisal lies, as a multiple of the typical claim. */
const usualRatios = [0.02, 50] as const;
/** A sum of typical rows is this near to the one stated, as a factor. */
const totalFactor = 2.5;

/** Typical numbers of a sheet as they stand in the file, without a unit. */
interface SheetNumbers {
  readonly median: number;
  /** Rows × mean. */
  readonly total: number;
}

const claimFields: readonly TapeField[] = ["claimTotal", "principal"];
const appraisalFields: readonly TapeField[] = ["appraisal"];

function numbersOf(sheet: SheetInspection | undefined, mapping: SheetMapping | undefined, fields: readonly TapeField[]): SheetNumbers | null {
  // Rows that state their units are of no one unit.
  if (mapping?.columns.some(({ field }) => field === "amountUnit")) return null;
  for (const field of fields) {
    const column = mapping?.columns.find((one) => one.field === field && one.unit === null);
    const typical = sheet?.columns.find(({ index }) => index === column?.index)?.typical;
    if (sheet !== undefined && typical != null) return { median: typical.median, total: typical.mean * sheet.dataRowCount };
  }
  return null;
}

const scaled = (number: number, unit: TapeUnit): number => number * 10 ** powerOfUnit(unit);

/** Sums that the file states in words, in yuan: "债权总额合计12.3亿元". */
function statedTotals({ sheets }: TapeInspection): readonly number[] {
  const powers: Readonly<Record<string, number>> = { "": 0, 千: 3, 万: 4, 亿: 8 };
  return sheets.flatMap(({ titleLines }) =>
    titleLines.flatMap((line) =>
      [...line.normalize("NFKC").matchAll(/(?:合计|总计|总额|共计|total)[^\d]{0,12}(\d[\d,]*(?:\.\d+)?)\s*(千|万|亿|)元/gi)].map(
        ([, digits = "", word = ""]) => Number(digits.replaceAll(",", "")) * 10 ** (powers[word] ?? 0),
      ),
    ),
  );
}

/** One test of a unit: what it gives, and whether that is usual. */
interface Measure {
  readonly code: EvidenceCode;
  readonly of: (unit: TapeUnit) => number;
  readonly from: number;
  readonly to: number;
}

function measuresOf(name: string, inspection: TapeInspection, mapping: Pick<TapeMapping, "sheets">, dealKind: DealKind): readonly Measure[] {
  const partOf = (role: "loans" | "collateral") => {
    const chosen = mapping.sheets.find((sheet) => sheet.role === role);
    const fields = role === "loans" ? claimFields : appraisalFields;
    return {
      chosen,
      numbers: numbersOf(
        inspection.sheets.find((sheet) => sheet.name === chosen?.name),
        chosen,
        fields,
      ),
    };
  };
  const [loans, collateral] = [partOf("loans"), partOf("collateral")];
  const own = loans.chosen?.name === name ? loans : collateral.chosen?.name === name ? collateral : null;
  if (own?.numbers == null) return [];
  const { median, total } = own.numbers;
  const isLoans = own === loans;
  const other = isLoans ? collateral : loans;
  const otherYuan = other.numbers !== null && other.chosen?.unit != null ? scaled(other.numbers.median, other.chosen.unit) : null;
  const [from, to] = usualClaims[dealKind];
  const perLoan: Measure = { code: "perLoan", of: (unit) => scaled(median, unit), from, to };
  const ratio = (otherMedian: number): Measure => ({
    code: "toClaim",
    of: (unit) => (isLoans ? otherMedian / scaled(median, unit) : scaled(median, unit) / otherMedian),
    from: usualRatios[0],
    to: usualRatios[1],
  });
  const totals = isLoans
    ? statedTotals(inspection).map(
        (stated): Measure => ({ code: "statedTotal", of: (unit) => scaled(total, unit), from: stated / totalFactor, to: stated * totalFactor }),
      )
    : [];
  // Several sums may be stated: one that some unit agrees with is that of this list.
  const told = totals.filter((measure) => usualUnits.some((unit) => holds(measure, unit))).slice(0, 1);
  return [...(isLoans ? [perLoan] : []), ...(otherYuan === null || otherYuan === 0 ? [] : [ratio(otherYuan)]), ...told];
}

const holds = ({ of, from, to }: Measure, unit: TapeUnit): boolean => of(unit) >= from && of(unit) <= to;

/**
 * The one unit under which everything known of a sheet is usual, where the chosen one makes something unusual or none is
 * chosen; null where the chosen unit passes, or no single other one does.
 */
export function proposeUnit(name: string, inspection: TapeInspection, mapping: Pick<TapeMapping, "sheets">, dealKind: DealKind): UnitProposal | null {
  const chosen = mapping.sheets.find((sheet) => sheet.name === name)?.unit ?? null;
  const measures = measuresOf(name, inspection, mapping, dealKind);
  if (measures.length === 0 || (chosen !== null && measures.every((measure) => holds(measure, chosen)))) return null;
  const fits = usualUnits.filter((unit) => measures.every((measure) => holds(measure, unit)));
  const stated = inspection.sheets.find((sheet) => sheet.name === name)?.statedUnit ?? null;
  const unit = fits.length === 1 ? fits[0] : (fits.find((one) => one === stated) ?? mostUsual(fits));
  if (unit === undefined || unit === chosen) return null;
  const speaking = measures.filter((measure) => chosen === null || !holds(measure, chosen));
  return {
    unit,
    evidence: speaking.map((measure) => ({
      code: measure.code,
      chosen: chosen === null ? null : measure.of(chosen),
      proposed: measure.of(unit),
      from: measure.from,
      to: measure.to,
    })),
  };
}

/** Thousands are rare: they are proposed where nothing else fits. */
function mostUsual(fits: readonly TapeUnit[]): TapeUnit | undefined {
  const others = fits.filter((unit) => unit !== "qianYuan");
  return others.length === 1 ? others[0] : undefined;
}
