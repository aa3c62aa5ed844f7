import { useTranslation } from "react-i18next";
import { FieldRow } from "./rows/FieldRow.tsx";

/** What is settled at closing for the time since cut-off. */
export function TransitionEditor() {
  const { t } = useTranslation();
  const yuan = t("pricing.unit.yuan");
  return (
    <>
      <FieldRow label={t("financing.field.collectedYuan")} unit={yuan} path={["transition", "collectedYuan"]} kind="yuan" nullable wide testId="collected" />
      <FieldRow label={t("financing.field.sellerShare")} unit="%" path={["transition", "sellerShare"]} kind="percent" />
      <FieldRow label={t("financing.field.reimbursedYuan")} unit={yuan} path={["transition", "reimbursedYuan"]} kind="yuan" wide />
    </>
  );
}
