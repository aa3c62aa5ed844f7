import { BLOCK_PATHS } from "../generated/kernel-memory.as";
import { Floats, Words } from "./memory-access.as";
import { Quintic } from "./quintic-tables.as";
import { normalTable, words0, words1 } from "./simulation-memory.as";
import { drawWords } from "./threefry.as";

/** Normal numbers of one counter for a block of paths, from the first word. */
export function drawNormals(counter: u32, firstPath: u32, out: usize): void {
  drawWords(counter, firstPath, words0, words1);
  for (let path: usize = 0; path < BLOCK_PATHS; path++) Floats.set(out, path, Quintic.at(Words.get(words0, path), normalTable));
}

/** Both words of one counter as normal numbers: a block of the first ones, then a block of the second ones. */
export function drawNormalPairs(counter: u32, firstPath: u32, out: usize): void {
  drawWords(counter, firstPath, words0, words1);
  for (let path: usize = 0; path < BLOCK_PATHS; path++) {
    Floats.set(out, path, Quintic.at(Words.get(words0, path), normalTable));
    Floats.set(out, path + BLOCK_PATHS, Quintic.at(Words.get(words1, path), normalTable));
  }
}

/** First words of one counter for a block of paths. */
export function drawFirstWords(counter: u32, firstPath: u32, out: usize): void {
  drawWords(counter, firstPath, out, words1);
}
