import type { Database } from "better-sqlite3";
import { approvedStates } from "../../shared/domain/committee.ts";
import type { HeldDeal, KindCounts } from "../../shared/domain/held-data.ts";

const live = "tape_id IN (SELECT id FROM tape WHERE row_state <> 'removed')";

/** Each kind of data by the rows that hold some. */
const countQueries: Readonly<Record<keyof KindCounts, string>> = {
  debtorNames: `SELECT count(*) FROM loan WHERE debtor_name IS NOT NULL AND ${live}`,
  debtorIds: `SELECT count(*) FROM loan WHERE debtor_id IS NOT NULL AND ${live}`,
  guarantors: "SELECT count(*) FROM guarantor",
  addresses: "SELECT count(*) FROM collateral WHERE address IS NOT NULL",
  repayments: "SELECT count(*) FROM repayment",
  findings: "SELECT count(*) FROM tape_finding WHERE raw <> ''",
  edits: "SELECT count(*) FROM sheet_cell",
  estimates: "SELECT count(*) FROM debtor_estimate",
  runs: "SELECT count(*) FROM pricing_run",
  papers: "SELECT count(*) FROM submission",
  trail: "SELECT count(*) FROM audit_value",
  drafts: "SELECT count(*) FROM draft",
  persons: "SELECT count(*) FROM person",
};

export function countKinds(raw: Database): KindCounts {
  const counted = Object.entries(countQueries).map(([kind, query]) => [kind, Number(raw.prepare(query).pluck().get())]);
  return Object.fromEntries(counted) as KindCounts; // of the table's own keys
}

interface DealRow {
  readonly dealId: number;
  readonly name: string;
  readonly archived: number;
  readonly loans: number;
  readonly runs: number;
  readonly since: string | null;
  readonly retainUntil: string | null;
  readonly approved: number;
}

/** Each deal with what it holds, those that are due first. */
export function listHeldDeals(raw: Database, today: string): HeldDeal[] {
  const rows = raw
    .prepare<string[], DealRow>(
      `SELECT d.id AS dealId, d.name, d.archived,
        (SELECT coalesce(sum(t.loan_count), 0) FROM tape AS t WHERE t.deal_id = d.id AND t.row_state <> 'removed') AS loans,
        (SELECT count(*) FROM pricing_run AS r WHERE r.deal_id = d.id) AS runs,
        (SELECT min(t.imported_at) FROM tape AS t WHERE t.deal_id = d.id) AS since,
        k.until_day AS retainUntil,
        EXISTS (SELECT 1 FROM submission AS s WHERE s.deal_id = d.id AND s.state IN (${approvedStates.map(() => "?").join()})) AS approved
      FROM deal AS d LEFT JOIN deal_retention AS k ON k.deal_id = d.id ORDER BY d.id DESC`,
    )
    .all(...approvedStates);
  const deals = rows.map(({ archived, approved, ...row }) => ({
    ...row,
    isArchived: archived === 1,
    isApproved: approved === 1,
    isDue: isOver(row.retainUntil, today),
  }));
  return deals.toSorted((one, other) => Number(other.isDue) - Number(one.isDue));
}

/** Whether the last day for which data is kept lies behind. */
export const isOver = (until: string | null, today: string): boolean => until !== null && until < today;
