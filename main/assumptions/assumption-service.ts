import type { AssumptionSet, DealModel } from "../../shared/contract/assumption-channels.ts";
import type { StepLabel } from "../../shared/contract/journal-channels.ts";
import type { CalibrationTarget } from "../../shared/contract/recovery-channels.ts";
import type { DealKind } from "../../shared/domain/codes.ts";
import { DeskError } from "../../shared/result.ts";
import { canonicalJson } from "../db/canonical-json.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { seedOnce } from "../db/seed-once.ts";
import { getDeal, getOpenDeal } from "../deals/deal-service.ts";
import type { Edit, JournalService } from "../journal/journal-service.ts";
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
import { laterSets } from "./built-in-sets.ts";
import { defaultAssumptionSet } from "./default-assumptions.ts";
import { changedPart, labelOfSet } from "./edit-labels.ts";
import { hasLeftFile, withParts, withSetSources } from "./own-records.ts";
import { termsColumns } from "./stored-terms.ts";

export interface AssumptionService {
  list(): Promise<AssumptionSet[]>;
  copy(id: number, names: { readonly nameZh: string; readonly nameEn: string }): Promise<AssumptionSet>;
  /** The seeded set is read-only. Updates that follow one another with the same `typing` are one step to undo. */
  update(set: Omit<AssumptionSet, "seeded">, typing?: string): Promise<AssumptionSet>;
  remove(id: number): Promise<void>;
  /** Replaces the deal's working assumptions and cases; its bid price stays. */
  apply(dealId: number, assumptionSetId: number): Promise<DealModel>;
  /** The deal's working model; until it is first saved, that of the built-in set of its kind. */
  model(dealId: number): Promise<DealModel>;
  /** Saves that follow one another with the same `typing` are one step to undo. */
  saveModel(dealId: number, model: DealModel, typing?: string): Promise<void>;
  /** What a calibration is to change. */
  termsOf(target: CalibrationTarget): Promise<ModelTerms>;
  /** Gives groups of a deal's model, or of a set of the desk's own, the values and sources that a file of own records gave: one step to undo. */
  calibrate(target: CalibrationTarget, parts: CalibratedParts, fileName: string): Promise<void>;
  /**
   * Answers what gives a deal of another kind before the built-in set of this one, inside the edit that changes the kind:
   * where its model is still the built-in set of the old kind. An edited model stays.
   */
  followKind(is: DealKind): Promise<(edit: Pick<Edit, "trx" | "touch">, dealId: number, was: DealKind) => Promise<void>>;
}

type ModelTerms = Pick<AssumptionSet, "assumptions" | "sources" | "cases">;
interface CalibratedParts {
  readonly assumptions: Partial<AssumptionSet["assumptions"]>;
  readonly sources: Partial<AssumptionSet["sources"]>;
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
  const seededByKind = seedOnce(kysely, "assumptions.by-deal-kind", now, async (trx) => {
    for (const set of laterSets) await insertAssumptionSet(trx, { ...set, seeded: true });
  });
  const allSeeded = async (): Promise<void> => {
    await seeded();
    await seededByKind();
  };
  const get = async (id: number): Promise<AssumptionSet> => {
    await allSeeded();
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
    const { kind } = await getDeal(db, dealId);
    const { id, assumptions, sources, cases } = await getSeededSet(db, kind);
    return { assumptionSetId: id, assumptions, sources, cases, bidPriceFen: null };
  };
  const model = async (dealId: number): Promise<DealModel> => {
    await allSeeded();
    await getDeal(kysely, dealId);
    return modelIn(kysely, dealId);
  };
  const writeModel = async (dealId: number, edited: DealModel, labelOf: (before: DealModel) => StepOfModel, typing?: string): Promise<void> => {
    await allSeeded();
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
  const saveModel = async (dealId: number, given: DealModel, typing?: string): Promise<void> => {
    await allSeeded();
    const edited = hasLeftFile(given) ? withSetSources(given, await get(given.assumptionSetId)) : given;
    return writeModel(dealId, edited, (before) => ({ kind: "modelEdited", part: changedPart(before, edited) }), typing);
  };
  const updateSet = async (before: AssumptionSet, set: Omit<AssumptionSet, "seeded">, label: StepLabel, typing?: string): Promise<AssumptionSet> =>
    journal.edit({ stack: sets, label: () => label, typing }, async ({ trx, touch }) => {
      await updateAssumptionSet(trx, before);
      await touch("assumption_set", set.id);
      return updateAssumptionSet(trx, set);
    });
  return {
    list: async () => {
      await allSeeded();
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
    update: async (set, typing) => updateSet(await getWritable(set.id), set, labelOfSet("setEdited", set), typing),
    remove: async (id) => {
      const set = await getWritable(id);
      await journal.edit({ stack: sets, label: () => labelOfSet("setRemoved", set) }, async ({ trx, touch }) => {
        for (const dealId of await modelsOfSet(trx, id)) await touch("deal_model", dealId);
        await touch("assumption_set", id);
        await removeAssumptionSet(trx, set);
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
    termsOf: (target) => (target.kind === "deal" ? model(target.dealId) : get(target.setId)),
    calibrate: async (target, parts, fileName) => {
      const label: StepLabel = { kind: "curvesCalibrated", name: fileName, part: "" };
      if (target.kind === "deal") return writeModel(target.dealId, withParts(await model(target.dealId), parts), () => label);
      const set = await getWritable(target.setId);
      await updateSet(set, withParts(set, parts), label);
    },
    followKind: async (is) => {
      await allSeeded();
      return async ({ trx, touch }, dealId, was) => {
        const saved = await findDealModel(trx, dealId);
        const [old, next] = [await getSeededSet(trx, was), await getSeededSet(trx, is)];
        if (saved === undefined || old.id === next.id || saved.assumptionSetId !== old.id) return;
        if (canonicalJson(termsColumns(saved)) !== canonicalJson(termsColumns(old))) return;
        await touch("deal_model", dealId);
        const { id, assumptions, sources, cases } = next;
        await writeDealModel(trx, dealId, { assumptionSetId: id, assumptions, sources, cases, bidPriceFen: saved.bidPriceFen }, now());
      };
    },
  };
}
