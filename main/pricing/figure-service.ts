import type { CaseName } from "../../shared/domain/codes.ts";
import type { Figure, FigureLine, FigureTrace } from "../../shared/domain/figure-trace.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import { sentColumns } from "../packages/held-columns.ts";
import { idAt, type LoanIds, placeOfId } from "../tapes/loan-ids.ts";
import { readStatedLoans } from "./loan-row-queries.ts";
import type { PricingService } from "./pricing-service.ts";
import type { FigureTaskInput, PricingTasks } from "./pricing-tasks.ts";

/** A figure of the latest pricing, and the lines opened on the way down. */
interface FigureQuery {
  readonly caseName: CaseName;
  readonly figure: Figure;
  readonly path: readonly string[];
}

export interface FigureService {
  /** One line of the trace of a figure with the lines below it; loans carry contract and debtor. */
  explain(dealId: number, query: FigureQuery): Promise<FigureTrace>;
}

interface FigureServiceParts {
  readonly db: DeskDatabase;
  readonly jobs: Pick<JobRunner<PricingTasks>, "run">;
  readonly pricing: Pick<PricingService, "latest">;
}

/** Traces of figures, opened line by line in a worker. */
export function createFigureService({ db, jobs, pricing }: FigureServiceParts): FigureService {
  /** The engine knows loans by index; a reader knows them by contract and debtor. */
  const named = async (lines: readonly FigureLine[], ids: LoanIds): Promise<FigureLine[]> => {
    const loanOf = ({ values }: FigureLine) => (typeof values["loan"] === "number" ? values["loan"] : null);
    const indexes = new Set(lines.map(loanOf).filter((loan) => loan !== null));
    if (indexes.size === 0) return [...lines];
    const loans = await readStatedLoans(
      db.kysely,
      [...indexes].map((index) => idAt(ids, index)),
    );
    const texts = new Map(loans.map((loan) => [placeOfId(ids, loan.id), { contractNo: loan.contract_no, debtorName: loan.debtor_name ?? "" }]));
    return lines.map((line) => {
      const loan = loanOf(line);
      return loan === null ? line : { ...line, values: { ...line.values, ...texts.get(loan) } };
    });
  };

  return {
    explain: async (dealId, { caseName, figure: { loanId, ...figure }, path }) => {
      const { loaded, terms, output } = await pricing.latest(dealId);
      const loan = loanId === null ? null : placeOfId(loaded.ids, loanId);
      if (loanId !== null && loan === null) throw new DeskError("pricing.loanNotFound", { loanId: loanId ?? 0 });
      const input: FigureTaskInput = {
        ...sentColumns(loaded),
        assumptions: terms.assumptions,
        shifts: terms.cases[caseName],
        caseName,
        bidPriceFen: output.result.bidPriceFen,
        isBidEntered: terms.bidPriceFen !== null,
        cutOffDate: loaded.cutOffDate,
        figure: { ...figure, loan },
        path,
        allocatedFen: output.allocatedFen,
      };
      const trace = await jobs.run("figureTask", input, { kind: "price" });
      const [line, ...lines] = await named([trace.line, ...trace.lines], loaded.ids);
      return line === undefined ? trace : { line, lines };
    },
  };
}
