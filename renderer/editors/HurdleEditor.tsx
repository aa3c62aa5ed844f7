import { useTranslation } from "react-i18next";
import { FieldRow } from "./rows/FieldRow.tsx";

export function HurdleEditor() {
  const { t } = useTranslation();
  return <FieldRow label={t("pricing.field.hurdleRate")} unit="%" path={["hurdleRate"]} kind="percent" testId="hurdle-rate" />;
}
