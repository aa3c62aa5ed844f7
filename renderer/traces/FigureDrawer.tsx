import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { CaseName } from "../../shared/domain/codes.ts";
import type { Figure } from "../../shared/domain/figure-trace.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { useCall } from "../desk/desk-client.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { SideDrawer } from "../ui/SideDrawer.tsx";
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
    <SideDrawer
      open={opened !== null}
      onClose={onClose}
      label={t("figure.title")}
      title={t("figure.title")}
      subtitle={opened === null ? "" : t("figure.subtitle", { caseName: t(`code.caseName.${opened.caseName}`), unit: moneyUnitLabel(unit, language) })}
      width={680}
      testId="figure-drawer"
    >
      {opened === null ? null : <FigureRoot dealId={dealId} {...opened} />}
    </SideDrawer>
  );
}

function FigureRoot({ dealId, caseName, figure }: OpenFigure & { readonly dealId: number }) {
  // A new pricing has other lines.
  const answers = useWorkbench((state) => state.answers);
  const { data, error } = useCall("pricing.explain", { dealId, caseName, figure, path: [] });
  if (data === undefined) return <ErrorAlert error={error} />;
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: "none" }}>
      <li>
        <FigureRow line={data.line} depth={0} />
      </li>
      <FigureLines key={answers} dealId={dealId} caseName={caseName} figure={figure} lines={data.lines} path={[]} />
    </Box>
  );
}
