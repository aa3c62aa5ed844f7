import type { FigureLine } from "../../../shared/domain/figure-trace.ts";
import { EngineInputError } from "../engine-errors.ts";
import { resultFen } from "../numbers/engine-output.ts";
import { sumOf } from "../numbers/summation.ts";

/**
 * A line of a trace before it is rounded. Lines below are worked out only when the line is opened, so a trace down to a
 * million loans costs what is looked at.
 */
export interface FigureNode {
  readonly id: string;
  readonly key: string;
  readonly values: FigureLine["values"];
  readonly kind: FigureLine["kind"];
  /** Money lines: exact yuan. */
  readonly yuan: number | null;
  /** Whole fen of a line that is itself a figure of the result: the same wherever it is shown. Null: rounded with its neighbours. */
  readonly ownFen: number | null;
  readonly number: number | null;
  readonly adds: boolean;
  readonly open: (() => FigureNode[]) | null;
}

/** A line of money. */
export interface MoneyNode extends FigureNode {
  readonly yuan: number;
}

/** A line that is given in whole fen already, as the figures of a result are. */
export interface RoundedNode {
  readonly node: FigureNode;
  readonly fen: number | null;
}

type LineParts = {
  readonly ownFen?: number | null;
  readonly values?: FigureLine["values"];
  readonly adds?: boolean;
  readonly open?: (() => FigureNode[]) | null;
};

/** A line of money; receipts positive, payments negative, yuan. */
export function moneyNode(id: string, key: string, yuan: number, { values = {}, ownFen = null, adds = true, open = null }: LineParts = {}): MoneyNode {
  return { id, key, values, kind: "money", yuan: yuan + 0, ownFen, number: null, adds, open };
}

/** A line that is no money: a rate, a multiple, a time, or only a remark. */
export function numberNode(
  id: string,
  key: string,
  kind: FigureLine["kind"],
  number: number | null,
  { values = {}, adds = false, open = null }: LineParts = {},
): FigureNode {
  return { id, key, values, kind, yuan: null, ownFen: null, number: number === null ? null : number + 0, adds, open };
}

/** The line as it leaves the engine. */
export function lineOf({ node, fen }: RoundedNode): FigureLine {
  const { id, key, values, kind, number, adds, open } = node;
  return { id, key, values, kind, amountFen: fen, number, adds, opens: open !== null };
}

/**
 * The lines below one, each in whole fen: those that add sum to it exactly (largest remainder, METHOD §1), whatever
 * their signs. An exact sum that is not the line's own is a bug, and said so rather than smoothed over.
 */
export function openNode({ node, fen }: RoundedNode): RoundedNode[] {
  const below = node.open?.() ?? [];
  const adding = below.filter((one): one is MoneyNode => one.adds && one.yuan !== null);
  const fens = fen === null || adding.length === 0 ? new Map<FigureNode, number>() : roundedLines(adding, fen);
  return below.map((one) => ({ node: one, fen: fens.get(one) ?? one.ownFen ?? (one.yuan === null ? null : resultFen(one.yuan, "trace")) }));
}

/** Figures of the result keep their own fen; the other lines share the rest. Where all are figures and still differ, all share. */
function roundedLines(adding: readonly MoneyNode[], totalFen: number): Map<FigureNode, number> {
  const figures = adding.flatMap((node) => (node.ownFen === null ? [] : [{ node, fen: node.ownFen }]));
  const figuresFen = sumOf(figures.map(({ fen }) => fen));
  const isFixed = figures.length < adding.length || figuresFen === totalFen;
  const sharing = isFixed ? adding.filter(({ ownFen }) => ownFen === null) : adding;
  const rounded = roundToSum(
    Float64Array.from(sharing, ({ yuan }) => yuan),
    totalFen - (isFixed ? figuresFen : 0),
    figures.length,
  );
  const fens = new Map<FigureNode, number>(sharing.map((one, index) => [one, rounded[index]]));
  if (isFixed) for (const { node, fen } of figures) fens.set(node, fen);
  return fens;
}

/** The line at the end of a path of ids. @throws EngineInputError outOfRange for an id that is not there */
export function followPath(root: RoundedNode, path: readonly string[]): RoundedNode {
  let reached = root;
  for (const id of path) {
    const next = openNode(reached).find(({ node }) => node.id === id);
    if (next === undefined) throw new EngineInputError("outOfRange", "path");
    reached = next;
  }
  return reached;
}

/**
 * Whole fen of parts in yuan that add up to `totalFen`: each is within a fen of its own value, but for float64's rounding
 * and for that of figures taken off the total before.
 */
export function roundToSum(partsYuan: Float64Array, totalFen: number, figureCount = 0): Float64Array {
  const exact = partsYuan.map((yuan) => yuan * 100);
  const parts = exact.map((fen) => Math.floor(fen));
  const remainders = exact.map((fen, index) => fen - parts[index]);
  const size = exact.reduce((sum, fen) => sum + Math.abs(fen), Math.abs(totalFen));
  const difference = totalFen - sumOf(exact);
  // Every line of a level may be a figure that was itself rounded before.
  if (!(Math.abs(difference) <= parts.length + figureCount + 2 + 1e-9 * size)) throw new Error(`lines of a trace are out by ${difference} fen`);
  let left = parts.length === 0 ? 0 : totalFen - sumOf(parts);
  const order = Array.from(parts, (_, index) => index).sort((one, other) => remainders[other] - remainders[one] || one - other);
  while (left !== 0) {
    const step = Math.sign(left);
    for (const index of step > 0 ? order : order.toReversed()) {
      if (left === 0) break;
      parts[index] += step;
      left -= step;
    }
  }
  return parts.map((fen) => fen + 0);
}
