import { statSync } from "node:fs";
import { basename, resolve } from "node:path";
import Sqlite, { type Database } from "better-sqlite3";
import { type FileInTrail, headText, type TrailHead, type TrailVerdict } from "../../shared/domain/audit.ts";
import { findOutgoing } from "../audit/trail-queries.ts";
import { verifyTrail } from "../audit/verify-trail.ts";
import { seemsEncrypted } from "../db/database-header.ts";
import { hashOfFile } from "../files/hash-of-file.ts";
import { CommandError, exitCodes } from "./command-error.ts";
import type { CommandTexts } from "./command-texts.ts";

interface AuditCall {
  readonly deskPath: string;
  readonly head: TrailHead | null;
  /** A file to be found among those that left the desk. */
  readonly filePath: string | null;
}

/** Verifies the trail of a desk's file, which may be open in the app; nothing of it is changed. */
export function auditDesk(call: AuditCall, t: CommandTexts, print: (text: string) => void): number {
  const { verdict, found } = look(call);
  for (const line of linesOf(verdict, call.head !== null || found?.event != null, t)) print(`${line}\n`);
  if (found !== null) print(`${fileLine(found, t)}\n`);
  const holds = verdict.fault === null && found?.event !== null;
  return holds ? exitCodes.done : exitCodes.trail;
}

const existing = (path: string): string => {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) throw new CommandError("fileNotFound", { file: path });
  return resolve(path);
};

function look({ deskPath, head, filePath }: AuditCall): { readonly verdict: TrailVerdict; readonly found: FileInTrail | null } {
  const file = existing(deskPath);
  const sha256 = filePath === null ? null : hashOfFile(existing(filePath));
  if (seemsEncrypted(file)) throw new CommandError("deskEncrypted", { file: deskPath });
  let raw: Database | null = null;
  try {
    raw = new Sqlite(file, { readonly: true, fileMustExist: true });
    const verdict = verifyTrail(raw, head === null ? [] : [head]);
    const found = sha256 === null || filePath === null ? null : { fileName: basename(filePath), sha256, event: findOutgoing(raw, sha256) };
    return { verdict, found };
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

const fileLine = ({ fileName, event }: FileInTrail, t: CommandTexts): string =>
  event === null ? t("command.audit.fileNotFound", { fileName }) : t("command.audit.fileFound", { fileName, event: event.id, at: event.at });
