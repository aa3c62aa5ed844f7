/** Entry of the pricing kernels: two rows per vector, no run-time, all data in memory that the driver lays out. */
export { priceChunk } from "./price-rows";
export { sweepPart } from "./sweep-rows";
export { curveFlows, settleCurves, settlePrices } from "./settle-sweep";
