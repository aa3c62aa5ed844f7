/** Entry of the pricing kernels: two rows per vector, no run-time, all data in memory that the driver lays out. */
export { LAYOUT } from "../generated/kernel-memory.as";
export { payItems } from "./pay-items.as";
export { priceChunk } from "./price-chunk.as";
export { curveFlows, settleCurves, settlePrices } from "./settle-sweep.as";
export { sweepPart } from "./sweep-part.as";
