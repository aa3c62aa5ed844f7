import { create } from "zustand";
import { defaultGapRanges, defaultGridAxes, defaultTornadoRanges } from "../../shared/domain/scenario-defaults.ts";
import type { GapRanges, GridAxes, SensitivityMeasure, TornadoRanges } from "../../shared/domain/scenario-results.ts";
import type { ShiftKey } from "../../shared/domain/shifts.ts";
import type { Entered, UnderEdit } from "../ui/fields/unread.ts";

/** What the desk last asked, valid or not; kept while it looks at other views. */
interface AnalysisSettings {
  readonly ranges: UnderEdit<TornadoRanges>;
  readonly tornadoMeasure: SensitivityMeasure;
  readonly axes: UnderEdit<GridAxes>;
  readonly gridMeasure: SensitivityMeasure;
  /** A driver, or the scenario whose multiple is sought. */
  readonly moved: ShiftKey | number;
  readonly targetKind: "irr" | "profit" | "maxBid";
  /** A rate for the IRR; fen otherwise, where nothing stands for no profit and for our bid. */
  readonly targetRate: Entered<number>;
  readonly targetProfitFen: Entered<number>;
  readonly targetBidFen: Entered<number>;
  readonly gapRanges: UnderEdit<GapRanges>;
}

export const useAnalysisSettings = create<AnalysisSettings>()(() => ({
  ranges: defaultTornadoRanges,
  tornadoMeasure: "maxBid",
  axes: defaultGridAxes,
  gridMeasure: "maxBid",
  moved: "collateralValueShift",
  targetKind: "irr",
  targetRate: 0.08,
  targetProfitFen: 0,
  targetBidFen: null,
  gapRanges: defaultGapRanges,
}));

export function changeSettings(change: Partial<AnalysisSettings>): void {
  useAnalysisSettings.setState(change);
}
