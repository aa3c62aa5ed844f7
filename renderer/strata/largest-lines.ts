import type { StrataFigures, StrataLine, StrataTable } from "../../shared/domain/strata.ts";
import { shareOf } from "./measure-text.ts";

interface LargestLine {
  readonly line: StrataLine;
  readonly figures: StrataFigures;
  /** Of the package. */
  readonly share: number | null;
  /** With all lines above it. */
  readonly together: number | null;
}

const shownLines = 10;

/** The largest strata by the measure, the line of all others left out. */
export function largestLines({ rows, rowTotals, total, measure }: StrataTable): readonly LargestLine[] {
  let sum = 0;
  return rows
    .flatMap((line, at) => {
      const figures = rowTotals[at];
      return line.rest > 0 || figures === undefined ? [] : [{ line, figures }];
    })
    .toSorted((one, other) => other.figures[measure] - one.figures[measure])
    .slice(0, shownLines)
    .map(({ line, figures }) => {
      sum += figures[measure];
      return { line, figures, share: shareOf(figures[measure], total[measure]), together: measure === "debtors" ? null : shareOf(sum, total[measure]) };
    });
}
