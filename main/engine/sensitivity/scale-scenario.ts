import type { CaseShifts, ScenarioShifts, SegmentShifts } from "../../../shared/domain/assumptions.ts";
import { eachShift, type ShiftKey, shiftKeys, shiftTable } from "../../../shared/domain/shifts.ts";

/** A scenario is scaled to this multiple at the most. */
const MOST = 10;

/** The case moved λ of the way to a scenario, and beyond it for λ > 1; delays in whole months, half away from zero. */
export function scaleScenario(start: CaseShifts, scenario: ScenarioShifts, multiple: number): ScenarioShifts {
  const moved = (key: ShiftKey, to: number): number => {
    const shift = start[key] + multiple * (to - start[key]);
    const { kind, least, most } = shiftTable[key];
    const whole = kind === "months" ? Math.sign(shift) * Math.round(Math.abs(shift)) : shift;
    return Math.min(most, Math.max(least, whole)) + 0;
  };
  const all = eachShift((key) => moved(key, scenario.all[key]));
  const segments = Object.fromEntries(
    Object.entries(scenario.segments).map(([segment, shifts]) => [segment, movedSegment(shifts, moved)]),
  ) as ScenarioShifts["segments"]; // the same segments, the same keys
  return { all, segments };
}

function movedSegment(shifts: SegmentShifts, moved: (key: ShiftKey, to: number) => number): SegmentShifts {
  return Object.fromEntries(statedShifts(shifts).map(([key, to]) => [key, moved(key, to)]));
}

function statedShifts(shifts: SegmentShifts | CaseShifts): [ShiftKey, number][] {
  const stated: Partial<Record<ShiftKey, number | undefined>> = shifts;
  return shiftKeys.flatMap((key) => (stated[key] === undefined ? [] : [[key, stated[key]] satisfies [ShiftKey, number]]));
}

/** The greatest λ up to 10 at which every shift still lies within its limits. */
export function greatestMultiple(start: CaseShifts, scenario: ScenarioShifts): number {
  const targets = [scenario.all, ...Object.values(scenario.segments)].flatMap(statedShifts);
  const multiples = targets.map(([key, to]) => {
    const step = to - start[key];
    const { least, most } = shiftTable[key];
    return step === 0 ? MOST : ((step > 0 ? most : least) - start[key]) / step;
  });
  return Math.min(MOST, ...multiples);
}
