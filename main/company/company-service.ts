import type { CompanyRecord, CompanyTableAnswer } from "../../shared/contract/company-channels.ts";
import type { Company, CompanyPlan } from "../../shared/domain/company.ts";
import { fenFromYuan } from "../../shared/money.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { Edit, JournalService } from "../journal/journal-service.ts";
import type { FileTokens } from "../tapes/file-tokens.ts";
import { inspectionBounds } from "../tapes/tape-bounds.ts";
import { costOf, gapsOf, planAfter } from "./company-basis.ts";
import {
  findCompanyPlan,
  findQuarterId,
  hasRecord,
  listExposures,
  listInstruments,
  listQuarters,
  putCompanyPlan,
  recordIds,
  removeCompanyPlan,
  removeRecord,
  writeRecord,
} from "./company-queries.ts";
import type { CompanyTasks } from "./company-tasks.ts";
import { quarterEndAfter, quarterOf } from "./quarter-calendar.ts";
import { samplePlan, sampleRecords } from "./sample-company.ts";

export interface CompanyService {
  get(): Promise<Company>;
  /** A null id adds a record. */
  save(id: number | null, entry: CompanyRecord): Promise<{ readonly id: number }>;
  /** One step to undo; a quarter that is there already is written over. */
  importTable(fileToken: string, kind: CompanyRecord["kind"]): Promise<CompanyTableAnswer>;
  remove(id: number): Promise<void>;
  savePlan(plan: CompanyPlan): Promise<CompanyPlan>;
  addSample(): Promise<void>;
  removeSample(): Promise<void>;
}

interface CompanyServiceParts {
  readonly db: DeskDatabase;
  readonly journal: Pick<JournalService, "edit">;
  readonly jobs: Pick<JobRunner<CompanyTasks>, "run">;
  /** Paths that the user chose, by token. */
  readonly files: FileTokens;
}

const stack = { area: "company" } as const;
const nameOf = ({ kind, record }: CompanyRecord): string => (kind === "quarter" ? record.quarterEnd : record.name);

async function write(edit: Edit, id: number | null, entry: CompanyRecord, isSample = false): Promise<number> {
  const taken = entry.kind === "quarter" ? await findQuarterId(edit.trx, entry.record.quarterEnd) : null;
  if (entry.kind === "quarter" && taken !== null && taken !== id) throw new DeskError("company.quarterTaken", { quarterEnd: entry.record.quarterEnd });
  if (id !== null) await edit.touch("company_record", id);
  const saved = await writeRecord(edit.trx, id, entry, isSample);
  if (saved === null) throw new DeskError("company.notFound", { id: id ?? 0 });
  if (id === null) edit.made("company_record", saved);
  return saved;
}

/** What falls due by quarter end and kind, and what states no day. */
function wallOf({ quarters, instruments }: Pick<Company, "quarters" | "instruments">): Company["wall"] {
  const from = quarters[0]?.quarterEnd;
  if (from === undefined) return [];
  const sums = new Map<string, Company["wall"][number]>();
  for (const { kind, maturesOn, drawnFen } of instruments) {
    if (kind === "capital" || drawnFen === 0) continue;
    const quarterEnd = maturesOn === null ? null : quarterEndAfter(from, quarterOf(from, maturesOn) + 1);
    const key = `${quarterEnd}/${kind}`;
    sums.set(key, { quarterEnd, kind, fen: (sums.get(key)?.fen ?? 0) + drawnFen });
  }
  return [...sums.values()].toSorted((one, other) => (one.quarterEnd ?? "9").localeCompare(other.quarterEnd ?? "9"));
}

/** The company behind the deals (公司与资金): what it reports, where its money comes from, what it plans. */
export function createCompanyService({ db, journal, jobs, files }: CompanyServiceParts): CompanyService {
  const { kysely } = db;

  const get = async (): Promise<Company> => {
    const [quarters, instruments, exposures, { plan: stated, isStated, isSample }] = await Promise.all([
      listQuarters(kysely),
      listInstruments(kysely),
      listExposures(kysely),
      findCompanyPlan(kysely),
    ]);
    const [latest] = quarters;
    const plan = planAfter(stated, latest?.quarterEnd ?? null);
    const cost = costOf(instruments, latest?.quarterEnd ?? null);
    return {
      quarters,
      instruments,
      exposures,
      plan,
      cost: { drawnFen: fenFromYuan(cost.drawnYuan), undrawnFen: fenFromYuan(cost.undrawnYuan), average: cost.average, marginal: cost.marginal },
      wall: wallOf({ quarters, instruments }),
      gaps: gapsOf(latest, instruments, plan),
      hasSample: isSample || [...quarters, ...instruments, ...exposures].some((record) => record.isSample),
      isEmpty: !isStated && quarters.length + instruments.length + exposures.length === 0,
    };
  };

  const importTable = async (fileToken: string, kind: CompanyRecord["kind"]): Promise<CompanyTableAnswer> => {
    const path = files.pathOf(fileToken);
    const { entries, refused } = await jobs.run("importCompany", { path, kind }, { kind: "importCompany", bounds: inspectionBounds });
    if (entries.length === 0) throw new DeskError("company.nothingRead", { rows: refused.length });
    await journal.edit({ stack, label: () => ({ kind: "companyImported", name: String(entries.length) }) }, async (edit) => {
      for (const entry of entries) {
        const id = entry.kind === "quarter" ? await findQuarterId(edit.trx, entry.record.quarterEnd) : null;
        await write(edit, id, entry);
      }
    });
    return { rows: entries.length, refused: [...refused] };
  };

  return {
    get,
    importTable,
    save: (id, entry) =>
      journal.edit({ stack, label: () => ({ kind: "companyEdited", name: nameOf(entry) }) }, async (edit) => ({ id: await write(edit, id, entry) })),
    remove: (id) =>
      journal.edit({ stack, label: () => ({ kind: "companyRemoved" }) }, async ({ trx, touch }) => {
        if (!(await hasRecord(trx, id))) throw new DeskError("company.notFound", { id });
        await touch("company_record", id);
        await removeRecord(trx, id);
      }),
    savePlan: (plan) =>
      journal.edit({ stack, label: () => ({ kind: "companyPlanEdited" }) }, async (edit) => {
        const { isStated } = await findCompanyPlan(edit.trx);
        if (isStated) await edit.touch("company_plan", 1);
        await putCompanyPlan(edit.trx, plan, false);
        if (!isStated) edit.made("company_plan", 1);
        return plan;
      }),
    addSample: () =>
      journal.edit({ stack, label: () => ({ kind: "companySampleAdded" }) }, async (edit) => {
        const { isStated } = await findCompanyPlan(edit.trx);
        const isEmpty = !isStated && [...(await recordIds(edit.trx, false)), ...(await recordIds(edit.trx, true))].length === 0;
        if (!isEmpty) throw new DeskError("company.notEmpty");
        for (const entry of sampleRecords) await write(edit, null, entry, true);
        await putCompanyPlan(edit.trx, samplePlan, true);
        edit.made("company_plan", 1);
      }),
    removeSample: () =>
      journal.edit({ stack, label: () => ({ kind: "companySampleRemoved" }) }, async ({ trx, touch }) => {
        for (const id of await recordIds(trx, true)) {
          await touch("company_record", id);
          await removeRecord(trx, id);
        }
        if (!(await findCompanyPlan(trx)).isSample) return;
        await touch("company_plan", 1);
        await removeCompanyPlan(trx);
      }),
  };
}
