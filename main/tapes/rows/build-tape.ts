import type { TapeCounts, TapeSums } from "../../../shared/domain/import-report.ts";
import type { ParsedCollateral, ParsedLoan, ParsedTape } from "../../../shared/domain/parsed-tape.ts";
import { shareFields } from "../../../shared/domain/tape-fields.ts";
import type { TapeFinding } from "../../../shared/domain/tape-findings.ts";
import type { TapeMapping } from "../../../shared/domain/tape-mapping.ts";
import { displayCell } from "../cells/cell-text.ts";
import { identifierKey } from "../cells/parse-cells.ts";
import type { DateSystem, RawRow, RawSheet } from "../files/raw-sheet.ts";
import { TapeError } from "../files/tape-error.ts";
import { classifyRow } from "../header/classify-row.ts";
import { headerKey } from "../header/header-dictionary.ts";
import { cellOf, planSheets, type SheetPlan } from "../header/sheet-plan.ts";
import { readCollateralRow, type UnlinkedCollateral } from "./read-collateral-row.ts";
import { readLoanRow } from "./read-loan-row.ts";
import { SheetReconciler } from "./reconcile-tape.ts";
import type { RowProblem } from "./row-cells.ts";
import { joinSharedAssets } from "./same-asset.ts";

interface OpenSheet {
  readonly plan: SheetPlan;
  readonly reconciler: SheetReconciler;
  /** Known once the header row has passed. */
  headerContract: string;
  headerWidth: number;
}

/** Parses rows into a tape, one at a time, under a confirmed mapping. Collateral is joined when all rows are in. */
export class TapeBuilder {
  readonly #sheets: ReadonlyMap<string, OpenSheet>;
  readonly #dateSystem: DateSystem;
  readonly #cutOffDate: string | null;
  readonly #loans: ParsedLoan[] = [];
  readonly #contractByKey = new Map<string, string>();
  readonly #rejectedKeys = new Set<string>();
  readonly #collateral: UnlinkedCollateral[] = [];
  readonly #rejections: TapeFinding[] = [];
  readonly #warnings: TapeFinding[] = [];
  readonly #counts = { loanRows: 0, collateralRows: 0, skippedRows: 0 };

  constructor(mapping: TapeMapping, dateSystem: DateSystem) {
    this.#dateSystem = dateSystem;
    this.#cutOffDate = mapping.cutOffDate;
    this.#sheets = new Map(planSheets(mapping).map((plan) => [plan.name, { plan, reconciler: new SheetReconciler(plan), headerContract: "", headerWidth: 0 }]));
  }

  get sheetNames(): readonly string[] {
    return [...this.#sheets.keys()];
  }

  addRow(sheetName: string, row: RawRow): void {
    const sheet = this.#sheets.get(sheetName);
    if (sheet === undefined) throw new TapeError("sheetNotFound", { sheet: sheetName });
    const { plan } = sheet;
    if (row.rowNumber <= plan.lastHeaderRow) {
      // The lower of two header rows is empty under a merged cell.
      sheet.headerContract = headerKey(displayCell(cellOf(row, plan, "contractNo"))) || sheet.headerContract;
      sheet.headerWidth = Math.max(sheet.headerWidth, row.cells.length);
      for (const field of shareFields) if (/[%％]/.test(displayCell(cellOf(row, plan, field)))) plan.percentFields.add(field);
      return;
    }
    const rowClass = classifyRow(row, plan, sheet.headerContract);
    if (rowClass === "blank") return;
    if (rowClass === "record") {
      this.#warnOfExtraCells(sheet, row);
      if (plan.role === "loans") this.#addLoan(sheet, row);
      else this.#addCollateral(sheet, row);
      return;
    }
    this.#counts.skippedRows += 1;
    if (rowClass === "total") this.#warn(plan, row.rowNumber, sheet.reconciler.state(row));
  }

  finish(): ParsedTape {
    const collateral = this.#joinSharedAssets(this.#collateral.map((row) => this.#link(row)));
    const reconciliation = [...this.#sheets.values()].flatMap((sheet) => this.#reconcile(sheet));
    return {
      loans: this.#loans,
      collateral,
      rejections: this.#rejections,
      warnings: this.#warnings,
      counts: countTape(this.#loans, collateral, this.#counts),
      sums: sumTape(this.#loans, collateral),
      reconciliation,
      cutOffDate: this.#cutOffDate,
    };
  }

  #addLoan({ plan, reconciler }: OpenSheet, row: RawRow): void {
    this.#counts.loanRows += 1;
    const isKnown = (contractNo: string) => this.#contractByKey.has(identifierKey(contractNo));
    const read = readLoanRow(row, plan, this.#dateSystem, isKnown);
    reconciler.add(row, read.loan !== null);
    if (read.loan === null) {
      this.#rejections.push({ sheet: plan.name, row: row.rowNumber, ...read.rejection });
      const contract = displayCell(cellOf(row, plan, "contractNo"));
      if (contract !== "") this.#rejectedKeys.add(identifierKey(contract));
      return;
    }
    this.#loans.push(read.loan);
    this.#contractByKey.set(identifierKey(read.loan.contractNo), read.loan.contractNo);
    this.#warn(plan, row.rowNumber, read.problems);
  }

  #addCollateral({ plan, reconciler }: OpenSheet, row: RawRow): void {
    this.#counts.collateralRows += 1;
    const read = readCollateralRow(row, plan, this.#dateSystem);
    reconciler.add(row, read.collateral !== null);
    if (read.collateral === null) {
      this.#rejections.push({ sheet: plan.name, row: row.rowNumber, ...read.rejection });
      return;
    }
    this.#collateral.push(read.collateral);
    this.#warn(plan, row.rowNumber, read.problems);
  }

  #link(row: UnlinkedCollateral): ParsedCollateral {
    const key = identifierKey(row.contractNo);
    const contractNo = this.#contractByKey.get(key);
    if (contractNo !== undefined) return { ...row, contractNo, link: "joined", assetKey: null };
    const link = this.#rejectedKeys.has(key) ? "rejectedLoan" : "orphan";
    const code = link === "orphan" ? "collateralOrphan" : "collateralOfRejectedLoan";
    this.#warnings.push({ sheet: row.sheet, row: row.rowNumber, field: "contractNo", code, raw: row.contractNo });
    return { ...row, link, assetKey: null };
  }

  /** Rows that are one asset are sold once; the desk sees which. */
  #joinSharedAssets(rows: readonly ParsedCollateral[]): readonly ParsedCollateral[] {
    const { collateral, shared } = joinSharedAssets(rows);
    for (const { row, first } of shared) {
      this.#warnings.push({ sheet: row.sheet, row: row.rowNumber, field: "contractNo", code: "collateralShared", raw: first });
    }
    return collateral;
  }

  #reconcile({ plan, reconciler }: OpenSheet) {
    const lines = reconciler.lines();
    for (const { field, outcome, statedFen } of lines) {
      if (outcome !== "differs") continue;
      const raw = statedFen === null ? "" : (statedFen / 100).toFixed(2);
      this.#warnings.push({ sheet: plan.name, row: reconciler.statedRow, field, code: "statedTotalDiffers", raw });
    }
    return lines;
  }

  /** Cells right of the header mean that a value with the delimiter in it has moved the others. */
  #warnOfExtraCells({ plan, headerWidth }: OpenSheet, row: RawRow): void {
    const extra = row.cells
      .slice(headerWidth)
      .map(displayCell)
      .filter((text) => text !== "");
    if (headerWidth > 0 && extra.length > 0) {
      this.#warn(plan, row.rowNumber, [{ field: null, code: "columnCount", raw: extra.join(" | ").slice(0, 200) }]);
    }
  }

