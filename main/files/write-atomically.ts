import { randomBytes } from "node:crypto";
import { open, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { DeskError } from "../../shared/result.ts";

/** Refuses a place that can't be written before anything is made for it; nothing is left there. */
export async function assertFileWritable(file: string): Promise<void> {
  const probe = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    const found = await stat(file).catch(() => null);
    if (found?.isDirectory()) throw new Error("a folder has that name");
    await (await open(probe, "wx", 0o600)).close();
    await rm(probe);
  } catch (cause) {
    throw new DeskError("file.notWritable", { fileName: basename(file) }, { cause });
  }
}

/** Writes beside the file and renames, so that a full disk or a crash leaves the old file as it was. */
export const writeAtomically = (file: string, content: Uint8Array): Promise<void> =>
  replaceAtomically(file, (temporary) => writeFile(temporary, content, { mode: 0o600 }));

/** Has a file written under another name beside it, and renames it once it is whole. A failure that has a code of its own keeps it. */
export async function replaceAtomically(file: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    await (await open(temporary, "wx", 0o600)).close();
    await write(temporary);
    const handle = await open(temporary, "r+");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw cause instanceof DeskError ? cause : new DeskError("file.notWritable", { fileName: basename(file) }, { cause });
  }
}
