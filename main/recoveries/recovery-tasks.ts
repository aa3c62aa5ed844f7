import type { RecoveryChoice, RecoveryReading } from "../../shared/domain/recoveries.ts";
import { backTest } from "../engine/calibration/back-test.ts";
import { calibrateRates, type RateCalibration } from "../engine/calibration/calibrate-rates.ts";
import type { Task, TaskContext } from "../jobs/task-types.ts";
import { readForeignList } from "../tapes/open-tape.ts";
import { refusing } from "../tapes/tape-tasks.ts";
import { type ReadRecoveries, readRecoveries } from "./read-recoveries.ts";
import { proposedSegment } from "./segment-words.ts";

/** What a worker answers: what is shown, and the rates month by month that curves are made of. */
export interface CalibratedFile {
  readonly reading: Omit<RecoveryReading, "fileName">;
  readonly rates: RateCalibration | null;
}

/** How much of the work is over when the file is read; the parts that are held back take the rest. */
const readingShare = 0.6;

const calibrateRecoveries: Task<{ readonly path: string; readonly choice: RecoveryChoice }, CalibratedFile> = ({ path, choice }, context) =>
  refusing(async () => {
    const isCancelled = () => context.isCancelled();
    const read = await readForeignList(
      { path },
      (source) => readRecoveries(source, choice, isCancelled),
      isCancelled,
      ({ share }) => context.progress(readingShare * share),
    );
    return calibrated(read, context);
  });

function calibrated({ loans, observedTo, ...read }: ReadRecoveries & { readonly sha256: string }, context: TaskContext): CalibratedFile {
  if (read.problem !== null) return { reading: { ...read, calibration: null }, rates: null };
  const rates = calibrateRates(loans);
  const tested = backTest(loans, folds, (share) => context.step(readingShare + (1 - readingShare) * share));
  const { balanceYuan, receiptsYuan, rate, standardError } = rates.pool;
  const calibration = {
    isDated: read.columns.receiptDate !== null,
    months: rates.months,
    observedTo,
    loans: loans.length,
    balanceYuan,
    receiptsYuan,
    rate,
    standardError,
    betweenDeviation: Math.sqrt(rates.betweenVariance),
    segments: rates.segments.map(({ shrunkShares: _shares, ...one }) => ({ ...one, proposed: proposedSegment(one.segment) })),
    backTest: tested === null ? null : { folds: [...tested.folds], segments: [...tested.segments], total: tested.total },
  };
  return { reading: { ...read, calibration }, rates };
}

const folds = 5;

export const recoveryTasks = { calibrateRecoveries };
export type RecoveryTasks = typeof recoveryTasks;
