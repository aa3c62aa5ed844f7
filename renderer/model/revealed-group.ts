import { create } from "zustand";
import { type AssumptionGroup, assumptionGroups } from "../../shared/domain/assumptions.ts";
import { focusWhenThere } from "../desk/focus-when-there.ts";

/** The group of assumptions that the workbench is asked to show, until it is shown. */
export const useRevealedGroup = create<{ readonly group: AssumptionGroup | null }>()(() => ({ group: null }));

/** Opens a group of assumptions at the left of the workbench and goes to it. */
export function revealGroup(group: AssumptionGroup): void {
  useRevealedGroup.setState({ group });
}

export function groupIsShown(): void {
  useRevealedGroup.setState({ group: null });
}

/** Groups whose home has no head to open: their fields are always there. */
const openHomes: readonly AssumptionGroup[] = ["payment", "transition", "leverage"];

/** Opens the group that holds a field, and gives the field the focus once it is there. */
export function revealField(key: string): void {
  const group = assumptionGroups.find((name) => key === name || key.startsWith(`${name}.`));
  if (group !== undefined && !openHomes.includes(group)) revealGroup(group);
  const row = `[data-assumption="${CSS.escape(key)}"]`;
  // The group's head takes the focus as it opens: the field's turn is after that.
  setTimeout(() => focusWhenThere(`${row} input, ${row} [role="combobox"]`), 0);
}

/** Gives the focus to the first field of a row that is being added under its key. */
export function focusNewRow(key: string): void {
  const name = CSS.escape(key);
  focusWhenThere(`[data-assumption="${name}"] input, [data-assumption^="${name}."] input`);
}
