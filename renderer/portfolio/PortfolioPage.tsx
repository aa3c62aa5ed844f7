import Box from "@mui/material/Box";
import LinearProgress from "@mui/material/LinearProgress";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PortfolioScope } from "../../shared/domain/portfolio.ts";
import { useCall } from "../desk/desk-client.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { DuePanel } from "./DuePanel.tsx";
import { HoldingsTable } from "./HoldingsTable.tsx";
import { MatchTable } from "./MatchTable.tsx";
import { PipelineTable } from "./PipelineTable.tsx";
import { PortfolioConcentration } from "./PortfolioConcentration.tsx";

/** All deals together: at work, held, where they are concentrated, what falls due. */
export function PortfolioPage() {
  const { t } = useTranslation();
  const [scope, setScope] = useState<PortfolioScope>("all");
  const { data, error, reload } = useCall("portfolio.get", { scope });
  return (
    <Box tabIndex={-1} data-testid="portfolio" sx={{ flex: 1, minHeight: 0, overflow: "auto", p: 1.5, display: "flex", flexDirection: "column", gap: 1.5 }}>
      <ErrorAlert error={error} onRetry={reload} />
      {data === undefined ? (
        <LinearProgress aria-label={t("common.loading")} />
      ) : (
        <>
          <PipelineTable portfolio={data} />
          <HoldingsTable portfolio={data} />
          <PortfolioConcentration portfolio={data} scope={scope} onScope={setScope} />
          <MatchTable matches={data.matches} />
          <DuePanel portfolio={data} />
        </>
      )}
    </Box>
  );
}
