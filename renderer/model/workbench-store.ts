import { createStore, type StoreApi } from "zustand/vanilla";
import { type DealModel, type ModelEdit, modelEditSchema } from "../../shared/contract/assumption-channels.ts";
import type { CaseName } from "../../shared/domain/codes.ts";
import type { PricingResult } from "../../shared/domain/pricing-results.ts";
import { isUnread } from "../ui/fields/unread.ts";
import { type EditedValue, type EditPath, pathKey, refusedPaths, withNumberAt } from "./edit-path.ts";
import { HeldEdits } from "./held-edits.ts";

/** What the store needs from outside; a test passes its own. */
export interface WorkbenchPorts {
  readonly loadModel: () => Promise<DealModel>;
  /** Edits that follow one another with the same `typing` are one step to undo. */
  readonly price: (edit: ModelEdit, typing: string) => Promise<PricingResult>;
  /** The latest pricing with what lies beyond the horizon in every case: an edit doesn't wait for that. */
  readonly whole: () => Promise<PricingResult>;
  /** A moment in which somebody who types makes the next edit. */
  readonly pause: () => Promise<unknown>;
  /** A word that no edit before had. */
  readonly newTyping: () => string;
  readonly now: () => number;
  /** Runs after the next paint. */
  readonly afterPaint: (run: () => void) => unknown;
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
  /** What lies beyond the horizon could not be worked out. */
  readonly isBeyondLost: boolean;
  readonly failure: unknown;
  readonly repriceMs: number | null;
  readonly caseName: CaseName;
  readonly load: () => Promise<void>;
  readonly edit: (path: EditPath, next: EditedValue) => void;
  /** A field is left: what is typed next is another edit, in the same field too. */
  readonly leave: () => void;
  readonly selectCase: (caseName: CaseName) => void;
  /** Prices at once what is on screen; while an input is invalid, what was there before it was typed in. */
  readonly reprice: () => Promise<void>;
  /** Waits until all that can be priced is priced, and so saved. True: what stood there and could not be read was given up. */
  readonly settle: () => Promise<boolean>;
  /** While an undo or redo is on its way: what is edited then is made on what it leaves. */
  readonly hold: () => void;
  readonly release: () => void;
  readonly dispose: () => void;
}

/** A model to be priced, and the typing that led to it. */
interface Asked {
  readonly model: ModelEdit;
  readonly typing: string;
}

/** What the steps of a store share: its state, and how far the pricing is. */
interface Bench {
  readonly ports: WorkbenchPorts;
  readonly set: StoreApi<WorkbenchState>["setState"];
  readonly get: () => WorkbenchState;
  // One pricing at a time: what is typed meanwhile is priced once it is back, so that a large package never queues up. Of each
  // typing the last model waits: an edit that was never saved could not be undone by itself.
  underWay: Promise<void> | null;
  waiting: Asked[];
  asked: number;
  // Where is being typed, and the model before that: keys on the way to a text that is refused must not stay as if they were meant.
  typedAt: string | null;
  typing: string;
  settled: ModelEdit | null;
  /** Whether what lies beyond the horizon is being asked for, one answer at a time. */
  isLookingBeyond: boolean;
  /** The model that the last pricing was asked for. */
  priced: ModelEdit | null;
  editedAt: number | null;
  disposed: boolean;
  readonly held: HeldEdits;
  /** The model under the edits that are held. */
  base: ModelEdit | null;
}

export function createWorkbenchStore(ports: WorkbenchPorts): StoreApi<WorkbenchState> {
  return createStore<WorkbenchState>((set, get) => {
    const bench: Bench = {
      ports,
      set,
      get,
      underWay: null,
      waiting: [],
      asked: 0,
      typedAt: null,
      typing: ports.newTyping(),
      settled: null,
      isLookingBeyond: false,
      priced: null,
      editedAt: null,
      disposed: false,
      held: new HeldEdits(),
      base: null,
    };
    return {
      model: null,
      draft: null,
      invalidPaths: new Set(),
      result: null,
      answers: 0,
      isPricing: false,
      isBeyondLost: false,
      failure: null,
      repriceMs: null,
      caseName: "base",
      load: () => load(bench),
      edit: (path, next) => edit(bench, path, next),
      leave: () => {
        bench.typedAt = null;
      },
      selectCase: (caseName) => set({ caseName }),
      reprice: () => reprice(bench),
      settle: () => settle(bench),
      hold: () => bench.held.hold(),
      release: () => release(bench),
      dispose: () => dispose(bench),
    };
  });
}

async function load(bench: Bench): Promise<void> {
  bench.disposed = false;
  try {
    const model = await bench.ports.loadModel();
    if (bench.disposed) return;
    bench.base = { assumptions: model.assumptions, cases: model.cases, bidPriceFen: model.bidPriceFen };
    bench.set({ model, failure: null });
    showHeld(bench);
    bench.editedAt = null;
    bench.typedAt = null;
    bench.settled = null;
    await reprice(bench);
  } catch (failure) {
    if (!bench.disposed) bench.set({ failure });
  }
}

/** Shows the model with the edits that wait for an undo or redo. */
function showHeld(bench: Bench): void {
  const { base, held } = bench;
  if (base === null) return;
  const draft = held.edits.reduce((under, { path, next }) => withNumberAt(under, path, next), base);
  bench.set({ draft, invalidPaths: held.edits.length === 0 ? new Set() : refusedPaths(modelEditSchema.safeParse(draft)) });
}

