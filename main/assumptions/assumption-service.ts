import type { AssumptionSet, DealModel } from "../../shared/contract/assumption-channels.ts";
import type { StepLabel } from "../../shared/contract/journal-channels.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { seedOnce } from "../db/seed-once.ts";
import { getDeal, getOpenDeal } from "../deals/deal-service.ts";
import type { JournalService } from "../journal/journal-service.ts";
import {
  findAssumptionSet,
  findDealModel,
  getSeededSet,
  insertAssumptionSet,
  listAssumptionSets,
  modelsOfSet,
  removeAssumptionSet,
  updateAssumptionSet,
  writeDealModel,
} from "./assumption-queries.ts";
import { defaultAssumptionSet } from "./default-assumptions.ts";
import { changedPart, labelOfSet } from "./edit-labels.ts";

export interface AssumptionService {
  list(): Promise<AssumptionSet[]>;
  copy(id: number, names: { readonly nameZh: string; readonly nameEn: string }): Promise<AssumptionSet>;
  /** The seeded set is read-only. Updates that follow one another with the same `typing` are one step to undo. */
  update(set: Omit<AssumptionSet, "seeded">, typing?: string): Promise<AssumptionSet>;
  remove(id: number): Promise<void>;
  /** Replaces the deal's working assumptions and cases; its bid price stays. */
  apply(dealId: number, assumptionSetId: number): Promise<DealModel>;
  /** The deal's working model; until it is first saved, the seeded set's. */
  model(dealId: number): Promise<DealModel>;
  /** Saves that follow one another with the same `typing` are one step to undo. */
  saveModel(dealId: number, model: DealModel, typing?: string): Promise<void>;
}

interface AssumptionServiceParts {
  readonly db: DeskDatabase;
  readonly journal: Pick<JournalService, "edit">;
  readonly now: () => string;
}

const sets = { area: "sets" } as const;
type StepOfModel = Pick<StepLabel, "kind"> & Partial<StepLabel>;

/** Named sets of assumptions, and the model of each deal. */
export function createAssumptionService({ db, journal, now }: AssumptionServiceParts): AssumptionService {
  const { kysely } = db;
  const seeded = seedOnce(kysely, "assumptions.2025-11", now, async (trx) => {
    await insertAssumptionSet(trx, { ...defaultAssumptionSet, seeded: true });
  });
  const get = async (id: number): Promise<AssumptionSet> => {
    await seeded();
    const set = await findAssumptionSet(kysely, id);
    if (set === undefined) throw new DeskError("assumptionSet.notFound", { id });
    return set;
  };
  const getWritable = async (id: number): Promise<AssumptionSet> => {
    const set = await get(id);
    if (set.seeded) throw new DeskError("assumptionSet.readOnly", { id });
    return set;
  };
  const modelIn = async (db: typeof kysely, dealId: number): Promise<DealModel> => {
    const saved = await findDealModel(db, dealId);
    if (saved !== undefined) return saved;
    const { id, assumptions, sources, cases } = await getSeededSet(db);
    return { assumptionSetId: id, assumptions, sources, cases, bidPriceFen: null };
  };
  const model = async (dealId: number): Promise<DealModel> => {
    await seeded();
    await getDeal(kysely, dealId);
    return modelIn(kysely, dealId);
  };
  const writeModel = async (dealId: number, edited: DealModel, labelOf: (before: DealModel) => StepOfModel, typing?: string): Promise<void> => {
    await seeded();
    let label: StepOfModel = { kind: "modelEdited" };
    await journal.edit({ stack: { area: "deal", dealId }, label: () => label, typing }, async ({ trx, touch }) => {
      await getOpenDeal(trx, dealId);
      const before = await modelIn(trx, dealId);
      label = labelOf(before);
      // As today's version writes it: what a model of an earlier version lacks, or a deal that has none yet, is no edit.
      await writeDealModel(trx, dealId, before, now());
      await touch("deal_model", dealId);
      await writeDealModel(trx, dealId, edited, now());
    });
  };
  const saveModel = (dealId: number, edited: DealModel, typing?: string): Promise<void> =>
    writeModel(dealId, edited, (before) => ({ kind: "modelEdited", part: changedPart(before, edited) }), typing);
  return {
    list: async () => {
      await seeded();
      return listAssumptionSets(kysely);
    },
    copy: async (id, names) => {
      const { id: _original, ...set } = await get(id);
      return journal.edit({ stack: sets, label: () => labelOfSet("setCopied", names) }, async ({ trx, made }) => {
        const copy = await insertAssumptionSet(trx, { ...set, ...names, seeded: false });
        made("assumption_set", copy.id);
        return copy;
      });
    },
    update: async (set, typing) => {
      const before = await getWritable(set.id);
      return journal.edit({ stack: sets, label: () => labelOfSet("setEdited", set), typing }, async ({ trx, touch }) => {
        await updateAssumptionSet(trx, before);
        await touch("assumption_set", set.id);
        return updateAssumptionSet(trx, set);
      });
    },
    remove: async (id) => {
      const set = await getWritable(id);
      await journal.edit({ stack: sets, label: () => labelOfSet("setRemoved", set) }, async ({ trx, touch }) => {
        for (const dealId of await modelsOfSet(trx, id)) await touch("deal_model", dealId);
        await touch("assumption_set", id);
        await removeAssumptionSet(trx, id);
      });
    },
    apply: async (dealId, assumptionSetId) => {
      const { assumptions, sources, cases, ...names } = await get(assumptionSetId);
      const { bidPriceFen } = await model(dealId);
      const applied = { assumptionSetId, assumptions, sources, cases, bidPriceFen };
      await writeModel(dealId, applied, () => labelOfSet("setApplied", names));
      return applied;
    },
    model,
    saveModel,
  };
}
