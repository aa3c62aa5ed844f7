import Box from "@mui/material/Box";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import { useTranslation } from "react-i18next";
import { formatStatedRate, moneyUnitLabel } from "../../shared/format.ts";
import { type BidPage, bidPages, navigate, useRoute } from "../desk/routes.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { PageHeader } from "../ui/PageHeader.tsx";
import { BidDayView } from "./BidDayView.tsx";
import type { BidPageProps } from "./bid-page.ts";
import { CardView } from "./CardView.tsx";
import { DecisionView } from "./DecisionView.tsx";
import { LedgerView } from "./LedgerView.tsx";
import { StructuresView } from "./StructuresView.tsx";

/** The pages of a deal's bid, one at a time. */
export function BidPages(props: BidPageProps) {
  const { t } = useTranslation();
  const unit = moneyUnitLabel(useMoneyUnit(), useLanguage());
  const route = useRoute();
  const page = (route.screen === "bid" ? route.view : undefined) ?? "decision";
  const { dealId, desk } = props;
  return (
    <Box component="section" aria-label={t("bids.title")} sx={{ display: "flex", flexDirection: "column", flex: 1, minHeight: 0 }}>
      <PageHeader title={t("bids.title")} subtitle={t("bids.caption", { unit, hurdle: formatStatedRate(desk.hurdleRate) })}>
        <Tabs
          value={page}
          onChange={(_event, view: BidPage) => navigate({ screen: "bid", dealId, view })}
          aria-label={t("bids.pages")}
          sx={{ minHeight: 36, "& .MuiTab-root": { minHeight: 36, minWidth: 0, px: 1.5, py: 0 } }}
        >
          {bidPages.map((view) => (
            <Tab key={view} value={view} label={t(`bids.page.${view}`)} data-testid={`bid-page-${view}`} />
          ))}
        </Tabs>
      </PageHeader>
      <Box tabIndex={-1} sx={{ flex: 1, minHeight: 0, overflow: "auto", p: 1.5, display: "flex", flexDirection: "column", gap: 1.5 }}>
        <PageOf page={page} {...props} />
      </Box>
    </Box>
  );
}

function PageOf({ page, ...props }: BidPageProps & { readonly page: BidPage }) {
  switch (page) {
    case "decision":
      return <DecisionView {...props} />;
    case "day":
      return <BidDayView {...props} />;
    case "card":
      return <CardView {...props} />;
    case "structures":
      return <StructuresView {...props} />;
    case "ledger":
      return <LedgerView />;
  }
}
