import { createStore, type StoreApi } from "zustand/vanilla";
import { type AssumptionSet, assumptionSetSchema } from "../../shared/contract/assumption-channels.ts";
import { type EditedValue, type EditPath, pathKey, refusedPaths, withNumberAt } from "../model/edit-path.ts";
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
}

interface Waiting {
  readonly set: AssumptionSet;
  readonly typing: string;
}

/** Keys on the way to a number are stored as one. */
const saveAfterMs = 300;

/** One set while it is edited: what the schema takes is stored by itself, of a field that is refused what stood there before. */
export function createSetStore(ports: SetPorts, stored: AssumptionSet): StoreApi<SetState> {
  return createStore<SetState>((set, get) => {
    let opened = stored;
    let settled: SetUnderEdit = stored;
    let [typedAt, typing] = [null as string | null, ports.newTyping()];
    let waiting: Waiting[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let saving: Promise<void> = Promise.resolve();

    const saveWaiting = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        try {
          await ports.save(opened, next.set, next.typing);
          set({ failure: null, isStored: waiting.length === 0 && get().invalidPaths.size === 0 });
        } catch (failure) {
          set({ failure });
        }
      }
    };
    const flush = () => {
      clearTimeout(timer);
      timer = undefined;
      saving = saving.then(saveWaiting);
      return saving;
    };
    const store = () => {
      const { draft, invalidPaths } = get();
      const parsed = assumptionSetSchema.safeParse(invalidPaths.size === 0 ? draft : settled);
      if (!parsed.success) return;
      if (waiting.at(-1)?.typing === typing) waiting = waiting.slice(0, -1);
      waiting.push({ set: parsed.data, typing });
      timer ??= setTimeout(() => void flush(), saveAfterMs);
    };
    return {
      draft: stored,
      invalidPaths: new Set(),
      isStored: true,
      failure: null,
      edit: (path, next) => {
        const { draft, invalidPaths: before } = get();
        const isTyped = next === null || typeof next === "number" || typeof next === "string" || isUnread(next);
        if (typedAt !== pathKey(path) || !isTyped) {
          if (before.size === 0) settled = draft;
          typedAt = pathKey(path);
          typing = ports.newTyping();
        }
        const edited = withNumberAt(draft, path, next);
        set({ draft: edited, invalidPaths: refusedPaths(assumptionSetSchema.safeParse(edited)), isStored: false });
        store();
      },
      leave: () => {
        typedAt = null;
      },
      settle: async () => {
        const isGivenUp = get().invalidPaths.size > 0;
        if (isGivenUp) set({ draft: settled, invalidPaths: new Set() });
        await flush();
        typedAt = null;
        return isGivenUp;
      },
      reload: async () => {
        const now = await ports.load();
        if (now === undefined) return;
        [opened, settled] = [now, now];
        set({ draft: now, invalidPaths: new Set(), isStored: true, failure: null });
      },
    };
  });
}
