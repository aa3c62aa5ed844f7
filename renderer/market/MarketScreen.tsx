import Box from "@mui/material/Box";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import { useTranslation } from "react-i18next";
import { useCall } from "../desk/desk-client.ts";
import { type MarketPage, marketPages, navigate, useRoute } from "../desk/routes.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { RangesPage } from "./RangesPage.tsx";
import { RecordsPage } from "./RecordsPage.tsx";
import { SectorPage } from "./SectorPage.tsx";
import { SumsPage } from "./SumsPage.tsx";

/** What others paid: published averages and reported deals, what they add up to, and what is published of the sector. */
export function MarketScreen() {
  const { t } = useTranslation();
  const route = useRoute();
  const page = (route.screen === "market" ? route.view : undefined) ?? "records";
  const deals = useCall("market.deals", undefined);
  const averages = useCall("market.averages", undefined);
  const figures = useCall("market.figures", undefined);
  return (
    <>
      <PageHeader title={t("market.title")} subtitle={t("market.subtitle")}>
        <Tabs
          value={page}
          onChange={(_event, view: MarketPage) => navigate({ screen: "market", view })}
          aria-label={t("market.pages")}
          sx={{ minHeight: 36, "& .MuiTab-root": { minHeight: 36, minWidth: 0, px: 1.5, py: 0 } }}
        >
          {marketPages.map((view) => (
            <Tab key={view} value={view} label={t(`market.page.${view}`)} data-testid={`market-page-${view}`} />
          ))}
        </Tabs>
      </PageHeader>
      {[deals, averages, figures].map(({ error, reload }, at) => (
        <Box key={["deals", "averages", "figures"][at]} sx={error === undefined ? { display: "none" } : { p: 2, pb: 0 }}>
          <ErrorAlert error={error} onRetry={reload} />
        </Box>
      ))}
      {page === "records" && <RecordsPage deals={deals.data} averages={averages.data} />}
      {page === "sums" && <SumsPage deals={deals.data ?? []} />}
      {page === "ranges" && <RangesPage deals={deals.data ?? []} averages={averages.data ?? []} />}
      {page === "sector" && <SectorPage figures={figures.data} />}
    </>
  );
}
