/**
 * Entry of the simulation's kernel (METHOD §6): rows of one item, for blocks of paths. Random numbers and the functions
 * of them use only operations that IEEE 754 rounds in one way, so that a seed gives the same bytes everywhere.
 */
import { Simulation } from "../generated/kernel-memory.as";
import { fillQuickTable } from "./quick-test.as";
import { fillTable } from "./quintic-tables.as";
import { normalTable, takeMemory } from "./simulation-memory.as";
import { scheduleKeys } from "./threefry.as";

export { LAYOUT } from "../generated/kernel-memory.as";
export { drawFirstWords, drawNormalPairs, drawNormals } from "./draw-normals.as";
export { addRows } from "./draw-rows.as";
export { exponentials, inverseNormals } from "./exact-functions.as";
export { fillTable } from "./quintic-tables.as";
export { ownBytes } from "./simulation-memory.as";

/** To be called before anything else. */
export function open(simulation: Simulation): void {
  takeMemory(simulation);
  scheduleKeys();
}

/** Makes the tables that drawing needs. */
export function fillTables(): void {
  fillTable(normalTable, -1);
  fillQuickTable();
}
