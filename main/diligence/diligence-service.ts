import type { Kysely } from "kysely";
import type { Diligence, PlanLine } from "../../shared/contract/diligence-channels.ts";
import { type Inspection, type InspectionHours, usualHours } from "../../shared/domain/diligence.ts";
import { caseNamed } from "../../shared/domain/pricing-results.ts";
import { defaultGapRanges } from "../../shared/domain/scenario-defaults.ts";
import type { SimulationResult } from "../../shared/domain/simulation-results.ts";
import { fenFromYuan, yuanFromFen } from "../../shared/money.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import type { DeskSchema } from "../db/schema.ts";
import { getOpenDeal } from "../deals/deal-service.ts";
import { debtorKey } from "../debtors/debtor-key.ts";
import { debtorOf } from "../debtors/matched-lines.ts";
import { statedDebtors } from "../debtors/stated-debtors.ts";
import { chanceSpreads, type DiligenceFigures } from "../engine/diligence/debtor-figures.ts";
import { type Inspectable, planInspections } from "../engine/diligence/inspection-plan.ts";
import { percentileOf } from "../engine/diligence/stacked-percentile.ts";
import type { PricedPackage } from "../engine/price-package.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { JournalService } from "../journal/journal-service.ts";
import { sentColumns } from "../packages/held-columns.ts";
import type { LoadedPackage } from "../packages/loaded-package.ts";
import type { PackageService } from "../packages/package-service.ts";
import type { PricedDeal } from "../pricing/priced-deal.ts";
import type { PricingService } from "../pricing/pricing-service.ts";
import type { SimulationService } from "../simulations/simulation-service.ts";
import { idAt, placeOfId } from "../tapes/loan-ids.ts";
import { findHours, insertInspection, listInspections, putHours, type StoredInspection, updateInspection } from "./diligence-queries.ts";
import type { DiligenceTasks } from "./diligence-tasks.ts";
import { statedSample } from "./stated-sample.ts";

export interface DiligenceService {
  /** Which files to open next, and what those opened say of the rest; pricing.notPriced where the deal was not priced. */
  get(dealId: number): Promise<Diligence>;
  /** Puts what is planned and found of the debtor of a loan in place of what was; debtor.notFound for a loan of another package. */
  saveInspection(dealId: number, loanId: number, inspection: Inspection): Promise<Inspection>;
  saveHours(dealId: number, hours: InspectionHours): Promise<InspectionHours>;
}

interface DiligenceServiceParts {
  readonly db: DeskDatabase;
  readonly journal: Pick<JournalService, "edit">;
  readonly jobs: Pick<JobRunner<DiligenceTasks>, "run">;
  readonly pricing: Pick<PricingService, "latest">;
  readonly simulations: Pick<SimulationService, "state">;
  readonly packages: Pick<PackageService, "load">;
  readonly now: () => string;
  readonly author: () => Promise<string>;
}

/** Debtors of the ranking that are listed. */
const mostLines = 200;
const stackOf = (dealId: number) => ({ area: "deal", dealId }) as const;

