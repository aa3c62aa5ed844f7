import { existsSync } from "node:fs";
import { resolve } from "node:path";
import Sqlite, { type Database } from "better-sqlite3";
import { headText, type TrailHead, type TrailVerdict } from "../../shared/domain/audit.ts";
import { verifyChain } from "../audit/audit-chain.ts";
import { readChain, readKeys } from "../audit/trail-queries.ts";
import { seemsEncrypted } from "../db/database-header.ts";
import { CommandError, exitCodes } from "./command-error.ts";
import type { CommandTexts } from "./command-texts.ts";

interface AuditCall {
  readonly deskPath: string;
  readonly head: TrailHead | null;
}

/** Verifies the trail of a desk's file, which may be open in the app; nothing of it is changed. */
export function auditDesk({ deskPath, head }: AuditCall, t: CommandTexts, print: (text: string) => void): number {
  const verdict = verdictOf(deskPath, head);
  for (const line of linesOf(verdict, head !== null, t)) print(`${line}\n`);
  return verdict.fault === null ? exitCodes.done : exitCodes.trail;
}

function verdictOf(deskPath: string, head: TrailHead | null): TrailVerdict {
  const file = resolve(deskPath);
  if (!existsSync(file)) throw new CommandError("fileNotFound", { file: deskPath });
  if (seemsEncrypted(file)) throw new CommandError("deskEncrypted", { file: deskPath });
  let raw: Database | null = null;
  try {
    raw = new Sqlite(file, { readonly: true, fileMustExist: true });
    return verifyChain(readChain(raw), readKeys(raw), head === null ? [] : [head]);
  } catch (cause) {
    if (cause instanceof Sqlite.SqliteError) throw new CommandError("noTrail", { file: deskPath });
    throw cause;
  } finally {
    raw?.close();
  }
}

function linesOf({ events, signed, erased, clockSetBack, head, fault }: TrailVerdict, isHeld: boolean, t: CommandTexts): string[] {
  if (fault !== null) return [t("command.audit.fault", { event: fault.eventId, what: t(`trail.faultOf.${fault.kind}`) })];
  return [
    events === 0 ? t("command.audit.empty") : t("command.audit.holds", { events, signed, erased }),
    ...(head === null ? [] : [t("command.audit.head", { head: headText(head) })]),
    t(isHeld ? "command.audit.heldTo" : "command.audit.notHeld"),
    ...(clockSetBack === 0 ? [] : [t("command.audit.setBack", { count: clockSetBack })]),
  ];
}
