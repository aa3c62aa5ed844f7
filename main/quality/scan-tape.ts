import type { QualityField, QualityReport, RatioRange } from "../../shared/domain/quality.ts";
import { sheetColumns, sheetLists } from "../../shared/domain/sheet-fields.ts";
import { type DeskFile, WorkerConnection } from "../db/worker-connection.ts";
import type { TaskContext } from "../jobs/task-types.ts";
import { idRanges, type LoanIds } from "../tapes/loan-ids.ts";
import { ExceptionLog, type KindExceptions } from "./exception-log.ts";
import {
  type CheckedItem,
  type CheckedLoan,
  countPresent,
  countUnread,
  readCheckedGuarantors,
  readCheckedItems,
  readCheckedLoans,
  readPrints,
} from "./quality-queries.ts";
import { RatioLog } from "./ratio-log.ts";
import { guarantorExceptions, ItemTwins, itemExceptions, loanExceptions } from "./row-checks.ts";

export interface QualityScanInput {
  readonly desk: DeskFile;
  readonly tapeId: number;
  readonly ids: LoanIds;
  readonly cutOffDate: string | null;
}

export interface QualityScan {
  readonly fields: QualityReport["fields"];
  readonly kinds: readonly KindExceptions[];
  readonly ratios: readonly RatioRange[];
}

/** Loans read at once, with what hangs on them. */
const loansPerRead = 2000;

/** A price per area is one in yuan. */
const fenPerYuan = 100;

/** Looks at every row of a tape: what is stated, what is in doubt, and which of that nobody has confirmed. Rows pass by; an exception takes 32 bytes. */
export async function scanTape({ desk, tapeId, ids, cutOffDate }: QualityScanInput, context: TaskContext): Promise<QualityScan> {
  const connection = new WorkerConnection(desk);
  try {
    const { kysely } = connection;
    const [log, ratios, twins] = [new ExceptionLog(), new RatioLog(), new ItemTwins()];
    let done = 0;
    for (const range of idRanges(ids, loansPerRead)) {
      context.step(ids.count === 0 ? null : Math.min(1, done / ids.count));
      for (const loan of await readCheckedLoans(kysely, tapeId, range)) meetLoan(loan, cutOffDate, log, ratios);
      for (const item of await readCheckedItems(kysely, tapeId, range)) {
        meetItem(item, cutOffDate, log, ratios);
        log.add({ rowId: item.id, loanId: item.loan_id ?? 0 }, twins.exceptionsOf(item));
      }
      for (const guarantor of await readCheckedGuarantors(kysely, tapeId, range))
        log.add({ rowId: guarantor.id, loanId: guarantor.loan_id }, guarantorExceptions(guarantor));
      done += loansPerRead;
    }
    const ranges = ratios.finish(log);
    const unread = await countUnread(kysely, tapeId);
    const fields: QualityField[] = [];
    for (const list of sheetLists) {
      const { rows, present } = await countPresent(kysely, tapeId, list);
      for (const { field, table } of sheetColumns[list]) {
        if (table !== list) continue;
        const isLoanField = list === "loan" || field !== "contractNo";
        fields.push({ list, field, rows, present: present.get(field) ?? 0, ...log.doubtsOf(list, field), unread: isLoanField ? (unread.get(field) ?? 0) : 0 });
      }
    }
    return { fields, kinds: log.kinds(await readPrints(kysely, tapeId)), ratios: ranges };
  } finally {
    connection.close();
  }
}

function meetLoan(loan: CheckedLoan, cutOffDate: string | null, log: ExceptionLog, ratios: RatioLog): void {
  log.add({ rowId: loan.id, loanId: loan.id }, loanExceptions(loan, cutOffDate));
  // Without its interest a claim is the principal.
  if (loan.interest_fen === null) return;
  const above = loan.principal_fen + loan.interest_fen + (loan.fees_fen ?? 0);
  ratios.add("claimToPrincipal", null, { rowId: loan.id, loanId: loan.id, above, below: loan.principal_fen });
}

function meetItem(item: CheckedItem, cutOffDate: string | null, log: ExceptionLog, ratios: RatioLog): void {
  const loanId = item.loan_id ?? 0;
  log.add({ rowId: item.id, loanId }, itemExceptions(item, cutOffDate));
  const above = item.appraisal_fen ?? 0;
  ratios.add("appraisalToClaim", null, { rowId: item.id, loanId, above, below: item.claim_fen });
  ratios.add("pricePerArea", item.collateral_kind ?? "other", { rowId: item.id, loanId, above: above / fenPerYuan, below: item.area_sqm ?? 0 });
}
