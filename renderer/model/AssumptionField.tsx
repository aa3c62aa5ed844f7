import { useTranslation } from "react-i18next";
import { monthBeyondHorizon } from "../../shared/domain/unusual-inputs.ts";
import type { TypedKind } from "../../shared/typed/number-words.ts";
import { NumberInput } from "../ui/fields/NumberInput.tsx";
import { useRateDoubt } from "../ui/fields/use-rate-doubt.ts";
import { type EditPath, pathKey } from "./edit-path.ts";
import { useEditedNumber } from "./edit-scope.ts";

interface AssumptionFieldProps {
  readonly path: EditPath;
  readonly kind: TypedKind;
  readonly label: string;
  /** An empty field means "none" where the schema allows null. */
  readonly nullable?: boolean;
  /** What an empty field means, where that is not "none". */
  readonly emptyText?: string | undefined;
  readonly width?: number;
  readonly testId?: string | undefined;
}

/** One number of the model, typed in its own unit. */
export function AssumptionField({ path, nullable = false, emptyText, ...rest }: AssumptionFieldProps) {
  const { t } = useTranslation();
  const { stored, original, isInvalid, joint, readOnly, range, edit, leave } = useEditedNumber(path);
  const doubtOf = useRateDoubt();
  const isInModel = path[0] === "assumptions";
  const place = pathKey(isInModel ? path.slice(1) : path);
  const { stored: horizon } = useEditedNumber(isInModel ? ["assumptions", "horizonMonths"] : ["horizonMonths"]);
  const beyond = typeof stored === "number" && typeof horizon === "number" ? monthBeyondHorizon(place, stored, horizon) : null;
  return (
    <NumberInput
      {...rest}
      value={stored}
      onChange={edit}
      onLeave={leave}
      original={original}
      range={range}
      isInvalid={isInvalid}
      joint={joint === null ? null : t(`typed.joint.${joint}`)}
      doubt={beyond === null ? doubtOf(place, stored) : t("unusual.beyondHorizon", { month: beyond, horizon })}
      readOnly={readOnly}
      placeholder={nullable ? (emptyText ?? t("pricing.field.none")) : undefined}
    />
  );
}
