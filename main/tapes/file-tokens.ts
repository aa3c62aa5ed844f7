import { randomBytes } from "node:crypto";
import { basename } from "node:path";
import { DeskError } from "../../shared/result.ts";

/** More than a desk chooses in a session; the oldest go first. */
const mostKept = 100;

export interface FileTokens {
  /** Admits a path that the user chose; one that is admitted again keeps its token. */
  admit(path: string): { readonly fileToken: string; readonly fileName: string };
  /** The path of a token; fails with `file.notFound` for one that was never given out. */
  pathOf(fileToken: string): string;
}

/** The page knows files by token only, so it can name no path that wasn't chosen. */
export function createFileTokens(): FileTokens {
  const paths = new Map<string, string>();
  return {
    admit: (path) => {
      const known = [...paths].find(([, admitted]) => admitted === path)?.[0];
      const fileToken = known ?? randomBytes(16).toString("hex");
      // The latest stand last.
      paths.delete(fileToken);
      paths.set(fileToken, path);
      const oldest = paths.keys().next().value;
      if (paths.size > mostKept && oldest !== undefined) paths.delete(oldest);
      return { fileToken, fileName: basename(path) };
    },
    pathOf: (fileToken) => {
      const path = paths.get(fileToken);
      if (path === undefined) throw new DeskError("file.notFound");
      return path;
    },
  };
}