/** The plan of due diligence (尽调计划) and the sample of what was worked on. */
export function createDiligenceService({ db, journal, jobs, packages, pricing, simulations, now, author }: DiligenceServiceParts): DiligenceService {
  const { kysely } = db;
  const figuresByPricing = new WeakMap<PricedPackage, Promise<DiligenceFigures>>();

  const figuresOf = ({ loaded, terms, output }: PricedDeal): Promise<DiligenceFigures> => {
    const known = figuresByPricing.get(output);
    if (known !== undefined) return known;
    const input = {
      ...sentColumns(loaded),
      debtors: loaded.debtors.count,
      assumptions: terms.assumptions,
      cases: terms.cases,
      ranges: defaultGapRanges,
    };
    const made = jobs.run("diligenceFigures", input, { kind: null });
    figuresByPricing.set(output, made);
    made.catch(() => figuresByPricing.delete(output));
    return made;
  };

  const get = async (dealId: number): Promise<Diligence> => {
    const priced = await pricing.latest(dealId);
    const { loaded, output } = priced;
    const [figures, hours, known, simulated] = await Promise.all([
      figuresOf(priced),
      findHours(kysely, dealId),
      inspectionsByDebtor(kysely, dealId, loaded),
      simulations.state(dealId).then(({ result, isCurrent }) => (isCurrent ? result : null)),
    ]);
    const stated = hours ?? usualHours;
    const { maxBidFen } = caseNamed(output.result.cases, "base");
    const { maxBidFen: lowBidFen } = caseNamed(output.result.cases, "low");
    const spreads = spreadsOf(figures, simulated);
    const candidates = Array.from(figures.isOwn.keys()).filter((debtor) => known.get(debtor)?.status !== "done");
    const files = candidates.map((debtor) => fileOf(spreads, debtor, known.get(debtor)?.hours ?? stated.hoursEach));
    const plan = planInspections(files, yuanFromFen(maxBidFen - output.result.bidPriceFen), stated.hoursLeft);
    const ranked = plan.ranked.map((one) => ({ ...one, debtor: candidates[one.index] ?? 0, file: files[one.index] ?? noFile }));
    const done = [...known].filter(([, { status }]) => status === "done").map(([debtor]) => ({ ...notPlanned, debtor, file: fileOf(spreads, debtor, 1) }));
    const listed = [...ranked.filter(({ debtor }, place) => place < mostLines || known.has(debtor)), ...done];
    const names = await namesOf(
      kysely,
      loaded,
      listed.map(({ debtor }) => debtor),
    );
    const lines = listed.map(({ debtor, file, perfect, gain, gainPerHour, isPlanned }, place): PlanLine => {
      const inspection = known.get(debtor) ?? null;
      return {
        loanId: idAt(loaded.ids, loaded.debtors.firstLoan[debtor] ?? 0),
        debtorName: names[place] ?? null,
        inspection: inspection === null ? null : shownOf(inspection),
        hours: inspection?.hours ?? stated.hoursEach,
        spreadFen: fenFromYuan(file.spread),
        perfectFen: fenFromYuan(perfect),
        gainFen: fenFromYuan(gain),
        gainPerHourFen: fenFromYuan(gainPerHour),
        isPlanned,
        isUnderwritten: figures.isOwn[debtor] === 1,
      };
    });
    return {
      ...stated,
      bidPriceFen: output.result.bidPriceFen,
      maxBidFen,
      hasSimulation: simulated !== null,
      plannedHours: plan.plannedHours,
      plannedGainFen: fenFromYuan(plan.plannedGain),
      jointGainFen: fenFromYuan(plan.jointGain),
      mostGainFen: fenFromYuan(plan.mostGain),
      debtors: loaded.debtors.count,
      lines,
      stackedShare: simulated === null ? null : percentileOf(simulated.distribution.histogram, lowBidFen),
      underwritten: figures.isOwn.reduce((sum, own) => sum + own, 0),
      ownAllocatedFen: output.allocatedFen.reduce((sum, fen, loan) => (figures.isOwn[loaded.columns.debtor[loan] ?? 0] === 1 ? sum + fen : sum), 0),
      sample: statedSample(figures, maxBidFen),
    };
  };

  const saveInspection = async (dealId: number, loanId: number, inspection: Inspection): Promise<Inspection> => {
    const loaded = await packages.load(dealId);
    const debtor = loaded.columns.debtor[placeOfId(loaded.ids, loanId) ?? -1];
    if (debtor === undefined) throw new DeskError("debtor.notFound", { loanId });
    const [stated] = await statedDebtors(kysely, loaded, [debtor]);
    if (stated === undefined) throw new DeskError("debtor.notFound", { loanId });
    const typed = { ...inspection, debtorName: stated.debtorName ?? "", typedBy: await author(), typedAt: now() };
    const name = stated.debtorName ?? stated.contractNo;
    await journal.edit({ stack: stackOf(dealId), label: () => ({ kind: "inspectionEdited", name }) }, async (edit) => {
      await getOpenDeal(edit.trx, dealId);
      const before = (await listInspections(edit.trx, dealId)).find(({ key }) => key === debtorKey(stated));
      if (before === undefined) edit.made("dd_task", await insertInspection(edit.trx, dealId, { key: debtorKey(stated), ...typed }));
      else {
        await edit.touch("dd_task", before.id);
        await updateInspection(edit.trx, before.id, typed);
      }
    });
    return inspection;
  };

  const saveHours = (dealId: number, hours: InspectionHours): Promise<InspectionHours> =>
    journal.edit({ stack: stackOf(dealId), label: () => ({ kind: "inspectionHours", name: String(hours.hoursLeft) }) }, async (edit) => {
      await getOpenDeal(edit.trx, dealId);
      const isFirst = (await findHours(edit.trx, dealId)) === null;
      if (!isFirst) await edit.touch("dd_hours", dealId);
      await putHours(edit.trx, dealId, hours);
      if (isFirst) edit.made("dd_hours", dealId);
      return hours;
    });

  return { get, saveInspection, saveHours };
}

/** What is written down of the debtors of a package; where two notes come to mean one debtor, the one that was begun first. */
async function inspectionsByDebtor(db: Kysely<DeskSchema>, dealId: number, loaded: LoadedPackage): Promise<ReadonlyMap<number, StoredInspection>> {
  const known = new Map<number, StoredInspection>();
  for (const one of await listInspections(db, dealId)) {
    const debtor = await debtorOf(db, loaded, one);
    if (debtor !== null && !known.has(debtor)) known.set(debtor, one);
  }
  return known;
}

const namesOf = async (db: Kysely<DeskSchema>, loaded: LoadedPackage, debtors: readonly number[]): Promise<(string | null)[]> =>
  (await statedDebtors(db, loaded, debtors)).map(({ debtorName }) => debtorName);

const shownOf = ({ hours, status, finding, typedBy, typedAt }: StoredInspection) => ({ hours, status, finding, typedBy, typedAt });

/** What is uncertain of each debtor, in the money of the highest bid: in all, and what an inspection leaves of it. */
interface Spreads {
  readonly whole: Float64Array;
  readonly residual: Float64Array;
}

/** What the list leaves open can be found out; what chance decides is left, whatever the file says. */
function spreadsOf({ gapVariance, spanYuan, bidPerYuan }: DiligenceFigures, simulated: SimulationResult | null): Spreads {
  const simulatedYuan = simulated === null ? null : yuanFromFen(simulated.distribution.presentValue.standardDeviation);
  const chance = chanceSpreads(spanYuan, simulatedYuan);
  return {
    whole: gapVariance.map((variance, debtor) => Math.sqrt(variance + (chance[debtor] ?? 0) ** 2) * bidPerYuan),
    residual: chance.map((spread) => spread * bidPerYuan),
  };
}

const fileOf = ({ whole, residual }: Spreads, debtor: number, hours: number): Inspectable => ({
  spread: whole[debtor] ?? 0,
  residual: residual[debtor] ?? 0,
  hours,
});
const noFile: Inspectable = { spread: 0, residual: 0, hours: 1 };
/** A file that was read has nothing left to gain. */
const notPlanned = { perfect: 0, gain: 0, gainPerHour: 0, isPlanned: false };
