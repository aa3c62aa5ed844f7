import { blockCount, type PathDrawer, type PathResults, pathResults, type Simulation } from "./draw-paths.ts";

/** Paths of a simulation while threads draw them: results and the number of the next block, over shared memory. */
export interface PathWork {
  readonly simulation: Simulation;
  readonly results: PathResults;
  /** One number: the next block that nobody has taken. */
  readonly nextBlock: Int32Array;
}

/** Work for any number of threads: pass it to each, and let each call `drawBlocks`. */
export function pathWork(simulation: Simulation): PathWork {
  return { simulation, results: pathResults(simulation.paths), nextBlock: new Int32Array(new SharedArrayBuffer(4)) };
}

/**
 * Takes blocks until none is left or `isOver` says so after a block; true where none is left. Which thread draws a block
 * changes nothing. `between` runs every 20 ms or so and may throw to stop.
 */
export function drawBlocks(work: PathWork, drawer: PathDrawer, between: () => void, isOver: () => boolean): boolean {
  const blocks = blockCount(work.simulation.paths);
  for (;;) {
    const block = Atomics.add(work.nextBlock, 0, 1);
    if (block >= blocks) return true;
    drawer.drawBlock(block, work.results, between);
    if (isOver()) return false;
  }
}
