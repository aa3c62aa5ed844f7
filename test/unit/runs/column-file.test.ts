import { describe, expect, it } from "vitest";
import { decodeColumns, deflateBytes, encodeColumns, hashBytes, inflateBytes } from "../../../main/runs/column-file.ts";

const columns = {
  money: Float64Array.of(1.5, Number.NaN, -0, 1e13),
  code: Uint8Array.of(1, 2, 255),
  start: Uint32Array.of(0, 4_294_967_295, 7),
  empty: new Float64Array(0),
};

describe("a file of columns", () => {
  it("gives back every column bit by bit, packed or not", async () => {
    const bytes = encodeColumns(columns, { regions: ["洛阳", "鹤壁"] });
    const back = decodeColumns(await inflateBytes(await deflateBytes(bytes)));
    expect(back).toEqual({ columns, facts: { regions: ["洛阳", "鹤壁"] } });
    expect(Object.is(back.columns.money?.[2], -0)).toBe(true);
  });

  it("reads columns in shared memory", () => {
    const shared = new Float64Array(new SharedArrayBuffer(16));
    shared.set([1, 2]);
    expect(encodeColumns({ a: shared }, null)).toEqual(encodeColumns({ a: Float64Array.of(1, 2) }, null));
  });

  it("hashes as SHA-256 does, in slices or not", async () => {
    // FIPS 180-2, appendix B.1 and B.3.
    expect(await hashBytes("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(await hashBytes("a".repeat(1_000_000))).toBe("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    const long = new Uint8Array(9 * 1024 * 1024).fill(7);
    expect(await hashBytes(long)).toBe(await hashBytes(long.subarray(0, 5_000_000), long.subarray(5_000_000)));
  });
});
