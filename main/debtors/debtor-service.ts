import type { ChangedLines, DebtorDetail, DebtorSheet, DebtorView } from "../../shared/contract/debtor-channels.ts";
import type { CaseName } from "../../shared/domain/codes.ts";
import { type DebtorEntry, type DebtorPatch, emptyEntry, type FrozenDebtors, patchedEntry } from "../../shared/domain/debtor-sheet.ts";
import { fenFromYuan } from "../../shared/money.ts";
import { DeskError } from "../../shared/result.ts";
import { canonicalJson } from "../db/canonical-json.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { getOpenDeal } from "../deals/deal-service.ts";
import type { PackageColumns } from "../engine/engine-types.ts";
import type { PricedPackage } from "../engine/price-package.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { Edit, JournalService } from "../journal/journal-service.ts";
import type { LoadedPackage } from "../packages/loaded-package.ts";
import type { PackageService } from "../packages/package-service.ts";
import type { PricedDeal } from "../pricing/priced-deal.ts";
import type { PricingService } from "../pricing/pricing-service.ts";
import type { PricingTasks } from "../pricing/pricing-tasks.ts";
import { idAt, placeOfId } from "../tapes/loan-ids.ts";
import { debtorHoldings } from "./debtor-holdings.ts";
import { debtorKey, type StatedDebtor } from "./debtor-key.ts";
import { DebtorPages } from "./debtor-pages.ts";
import {
  entryFrom,
  findLine,
  insertLine,
  lineHistory,
  readDebtorLoans,
  readDebtorRepayments,
  readGuarantors,
  removeLine,
  updateLine,
} from "./debtor-queries.ts";
import type { DebtorTasks } from "./debtor-tasks.ts";
import { matchLines } from "./matched-lines.ts";
import { byValue, printedDebtors, printedSheet } from "./printed-sheet.ts";
import { restoredEstimates, withEstimates } from "./restored-estimates.ts";
import { statedDebtors } from "./stated-debtors.ts";

/** What cells state of the line of a loan's debtor. */
interface TypedLine {
  readonly loanId: number;
  readonly patch: DebtorPatch;
}

export interface DebtorService {
  /** Debtors of the deal's latest pricing, a line each; pricing.notPriced where there is none. */
  sheet(dealId: number, view: DebtorView, window: { readonly offset: number; readonly limit: number }): Promise<DebtorSheet>;
  /** What a memo prints of the sheet of a pricing. */
  printed(dealId: number, priced: PricedDeal): Promise<FrozenDebtors>;
  /** The debtor of a loan with what hangs on it; debtor.notFound for a loan of another package. */
  get(dealId: number, loanId: number, caseName: CaseName): Promise<DebtorDetail>;
  /** Puts the desk's line in place of the one before; one with nothing in it is taken away. */
  save(dealId: number, loanId: number, entry: DebtorEntry): Promise<ChangedLines>;
  /** Puts what cells state into the lines of their debtors, one with nothing in it away: one step to undo. */
  type(dealId: number, lines: readonly TypedLine[]): Promise<ChangedLines>;
  /** Puts the own estimates of a run in place of those of the deal, where the package has the run's loans. */
  restoreEstimates(dealId: number, ofRun: PackageColumns): Promise<void>;
  /** Puts the debtors of loans into a group, out of any with an empty name: one step to undo. */
  group(dealId: number, loanIds: readonly number[], groupName: string): Promise<ChangedLines>;
}

interface DebtorServiceParts {
  readonly db: DeskDatabase;
  readonly journal: Pick<JournalService, "edit">;
  readonly jobs: Pick<JobRunner<DebtorTasks & PricingTasks>, "run">;
  readonly packages: Pick<PackageService, "load">;
  readonly pricing: Pick<PricingService, "latest" | "loanKeys">;
  readonly now: () => string;
  /** Who works at the desk; empty where it is not stated. */
  readonly author: () => Promise<string>;
}

