import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { formatRate } from "../../shared/format.ts";
import { AssumptionField } from "../model/AssumptionField.tsx";
import { type EditScope, EditScopeContext } from "../model/edit-scope.ts";
import { useWorkbench } from "../model/use-workbench.ts";

interface SimulationBarProps {
  readonly hasResult: boolean;
  readonly isRunning: boolean;
  readonly progress: number | null;
  readonly onRun: () => void;
  readonly onCancel: () => void;
}

const fields = [
  { key: "paths", kind: "months", width: 72, unit: "" },
  { key: "seed", kind: "months", width: 96, unit: "" },
  { key: "confidence", kind: "percent", width: 56, unit: "%" },
] as const;

/** What a run needs, its button, and how far it is. The fields are the model's own, so that a change prices and is saved. */
export function SimulationBar({ hasResult, isRunning, progress, onRun, onCancel }: SimulationBarProps) {
  const { t } = useTranslation();
  const draft = useWorkbench((state) => state.draft);
  const edit = useWorkbench((state) => state.edit);
  const invalidPaths = useWorkbench((state) => state.invalidPaths);
  const isPricing = useWorkbench((state) => state.isPricing);
  const scope = useMemo<EditScope>(() => ({ root: draft, edit, invalidPaths, readOnly: false }), [draft, edit, invalidPaths]);
  if (draft === null) return null;
  return (
    <EditScopeContext value={scope}>
      <Box sx={{ display: "flex", alignItems: "center", gap: 2, px: 1.5, py: 1, minHeight: 46 }}>
        {fields.map(({ key, kind, width, unit }) => (
          <Box key={key} sx={{ display: "flex", alignItems: "center", gap: 0.75, whiteSpace: "nowrap" }}>
            <Typography component="span" sx={{ fontSize: 12.5 }}>
              {t(`simulation.field.${key}`)}
            </Typography>
            <AssumptionField
              path={["assumptions", "simulation", key]}
              kind={kind}
              label={t(`simulation.field.${key}`)}
              width={width}
              testId={`simulation-${key}`}
            />
            {unit === "" ? null : (
              <Typography component="span" color="text.secondary" sx={{ fontSize: 11 }}>
                {unit}
              </Typography>
            )}
          </Box>
        ))}
        {isRunning ? (
          <Box component="output" sx={{ display: "flex", alignItems: "center", gap: 1.25, flex: 1, minWidth: 200, fontSize: 12.5 }}>
            <Box sx={{ whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" }} data-testid="simulation-progress">
              {progress === null ? t("simulation.starting") : `${t("simulation.running")} ${formatRate(progress, 0)}`}
            </Box>
            <LinearProgress
              sx={{ flex: 1 }}
              aria-label={t("simulation.running")}
              {...(progress === null ? {} : { variant: "determinate" as const, value: progress * 100 })}
            />
            <Button onClick={onCancel} data-testid="simulation-cancel">
              {t("simulation.cancel")}
            </Button>
          </Box>
        ) : (
          <Button variant="contained" onClick={onRun} disabled={invalidPaths.size > 0 || isPricing} data-testid="simulation-run">
            {t(hasResult ? "simulation.again" : "simulation.run")}
          </Button>
        )}
      </Box>
    </EditScopeContext>
  );
}
