import { useCallback, useEffect, useMemo, useState } from "react";
import { type ChannelInput, type ChannelName, type ChannelOutput, readsChangedBy } from "../../shared/contract/contract.ts";
import type { CalledName, DeskBridge, dropChannel } from "../../shared/desk-bridge.ts";
import type { ErrorCode } from "../../shared/error-codes.ts";
import type { ErrorValues, Result } from "../../shared/result.ts";
import { movesDone } from "./moves-done.ts";

declare global {
  interface Window {
    readonly desk: DeskBridge;
  }
}

/** What `call` throws: the code has a sentence under `error.` in the locales. */
export class CallFailure extends Error {
  readonly code: ErrorCode;
  readonly values: ErrorValues;
  constructor(code: ErrorCode, values: ErrorValues) {
    super(code);
    this.name = "CallFailure";
    this.code = code;
    this.values = values;
  }
}

type InputArgs<N extends CalledName> = ChannelInput<N> extends void ? [input?: undefined] : [input: ChannelInput<N>];

/**
 * The one door to main: throws `CallFailure` where it answers with a code. What a write changes is read again by itself
 * wherever it is shown.
 */
export async function ask<N extends CalledName>(channel: N, input: ChannelInput<N>): Promise<ChannelOutput<N>> {
  const value = valueOf(await window.desk.call(channel, input));
  for (const read of readsChangedBy(channel)) for (const reread of readers.get(read) ?? []) reread();
  return value;
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new CallFailure(result.code, result.values);
  return result.value;
}

/** Takes the one tape among files that were dropped on the window. */
export const takeFiles = async (files: readonly File[]): Promise<ChannelOutput<typeof dropChannel>> => valueOf(await window.desk.takeFiles(files));

/** `ask` for channels without an input as well. */
export function call<N extends CalledName>(channel: N, ...args: InputArgs<N>): Promise<ChannelOutput<N>> {
  return ask(channel, args[0] as ChannelInput<N>);
}

const readers = new Map<ChannelName, Set<() => void>>();

/** Has `reread` called after each write that changes what the channel answers. */
function useRereading(channel: ChannelName, reread: () => void): void {
  useEffect(() => {
    const set = readers.get(channel) ?? new Set();
    readers.set(channel, set.add(reread));
    return () => void set.delete(reread);
  }, [channel, reread]);
}

/** The same object for equal inputs, so that an equal one made anew does not ask again. */
export function useSameInput<T>(input: T): T {
  const key = JSON.stringify(input);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the text stands for the input
  return useMemo(() => input, [key]);
}

export interface CallState<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly loading: boolean;
  readonly reload: () => void;
}

interface SettledCall<N extends CalledName> {
  readonly input: ChannelInput<N> | null;
  readonly turn: number;
  readonly data: ChannelOutput<N> | undefined;
  readonly error: unknown;
}

/** Reads a channel and keeps the last answer while a new one is on its way. Input null: nothing is read. */
export function useCall<N extends CalledName>(channel: N, input: ChannelInput<N> | null): CallState<ChannelOutput<N>> {
  const asked = useSameInput(input);
  const [turn, setTurn] = useState(0);
  const [settled, setSettled] = useState<SettledCall<N>>({ input: null, turn: 0, data: undefined, error: undefined });
  const reload = useCallback(() => setTurn((previous) => previous + 1), []);
  useRereading(channel, reload);

  useEffect(() => {
    if (asked === null) return;
    let current = true;
    ask(channel, asked).then(
      (data) => current && setSettled({ input: asked, turn, data, error: undefined }),
      (error: unknown) => current && setSettled(({ data }) => ({ input: asked, turn, data, error })),
    );
    return () => {
      current = false;
    };
  }, [channel, asked, turn]);

  const loading = asked !== null && (settled.input !== asked || settled.turn !== turn);
  return { data: asked === null ? undefined : settled.data, error: loading ? undefined : settled.error, loading, reload };
}

export interface Action<N extends CalledName> {
  /** Answers undefined where the call failed; the failure is then in `error`. */
  readonly run: (...args: InputArgs<N>) => Promise<ChannelOutput<N> | undefined>;
  readonly busy: boolean;
  readonly error: unknown;
  readonly clearError: () => void;
}

/** A call that the user starts, with its busy flag and its failure. What was undone right before it is undone first. */
export function useAction<N extends CalledName>(channel: N): Action<N> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const run = useCallback(
    async (...args: InputArgs<N>) => {
      setBusy(true);
      setError(undefined);
      try {
        await movesDone();
        return await call(channel, ...args);
      } catch (failure) {
        setError(failure);
        return undefined;
      } finally {
        setBusy(false);
      }
    },
    [channel],
  );
  const clearError = useCallback(() => setError(undefined), []);
  return { run, busy, error, clearError };
}