function release(bench: Bench): void {
  const edits = bench.held.release();
  if (edits.length === 0) return;
  if (bench.disposed) {
    void priceLeft(bench, edits).catch(() => undefined);
    return;
  }
  bench.set({ draft: bench.base, invalidPaths: new Set() });
  for (const { path, next } of edits) edit(bench, path, next);
}

/** The screen was left while an undo was on its way: what was typed is stored on what that left. */
async function priceLeft({ ports }: Bench, edits: HeldEdits["edits"]): Promise<void> {
  const { assumptions, cases, bidPriceFen } = await ports.loadModel();
  const edited = edits.reduce<ModelEdit>((under, { path, next }) => withNumberAt(under, path, next), { assumptions, cases, bidPriceFen });
  if (modelEditSchema.safeParse(edited).success) await ports.price(edited, ports.newTyping());
}

function edit(bench: Bench, path: EditPath, next: EditedValue): void {
  const { draft, invalidPaths: before } = bench.get();
  if (draft === null) return;
  if (bench.held.isHolding) {
    if (bench.held.edits.length === 0) bench.base = draft;
    bench.held.add(path, next);
    showHeld(bench);
    return;
  }
  // A box that is ticked, or a list that gets a row, is an edit by itself.
  const isTyped = next === null || typeof next === "number" || typeof next === "string" || isUnread(next);
  if (bench.typedAt !== pathKey(path) || !isTyped) {
    if (before.size === 0) bench.settled = draft;
    bench.typedAt = pathKey(path);
    bench.typing = bench.ports.newTyping();
  }
  const edited = withNumberAt(draft, path, next);
  const found = refusedPaths(modelEditSchema.safeParse(edited));
  // The same empty set stays in place, so that what shows it is not drawn again with every key.
  const invalidPaths = found.size === 0 && before.size === 0 ? before : found;
  bench.editedAt = bench.ports.now();
  bench.set({ draft: edited, invalidPaths });
  const model = priceable(bench);
  if (model === null || (model === bench.priced && bench.waiting.length === 0)) return;
  bench.asked += 1; // an answer under way belongs to older inputs
  bench.set({ isPricing: true });
  void reprice(bench);
}

/** What can be priced: what is on screen, or the model before the typing that led to something invalid, or that waits for an undo. */
function priceable({ get, settled, held, base }: Bench): ModelEdit | null {
  // Priced now, what is held would be the step that the next key takes back.
  if (held.edits.length > 0) return base;
  const { draft, invalidPaths } = get();
  return invalidPaths.size === 0 ? draft : settled;
}

function reprice(bench: Bench): Promise<void> {
  const model = priceable(bench);
  if (model === null) return Promise.resolve();
  const { waiting, typing } = bench;
  if (waiting.at(-1)?.typing === typing) waiting.pop();
  waiting.push({ model, typing });
  bench.underWay ??= priceWaiting(bench).finally(() => {
    bench.underWay = null;
  });
  return bench.underWay;
}

async function priceWaiting(bench: Bench): Promise<void> {
  for (let next = bench.waiting.shift(); next !== undefined && !bench.disposed; next = bench.waiting.shift()) await priceOne(bench, next);
}

async function priceOne(bench: Bench, { model, typing }: Asked): Promise<void> {
  const { ports, set, get } = bench;
  bench.asked += 1;
  bench.priced = model;
  const mine = bench.asked;
  const startedAt = bench.editedAt;
  set({ isPricing: true });
  try {
    const result = await ports.price(model, typing);
    if (mine === bench.asked && !bench.disposed) {
      set({ result, answers: get().answers + 1, isPricing: false, isBeyondLost: false, failure: null });
      void lookBeyond(bench);
      if (startedAt !== null) ports.afterPaint(() => (bench.disposed ? undefined : set({ repriceMs: ports.now() - startedAt })));
    }
  } catch (failure) {
    if (mine === bench.asked && !bench.disposed) set({ failure, isPricing: false });
  }
}

/**
 * Asks for what the last answer left out, once no edit follows it. The answer is a whole result, so that nothing of one pricing
 * ever stands beside another; where an edit came meanwhile it is dropped.
 */
async function lookBeyond(bench: Bench): Promise<void> {
  const { ports, set, get } = bench;
  if (bench.isLookingBeyond) return;
  bench.isLookingBeyond = true;
  const isWanted = () => !bench.disposed && !get().isPricing && !get().isBeyondLost && isLackingBeyond(get().result);
  while (isWanted()) {
    const mine = bench.asked;
    const isCurrent = () => mine === bench.asked && isWanted();
    // In turn: it is asked again for the pricing that came meanwhile.
    await ports.pause();
    if (!isCurrent()) continue;
    try {
      const result = await ports.whole();
      if (isCurrent()) set({ result });
    } catch {
      if (isCurrent()) set({ isBeyondLost: true });
    }
  }
  bench.isLookingBeyond = false;
}

const isLackingBeyond = (result: PricingResult | null): boolean => result?.cases.some(({ beyondHorizon }) => beyondHorizon === null) ?? false;

async function settle(bench: Bench): Promise<boolean> {
  if (bench.held.dropLast()) {
    showHeld(bench);
    return true;
  }
  const { settled } = bench;
  const isGivenUp = bench.get().invalidPaths.size > 0 && settled !== null;
  if (isGivenUp) bench.set({ draft: settled, invalidPaths: new Set() });
  await bench.underWay;
  bench.typedAt = null;
  return isGivenUp;
}

/** Leaving the screen must not lose an edit that waits for the pricing before it: pricing it also saves it. */
function dispose(bench: Bench): void {
  bench.disposed = true;
  for (const { model, typing } of bench.waiting) void bench.ports.price(model, typing).catch(() => undefined);
  bench.waiting = [];
}
