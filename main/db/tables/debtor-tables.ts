import type { Generated } from "kysely";
import type { MarginBasis, ValuationMethod } from "../../../shared/domain/debtor-sheet.ts";
import type { Fixed } from "./column-types.ts";

/** What the desk says of a debtor of a deal: a line of the debtor sheet, with its own estimates of the low and the high case. */
interface DebtorEstimateTable {
  id: Generated<number>;
  deal_id: Fixed<number>;
  /** By what the debtor is known on whatever tape: `id:` and its identifier, else `name:` and its name, else `contract:`. */
  debtor_key: Fixed<string>;
  /** As it was called when the line was typed. */
  debtor_name: string;
  group_name: string;
  method: ValuationMethod | null;
  low_gross_fen: number | null;
  low_costs_fen: number | null;
  low_months: number | null;
  low_discount_rate: number | null;
  low_margin: number | null;
  high_gross_fen: number | null;
  high_costs_fen: number | null;
  high_months: number | null;
  high_discount_rate: number | null;
  high_margin: number | null;
  low_weight: number | null;
  margin_basis: MarginBasis;
  underwriter: string;
  underwritten_on: string | null;
  evidence: string;
  note: string;
  typed_by: string;
  typed_at: string;
}

/** What a line was after each change, undone ones too; triggers write it. */
interface DebtorEstimateLogTable {
  id: Generated<number>;
  deal_id: Fixed<number>;
  debtor_key: Fixed<string>;
  logged_at: Fixed<string>;
  /** Whether what is priced changed with it. */
  is_priced: Fixed<number>;
  /** The line as JSON by column; null: it was taken away. */
  content: Fixed<string | null>;
}

/** Whether debtors with one identifier in several packages are the same. */
interface DebtorLinkTable {
  id: Generated<number>;
  debtor_key: Fixed<string>;
  is_same: number;
}

export interface DebtorTables {
  debtor_estimate: DebtorEstimateTable;
  debtor_estimate_log: DebtorEstimateLogTable;
  debtor_link: DebtorLinkTable;
}
