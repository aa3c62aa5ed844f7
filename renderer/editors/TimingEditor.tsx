import { useTranslation } from "react-i18next";
import { litigationStages } from "../../shared/domain/codes.ts";
import { EditorGrid } from "./rows/EditorGrid.tsx";

export function TimingEditor() {
  const { t } = useTranslation();
  return (
    <EditorGrid
      caption={t("pricing.group.timing")}
      rows={litigationStages.map((stage) => ({ key: stage, label: t(`code.litigationStage.${stage}`) }))}
      columns={[
        { label: t("pricing.field.monthsToFirstRound"), unit: t("pricing.unit.month"), kind: "months", pathOf: (key) => ["timing", key, "monthsToFirstRound"] },
        {
          label: t("pricing.field.courtFeesMonth"),
          unit: t("pricing.unit.monthNumber"),
          kind: "months",
          nullable: true,
          pathOf: (key) => ["timing", key, "courtFeesMonth"],
        },
      ]}
    />
  );
}
