import { closeSync, cpSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { z } from "zod";
import { DeskError } from "../../shared/result.ts";
import { hashOfFile } from "../files/hash-of-file.ts";

/** In the folder that a desk was moved from. */
const signName = "moved-to.json";
const signSchema = z.object({ folder: z.string().refine(isAbsolute) });
/** A desk's own files; the rest of its folder is what Chromium keeps for itself, and no user's work. */
const isOwn = (name: string) => name.startsWith("desk.sqlite") || ["backups", "backup-plan.json", "logs", "window.json"].includes(name);
/** More than anybody moves a desk, and an end to folders that lead to each other. */
const mostMoves = 20;

/** Follows a desk that was moved from this folder to where it is now. */
export function followMoves(folder: string): string {
  let place = folder;
  for (let moves = 0; moves < mostMoves; moves += 1) {
    const sign = join(place, signName);
    // A desk in the folder itself goes before a sign that was left there.
    if (existsSync(join(place, "desk.sqlite")) || !existsSync(sign)) return place;
    try {
      place = signSchema.parse(JSON.parse(readFileSync(sign, "utf8"))).folder;
    } catch {
      return place;
    }
  }
  return folder;
}

/** A desk goes only where nothing of another is, and not into itself. */
export function assertFreeFolder(from: string, to: string): void {
  const way = relative(from, to);
  if (way === "" || (!way.startsWith("..") && !isAbsolute(way))) throw new DeskError("program.folderInside");
  if (existsSync(to) && readdirSync(to).length > 0) throw new DeskError("program.folderNotEmpty");
}

/**
 * Moves the files of a desk that is closed. They are copied, compared and forced onto the disk before the old ones go, so that
 * whatever fails leaves the desk where it was.
 */
export function moveDesk(from: string, to: string): void {
  assertFreeFolder(from, to);
  mkdirSync(to, { recursive: true, mode: 0o700 });
  const names = readdirSync(from).filter(isOwn);
  try {
    for (const name of names) {
      cpSync(join(from, name), join(to, name), { recursive: true, preserveTimestamps: true });
      for (const inside of filesIn(join(from, name))) assertSame(join(from, name, inside), join(to, name, inside));
    }
  } catch (error) {
    for (const name of names) rmSync(join(to, name), { recursive: true, force: true });
    throw error;
  }
  const sign = join(from, signName);
  writeFileSync(`${sign}.new`, JSON.stringify({ folder: to }), { mode: 0o600 });
  renameSync(`${sign}.new`, sign);
  for (const name of names) rmSync(join(from, name), { recursive: true, force: true });
}

/** Paths of the files in a folder, or the empty one for a file itself. */
function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [""];
  return readdirSync(path, { recursive: true, encoding: "utf8" }).filter((inside) => statSync(join(path, inside)).isFile());
}

function assertSame(from: string, to: string): void {
  const handle = openSync(to, "r+");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  if (hashOfFile(from) !== hashOfFile(to)) throw new DeskError("db.ioFailed");
}
