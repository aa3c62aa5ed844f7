import { parentPort } from "node:worker_threads";
import { PathDrawer } from "../../main/engine/simulation/draw-paths.ts";
import { drawBlocks, type PathWork } from "../../main/engine/simulation/simulate-paths.ts";

// Draws blocks of every work that is sent, and says when none is left.
parentPort?.on("message", (work: PathWork) => {
  drawAll(work);
  parentPort?.postMessage("done");
});

function drawAll(work: PathWork): void {
  drawBlocks(
    work,
    new PathDrawer(work.simulation),
    () => undefined,
    () => false,
  );
}
