import { basename } from "node:path";
import type { CalibrationProposal, CalibrationUse } from "../../shared/contract/recovery-channels.ts";
import { type AssumptionSources, type Assumptions, assumptionsSchema } from "../../shared/domain/assumptions.ts";
import { type Segment, segments } from "../../shared/domain/codes.ts";
import { leastLoansToUse, type RecoveryChoice, type RecoveryReading } from "../../shared/domain/recoveries.ts";
import { valuesMark } from "../../shared/domain/source-evidence.ts";
import { DeskError } from "../../shared/result.ts";
import type { AssumptionService } from "../assumptions/assumption-service.ts";
import { type CalibratedCurve, calibratedCurves } from "../engine/calibration/calibrated-curves.ts";
import { totalWithin } from "../engine/calibration/fit-curve.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { FileTokens } from "../tapes/file-tokens.ts";
import { inspectionBounds } from "../tapes/tape-bounds.ts";
import type { KeptReading } from "./kept-reading.ts";
import { agedSource, curvesSource } from "./recovery-source.ts";
import type { CalibratedFile, RecoveryTasks } from "./recovery-tasks.ts";

export interface RecoveryService {
  /** Reads a file of closed loans in a worker and calibrates rates on it, with a back-test. */
  read(fileToken: string, choice: RecoveryChoice): Promise<RecoveryReading>;
  /** What the curves of a deal or a set would become by the file's last reading; recoveries.notRead where there is none. */
  propose(use: CalibrationUse): Promise<CalibrationProposal>;
  /** Writes them with their source, one step to undo; recoveries.nothingMapped where no segment of the file has one of the model, recoveries.tooFew with fewer loans than may be used. */
  use(use: CalibrationUse): Promise<{ curves: number }>;
}

interface RecoveryServiceParts {
  readonly jobs: Pick<JobRunner<RecoveryTasks>, "run">;
  /** Paths that the user chose, by token. */
  readonly files: FileTokens;
  readonly assumptions: Pick<AssumptionService, "termsOf" | "calibrate">;
  readonly now: () => string;
}

/** Readings kept in memory. */
const mostKept = 3;

/** Calibrates curves on the desk's own closed loans. Nothing of a file is stored but what its source says of it. */
export function createRecoveryService({ jobs, files, assumptions, now }: RecoveryServiceParts): RecoveryService {
  const kept = new Map<string, KeptReading>();

  const read = async (fileToken: string, choice: RecoveryChoice): Promise<RecoveryReading> => {
    const path = files.pathOf(fileToken);
    kept.delete(fileToken);
    const { reading, rates }: CalibratedFile = await jobs.run(
      "calibrateRecoveries",
      { path, choice },
      { kind: "calibrateRecoveries", bounds: inspectionBounds },
    );
    const fileName = basename(path);
    const { calibration, sha256 } = reading;
    if (calibration !== null && rates !== null) {
      kept.set(fileToken, { fileName, sha256, readOn: now().slice(0, 10), calibration, rates });
      for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest);
    }
    return { ...reading, fileName };
  };

  const worked = async ({ fileToken, mapping, target }: CalibrationUse) => {
    const reading = kept.get(fileToken);
    if (reading === undefined) throw new DeskError("recoveries.notRead");
    const terms = await assumptions.termsOf(target);
    const names = new Map(mapping.map(({ name, segment }) => [name, segment]));
    return { reading, terms, curves: calibratedCurves(reading.rates, names, terms.assumptions, reading.calibration.isDated) };
  };

  return {
    read,
    propose: async (use) => {
      const { reading, terms, curves } = await worked(use);
      const { horizonMonths } = terms.assumptions;
      const { sourceZh, sourceEn } = curvesSource(reading, curves, terms);
      return {
        ratesToday: ratesOf(terms.assumptions),
        horizonMonths,
        curves: curves.map((one) => ({ ...one, agedCurves: [...one.agedCurves] })),
        sourceZh,
        sourceEn,
      };
    },
    use: async (use) => {
      const { reading, terms, curves } = await worked(use);
      if (reading.calibration.loans < leastLoansToUse) throw new DeskError("recoveries.tooFew");
      if (curves.length === 0) throw new DeskError("recoveries.nothingMapped");
      const changed = withCurves(terms.assumptions, curves);
      const hasAged = curves.some(({ agedCurves }) => agedCurves.length > 0);
      const groups = hasAged ? { curves: changed.curves, agedCurves: changed.agedCurves } : { curves: changed.curves };
      const sources: Partial<AssumptionSources> = {
        curves: withEvidence(curvesSource(reading, curves, terms), reading, changed.curves),
        ...(hasAged ? { agedCurves: withEvidence(agedSource(reading, curves, terms), reading, changed.agedCurves) } : {}),
      };
      await assumptions.calibrate(use.target, { assumptions: groups, sources }, reading.fileName);
      return { curves: curves.length };
    },
  };
}

/** What the curves of a set bring within its horizon. */
function ratesOf({ curves, horizonMonths }: Assumptions): Record<Segment, number> {
  return Object.fromEntries(segments.map((segment) => [segment, totalWithin(curves[segment], horizonMonths)])) as Record<Segment, number>; // each segment once
}

function withCurves(assumptions: Assumptions, curves: readonly CalibratedCurve[]): Assumptions {
  const after = Object.fromEntries(curves.map(({ segment, after: curve }) => [segment, curve]));
  const aged = Object.fromEntries(curves.map(({ segment, agedCurves }) => [segment, agedCurves]));
  return assumptionsSchema.parse({ ...assumptions, curves: { ...assumptions.curves, ...after }, agedCurves: { ...assumptions.agedCurves, ...aged } });
}

type Source = AssumptionSources["curves"];

function withEvidence(source: Source, { fileName, sha256, readOn, calibration: { loans } }: KeptReading, values: unknown): Source {
  return { ...source, evidence: { fileName, sha256, readOn, loans, values: valuesMark(values) } };
}
