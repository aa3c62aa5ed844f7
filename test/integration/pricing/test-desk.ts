import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DeskTasks } from "../../../main/app/desk-worker.ts";
import { createFileTokens } from "../../../main/app/file-tokens.ts";
import { migrations } from "../../../main/db/migrations/migrations.ts";
import { openDatabase } from "../../../main/db/open-database.ts";
import { createDealService } from "../../../main/deals/deal-service.ts";
import { createJobRunner } from "../../../main/jobs/job-runner.ts";
import { createMarketService } from "../../../main/market/market-service.ts";
import { createPricingService } from "../../../main/pricing/pricing-service.ts";
import { createScenarioService } from "../../../main/scenarios/scenario-service.ts";
import { createSimulationService } from "../../../main/simulations/simulation-service.ts";
import { createTapeService } from "../../../main/tapes/tape-service.ts";
import type { DealInput } from "../../../shared/contract/deal-channels.ts";
import type { JobEvent } from "../../../shared/contract/job-events.ts";

const fixtures = new URL("../../fixtures/", import.meta.url);
export const retailTape = fileURLToPath(new URL("retail-package-gb18030.csv", fixtures));
export const corporateTape = fileURLToPath(new URL("../../../main/samples/corporate-package.xlsx", import.meta.url));

export const newDeal: DealInput = {
  name: "测试资产包",
  seller: "测试农商银行",
  kind: "corporateBulk",
  process: "publicBidding",
  cutOffDate: null,
  bidDeadline: "2025-12-15",
  stage: "screening",
  status: "active",
  owner: "",
  notes: "",
};

/** The desk's services on a real file with the real worker, put together as the app does: on a new desk, or on a copy of a stored one. */
export function openTestDesk(storedDesk?: string) {
  const folder = mkdtempSync(join(tmpdir(), "desk-"));
  const now = () => "2025-11-25T08:00:00.000Z";
  const file = join(folder, "desk.db");
  if (storedDesk !== undefined) copyFileSync(storedDesk, file);
  const db = openDatabase(file, { migrations, now });
  const jobs = createJobRunner<DeskTasks>({ workerFile: new URL("../../../main/app/desk-worker.ts", import.meta.url), onEvent: () => undefined });
  const simulationEvents: JobEvent[] = [];
  const files = createFileTokens();
  const tapes = createTapeService({ db, jobs, files, now });
  const admit = (path: string) => files.admit(path).fileToken;
  const deals = createDealService({ db, now, openSample: (dealId) => tapes.importAsProposed(dealId, admit(corporateTape)) });
  const pricing = createPricingService({ db, jobs, now });
  return {
    db,
    deals,
    tapes,
    pricing,
    scenarios: createScenarioService({ db, jobs, pricing, now }),
    simulations: createSimulationService({ jobs, pricing, now, onEvent: (event) => simulationEvents.push(event) }),
    simulationEvents,
    market: createMarketService({ db, now }),
    admit,
    /** A copy of a tape that a test may change. */
    copyOf: (path: string, name: string) => {
      const copy = join(folder, name);
      copyFileSync(path, copy);
      return copy;
    },
    countRows: (table: string) => Number(db.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()),
    close: async () => {
      await jobs.close();
      await db.close();
      rmSync(folder, { recursive: true });
    },
  };
}
export type TestDesk = ReturnType<typeof openTestDesk>;
