import { stat } from "node:fs/promises";
import { extname } from "node:path";
import { dossierEnding } from "../../shared/domain/dossier.ts";
import { DeskError } from "../../shared/result.ts";
import { readLimits } from "./files/read-limits.ts";
import { mayBeTape } from "./files/tape-gate.ts";

/**
 * The paths of the lists that were dropped on the window, which are read as one tape. Fails with `drop.several` (too many),
 * `drop.noFile` (what is on no disk, such as a picture out of a web page), `file.notFound`, `drop.folder` or
 * `drop.unknownKind`; what is in the files is looked at later.
 */
export async function droppedTapes(paths: readonly string[]): Promise<readonly string[]> {
  if (paths.length > readLimits.files) throw new DeskError("drop.several", { files: paths.length, most: readLimits.files });
  if (paths.length === 0) throw new DeskError("drop.noFile");
  const isAlone = paths.length === 1;
  for (const path of paths) await assertList(path, isAlone);
  return paths;
}

async function assertList(path: string, isAlone: boolean): Promise<void> {
  if (path === "") throw new DeskError("drop.noFile");
  const found = await stat(path).catch(() => null);
  if (found === null) throw new DeskError("file.notFound");
  if (found.isDirectory()) throw new DeskError("drop.folder");
  const isTaken = mayBeTape(path) || (isAlone && extname(path).toLowerCase() === `.${dossierEnding}`);
  if (!found.isFile() || !isTaken) throw new DeskError("drop.unknownKind", { extension: extname(path).slice(0, 20) });
}