/** Loans that the drawer of a debtor lists. */
const mostLoans = 200;
/** Debtors named beside a guarantor, or for a shared asset. */
const mostNamed = 20;
const mostHistory = 100;

const stackOf = (dealId: number) => ({ area: "deal", dealId }) as const;
const isEmpty = (entry: DebtorEntry) => canonicalJson({ ...entry, marginBasis: "onPrice" }) === canonicalJson(emptyEntry);

/** The debtor sheet (户表): a priced package by debtor, and what the desk says of each. */
export function createDebtorService({ db, journal, jobs, packages, pricing, now, author }: DebtorServiceParts): DebtorService {
  const { kysely } = db;
  const pagesByPricing = new WeakMap<PricedPackage, Promise<DebtorPages>>();

  const makePages = async (dealId: number, priced: PricedDeal): Promise<DebtorPages> => {
    const { loaded, output } = priced;
    const grossFen = Object.fromEntries(output.result.cases.map(({ caseName, grossRecoveryFen }) => [caseName, grossRecoveryFen])) as Record<CaseName, number>; // low, base, high
    const { loanResults, allocatedFen } = output;
    const figures = await jobs.run(
      "sumDebtors",
      { columns: loaded.columns, debtors: loaded.debtors.count, loanResults, allocatedFen, grossFen },
      { kind: null },
    );
    const parts = {
      db: kysely,
      order: (column: Float64Array | Uint32Array, descending: boolean) => jobs.run("orderLoans", { column, descending }, { kind: null }),
      search: async (text: string) => {
        const { searched, starts } = await pricing.loanKeys(dealId);
        return jobs.run("searchLoans", { searched, starts, text }, { kind: null });
      },
      nameRanks: async () => (await pricing.loanKeys(dealId)).ranks.debtor_name,
    };
    return new DebtorPages(parts, priced, figures);
  };

  const pagesOf = (dealId: number, priced: PricedDeal): Promise<DebtorPages> => {
    const known = pagesByPricing.get(priced.output);
    if (known !== undefined) return known;
    const made = makePages(dealId, priced);
    pagesByPricing.set(priced.output, made);
    made.catch(() => pagesByPricing.delete(priced.output));
    return made;
  };

  /** `named`: of what the step speaks; null: of the first debtor. */
  const save = async (dealId: number, lines: readonly ChangedLine[], { kind, named }: SavedStep): Promise<ChangedLines> => {
    const loaded = await packages.load(dealId);
    const changes = new Map(lines.map(({ loanId, change }) => [debtorOfLoan(loaded, loanId), change]));
    const debtors = await statedDebtors(kysely, loaded, [...changes.keys()]);
    const typedBy = await author();
    const [{ debtorName, contractNo } = nobody] = debtors;
    return journal.edit({ stack: stackOf(dealId), label: () => ({ kind, name: named ?? debtorName ?? contractNo }) }, async (edit) => {
      await getOpenDeal(edit.trx, dealId);
      const changed: LineChange[] = [];
      for (const [place, change] of [...changes.values()].entries())
        changed.push(await putLine(edit, dealId, debtors[place] ?? nobody, change, { typedBy, typedAt: now() }));
      return { lines: changed.filter((what) => what !== "nothing").length, isPriced: changed.includes("price") };
    });
  };

  const namesOf = async (loaded: LoadedPackage, debtors: readonly number[]) => {
    const stated = await statedDebtors(kysely, loaded, debtors);
    return debtors.map((debtor, place) => ({
      loanId: idAt(loaded.ids, loaded.debtors.firstLoan[debtor] ?? 0),
      debtorName: stated[place]?.debtorName ?? null,
    }));
  };

  const guarantorsOf = async (loaded: LoadedPackage, debtor: number, loanIds: readonly number[]): Promise<DebtorDetail["guarantors"]> => {
    const own = await readGuarantors(kysely, loanIds);
    const names = [...new Set(own.map(({ name }) => name))];
    if (names.length === 0) return [];
    const all = await jobs.run("loansOfGuarantors", { desk: db.forWorkers, tapeId: loaded.tapeId, names }, { kind: null });
    return Promise.all(
      names.map(async (name) => {
        const stood = all.flatMap((row) => (row.name === name ? [loaded.columns.debtor[placeOfId(loaded.ids, row.loan_id) ?? -1] ?? debtor] : []));
        const others = [...new Set(stood)].filter((other) => other !== debtor);
        const loans = own.filter((row) => row.name === name).length;
        return { name, loans, others: await namesOf(loaded, others.slice(0, mostNamed)), moreOthers: Math.max(0, others.length - mostNamed) };
      }),
    );
  };

  const get = async (dealId: number, loanId: number, caseName: CaseName): Promise<DebtorDetail> => {
    const priced = await pricing.latest(dealId);
    const { loaded, output } = priced;
    const debtor = debtorOfLoan(loaded, loanId);
    const pages = await pagesOf(dealId, priced);
    const [row] = await pages.rows([debtor], await matchLines(kysely, dealId, loaded));
    const [stated = nobody] = await statedDebtors(kysely, loaded, [debtor]);
    if (row === undefined) throw new DeskError("debtor.notFound", { loanId });
    const indexes = loansOfDebtor(loaded, debtor, mostLoans);
    const loanIds = indexes.map((index) => idAt(loaded.ids, index));
    const facts = new Map((await readDebtorLoans(kysely, loanIds)).map((loan) => [loan.id, loan]));
    const { upb, interest, fees } = loaded.columns;
    const fen = (column: Float64Array, index: number) => fenFromYuan(column[index] ?? 0);
    return {
      row,
      loans: indexes.map((index) => {
        const loan = facts.get(idAt(loaded.ids, index));
        return {
          loanId: idAt(loaded.ids, index),
          contractNo: loan?.contract_no ?? "",
          claimFen: fen(upb, index) + fen(interest, index) + fen(fees, index),
          principalFen: fen(upb, index),
          stage: loan?.litigation_stage ?? null,
          court: loan?.court ?? null,
          condition: loan?.debtor_condition ?? null,
          presentValueFen: fen(output.loanResults[caseName].presentValue, index),
        };
      }),
      guarantors: await guarantorsOf(loaded, debtor, loanIds),
      repayments: await readDebtorRepayments(kysely, loaded.tapeId, loanIds, stated),
      sharesWith: await namesOf(loaded, pages.linkedTo(debtor).slice(0, mostNamed)),
      history: await lineHistory(kysely, dealId, debtorKey(stated), mostHistory),
    };
  };

  const restoreEstimates = async (dealId: number, ofRun: PackageColumns): Promise<void> => {
    const loaded = await packages.load(dealId);
    const wanted = restoredEstimates(ofRun, loaded.columns);
    if (wanted === null) return;
    const { byDebtor } = await matchLines(kysely, dealId, loaded);
    const all = [...new Set([...wanted.keys(), ...byDebtor.keys()])];
    if (all.length === 0) return;
    const stated = await statedDebtors(kysely, loaded, all);
    const typed = { typedBy: await author(), typedAt: now() };
    await journal.edit({ stack: stackOf(dealId), label: () => ({ kind: "estimatesRestored" }) }, async (edit) => {
      await getOpenDeal(edit.trx, dealId);
      for (const [place, debtor] of stated.entries())
        await putLine(edit, dealId, debtor, (before) => withEstimates(before, wanted.get(all[place] ?? -1)), typed);
    });
  };

  return {
    restoreEstimates,
    printed: async (dealId, priced) => {
      const pages = await pagesOf(dealId, priced);
      const sheet = await pages.sheet(byValue, { offset: 0, limit: printedDebtors }, await matchLines(kysely, dealId, priced.loaded));
      const { loaded, output } = priced;
      const debtors = sheet.rows.map(({ loanId }) => debtorOfLoan(loaded, loanId));
      return printedSheet(sheet, debtorHoldings(loaded.columns, output.loanResults.base, debtors));
    },
    sheet: async (dealId, view, window) => {
      const priced = await pricing.latest(dealId);
      const pages = await pagesOf(dealId, priced);
      return pages.sheet(view, window, await matchLines(kysely, dealId, priced.loaded));
    },
    get,
    save: (dealId, loanId, entry) => save(dealId, [{ loanId, change: () => entry }], { kind: "debtorEdited", named: null }),
    type: (dealId, lines) =>
      save(
        dealId,
        lines.map(({ loanId, patch }) => ({ loanId, change: (before) => patchedEntry(before, patch) })),
        lines.length === 1 ? { kind: "debtorEdited", named: null } : { kind: "debtorsTyped", named: String(lines.length) },
      ),
    group: (dealId, loanIds, groupName) =>
      save(
        dealId,
        loanIds.map((loanId) => ({ loanId, change: (before) => ({ ...before, groupName }) })),
        { kind: "debtorsGrouped", named: groupName },
      ),
  };
}

