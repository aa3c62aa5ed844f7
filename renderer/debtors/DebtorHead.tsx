import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { DebtorSheet } from "../../shared/contract/debtor-channels.ts";
import { caseNames } from "../../shared/domain/codes.ts";
import { formatMoney, formatNumber, formatRate, formatStatedRate, moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import type { Exporting } from "../ui/exports/use-export.ts";
import { DebtorTools } from "./DebtorTools.tsx";
import type { DebtorPrinting } from "./use-debtor-print.ts";

interface DebtorHeadProps {
  readonly dealId: number;
  readonly sheet: DebtorSheet | null;
  readonly exporting: Exporting;
  readonly printing: DebtorPrinting;
}

/** What the package comes to, and how the sheet is narrowed and laid out. */
export function DebtorHead({ dealId, sheet, exporting, printing }: DebtorHeadProps) {
  const { t } = useTranslation();
  const unit = moneyUnitLabel(useMoneyUnit(), useLanguage());
  const total = formatNumber(sheet?.total ?? 0);
  const all = formatNumber(sheet?.debtors ?? 0);
  return (
    <Box component="header" sx={{ flexShrink: 0 }}>
      <Box sx={{ display: "flex", alignItems: "center", gap: 2, px: 1.5, minHeight: 50 }}>
        <Box sx={{ minWidth: 0 }}>
          <Typography variant="h1">{t("debtors.title")}</Typography>
          <Typography variant="body2" noWrap>
            {total === all ? t("debtors.caption", { total, unit }) : t("debtors.captionOf", { total, all, unit })}
          </Typography>
        </Box>
        <PackageBids sheet={sheet} />
        <Box sx={{ flex: 1 }} />
        <OwnShare sheet={sheet} />
      </Box>
      <DebtorTools dealId={dealId} sheet={sheet} exporting={exporting} printing={printing} />
    </Box>
  );
}

/** The highest bids of the package, which follow what is typed at once. */
function PackageBids({ sheet }: Pick<DebtorHeadProps, "sheet">) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const result = useWorkbench((state) => state.result);
  return caseNames.map((name) => {
    const priced = result?.cases.find(({ caseName }) => caseName === name);
    const rate = formatStatedRate(sheet?.model[name].hurdleRate ?? null);
    return (
      <Box key={name} title={t("debtors.highestBidAt", { rate })} sx={{ whiteSpace: "nowrap" }}>
        <Box sx={{ typography: "fine", color: "text.secondary" }}>{t("debtors.highestBid", { caseName: t(`code.caseName.${name}`) })}</Box>
        <Box data-testid={`debtor-bid-${name}`} sx={{ typography: "h3", fontVariantNumeric: "tabular-nums", lineHeight: 1.3 }}>
          {formatMoney(priced?.maxBidFen, unit)}
        </Box>
      </Box>
    );
  });
}

/** How much rests on the desk's own work, and that a pricing is on its way. */
function OwnShare({ sheet }: Pick<DebtorHeadProps, "sheet">) {
  const { t } = useTranslation();
  const isPricing = useWorkbench((state) => state.isPricing);
  const own = sheet?.own;
  const share = own === undefined || sheet === null || sheet.bidPriceFen === 0 ? 0 : own.allocatedFen / sheet.bidPriceFen;
  const text =
    own === undefined || own.debtors === 0
      ? t("debtors.noOwn")
      : t("debtors.ownShare", { debtors: formatNumber(own.debtors), inBase: formatNumber(own.inBase), share: formatRate(share) });
  return (
    <Typography variant="body2" aria-live="polite" data-testid="debtor-own-share" sx={{ textAlign: "right", minWidth: 0 }}>
      {isPricing ? t("debtors.pricing") : text}
    </Typography>
  );
}
