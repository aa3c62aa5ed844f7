import type { KernelHeap } from "../kernel/kernel-heap.ts";
import { RecordWriter, recordBytes, recordFields, storeRecord } from "../kernel/kernel-records.ts";
import type { ClassRun, LoweredRows } from "./lowered-rows.ts";

/** Tells the kernels where the columns are; the address of the record. */
export function storeRows(heap: KernelHeap, rows: LoweredRows, hasCourtFees: boolean): number {
  return storeRecord(heap, "Rows", {
    value: rows.value.byteOffset,
    ahead: rows.ahead.byteOffset,
    cap: rows.cap.byteOffset,
    chance: rows.chance.byteOffset,
    collateralCostRate: rows.collateralCostRate.byteOffset,
    claim: rows.claim.byteOffset,
    curveScale: rows.curveScale.byteOffset,
    courtFees: hasCourtFees ? rows.courtFees.byteOffset : 0,
    loan: rows.loan.byteOffset,
    curveClass: rows.curveClass.byteOffset,
    runs: storeRuns(heap, rows.runs),
    chunkRuns: rows.chunkRuns.byteOffset,
  });
}

function storeRuns(heap: KernelHeap, runs: readonly ClassRun[]): number {
  const [fields, bytes] = [recordFields("ClassRun"), recordBytes("ClassRun")];
  const address = heap.reserve(bytes * runs.length);
  const writer = new RecordWriter(heap.memory.buffer);
  for (const [number, { priceClass, firstRow, endRow }] of runs.entries()) {
    const at = address + number * bytes;
    writer.word(at, fields.priceClass, priceClass);
    writer.word(at, fields.firstRow, firstRow);
    writer.word(at, fields.endRow, endRow);
  }
  return address;
}
