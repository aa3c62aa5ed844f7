import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { deflate, inflate } from "node:zlib";
import type { Kysely } from "kysely";
import { LRUCache } from "lru-cache";
import { type Approval, type ApprovalStep, type PrintedApproval, paperConditionsSchema, type StepDetail, type StepKind } from "../../shared/domain/approval.ts";
import { approvedStates, ruleFor, tallyVotes, usualRule, type VoteRule, voteRuleSchema } from "../../shared/domain/committee.ts";
import { type Memo, memoSchema } from "../../shared/domain/memo.ts";
import { isSameName } from "../../shared/domain/same-name.ts";
import { DeskError } from "../../shared/result.ts";
import { canonicalJson } from "../db/canonical-json.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import type { DeskSchema } from "../db/schema.ts";
import { getDeal, getOpenDeal } from "../deals/deal-service.ts";
import type { Actor, PeopleService } from "../people/people-service.ts";
import type { RunService } from "../runs/run-service.ts";
import {
  findMemo,
  findPaperOfRun,
  findRules,
  insertAction,
  insertPaper,
  listActions,
  listPapers,
  putRules,
  type StoredPaper,
  updatePaper,
} from "./committee-queries.ts";
import { dayInShanghai, hashOfBasis, hashOfStep, isAltered, paperView, votesOf } from "./paper-view.ts";
import { endedStates, stepRules } from "./step-rules.ts";

export interface CommitteeService {
  get(dealId: number): Promise<Approval>;
  /** What has changed since the latest paper was handed in; none where none was, or where it has ended. */
  differences(dealId: number): Promise<Approval["differences"]>;
  /** Freezes a saved run with its memo. approval.underWay, approval.noRule, run.altered. */
  submit(dealId: number, runId: number, askedFen: number, reasoning: string): Promise<Approval>;
  act(dealId: number, paperId: number, step: ApprovalStep): Promise<Approval>;
  rules(): Promise<VoteRule[]>;
  saveRules(rules: VoteRule[]): Promise<VoteRule[]>;
  /** What a memo prints of a run's approval; null where the run was never handed in. */
  printed(runId: number): Promise<PrintedApproval | null>;
  /** Who goes into a sale; refused with bid.notApproved where the desk has persons and no approval holds. */
  bidder(dealId: number): Promise<Actor>;
  /** In the transaction of a sale: goes on with the paper that holds, where there is one. */
  followSale(trx: Kysely<DeskSchema>, dealId: number, kind: "bid" | "noSale" | "win" | "lose" | "withdraw", who: Actor, reason: string): Promise<void>;
}

interface CommitteeServiceParts {
  readonly db: DeskDatabase;
  readonly now: () => string;
  readonly people: Pick<PeopleService, "acting" | "list" | "signer" | "publicKeys">;
  readonly runs: Pick<RunService, "list" | "replay" | "hashes">;
  /** The memo of a run as it prints today, to be frozen. */
  readonly memoOf: (runId: number) => Promise<unknown>;
  /** What the plan of the bid holds itself to; null where it states no limit. */
  readonly plannedLimit: (dealId: number) => Promise<number | null>;
}

/** The limit that an approval holds a deal's bids to; null where none was approved. Fails with approval.altered where the paper isn't as its steps say. */
export async function approvedLimit(db: Kysely<DeskSchema>, dealId: number): Promise<{ readonly limitFen: number; readonly expiresOn: string | null } | null> {
  const [paper] = await listPapers(db, dealId);
  if (paper === undefined || paper.limitFen === null || !approvedStates.includes(paper.state)) return null;
  if (isAltered(paper, await listActions(db, paper.id))) throw new DeskError("approval.altered");
  return { limitFen: paper.limitFen, expiresOn: paper.expiresOn };
}

/** Whether a step is theirs: one person, also under a second entry of the same name. */
const isOneOf = (one: { readonly personId: number | null; readonly name: string }, who: Actor): boolean =>
  isSameName(one.name, who.name) || (who.personId !== null && one.personId === who.personId);

const pack = promisify<Buffer, Buffer>(deflate);
const unpack = promisify<Uint8Array, Buffer>(inflate);
const frozenDealSchema = memoSchema.pick({ deal: true });

/** What handing in froze; a paper that was carried over from before approvals were kept has none, and goes no such way. */
function frozen<Value>({ state }: StoredPaper, value: Value | null): Value {
  if (value === null) throw new DeskError("approval.wrongState", { state });
  return value;
}

