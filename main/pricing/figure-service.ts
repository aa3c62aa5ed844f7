import type { CaseName } from "../../shared/domain/codes.ts";
import type { Figure, FigureLine, FigureTrace } from "../../shared/domain/figure-trace.ts";
import { DeskError } from "../../shared/result.ts";
import type { FigureInput } from "../engine/explain/explain-figure.ts";
import type { JobOptions } from "../jobs/job-runner.ts";
import { type SentColumns, sentColumns } from "../packages/held-columns.ts";
import type { PricedPackage } from "../runs/run-service.ts";
import type { LoanPages } from "./loan-pages.ts";

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
  readonly jobs: { run(task: "figureTask", input: FigureInput, options: JobOptions): Promise<FigureTrace> };
  readonly pricedOf: (dealId: number) => Promise<PricedPackage & { readonly pages: LoanPages }>;
}

/** Traces of figures, opened line by line in a worker. */
export function createFigureService({ jobs, pricedOf }: FigureServiceParts): FigureService {
  return {
    explain: async (dealId, { caseName, figure: { loanId, ...figure }, path }) => {
      const { loaded, terms, output, pages } = await pricedOf(dealId);
      const loan = loanId === null ? null : loanId - loaded.firstLoanId;
      if (loan !== null && (loan < 0 || loan >= loaded.columns.loanCount)) throw new DeskError("pricing.loanNotFound", { loanId: loanId ?? 0 });
      const input: FigureInput & SentColumns = {
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
      const [line, ...lines] = await named([trace.line, ...trace.lines], pages, loaded.firstLoanId, caseName);
      return line === undefined ? trace : { line, lines };
    },
  };
}

/** The engine knows loans by index; a reader knows them by contract and debtor. */
async function named(lines: readonly FigureLine[], pages: LoanPages, firstLoanId: number, caseName: CaseName): Promise<FigureLine[]> {
  const loanOf = ({ values }: FigureLine) => (typeof values["loan"] === "number" ? values["loan"] : null);
  const indexes = [...new Set(lines.map(loanOf).filter((loan) => loan !== null))];
  const rows = await pages.rows(indexes, caseName);
  const texts = new Map(rows.map(({ loanId, contractNo, debtorName }) => [loanId - firstLoanId, { contractNo, debtorName }]));
  return lines.map((line) => {
    const loan = loanOf(line);
    return loan === null ? line : { ...line, values: { ...line.values, ...texts.get(loan) } };
  });
}
