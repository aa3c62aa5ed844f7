import type { ChosenFile } from "../../shared/contract/tape-channels.ts";
import type { TapeUnit } from "../../shared/domain/tape-units.ts";

/** A tape that came with the registration of its deal. */
interface ArrivingTape {
  readonly dealId: number;
  readonly file: ChosenFile;
  /** Of its amounts, where the user said or let stand what was proposed. */
  readonly unit: TapeUnit | null;
}

let arriving: ArrivingTape | null = null;

/** Leaves a tape for the deal's own screen, which is opened next. */
export function leaveTape(tape: ArrivingTape): void {
  arriving = tape;
}

/** The tape that was left for the deal, once. */
export function takeLeftTape(dealId: number): ArrivingTape | null {
  const left = arriving?.dealId === dealId ? arriving : null;
  arriving = null;
  return left;
}
