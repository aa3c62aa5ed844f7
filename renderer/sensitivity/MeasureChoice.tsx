import { useTranslation } from "react-i18next";
import { type SensitivityMeasure, sensitivityMeasures } from "../../shared/domain/scenario-results.ts";
import { ChoiceField } from "../ui/fields/ChoiceField.tsx";

interface MeasureChoiceProps {
  readonly measure: SensitivityMeasure;
  readonly onChange: (measure: SensitivityMeasure) => void;
  readonly testId: string;
}

/** The measure that an analysis shows. */
export function MeasureChoice({ measure, onChange, testId }: MeasureChoiceProps) {
  const { t } = useTranslation();
  return (
    <ChoiceField
      label={t("sensitivity.measure.title")}
      value={measure}
      options={sensitivityMeasures}
      textOf={(one) => t(`sensitivity.measure.${one}`)}
      onChange={onChange}
      width={230}
      testId={testId}
    />
  );
}
