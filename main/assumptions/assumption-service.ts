import type { AssumptionSet, DealModel } from "../../shared/contract/assumption-channels.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { seedOnce } from "../db/seed-once.ts";
import { getDeal, getOpenDeal } from "../deals/deal-service.ts";
import {
  findAssumptionSet,
  findDealModel,
  getSeededSet,
  insertAssumptionSet,
  listAssumptionSets,
  removeAssumptionSet,
  updateAssumptionSet,
  writeDealModel,
} from "./assumption-queries.ts";
import { defaultAssumptionSet } from "./default-assumptions.ts";

export interface AssumptionService {
  list(): Promise<AssumptionSet[]>;
  copy(id: number, names: { readonly nameZh: string; readonly nameEn: string }): Promise<AssumptionSet>;
  /** The seeded set is read-only. */
  update(set: Omit<AssumptionSet, "seeded">): Promise<AssumptionSet>;
  remove(id: number): Promise<void>;
  /** Replaces the deal's working assumptions and cases; its bid price stays. */
  apply(dealId: number, assumptionSetId: number): Promise<DealModel>;
  /** The deal's working model; until it is first saved, the seeded set's. */
  model(dealId: number): Promise<DealModel>;
  saveModel(dealId: number, model: DealModel): Promise<void>;
}

/** Named sets of assumptions, and the model of each deal. */
export function createAssumptionService({ db, now }: { readonly db: DeskDatabase; readonly now: () => string }): AssumptionService {
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
  const model = async (dealId: number): Promise<DealModel> => {
    await seeded();
    await getDeal(kysely, dealId);
    const saved = await findDealModel(kysely, dealId);
    if (saved !== undefined) return saved;
    const { id, assumptions, sources, cases } = await getSeededSet(kysely);
    return { assumptionSetId: id, assumptions, sources, cases, bidPriceFen: null };
  };
  const saveModel = async (dealId: number, edited: DealModel): Promise<void> => {
    await getOpenDeal(kysely, dealId);
    await writeDealModel(kysely, dealId, edited, now());
  };
  return {
    list: async () => {
      await seeded();
      return listAssumptionSets(kysely);
    },
    copy: async (id, names) => {
      const { id: _original, ...set } = await get(id);
      return insertAssumptionSet(kysely, { ...set, ...names, seeded: false });
    },
    update: async (set) => {
      await getWritable(set.id);
      return updateAssumptionSet(kysely, set);
    },
    remove: async (id) => {
      await getWritable(id);
      await removeAssumptionSet(kysely, id);
    },
    apply: async (dealId, assumptionSetId) => {
      const { assumptions, sources, cases } = await get(assumptionSetId);
      const { bidPriceFen } = await model(dealId);
      const applied = { assumptionSetId, assumptions, sources, cases, bidPriceFen };
      await saveModel(dealId, applied);
      return applied;
    },
    model,
    saveModel,
  };
}
