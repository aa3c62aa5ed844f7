import { stat } from "node:fs/promises";
import { extname } from "node:path";
import { DeskError } from "../../shared/result.ts";
import { mayBeTape } from "./files/tape-gate.ts";

/**
 * The path of the one list among what was dropped on the window. Fails with `drop.several`, `drop.noFile` (what is on no disk, such
 * as a picture out of a web page), `file.notFound`, `drop.folder` or `drop.unknownKind`; what is in the file is looked at later.
 */
export async function droppedTape(paths: readonly string[]): Promise<string> {
  const [path = "", ...others] = paths;
  if (others.length > 0) throw new DeskError("drop.several", { files: paths.length });
  if (path === "") throw new DeskError("drop.noFile");
  const found = await stat(path).catch(() => null);
  if (found === null) throw new DeskError("file.notFound");
  if (found.isDirectory()) throw new DeskError("drop.folder");
  if (!found.isFile() || !mayBeTape(path)) throw new DeskError("drop.unknownKind", { extension: extname(path).slice(0, 20) });
  return path;
}
