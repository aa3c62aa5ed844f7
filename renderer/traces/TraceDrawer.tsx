import CloseIcon from "@mui/icons-material/Close";
import Box from "@mui/material/Box";
import Drawer from "@mui/material/Drawer";
import IconButton from "@mui/material/IconButton";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { CaseName } from "../../shared/domain/codes.ts";
import type { TraceNode } from "../../shared/domain/pricing-results.ts";
import { formatMoney, moneyUnitLabel } from "../../shared/format.ts";
import { fenFromYuan } from "../../shared/money.ts";
import { useCall } from "../desk/desk-client.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { LoanFactsPanel } from "../loans/LoanFactsPanel.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { traceTexts } from "./trace-texts.ts";

interface TraceDrawerProps {
  readonly dealId: number;
  readonly caseName: CaseName;
  readonly loanId: number | null;
  readonly onClose: () => void;
}

/** How the engine came to one loan's figures, line by line. */
export function TraceDrawer({ dealId, caseName, loanId, onClose }: TraceDrawerProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const { data, error } = useCall("pricing.explainLoan", loanId === null ? null : { dealId, caseName, loanId });
  const shown = data !== undefined && data.loan.loanId === loanId ? data : undefined;
  return (
    <Drawer
      anchor="right"
      open={loanId !== null}
      onClose={onClose}
      slotProps={{ paper: { sx: { width: 620, maxWidth: "90vw" }, "data-testid": "trace-drawer", "aria-label": t("pricing.trace.title") } as object }}
    >
      <Box sx={{ display: "flex", alignItems: "flex-start", gap: 1, px: 2, py: 1.25, borderBottom: 1, borderColor: "divider" }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="h2" sx={{ overflowWrap: "anywhere" }}>
            {shown === undefined ? t("pricing.trace.title") : `${shown.loan.contractNo} · ${shown.loan.debtorName}`}
          </Typography>
          <Typography color="text.secondary" sx={{ fontSize: 12 }}>
            {t("pricing.trace.subtitle", { caseName: t(`code.caseName.${caseName}`), unit: moneyUnitLabel(unit, language) })}
          </Typography>
        </Box>
        <IconButton size="small" onClick={onClose} aria-label={t("common.close")}>
          <CloseIcon fontSize="small" />
        </IconButton>
      </Box>
      <Box sx={{ p: 2, overflow: "auto" }}>
        <ErrorAlert error={error} />
        {shown === undefined ? null : (
          <>
            <LoanFactsPanel key={shown.loan.loanId} dealId={dealId} loanId={shown.loan.loanId} />
            <Box component="ul" aria-label={t("pricing.trace.title")} sx={{ m: 0, p: 0, listStyle: "none" }}>
              <TraceLine node={shown.trace} depth={0} />
            </Box>
            {shown.loan.fills.length === 0 ? null : (
              <Box sx={{ mt: 2, p: 1, borderRadius: 1, border: 1, borderColor: "warning.main", fontSize: 12.5 }}>
                {t("pricing.trace.fills", { rules: shown.loan.fills.map((rule) => t(`code.fillRule.${rule}`)).join(t("pricing.loans.listSeparator")) })}
              </Box>
            )}
          </>
        )}
      </Box>
    </Drawer>
  );
}

function TraceLine({ node, depth }: { readonly node: TraceNode; readonly depth: number }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const isSum = node.children.some((child) => child.adds);
  return (
    <Box component="li">
      <Box
        sx={{
          display: "grid",
          gridTemplateColumns: "16px minmax(0, 1fr) auto",
          columnGap: 0.75,
          alignItems: "baseline",
          py: 0.375,
          pl: depth * 2,
          borderBottom: 1,
          borderColor: "divider",
          fontSize: depth === 0 ? 14 : 12.5,
          fontWeight: depth === 0 || (isSum && depth === 1) ? 600 : 400,
          color: node.adds || depth === 0 ? "text.primary" : "text.secondary",
        }}
      >
        <Box component="span" aria-hidden sx={{ color: "text.secondary", fontWeight: 400 }}>
          {depth === 0 ? "=" : node.adds ? "+" : "·"}
        </Box>
        <Box component="span" sx={{ lineHeight: 1.4, overflowWrap: "anywhere" }}>
          {t(`trace.${node.key}`, traceTexts(node.values, unit, t))}
        </Box>
        <Box component="span" sx={{ pl: 1.5, textAlign: "right", whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" }}>
          {node.amountYuan === null ? "" : formatMoney(fenFromYuan(node.amountYuan), unit)}
        </Box>
      </Box>
      {node.children.length === 0 ? null : (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: "none" }}>
          {node.children.map((child, index) => (
            <TraceLine key={`${child.key}-${index}`} node={child} depth={depth + 1} />
          ))}
        </Box>
      )}
    </Box>
  );
}
