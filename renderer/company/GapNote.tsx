import Alert from "@mui/material/Alert";
import { useTranslation } from "react-i18next";
import type { CompanyGap } from "../../shared/domain/company.ts";

/** What cannot be told, and what to enter first. */
export function GapNote({ gaps }: { readonly gaps: readonly CompanyGap[] }) {
  const { t } = useTranslation();
  if (gaps.length === 0) return null;
  return (
    <Alert severity="info" variant="outlined" data-testid="company-gaps">
      <b>{t("company.cannotTell")}</b> · {t("company.gapsTitle")}
      <Steps gaps={gaps} />
    </Alert>
  );
}

function Steps({ gaps }: { readonly gaps: readonly CompanyGap[] }) {
  const { t } = useTranslation();
  return (
    <ol style={{ margin: 0, paddingInlineStart: "1.5em" }}>
      {gaps.map((gap) => (
        <li key={gap} data-gap={gap}>
          {t(`company.gap.${gap}`)}
        </li>
      ))}
    </ol>
  );
}
