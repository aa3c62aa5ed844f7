import { useTranslation } from "react-i18next";
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
  readonly width?: number;
  readonly testId?: string | undefined;
}

/** One number of the model, typed in its own unit. */
export function AssumptionField({ path, nullable = false, ...rest }: AssumptionFieldProps) {
  const { t } = useTranslation();
  const { stored, original, isInvalid, readOnly, range, edit, leave } = useEditedNumber(path);
  const doubtOf = useRateDoubt();
  return (
    <NumberInput
      {...rest}
      value={stored}
      onChange={edit}
      onLeave={leave}
      original={original}
      range={range}
      isInvalid={isInvalid}
      doubt={doubtOf(pathKey(path[0] === "assumptions" ? path.slice(1) : path), stored)}
      readOnly={readOnly}
      placeholder={nullable ? t("pricing.field.none") : undefined}
    />
  );
}
