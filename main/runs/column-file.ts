import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { deflate, inflate } from "node:zlib";
import { yieldToLoop } from "../jobs/yield-to-loop.ts";

const deflateAsync = promisify(deflate);
const inflateAsync = promisify(inflate);

type Column = Float64Array | Uint32Array | Uint16Array | Uint8Array;
type ColumnType = "f64" | "u32" | "u16" | "u8";
export type NamedColumns = Readonly<Record<string, Column>>;

interface Header {
  readonly columns: readonly { readonly name: string; readonly type: ColumnType; readonly length: number }[];
  readonly facts: unknown;
}

const hashSliceBytes = 4 * 1024 * 1024;
const alignment = 8;
const aligned = (bytes: number) => Math.ceil(bytes / alignment) * alignment;

function typeOf(column: Column): ColumnType {
  if (column instanceof Float64Array) return "f64";
  if (column instanceof Uint32Array) return "u32";
  return column instanceof Uint16Array ? "u16" : "u8";
}

function columnAt(bytes: Uint8Array, offset: number, type: ColumnType, length: number): Column {
  if (type === "f64") return new Float64Array(bytes.buffer, bytes.byteOffset + offset, length);
  if (type === "u32") return new Uint32Array(bytes.buffer, bytes.byteOffset + offset, length);
  if (type === "u16") return new Uint16Array(bytes.buffer, bytes.byteOffset + offset, length);
  return new Uint8Array(bytes.buffer, bytes.byteOffset + offset, length);
}

const byteSize: Record<ColumnType, number> = { f64: 8, u32: 4, u16: 2, u8: 1 };

/** Columns and a few facts as bytes: length of the header, header as JSON, then each column, all aligned to 8. Little-endian, as every machine we ship to. */
export function encodeColumns(columns: NamedColumns, facts: unknown): Uint8Array {
  const described = Object.entries(columns).map(([name, column]) => ({ name, type: typeOf(column), length: column.length }));
  const header = new TextEncoder().encode(JSON.stringify({ columns: described, facts } satisfies Header));
  const start = aligned(4 + header.length);
  const size = Object.values(columns).reduce((sum, column) => sum + aligned(column.byteLength), start);
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, header.length, true);
  bytes.set(header, 4);
  let offset = start;
  for (const column of Object.values(columns)) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), offset);
    offset += aligned(column.byteLength);
  }
  return bytes;
}

export function decodeColumns(bytes: Uint8Array): { readonly columns: NamedColumns; readonly facts: unknown } {
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  // Written by encodeColumns above and guarded by the run's hash.
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headerLength))) as Header;
  let offset = aligned(4 + headerLength);
  const columns: Record<string, Column> = {};
  for (const { name, type, length } of header.columns) {
    columns[name] = columnAt(bytes, offset, type, length);
    offset += aligned(length * byteSize[type]);
  }
  return { columns, facts: header.facts };
}

/** SHA-256 in slices, so that a million loans do not hold up the windows. */
export async function hashBytes(...parts: readonly (Uint8Array | string)[]): Promise<string> {
  const hash = createHash("sha256");
  for (const part of parts) {
    const bytes = typeof part === "string" ? new TextEncoder().encode(part) : part;
    for (let offset = 0; offset < bytes.length; offset += hashSliceBytes) {
      hash.update(bytes.subarray(offset, offset + hashSliceBytes));
      if (bytes.length > hashSliceBytes) await yieldToLoop();
    }
  }
  return hash.digest("hex");
}

/** On Node's thread pool, at the level where columns of floats stop getting smaller. */
export async function deflateBytes(bytes: Uint8Array): Promise<Uint8Array> {
  return deflateAsync(bytes, { level: 4 });
}

/** The copy starts at offset 0 of its own buffer, so that the columns in it are aligned. */
export async function inflateBytes(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await inflateAsync(bytes));
}
