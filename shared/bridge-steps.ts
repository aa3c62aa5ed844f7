import type { BidBridge } from "./domain/bid-bridge.ts";
import { type CaseName, caseNames } from "./domain/codes.ts";

/** A bar of a waterfall: a highest bid from nothing, or a move from where the one before it ended, fen. */
export interface BridgeStep {
  readonly key: "from" | "to" | "engine" | BidBridge["causes"][number]["cause"];
  readonly fromFen: number;
  readonly toFen: number;
  readonly isTotal: boolean;
}

export const hasEngineMove = (engine: BidBridge["engine"]): boolean => caseNames.some((name) => engine[name] !== 0);

/** The bid before, a step per cause, the bid after. */
export function bridgeSteps({ from, to, causes, engine }: BidBridge, caseName: CaseName): BridgeStep[] {
  let level = from[caseName];
  const step = (key: BridgeStep["key"], fen: number): BridgeStep => {
    const fromFen = level;
    level += fen;
    return { key, fromFen, toFen: level, isTotal: false };
  };
  return [
    { key: "from", fromFen: 0, toFen: from[caseName], isTotal: true },
    ...causes.map(({ cause, moves }) => step(cause, moves[caseName])),
    ...(hasEngineMove(engine) ? [step("engine", engine[caseName])] : []),
    { key: "to", fromFen: 0, toFen: to[caseName], isTotal: true },
  ];
}

/** An axis of amounts in some unit that begins near the lowest bar, since moves are small beside the bids. */
interface BridgeAxis {
  readonly floor: number;
  /** From the floor to the end of the longest bar, and between two labels. */
  readonly span: number;
  readonly step: number;
}

/** Round numbers, about five to the span of the moves. */
export function bridgeAxis(steps: readonly BridgeStep[], fenPerUnit: number): BridgeAxis {
  const levels = steps.flatMap(({ fromFen, toFen, isTotal }) => (isTotal ? [toFen] : [fromFen, toFen])).map((fen) => fen / fenPerUnit);
  const [least, most] = [Math.min(...levels), Math.max(...levels)];
  const rough = (most - least || Math.abs(most) || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((digit) => digit * power >= rough) ?? 10);
  const floor = (Math.ceil(least / step) - 1) * step;
  return { floor, span: most - floor, step };
}