/** Papers, votes and what follows from them (审批). */
export function createCommitteeService({ db, now, people, runs, memoOf, plannedLimit }: CommitteeServiceParts): CommitteeService {
  const { kysely } = db;

  const hasPersons = async () => (await people.list()).some(({ retiredAt }) => retiredAt === null);
  const rules = async () => (await findRules(kysely)) ?? [usualRule];

  const frozenDeals = new LRUCache<number, Memo["deal"]>({ max: 50 });
  /** The deal as it stands in the frozen memo, which never changes. */
  const frozenDeal = async (paperId: number): Promise<Memo["deal"] | null> => {
    const known = frozenDeals.get(paperId);
    if (known !== undefined) return known;
    const memo = await findMemo(kysely, paperId);
    if (memo === null) return null;
    const { deal } = frozenDealSchema.parse(JSON.parse((await unpack(memo)).toString("utf8")));
    frozenDeals.set(paperId, deal);
    return deal;
  };
  /** Whether the deal isn't the one that was handed in: its name, seller, kind, way of sale or days. */
  const isOtherDeal = async (paper: StoredPaper): Promise<boolean> => {
    const [then, today] = [await frozenDeal(paper.id), await getDeal(kysely, paper.dealId)];
    return then !== null && (["name", "seller", "kind", "process", "cutOffDate"] as const).some((fact) => then[fact] !== today[fact]);
  };

  const differencesOf = async (paper: StoredPaper | undefined): Promise<Approval["differences"]> => {
    if (paper === undefined || paper.inputsHash === null || !["submitted", "checked", "agenda", "approved", "bid"].includes(paper.state)) return [];
    const inputs = await runs.hashes(paper.dealId).then(
      ({ inputsHash }) => (inputsHash === paper.inputsHash ? [] : ["inputs" as const]),
      () => ["cannotTell" as const],
    );
    const actions = await listActions(kysely, paper.id);
    const isOpen = approvedStates.includes(paper.state) && paperConditionsSchema.parse(JSON.parse(paper.conditions)).some(({ metBy }) => metBy === null);
    const planned = paper.limitFen === null ? null : await plannedLimit(paper.dealId);
    const isAbove = planned !== null && paper.limitFen !== null && planned > paper.limitFen;
    const isExpired = paper.expiresOn !== null && paper.expiresOn < dayInShanghai(now());
    return [
      ...(isAltered(paper, actions) ? ["altered" as const] : []),
      ...inputs,
      ...((await isOtherDeal(paper)) ? ["deal" as const] : []),
      ...(isAbove ? ["limit" as const] : []),
      ...(isExpired ? ["expired" as const] : []),
      ...(isOpen ? ["conditions" as const] : []),
    ];
  };

  const get = async (dealId: number): Promise<Approval> => {
    await getDeal(kysely, dealId);
    const keys = await people.publicKeys();
    const papers = await listPapers(kysely, dealId);
    const views = await Promise.all(papers.map(async (paper) => paperView(paper, await listActions(kysely, paper.id), keys, now())));
    const [paper = null, ...earlier] = views;
    return { paper, earlier, differences: await differencesOf(papers[0]), hasPersons: await hasPersons() };
  };

  const signed = (paper: Pick<StoredPaper, "id" | "runHash" | "memoHash">, kind: StepKind, who: Actor, reason: string, detail: StepDetail) => {
    const step = { kind, personId: who.personId, name: who.name, at: now(), reason, detail };
    const key = who.personId === null ? null : people.signer();
    const signedHash = key === null ? null : hashOfStep(paper, step);
    return { ...step, signedHash, signature: key === null || signedHash === null ? null : key.sign(signedHash) };
  };

  const submit: CommitteeService["submit"] = async (dealId, runId, askedFen, reasoning) => {
    const who = await people.acting("maker");
    const { kind } = await getOpenDeal(kysely, dealId);
    const run = (await runs.list(dealId)).find(({ id }) => id === runId);
    if (run === undefined) throw new DeskError("run.notFound", { runId });
    if (ruleFor(await rules(), kind, askedFen) === null) throw new DeskError("approval.noRule", { askedFen });
    const memo = canonicalJson(await memoOf(runId));
    const packed = await pack(Buffer.from(memo));
    const memoHash = createHash("sha256").update(memo).digest("hex");
    await kysely.transaction().execute(async (trx) => {
      const [last] = await listPapers(trx, dealId);
      if (last !== undefined && last.carriedFrom === null && !endedStates.includes(last.state)) throw new DeskError("approval.underWay", { dealId });
      const { runHash, inputsHash } = run;
      const frozen = { dealId, runId, runHash, inputsHash, memoHash, memo: packed, askedFen, reasoning };
      const id = await insertPaper(trx, { ...frozen, madeBy: who.personId, madeByName: who.name, madeAt: now() });
      await insertAction(trx, id, signed({ id, runHash, memoHash }, "submit", who, reasoning, { limitFen: askedFen }));
    });
    return get(dealId);
  };

  /** A step by its rule: state, role, and what belongs to it. */
  const act: CommitteeService["act"] = async (dealId, paperId, step) => {
    await getOpenDeal(kysely, dealId);
    const [paper] = await listPapers(kysely, dealId);
    if (paper?.id !== paperId) throw new DeskError("approval.notFound", { submissionId: paperId });
    const kind = step.kind === "decide" ? "approve" : step.kind;
    const rule = stepRules[kind];
    if (!rule.from.includes(paper.state)) throw new DeskError("approval.wrongState", { state: paper.state });
    const actor = await people.acting(...rule.roles);
    const typed = step.kind === "vote" || step.kind === "recuse" ? step.name : "";
    const who = actor.personId === null && typed !== "" ? { personId: null, name: typed } : actor;
    const prepared = await prepare(paper, step, who);
    await kysely.transaction().execute(async (trx) => {
      const [still] = await listPapers(trx, dealId);
      if (still?.id !== paperId || still.state !== paper.state) throw new DeskError("approval.wrongState", { state: still?.state ?? "" });
      const done = await finish(trx, paper, step, who, prepared);
      const reason = step.kind === "decide" ? step.minutes : step.reason;
      await insertAction(trx, paperId, signed(paper, done.kind, who, reason, done.detail));
      const { to } = stepRules[done.kind];
      await updatePaper(trx, paperId, { ...done.change, ...(to === null ? {} : { state: to }) });
    });
    return get(dealId);
  };

  interface Prepared {
    readonly replayHash?: string;
    readonly rule?: VoteRule;
    /** Whether the one who votes has the chair's role; a chair isn't claimed where the desk has persons. */
    readonly isChair?: boolean;
  }

  /** What has to be known before the transaction: the run priced again, the house's rule. */
  const prepare = async (paper: StoredPaper, step: ApprovalStep, who: Actor): Promise<Prepared> => {
    if (step.kind === "check") {
      const isSame = who.name !== "" && (isSameName(who.name, paper.madeByName) || (who.personId !== null && who.personId === paper.madeBy));
      if (isSame) throw new DeskError("approval.sameAsMaker", { name: who.name });
      const runId = frozen(paper, paper.runId);
      const { runHash, isSame: isEqual } = await runs.replay(runId);
      if (!isEqual) throw new DeskError("approval.replayDiffers", { runId });
      return { replayHash: runHash };
    }
    if (step.kind === "vote" && who.personId !== null) {
      const isChair = await people.acting("chair").then(
        () => true,
        () => false,
      );
      return { isChair };
    }
    if (step.kind !== "agenda") return {};
    const { kind } = await getDeal(kysely, paper.dealId);
    const askedFen = frozen(paper, paper.askedFen);
    const found = ruleFor(await rules(), kind, askedFen);
    if (found === null) throw new DeskError("approval.noRule", { askedFen });
    return { rule: found };
  };

  type Done = { readonly kind: Exclude<StepKind, "submit">; readonly detail: StepDetail; readonly change: Parameters<typeof updatePaper>[2] };

  const finish = async (trx: Kysely<DeskSchema>, paper: StoredPaper, step: ApprovalStep, who: Actor, prepared: Prepared): Promise<Done> => {
    switch (step.kind) {
      case "check":
        return { kind: "check", detail: prepared.replayHash === undefined ? {} : { replayHash: prepared.replayHash }, change: {} };
      case "agenda":
        return { kind: "agenda", detail: {}, change: prepared.rule === undefined ? {} : { rule: JSON.stringify(prepared.rule) } };
      case "recuse":
      case "vote": {
        if (who.name === "") throw new DeskError("approval.nameMissing");
        const actions = await listActions(trx, paper.id);
        const heard = actions.filter((action) => action.kind === "vote" || action.kind === "recuse");
        const before = heard.find((action) => isOneOf(action, who));
        if (before !== undefined) throw new DeskError(before.kind === "vote" ? "approval.voted" : "approval.recused", { name: who.name });
        const { members } = voteRuleSchema.parse(JSON.parse(paper.rule ?? "{}"));
        if (heard.length >= members) throw new DeskError("approval.bodyFull", { members });
        return { kind: step.kind, detail: step.kind === "vote" ? { word: step.word, isChair: prepared.isChair ?? step.isChair } : {}, change: {} };
      }
      case "decide":
        return decided(paper, step, who, await listActions(trx, paper.id));
      case "meet": {
        const conditions = paperConditionsSchema.parse(JSON.parse(paper.conditions));
        const met = conditions.map((one, at) => (at === step.condition ? { ...one, metBy: who.name, metAt: now() } : one));
        const wanted = conditions[step.condition];
        if (wanted === undefined) throw new DeskError("approval.notFound", { submissionId: paper.id });
        if (wanted.metBy !== null) throw new DeskError("approval.conditionMet", { name: wanted.metBy });
        return { kind: "meet", detail: { condition: step.condition }, change: { conditions: JSON.stringify(met) } };
      }
      case "return":
      case "win":
      case "lose":
      case "withdraw":
      case "sign":
      case "close":
        return { kind: step.kind, detail: {}, change: {} };
    }
  };

  /** The votes decide, in whole numbers; without a quorum there is no meeting. */
  const decided = (paper: StoredPaper, step: Extract<ApprovalStep, { kind: "decide" }>, who: Actor, actions: Awaited<ReturnType<typeof listActions>>): Done => {
    if (actions.some((action) => action.kind === "recuse" && isOneOf(action, who))) throw new DeskError("approval.standsAside", { name: who.name });
    const rule = voteRuleSchema.parse(JSON.parse(paper.rule ?? "{}"));
    const { cast, recused } = votesOf(actions);
    const tally = tallyVotes(rule, cast, recused.length);
    if (!tally.isQuorate) throw new DeskError("approval.noQuorum", { present: tally.present, quorum: rule.quorum });
    const said = { tally: `${tally.yes}/${tally.base}`, basis: hashOfBasis(paper.rule, actions) };
    if (!tally.isPassed) return { kind: "reject", detail: said, change: {} };
    const { limitFen, terms, expiresOn } = step;
    const conditions = [...new Set(step.conditions)];
    if (expiresOn !== null && expiresOn < dayInShanghai(now())) throw new DeskError("approval.expiryPast", { expiresOn });
    if (rule.mostFen !== null && limitFen > rule.mostFen) throw new DeskError("approval.beyondAuthority", { limitFen, mostFen: rule.mostFen });
    if (paper.askedFen !== null && limitFen > paper.askedFen) throw new DeskError("approval.aboveAsked", { limitFen, askedFen: paper.askedFen });
    const stated = JSON.stringify(conditions.map((text) => ({ text, metBy: null, metAt: null })));
    return { kind: "approve", detail: { ...said, limitFen, expiresOn, terms, conditions }, change: { limitFen, terms, conditions: stated, expiresOn } };
  };

  return {
    get,
    differences: async (dealId) => differencesOf((await listPapers(kysely, dealId))[0]),
    submit,
    act,
    rules,
    saveRules: async (stated) => {
      await people.acting("administrator");
      await kysely.transaction().execute((trx) => putRules(trx, stated));
      return rules();
    },
    printed: async (runId) => {
      const paper = await findPaperOfRun(kysely, runId);
      if (paper === undefined) return null;
      const view = paperView(paper, await listActions(kysely, paper.id), await people.publicKeys(), now());
      return { paper: view, isApproved: approvedStates.includes(paper.state) };
    },
    bidder: async (dealId) => {
      const who = await people.acting("bidder");
      const limit = await approvedLimit(kysely, dealId);
      if (limit === null && who.personId !== null) throw new DeskError("bid.notApproved", { dealId });
      if (limit?.expiresOn != null && limit.expiresOn < dayInShanghai(now())) throw new DeskError("bid.approvalExpired", { expiresOn: limit.expiresOn });
      return who;
    },
    followSale: async (trx, dealId, kind, who, reason) => {
      const [paper] = await listPapers(trx, dealId);
      const { from, to } = stepRules[kind];
      if (paper === undefined || to === null || !from.includes(paper.state)) return;
      await insertAction(trx, paper.id, signed(paper, kind, who, reason, {}));
      await updatePaper(trx, paper.id, { state: to });
    },
  };
}