  #warn(plan: SheetPlan, row: number, problems: readonly (RowProblem | Pick<TapeFinding, "field" | "code" | "raw">)[]): void {
    for (const { field, code, raw } of problems) this.#warnings.push({ sheet: plan.name, row, field, code, raw });
  }
}

/** A tape from sheets that are in memory. */
export function buildTape(sheets: readonly RawSheet[], mapping: TapeMapping, dateSystem: DateSystem): ParsedTape {
  const builder = new TapeBuilder(mapping, dateSystem);
  for (const name of builder.sheetNames) {
    const sheet = sheets.find((candidate) => candidate.name === name);
    if (sheet === undefined) throw new TapeError("sheetNotFound", { sheet: name });
    for (const row of sheet.rows) builder.addRow(name, row);
  }
  return builder.finish();
}

function countTape(
  loans: readonly ParsedLoan[],
  collateral: readonly ParsedCollateral[],
  rows: Pick<TapeCounts, "loanRows" | "collateralRows" | "skippedRows">,
): TapeCounts {
  const linked = (link: ParsedCollateral["link"]) => collateral.filter((row) => row.link === link).length;
  return {
    ...rows,
    loansKept: loans.length,
    loansRejected: rows.loanRows - loans.length,
    ...countDebtors(loans),
    collateralKept: collateral.length,
    collateralRejected: rows.collateralRows - collateral.length,
    collateralJoined: linked("joined"),
    collateralOrphans: linked("orphan"),
    collateralOnRejectedLoans: linked("rejectedLoan"),
  };
}

/** By identifier, else by name; a row with the name only belongs to the debtor whose identifier another row gives. */
function countDebtors(loans: readonly ParsedLoan[]): Pick<TapeCounts, "debtors" | "loansWithoutDebtor"> {
  const ids = new Set<string>();
  const namesWithId = new Set<string>();
  const namesAlone = new Set<string>();
  let loansWithoutDebtor = 0;
  for (const { debtorId, debtorName } of loans) {
    const name = debtorName === null ? null : identifierKey(debtorName);
    if (debtorId !== null) {
      ids.add(identifierKey(debtorId));
      if (name !== null) namesWithId.add(name);
    } else if (name !== null) namesAlone.add(name);
    else loansWithoutDebtor += 1;
  }
  const alone = [...namesAlone].filter((name) => !namesWithId.has(name)).length;
  return { debtors: ids.size + alone, loansWithoutDebtor };
}

function sumTape(loans: readonly ParsedLoan[], collateral: readonly ParsedCollateral[]): TapeSums {
  const sums = { principalFen: 0, interestFen: 0, feesFen: 0, appraisalFen: 0, appraisalJoinedFen: 0 };
  for (const { principalFen, interestFen, feesFen } of loans) {
    sums.principalFen += principalFen;
    sums.interestFen += interestFen ?? 0;
    sums.feesFen += feesFen ?? 0;
  }
  for (const { appraisalFen, link } of collateral) {
    sums.appraisalFen += appraisalFen ?? 0;
    if (link === "joined") sums.appraisalJoinedFen += appraisalFen ?? 0;
  }
  return sums;
}
