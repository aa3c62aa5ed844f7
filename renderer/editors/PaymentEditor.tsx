import { useTranslation } from "react-i18next";
import type { Payment } from "../../shared/domain/financing-assumptions.ts";
import { EditorHeading } from "./rows/EditorHeading.tsx";
import { FieldRow } from "./rows/FieldRow.tsx";
import { PartsEditor } from "./rows/PartsEditor.tsx";

/** How the price is paid: instalments in cash, and rights with their own schedule. */
export function PaymentEditor({ payment }: { readonly payment: Payment }) {
  const { t } = useTranslation();
  const { priceShare, schedule } = payment.trustRights;
  return (
    <>
      <EditorHeading>{t("financing.field.instalments")}</EditorHeading>
      <PartsEditor
        path={["payment", "instalments"]}
        parts={payment.instalments}
        otherShare={priceShare}
        shareLabel={t("financing.field.share")}
        testId="instalment"
      />
      <EditorHeading>{t("financing.field.trustRights")}</EditorHeading>
      <FieldRow label={t("financing.field.priceShare")} unit="%" path={["payment", "trustRights", "priceShare"]} kind="percent" testId="rights-share" />
      <FieldRow label={t("financing.field.rightsRate")} unit="%" path={["payment", "trustRights", "annualRate"]} kind="percent" />
      {priceShare > 0 ? (
        <>
          <EditorHeading>{t("financing.field.rightsSchedule")}</EditorHeading>
          <PartsEditor
            path={["payment", "trustRights", "schedule"]}
            parts={schedule}
            otherShare={0}
            shareLabel={t("financing.field.rightsShare")}
            testId="rights-part"
          />
        </>
      ) : null}
      <FieldRow label={t("financing.field.fundingRate")} unit="%" path={["payment", "fundingRate"]} kind="percent" nullable />
    </>
  );
}
