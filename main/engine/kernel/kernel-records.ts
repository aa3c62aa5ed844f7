import type { KernelHeap } from "./kernel-heap.ts";
import { type FieldType, kernelRecords } from "./kernel-layout.ts";

type Records = typeof kernelRecords;
export type RecordName = keyof Records;

declare const width: unique symbol;
/** Where a field lies in its record, bytes: numbers of 64 bits and words of 32 don't stand in for each other. */
type FloatField = number & { readonly [width]: "float" };
type WordField = number & { readonly [width]: "word" };
type RecordFields<Name extends RecordName> = {
  readonly [Field in keyof Records[Name]]: Records[Name][Field] extends "f64" ? FloatField : WordField;
};
type RecordValues<Name extends RecordName> = { readonly [Field in keyof Records[Name]]: number };

const widthOf = (type: FieldType): number => (type === "f64" ? 8 : 4);
const roundedUp = (bytes: number, multiple: number): number => Math.ceil(bytes / multiple) * multiple;

interface PlacedField {
  readonly name: string;
  readonly type: FieldType;
  readonly offset: number;
}

/** Fields in their order, each at the next multiple of its width, as the kernels' compiler places them. */
function placedFields(name: RecordName): PlacedField[] {
  let end = 0;
  return Object.entries<FieldType>(kernelRecords[name]).map(([field, type]) => {
    const offset = roundedUp(end, widthOf(type));
    end = offset + widthOf(type);
    return { name: field, type, offset };
  });
}

/** Where the fields of a record lie. */
export function recordFields<Name extends RecordName>(name: Name): RecordFields<Name> {
  return Object.fromEntries(placedFields(name).map((field) => [field.name, field.offset])) as RecordFields<Name>;
}

/** Bytes from a record to the next one of its kind. */
export function recordBytes(name: RecordName): number {
  const fields = placedFields(name);
  const end = Math.max(...fields.map(({ type, offset }) => offset + widthOf(type)));
  return roundedUp(end, Math.max(...fields.map(({ type }) => widthOf(type))));
}

/** Writes fields of records. What is no number, or no word, comes from an index that is off: it is refused, not written as 0. */
export class RecordWriter {
  readonly #memory: DataView;

  constructor(buffer: SharedArrayBuffer) {
    this.#memory = new DataView(buffer);
  }

  float(record: number, field: FloatField, value: number): void {
    // Neither NaN nor, behind an index that is off, undefined compares with anything.
    if (!(value <= Number.POSITIVE_INFINITY)) throw new Error(`not a number at ${record} + ${field} of the kernels' memory`);
    this.#memory.setFloat64(record + field, value, true);
  }

  /** @param value whole, from 0 to 2³² − 1 */
  word(record: number, field: WordField, value: number): void {
    if (value >>> 0 !== value) throw new Error(`no word of 32 bits at ${record} + ${field} of the kernels' memory: ${value}`);
    this.#memory.setUint32(record + field, value, true);
  }
}

/** Puts a record into the kernels' memory; its address. */
export function storeRecord<Name extends RecordName>(heap: KernelHeap, name: Name, values: RecordValues<Name>): number {
  const address = heap.reserve(recordBytes(name));
  const writer = new RecordWriter(heap.memory.buffer);
  for (const { name: field, type, offset } of placedFields(name)) {
    const value = values[field as keyof Records[Name]];
    if (type === "f64") writer.float(address, offset as FloatField, value);
    else writer.word(address, offset as WordField, value);
  }
  return address;
}
