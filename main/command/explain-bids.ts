import { type CaseName, caseNames } from "../../shared/domain/codes.ts";
import type { FigureLine } from "../../shared/domain/figure-trace.ts";
import type { CommandDesk } from "./command-desk.ts";

/** A line of a trace with the lines below it. */
interface ExplainedLine extends Omit<FigureLine, "opens"> {
  readonly lines?: readonly ExplainedLine[];
}

export interface ExplainedBid {
  readonly caseName: CaseName;
  readonly trace: ExplainedLine;
}

/** Price, present value, years, segments, and the largest loans of each year and segment. */
const deepest = 4;

/** How the highest bid of each case comes about, down to the largest loans; the lines of a level add up to the fen. */
export async function explainBids({ figures }: CommandDesk, dealId: number): Promise<ExplainedBid[]> {
  const explained: ExplainedBid[] = [];
  for (const caseName of caseNames) explained.push({ caseName, trace: await openBelow(caseName, []) });
  return explained;

  async function openBelow(caseName: CaseName, path: readonly string[]): Promise<ExplainedLine> {
    const figure = { name: "maxBid", price: "maxBid", months: null, loanId: null } as const;
    const { line, lines } = await figures.explain(dealId, { caseName, figure, path });
    const below: ExplainedLine[] = [];
    for (const { opens, ...one } of lines) {
      const isOpened = opens && one.adds && path.length + 1 < deepest && !one.id.startsWith("others:");
      below.push(isOpened ? await openBelow(caseName, [...path, one.id]) : one);
    }
    const { opens: _opens, ...opened } = line;
    return { ...opened, lines: below };
  }
}
