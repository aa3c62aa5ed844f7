import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { formatMoneyWithUnit } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { BreakEvenPanel } from "./BreakEvenPanel.tsx";
import { GridPanel } from "./GridPanel.tsx";
import { TornadoPanel } from "./TornadoPanel.tsx";

/** Tornado, grid and break-even of the case that is selected on the left. */
export function SensitivityView({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const caseName = useWorkbench((state) => state.caseName);
  const bidPriceFen = useWorkbench((state) => state.result?.bidPriceFen ?? null);
  return (
    <Box data-testid="sensitivity-view">
      <Box sx={{ typography: "body2", px: 1.5, pt: 1, color: "text.secondary" }}>
        {t("sensitivity.start", {
          caseName: t(`code.caseName.${caseName}`),
          bid: bidPriceFen === 0 ? t("bidRemark.none") : formatMoneyWithUnit(bidPriceFen, unit, language),
        })}
      </Box>
      <TornadoPanel dealId={dealId} />
      <GridPanel dealId={dealId} />
      <BreakEvenPanel dealId={dealId} />
    </Box>
  );
}
