import type { EngineField } from "../../../shared/domain/engine-fields.ts";
import { fenFromYuan } from "../../../shared/money.ts";
import { EngineInputError } from "../engine-errors.ts";

/**
 * Whole fen of an engine result in yuan, half away from zero, never −0 (METHOD §1).
 * @throws EngineInputError tooLarge or notFinite where fen can no longer be counted exactly in a float64
 */
export function resultFen(yuan: number, field: EngineField): number {
  if (!Number.isFinite(yuan)) throw new EngineInputError("notFinite", field);
  const fen = fenFromYuan(yuan);
  if (!Number.isSafeInteger(fen)) throw new EngineInputError("tooLarge", field);
  return fen;
}

/** Ratio or null where the base is not positive or the ratio is no finite number; never −0. */
export function ratioOrNull(numerator: number, base: number): number | null {
  const ratio = numerator / base;
  return base > 0 && Number.isFinite(ratio) ? ratio + 0 : null;
}
