/** A part as the heads of a zip say it. */
export interface ZippedPart {
  readonly name: Buffer;
  /** Where its head begins. */
  readonly at: number;
  readonly crc: number;
  /** Bytes in the file, and unpacked; the same where it is stored as it is. */
  readonly packed: number;
  readonly size: number;
}

export type ZipMethod = "stored" | "deflated";

export const localHeadBytes = 30;
export const directoryEntryBytes = 46;
export const endBytes = 22;

/** 1980-01-01, so that the same content is the same file. */
const day = 0x21;
const utf8Names = 0x0800;
const version = 20;
const methods: Record<ZipMethod, number> = { stored: 0, deflated: 8 };

export function localHead({ name, crc, packed, size }: ZippedPart, method: ZipMethod): Buffer {
  const head = Buffer.alloc(localHeadBytes);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(version, 4);
  head.writeUInt16LE(utf8Names, 6);
  head.writeUInt16LE(methods[method], 8);
  head.writeUInt16LE(day, 12);
  head.writeUInt32LE(crc, 14);
  head.writeUInt32LE(packed, 18);
  head.writeUInt32LE(size, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

export function directoryEntry({ name, at, crc, packed, size }: ZippedPart, method: ZipMethod): Buffer {
  const entry = Buffer.alloc(directoryEntryBytes);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(version, 4);
  entry.writeUInt16LE(version, 6);
  entry.writeUInt16LE(utf8Names, 8);
  entry.writeUInt16LE(methods[method], 10);
  entry.writeUInt16LE(day, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(at, 42);
  return Buffer.concat([entry, name]);
}

export function endOfZip(count: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(endBytes);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return end;
}
