import ExpandMoreIcon from "@mui/icons-material/ExpandMore";
import Accordion from "@mui/material/Accordion";
import AccordionDetails from "@mui/material/AccordionDetails";
import AccordionSummary from "@mui/material/AccordionSummary";
import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import Typography from "@mui/material/Typography";
import { memo, type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type AssumptionGroup, type AssumptionSources, type Assumptions, assumptionGroups } from "../../shared/domain/assumptions.ts";
import type { EditedValue, EditPath } from "../model/edit-path.ts";
import { type EditScope, EditScopeContext } from "../model/edit-scope.ts";
import { CollateralEditor } from "./CollateralEditor.tsx";
import { ClosingEditor, CostsEditor, HurdleEditor } from "./CostEditors.tsx";
import { CourtDelaysEditor } from "./CourtDelaysEditor.tsx";
import { CourtFeesEditor } from "./CourtFeesEditor.tsx";
import { LeverageEditor, TransitionEditor } from "./LeverageEditors.tsx";
import { PaymentEditor } from "./PaymentEditors.tsx";
import { GuarantorsEditor, ValidityEditor } from "./RouteEditors.tsx";
import { SimulationEditor } from "./SimulationEditor.tsx";
import { CurvesEditor, TimingEditor } from "./TimingEditors.tsx";

interface AssumptionGroupsProps {
  readonly assumptions: Assumptions;
  readonly sources: AssumptionSources;
  /** The set the values came from; a group that differs from it is the desk's own. */
  readonly origin: Assumptions | null;
  readonly edit: (path: EditPath, next: EditedValue) => void;
  /** Paths within the assumptions. */
  readonly invalidPaths: ReadonlySet<string>;
  readonly readOnly?: boolean;
  readonly openAtFirst?: readonly AssumptionGroup[];
}

const editors: Record<AssumptionGroup, (assumptions: Assumptions) => ReactNode> = {
  hurdleRate: () => <HurdleEditor />,
  closing: () => <ClosingEditor />,
  collateral: (assumptions) => <CollateralEditor collateral={assumptions.collateral} />,
  guarantors: () => <GuarantorsEditor />,
  timing: () => <TimingEditor />,
  courtDelays: (assumptions) => <CourtDelaysEditor delays={assumptions.courtDelays} />,
  curves: () => <CurvesEditor />,
  validity: () => <ValidityEditor />,
  courtFees: (assumptions) => <CourtFeesEditor courtFees={assumptions.courtFees} />,
  costs: () => <CostsEditor />,
  payment: (assumptions) => <PaymentEditor payment={assumptions.payment} />,
  transition: () => <TransitionEditor />,
  leverage: (assumptions) => <LeverageEditor leverage={assumptions.leverage} />,
  simulation: () => <SimulationEditor />,
};

export const AssumptionGroups = memo(function AssumptionGroups({
  assumptions,
  sources,
  origin,
  edit,
  invalidPaths,
  readOnly = false,
  openAtFirst = ["hurdleRate"],
}: AssumptionGroupsProps) {
  const { t } = useTranslation();
  const scope = useMemo<EditScope>(() => ({ root: assumptions, edit, invalidPaths, readOnly }), [assumptions, edit, invalidPaths, readOnly]);
  return (
    <EditScopeContext value={scope}>
      {assumptionGroups.map((group) => {
        const isChanged = origin !== null && JSON.stringify(origin[group]) !== JSON.stringify(assumptions[group]);
        const isRefused = [...invalidPaths].some((key) => key === group || key.startsWith(`${group}.`));
        return (
          <Accordion
            key={group}
            disableGutters
            square
            elevation={0}
            defaultExpanded={openAtFirst.includes(group)}
            slotProps={{ transition: { unmountOnExit: true, timeout: 120 } }}
            sx={{ borderTop: 1, borderColor: "divider", bgcolor: "transparent", "&::before": { display: "none" } }}
          >
            <AccordionSummary
              data-testid={`group-${group}`}
              expandIcon={<ExpandMoreIcon sx={{ fontSize: 18 }} />}
              sx={{ minHeight: 32, px: 1.5, "& .MuiAccordionSummary-content": { my: 0.5, alignItems: "center", gap: 0.75, minWidth: 0 } }}
            >
              <Typography component="span" sx={{ fontSize: 13, fontWeight: 600, flex: 1, color: isRefused ? "error.main" : "text.primary" }}>
                {t(`pricing.group.${group}`)}
              </Typography>
              <SourceChip kind={isChanged ? "changed" : sources[group].sourced ? "sourced" : "judgement"} />
            </AccordionSummary>
            <AccordionDetails sx={{ px: 1.5, pt: 0, pb: 1 }}>
              {editors[group](assumptions)}
              <SourceLine sources={sources} group={group} isChanged={isChanged} />
            </AccordionDetails>
          </Accordion>
        );
      })}
    </EditScopeContext>
  );
});

function SourceChip({ kind }: { readonly kind: "sourced" | "judgement" | "changed" }) {
  const { t } = useTranslation();
  const color = kind === "sourced" ? "success" : kind === "changed" ? "warning" : "default";
  return (
    <Chip
      size="small"
      variant="outlined"
      color={color}
      label={t(`pricing.source.${kind}`)}
      sx={{ height: 18, fontSize: 11, borderRadius: 0.5, "& .MuiChip-label": { px: 0.75 } }}
    />
  );
}

function SourceLine({ sources, group, isChanged }: { readonly sources: AssumptionSources; readonly group: AssumptionGroup; readonly isChanged: boolean }) {
  const { t, i18n } = useTranslation();
  const source = sources[group];
  return (
    <Box sx={{ mt: 0.75, fontSize: 11.5, lineHeight: 1.35, color: "text.secondary" }}>
      {isChanged ? <Box sx={{ color: "warning.main" }}>{t("pricing.source.changedNote")}</Box> : null}
      {t("pricing.source.line", { source: i18n.language.startsWith("zh") ? source.sourceZh : source.sourceEn, asOf: source.asOf })}
    </Box>
  );
}
