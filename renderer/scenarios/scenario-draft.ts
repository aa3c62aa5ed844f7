import type { CaseShifts, ScenarioShifts } from "../../shared/domain/assumptions.ts";
import type { Segment } from "../../shared/domain/codes.ts";
import type { Entered } from "../ui/fields/unread.ts";

/** Shifts as typed. */
export type ScenarioDraft = Readonly<Partial<Record<Segment | "all", Readonly<Partial<Record<keyof CaseShifts, Entered<number>>>>>>>;

export function draftOf({ all, segments }: ScenarioShifts): ScenarioDraft {
  return { all, ...(segments as ScenarioDraft) }; // a segment's shifts are a draft with no empty field
}

export function withShift(draft: ScenarioDraft, column: Segment | "all", key: keyof CaseShifts, next: Entered<number>): ScenarioDraft {
  return { ...draft, [column]: { ...draft[column], [key]: next } };
}

/** What is stored: empty fields of a segment, and segments without any, are left out; the schema judges the rest. */
export function scenarioOf({ all, ...segments }: ScenarioDraft): unknown {
  const stated = Object.entries(segments).map(
    ([segment, shifts]) => [segment, Object.fromEntries(Object.entries(shifts).filter(([, shift]) => shift !== null))] as const,
  );
  return { all, segments: Object.fromEntries(stated.filter(([, shifts]) => Object.keys(shifts).length > 0)) };
}
