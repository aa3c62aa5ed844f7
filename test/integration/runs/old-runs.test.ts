import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENGINE_VERSION } from "../../../main/engine/price-package.ts";
import { storedDesks } from "../db/stored-desks.ts";
import { openTestDesk, type TestDesk } from "../pricing/test-desk.ts";

const desksWithRuns = storedDesks.filter(({ said }) => said.runs.length > 0);

it("runs of the first and the second engine are stored", () => {
  const engines = desksWithRuns.flatMap(({ said }) => said.runs.map(({ engineVersion }) => engineVersion));
  expect([...new Set(engines)]).toEqual(expect.arrayContaining(["1.0.0", "2.0.0"]));
});

describe.each(desksWithRuns)("the runs that the release of schema $version saved", ({ file, said }) => {
  let desk: TestDesk;
  beforeAll(() => {
    desk = openTestDesk(file);
  });
  afterAll(() => desk.close());

  it("still have their hashes, and print as they were", async () => {
    const listed = await Promise.all(said.deals.map(({ id }) => desk.runs.list(id)));
    expect(listed.flat().map(({ id }) => id)).toEqual(said.runs.map(({ id }) => id));
    for (const { strata, bids, totals, bidPriceFen, ...statement } of said.runs) {
      const { run, strata: strataNow } = await desk.runs.runForMemo(statement.id);
      expect(run).toMatchObject({ ...statement, result: { totals, bidPriceFen } });
      expect(Object.fromEntries(run.result.cases.map(({ caseName, maxBidFen }) => [caseName, maxBidFen]))).toEqual(bids);
      expect(strataNow).toMatchObject(strata);
    }
  });

  it("replay to the same bytes where today's engine priced them, and else to others", async () => {
    for (const { id, engineVersion, runHash } of said.runs) {
      const replayed = await desk.runs.replay(id);
      const isSame = engineVersion === ENGINE_VERSION;
      expect(replayed.isSame).toBe(isSame);
      expect(replayed.runHash === runHash).toBe(isSame);
    }
  });

  it("are refused once their result was changed behind the app", async () => {
    const { raw } = desk.db;
    raw.exec("DROP TRIGGER pricing_run_no_update");
    raw.exec("UPDATE pricing_run SET result = json_set(result, '$.totals.loans', json_extract(result, '$.totals.loans') + 1)");
    for (const { id } of said.runs) await expect(desk.runs.runForMemo(id)).rejects.toMatchObject({ code: "run.altered" });
  });
});
