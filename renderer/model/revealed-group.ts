import { create } from "zustand";
import type { AssumptionGroup } from "../../shared/domain/assumptions.ts";

/** The group of assumptions that the workbench is asked to show, until it is shown. */
export const useRevealedGroup = create<{ readonly group: AssumptionGroup | null }>()(() => ({ group: null }));

/** Opens a group of assumptions at the left of the workbench and goes to it. */
export function revealGroup(group: AssumptionGroup): void {
  useRevealedGroup.setState({ group });
}

export function groupIsShown(): void {
  useRevealedGroup.setState({ group: null });
}
