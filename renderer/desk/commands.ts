import { useEffect, useRef } from "react";
import { create } from "zustand";
import type { CommandId } from "./command-table.ts";

interface Doer {
  readonly run: () => void;
  readonly isEnabled: boolean;
}

interface CommandsState {
  /** Who can do a command now, the one that came last in front: a dialog before its screen. */
  readonly doers: Readonly<Partial<Record<CommandId, readonly Doer[]>>>;
}

const useCommands = create<CommandsState>()(() => ({ doers: {} }));

const withDoer = (doers: CommandsState["doers"], id: CommandId, doer: Doer) => ({ doers: { ...doers, [id]: [doer, ...(doers[id] ?? [])] } });
const withoutDoer = (doers: CommandsState["doers"], id: CommandId, doer: Doer) => ({
  doers: { ...doers, [id]: doers[id]?.filter((one) => one !== doer) ?? [] },
});

/** Says what a command does while the component is there; `isEnabled` false: not now. */
export function useCommand(id: CommandId, run: () => void, isEnabled = true): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const doer: Doer = { run: () => latest.current(), isEnabled };
    useCommands.setState(({ doers }) => withDoer(doers, id, doer));
    return () => useCommands.setState(({ doers }) => withoutDoer(doers, id, doer));
  }, [id, isEnabled]);
}

const doerOf = ({ doers }: CommandsState, id: CommandId) => doers[id]?.find(({ isEnabled }) => isEnabled);

/** Does a command where it can be done now; false where it can't. */
export function runCommand(id: CommandId): boolean {
  const doer = doerOf(useCommands.getState(), id);
  doer?.run();
  return doer !== undefined;
}

export const canRun = (id: CommandId): boolean => doerOf(useCommands.getState(), id) !== undefined;

/** The commands that can be done now, as one text: another one only where one came or went. */
export function useEnabledCommands(): ReadonlySet<string> {
  const enabled = useCommands((state) =>
    Object.keys(state.doers)
      .filter((id) => doerOf(state, id as CommandId) !== undefined) // keys are the ids
      .toSorted()
      .join(" "),
  );
  return new Set(enabled.split(" "));
}

/** A command that can be done at one place: in a row, on a figure. */
export interface PlaceCommand {
  readonly id: CommandId;
  readonly run: () => void;
}

const offered = new WeakMap<Event, readonly PlaceCommand[]>();

/** Says what can be done where the pointer or the focus is, while the event that asks for the menu of the place goes up. */
export function offerCommands(event: Event, commands: readonly PlaceCommand[]): void {
  offered.set(event, [...commandsOffered(event), ...commands]);
}

export const commandsOffered = (event: Event): readonly PlaceCommand[] => offered.get(event) ?? [];
