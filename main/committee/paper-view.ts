import { createHash } from "node:crypto";
import { type Paper, paperConditionsSchema } from "../../shared/domain/approval.ts";
import { type CastVote, tallyVotes, voteRuleSchema } from "../../shared/domain/committee.ts";
import { isSignedBy } from "../audit/audit-chain.ts";
import { canonicalJson } from "../db/canonical-json.ts";
import type { StoredAction, StoredPaper } from "./committee-queries.ts";

/** What a signature under a step covers: the paper as it was handed in, and the step. */
export function hashOfStep(
  paper: Pick<StoredPaper, "id" | "runHash" | "memoHash">,
  step: Pick<StoredAction, "kind" | "personId" | "at" | "reason" | "detail">,
) {
  const { kind, personId, at, reason, detail } = step;
  return createHash("sha256")
    .update(canonicalJson([1, paper.id, paper.runHash, paper.memoHash, kind, personId, at, reason, detail]))
    .digest("hex");
}

function signatureOf(paper: StoredPaper, action: StoredAction, keys: ReadonlyMap<number, string>): Paper["actions"][number]["signature"] {
  const { personId, signature } = action;
  if (personId === null || signature === null) return "none";
  const key = keys.get(personId);
  const hash = hashOfStep(paper, action);
  return key !== undefined && hash === action.signedHash && isSignedBy(key, hash, signature) ? "valid" : "invalid";
}

/** What a decision rests on: the rule, and every step before it as it was done. */
export function hashOfBasis(rule: string | null, before: readonly StoredAction[]): string {
  const steps = before.map(({ id, kind, personId, name, at, reason, detail }) => [id, kind, personId, name, at, reason, detail]);
  return createHash("sha256")
    .update(canonicalJson([1, rule, steps]))
    .digest("hex");
}

/** Whether what the paper says of its limit, its terms and what was asked isn't what its steps say: then it was changed outside the app. */
export function isAltered(paper: StoredPaper, actions: readonly StoredAction[]): boolean {
  const handedIn = actions.find(({ kind }) => kind === "submit");
  if (handedIn?.detail.limitFen !== undefined && handedIn.detail.limitFen !== paper.askedFen) return true;
  const at = actions.findIndex(({ kind }) => kind === "approve");
  const approval = actions[at];
  if (approval === undefined) return paper.limitFen !== null && paper.carriedFrom === null;
  const { limitFen, expiresOn, terms, conditions, basis } = approval.detail;
  const stated = paperConditionsSchema.parse(JSON.parse(paper.conditions));
  const isMet = (index: number) => actions.some(({ kind, detail }) => kind === "meet" && detail.condition === index);
  return (
    limitFen !== paper.limitFen ||
    (expiresOn ?? null) !== paper.expiresOn ||
    (terms !== undefined && terms !== paper.terms) ||
    (conditions !== undefined && canonicalJson(conditions) !== canonicalJson(stated.map(({ text }) => text))) ||
    stated.some(({ metBy }, index) => metBy !== null && !isMet(index)) ||
    (basis !== undefined && basis !== hashOfBasis(paper.rule, actions.slice(0, at)))
  );
}

/** Votes that were cast, and who stood aside. */
export function votesOf(actions: readonly StoredAction[]): { readonly cast: readonly CastVote[]; readonly recused: readonly string[] } {
  const cast = actions.flatMap(({ kind, detail }) =>
    kind === "vote" && detail.word !== undefined ? [{ word: detail.word, isChair: detail.isChair === true }] : [],
  );
  return { cast, recused: actions.filter(({ kind }) => kind === "recuse").map(({ name }) => name) };
}

/** Today in Asia/Shanghai, whose days a limit runs by. */
export const dayInShanghai = (now: string): string => new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 10);

/** A paper as it is shown, its signatures checked. */
export function paperView(paper: StoredPaper, actions: readonly StoredAction[], keys: ReadonlyMap<number, string>, now: string): Paper {
  const { id, state, carriedFrom, runId, runHash, memoHash, askedFen, reasoning, madeByName, madeAt, limitFen, terms, expiresOn } = paper;
  const rule = paper.rule === null ? null : voteRuleSchema.parse(JSON.parse(paper.rule));
  const { cast, recused } = votesOf(actions);
  const shown = actions.map((action) => {
    const { kind, name, at, reason, detail } = action;
    return { id: action.id, kind, name, at, reason, detail, signature: signatureOf(paper, action, keys) };
  });
  return {
    id,
    state,
    carriedFrom,
    runId,
    runHash,
    memoHash,
    askedFen,
    reasoning,
    madeByName,
    madeAt,
    rule,
    limitFen,
    terms,
    conditions: paperConditionsSchema.parse(JSON.parse(paper.conditions)),
    expiresOn,
    isAltered: isAltered(paper, actions) || shown.some(({ signature }) => signature === "invalid"),
    isExpired: expiresOn !== null && expiresOn < dayInShanghai(now),
    recused: [...recused],
    tally: rule === null ? null : tallyVotes(rule, cast, recused.length),
    actions: shown,
  };
}
