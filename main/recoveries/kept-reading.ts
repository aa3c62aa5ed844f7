import type { RecoveryCalibration } from "../../shared/domain/recoveries.ts";
import type { RateCalibration } from "../engine/calibration/calibrate-rates.ts";

/** A file's last reading that curves can be calibrated on. */
export interface KeptReading {
  readonly fileName: string;
  readonly sha256: string;
  /** YYYY-MM-DD. */
  readonly readOn: string;
  readonly calibration: RecoveryCalibration;
  readonly rates: RateCalibration;
}
