import type { BidBridge, BridgeCause } from "../../shared/domain/bid-bridge.ts";
import type { CaseName } from "../../shared/domain/codes.ts";

/** Loans of a cause: places in `loans`, their fen by case, and by case the order from the largest move to the smallest. */
export interface CauseLoans {
  readonly cause: BridgeCause;
  readonly places: Uint32Array;
  readonly fen: Readonly<Record<CaseName, Float64Array>>;
  readonly order: Readonly<Record<CaseName, Uint32Array>>;
}

/** A bridge with the loans behind it. */
export interface OpenBridge {
  readonly bridge: BidBridge;
  readonly causes: readonly CauseLoans[];
  /** Loans with a part in some cause, by their place; others stay behind. */
  readonly loans: ReadonlyMap<number, BridgedLoan>;
}

export interface BridgedLoan {
  readonly contractNo: string;
  readonly debtorName: string | null;
  readonly fate: "kept" | "dropped" | "added";
}
