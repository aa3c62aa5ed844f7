import { type FigureInput, figureRoot } from "../../../../main/engine/explain/explain-figure.ts";
import { lineOf, openNode, type RoundedNode } from "../../../../main/engine/explain/figure-node.ts";
import type { FigureLine } from "../../../../shared/domain/figure-trace.ts";

/** Lines opened below each line: the first ones and the last, so that a walk meets every kind of line in time. */
function toOpen(nodes: readonly RoundedNode[], widest: number): readonly RoundedNode[] {
  const open = nodes.filter(({ node }) => node.open !== null);
  return open.length <= widest ? open : [...open.slice(0, widest - 1), ...open.slice(-1)];
}

/**
 * Opens a figure level by level and answers what is wrong: a level whose adding lines are not the opened line's amount
 * to the fen, an amount that is no whole number, and what `faultsOf` finds.
 */
export function faultyLines(input: FigureInput, faultsOf: (line: FigureLine) => string[] = () => [], widest = 3): string[] {
  return faultsBelow(figureRoot(input), "", faultsOf, widest);
}

function faultsBelow(opened: RoundedNode, above: string, faultsOf: (line: FigureLine) => string[], widest: number): string[] {
  const below = openNode(opened);
  const line = lineOf(opened);
  const lines = below.map(lineOf);
  const at = `${above} / ${line.id} ${line.key}`;
  const adding = lines.filter(({ adds }) => adds);
  const faults = [line, ...lines].flatMap(faultsOf);
  const isBad = (number: number | null): boolean => number !== null && (!Number.isFinite(number) || Object.is(number, -0));
  for (const { id, number, amountFen } of [line, ...lines]) {
    if (isBad(number) || isBad(amountFen) || (amountFen !== null && !Number.isSafeInteger(amountFen))) faults.push(`${at}: ${id} is no number`);
  }
  if (new Set(lines.map(({ id }) => id)).size !== lines.length) faults.push(`${at}: two lines of one id`);
  if (line.kind === "money" && adding.length > 0) {
    const total = adding.reduce((sum, { amountFen }) => sum + (amountFen ?? Number.NaN), 0);
    if (total !== line.amountFen) faults.push(`${at}: ${total} is not ${line.amountFen}`);
  }
  if (line.kind === "years" && adding.length > 0) {
    const total = adding.reduce((sum, { number }) => sum + (number ?? Number.NaN), 0);
    if (!(Math.abs(total - (line.number ?? Number.NaN)) < 1e-9 * Math.max(1, Math.abs(total)))) faults.push(`${at}: ${total} is not ${line.number}`);
  }
  return faults.concat(toOpen(below, widest).flatMap((one) => faultsBelow(one, at, faultsOf, widest)));
}
