import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createFeatures } from "../../../main/app/desk-features.ts";
import { openDatabase } from "../../../main/db/open-database.ts";
import { migrations } from "../../../main/db/schema.ts";
import type { DataKey } from "../../../main/db/sqlite-file.ts";
import type { EncryptOrder } from "../../../main/keys/encryption-service.ts";
import type { MemoPrinter } from "../../../main/memos/memo-service.ts";
import { createFileTokens } from "../../../main/tapes/file-tokens.ts";
import { type DealInput, newDeal } from "../../../shared/contract/deal-channels.ts";
import type { JobEvent } from "../../../shared/contract/job-events.ts";
import type { MemoParts } from "../../../shared/domain/memo-parts.ts";
import { takeWorkers } from "./left-workers.ts";

const fixtures = new URL("../../fixtures/", import.meta.url);
export const retailTape = fileURLToPath(new URL("retail-package-gb18030.csv", fixtures));
export const corporateTape = fileURLToPath(new URL("../../../main/samples/corporate-package.xlsx", import.meta.url));

/** What a user states of a list that is silent on it. */
export const statedByUser = { currency: "CNY", cutOffDate: "2025-09-30" } as const;

export const testDeal: DealInput = { ...newDeal, name: "测试资产包", seller: "测试农商银行", bidDeadline: "2025-12-15" };

/** Built once a run (built-workers.ts). */
const builtWorker = process.env["AMC_TEST_WORKER"];
const deskWorker = builtWorker === undefined ? new URL("../../../main/worker/desk-worker.ts", import.meta.url) : pathToFileURL(builtWorker);

export const noParts: MemoParts = { frame: { head: "", mark: "", foot: "", printedOn: "", pageOf: "" }, parts: [] };
const noPrinter: MemoPrinter = {
  chooseFile: async () => null,
  printToPdf: async () => new Uint8Array(),
  partsOf: async () => [noParts],
  print: async () => false,
};

/** The desk's features on a real file with the real worker, put together as the app does: on a new desk, or on a copy of a stored one. */
export function openTestDesk(storedDesk?: string, printer: MemoPrinter = noPrinter, workerFile = deskWorker, key: DataKey = null) {
  const folder = mkdtempSync(join(tmpdir(), "desk-"));
  let clock = "2025-11-25T08:00:00.000Z";
  const now = () => clock;
  const file = join(folder, "desk.db");
  if (storedDesk !== undefined) copyFileSync(storedDesk, file);
  // A desk that was killed left commits in its log.
  for (const end of ["-wal", "-key"]) if (existsSync(`${storedDesk}${end}`)) copyFileSync(`${storedDesk}${end}`, `${file}${end}`);
  const db = openDatabase(file, { migrations, now, key });
  const workers = takeWorkers(workerFile);
  const { jobs, housekeeping } = workers;
  /** Of jobs that run in the main process. */
  const jobEvents: JobEvent[] = [];
  const files = createFileTokens();
  const chooser = {
    chooseFile: async () => null,
    chooseFiles: async () => null,
    chooseSample: () => files.admit(corporateTape),
    nextGiven: () => undefined,
  };
  let author = "";
  let workbook: string | null = null;
  let dossier: string | null = null;
  let chosenFolder: string | null = null;
  const reopened: string[] = [];
  const keys: Uint8Array[] = [];
  const encryptOrders: EncryptOrder[] = [];
  const { services, handlers } = createFeatures({
    db,
    jobs,
    housekeeping,
    now,
    author: async () => author,
    idleMinutes: async () => 10,
    files,
    chooser,
    printer,
    chooseWorkbook: async () => workbook,
    chooseTable: async () => workbook,
    dossierFiles: {
      chooseSave: async () => dossier,
      chooseOpen: async () => (dossier === null ? null : files.admit(dossier)),
      pathOf: files.pathOf,
    },
    admitSaved: files.admit,
    savedPath: files.findPath,
    chooseAny: async () => workbook,
    onJobEvent: (event) => jobEvents.push(event),
    onFailure: () => undefined,
    safekeeping: {
      chooseFolder: async () => chosenFolder,
      showFolder: async () => undefined,
      reopen: (restoredFrom) => void reopened.push(restoredFrom),
      restoredFrom: null,
      onKey: (found) => void keys.push(found),
    },
    encryption: {
      store: null,
      hasFailed: false,
      encryptDesk: (order) => void encryptOrders.push(order),
      lock: { state: () => ({ isLocked: false, hasPassphrase: false, isStoreLost: false }), open: async () => undefined },
    },
  });
  return {
    db,
    ...services,
    handlers,
    jobEvents,
    /** Where a dossier is written and opened from now on. */
    useDossier: (file: string | null) => {
      dossier = file;
    },
    /** Where a workbook is written from now on. */
    writeWorkbooksTo: (file: string | null) => {
      workbook = file;
    },
    /** The folder that is chosen from now on. */
    chooseFolder: (chosen: string | null) => {
      chosenFolder = chosen;
    },
    setClock: (time: string) => {
      clock = time;
    },
    /** Backups with which the app was asked to open again. */
    reopened,
    /** Keys of backups from other desks that were restored. */
    keys,
    /** By which the app was asked to encrypt the desk. */
    encryptOrders,
    /** States who works at the desk from now on. */
    nameAuthor: (name: string) => {
      author = name;
    },
    /** Hears of the jobs of the workers from now on. */
    onJob: workers.listen,
    cancel: (jobId: string) => jobs.cancel(jobId),
    admit: (path: string) => files.admit(path).fileToken,
    /** A copy of a tape that a test may change. */
    copyOf: (path: string, name: string) => {
      const copy = join(folder, name);
      copyFileSync(path, copy);
      return copy;
    },
    countRows: (table: string) => Number(db.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()),
    /** As the app closes it; its folder stays for `close`. */
    shut: async () => {
      await workers.leave();
      await db.close();
    },
    close: async () => {
      await workers.leave();
      await db.close();
      rmSync(folder, { recursive: true });
    },
  };
}
export type TestDesk = ReturnType<typeof openTestDesk>;
