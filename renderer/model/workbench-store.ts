import { createStore, type StoreApi } from "zustand/vanilla";
import { type DealModel, type ModelEdit, modelEditSchema } from "../../shared/contract/assumption-channels.ts";
import type { CaseName } from "../../shared/domain/codes.ts";
import type { PricingResult } from "../../shared/domain/pricing-results.ts";
import { type EditedValue, type EditPath, pathKey, withNumberAt } from "./edit-path.ts";

/** What the store needs from outside; a test passes its own. */
export interface WorkbenchPorts {
  readonly loadModel: () => Promise<DealModel>;
  readonly price: (edit: ModelEdit) => Promise<PricingResult>;
  readonly now: () => number;
  /** Runs after the next paint. */
  readonly afterPaint: (run: () => void) => void;
}

export interface WorkbenchState {
  readonly model: DealModel | null;
  /** What is on screen, valid or not. */
  readonly draft: ModelEdit | null;
  readonly invalidPaths: ReadonlySet<string>;
  /** The last good answer; kept while inputs are invalid or a call fails. */
  readonly result: PricingResult | null;
  /** Counts answers, so that the table of loans knows when to fetch again. */
  readonly answers: number;
  readonly isPricing: boolean;
  readonly failure: unknown;
  readonly repriceMs: number | null;
  readonly caseName: CaseName;
  readonly load: () => Promise<void>;
  readonly edit: (path: EditPath, next: EditedValue) => void;
  readonly selectCase: (caseName: CaseName) => void;
  /** Prices at once what is on screen; nothing while an input is invalid. */
  readonly reprice: () => Promise<void>;
  readonly dispose: () => void;
}

function invalidPathsOf(draft: ModelEdit): ReadonlySet<string> {
  const parsed = modelEditSchema.safeParse(draft);
  return new Set(parsed.success ? [] : parsed.error.issues.map((issue) => pathKey(issue.path.map((step) => (typeof step === "symbol" ? String(step) : step)))));
}

export function createWorkbenchStore(ports: WorkbenchPorts): StoreApi<WorkbenchState> {
  // One pricing at a time: what is typed meanwhile is priced once it is back, so that a large package never queues up.
  let isUnderWay = false;
  let isWaiting = false;
  let asked = 0;
  let editedAt: number | null = null;
  let disposed = false;

  return createStore<WorkbenchState>((set, get) => ({
    model: null,
    draft: null,
    invalidPaths: new Set(),
    result: null,
    answers: 0,
    isPricing: false,
    failure: null,
    repriceMs: null,
    caseName: "base",

    load: async () => {
      disposed = false;
      try {
        const model = await ports.loadModel();
        if (disposed) return;
        set({ model, draft: { assumptions: model.assumptions, cases: model.cases, bidPriceFen: model.bidPriceFen }, invalidPaths: new Set(), failure: null });
        editedAt = null;
        await get().reprice();
      } catch (failure) {
        if (!disposed) set({ failure });
      }
    },

    edit: (path, next) => {
      const draft = get().draft;
      if (draft === null) return;
      const edited = withNumberAt(draft, path, next);
      const found = invalidPathsOf(edited);
      const before = get().invalidPaths;
      // The same empty set stays in place, so that what shows it is not drawn again with every key.
      const invalidPaths = found.size === 0 && before.size === 0 ? before : found;
      editedAt = ports.now();
      asked += 1; // an answer under way belongs to older inputs
      set({ draft: edited, invalidPaths, isPricing: invalidPaths.size === 0 });
      if (invalidPaths.size === 0) void get().reprice();
    },

    selectCase: (caseName) => set({ caseName }),

    reprice: async () => {
      const { draft, invalidPaths } = get();
      if (draft === null || invalidPaths.size > 0) return;
      isWaiting = isUnderWay;
      if (isUnderWay) return;
      isUnderWay = true;
      asked += 1;
      const mine = asked;
      const startedAt = editedAt;
      set({ isPricing: true });
      try {
        const result = await ports.price(draft);
        if (mine === asked && !disposed) {
          set({ result, answers: get().answers + 1, isPricing: false, failure: null });
          if (startedAt !== null) ports.afterPaint(() => (disposed ? undefined : set({ repriceMs: ports.now() - startedAt })));
        }
      } catch (failure) {
        if (mine === asked && !disposed) set({ failure, isPricing: false });
      }
      isUnderWay = false;
      if (isWaiting && !disposed) await get().reprice();
    },

    dispose: () => {
      disposed = true;
      const draft = get().draft;
      // Leaving the screen must not lose an edit that waits for the pricing before it: pricing it also saves it.
      if (isWaiting && draft !== null && get().invalidPaths.size === 0) void ports.price(draft).catch(() => undefined);
    },
  }));
}
