import type { LoanRow } from "../../shared/contract/pricing-channels.ts";
import type { Language, MoneyUnit } from "../../shared/domain/codes.ts";
import type { ExportCell, ExportColumn, ExportKind } from "../../shared/domain/export-tables.ts";
import type { LoanListKey } from "../../shared/domain/loan-list.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { flatTexts, type TextKey } from "../../shared/locales/texts.ts";
import { type DeskFile, WorkerConnection } from "../db/worker-connection.ts";
import { listTask } from "../exports/export-tasks.ts";
import { idAt, type LoanIds } from "../tapes/loan-ids.ts";
import { type LoanFigures, loanRow } from "./loan-row.ts";
import { readStatedLoans } from "./loan-row-queries.ts";

/** Loans to be listed in a file, in their order. */
export interface LoanListSource extends LoanFigures {
  readonly desk: DeskFile;
  readonly ids: LoanIds;
  /** Places of the loans in the columns. */
  readonly indexes: Uint32Array;
  readonly keys: readonly LoanListKey[];
  readonly language: Language;
  readonly unit: MoneyUnit;
}

/** Loans read at once. */
const loansPerRead = 2000;

const kinds: Record<LoanListKey, ExportKind> = {
  contractNo: "identifier",
  debtorName: "text",
  litigationStage: "text",
  upbFen: "money",
  collateralRecoveryFen: "money",
  cashRecoveryFen: "money",
  ownRecoveryFen: "money",
  presentValueFen: "money",
  monthsToCash: "months",
  allocatedFen: "money",
  region: "text",
  fiveTierClass: "text",
  claimFen: "money",
  appraisalFen: "money",
  guarantorRecoveryFen: "money",
  costsFen: "money",
  validity: "text",
  fills: "text",
};

type Say = (key: TextKey) => string;

function cellOf(row: LoanRow, key: LoanListKey, say: Say): ExportCell {
  if (key === "litigationStage") return row.litigationStage === null ? null : say(`code.litigationStage.${row.litigationStage}`);
  if (key === "fiveTierClass") return row.fiveTierClass === null ? null : say(`code.fiveTierClass.${row.fiveTierClass}`);
  if (key === "validity") return row.failedChecks.map((check) => say(`loanFacts.check.${check}`)).join(say("pricing.loans.listSeparator"));
  if (key === "fills") return row.fills.map((rule) => say(`code.fillRule.${rule}`)).join(say("pricing.loans.listSeparator"));
  return row[key];
}

function columnOf(key: LoanListKey, say: Say, unitName: string): ExportColumn {
  const head = say(`pricing.loans.${key}`);
  const kind = kinds[key];
  return { kind, head: kind === "money" ? say("exports.headWithUnit").replace("{{head}}", head).replace("{{unit}}", unitName) : head };
}

async function* rowsOf(source: LoanListSource, say: Say): AsyncGenerator<readonly ExportCell[]> {
  const { desk, ids, indexes, keys } = source;
  const connection = new WorkerConnection(desk);
  try {
    for (let from = 0; from < indexes.length; from += loansPerRead) {
      const places = Array.from(indexes.subarray(from, from + loansPerRead));
      const read = await readStatedLoans(
        connection.kysely,
        places.map((index) => idAt(ids, index)),
      );
      const stated = new Map(read.map((loan) => [loan.id, loan]));
      for (const index of places) {
        const loan = stated.get(idAt(ids, index));
        if (loan === undefined) continue;
        const row = loanRow(source, index, loan);
        yield keys.map((key) => cellOf(row, key, say));
      }
    }
  } finally {
    connection.close();
  }
}

/** Writes the loans of a priced package to a file. */
export const exportLoans = listTask((source: LoanListSource) => {
  const say: Say = (key) => flatTexts[source.language][key] ?? key;
  const unitName = moneyUnitLabel(source.unit, source.language);
  return {
    name: say("pricing.loans.title"),
    columns: source.keys.map((key) => columnOf(key, say, unitName)),
    rowCount: source.indexes.length,
    rows: rowsOf(source, say),
  };
});
