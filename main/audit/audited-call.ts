import { type ChannelName, contract } from "../../shared/contract/contract.ts";
import type { OutgoingFile } from "../../shared/domain/audit.ts";
import { canonicalJson } from "../db/canonical-json.ts";
import type { Seals } from "./sealed-rows.ts";

/** Writes that are nobody's deed: what is being typed, how the window looks, what the system is asked. */
const unaudited: ReadonlySet<ChannelName> = new Set<ChannelName>([
  "drafts.keep",
  "drafts.drop",
  "tapes.keepDraft",
  "tapes.dropDraft",
  "layout.put",
  "app.showLog",
  "app.showData",
  "app.openSaved",
  "app.showSaved",
  "app.reportError",
  "app.showMenu",
  "app.notify",
  "app.zoom",
  "jobs.cancel",
  "people.touch",
  "backups.showFolder",
  "lock.open",
  "encryption.newCode",
  "program.openOther",
]);

/** Deeds that leave no row of their own. */
const told: ReadonlySet<ChannelName> = new Set<ChannelName>([
  "people.unlock",
  "people.lock",
  "backups.make",
  "backups.setPlan",
  "backups.chooseFolder",
  "backups.restore",
  "backups.remove",
  "encryption.encrypt",
  "encryption.setPassphrase",
  "encryption.setCode",
]);

/** Refusals that say something of who sat there: a wrong passphrase, a step that isn't theirs, a bid above the limit. */
export const isKeptRefusal = (code: string): boolean => /^(person|approval|bid)\./.test(code);

/** Beyond it the trail keeps only that it was done: it is what the desk holds already. */
const longestContent = 60_000;

export const isAudited = (channel: ChannelName): boolean => contract[channel].mode === "write" && !unaudited.has(channel);

/** A write that changes nothing in the desk lets something out of it: a file, paper, a picture. */
export const isTold = (channel: ChannelName): boolean => told.has(channel) || (isAudited(channel) && contract[channel].changes.length === 0);

const isSecret = (name: string): boolean => /pass(phrase|word)|recoveryCode/i.test(name);

/** The input as the trail may keep it: no passphrase, no bytes. */
function sayable(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === "number" && !Number.isFinite(value)) return null;
  if (ArrayBuffer.isView(value)) return { bytes: value.byteLength };
  if (Array.isArray(value)) return value.map(sayable);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, part]) => (isSecret(name) ? [] : [[name, sayable(part)]])));
}

/** Ids that a call names: `dealId`, `runId`, …. */
export function subjectOf(input: unknown): Readonly<Record<string, number>> {
  if (typeof input !== "object" || input === null) return {};
  const named = Object.entries(input).filter(([name, value]) => (name === "id" || name.endsWith("Id")) && Number.isSafeInteger(value));
  return Object.fromEntries(named.map(([name, value]) => [name, Number(value)]));
}

/** By which token the page may open what was saved; undefined where nothing was. */
export function savedTokenOf(answer: unknown): string | undefined {
  if (typeof answer !== "object" || answer === null || !("fileToken" in answer)) return;
  return typeof answer.fileToken === "string" ? answer.fileToken : undefined;
}

interface SaidOfCall {
  readonly by: string;
  readonly call?: unknown;
  readonly changes?: readonly unknown[];
  readonly refused?: string;
  readonly file?: OutgoingFile;
  readonly seals?: Seals;
}

/** What an event says, as JSON; beyond a bound only how long it was, by whom, which file, and its seals. */
export function contentOf({ by, file, seals, ...rest }: SaidOfCall): string {
  const kept = { by, ...(file === undefined ? {} : { file }), ...(seals === undefined ? {} : { seals }) };
  const content = canonicalJson(sayable({ ...kept, ...rest }));
  return content.length <= longestContent ? content : canonicalJson({ ...kept, tooLong: content.length });
}
