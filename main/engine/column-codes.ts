import {
  type CollateralKind,
  collateralKinds,
  type DebtorCondition,
  debtorConditions,
  type LitigationStage,
  litigationStages,
  type Segment,
  segments,
} from "../../shared/domain/codes.ts";
import type { EngineField } from "../../shared/domain/engine-fields.ts";
import { EngineInputError } from "./engine-errors.ts";
import type { PackageColumns } from "./engine-types.ts";

/** What a column holds at an index; undefined where the index is off. */
type Code = number | undefined;

/** The name that a code stands for. There is no default: a loan of an unknown kind has no price. */
function nameOf<Name extends string>(names: readonly Name[], code: Code, field: EngineField): Name {
  const name = code === undefined ? undefined : names[code];
  if (name === undefined) throw new EngineInputError("outOfRange", field);
  return name;
}

/** Segment (分层) of a code of `columns.segment`. @throws EngineInputError outOfRange for a code that no segment has */
export const segmentOf = (code: Code): Segment => nameOf(segments, code, "segment");

/** Litigation stage (诉讼状态) of a code of `columns.stage`. @throws EngineInputError outOfRange for a code that no stage has */
export const stageOf = (code: Code): LitigationStage => nameOf(litigationStages, code, "stage");

/** Kind of collateral (抵押物类型) of a code of `columns.collateralKind`. @throws EngineInputError outOfRange for a code that no kind has */
export const collateralKindOf = (code: Code): CollateralKind => nameOf(collateralKinds, code, "collateralKind");

/** Condition of a debtor (经营状况) of a code of `columns.debtorCondition`. @throws EngineInputError outOfRange for a code that no condition has */
export const conditionOf = (code: Code): DebtorCondition => nameOf(debtorConditions, code, "debtorCondition");

/** Court (法院) of a loan; null where none is stated. @throws EngineInputError outOfRange for a number that no court has */
export function courtOf({ court, courts }: Pick<PackageColumns, "court" | "courts">, loan: number): string | null {
  return court[loan] === 0 ? null : nameOf(courts, court[loan] - 1, "court");
}
