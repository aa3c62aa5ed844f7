import type { ScenarioInput } from "../../shared/contract/scenario-channels.ts";
import type { CaseShifts, ScenarioShifts } from "../../shared/domain/assumptions.ts";
import { type Segment, segments } from "../../shared/domain/codes.ts";
import { unshifted } from "../../shared/domain/scenario-defaults.ts";
import { shiftKeys } from "../../shared/domain/shifts.ts";
import { type Entered, isUnread } from "../ui/fields/unread.ts";

/** A scenario that shifts nothing yet. */
export const newScenario: ScenarioInput = { name: "", shifts: { all: unshifted, segments: {} } };

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

/** What a kept draft says of name and shifts; null where it says nothing that the form can hold. */
export function scenarioFormOf(content: unknown): { readonly name: string; readonly draft: ScenarioDraft } | null {
  if (typeof content !== "object" || content === null) return null;
  const { name, draft } = content as { readonly name?: unknown; readonly draft?: unknown };
  if (typeof name !== "string" || typeof draft !== "object" || draft === null) return null;
  const columns = (["all", ...segments] as const).flatMap((column) => {
    const kept: unknown = (draft as Readonly<Record<string, unknown>>)[column];
    return typeof kept === "object" && kept !== null ? [[column, shiftsOf(kept)] as const] : [];
  });
  return { name, draft: Object.fromEntries(columns) };
}

function shiftsOf(kept: object): ScenarioDraft["all"] {
  const shifts = Object.entries(kept).filter(
    ([key, shift]) => shiftKeys.some((known) => known === key) && (shift === null || typeof shift === "number" || isUnread(shift)),
  );
  return Object.fromEntries(shifts);
}
