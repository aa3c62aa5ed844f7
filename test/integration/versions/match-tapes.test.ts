import { afterEach, beforeEach, expect, it } from "vitest";
import { WorkerConnection } from "../../../main/db/worker-connection.ts";
import { matchTapes } from "../../../main/versions/match-tapes.ts";
import { openTestDesk, type TestDesk } from "../pricing/test-desk.ts";
import { dealWithTape, firstRows, typeCells } from "../sheet/sheet-desk.ts";

let desk: TestDesk;
let connection: WorkerConnection;
beforeEach(() => {
  desk = openTestDesk();
  connection = new WorkerConnection(desk.db.forWorkers);
});
afterEach(() => {
  connection.close();
  return desk.close();
});

const tapeOf = async (dealId: number) => (await desk.deals.get(dealId)).package?.tapeId ?? 0;

it("tells the loans of one tape from those of another by what the sellers stated, with what the desk renamed, added and took away", async () => {
  const [one, other] = [await dealWithTape(desk), await dealWithTape(desk)];
  const tapes = { olderTapeId: await tapeOf(one), newerTapeId: await tapeOf(other) };
  const [first, second, third] = await firstRows(desk, one, "loan", 3);
  await typeCells(desk, one, "loan", [{ rowId: first?.rowId ?? 0, field: "contractNo", text: "改名-1" }]);
  await desk.sheet.removeRows({ dealId: one, list: "loan", rowIds: [second?.rowId ?? 0], why: "" });
  const cells = [
    { field: "contractNo", text: "手工-1" },
    { field: "principal", text: "1" },
  ] as const;
  const { rowIds } = await desk.sheet.addRows({ dealId: one, list: "loan", rows: [{ loanId: null, cells: [...cells] }], unit: "yuan", why: "" });
  const found = await matchTapes(connection, tapes, []);
  expect(found.older).toHaveLength(465);
  const numbers = new Map((await firstRows(desk, other, "loan", 500)).map(({ rowId, contractNo }) => [rowId, contractNo]));
  const newerOf = (id: number | undefined) => numbers.get(found.newer[found.older.indexOf(id ?? 0)] ?? 0);
  expect([first, second, third].map((row) => newerOf(row?.rowId))).toEqual([first, second, third].map((row) => row?.contractNo));
  expect([...found.dropped]).toEqual(rowIds);
  expect(found.added).toHaveLength(0);
});

it("is left once nobody waits for it", async () => {
  const [one, other] = [await dealWithTape(desk), await dealWithTape(desk)];
  let beats = 0;
  const leave = () => {
    beats += 1;
    if (beats === 500) throw new Error("left");
  };
  await expect(matchTapes(connection, { olderTapeId: await tapeOf(one), newerTapeId: await tapeOf(other) }, [], leave)).rejects.toThrow("left");
  expect(beats).toBe(500);
});
