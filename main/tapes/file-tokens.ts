import { randomBytes } from "node:crypto";
import { basename } from "node:path";
import { LRUCache } from "lru-cache";
import { DeskError } from "../../shared/result.ts";

/** More than a desk chooses in a session; the oldest go first. */
const mostKept = 100;

interface AdmittedFiles {
  readonly fileToken: string;
  /** Of several files all their names. */
  readonly fileName: string;
}

export interface FileTokens {
  /** Admits a path that the user chose; one that is admitted again keeps its token. */
  admit(path: string): AdmittedFiles;
  /** Admits several that are read as one, in their order. */
  admitAll(paths: readonly string[]): AdmittedFiles;
  /** The path of a token, of several the first; fails with `file.notFound` for a token that was never given out. */
  pathOf(fileToken: string): string;
  /** Undefined for a token that was never given out. */
  findPath(fileToken: string): string | undefined;
  pathsOf(fileToken: string): readonly [string, ...string[]];
  nameOf(fileToken: string): string;
}

const between = " + ";
const longestName = 200;

function namesOf(paths: readonly string[]): string {
  const names = paths.map((path) => basename(path)).join(between);
  return paths.length === 1 || names.length <= longestName ? names : `${names.slice(0, longestName)}…`;
}

/** The page knows files by token only, so it can name no path that wasn't chosen. */
export function createFileTokens(): FileTokens {
  const chosen = new Map<string, readonly [string, ...string[]]>();
  const admitAll = (paths: readonly string[]): AdmittedFiles => {
    const [first, ...more] = new Set(paths);
    if (first === undefined) throw new DeskError("file.notFound");
    const admitted = [first, ...more] as const;
    const known = [...chosen].find(([, others]) => others.length === admitted.length && others.every((path, at) => path === admitted[at]))?.[0];
    const fileToken = known ?? randomBytes(16).toString("hex");
    // The latest stand last.
    chosen.delete(fileToken);
    chosen.set(fileToken, [first, ...more]);
    const oldest = chosen.keys().next().value;
    if (chosen.size > mostKept && oldest !== undefined) chosen.delete(oldest);
    return { fileToken, fileName: namesOf(admitted) };
  };
  const pathsOf = (fileToken: string) => {
    const paths = chosen.get(fileToken);
    if (paths === undefined) throw new DeskError("file.notFound");
    return paths;
  };
  return {
    admit: (path) => admitAll([path]),
    admitAll,
    pathsOf,
    findPath: (fileToken) => chosen.get(fileToken)?.[0],
    pathOf: (fileToken) => pathsOf(fileToken)[0],
    nameOf: (fileToken) => namesOf(pathsOf(fileToken)),
  };
}

/** Files whose passwords are remembered: a desk maps one or two at a time. */
const mostFiles = 8;
/** Of one choice of files, each of which may have a password of its own. */
const mostPerFile = 20;

/** Passwords that opened a file, while the app runs: in memory alone, so that an import needs no second question. */
interface FilePasswords {
  /** What is to be tried on a file: a password that was typed now goes before those that opened it before. */
  toTry(fileToken: string, typed?: string): readonly string[];
  keep(fileToken: string, passwords: readonly string[]): void;
  forget(fileToken: string): void;
}

export function createFilePasswords(): FilePasswords {
  const kept = new LRUCache<string, readonly string[]>({ max: mostFiles });
  return {
    toTry: (fileToken, typed) => [...new Set([...(typed === undefined ? [] : [typed]), ...(kept.get(fileToken) ?? [])])].slice(0, mostPerFile),
    keep: (fileToken, passwords) => {
      if (passwords.length > 0) kept.set(fileToken, passwords);
    },
    forget: (fileToken) => void kept.delete(fileToken),
  };
}
