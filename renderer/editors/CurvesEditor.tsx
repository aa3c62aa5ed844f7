import { useTranslation } from "react-i18next";
import { segments } from "../../shared/domain/codes.ts";
import { CurveSharesEditor } from "./CurveSharesEditor.tsx";
import { EditorGrid } from "./rows/EditorGrid.tsx";

export function CurvesEditor() {
  const { t } = useTranslation();
  return (
    <>
      <EditorGrid
        caption={t("pricing.group.curves")}
        rows={segments.map((segment) => ({ key: segment, label: t(`code.segment.${segment}`) }))}
        columns={[
          { label: t("pricing.field.lagMonths"), unit: t("pricing.unit.month"), kind: "months", pathOf: (key) => ["curves", key, "lagMonths"] },
          { label: t("pricing.field.firstMonthRate"), unit: "%", kind: "percent", pathOf: (key) => ["curves", key, "firstMonthRate"] },
          { label: t("pricing.field.monthlyDecay"), unit: "×", kind: "factor", pathOf: (key) => ["curves", key, "monthlyDecay"] },
        ]}
      />
      <CurveSharesEditor />
    </>
  );
}
