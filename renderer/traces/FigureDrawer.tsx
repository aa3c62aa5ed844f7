import CloseIcon from "@mui/icons-material/Close";
import Box from "@mui/material/Box";
import Drawer from "@mui/material/Drawer";
import IconButton from "@mui/material/IconButton";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { CaseName } from "../../shared/domain/codes.ts";
import type { Figure } from "../../shared/domain/figure-trace.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { useCall } from "../desk/desk-client.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { FigureLines } from "./FigureLines.tsx";
import { FigureRow } from "./FigureRow.tsx";

/** A figure that the desk wants explained, in the case where it stands. */
export interface OpenFigure {
  readonly caseName: CaseName;
  readonly figure: Figure;
}

interface FigureDrawerProps {
  readonly dealId: number;
  readonly opened: OpenFigure | null;
  readonly onClose: () => void;
}

/** How a figure of the pool comes about: its lines, each opened on demand down to a loan and an assumption. */
export function FigureDrawer({ dealId, opened, onClose }: FigureDrawerProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  return (
    <Drawer
      anchor="right"
      open={opened !== null}
      onClose={onClose}
      slotProps={{ paper: { sx: { width: 680, maxWidth: "92vw" }, "data-testid": "figure-drawer", "aria-label": t("figure.title") } as object }}
    >
      <Box sx={{ display: "flex", alignItems: "flex-start", gap: 1, px: 2, py: 1.25, borderBottom: 1, borderColor: "divider" }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="h2">{t("figure.title")}</Typography>
          <Typography color="text.secondary" sx={{ fontSize: 12 }}>
            {opened === null ? "" : t("figure.subtitle", { caseName: t(`code.caseName.${opened.caseName}`), unit: moneyUnitLabel(unit, language) })}
          </Typography>
        </Box>
        <IconButton size="small" onClick={onClose} aria-label={t("common.close")}>
          <CloseIcon fontSize="small" />
        </IconButton>
      </Box>
      <Box sx={{ px: 2, py: 1.5, overflow: "auto" }}>{opened === null ? null : <FigureRoot dealId={dealId} {...opened} />}</Box>
    </Drawer>
  );
}

function FigureRoot({ dealId, caseName, figure }: OpenFigure & { readonly dealId: number }) {
  // A new pricing has other lines.
  const answers = useWorkbench((state) => state.answers);
  const { data, error } = useCall("pricing.explain", { dealId, caseName, figure, path: [] });
  if (data === undefined) return <ErrorAlert error={error} />;
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: "none" }}>
      <FigureRow line={data.line} depth={0} />
      <FigureLines key={answers} dealId={dealId} caseName={caseName} figure={figure} lines={data.lines} path={[]} />
    </Box>
  );
}
