import Box from "@mui/material/Box";
import LinearProgress from "@mui/material/LinearProgress";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import { useTranslation } from "react-i18next";
import type { Company } from "../../shared/domain/company.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { useCall } from "../desk/desk-client.ts";
import { type CompanyPage, companyPages, navigate, useRoute } from "../desk/routes.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { CapacityPage } from "./CapacityPage.tsx";
import { FundingPage } from "./FundingPage.tsx";
import { RulesPage } from "./RulesPage.tsx";

/** The company behind the deals: what it reports, what it can carry, what it is held to. */
export function CompanyScreen() {
  const { t } = useTranslation();
  const unit = moneyUnitLabel(useMoneyUnit(), useLanguage());
  const route = useRoute();
  const page = (route.screen === "company" ? route.view : undefined) ?? "funding";
  const company = useCall("company.get", undefined);
  const quarter = company.data?.quarters[0]?.quarterEnd;
  return (
    <>
      <PageHeader title={t("company.title")} subtitle={quarter === undefined ? t("company.captionEmpty") : t("company.caption", { unit, quarter })}>
        <Tabs
          value={page}
          onChange={(_event, view: CompanyPage) => navigate({ screen: "company", view })}
          aria-label={t("company.pages")}
          sx={{ minHeight: 36, "& .MuiTab-root": { minHeight: 36, minWidth: 0, px: 1.5, py: 0 } }}
        >
          {companyPages.map((view) => (
            <Tab key={view} value={view} label={t(`company.page.${view}`)} data-testid={`company-page-${view}`} />
          ))}
        </Tabs>
      </PageHeader>
      <Box tabIndex={-1} sx={{ flex: 1, minHeight: 0, overflow: "auto", p: 1.5, display: "flex", flexDirection: "column", gap: 1.5 }}>
        <ErrorAlert error={company.error} onRetry={company.reload} />
        {company.data === undefined ? <LinearProgress aria-label={t("common.loading")} /> : <PageOf page={page} company={company.data} />}
      </Box>
    </>
  );
}

function PageOf({ page, company }: { readonly page: CompanyPage; readonly company: Company }) {
  switch (page) {
    case "funding":
      return <FundingPage company={company} />;
    case "capacity":
      return <CapacityPage company={company} />;
    case "rules":
      return <RulesPage />;
  }
}
