import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import { basename } from "node:path";
import type { ChannelName } from "../../shared/contract/contract.ts";
import type { SavedList } from "../../shared/contract/export-channels.ts";
import type { FileInTrail, OutgoingFile, TrailFilter, TrailHead, TrailPage, TrailVerdict } from "../../shared/domain/audit.ts";
import { DeskError } from "../../shared/result.ts";
import { canonicalJson } from "../db/canonical-json.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import type { ExportService } from "../exports/export-service.ts";
import { hashBesideOthers } from "../files/hash-of-file.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import { beforeTheFirst, hashOfEvent, hashOfValue } from "./audit-chain.ts";
import type { AuditTasks } from "./audit-tasks.ts";
import { contentOf, isAudited, isKeptRefusal, isTold, savedTokenOf, subjectOf } from "./audited-call.ts";
import { watchSealedRows } from "./sealed-rows.ts";
import { countEvents, dealOfSubject, eraseValues, findHead, findOutgoing, listTrail, trailWriter } from "./trail-queries.ts";

/** Whose key is open. */
export interface TrailSigner {
  readonly personId: number;
  /** Fingerprint of the key. */
  readonly signer: string;
  /** Signs a hash in hexadecimal; in base64. */
  sign(hash: string): string;
}

export interface TrailService {
  /** Runs a call of the page. What it commits is written into the trail in the same transaction; what it lets out of the desk, once it is out. */
  within<T>(channel: ChannelName, input: unknown, work: () => Promise<T> | T): Promise<T>;
  /** What the call under way changed, cell by cell, for its event. */
  note(changes: unknown): void;
  /** The last event; null before the first. */
  head(): Promise<TrailHead | null>;
  list(filter: TrailFilter, slice: { readonly offset: number; readonly limit: number }): Promise<TrailPage>;
  /** Walks the whole trail in a worker, against what a paper says of it where one is at hand. */
  verify(head: TrailHead | null): Promise<TrailVerdict>;
  /** Asks for a file and finds the event that let it out as it is; null where the user cancels. */
  findFile(): Promise<FileInTrail | null>;
  /** Erases what the events of a deal say of persons and values; the chain holds as it did. */
  erase(dealId: number): Promise<number>;
  /** Null where the user cancels. */
  save(filter: TrailFilter, fileName: readonly string[], heads: readonly string[]): Promise<SavedList | null>;
}

interface TrailServiceParts {
  readonly db: DeskDatabase;
  readonly now: () => string;
  readonly signer: () => TrailSigner | null;
  readonly jobs: Pick<JobRunner<AuditTasks>, "run">;
  readonly exports: Pick<ExportService, "saveAs">;
  /** Where a file lies that the page may open; undefined for a token of none that was saved. */
  readonly savedPath: (fileToken: string) => string | undefined;
  /** Asks for a file of any kind; null where the user cancels. */
  readonly chooseAny: () => Promise<string | null>;
}

interface CallUnderWay {
  /** Why it was refused; undefined where it wasn't. */
  readonly refused?: string;
  readonly channel: ChannelName;
  readonly input: unknown;
  readonly changes: unknown[];
  events: number;
  file?: OutgoingFile;
}

const isNothing = (answer: unknown): boolean => answer === null || answer === false;

/** The trail of what was done at this desk (操作留痕): append-only, each event hashed with the one before, signed where somebody's key is open. */
export function createTrailService({ db, now, signer, jobs, exports, savedPath, chooseAny }: TrailServiceParts): TrailService {
  const { kysely, raw, commits } = db;
  const calls = new AsyncLocalStorage<CallUnderWay>();
  const rows = watchSealedRows(raw);
  let opened: ReturnType<typeof trailWriter> | undefined;

  const append = (call: CallUnderWay): void => {
    opened ??= trailWriter(raw);
    const writer = opened;
    const last = writer.head();
    const ids = subjectOf(call.input);
    const what = call.changes.length === 0 ? { call: call.input } : { changes: [...call.changes] };
    const seals = rows.take();
    const said = {
      by: writer.ownName(),
      ...what,
      ...(call.refused === undefined ? {} : { refused: call.refused }),
      ...(call.file === undefined ? {} : { file: call.file }),
      ...(Object.keys(seals).length === 0 ? {} : { seals }),
    };
    const [salt, content] = [randomBytes(16).toString("hex"), contentOf(said)];
    const key = signer();
    const event = {
      id: (last?.id ?? 0) + 1,
      at: now(),
      kind: call.refused === undefined ? call.channel : `refused.${call.channel}`,
      dealId: ids["dealId"] ?? dealOfSubject(raw, ids),
      subject: canonicalJson(ids),
      personId: key?.personId ?? null,
      signer: key?.signer ?? null,
      valueHash: hashOfValue(salt, content),
      previous: last?.hash ?? beforeTheFirst,
    };
    const hash = hashOfEvent(event);
    writer.append({ ...event, hash, signature: key?.sign(hash) ?? null, value: { salt, content } });
    call.events += 1;
    call.changes.length = 0;
  };

  /** With the first call: before it nobody does anything. */
  const watch = (): void =>
    commits.set(
      () => calls.getStore() !== undefined,
      () => {
        const call = calls.getStore();
        // A call is one event, however many transactions it takes, and one more for each further edit and for what is sealed.
        if (call !== undefined && (call.events === 0 || call.changes.length > 0 || rows.isTouched())) append(call);
      },
    );

  /** What a call that told nothing else let out of the desk: lists for other programs have no place of their own for the trail's head. */
  const tell = async (call: CallUnderWay, answer: unknown): Promise<void> => {
    const token = savedTokenOf(answer);
    const path = token === undefined ? undefined : savedPath(token);
    if (path !== undefined) call.file = { name: basename(path), sha256: await hashBesideOthers(path) };
    raw.transaction(() => append(call)).immediate();
  };

  return {
    within: async (channel, input, work) => {
      const tells = isTold(channel);
      if (!isAudited(channel)) return work();
      watch();
      const call: CallUnderWay = { channel, input, changes: [], events: 0 };
      const answer = await calls
        .run(call, async () => work())
        .catch((failure: unknown) => {
          if (failure instanceof DeskError && isKeptRefusal(failure.code)) {
            raw.transaction(() => append({ channel, input, changes: [], events: 0, refused: failure.code })).immediate();
          }
          throw failure;
        });
      if (tells && call.events === 0 && (channel === "people.lock" || !isNothing(answer))) await tell(call, answer);
      return answer;
    },
    note: (changes) => void calls.getStore()?.changes.push(changes),
    head: () => findHead(kysely),
    list: async (filter, slice) => {
      const [total, events, head] = [await countEvents(kysely, filter), await listTrail(kysely, filter, slice), await findHead(kysely)];
      return { total, events, head };
    },
    verify: (head) => jobs.run("verifyTrail", { desk: db.forWorkers, heads: head === null ? [] : [head] }, { kind: "verifyTrail" }),
    findFile: async () => {
      const path = await chooseAny();
      if (path === null) return null;
      const sha256 = await hashBesideOthers(path);
      return { fileName: basename(path), sha256, event: findOutgoing(raw, sha256) };
    },
    erase: (dealId) => eraseValues(kysely, dealId),
    save: async (filter, fileName, heads) => {
      const count = await countEvents(kysely, filter);
      return exports.saveAs({
        fileName,
        // No amount among them.
        unit: "yuan",
        write: async (place) => {
          await jobs.run("exportTrail", { source: { desk: db.forWorkers, filter, count, heads }, place }, { kind: "exportTable" });
          return count;
        },
      });
    },
  };
}
