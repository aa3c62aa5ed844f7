import { useTranslation } from "react-i18next";
import { NumberInput } from "../ui/fields/NumberInput.tsx";
import type { EditPath } from "./edit-path.ts";
import { useEditedNumber } from "./edit-scope.ts";
import { type NumberKind, numberOfText, textOfNumber } from "./number-text.ts";

interface AssumptionFieldProps {
  readonly path: EditPath;
  readonly kind: NumberKind;
  readonly label: string;
  /** An empty field means "none" where the schema allows null. */
  readonly nullable?: boolean;
  readonly width?: number;
  readonly testId?: string | undefined;
}

/** One number of the model, typed in its own unit. */
export function AssumptionField({ path, kind, label, nullable = false, width, testId }: AssumptionFieldProps) {
  const { t } = useTranslation();
  const { stored, isInvalid, readOnly, edit } = useEditedNumber(path);
  return (
    <NumberInput
      label={label}
      stored={textOfNumber(stored, kind)}
      isInvalid={isInvalid}
      onType={(text) => edit(nullable && text.trim() === "" ? null : numberOfText(text, kind))}
      readOnly={readOnly}
      placeholder={nullable ? t("pricing.field.none") : undefined}
      hint={isInvalid ? t("pricing.field.invalid") : undefined}
      {...(width === undefined ? {} : { width })}
      testId={testId}
    />
  );
}
