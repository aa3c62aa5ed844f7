import { useCallback, useEffect, useState } from "react";
import type { ChannelInput, ChannelName, ChannelOutput, DeskBridge } from "../../shared/contract/contract.ts";
import type { ErrorCode } from "../../shared/error-codes.ts";
import type { ErrorValues } from "../../shared/result.ts";

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

type InputArgs<N extends ChannelName> = ChannelInput<N> extends void ? [input?: undefined] : [input: ChannelInput<N>];

/** Calls a channel of the contract; throws `CallFailure` where main answers with a code. */
export async function call<N extends ChannelName>(channel: N, ...args: InputArgs<N>): Promise<ChannelOutput<N>> {
  const result = await window.desk.call(channel, args[0] as ChannelInput<N>);
  if (!result.ok) throw new CallFailure(result.code, result.values);
  refresh(...(readsChangedBy[channel] ?? []));
  return result.value;
}

/** What is read again by itself after a write. Screens with state of their own read again by `refresh`. */
const readsChangedBy: { readonly [N in ChannelName]?: readonly ChannelName[] } = {
  "deals.create": ["deals.list"],
  "deals.update": ["deals.list", "deals.get"],
  "deals.archive": ["deals.list", "deals.get"],
  "deals.openSample": ["deals.list", "deals.get"],
  "tapes.import": ["deals.list", "deals.get", "tapes.list"],
  "tapes.undo": ["deals.list", "deals.get", "tapes.list"],
  "pricing.saveRun": ["pricing.runs"],
  "market.saveDeal": ["market.deals"],
  "market.removeDeal": ["market.deals"],
  "market.saveAverage": ["market.averages"],
  "market.removeAverage": ["market.averages"],
  "assumptions.copy": ["assumptions.list"],
  "assumptions.update": ["assumptions.list"],
  "assumptions.remove": ["assumptions.list"],
};

const readers = new Map<ChannelName, Set<() => void>>();

/** Reads the named channels again wherever `useCall` shows them; for after a write. */
export function refresh(...channels: ChannelName[]): void {
  for (const channel of channels) for (const reload of readers.get(channel) ?? []) reload();
}

export interface CallState<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly loading: boolean;
  readonly reload: () => void;
}

/** Reads a channel and keeps the last answer while a new one is on its way. Input null: nothing is read. */
export function useCall<N extends ChannelName>(channel: N, input: ChannelInput<N> | null): CallState<ChannelOutput<N>> {
  // The input as text, so that an equal object made anew does not read again; "" stands for no input.
  const key = input === null ? null : (JSON.stringify(input) ?? "");
  const [turn, setTurn] = useState(0);
  const [settled, setSettled] = useState<{ key: string | null; turn: number; data: ChannelOutput<N> | undefined; error: unknown }>({
    key: null,
    turn: 0,
    data: undefined,
    error: undefined,
  });
  const reload = useCallback(() => setTurn((previous) => previous + 1), []);

  useEffect(() => {
    const set = readers.get(channel) ?? new Set();
    readers.set(channel, set.add(reload));
    return () => void set.delete(reload);
  }, [channel, reload]);

  useEffect(() => {
    if (key === null) return;
    let current = true;
    const fail = (error: unknown) => current && setSettled((previous) => ({ key, turn, data: previous.data, error }));
    window.desk.call(channel, (key === "" ? undefined : JSON.parse(key)) as ChannelInput<N>).then((result) => {
      if (!current) return;
      if (result.ok) setSettled({ key, turn, data: result.value, error: undefined });
      else fail(new CallFailure(result.code, result.values));
    }, fail);
    return () => {
      current = false;
    };
  }, [channel, key, turn]);

  const loading = key !== null && (settled.key !== key || settled.turn !== turn);
  return { data: key === null ? undefined : settled.data, error: loading ? undefined : settled.error, loading, reload };
}

export interface Action<N extends ChannelName> {
  /** Answers undefined where the call failed; the failure is then in `error`. */
  readonly run: (...args: InputArgs<N>) => Promise<ChannelOutput<N> | undefined>;
  readonly busy: boolean;
  readonly error: unknown;
  readonly clearError: () => void;
}

/** A call that the user starts, with its busy flag and its failure. */
export function useAction<N extends ChannelName>(channel: N): Action<N> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const run = useCallback(
    async (...args: InputArgs<N>) => {
      setBusy(true);
      setError(undefined);
      try {
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
