import { createStore, type StoreApi } from "zustand/vanilla";
import { type AssumptionSet, assumptionSetSchema } from "../../shared/contract/assumption-channels.ts";
import { type EditedValue, type EditPath, pathKey, refusedPaths, withNumberAt } from "../model/edit-path.ts";
import { HeldEdits } from "../model/held-edits.ts";
import { isUnread } from "../ui/fields/unread.ts";
import type { SetUnderEdit } from "./SetHead.tsx";

/** What the store needs from outside; a test passes its own. */
export interface SetPorts {
  /** Stores the set; `opened` is what it was before the editing. Updates that follow one another with the same `typing` are one step to undo. */
  readonly save: (opened: AssumptionSet, edited: AssumptionSet, typing: string) => Promise<unknown>;
  readonly load: () => Promise<AssumptionSet | undefined>;
  /** A word that no edit before had. */
  readonly newTyping: () => string;
}

export interface SetState {
  readonly draft: SetUnderEdit;
  readonly invalidPaths: ReadonlySet<string>;
  /** What is on show is what is stored. */
  readonly isStored: boolean;
  readonly failure: unknown;
  readonly edit: (path: EditPath, next: EditedValue) => void;
  /** A field is left: what is typed next is another edit, in the same field too. */
  readonly leave: () => void;
  /** Stores what waits. True: what stood there and could not be taken was given up. */
  readonly settle: () => Promise<boolean>;
  /** Shows what is stored now. */
  readonly reload: () => Promise<void>;
  /** While an undo or redo is on its way: what is edited then is made on what it leaves. */
  readonly hold: () => void;
  readonly release: () => void;
  /** The screen is left: stores what waits. */
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly set: AssumptionSet;
  readonly typing: string;
}

/** Keys on the way to a number are stored as one. */
const saveAfterMs = 300;

/** What the steps of a store share: its state, and how far the storing is. */
interface Bench {
  readonly ports: SetPorts;
  readonly set: StoreApi<SetState>["setState"];
  readonly get: () => SetState;
  /** The set before the editing. */
  opened: AssumptionSet;
  /** What was there before the typing that led to something refused. */
  settled: SetUnderEdit;
  typedAt: string | null;
  typing: string;
  waiting: Waiting[];
  timer: ReturnType<typeof setTimeout> | undefined;
  saving: Promise<void>;
  readonly held: HeldEdits;
  /** The set under the edits that are held. */
  base: SetUnderEdit;
  isClosed: boolean;
}

/** One set while it is edited: what the schema takes is stored by itself, of a field that is refused what stood there before. */
export function createSetStore(ports: SetPorts, stored: AssumptionSet): StoreApi<SetState> {
  return createStore<SetState>((set, get) => {
    const bench: Bench = {
      ports,
      set,
      get,
      opened: stored,
      settled: stored,
      typedAt: null,
      typing: ports.newTyping(),
      waiting: [],
      timer: undefined,
      saving: Promise.resolve(),
      held: new HeldEdits(),
      base: stored,
      isClosed: false,
    };
    return {
      draft: stored,
      invalidPaths: new Set(),
      isStored: true,
      failure: null,
      edit: (path, next) => edit(bench, path, next),
      leave: () => {
        bench.typedAt = null;
      },
      settle: () => settle(bench),
      reload: () => reload(bench),
      hold: () => bench.held.hold(),
      release: () => release(bench),
      close: () => {
        bench.isClosed = true;
        return flush(bench);
      },
    };
  });
}

function edit(bench: Bench, path: EditPath, next: EditedValue): void {
  const { set, get, held } = bench;
  const { draft, invalidPaths: before } = get();
  if (held.isHolding) {
    if (held.edits.length === 0) bench.base = draft;
    held.add(path, next);
    showHeld(bench);
    return;
  }
  const isTyped = next === null || typeof next === "number" || typeof next === "string" || isUnread(next);
  if (bench.typedAt !== pathKey(path) || !isTyped) {
    if (before.size === 0) bench.settled = draft;
    bench.typedAt = pathKey(path);
    bench.typing = bench.ports.newTyping();
  }
  const edited = withNumberAt(draft, path, next);
  set({ draft: edited, invalidPaths: refusedPaths(assumptionSetSchema.safeParse(edited)), isStored: false });
  store(bench);
}

/** Has what the schema takes stored soon. */
function store(bench: Bench): void {
  const { draft, invalidPaths } = bench.get();
  const parsed = assumptionSetSchema.safeParse(invalidPaths.size === 0 ? draft : bench.settled);
  if (!parsed.success) return;
  if (bench.waiting.at(-1)?.typing === bench.typing) bench.waiting.pop();
  bench.waiting.push({ set: parsed.data, typing: bench.typing });
  bench.timer ??= setTimeout(() => void flush(bench), saveAfterMs);
}

function flush(bench: Bench): Promise<void> {
  clearTimeout(bench.timer);
  bench.timer = undefined;
  bench.saving = bench.saving.then(() => saveWaiting(bench));
  return bench.saving;
}

async function saveWaiting({ ports, set, get, opened, waiting }: Bench): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    try {
      await ports.save(opened, next.set, next.typing);
      set({ failure: null, isStored: waiting.length === 0 && get().invalidPaths.size === 0 });
    } catch (failure) {
      set({ failure });
    }
  }
}

async function settle(bench: Bench): Promise<boolean> {
  if (bench.held.dropLast()) {
    showHeld(bench);
    return true;
  }
  const isGivenUp = bench.get().invalidPaths.size > 0;
  if (isGivenUp) bench.set({ draft: bench.settled, invalidPaths: new Set() });
  await flush(bench);
  bench.typedAt = null;
  return isGivenUp;
}

async function reload(bench: Bench): Promise<void> {
  const now = await bench.ports.load();
  if (now === undefined) return;
  bench.opened = now;
  bench.settled = now;
  bench.base = now;
  bench.set({ failure: null });
  showHeld(bench);
}

/** Shows the set with the edits that wait for an undo or redo. */
function showHeld({ set, held, base }: Bench): void {
  const draft = held.edits.reduce((under, { path, next }) => withNumberAt(under, path, next), base);
  set({ draft, invalidPaths: refusedPaths(assumptionSetSchema.safeParse(draft)), isStored: held.edits.length === 0 });
}

function release(bench: Bench): void {
  const edits = bench.held.release();
  if (edits.length === 0) return;
  const make = () => {
    bench.set({ draft: bench.base, invalidPaths: new Set() });
    for (const { path, next } of edits) edit(bench, path, next);
  };
  // A screen that was left meanwhile has not read what the undo left.
  if (bench.isClosed)
    void reload(bench)
      .then(make)
      .then(() => flush(bench));
  else make();
}
