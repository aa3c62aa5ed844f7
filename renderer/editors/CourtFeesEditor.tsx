import { useTranslation } from "react-i18next";
import type { Assumptions } from "../../shared/domain/assumptions.ts";
import { FeeScheduleEditor } from "./FeeScheduleEditor.tsx";
import { FieldRow } from "./rows/FieldRow.tsx";

const feeKinds = ["acceptance", "preservation", "enforcement"] as const;

/** Statutory fees, how many cases pay only half of the acceptance fee, and the most that a bankruptcy petition costs. */
export function CourtFeesEditor({ courtFees }: { readonly courtFees: Assumptions["courtFees"] }) {
  const { t } = useTranslation();
  return (
    <>
      {feeKinds.map((kind) => (
        <FeeScheduleEditor key={kind} title={t(`pricing.field.${kind}Fee`)} schedule={courtFees[kind]} path={["courtFees", kind]} />
      ))}
      <FieldRow label={t("pricing.route.acceptanceHalved")} unit="%" path={["courtFees", "acceptanceHalvedShare"]} kind="percent" />
      <FieldRow label={t("pricing.route.petitionCap")} unit={t("pricing.unit.yuan")} path={["courtFees", "petitionCapYuan"]} kind="yuan" />
    </>
  );
}
