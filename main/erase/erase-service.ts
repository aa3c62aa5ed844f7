import { statSync } from "node:fs";
import { type HeldData, heldKinds } from "../../shared/domain/held-data.ts";
import { formatDate } from "../../shared/format.ts";
import { DeskError } from "../../shared/result.ts";
import type { BackupService } from "../backups/backup-service.ts";
import type { databaseTasks } from "../db/database-tasks.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { TapeService } from "../tapes/tape-service.ts";
import { eraseDealItself, eraseDealRows, eraseRunRows, findRetention, findRunPlace, isApproved, whileErasing, writeRetention } from "./erase-queries.ts";
import type { EraseTasks } from "./erase-tasks.ts";
import { isOver } from "./held-data.ts";

interface Erased {
  readonly backupsRemoved: number;
}

export interface EraseService {
  held(): Promise<HeldData>;
  setRetention(dealId: number, until: string | null): Promise<void>;
  /** Takes a deal away with all it has; `removesBackups`: with the backups that hold it, for one of the desk without it. */
  eraseDeal(dealId: number, removesBackups: boolean): Promise<Erased>;
  eraseRun(runId: number, removesBackups: boolean): Promise<Erased>;
}

interface EraseServiceParts {
  readonly db: DeskDatabase;
  readonly jobs: Pick<JobRunner<EraseTasks & typeof databaseTasks>, "run">;
  readonly tapes: Pick<TapeService, "sweep">;
  readonly backups: Pick<BackupService, "list" | "make" | "removeAllBut">;
  readonly now: () => string;
}

export function createEraseService({ db, jobs, tapes, backups, now }: EraseServiceParts): EraseService {
  const { kysely } = db;
  const today = () => formatDate(now());

  async function assertErasable(dealId: number): Promise<void> {
    const deal = await kysely.selectFrom("deal").select("id").where("id", "=", dealId).executeTakeFirst();
    if (deal === undefined) throw new DeskError("deal.notFound", { dealId });
    if ((await isApproved(kysely, dealId)) && !isOver(await findRetention(kysely, dealId), today())) throw new DeskError("erase.approved");
  }

  /** A backup goes before; after it nothing of what went is left in the log, nor, where it is wanted, in any backup. */
  async function erasing(removesBackups: boolean, work: () => Promise<void>): Promise<Erased> {
    await backups.make("erase");
    await work();
    await jobs.run("foldLog", db.forWorkers, { kind: "eraseData" });
    if (!removesBackups) return { backupsRemoved: 0 };
    const { id } = await backups.make("now");
    return { backupsRemoved: backups.removeAllBut(id) };
  }

  return {
    held: async () => {
      const { kinds, deals } = await jobs.run("countHeld", { desk: db.forWorkers, today: today() }, { kind: null });
      return {
        bytes: statSync(db.file).size,
        kinds: heldKinds.map((kind) => ({ kind, rows: kinds[kind] })),
        deals,
        backups: backups.list().backups.length,
      };
    },
    setRetention: (dealId, until) =>
      kysely.transaction().execute(async (trx) => {
        const deal = await trx.selectFrom("deal").select("id").where("id", "=", dealId).executeTakeFirst();
        if (deal === undefined) throw new DeskError("deal.notFound", { dealId });
        await writeRetention(trx, dealId, until);
      }),
    eraseDeal: async (dealId, removesBackups) => {
      await assertErasable(dealId);
      return erasing(removesBackups, async () => {
        await kysely.transaction().execute((trx) => whileErasing(trx, dealId, null, () => eraseDealRows(trx, dealId, now())));
        await tapes.sweep();
        const isGone = await kysely.transaction().execute((trx) => eraseDealItself(trx, dealId));
        if (!isGone) throw new DeskError("erase.busy");
      });
    },
    eraseRun: async (runId, removesBackups) => {
      const place = await findRunPlace(kysely, runId);
      if (place === null) throw new DeskError("run.notFound", { runId });
      if (place.isInUse) throw new DeskError("erase.runInUse");
      return erasing(removesBackups, () => kysely.transaction().execute((trx) => whileErasing(trx, place.dealId, runId, () => eraseRunRows(trx, runId))));
    },
  };
}
