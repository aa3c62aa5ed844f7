import type { z } from "zod";
import type { Channel } from "../../shared/contract/channel.ts";
import type { Handlers } from "../../shared/contract/contract.ts";
import { type ChannelName, contract } from "../../shared/contract/contract.ts";
import { deskHost, deskOrigin, deskScheme, dropChannel } from "../../shared/desk-bridge.ts";
import type { ErrorCode } from "../../shared/error-codes.ts";
import { DeskError, type ErrorValues, type Result } from "../../shared/result.ts";
import { deskErrorOfSqlite } from "../db/sqlite-errors.ts";

/** The part of Electron's event that the sender check reads. */
export interface CallEvent {
  readonly sender: { readonly id: number };
  readonly senderFrame: { readonly origin: string; readonly url: string; readonly parent: unknown } | null;
}

export interface AnswerDeps {
  /** Those of the desk that is open now; while it is locked, only those that open it. */
  readonly handlers: () => Partial<Handlers>;
  /** True for the id of a window that may call. */
  readonly isKnownWindow: (webContentsId: number) => boolean;
  /** Runs a call, and writes what it does into the trail. */
  readonly within: (channel: ChannelName, input: unknown, work: () => unknown) => Promise<unknown>;
  /** False once the database's file is gone: what would change it is refused. */
  readonly canStore: () => boolean;
  /** Told of every failure, expected or not; never of a payload. */
  readonly onFailure: (failure: { readonly code: ErrorCode; readonly channel: string; readonly cause?: unknown }) => void;
}

const refuse = (code: ErrorCode, values: ErrorValues = {}): Result<never> => ({ ok: false, code, values });

function isDeskAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const address = new URL(text);
  return address.protocol === `${deskScheme}:` && address.host === deskHost;
}

function isOwnPage(deps: AnswerDeps, event: CallEvent): boolean {
  const frame = event.senderFrame;
  if (!frame || frame.parent !== null || !deps.isKnownWindow(event.sender.id)) return false;
  return frame.origin === deskOrigin && isDeskAddress(frame.url);
}

const pathOf = (error: z.ZodError): string => error.issues[0]?.path.map(String).join(".").slice(0, 200) ?? "";

/** Answers one call of the page. It never throws: what goes wrong is a code of the contract. */
export async function answerCall(deps: AnswerDeps, event: CallEvent, name: unknown, payload: unknown): Promise<Result<unknown>> {
  if (typeof name !== "string" || !Object.hasOwn(contract, name) || name === dropChannel) return refuse("ipc.unknownChannel");
  return answer(deps, event, name, payload);
}

/** Answers a drop of files, whose paths the preload script found. */
export const answerDrop = (deps: AnswerDeps, event: CallEvent, paths: unknown): Promise<Result<unknown>> => answer(deps, event, dropChannel, { paths });

async function answer(deps: AnswerDeps, event: CallEvent, name: string, payload: unknown): Promise<Result<unknown>> {
  if (!isOwnPage(deps, event)) {
    deps.onFailure({ code: "ipc.foreignSender", channel: name });
    return refuse("ipc.foreignSender");
  }
  const channel: Channel = contract[name as keyof typeof contract];
  try {
    const input = channel.in.safeParse(payload);
    if (!input.success) {
      deps.onFailure({ code: "ipc.badPayload", channel: name });
      return refuse("ipc.badPayload", { path: pathOf(input.error) });
    }
    if (channel.mode === "write" && channel.changes.length > 0 && !deps.canStore()) throw new DeskError("db.gone");
    // `Handlers` ties each name to its input; a name known only at run time loses that tie.
    const handler = deps.handlers()[name as keyof Handlers] as ((input: unknown) => unknown) | undefined;
    if (handler === undefined) throw new DeskError("lock.closed");
    return { ok: true, value: channel.out.parse(await deps.within(name as ChannelName, input.data, () => handler(input.data))) };
  } catch (error) {
    const expected = error instanceof DeskError ? error : deskErrorOfSqlite(error);
    const code = expected?.code ?? "internal";
    // What a user stops is no failure.
    if (code !== "job.cancelled") deps.onFailure({ code, channel: name, cause: expected ? expected.cause : error });
    return refuse(code, expected?.values);
  }
}
