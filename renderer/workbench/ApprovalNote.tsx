import Link from "@mui/material/Link";
import { useTranslation } from "react-i18next";
import { isChanged } from "../../shared/domain/approval.ts";
import { useCall } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { FactStrip } from "../ui/FactStrip.tsx";

/** Says that what is priced here is no longer what was handed in or approved; nothing where it is, or where nothing was. */
export function ApprovalNote({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const differences = (useCall("approvals.differences", { dealId }).data ?? []).filter(isChanged);
  if (differences.length === 0) return null;
  return (
    <FactStrip
      label={t("approvals.title")}
      title={`${t("approvals.differs")}: ${differences.map((one) => t(`approvals.differenceOf.${one}`)).join(" ")}`}
      testId="approval-note"
    >
      <Link component="button" onClick={() => navigate({ screen: "approval", dealId })} data-testid="to-approval">
        {t("approvals.title")}
      </Link>
    </FactStrip>
  );
}
