import { writeFile } from "node:fs/promises";
import type { MemoParts } from "../../shared/domain/memo-parts.ts";
import type { Task } from "../jobs/task-types.ts";
import type { DocumentFacts } from "./document/memo-document.ts";

/** Packs a document in a worker; its writer is loaded when one is asked for. */
const memoDocument: Task<DocumentFacts & { readonly papers: readonly MemoParts[]; readonly file: string }, void> = async (
  { papers, file, ...facts },
  context,
) => {
  const { memoDocument: pack } = await import("./document/memo-document.ts");
  context.throwIfCancelled();
  const bytes = await pack(papers, facts);
  context.throwIfCancelled();
  await writeFile(file, bytes, { mode: 0o600 });
};

export const memoTasks = { memoDocument };