const nobody: StatedDebtor = { debtorId: null, debtorName: null, contractNo: "" };

/** What an edit makes of the line before. */
type Change = (before: DebtorEntry) => DebtorEntry;

/** By a loan of the debtor. */
interface ChangedLine {
  readonly loanId: number;
  readonly change: Change;
}

interface SavedStep {
  readonly kind: "debtorEdited" | "debtorsTyped" | "debtorsGrouped";
  readonly named: string | null;
}

function debtorOfLoan({ ids, columns }: LoadedPackage, loanId: number): number {
  const debtor = columns.debtor[placeOfId(ids, loanId) ?? -1];
  if (debtor === undefined) throw new DeskError("debtor.notFound", { loanId });
  return debtor;
}

function loansOfDebtor({ columns }: LoadedPackage, debtor: number, most: number): number[] {
  const loans: number[] = [];
  for (let loan = columns.debtor.indexOf(debtor); loan >= 0 && loans.length < most; loan = columns.debtor.indexOf(debtor, loan + 1)) loans.push(loan);
  return loans;
}

type LineChange = "nothing" | "words" | "price";

/** What of a line is priced. */
const pricedPart = ({ low, high, lowWeight }: DebtorEntry) => {
  const flow = (own: DebtorEntry["low"]) => (own === null ? null : [own.grossFen, own.costsFen, own.months]);
  return canonicalJson([flow(low), flow(high), lowWeight]);
};

interface TypedBy {
  readonly typedBy: string;
  readonly typedAt: string;
}

/** Makes, changes or takes away a debtor's line, as there is something to say of it. */
async function putLine(edit: Edit, dealId: number, debtor: StatedDebtor, change: Change, typed: TypedBy): Promise<LineChange> {
  const { trx } = edit;
  const key = debtorKey(debtor);
  const row = await findLine(trx, dealId, key);
  const before = row === undefined ? null : entryFrom(row);
  const after = change(before ?? emptyEntry);
  const isSame = canonicalJson({ ...after, typedBy: "", typedAt: "" }) === canonicalJson({ ...(before ?? emptyEntry), typedBy: "", typedAt: "" });
  if (isSame) return "nothing";
  const name = debtor.debtorName ?? "";
  if (row !== undefined) await edit.touch("debtor_estimate", row.id);
  if (isEmpty(after)) {
    if (row !== undefined) await removeLine(trx, row.id);
  } else if (row === undefined) {
    edit.made("debtor_estimate", await insertLine(trx, dealId, key, name, { ...after, ...typed }));
  } else {
    await updateLine(trx, row.id, name, { ...after, ...typed });
  }
  return pricedPart(after) === pricedPart(before ?? emptyEntry) ? "words" : "price";
}
